//! How improvements stand: by their state in the PDCA cycle, what is overdue, and what the KPI
//! that they aim at says before and after. Knows no words.

use jiff::civil::Date;

use super::check::parse_date;
use super::figure::Figure;
use super::kpis;
use super::metric::Metric;
use super::model::{Improvement, ImprovementStatus, Journey, Kpi};
use super::total::{Dated, figures};
use super::verdict::{Change, change};

/// An improvement on a day.
pub struct Standing<'j> {
    /// The improvement.
    pub improvement: &'j Improvement,
    /// It is past its due date, and not finished.
    pub is_overdue: bool,
    /// It is to be checked, and there is no figure to check it by.
    pub is_unmeasured: bool,
    /// What it aims at, before and after.
    pub effect: Option<Effect<'j>>,
}

/// A KPI before and after an improvement.
pub struct Effect<'j> {
    /// Its metric.
    pub metric: &'j Metric,
    /// What is expected to change, in the unit of the KPI.
    pub expected: Option<f64>,
    /// The last figure up to the start, or of all while it has not started; the baseline where
    /// there is none.
    pub before: Option<Dated>,
    /// The latest figure after the end, or after the start where no end is named.
    pub after: Option<Dated>,
}

impl Effect<'_> {
    /// Whether the KPI got better, where there are both figures.
    pub fn change(&self) -> Option<Change> {
        let (before, after) = (figure(&self.before)?, figure(&self.after)?);
        Some(change(self.metric, before, after))
    }
}

fn figure(dated: &Option<Dated>) -> Option<&Figure> {
    dated.as_ref()?.figure.as_ref().ok()
}

/// The improvements in the order of PDCA, those without a state last. Within a state what is
/// overdue comes first, then what is unmeasured, then what is due first.
pub fn by_state(
    journey: &Journey,
    today: Date,
) -> Vec<(Option<ImprovementStatus>, Vec<Standing<'_>>)> {
    use ImprovementStatus::{Act, Check, Do, Dropped, Plan};
    let states = [
        Some(Plan),
        Some(Do),
        Some(Check),
        Some(Act),
        Some(Dropped),
        None,
    ];
    let of_state = |state| {
        let all = journey.improvements.iter().filter(|it| it.status == state);
        let mut standing: Vec<Standing> = all.map(|it| stand(journey, it, today)).collect();
        standing.sort_by_key(|it| {
            let due = it.improvement.due.clone();
            (!it.is_overdue, !it.is_unmeasured, due.is_none(), due)
        });
        (state, standing)
    };
    let filled = states.map(of_state).into_iter();
    filled.filter(|(_, all)| !all.is_empty()).collect()
}

fn stand<'j>(journey: &'j Journey, improvement: &'j Improvement, today: Date) -> Standing<'j> {
    let effect = effect(journey, improvement);
    let has_after = effect
        .as_ref()
        .is_some_and(|it| figure(&it.after).is_some());
    Standing {
        improvement,
        is_overdue: is_open(improvement) && is_past(improvement.due.as_deref(), today),
        is_unmeasured: improvement.status == Some(ImprovementStatus::Check) && !has_after,
        effect,
    }
}

fn is_open(improvement: &Improvement) -> bool {
    use ImprovementStatus::{Act, Dropped};
    improvement.finished.is_none() && !matches!(improvement.status, Some(Act | Dropped))
}

/// A day that has passed; a text that is no day never passes.
pub fn is_past(day: Option<&str>, today: Date) -> bool {
    day.and_then(parse_date).is_some_and(|day| day < today)
}

fn effect<'j>(journey: &'j Journey, improvement: &Improvement) -> Option<Effect<'j>> {
    let expects = improvement.expects.as_ref()?;
    let id = expects.kpi.as_ref()?;
    let kpi = kpis::all(journey).find(|it| it.kpi.id == *id)?.kpi;
    let metric = kpi.metric.as_ref()?;
    let start = improvement.started.as_deref().and_then(parse_date);
    let end = improvement.finished.as_deref().and_then(parse_date);
    Some(Effect {
        metric,
        expected: expects.change,
        before: before(kpi, metric, start.or(end)),
        after: after(kpi, metric, end.or(start)),
    })
}

