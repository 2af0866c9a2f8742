//! Random merges under the laws of `docs/merge.md`, judged by an oracle that is told apart from
//! `src/compare`, and the same merges by git, line by line.
//!
//! Some hundred in the normal run; `TOUCHLINE_LONG=1` makes 20,000, and 6,000 by git. To see its
//! table: `TOUCHLINE_LONG=1 cargo test --release --test merges -- --nocapture against_git`.
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]
#![allow(clippy::print_stdout, reason = "amounts, and the table")]

mod doc;
#[path = "../document_laws/edits.rs"]
#[allow(dead_code, reason = "the laws of documents need more of it")]
mod edits;
mod git;
mod laws;
mod oracle;
#[path = "../ron_text/random.rs"]
mod random;
mod sides;
#[path = "../document_laws/values.rs"]
#[allow(dead_code, reason = "the laws of documents need more of it")]
mod values;

use std::panic::{AssertUnwindSafe, catch_unwind};

use sides::{Sides, Texts};

const SMALL: &str = include_str!("small.ron");

fn is_long() -> bool {
    std::env::var_os("TOUCHLINE_LONG").is_some()
}

fn amount(normal: u64, long: u64) -> u64 {
    if is_long() { long } else { normal }
}

fn file(path: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let text = std::fs::read_to_string(path).unwrap();
    text.replace("\r\n", "\n")
}

fn check(texts: &Texts) -> Result<bool, String> {
    let all = || {
        let judged = laws::judged(texts)?;
        if judged.is_some() {
            laws::identities(texts)?;
        }
        Ok(judged.is_some_and(|it| it.merged.conflicts.is_empty()))
    };
    catch_unwind(AssertUnwindSafe(all)).unwrap_or_else(|_| Err("a panic".to_owned()))
}

/// Random merges of a text under all laws.
fn merges(name: &str, start: &str, amount: u64) {
    let first = std::env::var("SEED").ok().and_then(|it| it.parse().ok());
    let seeds = first.map_or(0..amount, |seed: u64| seed..seed + 1);
    let (mut clean, mut failed) = (0, Vec::new());
    for seed in seeds {
        let texts = Sides::new(seed).of(start);
        match check(&texts) {
            Ok(is_clean) => clean += usize::from(is_clean),
            Err(why) => {
                println!("{name}, seed {seed}: {why}");
                failed.push((seed, why, texts));
            }
        }
    }
    println!("{name}: {clean} of {amount} clean, {} wrong", failed.len());
    for (seed, _, texts) in failed.iter().take(8) {
        keep(&format!("{name}-{seed}"), texts);
    }
    let failed: Vec<String> = failed
        .iter()
        .map(|(seed, why, _)| format!("{name}, seed {seed}: {why}"))
        .collect();
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
}

/// The texts that failed, to be looked at.
fn keep(name: &str, texts: &Texts) {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("merges")
        .join(name);
    std::fs::create_dir_all(&folder).unwrap();
    for (name, text) in [
        ("base", &texts.base),
        ("ours", &texts.ours),
        ("theirs", &texts.theirs),
    ] {
        std::fs::write(folder.join(name), text).unwrap();
    }
    println!("texts in {}", folder.display());
}

#[test]
fn small_journeys() {
    merges("small", SMALL, amount(80, 17_000));
}

#[test]
fn journeys_laid_out_by_hand() {
    for name in ["rich", "packed", "some", "tabs"] {
        let text = file(&format!("tests/fixtures/documents/{name}.ron"));
        merges(name, &text, amount(6, 700));
    }
}

#[test]
fn shipped_journeys() {
    for name in ["hotel-stay", "baerli-biber", "company"] {
        let text = file(&format!("journeys/{name}.ron"));
        merges(name, &text, amount(1, 100));
    }
}

#[test]
fn against_git() {
    git::table(SMALL, amount(24, 6_000));
}
