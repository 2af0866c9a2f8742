//! Statistics of samples. Knows no journey: counts in, intervals and tests out.

pub mod difference;
pub mod interval;
pub mod mix;
pub mod sample;
pub mod student;
