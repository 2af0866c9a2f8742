//! The logs that dead processes left.

use crate::sort;
use std::fs::File;
use std::io::ErrorKind;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use rustix::fs::{CWD, OFlags};

use super::ENDING;
use super::record::replay;
use crate::document::file::{open_regular, read_at_most, resolve};
use crate::document::save::{Places, has_arrived, lock};

/// What a dead process had not saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftLog {
    /// The log, and others that it contains.
    logs: Vec<PathBuf>,
    /// When something was written to it last.
    pub written: SystemTime,
    /// What the file held when it was read or saved last.
    pub base: Vec<u8>,
    /// The text that was not saved.
    pub text: String,
}

impl LeftLog {
    /// Its files, to be named in the log that goes on with its text.
    pub fn logs(&self) -> &[PathBuf] {
        &self.logs
    }

    /// Removes it: its text is saved, or nobody wants it. One that stays is offered again.
    pub fn remove(&self) {
        for log in &self.logs {
            let _ = std::fs::remove_file(log);
        }
    }
}

/// The logs that dead processes left of a file, or of journeys without file, the newest first.
/// Those in which nothing had changed, or whose text the file has by now, are removed.
pub fn left_logs(path: Option<&Path>, places: &Places) -> Vec<LeftLog> {
    let real = path.map(resolve);
    let Ok(real) = real.transpose() else {
        return Vec::new();
    };
    let mut found = found(real.as_deref(), &places.recovery_folder);
    let held: Vec<PathBuf> = found
        .iter()
        .flat_map(|log| log.logs[1..].to_vec())
        .collect();
    found.retain(|log| !held.contains(&log.logs[0]));
    sort::by_key(&mut found, |log| std::cmp::Reverse(log.written));
    found
}

fn found(real: Option<&Path>, folder: &Path) -> Vec<LeftLog> {
    let entries = folder.read_dir().into_iter().flatten().flatten();
    let logs = entries
        .map(|entry| entry.path())
        .filter(|file| file.extension().is_some_and(|ending| ending == ENDING));
    logs.filter_map(|log| left_log(log, real)).collect()
}

/// Reads a log if it is one of this file, and its process is dead.
fn left_log(log: PathBuf, real: Option<&Path>) -> Option<LeftLog> {
    let file = open_regular(CWD, &log, OFlags::RDONLY).ok()?;
    if is_alive(&file, &log) {
        return None;
    }
    let replayed = replay(&read_at_most(&file, u64::MAX).ok()?)?;
    if replayed.file.as_deref() != real.map(|it| it.as_os_str().as_bytes()) {
        return None;
    }
    // A process that dies between a save and the end of it leaves what the file has by now.
    let is_missing = |text: &String| !real.is_some_and(|it| has_arrived(it, text.as_bytes()));
    let Some(text) = replayed.text.filter(is_missing) else {
        let _ = std::fs::remove_file(&log);
        return None;
    };
    let beside = |name: &Vec<u8>| log.with_file_name(std::ffi::OsStr::from_bytes(name));
    let held: Vec<PathBuf> = replayed.holds.iter().map(beside).collect();
    Some(LeftLog {
        written: file.metadata().and_then(|it| it.modified()).ok()?,
        logs: [vec![log], held].concat(),
        base: replayed.base,
        text,
    })
}

/// The process that writes the log is there. Where the file system has no locks, its number tells.
fn is_alive(file: &File, log: &Path) -> bool {
    match lock(file, Duration::ZERO) {
        Ok(true) => false,
        Ok(false) => {
            writer(log).is_some_and(|writer| rustix::process::test_kill_process(writer).is_ok())
        }
        Err(error) => error.kind() == ErrorKind::WouldBlock,
    }
}

fn writer(log: &Path) -> Option<rustix::process::Pid> {
    let name = log.file_stem()?.to_str()?;
    let (pid, _) = name.split_once('-')?;
    rustix::process::Pid::from_raw(pid.parse().ok()?)
}
