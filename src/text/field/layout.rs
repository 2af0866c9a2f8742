//! Where each cluster of a field's text lies on the screen, and which cluster lies at a cell.
//!
//! Rows and columns here are those of the whole text; a [`Window`] says which part is visible.

use super::super::sanitize::show_cluster;
use super::super::width::{ELLIPSIS, cluster_width};
use super::super::wrap::Rows;
use super::{FieldSize, FieldView};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// The first visible column and row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) column: usize,
    pub(super) row: usize,
}

/// What is drawn as one. A cluster of the text that is shown escaped is several glyphs.
#[derive(Debug)]
struct Glyph {
    /// Byte offset of its cluster in the field's text.
    at: usize,
    /// Where it stands in `Layout::shown`.
    text: Range<usize>,
    width: usize,
}

/// A field's text laid out in rows.
#[derive(Debug)]
pub(super) struct Layout {
    shown: String,
    glyphs: Vec<Glyph>,
    /// Ranges of `glyphs`, at least one.
    rows: Vec<Range<usize>>,
    /// Bytes of the field's text.
    end: usize,
    /// Columns of the widest row, with a cell for the cursor behind it.
    width: usize,
    size: FieldSize,
}

impl Layout {
    pub(super) fn new(text: &str, multi_line: bool, size: FieldSize) -> Layout {
        let mut layout = Layout {
            shown: String::new(),
            glyphs: Vec::new(),
            rows: Vec::new(),
            end: text.len(),
            width: usize::from(size.columns),
            size,
        };
        // The cursor behind a full row needs a cell too.
        let reserved = usize::from(multi_line);
        let usable = layout.width.saturating_sub(reserved).max(1);
        layout.add_glyphs(text, multi_line, usable);
        if multi_line {
            layout.rows = layout.wrapped(usable);
        } else {
            layout.rows.push(0..layout.glyphs.len());
            layout.width = layout.glyphs.iter().map(|glyph| glyph.width).sum::<usize>() + 1;
        }
        layout
    }

    fn add_glyphs(&mut self, text: &str, multi_line: bool, usable: usize) {
        for (at, cluster) in text.grapheme_indices(true) {
            let next = text[at + cluster.len()..].chars().next();
            if multi_line && is_line_break(cluster) {
                self.push(at, "\n", usable);
            } else {
                self.push(at, &show_cluster(cluster, next), usable);
            }
        }
    }

    /// Adds what is shown for the cluster at `at`; a glyph wider than the field becomes an `…`.
    fn push(&mut self, at: usize, shown: &str, usable: usize) {
        for glyph in shown.graphemes(true) {
            let glyph = if cluster_width(glyph) <= usable {
                glyph
            } else {
                ELLIPSIS
            };
            let start = self.shown.len();
            self.shown.push_str(glyph);
            let text = start..self.shown.len();
            self.glyphs.push(Glyph {
                at,
                text,
                width: cluster_width(glyph),
            });
        }
    }

    fn wrapped(&self, columns: usize) -> Vec<Range<usize>> {
        let glyphs = self.glyphs.iter().enumerate();
        Rows::new(
            glyphs.map(|(index, glyph)| (index + 1, self.text(glyph))),
            columns,
        )
        .collect()
    }

    fn text(&self, glyph: &Glyph) -> &str {
        &self.shown[glyph.text.clone()]
    }

    fn row(&self, row: usize) -> &[Glyph] {
        &self.glyphs[self.rows[row].clone()]
    }

    /// The first glyph at a byte offset or behind.
    fn index(&self, offset: usize) -> usize {
        self.glyphs.partition_point(|glyph| glyph.at < offset)
    }

    /// Column and row of the cursor at a byte offset. Spaces that hang over the end of their row
    /// share the last column.
    pub(super) fn cell(&self, cursor: usize) -> (usize, usize) {
        let index = self.index(cursor);
        let row = self
            .rows
            .partition_point(|row| row.end <= index)
            .min(self.rows.len() - 1);
        let before = &self.glyphs[self.rows[row].start..index];
        let column: usize = before.iter().map(|glyph| glyph.width).sum();
        (column.min(self.width.saturating_sub(1)), row)
    }

    /// The byte offset of the cluster at a cell, or the last one of its row, or of the text.
    pub(super) fn offset(&self, row: usize, column: usize) -> usize {
        if row >= self.rows.len() {
            return self.end;
        }
        let mut right = 0;
        let hit = self.row(row).iter().find(|glyph| {
            right += glyph.width;
            column < right || self.text(glyph) == "\n"
        });
        let last = if row + 1 == self.rows.len() {
            None
        } else {
            self.row(row).last()
        };
        hit.or(last).map_or(self.end, |glyph| glyph.at)
    }

