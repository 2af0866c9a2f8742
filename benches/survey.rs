//! The bar of the survey import: a million rows against a bare `csv` loop that counts the same, in
//! the same run.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench may fail, and prints"
)]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::hint::black_box;
use std::time::Instant;

use touchline::journey::metric::Metric;
use touchline::journey::sources::{Column, Period, Source};
use touchline::measure::survey::count::Options;
use touchline::measure::survey::survey;

const ROWS: usize = 1_000_000;
const COLUMNS: usize = 7;
const ROUNDS: usize = 7;
const ALLOWED: f64 = 1.3;

/// Satisfied answers and all answers of each column, by quarter.
type Counts = BTreeMap<(u16, u8), [(u64, u64); COLUMNS]>;

fn main() {
    let answers = answers();
    let source = source();
    let mut rounds = Vec::new();
    for _ in 0..ROUNDS {
        let (ours, cost) = timed(|| import(&answers, &source));
        let (bare, baseline) = timed(|| bare(&answers));
        assert_eq!(ours, bare, "both count the same");
        rounds.push((cost, baseline));
    }
    rounds.sort_by(|one, other| (one.0 / one.1).total_cmp(&(other.0 / other.1)));
    let (cost, baseline) = rounds[ROUNDS / 2];
    let ratio = cost / baseline;
    let verdict = if ratio <= ALLOWED { "ok" } else { "MISSED" };
    println!(
        "1,000,000 rows: {cost:.3} s, bare csv loop {baseline:.3} s, ratio {ratio:.2} of {ALLOWED} allowed: {verdict}"
    );
}

/// Rows as a survey tool writes them: a day, an airport, seven ratings of 0–5, some with a decimal.
fn answers() -> Vec<u8> {
    let names: Vec<String> = (0..COLUMNS).map(|at| format!("q{at}_rating")).collect();
    let mut text = format!("date,airport,{}\n", names.join(","));
    let mut state = 1u64;
    let mut next = |below: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 33) % below
    };
    for _ in 0..ROWS {
        let (year, month, day) = (2015 + next(10), 1 + next(12), 1 + next(28));
        let _ = write!(
            text,
            "{year}-{month:02}-{day:02},\"Airport, {}\"",
            next(300)
        );
        for at in 0..COLUMNS {
            let point = if at % 2 == 0 { "" } else { ".0" };
            let _ = write!(text, ",{}{point}", next(6));
        }
        text.push('\n');
    }
    text.into_bytes()
}

fn source() -> Source {
    let column = |at| Column {
        name: format!("q{at}_rating"),
        kpi: format!("q{at}"),
        missing: Some("0".to_owned()),
        ..Column::default()
    };
    Source {
        id: "bench".to_owned(),
        date: Some("date".to_owned()),
        period: Period::Quarter,
        columns: (0..COLUMNS).map(column).collect(),
        ..Source::default()
    }
}

fn import(answers: &[u8], source: &Source) -> Counts {
    let metric = |_: &str| Some(Metric::Csat { scale: 5, top: 2 });
    let report = survey(answers, source, &metric, Options::default()).unwrap();
    let mut counts = Counts::new();
    for (at, kpi) in report.readings.iter().enumerate() {
        for reading in &kpi.readings {
            let (year, month): (u16, u8) = (
                reading.on[..4].parse().unwrap(),
                reading.on[5..7].parse().unwrap(),
            );
            let count = |count: Option<f64>| count.unwrap() as u64;
            counts.entry((year, month / 3)).or_default()[at] =
                (count(reading.satisfied), count(reading.responses));
        }
    }
    counts
}

/// What one writes for the one file at hand.
fn bare(answers: &[u8]) -> Counts {
    let mut reader = csv::Reader::from_reader(answers);
    let mut record = csv::ByteRecord::new();
    let mut counts = Counts::new();
    while reader.read_byte_record(&mut record).unwrap() {
        let date = std::str::from_utf8(&record[0]).unwrap();
        let (year, month): (u16, u8) = (date[..4].parse().unwrap(), date[5..7].parse().unwrap());
        let counts = counts.entry((year, month.div_ceil(3))).or_default();
        for (at, count) in counts.iter_mut().enumerate() {
            let field = std::str::from_utf8(&record[at + 2]).unwrap();
            let score: f64 = field.parse().unwrap();
            if score != 0.0 {
                count.0 += u64::from(score >= 4.0);
                count.1 += 1;
            }
        }
    }
    counts
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let made = black_box(work());
    let took = start.elapsed().as_secs_f64();
    (made, took)
}
