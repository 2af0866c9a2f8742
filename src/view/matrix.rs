//! A matrix: rows with a label against columns with a head, the columns in groups or by themselves.
//! Scrolls sideways with its cursor, while the labels stay. Knows no app and no journey.

use super::flow;
use super::hit::{HitMap, Target};
use super::scroll;
use super::theme::Theme;
use crate::text::{self, center, pad_left, pad_right, truncate, width};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::ops::Range;

/// No column is wider.
const WIDEST: usize = 18;

/// Labels take one part in so many of the width at most.
const LABELS: usize = 4;

/// Columns of the screen for a matrix.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    /// In all.
    pub(super) columns: usize,
    /// That its labels want.
    pub(super) labels: usize,
    /// For what stands behind the labels.
    pub(super) notes: usize,
    /// That each of its own columns has at least, while there is room.
    pub(super) each: usize,
}

/// A column.
#[derive(Debug, Clone)]
pub(super) struct Head {
    /// Its name.
    pub(super) name: String,
    /// Its group.
    pub(super) group: usize,
}

/// What stands where a row crosses a column.
pub(super) type Cell = (String, Style);

/// A matrix in its room.
pub(super) struct Matrix<'m> {
    theme: &'m Theme,
    /// The name of each group; columns without groups have none.
    groups: Vec<String>,
    heads: Vec<Head>,
    /// The column under the cursor.
    cursor: usize,
    labels: usize,
    notes: usize,
    /// The columns in view.
    shown: Range<usize>,
    each: usize,
}

/// What a row says before its cells.
pub(super) struct Label<'l> {
    pub(super) name: &'l str,
    /// A few words at the right of the name.
    pub(super) note: Cell,
}

