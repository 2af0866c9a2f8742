//! `touchline git` and `textconv` in repositories of the real git.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod repo;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Output;

use repo::Repo;

const PROGRAM: &str = env!("CARGO_BIN_EXE_touchline");

const OTHERS: &str = "*.png binary\n# kept\n*.txt text";

fn journey(emotion: &str) -> String {
    format!(
        "Journey(\n    schema: 1,\n    title: \"T\",\n    stages: [\n        Stage(\n            id: \"arrive\",\n            name: \"Arrive\",\n            touchpoints: [\n                Touchpoint(\n                    id: \"desk\",\n                    name: \"Desk\",\n                    emotion: {emotion},\n                ),\n            ],\n        ),\n    ],\n)\n"
    )
}

fn touchline(repo: &Repo, arguments: &[&str]) -> Output {
    repo.command(PROGRAM).args(arguments).output().unwrap()
}

/// A program of this name before all others in `PATH`.
fn stub(repo: &Repo, script: &str) -> String {
    let folder = repo.home().join("bin");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("touchline");
    fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
    format!("{}:{}", folder.display(), std::env::var("PATH").unwrap())
}

fn the_program(repo: &Repo) -> String {
    stub(repo, &format!("exec '{PROGRAM}' \"$@\""))
}

fn git_with(repo: &Repo, path: &str, arguments: &[&str]) -> Output {
    let mut git = repo.command("git");
    git.args(arguments).env("PATH", path).output().unwrap()
}

#[test]
fn install_twice_is_once_and_uninstall_leaves_the_rest_byte_for_byte() {
    for global in [false, true] {
        let repo = Repo::new();
        repo.write("journeys/a.ron", "a\n");
        let (attributes, config) = match global {
            true => (
                repo.home().join(".config/git/attributes"),
                repo.home().join(".gitconfig"),
            ),
            false => (
                repo.path().join(".gitattributes"),
                repo.path().join(".git/config"),
            ),
        };
        fs::create_dir_all(attributes.parent().unwrap()).unwrap();
        fs::write(&attributes, OTHERS).unwrap();
        let mut before = fs::read_to_string(&config).unwrap_or_default();
        before.push_str("[alias]\n\tx = log\n");
        fs::write(&config, &before).unwrap();
        let run = |what: &str, yes: bool| {
            let mut arguments = vec!["git", what];
            arguments.extend(global.then_some("--global"));
            arguments.extend(yes.then_some("--yes"));
            touchline(&repo, &arguments)
        };

        let said = run("install", false);
        assert_eq!(said.status.code(), Some(1), "{said:?}");
        assert!(String::from_utf8_lossy(&said.stdout).contains("merge.touchline.driver"));
        assert_eq!(
            fs::read_to_string(&attributes).unwrap(),
            OTHERS,
            "it only said so"
        );
        assert_eq!(run("install", true).status.code(), Some(0));
        let installed = fs::read_to_string(&attributes).unwrap();
        assert!(installed.contains("/journeys/**/*.ron diff=touchline merge=touchline"));
        assert_eq!(installed.contains("eol=lf"), !global);
        let settings = fs::read_to_string(&config).unwrap();
        assert_eq!(run("install", true).status.code(), Some(0));
        assert_eq!(fs::read_to_string(&attributes).unwrap(), installed);
        assert_eq!(fs::read_to_string(&config).unwrap(), settings);
        assert_eq!(run("uninstall", true).status.code(), Some(0));
        assert_eq!(fs::read_to_string(&attributes).unwrap(), OTHERS);
        assert_eq!(fs::read_to_string(&config).unwrap(), before);
        assert_eq!(run("uninstall", true).status.code(), Some(0));
    }
}

#[test]
fn crlf_is_left_alone_and_a_symlink_is_not_written_through() {
    let repo = Repo::new();
    repo.write("journeys/a.ron", "a\r\n");
    touchline(&repo, &["git", "install", "--yes"]);
    assert!(!repo.read(".gitattributes").contains("eol"));
    touchline(&repo, &["git", "uninstall", "--yes"]);
    assert!(!repo.path().join(".gitattributes").exists());

    let target = repo.home().join("target");
    fs::write(&target, "mine\n").unwrap();
    std::os::unix::fs::symlink(&target, repo.path().join(".gitattributes")).unwrap();
    let refused = touchline(&repo, &["git", "install", "--yes"]);
    assert_eq!(refused.status.code(), Some(2), "{refused:?}");
    assert_eq!(fs::read_to_string(&target).unwrap(), "mine\n");
}

#[test]
fn git_diff_and_log_show_facts_and_a_missing_program_shows_the_file() {
    let repo = Repo::new();
    let path = the_program(&repo);
    touchline(&repo, &["git", "install", "--yes"]);
    for name in ["a.ron", "-x.ron", "a b$(id)'.ron", "two\nlines.ron"] {
        repo.commit(&format!("journeys/{name}"), &journey("1"), "One");
        repo.write(&format!("journeys/{name}"), &journey("-2"));
    }
    for call in [&["diff"][..], &["log", "-p", "--reverse"]] {
        let shown = git_with(&repo, &path, call);
        let text = String::from_utf8(shown.stdout).unwrap();
        assert_eq!(
            text.matches("+Arrive › Desk · emotion =").count(),
            4,
            "{text}"
        );
    }
    for broken in ["exit 101", "kill -9 $$", "exit 127"] {
        let path = stub(&repo, broken);
        let shown = git_with(&repo, &path, &["diff"]);
        let text = String::from_utf8(shown.stdout).unwrap();
        assert!(shown.status.success(), "{broken}: {text}");
        assert_eq!(text.matches("emotion: -2,").count(), 4, "{broken}: {text}");
    }
}

