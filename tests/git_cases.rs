//! The cases of a merge, one a row, through the real git with the driver installed; and what is left
//! of a journey where they conflict, cannot be merged by id, or meet a program that does not work.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod repo;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Output;

use repo::Repo;

const PROGRAM: &str = env!("CARGO_BIN_EXE_touchline");

const PATH: &str = "journeys/shop.ron";

const BASE: &str = r#"Journey(
    schema: 1,
    title: "Shop",
    stages: [
        Stage(
            id: "buy",
            name: "Buy",
            touchpoints: [
                // The first contact.
                Touchpoint(
                    id: "web",
                    name: "Website",
                    emotion: 0,
                    pains: [
                        "slow",
                    ],
                ), // ^web
                Touchpoint(
                    id: "desk",
                    name: "Desk",
                    emotion: 0,
                ), // ^desk
            ],
        ), // ^buy
        Stage(
            id: "after",
            name: "After",
            touchpoints: [
                Touchpoint(
                    id: "help",
                    name: "Help",
                    emotion: 0,
                ), // ^help
            ],
        ), // ^after
    ],
)
"#;

const DESK: &str = r#"                Touchpoint(
                    id: "desk",
                    name: "Desk",
                    emotion: 0,
                ), // ^desk
"#;

const WEB_NAME: (&str, &str) = ("\"Website\"", "\"Web shop\"");
const WEB_GLAD: (&str, &str) = ("emotion: 0", "emotion: 2");
const WEB_SAD: (&str, &str) = ("emotion: 0", "emotion: -2");
const TITLE: (&str, &str) = ("\"Shop\"", "\"Our shop\"");
const NO_DESK: (&str, &str) = (DESK, "");
const DESK_NAME: (&str, &str) = ("\"Desk\"", "\"Counter\"");

/// The first place of each text replaced.
fn with(changes: &[(&str, &str)]) -> String {
    edit(BASE, changes)
}

fn edit(text: &str, changes: &[(&str, &str)]) -> String {
    changes.iter().fold(text.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    })
}

/// The desk goes behind the help, with these changes to it.
fn desk_moved(changes: &[(&str, &str)]) -> String {
    let end = "                ), // ^help\n";
    with(&[NO_DESK, (end, &format!("{end}{}", edit(DESK, changes)))])
}

/// A repository whose git knows the driver, and finds the program.
struct Site {
    repo: Repo,
    path: String,
}

impl Site {
    fn new() -> Site {
        let repo = Repo::new();
        let folder = repo.home().join("bin");
        fs::create_dir(&folder).unwrap();
        let path = std::env::var("PATH").unwrap();
        let site = Site {
            path: format!("{}:{path}", folder.display()),
            repo,
        };
        site.program(&format!("exec '{PROGRAM}' \"$@\""));
        site.repo.commit("journeys/any.ron", BASE, "Start");
        let mut install = site.repo.command(PROGRAM);
        let output = install.args(["git", "install", "--yes"]).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        site.git(&["add", ".gitattributes"]);
        site.git(&["commit", "-qm", "Attributes"]);
        site
    }

