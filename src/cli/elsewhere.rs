//! What can be done about a save that failed: in which other file the document finds a place.

use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rustix::fs::{Access, access};

use crate::app::effect::Remedy;
use crate::document::file::parent;
use crate::document::save::SaveError;

/// What to do about a save that failed; `folders` are where a file may go, the best first.
pub(super) fn remedy(error: &SaveError, file: &Path, folders: &[PathBuf]) -> Remedy {
    match error {
        SaveError::Changed { .. } => Remedy::Merge,
        SaveError::Vanished { .. } => Remedy::WriteAnew,
        SaveError::Appeared { .. } => Remedy::None,
        _ => Remedy::Elsewhere(proposal(file, folders, is_of_the_disk(error))),
    }
}

/// The disk as a whole fails or is full, whatever is written to it.
fn is_of_the_disk(error: &SaveError) -> bool {
    match error {
        SaveError::NoSpace { .. } | SaveError::Unsynced { .. } => true,
        SaveError::Io { source, .. } => source.kind() != ErrorKind::PermissionDenied,
        _ => false,
    }
}

/// A file of the same name, which is not there yet, in a folder that can be written.
fn proposal(file: &Path, folders: &[PathBuf], on_another_disk: bool) -> Option<PathBuf> {
    let own = parent(file);
    let fits = |folder: &&PathBuf| {
        access(folder.as_path(), Access::WRITE_OK | Access::EXEC_OK).is_ok()
            && (!on_another_disk || disk(folder) != disk(own))
    };
    free_name(folders.iter().find(fits)?, file)
}

fn disk(folder: &Path) -> Option<u64> {
    folder.metadata().ok().map(|it| it.dev())
}

/// `stay.ron`, else `stay-2.ron` and so on.
fn free_name(folder: &Path, file: &Path) -> Option<PathBuf> {
    let (stem, ending) = (file.file_stem()?, file.extension());
    let numbered = (2..100).map(|n| {
        let mut name = stem.to_owned();
        name.push(format!("-{n}"));
        if let Some(ending) = ending {
            name.push(".");
            name.push(ending);
        }
        PathBuf::from(name)
    });
    let names = [PathBuf::from(file.file_name()?)]
        .into_iter()
        .chain(numbered);
    let mut paths = names.map(|name| folder.join(name));
    paths.find(|path| path.symlink_metadata().is_err())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::save::Step;

    fn io(kind: ErrorKind) -> SaveError {
        SaveError::Io {
            path: "map.ron".into(),
            step: Step::Write,
            source: kind.into(),
        }
    }

    #[test]
    fn a_free_name_is_proposed_where_it_can_be_written() {
        let home = tempfile::tempdir().unwrap();
        let file = Path::new("/proc/map.ron");
        let folders = [home.path().join("missing"), home.path().to_owned()];
        let denied = io(ErrorKind::PermissionDenied);
        for name in ["map.ron", "map-2.ron", "map-3.ron"] {
            let wanted = home.path().join(name);
            let proposed = remedy(&denied, file, &folders);
            assert_eq!(proposed, Remedy::Elsewhere(Some(wanted.clone())));
            std::fs::write(wanted, "").unwrap();
        }
    }

    #[test]
    fn a_disk_that_fails_is_not_proposed_again() {
        let home = tempfile::tempdir().unwrap();
        let folders = [home.path().to_owned()];
        let file = home.path().join("maps.ron");
        let full = SaveError::NoSpace {
            path: file.clone(),
            step: Step::Write,
        };
        for error in [full, io(ErrorKind::QuotaExceeded)] {
            assert_eq!(remedy(&error, &file, &folders), Remedy::Elsewhere(None));
            let there = remedy(&error, Path::new("/proc/maps.ron"), &folders);
            assert_eq!(there, Remedy::Elsewhere(Some(file.clone())));
        }
    }

    #[test]
    fn what_others_wrote_is_merged_or_only_said() {
        let path = PathBuf::from("map.ron");
        let changed = SaveError::Changed { path: path.clone() };
        assert_eq!(remedy(&changed, &path, &[]), Remedy::Merge);
        let appeared = SaveError::Appeared { path: path.clone() };
        assert_eq!(remedy(&appeared, &path, &[]), Remedy::None);
    }
}
