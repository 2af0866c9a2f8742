//! `touchline check --merge` on merges of the real git, which merges by lines here.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod repo;

use std::process::{Command, Output};

use repo::{Repo, hermetic};

const PROGRAM: &str = env!("CARGO_BIN_EXE_touchline");

const PATH: &str = "journeys/shop.ron";

fn touchpoint(id: &str, name: &str, emotion: i8) -> String {
    format!(
        "                Touchpoint(\n                    id: \"{id}\",\n                    name: \"{name}\",\n                    emotion: {emotion},\n                ),\n"
    )
}

fn journey(touchpoints: &[String]) -> String {
    let touchpoints = touchpoints.concat();
    format!(
        "Journey(\n    schema: 1,\n    title: \"Shop\",\n    stages: [\n        Stage(\n            id: \"buy\",\n            name: \"Buy\",\n            touchpoints: [\n{touchpoints}            ],\n        ),\n    ],\n)\n"
    )
}

/// Four touchpoints, so that changes at both ends are apart for a line merge.
fn shop(emotions: [i8; 4]) -> String {
    let ids = ["desk", "web", "call", "pay"];
    let all = ids.iter().zip(emotions);
    journey(
        &all.map(|(id, emotion)| touchpoint(id, &id.to_uppercase(), emotion))
            .collect::<Vec<_>>(),
    )
}

/// `main` with ours, and the branch `topic` with theirs.
fn branches(base: &str, ours: &str, theirs: &str) -> Repo {
    let repo = Repo::new();
    repo.commit(PATH, base, "Base");
    repo.git(["checkout", "-qb", "topic"]);
    repo.commit(PATH, theirs, "Ask guests");
    repo.git(["checkout", "-q", "main"]);
    repo.commit(PATH, ours, "Watch the queue");
    repo
}

/// Commits this as the merge of the two.
fn merged_as(repo: &Repo, text: &str) {
    let _ = repo.try_git(["merge", "-q", "--no-commit", "--no-ff", "topic"]);
    repo.commit(PATH, text, "Merge");
}

