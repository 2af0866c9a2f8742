//! What blobs hold: one `git cat-file` hands out many.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{ChildStdin, ChildStdout, Stdio};

use super::program::{Git, Running};
use super::{GitError, ObjectId};
use crate::document::file::MAX_BYTES;

const VERB: &str = "cat-file";

/// Hands out blobs by id. Starts git with the first one, and ends it when dropped.
#[derive(Debug)]
pub struct Blobs {
    git: Git,
    call: Option<Call>,
}

#[derive(Debug)]
struct Call {
    stdin: ChildStdin,
    stdout: BufReader<ChildStdout>,
    /// Ends with the rest.
    _running: Running,
}

impl Blobs {
    pub(super) fn new(git: Git) -> Blobs {
        Blobs { git, call: None }
    }

    /// What this blob holds.
    ///
    /// # Errors
    /// It is larger than 64 MiB, or it is not in the repository.
    pub fn get(&mut self, id: &ObjectId) -> Result<Vec<u8>, GitError> {
        // A call that went wrong in the middle of an answer is no good for another one.
        let mut call = match self.call.take() {
            Some(call) => call,
            None => Call::start(&self.git)?,
        };
        let answer = call.ask(id)?;
        self.call = Some(call);
        answer.ok_or_else(|| GitError::Missing { id: id.to_string() })
    }
}

impl Call {
    fn start(git: &Git) -> Result<Call, GitError> {
        let mut running = git.start(VERB, ["--batch"], Stdio::piped())?;
        let stdout = BufReader::new(running.stdout()?);
        let stdin = running.child.stdin.take();
        Ok(Call {
            stdin: stdin.ok_or(GitError::Unexpected { verb: VERB })?,
            stdout,
            _running: running,
        })
    }

    fn ask(&mut self, id: &ObjectId) -> Result<Option<Vec<u8>>, GitError> {
        self.stdin.write_all(format!("{id}\n").as_bytes())?;
        let mut header = Vec::new();
        (&mut self.stdout)
            .take(256)
            .read_until(b'\n', &mut header)?;
        let header = String::from_utf8_lossy(&header);
        match header.split_ascii_whitespace().collect::<Vec<_>>()[..] {
            [_, "missing"] => Ok(None),
            [of, "blob", size] if of == id.as_str() => self.body(id, size).map(Some),
            _ => Err(GitError::Unexpected { verb: VERB }),
        }
    }

    fn body(&mut self, id: &ObjectId, size: &str) -> Result<Vec<u8>, GitError> {
        let unexpected = GitError::Unexpected { verb: VERB };
        let size: u64 = size.parse().map_err(|_| unexpected)?;
        if size > MAX_BYTES {
            return Err(GitError::TooLarge {
                what: id.to_string(),
            });
        }
        let mut body = Vec::new();
        // The content ends with a line break that is not its own.
        (&mut self.stdout).take(size + 1).read_to_end(&mut body)?;
        match body.pop() {
            Some(b'\n') if body.len() as u64 == size => Ok(body),
            _ => Err(GitError::Unexpected { verb: VERB }),
        }
    }
}
