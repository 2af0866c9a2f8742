//! Signs that there are more lanes than are in view, which way is shown, and where what the mouse
//! has in hand would go.

use super::labels::label;
use super::lanes::More;
use super::sheet::Sheet;
use crate::app::map::{Lane, PathChoice};
use crate::i18n as w;
use crate::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};
use std::ops::Range;

/// Marks above and below where there are more lanes.
pub(super) fn draw(sheet: &Sheet, area: Rect, more: &More, buffer: &mut Buffer) {
    let corner = usize::from(sheet.columns.labels.min(area.width)).saturating_sub(1);
    if more.above > 0 {
        let mark = format!("▴ {}", w::map_lanes(sheet.lang(), more.above));
        put(sheet, area, 1, &mark, corner, buffer);
    }
    draw_way(sheet, area, corner, buffer);
    if !more.below.is_empty() && area.height > 2 {
        below(sheet, area, &more.below, buffer);
    }
}

/// The way that is shown, where it is not all touchpoints.
fn draw_way(sheet: &Sheet, area: Rect, corner: usize, buffer: &mut Buffer) {
    let word = match &sheet.content.lens.path {
        PathChoice::All => return,
        PathChoice::Main => w::path_main(sheet.lang()),
        PathChoice::Of(id) => {
            let mut paths = sheet.content.journey.paths.iter();
            paths.find(|it| it.id == *id).map_or(id, |it| &it.name)
        }
    };
    let mark = format!("↳ {}", text::sanitize_line(word));
    put(sheet, area, 0, &mark, corner, buffer);
}

/// How many lanes are below, and which.
fn below(sheet: &Sheet, area: Rect, lanes: &[Lane], buffer: &mut Buffer) {
    let lang = sheet.lang();
    let row = Rect {
        y: area.bottom() - 1,
        height: 1,
        ..area
    };
    Clear.render(row, buffer);
    buffer.set_style(row, sheet.theme.base);
    let names: Vec<_> = lanes.iter().map(|lane| label(*lane, lang)).collect();
    let mark = format!("▾ {}", w::map_lanes(lang, names.len()));
    let width = usize::from(area.width);
    put(sheet, area, area.height - 1, &mark, width, buffer);
    let used = text::width(&mark) + 2;
    if used < width {
        let names = names.join(" · ");
        let names = text::truncate(&names, width - used);
        let x = area.x + used as u16;
        buffer.set_stringn(x, row.y, names, width - used, sheet.theme.dim);
    }
}

fn put(sheet: &Sheet, area: Rect, row: u16, mark: &str, width: usize, buffer: &mut Buffer) {
    if row < area.height && width > 0 {
        let mark = text::truncate(mark, width);
        buffer.set_stringn(area.x, area.y + row, mark, width, sheet.theme.label);
    }
}

/// A heavy line between the columns where what the mouse has in hand would go.
pub(super) fn landing(
    sheet: &Sheet,
    area: Rect,
    columns: &Range<usize>,
    after: bool,
    buffer: &mut Buffer,
) {
    let shown = sheet.columns.shown();
    let columns = columns.start.max(shown.start)..columns.end.min(shown.end);
    if columns.is_empty() {
        return;
    }
    let cell = sheet.cell(columns, area);
    let x = match after {
        true => cell.right().min(area.right().saturating_sub(1)),
        false => cell.left().saturating_sub(1),
    };
    for y in area.top()..area.bottom() {
        if let Some(cell) = buffer.cell_mut((x, y)) {
            cell.set_char('┃').set_style(sheet.theme.key);
        }
    }
}

/// A journey without stages, and what to do about it.
pub(super) fn no_stage(sheet: &Sheet, area: Rect, buffer: &mut Buffer) {
    let width = usize::from(area.width);
    if !area.is_empty() {
        let words = text::truncate(w::map_first_stage(sheet.lang()), width);
        buffer.set_stringn(area.x, area.y, words, width, sheet.theme.dim);
    }
}
