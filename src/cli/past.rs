//! The versions of a file in git with what each held, the newest first.

use std::path::Path;

use crate::git::{Blobs, GitError, Repository, Version, Versions};

/// The versions, each read as soon as git has found it.
pub(super) struct Past {
    versions: Versions,
    blobs: Blobs,
}

/// A version and the bytes of the file in it; `None` where it had none.
pub(super) type Held = (Version, Option<Vec<u8>>);

impl Past {
    /// The versions of a file up to HEAD.
    ///
    /// # Errors
    /// There is no git, no repository, or no commit.
    pub(super) fn of(file: &Path) -> Result<Past, GitError> {
        let repository = Repository::around(file)?;
        let inside = repository.path_of(file)?;
        let head = repository.resolve("HEAD")?;
        Ok(Past {
            versions: repository.versions(&head, &inside)?,
            blobs: repository.blobs(),
        })
    }
}

impl Iterator for Past {
    type Item = Result<Held, GitError>;

    fn next(&mut self) -> Option<Self::Item> {
        let version = match self.versions.next()? {
            Ok(version) => version,
            Err(error) => return Some(Err(error)),
        };
        let bytes = version.blob.as_ref().map(|id| self.blobs.get(id));
        Some(bytes.transpose().map(|bytes| (version, bytes)))
    }
}
