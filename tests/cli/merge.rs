//! `touchline merge`.

use std::fs;

use super::home::{GOOD, Home, Ran};

fn edited(from: &str, to: &str) -> String {
    let text = GOOD.replace(from, to);
    assert_ne!(text, GOOD, "{from}");
    text
}

fn home(base: &str, ours: &str, theirs: &str) -> Home {
    let home = Home::with("base.ron", base);
    home.write("ours.ron", ours);
    home.write("theirs.ron", theirs);
    home
}

fn merge(home: &Home, more: &[&str]) -> Ran {
    let files = ["merge", "base.ron", "ours.ron", "theirs.ron"];
    home.run(&[&files[..], more].concat())
}

#[test]
fn a_clean_merge_is_written_to_ours_and_quiet() {
    let ours = edited("One night", "Two nights");
    let theirs = edited("Check-in", "At the desk");
    let home = home(GOOD, &ours, &theirs);
    let ran = merge(&home, &[]);
    assert_eq!((ran.code, &*ran.out, &*ran.err), (Some(0), "", ""));
    let expected = ours.replace("Check-in", "At the desk");
    assert_eq!(fs::read_to_string(home.path("ours.ron")).unwrap(), expected);
    assert_eq!(fs::read_to_string(home.path("theirs.ron")).unwrap(), theirs);
}

#[test]
fn a_conflict_stands_between_markers_with_the_names_of_the_sides() {
    let ours = edited("Check-in", "Reception");
    let theirs = edited("Check-in", "At the desk").replace("5", "3");
    let home = home(GOOD, &ours, &theirs);
    let names = [
        "--ours-name",
        "main (Shorter)",
        "--theirs-name",
        "desk",
        "-o",
        "-",
    ];
    let ran = merge(&home, &names);
    assert_eq!(ran.code, Some(1));
    let block = "<<<<<<< main (Shorter)\n                    name: \"Reception\",\n=======\n                    name: \"At the desk\",\n>>>>>>> desk\n                    importance: 3,\n";
    assert!(ran.out.contains(block), "{}", ran.out);
    assert_eq!(
        ran.err,
        "note: ours.ron: 1 conflict; open it with touchline to decide\n"
    );
    assert_eq!(fs::read_to_string(home.path("ours.ron")).unwrap(), ours);
    let ran = merge(
        &home,
        &[
            "-o",
            "out.ron",
            "--marker-size",
            "9",
            "--lang",
            "de",
            "--path",
            "a.ron",
        ],
    );
    assert_eq!(ran.code, Some(1));
    assert_eq!(
        ran.err,
        "Anmerkung: a.ron: 1 Konflikt; öffnen Sie die Datei mit touchline und entscheiden Sie\n"
    );
    let out = fs::read_to_string(home.path("out.ron")).unwrap();
    assert!(
        out.contains("\n<<<<<<<<< ours\n") && out.contains("\n=========\n"),
        "{out}"
    );
}

#[test]
fn what_has_no_clear_ids_is_merged_by_line_with_no_byte_lost() {
    let twice = GOOD.replace("\"desk\"", "\"stay\"");
    let ours = twice.replace("5", "4");
    let theirs = edited("One night", "Two nights");
    let home = home(GOOD, &ours, &theirs);
    let ran = merge(&home, &["-o", "-"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(ran.out, ours.replace("One night", "Two nights"));
    assert!(
        ran.err
            .contains("in our version, elements share an id or have none"),
        "{}",
        ran.err
    );
    home.write("theirs.ron", "Journey(\n");
    let ran = merge(&home, &["-o", "-"]);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.out.contains("<<<<<<< ours\n") && ran.out.contains("Check-in"),
        "{}",
        ran.out
    );
}

#[test]
fn with_an_empty_base_both_added_it() {
    let theirs = edited("5", "3");
    let home = home("", GOOD, &theirs);
    let ran = merge(&home, &["-o", "-"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("importance: 5,\n=======\n"), "{}", ran.out);
}

#[test]
fn a_missing_file_is_trouble_and_nothing_is_written() {
    let home = Home::with("ours.ron", GOOD);
    let ran = merge(&home, &[]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.err.contains("base.ron") && ran.err.contains("theirs.ron"),
        "{}",
        ran.err
    );
    assert_eq!(fs::read_to_string(home.path("ours.ron")).unwrap(), GOOD);
}

#[test]
fn git_sees_the_facts_of_a_file_in_conflict_with_markers_around_those_that_differ() {
    let ours = edited("importance: 5", "importance: 1");
    let theirs = edited("importance: 5", "importance: 3");
    let home = home(GOOD, &ours, &theirs);
    assert_eq!(merge(&home, &[]).code, Some(1));
    let ran = home.run(&["textconv", "ours.ron"]);
    let block = "<<<<<<< ours\nStay › Check-in · importance = 1\n=======\nStay › Check-in · importance = 3\n>>>>>>> theirs\n";
    assert!(ran.out.contains(block), "{}", ran.out);
    assert!(ran.out.starts_with("schema = 1\n"), "{}", ran.out);
}
