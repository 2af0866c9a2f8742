//! The versions of the file: a curve over them, each with day, author and subject, and what
//! changed in the one under the cursor.

use super::super::braille::{ACROSS, Canvas, DOWN, Dot, Stroke};
use super::super::flow;
use super::super::page::Page;
use super::super::spline;
use super::super::theme::Theme;
use crate::app::history::{Chart, History, PastVersion};
use crate::app::{App, Screen};
use crate::i18n as w;
use crate::text::{sanitize_line, truncate, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Rows of the chart with its heading, where there is room for it.
const CHART: u16 = 7;

/// A screen of fewer rows shows the versions alone.
const ROOM: u16 = 16;

/// Columns of the numbers beside the chart.
const AXIS: u16 = 8;

/// Columns that what changed stands further in.
const INDENT: usize = 4;

/// Adds the entries.
pub(super) fn add(app: &App, theme: &Theme, columns: usize, page: &mut Page) {
    let Some(history) = &app.history else { return };
    if history.versions.is_empty() && !history.loading {
        let none = w::history_none(app.lang).to_owned();
        let why = history.why_not.clone().unwrap_or(none);
        return page.add(flow::wrapped(&why, columns, theme.dim), None);
    }
    let here = app.lists.cursor(Screen::History).row;
    for (at, version) in history.versions.iter().enumerate() {
        let mut lines = head(app, history, version, at, theme, columns);
        if at == here {
            lines.extend(told(app, history, at, theme, columns));
        }
        page.add(lines, Some(at));
    }
    let count = history.versions.len();
    let text = match (history.loading, count) {
        (true, _) => w::history_loading(app.lang, count),
        (false, 1) => w::history_one(app.lang).to_owned(),
        (false, _) => w::history_versions(app.lang, count),
    };
    page.add(flow::wrapped(&text, columns, theme.dim), None);
}

fn head(
    app: &App,
    history: &History,
    version: &PastVersion,
    at: usize,
    theme: &Theme,
    columns: usize,
) -> Vec<Line<'static>> {
    let sign = if history.marked == Some(at) {
        "▪ "
    } else {
        "  "
    };
    let date = w::date(app.lang, &version.date);
    let author = truncate(&sanitize_line(&version.author), 16).into_owned();
    let left = format!("{sign}{date}  ");
    let room = columns.saturating_sub(width(&left) + width(&author) + 2);
    let subject = truncate(&sanitize_line(&version.subject), room).into_owned();
    vec![Line::from(vec![
        Span::styled(sign, theme.warn),
        Span::styled(format!("{date}  "), theme.label),
        Span::styled(subject, theme.heading),
        Span::styled(format!("  {author}"), theme.dim),
    ])]
}

/// What changed in the version under the cursor.
fn told(
    app: &App,
    history: &History,
    at: usize,
    theme: &Theme,
    columns: usize,
) -> Vec<Line<'static>> {
    let inner = columns.saturating_sub(INDENT);
    let mut lines = Vec::new();
    let marked = history.marked.filter(|marked| *marked != at);
    if let Some(other) = marked.map(|marked| &history.versions[marked]) {
        let name = format!("{} {}", w::date(app.lang, &other.date), other.commit);
        lines.extend(flow::wrapped(
            &w::history_against(app.lang, &name),
            inner,
            theme.warn,
        ));
    }
    for section in history.told() {
        lines.extend(flow::wrapped(&section.heading, inner, theme.label));
        for subject in &section.subjects {
            for told in &subject.told {
                let sentence = match subject.name.is_empty() {
                    true => told.sentence.to_string(),
                    false => format!("{}: {}", subject.name, told.sentence),
                };
                lines.extend(flow::led("· ", theme.dim, &sentence, inner, theme.text));
            }
        }
    }
    if lines.is_empty() {
        let is_first = history.versions[at].before.is_none() && marked.is_none();
        let text = match is_first {
            true => w::history_first(app.lang),
            false => w::history_layout(app.lang),
        };
        lines.extend(flow::wrapped(text, inner, theme.dim));
    }
    flow::indented(lines, INDENT)
}

