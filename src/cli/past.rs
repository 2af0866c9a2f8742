//! The versions of a file in git with what each held, the newest first.

use std::path::Path;

use crate::git::{Blobs, GitError, ObjectId, Repository, Version, Versions};

/// The versions, each read as soon as git has found it.
pub(super) struct Past {
    versions: Versions,
    blobs: Blobs,
    /// What was read last as the text before: most often the next version's own.
    last: Option<(ObjectId, Vec<u8>)>,
}

/// A version, and the file in it and before it.
pub(super) struct Held {
    pub(super) version: Version,
    /// The bytes of the file; `None` where it was gone.
    pub(super) bytes: Option<Vec<u8>>,
    /// The bytes of the file in the first parent.
    pub(super) before: Option<Vec<u8>>,
}

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
            last: None,
        })
    }

    fn held(&mut self, version: Version) -> Result<Held, GitError> {
        let bytes = self.read(version.blob.as_ref())?;
        let before = self.read(version.before.as_ref())?;
        self.last = version.before.clone().zip(before.clone());
        Ok(Held {
            version,
            bytes,
            before,
        })
    }

    fn read(&mut self, blob: Option<&ObjectId>) -> Result<Option<Vec<u8>>, GitError> {
        match (&self.last, blob) {
            (_, None) => Ok(None),
            (Some((last, bytes)), Some(blob)) if last == blob => Ok(Some(bytes.clone())),
            (_, Some(blob)) => self.blobs.get(blob).map(Some),
        }
    }
}

impl Iterator for Past {
    type Item = Result<Held, GitError>;

    fn next(&mut self) -> Option<Self::Item> {
        let version = self.versions.next()?;
        Some(version.and_then(|version| self.held(version)))
    }
}
