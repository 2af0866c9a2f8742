//! Why a save failed, as data: the words for people are made elsewhere.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::PathBuf;

use crate::document::file::{FileKind, OnDisk};

/// What a save was doing when it failed, in the order of the protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Following symlinks to the file.
    Resolve,
    /// Opening the folder and locking it.
    Lock,
    /// Opening the file for writing.
    Open,
    /// Making the temporary file beside it.
    Create,
    /// Writing the temporary file.
    Write,
    /// Bringing the temporary file to the disk.
    Sync,
    /// Reading the file again, to compare it with what was last read.
    Compare,
    /// Putting the temporary file in its place.
    Rename,
    /// Bringing the rename to the disk.
    SyncFolder,
    /// Making the recovery copy that a write in place needs first.
    Copy,
    /// Writing in place.
    Overwrite,
    /// Bringing what was written in place to the disk.
    SyncInPlace,
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Resolve => "following its links",
            Self::Lock => "locking its folder",
            Self::Open => "opening it",
            Self::Create => "creating a temporary file",
            Self::Write => "writing the temporary file",
            Self::Sync => "syncing the temporary file",
            Self::Compare => "comparing it",
            Self::Rename => "renaming the temporary file",
            Self::SyncFolder => "syncing its folder",
            Self::Copy => "making the recovery copy",
            Self::Overwrite => "writing in place",
            Self::SyncInPlace => "syncing it",
        })
    }
}

/// Why a save failed. But for [`SaveError::Unsynced`] the file stands as it stood before.
///
/// `path` is the path as the document was opened.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// Somebody else wrote the file since it was last read; their bytes were kept.
    #[error("{} was changed by somebody else", path.display())]
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// The file should have been new, and somebody else created it.
    #[error("{} was created by somebody else", path.display())]
    Appeared {
        /// The file.
        path: PathBuf,
    },
    /// Somebody removed the file since it was last read.
    #[error("{} was removed by somebody else", path.display())]
    Vanished {
        /// The file.
        path: PathBuf,
    },
    /// Something that is no regular file stands there.
    #[error("{} is no regular file ({kind:?})", path.display())]
    NotRegular {
        /// The file.
        path: PathBuf,
        /// What it is.
        kind: FileKind,
    },
    /// Nobody may write the file, by its mode or because its disk is read-only. One of mode 0444 is
    /// refused even to root, who could.
    #[error("{} is read-only", path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// The file is new, and the disk of its folder is read-only.
    #[error("the folder of {} is read-only", path.display())]
    FolderReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// The folder of the file is not there.
    #[error("the folder of {} does not exist", path.display())]
    FolderMissing {
        /// The file.
        path: PathBuf,
    },
    /// Another program that saves by the same protocol held the folder all the time waited.
    #[error("the folder of {} is locked by another program", path.display())]
    Locked {
        /// The file.
        path: PathBuf,
    },
    /// The disk is full.
    #[error("no space left while {step} for {}", path.display())]
    NoSpace {
        /// The file.
        path: PathBuf,
        /// What was being done.
        step: Step,
    },
    /// The system refused something else.
    #[error("cannot save {}, failed {step}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What was being done.
        step: Step,
        /// The cause.
        source: io::Error,
    },
    /// The file was written, but it is not sure that the disk holds all of it: nothing counts as
    /// saved. A recovery copy of the whole text stands by if it was written in place.
    #[error("{} was written, but failed {step}: {source}", now.path().display())]
    Unsynced {
        /// What was being done.
        step: Step,
        /// The cause.
        source: io::Error,
        /// What stands there now, by our own hand: the next save must start from it.
        now: Box<OnDisk>,
    },
}

impl SaveError {
    /// The error of a failed system call.
    pub(super) fn of(path: PathBuf, step: Step, source: io::Error) -> Self {
        match source.kind() {
            ErrorKind::StorageFull => Self::NoSpace { path, step },
            _ => Self::Io { path, step, source },
        }
    }
}
