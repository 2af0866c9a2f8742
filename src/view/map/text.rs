//! The Map as plain text, whole: as many columns side by side as fit, the others below them.
//!
//! The same drawing as on screen, into buffers that are as tall as their content.

use super::lanes::{self, Block};
use super::sheet::Sheet;
use super::{Content, Errors, bands, names};
use crate::app::map::{Lane, Lens, Widths, columns};
use crate::i18n::{self as w, Lang};
use crate::journey::check::Neighbour;
use crate::journey::model::Journey;
use crate::text;
use crate::view::map::geometry::Limits;
use crate::view::theme;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

/// The Map in lines of at most `width` columns; `today` is `YYYY-MM-DD`.
///
/// Nothing is cut: lanes are as tall as their texts, and touchpoints that do not fit beside the
/// others stand below them. Lanes that say nothing anywhere are left out.
pub fn map_as_text(
    journey: &Journey,
    neighbour: &Neighbour,
    lang: Lang,
    width: u16,
    today: &str,
) -> String {
    let lens = Lens::default();
    let columns = columns(journey, &lens.path);
    let errors = Errors::default();
    let content = Content {
        journey,
        neighbour,
        errors: &errors,
        changes: None,
        columns: &columns,
        lens: &lens,
        lang,
        today,
    };
    let width = width.max(1);
    let title = w::title_with_audience(lang, journey);
    let title = text::sanitize_line(&title);
    let mut lines: Vec<String> = text::wrap(&title, usize::from(width))
        .into_iter()
        .map(|line| line.trim_end().to_owned())
        .collect();
    if columns.is_empty() {
        lines.push(w::map_no_stage(lang).to_owned());
    }
    let mut first = 0;
    while first < columns.len() {
        let sheet = sheet(content, width, first);
        first += sheet.columns.count;
        lines.push(String::new());
        lines.extend(block_of_columns(&sheet, width));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// The sheet whose first column is `first`; the last one may have fewer columns than fit.
fn sheet(content: Content<'_>, width: u16, first: usize) -> Sheet<'_> {
    let size = Size { width, height: 0 };
    let mut sheet = Sheet::new(content, &theme::PLAIN, size, Widths::Automatic, first);
    let columns = &mut sheet.columns;
    let left = columns.total - first;
    if left < columns.count {
        let part = usize::from(columns.width) * left / columns.count;
        columns.width = part as u16;
        columns.count = left;
    }
    columns.first = first;
    sheet.limits = Limits::NONE;
    sheet
}

fn block_of_columns(sheet: &Sheet, width: u16) -> Vec<String> {
    let mut lines = drawn(width, 1, |area, buffer| {
        bands::draw(sheet, area, buffer, &mut Vec::new());
    });
    lines.extend(drawn(width, sheet.names_height(), |area, buffer| {
        lanes::draw_stage_lines(sheet, area, '│', buffer);
        names::draw(sheet, area, buffer, &mut Vec::new());
    }));
    let journey = sheet.content.journey;
    let touchpoints = || journey.stages.iter().flat_map(|it| &it.touchpoints);
    let used = Lane::ALL
        .iter()
        .filter(|lane| touchpoints().any(|at| lane.says(journey, at)));
    for lane in used {
        lines.extend(drawn(width, 1, |area, buffer| {
            lanes::draw_rule(sheet, area, buffer)
        }));
        let block = Block::new(sheet, *lane, false);
        lines.extend(drawn(width, block.height, |area, buffer| {
            lanes::draw_block(sheet, &block, area, buffer, &mut Vec::new());
        }));
    }
    lines
}

/// What a function draws into rows of its own, as text without blanks at the line ends.
fn drawn(width: u16, height: u16, draw: impl FnOnce(Rect, &mut Buffer)) -> Vec<String> {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    draw(area, &mut buffer);
    lines(&buffer)
}

/// The text of a buffer without blanks at the line ends.
pub(super) fn lines(buffer: &Buffer) -> Vec<String> {
    buffer.area.rows().map(|row| line(buffer, row)).collect()
}

fn line(buffer: &Buffer, row: Rect) -> String {
    let mut line = String::new();
    let mut x = row.left();
    while x < row.right() {
        let symbol = buffer[(x, row.y)].symbol();
        line.push_str(if symbol == "\u{A0}" { " " } else { symbol });
        x += text::width(symbol).max(1) as u16;
    }
    line.truncate(line.trim_end().len());
    line
}
