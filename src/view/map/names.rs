//! The names of the touchpoints under their stage, with ◆ before a Moment of Truth and
//! ✗ where something is wrong.

use super::items::{Item, layout};
use super::paint::{fill_cursor, put_lines};
use super::sheet::Sheet;
use super::{Hit, Target};
use crate::app::map::Row;
use crate::i18n as w;
use crate::journey::model::Touchpoint;
use crate::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use std::borrow::Cow;

/// Rows that the names in view need.
pub(super) fn height(sheet: &Sheet) -> u16 {
    if !sheet.is_named() {
        return 1;
    }
    let needed = sheet
        .columns
        .shown()
        .map(|column| lines(sheet, column, sheet.limits.names).len());
    needed
        .max()
        .unwrap_or(1)
        .clamp(1, usize::from(sheet.limits.names)) as u16
}

pub(super) fn draw(sheet: &Sheet, rows: Rect, buffer: &mut Buffer, hits: &mut Vec<Hit>) {
    let is_named = sheet.is_named();
    for group in sheet.columns.groups() {
        let column = sheet.foremost(&group);
        let cell = sheet.cell(group, rows);
        if is_named {
            put_lines(sheet, &lines(sheet, column, rows.height), cell, buffer);
            fill_cursor(sheet, column, Row::Name, cell, buffer);
        }
        let target = Target::Cell {
            column,
            row: Row::Name,
        };
        if !cell.is_empty() {
            hits.push(Hit { area: cell, target });
        }
    }
    if !is_named {
        draw_current(sheet, rows, buffer);
    }
}

/// Cells around that name: an arrow and blanks.
const AROUND: u16 = 3;

/// The name of the touchpoint under the cursor alone, where names have no room: at the right of its
/// column, or at the left where it has more room there.
fn draw_current(sheet: &Sheet, row: Rect, buffer: &mut Buffer) {
    let Some(cursor) = sheet.cursor.filter(|_| !row.is_empty()) else {
        return;
    };
    let labels = sheet.columns.labels.min(row.width);
    let (start, end) = (row.x + labels, row.right());
    let cell = sheet.cell(cursor.column..cursor.column + 1, row);
    let words = |room: u16| {
        let name = name(sheet, cursor.column);
        let lines = layout(&[name], room.saturating_sub(AROUND), 1, sheet.theme.dim);
        lines.into_iter().next().unwrap_or_default()
    };
    let (at_left, at_right) = (
        cell.right().saturating_sub(start),
        end.saturating_sub(cell.x),
    );
    let whole = words(row.width).width() as u16 + AROUND;
    let is_right = whole <= at_right || at_left <= at_right;
    let room = if is_right { at_right } else { at_left };
    let words = words(room);
    let width = (words.width() as u16 + AROUND).min(room);
    let (x, arrow, text) = match is_right {
        true => (cell.x, 0, 2),
        false => (cell.right() - width, width.saturating_sub(1), 1),
    };
    let area = Rect { x, width, ..row };
    buffer.set_stringn(x + arrow, row.y, "▾", 1, sheet.theme.key);
    buffer.set_line(x + text, row.y, &words, width.saturating_sub(text));
    fill_cursor(sheet, cursor.column, Row::Name, area, buffer);
}

fn lines(sheet: &Sheet, column: usize, limit: u16) -> Vec<Line<'static>> {
    let (name, path) = (name(sheet, column), path(sheet, column));
    let items = match path {
        None => vec![name],
        // There is no line for the path's own name: its sign alone goes before the touchpoint's.
        Some(_) if limit < 3 => vec![name.or_led_by("↳ ", sheet.theme.dim)],
        Some(path) => vec![name, path],
    };
    layout(&items, sheet.text_width(column), limit, sheet.theme.dim)
}

/// The name of a touchpoint in lines of so many columns, with its signs.
pub(super) fn in_lines(sheet: &Sheet, column: usize, width: u16, limit: u16) -> Vec<Line<'static>> {
    layout(&[name(sheet, column)], width, limit, sheet.theme.dim)
}

/// The name of a touchpoint by itself.
pub(super) fn plain<'a>(sheet: &Sheet<'a>, column: usize) -> Cow<'a, str> {
    let Some(touchpoint) = sheet.touchpoint(column) else {
        return Cow::Borrowed(w::map_no_touchpoint(sheet.lang()));
    };
    text::sanitize_line(name_of(touchpoint))
}

fn name_of(touchpoint: &Touchpoint) -> &str {
    if touchpoint.name.is_empty() {
        &touchpoint.id
    } else {
        &touchpoint.name
    }
}

/// The path of a touchpoint that is not on the main line.
fn path<'a>(sheet: &Sheet<'a>, column: usize) -> Option<Item<'a>> {
    let id = sheet.touchpoint(column)?.path.as_deref()?;
    let mut paths = sheet.content.journey.paths.iter();
    let path = paths.find(|path| path.id == id);
    let name = path.map_or(id, |path| &path.name);
    let item = Item::new(Cow::Borrowed(name), sheet.theme.dim);
    Some(item.led_by("↳ ", sheet.theme.dim))
}

fn name<'a>(sheet: &Sheet<'a>, column: usize) -> Item<'a> {
    let Some(touchpoint) = sheet.touchpoint(column) else {
        return Item::new(w::map_no_touchpoint(sheet.lang()), sheet.theme.dim);
    };
    let item = Item::new(name_of(touchpoint), sheet.theme.heading);
    let is_wrong = sheet.errors(column).next().is_some();
    match (is_wrong, &touchpoint.moment_of_truth) {
        (true, Some(_)) => item.led_by("✗ ◆ ", sheet.theme.bad),
        (true, None) => item.led_by("✗ ", sheet.theme.bad),
        (false, Some(_)) => item.led_by("◆ ", sheet.theme.moment),
        (false, None) => item,
    }
}
