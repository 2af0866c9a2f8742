//! The outline: lists and elements as a tree, with what tells touchpoints apart at the right.

use super::super::flow::span;
use super::super::page::Page;
use super::super::theme::Theme;
use crate::app::App;
use crate::app::outline::{OutlineOf, OutlineRow};
use crate::i18n::number::signed_whole;
use crate::i18n::{self as w};
use crate::journey::fields::Kind;
use crate::journey::model::Touchpoint;
use crate::text::{sanitize_line, truncate, width};
use ratatui::text::{Line, Span};

/// Columns that each level stands further in.
const INDENT: usize = 2;

/// Columns over which the eye still finds what stands at the right of a name.
const WIDEST: usize = 96;

/// Columns between a name and what stands at the right.
const APART: usize = 2;

/// Adds the rows.
pub(super) fn add(app: &App, theme: &Theme, columns: usize, page: &mut Page) {
    for (at, row) in app.outline().iter().enumerate() {
        page.add(vec![line(app, row, theme, columns.min(WIDEST))], Some(at));
    }
}

fn line(app: &App, row: &OutlineRow, theme: &Theme, columns: usize) -> Line<'static> {
    let (mark, lead) = (mark(app, row), lead(row));
    let right = facts(app, row, theme);
    let right_width: usize = right.iter().map(|it| width(&it.content)).sum();
    let left_width = width(mark) + width(&lead);
    let room = columns.saturating_sub(left_width + right_width + APART);
    let (name, style) = name(app, row, theme);
    let name = truncate(&sanitize_line(&name), room.max(1)).into_owned();
    let blank = room.saturating_sub(width(&name)) + APART;
    let mut spans = vec![
        Span::styled(mark, theme.warn),
        Span::styled(lead, theme.dim),
        Span::styled(name, style),
        Span::raw(" ".repeat(blank)),
    ];
    spans.extend(right);
    Line::from(spans)
}

/// As in the title, which counts the marks.
fn mark(app: &App, row: &OutlineRow) -> &'static str {
    match app.lists.marked.contains(&row.place) {
        true => "▪ ",
        false => "  ",
    }
}

/// The indent, and whether something stands below.
fn lead(row: &OutlineRow) -> String {
    let fold = match (row.folds, row.is_open) {
        (false, _) => "  ",
        (true, true) => "▾ ",
        (true, false) => "▸ ",
    };
    format!("{}{fold}", " ".repeat(INDENT * row.depth))
}

fn name(app: &App, row: &OutlineRow, theme: &Theme) -> (String, ratatui::style::Style) {
    let parsed = &app.document.parsed;
    let node = parsed.index.locate(&parsed.tree, &row.place);
    match row.of {
        OutlineOf::List(_) => (app.list_word(&row.place), theme.label),
        OutlineOf::Lent(kind) => {
            let id = row.place.element.as_ref().map_or("", |it| &it.id);
            let neighbour = &app.document.context().neighbour;
            let name = neighbour.name(kind, id).unwrap_or(id).to_owned();
            (name, theme.dim)
        }
        OutlineOf::Element(kind) => {
            let name = node.and_then(crate::ron_text::Node::inner);
            let style = if kind == Kind::Stage {
                theme.heading
            } else {
                theme.text
            };
            (
                name.map(|it| app.record_line(it)).unwrap_or_default(),
                style,
            )
        }
    }
}

/// How many a list has; Moment of Truth, gap and emotion of a touchpoint.
fn facts(app: &App, row: &OutlineRow, theme: &Theme) -> Vec<Span<'static>> {
    match row.of {
        OutlineOf::List(_) => {
            let parsed = &app.document.parsed;
            let list = parsed.index.locate(&parsed.tree, &row.place);
            let list = list.and_then(crate::ron_text::Node::inner);
            let own = list.map_or(0, |list| list.children().count());
            let count = own + app.lent_count(row);
            vec![span(&w::whole(count as i64), theme.dim)]
        }
        OutlineOf::Element(Kind::Touchpoint) => {
            let key = row.place.element.as_ref();
            let touchpoint = key.and_then(|key| app.touchpoint_of(key));
            touchpoint
                .map(|it| of_touchpoint(it, theme))
                .unwrap_or_default()
        }
        OutlineOf::Lent(_) => vec![span(w::outline_lent(app.lang), theme.dim)],
        OutlineOf::Element(_) => Vec::new(),
    }
}

fn of_touchpoint(touchpoint: &Touchpoint, theme: &Theme) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    if touchpoint.moment_of_truth.is_some() {
        spans.push(Span::styled("◆ ", theme.moment));
    }
    if let Some(gap) = touchpoint.gap() {
        let style = match gap {
            ..0 => theme.bad,
            0 => theme.dim,
            _ => theme.good,
        };
        spans.push(Span::styled(format!("Δ{:>2}", signed_whole(gap)), style));
    }
    spans
}
