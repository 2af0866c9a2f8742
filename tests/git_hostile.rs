//! A repository as it may come in an archive: whatever its configuration, attributes and hooks can
//! name is a program that leaves its name behind. Plain git starts them (else the traps would
//! prove nothing); this program starts none of them.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod repo;

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use repo::Repo;
use touchline::git::{Git, GitError, Repository, Scope, line_merge};

/// All traps that plain git steps into here.
const ARMED: &[&str] = &[
    "alias",
    "askpass",
    "clean-filter",
    "credential-helper",
    "diff-command",
    "diff-external",
    "editor",
    "ext-transport",
    "fsmonitor",
    "fsmonitor-of-bare-folder",
    "fsmonitor-of-submodule",
    "gpg",
    "hook",
    "merge-driver",
    "process-filter",
    "smudge-filter",
    "ssh",
    "textconv",
    "uploadpack",
];

struct Hostile {
    repo: Repo,
    /// A commit with a file whose content is only to be had from the remotes.
    partial: String,
}

impl Hostile {
    fn new() -> Hostile {
        let repo = Repo::new();
        fs::create_dir(repo.home().join("stepped")).unwrap();
        repo.commit("journeys/a.ron", "base\n", "Base");
        repo.commit(".gitattributes", ATTRIBUTES, "Attributes");
        repo.commit("notes.txt", "notes\n", "Notes");
        repo.commit("other.dat", "other\n", "Other");
        repo.commit("readme.md", "zero\n", "Readme");
        repo.git(["checkout", "-qb", "topic"]);
        repo.commit("journeys/a.ron", "theirs\n", "Theirs");
        repo.git(["checkout", "-q", "main"]);
        repo.commit("journeys/a.ron", "ours\n", "Ours");
        let hostile = Hostile {
            partial: commit_without_blob(&repo),
            repo,
        };
        hostile.sign_head();
        hostile.add_submodule();
        hostile.add_bare_folder();
        assert!(!hostile.repo.try_git(["merge", "-q", "topic"]));
        hostile.arm();
        hostile
    }

    /// A program that leaves this name behind, and fails.
    fn trap(&self, name: &str) -> String {
        let file = self.repo.home().join(format!("trap-{name}"));
        let stepped = self.repo.home().join("stepped").join(name);
        let script = format!("#!/bin/sh\ntouch '{}'\nexit 1\n", stepped.display());
        fs::write(&file, script).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
        file.to_str().unwrap().to_owned()
    }

    /// HEAD again, with a signature for gpg to look at.
    fn sign_head(&self) {
        let commit = self.repo.answer(["cat-file", "commit", "HEAD"]);
        let signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----";
        let signed = commit.replacen("\n\n", &format!("\n{signature}\n\n"), 1) + "\n";
        self.repo.write("signed", &signed);
        let id = self
            .repo
            .answer(["hash-object", "-t", "commit", "-w", "signed"]);
        self.repo.git(["reset", "-q", "--soft", &id]);
        fs::remove_file(self.repo.path().join("signed")).unwrap();
    }

    fn add_submodule(&self) {
        self.repo.git(["init", "-q", "-b", "main", "sub"]);
        let sub = |arguments: &[&str]| {
            let mut git = self.repo.command("git");
            let name = [
                "-C",
                "sub",
                "-c",
                "user.name=A",
                "-c",
                "user.email=a@example.org",
            ];
            assert!(git.args(name).args(arguments).status().unwrap().success());
        };
        sub(&["commit", "-q", "--allow-empty", "-m", "Sub"]);
        self.repo
            .git(["-c", "advice.addEmbeddedRepo=false", "add", "sub"]);
        self.repo.git(["commit", "-qm", "Sub"]);
        sub(&[
            "config",
            "core.fsmonitor",
            &self.trap("fsmonitor-of-submodule"),
        ]);
        let hook = self.repo.path().join("sub/.git/hooks/post-index-change");
        fs::copy(self.trap("hook"), hook).unwrap();
    }

