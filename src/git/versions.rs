//! The versions of a file, the newest first, as git finds them.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{ChildStdout, Stdio};

use jiff::Zoned;

use super::program::{Running, then_path};
use super::repository::path_of_bytes;
use super::{GitError, ObjectId, Repository};

const VERB: &str = "log";

const UNEXPECTED: GitError = GitError::Unexpected { verb: VERB };

/// Author, subject or path of more bytes than this is no answer.
const MAX_FIELD: u64 = 1024 * 1024;

/// A commit that changed the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The commit.
    pub commit: ObjectId,
    /// Who wrote it; not sanitized.
    pub author: String,
    /// When, with the zone of the author; `None` for a date beyond the calendar.
    pub date: Option<Zoned>,
    /// The first line of its message; not sanitized.
    pub subject: String,
    /// Where the file was in this commit.
    pub path: PathBuf,
    /// What the file held; `None` where the commit deleted it, or it was no regular file.
    pub blob: Option<ObjectId>,
    /// What the file held in the first parent; `None` where it was not there.
    pub before: Option<ObjectId>,
    /// Where the file was before this commit, if it was renamed.
    pub renamed_from: Option<PathBuf>,
}

/// The versions of one file; each is there as soon as git has found it. Dropped, the search ends.
#[derive(Debug)]
pub struct Versions {
    call: Option<(Running, BufReader<ChildStdout>)>,
}

impl Repository {
    /// The versions of a file up to a commit, the newest first, through renames. A merge is one
    /// only if the file became something that no parent had.
    ///
    /// # Errors
    /// git cannot be run.
    pub fn versions(&self, from: &ObjectId, path: &Path) -> Result<Versions, GitError> {
        let flags = [
            "--follow",
            "-M",
            "-c",
            "--raw",
            "--no-abbrev",
            "-z",
            "--format=%H%x00%an%x00%ai%x00%s",
            "--encoding=UTF-8",
            "--no-ext-diff",
            "--no-textconv",
            "--no-show-signature",
            "--no-notes",
            "--no-mailmap",
            "--no-color",
            "--no-relative",
            "--end-of-options",
            from.as_str(),
            "--",
        ];
        let call = then_path(&flags, path);
        let mut running = self.git.start(VERB, call, Stdio::null())?;
        let stdout = BufReader::new(running.stdout()?);
        Ok(Versions {
            call: Some((running, stdout)),
        })
    }
}

impl Iterator for Versions {
    type Item = Result<Version, GitError>;

    fn next(&mut self) -> Option<Self::Item> {
        let (running, mut stdout) = self.call.take()?;
        match version(&mut stdout) {
            Ok(Some(version)) => {
                self.call = Some((running, stdout));
                Some(Ok(version))
            }
            Ok(None) => running.succeed().err().map(Err),
            Err(error) => Some(Err(error)),
        }
    }
}

/// The next commit that changed the file; `None` at the end.
fn version(stdout: &mut impl BufRead) -> Result<Option<Version>, GitError> {
    while let Some(commit) = field(stdout)? {
        let commit = ObjectId::parse(&commit).ok_or(UNEXPECTED)?;
        let mut next = || field(stdout)?.map(text).ok_or(UNEXPECTED);
        let (author, date, subject) = (next()?, next()?, next()?);
        if let Some(change) = change(stdout)? {
            return Ok(Some(Version {
                commit,
                author,
                date: parse_date(&date),
                subject,
                path: change.path,
                blob: change.blob,
                before: change.before,
                renamed_from: change.renamed_from,
            }));
        }
    }
    Ok(None)
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What a commit did to the file.
struct Change {
    path: PathBuf,
    blob: Option<ObjectId>,
    before: Option<ObjectId>,
    renamed_from: Option<PathBuf>,
}

/// What follows the fields of a commit: a line break and the change; for a merge an empty field,
/// and the change only where there is one.
fn change(stdout: &mut impl BufRead) -> Result<Option<Change>, GitError> {
    let mut head = field(stdout)?.ok_or(UNEXPECTED)?;
    if head.is_empty() {
        match stdout.fill_buf()?.first() {
            Some(b':') => head = field(stdout)?.ok_or(UNEXPECTED)?,
            _ => return Ok(None),
        }
    }
    let head = Head::parse(&head).ok_or(UNEXPECTED)?;
    let mut path = || Ok::<_, GitError>(path_of_bytes(field(stdout)?.ok_or(UNEXPECTED)?));
    let renamed_from = head.is_renamed.then(&mut path).transpose()?;
    Ok(Some(Change {
        path: path()?,
        blob: head.blob,
        before: head.before,
        renamed_from,
    }))
}

/// What stands before the next NUL byte; `None` at the end.
fn field(stdout: &mut impl BufRead) -> Result<Option<Vec<u8>>, GitError> {
    let mut field = Vec::new();
    stdout.take(MAX_FIELD).read_until(0, &mut field)?;
    match field.pop() {
        None => Ok(None),
        Some(0) => Ok(Some(field)),
        Some(_) => Err(UNEXPECTED),
    }
}

/// `:MODE… MODE ID… ID STATUS`: as many colons as parents, then the modes and ids of parents and
/// commit.
struct Head {
    blob: Option<ObjectId>,
    /// Of the first parent.
    before: Option<ObjectId>,
    /// The old path stands before the new one.
    is_renamed: bool,
}

impl Head {
    fn parse(line: &[u8]) -> Option<Head> {
        let line = line.trim_ascii_start();
        let parents = line.iter().take_while(|byte| **byte == b':').count();
        let words: Vec<&[u8]> = line[parents..].split(|byte| *byte == b' ').collect();
        if parents == 0 || words.len() != 2 * parents + 3 {
            return None;
        }
        let (mode, id, status) = (
            words[parents],
            words[2 * parents + 1],
            words[2 * parents + 2],
        );
        let is_renamed = parents == 1 && matches!(status.first(), Some(b'R' | b'C'));
        let blob = |mode, id| {
            let blob = ObjectId::parse(id)?;
            let is_there = super::trees::is_regular(mode) && !blob.is_null();
            Some(is_there.then_some(blob))
        };
        Some(Head {
            blob: blob(mode, id)?,
            before: blob(words[0], words[parents + 1])?,
            is_renamed,
        })
    }
}

/// As `%ai` writes it: `2026-11-22 19:45:07 +0100`.
fn parse_date(text: &str) -> Option<Zoned> {
    Zoned::strptime("%Y-%m-%d %H:%M:%S %z", text).ok()
}
