//! `touchline fmt`.

use std::fs;
use std::os::unix::fs::MetadataExt;

use super::home::{GOOD, Home, with_error};

/// [`GOOD`] with other blanks and a comment.
fn crooked() -> String {
    GOOD.replace("    title: ", "  title:  ")
        .replace("    reviewed", "  // why\n\treviewed")
}

fn straight() -> String {
    GOOD.replace("    reviewed", "    // why\n    reviewed")
}

#[test]
fn files_are_brought_into_form_in_silence() {
    let home = Home::with("maps/a.ron", crooked());
    home.write("maps/survey.sources.ron", crooked());
    home.write("maps/game.ron", "Level( a:1 )");
    let ran = home.run(&["fmt", "maps"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""));
    assert_eq!(
        ran.err,
        "note: maps/game.ron is skipped: neither a Journey nor a Company\n"
    );
    assert_eq!(home.read("maps/a.ron"), straight());
    assert_eq!(home.read("maps/survey.sources.ron"), crooked());
    assert_eq!(home.read("maps/game.ron"), "Level( a:1 )");
    assert_eq!(
        fs::read_dir(home.path("maps")).unwrap().count(),
        3,
        "nothing is left behind"
    );
}

#[test]
fn a_canonical_file_is_not_written() {
    let home = Home::with("a.ron", GOOD);
    let before = fs::metadata(home.path("a.ron")).unwrap();
    assert_eq!(home.run(&["fmt", "a.ron"]).code, Some(0));
    let after = fs::metadata(home.path("a.ron")).unwrap();
    assert_eq!(
        (before.ino(), before.ctime_nsec()),
        (after.ino(), after.ctime_nsec())
    );
}

#[test]
fn check_lists_what_would_change_and_writes_nothing() {
    let home = Home::with("b.ron", crooked());
    home.write("a.ron", GOOD);
    let ran = home.run(&["fmt", "--check", "."]);
    assert_eq!(
        (ran.code, ran.out.as_str(), ran.err.as_str()),
        (Some(1), "b.ron\n", "")
    );
    assert_eq!(home.read("b.ron"), crooked());
    assert_eq!(home.run(&["fmt", "--check", "a.ron"]).code, Some(0));
    let ran = home.pipe(crooked(), &["fmt", "--check", "-"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), "<stdin>\n"));
}

#[test]
fn stdin_goes_to_stdout() {
    let home = Home::new();
    for text in [GOOD.to_owned(), crooked()] {
        let ran = home.pipe(text, &["fmt", "-"]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
        assert_eq!(ran.out.replace("    // why\n", ""), GOOD);
    }
    let ran = home.pipe("Journey(", &["fmt", "-"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.starts_with("error[E005]"), "{}", ran.err);
}

#[test]
fn line_endings_and_byte_order_mark_are_kept() {
    let windows = |text: &str| format!("\u{FEFF}{}", text.replace('\n', "\r\n"));
    let home = Home::with("a.ron", windows(&crooked()));
    assert_eq!(home.run(&["fmt", "a.ron"]).code, Some(0));
    assert_eq!(home.read("a.ron"), windows(&straight()));
}

#[test]
fn what_cannot_be_read_is_reported_and_left() {
    let home = Home::with("bad.ron", "Journey(title: ");
    home.write("good.ron", crooked());
    home.write("odd.ron", with_error().replace("    title", "title"));
    let ran = home.run(&["fmt", "bad.ron", "good.ron", "odd.ron"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.contains("--> bad.ron:1:"), "{}", ran.err);
    assert_eq!(home.read("bad.ron"), "Journey(title: ");
    assert_eq!(home.read("good.ron"), straight());
    assert_eq!(
        home.read("odd.ron"),
        with_error(),
        "an error in a field does not hinder"
    );
    assert_eq!(home.run(&["fmt", "missing.ron", "bad.ron"]).code, Some(2));
}

#[test]
fn a_read_only_file_is_left_and_named() {
    let home = Home::with("a.ron", crooked());
    let mut permissions = fs::metadata(home.path("a.ron")).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(home.path("a.ron"), permissions).unwrap();
    let ran = home.run(&["fmt", "a.ron"]);
    assert_eq!(ran.code, Some(2));
    insta::assert_snapshot!(ran.err, @r#"
    error: a.ron is read-only
      = help: make it writable, or save under another name
    "#);
    assert_eq!(home.read("a.ron"), crooked());
}
