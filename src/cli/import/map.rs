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
use crate::exchange::import::{Imported, NoMap, Unplaced, import_map};
use crate::i18n::{self, Lang, number};
use crate::journey::check::Neighbour;
use crate::journey::model::{Journey, Touchpoint};
use crate::journey::{Context, read};
use crate::text::{sanitize_line, truncate};

/// Of a line that was not understood so many columns are shown.
const SHOWN: usize = 60;

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
            let (what, help) = no_map(&why, &name, lang);
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

/// Why a file holds no journey, and what to do.
fn no_map(why: &NoMap, name: &str, lang: Lang) -> (String, &'static str) {
    match why {
        NoMap::NoneFound => (
            i18n::import_map_no_journey(lang, name),
            i18n::import_map_what_is_read(lang),
        ),
        NoMap::NoJson(error) => (
            i18n::import_map_no_json(lang, name, error.line(), error.column()),
            i18n::import_map_mend_json(lang),
        ),
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
        session.note(&unplaced_line(unplaced, session.lang))?;
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
    for line in preview(&journey, &imported.unplaced, session.lang) {
        session.output.line(&line)?;
    }
    if !yes && !agreed(session)? {
        session.note(i18n::survey_nothing_written(session.lang))?;
        return Ok(Outcome::Found);
    }
    fresh.write(&imported.journey, session)
}

/// What would be written, and what not.
fn preview(journey: &Journey, unplaced: &[Unplaced], lang: Lang) -> Vec<Line> {
    let touchpoints = journey.stages.iter().map(|it| it.touchpoints.len()).sum();
    let (stages, personas) = (journey.stages.len(), journey.personas.len());
    let counts = i18n::import_map_counts(lang, stages, touchpoints, personas);
    let mut lines = vec![Line::new().add(Style::Strong, &journey.title)];
    lines.push(Line::new().plain(&counts));
    for stage in &journey.stages {
        lines.push(Line::new().plain("  ").add(Style::Strong, &stage.name));
        lines.extend(stage.touchpoints.iter().map(one));
    }
    lines.push(Line::new());
    match unplaced.is_empty() {
        true => lines.push(Line::new().plain(i18n::import_map_all_placed(lang))),
        false => lines.push(Line::new().add(Style::Strong, i18n::import_map_unplaced(lang))),
    }
    let line = |it: &Unplaced| Line::new().plain(&format!("  {}", unplaced_line(it, lang)));
    lines.extend(unplaced.iter().map(line));
    lines
}

/// A touchpoint with its emotion.
fn one(touchpoint: &Touchpoint) -> Line {
    let emotion = touchpoint.emotion.map(number::signed_whole);
    let emotion = emotion.unwrap_or_else(|| "  ".to_owned());
    Line::new().plain(&format!("    {emotion:>2}  {}", touchpoint.name))
}

fn unplaced_line(unplaced: &Unplaced, lang: Lang) -> String {
    let text = sanitize_line(&unplaced.text);
    let text = truncate(&text, SHOWN);
    i18n::import_map_line(
        lang,
        unplaced.line,
        &text,
        i18n::import_map_why(lang, unplaced.why),
    )
}