fn before(kpi: &Kpi, metric: &Metric, start: Option<Date>) -> Option<Dated> {
    let is_before =
        |it: &Dated| parse_date(&it.on).is_some_and(|on| start.is_none_or(|start| on <= start));
    let last = figures(metric, &kpi.readings).into_iter().rfind(is_before);
    last.or_else(|| figures(metric, kpi.baseline.as_slice()).pop())
}

fn after(kpi: &Kpi, metric: &Metric, end: Option<Date>) -> Option<Dated> {
    let end = end?;
    let is_after = |it: &Dated| parse_date(&it.on).is_some_and(|on| on > end);
    figures(metric, &kpi.readings).into_iter().rfind(is_after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::figure::Reading;
    use crate::journey::model::Expects;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 22);

    fn reading(on: &str, satisfied: f64) -> Reading {
        Reading {
            on: on.into(),
            satisfied: Some(satisfied),
            responses: Some(100.0),
            ..Reading::default()
        }
    }

    fn journey(improvements: Vec<Improvement>) -> Journey {
        let kpi = Kpi {
            id: "csat".into(),
            metric: Some(Metric::Csat { scale: 5, top: 2 }),
            baseline: Some(reading("2025-12-31", 40.0)),
            readings: vec![
                reading("2026-03-31", 50.0),
                reading("2026-06-30", 55.0),
                reading("2026-09-30", 90.0),
            ],
            ..Kpi::default()
        };
        Journey {
            kpis: vec![kpi],
            improvements,
            ..Journey::default()
        }
    }

    fn improvement(id: &str, status: ImprovementStatus) -> Improvement {
        Improvement {
            id: id.into(),
            status: Some(status),
            ..Improvement::default()
        }
    }

    fn measured(started: &str, finished: Option<&str>) -> Improvement {
        let expects = Expects {
            kpi: Some("csat".into()),
            change: Some(10.0),
        };
        Improvement {
            expects: Some(expects),
            started: Some(started.into()),
            finished: finished.map(str::to_owned),
            ..improvement("a", ImprovementStatus::Check)
        }
    }

    fn value(dated: &Option<Dated>) -> Option<f64> {
        figure(dated).map(|it| it.value)
    }

    #[test]
    fn the_kpi_before_the_start_and_after_the_end() {
        for (started, finished, before, after, unmeasured) in [
            (
                "2026-04-01",
                Some("2026-07-01"),
                Some(50.0),
                Some(90.0),
                false,
            ),
            ("2026-04-01", None, Some(50.0), Some(90.0), false),
            ("2026-03-31", Some("2026-09-30"), Some(50.0), None, true),
            ("2026-01-01", Some("2026-10-01"), Some(40.0), None, true),
        ] {
            let journey = journey(vec![measured(started, finished)]);
            let by_state = by_state(&journey, TODAY);
            let standing = &by_state[0].1[0];
            let effect = standing.effect.as_ref().expect("an effect");
            assert_eq!(
                (value(&effect.before), value(&effect.after)),
                (before, after)
            );
            assert_eq!(standing.is_unmeasured, unmeasured);
            assert_eq!(effect.change(), after.map(|_| Change::Better));
        }
    }

    #[test]
    fn what_is_overdue_comes_first_and_what_is_due_first_next() {
        use ImprovementStatus::{Check, Do, Dropped, Plan};
        let due = |id: &str, status, due: &str| Improvement {
            due: Some(due.into()),
            ..improvement(id, status)
        };
        let journey = journey(vec![
            improvement("someday", Plan),
            due("later", Plan, "2027-01-01"),
            due("today", Plan, "2026-11-22"),
            due("late", Plan, "2026-11-21"),
            due("gone", Dropped, "2026-01-01"),
            due("no-day", Do, "soon"),
            improvement("unmeasured", Check),
        ]);
        let ids: Vec<Vec<&str>> = by_state(&journey, TODAY)
            .iter()
            .map(|(_, all)| all.iter().map(|it| it.improvement.id.as_str()).collect())
            .collect();
        let expected: Vec<Vec<&str>> = vec![
            vec!["late", "today", "later", "someday"],
            vec!["no-day"],
            vec!["unmeasured"],
            vec!["gone"],
        ];
        assert_eq!(ids, expected);
        let overdue = by_state(&journey, TODAY);
        let overdue = overdue.iter().flat_map(|(_, all)| all);
        let overdue: Vec<&str> = overdue
            .filter(|it| it.is_overdue)
            .map(|it| it.improvement.id.as_str())
            .collect();
        assert_eq!(overdue, ["late"]);
    }
}
