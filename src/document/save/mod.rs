//! Saving a file so that at every moment, whatever is killed or fails, it is complete: either the
//! old bytes or the new ones. Knows nothing of what stands in it.
//!
//! Resolve symlinks → lock the folder → open the file for writing → temporary file beside it →
//! write → owner, mode, attributes → sync → compare the file with what was last read → rename →
//! sync the folder. What a replacement would lose (a second hard link, an owner or attribute that
//! may not be given away, a mount point) or cannot do (a folder that may not be written) is written
//! in place instead, after a synced copy in the recovery folder.
//!
//! The lock keeps out programs that lock too; the comparison refuses to overwrite what the others
//! wrote. The bytes themselves are compared, since they are in memory anyway.

mod attributes;
mod copy;
mod error;
mod folder;
mod in_place;
mod temporary;

use std::fs::File;
use std::io::{self, ErrorKind};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rustix::fs::OFlags;

pub(super) use self::copy::has_arrived;
pub use self::copy::{LeftCopy, left_copies, make_private_folder};
pub use self::error::{SaveError, Step};
use self::folder::{Folder, PATIENCE};
pub(super) use self::folder::{lock, sync_folder};
pub(crate) use self::temporary::PRIVATE;
use self::temporary::{NEW, Temporary, sweep_folder};
use crate::document::file::{FileKind, OnDisk, OpenError, holds, open_regular, parent, resolve};

/// Places outside of the document's own folder that saving needs. Only `cli` knows where they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// The folder in the user's state folder for copies of files that must be written in place.
    /// Created when it is needed, for the user alone.
    pub recovery_folder: PathBuf,
}

/// Puts `bytes` where `on_disk` was read from, and returns what the next save starts from.
/// `Ok` means that they are on the disk; waits at most five seconds for another save in the folder.
///
/// # Errors
/// See [`SaveError`]. The file stands as it stood before, but for [`SaveError::Unsynced`]. A file
/// that somebody else changed, removed or created since it was last read is left alone; to write
/// over it all the same, [`read`](crate::document::file::read) it and save onto that.
pub fn save(on_disk: &OnDisk, bytes: &[u8], places: &Places) -> Result<OnDisk, SaveError> {
    let target = Target::lock(on_disk)?;
    let saved = match (target.open()?, on_disk.content()) {
        (None, None) => target.create(bytes),
        (Some(old), Some(last)) => match target.replace(&old, last, bytes)? {
            Some(saved) => Ok(saved),
            None => in_place::write(&target, &old, last, bytes, places),
        },
        (Some(_), None) => Err(SaveError::Appeared {
            path: target.path(),
        }),
        (None, Some(_)) => Err(SaveError::Vanished {
            path: target.path(),
        }),
    }?;
    if let Some(copy) = &on_disk.copy {
        copy::remove(copy);
    }
    Ok(saved)
}

/// Removes temporary files that dead processes left beside the file and in the recovery folder.
/// Done when a file is opened; nothing is reported, as nothing is lost if it fails.
pub fn sweep(path: &Path, places: &Places) {
    if let Ok(real) = resolve(path) {
        sweep_folder(parent(&real));
    }
    sweep_folder(&places.recovery_folder);
}

/// The file to be saved, in its locked folder.
struct Target<'a> {
    on_disk: &'a OnDisk,
    real: PathBuf,
    folder: Folder,
}

impl<'a> Target<'a> {
    fn lock(on_disk: &'a OnDisk) -> Result<Self, SaveError> {
        let path = || on_disk.path.clone();
        let missing = |step, e: io::Error| match e.kind() {
            ErrorKind::NotFound => SaveError::FolderMissing { path: path() },
            ErrorKind::WouldBlock => SaveError::Locked { path: path() },
            ErrorKind::IsADirectory => SaveError::NotRegular {
                path: path(),
                kind: FileKind::Folder,
            },
            _ => SaveError::of(path(), step, e),
        };
        let real = resolve(&on_disk.path).map_err(|e| missing(Step::Resolve, e))?;
        let folder = Folder::lock(parent(&real), PATIENCE).map_err(|e| missing(Step::Lock, e))?;
        Ok(Self {
            on_disk,
            real,
            folder,
        })
    }

    /// The path as given, for errors.
    fn path(&self) -> PathBuf {
        self.on_disk.path.clone()
    }

    /// The name of the file in its folder.
    fn name(&self) -> &Path {
        self.real.file_name().map_or(&self.real, Path::new)
    }

