//! KPIs of touchpoints added up to their stage and to the journey: answers to the same question in
//! the same period of the same people, and nothing else. Says what was added and what stayed out.
//!
//! Only answers add up. Customers, buyers and purchases are the same ones at each touchpoint, and
//! would be counted again. A sum has no interval: one person may have answered at several
//! touchpoints, so its answers are not independent.

use std::collections::{BTreeMap, BTreeSet};

use super::audience;
use super::check::Neighbour;
use super::fields::Kind;
use super::figure::{Counts, evaluate};
use super::metric::Metric;
use super::model::{Audience, Journey, Kpi, Stage, Touchpoint};
use super::place::{ElementKey, keyed};
use super::total;

/// KPIs of one formula, added up over one period.
#[derive(Debug, Clone, PartialEq)]
pub struct Rollup<'j> {
    /// The formula.
    pub metric: &'j Metric,
    /// Who was asked.
    pub asked: Audience,
    /// First day of the period, as the readings write it.
    pub from: Option<&'j str>,
    /// Last day of the period.
    pub on: &'j str,
    /// The figure of all answers together, in the unit of the metric.
    pub value: f64,
    /// Answers.
    pub n: f64,
    /// The KPIs that were added; at least two.
    pub of: Vec<Part<'j>>,
    /// Those of the same formula that were not.
    pub left_out: Vec<(Part<'j>, Why)>,
}

/// A KPI and the touchpoint that carries it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part<'j> {
    /// The touchpoint.
    pub touchpoint: &'j Touchpoint,
    /// The KPI.
    pub kpi: &'j Kpi,
    /// Who was asked.
    pub asked: Audience,
}

/// Why a KPI stayed out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It has no reading of this period.
    OtherPeriod,
    /// It has a published value, or counts that do not fit.
    NoCounts,
}

/// The sums of one stage, or of the journey.
#[derive(Debug, Clone, PartialEq)]
pub struct Rollups<'j> {
    /// The stage; none: the whole journey.
    pub at: Option<ElementKey>,
    /// One a formula.
    pub sums: Vec<Rollup<'j>>,
    /// KPIs whose counts add up with no other: their formula stands alone, or counts customers.
    pub alone: Vec<Part<'j>>,
}

/// The journey and its stages, where at least two KPIs of touchpoints add up.
pub fn rollups<'j>(journey: &'j Journey, neighbour: &Neighbour) -> Vec<Rollups<'j>> {
    let kpis_of = |stage: &'j Stage| -> Vec<Part<'j>> {
        let asked = |it: &Touchpoint| audience::at(it, journey, neighbour);
        let touchpoints = stage.touchpoints.iter();
        touchpoints.flat_map(|it| parts(it, asked(it))).collect()
    };
    let stages = keyed(Kind::Stage, journey.stages.iter(), |it| &it.id);
    let whole = [(None, journey.stages.iter().flat_map(kpis_of).collect())];
    let each = stages
        .into_iter()
        .map(|(key, stage)| (Some(key), kpis_of(stage)));
    let all = whole
        .into_iter()
        .chain(each)
        .map(|(at, kpis)| rollup(at, kpis));
    all.filter(|it| !it.sums.is_empty()).collect()
}

fn parts(touchpoint: &Touchpoint, asked: Audience) -> impl Iterator<Item = Part<'_>> {
    let part = move |kpi| Part {
        touchpoint,
        kpi,
        asked,
    };
    touchpoint.kpis.iter().map(part)
}

