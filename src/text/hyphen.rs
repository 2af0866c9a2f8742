//! Words too long for a line get hyphens where they must be broken. Callers pass sanitized text.
//!
//! The hyphens are put into the text before it is wrapped: a line may break after a hyphen between
//! letters, so [`super::wrap`] breaks there and keeps its laws. Without a dictionary, the break is
//! where the line ends, not between syllables: dictionaries would make up a tenth of the program.

use super::width::{cluster_width, clusters, width};
use super::wrap::is_breaking_space;
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;

/// The fewest letters that stand before a break, and after it.
const LETTERS: usize = 2;

/// The text with a hyphen wherever a word is too long for a line of so many columns. Only words are
/// broken so: an address or a number would be another one with a hyphen in it.
pub fn hyphenated(text: &str, columns: usize) -> Cow<'_, str> {
    if columns <= 2 * LETTERS || parts(text).all(|part| width(part) <= columns) {
        return Cow::Borrowed(text);
    }
    let mut broken = String::with_capacity(text.len() + 8);
    for part in parts(text) {
        break_up(part, columns, &mut broken);
    }
    Cow::Owned(broken)
}

/// What stands between the places where a line may break anyway, those included.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (part, behind) = rest.split_at(end_of_part(rest));
        rest = behind;
        (!part.is_empty()).then_some(part)
    })
}

/// Behind a space, or behind a hyphen between letters, as [`super::wrap`] has it.
fn end_of_part(text: &str) -> usize {
    let mut after_letter = false;
    let mut clusters = clusters(text).peekable();
    while let Some((end, cluster)) = clusters.next() {
        let joins = after_letter && matches!(cluster, "-" | "\u{2010}" | "–" | "—" | "/");
        let before_letter = |(_, next): &(usize, &str)| next.contains(char::is_alphabetic);
        let is_space = cluster.chars().all(is_breaking_space);
        if is_space || joins && clusters.peek().is_some_and(before_letter) {
            return end;
        }
        after_letter = cluster.contains(char::is_alphanumeric);
    }
    text.len()
}

fn break_up(part: &str, columns: usize, broken: &mut String) {
    let mut rest: Vec<&str> = part.graphemes(true).collect();
    while widths(&rest) > columns + width_of_end(&rest) {
        let Some(at) = place(&rest, columns) else {
            break;
        };
        broken.extend(rest.drain(..at));
        broken.push('-');
    }
    broken.extend(rest);
}

/// A space at the end hangs over the line.
fn width_of_end(clusters: &[&str]) -> usize {
    let end = clusters
        .last()
        .filter(|it| it.chars().all(is_breaking_space));
    end.map_or(0, |it| cluster_width(it))
}

fn widths(clusters: &[&str]) -> usize {
    clusters.iter().map(|it| cluster_width(it)).sum()
}

/// The last place between letters that leaves room for a hyphen, and enough of the word behind it.
fn place(clusters: &[&str], columns: usize) -> Option<usize> {
    let is_word = |clusters: &[&str]| clusters.iter().all(|it| it.contains(has_case));
    let fits = |at: &usize| widths(&clusters[..*at]) < columns;
    let last = clusters.len().checked_sub(LETTERS)?;
    let places = (LETTERS..=last).take_while(fits);
    places
        .filter(|at| is_word(&clusters[at - LETTERS..at + LETTERS]))
        .last()
}

/// Scripts without capitals, as Chinese or Thai, know no hyphen.
fn has_case(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase()
}

#[cfg(test)]
mod tests {
    use super::super::test_texts::hard_text;
    use super::super::wrap;
    use super::*;
    use proptest::prelude::*;

    fn lines(text: &str, columns: usize) -> Vec<String> {
        let text = hyphenated(text, columns);
        let lines = wrap(&text, columns).into_iter();
        lines.map(str::to_owned).collect()
    }

    #[test]
    fn only_a_word_that_fits_no_line_is_broken() {
        for (text, columns, expected) in [
            ("Kundenbetreuung", 15, &["Kundenbetreuung"] as &[&str]),
            // Never one letter alone.
            ("Kundenbetreuung", 14, &["Kundenbetreuu-", "ng"]),
            (
                "Kundenbetreuung am Ort",
                12,
                &["Kundenbetre-", "uung am Ort"],
            ),
            (
                "zur Kundenbetreuung, dann",
                12,
                &["zur", "Kundenbetre-", "uung, dann"],
            ),
            ("Kundenbetreuung, dann", 16, &["Kundenbetreuung,", "dann"]),
            ("(Kundenbetreuung)", 16, &["(Kundenbetreuu-", "ng)"]),
            (
                "E-Mail-Benachrichtigung",
                10,
                &["E-Mail-", "Benachric-", "htigung"],
            ),
            ("Donaudampfschiff", 6, &["Donau-", "dampf-", "schiff"]),
            // A mark makes another sign of the space before it, at which no line breaks.
            (
                "\u{3000}\u{200d}-aaaaaaaaaa",
                7,
                &["\u{3000}\u{200d}-aaa-", "aaaaaaa"],
            ),
            ("über\u{AD}all", 40, &["über\u{AD}all"]),
            (
                "Grüsse👩‍👩‍👧 aus Übersee",
                6,
                &["Grüs-", "se👩‍👩‍👧", "aus", "Übers-", "ee"],
            ),
        ] {
            assert_eq!(lines(text, columns), expected, "{text} in {columns}");
        }
    }

    #[test]
    fn numbers_and_addresses_get_no_hyphen() {
        for text in ["0123456789", "+41_79_123_45_67"] {
            assert_eq!(hyphenated(text, 6), text);
        }
    }

    proptest! {
        #[test]
        fn a_hyphen_is_all_that_comes_in_and_each_stands_at_the_end_of_a_line(
            text in hard_text(),
            columns in 1usize..20,
        ) {
            let broken = hyphenated(&text, columns);
            let mut left = text.chars().peekable();
            for c in broken.chars() {
                match left.peek() == Some(&c) {
                    true => _ = left.next(),
                    false => prop_assert_eq!(c, '-'),
                }
            }
            prop_assert_eq!(left.next(), None);
            let hyphens = |text: &str| text.matches('-').count();
            let ends = wrap(&broken, columns).iter().filter(|it| it.ends_with('-')).count();
            prop_assert!(hyphens(&broken) - hyphens(&text) <= ends);
        }
    }
}
