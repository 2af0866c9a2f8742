//! `touchline completions` and `touchline man`.

use std::process::{Command, Stdio};

use super::home::Home;

const SUBCOMMANDS: [&str; 11] = [
    "new",
    "check",
    "fmt",
    "show",
    "merge",
    "import",
    "git",
    "textconv",
    "config",
    "completions",
    "man",
];

#[test]
fn every_shell_gets_its_script() {
    let home = Home::new();
    let mut scripts = Vec::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let ran = home.run(&["completions", shell]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{shell}");
        for word in SUBCOMMANDS.into_iter().chain(["explain", "template"]) {
            assert!(ran.out.contains(word), "{shell}: {word}");
        }
        assert!(!scripts.contains(&ran.out), "{shell}");
        scripts.push(ran.out);
    }
    assert_eq!(home.run(&["completions"]).code, Some(2));
    assert_eq!(home.run(&["completions", "tcsh"]).code, Some(2));
}

#[test]
fn bash_takes_its_script() {
    let home = Home::with(
        "touchline.bash",
        Home::new().run(&["completions", "bash"]).out,
    );
    let mut bash = Command::new("bash");
    bash.args(["--norc", "-c"]).stdin(Stdio::null());
    bash.arg(
        ". \"$0\"; COMP_WORDS=(touchline ch); COMP_CWORD=1; _touchline touchline ch touchline; echo \"${COMPREPLY[@]}\"",
    );
    let Ok(done) = bash.arg(home.path("touchline.bash")).output() else {
        eprintln!("NOT TESTED: no bash here");
        return;
    };
    assert_eq!(String::from_utf8_lossy(&done.stdout), "check\n");
}

#[test]
fn the_manual_page_has_its_sections() {
    let ran = Home::new().run(&["man"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let sections: Vec<&str> = ran
        .out
        .lines()
        .filter_map(|line| line.strip_prefix(".SH "))
        .collect();
    assert_eq!(
        sections,
        [
            "NAME",
            "SYNOPSIS",
            "DESCRIPTION",
            "OPTIONS",
            "\"TOUCHLINE NEW\"",
            "\"TOUCHLINE CHECK\"",
            "\"TOUCHLINE FMT\"",
            "\"TOUCHLINE SHOW\"",
            "\"TOUCHLINE LOG\"",
            "\"TOUCHLINE MERGE\"",
            "\"TOUCHLINE IMPORT\"",
            "\"TOUCHLINE IMPORT SURVEY\"",
            "\"TOUCHLINE IMPORT MAP\"",
            "\"TOUCHLINE EXPORT\"",
            "\"TOUCHLINE GIT\"",
            "\"TOUCHLINE GIT INSTALL\"",
            "\"TOUCHLINE GIT UNINSTALL\"",
            "\"TOUCHLINE GIT STATUS\"",
            "\"TOUCHLINE TEXTCONV\"",
            "\"TOUCHLINE DIFF\"",
            "\"TOUCHLINE CONFIG\"",
            "\"TOUCHLINE COMPLETIONS\"",
            "\"TOUCHLINE MAN\"",
            "\"EXIT CODES\"",
            "VERSION",
        ]
    );
    assert_eq!(
        ran.out.matches("\\fB\\-\\-lang\\fR \\fI").count(),
        1,
        "global options once"
    );
    assert!(
        ran.out.starts_with(".ie") || ran.out.starts_with(".TH touchline 1"),
        "{}",
        ran.out
    );
}