    /// A folder of files that git takes for a repository of its own.
    fn add_bare_folder(&self) {
        let git = self.repo.path().join("journeys/bare");
        for folder in ["objects", "refs"] {
            fs::create_dir_all(git.join(folder)).unwrap();
        }
        fs::write(git.join("HEAD"), "ref: refs/heads/main\n").unwrap();
        let trap = self.trap("fsmonitor-of-bare-folder");
        let config = format!(
            "[core]\nrepositoryformatversion = 0\nbare = false\nworktree = ..\nfsmonitor = {trap}\n"
        );
        fs::write(git.join("config"), config).unwrap();
    }

    /// Everything that can be named, half of it in a file that is included.
    fn arm(&self) {
        let hooks = self.repo.home().join("hooks");
        fs::create_dir(&hooks).unwrap();
        for (hook, name) in [("post-index-change", "hook"), ("pre-auto-gc", "gc-hook")] {
            let trap = self.trap(name);
            fs::copy(&trap, hooks.join(hook)).unwrap();
            fs::copy(&trap, self.repo.path().join(".git/hooks").join(hook)).unwrap();
        }
        let trap = |name| self.trap(name);
        let settings = [
            ("core.repositoryFormatVersion", "1".to_owned()),
            ("extensions.partialClone", "one".to_owned()),
            ("remote.one.url", "ssh://host.invalid/one".to_owned()),
            (
                "remote.two.url",
                format!("ext::{} %S", trap("ext-transport")),
            ),
            ("remote.two.promisor", "true".to_owned()),
            (
                "remote.three.url",
                self.repo.path().join("sub").display().to_string(),
            ),
            ("remote.three.uploadpack", trap("uploadpack")),
            ("remote.three.promisor", "true".to_owned()),
            ("protocol.allow", "always".to_owned()),
            ("protocol.ext.allow", "always".to_owned()),
            ("core.sshCommand", trap("ssh")),
            ("core.gitProxy", trap("git-proxy")),
            ("core.hooksPath", hooks.display().to_string()),
            ("core.editor", trap("editor")),
            ("sequence.editor", trap("sequence-editor")),
            ("core.askPass", trap("askpass")),
            ("credential.helper", trap("credential-helper")),
            ("core.alternateRefsCommand", trap("alternate-refs")),
            ("core.pager", trap("pager")),
            ("pager.log", trap("pager-of-log")),
            ("gc.auto", "1".to_owned()),
            ("gc.autoDetach", "false".to_owned()),
            ("include.path", "included".to_owned()),
        ];
        for (key, value) in settings {
            self.repo.git(["config", key, &value]);
        }
        let included = [
            ("gpg.program", trap("gpg")),
            ("log.showSignature", "true".to_owned()),
            ("diff.external", trap("diff-external")),
            ("diff.evil.textconv", trap("textconv")),
            ("diff.evil.cachetextconv", "true".to_owned()),
            ("diff.commanded.command", trap("diff-command")),
            ("merge.evil.driver", trap("merge-driver")),
            ("filter.evil.clean", trap("clean-filter")),
            ("filter.evil.smudge", trap("smudge-filter")),
            ("filter.evil.required", "true".to_owned()),
            ("filter.evil=2.process", trap("process-filter")),
            ("filter.evil=2.required", "true".to_owned()),
            ("core.fsmonitor", trap("fsmonitor")),
        ];
        for (key, value) in included {
            self.repo
                .git(["config", "--file", ".git/included", key, &value]);
        }
        for verb in [
            "zap",
            "log",
            "cat-file",
            "rev-parse",
            "ls-files",
            "ls-tree",
            "add",
        ] {
            let key = format!("alias.{verb}");
            let value = format!("!{}", trap("alias"));
            self.repo
                .git(["config", "--file", ".git/included", &key, &value]);
        }
        assert_eq!(self.stepped(), [""; 0], "before anything was asked");
    }

