//! What is seen of something longer than its room, and the bar that says so.

use super::flow::cells;
use super::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::ops::Range;

/// The first line shown so that `cursor` is in view, with as much around it as there is room for.
/// Of a cursor taller than the room its beginning is shown.
pub(super) fn around(cursor: Range<usize>, room: usize, total: usize) -> usize {
    let middle = (cursor.start + cursor.end) / 2;
    let first = middle
        .saturating_sub(room / 2)
        .min(total.saturating_sub(room));
    first.max(cursor.end.saturating_sub(room)).min(cursor.start)
}

/// The first line shown, no further down than where the last one is in view.
pub(super) fn from(first: usize, room: usize, total: usize) -> usize {
    first.min(total.saturating_sub(room))
}

/// A bar in a column one cell wide; nothing where all lines are in view.
pub(super) fn draw_bar(
    first: usize,
    total: usize,
    theme: &Theme,
    column: Rect,
    buffer: &mut Buffer,
) {
    let column = column.intersection(buffer.area);
    let room = usize::from(column.height);
    if column.is_empty() || total <= room {
        return;
    }
    let length = (room * room / total).max(1);
    let start = first * (room - length) / (total - room);
    let thumb = Rect {
        y: column.y + cells(start),
        height: cells(length),
        ..column
    };
    for cell in thumb.positions() {
        if let Some(cell) = buffer.cell_mut(cell) {
            cell.set_char('▐').set_style(theme.dim);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_cursor_is_in_view(start in 0usize..60, own in 1usize..9, after in 0usize..60, room in 1usize..30) {
            let (cursor, total) = (start..start + own, start + own + after);
            let first = around(cursor.clone(), room, total);
            prop_assert!(first <= cursor.start && cursor.start < first + room);
            prop_assert!(own > room || cursor.end <= first + room);
            prop_assert!(own > room || first <= total.saturating_sub(room));
        }

        #[test]
        fn the_bar_reaches_both_ends(total in 2usize..500, height in 1u16..50) {
            let column = Rect::new(0, 0, 1, height);
            let drawn = |first: usize| {
                let mut buffer = Buffer::empty(column);
                draw_bar(first, total, &super::super::theme::PLAIN, column, &mut buffer);
                buffer.content().iter().map(|cell| cell.symbol() == "▐").collect::<Vec<_>>()
            };
            let room = usize::from(height);
            if total > room {
                prop_assert!(drawn(0)[0]);
                prop_assert!(drawn(total - room)[room - 1]);
            } else {
                prop_assert!(!drawn(0).contains(&true));
            }
        }
    }
}
