//! Merges by id through the real git, with the drivers installed: whatever git does with two
//! sides, journeys come out as the cases of docs/merge.md say.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod repo;

use std::path::Path;
use std::process::{Command, Output};

use repo::Repo;

const PATH: &str = "journeys/shop.ron";

const SHOP: &str = "#![enable(implicit_some)]\n// A small shop.\nJourney(\n    schema: 1,\n    title: \"Shop\",\n    stages: [\n        Stage(\n            id: \"find\",\n            name: \"Find\",\n            touchpoints: [\n                Touchpoint(\n                    id: \"ad\",\n                    name: \"Advert\",\n                    emotion: 0,\n                    pains: [\n                        \"too loud\",\n                    ],\n                ), // ^ad\n                Touchpoint(\n                    id: \"web\",\n                    name: \"Website\",\n                ), // ^web\n            ],\n        ), // ^find\n        Stage(\n            id: \"buy\",\n            name: \"Buy\",\n            touchpoints: [\n                Touchpoint(\n                    id: \"desk\",\n                    name: \"Desk\",\n                ), // ^desk\n            ],\n        ), // ^buy\n    ],\n)\n";

const AD: &str = "                Touchpoint(\n                    id: \"ad\",\n                    name: \"Advert\",\n                    emotion: 0,\n                    pains: [\n                        \"too loud\",\n                    ],\n                ), // ^ad\n";

fn with(text: &str, from: &str, to: &str) -> String {
    let changed = text.replacen(from, to, 1);
    assert_ne!(changed, text, "{from}");
    changed
}

/// A repository with the drivers installed and the program on its path.
struct Merges {
    repo: Repo,
}

impl Merges {
    fn new() -> Merges {
        let merges = Merges { repo: Repo::new() };
        merges.repo.commit("README", "journeys\n", "Start");
        let ran = merges.touchline(&["git", "install", "--yes"]);
        assert!(ran.status.success(), "{ran:?}");
        merges.repo.git(["add", "-A"]);
        merges
            .repo
            .git(["commit", "-q", "-m", "Merge journeys by id"]);
        merges
    }

    /// `main` and the branch `side`, each with its version of the file.
    fn with_sides(path: &str, base: &str, ours: &str, theirs: &str) -> Merges {
        let merges = Merges::new();
        if !base.is_empty() {
            merges.repo.commit(path, base, "First workshop");
        }
        merges.repo.git(["checkout", "-q", "-b", "side"]);
        merges.repo.commit(path, theirs, "Theirs");
        merges.repo.git(["checkout", "-q", "main"]);
        merges.repo.commit(path, ours, "Ours");
        merges
    }

    fn command(&self, program: &str) -> Command {
        let mut command = self.repo.command(program);
        let folder = Path::new(env!("CARGO_BIN_EXE_touchline")).parent().unwrap();
        let path = std::env::var("PATH").unwrap();
        command.env("PATH", format!("{}:{path}", folder.display()));
        command.env("GIT_EDITOR", "true");
        command
    }

    fn touchline(&self, arguments: &[&str]) -> Output {
        self.command("touchline").args(arguments).output().unwrap()
    }

    /// git; `true` if it ended well.
    fn git(&self, arguments: &[&str]) -> bool {
        self.command("git")
            .args(arguments)
            .output()
            .unwrap()
            .status
            .success()
    }

    fn text(&self) -> String {
        self.repo.read(PATH)
    }
}

/// One side moves the advert to the other stage, the other edits it and adds a pain beside it.
fn moved_and_edited() -> (String, String, String) {
    let ours = with(
        &with(SHOP, AD, ""),
        "            touchpoints: [\n                Touchpoint(\n                    id: \"desk\"",
        &format!(
            "            touchpoints: [\n{AD}                Touchpoint(\n                    id: \"desk\""
        ),
    );
    let theirs = with(
        &with(SHOP, "emotion: 0", "emotion: -2"),
        "\"too loud\",",
        "\"too loud\",\n                        \"too often\",",
    );
    let both = with(
        &with(&ours, "emotion: 0", "emotion: -2"),
        "\"too loud\",",
        "\"too loud\",\n                        \"too often\",",
    );
    (ours, theirs, both)
}

