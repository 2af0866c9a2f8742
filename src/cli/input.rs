//! Reading what the command line names, with what its folder offers to references.

use std::collections::HashMap;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::walk::Input;
use super::{Outcome, Session};
use crate::document::file::{self, FileKind, MAX_BYTES, OnDisk, ReadError};
use crate::i18n;
use crate::journey::check::Neighbour;
use crate::journey::finding::{Finding, What};
use crate::journey::place::Place;
use crate::journey::{Context, Parsed, read_any, read_bytes};
use crate::ron_text::SyntaxErrorKind;

/// The file of a folder that its journeys share.
pub(super) const COMPANY: &str = "company.ron";

/// A text that was read.
pub(super) struct Source {
    /// The name of its input.
    pub(super) name: String,
    /// What follows from it.
    pub(super) parsed: Parsed,
    /// What its folder offers to references.
    pub(super) neighbour: Neighbour,
    /// The file; `None` for stdin and for a file that is too large.
    pub(super) on_disk: Option<OnDisk>,
}

impl Source {
    /// A file of another program: RON, but neither journey nor company.
    pub(super) fn is_foreign(&self) -> bool {
        let findings = &self.parsed.findings;
        findings
            .iter()
            .any(|finding| matches!(finding.what, What::NotAJourney(_)))
    }
}

/// Reads inputs; looks up the `company.ron` of each folder once.
pub(super) struct Reader {
    today: Date,
    neighbours: HashMap<PathBuf, Neighbour>,
    /// A company that is there, cannot be read, and nobody was told of.
    lost_company: Option<PathBuf>,
}

impl Reader {
    /// A reader on this day.
    pub(super) fn new(today: Date) -> Reader {
        Reader {
            today,
            neighbours: HashMap::new(),
            lost_company: None,
        }
    }

    /// Reads one input. A text beyond the limits is a finding of its source. Where there is no
    /// source but an outcome, a person was told why: it cannot be opened, or it is another
    /// program's file in a folder.
    ///
    /// # Errors
    /// stdout cannot be written.
    pub(super) fn read(
        &mut self,
        input: Result<Input, ReadError>,
        session: &mut Session,
    ) -> io::Result<Result<Source, Outcome>> {
        let name = input.as_ref().map(Input::name);
        session.output.progress.next(&name.unwrap_or_default());
        let of_folder = input.as_ref().is_ok_and(Input::is_of_folder);
        let source = input.and_then(|input| self.source(&input));
        if let Some(path) = self.lost_company.take() {
            session.note(&i18n::cli_lost_company(
                session.lang,
                &path.to_string_lossy(),
            ))?;
        }
        match source {
            Ok(source) if of_folder && source.is_foreign() => {
                session.note(&i18n::cli_skipped(session.lang, &source.name))?;
                Ok(Err(Outcome::Fine))
            }
            Ok(source) => Ok(Ok(source)),
            Err(error) => {
                let (what, help) = i18n::read_error(session.lang, &error);
                session.complain(&what, help)?;
                Ok(Err(Outcome::Failed))
            }
        }
    }

    /// As [`read`](Reader::read), and tells nobody.
    ///
    /// # Errors
    /// It cannot be opened.
    pub(super) fn source(&mut self, input: &Input) -> Result<Source, ReadError> {
        match input {
            Input::Stdin => self.stdin(input.name()),
            Input::File { path, .. } => self.file(input.name(), path),
        }
    }

    fn stdin(&self, name: String) -> Result<Source, ReadError> {
        let mut bytes = Vec::new();
        // One byte more than allowed says that it is too large.
        let read = io::stdin()
            .lock()
            .take(MAX_BYTES + 1)
            .read_to_end(&mut bytes);
        read.map_err(|source| ReadError::Io {
            path: PathBuf::from(&name),
            source,
        })?;
        let parsed = read_any(bytes, &self.context(Neighbour::Unknown));
        Ok(Source {
            name,
            parsed,
            neighbour: Neighbour::Unknown,
            on_disk: None,
        })
    }

