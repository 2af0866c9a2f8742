//! The files of a commit, and what two commits differ in: by blob ids, without any content.

use std::path::{Path, PathBuf};

use super::program::then_path;
use super::repository::path_of_bytes;
use super::{GitError, ObjectId, Repository};

/// A regular file of a commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TreeFile {
    /// Where it is in the repository.
    pub path: PathBuf,
    /// What it holds.
    pub blob: ObjectId,
}

/// A file that two commits differ in; at least one side is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// As it was; `None` if it was not there.
    pub old: Option<TreeFile>,
    /// As it is, perhaps at another path; `None` if it is gone.
    pub new: Option<TreeFile>,
}

impl Repository {
    /// The regular files of a commit below a folder, in the order of their paths; an empty path is
    /// the whole commit.
    ///
    /// # Errors
    /// The commit cannot be read.
    pub fn tree_files(&self, commit: &ObjectId, under: &Path) -> Result<Vec<TreeFile>, GitError> {
        const VERB: &str = "ls-tree";
        let flags = ["-r", "-z", "--full-tree", "--end-of-options"];
        let call = then_path(&[&flags[..], &[commit.as_str()]].concat(), under);
        let answer = self.git.run(VERB, call)?;
        let mut files = Vec::new();
        for record in records(&answer) {
            files.extend(tree_file(record).ok_or(GitError::Unexpected { verb: VERB })?);
        }
        Ok(files)
    }

    /// The blob of one file of a commit; `None` if it is not there, or no regular file.
    ///
    /// # Errors
    /// The commit cannot be read.
    pub fn blob_in(&self, commit: &ObjectId, path: &Path) -> Result<Option<ObjectId>, GitError> {
        let files = self.tree_files(commit, path)?;
        let file = files.into_iter().find(|file| file.path == path);
        Ok(file.map(|file| file.blob))
    }

    /// The regular files that two commits differ in, below a folder. A file that was renamed, and
    /// is still much the same, is one change.
    ///
    /// # Errors
    /// A commit cannot be read.
    pub fn changed_files(
        &self,
        old: &ObjectId,
        new: &ObjectId,
        under: &Path,
    ) -> Result<Vec<Change>, GitError> {
        const VERB: &str = "diff-tree";
        let flags = ["-r", "-z", "--raw", "-M", "--no-abbrev", "--no-ext-diff"];
        let rest = ["--no-textconv", "--no-relative", "--end-of-options"];
        let commits = [old.as_str(), new.as_str(), "--"];
        let call = then_path(&[&flags[..], &rest, &commits].concat(), under);
        let answer = self.git.run(VERB, call)?;
        let changes = changes(&mut records(&answer));
        changes.ok_or(GitError::Unexpected { verb: VERB })
    }
}

/// What stands between NUL bytes.
pub(super) fn records(answer: &[u8]) -> impl Iterator<Item = &[u8]> {
    let ended = answer.strip_suffix(b"\0").unwrap_or(answer);
    let records = ended.split(|byte| *byte == 0);
    records.skip(usize::from(answer.is_empty()))
}

/// Splits at the first such byte.
pub(super) fn split_once(bytes: &[u8], at: u8) -> Option<(&[u8], &[u8])> {
    let at = bytes.iter().position(|byte| *byte == at)?;
    Some((&bytes[..at], &bytes[at + 1..]))
}

/// A file with this mode is a regular one, not a symlink or submodule.
pub(super) fn is_regular(mode: &[u8]) -> bool {
    mode.starts_with(b"100")
}

/// `100644 blob ID⇥PATH`; nothing for what is no regular file.
fn tree_file(record: &[u8]) -> Option<Option<TreeFile>> {
    let (head, path) = split_once(record, b'\t')?;
    let mut words = head.split(|byte| *byte == b' ');
    let (mode, _kind, id) = (words.next()?, words.next()?, words.next()?);
    let blob = ObjectId::parse(id)?;
    let path = path_of_bytes(path.to_vec());
    Some(is_regular(mode).then_some(TreeFile { path, blob }))
}

/// `:OLDMODE NEWMODE OLDID NEWID STATUS` and one path, or two after a rename.
fn changes<'a>(records: &mut impl Iterator<Item = &'a [u8]>) -> Option<Vec<Change>> {
    let mut changes = Vec::new();
    while let Some(head) = records.next() {
        let words: Vec<&[u8]> = head.split(|byte| *byte == b' ').collect();
        let &[old_mode, new_mode, old_id, new_id, status] = &words[..] else {
            return None;
        };
        let old_path = records.next()?;
        let is_renamed = matches!(status.first(), Some(b'R' | b'C'));
        let new_path = if is_renamed {
            records.next()?
        } else {
            old_path
        };
        let side = |mode: &[u8], id: &[u8], path: &[u8]| {
            let blob = ObjectId::parse(id)?;
            let path = path_of_bytes(path.to_vec());
            Some(is_regular(mode).then_some(TreeFile { path, blob }))
        };
        let change = Change {
            old: side(old_mode.strip_prefix(b":")?, old_id, old_path)?,
            new: side(new_mode, new_id, new_path)?,
        };
        if change.old.is_some() || change.new.is_some() {
            changes.push(change);
        }
    }
    Some(changes)
}
