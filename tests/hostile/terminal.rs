//! The screens of the program itself, on a terminal that keeps every byte it is sent.

use std::collections::BTreeSet;
use std::fs;

use super::commands::setup;
use super::repo::Repo;
use super::sequences::sequences;
use super::texts::{Which, hostile, name, shipped};
use super::tty::Tty;

/// What the program itself sends: modes of the terminal, places, colours, and clearing.
const OWN: [&str; 20] = [
    "[?1049h", "[?1049l", "[?25h", "[?25l", "[?2004h", "[?2004l", "[?2026h", "[?2026l", "[?1000h",
    "[?1000l", "[?1002h", "[?1002l", "[?1006h", "[?1006l", "[?1004h", "[?1004l", "[H", "[m", "[J",
    "[K",
];

const WALK: [&str; 24] = [
    "\x1b[C", "\x1b[B", "\t", "\x1b[B", "\x1b", "go", "\x1b[B", "gm", "\x1b[B", "gt", "gk", "gp",
    "gf", "\x1b[B", "gn", "gh", "?", "\x1b", ":", "\x1b", "/evil\r", "\x1b", "y", " ",
];

#[test]
fn a_walk_through_the_screens_sends_only_what_the_program_means() {
    let repo = Repo::new();
    let file = format!("stay {}.ron", name());
    fs::write(
        repo.path().join(&file),
        hostile(&shipped("hotel-stay"), Which::Words),
    )
    .unwrap();
    repo.git(["add", "-A"]);
    repo.git(["commit", "-qm", &name().replace('\r', "")]);
    let mut setup = setup(&repo.path(), &repo.home());
    setup.env.push(("FILE", file));
    let script = "cd \"$PLACE\" && \"$TOUCHLINE\" \"$FILE\"; echo \"ended $?\"; read line";
    let mut tty = Tty::run(script, setup);
    tty.wait_for("⟦U+001B⟧");
    for keys in WALK {
        tty.press_and_wait(keys);
    }
    // Escape and another key that come together would be one key with Alt.
    tty.press_and_wait("\x1b");
    tty.press_and_wait("\x1b");
    tty.press("\x05");
    tty.wait_for("$EDITOR names");
    tty.press("q");
    tty.wait_for("ended 0");
    tty.assert_clean();
    let found = sequences(&tty.sent());
    let own: BTreeSet<String> = OWN.map(str::to_owned).into();
    let others: Vec<_> = found.controls.difference(&own).collect();
    assert!(others.is_empty(), "{others:?}");
    assert!(!found.commands.is_empty(), "nothing was copied");
    for command in found.commands {
        let copied = command.strip_prefix("52;c;").unwrap();
        let is_base64 = |c: char| c.is_ascii_alphanumeric() || "+/=".contains(c);
        assert!(copied.chars().all(is_base64), "{command:?}");
    }
}
