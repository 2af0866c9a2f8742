//! The milestones of a strategy: what is overdue, planned and done, and the touchpoints of a
//! journey that each touches. Knows no words.

use crate::sort;
use jiff::civil::Date;

use super::fields::Kind;
use super::improvements::is_past;
use super::model::{Company, Journey, Milestone};
use super::place::{ElementKey, keyed};
use super::touchpoints::{self, Placed};

/// How a milestone stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Its day has passed, and it is not done.
    Overdue,
    /// Its day is still to come, or it has none.
    Planned,
    /// It is done.
    Done,
}

/// A milestone on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Step<'c> {
    /// Its key.
    pub key: ElementKey,
    /// It.
    pub milestone: &'c Milestone,
    /// How it stands.
    pub standing: Standing,
}

/// The milestones of a company: what is overdue for longest first, then what comes next, those
/// without a day behind; what is done last, the newest first.
pub fn steps(company: &Company, today: Date) -> Vec<Step<'_>> {
    let milestones = company.strategy.iter().flat_map(|it| &it.milestones);
    let all = keyed(Kind::Milestone, milestones, |it| &it.id).into_iter();
    let all = all.map(|(key, milestone)| Step {
        key,
        milestone,
        standing: standing(milestone, today),
    });
    let of = |wanted| all.clone().filter(move |it| it.standing == wanted);
    let mut steps: Vec<Step> = of(Standing::Overdue).chain(of(Standing::Planned)).collect();
    let mut done: Vec<Step> = of(Standing::Done).collect();
    // ISO dates sort as texts.
    sort::by_key(&mut steps, |it| {
        (it.standing == Standing::Planned, day(it).is_none(), day(it))
    });
    sort::by_key(&mut done, |it| std::cmp::Reverse(day(it)));
    steps.extend(done);
    steps
}

fn day<'c>(step: &Step<'c>) -> Option<&'c str> {
    step.milestone.on.as_deref()
}

/// How a milestone stands on a day.
pub fn standing(milestone: &Milestone, today: Date) -> Standing {
    match (milestone.done, is_past(milestone.on.as_deref(), today)) {
        (true, _) => Standing::Done,
        (false, true) => Standing::Overdue,
        (false, false) => Standing::Planned,
    }
}

/// The touchpoints of a journey that a milestone touches: those that its departments own, of them
/// the ones that prove its values; it may say that it touches other journeys alone. `stem` is the
/// name of the journey's file, without its ending.
pub fn touched<'j>(
    milestone: &Milestone,
    journey: &'j Journey,
    stem: Option<&str>,
) -> Vec<Placed<'j>> {
    let journeys = &milestone.journeys;
    let is_meant = journeys.is_empty() || stem.is_some_and(|it| journeys.iter().any(|j| j == it));
    let (departments, values) = (&milestone.departments, &milestone.values);
    if !is_meant || (departments.is_empty() && values.is_empty()) {
        return Vec::new();
    }
    let mut all = touchpoints::all(journey);
    all.retain(|at| {
        let owner = at.touchpoint.owner.as_ref();
        let is_theirs = departments.is_empty() || owner.is_some_and(|it| departments.contains(it));
        let proves = at.touchpoint.values.iter().any(|it| values.contains(it));
        is_theirs && (values.is_empty() || proves)
    });
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::model::{Stage, Strategy, Touchpoint};
    use jiff::civil::date;

    fn milestone(id: &str, on: Option<&str>, done: bool) -> Milestone {
        Milestone {
            id: id.into(),
            on: on.map(str::to_owned),
            done,
            ..Milestone::default()
        }
    }

    #[test]
    fn what_is_overdue_comes_first_then_what_comes_next_and_what_is_done_last() {
        let company = Company {
            strategy: Some(Strategy {
                milestones: vec![
                    milestone("done-long-ago", Some("2025-01-01"), true),
                    milestone("some-day", None, false),
                    milestone("next-year", Some("2027-06-30"), false),
                    milestone("late", Some("2026-11-21"), false),
                    milestone("today", Some("2026-11-22"), false),
                    milestone("done", Some("2026-05-29"), true),
                    milestone("later", Some("2026-01-15"), false),
                    milestone("odd", Some("soon"), false),
                ],
                ..Strategy::default()
            }),
            ..Company::default()
        };
        let steps = steps(&company, date(2026, 11, 22));
        let found: Vec<(&str, Standing)> = steps
            .iter()
            .map(|it| (it.key.id.as_str(), it.standing))
            .collect();
        use Standing::{Done, Overdue, Planned};
        let expected = [
            ("later", Overdue),
            ("late", Overdue),
            ("today", Planned),
            ("next-year", Planned),
            ("odd", Planned),
            ("some-day", Planned),
            ("done", Done),
            ("done-long-ago", Done),
        ];
        assert_eq!(found, expected);
        assert_eq!(super::steps(&Company::default(), date(2026, 11, 22)), []);
    }

    fn ids(milestone: &Milestone, stem: Option<&str>) -> Vec<String> {
        let touchpoint = |id: &str, owner: &str, values: &[&str]| Touchpoint {
            id: id.into(),
            owner: Some(owner.into()),
            values: values.iter().map(|it| (*it).to_owned()).collect(),
            ..Touchpoint::default()
        };
        let stage = Stage {
            touchpoints: vec![
                touchpoint("call", "desk", &["calm"]),
                touchpoint("letter", "desk", &["plain"]),
                touchpoint("visit", "field", &["plain"]),
            ],
            ..Stage::default()
        };
        let journey = Journey {
            stages: vec![stage],
            ..Journey::default()
        };
        let touched = touched(milestone, &journey, stem).into_iter();
        touched.map(|it| it.key.id).collect()
    }

    #[test]
    fn a_milestone_touches_what_its_departments_own_and_its_values_are_proved_at() {
        let texts = |all: &[&str]| all.iter().map(|it| (*it).to_owned()).collect();
        let mut step = Milestone::default();
        assert_eq!(ids(&step, Some("stay")), [""; 0], "it names nothing");
        step.departments = texts(&["desk", "nobody"]);
        assert_eq!(ids(&step, None), ["call", "letter"]);
        step.values = texts(&["plain"]);
        assert_eq!(ids(&step, None), ["letter"]);
        step.departments.clear();
        assert_eq!(ids(&step, None), ["letter", "visit"]);
        step.journeys = texts(&["claim", "stay"]);
        assert_eq!(ids(&step, Some("stay")), ["letter", "visit"]);
        assert_eq!(ids(&step, Some("other")), [""; 0]);
        assert_eq!(ids(&step, None), [""; 0], "a journey without file");
    }
}
