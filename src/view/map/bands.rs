//! The stages as bands over their touchpoints. The name stays in the visible part of its band.

use super::paint::fill_cursor;
use super::sheet::Sheet;
use super::{Hit, Target, marks};
use crate::app::map::Row;
use crate::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::ops::Range;

pub(super) fn draw(sheet: &Sheet, row: Rect, buffer: &mut Buffer, hits: &mut Vec<Hit>) {
    for (stage, columns) in runs(sheet) {
        let band = sheet.cell(columns.clone(), beside_mark(sheet, row));
        if band.is_empty() {
            continue;
        }
        fill(sheet, stage, band, buffer);
        name(sheet, stage, band, buffer);
        if let Some(cursor) = sheet.cursor.filter(|it| columns.contains(&it.column)) {
            fill_cursor(sheet, cursor.column, Row::Stage, band, buffer);
        }
        hits.push(Hit {
            area: band,
            target: Target::Stage(stage),
        });
    }
}

/// The row without the mark at its right end.
fn beside_mark(sheet: &Sheet, row: Rect) -> Rect {
    let mark = text::width(&marks::at_right(sheet)) as u16;
    Rect {
        width: row.width.saturating_sub(mark),
        ..row
    }
}

/// The stages in view, each with its columns in view.
fn runs(sheet: &Sheet) -> Vec<(usize, Range<usize>)> {
    let mut runs: Vec<(usize, Range<usize>)> = Vec::new();
    for column in sheet.columns.shown() {
        let Some(stage) = sheet.column(column).map(|it| it.stage) else {
            break;
        };
        match runs.last_mut() {
            Some((last, columns)) if *last == stage => columns.end = column + 1,
            _ => runs.push((stage, column..column + 1)),
        }
    }
    runs
}

fn fill(sheet: &Sheet, stage: usize, band: Rect, buffer: &mut Buffer) {
    for x in band.left()..band.right() {
        buffer[(x, band.y)].set_char(sheet.theme.band_fill);
    }
    buffer.set_style(band, sheet.theme.bands[stage % 2]);
}

fn name(sheet: &Sheet, stage: usize, band: Rect, buffer: &mut Buffer) {
    let Some(it) = sheet.content.journey.stages.get(stage) else {
        return;
    };
    let name = if it.name.is_empty() { &it.id } else { &it.name };
    let mark = if sheet.is_stage_wrong(stage) {
        "✗ "
    } else {
        ""
    };
    let numbered = format!("{mark}{} {}", stage + 1, text::sanitize_line(name));
    let width = usize::from(band.width);
    let shown = format!(" {} ", text::truncate(&numbered, width.saturating_sub(2)));
    buffer.set_stringn(band.x, band.y, shown, width, sheet.theme.bands[stage % 2]);
}
