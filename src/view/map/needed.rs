//! How wide the texts of a journey like their columns. Looks at the first touchpoints alone, so that
//! it costs the same for any journey, and says the same wherever the Map is scrolled to.

use super::Content;
use super::geometry::MARGIN;
use crate::journey::model::Touchpoint;
use crate::text;

/// So many touchpoints speak for all.
const SAMPLE: usize = 48;
/// A text counts as no longer than so many bytes, which are near enough to its columns: a single
/// long one is no reason for wide columns.
const LONG: usize = 90;
/// A word of a name that is longer than this is broken.
const WORD: usize = 20;

/// So wide that a text of average length stands in about three lines, and each word of the names
/// in one.
pub(super) fn width(content: &Content) -> u16 {
    let stages = content.journey.stages.iter();
    let touchpoints = stages.flat_map(|stage| &stage.touchpoints).take(SAMPLE);
    let (mut total, mut count, mut word) = (0, 0, 0);
    for touchpoint in touchpoints {
        for text in texts(touchpoint) {
            total += text.len().min(LONG);
            count += 1;
        }
        word = word.max(longest_word(&touchpoint.name));
    }
    let third = (2 * total).div_ceil(5 * count.max(1)) + 2;
    third.max(word) as u16 + MARGIN
}

fn texts(at: &Touchpoint) -> impl Iterator<Item = &String> {
    let lists = [
        &at.actions,
        &at.thoughts,
        &at.quotes,
        &at.pains,
        &at.opportunities,
        &at.frontstage,
        &at.backstage,
        &at.support,
    ];
    let said = [&at.name].into_iter().chain(&at.promise);
    said.chain(lists.into_iter().flatten())
}

fn longest_word(name: &str) -> usize {
    let words = name.split_whitespace().take(LONG).map(|word| {
        let end = word
            .char_indices()
            .nth(WORD)
            .map_or(word.len(), |(at, _)| at);
        text::width(&word[..end])
    });
    words.max().unwrap_or(0).min(WORD)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::map::{Lens, PathChoice, columns};
    use crate::i18n::Lang;
    use crate::journey::check::Neighbour;
    use crate::journey::model::{Journey, Stage};
    use crate::view::map::Errors;

    fn needed(touchpoints: Vec<Touchpoint>) -> u16 {
        let stage = Stage {
            touchpoints,
            ..Stage::default()
        };
        let journey = Journey {
            stages: vec![stage],
            ..Journey::default()
        };
        width(&Content {
            journey: &journey,
            neighbour: &Neighbour::None,
            errors: &Errors::default(),
            changes: None,
            columns: &columns(&journey, &PathChoice::All),
            lens: &Lens::default(),
            lang: Lang::En,
            today: "2026-11-22",
        })
    }

    fn named(name: &str, actions: &[String]) -> Touchpoint {
        Touchpoint {
            name: name.into(),
            actions: actions.to_vec(),
            ..Touchpoint::default()
        }
    }

    #[test]
    fn long_texts_and_long_words_need_wide_columns() {
        let words = |count: usize| "word ".repeat(count);
        for (touchpoint, expected) in [
            (named("", &[]), 4),
            (named("Pays", &[]), 6),
            (named("Kartenzahlungsgerät", &[]), 21),
            (named(&"ü".repeat(99), &[]), 40),
            (named("Pays", &[words(8)]), 13),
            (named("Pays", &[words(999), words(999)]), 29),
        ] {
            assert_eq!(needed(vec![touchpoint.clone()]), expected, "{touchpoint:?}");
        }
    }

    #[test]
    fn a_large_journey_is_judged_by_its_beginning() {
        let mut touchpoints = vec![named("Pays", &[]); SAMPLE];
        let before = needed(touchpoints.clone());
        touchpoints.push(named("Kartenzahlungsgerät", &[]));
        assert_eq!(needed(touchpoints), before);
    }
}
