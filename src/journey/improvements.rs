//! How improvements stand: by their state in the PDCA cycle, what is overdue, what the KPI that
//! they aim at says before and after, and which kinds of them worked. Knows no words.

use crate::sort;
use std::cmp::Reverse;

use jiff::civil::Date;

use super::change::{Comparison, compare};
use super::check::parse_date;
use super::fields::Kind;
use super::kpis;
use super::metric::{Better, Metric};
use super::model::{Improvement, ImprovementKind, ImprovementStatus, Journey, Kpi};
use super::place::{ElementKey, keyed};
use super::total::{Dated, figures};
use super::verdict::Change;

/// An improvement on a day.
pub struct Standing<'j> {
    /// Which element it is.
    pub key: ElementKey,
    /// The improvement.
    pub improvement: &'j Improvement,
    /// It is past its due date, and not finished.
    pub is_overdue: bool,
    /// It is to be checked, and there is no figure to check it by.
    pub is_unmeasured: bool,
    /// What it aims at, before and after.
    pub effect: Option<Effect<'j>>,
}

impl Standing<'_> {
    /// What the KPI says of it, where there are figures before and after.
    pub fn change(&self) -> Option<Change> {
        self.effect.as_ref()?.change()
    }

    /// It is to be checked, and there are figures: somebody has to adopt or to drop it.
    pub fn is_to_decide(&self) -> bool {
        self.improvement.status == Some(ImprovementStatus::Check) && self.change().is_some()
    }
}

/// A KPI before and after an improvement.
pub struct Effect<'j> {
    /// The KPI.
    pub kpi: &'j Kpi,
    /// Its metric.
    pub metric: &'j Metric,
    /// What is expected to change, in the unit of the KPI.
    pub expected: Option<f64>,
    /// The last figure up to the start, or of all while it has not started; the baseline where
    /// there is none.
    pub before: Option<Dated>,
    /// The latest figure after the end, or after the start where no end is named.
    pub after: Option<Dated>,
    /// From the one to the other, where both have a figure.
    pub found: Option<Comparison>,
}

impl Effect<'_> {
    /// Whether the KPI got better, where there are both figures.
    pub fn change(&self) -> Option<Change> {
        self.found.as_ref().map(|it| it.change)
    }

    /// How far the KPI went in its good direction, in its own unit.
    fn gain(&self) -> Option<f64> {
        let by = self.found.as_ref()?.by;
        Some(match self.metric.better() {
            Better::Higher => by,
            Better::Lower => -by,
        })
    }
}

/// The states of the PDCA cycle in their order: the columns of a board.
pub const CYCLE: [ImprovementStatus; 4] = [
    ImprovementStatus::Plan,
    ImprovementStatus::Do,
    ImprovementStatus::Check,
    ImprovementStatus::Act,
];

/// The improvements in the order of PDCA, those without a state behind those that are planned, the
/// dropped ones last. Within a state what is overdue comes first, then what is unmeasured, then
/// what is due first.
pub fn by_state(
    journey: &Journey,
    today: Date,
) -> Vec<(Option<ImprovementStatus>, Vec<Standing<'_>>)> {
    let [plan, going @ ..] = CYCLE.map(Some);
    let states = [plan, None].into_iter().chain(going);
    let states = states.chain([Some(ImprovementStatus::Dropped)]);
    let mut all = all(journey, today);
    sort::by_key(&mut all, |it| {
        let due = it.improvement.due.clone();
        (!it.is_overdue, !it.is_unmeasured, due.is_none(), due)
    });
    let mut of_state = |state| {
        let is_it = |it: &mut Standing<'_>| it.improvement.status == state;
        (state, all.extract_if(.., is_it).collect::<Vec<_>>())
    };
    let states: Vec<_> = states.map(&mut of_state).collect();
    let filled = states.into_iter();
    filled.filter(|(_, all)| !all.is_empty()).collect()
}

