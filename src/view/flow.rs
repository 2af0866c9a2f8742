//! Texts of a file or a person made safe, broken over lines and put on screen. Knows no journey.

use crate::text::{sanitize, sanitize_line, width, wrap};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// A text that may come from anywhere, as one safe span.
pub(super) fn span(text: &str, style: Style) -> Span<'static> {
    Span::styled(sanitize_line(text).into_owned(), style)
}

/// A text over as many lines as it needs.
pub(super) fn wrapped(text: &str, columns: usize, style: Style) -> Vec<Line<'static>> {
    let safe = sanitize(text);
    let lines = wrap(&safe, columns).into_iter();
    lines
        .map(|line| Line::styled(line.to_owned(), style))
        .collect()
}

/// A text behind a sign; its further lines stand under the first.
pub(super) fn led(
    sign: &str,
    sign_style: Style,
    text: &str,
    columns: usize,
    style: Style,
) -> Vec<Line<'static>> {
    let indent = width(sign);
    let mut lines = wrapped(text, columns.saturating_sub(indent), style);
    for (at, line) in lines.iter_mut().enumerate() {
        let lead = match at {
            0 => Span::styled(sign.to_owned(), sign_style),
            _ => Span::raw(" ".repeat(indent)),
        };
        line.spans.insert(0, lead);
    }
    lines
}

/// Puts lines from the top of an area on, as far as there is room.
pub(super) fn put(lines: &[Line], area: Rect, buffer: &mut Buffer) {
    let area = area.intersection(buffer.area);
    for (row, line) in area.rows().zip(lines) {
        buffer.set_line(row.x, row.y, line, row.width);
    }
}

/// The first `rows` rows of an area, and what is left below them.
pub(super) fn split_rows(area: Rect, rows: u16) -> (Rect, Rect) {
    let height = rows.min(area.height);
    let top = Rect { height, ..area };
    let bottom = Rect {
        y: area.y + height,
        height: area.height - height,
        ..area
    };
    (top, bottom)
}

/// A count of lines or columns for the screen, whose sides are `u16`.
pub(super) fn cells(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(lines: Vec<Line>) -> Vec<String> {
        lines.iter().map(|line| line.to_string()).collect()
    }

    #[test]
    fn further_lines_stand_under_the_first() {
        let lines = led("✗ ", Style::new(), "one two", 5, Style::new());
        assert_eq!(plain(lines), ["✗ one", "  two"]);
    }

    #[test]
    fn nothing_reaches_the_screen_as_it_is() {
        let lines = wrapped("a\u{202E}b\u{1B}", 40, Style::new());
        assert_eq!(plain(lines), ["a⟦U+202E⟧b⟦U+001B⟧"]);
    }
}
