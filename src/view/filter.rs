//! What Map and board are filtered by: a line above them, and a text instead of it where nothing fits.

use super::flow::{self, cells, split_rows};
use super::keys::pretty_keys;
use super::theme::Theme;
use crate::app::{App, Screen, command};
use crate::i18n as w;
use crate::text::{sanitize_line, truncate, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Columns between the parts of the line.
const APART: usize = 3;

/// The line of the filter and what is left for the Map. A screen of few lines has no such line.
pub(super) fn split(app: &App, area: Rect) -> (Rect, Rect) {
    split_rows(area, u16::from(app.is_filtered() && area.height > 4))
}

/// Draws the line: what is filtered by, how much is left, and the key that clears it. Where room
/// is short, what is filtered by gives way.
pub(super) fn draw(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    buffer.set_style(area, theme.selection);
    let columns = usize::from(area.width).saturating_sub(2);
    let clears = format!("{} {}", key(app), w::filter_clears(app.lang));
    let what = app.filter_words().join(" · ");
    let what = w::filter_line(&sanitize_line(&what));
    let besides = |counts: &str| width(counts) + width(&clears) + 2 * APART;
    let fits = |counts: &String| width(&what) + besides(counts) <= columns;
    let counts = Some(counts(app))
        .filter(fits)
        .unwrap_or_else(|| short_counts(app));
    let fixed = besides(&counts);
    let what = truncate(&what, columns.saturating_sub(fixed)).into_owned();
    let blank = columns.saturating_sub(width(&what) + fixed) + APART;
    let line = Line::from(vec![
        Span::raw(what),
        Span::raw(" ".repeat(APART)),
        Span::raw(counts),
        Span::raw(" ".repeat(blank)),
        Span::raw(clears),
    ]);
    let x = area.x + area.width.min(1);
    buffer.set_line(x, area.y, &line, cells(columns));
}

fn short_counts(app: &App) -> String {
    let (shown, all) = match app.behind {
        Screen::Moments => (app.moments().len(), app.moments_in_all()),
        _ => (app.shown_count(), app.touchpoint_count()),
    };
    w::dialog_position(app.lang, shown, all)
}

fn counts(app: &App) -> String {
    if app.behind == Screen::Moments {
        return short_counts(app);
    }
    let count = w::filter_count(app.lang, app.shown_count(), app.touchpoint_count());
    match app.kept_count() {
        0 => count,
        kept => format!("{count}, {}", w::filter_kept(app.lang, kept)),
    }
}

fn key(app: &App) -> String {
    let keys = command::named("clear-filter").map(|it| app.keymap.keys(it).next().map(pretty_keys));
    keys.flatten().unwrap_or_default()
}

/// Says that nothing fits, and what to do.
pub(super) fn draw_nothing(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let columns = usize::from(area.width).saturating_sub(4);
    let what = app.filter_words().join(" · ");
    let help = w::filter_nothing_help(app.lang, &key(app));
    let mut lines = flow::wrapped(&w::filter_nothing(app.lang, &what), columns, theme.heading);
    lines.extend(flow::wrapped(&help, columns, theme.dim));
    let top = area.height.saturating_sub(cells(lines.len())) / 3;
    let inside = Rect {
        x: area.x + area.width.min(2),
        y: area.y + top,
        width: area.width.saturating_sub(4),
        height: area.height - top,
    };
    flow::put(&lines, inside, buffer);
}
