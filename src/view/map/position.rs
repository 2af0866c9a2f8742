//! The line above a Map that is wider than the screen: the whole journey in small, its stages as
//! long as they are, with ◆, what is in view, and the cursor. A click on it goes there.

use super::geometry::Columns;
use super::sheet::Sheet;
use super::{Hit, Target, bands};
use crate::i18n as w;
use crate::text;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::ops::Range;

/// Rows of the line: none where all is in view, or the screen is too small for it.
pub(super) fn height(columns: &Columns, rows: u16) -> u16 {
    u16::from(columns.count < columns.total && rows >= 6)
}

/// Draws the line into a row.
pub(super) fn draw(sheet: &Sheet, row: Rect, buffer: &mut Buffer, hits: &mut Vec<Hit>) {
    if row.is_empty() {
        return;
    }
    say_where(sheet, row, buffer);
    let mut line = Line {
        sheet,
        whole: sheet.columns.whole(row.width),
        row,
        is_numbered: true,
    };
    let stages = bands::runs(sheet, 0..line.whole.total);
    line.is_numbered = stages.iter().all(|(stage, columns)| {
        let (_, room) = line.room(columns);
        text::width(&line.name(*stage)) <= room
    });
    for (stage, columns) in stages {
        line.draw_stage(stage, columns, buffer);
    }
    line.draw_window(buffer);
    line.draw_moments(buffer);
    line.draw_cursor(buffer);
    line.add_hits(hits);
}

/// Which touchpoint of how many, under the words of the lanes.
fn say_where(sheet: &Sheet, row: Rect, buffer: &mut Buffer) {
    let at = sheet.cursor.map_or(sheet.columns.first, |it| it.column) + 1;
    let words = w::dialog_position(sheet.lang(), at, sheet.columns.total);
    let room = usize::from(sheet.columns.labels.saturating_sub(2));
    if text::width(&words) <= room {
        buffer.set_stringn(row.x + 1, row.y, words, room, sheet.theme.label);
    }
}

/// A stage of fewer cells has no line at its left: it would be all that is seen of it.
const DIVIDED: u16 = 4;

/// A name cut to less than this says nothing.
const NAME: usize = 4;

/// The name of a stage between blanks where there is room for them; cut rather than left out, and
/// at the least the number.
fn words(stage: usize, name: &str, room: usize) -> String {
    let number = (stage + 1).to_string();
    match text::width(name) {
        wide if wide + 2 <= room => format!(" {name} "),
        wide if wide <= room => name.to_owned(),
        _ if room >= NAME => text::truncate(name, room).into_owned(),
        _ if text::width(&number) <= room => number,
        _ => String::new(),
    }
}

struct Line<'a> {
    sheet: &'a Sheet<'a>,
    whole: Columns,
    row: Rect,
    is_numbered: bool,
}

