//! A page of rows, each of one or more lines, with the cursor on one of them: the inspector's and
//! those of all lists. Knows no app.

use super::flow;
use super::hit::{HitMap, Target};
use super::scroll;
use super::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// The page as lines, and which of its rows each belongs to.
#[derive(Default)]
pub(super) struct Page {
    pub(super) lines: Vec<(Option<usize>, Line<'static>)>,
}

/// Where the cursor stands, and from where on the page is shown.
pub(super) struct PageCursor {
    /// Its row; `None` where another part of the screen has the keys.
    pub(super) row: Option<usize>,
    /// The first line shown.
    pub(super) first: usize,
}

impl Page {
    pub(super) fn add(&mut self, lines: Vec<Line<'static>>, row: Option<usize>) {
        self.lines.extend(lines.into_iter().map(|line| (row, line)));
    }

    /// A heading above what follows.
    pub(super) fn head(&mut self, word: &str, columns: usize, theme: &Theme) {
        let mut lines = flow::wrapped(word, columns, theme.label);
        if let Some(last) = lines.last_mut() {
            let rule = columns.saturating_sub(last.width() + 1);
            *last = Line::from(vec![
                Span::styled(format!("{last} "), theme.label),
                Span::styled("─".repeat(rule), theme.border),
            ]);
        }
        if !self.lines.is_empty() {
            self.add(vec![Line::default()], None);
        }
        self.add(lines, None);
    }

    /// The first line shown so that the cursor's row is in view; behind the last row comes what
    /// follows from all of them.
    pub(super) fn first_line(&self, cursor: usize, room: usize) -> usize {
        let of_cursor = |(row, _): &(Option<usize>, _)| *row == Some(cursor);
        let start = self.lines.iter().position(of_cursor).unwrap_or(0);
        let own = self.lines.iter().filter(|line| of_cursor(line)).count();
        let own = own.max(1);
        let last = self.lines.iter().rposition(|(row, _)| row.is_some());
        let total = self.lines.len();
        if cursor > 0 && last.is_some_and(|last| last < start + own) {
            return total.saturating_sub(room).min(start);
        }
        if cursor == 0 && start + own <= room {
            return 0;
        }
        scroll::around(start..start + own, room, total)
    }

    /// Draws the page with a bar at its right, and says what a click on a row hits.
    pub(super) fn draw(
        &self,
        cursor: &PageCursor,
        theme: &Theme,
        area: Rect,
        buffer: &mut Buffer,
        hits: &mut HitMap,
        target: fn(usize) -> Target,
    ) {
        let (room, total) = (usize::from(area.height), self.lines.len());
        let first = scroll::from(cursor.first, room, total);
        for (line, (row, text)) in area.rows().zip(self.lines.iter().skip(first)) {
            let inside = Rect {
                x: line.x + line.width.min(1),
                width: line.width.saturating_sub(1),
                ..line
            };
            buffer.set_line(inside.x, inside.y, text, inside.width);
            if row.is_some() && *row == cursor.row {
                mark(theme, line, buffer);
            }
            if let Some(row) = row {
                hits.push(line, target(*row));
            }
        }
        let bar = Rect {
            x: area.right().saturating_sub(1),
            width: area.width.min(1),
            ..area
        };
        scroll::draw_bar(first, total, theme, bar, buffer);
    }
}

fn mark(theme: &Theme, line: Rect, buffer: &mut Buffer) {
    buffer.set_style(line, theme.cursor);
    if let Some(cell) = buffer.cell_mut((line.x, line.y)) {
        cell.set_char('▌').set_style(theme.cursor_bar);
    }
}
