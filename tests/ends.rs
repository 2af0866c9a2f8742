//! How the program ends when it is not asked to: by signals, with its terminal, out of memory. What
//! was not saved comes back each time, and what others have under way is left alone.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

#[allow(dead_code, reason = "other tests use the rest")]
mod tty;

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use portable_pty::{PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use tty::{Setup, Tty};

/// Tells the number of its process, and how it ended.
const RUN: &str = "sh -c 'echo $$ > \"$FILES/pid\"; exec \"$TOUCHLINE\" --lang en \"$JOURNEY\"'; \
                   echo \"ended $?\"; read line";

const UNSAVED: &str = "There is work that was not saved";

/// A home with a copy of the shipped journey.
fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let shipped = format!("{}/journeys/hotel-stay.ron", env!("CARGO_MANIFEST_DIR"));
    fs::copy(shipped, home.path().join("stay.ron")).unwrap();
    home
}

fn setup(home: &Path) -> Setup {
    let at = |name: &str| home.join(name).to_str().unwrap().to_owned();
    let env = vec![
        ("TOUCHLINE", env!("CARGO_BIN_EXE_touchline").to_owned()),
        ("JOURNEY", at("stay.ron")),
        ("LC_ALL", "C.UTF-8".to_owned()),
        ("NO_COLOR", String::new()),
        ("XDG_STATE_HOME", at("state")),
        ("XDG_CONFIG_HOME", at("config")),
        ("HOME", at("")),
    ];
    Setup {
        env,
        ..Setup::default()
    }
}

/// The program with one edit that is not saved.
fn edited(home: &Path, script: &str) -> Tty {
    let mut tty = Tty::run(script, setup(home));
    tty.wait_for("Business traveller");
    tty.press("+");
    tty.wait_for("● unsaved");
    tty
}

fn send(tty: &Tty, signal: Signal) {
    let pid = tty.file("pid").parse().unwrap();
    kill_process(Pid::from_raw(pid).unwrap(), signal).unwrap();
}

fn logs(home: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(home.join("state/touchline/recovery")).unwrap();
    let paths = files.map(|it| it.unwrap().path());
    let mut logs: Vec<PathBuf> = paths
        .filter(|it| it.extension().is_some_and(|it| it == "log"))
        .collect();
    logs.sort();
    logs
}

fn assert_comes_back(home: &Path) {
    let mut tty = Tty::run(RUN, setup(home));
    tty.wait_for(UNSAVED);
    tty.wait_for("Emotion: 1 → 2");
    tty.press("r");
    tty.wait_for("Recovered");
    tty.press("\x13");
    tty.wait_for("✓ Saved");
    tty.press("q");
    tty.wait_for("ended 0");
    assert!(logs(home).is_empty());
}

#[test]
fn signals_leave_the_terminal_clean_and_the_work_in_the_log() {
    for (signal, code) in [
        (Signal::TERM, 143),
        (Signal::HUP, 129),
        (Signal::INT, 130),
        (Signal::QUIT, 131),
    ] {
        let home = home();
        let tty = edited(home.path(), RUN);
        send(&tty, signal);
        tty.wait_for(&format!("ended {code}"));
        tty.assert_clean();
        drop(tty);
        assert_comes_back(home.path());
    }
}

#[test]
fn ctrl_c_is_a_key() {
    let home = home();
    let mut tty = edited(home.path(), RUN);
    tty.press("\x03");
    tty.wait_for("There are changes that are not saved");
    tty.press("c");
    tty.press("u");
    tty.wait_for("Undone");
}

#[test]
fn a_terminal_that_closes_leaves_the_work_in_the_log() {
    let home = home();
    let script = "trap : HUP; sh -c '\"$TOUCHLINE\" --lang en \"$JOURNEY\"; \
                  echo $? > \"$FILES/status\"'";
    let mut tty = edited(home.path(), script);
    tty.close();
    assert_eq!(tty.file("status"), "129");
    assert_eq!(logs(home.path()).len(), 1);
    drop(tty);
    assert_comes_back(home.path());
}

