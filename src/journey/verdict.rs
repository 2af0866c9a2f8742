//! What a figure means: against its target, and against an earlier figure. Today comes in as a value.

use crate::journey::figure::Figure;
use crate::journey::metric::{Better, Metric};
use crate::journey::model::Kpi;
use crate::journey::total;
use crate::measure::interval::Interval;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What a KPI is to reach. One of `at_least` and `at_most` is set.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Target {
    /// The lowest good value.
    pub at_least: Option<f64>,
    /// The highest good value.
    pub at_most: Option<f64>,
    /// The last day on which it may still be reached; empty: none is set.
    pub by: String,
}

/// A figure against its target. Without an interval the value decides; the screen says so then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The whole interval is on the good side.
    Reached,
    /// The whole interval is on the bad side, and the day has passed.
    Missed,
    /// The whole interval is on the bad side, and the day has not passed, or is none.
    NotYet,
    /// The target lies within the interval.
    CannotTell,
}

/// A figure against an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Better, beyond what chance explains at 95 %.
    Better,
    /// Worse, beyond what chance explains.
    Worse,
    /// Chance may explain it, or one of the two has no interval.
    CannotTell,
}

/// The verdict on `today` (`YYYY-MM-DD`); none where the target has no side, or two.
pub fn verdict(figure: &Figure, target: &Target, today: &str) -> Option<Verdict> {
    let Interval { low, high } = figure.interval.unwrap_or(Interval {
        low: figure.value,
        high: figure.value,
    });
    let (reached, failed) = match (target.at_least, target.at_most) {
        (Some(goal), None) => (low >= goal, high < goal),
        (None, Some(goal)) => (high <= goal, low > goal),
        _ => return None,
    };
    Some(match (reached, failed) {
        (true, _) => Verdict::Reached,
        (_, true) if has_passed(&target.by, today) => Verdict::Missed,
        (_, true) => Verdict::NotYet,
        _ => Verdict::CannotTell,
    })
}

/// Only a date can pass: compared as text, the day "1.9.2027" would lie before "2026-01-01".
fn has_passed(by: &str, today: &str) -> bool {
    matches!((by.parse::<Date>(), today.parse::<Date>()), (Ok(by), Ok(today)) if today > by)
}

/// Whether a KPI got better: the difference must be significant at 95 %, by the test of the metric. The figures are
/// taken as independent samples.
pub fn change(metric: &Metric, before: &Figure, after: &Figure) -> Change {
    let (Some(old), Some(new)) = (&before.sample, &after.sample) else {
        return Change::CannotTell;
    };
    let rose = after.value > before.value;
    let is_shown = old
        .difference(new)
        .is_some_and(|found| found.is_significant());
    direction(metric, rose, is_shown)
}

/// The change of a metric that rose or fell, where chance is no explanation for it.
pub(super) fn direction(metric: &Metric, rose: bool, is_shown: bool) -> Change {
    match is_shown {
        true if rose == (metric.better() == Better::Higher) => Change::Better,
        true => Change::Worse,
        false => Change::CannotTell,
    }
}

