//! A file that others change while it is open, on a real terminal: in git, by other programs, and
//! by the program itself in another terminal.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

#[allow(dead_code, reason = "other tests use the rest")]
mod tty;

use std::fs::{self, File, Permissions};
use std::io::Write;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use tty::{Setup, Tty};

const RUN: &str = "\"$TOUCHLINE\" --lang en \"$JOURNEY\"; echo \"ended $?\"; read line";

const ASKED: &str = "The file was changed meanwhile";

/// A folder with a copy of the shipped journey, and a home of its own.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let shipped = format!("{}/journeys/hotel-stay.ron", env!("CARGO_MANIFEST_DIR"));
        let desk = Desk { folder };
        fs::copy(shipped, desk.file()).unwrap();
        fs::create_dir(desk.folder.path().join("home")).unwrap();
        desk
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("stay.ron")
    }

    fn text(&self) -> String {
        fs::read_to_string(self.file()).unwrap()
    }

    fn env(&self) -> Vec<(&'static str, String)> {
        let home = self.folder.path().join("home");
        let at = |name: &str| home.join(name).to_str().unwrap().to_owned();
        vec![
            ("TOUCHLINE", env!("CARGO_BIN_EXE_touchline").to_owned()),
            ("JOURNEY", self.file().to_str().unwrap().to_owned()),
            ("LC_ALL", "C.UTF-8".to_owned()),
            ("NO_COLOR", String::new()),
            ("XDG_STATE_HOME", at("state")),
            ("XDG_CONFIG_HOME", at("config")),
            ("HOME", at("")),
        ]
    }

    /// The program on the journey.
    fn open(&self) -> Tty {
        self.run(RUN, (80, 24))
    }

    fn open_wide(&self) -> Tty {
        self.run(RUN, (200, 50))
    }

    fn run(&self, script: &str, size: (u16, u16)) -> Tty {
        let setup = Setup {
            size,
            env: self.env(),
            ..Setup::default()
        };
        let tty = Tty::run(script, setup);
        tty.wait_for("Business traveller");
        tty
    }

    fn git(&self, arguments: &[&str]) {
        assert!(self.try_git(arguments), "git {arguments:?}");
    }

    fn try_git(&self, arguments: &[&str]) -> bool {
        let mut git = Command::new("git");
        git.current_dir(self.folder.path()).args(arguments);
        for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
            git.env_remove(name);
        }
        git.env("HOME", self.folder.path().join("home"));
        git.env("GIT_CONFIG_NOSYSTEM", "1");
        for (name, value) in [("NAME", "Ada"), ("EMAIL", "ada@example.org")] {
            git.env(format!("GIT_AUTHOR_{name}"), value);
            git.env(format!("GIT_COMMITTER_{name}"), value);
        }
        git.output().unwrap().status.success()
    }
}

fn reworded(text: &str) -> String {
    let other = text.replace("Compares rooms", "Weighs rooms");
    assert_ne!(other, text);
    other
}

fn quit(tty: &mut Tty) {
    tty.press("q");
    tty.wait_for("ended 0");
    tty.assert_clean();
}

/// The unsaved edit is in the screens and its log when its mark is there.
fn edit(tty: &mut Tty) {
    tty.press("+");
    tty.wait_for("● unsaved");
}

#[test]
fn a_checkout_under_an_open_map_is_followed_and_undo_stays_honest() {
    let desk = Desk::new();
    desk.git(&["init", "-q", "-b", "main"]);
    desk.git(&["add", "stay.ron"]);
    desk.git(&["commit", "-qm", "as it was"]);
    let before = desk.text();
    desk.git(&["checkout", "-qb", "reworded"]);
    fs::write(desk.file(), reworded(&before)).unwrap();
    desk.git(&["commit", "-qam", "reworded"]);
    let mut tty = desk.open();
    tty.wait_for("Weighs rooms");
    desk.git(&["checkout", "-q", "main"]);
    tty.wait_for("Compares rooms");
    tty.wait_for("is read again");
    desk.git(&["checkout", "-q", "reworded"]);
    tty.wait_for("Weighs rooms");
    tty.press("u");
    tty.wait_for("Compares rooms");
    tty.wait_for("● unsaved");
    tty.press("\x13");
    tty.wait_for("would be gone");
    tty.press("c");
    tty.press("\x12");
    tty.wait_for("Weighs rooms");
    quit(&mut tty);
    assert_eq!(desk.text(), reworded(&before));
}