    /// The traps that were stepped into since the last question.
    fn stepped(&self) -> Vec<String> {
        let folder = self.repo.home().join("stepped");
        let mut names: Vec<String> = fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
            .iter()
            .for_each(|it| fs::remove_file(folder.join(it)).unwrap());
        names
    }

    /// What somebody does who does not know.
    fn plain_git(&self, arguments: &[&str]) {
        let mut command = self.repo.command("git");
        command.args(arguments).env("GIT_TERMINAL_PROMPT", "0");
        command.stdin(Stdio::null()).output().unwrap();
    }

    /// Writing the index looks again at files that were changed in the second it was written in.
    fn make_racy(&self) {
        let index = self.repo.path().join(".git/index");
        let written = fs::metadata(&index).unwrap().modified().unwrap();
        for file in ["notes.txt", "other.dat"] {
            let file = fs::File::options()
                .write(true)
                .open(self.repo.path().join(file))
                .unwrap();
            file.set_modified(written).unwrap();
        }
    }
}

const ATTRIBUTES: &str = "*.ron diff=evil merge=evil
*.txt filter=evil
*.dat filter=evil=2
*.md diff=commanded
";

/// A commit whose tree names a blob that is not here.
fn commit_without_blob(repo: &Repo) -> String {
    repo.write("gone.ron", "gone\n");
    let blob = repo.answer(["hash-object", "gone.ron"]);
    fs::remove_file(repo.path().join("gone.ron")).unwrap();
    let info = format!("100644,{blob},journeys/gone.ron");
    repo.git(["update-index", "--add", "--cacheinfo", &info]);
    let tree = repo.answer(["write-tree", "--missing-ok"]);
    repo.git(["update-index", "--force-remove", "journeys/gone.ron"]);
    repo.answer(["commit-tree", "-m", "Partial", "-p", "HEAD", &tree])
}

#[test]
fn plain_git_steps_into_every_trap() {
    let hostile = Hostile::new();
    hostile.repo.write("readme.md", "one\n");
    hostile.repo.write("plain", "one\n");
    hostile.repo.write("sub/x", "one\n");
    hostile.repo.write("notes.txt", "changed\n");
    hostile.repo.write("new.txt", "one\n");
    hostile.repo.write("new.dat", "one\n");
    let url = "url=https://host.invalid/";
    for call in [
        &["status"][..],
        &["log", "-1"],
        &["log", "-p"],
        &["zap"],
        &["diff", "--no-index", "plain", "/dev/null"],
        &["diff", "readme.md"],
        &["-C", "sub", "add", "x"],
        &["add", "new.txt"],
        &["add", "new.dat"],
        &["checkout", "main", "--", "notes.txt"],
        &["checkout", "--merge", "journeys/a.ron"],
        &[
            "cat-file",
            "-p",
            &format!("{}:journeys/gone.ron", hostile.partial),
        ],
        &["gc", "--auto"],
        &["config", "--edit"],
        &["-C", "journeys/bare", "ls-files"],
        &["-C", "sub", "ls-files"],
    ] {
        hostile.plain_git(call);
    }
    let fill = format!("echo {url} | git credential fill");
    hostile
        .repo
        .command("sh")
        .args(["-c", &fill])
        .output()
        .unwrap();
    let stepped = hostile.stepped();
    let stepped: BTreeSet<&str> = stepped.iter().map(String::as_str).collect();
    assert_eq!(stepped, ARMED.iter().copied().collect());
}

