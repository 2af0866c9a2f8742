//! From the counts of a reading to its figure: value, 95 % interval, n. Knows nothing of dates, targets or words.

use crate::journey::metric::{CesFormula, Count, Metric, PUBLISHED, RepurchaseFormula};
use crate::measure::interval::{Interval, Mean, Net, Share};
use crate::measure::sample::Sample;
use serde::{Deserialize, Serialize};

/// No number of a reading is larger.
pub const MOST: f64 = 1e12;

/// One reading of a KPI: a period, and the counts its metric asks for or a published value.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reading {
    /// First day of the period.
    pub from: Option<String>,
    /// Last day of the period.
    pub on: String,
    /// The part of the customers it speaks of; none: all of them.
    pub segment: Option<String>,
    /// Answers of 9–10.
    pub promoters: Option<f64>,
    /// Answers of 7–8.
    pub passives: Option<f64>,
    /// Answers of 0–6.
    pub detractors: Option<f64>,
    /// Answers in the top boxes.
    pub satisfied: Option<f64>,
    /// All answers.
    pub responses: Option<f64>,
    /// Answers of 5 and more of 7.
    pub agree: Option<f64>,
    /// The mean of the answers.
    pub mean: Option<f64>,
    /// Their standard deviation.
    pub sd: Option<f64>,
    /// How many a mean or a published value rests on.
    pub n: Option<f64>,
    /// Answers of 6–7.
    pub easy: Option<f64>,
    /// Answers of 4–5.
    pub neutral: Option<f64>,
    /// Answers of 1–3.
    pub hard: Option<f64>,
    /// Customers at the start of the period.
    pub start: Option<f64>,
    /// Customers at its end.
    pub end: Option<f64>,
    /// Those of them who came in the period.
    pub new: Option<f64>,
    /// Customers who left in the period.
    pub lost: Option<f64>,
    /// Those, or the purchases, that came again.
    pub repeat: Option<f64>,
    /// All buyers, or all purchases.
    pub total: Option<f64>,
    /// The value itself: of a `Custom` metric, or as somebody published it.
    pub value: Option<f64>,
    /// Where the numbers come from.
    pub source: Option<String>,
    /// Everybody was counted, so there is no sampling error.
    pub census: bool,
}

impl Reading {
    /// The number in the field of this count.
    pub fn count(&self, count: Count) -> Option<f64> {
        match count {
            Count::Promoters => self.promoters,
            Count::Passives => self.passives,
            Count::Detractors => self.detractors,
            Count::Satisfied => self.satisfied,
            Count::Responses => self.responses,
            Count::Agree => self.agree,
            Count::Mean => self.mean,
            Count::Sd => self.sd,
            Count::N => self.n,
            Count::Easy => self.easy,
            Count::Neutral => self.neutral,
            Count::Hard => self.hard,
            Count::Start => self.start,
            Count::End => self.end,
            Count::New => self.new,
            Count::Lost => self.lost,
            Count::Repeat => self.repeat,
            Count::Total => self.total,
            Count::Value => self.value,
        }
    }

    /// Sets the number in the field of this count.
    pub fn set_count(&mut self, count: Count, number: Option<f64>) {
        let field = match count {
            Count::Promoters => &mut self.promoters,
            Count::Passives => &mut self.passives,
            Count::Detractors => &mut self.detractors,
            Count::Satisfied => &mut self.satisfied,
            Count::Responses => &mut self.responses,
            Count::Agree => &mut self.agree,
            Count::Mean => &mut self.mean,
            Count::Sd => &mut self.sd,
            Count::N => &mut self.n,
            Count::Easy => &mut self.easy,
            Count::Neutral => &mut self.neutral,
            Count::Hard => &mut self.hard,
            Count::Start => &mut self.start,
            Count::End => &mut self.end,
            Count::New => &mut self.new,
            Count::Lost => &mut self.lost,
            Count::Repeat => &mut self.repeat,
            Count::Total => &mut self.total,
            Count::Value => &mut self.value,
        };
        *field = number;
    }
}

/// What a reading says.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The raw value, in the unit of its metric.
    pub value: f64,
    /// The 95 % interval in the same unit, or why there is none. At the ends of the scale that of a net share (NPS,
    /// net easy) may leave out the raw value. Intervals end where the scale of the metric ends.
    pub interval: Result<Interval, NoInterval>,
    /// How many it rests on, where that is known.
    pub n: Option<f64>,
    /// What the interval rests on, for tests between two figures; none where there is no interval.
    pub(super) sample: Option<Sample>,
}