    fn file(&mut self, name: String, path: &Path) -> Result<Source, ReadError> {
        let on_disk = match read_file(path) {
            Err(ReadError::TooLarge { .. }) => {
                return Ok(Source {
                    name,
                    parsed: self.too_large(),
                    neighbour: Neighbour::Unknown,
                    on_disk: None,
                });
            }
            other => other?,
        };
        let bytes = on_disk.content().unwrap_or_default().to_vec();
        let neighbour = self.neighbour(path);
        let context = self.context(neighbour);
        let parsed = read_any(bytes, &context);
        Ok(Source {
            name,
            parsed,
            neighbour: context.neighbour,
            on_disk: Some(on_disk),
        })
    }

    /// Another version of the file at this path.
    pub(super) fn version(&mut self, content: Vec<u8>, path: &Path) -> Source {
        let neighbour = self.neighbour(path);
        let context = self.context(neighbour);
        Source {
            name: path.to_string_lossy().into_owned(),
            parsed: read_any(content, &context),
            neighbour: context.neighbour,
            on_disk: None,
        }
    }

    /// A file to be edited, and what it is read with.
    ///
    /// # Errors
    /// The file cannot be read.
    pub(super) fn open(&mut self, path: &Path) -> Result<(OnDisk, Context), ReadError> {
        let on_disk = read_file(path)?;
        Ok((on_disk, self.context_at(path)))
    }

    /// What a file at this path is read with.
    pub(super) fn context_at(&mut self, path: &Path) -> Context {
        let neighbour = self.neighbour(path);
        self.context(neighbour)
    }

    fn context(&self, neighbour: Neighbour) -> Context {
        Context {
            neighbour,
            today: self.today,
        }
    }

    /// What is known of a file whose text was not read.
    fn too_large(&self) -> Parsed {
        let mut parsed = read_bytes(Vec::new(), &self.context(Neighbour::Unknown));
        let what = What::Syntax(SyntaxErrorKind::TooLarge);
        parsed.findings = vec![Finding {
            what,
            span: 0..0,
            place: Place::root(),
        }];
        parsed
    }

    /// Where the company of a file's folder is.
    pub(super) fn company_beside(path: &Path) -> PathBuf {
        path.with_file_name(COMPANY)
    }

    /// What the folder of a file offers to its references.
    pub(super) fn neighbour(&mut self, path: &Path) -> Neighbour {
        let company = Reader::company_beside(path);
        if company == path {
            return Neighbour::None;
        }
        if let Some(known) = self.neighbours.get(&company) {
            return known.clone();
        }
        let neighbour = self.company(&company);
        if matches!(neighbour, Neighbour::Unknown) {
            self.lost_company = Some(company.clone());
        }
        self.neighbours.insert(company, neighbour.clone());
        neighbour
    }

    fn company(&self, path: &Path) -> Neighbour {
        let bytes = match file::read(path) {
            Ok(on_disk) => on_disk.content().unwrap_or_default().to_vec(),
            Err(ReadError::NotFound { .. }) => return Neighbour::None,
            Err(_) => return Neighbour::Unknown,
        };
        let parsed = read_bytes(bytes, &self.context(Neighbour::None));
        match (parsed.is_unreadable(), parsed.company) {
            (false, Some(company)) => Neighbour::Company(Box::new(company)),
            _ => Neighbour::Unknown,
        }
    }
}

/// The pipe of a shell's `<(…)` is there, but behind a link that leads nowhere.
fn read_file(path: &Path) -> Result<OnDisk, ReadError> {
    match file::read(path) {
        Err(ReadError::NotFound { path }) if path.exists() => Err(ReadError::NotRegular {
            path,
            kind: FileKind::Pipe,
        }),
        other => other,
    }
}