#[test]
fn nothing_that_a_repository_names_is_run() {
    let hostile = Hostile::new();
    let root = hostile.repo.path();
    let calm = |after: &str| assert_eq!(hostile.stepped(), [""; 0], "after {after}");

    let at = Repository::around(&root.join("journeys/a.ron")).unwrap();
    let path = at.path_of(&root.join("journeys/a.ron")).unwrap();
    calm("around");
    let head = at.resolve("HEAD").unwrap();
    let topic = at.resolve("topic").unwrap();
    let partial = at.resolve(&hostile.partial).unwrap();
    calm("resolve");
    assert_eq!(at.parents(&head).unwrap().len(), 1);
    assert_eq!(at.merge_bases(&head, &topic).unwrap().len(), 1);
    at.subject(&head).unwrap();
    calm("commits");
    assert!(at.tree_files(&head, Path::new("")).unwrap().len() >= 4);
    assert_eq!(
        at.changed_files(&head, &topic, Path::new("journeys"))
            .unwrap()
            .len(),
        1
    );
    at.changed_files(&head, &partial, Path::new("")).unwrap();
    calm("trees");
    assert_eq!(at.content(&head, &path).unwrap(), Some(b"ours\n".to_vec()));
    let gone = at.content(&partial, Path::new("journeys/gone.ron"));
    assert!(matches!(gone, Err(GitError::Missing { .. })), "{gone:?}");
    calm("contents");
    assert_eq!(
        at.versions(&head, &path)
            .unwrap()
            .filter(Result::is_ok)
            .count(),
        2
    );
    at.versions(&partial, Path::new("journeys/gone.ron"))
        .unwrap()
        .for_each(drop);
    calm("versions");
    assert!(at.stages(&path).unwrap().is_some());
    assert!(at.operation(&path).unwrap().is_some());
    assert_eq!(at.staged(&path).unwrap(), None);
    calm("the index");
    assert_eq!(at.attributes(&path).unwrap().merge.as_deref(), Some("evil"));
    at.line_ends(Path::new("")).unwrap();
    calm("attributes");
}

#[test]
fn staging_and_settings_run_nothing_either() {
    let hostile = Hostile::new();
    let at = hostile.repo.open();
    let calm = |after: &str| assert_eq!(hostile.stepped(), [""; 0], "after {after}");
    hostile.make_racy();
    hostile.repo.write("journeys/a.ron", "both\n");
    at.stage(Path::new("journeys/a.ron")).unwrap();
    assert_eq!(
        at.staged(Path::new("journeys/a.ron")).unwrap(),
        Some(b"both\n".to_vec())
    );
    calm("staging");
    let filtered = at.stage(Path::new("notes.txt"));
    assert!(
        matches!(filtered, Err(GitError::Filtered { .. })),
        "{filtered:?}"
    );
    calm("staging through a filter");

    let git = at.git();
    git.set(Scope::Local, "merge.x.name", "a name").unwrap();
    assert_eq!(
        git.setting(Scope::Local, "merge.x.name")
            .unwrap()
            .as_deref(),
        Some("a name")
    );
    assert!(git.remove_section(Scope::Local, "merge.x").unwrap());
    assert!(!git.remove_section(Scope::Local, "merge.x").unwrap());
    git.attributes_file().unwrap();
    git.version().unwrap();
    Git::anywhere().version().unwrap();
    calm("settings");

    let file = |name: &str, text: &str| -> PathBuf {
        hostile.repo.write(name, text);
        hostile.repo.path().join(name)
    };
    let (ours, base, theirs) = (
        file("-o.ron", "o\n"),
        file("b.ron", "b\n"),
        file("t.ron", "t\n"),
    );
    let merged = line_merge([&ours, &base, &theirs], ["O", "B", "T"], 9)
        .unwrap()
        .unwrap();
    assert!(merged.has_conflicts);
    assert!(merged.content.starts_with(b"<<<<<<<<< O\n"));
    calm("a line merge");
}

#[test]
fn a_folder_that_looks_like_a_repository_is_none_and_a_submodule_is_calm() {
    let hostile = Hostile::new();
    let bare = Repository::around(&hostile.repo.path().join("journeys/bare/a.ron"));
    assert!(matches!(bare, Err(GitError::Bare { .. })), "{bare:?}");
    let sub = Repository::around(&hostile.repo.path().join("sub/a.ron")).unwrap();
    hostile.repo.write("sub/a.ron", "new\n");
    sub.stage(Path::new("a.ron")).unwrap();
    assert!(sub.staged(Path::new("a.ron")).unwrap().is_some());
    assert_eq!(hostile.stepped(), [""; 0]);
}
