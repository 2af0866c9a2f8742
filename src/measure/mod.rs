//! Statistics of samples, which know no journey: counts in, intervals and tests out. And survey
//! answers into the counts of KPIs.

pub mod correlation;
pub mod difference;
pub mod interval;
pub mod mix;
pub mod sample;
pub mod student;
pub mod survey;
