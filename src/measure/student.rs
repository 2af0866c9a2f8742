//! Student's t distribution, as far as 95 % intervals need it.

use crate::measure::difference::p_of_z;
use crate::measure::interval::Z95;
use std::f64::consts::FRAC_2_PI;
use std::sync::OnceLock;

/// Above these degrees of freedom the expansion around the normal quantile is closer than 1e-5.
const EXPANSION_FROM: f64 = 100.0;

/// The two-sided 95 % quantile (97.5 % one-sided) of Student's t.
///
/// `df` are the degrees of freedom, at least 1; fractions, as Welch's test makes them, are rounded down, which errs
/// on the side of doubt.
pub fn t95(df: f64) -> f64 {
    // The findings of a file ask for the same few again and again.
    static FOUND: [OnceLock<f64>; EXPANSION_FROM as usize + 1] =
        [const { OnceLock::new() }; EXPANSION_FROM as usize + 1];
    let df = df.floor().max(1.0);
    match FOUND.get(df as usize) {
        Some(found) => *found.get_or_init(|| bisection(df)),
        None => expansion(df),
    }
}

/// Above these degrees of freedom t is taken for normal: p differs by less than 1e-5.
const NORMAL_FROM: f64 = 20_000.0;

/// The two-sided p value of `t` (not negative) on `df` degrees of freedom, rounded down as in
/// [`t95`].
pub fn two_sided(t: f64, df: f64) -> f64 {
    let df = df.floor().max(1.0);
    match df > NORMAL_FROM {
        true => p_of_z(t),
        false => (1.0 - central(t, df)).clamp(0.0, 1.0),
    }
}

/// Abramowitz and Stegun 26.7.5, its first two terms.
fn expansion(df: f64) -> f64 {
    let z = Z95;
    let first = (z.powi(3) + z) / 4.0;
    let second = (5.0 * z.powi(5) + 16.0 * z.powi(3) + 3.0 * z) / 96.0;
    z + first / df + second / (df * df)
}

/// Halves `[0, 16]` until a double can halve no further; the quantile at one degree of freedom is 12.7.
fn bisection(df: f64) -> f64 {
    let (mut low, mut high) = (0.0, 16.0);
    for _ in 0..56 {
        let middle = (low + high) / 2.0;
        if central(middle, df) < 0.95 {
            low = middle
        } else {
            high = middle
        }
    }
    high
}

/// The probability of `|T| <= t` for whole `df`: the finite series 26.7.3 (odd) and 26.7.4 (even) of Abramowitz and
/// Stegun. All terms are positive, so nothing cancels.
fn central(t: f64, df: f64) -> f64 {
    let angle = (t / df.sqrt()).atan();
    let odd = df % 2.0 == 1.0;
    if df == 1.0 {
        return FRAC_2_PI * angle;
    }
    let series = angle.sin() * powers_of_cosine(angle.cos(), df, odd);
    if odd {
        FRAC_2_PI * (angle + series)
    } else {
        series
    }
}

/// `c + 2/3 c³ + (2·4)/(3·5) c⁵ + …` or `1 + 1/2 c² + (1·3)/(2·4) c⁴ + …`, up to the power `df - 2`.
fn powers_of_cosine(cosine: f64, df: f64, odd: bool) -> f64 {
    let (mut term, mut power) = if odd { (cosine, 1.0) } else { (1.0, 0.0) };
    let mut sum = term;
    while power < df - 2.0 {
        power += 2.0;
        term *= cosine * cosine * (power - 1.0) / power;
        sum += term;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn quantiles_of_the_textbook() {
        let table = [
            (1.0, 12.7062),
            (2.0, 4.3027),
            (3.0, 3.1824),
            (4.0, 2.7764),
            (5.0, 2.5706),
            (10.0, 2.2281),
            (29.0, 2.0452),
            (30.0, 2.0423),
            (60.0, 2.0003),
            (100.0, 1.9840),
            (101.0, 1.9837),
            (120.0, 1.9799),
            (1000.0, 1.9623),
            (1e15, 1.9600),
        ];
        for (df, expected) in table {
            assert!(
                (t95(df) - expected).abs() < 6e-5,
                "df {df}: {} is not {expected}",
                t95(df)
            );
        }
    }

    #[test]
    fn both_ways_of_reckoning_agree_where_they_meet() {
        assert!((expansion(100.0) - bisection(100.0)).abs() < 1e-5);
    }

    #[test]
    fn fractions_are_rounded_down() {
        assert_eq!(t95(5.9), t95(5.0));
    }

    proptest! {
        #[test]
        fn more_degrees_of_freedom_make_it_smaller(df in 1.0..5000.0_f64) {
            let df = df.floor();
            prop_assert!(t95(df) > t95(df + 1.0));
        }
    }
}
