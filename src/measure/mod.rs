//! Statistics of samples. Knows no journey: counts in, intervals and tests out.

pub mod interval;
pub mod student;