fn rollup(at: Option<ElementKey>, parts: Vec<Part<'_>>) -> Rollups<'_> {
    // Other people give other answers: what they say is not added.
    let mut formulas: Vec<((&Metric, Audience), Vec<Part<'_>>)> = Vec::new();
    for part in parts {
        let Some(metric) = &part.kpi.metric else {
            continue;
        };
        let question = (metric, part.asked);
        match formulas.iter_mut().find(|(of, _)| *of == question) {
            Some((_, parts)) => parts.push(part),
            None => formulas.push((question, vec![part])),
        }
    }
    let (mut sums, mut alone) = (Vec::new(), Vec::new());
    for (question, parts) in formulas {
        match sum(question, &parts) {
            Some(sum) => sums.push(sum),
            None => alone.extend(parts),
        }
    }
    Rollups { at, sums, alone }
}

fn adds_up(metric: &Metric) -> bool {
    matches!(
        metric,
        Metric::Nps | Metric::Csat { .. } | Metric::Ces { .. }
    )
}

/// The sum over the last period that most of these KPIs have counts of.
fn sum<'j>((metric, asked): (&'j Metric, Audience), parts: &[Part<'j>]) -> Option<Rollup<'j>> {
    if !adds_up(metric) {
        return None;
    }
    let (from, on) = common_period(metric, parts)?;
    let (mut of, mut counts, mut left_out) = (Vec::new(), Vec::new(), Vec::new());
    for part in parts {
        match counted(metric, part.kpi, (from, on)) {
            Ok(found) => {
                of.push(*part);
                counts.push(found);
            }
            Err(why) => left_out.push((*part, why)),
        }
    }
    let figure = evaluate(metric, &total::pooled(metric, counts)).ok()?;
    let n = figure.n.filter(|_| of.len() > 1)?;
    Some(Rollup {
        metric,
        asked,
        from,
        on,
        value: figure.value,
        n,
        of,
        left_out,
    })
}

/// First and last day as they are written.
type Period<'j> = (Option<&'j str>, &'j str);

fn counted(metric: &Metric, kpi: &Kpi, (from, on): Period<'_>) -> Result<Counts, Why> {
    let is_there = kpi
        .readings
        .iter()
        .any(|it| (it.from.as_deref(), &*it.on) == (from, on));
    match total::counts(metric, &kpi.readings, from, on) {
        Some(counts) => Ok(counts),
        None if is_there => Err(Why::NoCounts),
        None => Err(Why::OtherPeriod),
    }
}

/// The period of which most KPIs have counts; of several the latest.
fn common_period<'j>(metric: &Metric, parts: &[Part<'j>]) -> Option<Period<'j>> {
    // Dates as they are written sort by time.
    let mut found: BTreeMap<(&str, Option<&str>), usize> = BTreeMap::new();
    for Part { kpi, .. } in parts {
        let periods = kpi.readings.iter().map(|it| (&*it.on, it.from.as_deref()));
        for (on, from) in periods.collect::<BTreeSet<_>>() {
            if total::counts(metric, &kpi.readings, from, on).is_some() {
                *found.entry((on, from)).or_default() += 1;
            }
        }
    }
    // Of equals the last one.
    let ((on, from), count) = found.into_iter().max_by_key(|(_, count)| *count)?;
    (count > 1).then_some((from, on))
}

#[cfg(test)]
mod tests {
    use super::super::figure::Reading;
    use super::super::model::{Persona, PersonaKind};
    use super::*;

    const CSAT: Metric = Metric::Csat { scale: 5, top: 2 };

    fn reading(on: &str, satisfied: f64, responses: f64) -> Reading {
        Reading {
            on: on.into(),
            satisfied: Some(satisfied),
            responses: Some(responses),
            ..Reading::default()
        }
    }

    fn kpi(id: &str, metric: Metric, readings: Vec<Reading>) -> Kpi {
        Kpi {
            id: id.into(),
            metric: Some(metric),
            readings,
            ..Kpi::default()
        }
    }

    fn stage(id: &str, kpis: Vec<Kpi>) -> Stage {
        let touchpoint = |(at, kpi)| Touchpoint {
            id: format!("{id}-{at}"),
            kpis: vec![kpi],
            ..Touchpoint::default()
        };
        Stage {
            id: id.into(),
            touchpoints: kpis.into_iter().enumerate().map(touchpoint).collect(),
            ..Stage::default()
        }
    }

