//! The file that keeps what is remembered of a person, in the user's state folder. It is a
//! convenience: where it cannot be read or written, the program goes on without a word.

use std::fs::{self, OpenOptions, Permissions};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;

use crate::app::memory::Memory;
use crate::document::file::{self, OnDisk, ReadError, parent};
use crate::document::save::{PRIVATE, Places, make_private_folder, save};

/// What the file remembers.
pub(super) fn read(file: &Path) -> Memory {
    let content = file::read(file).ok();
    let bytes = content.as_ref().and_then(OnDisk::content);
    let text = bytes.and_then(|bytes| std::str::from_utf8(bytes).ok());
    text.map_or_else(Memory::default, Memory::read)
}

/// Writes the file anew, for the user alone: it keeps texts of meetings. Of two programs that do so, the last one wins.
pub(super) fn write(file: &Path, text: &str, places: &Places) {
    let write = || put(file, text, places);
    // The other one may have come between: once more.
    let _ = write().or_else(write);
}

fn put(path: &Path, text: &str, places: &Places) -> Option<()> {
    make_private_folder(parent(path)).ok()?;
    if matches!(file::read(path), Err(ReadError::NotFound { .. })) {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true).mode(PRIVATE);
        options.open(path).ok()?;
    }
    // One that an older version made may be open to others.
    let on_disk = file::read(path).ok()?;
    fs::set_permissions(path, Permissions::from_mode(PRIVATE)).ok()?;
    save(&on_disk, text.as_bytes(), places).ok().map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::map::Lane;

    fn places(folder: &Path) -> (std::path::PathBuf, Places) {
        let recovery_folder = folder.join("new/recovery");
        (folder.join("new/memory.ron"), Places { recovery_folder })
    }

    #[test]
    fn what_was_written_is_read_and_the_last_writer_wins() {
        let folder = tempfile::tempdir().unwrap();
        let (file, places) = places(folder.path());
        assert_eq!(read(&file), Memory::default());
        for hidden in [Lane::Pains, Lane::Notes] {
            let memory = Memory {
                hidden: vec![hidden],
                ..Memory::default()
            };
            write(&file, &memory.text(), &places);
            assert_eq!(read(&file), memory);
            let mode = fs::metadata(&file).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
            fs::set_permissions(&file, Permissions::from_mode(0o644)).unwrap();
        }
    }

    #[test]
    fn what_cannot_be_read_or_written_is_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let (file, places) = places(folder.path());
        std::fs::create_dir_all(&file).unwrap();
        write(&file, "Memory()", &places);
        assert_eq!(read(&file), Memory::default());
        std::fs::remove_dir(&file).unwrap();
        std::fs::write(&file, b"\xff\x00").unwrap();
        assert_eq!(read(&file), Memory::default());
    }
}
