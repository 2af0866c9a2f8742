//! The files of a survey, opened and watched while they are read.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use super::super::progress::{self, Progress};
use super::super::{Session, walk::Input};
use crate::document::file::{FileKind, ReadError};

/// The bar has so many steps.
const STEPS: u64 = 100;

/// A file or stdin, and how many bytes there are where that is known.
pub(super) struct Answers {
    pub(super) name: String,
    pub(super) input: Box<dyn Read>,
    pub(super) bytes: Option<u64>,
}

/// Opens one file of answers; it may be a pipe.
///
/// # Errors
/// It cannot be opened.
pub(super) fn open(path: &Path) -> Result<Answers, ReadError> {
    let name = Input::of(path).name();
    if Input::of(path) == Input::Stdin {
        return Ok(Answers {
            name,
            input: Box::new(io::stdin().lock()),
            bytes: None,
        });
    }
    open_file(path, name)
}

/// Opens a file of answers, whatever it is called.
///
/// # Errors
/// It cannot be opened.
pub(super) fn open_file(path: &Path, name: String) -> Result<Answers, ReadError> {
    let failed = |source: io::Error| match source.kind() {
        io::ErrorKind::NotFound => ReadError::NotFound {
            path: path.to_owned(),
        },
        _ => ReadError::Io {
            path: path.to_owned(),
            source,
        },
    };
    let meta = fs::metadata(path).map_err(failed)?;
    if meta.is_dir() {
        return Err(ReadError::NotRegular {
            path: path.to_owned(),
            kind: FileKind::Folder,
        });
    }
    let file = File::open(path).map_err(failed)?;
    let bytes = meta.is_file().then_some(meta.len());
    Ok(Answers {
        name,
        input: Box::new(file),
        bytes,
    })
}

impl Answers {
    /// What comes, with a bar on stderr once it lasts.
    pub(super) fn watched(self, session: &mut Session) -> Watched<'_> {
        let is_wanted = progress::is_wanted(&session.environment, self.bytes.is_none());
        session.output.progress = match (is_wanted, self.bytes) {
            (false, _) => Progress::none(),
            (true, Some(_)) => Progress::start(STEPS as usize),
            (true, None) => Progress::start(1),
        };
        session.output.progress.next(&self.name);
        Watched {
            answers: self,
            progress: &mut session.output.progress,
            read: 0,
            steps: 1,
        }
    }
}

/// A file whose reading moves a bar.
pub(super) struct Watched<'p> {
    answers: Answers,
    progress: &'p mut Progress,
    read: u64,
    steps: u64,
}

impl Read for Watched<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.answers.input.read(into)?;
        self.read += read as u64;
        if let Some(bytes) = self.answers.bytes {
            while self.steps < STEPS
                && self.read.saturating_mul(STEPS) > bytes.saturating_mul(self.steps)
            {
                self.progress.next(&self.answers.name);
                self.steps += 1;
            }
        }
        Ok(read)
    }
}
