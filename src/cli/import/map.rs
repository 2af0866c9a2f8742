//! `touchline import map`: a map in a format of others into a journey of its own. Reads, shows,
//! asks, writes; what it writes is made in [`crate::exchange::import`].

use std::io::{self, Read};
use std::path::Path;

use super::super::new::{Fresh, fresh};
use super::super::output::{Line, Style};
use super::super::walk::Input;
use super::super::{Outcome, Session};
use super::agreed;
use super::arguments::MapArguments;
use super::input::open;
use crate::document::file::{MAX_BYTES, ReadError};
use crate::exchange::import::preview::{self, preview};
use crate::exchange::import::{Imported, import_map};
use crate::i18n;
use crate::journey::check::Neighbour;
use crate::journey::{Context, read};

/// Shows what would come, asks, and writes it.
///
/// # Errors
/// stdout cannot be written.
pub(super) fn map(arguments: &MapArguments, session: &mut Session) -> io::Result<Outcome> {
    let lang = session.lang;
    let name = Input::of(&arguments.file).name();
    let bytes = match bytes(&arguments.file) {
        Ok(bytes) => bytes,
        Err(error) => {
            let (what, help) = i18n::read_error(lang, &error);
            return session.refuse(&what, help);
        }
    };
    let Ok(text) = String::from_utf8(bytes) else {
        let what = i18n::import_map_not_utf8(lang, &name);
        session.complain(&what, i18n::import_map_save_as_utf8(lang))?;
        return Ok(Outcome::Found);
    };
    let untitled = arguments.file.file_stem().unwrap_or_default();
    let imported = match import_map(&text, &untitled.to_string_lossy()) {
        Ok(imported) => imported,
        Err(why) => {
            let (what, help) = i18n::no_map(lang, &why, &name);
            session.complain(&what, help)?;
            return Ok(Outcome::Found);
        }
    };
    if arguments.output == Path::new("-") {
        return give(&imported, session);
    }
    match fresh(&arguments.output, session)? {
        Ok(fresh) => settle(&imported, &fresh, arguments.yes, session),
        Err(outcome) => Ok(outcome),
    }
}

/// A file or stdin, up to the limit.
fn bytes(path: &Path) -> Result<Vec<u8>, ReadError> {
    let answers = open(path)?;
    let mut bytes = Vec::new();
    let path = || path.to_owned();
    let read = answers.input.take(MAX_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|source| ReadError::Io {
        path: path(),
        source,
    })?;
    match bytes.len() as u64 {
        bytes if bytes > MAX_BYTES => Err(ReadError::TooLarge {
            path: path(),
            bytes,
        }),
        _ => Ok(bytes),
    }
}

/// To stdout; what is not in it to stderr.
fn give(imported: &Imported, session: &mut Session) -> io::Result<Outcome> {
    for unplaced in &imported.unplaced {
        session.note(&preview::unplaced(unplaced, session.lang))?;
    }
    session.output.file(imported.journey.as_bytes())?;
    Ok(Outcome::Fine)
}

fn settle(
    imported: &Imported,
    fresh: &Fresh<'_>,
    yes: bool,
    session: &mut Session,
) -> io::Result<Outcome> {
    let context = Context {
        neighbour: Neighbour::Unknown,
        today: session.environment.today,
    };
    let journey = read(imported.journey.clone(), &context).journey;
    for said in preview(imported, &journey, session.lang) {
        let line = match said.is_head {
            true => Line::new().add(Style::Strong, &said.text),
            false => Line::new().plain(&said.text),
        };
        session.output.line(&line)?;
    }
    if !yes && !agreed(session)? {
        session.note(i18n::survey_nothing_written(session.lang))?;
        return Ok(Outcome::Found);
    }
    fresh.write(&imported.journey, session)
}