/// The improvements on a board of the four states: what has no state yet is to be planned, and what
/// was dropped ends where others are adopted, behind them.
pub fn board(journey: &Journey, today: Date) -> [Vec<Standing<'_>>; 4] {
    let mut columns: [Vec<Standing>; 4] = Default::default();
    for (state, standing) in by_state(journey, today) {
        columns[column(state)].extend(standing);
    }
    columns
}

/// The column of the board for a state.
pub fn column(state: Option<ImprovementStatus>) -> usize {
    match state {
        Some(ImprovementStatus::Dropped) => CYCLE.len() - 1,
        state => CYCLE
            .iter()
            .position(|it| Some(*it) == state)
            .unwrap_or_default(),
    }
}

/// What finished improvements of one kind came to.
pub struct Worth<'j> {
    /// The kind; none of those that name none.
    pub kind: Option<ImprovementKind>,
    /// The improvements: those that made their KPI better first, those that made it worse last;
    /// among equals the larger gain first.
    pub finished: Vec<Standing<'j>>,
}

impl Worth<'_> {
    /// How many came to this; `None` counts those without figures before and after.
    pub fn count(&self, change: Option<Change>) -> usize {
        let same = self.finished.iter().filter(|it| it.change() == change);
        same.count()
    }
}

/// What worked: finished improvements by kind, the kind with the most that made a KPI better first;
/// what nobody measured last.
/// Dropped ones count too where they were finished: that they did not work is what they teach.
pub fn what_works(journey: &Journey, today: Date) -> Vec<Worth<'_>> {
    let mut worths: Vec<Worth> = Vec::new();
    let finished = all(journey, today).into_iter().filter(is_finished);
    for it in finished {
        let kind = it.improvement.kind;
        match worths.iter_mut().find(|worth| worth.kind == kind) {
            Some(worth) => worth.finished.push(it),
            None => worths.push(Worth {
                kind,
                finished: vec![it],
            }),
        }
    }
    for worth in &mut worths {
        sort::by(&mut worth.finished, |one, two| {
            let gain = |it: &Standing| it.effect.as_ref().and_then(Effect::gain).unwrap_or(0.0);
            let by_gain = gain(two).total_cmp(&gain(one));
            rank(one).cmp(&rank(two)).then(by_gain)
        });
    }
    sort::by_key(&mut worths, |it| {
        let count = |change| it.count(Some(change));
        let better = Reverse(count(Change::Better));
        (
            better,
            count(Change::Worse),
            Reverse(count(Change::CannotTell)),
        )
    });
    worths
}

fn is_finished(it: &Standing<'_>) -> bool {
    it.improvement.finished.is_some() || it.improvement.status == Some(ImprovementStatus::Act)
}

fn rank(it: &Standing<'_>) -> usize {
    match it.change() {
        Some(Change::Better) => 0,
        Some(Change::CannotTell) => 1,
        None => 2,
        Some(Change::Worse) => 3,
    }
}

/// All improvements, in the order of the file.
fn all(journey: &Journey, today: Date) -> Vec<Standing<'_>> {
    let keyed = keyed(Kind::Improvement, journey.improvements.iter(), |it| &it.id);
    let all = keyed.into_iter();
    all.map(|(key, it)| stand(journey, key, it, today))
        .collect()
}

fn stand<'j>(
    journey: &'j Journey,
    key: ElementKey,
    improvement: &'j Improvement,
    today: Date,
) -> Standing<'j> {
    let effect = effect(journey, improvement);
    let has_after = effect.as_ref().and_then(|it| it.after.as_ref());
    let has_after = has_after.is_some_and(|it| it.figure.is_ok());
    Standing {
        key,
        improvement,
        is_overdue: is_unfinished(improvement) && is_past(improvement.due.as_deref(), today),
        is_unmeasured: improvement.status == Some(ImprovementStatus::Check) && !has_after,
        effect,
    }
}

/// It is neither adopted nor dropped.
pub fn is_open(improvement: &Improvement) -> bool {
    use ImprovementStatus::{Act, Dropped};
    !matches!(improvement.status, Some(Act | Dropped))
}

