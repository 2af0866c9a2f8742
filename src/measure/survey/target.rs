//! What one answer means for one KPI: which of its counts it adds to. Knows no rows.

use super::numbers::{is_no_answer, number};
use crate::journey::figure::Reading;
use crate::journey::metric::{Better, CesFormula, Count, Metric};
use crate::journey::model::Scale;
use crate::journey::sources::{Column, Decimal};

/// Whole answers below this one are looked up in a table.
const TABLE: usize = 100;

/// What an answer is for a KPI.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Answer {
    /// It adds one to this count of the metric.
    Adds(usize),
    /// It is a value of which the mean is taken.
    Value(f64),
    /// Nothing was answered.
    Missing,
    /// It is not on the scale.
    OffScale,
    /// It is no number.
    NotANumber,
}

/// A KPI that is counted.
#[derive(Debug, Clone)]
pub struct Target {
    /// Its id.
    pub kpi: String,
    /// Its metric.
    pub metric: Metric,
    range: Option<(f64, f64)>,
    missing: Vec<String>,
    decimal: Decimal,
    table: [Answer; TABLE],
}

impl Target {
    /// A KPI of this metric and what its column says of the answers; none where the metric is not
    /// made of answers.
    pub fn new(column: &Column, metric: &Metric) -> Option<Target> {
        if matches!(
            metric,
            Metric::Retention | Metric::Churn | Metric::Repurchase { .. }
        ) {
            return None;
        }
        let missing = column.missing.as_deref().unwrap_or_default();
        let missing = missing.split(';').map(|it| it.trim().to_lowercase());
        let mut target = Target {
            kpi: column.kpi.clone(),
            metric: metric.clone(),
            range: range(column, metric),
            missing: missing.filter(|it| !it.is_empty()).collect(),
            decimal: Decimal::Point,
            table: [Answer::OffScale; TABLE],
        };
        for value in 0..TABLE {
            target.table[value] = target.slowly(&value.to_string());
        }
        Some(target)
    }

    /// The answers of a column as numbers, on the scale that they have for this metric.
    pub fn numbers(column: &Column, metric: &Metric) -> Option<Target> {
        let range = range(column, metric);
        let own = Metric::Custom {
            name: String::new(),
            unit: String::new(),
            better: Better::Higher,
        };
        let scale = column.scale.or(range.map(|(low, high)| Scale {
            min: low as i64,
            max: high as i64,
        }));
        let column = Column {
            scale,
            ..column.clone()
        };
        Target::new(&column, &own)
    }

    /// A KPI whose counts somebody made before: no answer is read.
    pub fn of_counts(column: &Column, metric: &Metric) -> Target {
        Target {
            kpi: column.kpi.clone(),
            metric: metric.clone(),
            range: None,
            missing: Vec::new(),
            decimal: Decimal::Point,
            table: [Answer::Missing; TABLE],
        }
    }

    /// The same in a file that writes decimals so.
    pub fn set_decimal(&mut self, decimal: Decimal) {
        self.decimal = decimal;
    }

    /// What this field says. Nearly all answers are one digit, and take no other way.
    #[inline]
    pub fn answer(&self, field: &[u8]) -> Answer {
        let digit = |at: usize| usize::from(field[at].wrapping_sub(b'0'));
        let value = match field.len() {
            0 => return Answer::Missing,
            1 if digit(0) < 10 => digit(0),
            2 if digit(0) < 10 && digit(1) < 10 && digit(0) > 0 => 10 * digit(0) + digit(1),
            3 if digit(0) < 10 && &field[1..] == b".0" => digit(0),
            _ => return self.slowly(&super::decode::text(field)),
        };
        self.table[value]
    }

    fn slowly(&self, text: &str) -> Answer {
        let number = number(text, self.decimal);
        if is_no_answer(text) || self.is_missing(text, number) {
            return Answer::Missing;
        }
        match number {
            None => Answer::NotANumber,
            Some(value)
                if self
                    .range
                    .is_some_and(|(low, high)| value < low || value > high) =>
            {
                Answer::OffScale
            }
            Some(value) => self.adds(value),
        }
    }