    fn ids(parts: &[Part<'_>]) -> Vec<String> {
        parts.iter().map(|it| it.kpi.id.clone()).collect()
    }

    #[test]
    fn answers_to_one_question_in_one_period_add_up() {
        let march = "2026-03-31";
        let june = "2026-06-30";
        let published = Reading {
            on: march.into(),
            value: Some(90.0),
            n: Some(50.0),
            ..Reading::default()
        };
        let journey = Journey {
            stages: vec![
                stage(
                    "a",
                    vec![
                        kpi("one", CSAT, vec![reading(march, 60.0, 80.0)]),
                        kpi("two", CSAT, vec![reading(march, 30.0, 40.0)]),
                        kpi("published", CSAT, vec![published]),
                        kpi("late", CSAT, vec![reading(june, 9.0, 9.0)]),
                        kpi(
                            "other",
                            Metric::Csat { scale: 7, top: 2 },
                            vec![reading(march, 1.0, 2.0)],
                        ),
                    ],
                ),
                stage(
                    "b",
                    vec![kpi("three", CSAT, vec![reading(march, 10.0, 80.0)])],
                ),
            ],
            ..Journey::default()
        };
        let found = rollups(&journey, &Neighbour::None);
        let [whole, a] = &found[..] else {
            panic!("{found:?}")
        };
        let sum = &whole.sums[0];
        assert_eq!((sum.value, sum.n, sum.on), (50.0, 200.0, march));
        assert_eq!(ids(&sum.of), ["one", "two", "three"]);
        let sum = &a.sums[0];
        assert_eq!((sum.value, sum.n, sum.from), (75.0, 120.0, None));
        let left: Vec<(&str, Why)> = sum
            .left_out
            .iter()
            .map(|(it, why)| (it.kpi.id.as_str(), *why))
            .collect();
        assert_eq!(
            left,
            [("published", Why::NoCounts), ("late", Why::OtherPeriod)]
        );
        assert_eq!(ids(&a.alone), ["other"]);
        assert_eq!(a.at, Some(ElementKey::new(Kind::Stage, "a")));
    }

    #[test]
    fn of_periods_with_as_many_the_latest_counts() {
        let all = |on| vec![reading("2026-03-31", 1.0, 2.0), reading(on, 3.0, 4.0)];
        let kpis = vec![
            kpi("one", CSAT, all("2026-06-30")),
            kpi("two", CSAT, all("2026-06-30")),
        ];
        let journey = Journey {
            stages: vec![stage("a", kpis)],
            ..Journey::default()
        };
        assert_eq!(
            rollups(&journey, &Neighbour::None)[0].sums[0].on,
            "2026-06-30"
        );
    }

    #[test]
    fn segments_add_up_first_and_customers_never_do() {
        let part = |segment: &str, satisfied| Reading {
            segment: Some(segment.into()),
            ..reading("2026-03-31", satisfied, 10.0)
        };
        let kpis = vec![
            kpi("one", CSAT, vec![part("new", 5.0), part("old", 7.0)]),
            kpi("two", CSAT, vec![reading("2026-03-31", 8.0, 20.0)]),
        ];
        let journey = Journey {
            stages: vec![stage("a", kpis)],
            ..Journey::default()
        };
        let sum = rollups(&journey, &Neighbour::None)[1].sums[0].clone();
        assert_eq!((sum.value, sum.n), (50.0, 40.0));
        let churn = |id: &str| Reading {
            on: "2026-03-31".into(),
            start: Some(10.0),
            lost: Some(1.0),
            source: Some(id.into()),
            ..Reading::default()
        };
        let kpis = vec![
            kpi("one", Metric::Churn, vec![churn("a")]),
            kpi("two", Metric::Churn, vec![churn("b")]),
        ];
        let journey = Journey {
            stages: vec![stage("a", kpis)],
            ..Journey::default()
        };
        assert_eq!(rollups(&journey, &Neighbour::None), []);
    }

    #[test]
    fn what_other_people_say_is_not_added() {
        let one = |id: &str| kpi(id, CSAT, vec![reading("2026-03-31", 5.0, 10.0)]);
        let mut journey = Journey {
            stages: vec![stage("a", vec![one("a"), one("b"), one("c")])],
            personas: vec![Persona {
                id: "ben".into(),
                kind: Some(PersonaKind::Employee),
                ..Persona::default()
            }],
            ..Journey::default()
        };
        journey.stages[0].touchpoints[1].persona = Some("ben".into());
        let found = rollups(&journey, &Neighbour::None);
        assert_eq!(ids(&found[0].sums[0].of), ["a", "c"]);
        assert_eq!(found[0].sums[0].asked, Audience::Customers);
        assert_eq!(ids(&found[0].alone), ["b"]);
    }
}
