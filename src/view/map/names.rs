//! The names of the touchpoints under their stage, with ◆ before a Moment of Truth and
//! ✗ where something is wrong.

use super::items::{Item, layout};
use super::paint::{fill_cursor, put_lines};
use super::sheet::Sheet;
use super::{Hit, Target};
use crate::app::map::Row;
use crate::i18n as w;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use std::borrow::Cow;

/// Rows that the names in view need.
pub(super) fn height(sheet: &Sheet) -> u16 {
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
    for column in sheet.columns.shown() {
        let cell = sheet.cell(column..column + 1, rows);
        put_lines(sheet, &lines(sheet, column, rows.height), cell, buffer);
        fill_cursor(sheet, column, Row::Name, cell, buffer);
        let target = Target::Cell {
            column,
            row: Row::Name,
        };
        if !cell.is_empty() {
            hits.push(Hit { area: cell, target });
        }
    }
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
    let name = if touchpoint.name.is_empty() {
        &touchpoint.id
    } else {
        &touchpoint.name
    };
    let item = Item::new(Cow::Borrowed(name.as_str()), sheet.theme.heading);
    let is_wrong = sheet.errors(column).next().is_some();
    match (is_wrong, &touchpoint.moment_of_truth) {
        (true, Some(_)) => item.led_by("✗ ◆ ", sheet.theme.bad),
        (true, None) => item.led_by("✗ ", sheet.theme.bad),
        (false, Some(_)) => item.led_by("◆ ", sheet.theme.moment),
        (false, None) => item,
    }
}
