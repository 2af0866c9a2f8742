//! Exported pages in a real browser: on a phone, a laptop, on A4 and A3, light and dark, with what
//! axe-core finds for people who cannot see, or use no mouse; and pictures as on a slide. Says loudly
//! where there is no browser.

#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "helpers of tests")]

use std::path::{Path, PathBuf};
use std::process::Command;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser");

const JOURNEYS: [&str; 5] = [
    "hotel-stay",
    "baerli-biber",
    "einarbeitung-pflege",
    "insurance-claim",
    "insurance-claim-to-be",
];

const ENDINGS: [&str; 5] = ["html", "svg", "curve.svg", "priorities.svg", "moments.svg"];

/// Chromium under one of its names.
fn chromium() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let mut all = folders
        .iter()
        .flat_map(|it| names.map(|name| it.join(name)));
    all.find(|it| it.is_file())
}

/// Why there is nothing to look with.
fn missing() -> Option<&'static str> {
    let runs = |program: &str| Command::new(program).arg("--version").output().is_ok();
    if chromium().is_none() {
        return Some("Chromium not found");
    }
    if !runs("node") {
        return Some("node not found");
    }
    let packages = Path::new(FOLDER).join("node_modules/axe-core");
    (!packages.exists()).then_some("npm ci --prefix tests/browser was not run")
}

fn export(arguments: &[&str], output: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_touchline"));
    command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/journeys"));
    command
        .args(["export", "--today", "2026-11-23"])
        .args(arguments);
    let ran = command.arg("-o").arg(output).output().unwrap();
    assert!(ran.status.success(), "{ran:?}");
}

/// Names that no cell has room for: long words, wide letters, other scripts.
const WIDE: &str = r#"Journey(schema: 1, title: "WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW",
    stages: [Stage(id: "s", name: "Donaudampfschifffahrtsgesellschaft", touchpoints: [
    Touchpoint(id: "a", name: "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", emotion: 2, importance: 5,
        expectation: 5, experience: 1, promise: "MMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMM",
        moment_of_truth: (reason: "MMMMMMMMMM")),
    Touchpoint(id: "b", name: "日本語日本語日本語日本語日本語日本語日本語日本語 👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", emotion: -2),
    TOUCHPOINTS])])"#;

/// All shipped journeys in both languages, two side by side, and the pictures.
fn pages(folder: &Path) -> Vec<PathBuf> {
    let mut pages = Vec::new();
    let mut page = |name: String, arguments: &[&str]| {
        let path = folder.join(name);
        export(arguments, &path);
        pages.push(path);
    };
    for lang in ["en", "de"] {
        for journey in JOURNEYS {
            let file = format!("{journey}.ron");
            for ending in ENDINGS {
                let name = format!("{journey}.{lang}.{ending}");
                page(name, &[&file, "--lang", lang]);
            }
        }
    }
    let both = ["insurance-claim.ron", "--with", "insurance-claim-to-be.ron"];
    page(
        "both.html".to_owned(),
        &[&both[..], &["--lang", "de"]].concat(),
    );
    let wide = folder.join("wide.ron");
    let more =
        |at| format!("Touchpoint(id: \"t{at}\", name: \"Übernachtungssteuer {at}\", emotion: 0),");
    let more: String = (0..50).map(more).collect();
    std::fs::write(&wide, WIDE.replace("TOUCHPOINTS", &more)).unwrap();
    for ending in &ENDINGS[1..] {
        page(format!("wide.{ending}"), &[wide.to_str().unwrap()]);
    }
    pages
}

#[test]
fn a_browser_finds_nothing_wrong_with_any_page() {
    if let Some(why) = missing() {
        eprintln!("SKIPPED: a_browser_finds_nothing_wrong_with_any_page: {why}");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new("node");
    command
        .arg("look.mjs")
        .args(pages(folder.path()))
        .current_dir(FOLDER);
    let ran = command
        .env("CHROMIUM", chromium().unwrap())
        .output()
        .unwrap();
    let [out, err] = [ran.stdout, ran.stderr].map(|it| String::from_utf8_lossy(&it).into_owned());
    assert!(ran.status.success(), "{out}{err}");
    assert!(out.contains("looked at 55 files: 0 wrong"), "{out}");
}
