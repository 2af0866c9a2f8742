//! The opened and locked folder of a file. Everything done during a save is done relative to it.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use rustix::fd::{AsFd, BorrowedFd, OwnedFd};
use rustix::fs::{FlockOperation, Mode, OFlags};
use rustix::io::Errno;

/// How long a save waits for another one in the same folder.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);
/// Short: who saves all the time frees the lock only for a moment.
const PAUSE: Duration = Duration::from_millis(1);

/// A folder, locked until it is dropped.
///
/// The lock is advisory, and lies on the folder itself: no lock file litters a repository. Every
/// temporary file of ours lives and dies while its folder is locked, so whoever holds the lock
/// knows that all temporary files there are left over.
#[derive(Debug)]
pub(super) struct Folder {
    pub(super) path: PathBuf,
    file: File,
    locked: bool,
}

impl Folder {
    /// Opens the folder and waits for its lock at most `patience`, then fails with `WouldBlock`.
    /// Where the file system has no locks for folders (NFS) it goes without.
    pub(super) fn lock(path: &Path, patience: Duration) -> io::Result<Self> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let file: OwnedFd =
            rustix::io::retry_on_intr(|| rustix::fs::open(path, flags, Mode::empty()))?;
        let locked = lock(&file, patience)?;
        Ok(Self {
            path: path.to_owned(),
            file: file.into(),
            locked,
        })
    }

    /// Whether the file system gave a lock at all.
    pub(super) fn is_locked(&self) -> bool {
        self.locked
    }

    /// Brings names that were added, renamed or removed to the disk.
    pub(super) fn sync(&self) -> io::Result<()> {
        sync_folder(&self.file)
    }
}

/// Brings the names in an opened folder to the disk.
pub(in crate::document) fn sync_folder(folder: &File) -> io::Result<()> {
    match folder.sync_all() {
        // What file systems say that cannot sync folders; there is nothing more to be done.
        Err(e) if matches!(Errno::from_io_error(&e), Some(Errno::INVAL | Errno::NOTSUP)) => Ok(()),
        other => other,
    }
}

impl AsFd for Folder {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.file.as_fd()
    }
}

/// Locks an opened file or folder against other processes that do the same; `Ok(false)` where its
/// file system has no such locks.
///
/// # Errors
/// `WouldBlock` if somebody else held it all the time.
pub(in crate::document) fn lock(file: impl AsFd, patience: Duration) -> io::Result<bool> {
    let end = Instant::now() + patience;
    loop {
        match rustix::fs::flock(&file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => return Ok(true),
            Err(Errno::INTR) => {}
            Err(Errno::WOULDBLOCK) if Instant::now() < end => sleep(PAUSE),
            Err(e) if no_locks_here(e) => return Ok(false),
            Err(e) => return Err(e.into()),
        }
    }
}

/// NFS locks only what is open for writing (`EBADF`), which a folder never is.
fn no_locks_here(error: Errno) -> bool {
    matches!(
        error,
        Errno::BADF | Errno::INVAL | Errno::NOSYS | Errno::NOTSUP | Errno::NOLCK
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_held_lock_is_waited_for_and_then_refused() {
        let place = tempfile::tempdir().unwrap();
        let held = Folder::lock(place.path(), PATIENCE).unwrap();
        assert!(held.is_locked());
        let refused = Folder::lock(place.path(), 3 * PAUSE).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::WouldBlock);
        drop(held);
        Folder::lock(place.path(), Duration::ZERO).unwrap();
    }

    #[test]
    fn a_file_is_no_folder() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let error = Folder::lock(file.path(), PATIENCE).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::NotADirectory);
    }
}
