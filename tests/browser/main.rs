//! Exported pages in a real browser: on a phone, a laptop, on A4 and A3, light and dark, with what
//! axe-core finds for people who cannot see, or use no mouse. Says loudly where there is no browser.

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

/// All shipped journeys in both languages, and two side by side.
fn pages(folder: &Path) -> Vec<PathBuf> {
    let mut pages = Vec::new();
    let mut page = |name: String, arguments: &[&str]| {
        let path = folder.join(name + ".html");
        export(arguments, &path);
        pages.push(path);
    };
    for lang in ["en", "de"] {
        for journey in JOURNEYS {
            let file = format!("{journey}.ron");
            page(format!("{journey}.{lang}"), &[&file, "--lang", lang]);
        }
    }
    let both = ["insurance-claim.ron", "--with", "insurance-claim-to-be.ron"];
    page("both".to_owned(), &[&both[..], &["--lang", "de"]].concat());
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
    assert!(out.contains("looked at 9 pages: 0 wrong"), "{out}");
}
