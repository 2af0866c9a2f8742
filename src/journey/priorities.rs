//! Which touchpoints to improve first: importance against performance (Martilla and James 1977),
//! and a ranking by importance × what experience lacks. Knows no words.

use crate::sort;
use std::cmp::Reverse;

use super::model::Journey;
use super::touchpoints::{self, Placed};

/// The ends of the scales of importance and experience.
pub const SCALE: (i64, i64) = (1, 5);

/// Where the quadrants meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Crossing {
    /// At the middle of both scales.
    #[default]
    Middle,
    /// At the means of what is ranked: for journeys whose numbers are all high, or all low.
    Means,
}

/// The two values at which the quadrants meet: what is above them counts as high.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Crosshair {
    /// On the scale of importance.
    pub importance: f64,
    /// On the scale of experience.
    pub experience: f64,
}

impl Crosshair {
    /// The middle of both scales.
    pub const MIDDLE: Crosshair = Crosshair {
        importance: 3.0,
        experience: 3.0,
    };

    /// Of these pairs of importance and experience; the middle where there are none.
    fn of(crossing: Crossing, numbers: &[(i64, i64)]) -> Crosshair {
        if crossing == Crossing::Middle || numbers.is_empty() {
            return Crosshair::MIDDLE;
        }
        let mean = |of: fn(&(i64, i64)) -> i64| {
            let sum: i64 = numbers.iter().map(of).sum();
            sum as f64 / numbers.len() as f64
        };
        Crosshair {
            importance: mean(|it| it.0),
            experience: mean(|it| it.1),
        }
    }

    fn quadrant(&self, importance: i64, experience: i64) -> Quadrant {
        let is_important = importance as f64 > self.importance;
        match (is_important, experience as f64 > self.experience) {
            (true, false) => Quadrant::Improve,
            (true, true) => Quadrant::Keep,
            (false, false) => Quadrant::Later,
            (false, true) => Quadrant::Enough,
        }
    }
}

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
    /// Where the quadrants meet.
    pub crosshair: Crosshair,
    /// The highest score first; of equal ones the most important.
    pub ranked: Vec<Ranked<'j>>,
    /// Those that cannot be ranked, with what they lack, in the order of the journey.
    pub lacking: Vec<(Placed<'j>, Vec<Lack>)>,
}

/// The priorities of a journey, with the quadrants around this crossing.
pub fn priorities(journey: &Journey, crossing: Crossing) -> Priorities<'_> {
    let all = touchpoints::all(journey);
    let numbers = all.iter().filter_map(|it| {
        it.touchpoint
            .importance
            .zip(it.touchpoint.experience)
            .filter(|_| it.touchpoint.expectation.is_some())
    });
    let crosshair = Crosshair::of(crossing, &numbers.collect::<Vec<_>>());
    let (mut ranked, mut lacking) = (Vec::new(), Vec::new());
    for at in all {
        match rank(at, crosshair) {
            Ok(it) => ranked.push(it),
            Err(it) => lacking.push(it),
        }
    }
    sort::by_key(&mut ranked, |it| Reverse((it.score(), it.importance)));
    Priorities {
        crosshair,
        ranked,
        lacking,
    }
}

fn rank(at: Placed<'_>, crosshair: Crosshair) -> Result<Ranked<'_>, (Placed<'_>, Vec<Lack>)> {
    let it = at.touchpoint;
    match (it.importance, it.expectation, it.experience) {
        (Some(importance), Some(expectation), Some(experience)) => Ok(Ranked {
            at,
            importance,
            expectation,
            experience,
            quadrant: crosshair.quadrant(importance, experience),
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
        let priorities = priorities(&journey, Crossing::Middle);
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
    fn what_is_above_the_middle_is_high_and_what_is_on_it_is_not() {
        for (importance, experience, expected) in [
            (4, 3, Quadrant::Improve),
            (5, 4, Quadrant::Keep),
            (3, 1, Quadrant::Later),
            (3, 3, Quadrant::Later),
            (3, 4, Quadrant::Enough),
        ] {
            let found = Crosshair::MIDDLE.quadrant(importance, experience);
            assert_eq!(found, expected, "{importance}, {experience}");
        }
    }

    #[test]
    fn the_means_are_of_what_is_ranked_and_what_is_on_them_is_not_high() {
        let journey = journey(&[
            ("low", [3, 5, 4]),
            ("high", [5, 5, 5]),
            ("on", [4, 4, 3]),
            ("lacking", [1, 1, 0]),
        ]);
        let of = |crossing| {
            let priorities = priorities(&journey, crossing);
            let mut quadrants: Vec<_> = priorities
                .ranked
                .iter()
                .map(|it| (it.at.key.id.clone(), it.quadrant))
                .collect();
            sort::by_key(&mut quadrants, |it| it.0.clone());
            (
                priorities.crosshair,
                quadrants.into_iter().map(|it| it.1).collect::<Vec<_>>(),
            )
        };
        use Quadrant::{Enough, Improve, Keep, Later};
        assert_eq!(
            of(Crossing::Middle),
            (Crosshair::MIDDLE, vec![Keep, Enough, Improve])
        );
        let means = Crosshair {
            importance: 4.0,
            experience: 4.0,
        };
        assert_eq!(of(Crossing::Means), (means, vec![Keep, Later, Later]));
    }

    #[test]
    fn without_numbers_there_is_no_mean() {
        let journey = journey(&[("none", [0, 0, 0])]);
        let crosshair = priorities(&journey, Crossing::Means).crosshair;
        assert_eq!(crosshair, Crosshair::MIDDLE);
    }

    #[test]
    fn what_lacks_a_number_stands_apart_and_says_which() {
        let journey = journey(&[
            ("none", [0, 0, 0]),
            ("all", [1, 1, 1]),
            ("lived", [4, 4, 0]),
        ]);
        let priorities = priorities(&journey, Crossing::Middle);
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
