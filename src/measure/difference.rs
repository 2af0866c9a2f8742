//! Whether two independent samples differ by more than chance, and how many answers would tell.
//!
//! A test asks: were both the same in truth, how often would samples of this size differ at least
//! as much? That is p. Callers give counts that make sense, as for [`interval`](super::interval).

use crate::measure::interval::{Mean, Net, Share, Z95};
use crate::measure::student;

/// Fewer answers than this on one side never count as proof: below it the approximations behind
/// the tests are not to be trusted, and a handful of people is no group.
pub const FEW: f64 = 10.0;

/// The one-sided 80 % quantile of the normal distribution: how surely [`Difference::needed`] finds
/// a difference that is there.
const Z80: f64 = 0.841_621_234;

/// What chance makes of the difference between two samples.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// The two-sided p value, 0–1.
    pub p: f64,
    /// One of the two samples has fewer than [`FEW`] answers.
    pub too_few: bool,
    /// So many answers in each of two samples find a difference of this size at 95 % in four cases
    /// of five (Sauro and Lewis 2016, chapter 6); none where the samples are equal.
    pub needed: Option<f64>,
}

impl Difference {
    /// Chance alone is no explanation at 95 %, and there are answers enough to say so.
    pub fn is_significant(&self) -> bool {
        self.p < 0.05 && !self.too_few
    }

    fn new(p: f64, least: f64, needed: Option<f64>) -> Difference {
        Difference {
            p,
            too_few: least < FEW,
            needed,
        }
    }
}

impl Share {
    /// The N−1 two-proportion test (Campbell 2007; Sauro and Lewis 2016, chapter 5).
    pub fn difference(&self, other: &Self) -> Difference {
        let all = self.n + other.n;
        let pooled = (self.hits + other.hits) / all;
        let error = (pooled * (1.0 - pooled) * (1.0 / self.n + 1.0 / other.n)).sqrt();
        let (one, two) = (self.hits / self.n, other.hits / other.n);
        let z = (one - two).abs() * ((all - 1.0) / all).sqrt() / error;
        let needed = needed(one - two, one * (1.0 - one) + two * (1.0 - two));
        Difference::new(p_of_z(z), self.n.min(other.n), needed)
    }
}

impl Net {
    /// z on the adjusted values (Lewis and Sauro). Where a handful of answers turns the order of
    /// the adjusted values against that of the raw ones, nothing is shown.
    pub fn difference(&self, other: &Self) -> Difference {
        let ((one, its_variance), (two, others_variance)) = (self.adjusted(), other.adjusted());
        let same_order = (one > two) == (self.points() > other.points());
        let z = (one - two).abs() / (its_variance + others_variance).sqrt();
        let p = if same_order { p_of_z(z) } else { 1.0 };
        let difference = (self.points() - other.points()) / 100.0;
        let needed = needed(difference, self.spread() + other.spread());
        Difference::new(p, self.n.min(other.n), needed)
    }

    /// The variance of one answer, adjusted so that answers that are all equal have one too.
    fn spread(&self) -> f64 {
        let (_, variance) = self.adjusted();
        variance * (self.n + 3.0)
    }
}

impl Mean {
    /// Welch's t test.
    pub fn difference(&self, other: &Self) -> Difference {
        let (one, two) = (self.variance(), other.variance());
        let df = (one + two).powi(2) / (one * one / (self.n - 1.0) + two * two / (other.n - 1.0));
        let t = (self.mean - other.mean).abs() / (one + two).sqrt();
        let spread = self.sd * self.sd + other.sd * other.sd;
        let needed = needed(self.mean - other.mean, spread);
        Difference::new(student::two_sided(t, df), self.n.min(other.n), needed)
    }
}

/// The two-sided p value of a normal z; where nothing varies and nothing differs (0/0), chance is
/// all there is.
pub(super) fn p_of_z(z: f64) -> f64 {
    if z.is_nan() {
        return 1.0;
    }
    libm::erfc(z / std::f64::consts::SQRT_2)
}

