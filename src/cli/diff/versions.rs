//! Versions of journeys in git: which files of two sides are pairs, and what stands in them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::request::{New, Old};
use crate::cli::walk::{is_journey, journeys_in};
use crate::git::{Blobs, Change, GitError, ObjectId, Repository, TreeFile};

/// A file of both sides, of which one at least is there.
pub(super) struct FilePair {
    pub(super) old: Option<FileVersion>,
    pub(super) new: Option<FileVersion>,
    /// It was named itself, and not found in a folder.
    pub(super) is_named: bool,
}

/// A version of a file.
pub(super) struct FileVersion {
    /// As git writes it: `HEAD:journeys/a.ron`; of a file as it is, its path in the repository.
    pub(super) name: String,
    /// Where the file is or would be.
    pub(super) path: PathBuf,
    /// What it holds; `None`: what stands at the path.
    pub(super) content: Option<Vec<u8>>,
}

/// The two sides of a comparison, looked up.
pub(super) struct Sides {
    repository: Repository,
    blobs: Blobs,
    /// The commit of the older side; `None` in a repository without commits.
    old: Option<ObjectId>,
    old_name: String,
    new: NewSide,
}

enum NewSide {
    WorkTree,
    Index,
    Commit(ObjectId, String),
}

impl Sides {
    /// The sides in the repository around a path.
    ///
    /// # Errors
    /// There is no repository or no such revision.
    pub(super) fn find(around: &Path, old: &Old, new: &New) -> Result<Sides, GitError> {
        let repository = Repository::around(around)?;
        let (old, old_name) = match old {
            Old::Head => (repository.resolved("HEAD")?, "HEAD".to_owned()),
            Old::Revision(name) => (Some(repository.resolve(name)?), name.clone()),
            Old::BaseOf(ours, theirs) => {
                let ends = (repository.resolve(ours)?, repository.resolve(theirs)?);
                let base = repository.merge_bases(&ends.0, &ends.1)?.into_iter().next();
                let base = base.ok_or_else(|| GitError::NoRevision {
                    name: format!("{ours}...{theirs}"),
                })?;
                let name = base.short().to_owned();
                (Some(base), name)
            }
        };
        let new = match new {
            New::WorkTree => NewSide::WorkTree,
            New::Index => NewSide::Index,
            New::Revision(name) => NewSide::Commit(repository.resolve(name)?, name.clone()),
        };
        Ok(Sides {
            blobs: repository.blobs(),
            repository,
            old,
            old_name,
            new,
        })
    }

    /// The files below a path that may differ, in the order of their paths.
    ///
    /// # Errors
    /// git cannot hand them out.
    pub(super) fn pairs(&mut self, path: &Path) -> Result<Vec<FilePair>, GitError> {
        let under = self.repository.path_of(path)?;
        let is_named = !path.is_dir();
        match &self.new {
            NewSide::Commit(new, name) => {
                let (new, name) = (new.clone(), name.clone());
                self.of_commits(&new, &name, &under, is_named)
            }
            NewSide::WorkTree | NewSide::Index => self.of_now(path, &under, is_named),
        }
    }

    fn of_commits(
        &mut self,
        new: &ObjectId,
        name: &str,
        under: &Path,
        is_named: bool,
    ) -> Result<Vec<FilePair>, GitError> {
        let Some(old) = self.old.clone() else {
            return Ok(Vec::new());
        };
        // Of the whole repository: a file may have come from another folder.
        let changes = self.repository.changed_files(&old, new, Path::new(""))?;
        let is_below = |file: &Option<TreeFile>| {
            file.as_ref().is_some_and(|file| {
                file.path.starts_with(under) && (is_named || is_journey(&file.path))
            })
        };
        let wanted = |change: &Change| is_below(&change.old) || is_below(&change.new);
        let old_name = self.old_name.clone();
        let mut pairs = Vec::new();
        for change in changes.into_iter().filter(wanted) {
            pairs.push(FilePair {
                old: change
                    .old
                    .map(|it| self.committed(&old_name, it))
                    .transpose()?,
                new: change.new.map(|it| self.committed(name, it)).transpose()?,
                is_named,
            });
        }
        Ok(pairs)
    }

    fn committed(&mut self, revision: &str, file: TreeFile) -> Result<FileVersion, GitError> {
        let content = self.blobs.get(&file.blob)?;
        Ok(self.version(Some(revision), &file.path, Some(content)))
    }

    /// The old commit against what is staged, or the files as they are. As in git, a file in a
    /// folder that nobody added to the repository does not count.
    fn of_now(
        &mut self,
        path: &Path,
        under: &Path,
        is_named: bool,
    ) -> Result<Vec<FilePair>, GitError> {
        let committed = match &self.old {
            Some(commit) => self.repository.tree_files(commit, under)?,
            None => Vec::new(),
        };
        let mut paths = BTreeSet::new();
        match is_named {
            true => paths.extend([under.to_owned()]),
            false => {
                let committed = committed.iter().map(|file| file.path.clone());
                paths.extend(committed.filter(|path| is_journey(path)));
                for file in journeys_in(path) {
                    paths.extend(self.repository.path_of(&file).ok());
                }
            }
        }
        let mut pairs = Vec::new();
        for path in paths {
            let old = committed.iter().find(|file| file.path == path).cloned();
            let old_name = self.old_name.clone();
            let old = old.map(|it| self.committed(&old_name, it)).transpose()?;
            let new = self.now(&path, is_named || old.is_some())?;
            if is_named || old.is_some() || new.is_some() {
                pairs.push(FilePair { old, new, is_named });
            }
        }
        Ok(pairs)
    }

    fn now(&self, path: &Path, counts: bool) -> Result<Option<FileVersion>, GitError> {
        if matches!(self.new, NewSide::Index) {
            let content = self.repository.staged(path)?;
            return Ok(content.map(|content| self.version(Some(""), path, Some(content))));
        }
        let version = self.version(None, path, None);
        let is_there = version.path.symlink_metadata().is_ok();
        let counts = counts || self.repository.staged(path)?.is_some();
        Ok(Some(version).filter(|_| is_there && counts))
    }

    fn version(
        &self,
        revision: Option<&str>,
        path: &Path,
        content: Option<Vec<u8>>,
    ) -> FileVersion {
        let shown = path.to_string_lossy();
        FileVersion {
            name: revision.map_or_else(|| shown.to_string(), |it| format!("{it}:{shown}")),
            path: self.repository.root().join(path),
            content,
        }
    }
}
