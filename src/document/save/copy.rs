//! Copies in the recovery folder of files that are being written in place, and finding those that
//! a crash left. A copy holds the whole new text, after a line that says which file it is of.

use crate::sort;
use std::fs::{DirBuilder, File};
use std::io::{self, ErrorKind};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rustix::fs::{CWD, OFlags};

use super::Places;
use super::folder::{Folder, PATIENCE};
use super::temporary::{PRIVATE, Temporary};
use crate::document::file::{holds, open_regular, parent, read_at_most, resolve};

const MAGIC: &[u8] = b"touchline-copy 1 ";
const ENDING: &str = "copy";

/// A complete text that was about to be written in place when a process died.
#[derive(Debug, PartialEq, Eq)]
pub struct LeftCopy {
    file: PathBuf,
    content: Vec<u8>,
}

impl LeftCopy {
    /// Where the copy is.
    #[must_use]
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// The bytes that were to be saved.
    #[must_use]
    pub fn content(&self) -> &[u8] {
        &self.content
    }

    /// Removes the copy: its text was saved, or somebody decided against it.
    ///
    /// # Errors
    /// It could not be removed.
    pub fn discard(self) -> io::Result<()> {
        std::fs::remove_file(self.file)
    }
}

/// The copies that crashes left of a file, the oldest first; empty while another process saves it.
/// One that the file holds by now is of no use any more: it is removed and not returned.
#[must_use]
pub fn left_copies(path: &Path, places: &Places) -> Vec<LeftCopy> {
    let Ok(real) = resolve(path) else {
        return Vec::new();
    };
    // Held until the copies are read: whoever writes in place holds it too.
    let Ok(_folder) = Folder::lock(parent(&real), Duration::ZERO) else {
        return Vec::new();
    };
    let mut left = copies_of(&real, &places.recovery_folder);
    left.retain(|copy| {
        let arrived = has_arrived(&real, &copy.content);
        if arrived {
            remove(&copy.file);
        }
        !arrived
    });
    left
}

fn copies_of(real: &Path, folder: &Path) -> Vec<LeftCopy> {
    let entries = folder.read_dir().into_iter().flatten().flatten();
    let mut copies: Vec<_> = entries
        .map(|entry| entry.path())
        .filter(|file| file.extension().is_some_and(|ending| ending == ENDING))
        .filter_map(|file| Some((modified(&file)?, parse(file, real)?)))
        .collect();
    sort::by_key(&mut copies, |(modified, _)| *modified);
    copies.into_iter().map(|(_, copy)| copy).collect()
}

fn modified(file: &Path) -> Option<std::time::SystemTime> {
    file.metadata().and_then(|meta| meta.modified()).ok()
}

/// Reads a copy if it is one of the file `real`.
fn parse(file: PathBuf, real: &Path) -> Option<LeftCopy> {
    let bytes = read_at_most(&open_regular(CWD, &file, OFlags::RDONLY).ok()?, u64::MAX).ok()?;
    let content = bytes.strip_prefix(header(real).as_slice())?.to_vec();
    Some(LeftCopy { file, content })
}

/// Whether the file itself holds this text, and holds it on the disk.
pub(in crate::document) fn has_arrived(real: &Path, content: &[u8]) -> bool {
    let file = open_regular(CWD, real, OFlags::RDONLY);
    file.is_ok_and(|file| holds(&file, content).unwrap_or(false) && file.sync_all().is_ok())
}

/// Makes a synced copy of the bytes that the file `real` shall hold.
pub(super) fn make(places: &Places, real: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    make_private_folder(&places.recovery_folder)?;
    let folder = Folder::lock(&places.recovery_folder, PATIENCE)?;
    let mut temporary = Temporary::create(&folder, PRIVATE)?;
    temporary.write(&header(real))?;
    temporary.write(bytes)?;
    temporary.file.sync_all()?;
    let file = place(&mut temporary, &folder.path)?;
    folder.sync().inspect_err(|_| remove(&file))?;
    Ok(file)
}

/// Gives the copy a name that no other one has: each is kept until somebody looked at it.
fn place(temporary: &mut Temporary<'_>, folder: &Path) -> io::Result<PathBuf> {
    let mut n = 0_u32;
    loop {
        let name = format!("{}-{n}.{ENDING}", std::process::id());
        match temporary.appear(Path::new(&name)) {
            Ok(()) => return Ok(folder.join(name)),
            Err(e) if e.kind() == ErrorKind::AlreadyExists => n += 1,
            Err(e) => return Err(e),
        }
    }
}

/// Removes a copy whose text is safe; a failure only leaves it to be offered again.
pub(super) fn remove(copy: &Path) {
    let _ = std::fs::remove_file(copy);
}

/// `touchline-copy 1 LENGTH`, the path of that many bytes (it may hold anything), an empty line.
fn header(real: &Path) -> Vec<u8> {
    let path = real.as_os_str().as_bytes();
    let length = path.len().to_string();
    [MAGIC, length.as_bytes(), b"\n", path, b"\n\n"].concat()
}

/// Creates the folder and those above it for the user alone, and brings each name to the disk.
///
/// # Errors
/// A folder could not be created, or its name not brought to the disk.
pub fn make_private_folder(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    let above = parent(path);
    make_private_folder(above)?;
    match DirBuilder::new().mode(0o700).create(path) {
        Err(e) if e.kind() != ErrorKind::AlreadyExists => Err(e),
        _ => File::open(above)?.sync_all(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::file::read;
    use crate::document::save::save;

    fn place() -> (tempfile::TempDir, PathBuf, Places) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().canonicalize().unwrap().join("map.ron");
        std::fs::write(&file, "old").unwrap();
        let places = Places {
            recovery_folder: folder.path().join("recovery"),
        };
        (folder, file, places)
    }

    #[test]
    fn copies_of_a_file_are_found_by_it_alone() {
        let (_folder, file, places) = place();
        make(&places, &file, b"one").unwrap();
        make(&places, &file, b"").unwrap();
        make(&places, &file.with_extension("ron2"), b"other").unwrap();
        std::fs::write(places.recovery_folder.join("foreign.copy"), "short").unwrap();
        let left = left_copies(&file, &places);
        assert_eq!(
            left.iter().map(LeftCopy::content).collect::<Vec<_>>(),
            [&b"one"[..], b""]
        );
        left.into_iter().for_each(|copy| copy.discard().unwrap());
        assert!(left_copies(&file, &places).is_empty());
    }

    #[test]
    fn a_copy_that_arrived_is_removed_and_not_offered() {
        let (_folder, file, places) = place();
        let copy = make(&places, &file, b"old").unwrap();
        assert!(left_copies(&file, &places).is_empty());
        assert!(!copy.exists());
    }

    #[test]
    fn no_copy_is_offered_while_its_file_is_being_saved() {
        let (folder, file, places) = place();
        make(&places, &file, b"new").unwrap();
        let saving = Folder::lock(folder.path(), PATIENCE).unwrap();
        assert!(left_copies(&file, &places).is_empty());
        drop(saving);
        assert_eq!(left_copies(&file, &places).len(), 1);
    }

    #[test]
    fn the_next_save_clears_the_copy_of_an_unfinished_one() {
        let (_folder, file, places) = place();
        let mut unfinished = read(&file).unwrap();
        let copy = make(&places, &file, b"new").unwrap();
        unfinished.copy = Some(copy.clone());
        save(&unfinished, b"newer", &places).unwrap();
        assert!(!copy.exists());
    }
}
