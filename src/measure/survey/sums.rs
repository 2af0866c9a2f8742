//! Counts that somebody made before: rows of period, touchpoint and the counts of a metric. They
//! add up where the arithmetic allows it. Knows no dates.

use super::header::Header;
use super::numbers::{is_no_answer, number};
use super::records::Record;
use super::report::Reason;
use super::target::rounded;
use crate::journey::figure::{MOST, Reading, figure};
use crate::journey::metric::{CesFormula, Count, Metric};
use crate::journey::sources::Decimal;

/// The columns of counts that a table has: they are called as in a reading.
pub fn columns(header: &Header) -> Vec<(usize, Count)> {
    let find = |count: Count| Some((header.position(count.name())?, count));
    Count::ALL.into_iter().filter_map(find).collect()
}

/// The metric that a row of these counts is of, where its scale can be taken for granted.
pub fn metric_of(counts: &[Count]) -> Option<Metric> {
    let has = |count: Count| counts.contains(&count);
    let ces = |formula| Metric::Ces { formula };
    [
        (Count::Promoters, Metric::Nps),
        (Count::Satisfied, Metric::Csat { scale: 5, top: 2 }),
        (Count::Agree, ces(CesFormula::PercentAgree)),
        (Count::Easy, ces(CesFormula::NetEasy)),
        (Count::Mean, ces(CesFormula::Mean)),
        (Count::New, Metric::Retention),
        (Count::Lost, Metric::Churn),
        (
            Count::Repeat,
            Metric::Repurchase {
                formula: crate::journey::metric::RepurchaseFormula::Buyers,
            },
        ),
    ]
    .into_iter()
    .find_map(|(count, metric)| has(count).then_some(metric))
}

/// The counts of one row that its metric asks for.
pub fn row(
    record: &Record,
    columns: &[(usize, Count)],
    metric: &Metric,
    decimal: Decimal,
) -> Result<Reading, Reason> {
    let mut reading = Reading::default();
    for (at, count) in columns
        .iter()
        .filter(|(_, count)| metric.counts().contains(count))
    {
        let field = super::decode::text(record.get(*at).unwrap_or_default());
        if is_no_answer(&field) {
            continue;
        }
        let number = number(&field, decimal).ok_or(Reason::Misfit)?;
        reading.set_count(*count, Some(number));
    }
    figure(metric, &reading)
        .ok()
        .filter(|_| is_in_range(metric, &reading))
        .map(|_| reading)
        .ok_or(Reason::Misfit)
}

/// A journey takes no larger numbers.
fn is_in_range(metric: &Metric, reading: &Reading) -> bool {
    let mut counts = metric.counts().iter();
    counts.all(|it| reading.count(*it).is_none_or(|it| it.abs() <= MOST))
}

/// Rows of one KPI, period and segment added.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sums {
    /// So many rows.
    pub rows: u64,
    added: Reading,
}

impl Sums {
    /// Adds another row.
    ///
    /// # Errors
    /// Counts of this metric do not add up: customers at the start of two months are not those of
    /// the quarter. Or the sum is more than a journey takes.
    pub fn add(&mut self, metric: &Metric, row: &Reading) -> Result<(), Reason> {
        let added = match self.rows {
            0 => row.clone(),
            _ => together(metric, &self.added, row)?,
        };
        if !is_in_range(metric, &added) {
            return Err(Reason::Misfit);
        }
        self.added = added;
        self.rows += 1;
        Ok(())
    }

    /// Sets the counts of a reading.
    pub fn fill(&self, metric: &Metric, reading: &mut Reading) {
        for count in metric.counts() {
            let number = self.added.count(*count);
            reading.set_count(
                *count,
                number.map(|it| if count.is_whole() { it } else { rounded(it) }),
            );
        }
    }
}

fn together(metric: &Metric, all: &Reading, row: &Reading) -> Result<Reading, Reason> {
    let mut all = all.clone();
    match metric {
        Metric::Ces {
            formula: CesFormula::Mean,
        } => pool(&mut all, row),
        Metric::Nps | Metric::Csat { .. } | Metric::Ces { .. } => {
            add_counts(metric, &mut all, row);
        }
        _ => return Err(Reason::Twice),
    }
    Ok(all)
}

fn add_counts(metric: &Metric, all: &mut Reading, row: &Reading) {
    for count in metric.counts() {
        let sum = all.count(*count).unwrap_or(0.0) + row.count(*count).unwrap_or(0.0);
        all.set_count(*count, Some(sum));
    }
}

/// Mean and spread of two samples taken together.
fn pool(all: &mut Reading, row: &Reading) {
    let parts = |it: &Reading| {
        (
            it.mean.unwrap_or(0.0),
            it.sd.unwrap_or(0.0),
            it.n.unwrap_or(0.0),
        )
    };
    let ((mean, sd, n), (other_mean, other_sd, other_n)) = (parts(all), parts(row));
    let total = n + other_n;
    let off = other_mean - mean;
    let squares = sd * sd * (n - 1.0)
        + other_sd * other_sd * (other_n - 1.0)
        + off * off * n * other_n / total;
    all.mean = Some(mean + off * other_n / total);
    all.sd = Some((squares / (total - 1.0)).max(0.0).sqrt());
    all.n = Some(total);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn means_are_pooled_with_their_spread() {
        let metric = Metric::Ces {
            formula: CesFormula::Mean,
        };
        let reading = |mean, sd, n| Reading {
            mean: Some(mean),
            sd: Some(sd),
            n: Some(n),
            ..Reading::default()
        };
        let mut sums = Sums::default();
        // 2 4 4 4 and 5 5 7 7, which are 4.75 and the root of 19.5 / 7 together.
        sums.add(&metric, &reading(3.5, 1.0, 4.0)).unwrap();
        sums.add(&metric, &reading(6.0, (4.0f64 / 3.0).sqrt(), 4.0))
            .unwrap();
        let mut both = Reading::default();
        sums.fill(&metric, &mut both);
        assert_eq!(
            (both.mean, both.sd, both.n),
            (Some(4.75), Some(1.669), Some(8.0))
        );
    }

    #[test]
    fn what_does_not_add_up_is_not_added() {
        let start = Reading {
            start: Some(100.0),
            lost: Some(3.0),
            ..Reading::default()
        };
        let mut sums = Sums::default();
        assert_eq!(sums.add(&Metric::Churn, &start), Ok(()));
        assert_eq!(sums.add(&Metric::Churn, &start), Err(Reason::Twice));
        assert_eq!(sums.rows, 1);
    }

    #[test]
    fn what_no_journey_takes_is_not_added() {
        let promoters = |promoters| Reading {
            promoters: Some(promoters),
            ..Reading::default()
        };
        let mut sums = Sums::default();
        assert_eq!(
            sums.add(&Metric::Nps, &promoters(2e12)),
            Err(Reason::Misfit)
        );
        assert_eq!(sums.add(&Metric::Nps, &promoters(9e11)), Ok(()));
        assert_eq!(
            sums.add(&Metric::Nps, &promoters(9e11)),
            Err(Reason::Misfit)
        );
        let mut filled = Reading::default();
        sums.fill(&Metric::Nps, &mut filled);
        assert_eq!((sums.rows, filled.promoters), (1, Some(9e11)));
    }
}