/// How the latest figure of the first KPI changed that both have, and whose figure is another.
pub fn change_between(old: &[Kpi], new: &[Kpi]) -> Option<Change> {
    let latest = |kpi: &Kpi| {
        let dated = total::latest(kpi.metric.as_ref()?, &kpi.readings)?;
        dated.figure.ok()
    };
    new.iter().find_map(|kpi| {
        let before = old.iter().find(|it| it.id == kpi.id)?;
        let (before, after) = (latest(before)?, latest(kpi)?);
        let differs = before.value != after.value;
        let metric = kpi.metric.as_ref()?;
        differs.then(|| change(metric, &before, &after))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::figure::{Reading, figure};

    fn at_least(goal: f64) -> Target {
        Target {
            at_least: Some(goal),
            by: "2027-06-30".into(),
            ..Target::default()
        }
    }

    fn at_most(goal: f64) -> Target {
        Target {
            at_most: Some(goal),
            by: "2027-06-30".into(),
            ..Target::default()
        }
    }

    fn nps(promoters: f64, passives: f64, detractors: f64) -> Figure {
        let counts = [promoters, passives, detractors].map(Some);
        let [promoters, passives, detractors] = counts;
        figure(
            &Metric::Nps,
            &Reading {
                promoters,
                passives,
                detractors,
                ..Reading::default()
            },
        )
        .expect("a figure")
    }

    fn churn(start: f64, lost: f64, census: bool) -> Figure {
        let reading = Reading {
            start: Some(start),
            lost: Some(lost),
            census,
            ..Reading::default()
        };
        figure(&Metric::Churn, &reading).expect("a figure")
    }

    fn published(value: f64) -> Figure {
        figure(
            &Metric::Nps,
            &Reading {
                value: Some(value),
                ..Reading::default()
            },
        )
        .expect("a figure")
    }

    #[test]
    fn the_whole_interval_decides_and_then_the_day() {
        use Verdict::*;
        // 14.05 to 44.21.
        let figure = nps(50.0, 30.0, 20.0);
        for (target, on_the_day, later) in [
            (at_least(14.0), Reached, Reached),
            (at_least(14.1), CannotTell, CannotTell),
            (at_least(30.0), CannotTell, CannotTell),
            (at_least(44.2), CannotTell, CannotTell),
            (at_least(44.3), NotYet, Missed),
            (at_most(44.3), Reached, Reached),
            (at_most(44.2), CannotTell, CannotTell),
            (at_most(14.1), CannotTell, CannotTell),
            (at_most(14.0), NotYet, Missed),
        ] {
            assert_eq!(
                verdict(&figure, &target, "2027-06-30"),
                Some(on_the_day),
                "{target:?}"
            );
            assert_eq!(
                verdict(&figure, &target, "2027-07-01"),
                Some(later),
                "{target:?}"
            );
        }
    }

    #[test]
    fn without_interval_the_value_decides() {
        use Verdict::*;
        for (target, expected) in [
            (at_least(41.0), Reached),
            (at_least(41.5), NotYet),
            (at_most(41.0), Reached),
            (at_most(40.5), NotYet),
        ] {
            assert_eq!(
                verdict(&published(41.0), &target, "2027-01-01"),
                Some(expected),
                "{target:?}"
            );
        }
        assert_eq!(
            verdict(&churn(100.0, 29.0, true), &at_most(29.0), "2027-01-01"),
            Some(Reached)
        );
    }

    #[test]
    fn a_day_that_is_none_never_passes() {
        for by in ["", "1.9.2026", "2026-02-30", "soon"] {
            let target = Target {
                by: by.into(),
                ..at_least(50.0)
            };
            assert_eq!(
                verdict(&published(41.0), &target, "2030-01-01"),
                Some(Verdict::NotYet),
                "{by}"
            );
        }
    }

    #[test]
    fn a_target_without_a_side_or_with_two_has_no_verdict() {
        assert_eq!(
            verdict(&published(41.0), &Target::default(), "2030-01-01"),
            None
        );
        let both = Target {
            at_most: Some(50.0),
            ..at_least(30.0)
        };
        assert_eq!(verdict(&published(41.0), &both, "2030-01-01"), None);
    }

    #[test]
    fn a_change_follows_the_direction_of_its_metric() {
        let (low, high) = (nps(30.0, 30.0, 40.0), nps(60.0, 30.0, 10.0));
        assert_eq!(change(&Metric::Nps, &low, &high), Change::Better);
        assert_eq!(change(&Metric::Nps, &high, &low), Change::Worse);
        assert_eq!(change(&Metric::Nps, &high, &high), Change::CannotTell);
        let (few, many) = (churn(200.0, 10.0, false), churn(200.0, 60.0, false));
        assert_eq!(change(&Metric::Churn, &many, &few), Change::Better);
        assert_eq!(change(&Metric::Churn, &few, &many), Change::Worse);
    }

    #[test]
    fn a_small_change_or_one_without_intervals_tells_nothing() {
        assert_eq!(
            change(&Metric::Nps, &nps(45.0, 30.0, 25.0), &nps(50.0, 30.0, 20.0)),
            Change::CannotTell
        );
        assert_eq!(
            change(&Metric::Nps, &published(-80.0), &published(80.0)),
            Change::CannotTell
        );
        assert_eq!(
            change(&Metric::Nps, &nps(50.0, 30.0, 20.0), &published(-80.0)),
            Change::CannotTell
        );
    }

    #[test]
    fn of_several_kpis_the_first_one_tells_that_both_have_and_whose_figure_is_another() {
        let kpi = |id: &str, promoters: f64| Kpi {
            id: id.into(),
            metric: Some(Metric::Nps),
            readings: vec![Reading {
                on: "2026-06-30".into(),
                promoters: Some(promoters),
                passives: Some(40.0),
                detractors: Some(160.0 - promoters),
                ..Reading::default()
            }],
            ..Kpi::default()
        };
        let old = [kpi("same", 80.0), kpi("better", 20.0), kpi("worse", 140.0)];
        let new = [
            kpi("new", 1.0),
            kpi("same", 80.0),
            kpi("better", 140.0),
            kpi("worse", 20.0),
        ];
        assert_eq!(change_between(&old, &new), Some(Change::Better));
        assert_eq!(change_between(&new, &old), Some(Change::Worse));
        assert_eq!(change_between(&old[..1], &new), None);
    }
}
