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

/// Spans side by side, three columns apart, over as many lines as they need.
fn beside(parts: Vec<Vec<Span<'static>>>, columns: usize) -> Vec<Line<'static>> {
    const APART: usize = 3;
    let mut lines: Vec<Line> = Vec::new();
    for part in parts {
        let own: usize = part.iter().map(|span| width(&span.content)).sum();
        match lines.last_mut() {
            Some(line) if line.width() + APART + own <= columns => {
                line.spans.push(Span::raw(" ".repeat(APART)));
                line.spans.extend(part);
            }
            _ => lines.push(Line::from(part)),
        }
    }
    lines
}

/// Columns between two blocks.
pub(super) const GAP: usize = 2;

/// Blocks side by side, each in its columns: as many lines as the tallest.
pub(super) fn columns(blocks: Vec<(Vec<Line<'static>>, usize)>) -> Vec<Line<'static>> {
    let height = blocks.iter().map(|(lines, _)| lines.len()).max();
    let mut joined = vec![Line::default(); height.unwrap_or(0)];
    let mut start: usize = 0;
    for (lines, columns) in blocks {
        for (line, part) in joined.iter_mut().zip(lines) {
            let blank = start.saturating_sub(line.width());
            line.spans.push(Span::raw(" ".repeat(blank)));
            line.spans.extend(styled_spans(part));
        }
        start += columns + GAP;
    }
    joined
}

/// Texts of one line each beside one another, over as many lines as they need; one that is too
/// long is broken over lines of its own.
pub(super) fn facts(parts: Vec<(String, Style)>, columns: usize) -> Vec<Line<'static>> {
    let whole = |(text, style): (String, Style)| {
        let lines = wrapped(&text, columns, style).into_iter();
        lines.map(styled_spans).collect::<Vec<_>>()
    };
    beside(parts.into_iter().flat_map(whole).collect(), columns)
}

/// Lines that stand further in.
pub(super) fn indented(lines: Vec<Line<'static>>, by: usize) -> Vec<Line<'static>> {
    let indent = |mut line: Line<'static>| {
        line.spans.insert(0, Span::raw(" ".repeat(by)));
        line
    };
    lines.into_iter().map(indent).collect()
}

/// The spans of a line, with its style in each.
pub(super) fn styled_spans(line: Line<'static>) -> Vec<Span<'static>> {
    let style = line.style;
    let own = |span: Span<'static>| {
        let style = style.patch(span.style);
        span.style(style)
    };
    line.spans.into_iter().map(own).collect()
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

    #[test]
    fn facts_go_to_the_next_line_whole_and_long_ones_are_broken() {
        let facts = |texts: &[&str], columns| {
            let parts = texts.iter().map(|it| ((*it).to_owned(), Style::new()));
            plain(facts(parts.collect(), columns))
        };
        assert_eq!(facts(&["one", "two"], 9), ["one   two"]);
        assert_eq!(facts(&["one", "three"], 10), ["one", "three"]);
        assert_eq!(facts(&["one", "two three"], 5), ["one", "two", "three"]);
    }

    #[test]
    fn columns_are_as_tall_as_the_tallest_and_keep_their_places() {
        let block = |text: &str| wrapped(text, 3, Style::new());
        let lines = columns(vec![
            (block("a"), 3),
            (block("b c d e"), 3),
            (block("f"), 1),
        ]);
        assert_eq!(plain(lines), ["a    b c  f", "     d e"]);
    }
}
