//! The votes of a group on one number of a touchpoint, and what they come to. Knows neither drawing
//! nor keys.

use std::ops::RangeInclusive;

use super::App;
use crate::i18n::number::signed_whole;
use crate::i18n::{self as w, Lang};
use crate::journey::fields::{Field, Kind};
use crate::journey::model::{Evidence, Scale, Touchpoint};
use crate::journey::place::ElementKey;

/// The fields that can be voted on.
pub const BALLOTS: [&str; 4] = ["emotion", "experience", "expectation", "importance"];

/// More steps than this are called out by nobody, and have no room on a screen.
pub const MOST_STEPS: i128 = 11;

/// A vote that is going on.
#[derive(Debug, Clone, PartialEq)]
pub struct Vote {
    /// The touchpoint.
    pub about: ElementKey,
    /// The field.
    pub field: &'static Field,
    /// Lowest number that can be called.
    pub low: i64,
    /// Highest number that can be called.
    pub high: i64,
    /// The numbers, in the order in which they were called.
    pub votes: Vec<i64>,
    /// The number under the cursor.
    pub cursor: i64,
    /// A minus was typed: the next digit is a negative number.
    pub is_minus: bool,
}

impl Vote {
    /// A vote on a field; `None` where there is no such field, or its scale has too many steps.
    pub fn on(about: ElementKey, field: &str, scale: Scale) -> Option<Vote> {
        let field = Kind::Touchpoint.field(field)?;
        let Scale {
            min: low,
            max: high,
        } = match field.name {
            "emotion" => scale,
            _ => Scale { min: 1, max: 5 },
        };
        let steps = i128::from(high) - i128::from(low) + 1;
        (1..=MOST_STEPS).contains(&steps).then(|| Vote {
            about,
            field,
            low,
            high,
            votes: Vec::new(),
            cursor: Scale {
                min: low,
                max: high,
            }
            .middle(),
            is_minus: false,
        })
    }

    /// The numbers that can be called, the highest first.
    pub fn numbers(&self) -> impl Iterator<Item = i64> {
        self.range().rev()
    }

    fn range(&self) -> RangeInclusive<i64> {
        self.low..=self.high
    }

    /// Somebody calls a number; `false` where it is not on the scale.
    pub fn call(&mut self, number: i64) -> bool {
        let is_on = self.range().contains(&number);
        if is_on {
            self.votes.push(number);
            self.cursor = number;
        }
        is_on
    }

    /// A digit was typed, behind a minus or not. 0 is ten where the scale has no 0.
    pub fn digit(&mut self, digit: i64) -> bool {
        let sign = if std::mem::take(&mut self.is_minus) {
            -1
        } else {
            1
        };
        let is_ten = digit == 0 && !self.range().contains(&0);
        self.call(sign * if is_ten { 10 } else { digit })
    }

    /// How many called a number.
    pub fn count(&self, number: i64) -> usize {
        self.votes.iter().filter(|vote| **vote == number).count()
    }

    /// The number in the middle; of two the lower one, so that it is one that somebody called.
    pub fn median(&self) -> Option<i64> {
        let mut votes = self.votes.clone();
        votes.sort_unstable();
        votes.get(votes.len().checked_sub(1)? / 2).copied()
    }

    /// The mean.
    pub fn mean(&self) -> Option<f64> {
        let sum: i128 = self.votes.iter().map(|vote| i128::from(*vote)).sum();
        (!self.votes.is_empty()).then(|| sum as f64 / self.votes.len() as f64)
    }

    /// Lowest and highest number that was called.
    pub fn spread(&self) -> Option<(i64, i64)> {
        Some((*self.votes.iter().min()?, *self.votes.iter().max()?))
    }

    /// What the emotion of the touchpoint rests on that the median would replace: what a group says
    /// is assumed. A median that says what is there already replaces nothing.
    pub fn outweighs(&self, touchpoint: &Touchpoint) -> Option<Evidence> {
        let changes = self.field.name == "emotion" && self.median() != touchpoint.emotion;
        let evidence = touchpoint.evidence.filter(|_| changes);
        evidence.filter(|it| *it != Evidence::Assumed)
    }

