//! What reaches a terminal, a pipe or a full disk.

use std::fs::File;
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use super::home::{GOOD, Home, TODAY, ran, with_error};

const HOSTILE: &str = "a\u{1b}[31m\n::error::\u{202e}b.ron";
const SHOWN: &str = "a⟦U+001B⟧[31m↵::error::⟦U+202E⟧b.ron";

#[test]
fn hostile_names_are_shown_and_not_obeyed() {
    let home = Home::with(HOSTILE, with_error());
    let ran = home.check(&["."]);
    assert!(
        ran.out.contains(&format!("--> {SHOWN}:14:33")),
        "{}",
        ran.out
    );
    let ran = home.check(&[HOSTILE, "--format", "github"]);
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
    let name = "file=a⟦U+001B⟧[31m%0A%3A%3Aerror%3A%3A⟦U+202E⟧b.ron,line=14";
    assert!(ran.out.contains(name), "{}", ran.out);
    let ran = home.check(&[HOSTILE, "--format", "json"]);
    assert!(
        ran.out
            .contains(r#""file":"a\u001b[31m\n::error::\u202eb.ron""#),
        "{}",
        ran.out
    );
    let ran = home.run(&["fmt", "--check", "no\u{1b}[2Jne"]);
    assert!(
        ran.err.contains("no⟦U+001B⟧[2Jne does not exist"),
        "{}",
        ran.err
    );
    let ran = home.run(&["new", "new\u{1b}[2J"]);
    let written =
        "note: new⟦U+001B⟧[2J.ron is written; open it with `touchline 'new⟦U+001B⟧[2J.ron'`";
    assert!(ran.err.starts_with(written), "{}", ran.err);
    let ran = home.run(&["check", "--\u{9b}2J\u{202e}x"]);
    assert!(ran.err.contains("--⟦U+009B⟧2J⟦U+202E⟧x"), "{}", ran.err);
}

#[test]
fn hostile_texts_are_shown_and_not_obeyed() {
    let text = with_error().replace("importance", "/* \u{1b}[2J\u{9b}\u{202e} */ importance");
    let home = Home::with("a.ron", text.replace("One night", "One\u{1b}]0;x\u{7}"));
    for arguments in [["check", "a.ron"], ["show", "a.ron"]] {
        let ran = ran(home.command(&arguments).args(TODAY));
        assert!(ran.out.contains("⟦U+001B⟧"), "{}", ran.out);
        assert!(
            !ran.out.contains(['\u{1b}', '\u{9b}', '\u{202e}', '\u{7}']),
            "{:?}",
            ran.out
        );
    }
}

#[test]
fn a_name_that_is_no_text_is_read_and_shown() {
    let home = Home::new();
    let name = std::ffi::OsStr::from_bytes(b"a\xFF.ron");
    home.write(Path::new(name), with_error());
    let ran = home.check(&["."]);
    assert!(ran.out.contains("--> a\u{FFFD}.ron:14:33"), "{}", ran.out);
}

#[test]
fn colours_come_when_they_are_asked_for() {
    let home = Home::with("a.ron", with_error());
    let colored = |arguments: &[&str], no_color: &str| {
        let mut command = home.command(&["check", "a.ron"]);
        ran(command.args(arguments).env("NO_COLOR", no_color))
            .out
            .contains('\u{1b}')
    };
    assert!(!colored(&[], ""), "not into a pipe");
    assert!(colored(&["--color", "always"], ""));
    assert!(
        colored(&["--color", "always"], "1"),
        "the argument is nearer than the variable"
    );
    assert!(!colored(&["--color", "never"], ""));
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let home = Home::with("a.ron", with_error());
    for arguments in [
        &["check", "a.ron"][..],
        &["show", "a.ron"],
        &["new", "-"],
        &["completions", "zsh"],
        &["man"],
        &["--help"],
    ] {
        let (reader, writer) = io::pipe().unwrap();
        drop(reader);
        let ran = ran(home.command(arguments).stdout(writer));
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{arguments:?}");
    }
}

#[test]
fn a_full_disk_is_an_error() {
    let Ok(full) = File::options().write(true).open("/dev/full") else {
        eprintln!("NOT TESTED: no /dev/full here");
        return;
    };
    let home = Home::with("a.ron", GOOD);
    let ran = ran(home
        .command(&["show", "a.ron", "--lang", "de"])
        .stdout(full));
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.err.contains("Das Ergebnis lässt sich nicht schreiben"),
        "{}",
        ran.err
    );
}
