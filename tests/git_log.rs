//! `touchline log` in real repositories.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod repo;

use repo::Repo;

const SHOP: &str = "#![enable(implicit_some)]\nJourney(\n    schema: 1,\n    title: \"Shop\",\n    stages: [\n        Stage(\n            id: \"buy\",\n            name: \"Buy\",\n            touchpoints: [\n                Touchpoint(\n                    id: \"desk\",\n                    name: \"At the desk\",\n                    emotion: 0,\n                ), // ^desk\n            ],\n        ), // ^buy\n    ],\n)\n";

fn log(repo: &Repo, arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = repo.command(env!("CARGO_BIN_EXE_touchline"));
    let ran = command.arg("log").args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (ran.status.code(), text(ran.stdout), text(ran.stderr))
}

/// Six versions: a start, an emotion, a rename, layout, garbage, and mended again.
fn repo() -> Repo {
    let repo = Repo::new();
    repo.commit("a.ron", SHOP, "First workshop");
    let rated = SHOP.replace("emotion: 0", "emotion: -2");
    repo.commit("a.ron", &rated, "Watch the queue");
    repo.git(["mv", "a.ron", "shop.ron"]);
    repo.git(["commit", "-q", "-m", "Call it by its name"]);
    repo.commit(
        "shop.ron",
        &rated.replace("    ", "  "),
        "Two blanks are enough",
    );
    repo.commit("shop.ron", "Journey(", "Oops");
    repo.commit("shop.ron", &rated, "Mend it");
    repo
}

#[test]
fn each_version_is_told_in_journey_words_through_renames() {
    let (code, out, err) = log(&repo(), &["shop.ron"]);
    assert_eq!((code, &*err), (Some(0), ""));
    let subjects: Vec<&str> = out
        .lines()
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .collect();
    let expected = [
        "Mend it",
        "Oops",
        "Two blanks are enough",
        "Call it by its name",
        "Watch the queue",
        "First workshop",
    ];
    assert_eq!(
        subjects.iter().map(|line| line.trim()).collect::<Vec<_>>(),
        expected
    );
    for sentence in [
        "the version before cannot be read",
        "this version cannot be read as a journey",
        "only the layout",
        "the file was renamed; it was a.ron",
        "Stage “Buy” › At the desk: Emotion: 0 → −2",
        "the first version; stages: 1, touchpoints: 1",
    ] {
        assert_eq!(out.matches(sentence).count(), 1, "{sentence}\n{out}");
    }
}

#[test]
fn it_is_told_in_german_and_cut_to_a_number_and_printed_for_programs() {
    let repo = repo();
    let (_, out, _) = log(&repo, &["shop.ron", "--lang", "de", "-n", "2"]);
    assert!(out.contains("02.01.2026  Ann Other"), "{out}");
    assert!(
        out.contains("nicht als Journey lesbar") && !out.contains("Two blanks"),
        "{out}"
    );
    let (_, out, _) = log(&repo, &["shop.ron", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(told.as_array().unwrap().len(), 6);
    assert_eq!(
        told[4]["changes"][0],
        "Stage “Buy” › At the desk: Emotion: 0 → −2"
    );
}

#[test]
fn without_versions_it_says_why() {
    let repo = Repo::new();
    repo.write("shop.ron", SHOP);
    let (code, out, err) = log(&repo, &["shop.ron"]);
    assert_eq!((code, &*out), (Some(2), ""), "{err}");
    assert!(err.starts_with("error: "), "{err}");
}

#[test]
fn each_commit_is_compared_with_its_parent_not_with_its_neighbour_in_the_list() {
    let repo = Repo::new();
    repo.commit("shop.ron", SHOP, "First workshop");
    repo.git(["checkout", "-q", "-b", "side"]);
    repo.commit(
        "shop.ron",
        &SHOP.replace("emotion: 0", "emotion: 1"),
        "Rate",
    );
    repo.git(["checkout", "-q", "main"]);
    repo.commit(
        "shop.ron",
        &SHOP.replace("\"Shop\"", "\"Our shop\""),
        "Name",
    );
    repo.git(["merge", "-q", "--no-edit", "side"]);
    let (_, out, _) = log(&repo, &["shop.ron"]);
    let told = out.lines().filter(|line| line.starts_with("    "));
    let told: Vec<&str> = told.map(str::trim).collect();
    assert!(
        told.contains(&"Customer journey: Title: “Shop” → “Our shop”")
            || told
                .iter()
                .any(|line| line.ends_with("“Shop” → “Our shop”")),
        "{out}"
    );
    assert_eq!(
        out.matches("Emotion: 0 → 1").count(),
        2,
        "in its commit and in the merge\n{out}"
    );
    assert!(!out.contains("1 → 0"), "{out}");
}
