//! Running `git`. The only place that starts it.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::thread::{self, JoinHandle};

use super::GitError;
use crate::document::file::MAX_BYTES;

/// As much of an error as is kept.
const MAX_MESSAGE: u64 = 8 * 1024;

/// Before the subcommand of every call.
const FLAGS: &[&str] = &["--no-pager", "--no-optional-locks", "--literal-pathspecs"];

/// Settings that win over those of the repository: no program that it names is started.
const SETTINGS: &[&str] = &[
    // A "monitor" is started by whatever reads the index.
    "core.fsmonitor=false",
    // `post-index-change` runs when one path is staged.
    "core.hooksPath=/dev/null",
    // Writing the index may not start another git, for that one knows nothing of these settings.
    "gc.auto=0",
    "maintenance.auto=false",
    // `log` starts gpg.program.
    "log.showSignature=false",
    // A missing object of a partial clone would be fetched.
    "core.sshCommand=false",
    "core.gitProxy=false",
    "core.askPass=false",
    "core.alternateRefsCommand=false",
    "protocol.allow=never",
    "credential.helper=",
    "core.editor=false",
    "sequence.editor=false",
    "core.pager=cat",
    "submodule.recurse=false",
    // A folder inside a repository can look like a bare one, with settings of its own.
    "safe.bareRepository=explicit",
    // Not dangerous, but they change what an answer looks like.
    "log.showRoot=true",
    "core.quotePath=false",
];

/// Variables with which every call is made.
const ENVIRONMENT: &[(&str, &str)] = &[
    ("GIT_NO_LAZY_FETCH", "1"),
    ("GIT_OPTIONAL_LOCKS", "0"),
    ("GIT_TERMINAL_PROMPT", "0"),
    // Wins over `protocol.ext.allow=always`, which `protocol.allow=never` does not.
    ("GIT_ALLOW_PROTOCOL", ""),
    ("LC_ALL", "C"),
];

/// Variables that would make a call mean something else. Those that say which repository is meant
/// are set for hooks and drivers; here the file says it, see [`Git::with`].
const REMOVED: &[&str] = &[
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_COMMON_DIR",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_NAMESPACE",
    "GIT_PREFIX",
    "GIT_CONFIG",
    "GIT_GRAFT_FILE",
    "GIT_SHALLOW_FILE",
    "GIT_REPLACE_REF_BASE",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INTERNAL_SUPER_PREFIX",
    "GIT_GLOB_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
    "GIT_EXTERNAL_DIFF",
    "GIT_DIFF_OPTS",
    "GIT_ATTR_SOURCE",
];

/// Whose settings are read or written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Those of this repository.
    Local,
    /// Those of this user.
    Global,
}

impl Scope {
    pub(super) fn flag(self) -> &'static str {
        match self {
            Scope::Local => "--local",
            Scope::Global => "--global",
        }
    }
}

/// How `git` is called: in which folder, and with which variables.
#[derive(Debug, Clone, Default)]
pub struct Git {
    folder: Option<PathBuf>,
    variables: Vec<(OsString, OsString)>,
}

impl Git {
    /// git in this folder.
    pub(super) fn at(folder: PathBuf) -> Git {
        Git {
            folder: Some(folder),
            variables: Vec::new(),
        }
    }

    /// The same in another folder.
    pub(super) fn moved(mut self, folder: PathBuf) -> Git {
        self.folder = Some(folder);
        self
    }

    /// The same with a variable set.
    pub(super) fn with(mut self, name: impl Into<OsString>, value: impl Into<OsString>) -> Git {
        self.variables.push((name.into(), value.into()));
        self
    }

    /// git without any repository, for what belongs to the user or to files alone.
    pub fn anywhere() -> Git {
        Git::at(PathBuf::from("/")).with("GIT_CEILING_DIRECTORIES", "/")
    }

    /// One call, with all doors closed.
    fn command(&self, verb: &str) -> Command {
        let mut command = Command::new("git");
        if let Some(folder) = &self.folder {
            command.arg("-C").arg(folder);
        }
        command.args(FLAGS);
        for setting in SETTINGS {
            command.args(["-c", setting]);
        }
        for name in REMOVED {
            command.env_remove(name);
        }
        command.envs(ENVIRONMENT.iter().copied());
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command.stdin(Stdio::null());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command.arg(verb);
        command
    }

    /// Starts a call whose answer is read while it runs.
    pub(super) fn start<A: AsRef<OsStr>>(
        &self,
        verb: &'static str,
        arguments: impl IntoIterator<Item = A>,
        stdin: Stdio,
    ) -> Result<Running, GitError> {
        let mut command = self.command(verb);
        let mut child = command
            .args(arguments)
            .stdin(stdin)
            .spawn()
            .map_err(not_started)?;
        let message = child.stderr.take().map(read_message);
        Ok(Running {
            verb,
            child,
            message,
        })
    }

