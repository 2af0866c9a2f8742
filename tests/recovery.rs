//! The program killed in the middle of work, on a real terminal: what was typed comes back.

#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "helpers of tests")]

#[allow(dead_code, reason = "other tests use the rest")]
mod tty;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use tty::{Setup, Tty};

/// The program again and again on the same file, each time after a line.
const RUN: &str = "cp \"$JOURNEY\" \"$FILES/stay.ron\"; while true; do \
                   \"$TOUCHLINE\" --lang en \"$FILES/stay.ron\"; echo \"ended $?\"; read line; done";

const UNSAVED: &str = "There is work that was not saved";

fn start() -> (Tty, tempfile::TempDir) {
    start_as(env!("CARGO_BIN_EXE_touchline"))
}

/// Starts a command as the program.
fn start_as(program: &str) -> (Tty, tempfile::TempDir) {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().to_str().unwrap().to_owned();
    let journey = format!("{}/journeys/hotel-stay.ron", env!("CARGO_MANIFEST_DIR"));
    let env = vec![
        ("TOUCHLINE", program.to_owned()),
        ("JOURNEY", journey),
        ("LC_ALL", "en_US.UTF-8".to_owned()),
        ("NO_COLOR", String::new()),
        ("XDG_STATE_HOME", format!("{folder}/state")),
        ("XDG_CONFIG_HOME", format!("{folder}/config")),
        ("HOME", folder),
    ];
    let setup = Setup {
        env,
        ..Setup::default()
    };
    let tty = Tty::run(RUN, setup);
    tty.wait_for("Business traveller");
    (tty, home)
}

fn kill(tty: &Tty, signal: &str) {
    let file = tty.path("stay.ron");
    let pattern = format!("touchline --lang en {}", file.to_str().unwrap());
    let killed = Command::new("pkill")
        .args([signal, "-f", &pattern])
        .status();
    assert!(killed.unwrap().success());
    tty.wait_for("ended");
}

fn again(tty: &mut Tty) {
    tty.press("\n");
}

fn logs(home: &Path) -> usize {
    names_of_logs(home).len()
}

fn names_of_logs(home: &Path) -> Vec<String> {
    let folder = home.join("state/touchline/recovery");
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let names = files.map(|it| it.file_name().to_string_lossy().into_owned());
    names.filter(|it| it.ends_with(".log")).collect()
}

fn emotions(text: &str) -> Vec<&str> {
    text.lines()
        .filter(|line| line.contains(" emotion: "))
        .map(str::trim)
        .collect()
}

#[test]
fn what_was_typed_before_a_kill_comes_back() {
    for signal in ["-KILL", "-TERM", "-HUP"] {
        let (mut tty, home) = start();
        tty.press("+");
        tty.wait_for("unsaved");
        kill(&tty, signal);
        assert_eq!(logs(home.path()), 1, "{signal}");
        again(&mut tty);
        tty.wait_for(UNSAVED);
        tty.wait_for("Emotion: 1 → 2");
        tty.press("r");
        tty.wait_for("Recovered");
        assert_eq!(logs(home.path()), 2, "the old log stays until the save");
        tty.press("\x13");
        tty.wait_for("Saved");
        assert_eq!(logs(home.path()), 0);
        let text = fs::read_to_string(tty.path("stay.ron")).unwrap();
        assert_eq!(emotions(&text)[0], "emotion: 2,");
    }
}

#[test]
fn a_second_crash_loses_nothing_and_asks_once() {
    let (mut tty, home) = start();
    tty.press("+");
    tty.wait_for("unsaved");
    kill(&tty, "-KILL");
    again(&mut tty);
    tty.wait_for(UNSAVED);
    tty.press("r");
    tty.wait_for("Recovered");
    kill(&tty, "-KILL");
    again(&mut tty);
    tty.wait_for(UNSAVED);
    tty.press("r");
    tty.wait_for("Recovered");
    tty.press("\x13");
    tty.wait_for("Saved");
    assert_eq!(logs(home.path()), 0);
}

#[test]
fn what_nobody_wants_is_gone_and_what_waits_is_asked_again() {
    let (mut tty, home) = start();
    tty.press("+");
    tty.wait_for("unsaved");
    kill(&tty, "-KILL");
    again(&mut tty);
    tty.wait_for(UNSAVED);
    tty.press("a");
    tty.wait("no question", |screen| !screen.contents().contains(UNSAVED));
    tty.press("q");
    tty.wait_for("ended 0");
    again(&mut tty);
    tty.wait_for(UNSAVED);
    tty.press("d");
    tty.wait("no question", |screen| !screen.contents().contains(UNSAVED));
    assert_eq!(logs(home.path()), 0);
}

#[test]
fn leaving_without_saving_leaves_no_log() {
    let (mut tty, home) = start();
    tty.press("+");
    tty.wait_for("unsaved");
    assert_eq!(logs(home.path()), 1);
    tty.press("u");
    tty.wait("saved", |screen| !screen.contents().contains("● unsaved"));
    assert_eq!(logs(home.path()), 0);
    tty.press("-");
    tty.wait_for("● unsaved");
    tty.press("q");
    tty.wait_for("quit");
    tty.press("d");
    tty.wait_for("ended 0");
    assert_eq!(logs(home.path()), 0);
}

#[test]
fn what_others_wrote_meanwhile_is_merged_with_what_comes_back() {
    let (mut tty, _home) = start();
    tty.press("+");
    tty.wait_for("unsaved");
    kill(&tty, "-KILL");
    let file = tty.path("stay.ron");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(
        &file,
        text.replace("A colleague recommends us", "A friend recommends us"),
    )
    .unwrap();
    again(&mut tty);
    tty.wait_for(UNSAVED);
    tty.press("r");
    tty.wait_for("Recovered");
    tty.wait_for("A friend");
    tty.press("\x13");
    tty.wait_for("Saved");
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("A friend recommends us"));
    assert_eq!(emotions(&text)[0], "emotion: 2,");
}

/// The program with the first sync of its log refused by the disk.
fn refused_once(folder: &Path) -> Option<String> {
    let found = Command::new("strace").arg("-V").output();
    if !found.is_ok_and(|out| out.status.success()) {
        eprintln!("SKIPPED: a log that the disk refuses: strace not found");
        return None;
    }
    let program = env!("CARGO_BIN_EXE_touchline");
    let refuse = "inject=fdatasync:error=EIO:when=1";
    let script = format!("#!/bin/sh\nexec strace -fqo /dev/null -e {refuse} {program} \"$@\"\n");
    let file = folder.join("refused");
    fs::write(&file, script).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
    Some(file.to_str().unwrap().to_owned())
}

#[test]
fn a_log_that_the_disk_refuses_is_begun_anew() {
    let folder = tempfile::tempdir().unwrap();
    let Some(program) = refused_once(folder.path()) else {
        return;
    };
    let (mut tty, home) = start_as(&program);
    let is_anew = |home: &Path| matches!(&names_of_logs(home)[..], [it] if it.ends_with("-1.log"));
    for rating in (1..=5).cycle().take(2_000) {
        tty.press_and_wait("e");
        tty.press_and_wait(&rating.to_string());
        if is_anew(home.path()) {
            break;
        }
    }
    assert!(is_anew(home.path()), "{:?}", names_of_logs(home.path()));
    tty.press("\x13");
    tty.wait_for("Saved");
    assert_eq!(logs(home.path()), 0);
}
