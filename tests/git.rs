//! What git is asked, against the real git in repositories made for it.

mod repo;

use std::path::Path;

use repo::Repo;
use touchline::git::{GitError, OperationKind, Repository, Stages};

#[test]
fn stages_of_a_conflict_are_the_three_sides() {
    let repo = Repo::new();
    repo.commit("a.ron", "base\n", "Base");
    repo.git(["checkout", "-qb", "topic"]);
    repo.commit("a.ron", "theirs\n", "Theirs");
    repo.git(["checkout", "-q", "main"]);
    repo.commit("a.ron", "ours\n", "Ours");
    assert!(!repo.try_git(["merge", "topic"]));

    let at = repo.open();
    let path = Path::new("a.ron");
    let expected = Stages {
        base: Some(b"base\n".to_vec()),
        ours: Some(b"ours\n".to_vec()),
        theirs: Some(b"theirs\n".to_vec()),
    };
    assert_eq!(at.stages(path).unwrap(), Some(expected));
    let operation = at.operation(path).unwrap().unwrap();
    assert_eq!(operation.kind, OperationKind::Merge);
    assert_eq!(operation.ours.branch.as_deref(), Some("main"));
    assert_eq!(operation.ours.subject.as_deref(), Some("Ours"));
    assert_eq!(operation.theirs.branch.as_deref(), Some("topic"));
    assert_eq!(operation.theirs.subject.as_deref(), Some("Theirs"));

    repo.write("a.ron", "both\n");
    at.stage(path).unwrap();
    assert_eq!(at.stages(path).unwrap(), None);
    assert_eq!(at.operation(path).unwrap(), None);
    assert_eq!(at.staged(path).unwrap(), Some(b"both\n".to_vec()));
}

#[test]
fn a_rebase_swaps_the_sides_and_they_are_named_right() {
    let repo = Repo::new();
    repo.commit("a.ron", "base\n", "Base");
    repo.git(["checkout", "-qb", "topic"]);
    repo.commit("a.ron", "mine\n", "My work");
    repo.git(["checkout", "-q", "main"]);
    repo.commit("a.ron", "upstream\n", "Upstream work");
    repo.git(["checkout", "-q", "topic"]);
    for backend in ["--merge", "--apply"] {
        assert!(!repo.try_git(["rebase", backend, "main"]));
        let operation = repo.open().operation(Path::new("a.ron")).unwrap().unwrap();
        assert_eq!(operation.kind, OperationKind::Rebase, "{backend}");
        assert_eq!(operation.ours.branch.as_deref(), Some("main"));
        assert_eq!(operation.ours.subject.as_deref(), Some("Upstream work"));
        assert_eq!(operation.theirs.branch.as_deref(), Some("topic"));
        assert_eq!(operation.theirs.subject.as_deref(), Some("My work"));
        repo.git(["rebase", "--abort"]);
    }
}

#[test]
fn every_other_operation_is_told_from_a_merge() {
    let repo = Repo::new();
    repo.commit("a.ron", "base\n", "Base");
    repo.commit("a.ron", "second\n", "Second");
    repo.git(["checkout", "-qb", "topic", "HEAD~1"]);
    repo.commit("a.ron", "topic\n", "Topic");
    repo.git(["format-patch", "-q", "-1", "--output=topic.patch"]);
    repo.git(["checkout", "-q", "main"]);
    let kind = || {
        let operation = repo.open().operation(Path::new("a.ron")).unwrap().unwrap();
        (operation.kind, operation.theirs.subject)
    };

    assert!(!repo.try_git(["cherry-pick", "topic"]));
    assert_eq!(kind(), (OperationKind::CherryPick, Some("Topic".into())));
    repo.git(["cherry-pick", "--abort"]);

    repo.commit("a.ron", "third\n", "Third");
    assert!(!repo.try_git(["revert", "--no-edit", "HEAD~1"]));
    assert_eq!(kind(), (OperationKind::Revert, Some("Second".into())));
    repo.git(["revert", "--abort"]);

    assert!(!repo.try_git(["am", "-3", "topic.patch"]));
    assert_eq!(kind(), (OperationKind::Patches, Some("Topic".into())));
    repo.git(["am", "--abort"]);

    repo.write("a.ron", "stashed\n");
    repo.git(["stash", "-q"]);
    repo.commit("a.ron", "fourth\n", "Fourth");
    assert!(!repo.try_git(["stash", "pop"]));
    let subject = repo.answer(["log", "-1", "--format=%s", "refs/stash"]);
    assert_eq!(kind(), (OperationKind::Stash, Some(subject)));
}