impl Line<'_> {
    /// The cells of some columns; at least one, so that each of them can be seen.
    fn cells(&self, columns: Range<usize>) -> Rect {
        let (left, width) = self.whole.span(columns);
        let cells = Rect {
            x: self.row.x + left,
            width: width.max(1),
            ..self.row
        };
        cells.intersection(self.row)
    }

    /// The part of a stage, with its number and name as far as there is room beside each ◆.
    fn draw_stage(&self, stage: usize, columns: Range<usize>, buffer: &mut Buffer) {
        let part = self.cells(columns.clone());
        let theme = self.sheet.theme;
        for x in part.left()..part.right() {
            buffer[(x, part.y)].set_char('─').set_style(theme.border);
        }
        let (start, room) = self.room(&columns);
        if part.width > self.inside(&columns).width {
            buffer[part.as_position()].set_char('│');
        }
        let words = words(stage, &self.name(stage), room);
        buffer.set_stringn(start, part.y, words, room, theme.dim);
    }

    /// The name of a stage, with its number where all of them have room for it.
    fn name(&self, stage: usize) -> String {
        let name = bands::name_of(self.sheet, stage);
        match self.is_numbered {
            true => format!("{} {name}", stage + 1),
            false => name.into_owned(),
        }
    }

    /// The part of a stage at the right of the line that divides it from the one before.
    fn inside(&self, columns: &Range<usize>) -> Rect {
        let part = self.cells(columns.clone());
        let line = u16::from(columns.start > 0 && part.width >= DIVIDED);
        Rect {
            x: part.x + line,
            width: part.width - line,
            ..part
        }
    }

    /// Where the name of a stage has most room.
    fn room(&self, columns: &Range<usize>) -> (u16, usize) {
        self.roomiest(self.inside(columns), columns.clone())
    }

    /// Where a touchpoint has its ◆: in the middle of its cells.
    fn moment(&self, column: usize) -> Position {
        let cells = self.cells(column..column + 1);
        Position::new(cells.x + cells.width / 2, cells.y)
    }

    /// Where between the ◆ of some columns there is most room, and how much: the first such place.
    fn roomiest(&self, part: Rect, columns: Range<usize>) -> (u16, usize) {
        let moments = columns.filter(|column| self.is_moment(*column));
        let cells: Vec<u16> = moments.map(|at| self.moment(at).x).collect();
        let starts = [part.x].into_iter().chain(cells.iter().map(|x| x + 1));
        let ends = cells.iter().copied().chain([part.right()]);
        let places = starts
            .zip(ends)
            .map(|(start, end)| (start, usize::from(end.saturating_sub(start))));
        let places: Vec<(u16, usize)> = places.collect();
        let roomiest = places.iter().rev().max_by_key(|(_, room)| *room);
        roomiest.copied().unwrap_or((part.x, 0))
    }

    /// What is in view, heavier and brighter.
    fn draw_window(&self, buffer: &mut Buffer) {
        let theme = self.sheet.theme;
        for position in self.cells(self.sheet.columns.shown()).positions() {
            let Some(cell) = buffer.cell_mut(position) else {
                continue;
            };
            match cell.symbol() {
                "─" => _ = cell.set_char('━'),
                _ => _ = cell.set_style(theme.heading),
            }
            cell.set_style(theme.selection);
        }
    }

    fn is_moment(&self, column: usize) -> bool {
        let touchpoint = self.sheet.touchpoint(column);
        touchpoint.is_some_and(|it| it.moment_of_truth.is_some())
    }

    fn draw_moments(&self, buffer: &mut Buffer) {
        for column in (0..self.whole.total).filter(|column| self.is_moment(*column)) {
            if let Some(cell) = buffer.cell_mut(self.moment(column)) {
                let ground = cell.bg;
                let style = self.sheet.theme.moment.bg(ground);
                cell.set_char('◆').set_style(style);
            }
        }
    }

    fn draw_cursor(&self, buffer: &mut Buffer) {
        let Some(cursor) = self.sheet.cursor else {
            return;
        };
        let cells = self.cells(cursor.column..cursor.column + 1);
        for (at, position) in cells.positions().enumerate() {
            if let Some(cell) = buffer.cell_mut(position) {
                cell.set_style(cursor.style);
                // A name under the cursor stays whole.
                match (cell.symbol(), at) {
                    ("━" | "│" | " ", 0) => _ = cell.set_char('▌').set_style(cursor.bar),
                    ("━", _) => _ = cell.set_char(' '),
                    _ => {}
                }
            }
        }
    }

    /// Every cell leads to the first of its columns.
    fn add_hits(&self, hits: &mut Vec<Hit>) {
        let mut end = 0;
        for column in 0..self.whole.total {
            let area = self.cells(column..column + 1);
            if area.x >= end && !area.is_empty() {
                let target = Target::Column(column);
                hits.push(Hit { area, target });
                end = area.right();
            }
        }
    }
}
