//! Words broken over lines of a given width. Callers pass sanitized text.
//!
//! Lines break at spaces, and after a hyphen, dash or slash between letters; a word wider than the
//! line breaks between clusters. Spaces at a break hang over the end of their line.

use super::width::{ELLIPSIS, cluster_width, clusters, cut, width};
use std::borrow::Cow;
use std::iter::Peekable;
use std::ops::Range;

/// The text in lines of at most `columns` columns (at least 1); explicit line breaks are kept.
///
/// Nothing is lost but spaces at line ends; a single cluster that is wider than a whole line
/// becomes an `…` on a line of its own.
pub fn wrap(text: &str, columns: usize) -> Vec<&str> {
    lines(text, columns).collect()
}

/// As [`wrap`], but at most `count` lines, the last ending in `…` when text was cut.
///
/// Reads no further than it shows, so long texts in small cells are cheap.
pub fn wrap_to(text: &str, columns: usize, count: usize) -> Vec<Cow<'_, str>> {
    let Some(last) = count.checked_sub(1) else {
        return Vec::new();
    };
    let mut all = lines(text.trim_end(), columns);
    let mut shown: Vec<_> = all.by_ref().take(count).map(Cow::Borrowed).collect();
    if all.next().is_some() {
        shown[last] = Cow::Owned(mark_as_cut(&shown[last], columns.max(1)));
    }
    shown
}

fn mark_as_cut(line: &str, columns: usize) -> String {
    if width(line) < columns {
        line.to_owned() + ELLIPSIS
    } else {
        cut(line, columns)
    }
}

fn lines(text: &str, columns: usize) -> impl Iterator<Item = &str> {
    let columns = columns.max(1);
    Rows::new(clusters(text), columns).map(move |row| {
        let line = text[row].trim_end_matches(is_breaking_space);
        if width(line) <= columns {
            line
        } else {
            ELLIPSIS
        }
    })
}

/// Spaces at which a line may break; the line break itself is one.
pub(super) fn is_breaking_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{2007}' | '\u{202F}')
}

/// The rows of a wrapped text, as ranges of the ends that came with its clusters. The ranges cover
/// everything: the spaces at a break and the line break itself end their row.
pub(super) struct Rows<'a, I: Iterator<Item = (usize, &'a str)>> {
    clusters: Peekable<I>,
    columns: usize,
    /// Where the current row starts, where it has come to, and its width so far.
    start: usize,
    end: usize,
    width: usize,
    /// The last place in the current row at which it may break, and the row's width up to there.
    opportunity: Option<(usize, usize)>,
    after_letter: bool,
    finished: bool,
}

impl<'a, I: Iterator<Item = (usize, &'a str)>> Rows<'a, I> {
    /// `clusters` yields each cluster with its end, counted as the caller likes; `columns` ≥ 1.
    pub(super) fn new(clusters: I, columns: usize) -> Self {
        Rows {
            clusters: clusters.peekable(),
            columns,
            start: 0,
            end: 0,
            width: 0,
            opportunity: None,
            after_letter: false,
            finished: false,
        }
    }

    /// Ends the current row at `end`, the row's width there being `width`.
    fn end_row(&mut self, end: usize, width: usize) -> Range<usize> {
        let row = self.start..end;
        self.start = end;
        self.width -= width;
        self.opportunity = None;
        row
    }

    /// Whether a cluster must go to a next row. A row takes at least one cluster; spaces hang.
    fn overflows(&self, cluster: &str) -> bool {
        self.end > self.start
            && self.width + self.clamped_width(cluster) > self.columns
            && !cluster.chars().all(is_breaking_space)
    }

    /// A cluster too wide for any row counts as a full row.
    fn clamped_width(&self, cluster: &str) -> usize {
        cluster_width(cluster).min(self.columns)
    }

    fn take(&mut self, end: usize, cluster: &str) {
        self.clusters.next();
        self.end = end;
        self.width += self.clamped_width(cluster);
        if self.may_break_after(cluster) {
            self.opportunity = Some((end, self.width));
        }
        self.after_letter = cluster.contains(char::is_alphanumeric);
    }

    fn may_break_after(&mut self, cluster: &str) -> bool {
        let joins = matches!(cluster, "-" | "\u{2010}" | "–" | "—" | "/");
        let before_letter = |(_, next): &(usize, &str)| next.contains(char::is_alphabetic);
        cluster.chars().all(is_breaking_space)
            || joins && self.after_letter && self.clusters.peek().is_some_and(before_letter)
    }
}

