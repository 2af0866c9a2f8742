//! The inspector: a page of rows, each a field or an item, with what follows from them below.
//!
//! Draws what `app` says of a page; knows no key and no edit.

mod kpi;
mod no_figure;
mod rows;
mod summary;

use super::findings;
use super::flow::{self, cells};
use super::hit::{HitMap, Target};
use super::page::{Page, PageCursor};
use super::theme::{PLAIN, Theme};
use crate::app::App;
use crate::i18n as w;
use crate::journey::finding::Finding;
use crate::journey::place::Place;
use crate::sort;
use crate::text::{sanitize_line, wrap_to};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Lines that the path to a page may take.
const TITLE_LINES: usize = 2;

/// Draws the page on top of the inspector.
pub(super) fn draw(
    app: &App,
    theme: &Theme,
    focused: bool,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut HitMap,
) {
    let title = title(app, theme, focused, usize::from(area.width));
    let (top, body) = flow::split_rows(area, cells(title.len()).min(area.height / 2));
    buffer.set_style(top, theme.stripe);
    flow::put(&title, top, buffer);
    let columns = usize::from(body.width).saturating_sub(3);
    let page = page(app, theme, columns);
    let (cursor, room) = (app.page().1, usize::from(body.height));
    let cursor = PageCursor {
        row: focused.then_some(cursor),
        first: page.first_line(cursor, room) + app.inspector.below,
    };
    page.draw(&cursor, theme, body, buffer, hits, Target::Row);
}

/// Lines of the page that are not in view when the cursor stands on its last row.
pub(super) fn below(app: &App, area: Rect) -> usize {
    let title = title(app, &PLAIN, true, usize::from(area.width)).len();
    let (_, body) = flow::split_rows(area, cells(title).min(area.height / 2));
    let page = page(app, &PLAIN, usize::from(body.width).saturating_sub(3));
    let room = usize::from(body.height);
    let first = page.first_line(app.page().1, room);
    page.lines.len().saturating_sub(first + room)
}

/// The way to the page, and the page's own name.
fn title(app: &App, theme: &Theme, focused: bool, columns: usize) -> Vec<Line<'static>> {
    let (way, own) = way(app);
    let (sign, style) = match focused {
        true => ("▌", theme.heading),
        false => (" ", theme.dim),
    };
    let columns = columns.saturating_sub(2);
    let mut lines = Vec::new();
    let mut add = |text: &str, count: usize, style: Style| {
        for line in wrap_to(&sanitize_line(text), columns, count) {
            let sign = Span::styled(sign, theme.key);
            lines.push(Line::from(vec![
                sign,
                Span::styled(line.into_owned(), style),
            ]));
        }
    };
    if !way.is_empty() {
        add(&way, 1, theme.dim);
    }
    add(&own, TITLE_LINES, style);
    lines
}

/// The pages that led here, of each element the last, and the page's own name.
fn way(app: &App) -> (String, String) {
    let pages: Vec<&Place> = app.inspector.pages.iter().map(|(place, _)| place).collect();
    let Some((own, before)) = pages.split_last() else {
        return Default::default();
    };
    let next = before.iter().skip(1).chain(std::iter::once(own));
    let left = before.iter().zip(next);
    let others = left.filter(|(place, next)| place.element != next.element);
    let way: Vec<String> = others.map(|(place, _)| app.place_in_words(place)).collect();
    (way.join(" › "), app.place_in_words(own))
}

fn page(app: &App, theme: &Theme, columns: usize) -> Page {
    let place = app.page().0;
    let rows = app.rows(place);
    let mut page = Page::default();
    page.add(summary::headline(app, place, theme, columns), None);
    let layout = rows::Layout::new(&rows, columns, app.lang);
    for (at, row) in rows.iter().enumerate() {
        page.add(layout.lines(row, theme), Some(at));
        let was = app.was(&row.place);
        page.add(layout.was(was, theme), Some(at));
        if row.raw {
            let below = of_row(app, &row.place);
            let indent = layout.indented(theme, below, app);
            page.add(indent, Some(at));
        }
    }
    if rows.is_empty() {
        page.add(
            flow::wrapped(w::inspector_empty(app.lang), columns, theme.dim),
            None,
        );
    }
    summary::add(app, place, theme, columns, &mut page);
    add_findings(app, place, &rows, theme, columns, &mut page);
    page
}

/// Findings on a value that is shown as it stands.
fn of_row<'a>(app: &'a App, place: &Place) -> Vec<&'a Finding> {
    let findings = app.document.parsed.findings.iter();
    findings.filter(|it| it.place == *place).collect()
}

/// The findings on what the page shows that do not stand at a row already, the worst first.
fn add_findings(
    app: &App,
    place: &Place,
    rows: &[crate::app::inspector::InspectorRow],
    theme: &Theme,
    columns: usize,
    page: &mut Page,
) {
    let shown = |it: &Finding| rows.iter().any(|row| row.raw && row.place == it.place);
    let here = |it: &&Finding| {
        it.place.element == place.element && it.place.steps.starts_with(&place.steps)
    };
    let findings = app.document.parsed.findings.iter().filter(here);
    let mut findings: Vec<&Finding> = findings.filter(|it| !shown(it)).collect();
    sort::by_key(&mut findings, |it| it.severity());
    if findings.is_empty() {
        return;
    }
    page.head(w::inspector_findings(app.lang), columns, theme);
    for finding in findings {
        page.add(findings::lines(app, finding, theme, columns), None);
    }
}
