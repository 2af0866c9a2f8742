//! Lines of text and the cursor, put into a cell of the Map.

use super::sheet::Sheet;
use crate::app::map::Row;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// Lines from the top of a cell on.
pub(super) fn put_lines(sheet: &Sheet, lines: &[Line], cell: Rect, buffer: &mut Buffer) {
    let inside = sheet.inside(cell);
    for (row, line) in inside.rows().zip(lines) {
        buffer.set_line(row.x, row.y, line, row.width);
    }
}

/// Marks the cell where the cursor is: filled, with a bar at its left.
pub(super) fn fill_cursor(sheet: &Sheet, column: usize, row: Row, cell: Rect, buffer: &mut Buffer) {
    let Some(cursor) = sheet.cursor.filter(|_| sheet.is_cursor(column, row)) else {
        return;
    };
    buffer.set_style(cell, cursor.style);
    for y in cell.top()..cell.bottom() {
        if let Some(bar) = buffer.cell_mut((cell.x, y)) {
            bar.set_char('▌').set_style(cursor.bar);
        }
    }
}
