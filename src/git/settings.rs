//! Settings and attributes: whether git knows this program's drivers.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::program::{Git, Scope, then_path};
use super::repository::path_from_line;
use super::trees::{records, split_once};
use super::{GitError, Repository};

/// How git treats one file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attributes {
    /// Its diff driver.
    pub diff: Option<String>,
    /// Its merge driver.
    pub merge: Option<String>,
    /// Its filter.
    pub filter: Option<String>,
}

/// How the lines of files end, in the index and on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineEnds {
    /// All with LF, or there are no files.
    Lf,
    /// Some with CRLF.
    Crlf,
}

impl Repository {
    /// How git treats a file of this repository, which need not exist.
    ///
    /// # Errors
    /// git cannot be run.
    pub fn attributes(&self, path: &Path) -> Result<Attributes, GitError> {
        let input = [path.as_os_str().as_encoded_bytes(), b"\0"].concat();
        let arguments = ["-z", "--stdin", "diff", "merge", "filter"];
        let answer = self.git.answer("check-attr", arguments, &input)?;
        let answer = answer.of_success()?;
        let fields: Vec<&[u8]> = records(&answer).collect();
        let mut attributes = Attributes::default();
        for triple in fields.chunks_exact(3) {
            let value = named(triple[2]);
            match triple[1] {
                b"diff" => attributes.diff = value,
                b"merge" => attributes.merge = value,
                b"filter" => attributes.filter = value,
                _ => {}
            }
        }
        Ok(attributes)
    }

    pub(super) fn filter_of(&self, path: &Path) -> Result<Option<String>, GitError> {
        Ok(self.attributes(path)?.filter)
    }

    /// How the lines of the files below a folder end, of those that git knows or could be told to.
    ///
    /// # Errors
    /// git cannot be run.
    pub fn line_ends(&self, under: &Path) -> Result<LineEnds, GitError> {
        let flags = ["--eol", "-z", "--cached", "--others", "--exclude-standard"];
        let flags = [&flags[..], &["--"]].concat();
        let answer = self.git.run("ls-files", then_path(&flags, under))?;
        // `i/lf    w/crlf  attr/text⇥PATH`
        let has_crlf = |record: &[u8]| {
            let head = split_once(record, b'\t').map_or(record, |(head, _)| head);
            let mut words = head.split(|byte| *byte == b' ');
            words.any(|word| word.ends_with(b"/crlf") || word.ends_with(b"/mixed"))
        };
        Ok(match records(&answer).any(has_crlf) {
            true => LineEnds::Crlf,
            false => LineEnds::Lf,
        })
    }

    /// git with the settings of this repository.
    pub fn git(&self) -> &Git {
        &self.git
    }
}

/// A value that names something.
fn named(value: &[u8]) -> Option<String> {
    let value = String::from_utf8_lossy(value).into_owned();
    let is_state = matches!(value.as_str(), "unspecified" | "unset" | "set");
    (!is_state).then_some(value)
}

impl Git {
    /// The value of a setting in this scope, if it is set; the last one of several.
    ///
    /// # Errors
    /// git cannot be run, or the file of the settings cannot be read.
    pub fn setting(&self, scope: Scope, key: &str) -> Result<Option<String>, GitError> {
        let answer = self.answer("config", [scope.flag(), "-z", "--get", key], b"")?;
        match answer.code() {
            Some(1) => Ok(None),
            _ => {
                let value = answer.of_success()?;
                let value = value.strip_suffix(b"\0").unwrap_or(&value);
                Ok(Some(String::from_utf8_lossy(value).into_owned()))
            }
        }
    }

    /// Sets a setting in this scope, in place of all values that it has there.
    ///
    /// # Errors
    /// The file of the settings cannot be written.
    pub fn set(&self, scope: Scope, key: &str, value: &str) -> Result<(), GitError> {
        self.run("config", [scope.flag(), "--replace-all", key, value])?;
        Ok(())
    }

    /// Removes a section with all its settings; says whether there was one.
    ///
    /// # Errors
    /// The file of the settings cannot be written.
    pub fn remove_section(&self, scope: Scope, name: &str) -> Result<bool, GitError> {
        let answer = self.answer("config", [scope.flag(), "--remove-section", name], b"")?;
        match answer.code() {
            Some(0) => Ok(true),
            _ if answer.message.contains("o such section") => Ok(false),
            _ => Err(answer.failed()),
        }
    }

    /// The file of attributes that this user names for all repositories.
    ///
    /// # Errors
    /// git cannot be run.
    pub fn attributes_file(&self) -> Result<Option<PathBuf>, GitError> {
        let arguments = ["--global", "--type=path", "--get", "core.attributesFile"];
        let answer = self.answer("config", arguments, b"")?;
        match answer.code() {
            Some(1) => Ok(None),
            _ => Ok(Some(path_from_line(answer.of_success()?))),
        }
    }

    /// The version of git, as it says it.
    ///
    /// # Errors
    /// git is not installed.
    pub fn version(&self) -> Result<String, GitError> {
        let answer = self.run("version", [] as [&OsStr; 0])?;
        let version = String::from_utf8_lossy(&answer);
        let version = version.trim().trim_start_matches("git version ");
        Ok(version.to_owned())
    }
}