/// Why a figure has no interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoInterval {
    /// A published value: its counts are not known.
    Published,
    /// Everybody was counted.
    Census,
    /// Purchases of one buyer are not independent.
    Purchases,
    /// The standard deviation or n is not known, or all answers were equal.
    NoSpread,
    /// A mean of one answer.
    TooFew,
}

/// Why the numbers of a reading do not fit its metric.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Misfit {
    /// The metric asks for this count, and it is not there.
    Missing(Count),
    /// The metric does not ask for this count.
    Surplus(Count),
    /// It counts people, answers or purchases, and is no whole number.
    NotWhole(Count),
    /// It is outside of the range that makes sense, or no number at all.
    OutOfRange {
        /// Which.
        count: Count,
        /// The lowest number that makes sense.
        low: f64,
        /// The highest.
        high: f64,
    },
    /// A part is larger than its whole.
    Exceeds {
        /// The part.
        part: Count,
        /// The whole.
        whole: Count,
    },
    /// More of the customers of the start are there at the end than there were (`end - new > start`).
    KeptExceedsStart,
    /// Nobody was asked or counted.
    Empty,
    /// `census`, on a metric of which it cannot be said.
    Census,
}

/// The numbers of one reading, or of several added, by their count.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Counts {
    numbers: [Option<f64>; Count::ALL.len()],
    /// Everybody was counted.
    pub(super) census: bool,
}

impl Counts {
    pub(super) fn of(reading: &Reading) -> Self {
        Self {
            numbers: Count::ALL.map(|count| reading.count(count)),
            census: reading.census,
        }
    }

    pub(super) fn get(&self, count: Count) -> Option<f64> {
        self.numbers[count as usize]
    }

    pub(super) fn set(&mut self, count: Count, number: Option<f64>) {
        self.numbers[count as usize] = number;
    }

    fn need(&self, count: Count) -> Result<f64, Misfit> {
        self.get(count).ok_or(Misfit::Missing(count))
    }

    /// What this reading may hold: the counts of the metric, or what a published figure states.
    fn asked(&self, metric: &Metric) -> &'static [Count] {
        if self.is_published(metric) {
            PUBLISHED
        } else {
            metric.counts()
        }
    }

    /// Whether somebody else's value stands here, without the counts of the metric.
    pub(super) fn is_published(&self, metric: &Metric) -> bool {
        let counted = |count: &Count| *count != Count::N && self.get(*count).is_some();
        self.get(Count::Value).is_some() && !metric.counts().iter().any(counted)
    }
}

/// The figure of a reading.
///
/// # Errors
/// The first number that does not fit the metric.
pub fn figure(metric: &Metric, reading: &Reading) -> Result<Figure, Misfit> {
    evaluate(metric, &Counts::of(reading))
}

/// As [`figure`], of counts that may come from several readings.
pub(super) fn evaluate(metric: &Metric, counts: &Counts) -> Result<Figure, Misfit> {
    check_each(metric, counts)?;
    let (value, n, sample) = reckon(metric, counts)?;
    if n == Some(0.0) {
        return Err(Misfit::Empty);
    }
    let sample = match counts.census {
        true => Err(NoInterval::Census),
        false => sample,
    };
    let interval = sample.map(|sample| sample.interval().limited_to(metric.bounds()));
    let sample = sample.ok();
    Ok(Figure {
        value,
        interval,
        n,
        sample,
    })
}

/// Each number by itself: asked for, whole where it counts, in its range.
fn check_each(metric: &Metric, counts: &Counts) -> Result<(), Misfit> {
    if counts.census && !metric.allows_census() {
        return Err(Misfit::Census);
    }
    let asked = counts.asked(metric);
    Count::ALL
        .into_iter()
        .filter_map(|count| Some((count, counts.get(count)?)))
        .try_for_each(|(count, number)| check_number(metric, asked, count, number))
}

fn check_number(metric: &Metric, asked: &[Count], count: Count, number: f64) -> Result<(), Misfit> {
    let (low, high) = metric.range(count);
    if !asked.contains(&count) {
        Err(Misfit::Surplus(count))
    } else if !(low..=high).contains(&number) {
        Err(Misfit::OutOfRange { count, low, high })
    } else if count.is_whole() && number.fract() != 0.0 {
        Err(Misfit::NotWhole(count))
    } else {
        Ok(())
    }
}

