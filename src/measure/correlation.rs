//! How closely two answers of the same people go together: Pearson's correlation with its 95 %
//! interval. It says nothing of what causes what.

use crate::measure::difference::FEW;
use crate::measure::interval::{Interval, Z95};

/// Pairs of answers, added one after the other (Welford 1962, for two numbers).
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Pairs {
    n: f64,
    means: [f64; 2],
    squares: [f64; 2],
    products: f64,
}

impl Pairs {
    /// Takes another pair.
    pub fn add(&mut self, x: f64, y: f64) {
        self.n += 1.0;
        let off = [x - self.means[0], y - self.means[1]];
        self.means[0] += off[0] / self.n;
        self.means[1] += off[1] / self.n;
        self.squares[0] += off[0] * (x - self.means[0]);
        self.squares[1] += off[1] * (y - self.means[1]);
        self.products += off[0] * (y - self.means[1]);
    }

    /// Their correlation; none where one of the two never varies.
    pub fn correlation(&self) -> Option<Correlation> {
        let r = self.products / (self.squares[0] * self.squares[1]).sqrt();
        r.is_finite().then(|| Correlation {
            r: r.clamp(-1.0, 1.0),
            n: self.n,
        })
    }
}

/// A correlation and how many pairs it rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Correlation {
    /// Pearson's r, −1–1.
    pub r: f64,
    /// Pairs.
    pub n: f64,
}

impl Correlation {
    /// The 95 % interval by Fisher's z transformation (Fisher 1921): tanh(atanh r ± 1.96 / √(n − 3)).
    /// None for fewer than four pairs, and where all lie on a line.
    pub fn interval(&self) -> Option<Interval> {
        let z = self.r.atanh();
        let margin = Z95 / (self.n - 3.0).sqrt();
        (self.n > 3.0 && z.is_finite()).then(|| Interval {
            low: (z - margin).tanh(),
            high: (z + margin).tanh(),
        })
    }

    /// More than chance at 95 %, and of pairs enough to say so.
    pub fn is_shown(&self) -> bool {
        let excludes_zero = |it: Interval| it.low > 0.0 || it.high < 0.0;
        self.n >= FEW && self.interval().is_some_and(excludes_zero)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn correlation(pairs: &[(f64, f64)]) -> Option<Correlation> {
        let mut all = Pairs::default();
        pairs.iter().for_each(|(x, y)| all.add(*x, *y));
        all.correlation()
    }

    #[test]
    fn it_is_that_of_a_pocket_calculator() {
        // Σxy 145, Σx 20, Σy 34, Σx² 90, Σy² 246, n 5: (5·145 − 20·34) / √((5·90 − 20²)(5·246 − 34²))
        let found = correlation(&[(2.0, 5.0), (3.0, 7.0), (4.0, 6.0), (5.0, 6.0), (6.0, 10.0)]);
        let found = found.expect("they vary");
        assert!(
            (found.r - 45.0 / (50.0_f64 * 74.0).sqrt()).abs() < 1e-12,
            "{found:?}"
        );
        assert_eq!(found.n, 5.0);
        assert!(!found.is_shown(), "five people prove nothing");
    }

    #[test]
    fn what_never_varies_goes_together_with_nothing() {
        assert_eq!(correlation(&[]), None);
        assert_eq!(correlation(&[(3.0, 1.0), (3.0, 2.0)]), None);
        let line = correlation(&[(1.0, 1.0), (2.0, 2.0), (3.0, 3.0), (4.0, 4.0)]);
        let line = line.expect("they vary");
        assert_eq!((line.r, line.interval()), (1.0, None));
    }

    #[test]
    fn the_interval_is_fishers() {
        // z = atanh 0.5 = 0.549306; tanh(0.549306 ± 1.959964 / √100)
        let found = Correlation { r: 0.5, n: 103.0 };
        let interval = found.interval().expect("enough pairs");
        assert!((interval.low - 0.339_308).abs() < 1e-5, "{interval:?}");
        assert!((interval.high - 0.632_338).abs() < 1e-5, "{interval:?}");
        assert!(found.is_shown());
        assert!(!Correlation { r: 0.1, n: 103.0 }.is_shown());
    }
}