/// Answers on each side for 80 % power at 95 %, `spread` being the sum of the variances of one
/// answer; at least [`FEW`].
fn needed(difference: f64, spread: f64) -> Option<f64> {
    let answers = (Z95 + Z80).powi(2) * spread / (difference * difference);
    (difference != 0.0).then(|| answers.ceil().max(FEW))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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

    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 5e-4, "{found} is not {expected}");
    }

    #[test]
    fn the_normal_distribution() {
        for (z, p) in [(0.0, 1.0), (1.0, 0.3173), (Z95, 0.05), (2.575_829, 0.01)] {
            near(p_of_z(z), p);
        }
        assert_eq!(p_of_z(f64::NAN), 1.0);
    }

    #[test]
    fn two_shares() {
        // Sauro and Lewis: 11/12 against 5/12 is z 2.54 with N−1 (2.59 without).
        let found = share(11, 12).difference(&share(5, 12));
        near(found.p, 0.0111);
        assert!(found.is_significant());
        // z 2.00 without the correction, 1.94 with it.
        assert!(share(5, 9).difference(&share(1, 9)).p > 0.05);
        assert_eq!(share(10, 10).difference(&share(20, 20)).p, 1.0);
    }

    #[test]
    fn two_net_shares() {
        assert!(
            net(60, 30, 10)
                .difference(&net(30, 30, 40))
                .is_significant()
        );
        assert!(
            !net(50, 30, 20)
                .difference(&net(45, 30, 25))
                .is_significant()
        );
        // Raw −100 and −99.9, adjusted −25 and −99.9, z 2.0.
        assert_eq!(net(0, 0, 1).difference(&net(0, 10, 9990)).p, 1.0);
    }

    #[test]
    fn two_means() {
        let mean = |mean, sd, n| Mean { mean, sd, n };
        // t 2.419 on 26.7 degrees, rounded down to 26.
        near(
            mean(5.0, 1.0, 15.0).difference(&mean(4.2, 0.8, 15.0)).p,
            0.0228,
        );
        // t 2.449 on 4 degrees.
        near(
            mean(5.0, 1.0, 3.0).difference(&mean(3.0, 1.0, 3.0)).p,
            0.0705,
        );
    }

    #[test]
    fn a_handful_of_answers_proves_nothing() {
        let found = share(9, 9).difference(&share(0, 900));
        assert!(found.p < 1e-6 && found.too_few && !found.is_significant());
    }

    #[test]
    fn so_many_answers_would_tell() {
        // 50 % against 60 %: (1.95996 + 0.84162)² · 0.49 / 0.01 = 384.6.
        assert_eq!(share(5, 10).difference(&share(6, 10)).needed, Some(385.0));
        assert_eq!(share(5, 10).difference(&share(5, 10)).needed, None);
        assert_eq!(share(0, 10).difference(&share(10, 10)).needed, Some(FEW));
    }

    proptest! {
        #[test]
        fn no_sample_differs_from_itself_and_the_order_is_no_matter(a in 0..40_u32, b in 1..40_u32, c in 0..40_u32) {
            prop_assert!(net(a, b, c).difference(&net(a, b, c)).p > 0.999);
            prop_assert!(share(a, a + b).difference(&share(a, a + b)).p > 0.999);
            let (one, two) = (share(a, a + b), share(c, c + b));
            prop_assert_eq!(one.difference(&two), two.difference(&one));
        }

        #[test]
        fn the_needed_answers_are_enough(hits in 1..99_u32, more in 1..40_u32) {
            let (one, two) = (share(hits, 100), share((hits + more).min(100), 100));
            let n = one.difference(&two).needed.expect("they differ");
            let of = |share: &Share| Share { hits: share.hits / share.n * n, n };
            prop_assert!(of(&one).difference(&of(&two)).is_significant());
        }
    }
}
