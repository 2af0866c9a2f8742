//! PDF and PNG as others read them: poppler finds every text, and nothing runs over the edge of a
//! page. Without poppler (`pdftotext`, `pdftoppm`) it says loudly that nothing was looked at.
#![cfg(feature = "print")]
#![allow(clippy::print_stderr, reason = "a test that is skipped says so")]

use std::fs;
use std::path::Path;
use std::process::Command;

use assert_cmd::cargo::cargo_bin;
use resvg::tiny_skia::Pixmap;
use touchline::journey::check::Neighbour;
use touchline::journey::{Context, Parsed, read};

/// A text that wants to be markup, a command of PDF, or more than its column.
const HOSTILE: &str = "</text><script>a()</script> ) Tj ET (x) & <b> \\u{202e}";

fn touchline(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new(cargo_bin("touchline"));
    command.current_dir(folder).env_clear().env("HOME", folder);
    let done = command.args(arguments).output().expect("the program runs");
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(done.status.success(), "{arguments:?}: {said}");
}

/// What a tool of poppler prints; `None` where it is not installed.
fn poppler(folder: &Path, tool: &str, arguments: &[&str]) -> Option<String> {
    let run = Command::new(tool)
        .args(arguments)
        .current_dir(folder)
        .output();
    let Ok(done) = run else {
        eprintln!("SKIPPED: {tool} is not installed, so the PDF was not looked at");
        return None;
    };
    assert!(done.status.success(), "{tool} {arguments:?}");
    Some(String::from_utf8_lossy(&done.stdout).into_owned())
}

/// Letters alone: columns break words, and some are hyphenated.
fn letters(text: &str) -> String {
    let text = text.chars().filter(|it| it.is_alphanumeric());
    text.flat_map(char::to_lowercase).collect()
}

fn parsed(text: String) -> Parsed {
    let context = Context {
        neighbour: Neighbour::None,
        today: jiff::civil::date(2026, 11, 23),
    };
    read(text, &context)
}

fn shipped() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("journeys");
    let all = fs::read_dir(folder).expect("journeys").flatten();
    let all = all.map(|it| it.path().to_string_lossy().into_owned());
    let mut all: Vec<String> = all.filter(|it| !it.ends_with("company.ron")).collect();
    all.sort();
    all
}

#[test]
fn every_touchpoint_of_every_shipped_journey_is_a_text_on_paper() {
    let folder = tempfile::tempdir().expect("a folder");
    for journey in shipped() {
        for paper in ["a4", "a3", "slide"] {
            let out = format!("{paper}.pdf");
            touchline(
                folder.path(),
                &["export", &journey, "-o", &out, "--paper", paper],
            );
            let Some(text) = poppler(folder.path(), "pdftotext", &["-raw", &out, "-"]) else {
                return;
            };
            let text = letters(&text);
            let parsed = parsed(fs::read_to_string(&journey).expect("a journey"));
            for touchpoint in parsed.journey.stages.iter().flat_map(|it| &it.touchpoints) {
                let name = letters(&touchpoint.name);
                assert!(
                    text.contains(&name),
                    "{journey} {paper}: {}",
                    touchpoint.name
                );
            }
        }
    }
}

#[test]
fn a_hostile_text_is_printed_as_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = format!(
        "#![enable(implicit_some)]\nJourney(schema: 1, title: \"{HOSTILE}\", stages: [Stage(id: \"s\", \
         name: \"S\", touchpoints: [Touchpoint(id: \"t\", name: \"{HOSTILE}\", emotion: -1)])])\n"
    );
    fs::write(folder.path().join("evil.ron"), text).expect("a file");
    touchline(folder.path(), &["export", "evil.ron", "-o", "evil.pdf"]);
    if let Some(text) = poppler(folder.path(), "pdftotext", &["evil.pdf", "-"]) {
        assert_eq!(
            letters(&text).matches("scriptascripttjetxbu202e").count(),
            2,
            "{text}"
        );
    }
}

#[test]
fn nothing_runs_over_the_edge_of_a_page() {
    let folder = tempfile::tempdir().expect("a folder");
    for journey in shipped() {
        for part in ["", "curve.", "priorities.", "moments."] {
            let out = format!("{part}pdf");
            let out = if part.is_empty() { "map.pdf" } else { &out };
            touchline(
                folder.path(),
                &["export", &journey, "-o", out, "--per-stage"],
            );
            let rendered = ["-r", "50", "-png", out, "page"];
            if poppler(folder.path(), "pdftoppm", &rendered).is_none() {
                return;
            }
            edges(folder.path(), &format!("{journey} {out}"));
        }
    }
}

/// The edge of each page has one colour; the pages are removed.
fn edges(folder: &Path, of: &str) {
    let pages = fs::read_dir(folder).expect("the folder").flatten();
    let pages = pages.filter(|it| it.file_name().to_string_lossy().starts_with("page"));
    for page in pages {
        let bytes = fs::read(page.path()).expect("a page");
        let map = Pixmap::decode_png(&bytes).expect("a picture");
        let (width, height) = (map.width(), map.height());
        let at = |x, y| map.pixel(x, y);
        let ground = at(2, 2);
        let is_free = (2..width - 2).all(|x| at(x, 3) == ground && at(x, height - 4) == ground)
            && (2..height - 2).all(|y| at(3, y) == ground && at(width - 4, y) == ground);
        assert!(is_free, "{of}: {:?}", page.file_name());
        fs::remove_file(page.path()).expect("removed");
    }
}