    /// It is one of the values that mean "not answered", as text or as number: `0` is also `0.0`.
    fn is_missing(&self, text: &str, number: Option<f64>) -> bool {
        let text = text.trim().to_lowercase();
        self.missing.iter().any(|missing| {
            let same = number.is_some() && super::numbers::number(missing, self.decimal) == number;
            *missing == text || same
        })
    }

    fn adds(&self, value: f64) -> Answer {
        let takes_mean = matches!(
            self.metric,
            Metric::Custom { .. }
                | Metric::Ces {
                    formula: CesFormula::Mean
                }
        );
        if takes_mean {
            return Answer::Value(value);
        }
        if value.fract() != 0.0 {
            return Answer::OffScale;
        }
        Answer::Adds(match self.metric {
            Metric::Nps => step(value, 9.0, 7.0),
            Metric::Csat { top, .. } => {
                let high = self.range.map_or(f64::MAX, |(_, high)| high);
                usize::from(value <= high - f64::from(top))
            }
            Metric::Ces {
                formula: CesFormula::PercentAgree,
            } => usize::from(value < 5.0),
            _ => step(value, 6.0, 4.0),
        })
    }
}

/// 0 from the first number on, 1 from the second on, else 2.
fn step(value: f64, first: f64, second: f64) -> usize {
    usize::from(value < first) + usize::from(value < second)
}

/// The lowest and the highest answer: what the column says, else the scale of the metric.
fn range(column: &Column, metric: &Metric) -> Option<(f64, f64)> {
    if let Some(scale) = column.scale {
        return Some((scale.min as f64, scale.max as f64));
    }
    match metric {
        Metric::Nps => Some((0.0, 10.0)),
        Metric::Csat { scale, .. } => Some((1.0, f64::from(*scale))),
        Metric::Ces { .. } => Some((1.0, 7.0)),
        _ => None,
    }
}

/// What was counted for one KPI in one period and segment.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Tally {
    counts: [u64; 3],
    /// Of values: their number, mean, and sum of squared distances from it (Welford 1962).
    n: f64,
    mean: f64,
    squares: f64,
}

impl Tally {
    /// Takes another answer; false where it does not count.
    #[inline]
    pub fn add(&mut self, answer: Answer) -> bool {
        match answer {
            Answer::Adds(count) => self.counts[count] += 1,
            Answer::Value(value) => {
                self.n += 1.0;
                let off = value - self.mean;
                self.mean += off / self.n;
                self.squares += off * (value - self.mean);
            }
            _ => return false,
        }
        true
    }

    /// So many answers.
    pub fn answers(&self) -> u64 {
        self.counts.iter().sum::<u64>() + self.n as u64
    }

    /// Sets the counts of a reading of this metric.
    pub fn fill(&self, metric: &Metric, reading: &mut Reading) {
        let [first, second, third] = self.counts.map(|count| count as f64);
        let all = first + second;
        match metric {
            Metric::Nps
            | Metric::Ces {
                formula: CesFormula::NetEasy,
            } => {
                for (count, number) in metric.counts().iter().zip([first, second, third]) {
                    reading.set_count(*count, Some(number));
                }
            }
            Metric::Csat { .. } => {
                reading.set_count(Count::Satisfied, Some(first));
                reading.set_count(Count::Responses, Some(all));
            }
            Metric::Ces {
                formula: CesFormula::PercentAgree,
            } => {
                reading.set_count(Count::Agree, Some(first));
                reading.set_count(Count::Responses, Some(all));
            }
            Metric::Ces { .. } => self.fill_mean(Count::Mean, true, reading),
            _ => self.fill_mean(Count::Value, self.n > 1.0, reading),
        }
    }

    fn fill_mean(&self, mean: Count, has_sd: bool, reading: &mut Reading) {
        let variance = if self.n > 1.0 {
            self.squares / (self.n - 1.0)
        } else {
            0.0
        };
        reading.set_count(mean, Some(rounded(self.mean)));
        reading.set_count(Count::Sd, has_sd.then(|| rounded(variance.max(0.0).sqrt())));
        reading.set_count(Count::N, Some(self.n));
    }
}