fn check(repo: &Repo, arguments: &[&str]) -> Output {
    let mut command = repo.command(PROGRAM);
    command.args(["check", "--merge"]).args(arguments);
    command.output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[track_caller]
fn says(output: &Output, code: i32, text: &str) {
    let all = stdout(output) + &stderr(output);
    assert_eq!(output.status.code(), Some(code), "{all}");
    assert!(all.contains(text), "{text:?} is not in:\n{all}");
}

#[test]
fn an_honest_merge_is_fine_and_a_loss_is_named() {
    let [ours, theirs] = [shop([1, 0, 0, 0]), shop([0, 0, 0, 2])];
    let repo = branches(&shop([0; 4]), &ours, &theirs);
    repo.git(["merge", "-q", "--no-ff", "-m", "Merge", "topic"]);
    says(&check(&repo, &[]), 0, "no findings in 1 file");

    let repo = branches(&shop([0; 4]), &ours, &theirs);
    merged_as(&repo, &ours);
    let found = check(&repo, &["HEAD", "journeys"]);
    says(&found, 1, "error[lost]: Emotion: 2 → 0");
    says(&found, 1, "journeys/shop.ron:27  Stage “Buy” › PAY");
    says(&found, 1, "“Ask guests”");
    says(&check(&repo, &["--lang=de"]), 1, "fehlt im Merge");
    says(
        &check(&repo, &["--format=github"]),
        1,
        "::error file=journeys/shop.ron,line=27,title=lost::Stage “Buy” › PAY: ",
    );
    let json: serde_json::Value =
        serde_json::from_str(&stdout(&check(&repo, &["--format=json"]))).unwrap();
    let fault = &json[0];
    assert_eq!(json.as_array().map(Vec::len), Some(1));
    assert_eq!(fault["kind"], "lost");
    assert_eq!(fault["place"]["id"], "pay");
    assert_eq!(fault["place"]["field"], "emotion");
}

/// Two touchpoints of the same lines but for id and name are swapped here and edited there.
#[test]
fn the_worst_of_line_merges_is_found() {
    let block = |id: &str, emotion: i8| {
        let pains: String = (0..4)
            .map(|at| format!("                        \"pain {at}\",\n"))
            .collect();
        let end = format!(
            "                    emotion: {emotion},\n                    pains: [\n{pains}                    ],\n                ),\n"
        );
        format!(
            "                Touchpoint(\n                    id: \"{id}\",\n                    name: \"New\",\n{end}"
        )
    };
    let base = journey(&[block("a", 0), block("b", 0)]);
    let ours = journey(&[block("b", 0), block("a", 0)]);
    let theirs = journey(&[block("a", 2), block("b", 0)]);
    let repo = branches(&base, &ours, &theirs);
    assert!(
        repo.try_git(["merge", "-q", "--no-ff", "-m", "Merge", "topic"]),
        "git is content"
    );
    let wrong = repo.read(PATH);
    assert_eq!(wrong, journey(&[block("b", 2), block("a", 0)]), "and wrong");
    let found = check(&repo, &[]);
    says(&found, 1, "error[unsaid]: Emotion");
    says(&found, 1, "error[lost]: Emotion");
    says(&found, 1, "2 errors in 1 file");
}

#[test]
fn answers_of_people_are_no_fault_and_no_answer_is_a_warning() {
    let (ours, theirs) = (shop([1, 0, 0, 0]), shop([-1, 0, 0, 2]));
    for answer in [1, -1, 2] {
        let repo = branches(&shop([0; 4]), &ours, &theirs);
        merged_as(&repo, &shop([answer, 0, 0, 2]));
        says(&check(&repo, &[]), 0, "no findings in 1 file");
    }

    // Deleted here, moved there: git keeps what moved and asks nobody.
    let all = ["a", "b", "c", "d", "e"].map(|id| touchpoint(id, id, 0));
    let [a, b, c, d, e] = all.clone();
    let stages = |one: &[&String], other: &[&String]| {
        let list = |all: &[&String]| all.iter().map(|it| it.as_str()).collect::<String>();
        let text = journey(&[list(one)]);
        let end = format!(
            "        Stage(\n            id: \"after\",\n            name: \"After\",\n            touchpoints: [\n{}            ],\n        ),\n    ],\n)\n",
            list(other)
        );
        text.replacen("    ],\n)\n", &end, 1)
    };
    let repo = branches(
        &stages(&[&a, &b, &c], &[&d, &e]),
        &stages(&[&b, &c], &[&d, &e]),
        &stages(&[&b, &c], &[&d, &e, &a]),
    );
    assert!(repo.try_git(["merge", "-q", "--no-ff", "-m", "Merge", "topic"]));
    says(
        &check(&repo, &[]),
        0,
        "warning[undecided]: the two sides do not go together",
    );
    says(&check(&repo, &["--deny=warning"]), 1, "decide between");
}

#[test]
fn a_merge_that_cannot_be_read_any_more_is_an_error() {
    let (ours, theirs) = (shop([1, 0, 0, 0]), shop([0, 0, 0, 2]));
    for (text, said) in [
        (
            shop([1, 0, 0, 2]).replace("\"pay\"", "\"desk\""),
            "share an id",
        ),
        (
            shop([1, 0, 0, 2]).replace("    stages", "<<<<<<< HEAD\n    stages"),
            "cannot be read",
        ),
    ] {
        let repo = branches(&shop([0; 4]), &ours, &theirs);
        merged_as(&repo, &text);
        says(&check(&repo, &[]), 1, said);
    }
    let repo = branches(&shop([0; 4]), &ours, &theirs);
    let _ = repo.try_git(["merge", "-q", "--no-commit", "--no-ff", "topic"]);
    repo.git(["rm", "-qf", PATH]);
    repo.git(["commit", "-qm", "Merge"]);
    says(
        &check(&repo, &["HEAD", "."]),
        1,
        "The file is not in the merge",
    );
}

#[test]
fn a_side_that_cannot_be_read_is_not_judged_and_other_files_are_passed_over() {
    let repo = branches(&shop([0; 4]), &shop([1, 0, 0, 0]), "Journey(\n");
    merged_as(&repo, &shop([1, 0, 0, 0]));
    says(
        &check(&repo, &[]),
        0,
        "journeys/shop.ron is not judged: their version cannot be read",
    );
    let repo = branches("Settings(a: 1)\n", "Settings(a: 2)\n", "Settings(a: 3)\n");
    merged_as(&repo, "Settings(a: 4)\n");
    says(&check(&repo, &[]), 0, "changed no journey in common");
}

#[test]
fn a_file_is_followed_through_a_rename_and_paths_choose() {
    let repo = branches(&shop([0; 4]), &shop([1, 0, 0, 0]), &shop([0, 0, 0, 1]));
    repo.git(["checkout", "-q", "topic"]);
    repo.git(["mv", PATH, "journeys/store.ron"]);
    repo.commit("journeys/store.ron", &shop([0, 0, 0, 2]), "Rename");
    repo.git(["checkout", "-q", "main"]);
    repo.git(["merge", "-q", "--no-ff", "-m", "Merge", "topic"]);
    says(
        &check(&repo, &["HEAD", "journeys"]),
        0,
        "no findings in 1 file",
    );
    says(
        &check(&repo, &["HEAD", "elsewhere.ron"]),
        0,
        "changed no journey in common",
    );
    repo.write("journeys/store.ron", &shop([0, 0, 0, 2]));
    repo.git(["commit", "-qa", "--amend", "--no-edit"]);
    says(
        &check(&repo, &["journeys"]),
        1,
        "journeys/store.ron:12  Stage “Buy” › DESK",
    );
}

#[test]
fn both_added_it_is_judged_from_nothing() {
    let repo = Repo::new();
    repo.commit("a", "a\n", "Base");
    repo.git(["checkout", "-qb", "topic"]);
    repo.commit(PATH, &shop([0; 4]), "Theirs");
    repo.git(["checkout", "-q", "main"]);
    let three = shop([0; 4]).replace(&touchpoint("pay", "PAY", 0), "");
    repo.commit(PATH, &three, "Ours");
    merged_as(&repo, &three);
    says(&check(&repo, &[]), 1, "error[lost]: Touchpoint removed");
}

#[test]
fn what_is_no_merge_of_two_says_so_and_is_fine() {
    let repo = Repo::new();
    repo.commit(PATH, &shop([0; 4]), "First");
    says(&check(&repo, &[]), 0, "HEAD is no merge commit");
    says(&check(&repo, &["--format=json"]), 0, "[]");
    says(
        &check(&repo, &["nowhere"]),
        2,
        "there is no revision nowhere",
    );

    for branch in ["one", "two"] {
        repo.git(["checkout", "-qb", branch, "main"]);
        repo.commit(branch, "x\n", branch);
    }
    repo.git(["checkout", "-q", "main"]);
    repo.commit("three", "x\n", "three");
    repo.git(["merge", "-q", "-m", "Many", "one", "two"]);
    says(&check(&repo, &[]), 0, "merges 3 commits at once");

    repo.git(["checkout", "-qb", "left", "one"]);
    repo.git(["merge", "-q", "-m", "Left", "two"]);
    repo.git(["checkout", "-qb", "right", "two"]);
    repo.git(["merge", "-q", "-m", "Right", "one"]);
    repo.git(["merge", "-q", "--no-ff", "-m", "Cross", "left"]);
    says(&check(&repo, &[]), 0, "has 2 merge bases");
}

#[test]
fn a_shallow_clone_says_what_to_fetch() {
    let repo = branches(&shop([0; 4]), &shop([1, 0, 0, 0]), &shop([0, 0, 0, 2]));
    repo.git(["merge", "-q", "--no-ff", "-m", "Merge", "topic"]);
    for (depth, code) in [("1", 2), ("2", 2), ("3", 0)] {
        let clone = repo.home().join(format!("clone{depth}"));
        let mut git = Command::new("git");
        hermetic(&mut git, &repo.home());
        let from = format!("file://{}", repo.path().display());
        git.args(["clone", "-q", "--depth", depth, &from])
            .arg(&clone);
        assert!(git.status().unwrap().success());
        let mut command = repo.command(PROGRAM);
        command.current_dir(&clone).args(["check", "--merge"]);
        let output = command.output().unwrap();
        let text = if code == 2 {
            "fetch-depth: 0"
        } else {
            "no findings"
        };
        says(&output, code, text);
    }
}
