//! Moments of Truth: those that are marked, the worst first, and the touchpoints that could be
//! some, each with its reasons. A person decides. Knows no words.

use crate::sort;
use std::cmp::Reverse;

use super::model::{Journey, Role, Touchpoint};
use super::touchpoints::{self, Placed};

/// From this importance on, a gap makes a candidate.
const IMPORTANT: i64 = 4;

/// All Moments of Truth of a journey, and what could be one.
#[derive(Debug, PartialEq)]
pub struct Board<'j> {
    /// Those with a gap: the worst first, of equal ones the most important.
    pub judged: Vec<Placed<'j>>,
    /// Those whose expectation or experience is missing, in the order of the journey.
    pub unjudged: Vec<Placed<'j>>,
    /// Touchpoints that are none yet: those with the most reasons first.
    pub candidates: Vec<Candidate<'j>>,
}

/// A touchpoint that could be a Moment of Truth.
#[derive(Debug, PartialEq)]
pub struct Candidate<'j> {
    /// The touchpoint.
    pub at: Placed<'j>,
    /// Why, at least one.
    pub reasons: Vec<Reason>,
}

/// Why a touchpoint could be a Moment of Truth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It plays a part.
    Role(Role),
    /// It is important, and less is lived there than expected.
    Gap {
        /// 4 or 5.
        importance: i64,
        /// −1 or less.
        gap: i64,
    },
    /// The highest emotion of the journey: people remember the peak.
    HighestEmotion(i64),
    /// The lowest emotion of the journey.
    LowestEmotion(i64),
    /// The last touchpoint of the main line: people remember the end.
    Last,
}

/// The board of a journey.
pub fn board(journey: &Journey) -> Board<'_> {
    let all = touchpoints::all(journey);
    let candidates = candidates(&all);
    let marked = all
        .into_iter()
        .filter(|it| it.touchpoint.moment_of_truth.is_some());
    let (mut judged, unjudged): (Vec<_>, Vec<_>) =
        marked.partition(|it| it.touchpoint.gap().is_some());
    sort::by_key(&mut judged, |it| {
        (it.touchpoint.gap(), Reverse(it.touchpoint.importance))
    });
    Board {
        judged,
        unjudged,
        candidates,
    }
}

fn candidates<'j>(all: &[Placed<'j>]) -> Vec<Candidate<'j>> {
    let peaks = Peaks::of(all);
    let unmarked = all
        .iter()
        .filter(|it| it.touchpoint.moment_of_truth.is_none());
    let mut candidates: Vec<Candidate> = unmarked
        .map(|at| Candidate {
            at: at.clone(),
            reasons: peaks.reasons(at),
        })
        .filter(|it| !it.reasons.is_empty())
        .collect();
    sort::by_key(&mut candidates, |it| Reverse(it.reasons.len()));
    candidates
}

/// What can only be told of all touchpoints together.
struct Peaks<'j> {
    /// Lowest and highest emotion, where they differ.
    emotions: Option<(i64, i64)>,
    last: Option<&'j Touchpoint>,
}

