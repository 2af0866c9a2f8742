//! The program on a disk that is full: it says so, and one key saves elsewhere, where work goes on.

#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "helpers of tests")]

#[allow(dead_code, reason = "other tests use the rest")]
mod tty;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tty::{Setup, Tty};

/// The program on a journey that fills its disk, in a mount namespace of its own.
const RUN: &str = r#"exec unshare --mount sh -mc '
    mkdir "$FILES/disk" && mount -t tmpfs -o size=80k none "$FILES/disk"
    cp "$JOURNEY" "$FILES/disk/stay.ron"
    cat /dev/zero >"$FILES/disk/rest" 2>/dev/null
    "$TOUCHLINE" --lang "$SPEAKS" "$FILES/disk/stay.ron"; echo "ended $?"
    cmp "$FILES/disk/stay.ron" "$JOURNEY" && ls -A "$FILES/disk" | xargs >"$FILES/left"
    read line'"#;

fn may_mount() -> bool {
    let run = Command::new("unshare").args(["--mount", "true"]).output();
    let may = run.is_ok_and(|out| out.status.success());
    if !may {
        eprintln!("SKIPPED: a full disk: no right to mount");
    }
    may
}

fn journey() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("journeys/hotel-stay.ron")
}

fn start(lang: &str, home: &Path) -> Tty {
    let at = |name: &str| home.join(name).to_str().unwrap().to_owned();
    let env = vec![
        ("TOUCHLINE", env!("CARGO_BIN_EXE_touchline").to_owned()),
        ("JOURNEY", journey().to_str().unwrap().to_owned()),
        ("SPEAKS", lang.to_owned()),
        ("LC_ALL", "en_US.UTF-8".to_owned()),
        ("NO_COLOR", String::new()),
        ("XDG_STATE_HOME", at("state")),
        ("XDG_CONFIG_HOME", at("config")),
        ("HOME", at("")),
    ];
    let setup = Setup {
        env,
        size: (160, 40),
        ..Setup::default()
    };
    let tty = Tty::run(RUN, setup);
    tty.wait_for("Business traveller");
    tty
}

/// What the program says, in one language.
struct Words {
    lang: &'static str,
    cause: &'static str,
    unsaved: &'static str,
    moved: &'static str,
    saved: &'static str,
}

const ENGLISH: Words = Words {
    lang: "en",
    cause: "no space is left",
    unsaved: "● unsaved",
    moved: "you work on this file from now on",
    saved: "Saved",
};

const GERMAN: Words = Words {
    lang: "de",
    cause: "kein Platz mehr",
    unsaved: "● nicht gespeichert",
    moved: "Sie arbeiten ab jetzt an dieser Datei",
    saved: "gespeichert.",
};

/// Saves elsewhere, goes on there, and gives what the file there holds.
fn save_elsewhere(words: &Words, home: &Path, name: &str) -> String {
    let mut tty = start(words.lang, home);
    tty.press("+");
    tty.wait_for(words.unsaved);
    tty.press("\x13");
    tty.wait_for(words.cause);
    tty.wait_for(name);
    tty.wait_for(words.unsaved);
    tty.press("s");
    tty.wait_for(words.moved);
    assert!(!tty.contents().contains(words.unsaved));
    let first = fs::read_to_string(home.join(name)).unwrap();
    assert!(first.contains("emotion: 2,"));
    tty.press("i1");
    tty.wait_for(words.unsaved);
    tty.press("\x13");
    tty.wait_for(words.saved);
    tty.press("q");
    tty.wait_for("ended 0");
    assert_eq!(
        tty.file("left"),
        "rest stay.ron",
        "the full disk is as it was"
    );
    let second = fs::read_to_string(home.join(name)).unwrap();
    assert_ne!(first, second);
    second
}

#[test]
fn a_full_disk_is_named_and_one_key_saves_elsewhere() {
    if !may_mount() {
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let first = save_elsewhere(&ENGLISH, home.path(), "stay.ron");
    // The other way: the name is taken by then, and nothing is written over.
    save_elsewhere(&GERMAN, home.path(), "stay-2.ron");
    assert_eq!(
        fs::read_to_string(home.path().join("stay.ron")).unwrap(),
        first
    );
    let logs = home.path().join("state/touchline/recovery");
    assert_eq!(logs.read_dir().unwrap().count(), 0);
}
