//! The stages as bands over their touchpoints. The name stays in the visible part of its band.

use super::paint::fill_cursor;
use super::sheet::Sheet;
use super::{Hit, Target};
use crate::app::map::Row;
use crate::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::borrow::Cow;
use std::ops::Range;

pub(super) fn draw(sheet: &Sheet, row: Rect, buffer: &mut Buffer, hits: &mut Vec<Hit>) {
    for (stage, columns) in runs(sheet, sheet.columns.shown()) {
        let band = sheet.cell(columns.clone(), row);
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

/// The stages of some columns, each with its part of them.
pub(super) fn runs(sheet: &Sheet, columns: Range<usize>) -> Vec<(usize, Range<usize>)> {
    let mut runs: Vec<(usize, Range<usize>)> = Vec::new();
    for column in columns {
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

/// What a stage is called; nothing where there is none.
pub(super) fn name_of<'a>(sheet: &Sheet<'a>, stage: usize) -> Cow<'a, str> {
    let stages = &sheet.content.journey.stages;
    stages.get(stage).map_or(Cow::Borrowed(""), |it| {
        let name = if it.name.is_empty() { &it.id } else { &it.name };
        text::sanitize_line(name)
    })
}

fn name(sheet: &Sheet, stage: usize, band: Rect, buffer: &mut Buffer) {
    let mark = if sheet.is_stage_wrong(stage) {
        "✗ "
    } else {
        ""
    };
    let name = name_of(sheet, stage);
    let width = usize::from(band.width);
    let shown = match sheet.is_whole {
        true => words(stage, &name, width),
        false => {
            let numbered = format!("{mark}{} {name}", stage + 1);
            format!(" {} ", text::truncate(&numbered, width.saturating_sub(2)))
        }
    };
    buffer.set_stringn(band.x, band.y, shown, width, sheet.theme.bands[stage % 2]);
}

/// A name cut to less than this says nothing.
const NAME: usize = 3;

/// Number and name of a stage between blanks, or the number alone; at the least, a blank.
pub(super) fn words(stage: usize, name: &str, room: usize) -> String {
    let number = format!(" {}", stage + 1);
    let left = room.saturating_sub(text::width(&number) + 2);
    let name = text::truncate(name, left);
    match text::width(&name) >= NAME {
        true => format!("{number} {name} "),
        false if text::width(&number) <= room => number,
        false => " ".to_owned(),
    }
}
