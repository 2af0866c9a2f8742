//! A folder to save in, a recovery folder beside it, and the calls every test makes.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use touchline::document::file::{OnDisk, read};
use touchline::document::save::{Places, SaveError, left_copies, save, sweep};

pub(crate) struct Place {
    root: TempDir,
}

impl Place {
    pub(crate) fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("maps")).unwrap();
        // Tests that give up root's rights still reach it.
        chmod(root.path(), 0o755);
        Self { root }
    }

    pub(crate) fn root(&self) -> &Path {
        self.root.path()
    }

    pub(crate) fn folder(&self) -> PathBuf {
        self.root.path().join("maps")
    }

    pub(crate) fn at(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder().join(name)
    }

    pub(crate) fn file(&self, name: impl AsRef<Path>, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.at(name);
        fs::write(&path, content).unwrap();
        path
    }

    pub(crate) fn places(&self) -> Places {
        places(self.root.path())
    }

    pub(crate) fn save(&self, on_disk: &OnDisk, bytes: &[u8]) -> Result<OnDisk, SaveError> {
        save(on_disk, bytes, &self.places())
    }

    /// Reads the file and saves other bytes there.
    pub(crate) fn rewrite(&self, path: &Path, bytes: &[u8]) -> Result<OnDisk, SaveError> {
        self.save(&read(path).unwrap(), bytes)
    }

    pub(crate) fn sweep(&self, path: &Path) {
        sweep(path, &self.places());
    }

    pub(crate) fn left(&self, path: &Path) -> Vec<Vec<u8>> {
        let copies = left_copies(path, &self.places());
        copies
            .iter()
            .map(|copy| copy.content().to_owned())
            .collect()
    }

    /// The names in the folder, sorted.
    pub(crate) fn names(&self) -> Vec<String> {
        names(&self.folder())
    }

    /// The names in the recovery folder, sorted.
    pub(crate) fn copies(&self) -> Vec<String> {
        names(&self.places().recovery_folder)
    }
}

/// The recovery folder lies deep enough that saving must make several folders.
pub(crate) fn places(root: &Path) -> Places {
    Places {
        recovery_folder: root.join("state/touchline/recovery"),
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = folder.read_dir().into_iter().flatten().flatten();
    let mut names: Vec<_> = entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

pub(crate) fn chmod(path: &Path, mode: u32) {
    fs::set_permissions(path, PermissionsExt::from_mode(mode)).unwrap();
}

pub(crate) fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().mode() & 0o7777
}

pub(crate) fn inode(path: &Path) -> u64 {
    fs::metadata(path).unwrap().ino()
}

pub(crate) fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

pub(crate) fn skip(test: &str, why: &str) {
    eprintln!("SKIPPED: {test}: {why}");
}

/// Whether a command is there and succeeds.
pub(crate) fn has(program: &str, arguments: &[&str]) -> bool {
    let mut command = std::process::Command::new(program);
    let run = command
        .args(arguments)
        .stdin(std::process::Stdio::null())
        .output();
    run.is_ok_and(|out| out.status.success())
}

pub(crate) fn long() -> bool {
    std::env::var_os("TOUCHLINE_LONG").is_some()
}
