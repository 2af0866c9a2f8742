//! The files that both sides of a merge changed, with their versions.

use crate::sort;
use std::path::{Path, PathBuf};

use super::MergeCommit;
use crate::cli::walk::is_journey;
use crate::git::{Blobs, Change, GitError, ObjectId, TreeFile};

/// A file that both sides changed.
pub(super) struct File {
    /// Where it is, or would be, in the repository.
    pub(super) path: PathBuf,
    /// It was named itself, and not found in a folder.
    pub(super) is_named: bool,
    /// Empty where both sides added it.
    pub(super) base: Vec<u8>,
    pub(super) ours: Vec<u8>,
    pub(super) theirs: Vec<u8>,
    /// `None`: the merge does not have it.
    pub(super) committed: Option<Committed>,
    /// What git makes of it line by line, where that is clean.
    pub(super) line_merge: Option<Vec<u8>>,
}

/// A file of the merge.
pub(super) struct Committed {
    pub(super) path: PathBuf,
    pub(super) content: Vec<u8>,
}

/// Both sides of a file, and what they come from.
struct Both {
    base: Option<TreeFile>,
    ours: TreeFile,
    theirs: TreeFile,
}

impl Both {
    /// Its paths, that of a side that renamed it first.
    fn paths(&self) -> Vec<&Path> {
        let was = self.base.as_ref().map(|file| &file.path);
        let mut paths = vec![&*self.ours.path, &self.theirs.path];
        sort::by_key(&mut paths, |path| was.is_some_and(|was| was == path));
        paths
    }
}

/// The files below the paths that both sides changed and kept. Where one deleted what the other
/// changed, git always asks, and whatever a person answered is right.
pub(super) fn changed_by_both(
    merge: &MergeCommit,
    under: &[PathBuf],
) -> Result<Vec<Result<File, GitError>>, GitError> {
    let mut wanted = Vec::new();
    for path in under {
        wanted.push((merge.repository.path_of(path)?, !path.is_dir()));
    }
    let mut blobs = merge.repository.blobs();
    let mut files = Vec::new();
    for both in pairs(merge)? {
        let is_below = |(under, named): &&(PathBuf, bool)| {
            let is_it = |path: &&Path| path.starts_with(under) && (*named || is_journey(path));
            both.paths().iter().any(is_it)
        };
        if let Some((_, is_named)) = wanted.iter().find(is_below) {
            files.push(file(merge, &both, *is_named, &mut blobs));
        }
    }
    Ok(files)
}

fn pairs(merge: &MergeCommit) -> Result<Vec<Both>, GitError> {
    let [ours, theirs] = [&merge.parents[0], &merge.parents[1]];
    let (ours, theirs) = (changes(merge, ours)?, changes(merge, theirs)?);
    let both = ours.into_iter().filter_map(|ours| {
        let same = |theirs: &&Change| match (&ours.old, &theirs.old) {
            (Some(one), Some(other)) => one.path == other.path,
            (None, None) => path(&ours.new) == path(&theirs.new),
            _ => false,
        };
        let theirs = theirs.iter().find(same)?;
        Some(Both {
            base: ours.old.clone(),
            ours: ours.new.clone()?,
            theirs: theirs.new.clone()?,
        })
    });
    Ok(both.collect())
}

/// What a side changed; without a base it added all that it has.
fn changes(merge: &MergeCommit, side: &ObjectId) -> Result<Vec<Change>, GitError> {
    let all = Path::new("");
    match &merge.base {
        Some(base) => merge.repository.changed_files(base, side, all),
        None => {
            let files = merge.repository.tree_files(side, all)?;
            let added = |file| Change {
                old: None,
                new: Some(file),
            };
            Ok(files.into_iter().map(added).collect())
        }
    }
}

fn path(file: &Option<TreeFile>) -> Option<&Path> {
    file.as_ref().map(|file| &*file.path)
}

fn file(
    merge: &MergeCommit,
    both: &Both,
    is_named: bool,
    blobs: &mut Blobs,
) -> Result<File, GitError> {
    let committed = committed(merge, both, blobs)?;
    let base = both.base.as_ref().map(|file| blobs.get(&file.blob));
    Ok(File {
        path: both.paths()[0].to_owned(),
        is_named,
        base: base.transpose()?.unwrap_or_default(),
        ours: blobs.get(&both.ours.blob)?,
        theirs: blobs.get(&both.theirs.blob)?,
        committed,
        line_merge: line_merge(merge, both)?,
    })
}

fn committed(
    merge: &MergeCommit,
    both: &Both,
    blobs: &mut Blobs,
) -> Result<Option<Committed>, GitError> {
    for path in both.paths() {
        if let Some(blob) = merge.repository.blob_in(&merge.commit, path)? {
            return Ok(Some(Committed {
                path: path.to_owned(),
                content: blobs.get(&blob)?,
            }));
        }
    }
    Ok(None)
}

/// Of a file that both added there is none: git asks.
fn line_merge(merge: &MergeCommit, both: &Both) -> Result<Option<Vec<u8>>, GitError> {
    let Some(base) = &both.base else {
        return Ok(None);
    };
    let blobs = [&both.ours.blob, &base.blob, &both.theirs.blob];
    let merged = merge.repository.line_merged(blobs)?;
    Ok(merged.filter(|it| !it.has_conflicts).map(|it| it.content))
}
