//! Arguments: what is taken, what is refused, what help says.

use super::home::{GOOD, Home};

#[test]
fn wrong_use_ends_with_2_and_a_word_on_stderr() {
    let home = Home::with("a.ron", GOOD);
    for arguments in [
        &["check"][..],
        &["fmt"],
        &["show"],
        &["new"],
        &["new", "a.ron", "b.ron"],
        &["show", "a.ron", "--view", "nothing"],
        &["check", "a.ron", "--today", "22.11.2026"],
        &["check", "a.ron", "--today", "2026-02-30"],
        &["check", "a.ron", "--deny", "error"],
        &["check", "a.ron", "--format", "xml"],
        &["--lang", "fr", "check", "a.ron"],
        &["a.ron", "check", "a.ron"],
        &["a.ron", "b.ron"],
    ] {
        let ran = home.run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(ran.err.starts_with("error: "), "{arguments:?}: {}", ran.err);
    }
}

#[test]
fn global_arguments_stand_on_either_side_of_the_subcommand() {
    let home = Home::with("a.ron", "Journey(");
    let before = home.run(&["--lang", "de", "--color", "always", "check", "a.ron"]);
    let after = home.run(&["check", "a.ron", "--lang", "de", "--color", "always"]);
    assert_eq!(before.out, after.out);
    assert!(before.out.contains("Fehler"), "{}", before.out);
}

#[test]
fn a_subcommand_wins_over_a_file_of_its_name() {
    let home = Home::with("check", GOOD);
    assert_eq!(
        home.run(&["check"]).code,
        Some(2),
        "check asks for its paths"
    );
    assert_eq!(home.check(&["./check"]).code, Some(0));
    assert!(home.run(&["--help"]).out.contains("touchline ./check"));
}

#[test]
fn help_and_version_go_to_stdout() {
    let home = Home::new();
    let version = home.run(&["--version"]);
    assert_eq!(
        version.out,
        format!("touchline {}\n", env!("CARGO_PKG_VERSION"))
    );
    for arguments in [
        &["--help"][..],
        &["check", "-h"],
        &["fmt", "--help"],
        &["show", "--help"],
        &["new", "--help"],
        &["completions", "--help"],
        &["man", "--help"],
    ] {
        let ran = home.run(arguments);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{arguments:?}");
        assert!(
            ran.out.contains("Usage: touchline"),
            "{arguments:?}: {}",
            ran.out
        );
        assert!(
            ran.out.lines().all(|line| line.chars().count() <= 100),
            "{}",
            ran.out
        );
    }
}
