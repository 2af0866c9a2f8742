//! The journeys of a folder: a line of what is in view, a table with a row a journey, and below it
//! all that is known of the one under the cursor.

mod curve;
mod detail;
mod row;
#[cfg(test)]
mod tests;

use super::flow::{self, cells};
use super::hit::{HitMap, Target};
use super::page::{Page, PageCursor};
use super::theme::Theme;
use crate::app::portfolio::{Need, Order, Portfolio};
use crate::app::{App, Screen};
use crate::i18n as w;
use crate::text::{sanitize_line, truncate, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use row::Table;

/// Columns of the bar, of the mark of the cursor, and between them and the text.
const BESIDE: usize = 3;

/// Columns between the parts of the first line.
const APART: usize = 3;

/// Journeys that have room on a screen of so many columns and rows.
pub fn room_for_journeys(columns: u16, rows: u16) -> usize {
    // Below the first line, above the footer.
    let body = usize::from(rows).saturating_sub(2);
    let table = body.saturating_sub(detail::least_rows(body) + 1);
    let columns = usize::from(columns).saturating_sub(BESIDE);
    table / row::rows(columns)
}

/// Draws the screen.
pub(super) fn draw(
    app: &App,
    theme: &Theme,
    focused: bool,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut HitMap,
) {
    let Some(portfolio) = &app.portfolio else {
        return;
    };
    let columns = usize::from(area.width).saturating_sub(BESIDE);
    let (top, body) = flow::split_rows(area, u16::from(area.height > 2));
    buffer.set_style(top, theme.stripe);
    flow::put(&[summary(app, portfolio, theme, columns)], top, buffer);
    let lines = detail::lines(app, theme, columns, usize::from(body.height));
    let rest = body.height.saturating_sub(cells(lines.len()));
    let (body, below) = flow::split_rows(body, rest);
    flow::put(&flow::indented(lines, 1), below, buffer);
    if portfolio.shown().len() == 0 {
        return draw_nothing(app, portfolio, theme, body, buffer);
    }
    let table = Table::of(app, theme, columns);
    let (head, body) = flow::split_rows(body, u16::from(body.height > 3));
    flow::put(&flow::indented(table.heads(), 1), head, buffer);
    draw_rows(app, portfolio, &table, focused, body, buffer, hits);
}

/// The rows in view; those out of view cost nothing.
fn draw_rows(
    app: &App,
    portfolio: &Portfolio,
    table: &Table,
    focused: bool,
    body: Rect,
    buffer: &mut Buffer,
    hits: &mut HitMap,
) {
    let mut page = Page::default();
    for at in 0..portfolio.shown().len() {
        page.add(vec![Line::default(); table.rows()], Some(at));
    }
    let (row, room) = (
        app.lists.cursor(Screen::Portfolio).row,
        usize::from(body.height),
    );
    let first = page.first_line(row, room);
    let skipped = first / table.rows();
    let shown = portfolio.shown().enumerate().skip(skipped);
    for (at, journey) in shown.take(room / table.rows() + 2) {
        let lines = page.lines.iter_mut().skip(at * table.rows());
        for (line, text) in lines.zip(table.row(&journey.entry)) {
            line.1 = text;
        }
    }
    let cursor = PageCursor {
        row: focused.then_some(row),
        first,
    };
    page.draw(&cursor, table.theme, body, buffer, hits, Target::Entry);
}

/// What is in view, and by what it is filtered and sorted; the last parts go where there is little
/// room.
fn summary(app: &App, portfolio: &Portfolio, theme: &Theme, columns: usize) -> Line<'static> {
    let lang = app.lang;
    let mut spans = vec![
        Span::styled("▌", theme.key),
        Span::styled(w::scope_portfolio(lang), theme.heading),
    ];
    let mut left = columns.saturating_sub(width(w::scope_portfolio(lang)));
    for (text, style) in parts(app, portfolio, theme) {
        let text = sanitize_line(&text);
        let room = left.saturating_sub(APART);
        // What is said in passing is said whole, or not.
        if room < 4 || style == theme.dim && width(&text) > room {
            break;
        }
        let text = truncate(&text, room).into_owned();
        left -= APART + width(&text);
        spans.extend([Span::raw(" ".repeat(APART)), Span::styled(text, style)]);
    }
    Line::from(spans)
}

fn parts(app: &App, portfolio: &Portfolio, theme: &Theme) -> Vec<(String, Style)> {
    let lang = app.lang;
    let (shown, all) = (portfolio.shown().len(), portfolio.count());
    let mut parts = Vec::new();
    match (portfolio.is_loading, portfolio.files) {
        (true, None) => parts.push((w::portfolio_looking(lang).to_owned(), theme.warn)),
        (true, Some(files)) => {
            let text = w::portfolio_reading(lang, portfolio.read, files);
            parts.push((text, theme.warn));
        }
        (false, _) if shown == all => parts.push((count(app, all), theme.text)),
        (false, _) => {}
    }
    if portfolio.is_filtered() {
        parts.push((w::portfolio_shown(lang, shown, all), theme.text));
        let need = portfolio.need.map(|it| w::portfolio_need(lang, it));
        let text = Some(portfolio.text.as_str()).filter(|it| !it.is_empty());
        let what: Vec<&str> = need.into_iter().chain(text).collect();
        parts.push((w::filter_line(&what.join(" · ")), theme.warn));
    }
    if portfolio.order != Order::Path {
        let by = w::portfolio_order(lang, portfolio.order);
        parts.push((w::portfolio_sorted(lang, by), theme.label));
    }
    let folder = portfolio.folder.to_string_lossy().into_owned();
    parts.push((folder, theme.label));
    if !portfolio.is_filtered() && all > 0 {
        let overdue = portfolio.in_need(Need::Overdue);
        let stale = portfolio.in_need(Need::Review);
        parts.push((w::portfolio_overdue_in(lang, overdue), theme.dim));
        parts.push((w::portfolio_stale_in(lang, stale), theme.dim));
    }
    parts
}

fn count(app: &App, all: usize) -> String {
    match all {
        1 => w::portfolio_one(app.lang).to_owned(),
        _ => w::portfolio_many(app.lang, all),
    }
}

/// Says why there is nothing to see.
fn draw_nothing(app: &App, portfolio: &Portfolio, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let text = match (portfolio.is_filtered(), portfolio.is_loading) {
        (_, true) => w::portfolio_looking(app.lang),
        (true, _) => w::portfolio_nothing_fits(app.lang),
        _ => w::portfolio_none(app.lang),
    };
    let columns = usize::from(area.width).saturating_sub(BESIDE);
    let lines = flow::wrapped(text, columns, theme.dim);
    flow::put(&flow::indented(lines, 1), area, buffer);
}
