//! A repository made for a test: its own home, fixed author and dates.
#![allow(dead_code, reason = "each test program uses a part of it")]
#![allow(clippy::unwrap_used, reason = "helpers of tests fail like tests")]

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;
use touchline::git::Repository;

/// A repository, removed in the end.
pub struct Repo {
    folder: TempDir,
}

impl Repo {
    /// An empty one with the branch `main`.
    pub fn new() -> Repo {
        let folder = tempfile::tempdir().unwrap();
        let repo = Repo { folder };
        fs::create_dir(repo.home()).unwrap();
        fs::create_dir(repo.path()).unwrap();
        repo.git(["init", "-q", "-b", "main"]);
        repo.git(["config", "user.name", "Ann Other"]);
        repo.git(["config", "user.email", "ann@example.org"]);
        repo
    }

    /// The top of its work tree.
    pub fn path(&self) -> PathBuf {
        fs::canonicalize(self.folder.path()).unwrap().join("repo")
    }

    /// The home folder of whoever works in it.
    pub fn home(&self) -> PathBuf {
        fs::canonicalize(self.folder.path()).unwrap().join("home")
    }

    /// As the program sees it.
    pub fn open(&self) -> Repository {
        Repository::around(&self.path()).unwrap()
    }

    /// A program in this repository.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.path());
        hermetic(&mut command, &self.home());
        command
    }

    pub fn try_git<const N: usize>(&self, arguments: [&str; N]) -> bool {
        self.output(arguments).status.success()
    }

    pub fn output<const N: usize>(&self, arguments: [&str; N]) -> Output {
        self.command("git").args(arguments).output().unwrap()
    }

    #[track_caller]
    pub fn git<const N: usize>(&self, arguments: [&str; N]) {
        let output = self.output(arguments);
        let message = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "git {arguments:?}: {message}");
    }

    /// What git answers, without the last line break.
    #[track_caller]
    pub fn answer<const N: usize>(&self, arguments: [&str; N]) -> String {
        let output = self.output(arguments);
        assert!(output.status.success(), "git {arguments:?}: {output:?}");
        let text = String::from_utf8(output.stdout).unwrap();
        text.strip_suffix('\n').unwrap_or(&text).to_owned()
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path().join(path)).unwrap()
    }

    /// Writes a file and commits it, and whatever was staged.
    #[track_caller]
    pub fn commit(&self, path: &str, text: &str, subject: &str) {
        self.write(path, text);
        self.git(["--literal-pathspecs", "add", "--", path]);
        self.git(["commit", "-q", "-m", subject]);
    }
}

/// Nothing of the machine's settings, and always the same minute.
pub fn hermetic(command: &mut Command, home: &Path) {
    for (name, _) in std::env::vars_os() {
        if name.as_encoded_bytes().starts_with(b"GIT_") {
            command.env_remove(name);
        }
    }
    command
        .env("HOME", home)
        .env("XDG_CONFIG_HOME", home.join(".config"))
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_AUTHOR_DATE", "2026-01-02T03:04:05+0100")
        .env("GIT_COMMITTER_DATE", "2026-01-02T03:04:05+0100")
        .env("LC_ALL", "C.UTF-8");
}