/// Value, n, and what an interval can rest on.
type Reckoned = Result<(f64, Option<f64>, Result<Sample, NoInterval>), Misfit>;

fn reckon(metric: &Metric, counts: &Counts) -> Reckoned {
    use Count::*;
    if counts.is_published(metric) {
        return stated(counts, NoInterval::Published);
    }
    match metric {
        Metric::Nps => net(counts, [Promoters, Passives, Detractors]),
        Metric::Csat { .. } => share(counts, Satisfied, Responses),
        Metric::Ces { formula } => effort(*formula, counts),
        Metric::Retention => retention(counts),
        Metric::Churn => share(counts, Lost, Start),
        Metric::Repurchase { formula } => repurchase(*formula, counts),
        Metric::Custom { .. } => own(counts),
    }
}

fn effort(formula: CesFormula, counts: &Counts) -> Reckoned {
    match formula {
        CesFormula::PercentAgree => share(counts, Count::Agree, Count::Responses),
        CesFormula::Mean => mean(counts),
        CesFormula::NetEasy => net(counts, [Count::Easy, Count::Neutral, Count::Hard]),
    }
}

fn repurchase(formula: RepurchaseFormula, counts: &Counts) -> Reckoned {
    let (value, n, sample) = share(counts, Count::Repeat, Count::Total)?;
    match formula {
        RepurchaseFormula::Buyers => Ok((value, n, sample)),
        RepurchaseFormula::Purchases => Ok((value, n, Err(NoInterval::Purchases))),
    }
}

fn mean(counts: &Counts) -> Reckoned {
    let mean = counts.need(Count::Mean)?;
    let (sd, n) = (counts.need(Count::Sd)?, counts.need(Count::N)?);
    Ok((mean, Some(n), mean_sample(mean, sd, n)))
}

/// A value without the counts behind it.
fn stated(counts: &Counts, why: NoInterval) -> Reckoned {
    Ok((counts.need(Count::Value)?, counts.get(Count::N), Err(why)))
}

fn net(counts: &Counts, [plus, between, minus]: [Count; 3]) -> Reckoned {
    let (plus, between) = (counts.need(plus)?, counts.need(between)?);
    let minus = counts.need(minus)?;
    let n = plus + between + minus;
    let net = Net { plus, minus, n };
    Ok((net.points(), Some(net.n), Ok(Sample::Net(net))))
}

fn share(counts: &Counts, part: Count, whole: Count) -> Reckoned {
    let share = Share {
        hits: counts.need(part)?,
        n: counts.need(whole)?,
    };
    if share.hits > share.n {
        return Err(Misfit::Exceeds { part, whole });
    }
    Ok(of_share(share))
}

fn retention(counts: &Counts) -> Reckoned {
    let start = counts.need(Count::Start)?;
    let (end, new) = (counts.need(Count::End)?, counts.need(Count::New)?);
    if new > end {
        let (part, whole) = (Count::New, Count::End);
        return Err(Misfit::Exceeds { part, whole });
    }
    let kept = end - new;
    if kept > start {
        return Err(Misfit::KeptExceedsStart);
    }
    Ok(of_share(Share {
        hits: kept,
        n: start,
    }))
}

fn of_share(share: Share) -> (f64, Option<f64>, Result<Sample, NoInterval>) {
    (share.percent(), Some(share.n), Ok(Sample::Share(share)))
}

fn own(counts: &Counts) -> Reckoned {
    let (Some(sd), Some(n)) = (counts.get(Count::Sd), counts.get(Count::N)) else {
        return stated(counts, NoInterval::NoSpread);
    };
    let value = counts.need(Count::Value)?;
    Ok((value, Some(n), mean_sample(value, sd, n)))
}

/// Equal answers have a spread of 0, and t would make an interval without width of them: certainty out of two
/// answers. So they have none.
fn mean_sample(mean: f64, sd: f64, n: f64) -> Result<Sample, NoInterval> {
    if n < 2.0 {
        Err(NoInterval::TooFew)
    } else if sd == 0.0 {
        Err(NoInterval::NoSpread)
    } else {
        Ok(Sample::Mean(Mean { mean, sd, n }))
    }
}

#[cfg(test)]
#[path = "figure_tests.rs"]
mod tests;