#[test]
fn a_side_without_the_file_is_none() {
    let repo = Repo::new();
    repo.commit("a.ron", "base\n", "Base");
    repo.git(["checkout", "-qb", "topic"]);
    repo.git(["rm", "-q", "a.ron"]);
    repo.git(["commit", "-qm", "Gone"]);
    repo.git(["checkout", "-q", "main"]);
    repo.commit("a.ron", "ours\n", "Ours");
    assert!(!repo.try_git(["merge", "topic"]));
    let stages = repo.open().stages(Path::new("a.ron")).unwrap().unwrap();
    assert_eq!(stages.theirs, None);
    assert_eq!(stages.ours.as_deref(), Some(&b"ours\n"[..]));
}

#[test]
fn versions_follow_renames_and_name_zone_author_and_blob() {
    let repo = Repo::new();
    let long = "line\n".repeat(20);
    repo.commit("journeys/old.ron", &long, "One");
    repo.git(["mv", "journeys/old.ron", "journeys/new.ron"]);
    repo.git(["commit", "-qm", "Two"]);
    repo.commit("journeys/new.ron", &format!("{long}more\n"), "Three");
    repo.git(["rm", "-q", "journeys/new.ron"]);
    repo.git(["commit", "-qm", "Four"]);

    let at = repo.open();
    let head = at.resolve("HEAD").unwrap();
    let versions = at.versions(&head, Path::new("journeys/new.ron")).unwrap();
    let versions: Vec<_> = versions.map(Result::unwrap).collect();
    let subjects: Vec<&str> = versions.iter().map(|it| it.subject.as_str()).collect();
    assert_eq!(subjects, ["Four", "Three", "Two", "One"]);
    assert_eq!(versions[0].blob, None);
    assert_eq!(versions[2].path, Path::new("journeys/new.ron"));
    assert_eq!(versions[3].path, Path::new("journeys/old.ron"));
    assert_eq!(versions[1].author, "Ann Other");
    let date = versions[1].date.as_ref().unwrap();
    assert_eq!(date.to_string(), "2026-01-02T03:04:05+01:00[+01:00]");

    let mut blobs = at.blobs();
    let first = blobs.get(versions[3].blob.as_ref().unwrap()).unwrap();
    assert_eq!(first, long.as_bytes());
}

#[test]
fn a_merge_is_a_version_only_where_it_made_something_new() {
    let repo = Repo::new();
    let text = |first: &str, last: &str| format!("{first}\n{}{last}\n", "line\n".repeat(9));
    repo.commit("a.ron", &text("a", "z"), "Base");
    repo.git(["checkout", "-qb", "topic"]);
    repo.commit("a.ron", &text("a", "theirs"), "Theirs");
    repo.git(["checkout", "-q", "main"]);
    repo.commit("b.ron", "other\n", "Other");
    repo.git(["merge", "-q", "-m", "Quiet merge", "topic"]);
    repo.git(["checkout", "-q", "topic"]);
    repo.commit("a.ron", &text("a", "again"), "Again");
    repo.git(["checkout", "-q", "main"]);
    repo.commit("a.ron", &text("ours", "theirs"), "Ours");
    repo.git(["merge", "-q", "-m", "Merge of both", "topic"]);

    let at = repo.open();
    let head = at.resolve("HEAD").unwrap();
    let versions = at.versions(&head, Path::new("a.ron")).unwrap();
    let subjects: Vec<String> = versions.map(|it| it.unwrap().subject).collect();
    assert_eq!(subjects.len(), 5, "{subjects:?}");
    assert_eq!(subjects[0], "Merge of both");
    assert!(!subjects.contains(&"Quiet merge".to_owned()));

    let merge = at.parents(&head).unwrap();
    assert_eq!(merge.len(), 2);
    let bases = at.merge_bases(&merge[0], &merge[1]).unwrap();
    assert_eq!(bases.len(), 1);
    assert_eq!(at.subject(&bases[0]).unwrap(), "Theirs");
}

