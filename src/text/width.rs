//! Columns a text takes in a terminal, and texts made to fit them.
//!
//! Counts as ratatui's `Buffer` places clusters, so that what is measured here is what is drawn;
//! a test compares the two. Callers pass sanitized text.

use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The end of a text of which something was cut off: one column.
pub(super) const ELLIPSIS: &str = "…";

/// Columns of one grapheme cluster; 0 when the screen drops it, as it does with controls.
pub fn cluster_width(cluster: &str) -> usize {
    let mut characters = cluster.chars();
    if characters.next().is_some_and(is_plain) && characters.next().is_none() {
        return 1;
    }
    if cluster.contains(char::is_control) {
        return 0;
    }
    // Terminals give these two marks a cell of their own; ratatui counts them on top.
    let sound_marks = cluster.matches(['\u{FF9E}', '\u{FF9F}']).count();
    UnicodeWidthStr::width(cluster) + sound_marks
}

/// Whether a character, among others of its kind, is one cluster of one column with nothing to
/// hide: European letters and punctuation. Most texts are made of these alone, and measuring them
/// by cluster would cost as much as drawing them.
pub(super) fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{2FF}' | '\u{2010}'..='\u{2027}' | '€')
}

/// The clusters of a text, each with the byte that it ends before.
///
/// As `grapheme_indices`, which is asked only where its rules can join something.
pub(super) fn clusters(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = &text[start..];
        let mut characters = rest.chars();
        let first = characters.next()?;
        let stands_alone = is_plain(first) && characters.next().is_none_or(is_plain);
        let length = match stands_alone {
            true => first.len_utf8(),
            false => rest.graphemes(true).next().map_or(rest.len(), str::len),
        };
        start += length;
        Some((start, &rest[..length]))
    })
}

/// Columns of a text.
pub fn width(text: &str) -> usize {
    if text.chars().all(is_plain) {
        return text.chars().count();
    }
    text.graphemes(true).map(cluster_width).sum()
}

/// The text in at most `columns` columns, ending in `…` when something was cut.
///
/// A wide cluster that does not fit is left out whole, so the result may be a column narrower.
pub fn truncate(text: &str, columns: usize) -> Cow<'_, str> {
    let fitting = prefix(text, columns);
    if fitting.len() == text.len() {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(cut(text, columns))
    }
}

/// As much of the text as fits before an `…`, and the `…`, in at most `columns` columns.
pub(super) fn cut(text: &str, columns: usize) -> String {
    match columns.checked_sub(1) {
        Some(before) => prefix(text, before).to_owned() + ELLIPSIS,
        None => String::new(),
    }
}

/// The longest beginning of the text in at most `columns` columns.
fn prefix(text: &str, columns: usize) -> &str {
    let mut left = columns;
    for (at, cluster) in text.grapheme_indices(true) {
        match left.checked_sub(cluster_width(cluster)) {
            Some(rest) => left = rest,
            None => return &text[..at],
        }
    }
    text
}

/// The text at the left of exactly `columns` columns, truncated when too wide.
pub fn pad_right(text: &str, columns: usize) -> String {
    pad(text, columns, |_| 0)
}

/// The text at the right of exactly `columns` columns, truncated when too wide.
pub fn pad_left(text: &str, columns: usize) -> String {
    pad(text, columns, |free| free)
}

/// The text in the middle of exactly `columns` columns, truncated when too wide; an odd blank
/// goes to the right.
pub fn center(text: &str, columns: usize) -> String {
    pad(text, columns, |free| free / 2)
}

fn pad(text: &str, columns: usize, left: impl Fn(usize) -> usize) -> String {
    let text = truncate(text, columns);
    let free = columns - width(&text);
    let left = left(free);
    format!("{}{text}{}", " ".repeat(left), " ".repeat(free - left))
}

#[cfg(test)]
mod tests {
    use super::super::sanitize::show_cluster;
    use super::super::test_texts::hard_text;
    use super::*;
    use proptest::prelude::*;
    use ratatui::{buffer::Buffer, layout::Rect, style::Style};

