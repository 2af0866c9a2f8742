//! The commands of docs/ci.md, run as they stand there in a repository with a merge commit.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod repo;

use repo::Repo;

const PAGE: &str = include_str!("../docs/ci.md");
const JOURNEY: &str = include_str!("../journeys/hotel-stay.ron");

/// `main` with a merged branch, as `origin/main` one commit behind.
fn repo() -> Repo {
    let repo = Repo::new();
    repo.commit("journeys/stay.ron", JOURNEY, "First workshop");
    repo.git(["update-ref", "refs/remotes/origin/main", "HEAD"]);
    repo.git(["checkout", "-q", "-b", "guests"]);
    let theirs = JOURNEY.replace("Check-in at the desk", "Arrival at the desk");
    repo.commit("journeys/stay.ron", &theirs, "Ask guests");
    repo.git(["checkout", "-q", "main"]);
    let ours = JOURNEY.replace("Compares rooms", "Weighs rooms");
    repo.commit("journeys/stay.ron", &ours, "Watch guests");
    repo.git(["merge", "-q", "--no-edit", "guests"]);
    repo
}

/// The commands of the page; what GitHub and the shell fill in is filled in, and redirections are
/// cut.
fn commands() -> Vec<Vec<String>> {
    let lines = PAGE
        .lines()
        .map(|line| line.trim().trim_start_matches("- run: "));
    let commands = lines.filter(|line| line.starts_with("touchline ") && !line.contains('…'));
    let words = |line: &str| -> Vec<String> {
        let line = line.replace("${{ github.base_ref }}", "main");
        let line = line.replace("$day", "2026-11-22");
        let line = line.split(" > ").next().unwrap_or_default().to_owned();
        line.split_whitespace().skip(1).map(str::to_owned).collect()
    };
    commands.map(words).collect()
}

#[test]
fn every_command_of_the_page_runs_as_it_stands() {
    let repo = repo();
    let commands = commands();
    assert_eq!(commands.len(), 9, "{commands:?}");
    for command in commands {
        let mut run = repo.command(env!("CARGO_BIN_EXE_touchline"));
        let ran = run.args(&command).output().unwrap();
        let expected = if command[0] == "diff" { 1 } else { 0 };
        let err = String::from_utf8_lossy(&ran.stderr);
        assert_eq!(ran.status.code(), Some(expected), "{command:?}: {err}");
        if command[0] == "diff" {
            let out = String::from_utf8_lossy(&ran.stdout);
            assert!(out.contains("Arrival at the desk"), "{out}");
        }
    }
}