    /// A number as this field shows it.
    pub fn shown(&self, number: i64) -> String {
        match self.field.name {
            "emotion" => signed_whole(number),
            _ => w::whole(number),
        }
    }

    /// `−2 ×3 · −1 ×4`, the lowest first.
    pub fn tally(&self) -> String {
        let called = self.range().filter(|number| self.count(*number) > 0);
        let part = |number: i64| format!("{} ×{}", self.shown(number), self.count(number));
        called.map(part).collect::<Vec<_>>().join(" · ")
    }
}

impl App {
    /// What a note in the file says of a vote; in the language of the journey, as all its texts.
    pub fn vote_in_words(&self, vote: &Vote, is_taken: bool) -> String {
        let own = self.journey().language.as_deref();
        let lang = own.map_or(self.lang, Lang::from_tag);
        let median = vote.median().map(|it| vote.shown(it)).unwrap_or_default();
        let word = (vote.field.word)(lang);
        let said = match is_taken {
            true => w::vote_note_taken(lang, word, &vote.tally(), &median),
            false => w::vote_note(lang, word, &vote.tally(), &median),
        };
        format!("{}{said}", w::vote_note_start(lang))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vote(field: &str, low: i64, high: i64, votes: &[i64]) -> Vote {
        let scale = Scale {
            min: low,
            max: high,
        };
        let about = ElementKey::new(Kind::Touchpoint, "a");
        let mut vote = Vote::on(about, field, scale).expect("a vote");
        for number in votes {
            assert!(vote.call(*number));
        }
        vote
    }

    #[test]
    fn the_median_is_a_number_that_somebody_called() {
        for (votes, median, mean) in [
            (&[1][..], 1, 1.0),
            (&[-2, 1], -2, -0.5),
            (&[2, -2, 0], 0, 0.0),
            (&[2, 2, -1, -2], -1, 0.25),
        ] {
            let vote = vote("emotion", -2, 2, votes);
            assert_eq!(vote.median(), Some(median));
            assert_eq!(vote.mean(), Some(mean));
        }
        let none = vote("emotion", -2, 2, &[]);
        assert_eq!(
            (none.median(), none.mean(), none.spread()),
            (None, None, None)
        );
    }

    #[test]
    fn digits_are_numbers_of_the_scale_and_0_is_ten_where_there_is_none() {
        for (low, high, typed, expected) in [
            (-2, 2, "-2", Some(-2)),
            (-2, 2, "0", Some(0)),
            (-2, 2, "3", None),
            (1, 10, "0", Some(10)),
            (0, 10, "0", Some(0)),
            (1, 5, "0", None),
            (-10, -1, "-0", Some(-10)),
        ] {
            let mut vote = vote("emotion", low, high, &[]);
            vote.is_minus = typed.starts_with('-');
            let digit = typed.trim_start_matches('-').parse().expect("a digit");
            vote.digit(digit);
            assert_eq!(
                vote.votes.first().copied(),
                expected,
                "{low} to {high}: {typed}"
            );
        }
    }

    #[test]
    fn a_scale_of_many_steps_is_not_voted_on() {
        let on = |min, max| {
            Vote::on(
                ElementKey::new(Kind::Touchpoint, "a"),
                "emotion",
                Scale { min, max },
            )
        };
        assert!(on(0, 10).is_some());
        assert!(on(0, 11).is_none());
        assert!(on(2, -2).is_none());
        assert!(on(i64::MIN, i64::MAX).is_none());
        assert!(on(i64::MAX - 3, i64::MAX).is_some());
    }

    #[test]
    fn the_tally_goes_from_low_to_high() {
        let vote = vote("experience", 0, 0, &[5, 3, 5]);
        assert_eq!(vote.tally(), "3 ×1 · 5 ×2");
        assert_eq!(vote.spread(), Some((3, 5)));
    }
}
