//! Which touchpoints to improve first: importance against performance (Martilla and James 1977),
//! and a ranking by importance × what experience lacks. Knows no words.

use std::cmp::Reverse;

use super::model::Journey;
use super::touchpoints::{self, Placed};

/// The middle of the scale from 1 to 5: what is above it counts as high.
pub const MIDDLE: i64 = 3;

/// The four quadrants of importance and performance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quadrant {
    /// Important, and not good.
    Improve,
    /// Important, and good.
    Keep,
    /// Less important, and not good.
    Later,
    /// Less important, and good.
    Enough,
}

impl Quadrant {
    /// All four: important ones first, each pair from not good to good.
    pub const ALL: [Quadrant; 4] = [
        Quadrant::Improve,
        Quadrant::Keep,
        Quadrant::Later,
        Quadrant::Enough,
    ];

    fn of(importance: i64, experience: i64) -> Quadrant {
        match (importance > MIDDLE, experience > MIDDLE) {
            (true, false) => Quadrant::Improve,
            (true, true) => Quadrant::Keep,
            (false, false) => Quadrant::Later,
            (false, true) => Quadrant::Enough,
        }
    }
}

/// A touchpoint with all three numbers.
#[derive(Debug, PartialEq)]
pub struct Ranked<'j> {
    /// The touchpoint.
    pub at: Placed<'j>,
    /// 1 to 5.
    pub importance: i64,
    /// 1 to 5.
    pub expectation: i64,
    /// 1 to 5.
    pub experience: i64,
    /// Where it stands.
    pub quadrant: Quadrant,
}

impl Ranked<'_> {
    /// Importance × max(0, expectation − experience).
    pub fn score(&self) -> i64 {
        self.importance * (self.expectation - self.experience).max(0)
    }
}

/// A number that a touchpoint lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// How important it is.
    Importance,
    /// What is expected.
    Expectation,
    /// What is lived.
    Experience,
}

/// The touchpoints of a journey by what to improve first.
#[derive(Debug, PartialEq)]
pub struct Priorities<'j> {
    /// The highest score first; of equal ones the most important.
    pub ranked: Vec<Ranked<'j>>,
    /// Those that cannot be ranked, with what they lack, in the order of the journey.
    pub lacking: Vec<(Placed<'j>, Vec<Lack>)>,
}

/// The priorities of a journey.
pub fn priorities(journey: &Journey) -> Priorities<'_> {
    let (mut ranked, mut lacking) = (Vec::new(), Vec::new());
    for at in touchpoints::all(journey) {
        match rank(at) {
            Ok(it) => ranked.push(it),
            Err(it) => lacking.push(it),
        }
    }
    ranked.sort_by_key(|it| Reverse((it.score(), it.importance)));
    Priorities { ranked, lacking }
}

fn rank(at: Placed<'_>) -> Result<Ranked<'_>, (Placed<'_>, Vec<Lack>)> {
    let it = at.touchpoint;
    match (it.importance, it.expectation, it.experience) {
        (Some(importance), Some(expectation), Some(experience)) => Ok(Ranked {
            at,
            importance,
            expectation,
            experience,
            quadrant: Quadrant::of(importance, experience),
        }),
        (importance, expectation, experience) => {
            let lacks = [
                (importance, Lack::Importance),
                (expectation, Lack::Expectation),
                (experience, Lack::Experience),
            ];
            let missing = lacks.into_iter().filter(|(number, _)| number.is_none());
            Err((at, missing.map(|(_, lack)| lack).collect()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::model::{Stage, Touchpoint};

    fn touchpoint(id: &str, numbers: [i64; 3]) -> Touchpoint {
        let [importance, expectation, experience] = numbers.map(|it| (it > 0).then_some(it));
        Touchpoint {
            id: id.into(),
            importance,
            expectation,
            experience,
            ..Touchpoint::default()
        }
    }

    fn journey(touchpoints: &[(&str, [i64; 3])]) -> Journey {
        let touchpoints = touchpoints.iter().map(|(id, it)| touchpoint(id, *it));
        let stage = Stage {
            touchpoints: touchpoints.collect(),
            ..Stage::default()
        };
        Journey {
            stages: vec![stage],
            ..Journey::default()
        }
    }

    #[test]
    fn the_highest_score_comes_first_and_no_gap_is_nothing() {
        let journey = journey(&[
            ("better", [4, 2, 5]),
            ("small", [2, 5, 2]),
            ("large", [5, 5, 2]),
            ("equal", [3, 5, 3]),
        ]);
        let priorities = priorities(&journey);
        let ranked: Vec<_> = priorities
            .ranked
            .iter()
            .map(|it| (it.at.key.id.as_str(), it.score()))
            .collect();
        assert_eq!(
            ranked,
            [("large", 15), ("equal", 6), ("small", 6), ("better", 0)]
        );
    }

    #[test]
    fn four_and_five_are_high() {
        for (importance, experience, expected) in [
            (4, 3, Quadrant::Improve),
            (5, 4, Quadrant::Keep),
            (3, 1, Quadrant::Later),
            (3, 4, Quadrant::Enough),
        ] {
            assert_eq!(Quadrant::of(importance, experience), expected);
        }
    }

    #[test]
    fn what_lacks_a_number_stands_apart_and_says_which() {
        let journey = journey(&[
            ("none", [0, 0, 0]),
            ("all", [1, 1, 1]),
            ("lived", [4, 4, 0]),
        ]);
        let priorities = priorities(&journey);
        assert_eq!(priorities.ranked.len(), 1);
        let lacks: Vec<_> = priorities
            .lacking
            .iter()
            .map(|(_, it)| it.clone())
            .collect();
        use Lack::{Expectation, Experience, Importance};
        assert_eq!(
            lacks,
            [vec![Importance, Expectation, Experience], vec![Experience]]
        );
    }
}
