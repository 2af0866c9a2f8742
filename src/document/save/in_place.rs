//! Writing over a file that must not be replaced, after a synced copy of the new bytes in the
//! recovery folder: at every moment the file or that copy is complete.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::os::unix::fs::FileExt;
use std::path::Path;

use super::folder::{PATIENCE, lock};
use super::{Places, SaveError, Step, Target, copy};
use crate::document::file::{OnDisk, read_at_most};

pub(super) fn write(
    target: &Target<'_>,
    old: &File,
    last: &[u8],
    bytes: &[u8],
    places: &Places,
) -> Result<OnDisk, SaveError> {
    // Its other names may lie in other folders, where the folder's lock keeps nobody out.
    lock(old, PATIENCE).map_err(|e| match e.kind() {
        ErrorKind::WouldBlock => SaveError::Locked {
            path: target.path(),
        },
        _ => SaveError::of(target.path(), Step::Lock, e),
    })?;
    let copy = copy::make(places, &target.real, bytes).map_err(target.failed(Step::Copy))?;
    let file = target
        .unchanged(last)
        .inspect_err(|_| copy::remove(&copy))?;
    if let Err(e) = overwrite(&file, bytes) {
        return Err(roll_back(target, &file, last, &copy, e));
    }
    if let Err(source) = file.sync_all() {
        // Not once more on this file: the system may have dropped what it could not write.
        return Err(unsynced(target, &file, &copy, Step::SyncInPlace, source));
    }
    copy::remove(&copy);
    Ok(target.now(bytes.to_vec()))
}

/// Makes the file longer or shorter only after all bytes were written.
fn overwrite(file: &File, bytes: &[u8]) -> io::Result<()> {
    file.write_all_at(bytes, 0)?;
    file.set_len(bytes.len() as u64)
}

/// Puts the old bytes back after a failed write, such as on a full disk.
fn roll_back(
    target: &Target<'_>,
    file: &File,
    last: &[u8],
    copy: &Path,
    error: io::Error,
) -> SaveError {
    match overwrite(file, last).and_then(|()| file.sync_all()) {
        Ok(()) => {
            copy::remove(copy);
            SaveError::of(target.path(), Step::Overwrite, error)
        }
        Err(_) => unsynced(target, file, copy, Step::Overwrite, error),
    }
}

fn unsynced(
    target: &Target<'_>,
    file: &File,
    copy: &Path,
    step: Step,
    source: io::Error,
) -> SaveError {
    let content = read_at_most(file, u64::MAX).unwrap_or_default();
    let now = OnDisk {
        copy: Some(copy.to_owned()),
        ..target.now(content)
    };
    SaveError::Unsynced {
        step,
        source,
        now: Box::new(now),
    }
}
