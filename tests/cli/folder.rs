//! `touchline show FOLDER`.

use super::home::{Home, Ran};

const STAY: &str = "Journey(schema: 1, title: \"Stay\", reviewed: \"2026-10-01\", stages: [Stage(id: \"in\", \
    name: \"In\", touchpoints: [Touchpoint(id: \"desk\", name: \"Desk\", expectation: 5, experience: 2)])])";

fn home() -> Home {
    let home = Home::with("journeys/stay.ron", STAY);
    home.write("journeys/sub/bad.ron", "Journey(title: ");
    home.write("journeys/company.ron", "Company(schema: 1, name: \"Inn\")");
    home.write("journeys/other.ron", "Game(score: 3)");
    home
}

fn show(home: &Home, arguments: &[&str]) -> Ran {
    home.run(&[&["show", "--today", "2026-11-22"], arguments].concat())
}

#[test]
fn a_folder_is_listed_with_how_each_journey_stands_and_what_cannot_be_read() {
    let home = home();
    let ran = show(&home, &["journeys", "--width", "70"]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    insta::assert_snapshot!(ran.out);
    for format in ["markdown", "csv", "json"] {
        let ran = show(&home, &["journeys", "--format", format]);
        assert_eq!(ran.code, Some(1));
        insta::assert_snapshot!(format!("folder_{format}"), ran.out);
        let again = show(&home, &["journeys", "--format", format]);
        assert_eq!(again.out, ran.out);
    }
}

#[test]
fn an_index_without_errors_is_fine_and_an_empty_folder_says_so() {
    let home = Home::with("a/stay.ron", STAY);
    let ran = show(&home, &["a", "--format", "json"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    home.write("b/notes.txt", "no journey");
    let ran = show(&home, &["b", "--format", "json"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), "[]\n"));
    assert!(!ran.err.is_empty());
}

#[test]
fn what_is_for_folders_and_what_is_for_files_is_told_apart() {
    let home = home();
    for arguments in [
        ["journeys/stay.ron", "--format", "json"],
        ["journeys", "--view", "kpis"],
        ["journeys", "--department", "desk"],
    ] {
        let ran = show(&home, &arguments);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(ran.err.contains("help:"), "{}", ran.err);
    }
}
