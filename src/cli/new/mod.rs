//! `touchline new`: a journey to start from, commented for people who never saw such a file.

mod template;
#[cfg(test)]
mod tests;

use std::ffi::OsString;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::arguments::NewArguments;
use super::write::write;
use super::{Outcome, Session};
use crate::document::Document;
use crate::document::edit::Edit;
use crate::document::file::{OnDisk, ReadError};
use crate::document::plan::PlanError;
use crate::i18n;
use crate::journey::Context;
use crate::journey::check::Neighbour;
use crate::journey::place::Place;
pub(super) use template::Template;

/// The ending by which the journeys of a folder are found.
const ENDING: &str = "ron";

/// Writes the journey to a file that must not be there yet, or to stdout.
///
/// # Errors
/// stdout cannot be written.
pub(super) fn new(arguments: &NewArguments, session: &mut Session) -> io::Result<Outcome> {
    let text = arguments.template.text(session.lang);
    match titled(text, arguments.title.as_deref(), session) {
        Ok(text) if arguments.file == Path::new("-") => {
            session.output.file(text.as_bytes()).map(|()| Outcome::Fine)
        }
        Ok(text) => match fresh(&arguments.file, session)? {
            Ok(fresh) => fresh.write(&text, session),
            Err(outcome) => Ok(outcome),
        },
        Err(error) => {
            let what = i18n::plan_error(session.lang, &error);
            session.refuse(&what, i18n::cli_report_bug(session.lang))
        }
    }
}

/// The template under this title, else under its own.
fn titled(text: &str, title: Option<&str>, session: &Session) -> Result<String, PlanError> {
    let Some(title) = title else {
        return Ok(text.to_owned());
    };
    let context = Context {
        neighbour: Neighbour::Unknown,
        today: session.environment.today,
    };
    let mut document = Document::unsaved(text.to_owned(), context);
    document.apply(&Edit::text(Place::root().field("title"), title), (), ())?;
    Ok(document.parsed.tree.text().to_owned())
}

/// A file that is not there yet.
pub(super) struct Fresh<'n> {
    named: &'n Path,
    path: PathBuf,
    on_disk: OnDisk,
}

/// Where a new journey of this name is written to. Where there is an outcome instead, a person was
/// told why it cannot be: the file is there, or its folder is not.
///
/// # Errors
/// stderr cannot be written.
pub(super) fn fresh<'n>(
    named: &'n Path,
    session: &mut Session,
) -> io::Result<Result<Fresh<'n>, Outcome>> {
    let lang = session.lang;
    if names_a_folder(named) {
        let what = i18n::file_is_folder(lang, &named.to_string_lossy());
        return session.refuse(&what, i18n::file_name_a_file(lang)).map(Err);
    }
    let path = with_ending(named);
    if path.symlink_metadata().is_ok() {
        let what = i18n::cli_new_exists(lang, &path.to_string_lossy());
        let help = i18n::cli_new_open_it(lang, &command(&path));
        return session.refuse(&what, &help).map(Err);
    }
    match OnDisk::absent(&path) {
        Ok(on_disk) => Ok(Ok(Fresh {
            named,
            path,
            on_disk,
        })),
        Err(error) if has_no_folder(&error) => {
            let what = i18n::save_folder_missing(lang, &path.to_string_lossy());
            session.refuse(&what, i18n::save_make_folder(lang)).map(Err)
        }
        Err(error) => {
            let (what, help) = i18n::read_error(lang, &error);
            session.refuse(&what, help).map(Err)
        }
    }
}

impl Fresh<'_> {
    /// Writes it, and says what comes next.
    ///
    /// # Errors
    /// stderr cannot be written.
    pub(super) fn write(&self, text: &str, session: &mut Session) -> io::Result<Outcome> {
        match write(&self.on_disk, text.as_bytes(), session)? {
            Outcome::Fine => tell(self.named, &self.path, session),
            refused => Ok(refused),
        }
    }
}

/// What was written, and what comes next.
fn tell(named: &Path, path: &Path, session: &mut Session) -> io::Result<Outcome> {
    let lang = session.lang;
    let shown = path.to_string_lossy();
    session.note(&i18n::cli_new_written(lang, &shown, &command(path)))?;
    if path != named {
        session.note(i18n::cli_new_ending_added(lang))?;
    } else if path.extension().is_none_or(|ending| ending != ENDING) {
        session.note(i18n::cli_new_other_ending(lang))?;
    }
    Ok(Outcome::Fine)
}

/// What should be the folder of the file is not there, or is a file itself.
fn has_no_folder(error: &ReadError) -> bool {
    match error {
        ReadError::NotFound { .. } => true,
        ReadError::Io { source, .. } => source.kind() == ErrorKind::NotADirectory,
        _ => false,
    }
}

fn names_a_folder(path: &Path) -> bool {
    path.is_dir() || path.as_os_str().as_encoded_bytes().ends_with(b"/")
}

/// A name without any ending gets the one of journeys.
fn with_ending(path: &Path) -> PathBuf {
    match path.extension() {
        Some(_) => path.to_owned(),
        None => {
            let mut name = OsString::from(path);
            name.push(".");
            name.push(ENDING);
            name.into()
        }
    }
}

/// How a shell is told to open the file.
fn command(path: &Path) -> String {
    format!("touchline {}", shell_words::quote(&path.to_string_lossy()))
}