#[test]
fn the_history_on_the_screen_follows_a_checkout() {
    let desk = Desk::new();
    desk.git(&["init", "-q", "-b", "main"]);
    desk.git(&["add", "stay.ron"]);
    desk.git(&["commit", "-qm", "as it was"]);
    let mut tty = desk.open();
    tty.press("gh");
    tty.wait_for("as it was");
    fs::write(desk.file(), reworded(&desk.text())).unwrap();
    desk.git(&["commit", "-qam", "other words"]);
    tty.wait_for("other words");
    quit(&mut tty);
}

#[test]
fn a_merge_in_git_that_conflicts_under_an_open_map_is_decided_there() {
    let desk = Desk::new();
    let before = desk.text();
    let commit = |text: &str| {
        fs::write(desk.file(), text).unwrap();
        desk.git(&["add", "stay.ron"]);
        desk.git(&["commit", "-qm", "a version"]);
    };
    desk.git(&["init", "-q", "-b", "main"]);
    commit(&before);
    desk.git(&["checkout", "-qb", "theirs"]);
    commit(&reworded(&before));
    desk.git(&["checkout", "-q", "main"]);
    commit(&before.replace("Compares rooms", "Counts rooms"));
    let mut tty = desk.open();
    tty.wait_for("Counts rooms");
    assert!(!desk.try_git(&["merge", "-q", "theirs"]));
    tty.wait_for("git left this file in conflict");
    tty.press("t");
    tty.wait_for("All");
    tty.press("\x13");
    tty.wait_for("Tell git");
    tty.press("s");
    tty.wait_for("is staged");
    assert_eq!(desk.text(), reworded(&before));
    tty.press("q");
    tty.wait_for("ended 0");
}

#[test]
fn a_change_elsewhere_is_merged_with_what_is_unsaved() {
    let desk = Desk::new();
    let mut tty = desk.open();
    edit(&mut tty);
    fs::write(desk.file(), reworded(&desk.text())).unwrap();
    tty.wait_for(ASKED);
    tty.wait_for("go together.");
    tty.press("m");
    tty.wait_for("merged into what you have");
    tty.wait_for("Weighs rooms");
    tty.press("\x13");
    tty.wait_for("✓ Saved");
    let text = desk.text();
    assert!(
        text.contains("Weighs rooms") && text.contains("emotion: 2,"),
        "{text}"
    );
    quit(&mut tty);
}

#[test]
fn a_file_replaced_by_rename_and_one_with_an_older_time_and_the_same_size_are_seen() {
    let desk = Desk::new();
    let mut tty = desk.open();
    let other = desk.folder.path().join("other");
    fs::write(&other, reworded(&desk.text())).unwrap();
    fs::rename(&other, desk.file()).unwrap();
    tty.wait_for("Weighs rooms");
    let before = fs::metadata(desk.file()).unwrap();
    let same_size = desk.text().replace("Weighs rooms", "Counts rooms");
    let mut file = File::options().write(true).open(desk.file()).unwrap();
    file.write_all(same_size.as_bytes()).unwrap();
    file.set_modified(before.modified().unwrap() - Duration::from_secs(86_400))
        .unwrap();
    let now = file.metadata().unwrap();
    assert_eq!((now.ino(), now.size()), (before.ino(), before.size()));
    tty.wait_for("Counts rooms");
    quit(&mut tty);
}

#[test]
fn a_mere_touch_or_another_mode_says_nothing() {
    let desk = Desk::new();
    let mut tty = desk.open();
    edit(&mut tty);
    let file = File::options().write(true).open(desk.file()).unwrap();
    file.set_modified(std::time::SystemTime::now()).unwrap();
    fs::set_permissions(desk.file(), Permissions::from_mode(0o640)).unwrap();
    // What follows is seen at a later look than the touch.
    fs::write(desk.file(), reworded(&desk.text())).unwrap();
    tty.wait_for(ASKED);
    tty.press("k");
    tty.wait_for("! file changed");
    tty.press("\x13");
    tty.wait_for("those changes are merged in,");
    assert!(desk.text().contains("Weighs rooms"));
    fs::set_permissions(desk.file(), Permissions::from_mode(0o600)).unwrap();
    fs::remove_file(desk.file()).unwrap();
    tty.wait_for("is gone");
    tty.press("q");
    tty.wait_for("discard");
    tty.press("d");
    tty.wait_for("ended 0");
}

#[test]
fn a_deleted_file_is_said_is_unsaved_and_is_written_anew_after_a_question() {
    let desk = Desk::new();
    let before = desk.text();
    let mut tty = desk.open();
    fs::remove_file(desk.file()).unwrap();
    tty.wait_for("stay.ron is gone");
    tty.wait_for("● unsaved");
    tty.press("\x13");
    tty.wait_for("written anew");
    assert!(!desk.file().exists());
    tty.press("s");
    tty.wait_for("✓ Saved");
    assert_eq!(desk.text(), before);
    quit(&mut tty);
}