impl<'a, I: Iterator<Item = (usize, &'a str)>> Iterator for Rows<'a, I> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        while let Some(&(end, cluster)) = self.clusters.peek() {
            if self.overflows(cluster) {
                let (at, width) = self.opportunity.unwrap_or((self.end, self.width));
                return Some(self.end_row(at, width));
            }
            self.take(end, cluster);
            if matches!(cluster, "\n" | "\r\n") {
                return Some(self.end_row(end, self.width));
            }
        }
        let last = !self.finished;
        self.finished = true;
        last.then_some(self.start..self.end)
    }
}

#[cfg(test)]
mod tests {
    use super::super::test_texts::hard_text;
    use super::*;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    #[test]
    fn words_are_broken_over_lines() {
        for (text, columns, expected) in [
            ("", 5, &[""] as &[&str]),
            ("one", 5, &["one"]),
            ("one two three", 7, &["one two", "three"]),
            ("one two", 3, &["one", "two"]),
            ("a b c", 1, &["a", "b", "c"]),
            ("one     two", 5, &["one", "two"]),
            ("  indented", 20, &["  indented"]),
            ("first\nsecond\n", 10, &["first", "second", ""]),
            ("a\r\n\r\nb", 10, &["a", "", "b"]),
            ("E-Mail-Adresse", 8, &["E-Mail-", "Adresse"]),
            ("und/oder", 5, &["und/", "oder"]),
            // Dates, numbers and options stay whole while they fit.
            ("on 2026-10-01", 10, &["on", "2026-10-01"]),
            ("use --deny", 7, &["use", "--deny"]),
            ("5\u{A0}€ each", 6, &["5\u{A0}€", "each"]),
            (
                "Die Übernachtungssteuer",
                10,
                &["Die", "Übernachtu", "ngssteuer"],
            ),
            ("日本語", 4, &["日本", "語"]),
            ("日本語", 5, &["日本", "語"]),
            ("日a", 1, &["…", "a"]),
            ("e\u{301}e\u{301}", 1, &["e\u{301}", "e\u{301}"]),
            ("👨‍👩‍👧‍👦🇨🇭", 2, &["👨‍👩‍👧‍👦", "🇨🇭"]),
            ("ab", 0, &["a", "b"]),
        ] {
            assert_eq!(wrap(text, columns), expected, "{text:?} in {columns}");
        }
    }

    #[test]
    fn a_last_line_says_that_text_was_cut() {
        for (text, columns, count, expected) in [
            ("one two three", 7, 0, &[] as &[&str]),
            ("one two three", 7, 1, &["one tw…"]),
            ("one two three", 8, 1, &["one two…"]),
            ("one two three", 7, 2, &["one two", "three"]),
            ("one\ntwo", 7, 1, &["one…"]),
            ("one\n\n", 7, 1, &["one"]),
            ("日本語", 4, 1, &["日…"]),
            ("日本", 1, 1, &["…"]),
        ] {
            assert_eq!(
                wrap_to(text, columns, count),
                expected,
                "{text:?} in {columns}×{count}"
            );
        }
    }

    #[test]
    fn long_texts_in_small_cells_are_not_read_to_the_end() {
        let mut read = 0;
        let clusters = (1..10_000).map(|end| {
            read += 1;
            (end, "x")
        });
        assert_eq!(Rows::new(clusters, 10).nth(1), Some(10..20));
        assert!(read < 30, "{read}");
    }

    fn without_spaces(text: &str) -> String {
        text.chars().filter(|c| !c.is_whitespace()).collect()
    }

    proptest! {
        #[test]
        fn lines_fit_and_nothing_is_lost(text in hard_text(), columns in 1usize..20) {
            let lines = wrap(&text, columns);
            for line in &lines {
                prop_assert!(width(line) <= columns, "{:?}", line);
            }
            if text.graphemes(true).all(|cluster| cluster_width(cluster) <= columns) {
                prop_assert_eq!(without_spaces(&lines.concat()), without_spaces(&text));
            }
        }

        #[test]
        fn no_cluster_is_split(text in hard_text(), columns in 4usize..20) {
            let whole: usize = text.graphemes(true).count();
            let clusters = text.grapheme_indices(true).map(|(at, c)| (at + c.len(), c));
            let rows = Rows::new(clusters, columns);
            let split: usize = rows.map(|row| text[row].graphemes(true).count()).sum();
            prop_assert_eq!(split, whole);
        }

        #[test]
        fn few_lines_are_the_first_lines(text in hard_text(), columns in 1usize..20, count in 0usize..5) {
            let shown = wrap_to(&text, columns, count);
            let all = wrap(text.trim_end(), columns);
            prop_assert_eq!(shown.len(), count.min(all.len()));
            for line in &shown {
                prop_assert!(width(line) <= columns, "{:?}", line);
            }
            if all.len() <= count {
                prop_assert_eq!(shown, all);
            } else if let Some(last) = shown.last() {
                prop_assert!(last.ends_with(ELLIPSIS));
            }
        }
    }
}
