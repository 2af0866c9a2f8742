//! The figures of a KPI, one a period: the total where it is stated, else its parts added; never both.

use crate::journey::figure::{Counts, Figure, Misfit, Reading, evaluate, figure};
use crate::journey::metric::{CesFormula, Count, Metric};
use crate::measure::sample::Sample;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// The figure of one period.
#[derive(Debug, Clone, PartialEq)]
pub struct Dated {
    /// First day of the period.
    pub from: Option<String>,
    /// Last day of the period.
    pub on: String,
    /// The figure, or why the readings of the period make none.
    pub figure: Result<Figure, NoFigure>,
    /// The figure is the sum of the segments; no total is stated.
    pub added: bool,
    /// The stated total is not the sum of its segments.
    pub disagreement: Option<Disagreement>,
}

/// Why the readings of a period make no figure.
#[derive(Debug, Clone, PartialEq)]
pub enum NoFigure {
    /// The numbers of a reading do not fit the metric.
    Misfit {
        /// Of which segment; none: the total, or the sum of all.
        segment: Option<String>,
        /// In which way.
        misfit: Misfit,
    },
    /// The period has two readings of this segment (none: two totals).
    Twice {
        /// The segment.
        segment: Option<String>,
    },
    /// There are several segments, and this one has a value without counts, or without its n: it cannot be added.
    NotAddable {
        /// The segment.
        segment: Option<String>,
    },
}

/// A total that its parts contradict.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Disagreement {
    /// The first number in which they differ.
    pub count: Count,
    /// What the total states.
    pub total: f64,
    /// What the parts make.
    pub parts: f64,
}

/// The end, the end as it is written, and the start as it is written.
type Period<'a> = (Option<Date>, &'a str, Option<&'a str>);

/// The figures of all periods, oldest first, so the last one is the latest. Of two periods that end on one day the
/// shorter comes later; a period whose end is no date comes before all others.
pub fn figures(metric: &Metric, readings: &[Reading]) -> Vec<Dated> {
    let periods = periods(readings).into_values();
    periods.map(|readings| dated(metric, &readings)).collect()
}

/// The last of the [`figures`], without making the others.
pub fn latest(metric: &Metric, readings: &[Reading]) -> Option<Dated> {
    let (_, readings) = periods(readings).pop_last()?;
    Some(dated(metric, &readings))
}

/// What the segments of a period rest on, by name; those without an interval are left out.
pub(super) fn samples<'r>(
    metric: &Metric,
    readings: &'r [Reading],
    period: &Dated,
) -> BTreeMap<&'r str, Sample> {
    let same = |it: &&Reading| it.on == period.on && it.from == period.from;
    let sample = |it: &'r Reading| {
        let sample = figure(metric, it).ok()?.sample?;
        Some((it.segment.as_deref()?, sample))
    };
    readings.iter().filter(same).filter_map(sample).collect()
}

/// The counts of one period, stated or added; of a published value there are none.
pub(super) fn counts(
    metric: &Metric,
    readings: &[Reading],
    from: Option<&str>,
    on: &str,
) -> Option<Counts> {
    let same = |it: &&Reading| it.on == on && it.from.as_deref() == from;
    let (parts, totals): (Vec<&Reading>, Vec<&Reading>) = readings
        .iter()
        .filter(same)
        .partition(|it| it.segment.is_some());
    let counts = match totals.as_slice() {
        [] => add(metric, &parts).ok()?,
        [total] => Counts::of(total),
        _ => return None,
    };
    let fits = evaluate(metric, &counts).is_ok() && can_be_added(metric, &counts);
    fits.then_some(counts)
}

/// The counts of several as one.
pub(super) fn pooled(metric: &Metric, all: Vec<Counts>) -> Counts {
    let parts: Vec<Part> = all.into_iter().map(|counts| (None, counts)).collect();
    pool(metric, &parts)
}

/// The readings of each period, in the order of their figures.
fn periods(readings: &[Reading]) -> BTreeMap<Period<'_>, Vec<&Reading>> {
    let mut periods: BTreeMap<Period, Vec<&Reading>> = BTreeMap::new();
    for reading in readings {
        let end = reading.on.parse::<Date>().ok();
        periods
            .entry((end, &reading.on, reading.from.as_deref()))
            .or_default()
            .push(reading);
    }
    periods
}

/// `readings` are of one period, at least one.
fn dated(metric: &Metric, readings: &[&Reading]) -> Dated {
    let (parts, totals): (Vec<&Reading>, Vec<&Reading>) = readings
        .iter()
        .copied()
        .partition(|reading| reading.segment.is_some());
    let sum = add(metric, &parts);
    let (figure, disagreement) = match totals.as_slice() {
        [] => (sum.and_then(|sum| whole(metric, &sum)), None),
        [total] => stated(metric, &Counts::of(total), sum.ok()),
        _ => (Err(NoFigure::Twice { segment: None }), None),
    };
    let (from, on) = (readings[0].from.clone(), readings[0].on.clone());
    Dated {
        from,
        on,
        figure,
        added: totals.is_empty(),
        disagreement,
    }
}

/// The figure of all customers together.
fn whole(metric: &Metric, counts: &Counts) -> Result<Figure, NoFigure> {
    evaluate(metric, counts).map_err(|misfit| NoFigure::Misfit {
        segment: None,
        misfit,
    })
}

/// The figure of a stated total, and how `sum`, if there are parts that can be added, contradicts it.
fn stated(
    metric: &Metric,
    total: &Counts,
    sum: Option<Counts>,
) -> (Result<Figure, NoFigure>, Option<Disagreement>) {
    let figure = whole(metric, total);
    let disagreement = match (&figure, sum) {
        (Ok(figure), Some(sum)) => contradiction(metric, total, figure, &sum),
        _ => None,
    };
    (figure, disagreement)
}

