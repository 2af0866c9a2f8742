//! The document beside another version or file: both curves in one chart, what stands beside what
//! below it, and the list of differences.

mod chart;
mod columns;
mod curves;
mod list;

use super::flow::{self, cells, split_rows};
use super::hit::HitMap;
use super::lists;
use super::theme::Theme;
use crate::app::App;
use crate::app::changes::Compared;
use crate::app::compare::{Beside, Sort};
use crate::i18n as w;
use crate::text::sanitize_line;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

/// The sign of the document's points.
const DOCUMENT: &str = "●";

/// The sign of the other one's.
const OTHER: &str = "○";

/// The sign where both are.
const BOTH: &str = "◉";

/// Draws what stands below the title.
pub(super) fn draw(
    app: &App,
    theme: &Theme,
    focused: bool,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut HitMap,
) {
    let columns = usize::from(area.width).saturating_sub(2);
    let head = match (&app.compared, app.sides()) {
        (Some(compared), Some(sides)) => head(app, compared, &sides, theme, columns),
        _ => flow::wrapped(w::compare_none(app.lang), columns, theme.dim),
    };
    let (top, body) = split_rows(area, cells(head.len()).min(area.height / 4));
    flow::put(&flow::indented(head, 1), top, buffer);
    let (above, below) = split_rows(body, chart::rows(app, body.height));
    chart::draw(app, theme, above, buffer, hits);
    let columns = usize::from(below.width).saturating_sub(3);
    let page = list::page(app, theme, columns);
    lists::draw_page(app, theme, focused, &page, below, buffer, hits);
}

/// Which is which, from left to right, and how many differences there are of each sort.
fn head(
    app: &App,
    compared: &Compared,
    sides: &[Beside<'_>; 2],
    theme: &Theme,
    columns: usize,
) -> Vec<Line<'static>> {
    let lang = app.lang;
    let name = |side: &Beside| {
        let own = sanitize_line(&side.name).into_owned();
        let other = sanitize_line(&compared.name).into_owned();
        match side.is_document {
            true if own == w::compare_this(lang) => own,
            true => w::compare_is_this(lang, &own),
            false if own == other => own,
            false => w::compare_is_other(lang, &own, &other),
        }
    };
    let entry = |side: &Beside| {
        (
            format!("{} {}", stroke(side), name(side)),
            style(side, theme),
        )
    };
    let [left, right] = sides;
    let mut legend = vec![entry(left)];
    let (text, right_style) = entry(right);
    legend.push((format!("→ {text}"), right_style));
    legend.push((format!("{BOTH} {}", w::compare_both(lang)), theme.dim));
    let mut lines = flow::facts(legend, columns);
    lines.extend(flow::facts(counts(app, compared, theme), columns));
    lines
}

fn counts(app: &App, compared: &Compared, theme: &Theme) -> Vec<(String, Style)> {
    let count = |sort: Sort| {
        let text = w::compare_count(app.lang, sort, compared.count(sort));
        let style = match compared.only {
            Some(only) if only == sort => theme.selection,
            Some(_) => theme.dim,
            None => sort_style(sort, theme),
        };
        let is_only = compared.only == Some(sort);
        let lead = if is_only { "▸" } else { "" };
        (format!("{lead}{} {text}", sort.sign()), style)
    };
    let mut counts: Vec<(String, Style)> = Sort::ALL.map(count).into();
    counts.extend(evidence(app, compared).map(|text| (text, theme.dim)));
    counts
}

/// How many differences stand aside, and how they are seen.
fn evidence(app: &App, compared: &Compared) -> Option<String> {
    let count = compared.count_evidence();
    let text = match compared.shows_evidence {
        true => format!("▾ {}", w::compare_evidence_in(app.lang, count)),
        false => format!("▸ {}", w::compare_evidence_out(app.lang, count)),
    };
    (count > 0).then_some(text)
}

/// A piece of its line with its point.
fn stroke(side: &Beside) -> String {
    match side.is_document {
        true => format!("━{DOCUMENT}━"),
        false => format!("┄{OTHER}┄"),
    }
}

fn style(side: &Beside, theme: &Theme) -> Style {
    match side.is_document {
        true => theme.curve,
        false => theme.others[0],
    }
}

fn sort_style(sort: Sort, theme: &Theme) -> Style {
    match sort {
        Sort::New => theme.good,
        Sort::Gone => theme.bad,
        Sort::Moved => theme.warn,
        Sort::Changed => theme.label,
    }
}
