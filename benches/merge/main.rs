//! The bar of merging: three texts of 5,000 touchpoints by identity, against `git merge-file` on
//! the same three files. Both as whole processes, by turns.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench may fail, and prints"
)]

mod texts;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use touchline::compare::merge;

/// With this set the process merges three files and writes a fourth: what is measured.
const FILES: &str = "MERGE_FILES";
const ROUNDS: usize = 15;
const ALLOWED: f64 = 5.0;

fn main() {
    if let Some(folder) = std::env::var_os(FILES) {
        return merge_files(Path::new(&folder));
    }
    println!(
        "{:<40} {:>9} {:>9} {:>8} {:>8}",
        "merge of 5,000 touchpoints", "ms", "git ms", "ratio", "allowed"
    );
    for case in texts::cases() {
        measure(&case);
    }
}

fn merge_files(folder: &Path) {
    let [base, ours, theirs] =
        ["base", "ours", "theirs"].map(|name| std::fs::read_to_string(folder.join(name)).unwrap());
    let merged = merge(&base, &ours, &theirs).unwrap();
    std::fs::write(folder.join("merged"), merged.text).unwrap();
    // The system takes the memory back faster than we do.
    std::process::exit(merged.conflicts.len().min(1) as i32);
}

fn measure(case: &texts::Case) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("merge");
    write(&folder, case);
    let mut rounds: Vec<(f64, f64)> = (0..ROUNDS)
        .map(|_| (timed(by_identity(&folder)), timed(by_line(&folder))))
        .collect();
    rounds.sort_by(|one, other| (one.0 / one.1).total_cmp(&(other.0 / other.1)));
    let (cost, baseline) = rounds[rounds.len() / 2];
    let ratio = cost / baseline;
    let verdict = if ratio <= ALLOWED { "ok" } else { "MISSED" };
    println!(
        "{:<40} {cost:>9.1} {baseline:>9.1} {ratio:>8.2} {ALLOWED:>8.2}  {verdict}",
        case.name
    );
}

fn write(folder: &PathBuf, case: &texts::Case) {
    std::fs::create_dir_all(folder).unwrap();
    for (name, text) in [
        ("base", &case.base),
        ("ours", &case.ours),
        ("theirs", &case.theirs),
    ] {
        std::fs::write(folder.join(name), text).unwrap();
    }
}

fn by_identity(folder: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.env(FILES, folder);
    command
}

fn by_line(folder: &Path) -> Command {
    let mut command = Command::new("git");
    command.args(["merge-file", "-p", "ours", "base", "theirs"]);
    command.current_dir(folder);
    command
}

/// Milliseconds from the start of a process to its end.
fn timed(mut command: Command) -> f64 {
    command.stdout(Stdio::null()).stderr(Stdio::inherit());
    let start = Instant::now();
    let status = command.status().unwrap();
    let took = start.elapsed();
    assert!(status.code().is_some_and(|code| code < 128), "{status}");
    took.as_secs_f64() * 1e3
}
