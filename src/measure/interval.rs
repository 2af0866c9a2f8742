//! What a sample says about everybody: 95 % intervals.
//!
//! Shares are in percent (0–100), net shares in points (−100–100). Callers give counts that make sense: whole, not
//! negative, parts not above their whole, `n` at least 1.

use crate::measure::student::t95;

/// The two-sided 95 % quantile of the normal distribution.
pub const Z95: f64 = 1.959_963_985;

/// A 95 % confidence interval. It need not be symmetric around the raw value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Interval {
    fn around(centre: f64, margin: f64) -> Self {
        Self {
            low: centre - margin,
            high: centre + margin,
        }
    }

    /// The part of the interval inside `[low, high]`, for values that cannot lie beyond.
    pub fn limited_to(self, (low, high): (f64, f64)) -> Self {
        Self {
            low: self.low.clamp(low, high),
            high: self.high.clamp(low, high),
        }
    }
}

/// So many of so many: a proportion.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// Those that count, at most `n`.
    pub hits: f64,
    /// All.
    pub n: f64,
}

impl Share {
    /// The raw share, 0–100. Multiplied first, so that 29 of 100 is exactly 29.
    pub fn percent(&self) -> f64 {
        100.0 * self.hits / self.n
    }

    /// Wilson's score interval, in percent (Wilson 1927); it never leaves 0–100.
    pub fn interval(&self) -> Interval {
        let (share, n, z2) = (self.hits / self.n, self.n, Z95 * Z95);
        let centre = (share + z2 / (2.0 * n)) / (1.0 + z2 / n);
        let margin = Z95 / (1.0 + z2 / n) * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt();
        self.around_raw_share(Interval::around(100.0 * centre, 100.0 * margin))
    }

    /// Wilson's interval contains the raw share and ends at 0 and 100; reckoned in doubles, only up to rounding.
    fn around_raw_share(&self, interval: Interval) -> Interval {
        let percent = self.percent();
        Interval {
            low: interval.low.clamp(0.0, percent),
            high: interval.high.clamp(percent, 100.0),
        }
    }
}

/// Those for, less those against, among all: a net share such as the NPS.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Net {
    /// Those for.
    pub plus: f64,
    /// Those against.
    pub minus: f64,
    /// All, those in between included.
    pub n: f64,
}

impl Net {
    /// The raw net share, −100–100.
    pub fn points(&self) -> f64 {
        100.0 * (self.plus - self.minus) / self.n
    }

    /// The adjusted Wald interval, in points (Rocks 2016). Its centre is the adjusted value, not the raw one, so at
    /// the ends of the scale it may leave out the raw value; and it may reach beyond −100 or 100.
    pub fn interval(&self) -> Interval {
        let (value, variance) = self.adjusted();
        Interval::around(100.0 * value, 100.0 * Z95 * variance.sqrt())
    }

    /// Value and its variance, as shares of one, with three answers added: ¾ for, ¾ against, 1½ between.
    pub(super) fn adjusted(&self) -> (f64, f64) {
        let n = self.n + 3.0;
        let (plus, minus) = ((self.plus + 0.75) / n, (self.minus + 0.75) / n);
        let value = plus - minus;
        (value, (plus + minus - value * value) / n)
    }
}

/// A mean with its spread.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mean {
    /// The mean.
    pub mean: f64,
    /// The standard deviation of the sample (divided by n − 1), above 0.
    pub sd: f64,
    /// The number of answers, at least 2.
    pub n: f64,
}

impl Mean {
    /// Student's t interval.
    pub fn interval(&self) -> Interval {
        Interval::around(self.mean, t95(self.n - 1.0) * self.variance().sqrt())
    }

    /// The variance of the mean, not of the answers.
    pub(super) fn variance(&self) -> f64 {
        self.sd * self.sd / self.n
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn near(found: Interval, low: f64, high: f64, tolerance: f64) {
        let off = (found.low - low).abs().max((found.high - high).abs());
        assert!(off < tolerance, "{found:?} is not {low} to {high}");
    }

    fn share(hits: u32, n: u32) -> Share {
        Share {
            hits: f64::from(hits),
            n: f64::from(n),
        }
    }

    fn net(plus: u32, between: u32, minus: u32) -> Net {
        Net {
            plus: f64::from(plus),
            minus: f64::from(minus),
            n: f64::from(plus + between + minus),
        }
    }

    #[test]
    fn wilson_as_published() {
        // Newcombe 1998, table I, method 3.
        for (hits, n, low, high) in [
            (81, 263, 25.53, 36.62),
            (15, 148, 6.24, 16.05),
            (0, 20, 0.0, 16.11),
            (1, 29, 0.61, 17.18),
            (0, 10, 0.0, 27.75),
            (10, 10, 72.25, 100.0),
        ] {
            near(share(hits, n).interval(), low, high, 0.006);
        }
    }

    #[test]
    fn adjusted_wald_as_published() {
        near(
            net(50, 30, 20).interval(),
            29.13 - 15.08,
            29.13 + 15.08,
            0.01,
        );
        near(net(0, 0, 1).interval(), -98.5, 48.5, 0.01);
        assert_eq!(net(50, 30, 20).points(), 30.0);
    }

    #[test]
    fn adjusted_wald_may_leave_the_scale_until_it_is_limited() {
        let found = net(0, 0, 1000).interval();
        assert!(found.low < -100.0);
        assert_eq!(found.limited_to((-100.0, 100.0)).low, -100.0);
    }

    #[test]
    fn t_interval_of_the_textbook() {
        // n 10, mean 20, sd 4: 20 ± 2.262157 · 4/√10.
        near(
            Mean {
                mean: 20.0,
                sd: 4.0,
                n: 10.0,
            }
            .interval(),
            17.1386,
            22.8614,
            1e-4,
        );
    }

    #[test]
    fn none_and_all_end_the_interval_exactly() {
        for n in 1..1000 {
            assert_eq!(share(0, n).interval().low, 0.0);
            assert_eq!(share(n, n).interval().high, 100.0);
        }
    }

    proptest! {
        #[test]
        fn wilson_contains_the_raw_share(n in 1..2_000_000_u32, part in 0.0..=1.0_f64) {
            let share = Share { hits: (f64::from(n) * part).floor(), n: f64::from(n) };
            let interval = share.interval();
            prop_assert!(interval.low >= 0.0 && interval.low <= share.percent());
            prop_assert!(interval.high <= 100.0 && interval.high >= share.percent());
        }

        #[test]
        fn more_answers_make_it_narrower(hits in 0..50_u32, rest in 1..50_u32, times in 2..20_u32) {
            let width = |interval: Interval| interval.high - interval.low;
            prop_assert!(width(share(hits * times, (hits + rest) * times).interval()) < width(share(hits, hits + rest).interval()));
            prop_assert!(width(net(hits * times, 3 * times, rest * times).interval()) < width(net(hits, 3, rest).interval()));
            let mean = |n: u32| Mean { mean: 4.0, sd: 1.0, n: f64::from(n) };
            prop_assert!(width(mean(2 * times).interval()) < width(mean(2).interval()));
        }
    }
}