/// The counts of all parts. A part alone is the sum.
fn add(metric: &Metric, parts: &[&Reading]) -> Result<Counts, NoFigure> {
    let parts = addends(metric, parts)?;
    let stuck = parts
        .iter()
        .find(|(_, counts)| !can_be_added(metric, counts));
    match (parts.as_slice(), stuck) {
        ([], _) => Err(NoFigure::Misfit {
            segment: None,
            misfit: Misfit::Empty,
        }),
        ([(_, only)], _) => Ok(only.clone()),
        (_, Some((segment, _))) => Err(NoFigure::NotAddable {
            segment: segment.clone(),
        }),
        (several, None) => Ok(pool(metric, several)),
    }
}

/// A part and its segment.
type Part = (Option<String>, Counts);

/// The parts that fit. One in which nobody was asked adds nothing.
fn addends(metric: &Metric, parts: &[&Reading]) -> Result<Vec<Part>, NoFigure> {
    let mut seen = BTreeSet::new();
    let mut addends = Vec::new();
    for part in parts {
        let segment = part.segment.clone();
        if !seen.insert(&part.segment) {
            return Err(NoFigure::Twice { segment });
        }
        match figure(metric, part) {
            Ok(_) => addends.push((segment, Counts::of(part))),
            Err(Misfit::Empty) => {}
            Err(misfit) => return Err(NoFigure::Misfit { segment, misfit }),
        }
    }
    Ok(addends)
}

fn can_be_added(metric: &Metric, counts: &Counts) -> bool {
    let weighed = mean_of(metric).is_none() || counts.get(Count::N).is_some();
    weighed && !counts.is_published(metric)
}

/// The count that holds a mean, in a metric whose parts are weighted and not added.
fn mean_of(metric: &Metric) -> Option<Count> {
    match metric {
        Metric::Ces {
            formula: CesFormula::Mean,
        } => Some(Count::Mean),
        Metric::Custom { .. } => Some(Count::Value),
        _ => None,
    }
}

/// The parts as one sample; everybody was counted only where that is so in each of them.
fn pool(metric: &Metric, parts: &[Part]) -> Counts {
    let mut whole = match mean_of(metric) {
        Some(mean) => pool_means(mean, parts),
        None => sum(metric, parts),
    };
    whole.census = parts.iter().all(|(_, part)| part.census);
    whole
}

fn sum(metric: &Metric, parts: &[Part]) -> Counts {
    let mut whole = Counts::default();
    for count in metric.counts() {
        whole.set(*count, parts.iter().map(|(_, part)| part.get(*count)).sum());
    }
    whole
}

/// The mean weighted by n, and the standard deviation of all answers together: the squares within the parts and
/// between them. It is unknown where that of one part is.
fn pool_means(mean_of: Count, parts: &[Part]) -> Counts {
    let numbers = |count| {
        parts
            .iter()
            .map(move |(_, part)| part.get(count).unwrap_or_default())
    };
    let weighted = || numbers(mean_of).zip(numbers(Count::N));
    let n: f64 = numbers(Count::N).sum();
    let mean: f64 = weighted().map(|(mean, its_n)| mean * its_n / n).sum();
    // Rounding must not push it beyond its parts: of two means of 7 it would leave the scale.
    let mean = mean.max(numbers(mean_of).fold(f64::INFINITY, f64::min));
    let mean = mean.min(numbers(mean_of).fold(f64::NEG_INFINITY, f64::max));
    let between: f64 = weighted()
        .map(|(its_mean, its_n)| its_n * (its_mean - mean).powi(2))
        .sum();
    let within: Option<f64> = parts.iter().map(|(_, part)| squares_within(part)).sum();
    let mut whole = Counts::default();
    whole.set(mean_of, Some(mean));
    whole.set(Count::N, Some(n));
    whole.set(
        Count::Sd,
        within.map(|within| ((within + between) / (n - 1.0)).sqrt()),
    );
    whole
}

/// One answer alone has no spread to state.
fn squares_within(part: &Counts) -> Option<f64> {
    match part.get(Count::N)? {
        1.0 => Some(0.0),
        n => part.get(Count::Sd).map(|sd| (n - 1.0) * sd * sd),
    }
}

/// Counts are compared with counts; where one side has a value only, value and n.
fn contradiction(
    metric: &Metric,
    total: &Counts,
    figure: &Figure,
    sum: &Counts,
) -> Option<Disagreement> {
    if total.is_published(metric) || sum.is_published(metric) {
        let parts = evaluate(metric, sum).ok()?;
        return disagree(Count::Value, figure.value, parts.value)
            .or_else(|| disagree(Count::N, figure.n?, parts.n?));
    }
    metric
        .counts()
        .iter()
        .find_map(|count| disagree(*count, total.get(*count)?, sum.get(*count)?))
}

/// Counts must be equal, means up to rounding; standard deviations follow from them and are not compared.
fn disagree(count: Count, total: f64, parts: f64) -> Option<Disagreement> {
    let tolerance = match count {
        Count::Sd => f64::INFINITY,
        Count::Mean => last_digit(total).min(0.1),
        Count::Value => last_digit(total),
        _ => 0.0,
    };
    ((total - parts).abs() > tolerance).then_some(Disagreement {
        count,
        total,
        parts,
    })
}

/// One unit of the last digit in which a number is written; what is smaller may come from rounding.
fn last_digit(number: f64) -> f64 {
    let written = number.to_string();
    let decimals = written
        .split_once('.')
        .map_or(0, |(_, decimals)| decimals.len());
    (0..decimals).fold(1.0, |unit, _| unit / 10.0)
}

#[cfg(test)]
#[path = "total_tests.rs"]
mod tests;
