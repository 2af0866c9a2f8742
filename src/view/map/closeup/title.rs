//! The head of a touchpoint: its name as a banner between those of its neighbours, and in a line
//! below where it stands and how it is lived.

use super::super::paint::fill_cursor;
use super::super::ratings::gap_mark;
use super::super::sheet::Sheet;
use super::super::{Hit, Target, bands, names};
use crate::app::map::Row;
use crate::i18n as w;
use crate::text;
use crate::view::flow::split_rows;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The most lines of a name.
const NAME: u16 = 2;
/// The most cells of a neighbour's name, with its arrow.
const SIDE: u16 = 30;

/// Rows of the name and of the line below it.
pub(super) fn height(sheet: &Sheet, area: Rect) -> u16 {
    let name = lines(sheet, area.width).len() as u16;
    match area.height {
        0..=7 => 1,
        8..=30 => name.max(1) + 1,
        // With a blank line below.
        _ => name.max(1) + 2,
    }
}

pub(super) fn draw(sheet: &Sheet, area: Rect, buffer: &mut Buffer, hits: &mut Vec<Hit>) {
    let Some(cursor) = sheet.cursor.filter(|_| !area.is_empty()) else {
        return;
    };
    let name = lines(sheet, area.width).len() as u16;
    let (banner, below) = split_rows(area, name.clamp(1, area.height));
    let stage = sheet.column(cursor.column).map_or(0, |it| it.stage);
    let style = sheet.theme.bands[stage % 2];
    for position in banner.positions() {
        buffer[position].set_char(sheet.theme.band_fill);
    }
    buffer.set_style(banner, style);
    let side = side(banner.width);
    let middle = Rect {
        x: banner.x + side,
        width: banner.width - 2 * side,
        ..banner
    };
    draw_name(sheet, cursor.column, middle, buffer);
    // A stage without touchpoints has no other row to stand on.
    let row = match sheet.touchpoint(cursor.column) {
        Some(_) => Row::Name,
        None => cursor.row,
    };
    fill_cursor(sheet, cursor.column, row, middle, buffer);
    add(
        middle,
        Target::Cell {
            column: cursor.column,
            row: Row::Name,
        },
        hits,
    );
    draw_neighbours(sheet, cursor.column, banner, style, buffer, hits);
    if !below.is_empty() {
        let line = position(sheet, cursor.column, stage);
        let width = (line.width() as u16).min(below.width);
        let x = below.x + (below.width - width) / 2;
        buffer.set_line(x, below.y, &line, width);
    }
}

fn add(area: Rect, target: Target, hits: &mut Vec<Hit>) {
    if !area.is_empty() {
        hits.push(Hit { area, target });
    }
}

/// Cells at each side for the name of a neighbour.
fn side(width: u16) -> u16 {
    (width / 4).min(SIDE)
}

fn lines(sheet: &Sheet, width: u16) -> Vec<Line<'static>> {
    let column = sheet.cursor.map_or(0, |it| it.column);
    let room = width.saturating_sub(2 * side(width) + 4);
    names::in_lines(sheet, column, room, NAME)
}

fn draw_name(sheet: &Sheet, column: usize, middle: Rect, buffer: &mut Buffer) {
    let room = middle.width.saturating_sub(4);
    for (row, line) in middle
        .rows()
        .zip(names::in_lines(sheet, column, room, middle.height))
    {
        let indent = (row.width.saturating_sub(line.width() as u16)) / 2;
        // The ground of the banner, with the signs of the name.
        let words: String = line.spans.iter().map(|it| it.content.as_ref()).collect();
        let style = buffer[(row.x, row.y)].style();
        buffer.set_stringn(
            row.x + indent,
            row.y,
            words,
            usize::from(row.width - indent),
            style,
        );
    }
}

fn draw_neighbours(
    sheet: &Sheet,
    column: usize,
    banner: Rect,
    style: Style,
    buffer: &mut Buffer,
    hits: &mut Vec<Hit>,
) {
    let (row, side) = (
        Rect {
            height: 1,
            ..banner
        },
        side(banner.width),
    );
    let room = usize::from(side.saturating_sub(3));
    if let Some(before) = column.checked_sub(1) {
        let name = names::plain(sheet, before);
        let words = format!("‹ {}", text::truncate(&name, room));
        buffer.set_stringn(
            row.x + 1,
            row.y,
            words,
            usize::from(side.saturating_sub(1)),
            style,
        );
        add(Rect { width: side, ..row }, Target::Column(before), hits);
    }
    if column + 1 < sheet.columns.total {
        let name = names::plain(sheet, column + 1);
        let words = format!("{} ›", text::truncate(&name, room));
        let width = (text::width(&words) as u16 + 1).min(side);
        let x = row.right() - width;
        buffer.set_stringn(x, row.y, words, usize::from(width), style);
        let area = Rect {
            x: row.right() - side,
            width: side,
            ..row
        };
        add(area, Target::Column(column + 1), hits);
    }
}

/// Stage, place in the journey, and the gap.
fn position(sheet: &Sheet, column: usize, stage: usize) -> Line<'static> {
    let lang = sheet.lang();
    let stage = format!("{} {}", stage + 1, bands::name_of(sheet, stage));
    let place = w::dialog_position(lang, column + 1, sheet.columns.total);
    let mut line = Line::from(Span::styled(format!("{stage} · {place}"), sheet.theme.dim));
    let gap = sheet.touchpoint(column).and_then(|it| it.gap());
    if let Some(gap) = gap {
        line.push_span(Span::styled(
            format!(" · {} ", w::map_gap(lang)),
            sheet.theme.dim,
        ));
        line.push_span(gap_mark(sheet, gap));
    }
    line
}
