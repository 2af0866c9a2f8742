//! Laws of `Edit`s on whole files: random edits, made from the field table, of canonical journeys
//! and of files laid out by hand.
//!
//! Hundreds of edits in the normal run; `TOUCHLINE_LONG=1` makes ten times as many, and walks of
//! 10,000 steps.
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "amounts, refusals and the edit that failed"
)]

mod edits;
mod files;
mod laws;
mod model;
#[path = "../ron_text/random.rs"]
mod random;
mod run;
mod text;
mod values;
mod walk;

use edits::Way;
use files::File;
use run::{Run, rounds};
use text::Bag;

/// Sequences of edits of every kind.
fn sequences(name: &str, text: &str, canonical: bool, amount: usize) {
    let file = File::new(name, text, canonical);
    let mut run = Run::new(&file);
    for seed in 0..rounds(amount) {
        run.sequence(seed as u64, 20 + seed * 17 % 41, &Way::ALL);
    }
    run.report();
}

#[test]
fn canonical_journeys_stay_canonical() {
    sequences("hotel-stay", &files::journey("hotel-stay"), true, 2);
    sequences("baerli-biber", &files::journey("baerli-biber"), true, 2);
}

#[test]
fn files_laid_out_by_hand_keep_what_no_edit_touches() {
    for name in files::BY_HAND {
        sequences(name, &files::by_hand(name), false, 3);
    }
}

#[test]
fn line_endings_mark_and_last_line_are_kept() {
    for name in ["rich", "packed", "some"] {
        let windows = files::windows(&files::by_hand(name));
        sequences(&format!("{name}, CRLF"), &windows, false, 2);
    }
    let windows = files::windows(&files::journey("hotel-stay"));
    sequences("hotel-stay, CRLF", &windows, true, 1);
}

#[test]
fn an_hour_of_editing_loses_no_comment_and_no_unknown_field() {
    let ways = [
        Way::Set,
        Way::Insert,
        Way::Move,
        Way::Duplicate,
        Way::ChangeId,
    ];
    hours(&ways, |_, _| {});
}

#[test]
fn an_hour_of_editing_without_moves_keeps_blank_lines_and_section_headers() {
    let ways = [Way::Set, Way::Insert, Way::Duplicate, Way::ChangeId];
    hours(&ways, |old, new| {
        assert!(text::blank_lines(old) <= text::blank_lines(new));
        let mut lost = text::without(text::headers(old), text::headers(new), Bag::new());
        lost.retain(|_, count| *count > 0);
        assert!(lost.is_empty(), "{lost:?}");
    });
}

#[test]
fn a_random_walk_finds_its_way_back_and_undo_survives_saves() {
    let texts = [
        (files::by_hand("rich"), 300),
        (files::by_hand("packed"), 300),
        (files::journey("hotel-stay"), 30),
    ];
    for (seed, (text, steps)) in texts.into_iter().enumerate() {
        let steps = if run::is_long() { 10_000 } else { steps };
        let folder = tempfile::tempdir().unwrap();
        let mut walk = walk::Walk::begin(folder.path(), &text, seed as u64);
        for _ in 0..steps {
            walk.step();
        }
        let [edits, undos, redos, saves] = walk.made;
        println!("{steps} steps: {edits} edits, {undos} undos, {redos} redos, {saves} saves");
        walk.end(&text);
    }
}

/// Long sequences that take nothing away, on the file with the most comments.
fn hours(ways: &[Way], end: impl Fn(&str, &str)) {
    let file = File::new("rich", &files::by_hand("rich"), false);
    let mut run = Run::new(&file);
    let (sequences, amount) = if run::is_long() { (5, 1_500) } else { (1, 200) };
    for seed in 0..sequences {
        end(&file.text, &run.sequence(seed, amount, ways));
    }
    run.report();
}