#[test]
fn a_file_truncated_and_then_completed_is_never_an_empty_journey() {
    let desk = Desk::new();
    let text = reworded(&desk.text());
    let (half, rest) = text.split_at(text.len() / 2);
    let mut tty = desk.open();
    let mut file = File::create(desk.file()).unwrap();
    file.write_all(half.as_bytes()).unwrap();
    tty.wait_for("cannot be read as a journey now");
    tty.wait_for("Compares rooms");
    file.write_all(rest.as_bytes()).unwrap();
    tty.wait_for("Weighs rooms");
    tty.wait("nothing unsaved", |screen| {
        !screen.contents().contains("unsaved")
    });
    quit(&mut tty);
}

#[test]
fn what_is_being_typed_is_not_disturbed() {
    let desk = Desk::new();
    let mut tty = desk.open();
    tty.press("oFast lane");
    tty.wait_for("Fast lane");
    fs::write(desk.file(), reworded(&desk.text())).unwrap();
    let mut other = desk.open();
    other.wait_for("Weighs rooms");
    tty.press(" inside");
    tty.wait_for("Fast lane inside");
    assert!(!tty.contents().contains(ASKED));
    tty.press("\r\r");
    tty.wait_for(ASKED);
    tty.press("m");
    tty.wait_for("Weighs rooms");
    tty.press("\x13");
    tty.wait_for("✓ Saved");
    let text = desk.text();
    assert!(
        text.contains("Fast lane inside") && text.contains("Weighs rooms"),
        "{text}"
    );
    quit(&mut tty);
    quit(&mut other);
}

#[test]
fn two_programs_on_one_file_lose_nothing() {
    let desk = Desk::new();
    let mut one = desk.open_wide();
    let mut two = desk.open_wide();
    for round in 0..3 {
        one.press(&format!("aFrom one {round}\r"));
        one.wait_for(&format!("From one {round}"));
        one.press("\x13");
        one.wait_for("✓ Saved");
        two.wait_for(&format!("From one {round}"));
        two.press(&format!("aFrom two {round}\r"));
        two.wait_for(&format!("From two {round}"));
        two.press("\x13");
        two.wait_for("✓ Saved");
        one.wait_for(&format!("From two {round}"));
    }
    let text = desk.text();
    for round in 0..3 {
        for who in ["one", "two"] {
            assert!(text.contains(&format!("From {who} {round}")), "{text}");
        }
    }
    quit(&mut one);
    quit(&mut two);
}

#[test]
fn two_programs_with_unsaved_edits_merge_and_neither_log_is_lost() {
    let desk = Desk::new();
    let mut one = desk.open();
    let mut two = desk.open();
    one.press("aFrom one\r");
    one.wait_for("From one");
    two.press("aFrom two\r");
    two.wait_for("From two");
    assert_eq!(logs(&desk).len(), 2);
    one.press("\x13");
    one.wait_for("✓ Saved");
    two.wait_for(ASKED);
    assert_eq!(logs(&desk).len(), 1, "the other's log stays");
    two.press("m");
    two.wait_for("merged into");
    two.press("\x13");
    two.wait_for("✓ Saved");
    one.wait_for("From two");
    let text = desk.text();
    assert!(text.contains("From one") && text.contains("From two"));
    quit(&mut one);
    quit(&mut two);
}

fn logs(desk: &Desk) -> Vec<PathBuf> {
    let folder = desk.folder.path().join("home/state/touchline/recovery");
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = files.map(|it| it.path());
    paths
        .filter(|it| it.extension().is_some_and(|it| it == "log"))
        .collect()
}

#[test]
fn the_company_beside_the_journey_is_followed() {
    let desk = Desk::new();
    let company = |owner: &str| {
        let text = format!(
            "Company(schema: 1, name: \"C\", departments: [Department(id: \"{owner}\", name: \"Owner of all\")])"
        );
        write_at_once(&desk.folder.path().join("company.ron"), &text);
    };
    company("nobody");
    let text = "Journey(schema: 1, title: \"Business traveller\", stages: [Stage(id: \"s\", \
                name: \"S\", touchpoints: [Touchpoint(id: \"t\", name: \"T\", owner: \"boss\")])])";
    fs::write(desk.file(), text).unwrap();
    let mut tty = desk.open();
    tty.wait_for("1 error");
    company("boss");
    tty.wait("no error", |screen| !screen.contents().contains("1 error"));
    fs::remove_file(desk.folder.path().join("company.ron")).unwrap();
    tty.wait_for("1 error");
    quit(&mut tty);
}

fn write_at_once(path: &Path, text: &str) {
    let beside = path.with_extension("tmp");
    fs::write(&beside, text).unwrap();
    fs::rename(beside, path).unwrap();
}
