//! The bar of `check` and `fmt`, on a real terminal. The work lasts until the test lets go of a
//! pipe, so that no clock decides.

use std::fs::File;
use std::io::Write;
use std::process::Command;

use super::home::{GOOD, Home, PROGRAM, with_error};
use super::tty::{Setup, Tty};

/// The program with these arguments in a terminal, and its stdin, which it waits for.
fn start(home: &Home, arguments: &str) -> (Tty, File) {
    let made = Command::new("mkfifo").arg(home.path("pipe")).status();
    assert!(made.unwrap().success(), "mkfifo");
    let work = home.path("").display().to_string();
    let script = format!("cd '{work}'; '{PROGRAM}' {arguments} < pipe; echo ended $?");
    let setup = Setup {
        size: (200, 30),
        env: vec![("HOME", work), ("LC_ALL", "C".to_owned())],
        ..Setup::default()
    };
    let tty = Tty::run(&script, setup);
    let stdin = File::options().write(true).open(home.path("pipe"));
    (tty, stdin.unwrap())
}

/// Ends stdin with a good journey.
fn answer(mut stdin: File) {
    stdin.write_all(GOOD.as_bytes()).unwrap();
}

#[test]
fn work_that_lasts_shows_how_far_it_is_and_leaves_nothing_behind() {
    let home = Home::with("a.ron", with_error());
    let (tty, stdin) = start(&home, "check --today 2026-11-22 a.ron - a.ron missing.ron");
    tty.wait_for("1/4 <stdin>");
    answer(stdin);
    tty.wait_for("ended 2");
    insta::assert_snapshot!(tty.contents(), @r#"
    error[E105]: The number is outside its range.
      --> a.ron:14:33
       |
    14 |                     importance: 9,
       |                                 ^
       = help: Allowed is 1 to 5.

    error[E105]: The number is outside its range.
      --> a.ron:14:33
       |
    14 |                     importance: 9,
       |                                 ^
       = help: Allowed is 1 to 5.

    error: missing.ron does not exist
      = help: check how the path is written
    2 errors in 3 files
    ended 2
    "#);
}

#[test]
fn one_long_step_shows_its_name() {
    let home = Home::with("a.ron", GOOD);
    let (tty, stdin) = start(&home, "fmt --check -");
    tty.wait_for("<stdin>");
    assert!(!tty.contents().contains('/'), "{}", tty.contents());
    answer(stdin);
    tty.wait_for("ended 0");
    assert_eq!(tty.contents().trim_end(), "ended 0");
}

#[test]
fn an_open_line_of_the_result_is_left_in_one_piece() {
    // Longer than what stdout itself keeps back of a line.
    let long = format!("    {}: 1,\n    reviewed", "x".repeat(1100));
    let home = Home::with("a.ron", GOOD.replace("    reviewed", &long));
    let (tty, stdin) = start(&home, "check --format json a.ron - missing.ron");
    tty.wait_for("1/3 <stdin>");
    answer(stdin);
    tty.wait_for("ended 2");
    let contents = tty.contents();
    let shown: Vec<&str> = contents.lines().collect();
    let first = [
        "[",
        "error: missing.ron does not exist",
        "  = help: check how the path is written",
    ];
    assert_eq!(shown[..3], first, "{contents}");
    assert!(
        shown[3].starts_with(r#"  {"file":"a.ron","code":"W001""#),
        "{contents}"
    );
    assert_eq!(shown[shown.len() - 2..], ["]", "ended 2"], "{contents}");
}