#[test]
fn odd_paths_are_found_everywhere() {
    for name in [
        "-x.ron",
        "a b.ron",
        "$(id).ron",
        "two\nlines.ron",
        ":(top)x.ron",
        "*.ron",
        "ä.ron",
    ] {
        let repo = Repo::new();
        let path = format!("journeys/{name}");
        repo.commit(&path, "base\n", "Base");
        repo.commit(name, "top\n", "At the top");
        repo.commit("journeys/other.ron", "other\n", "Other");
        let at = repo.open();
        let head = at.resolve("HEAD").unwrap();
        for (path, content) in [(path.as_str(), "base\n"), (name, "top\n")] {
            let path = Path::new(path);
            assert_eq!(at.path_of(&repo.path().join(path)).unwrap(), path);
            assert_eq!(
                at.content(&head, path).unwrap(),
                Some(content.into()),
                "{name:?}"
            );
            assert_eq!(at.staged(path).unwrap(), Some(content.into()), "{name:?}");
            assert_eq!(at.versions(&head, path).unwrap().count(), 1, "{name:?}");
            std::fs::write(repo.path().join(path), "new\n").unwrap();
            at.stage(path).unwrap();
            assert_eq!(
                at.staged(path).unwrap(),
                Some(b"new\n".to_vec()),
                "{name:?}"
            );
        }
        assert_eq!(
            at.tree_files(&head, Path::new("journeys")).unwrap().len(),
            2
        );
        assert_eq!(
            repo.answer(["diff", "--cached", "--name-only", "-z"])
                .matches('\0')
                .count(),
            2
        );
    }
}

#[test]
fn two_commits_differ_in_files_and_a_rename_is_one_change() {
    let repo = Repo::new();
    let long = "line\n".repeat(20);
    repo.commit("journeys/a.ron", &long, "One");
    repo.commit("journeys/gone.ron", "gone\n", "Two");
    repo.commit("elsewhere.txt", "text\n", "Three");
    let at = repo.open();
    let old = at.resolve("HEAD").unwrap();
    repo.git(["mv", "journeys/a.ron", "journeys/b.ron"]);
    repo.git(["rm", "-q", "journeys/gone.ron"]);
    repo.commit("elsewhere.txt", "other\n", "Four");
    let new = at.resolve("HEAD").unwrap();
    let changes = at.changed_files(&old, &new, Path::new("journeys")).unwrap();
    let paths = |change: &touchline::git::Change| {
        let path = |file: &Option<touchline::git::TreeFile>| {
            file.as_ref()
                .map(|file| file.path.to_string_lossy().into_owned())
        };
        (path(&change.old), path(&change.new))
    };
    let paths: Vec<_> = changes.iter().map(paths).collect();
    let some = |name: &str| Some(format!("journeys/{name}.ron"));
    assert_eq!(paths, [(some("a"), some("b")), (some("gone"), None)]);
    assert_eq!(
        at.changed_files(&old, &new, Path::new("")).unwrap().len(),
        3
    );
}

#[test]
fn what_is_no_repository_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let error = Repository::around(&folder.path().join("a.ron")).unwrap_err();
    assert!(matches!(error, GitError::NoRepository { .. }), "{error:?}");

    let repo = Repo::new();
    repo.git(["init", "-q", "--bare", "bare.git"]);
    let error = Repository::around(&repo.path().join("bare.git/a.ron")).unwrap_err();
    assert!(matches!(error, GitError::Bare { .. }), "{error:?}");
    let error = Repository::around(&repo.path().join(".git/a.ron")).unwrap_err();
    assert!(matches!(error, GitError::Bare { .. }), "{error:?}");

    let outside = repo.open().path_of(&folder.path().join("a.ron"));
    assert!(matches!(outside, Err(GitError::NoRepository { .. })));
}

#[test]
fn a_revision_is_a_name_and_never_an_option() {
    let repo = Repo::new();
    repo.commit("a.ron", "one\n", "One");
    let at = repo.open();
    for name in [
        "nowhere",
        "",
        "--output=x",
        "-h",
        "--git-dir",
        "HEAD:a.ron",
        "HEAD..HEAD",
        "a\0b",
        "HEAD\nHEAD",
    ] {
        assert!(
            matches!(at.resolve(name), Err(GitError::NoRevision { .. })),
            "{name:?}"
        );
    }
    assert!(!repo.path().join("x").exists());
    for name in ["HEAD", "main", "@", ":/One"] {
        at.resolve(name).unwrap();
    }
}

#[test]
fn a_new_repository_has_no_commit_and_a_symlink_is_no_file() {
    let repo = Repo::new();
    let at = repo.open();
    assert_eq!(at.resolved("HEAD").unwrap(), None);
    repo.write("a.ron", "one\n");
    std::os::unix::fs::symlink("a.ron", repo.path().join("link.ron")).unwrap();
    repo.git(["add", "."]);
    repo.git(["commit", "-qm", "One"]);
    let head = at.resolve("HEAD").unwrap();
    assert_eq!(at.content(&head, Path::new("link.ron")).unwrap(), None);
    assert_eq!(at.staged(Path::new("link.ron")).unwrap(), None);
    // What is opened by the link is the file.
    assert_eq!(
        at.path_of(&repo.path().join("link.ron")).unwrap(),
        Path::new("a.ron")
    );
}
