//! Survey answers into readings: a table of any tool in, counts by KPI, period and segment out,
//! and what became of each row.
//!
//! ```text
//! bytes → letters → records → header → mapping → counts → edits of the journey
//! ```
//!
//! Pure: what is read comes in as [`Read`], today and words come in as values. A file of any size
//! streams through once. Only counts come out; texts of people never do but on request.

pub mod count;
pub mod dates;
pub mod decode;
pub mod dialect;
pub mod header;
pub mod numbers;
pub mod period;
pub mod profile;
pub mod propose;
pub mod readings;
pub mod records;
pub mod redact;
pub mod report;
pub mod sources_text;
pub mod sums;
pub mod table;
pub mod target;
pub mod wish;
pub mod words;

use std::io::Read;

use crate::journey::metric::Metric;
use crate::journey::sources::Source;
use count::{Counter, Options};
use report::Report;
use table::{Given, Table, Trouble};

/// Counts one file of a source, with the metrics of its KPIs.
///
/// # Errors
/// Any [`Trouble`].
pub fn survey(
    input: impl Read,
    source: &Source,
    metric_of: &dyn Fn(&str) -> Option<Metric>,
    options: Options,
) -> Result<Report, Trouble> {
    let mut counter = Counter::new(source, metric_of, options)?;
    counter.count(Table::open(input, Given::by(source))?)?;
    Ok(counter.report())
}

#[cfg(test)]
mod tests;
