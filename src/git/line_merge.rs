//! git's own merge of three files, line by line: what there is where a merge by id cannot be.

use std::ffi::OsStr;
use std::path::{Path, absolute};

use super::program::Git;
use super::{GitError, ObjectId, Repository};

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineMerge {
    /// The merged text, with markers around conflicts.
    pub content: Vec<u8>,
    /// It has conflicts.
    pub has_conflicts: bool,
}

/// Merges three files with names for their sides in the markers: ours, base, theirs. `None` if
/// they are binary, as git counts it.
///
/// # Errors
/// git cannot be run, or a file cannot be read.
pub fn line_merge(
    files: [&Path; 3],
    names: [&str; 3],
    marker_size: usize,
) -> Result<Option<LineMerge>, GitError> {
    let size = format!("--marker-size={marker_size}");
    let mut call: Vec<&OsStr> = vec!["-p".as_ref(), size.as_ref()];
    for name in &names {
        call.extend::<[&OsStr; 2]>(["-L".as_ref(), name.as_ref()]);
    }
    call.push("--".as_ref());
    let files = [
        absolute(files[0])?,
        absolute(files[1])?,
        absolute(files[2])?,
    ];
    call.extend(files.iter().map(|file| file.as_os_str()));
    let answer = Git::anywhere().answer("merge-file", call, b"")?;
    match answer.code() {
        // So many conflicts, 127 standing for all beyond.
        Some(code @ 0..=127) => Ok(Some(LineMerge {
            content: answer.stdout,
            has_conflicts: code > 0,
        })),
        _ if answer.message.contains("Cannot merge binary files") => Ok(None),
        _ => Err(answer.failed()),
    }
}

impl Repository {
    /// The same of three blobs: ours, base, theirs. `None` also where git is older than 2.43, and
    /// takes files alone.
    ///
    /// # Errors
    /// git cannot be run.
    pub fn line_merged(&self, blobs: [&ObjectId; 3]) -> Result<Option<LineMerge>, GitError> {
        let flags = ["-p", "--object-id", "--"];
        let call = flags.into_iter().chain(blobs.map(ObjectId::as_str));
        let answer = self.git.answer("merge-file", call, b"")?;
        Ok(match answer.code() {
            Some(code @ 0..=127) => Some(LineMerge {
                content: answer.stdout,
                has_conflicts: code > 0,
            }),
            _ => None,
        })
    }
}