impl<'m> Matrix<'m> {
    /// A matrix in so much room.
    pub(super) fn fit(
        theme: &'m Theme,
        groups: Vec<String>,
        heads: Vec<Head>,
        cursor: usize,
        room: Room,
    ) -> Matrix<'m> {
        let labels = (room.labels + 1).min(room.columns / LABELS);
        let notes = room.notes.min(room.columns - labels);
        let left = room.columns - labels - notes;
        // Without any room no column is in view.
        let total = if left == 0 { 0 } else { heads.len() };
        let count = (left / room.each.max(1)).clamp(1, total.max(1));
        let first = scroll::around(cursor..cursor + 1, count, total).min(total);
        Matrix {
            theme,
            groups,
            cursor,
            labels,
            notes,
            shown: first..(first + count).min(total),
            each: (left / count).min(WIDEST),
            heads,
        }
    }

    /// The heads of the columns: a line for the groups, and at most `most` for the names.
    pub(super) fn heads(&self, most: usize) -> Vec<Line<'static>> {
        let names: Vec<Vec<String>> = self.shown.clone().map(|at| self.name(at, most)).collect();
        let height = names.iter().map(Vec::len).max().unwrap_or(0);
        let mut lines: Vec<Line> = Vec::new();
        if !self.groups.is_empty() {
            lines.push(self.bands());
        }
        for row in 0..height {
            // Names stand on the line above the cells, whatever their height is.
            let mut line = self.lead(lines.is_empty());
            for (at, name) in self.shown.clone().zip(&names) {
                let text = (row + name.len())
                    .checked_sub(height)
                    .and_then(|row| name.get(row));
                let style = match at == self.cursor {
                    true => self.theme.selection,
                    false => self.theme.heading,
                };
                line.push(self.rule(at));
                let text = text.map_or("", String::as_str);
                line.push(Span::styled(pad_right(text, self.inside()), style));
            }
            lines.push(Line::from(line));
        }
        lines
    }

    fn name(&self, column: usize, most: usize) -> Vec<String> {
        let name = text::sanitize_line(&self.heads[column].name);
        let columns = self.inside().saturating_sub(1).max(1);
        let broken = match most {
            1 => name,
            _ => text::hyphenated(&name, columns).into_owned().into(),
        };
        let lines = text::wrap_to(&broken, columns, most).into_iter();
        lines.map(|line| line.trim_end().to_owned()).collect()
    }

    /// What stands over the labels: how many columns are out of view, on the first line.
    fn lead(&self, is_first: bool) -> Vec<Span<'static>> {
        let room = self.labels + self.notes;
        let (before, after) = (self.shown.start, self.heads.len() - self.shown.end);
        let mark = match (is_first, before, after) {
            (false, ..) | (_, 0, 0) => String::new(),
            (true, 0, _) => format!("{after} ▸"),
            (true, _, 0) => format!("◂ {before}"),
            (true, ..) => format!("◂ {before} · {after} ▸"),
        };
        let mark = pad_left(&mark, room.saturating_sub(1));
        vec![Span::styled(pad_right(&mark, room), self.theme.dim)]
    }

    /// The groups as bands over their columns.
    fn bands(&self) -> Line<'static> {
        let mut line = self.lead(true);
        let mut at = self.shown.start;
        while at < self.shown.end {
            let group = self.heads[at].group;
            let own = self.heads[at..self.shown.end].iter();
            let count = own.take_while(|it| it.group == group).count();
            let room = count * self.each;
            let name = self.groups.get(group).map_or("", String::as_str);
            let name = format!("{} {}", group + 1, text::sanitize_line(name));
            let name = format!(" {}", truncate(&name, room.saturating_sub(2)));
            let style = self.theme.bands[group % 2];
            let rest = room.saturating_sub(width(&name));
            let fill = self
                .theme
                .band_fill
                .to_string()
                .repeat(rest.saturating_sub(1));
            let words = truncate(&format!("{name} {fill}"), room).into_owned();
            line.push(Span::styled(pad_right(&words, room), style));
            at += count;
        }
        Line::from(line)
    }

    /// A row; the cell under the cursor stands in brackets where the cursor is in this row.
    pub(super) fn row(&self, label: &Label<'_>, cells: &[Cell], is_here: bool) -> Line<'static> {
        let name = text::sanitize_line(label.name);
        let name = pad_right(&name, self.labels.saturating_sub(1));
        let (note, style) = &label.note;
        let mut line = vec![
            Span::styled(pad_right(&name, self.labels), self.theme.text),
            Span::styled(pad_left(note, self.notes.saturating_sub(1)), *style),
            Span::raw(" ".repeat(self.notes.min(1))),
        ];
        for at in self.shown.clone() {
            let (sign, style) = cells.get(at).cloned().unwrap_or_default();
            let sign = match is_here && at == self.cursor {
                true => format!("[{sign}]"),
                false => sign,
            };
            line.push(self.rule(at));
            line.push(Span::styled(center(&sign, self.inside()), style));
        }
        Line::from(line)
    }

    /// The line at the left of the first column in view and of every group.
    fn rule(&self, column: usize) -> Span<'static> {
        let group = |at: usize| self.heads.get(at).map(|it| it.group);
        let starts = column == self.shown.start || group(column) != group(column - 1);
        let sign = match starts && self.each > 1 {
            true => "│",
            false => " ",
        };
        Span::styled(sign, self.theme.border)
    }

    /// Columns of the screen that a cell has beside that line.
    fn inside(&self) -> usize {
        self.each.saturating_sub(1)
    }

    /// Says what a click on a drawn row hits: its cells, and before them the row itself.
    pub(super) fn hit(&self, row: Rect, entry: usize, hits: &mut HitMap) {
        let start = row.x + flow::cells(self.labels + self.notes + 1).min(row.width);
        let label = Rect {
            width: start - row.x,
            ..row
        };
        hits.push(label, Target::Entry(entry));
        let each = flow::cells(self.each);
        for (nth, column) in self.shown.clone().enumerate() {
            let cell = Rect {
                x: start.saturating_add(flow::cells(nth * self.each)),
                width: each,
                ..row
            };
            let cell = cell.intersection(row);
            if !cell.is_empty() {
                hits.push(cell, Target::Crossing(entry, column));
            }
        }
    }
}

/// At most `most` of the lines below a matrix; the last one says where there is more.
pub(super) fn foot(
    mut lines: Vec<Line<'static>>,
    most: usize,
    theme: &Theme,
) -> Vec<Line<'static>> {
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.push_span(Span::styled(" …", theme.dim));
        }
    }
    lines
}

#[cfg(test)]
#[path = "matrix_tests.rs"]
mod tests;
