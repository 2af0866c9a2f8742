//! A line of the text with room for a mark under it. A long line becomes a window around the mark.

use std::ops::Range;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use crate::text::{cluster_width, sanitize_line, truncate, width};

/// A line as it is shown, and where the mark goes, in columns.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    pub(super) text: String,
    pub(super) indent: usize,
    pub(super) mark: usize,
}

/// Shows a line in at most `columns` columns, at least 3; `marked` is in bytes of the line.
pub(super) fn excerpt(line: &str, marked: Range<usize>, columns: usize) -> Excerpt {
    let (start, end) = (boundary(line, marked.start), boundary(line, marked.end));
    let inside = shown(&line[start..end.max(start)], columns);
    let before = shown_end(&line[..start], columns);
    let after = shown(&line[end.max(start)..], columns);
    let whole = width(&before) + width(&inside) + width(&after) <= columns;
    let (before, inside, after) = match whole {
        true => (before, inside, after),
        false => window(&before, &inside, &after, columns),
    };
    let (indent, mark) = (width(&before), width(&inside).max(1));
    Excerpt {
        text: before + &inside + &after,
        indent,
        mark,
    }
}

/// The mark first, then what stands around it, half of the room on each side where both need it.
fn window(before: &str, inside: &str, after: &str, columns: usize) -> (String, String, String) {
    let inside = truncate(inside, columns.saturating_sub(2).max(1));
    let room = columns.saturating_sub(width(&inside));
    let left = (room / 2)
        .max(room.saturating_sub(width(after)))
        .min(width(before));
    let after = truncate(after, room - left);
    (
        truncate_start(before, left),
        inside.into_owned(),
        after.into_owned(),
    )
}

/// The end of a text in at most `columns` columns, after an `…` when something was cut.
fn truncate_start(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let Some(mut room) = columns.checked_sub(1) else {
        return String::new();
    };
    let fits = |(_, cluster): &(usize, &str)| {
        let left = room.checked_sub(cluster_width(cluster));
        room = left.unwrap_or(0);
        left.is_some()
    };
    let start = text.grapheme_indices(true).rev().take_while(fits).last();
    format!("…{}", &text[start.map_or(text.len(), |(at, _)| at)..])
}

/// The beginning of a text as far as it could ever be shown: a cluster takes a column or more.
fn shown(text: &str, columns: usize) -> String {
    let end = text
        .grapheme_indices(true)
        .nth(columns + 1)
        .map_or(text.len(), |(at, _)| at);
    sanitize_line(&text[..end]).into_owned()
}

fn shown_end(text: &str, columns: usize) -> String {
    let start = text
        .grapheme_indices(true)
        .rev()
        .nth(columns)
        .map_or(0, |(at, _)| at);
    sanitize_line(&text[start..]).into_owned()
}

/// The start of the cluster that an offset is in. Looks only around it: lines can be long.
fn boundary(line: &str, at: usize) -> usize {
    let mut at = at.min(line.len());
    while !line.is_char_boundary(at) {
        at -= 1;
    }
    let mut cursor = GraphemeCursor::new(at, line.len(), true);
    match cursor.is_boundary(line, 0) {
        Ok(false) => cursor.prev_boundary(line, 0).ok().flatten().unwrap_or(0),
        _ => at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The line and the mark under it.
    fn drawn(line: &str, marked: Range<usize>, columns: usize) -> String {
        let Excerpt { text, indent, mark } = excerpt(line, marked, columns);
        format!("{text}\n{}{}", " ".repeat(indent), "^".repeat(mark))
    }

    #[test]
    fn short_lines_stand_whole() {
        assert_eq!(drawn("  id: \"a\",", 6..9, 40), "  id: \"a\",\n      ^^^");
        assert_eq!(drawn("abc", 3..3, 40), "abc\n   ^");
        assert_eq!(drawn("", 0..0, 40), "\n^");
    }

    #[test]
    fn marks_count_columns() {
        assert_eq!(
            drawn("\tid: \"日本\",", 5..13, 40),
            "⇥id: \"日本\",\n     ^^^^^^"
        );
        assert_eq!(drawn("a\u{1b}b", 1..2, 40), "a⟦U+001B⟧b\n ^^^^^^^^");
        // A mark that begins inside a cluster takes the whole cluster.
        assert_eq!(drawn("xe\u{301}y", 2..4, 40), "xe\u{301}y\n ^");
    }

    #[test]
    fn long_lines_become_a_window_around_the_mark() {
        let line = format!("{}MARK{}", "a".repeat(3_000), "z".repeat(3_000));
        assert_eq!(
            drawn(&line, 3_000..3_004, 20),
            "…aaaaaaaMARKzzzzzzz…\n        ^^^^"
        );
        assert_eq!(drawn(&line, 0..1, 10), "aaaaaaaaa…\n^");
        assert_eq!(drawn(&line, 6_003..6_004, 10), "…zzzzzzzzz\n         ^");
        assert_eq!(drawn(&line, 3_000..6_004, 10), "…aMARKzzz…\n  ^^^^^^^^");
    }

    proptest! {
        #[test]
        fn every_excerpt_fits_and_holds_its_mark(
            line in "[a日👍\u{301}\t\u{1b}\u{202e}\u{200d} ]{0,60}",
            from in 0usize..100,
            to in 0usize..100,
            columns in 20usize..60,
        ) {
            let excerpt = excerpt(&line, from.min(to)..from.max(to), columns);
            prop_assert!(width(&excerpt.text) <= columns);
            prop_assert!(excerpt.indent <= width(&excerpt.text));
            prop_assert_eq!(sanitize_line(&excerpt.text), excerpt.text.as_str());
        }
    }
}