#[test]
fn without_a_working_program_a_merge_by_lines_leaves_markers_with_names() {
    for broken in ["exit 101", "exit 2", "exit 127", "kill -9 $$", "exit 255"] {
        for name in ["a.ron", "-x.ron", "a b$(touch x)'\".ron", "two\nlines.ron"] {
            let repo = Repo::new();
            let file = format!("journeys/{name}");
            repo.commit(&file, &journey("0"), "Base");
            touchline(&repo, &["git", "install", "--yes"]);
            repo.git(["checkout", "-qb", "topic"]);
            repo.commit(&file, &journey("1"), "Theirs");
            repo.git(["checkout", "-q", "main"]);
            repo.commit(&file, &journey("2"), "Ours");
            let path = stub(&repo, broken);
            let merged = git_with(&repo, &path, &["merge", "topic"]);
            assert_eq!(merged.status.code(), Some(1), "{broken}: {merged:?}");
            let text = repo.read(&file);
            assert!(text.contains("<<<<<<< HEAD\n"), "{broken}: {text}");
            assert!(text.contains(">>>>>>> topic\n"), "{broken}: {text}");
            assert!(!repo.path().join("x").exists());
        }
    }
}

#[test]
fn the_driver_is_told_names_and_path_and_its_word_counts() {
    let repo = Repo::new();
    let file = "journeys/a b's$(id).ron";
    repo.commit(file, &journey("0"), "Base");
    touchline(&repo, &["git", "install", "--yes"]);
    repo.git(["checkout", "-qb", "topic"]);
    repo.commit(file, &journey("1"), "Theirs");
    repo.git(["checkout", "-q", "main"]);
    repo.commit(file, &journey("2"), "Ours");
    let script = "for a in \"$@\"; do echo \"$a\" >> ../said; ours=$last; last=$a; done; echo merged > \"$ours\"";
    let path = stub(&repo, script);
    let merged = git_with(&repo, &path, &["merge", "-q", "topic"]);
    assert!(merged.status.success(), "{merged:?}");
    assert_eq!(repo.read(file), "merged\n");
    let said = fs::read_to_string(repo.path().parent().unwrap().join("said")).unwrap();
    let said: Vec<&str> = said.lines().collect();
    assert_eq!(
        said[..3],
        ["merge", &format!("--path={file}"), "--marker-size=7"]
    );
    assert_eq!(
        said[4..7],
        ["--ours-name=HEAD", "--theirs-name=topic", "--"]
    );
    assert_eq!(said.len(), 10);
}

#[test]
fn status_says_what_is_missing_and_then_that_nothing_is() {
    let repo = Repo::new();
    let status = |path: &str, lang: &str| {
        let mut command = repo.command(PROGRAM);
        command
            .args(["git", "status", "--lang", lang])
            .env("PATH", path);
        let output = command.output().unwrap();
        (
            output.status.code(),
            String::from_utf8(output.stdout).unwrap(),
        )
    };
    let path = the_program(&repo);
    let (code, text) = status(&path, "en");
    assert_eq!(code, Some(1), "{text}");
    assert_eq!(text.matches('✗').count(), 2, "{text}");
    touchline(&repo, &["git", "install", "--yes"]);
    let (code, text) = status(&path, "de");
    assert_eq!(code, Some(0), "{text}");
    assert_eq!(text.matches('✓').count(), 4, "{text}");
}

#[test]
fn without_git_or_repository_it_says_what_to_do() {
    let repo = Repo::new();
    let mut command = repo.command(PROGRAM);
    let output = command
        .args(["git", "install"])
        .env("PATH", repo.home())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("git is not installed"));
    let mut command = repo.command(PROGRAM);
    let output = command
        .args(["git", "status"])
        .current_dir(repo.home())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let mut command = repo.command(PROGRAM);
    command
        .args(["git", "status"])
        .env("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("belongs to somebody else"), "{said}");
}

#[test]
fn textconv_prints_what_is_no_journey_as_it_is() {
    let repo = Repo::new();
    let broken = b"Journey(\xff<<<\n".to_vec();
    fs::write(repo.path().join("broken.ron"), &broken).unwrap();
    let output = touchline(&repo, &["textconv", "broken.ron"]);
    assert_eq!((output.status.code(), output.stdout), (Some(0), broken));
    assert_eq!(
        touchline(&repo, &["textconv", "absent.ron"]).status.code(),
        Some(2)
    );
}

#[test]
fn the_program_itself_merges_what_git_cannot() {
    let repo = Repo::new();
    let file = "journeys/a.ron";
    let path = the_program(&repo);
    repo.commit(file, &journey("0"), "Base");
    touchline(&repo, &["git", "install", "--yes"]);
    repo.git(["checkout", "-qb", "topic"]);
    repo.commit(
        file,
        &journey("0").replace("\"Desk\"", "\"Counter\""),
        "Name",
    );
    repo.git(["checkout", "-q", "main"]);
    repo.commit(file, &journey("1"), "Emotion");
    let merged = git_with(&repo, &path, &["merge", "-q", "topic"]);
    assert!(merged.status.success(), "{merged:?}");
    assert_eq!(
        repo.read(file),
        journey("1").replace("\"Desk\"", "\"Counter\"")
    );
}
