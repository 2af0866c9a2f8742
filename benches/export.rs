//! The bars of giving out: a journey of 300 touchpoints in each format, as a whole process. The
//! baseline is the same process printing its version.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench may fail, and prints"
)]

#[path = "bars/journeys.rs"]
mod journeys;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use touchline::journey::read;

const TOUCHPOINTS: usize = 300;
const ROUNDS: usize = 15;

/// Formats that people read, and programs: milliseconds that are allowed.
const TEXTS: [&str; 10] = [
    "json",
    "csv",
    "facts.csv",
    "md",
    "mmd",
    "html",
    "svg",
    "curve.svg",
    "priorities.svg",
    "moments.svg",
];
const ALLOWED: f64 = 200.0;

#[cfg(feature = "print")]
const PRINTED: [(&str, f64); 2] = [("pdf", 2000.0), ("png", f64::INFINITY)];
#[cfg(not(feature = "print"))]
const PRINTED: [(&str, f64); 0] = [];

fn main() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("export");
    fs::create_dir_all(&folder).unwrap();
    let file = journey(&folder);
    println!(
        "{:<16} {:>8} {:>8} {:>8}",
        "format", "ms", "allowed", "ratio"
    );
    let texts = TEXTS.map(|it| (it, ALLOWED));
    for (format, allowed) in texts.into_iter().chain(PRINTED) {
        measure(format, allowed, &file, &folder);
    }
}

/// A journey of so many touchpoints, each with all that one of the hotel has.
fn journey(folder: &Path) -> PathBuf {
    let count = |text: &str| {
        let stages = read(text.to_owned(), &journeys::context()).journey.stages;
        stages.iter().map(|it| it.touchpoints.len()).sum::<usize>()
    };
    let mut texts = (1..).map(|part| journeys::of_bytes(part * 20_000));
    let text = texts.find(|it| count(it) >= TOUCHPOINTS).unwrap();
    let file = folder.join("journey.ron");
    fs::write(&file, text).unwrap();
    file
}

fn measure(format: &str, allowed: f64, file: &Path, folder: &Path) {
    let out = folder.join(format!("out.{format}"));
    let exported = || {
        let mut command = touchline(folder);
        command.arg("export").arg(file).arg("-o").arg(&out);
        timed(&mut command)
    };
    let started = || timed(touchline(folder).arg("--version"));
    let mut rounds: Vec<(f64, f64)> = (0..ROUNDS).map(|_| (exported(), started())).collect();
    rounds.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (cost, baseline) = rounds[rounds.len() / 2];
    let verdict = if cost <= allowed { "ok" } else { "MISSED" };
    println!(
        "{format:<16} {cost:>8.0} {allowed:>8.0} {:>8.1}  {verdict}",
        cost / baseline
    );
}

fn touchline(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_touchline"));
    command.env_clear().env("HOME", home).stdin(Stdio::null());
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// Milliseconds of a process.
fn timed(command: &mut Command) -> f64 {
    let start = Instant::now();
    command.status().unwrap();
    start.elapsed().as_secs_f64() * 1e3
}