#[test]
fn merge_rebase_cherry_pick_stash_and_merge_tree_merge_by_id() {
    let (ours, theirs, both) = moved_and_edited();
    let start = || Merges::with_sides(PATH, SHOP, &ours, &theirs);
    let merges = start();
    assert!(merges.git(&["merge", "-q", "--no-edit", "side"]));
    assert_eq!(merges.text(), both);
    let merges = start();
    assert!(merges.git(&["cherry-pick", "side"]));
    assert_eq!(merges.text(), both);
    let merges = start();
    assert!(merges.git(&["checkout", "-q", "side"]) && merges.git(&["rebase", "-q", "main"]));
    assert_eq!(merges.text(), both);
    let merges = start();
    merges.repo.git(["checkout", "-q", "side~1"]);
    merges.repo.write(PATH, &theirs);
    assert!(merges.git(&["stash", "-q"]) && merges.git(&["checkout", "-q", "main"]));
    assert!(merges.git(&["stash", "pop", "-q"]));
    assert_eq!(merges.text(), both);
    let merges = start();
    let ran = merges
        .command("git")
        .args(["merge-tree", "--write-tree", "main", "side"])
        .output()
        .unwrap();
    assert!(ran.status.success(), "{ran:?}");
    let tree = String::from_utf8(ran.stdout).unwrap();
    let content = format!("{}:{PATH}", tree.trim());
    assert_eq!(merges.repo.answer(["show", &content]), both.trim_end());
}

#[test]
fn a_revert_takes_one_change_back_and_keeps_what_came_after() {
    let merges = Merges::new();
    merges.repo.commit(PATH, SHOP, "First workshop");
    let rated = with(SHOP, "emotion: 0", "emotion: -2");
    merges.repo.commit(PATH, &rated, "Rate it");
    merges
        .repo
        .commit(PATH, &with(&rated, "\"Advert\"", "\"Poster\""), "Name it");
    assert!(merges.git(&["revert", "--no-edit", "HEAD~1"]));
    assert_eq!(merges.text(), with(SHOP, "\"Advert\"", "\"Poster\""));
}

#[test]
fn both_added_the_file() {
    let theirs = with(
        SHOP,
        "        Stage(\n            id: \"buy\"",
        "        Stage(\n            id: \"pay\",\n            name: \"Pay\",\n        ), // ^pay\n        Stage(\n            id: \"buy\"",
    );
    let merges = Merges::with_sides(PATH, "", SHOP, &theirs);
    assert!(merges.git(&["merge", "-q", "--no-edit", "side"]));
    assert_eq!(merges.text(), theirs);
    let theirs = with(SHOP, "emotion: 0", "emotion: 1");
    let merges = Merges::with_sides(PATH, "", SHOP, &theirs);
    assert!(!merges.git(&["merge", "-q", "--no-edit", "side"]));
    assert!(
        merges
            .text()
            .contains("emotion: 0,\n=======\n                    emotion: 1,\n"),
        "{}",
        merges.text()
    );
}

#[test]
fn a_file_that_was_renamed_here_takes_the_edits_made_there() {
    let merges = Merges::new();
    merges.repo.commit(PATH, SHOP, "First workshop");
    merges.repo.git(["checkout", "-q", "-b", "side"]);
    merges
        .repo
        .commit(PATH, &with(SHOP, "emotion: 0", "emotion: 2"), "Rate it");
    merges.repo.git(["checkout", "-q", "main"]);
    merges
        .repo
        .write(PATH, &with(SHOP, "\"Shop\"", "\"Our shop\""));
    merges.repo.git(["mv", PATH, "journeys/our-shop.ron"]);
    merges.repo.git(["add", "-A"]);
    merges.repo.git(["commit", "-q", "-m", "Call it ours"]);
    assert!(merges.git(&["merge", "-q", "--no-edit", "side"]));
    let expected = with(
        &with(SHOP, "emotion: 0", "emotion: 2"),
        "\"Shop\"",
        "\"Our shop\"",
    );
    assert_eq!(merges.repo.read("journeys/our-shop.ron"), expected);
}