#[test]
fn a_screen_that_takes_nothing_more_ends_the_program_and_leaves_the_work_in_the_log() {
    let home = home();
    let screen = native_pty_system().openpty(PtySize::default()).unwrap();
    let name = screen.master.tty_name().unwrap();
    let mut setup = setup(home.path());
    setup
        .env
        .push(("SCREEN", name.to_str().unwrap().to_owned()));
    let script = "echo begun; \"$TOUCHLINE\" --lang en \"$JOURNEY\" >\"$SCREEN\"; \
                  echo \"ended $?\"; read line";
    let mut tty = Tty::run(script, setup);
    tty.wait_for("begun");
    tty.press("+");
    wait_for_output(&mut *screen.master.try_clone_reader().unwrap(), "unsaved");
    drop(screen);
    tty.press("?");
    tty.wait_for("ended");
    tty.assert_modes_restored();
    assert!(!tty.contents().contains("ended 0"));
    drop(tty);
    assert_comes_back(home.path());
}

/// Reads what a program writes until this text is among it.
fn wait_for_output(output: &mut dyn Read, text: &str) {
    let mut seen = Vec::new();
    let mut bytes = [0; 4096];
    while !String::from_utf8_lossy(&seen).contains(text) {
        let count = output.read(&mut bytes).unwrap();
        seen.extend(&bytes[..count]);
    }
}

#[test]
fn the_end_of_one_program_leaves_the_log_of_another_alone() {
    let home = home();
    let first = edited(home.path(), RUN);
    let kept = logs(home.path());
    for (signal, ended) in [(Signal::TERM, "ended 143"), (Signal::KILL, "ended 137")] {
        let second = edited(home.path(), RUN);
        assert_eq!(logs(home.path()).len(), 2, "{kept:?}");
        send(&second, signal);
        second.wait_for(ended);
        let left: Vec<PathBuf> = logs(home.path());
        assert!(left.contains(&kept[0]), "{left:?}");
        left.iter()
            .filter(|it| **it != kept[0])
            .for_each(|it| fs::remove_file(it).unwrap());
    }
    send(&first, Signal::KILL);
    first.wait_for("ended 137");
    assert_comes_back(home.path());
}

#[test]
fn work_on_a_file_that_is_gone_comes_back_too() {
    for edits in ["", "+"] {
        let home = home();
        let file = home.path().join("stay.ron");
        let mut tty = Tty::run(RUN, setup(home.path()));
        tty.wait_for("Business traveller");
        tty.press(edits);
        fs::remove_file(&file).unwrap();
        tty.wait_for("stay.ron is gone");
        send(&tty, Signal::KILL);
        tty.wait_for("ended 137");
        let mut tty = Tty::run(RUN, setup(home.path()));
        tty.wait_for(UNSAVED);
        tty.press("r");
        tty.wait_for("Recovered");
        tty.wait_for("Business traveller");
        tty.press("\x13");
        tty.wait_for("✓ Saved");
        assert!(
            fs::read_to_string(&file)
                .unwrap()
                .contains("Business traveller")
        );
        assert!(logs(home.path()).is_empty());
    }
}

/// Rust ends a process that gets no memory at once: no destructor runs, and no hook may be set. What
/// can be had is that the terminal is not touched before the journey is read, and that the log is
/// written with each edit.
#[test]
fn too_little_memory_breaks_neither_the_file_nor_the_terminal_nor_the_log() {
    let home = home();
    let file = home.path().join("stay.ron");
    let first = edited(home.path(), RUN);
    send(&first, Signal::KILL);
    first.wait_for("ended 137");
    let kept = logs(home.path());
    let small = fs::read_to_string(&file).unwrap();
    fs::write(&file, big_journey()).unwrap();
    let script =
        "ulimit -v 60000; \"$TOUCHLINE\" --lang en \"$JOURNEY\"; echo \"ended $?\"; read line";
    let tty = Tty::run(script, setup(home.path()));
    tty.wait_for("memory");
    tty.wait_for("ended");
    assert!(!tty.contents().contains("ended 0"));
    tty.assert_clean();
    assert_eq!(fs::read_to_string(&file).unwrap(), big_journey());
    assert_eq!(logs(home.path()), kept);
    fs::write(&file, small).unwrap();
    assert_comes_back(home.path());
}

fn big_journey() -> String {
    let touchpoint = |n| format!("Touchpoint(id: \"t-{n}\", name: \"Business traveller {n}\"),\n");
    let all: String = (0..60_000).map(touchpoint).collect();
    format!(
        "Journey(schema: 1, title: \"Big\", stages: [Stage(id: \"s\", name: \"S\", touchpoints: [{all}])])"
    )
}
