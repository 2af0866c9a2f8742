//! A sample of any of the three kinds, as a figure rests on it.

use crate::measure::difference::Difference;
use crate::measure::interval::{Interval, Mean, Net, Share};

/// What was counted or averaged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sample {
    /// So many of so many.
    Share(Share),
    /// Those for, less those against.
    Net(Net),
    /// A mean with its spread.
    Mean(Mean),
}

impl Sample {
    /// The 95 % interval.
    pub fn interval(&self) -> Interval {
        match self {
            Self::Share(share) => share.interval(),
            Self::Net(net) => net.interval(),
            Self::Mean(mean) => mean.interval(),
        }
    }

    /// What chance makes of the difference between two independent samples; none if they are not
    /// of one kind.
    pub fn difference(&self, other: &Self) -> Option<Difference> {
        match (self, other) {
            (Self::Share(one), Self::Share(two)) => Some(one.difference(two)),
            (Self::Net(one), Self::Net(two)) => Some(one.difference(two)),
            (Self::Mean(one), Self::Mean(two)) => Some(one.difference(two)),
            _ => None,
        }
    }

    /// The raw value: percent, points, or in the unit of the answers.
    pub fn value(&self) -> f64 {
        match self {
            Self::Share(share) => share.percent(),
            Self::Net(net) => net.points(),
            Self::Mean(mean) => mean.mean,
        }
    }

    /// How many answers.
    pub fn n(&self) -> f64 {
        match self {
            Self::Share(share) => share.n,
            Self::Net(net) => net.n,
            Self::Mean(mean) => mean.n,
        }
    }

    /// The variance of the value, in its unit squared: of shares after Agresti and Caffo (2000),
    /// one answer for and one against added; of net shares the adjusted one.
    pub(super) fn variance(&self) -> f64 {
        match self {
            Self::Share(share) => {
                let n = share.n + 2.0;
                let p = (share.hits + 1.0) / n;
                10_000.0 * p * (1.0 - p) / n
            }
            Self::Net(net) => 10_000.0 * net.adjusted().1,
            Self::Mean(mean) => mean.variance(),
        }
    }
}
