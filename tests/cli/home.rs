//! A folder of its own for each test, and the program in it: no variable, no file of the user.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The program.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_touchline");

/// The day that tests take for today.
pub const TODAY: [&str; 2] = ["--today", "2026-11-22"];

/// A journey that nothing can be said about on that day, in canonical form.
pub const GOOD: &str = r#"#![enable(implicit_some)]
Journey(
    schema: 1,
    title: "One night",
    reviewed: "2026-11-01",
    stages: [
        Stage(
            id: "stay",
            name: "Stay",
            touchpoints: [
                Touchpoint(
                    id: "desk",
                    name: "Check-in",
                    importance: 5,
                ), // ^desk
            ],
        ), // ^stay
    ],
)
"#;

/// [`GOOD`] with an error in line 14.
pub fn with_error() -> String {
    GOOD.replace("importance: 5", "importance: 9")
}

/// [`GOOD`] with a warning in line 5.
pub fn with_warning() -> String {
    GOOD.replace("    reviewed", "    colour: \"red\",\n    reviewed")
}

/// [`GOOD`] with advice: it was not reviewed for long.
pub fn with_advice() -> String {
    GOOD.replace("2026-11-01", "2026-01-01")
}

/// How a run ended.
#[derive(Debug)]
pub struct Ran {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

/// The folder.
pub struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    /// An empty folder.
    pub fn new() -> Home {
        Home {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// A folder with this file.
    pub fn with(name: &str, content: impl AsRef<[u8]>) -> Home {
        let home = Home::new();
        home.write(name, content);
        home
    }

    /// Where the file of this name is.
    pub fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join("work").join(name)
    }

    /// Writes a file, and the folders above it.
    pub fn write(&self, name: impl AsRef<Path>, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    /// What stands in a file.
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// The program with these arguments, in this folder and nothing else.
    pub fn command(&self, arguments: &[&str]) -> Command {
        self.command_of(Command::new(PROGRAM), arguments)
    }

    /// Checks in 512 MiB of memory, where the system can limit it.
    pub fn check_in_512_mib(&self, file: &str) -> Ran {
        let script = "ulimit -v 524288 2>/dev/null; exec \"$0\" check \"$1\"";
        ran(&mut self.command_of(Command::new("/bin/sh"), &["-c", script, PROGRAM, file]))
    }

    fn command_of(&self, mut command: Command, arguments: &[&str]) -> Command {
        let work = self.path("");
        fs::create_dir_all(&work).unwrap();
        command
            .env_clear()
            .env("HOME", self.folder.path())
            .current_dir(work);
        command.args(arguments).stdin(Stdio::null());
        command
    }

    /// Runs the program.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        ran(&mut self.command(arguments))
    }

    /// Checks on [`TODAY`].
    pub fn check(&self, arguments: &[&str]) -> Ran {
        self.run(&[&["check"], &TODAY[..], arguments].concat())
    }

    /// Runs the program with a text on stdin.
    pub fn pipe(&self, text: impl Into<Vec<u8>>, arguments: &[&str]) -> Ran {
        let mut command = assert_cmd::Command::from_std(self.command(arguments));
        Ran::from(command.write_stdin(text.into()).output().unwrap())
    }
}

/// Runs a command to its end.
pub fn ran(command: &mut Command) -> Ran {
    Ran::from(command.output().unwrap())
}

impl From<std::process::Output> for Ran {
    fn from(output: std::process::Output) -> Ran {
        Ran {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}