    /// The cluster nearest to a column, one row up.
    pub(super) fn above(&self, cursor: usize, column: usize) -> usize {
        let (_, row) = self.cell(cursor);
        row.checked_sub(1).map_or(0, |row| self.offset(row, column))
    }

    /// The cluster nearest to a column, one row down. An escape can fill several rows; the cursor
    /// goes to the first that has a place behind it.
    pub(super) fn below(&self, cursor: usize, column: usize) -> usize {
        let (_, row) = self.cell(cursor);
        let mut offsets = (row + 1..self.rows.len()).map(|row| self.offset(row, column));
        offsets.find(|offset| *offset > cursor).unwrap_or(self.end)
    }

    /// The window moved as little as needed for the cursor to be in it.
    pub(super) fn window(&self, window: Window, cursor: usize) -> Window {
        let (column, row) = self.cell(cursor);
        let under = self
            .glyphs
            .get(self.index(cursor))
            .map_or(1, |glyph| glyph.width.max(1));
        let (columns, rows) = (self.size.columns.into(), self.size.rows.into());
        Window {
            column: follow(window.column, column..column + under, columns, self.width),
            row: follow(window.row, row..row + 1, rows, self.rows.len()),
        }
    }

    /// What is visible through a window that holds the cursor.
    pub(super) fn view(&self, window: Window, cursor: usize, selected: Range<usize>) -> FieldView {
        let columns = window.column..window.column + usize::from(self.size.columns);
        let last = (window.row + usize::from(self.size.rows)).min(self.rows.len());
        let (column, row) = self.cell(cursor);
        let selection = (window.row..last).filter_map(|row| {
            let cells = self.selected_cells(row, &selected, &columns)?;
            Some((cells_of(row - window.row), cells))
        });
        FieldView {
            lines: (window.row..last)
                .map(|row| self.line(row, &columns))
                .collect(),
            cursor: (cells_of(column - window.column), cells_of(row - window.row)),
            selection: selection.collect(),
            more_before: window != Window::default(),
            // The last column of all is the cursor's.
            more_after: last < self.rows.len() || columns.end + 1 < self.width,
        }
    }

    /// The glyphs of a row, each with its columns.
    fn placed(&self, row: usize) -> impl Iterator<Item = (&Glyph, Range<usize>)> {
        self.row(row).iter().scan(0, |right, glyph| {
            let left = *right;
            *right += glyph.width;
            Some((glyph, left..*right))
        })
    }

    /// What is visible of a row; a wide glyph that is only half inside leaves a blank.
    fn line(&self, row: usize, columns: &Range<usize>) -> String {
        let mut line = String::new();
        for (glyph, cells) in self.placed(row) {
            let inside = overlap(&cells, columns);
            if inside == cells {
                line.push_str(self.text(glyph).trim_end_matches('\n'));
            } else {
                line.extend(inside.map(|_| ' '));
            }
        }
        line
    }

    fn selected_cells(
        &self,
        row: usize,
        selected: &Range<usize>,
        columns: &Range<usize>,
    ) -> Option<Range<u16>> {
        let cells = self
            .placed(row)
            .filter(|(glyph, _)| selected.contains(&glyph.at));
        let inside = cells
            .map(|(_, cells)| overlap(&cells, columns))
            .filter(|cells| !cells.is_empty());
        let all = inside.reduce(|first, last| first.start..last.end)?;
        Some(cells_of(all.start - columns.start)..cells_of(all.end - columns.start))
    }
}

/// Whether a cluster ends a line.
pub(super) fn is_line_break(cluster: &str) -> bool {
    matches!(cluster, "\n" | "\r\n")
}

/// Moves the start of a view of `visible` cells out of `total` as little as needed to show `cells`.
fn follow(first: usize, cells: Range<usize>, visible: usize, total: usize) -> usize {
    let filled = first.min(total.saturating_sub(visible));
    filled
        .max(cells.end.saturating_sub(visible))
        .min(cells.start)
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> Range<usize> {
    let start = a.start.max(b.start);
    start..a.end.min(b.end).max(start)
}

/// Cells inside a field, whose sides are `u16`.
fn cells_of(cells: usize) -> u16 {
    u16::try_from(cells).unwrap_or(u16::MAX)
}
