//! How a KPI changed between two of its periods: by how much, whether chance explains it, and
//! whether it was the customers or only the mix of those who answered. Knows no words.

use crate::journey::figure::{Figure, Reading};
use crate::journey::metric::Metric;
use crate::journey::total::{Dated, samples};
use crate::journey::verdict::{Change, change, direction};
use crate::measure::difference::Difference;
use crate::measure::mix::{self, MOVED, Part};

/// Two figures of a KPI against each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// What may be said.
    pub change: Change,
    /// After less before, in the unit of the metric.
    pub by: f64,
    /// How many answers the two rest on, where that is known.
    pub n: [Option<f64>; 2],
    /// What chance makes of it; none where one of the two has no interval.
    pub difference: Option<Difference>,
    /// What is left when the mix is held still, where it moved.
    pub mix: Option<MixShift>,
}

/// A change whose segments are known, and whose mix moved.
#[derive(Debug, Clone, PartialEq)]
pub struct MixShift {
    /// The share of the answers, 0–1, by which the mix moved; at least [`MOVED`].
    pub shift: f64,
    /// The change with the mix held still, in the unit of the metric.
    pub by: f64,
    /// What may be said of that.
    pub change: Change,
}

impl Comparison {
    /// The mix tells another story than the raw change: the one says better or worse and the other
    /// does not, or they go different ways.
    pub fn is_misleading(&self) -> bool {
        let other = |it: &MixShift| it.change != self.change || it.by * self.by < 0.0;
        self.mix.as_ref().is_some_and(other)
    }
}

/// The change from one period of a KPI's readings to another; none where one has no figure.
pub fn compare(
    metric: &Metric,
    readings: &[Reading],
    before: &Dated,
    after: &Dated,
) -> Option<Comparison> {
    let (old, new) = (before.figure.as_ref().ok()?, after.figure.as_ref().ok()?);
    Some(Comparison {
        change: change(metric, old, new),
        by: new.value - old.value,
        n: [old.n, new.n],
        difference: difference(old, new),
        mix: mix_shift(metric, readings, before, after),
    })
}

fn difference(old: &Figure, new: &Figure) -> Option<Difference> {
    old.sample.as_ref()?.difference(new.sample.as_ref()?)
}

/// Only where all segments of both periods are there: a part that nobody was asked in cannot be
/// held still.
fn mix_shift(
    metric: &Metric,
    readings: &[Reading],
    before: &Dated,
    after: &Dated,
) -> Option<MixShift> {
    let old = samples(metric, readings, before);
    let new = samples(metric, readings, after);
    if old.len() < 2 || !old.keys().eq(new.keys()) {
        return None;
    }
    let pairs = old.into_values().zip(new.into_values());
    let parts: Vec<Part> = pairs
        .map(|(before, after)| Part { before, after })
        .collect();
    let shift = mix::shift(&parts);
    let found = mix::adjusted(&parts).filter(|_| shift >= MOVED)?;
    let is_shown = found.difference.is_significant();
    Some(MixShift {
        shift,
        by: found.change,
        change: direction(metric, found.change > 0.0, is_shown),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::total::figures;

    fn reading(on: &str, segment: &str, satisfied: f64, responses: f64) -> Reading {
        Reading {
            on: on.into(),
            segment: (!segment.is_empty()).then(|| segment.into()),
            satisfied: Some(satisfied),
            responses: Some(responses),
            ..Reading::default()
        }
    }

    const CSAT: Metric = Metric::Csat { scale: 5, top: 2 };

    fn compared(readings: &[Reading]) -> Comparison {
        let found = figures(&CSAT, readings);
        compare(&CSAT, readings, &found[0], &found[1]).expect("two figures")
    }

    #[test]
    fn a_change_says_by_how_much_and_whether_chance_explains_it() {
        let found = compared(&[
            reading("2026-03-31", "", 50.0, 100.0),
            reading("2026-06-30", "", 60.0, 100.0),
        ]);
        assert_eq!(found.change, Change::CannotTell);
        assert_eq!(found.by, 10.0);
        assert_eq!(found.n, [Some(100.0), Some(100.0)]);
        let difference = found.difference.expect("counts");
        assert!(difference.p > 0.05 && difference.needed == Some(385.0));
        assert_eq!(found.mix, None);
    }

    #[test]
    fn more_of_the_content_customers_is_no_better_service() {
        let found = compared(&[
            reading("2026-03-31", "business", 90.0, 100.0),
            reading("2026-03-31", "economy", 150.0, 300.0),
            reading("2026-06-30", "business", 255.0, 300.0),
            reading("2026-06-30", "economy", 45.0, 100.0),
        ]);
        assert_eq!((found.change, found.by), (Change::Better, 15.0));
        let mix = found.mix.clone().expect("the mix moved");
        assert_eq!(mix.change, Change::CannotTell);
        assert!((mix.by + 5.0).abs() < 1e-9 && mix.shift == 0.5);
        assert!(found.is_misleading());
    }

    #[test]
    fn a_mix_that_stood_still_or_is_not_known_is_not_spoken_of() {
        let halves = |on: &str, hits: f64| {
            [
                reading(on, "business", hits, 100.0),
                reading(on, "economy", hits, 100.0),
            ]
        };
        let still = [halves("2026-03-31", 50.0), halves("2026-06-30", 70.0)].concat();
        assert_eq!(compared(&still).mix, None);
        let new_segment = [
            reading("2026-03-31", "business", 50.0, 100.0),
            reading("2026-06-30", "economy", 50.0, 100.0),
        ];
        assert_eq!(compared(&new_segment).mix, None);
    }
}
