//! The index: what is staged, the three sides of a conflict, and staging one file.

use std::ffi::OsStr;
use std::path::Path;

use super::program::{Git, then_path};
use super::trees::{is_regular, records, split_once};
use super::{GitError, ObjectId, Repository};

const VERB: &str = "ls-files";

/// The three sides of a file in conflict. A side on which the file does not exist is `None`: both
/// added it, or one deleted it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stages {
    /// From which both came.
    pub base: Option<Vec<u8>>,
    /// As the branch has it that is being worked on.
    pub ours: Option<Vec<u8>>,
    /// As it comes in.
    pub theirs: Option<Vec<u8>>,
}

impl Repository {
    /// The three sides of a file; `None` if it is in no conflict.
    ///
    /// # Errors
    /// A side is too large, or missing.
    pub fn stages(&self, path: &Path) -> Result<Option<Stages>, GitError> {
        let ids = self.unmerged(path)?;
        if ids.iter().all(Option::is_none) {
            return Ok(None);
        }
        let mut blobs = self.blobs();
        let mut content = |id: &Option<ObjectId>| id.as_ref().map(|id| blobs.get(id)).transpose();
        Ok(Some(Stages {
            base: content(&ids[0])?,
            ours: content(&ids[1])?,
            theirs: content(&ids[2])?,
        }))
    }

    /// The blobs of the three sides: base, ours, theirs.
    pub(super) fn unmerged(&self, path: &Path) -> Result<[Option<ObjectId>; 3], GitError> {
        let answer = self.ls_files("--unmerged", path)?;
        let mut ids = [None, None, None];
        for record in records(&answer) {
            let entry = entry(record).ok_or(GitError::Unexpected { verb: VERB })?;
            if let (1..=3, true) = (entry.stage, entry.path == path.as_os_str()) {
                ids[entry.stage - 1] = entry.blob;
            }
        }
        Ok(ids)
    }

    /// What is staged of a file; `None` if nothing is, if it is no regular file, or in conflict.
    ///
    /// # Errors
    /// It is too large, or missing.
    pub fn staged(&self, path: &Path) -> Result<Option<Vec<u8>>, GitError> {
        let answer = self.ls_files("--stage", path)?;
        for record in records(&answer) {
            let entry = entry(record).ok_or(GitError::Unexpected { verb: VERB })?;
            if let (0, true, Some(id)) = (entry.stage, entry.path == path.as_os_str(), entry.blob) {
                return self.blobs().get(&id).map(Some);
            }
        }
        Ok(None)
    }

    fn ls_files(&self, what: &str, path: &Path) -> Result<Vec<u8>, GitError> {
        let flags = [what, "-z", "--full-name", "--"];
        self.git.run(VERB, then_path(&flags, path))
    }

    /// Stages a file as it is on disk, as `git add` does: a conflict in it counts as resolved.
    ///
    /// # Errors
    /// A filter of the repository would have to run; a person may do that with `git add`.
    pub fn stage(&self, path: &Path) -> Result<(), GitError> {
        if let Some(filter) = self.filter_of(path)? {
            return Err(GitError::Filtered {
                path: path.to_owned(),
                filter,
            });
        }
        let git = self.without_filters()?;
        git.run("add", then_path(&["--"], path))?;
        Ok(())
    }

    /// git with all filters off. Whoever writes the index looks again at *other* files that were
    /// changed in the same second, through their filters.
    fn without_filters(&self) -> Result<Git, GitError> {
        let mut git = self.git.clone();
        let arguments = ["-z", "--name-only", "--get-regexp", r"^filter\."];
        let answer = git.answer("config", arguments, b"")?;
        let before = std::env::var("GIT_CONFIG_COUNT").ok();
        let mut count: usize = before.and_then(|it| it.parse().ok()).unwrap_or(0);
        for key in records(&answer.stdout) {
            let key = String::from_utf8_lossy(key).into_owned();
            let value = if key.ends_with(".required") {
                "false"
            } else {
                ""
            };
            git = git
                .with(format!("GIT_CONFIG_KEY_{count}"), key)
                .with(format!("GIT_CONFIG_VALUE_{count}"), value);
            count += 1;
        }
        Ok(git.with("GIT_CONFIG_COUNT", count.to_string()))
    }
}

/// An entry of the index: `MODE ID STAGE⇥PATH`.
struct Entry<'a> {
    /// `None` for a symlink or submodule.
    blob: Option<ObjectId>,
    stage: usize,
    path: &'a OsStr,
}

fn entry(record: &[u8]) -> Option<Entry<'_>> {
    use std::os::unix::ffi::OsStrExt;
    let (head, path) = split_once(record, b'\t')?;
    let words: Vec<&[u8]> = head.split(|byte| *byte == b' ').collect();
    let &[mode, id, stage] = &words[..] else {
        return None;
    };
    let id = ObjectId::parse(id)?;
    Some(Entry {
        blob: is_regular(mode).then_some(id),
        stage: std::str::from_utf8(stage).ok()?.parse().ok()?,
        path: OsStr::from_bytes(path),
    })
}
