//! What to improve first: importance and performance drawn as quadrants, and beside them the
//! ranking with its arithmetic.

mod grid;
mod plot;

use super::drivers;
use super::flow::{self, cells, split_rows};
use super::hit::HitMap;
use super::lists;
use super::page::Page;
use super::theme::Theme;
use crate::app::App;
use crate::i18n as w;
use crate::journey::priorities::{Priorities, Ranked};
use crate::text::{pad_left, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// A narrower screen shows the ranking alone.
const NARROW: u16 = 60;

/// A screen of fewer rows does, too.
const LOW: u16 = 13;

/// From so many columns on, an entry of the ranking is one line.
const ONE_LINE: usize = 56;

/// Columns of the arithmetic then: `3 × max(0, 3 − 5) =  0`.
const ARITHMETIC: usize = 22;

/// Draws what stands below the title.
pub(super) fn draw(
    app: &App,
    theme: &Theme,
    focused: bool,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut HitMap,
) {
    let priorities = app.priorities();
    let head = head(
        app,
        &priorities,
        theme,
        usize::from(area.width).saturating_sub(2),
    );
    let (top, body) = split_rows(area, cells(head.len()).min(area.height / 4));
    flow::put(&flow::indented(head, 1), top, buffer);
    let (left, right) = match priorities.ranked.is_empty() {
        true => split_columns(body, 0),
        false => split(body),
    };
    plot::draw(app, theme, focused, &priorities, left, buffer, hits);
    let columns = usize::from(right.width).saturating_sub(3);
    let page = page(app, &priorities, theme, columns);
    lists::draw_page(app, theme, focused, &page, right, buffer, hits);
}

/// The room of the quadrants, a little higher than wide to the eye at most, and that of the ranking.
fn split(area: Rect) -> (Rect, Rect) {
    if area.width < NARROW || area.height < LOW {
        return split_columns(area, 0);
    }
    let width = area.width / 2;
    let (plot, list) = split_columns(area, width);
    let height = area.height.min(width / 4 * 3 + 4);
    (Rect { height, ..plot }, list)
}

/// The first columns of an area, and what is left beside them.
fn split_columns(area: Rect, columns: u16) -> (Rect, Rect) {
    let left = Rect {
        width: columns,
        ..area
    };
    let right = Rect {
        x: area.x + columns,
        width: area.width - columns,
        ..area
    };
    (left, right)
}

/// Where the quadrants meet, or why there are none.
fn head(app: &App, priorities: &Priorities, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let Priorities {
        crosshair,
        ranked,
        lacking,
    } = priorities;
    if ranked.is_empty() {
        let text = match lacking.is_empty() {
            true => w::priorities_none(app.lang),
            false => w::priorities_none_ranked(app.lang),
        };
        return flow::wrapped(text, columns, theme.dim);
    }
    let text = w::crosshair(app.lang, app.crossing, *crosshair, ranked.len());
    flow::led("┼ ", theme.key, &text, columns, theme.dim)
}

fn page(app: &App, priorities: &Priorities, theme: &Theme, columns: usize) -> Page {
    let mut page = Page::default();
    let Priorities {
        ranked, lacking, ..
    } = priorities;
    if !ranked.is_empty() {
        page.head(heading(app, columns), columns, theme);
    }
    for (at, it) in ranked.iter().enumerate() {
        page.add(entry(at, it, theme, columns), Some(at));
    }
    if !lacking.is_empty() {
        page.head(w::priorities_lacking(app.lang), columns, theme);
    }
    for (at, (it, lacks)) in lacking.iter().enumerate() {
        let text = format!("{}: {}", it.name(), w::lacks(app.lang, lacks));
        let lines = flow::led("• ", theme.dim, &text, columns, theme.text);
        page.add(lines, Some(ranked.len() + at));
    }
    drivers::add(app, theme, columns, &mut page);
    page
}

/// The formula over the ranking; where that does not fit in a line, what it means.
fn heading(app: &App, columns: usize) -> &'static str {
    let formula = w::priorities_ranking(app.lang);
    match width(formula) + 2 <= columns {
        true => formula,
        false => w::priorities_ranking_short(app.lang),
    }
}

/// A touchpoint by its number in the plot, with its arithmetic: before its name, or below it.
fn entry(at: usize, it: &Ranked, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let number = format!("{}. ", pad_left(&(at + 1).to_string(), 2));
    let style = match it.score() {
        0 => theme.dim,
        _ => theme.label,
    };
    let arithmetic = arithmetic(it);
    if columns < ONE_LINE {
        let indent = width(&number);
        let mut lines = flow::led(&number, theme.heading, it.at.name(), columns, theme.text);
        let below = flow::wrapped(&arithmetic, columns.saturating_sub(indent), style);
        lines.extend(flow::indented(below, indent));
        return lines;
    }
    let lead = format!("{}  ", pad_left(&arithmetic, ARITHMETIC));
    let room = columns - width(&number);
    let mut lines = flow::led(&lead, style, it.at.name(), room, theme.text);
    for (row, line) in lines.iter_mut().enumerate() {
        let before = match row {
            0 => Span::styled(number.clone(), theme.heading),
            _ => Span::raw(" ".repeat(width(&number))),
        };
        line.spans.insert(0, before);
    }
    lines
}

/// `5 × (5 − 2) = 15`; where nothing is missing, `3 × max(0, 3 − 5) =  0`.
fn arithmetic(it: &Ranked) -> String {
    let lacking = format!("{} − {}", it.expectation, it.experience);
    let score = pad_left(&it.score().to_string(), 2);
    let text = match it.expectation < it.experience {
        true => format!("{} × max(0, {lacking}) = {score}", it.importance),
        false => format!("{} × ({lacking}) = {score}", it.importance),
    };
    text.replace(' ', "\u{A0}")
}