/// How many rows the chart takes of so many.
pub(super) fn chart_rows(app: &App, rows: u16) -> u16 {
    let has_curve = app
        .history
        .as_ref()
        .is_some_and(|history| history.curve().iter().flatten().count() > 1);
    if has_curve && rows >= ROOM { CHART } else { 0 }
}

/// Draws the curve over the versions, the oldest at the left.
pub(super) fn draw_chart(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let Some(history) = &app.history else { return };
    if area.height < 3 || area.width < 2 * AXIS {
        return;
    }
    let name = match &history.chart {
        Chart::Emotion => w::history_emotion(app.lang).to_owned(),
        Chart::Kpi(id) => history.chart_kpi().unwrap_or(id).to_owned(),
    };
    let head = Rect {
        x: area.x + 1,
        width: area.width - 1,
        height: 1,
        ..area
    };
    flow::put(&[Line::from(flow::span(&name, theme.label))], head, buffer);
    let plot = Rect {
        x: area.x + AXIS,
        y: area.y + 1,
        width: area.width - AXIS - 1,
        height: area.height - 2,
    };
    let curve = history.curve();
    let (low, high) = range(&curve);
    let number = |value| w::number::figure(app.lang, value);
    for (row, value) in [(plot.top(), high), (plot.bottom() - 1, low)] {
        let text = number(value);
        let x = area.x + AXIS - 1 - (width(&text) as u16).min(AXIS - 1);
        buffer.set_stringn(x, row, &text, usize::from(AXIS) - 1, theme.axis);
    }
    draw_curve(app, &curve, (low, high), plot, theme, buffer);
}

/// The lowest and highest value, never the same.
fn range(curve: &[Option<f64>]) -> (f64, f64) {
    let values = || curve.iter().flatten().copied();
    let low = values().fold(f64::INFINITY, f64::min);
    let high = values().fold(f64::NEG_INFINITY, f64::max);
    match high - low < 1e-9 {
        true => (low - 1.0, high + 1.0),
        false => (low, high),
    }
}

fn draw_curve(
    app: &App,
    curve: &[Option<f64>],
    (low, high): (f64, f64),
    plot: Rect,
    theme: &Theme,
    buffer: &mut Buffer,
) {
    let mut canvas = Canvas::new(plot.width, plot.height);
    let (across, down) = (
        i64::from(plot.width) * ACROSS - 2,
        i64::from(plot.height) * DOWN - 2,
    );
    let last = curve.len().saturating_sub(1).max(1) as i64;
    let dot = |at: usize, value: f64| Dot {
        x: at as i64 * across / last,
        y: 1 + ((high - value) / (high - low) * (down - 1) as f64).round() as i64,
    };
    let known: Vec<Dot> = curve
        .iter()
        .enumerate()
        .filter_map(|(at, value)| Some(dot(at, (*value)?)))
        .collect();
    spline::draw(&known, Stroke::Solid, &mut canvas);
    for row in 0..plot.height {
        for column in 0..plot.width {
            if let Some(sign) = canvas.at(column, row) {
                buffer[(plot.x + column, plot.y + row)]
                    .set_char(sign)
                    .set_style(theme.curve);
            }
        }
    }
    // The version under the cursor, counted from the newest.
    let here = app.lists.cursor(Screen::History).row;
    let at = curve.len().checked_sub(here + 1);
    if let Some((at, value)) = at.and_then(|at| Some((at, (*curve.get(at)?)?))) {
        let dot = dot(at, value);
        let x = plot.x + (dot.x / ACROSS) as u16;
        let y = plot.y + (dot.y / DOWN) as u16;
        if let Some(cell) = buffer.cell_mut((x, y)) {
            cell.set_char('●').set_style(theme.moment);
        }
    }
}
