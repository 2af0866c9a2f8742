//! The conflict screen on a real terminal, in real repositories: git leaves a file in conflict,
//! a person decides, saves and stages.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod repo;
#[allow(dead_code, reason = "other tests use the rest")]
mod tty;

use repo::Repo;
use tty::{Setup, Tty};

const PATH: &str = "journeys/shop.ron";

const SHOP: &str = "#![enable(implicit_some)]\nJourney(\n    schema: 1,\n    title: \"Shop\",\n    stages: [\n        Stage(\n            id: \"buy\",\n            name: \"Buy\",\n            touchpoints: [\n                Touchpoint(\n                    id: \"desk\",\n                    name: \"At the desk\",\n                    emotion: 0,\n                ), // ^desk\n            ],\n        ), // ^buy\n    ],\n)\n";

fn with(from: &str, to: &str) -> String {
    let text = SHOP.replace(from, to);
    assert_ne!(text, SHOP);
    text
}

/// Two branches that changed the same emotion, and each something of its own.
fn repo() -> Repo {
    let repo = Repo::new();
    repo.commit(PATH, SHOP, "First workshop");
    repo.git(["checkout", "-q", "-b", "guests"]);
    let theirs = with("emotion: 0", "emotion: 2").replace("\"Shop\"", "\"Our shop\"");
    repo.commit(PATH, &theirs, "Ask guests");
    repo.git(["checkout", "-q", "main"]);
    let ours = with("emotion: 0", "emotion: -2").replace("\"Buy\"", "\"Choose and buy\"");
    repo.commit(PATH, &ours, "Watch the queue");
    repo
}

fn open(repo: &Repo) -> Tty {
    let home = repo.home().to_str().unwrap().to_owned();
    let env = vec![
        ("TOUCHLINE", env!("CARGO_BIN_EXE_touchline").to_owned()),
        ("REPO", repo.path().to_str().unwrap().to_owned()),
        ("LC_ALL", "en_US.UTF-8".to_owned()),
        ("NO_COLOR", String::new()),
        ("GIT_CONFIG_NOSYSTEM", "1".to_owned()),
        ("XDG_STATE_HOME", format!("{home}/state")),
        ("XDG_CONFIG_HOME", format!("{home}/config")),
        ("HOME", home),
    ];
    let setup = Setup {
        env,
        ..Setup::default()
    };
    Tty::run(
        &format!("cd \"$REPO\"; \"$TOUCHLINE\" {PATH}; echo \"ended $?\"; read line"),
        setup,
    )
}

/// Decides for their side, saves, stages and quits.
fn decide(tty: &mut Tty) {
    tty.wait_for("0 of 1 answered");
    tty.press("t");
    tty.wait_for("All conflicts are answered");
    tty.press("\x13");
    tty.wait_for("stage it");
    tty.press("s");
    tty.wait_for("is staged");
    tty.press("q");
    tty.wait_for("ended 0");
    tty.press("\n");
}

fn resolved() -> String {
    with("emotion: 0", "emotion: 2")
        .replace("\"Shop\"", "\"Our shop\"")
        .replace("\"Buy\"", "\"Choose and buy\"")
}

#[test]
fn a_merge_is_decided_saved_without_markers_and_staged() {
    let repo = repo();
    assert!(!repo.try_git(["merge", "guests"]));
    assert!(repo.read(PATH).contains("<<<<<<<"));
    let mut tty = open(&repo);
    tty.wait_for("main: Watch the queue");
    tty.wait_for("guests: Ask guests");
    decide(&mut tty);
    assert_eq!(repo.read(PATH), resolved());
    assert_eq!(repo.answer(["ls-files", "-u"]), "");
    repo.git(["commit", "-q", "--no-edit"]);
}

#[test]
fn the_history_comes_in_on_screen() {
    let repo = repo();
    let mut tty = open(&repo);
    tty.wait_for("At the desk");
    tty.press("gh");
    tty.wait_for("Watch the queue");
    tty.wait_for("2 versions");
    tty.wait_for("Emotion: 0 → −2");
    tty.press("G\x1b[F\r");
    tty.wait_for("read-only");
    tty.press("q");
    tty.wait_for("2 versions");
    tty.press("q");
    tty.wait_for("ended 0");
    tty.press("\n");
}

#[test]
fn a_rebase_names_its_sides_by_what_they_are() {
    let repo = repo();
    repo.git(["checkout", "-q", "guests"]);
    assert!(!repo.try_git(["rebase", "-q", "main"]));
    let mut tty = open(&repo);
    tty.wait_for("Rebase");
    tty.wait_for("Ask guests");
    decide(&mut tty);
    assert_eq!(repo.read(PATH), resolved());
    assert!(
        repo.command("git")
            .args(["-c", "core.editor=true", "rebase", "--continue"])
            .output()
            .unwrap()
            .status
            .success()
    );
}

#[test]
fn a_stash_and_a_cherry_pick_are_decided_too() {
    let repo = repo();
    assert!(!repo.try_git(["cherry-pick", "guests"]));
    decide(&mut open(&repo));
    assert_eq!(repo.read(PATH), resolved());
    repo.git(["cherry-pick", "--abort"]);
    repo.write(PATH, &with("emotion: 0", "emotion: 1"));
    repo.git(["stash", "-q"]);
    repo.commit(PATH, &with("emotion: 0", "emotion: -1"), "Watch again");
    assert!(!repo.try_git(["stash", "pop"]));
    decide(&mut open(&repo));
    assert!(
        repo.read(PATH).contains("emotion: 1,"),
        "{}",
        repo.read(PATH)
    );
}

#[test]
fn a_file_that_is_staged_by_nobody_stays_in_conflict() {
    let repo = repo();
    assert!(!repo.try_git(["merge", "guests"]));
    let mut tty = open(&repo);
    tty.wait_for("0 of 1 answered");
    tty.press("o\x13");
    tty.wait_for("not now");
    tty.press("n");
    tty.press("q");
    tty.wait_for("ended 0");
    tty.press("\n");
    assert!(!repo.read(PATH).contains("<<<<<<<"));
    assert_ne!(repo.answer(["ls-files", "-u"]), "");
    let mut tty = open(&repo);
    tty.wait_for("git still counts this file as in conflict");
    tty.press("q");
    tty.wait_for("ended 0");
    tty.press("\n");
}
