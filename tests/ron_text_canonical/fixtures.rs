//! Pairs of texts in `tests/fixtures/canonical`, laid out as by the rules of journeys: what
//! `NAME.before.ron` becomes is `NAME.after.ron`, and that stays as it is.

use std::fs;
use std::path::{Path, PathBuf};

use crate::rules::journey;

fn files(folder: &Path, suffix: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let paths = entries.map(|entry| entry.expect("a folder entry").path());
    paths
        .filter(|path| path.to_string_lossy().ends_with(suffix))
        .collect()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn fixtures_become_what_was_written_by_hand() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/canonical");
    let befores = files(&folder, ".before.ron");
    assert!(!befores.is_empty(), "no fixtures in {}", folder.display());
    for before in befores {
        let after = PathBuf::from(before.to_string_lossy().replace(".before.", ".after."));
        let expected = read(&after);
        let found = journey(&read(&before));
        assert_eq!(found, expected, "{}:\n{found}", before.display());
        assert_eq!(journey(&expected), expected, "{}", after.display());
    }
}

#[test]
fn the_journeys_that_come_along_are_canonical() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("journeys");
    let mut journeys = files(&folder, ".ron");
    // These rules know journeys only; the field table's are held to the company elsewhere.
    journeys.retain(|path| !path.ends_with("company.ron"));
    if journeys.is_empty() {
        #[expect(clippy::print_stderr, reason = "a skipped test must say so")]
        {
            eprintln!("SKIPPED: no journeys in {}", folder.display());
        }
    }
    for path in journeys {
        let text = read(&path);
        assert_eq!(journey(&text), text, "{}", path.display());
    }
}
