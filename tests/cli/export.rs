//! `touchline export`: where it is written, and what is refused.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};

use rustix::process::{Pid, Signal, kill_process};

use super::home::{GOOD, Home, with_error};

#[test]
fn the_ending_says_the_format_and_twice_gives_the_same_bytes() {
    let home = Home::with("a.ron", GOOD);
    let ran = home.run(&["export", "a.ron", "-o", "a.json"]);
    assert_eq!((ran.code, &*ran.out, &*ran.err), (Some(0), "", ""));
    let first = home.read("a.json");
    let json: serde_json::Value = serde_json::from_str(&first).unwrap();
    assert_eq!(
        json["Journey"]["stages"][0]["touchpoints"][0]["importance"],
        5
    );
    let ran = home.run(&["export", "a.ron", "-o", "-", "--format", "json"]);
    assert_eq!((ran.code, ran.out), (Some(0), first.clone()));
    home.write("a.json", "old");
    assert_eq!(home.run(&["export", "a.ron", "-o", "a.json"]).code, Some(0));
    assert_eq!(home.read("a.json"), first);
    assert_eq!(
        fs::read_dir(home.path(".")).unwrap().count(),
        2,
        "nothing is left behind"
    );
}

#[test]
fn a_table_for_people_is_in_their_language_and_no_text_is_a_formula() {
    let home = Home::with("a.ron", GOOD.replace("Check-in", r#"=1+1; \"now\""#));
    for (lang, says) in [("en", "Stage,Id,Name,"), ("de", "Phase;Kennung;Name;")] {
        let arguments = ["--lang", lang, "export", "a.ron", "-o"];
        let ran = home.run(&[&arguments[..], &["a.csv"]].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        let file = home.read("a.csv");
        let table = file.strip_prefix('\u{feff}').unwrap();
        assert!(table.starts_with(says), "{table}");
        assert!(table.contains("\"'=1+1; \"\"now\"\"\""), "{table}");
        let ran = home.run(&[&arguments[..], &["-", "--format", "csv"]].concat());
        assert_eq!(ran.out, table, "a pipe needs no mark");
    }
    let ran = home.run(&["export", "a.ron", "-o", "a.facts.csv"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let facts = home.read("a.facts.csv");
    assert!(
        facts.starts_with("kind,id,name,field,item,value\n"),
        "{facts}"
    );
    assert!(
        facts.contains("Touchpoint,desk,\"'=1+1; \"\"now\"\"\",importance,,5\n"),
        "{facts}"
    );
}

#[test]
fn a_diagram_says_what_it_cannot_show() {
    let home = Home::with("a.ron", GOOD);
    let ran = home.run(&["export", "a.ron", "-o", "a.mmd"]);
    assert_eq!(ran.code, Some(0));
    assert!(
        ran.err
            .contains("without emotion, so they stand at 3: Check-in"),
        "{}",
        ran.err
    );
    assert_eq!(
        home.read("a.mmd"),
        "journey\n    title One night\n    section Stay\n      Check-in: 3\n"
    );
}

#[test]
fn a_picture_is_of_the_part_that_its_ending_names() {
    let home = Home::with("a.ron", GOOD);
    for (file, title) in [
        ("a.svg", "Map: One night"),
        ("a.curve.svg", "Emotion curve: One night"),
        ("a.priorities.svg", "What to improve first: One night"),
        ("a.moments.svg", "Moments of Truth: One night"),
    ] {
        let ran = home.run(&["export", "a.ron", "-o", file]);
        assert_eq!((ran.code, &*ran.out), (Some(0), ""));
        assert!(ran.err.contains("all else stays out"), "{}", ran.err);
        let picture = home.read(file);
        assert!(picture.contains(&format!("<title id=\"title\">{title}</title>")));
        let ending = file.split_once('.').unwrap().1;
        let ran = home.run(&["export", "a.ron", "-o", "-", "--format", ending]);
        assert_eq!(ran.out, picture);
    }
}

#[test]
fn what_cannot_be_given_out_is_refused_and_nothing_is_written() {
    let home = Home::with("a.ron", GOOD);
    home.write("broken.ron", "Journey(");
    home.write("company.ron", "Company(schema: 1, name: \"C\")");
    for (arguments, says) in [
        (
            ["a.ron", "-o", "a.docx"],
            "the ending of a.docx says no format",
        ),
        (["a.ron", "-o", "-"], "the ending of - says no format"),
        #[cfg(not(feature = "print"))]
        (["a.ron", "-o", "a.PDF"], "print it in a browser"),
        #[cfg(not(feature = "print"))]
        (["a.ron", "-o", "a.curve.png"], "this build cannot print"),
        (["broken.ron", "-o", "b.json"], "broken.ron"),
        (["company.ron", "-o", "b.json"], "company.ron is no journey"),
        (["no.ron", "-o", "b.json"], "no.ron"),
        (["a.ron", "-o", "no/b.json"], "no"),
    ] {
        let ran = home.run(&[&["export"], &arguments[..]].concat());
        assert_ne!(ran.code, Some(0), "{arguments:?}");
        assert!(ran.err.contains(says), "{arguments:?}: {}", ran.err);
        assert!(!home.path("b.json").exists());
    }
}

#[test]
fn a_journey_with_errors_is_given_out_and_that_is_said() {
    let home = Home::with("a.ron", with_error());
    let ran = home.run(&["export", "a.ron", "-o", "a.json"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("touchline check"), "{}", ran.err);
    assert!(home.read("a.json").contains("\"importance\": 9"));
}

/// What a browser reads a page again for.
const AGAIN: &str = "http-equiv=\"refresh\"";

#[test]
fn what_is_watched_is_written_on_each_save_and_stays_while_the_journey_is_broken() {
    let home = Home::with("a.ron", GOOD);
    let mut command = home.command(&["export", "a.ron", "-o", "a.html", "--watch"]);
    let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let mut wait_for = |text: &str| {
        let mut lines = lines.by_ref().map(|it| it.unwrap());
        assert!(lines.any(|line| line.contains(text)), "{text}");
    };
    wait_for("written again on each save");
    assert!(home.read("a.html").contains(AGAIN));
    home.write("a.ron", GOOD.replace("Check-in", "Key in hand"));
    wait_for("a.html is written");
    let good = home.read("a.html");
    assert!(good.contains("Key in hand") && good.contains(AGAIN));
    home.write("a.ron", "Journey(");
    wait_for("a.html stays as it was");
    assert_eq!(home.read("a.html"), good);
    fs::rename(home.path("a.ron"), home.path("b.ron")).unwrap();
    wait_for("a.html stays as it was");
    home.write("a.ron", GOOD);
    wait_for("a.html is written");
    let pid = Pid::from_raw(child.id().try_into().unwrap()).unwrap();
    kill_process(pid, Signal::INT).unwrap();
    wait_for("a.html is written");
    assert_eq!(child.wait().unwrap().code(), Some(0));
    let last = home.read("a.html");
    assert!(last.contains("Check-in") && !last.contains(AGAIN));
}

#[test]
fn a_file_is_opened_by_the_program_of_the_system_without_a_shell() {
    if cfg!(target_os = "macos") {
        return;
    }
    let home = Home::with("a.ron", GOOD);
    let file = "-a $(b) \"c\";.svg";
    let output = format!("--output={file}");
    let arguments = ["export", "a.ron", &output, "--open"];
    let ran = home.run(&arguments);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.err.contains("there is no screen to open"),
        "{}",
        ran.err
    );
    assert!(home.path(file).exists());
    let opened = home.path("opened");
    let made = Command::new("mkfifo").arg(&opened).status().unwrap();
    assert!(made.success());
    home.write(
        "bin/xdg-open",
        format!("#!/bin/sh\necho \"$#:$1\" > {}\n", opened.display()),
    );
    fs::set_permissions(home.path("bin/xdg-open"), fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = home.command(&arguments);
    command.env("DISPLAY", ":0").env("PATH", home.path("bin"));
    let ran = super::home::ran(&mut command);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let said = fs::read_to_string(opened).unwrap();
    assert_eq!(said.trim_end(), format!("1:{}", home.path(file).display()));
}

#[test]
fn a_stream_is_neither_watched_nor_opened() {
    let home = Home::with("a.ron", GOOD);
    for arguments in [
        ["-", "-o", "a.html", "--watch", "--format=html"],
        ["a.ron", "-o", "-", "--watch", "--format=html"],
        ["a.ron", "-o", "-", "--open", "--format=html"],
    ] {
        let ran = home.run(&[&["export"], &arguments[..]].concat());
        assert_eq!(ran.code, Some(2), "{arguments:?}");
        assert!(ran.err.contains("name files"), "{}", ran.err);
    }
}
