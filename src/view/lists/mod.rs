//! The screens that are lists: a title, and a page of entries, one file a list.

mod conflicts;
mod department;
mod departments;
mod findings;
mod history;
mod import;
mod improvement_board;
mod improvements;
mod kpis;
mod moments;
mod notes;
mod outline;
mod priorities;
mod strategy;
#[cfg(test)]
mod test_journey;
#[cfg(test)]
mod tests;
mod text;
mod values;

use super::hit::{HitMap, Target};
use super::matrix::Matrix;
use super::page::{Page, PageCursor};
use super::theme::Theme;
use super::{compare, filter, flow, priorities as quadrants};
use crate::app::improvements::Showing;
use crate::app::{App, Screen};
use crate::i18n as w;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

pub use text::{Printed, department_as_text, list_as_text};

/// Draws the list that has the keys, or stands beside the inspector.
pub(super) fn draw(
    app: &App,
    theme: &Theme,
    focused: bool,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut HitMap,
) {
    let (line, area) = match app.behind {
        Screen::Moments | Screen::Values => filter::split(app, area),
        _ => (Rect::default(), area),
    };
    filter::draw(app, theme, line, buffer);
    let (top, body) = flow::split_rows(area, u16::from(area.height > 2));
    buffer.set_style(top, theme.stripe);
    flow::put(&[title(app, theme, focused)], top, buffer);
    match app.behind {
        Screen::Priorities => return quadrants::draw(app, theme, focused, body, buffer, hits),
        Screen::Values => return values::draw(app, theme, focused, body, buffer, hits),
        Screen::Departments => return departments::draw(app, theme, focused, body, buffer, hits),
        Screen::Improvements => {
            return improvement_board::draw(app, theme, focused, body, buffer, hits);
        }
        Screen::Compare => return compare::draw(app, theme, focused, body, buffer, hits),
        _ => {}
    }
    let chart = match app.behind {
        Screen::History => history::chart_rows(app, body.height),
        _ => 0,
    };
    let (chart, body) = flow::split_rows(body, chart);
    history::draw_chart(app, theme, chart, buffer);
    let columns = usize::from(body.width).saturating_sub(3);
    // Heads of columns stay where they are when the entries scroll.
    let heads = match app.behind {
        Screen::Kpis => kpis::heads(app, theme, columns),
        _ => Vec::new(),
    };
    let (head, body) = flow::split_rows(body, flow::cells(heads.len()).min(body.height / 4));
    flow::put(&flow::indented(heads, 1), head, buffer);
    let page = page(app, theme, columns);
    draw_page(app, theme, focused, &page, body, buffer, hits);
}

/// Draws the entries of the list, with its cursor.
pub(super) fn draw_page(
    app: &App,
    theme: &Theme,
    focused: bool,
    page: &Page,
    body: Rect,
    buffer: &mut Buffer,
    hits: &mut HitMap,
) {
    let row = app.lists.cursor(app.behind).row;
    let cursor = PageCursor {
        row: focused.then_some(row),
        first: page.first_line(row, usize::from(body.height)),
    };
    page.draw(&cursor, theme, body, buffer, hits, Target::Entry);
}

/// The list's name, and how many entries are marked.
fn title(app: &App, theme: &Theme, focused: bool) -> Line<'static> {
    let (sign, style) = match focused {
        true => ("▌", theme.heading),
        false => (" ", theme.dim),
    };
    let mut spans = vec![
        Span::styled(sign, theme.key),
        Span::styled(app.behind.word(app.lang), style),
    ];
    if app.behind == Screen::Improvements && app.improvements == Showing::WhatWorked {
        let text = format!(" · {}", w::improvements_what_worked(app.lang));
        spans.push(Span::styled(text, style));
    }
    let marked = app.lists.marked.len();
    if marked > 0 {
        let text = format!("   ▪ {}", w::screen_marked(app.lang, marked));
        spans.push(Span::styled(text, theme.warn));
    }
    Line::from(spans)
}

fn page(app: &App, theme: &Theme, columns: usize) -> Page {
    let mut page = Page::default();
    match app.behind {
        Screen::Outline => outline::add(app, theme, columns, &mut page),
        Screen::Moments => moments::add(app, theme, columns, &mut page),
        Screen::Kpis => kpis::add_rows(app, theme, columns, &mut page),
        Screen::Strategy => strategy::add(app, theme, columns, &mut page),
        Screen::Findings => findings::add(app, theme, columns, &mut page),
        Screen::Notes => notes::add(app, theme, columns, &mut page),
        Screen::History => history::add(app, theme, columns, &mut page),
        Screen::Import => import::add(app, theme, columns, &mut page),
        Screen::Conflicts => conflicts::add(app, theme, columns, &mut page),
        Screen::Map | Screen::Inspector | Screen::Priorities | Screen::Compare => {}
        Screen::Values | Screen::Departments | Screen::Improvements => {}
        Screen::Portfolio | Screen::Start | Screen::Meeting => {}
    }
    page
}

/// What the rows drawn hit, with the columns of the first ones, which are those of a matrix.
fn crossings(matrix: &Matrix<'_>, rows: usize, drawn: &HitMap, hits: &mut HitMap) {
    for (area, target) in drawn.iter() {
        match target {
            Target::Entry(row) if *row < rows => matrix.hit(*area, *row, hits),
            target => hits.push(*area, *target),
        }
    }
}

/// What signs mean, beside one another.
fn legend(
    entries: &[((&'static str, Style), &'static str)],
    theme: &Theme,
    columns: usize,
) -> Vec<Line<'static>> {
    let mut lines: Vec<Line> = vec![Line::default()];
    for ((sign, style), word) in entries {
        let apart = Span::raw("   ");
        let entry = [
            Span::styled(*sign, *style),
            Span::styled(format!(" {word}"), theme.dim),
        ];
        let own: usize = entry.iter().map(Span::width).sum();
        match lines.last_mut() {
            Some(line) if line.spans.is_empty() => line.spans.extend(entry),
            Some(line) if line.width() + apart.width() + own <= columns => {
                line.spans.push(apart);
                line.spans.extend(entry);
            }
            _ => lines.push(Line::from(entry.to_vec())),
        }
    }
    lines
}