    fn failed(&self, step: Step) -> impl FnOnce(io::Error) -> SaveError {
        let path = self.path();
        move |source| SaveError::of(path, step, source)
    }

    /// Opens the file for writing without touching it; `None` if it is not there.
    fn open(&self) -> Result<Option<File>, SaveError> {
        let path = self.path();
        match open_regular(&self.folder, self.name(), OFlags::RDWR) {
            Ok(file) => {
                let mode = file.metadata().map_err(self.failed(Step::Open))?.mode();
                // Root may write everything, but a file marked as read-only is meant to be.
                if mode & 0o222 == 0 {
                    Err(SaveError::ReadOnly { path })
                } else {
                    Ok(Some(file))
                }
            }
            Err(OpenError::NotRegular(kind)) => Err(SaveError::NotRegular { path, kind }),
            Err(OpenError::Io(e)) if e.kind() == ErrorKind::NotFound => Ok(None),
            Err(OpenError::Io(e)) if e.kind() == ErrorKind::ReadOnlyFilesystem => {
                Err(SaveError::ReadOnly { path })
            }
            Err(OpenError::Io(e)) => Err(SaveError::of(path, Step::Open, e)),
        }
    }

    /// Opens the file once more by its name, and refuses it if it is not what was last read.
    fn unchanged(&self, last: &[u8]) -> Result<File, SaveError> {
        let file = self
            .open()?
            .ok_or_else(|| SaveError::Vanished { path: self.path() })?;
        match holds(&file, last).map_err(self.failed(Step::Compare))? {
            true => Ok(file),
            false => Err(SaveError::Changed { path: self.path() }),
        }
    }

    /// Makes the file, which was not there before.
    fn create(&self, bytes: &[u8]) -> Result<OnDisk, SaveError> {
        let mut temporary = Temporary::create(&self.folder, NEW).map_err(|e| match e.kind() {
            ErrorKind::ReadOnlyFilesystem => SaveError::FolderReadOnly { path: self.path() },
            ErrorKind::NotFound => SaveError::FolderMissing { path: self.path() },
            _ => SaveError::of(self.path(), Step::Create, e),
        })?;
        temporary.write(bytes).map_err(self.failed(Step::Write))?;
        temporary.file.sync_all().map_err(self.failed(Step::Sync))?;
        temporary.appear(self.name()).map_err(|e| match e.kind() {
            ErrorKind::AlreadyExists => SaveError::Appeared { path: self.path() },
            _ => SaveError::of(self.path(), Step::Rename, e),
        })?;
        self.settle(bytes)
    }

    /// Puts a new file in the place of the old one; `None` if that is impossible, or would lose
    /// anything of it.
    fn replace(&self, old: &File, last: &[u8], bytes: &[u8]) -> Result<Option<OnDisk>, SaveError> {
        if old.metadata().map_err(self.failed(Step::Open))?.nlink() > 1 {
            return Ok(None);
        }
        let mut temporary = match Temporary::create(&self.folder, PRIVATE) {
            Err(e) if denied(&e) => return Ok(None),
            other => other.map_err(self.failed(Step::Create))?,
        };
        temporary.write(bytes).map_err(self.failed(Step::Write))?;
        if attributes::copy(old, &temporary.file).is_err() {
            return Ok(None);
        }
        temporary.file.sync_all().map_err(self.failed(Step::Sync))?;
        self.unchanged(last)?;
        match temporary.replace(self.name()) {
            Err(e) if denied(&e) || pinned(&e) => return Ok(None),
            other => other.map_err(self.failed(Step::Rename))?,
        }
        self.settle(bytes).map(Some)
    }

    /// The last step once the file is in its place.
    fn settle(&self, bytes: &[u8]) -> Result<OnDisk, SaveError> {
        let now = self.now(bytes.to_vec());
        match self.folder.sync() {
            Ok(()) => Ok(now),
            Err(source) => Err(SaveError::Unsynced {
                step: Step::SyncFolder,
                source,
                now: Box::new(now),
            }),
        }
    }

    /// What stands at the path after our own writing.
    fn now(&self, content: Vec<u8>) -> OnDisk {
        OnDisk {
            path: self.path(),
            real: self.real.clone(),
            content: Some(content),
            copy: None,
        }
    }
}

fn denied(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem
    )
}

/// The file is a mount point of its own, as in containers that mount a single file.
fn pinned(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::ResourceBusy | ErrorKind::CrossesDevices
    )
}
