//! The temporary file beside a target, and sweeping those that dead processes left.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::time::Duration;

use rustix::fs::{AtFlags, FileType, Mode, OFlags, RenameFlags};
use rustix::io::Errno;

use super::folder::Folder;

/// The mode of a file that only its owner may see.
pub(crate) const PRIVATE: u32 = 0o600;
/// The mode a new file asks for: the kernel takes the umask, or the folder's default ACL, off it.
pub(super) const NEW: u32 = 0o666;

const PREFIX: &str = ".touchline-";
const SUFFIX: &str = ".tmp";

/// A temporary file in a locked folder; removed when dropped before it was put in its place.
#[derive(Debug)]
pub(super) struct Temporary<'a> {
    folder: &'a Folder,
    name: String,
    pub(super) file: File,
    placed: bool,
}

impl<'a> Temporary<'a> {
    /// Creates a file that was not there before. Its name has nothing of the target's, which may
    /// already be as long as a name can be.
    pub(super) fn create(folder: &'a Folder, mode: u32) -> io::Result<Self> {
        let flags =
            OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let mode = Mode::from_bits_truncate(mode as rustix::fs::RawMode);
        let mut n = 0_u32;
        loop {
            let name = format!("{PREFIX}{}-{n}{SUFFIX}", std::process::id());
            match rustix::fs::openat(folder, &name, flags, mode) {
                Ok(file) => {
                    return Ok(Self {
                        folder,
                        name,
                        file: file.into(),
                        placed: false,
                    });
                }
                Err(Errno::EXIST) => n += 1,
                Err(Errno::INTR) => {}
                Err(e) => return Err(e.into()),
            }
        }
    }

    pub(super) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)
    }

    /// Puts the file in the place of another one.
    pub(super) fn replace(&mut self, name: &Path) -> io::Result<()> {
        rustix::fs::renameat(self.folder, &self.name, self.folder, name)?;
        self.placed = true;
        Ok(())
    }

    /// Puts the file where none is; fails with `AlreadyExists` if there is one by now.
    pub(super) fn appear(&mut self, name: &Path) -> io::Result<()> {
        let folder = self.folder;
        match rustix::fs::renameat_with(folder, &self.name, folder, name, RenameFlags::NOREPLACE) {
            Ok(()) => {
                self.placed = true;
                Ok(())
            }
            Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => self.link(name),
            Err(e) => Err(e.into()),
        }
    }

    /// For file systems without an exclusive rename (NFS); the temporary name goes on drop.
    fn link(&mut self, name: &Path) -> io::Result<()> {
        let folder = self.folder;
        match rustix::fs::linkat(folder, &self.name, folder, name, AtFlags::empty()) {
            // No hard links either (FAT over FUSE): the lock and a last look must do.
            Err(Errno::PERM | Errno::NOSYS | Errno::NOTSUP) if !exists(folder, name) => {
                self.replace(name)
            }
            other => Ok(other?),
        }
    }
}

impl Drop for Temporary<'_> {
    fn drop(&mut self) {
        if !self.placed {
            // If this fails too, the next open sweeps it.
            let _ = rustix::fs::unlinkat(self.folder, &self.name, AtFlags::empty());
        }
    }
}

fn exists(folder: &Folder, name: &Path) -> bool {
    !matches!(
        rustix::fs::statat(folder, name, AtFlags::SYMLINK_NOFOLLOW),
        Err(Errno::NOENT)
    )
}

/// Removes the temporary files that dead processes left in a folder. Does nothing while somebody
/// saves there, or where the folder cannot be locked; a failure is no loss, and is not reported.
pub(super) fn sweep_folder(path: &Path) {
    let Ok(folder) = Folder::lock(path, Duration::ZERO) else {
        return;
    };
    let Ok(entries) = folder.path.read_dir() else {
        return;
    };
    let names = entries.flatten().map(|entry| entry.file_name());
    for name in names.filter(|name| folder.is_locked() && name.to_str().is_some_and(is_ours)) {
        if is_regular(&folder, Path::new(&name)) {
            let _ = rustix::fs::unlinkat(&folder, &name, AtFlags::empty());
        }
    }
}

/// Whether a name is exactly one that [`Temporary::create`] gives.
fn is_ours(name: &str) -> bool {
    let middle = name
        .strip_prefix(PREFIX)
        .and_then(|rest| rest.strip_suffix(SUFFIX));
    middle
        .and_then(|middle| middle.split_once('-'))
        .is_some_and(|(process, n)| process.parse::<u32>().is_ok() && n.parse::<u32>().is_ok())
}

fn is_regular(folder: &Folder, name: &Path) -> bool {
    rustix::fs::statat(folder, name, AtFlags::SYMLINK_NOFOLLOW)
        .is_ok_and(|stat| FileType::from_raw_mode(stat.st_mode) == FileType::RegularFile)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::save::folder::PATIENCE;

    #[test]
    fn only_our_own_names_are_swept() {
        assert!(is_ours(".touchline-123-0.tmp"));
        for name in [
            ".touchline-.tmp",
            ".touchline-1.tmp",
            ".touchline-1-a.tmp",
            "touchline-1-0.tmp",
        ] {
            assert!(!is_ours(name), "{name}");
        }
    }

    #[test]
    fn an_abandoned_temporary_file_goes_and_its_name_is_not_reused() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::lock(place.path(), PATIENCE).unwrap();
        let first = Temporary::create(&folder, PRIVATE).unwrap();
        let second = Temporary::create(&folder, PRIVATE).unwrap();
        assert_ne!(first.name, second.name);
        drop((first, second));
        assert_eq!(place.path().read_dir().unwrap().count(), 0);
    }

    #[test]
    fn nothing_is_swept_while_somebody_saves() {
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join(".touchline-1-0.tmp");
        std::fs::write(&file, "left").unwrap();
        let folder = Folder::lock(place.path(), PATIENCE).unwrap();
        sweep_folder(place.path());
        assert!(file.exists());
        drop(folder);
        sweep_folder(place.path());
        assert!(!file.exists());
    }

    #[test]
    fn a_new_file_never_replaces_one_that_appeared() {
        let place = tempfile::tempdir().unwrap();
        std::fs::write(place.path().join("a"), "theirs").unwrap();
        let folder = Folder::lock(place.path(), PATIENCE).unwrap();
        for put in [Temporary::appear, Temporary::link] {
            let mut temporary = Temporary::create(&folder, NEW).unwrap();
            let error = put(&mut temporary, Path::new("a")).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
        }
        assert_eq!(std::fs::read(place.path().join("a")).unwrap(), b"theirs");
        assert_eq!(place.path().read_dir().unwrap().count(), 1);
    }
}
