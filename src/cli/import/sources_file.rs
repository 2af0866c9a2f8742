//! The file of sources beside a journey, as it stands on the disk, and what it is to say.

use std::path::{Path, PathBuf};

use crate::document::file::{self, OnDisk, ReadError};
use crate::document::plan::PlanError;
use crate::journey::finding::{Finding, Severity};
use crate::journey::sources::{Source, Sources, read_sources};
use crate::measure::survey::sources_text::{changed_file, new_file};
use crate::measure::survey::table::Given;

/// The sources of a journey; none where their file is not there or cannot be read.
pub(in crate::cli) fn sources_beside(journey: &Path) -> Sources {
    let file = SourcesFile::beside(journey);
    file.map(|it| it.sources).unwrap_or_default()
}

/// The file, which need not be there.
pub(in crate::cli) struct SourcesFile {
    pub(in crate::cli) path: PathBuf,
    pub(in crate::cli) on_disk: OnDisk,
    text: String,
    pub(in crate::cli) sources: Sources,
    /// It cannot be relied on.
    pub(in crate::cli) has_errors: bool,
}

impl SourcesFile {
    /// Reads the one that belongs to a journey.
    ///
    /// # Errors
    /// It is there and cannot be read.
    pub(in crate::cli) fn beside(journey: &Path) -> Result<SourcesFile, ReadError> {
        let path = journey.with_extension("sources.ron");
        let on_disk = match file::read(&path) {
            Err(ReadError::NotFound { .. }) => OnDisk::absent(&path)?,
            other => other?,
        };
        let bytes = on_disk.content().map(<[u8]>::to_vec);
        let is_new = bytes.is_none();
        let text = String::from_utf8(bytes.unwrap_or_default());
        let is_text = text.is_ok();
        let text = text.unwrap_or_default();
        let (parsed, sources) = read_sources(text.clone());
        let is_error = |it: &Finding| it.severity() == Severity::Error;
        Ok(SourcesFile {
            path,
            on_disk,
            text,
            sources,
            has_errors: !is_new && (!is_text || parsed.findings.iter().any(is_error)),
        })
    }

    /// Its name without its folder.
    pub(in crate::cli) fn name(&self) -> String {
        let name = self.path.file_name().unwrap_or(self.path.as_os_str());
        name.to_string_lossy().into_owned()
    }

    /// How a file is to be read: as the one source says whose files are called so.
    pub(in crate::cli) fn given(&self, file: &Path) -> Given {
        let name = file.file_name().unwrap_or(file.as_os_str());
        match self.sources.of_file(&name.to_string_lossy())[..] {
            [one] => Given::by(one),
            _ => Given::default(),
        }
    }

    /// What it is to say so that it holds this source; none where it says so already.
    ///
    /// # Errors
    /// Its text cannot be changed so.
    pub(in crate::cli) fn with(&self, source: &Source) -> Result<Option<String>, PlanError> {
        match self.on_disk.content() {
            None => Ok(Some(new_file(source))),
            Some(_) => changed_file(&self.text, &self.sources, source),
        }
    }
}