    #[test]
    fn widths_of_clusters() {
        for (text, columns) in [
            ("", 0),
            ("abc", 3),
            ("Grüezi", 6),
            ("e\u{301}", 1),
            ("日本", 4),
            ("👨‍👩‍👧‍👦", 2),
            ("🇨🇭", 2),
            ("👍🏽", 2),
            ("❤️", 2),
            ("❤", 1),
            ("⟦U+202E⟧", 8),
            ("\n", 0),
            ("a\u{1B}b", 2),
        ] {
            assert_eq!(width(text), columns, "{text:?}");
        }
    }

    #[test]
    fn truncation_ends_in_an_ellipsis_and_splits_no_cluster() {
        for (text, columns, expected) in [
            ("Check-in", 8, "Check-in"),
            ("Check-in", 7, "Check-…"),
            ("Check-in", 1, "…"),
            ("Check-in", 0, ""),
            ("", 0, ""),
            ("日本語", 6, "日本語"),
            ("日本語", 5, "日本…"),
            ("日本語", 4, "日…"),
            ("日", 1, "…"),
            ("ae\u{301}o", 2, "a…"),
            ("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 3, "👨‍👩‍👧‍👦…"),
        ] {
            assert_eq!(truncate(text, columns), expected, "{text:?} in {columns}");
        }
        assert!(matches!(truncate("fits", 4), Cow::Borrowed("fits")));
    }

    #[test]
    fn padding_fills_the_columns() {
        assert_eq!(pad_right("ab", 5), "ab   ");
        assert_eq!(pad_left("ab", 5), "   ab");
        assert_eq!(center("ab", 5), " ab  ");
        assert_eq!(pad_right("日本語", 4), "日… ");
        assert_eq!(pad_left("abc", 0), "");
    }

    #[test]
    fn plain_characters_are_one_column_and_safe_to_show() {
        for c in ('\0'..=char::MAX).filter(|c| is_plain(*c)) {
            let pair = format!("{c}{c}");
            assert_eq!(
                pair.graphemes(true).map(cluster_width).collect::<Vec<_>>(),
                [1, 1],
                "{c:?}"
            );
            assert_eq!(
                show_cluster(&pair[..c.len_utf8()], Some(c)),
                String::from(c)
            );
        }
    }

    /// The column at which ratatui stands after it has drawn the text.
    fn drawn_columns(text: &str) -> usize {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 2_000, 1));
        usize::from(buffer.set_stringn(0, 0, text, 2_000, Style::new()).0)
    }

    proptest! {
        #[test]
        fn clusters_are_those_of_unicode(text in hard_text()) {
            let ends = text.grapheme_indices(true).map(|(at, it)| (at + it.len(), it));
            prop_assert_eq!(clusters(&text).collect::<Vec<_>>(), ends.collect::<Vec<_>>());
        }

        #[test]
        fn what_is_measured_is_what_is_drawn(text in hard_text()) {
            prop_assert_eq!(width(&text), drawn_columns(&text));
        }

        #[test]
        fn truncated_texts_fit_and_are_beginnings(text in hard_text(), columns in 0usize..30) {
            let short = truncate(&text, columns);
            prop_assert!(width(&short) <= columns);
            match short.strip_suffix(ELLIPSIS) {
                Some(beginning) if width(&text) > columns => {
                    prop_assert!(text.starts_with(beginning));
                    let end = beginning.len();
                    prop_assert!(text.grapheme_indices(true).any(|(at, _)| at == end));
                }
                _ => prop_assert!(columns == 0 || short == text.as_str()),
            }
        }

        #[test]
        fn padded_texts_fill_exactly(text in hard_text(), columns in 0usize..30) {
            for padded in [pad_left(&text, columns), pad_right(&text, columns), center(&text, columns)] {
                prop_assert_eq!(width(&padded), columns, "{:?}", padded);
            }
        }
    }
}
