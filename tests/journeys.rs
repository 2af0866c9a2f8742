//! The journeys that ship: read alike by `ron` and by us, canonical, and without error or
//! warning.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::path::{Path, PathBuf};

use touchline::journey::check::Neighbour;
use touchline::journey::finding::Severity;
use touchline::journey::model::Journey;
use touchline::journey::shape::canonical;
use touchline::journey::{Context, read};
use touchline::ron_text::Tree;

fn context() -> Context {
    Context {
        neighbour: Neighbour::None,
        today: jiff::civil::date(2026, 11, 22),
    }
}

fn shipped() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("journeys");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    assert!(files.len() >= 2);
    files
        .into_iter()
        .map(|path| (path.clone(), std::fs::read_to_string(path).unwrap()))
        .collect()
}

#[test]
fn ron_and_the_tree_give_the_same_journey() {
    for (path, text) in shipped() {
        let by_ron: Journey = ron::from_str(&text).unwrap_or_else(|e| panic!("{path:?}: {e}"));
        assert_eq!(read(text, &context()).journey, by_ron, "{path:?}");
    }
}

#[test]
fn they_have_no_error_and_no_warning() {
    for (path, text) in shipped() {
        let parsed = read(text, &context());
        let bad: Vec<_> = parsed
            .findings
            .iter()
            .filter(|it| it.severity() != Severity::Advice)
            .collect();
        assert!(bad.is_empty(), "{path:?}: {bad:#?}");
    }
}

#[test]
fn they_are_canonical() {
    for (path, text) in shipped() {
        let canonical = canonical(&Tree::read(text.clone()));
        for (line, (is, should)) in text.lines().zip(canonical.lines()).enumerate() {
            assert_eq!(is, should, "{path:?}:{}", line + 1);
        }
        assert_eq!(text, canonical);
    }
}

#[test]
fn a_part_that_nobody_knows_costs_nothing_of_the_rest() {
    let parts = [
        "{\"a\": 1}",
        "Odd",
        "Odd(1, 'x')",
        "(1, b\"x\")",
        "None",
        "1..2",
        "()",
    ];
    for part in parts {
        let text = format!(
            "Journey(odd: {part}, schema: 1, title: \"T\", stages: [Stage(id: \"a\", name: \"A\", odd: {part})])"
        );
        let journey = read(text, &context()).journey;
        assert_eq!(
            (journey.title.as_str(), journey.stages.len()),
            ("T", 1),
            "{part}"
        );
    }
}