impl<'j> Peaks<'j> {
    fn of(all: &[Placed<'j>]) -> Peaks<'j> {
        let emotions = || all.iter().filter_map(|it| it.touchpoint.emotion);
        let ends = emotions().min().zip(emotions().max());
        let mut main_line = all.iter().filter(|it| it.touchpoint.path.is_none());
        Peaks {
            emotions: ends.filter(|(low, high)| low < high),
            last: main_line.next_back().map(|it| it.touchpoint),
        }
    }

    fn reasons(&self, at: &Placed<'_>) -> Vec<Reason> {
        let it = at.touchpoint;
        let gap = it.importance.zip(it.gap());
        let gap = gap.filter(|(importance, gap)| *importance >= IMPORTANT && *gap < 0);
        let gap = gap.map(|(importance, gap)| Reason::Gap { importance, gap });
        let is_last = self.last.is_some_and(|last| std::ptr::eq(last, it));
        [
            it.role.map(Reason::Role),
            gap,
            it.emotion.and_then(|emotion| self.peak(emotion)),
            is_last.then_some(Reason::Last),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn peak(&self, emotion: i64) -> Option<Reason> {
        match self.emotions? {
            (low, _) if emotion == low => Some(Reason::LowestEmotion(low)),
            (_, high) if emotion == high => Some(Reason::HighestEmotion(high)),
            _ => None,
        }
    }
}

/// Promises of other touchpoints that are proved at this one, each with the touchpoint of the promise.
pub fn kept<'j>(journey: &'j Journey, at: &Touchpoint) -> Vec<(&'j str, &'j Touchpoint)> {
    let all = || journey.stages.iter().flat_map(|stage| &stage.touchpoints);
    let said = at
        .keeps
        .iter()
        .filter_map(|id| all().find(|it| it.id == *id));
    said.filter_map(|it| Some((it.promise.as_deref()?, it)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::model::{MomentOfTruth, Stage};

    fn touchpoint(id: &str) -> Touchpoint {
        Touchpoint {
            id: id.into(),
            ..Touchpoint::default()
        }
    }

    fn rated(id: &str, importance: i64, expectation: i64, experience: i64) -> Touchpoint {
        Touchpoint {
            importance: Some(importance),
            expectation: Some(expectation),
            experience: Some(experience),
            ..touchpoint(id)
        }
    }

    fn felt(id: &str, emotion: i64) -> Touchpoint {
        Touchpoint {
            emotion: Some(emotion),
            ..touchpoint(id)
        }
    }

    fn marked(touchpoint: Touchpoint) -> Touchpoint {
        Touchpoint {
            moment_of_truth: Some(MomentOfTruth::default()),
            ..touchpoint
        }
    }

    fn journey(touchpoints: Vec<Touchpoint>) -> Journey {
        let stage = Stage {
            touchpoints,
            ..Stage::default()
        };
        Journey {
            stages: vec![stage],
            ..Journey::default()
        }
    }

    /// The candidates of a journey that ends with one that is marked.
    fn suggested(mut touchpoints: Vec<Touchpoint>) -> Vec<(String, Vec<Reason>)> {
        touchpoints.push(marked(touchpoint("end")));
        let journey = journey(touchpoints);
        let candidates = board(&journey).candidates.into_iter();
        candidates.map(|it| (it.at.key.id, it.reasons)).collect()
    }

    #[test]
    fn each_reason_makes_a_candidate() {
        let role = Touchpoint {
            role: Some(Role::Advice),
            ..touchpoint("a")
        };
        for (touchpoint, expected) in [
            (role, Some(Reason::Role(Role::Advice))),
            (
                rated("a", 4, 4, 3),
                Some(Reason::Gap {
                    importance: 4,
                    gap: -1,
                }),
            ),
            (rated("a", 3, 5, 1), None),
            (rated("a", 5, 4, 4), None),
            (touchpoint("a"), None),
        ] {
            let found = suggested(vec![touchpoint]);
            let expected: Vec<_> = expected
                .map(|it| ("a".into(), vec![it]))
                .into_iter()
                .collect();
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn peaks_of_emotion_count_where_emotions_differ_and_those_marked_count_too() {
        let both = suggested(vec![
            felt("a", 1),
            felt("b", 0),
            felt("c", -1),
            felt("d", 1),
        ]);
        let expected = [
            ("a", Reason::HighestEmotion(1)),
            ("c", Reason::LowestEmotion(-1)),
            ("d", Reason::HighestEmotion(1)),
        ];
        assert_eq!(both, expected.map(|(id, it)| (id.to_owned(), vec![it])));
        assert_eq!(suggested(vec![felt("a", 1), felt("b", 1)]), []);
        let beaten = suggested(vec![felt("a", 1), felt("b", 1), marked(felt("c", -2))]);
        assert_eq!(beaten.len(), 2);
        assert_eq!(
            suggested(vec![
                felt("a", 1),
                marked(felt("b", 2)),
                marked(felt("c", 0))
            ]),
            []
        );
    }

    #[test]
    fn the_last_of_the_main_line_is_one_and_the_most_reasons_come_first() {
        let aside = Touchpoint {
            path: Some("aside".into()),
            ..touchpoint("aside")
        };
        let low = Touchpoint {
            emotion: Some(-2),
            ..rated("low", 5, 5, 2)
        };
        let journey = journey(vec![felt("first", 1), low, touchpoint("last"), aside]);
        let ids: Vec<_> = board(&journey)
            .candidates
            .iter()
            .map(|it| (it.at.key.id.clone(), it.reasons.len()))
            .collect();
        assert_eq!(
            ids,
            [("low".into(), 2), ("first".into(), 1), ("last".into(), 1)]
        );
    }

    #[test]
    fn the_worst_gap_comes_first_then_importance_and_missing_numbers_stand_apart() {
        let journey = journey(vec![
            marked(rated("fine", 5, 3, 4)),
            marked(touchpoint("open")),
            marked(rated("bad", 3, 5, 3)),
            marked(rated("bad-and-important", 5, 5, 3)),
        ]);
        let board = board(&journey);
        let ids = |all: &[Placed]| all.iter().map(|it| it.key.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&board.judged), ["bad-and-important", "bad", "fine"]);
        assert_eq!(ids(&board.unjudged), ["open"]);
        assert!(board.candidates.is_empty());
    }
}