#[test]
fn criss_cross_loses_nothing() {
    let ours = with(SHOP, "emotion: 0", "emotion: 1");
    let theirs = with(SHOP, "emotion: 0", "emotion: 2");
    let merges = Merges::with_sides(PATH, SHOP, &ours, &theirs);
    let resolve = |branch: &str, other: &str, emotion: &str| {
        assert!(merges.git(&["checkout", "-q", branch]));
        assert!(!merges.git(&["merge", "-q", "--no-edit", other]));
        merges.repo.write(PATH, &with(SHOP, "emotion: 0", emotion));
        merges.repo.git(["add", "-A"]);
        merges.repo.git(["commit", "-q", "-m", "Decide"]);
    };
    merges.repo.git(["branch", "main-before"]);
    merges.repo.git(["branch", "side-before", "side"]);
    resolve("main", "side-before", "emotion: 1");
    resolve("side", "main-before", "emotion: 2");
    assert!(merges.git(&["checkout", "-q", "main"]));
    assert!(!merges.git(&["merge", "-q", "--no-edit", "side"]));
    let text = merges.text();
    assert!(
        text.contains("emotion: 1,") && text.contains("emotion: 2,"),
        "{text}"
    );
    assert!(
        text.contains("<<<<<<<") && text.contains("A small shop"),
        "{text}"
    );
}

#[test]
fn an_unreadable_side_is_merged_by_line_and_no_byte_is_lost() {
    let theirs = with(SHOP, "\"Website\",", "\"Website");
    let ours = with(SHOP, "\"Shop\"", "\"Our shop\"");
    let merges = Merges::with_sides(PATH, SHOP, &ours, &theirs);
    assert!(merges.git(&["merge", "-q", "--no-edit", "side"]));
    assert_eq!(merges.text(), with(&theirs, "\"Shop\"", "\"Our shop\""));
    let theirs = with(&theirs, "\"Shop\"", "\"Their shop\"");
    let merges = Merges::with_sides(PATH, SHOP, &ours, &theirs);
    assert!(!merges.git(&["merge", "-q", "--no-edit", "side"]));
    let text = merges.text();
    assert!(text.contains("Our shop") && text.contains("Their shop") && text.contains("<<<<<<<"));
}

#[test]
fn odd_paths_line_ends_and_companies_merge_too() {
    let (ours, theirs, both) = moved_and_edited();
    let paths = [
        "journeys/a b $(touch x).ron",
        "journeys/-dash.ron",
        "journeys/é\n'q\".ron",
    ];
    for path in paths {
        let merges = Merges::with_sides(path, SHOP, &ours, &theirs);
        assert!(
            merges.git(&["merge", "-q", "--no-edit", "side"]),
            "{path:?}"
        );
        assert_eq!(merges.repo.read(path), both, "{path:?}");
        assert!(!merges.repo.path().join("x").exists());
    }
    let company = "Company(\n    schema: 1,\n    name: \"Fluhegg\",\n    departments: [\n        Department(id: \"desk\", name: \"Desk\"),\n    ],\n)\n";
    let path = "journeys/company.ron";
    let ours = with(company, "\"Fluhegg\"", "\"Fluhegg AG\"");
    let theirs = with(
        company,
        "name: \"Desk\"),\n",
        "name: \"Desk\"),\n        Department(id: \"lab\", name: \"Lab\"),\n",
    );
    let merges = Merges::with_sides(path, company, &ours, &theirs);
    assert!(merges.git(&["merge", "-q", "--no-edit", "side"]));
    assert_eq!(
        merges.repo.read(path),
        with(&theirs, "\"Fluhegg\"", "\"Fluhegg AG\"")
    );
}

#[test]
fn removed_here_and_changed_there_waits_for_a_person() {
    let ours = with(SHOP, AD, "");
    let theirs = with(SHOP, "emotion: 0", "emotion: -2");
    let merges = Merges::with_sides(PATH, SHOP, &ours, &theirs);
    assert!(!merges.git(&["merge", "-q", "--no-edit", "side"]));
    let text = merges.text();
    assert!(
        text.contains("=======\n                Touchpoint(\n                    id: \"ad\""),
        "{text}"
    );
    assert!(text.contains("emotion: -2"), "{text}");
}