/// Four decimals: no survey knows more, and the order of its rows does not show in them.
pub fn rounded(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::model::Scale;
    use Answer::{Adds, Missing, NotANumber, OffScale, Value};

    fn target(metric: Metric, scale: Option<Scale>, missing: Option<&str>) -> Target {
        let column = Column {
            name: "q".into(),
            kpi: "k".into(),
            scale,
            missing: missing.map(str::to_owned),
            ..Column::default()
        };
        Target::new(&column, &metric).unwrap()
    }

    #[test]
    #[allow(clippy::too_many_lines, reason = "one table")]
    fn answers_add_to_the_counts_of_their_metric() {
        let ces = |formula| Metric::Ces { formula };
        let csat = |scale, top| Metric::Csat { scale, top };
        let zero = Some(Scale { min: 0, max: 1 });
        for (metric, scale, missing, answers) in [
            (
                Metric::Nps,
                None,
                None,
                &[
                    ("10", Adds(0)),
                    ("9", Adds(0)),
                    ("8", Adds(1)),
                    ("7", Adds(1)),
                    ("6", Adds(2)),
                    ("0", Adds(2)),
                    ("11", OffScale),
                    ("-1", OffScale),
                    ("9.5", OffScale),
                ][..],
            ),
            (
                csat(5, 2),
                None,
                Some("0; 99"),
                &[
                    ("5", Adds(0)),
                    ("4.0", Adds(0)),
                    ("3", Adds(1)),
                    ("0", Missing),
                    ("0.0", Missing),
                    ("99", Missing),
                    ("6", OffScale),
                    ("", Missing),
                ],
            ),
            (
                csat(5, 2),
                None,
                None,
                &[
                    ("0", OffScale),
                    ("0.0", OffScale),
                    ("3.0", Adds(1)),
                    ("5 – top", Adds(0)),
                ],
            ),
            (
                csat(2, 1),
                zero,
                None,
                &[("1", Adds(0)), ("0", Adds(1)), ("2", OffScale)],
            ),
            (
                csat(10, 2),
                None,
                None,
                &[("9", Adds(0)), ("8", Adds(1)), ("good", NotANumber)],
            ),
            (
                ces(CesFormula::PercentAgree),
                None,
                None,
                &[("5", Adds(0)), ("4", Adds(1)), ("8", OffScale)],
            ),
            (
                ces(CesFormula::NetEasy),
                None,
                None,
                &[
                    ("7", Adds(0)),
                    ("6", Adds(0)),
                    ("5", Adds(1)),
                    ("4", Adds(1)),
                    ("3", Adds(2)),
                    ("1", Adds(2)),
                ],
            ),
            (
                ces(CesFormula::Mean),
                None,
                Some("9"),
                &[("6", Value(6.0)), ("9", Missing), ("05", Value(5.0))],
            ),
        ] {
            let target = target(metric.clone(), scale, missing);
            for (text, expected) in answers {
                assert_eq!(
                    target.answer(text.as_bytes()),
                    *expected,
                    "{metric:?} {text}"
                );
            }
        }
    }

    #[test]
    fn means_have_the_spread_of_a_sample() {
        let metric = Metric::Ces {
            formula: CesFormula::Mean,
        };
        let mut tally = Tally::default();
        for value in [2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 7.0] {
            assert!(tally.add(Value(value)));
        }
        assert!(!tally.add(Missing));
        let mut reading = Reading::default();
        tally.fill(&metric, &mut reading);
        // By hand: 38 / 8, and the root of 19.5 / 7.
        let expected = (Some(4.75), Some(1.669), Some(8.0));
        assert_eq!((reading.mean, reading.sd, reading.n), expected);
    }

    #[test]
    fn what_is_not_asked_of_people_is_not_counted() {
        assert!(Target::new(&Column::default(), &Metric::Churn).is_none());
    }
}
