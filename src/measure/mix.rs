//! Whether a figure moved because its parts did, or because other people were asked.
//!
//! A total can rise although it fell with every kind of customer, when more of the content ones
//! answered (Simpson's paradox). Direct standardization holds the mix still: both periods are
//! weighed with the mix of the two together.

use crate::measure::difference::{Difference, FEW, p_of_z};
use crate::measure::sample::Sample;

/// The mix moved when at least this share of the answers would have to change its part.
pub const MOVED: f64 = 0.05;

/// One part of the customers, before and after.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// Its earlier sample.
    pub before: Sample,
    /// Its later sample.
    pub after: Sample,
}

/// The difference with the mix held still.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Adjusted {
    /// After less before, in the unit of the figure.
    pub change: f64,
    /// What chance makes of it.
    pub difference: Difference,
}

/// The share of the answers, 0–1, that would have to belong to another part for the mix to be what
/// it was: the total variation distance of the two mixes.
pub fn shift(parts: &[Part]) -> f64 {
    let [before, after] = totals(parts);
    let moved = parts.iter().map(|part| {
        let [before, after] = [part.before.n() / before, part.after.n() / after];
        (after - before).abs()
    });
    moved.sum::<f64>() / 2.0
}

/// The change with the mix of both periods together; none without parts. A stratum with few
/// answers has a wide variance of its own; fewer than [`FEW`] in all prove nothing.
pub fn adjusted(parts: &[Part]) -> Option<Adjusted> {
    let [before, after] = totals(parts);
    let weight = |part: &Part| (part.before.n() + part.after.n()) / (before + after);
    let change: f64 = parts
        .iter()
        .map(|part| weight(part) * (part.after.value() - part.before.value()))
        .sum();
    let variance: f64 = parts
        .iter()
        .map(|part| weight(part).powi(2) * (part.before.variance() + part.after.variance()))
        .sum();
    let difference = Difference {
        p: p_of_z(change.abs() / variance.sqrt()),
        too_few: before.min(after) < FEW,
        needed: None,
    };
    (!parts.is_empty()).then_some(Adjusted { change, difference })
}

/// All answers before, and after.
fn totals(parts: &[Part]) -> [f64; 2] {
    let sum = |of: fn(&Part) -> Sample| parts.iter().map(|part| of(part).n()).sum();
    [sum(|part| part.before), sum(|part| part.after)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::interval::Share;

    fn share(hits: f64, n: f64) -> Sample {
        Sample::Share(Share { hits, n })
    }

    fn part(before: (f64, f64), after: (f64, f64)) -> Part {
        Part {
            before: share(before.0, before.1),
            after: share(after.0, after.1),
        }
    }

    #[test]
    fn both_parts_fall_while_the_total_rises() {
        // Business 90 → 85 %, economy 50 → 45 %; business grows from a quarter to three quarters.
        let parts = [
            part((90.0, 100.0), (255.0, 300.0)),
            part((150.0, 300.0), (45.0, 100.0)),
        ];
        assert_eq!(shift(&parts), 0.5);
        let found = adjusted(&parts).expect("parts");
        assert!((found.change + 5.0).abs() < 1e-9, "{found:?}");
        assert!(!found.difference.is_significant());
        // The raw total rose from 60 to 75 %, which no chance explains.
        let raw = share(240.0, 400.0).difference(&share(300.0, 400.0));
        assert!(raw.is_some_and(|it| it.is_significant()));
    }

    #[test]
    fn a_mix_that_stood_still_changes_nothing() {
        let parts = [
            part((40.0, 100.0), (60.0, 100.0)),
            part((20.0, 50.0), (30.0, 50.0)),
        ];
        assert_eq!(shift(&parts), 0.0);
        let found = adjusted(&parts).expect("parts");
        assert!((found.change - 20.0).abs() < 1e-9);
        assert!(found.difference.is_significant());
    }

    #[test]
    fn without_parts_there_is_nothing_to_hold_still() {
        assert_eq!(adjusted(&[]), None);
    }

    #[test]
    fn few_answers_prove_nothing() {
        let found = adjusted(&[part((0.0, 9.0), (9.0, 9.0))]).expect("parts");
        assert!(found.difference.p < 0.05 && !found.difference.is_significant());
    }
}
