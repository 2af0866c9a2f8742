//! The journey: its model, metrics and what they say. Knows no text, screen or file.

pub mod figure;
pub mod metric;
pub mod total;
pub mod verdict;