    /// What a call answers, however it ends.
    pub(super) fn answer<A: AsRef<OsStr>>(
        &self,
        verb: &'static str,
        arguments: impl IntoIterator<Item = A>,
        input: &[u8],
    ) -> Result<Answer, GitError> {
        let mut running = self.start(verb, arguments, Stdio::piped())?;
        let stdin = running.child.stdin.take();
        let (stdout, too_large) = thread::scope(|scope| {
            scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(input)));
            let read = running.read_all();
            // Nobody may wait for the end of an input that is no longer read.
            if !matches!(read, Ok((_, false))) {
                let _ = running.child.kill();
            }
            read
        })?;
        if too_large {
            return Err(GitError::TooLarge {
                what: format!("git {verb}"),
            });
        }
        let (status, message) = running.end()?;
        Ok(Answer {
            verb,
            stdout,
            status,
            message,
        })
    }

    /// What a call answers that ends well.
    pub(super) fn run<A: AsRef<OsStr>>(
        &self,
        verb: &'static str,
        arguments: impl IntoIterator<Item = A>,
    ) -> Result<Vec<u8>, GitError> {
        self.answer(verb, arguments, b"")?.of_success()
    }
}

fn not_started(error: io::Error) -> GitError {
    match error.kind() {
        ErrorKind::NotFound => GitError::NoProgram,
        _ => GitError::Io(error),
    }
}

/// Reads the errors of a call beside its answer, so that neither waits for the other.
fn read_message(mut stderr: impl Read + Send + 'static) -> JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // What cannot be read of an error message is no error of its own.
        let _ = (&mut stderr).take(MAX_MESSAGE).read_to_end(&mut bytes);
        let _ = io::copy(&mut stderr, &mut io::sink());
        String::from_utf8_lossy(&bytes).trim().to_owned()
    })
}

/// What a call answered.
#[derive(Debug)]
pub(super) struct Answer {
    verb: &'static str,
    /// As it came.
    pub(super) stdout: Vec<u8>,
    status: ExitStatus,
    /// What stood on stderr.
    pub(super) message: String,
}

impl Answer {
    /// The exit code; `None` for a call that was killed.
    pub(super) fn code(&self) -> Option<i32> {
        self.status.code()
    }

    /// The answer, if git says that it is one.
    pub(super) fn of_success(self) -> Result<Vec<u8>, GitError> {
        match self.status.success() {
            true => Ok(self.stdout),
            false => Err(self.failed()),
        }
    }

    /// The answer as an error.
    pub(super) fn failed(self) -> GitError {
        GitError::Failed {
            verb: self.verb,
            message: self.message,
        }
    }
}

/// A call that is still running; dropped, it is ended.
#[derive(Debug)]
pub(super) struct Running {
    pub(super) verb: &'static str,
    pub(super) child: Child,
    message: Option<JoinHandle<String>>,
}

impl Running {
    /// What it writes from now on.
    pub(super) fn stdout(&mut self) -> Result<ChildStdout, GitError> {
        let unexpected = GitError::Unexpected { verb: self.verb };
        self.child.stdout.take().ok_or(unexpected)
    }

    /// All that it writes, and whether that is more than is read of a file.
    fn read_all(&mut self) -> Result<(Vec<u8>, bool), GitError> {
        let mut bytes = Vec::new();
        self.stdout()?.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
        let too_large = bytes.len() as u64 > MAX_BYTES;
        Ok((bytes, too_large))
    }

    /// Waits for its end.
    pub(super) fn end(mut self) -> Result<(ExitStatus, String), GitError> {
        let status = self.child.wait()?;
        let message = self.message.take().and_then(|it| it.join().ok());
        Ok((status, message.unwrap_or_default()))
    }

    /// How it ended, as an error unless it ended well.
    pub(super) fn succeed(self) -> Result<(), GitError> {
        let verb = self.verb;
        match self.end()? {
            (status, _) if status.success() => Ok(()),
            (_, message) => Err(GitError::Failed { verb, message }),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Without effect on a call that has ended and was waited for.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Arguments with a path behind them; an empty path, which is everything, is left out.
pub(super) fn then_path<'a>(flags: &[&'a str], path: &'a Path) -> Vec<&'a OsStr> {
    let flags = flags.iter().map(|flag| OsStr::new(*flag));
    let path = Some(path.as_os_str()).filter(|path| !path.is_empty());
    flags.chain(path).collect()
}

/// A variable of this process, which git may have set for a hook or a driver.
pub(super) fn inherited(name: &str) -> Option<PathBuf> {
    let value = env::var_os(name).filter(|value| !value.is_empty())?;
    std::path::absolute(value).ok()
}