    /// What git finds as `touchline`.
    fn program(&self, script: &str) {
        let file = self.repo.home().join("bin/touchline");
        fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn output(&self, arguments: &[&str]) -> Output {
        let mut git = self.repo.command("git");
        git.env("PATH", &self.path).args(arguments);
        git.output().unwrap()
    }

    /// git ended well.
    fn try_git(&self, arguments: &[&str]) -> bool {
        self.output(arguments).status.success()
    }

    #[track_caller]
    fn git(&self, arguments: &[&str]) -> String {
        let output = self.output(arguments);
        assert!(output.status.success(), "git {arguments:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// The base on `main`, theirs on `topic`, ours on `main` again.
    #[track_caller]
    fn branches(path: &str, [base, ours, theirs]: [&str; 3]) -> Site {
        let site = Site::new();
        if !base.is_empty() {
            site.repo.commit(path, base, "Base");
        }
        site.git(&["checkout", "-qb", "topic"]);
        site.repo.commit(path, theirs, "Theirs");
        site.git(&["checkout", "-q", "main"]);
        site.repo.commit(path, ours, "Ours");
        site
    }

    fn unmerged(&self) -> String {
        self.git(&["ls-files", "-u"])
    }
}

#[test]
fn every_verb_leaves_markers_around_the_one_field() {
    let (ours, theirs) = (with(&[WEB_GLAD, TITLE]), with(&[WEB_SAD, DESK_NAME]));
    for verb in ["merge", "rebase", "cherry-pick", "revert", "stash"] {
        let site = Site::branches(PATH, [BASE, &ours, &theirs]);
        let ended = match verb {
            "merge" => site.try_git(&["merge", "-q", "topic"]),
            "rebase" => site.try_git(&["rebase", "-q", "topic"]),
            "cherry-pick" => site.try_git(&["cherry-pick", "topic"]),
            "revert" => {
                site.repo.commit(
                    PATH,
                    &edit(&ours, &[("emotion: 2", "emotion: 1"), DESK_NAME]),
                    "More",
                );
                site.try_git(&["revert", "--no-edit", "HEAD~1"])
            }
            _ => {
                site.git(&["checkout", "-q", "HEAD~1"]);
                site.repo.write(PATH, &theirs);
                site.git(&["stash", "-q"]);
                site.git(&["checkout", "-q", "main"]);
                site.try_git(&["stash", "pop", "-q"])
            }
        };
        assert!(!ended, "{verb}");
        assert_eq!(site.unmerged().lines().count(), 3, "{verb}");
        let text = site.repo.read(PATH);
        assert_eq!(text.matches("<<<<<<<").count(), 1, "{verb}: {text}");
        let hunk = text.split_once("<<<<<<<").unwrap().1;
        let hunk = hunk.split_once(">>>>>>>").unwrap().0;
        assert!(
            hunk.lines().count() <= 6 && hunk.contains("emotion"),
            "{verb}: {text}"
        );
        assert!(text.contains("\"Counter\""), "{verb}: {text}");
        assert_eq!(
            text.contains("\"Our shop\""),
            verb != "revert",
            "{verb}: {text}"
        );
    }
}

/// Merges each row, named: ours, theirs, and the text that comes of it.
fn merge_all(cases: impl IntoIterator<Item = (&'static str, String, String, String)>) {
    for (name, ours, theirs, expected) in cases {
        let site = Site::branches(PATH, [BASE, &ours, &theirs]);
        let merged = site.output(&["merge", "-q", "-m", "Merge", "topic"]);
        assert!(merged.status.success(), "{name}: {merged:?}");
        assert_eq!(site.repo.read(PATH), expected, "{name}");
    }
}

#[test]
fn places_and_additions_merge_through_git() {
    let new = |id: &str| {
        format!(
            "                Touchpoint(\n                    id: \"{id}\",\n                    name: \"{id}\",\n                ), // ^{id}\n"
        )
    };
    let add = |text: &str, ids: &[&str]| {
        let all: String = ids.iter().map(|id| new(id)).collect();
        edit(text, &[(DESK, &format!("{DESK}{all}"))])
    };
    let pain = |text: &str| with(&[("\"slow\",\n", text)]);
    let gap = "                        ";
    merge_all([
        (
            "move | edit",
            desk_moved(&[]),
            with(&[DESK_NAME]),
            desk_moved(&[DESK_NAME]),
        ),
        (
            "edit | move",
            with(&[DESK_NAME]),
            desk_moved(&[]),
            desk_moved(&[DESK_NAME]),
        ),
        (
            "same move",
            desk_moved(&[]),
            desk_moved(&[]),
            desk_moved(&[]),
        ),
        (
            "insert | insert",
            add(BASE, &["a"]),
            add(BASE, &["b"]),
            add(BASE, &["a", "b"]),
        ),
        (
            "add same",
            add(BASE, &["a"]),
            add(BASE, &["a"]),
            add(BASE, &["a"]),
        ),
        (
            "delete | delete",
            with(&[NO_DESK]),
            with(&[NO_DESK]),
            with(&[NO_DESK]),
        ),
        (
            "delete | edit neighbour",
            with(&[NO_DESK]),
            with(&[WEB_NAME, TITLE]),
            with(&[NO_DESK, WEB_NAME, TITLE]),
        ),
        (
            "pain | pain",
            pain(&format!("\"slow\",\n{gap}\"loud\",\n")),
            pain(&format!("\"slow\",\n{gap}\"late\",\n")),
            pain(&format!("\"slow\",\n{gap}\"loud\",\n{gap}\"late\",\n")),
        ),
    ]);
}

#[test]
fn comments_and_fields_merge_through_git() {
    merge_all([
        (
            "comment | edit",
            with(&[("first", "very first")]),
            with(&[WEB_NAME]),
            with(&[("first", "very first"), WEB_NAME]),
        ),
        (
            "unknown field | edit",
            with(&[(
                "    emotion: 0",
                "    mood: 3,\n                    emotion: 0",
            )]),
            with(&[WEB_NAME]),
            with(&[
                (
                    "    emotion: 0",
                    "    mood: 3,\n                    emotion: 0",
                ),
                WEB_NAME,
            ]),
        ),
        (
            "reworded twice alike",
            with(&[WEB_NAME]),
            with(&[WEB_NAME, TITLE]),
            with(&[WEB_NAME, TITLE]),
        ),
    ]);
}

#[test]
fn the_cases_conflict_through_git_and_lose_nothing() {
    let to_front = |text: &str| {
        edit(
            &edit(text, &[NO_DESK]),
            &[(
                "                // The first",
                &format!("{DESK}                // The first"),
            )],
        )
    };
    for (name, ours, theirs, kept) in [
        (
            "delete | edit",
            with(&[NO_DESK]),
            with(&[DESK_NAME]),
            "\"Counter\"",
        ),
        (
            "edit | delete",
            with(&[DESK_NAME]),
            with(&[NO_DESK]),
            "\"Counter\"",
        ),
        (
            "delete | move",
            with(&[NO_DESK]),
            desk_moved(&[]),
            "\"desk\"",
        ),
        (
            "emotion | emotion",
            with(&[WEB_GLAD]),
            with(&[WEB_SAD]),
            "emotion: -2",
        ),
        (
            "id | refer",
            with(&[("id: \"desk\"", "id: \"counter\"")]),
            edit(
                BASE,
                &[(
                    "    ],\n)\n",
                    "    ],\n    handovers: [\n        Handover(id: \"h\", from: \"a\", to: \"b\", at: \"desk\"),\n    ],\n)\n",
                )],
            ),
            "\"counter\"",
        ),
    ] {
        let site = Site::branches(PATH, [BASE, &ours, &theirs]);
        assert!(!site.try_git(&["merge", "-q", "topic"]), "{name}");
        let text = site.repo.read(PATH);
        assert!(
            text.contains("<<<<<<<") && text.contains(kept),
            "{name}: {text}"
        );
    }
    let site = Site::branches(PATH, [BASE, &to_front(BASE), &with(&[WEB_GLAD])]);
    site.git(&["merge", "-q", "-m", "Merge", "topic"]);
    let moved = edit(
        &to_front(BASE),
        &[(
            "\"Website\",\n                    emotion: 0",
            "\"Website\",\n                    emotion: 2",
        )],
    );
    assert_eq!(site.repo.read(PATH), moved, "reorder | edit the moved");
}

#[test]
fn a_side_that_cannot_be_read_merges_by_lines_and_keeps_every_byte() {
    let broken = "Journey(\n    title: \"Shop\n// \u{1}\t€ nothing closes\n";
    for (ours, theirs) in [(BASE, broken), (broken, &with(&[TITLE]))] {
        let base = with(&[WEB_NAME]);
        let site = Site::branches(PATH, [&base, ours, theirs]);
        assert!(!site.try_git(&["merge", "-q", "topic"]));
        let text = site.repo.read(PATH);
        assert!(
            text.contains("<<<<<<< HEAD\n") && text.contains(">>>>>>> topic\n"),
            "{text}"
        );
        for line in ours.lines().chain(theirs.lines()) {
            assert!(text.contains(line), "{line:?} is lost: {text}");
        }
    }
    let apart = [
        broken,
        &format!("// ours\n\n\n{broken}"),
        &format!("{broken}\n\n\n// theirs\n"),
    ];
    let site = Site::branches(PATH, apart);
    site.git(&["merge", "-q", "-m", "Merge", "topic"]);
    assert_eq!(
        site.repo.read(PATH),
        format!("// ours\n\n\n{broken}\n\n\n// theirs\n")
    );
    let twins = with(&[("\"desk\"", "\"web\""), TITLE]);
    let site = Site::branches(PATH, [BASE, &twins, &with(&[("\"Help\"", "\"Care\"")])]);
    let merged = site.output(&["merge", "-q", "-m", "Merge", "topic"]);
    assert!(
        String::from_utf8_lossy(&merged.stderr).contains("merged line by line"),
        "{merged:?}"
    );
    assert_eq!(
        site.repo.read(PATH),
        edit(&twins, &[("\"Help\"", "\"Care\"")])
    );
}

#[test]
fn bytes_that_are_no_text_are_a_conflict_with_ours_in_place() {
    let site = Site::new();
    let file = site.repo.path().join(PATH);
    let commit = |content: &[u8], subject: &str| {
        fs::write(&file, content).unwrap();
        site.git(&["add", PATH]);
        site.git(&["commit", "-qm", subject]);
    };
    commit(b"Journey(\0)\n", "Base");
    site.git(&["checkout", "-qb", "topic"]);
    commit(b"Journey(\0\0)\n", "Theirs");
    site.git(&["checkout", "-q", "main"]);
    commit(b"Journey(\0\xff)\n", "Ours");
    assert!(!site.try_git(&["merge", "-q", "topic"]));
    assert_eq!(fs::read(&file).unwrap(), b"Journey(\0\xff)\n");
    assert_eq!(site.unmerged().lines().count(), 3);
}

/// As it goes where the program is missing, panics or is killed in the middle of a rebase.
#[test]
fn without_a_working_program_no_verb_keeps_ours_alone() {
    let (ours, theirs) = (with(&[WEB_GLAD]), with(&[WEB_SAD]));
    let killed = format!("'{PROGRAM}' \"$@\" >/dev/null 2>&1; kill -9 $$");
    for broken in [
        "exit 127",
        "exit 101",
        "kill -ABRT $$",
        "kill -9 $$",
        killed.as_str(),
    ] {
        for verb in [&["rebase", "-q", "main"][..], &["cherry-pick", "main"]] {
            let site = Site::branches(PATH, [BASE, &ours, &theirs]);
            site.git(&["checkout", "-q", "topic"]);
            site.program(broken);
            assert!(!site.try_git(verb), "{broken} {verb:?}");
            let text = site.repo.read(PATH);
            for part in ["<<<<<<<", "emotion: 2", "emotion: -2", ">>>>>>>"] {
                assert!(text.contains(part), "{broken} {verb:?}: {text}");
            }
        }
        // What does not conflict line by line is merged all the same.
        let site = Site::branches(PATH, [BASE, &ours, &with(&[("\"Help\"", "\"Care\"")])]);
        site.program(broken);
        let merged = site.output(&["merge", "-q", "-m", "Merge", "topic"]);
        assert!(merged.status.success(), "{broken}: {merged:?}");
        assert_eq!(
            site.repo.read(PATH),
            with(&[WEB_GLAD, ("\"Help\"", "\"Care\"")]),
            "{broken}"
        );
    }
}