fn is_unfinished(improvement: &Improvement) -> bool {
    improvement.finished.is_none() && is_open(improvement)
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
    let (before, after) = (
        before(kpi, metric, start.or(end)),
        after(kpi, metric, end.or(start)),
    );
    let both = before.as_ref().zip(after.as_ref());
    Some(Effect {
        kpi,
        metric,
        expected: expects.change,
        found: both.and_then(|(before, after)| compare(metric, &kpi.readings, before, after)),
        before,
        after,
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
        let figure = dated.as_ref()?.figure.as_ref().ok();
        figure.map(|it| it.value)
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

    #[test]
    fn what_has_no_state_is_to_be_planned_and_what_was_dropped_stands_behind_what_was_adopted() {
        use ImprovementStatus::{Act, Check, Do, Dropped, Plan};
        let stateless = Improvement {
            status: None,
            ..improvement("new", Plan)
        };
        let journey = journey(vec![
            improvement("gone", Dropped),
            stateless,
            improvement("done", Act),
            improvement("open", Plan),
            improvement("going", Do),
            improvement("asked", Check),
        ]);
        let ids = board(&journey, TODAY).map(|column| {
            let ids = column.iter().map(|it| it.improvement.id.as_str());
            ids.collect::<Vec<_>>().join(" ")
        });
        assert_eq!(ids, ["open new", "going", "asked", "done gone"]);
    }

    #[test]
    fn the_kind_that_made_most_kpis_better_comes_first_and_what_nobody_measured_counts_apart() {
        use ImprovementStatus::{Act, Do, Dropped};
        let of = |id: &str, kind, it: Improvement, status| Improvement {
            id: id.into(),
            kind: Some(kind),
            status: Some(status),
            ..it
        };
        let better = || measured("2026-04-01", Some("2026-07-01"));
        let unclear = || measured("2026-04-01", Some("2026-05-01"));
        let mut few = journey(vec![
            of("course", ImprovementKind::Training, unclear(), Act),
            of(
                "going",
                ImprovementKind::Training,
                measured("2026-04-01", None),
                Do,
            ),
            of("menu", ImprovementKind::Product, improvement("", Act), Act),
            of("list", ImprovementKind::Process, better(), Dropped),
            of("desk", ImprovementKind::Process, improvement("", Act), Act),
        ]);
        few.kpis[0].readings.pop();
        let told = |journey: &Journey| -> Vec<String> {
            let worths = what_works(journey, TODAY);
            let told = worths.iter().map(|it| {
                let ids: Vec<&str> = it.finished.iter().map(|it| &*it.improvement.id).collect();
                let count = [Some(Change::Better), Some(Change::CannotTell), None];
                let count = count.map(|change| it.count(change));
                format!("{:?} {count:?} {}", it.kind.unwrap(), ids.join(" "))
            });
            told.collect()
        };
        assert_eq!(
            told(&few),
            [
                "Training [0, 1, 0] course",
                "Product [0, 0, 1] menu",
                "Process [0, 0, 2] list desk",
            ]
        );
        let many = journey(few.improvements.clone());
        assert_eq!(
            told(&many),
            [
                "Training [1, 0, 0] course",
                "Process [1, 0, 1] list desk",
                "Product [0, 0, 1] menu",
            ]
        );
    }

    #[test]
    fn the_mix_of_those_who_answered_is_part_of_the_effect() {
        let part = |on: &str, segment: &str, satisfied, responses| Reading {
            segment: Some(segment.into()),
            responses: Some(responses),
            ..reading(on, satisfied)
        };
        let mut journey = journey(vec![measured("2026-04-01", Some("2026-07-01"))]);
        journey.kpis[0].readings = vec![
            part("2026-03-31", "new", 40.0, 400.0),
            part("2026-03-31", "loyal", 90.0, 100.0),
            part("2026-09-30", "new", 10.0, 100.0),
            part("2026-09-30", "loyal", 360.0, 400.0),
        ];
        let board = board(&journey, TODAY);
        let found = board[2][0].effect.as_ref().unwrap().found.as_ref().unwrap();
        assert_eq!(found.change, Change::Better);
        assert!(found.is_misleading());
    }
}
