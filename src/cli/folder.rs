//! `touchline show FOLDER`: its journeys, each with how it stands.

use std::io;
use std::path::Path;

use super::arguments::{ListFormat, ShowArguments, View};
use super::input::{Reader, Source};
use super::show::COLUMNS;
use super::walk::inputs;
use super::{Outcome, Session};
use crate::exchange::portfolio::{self, Entry};
use crate::i18n::{self, Lang};
use crate::journey::fields::Kind;
use crate::journey::portfolio::Health;
use jiff::civil::Date;

/// Prints the list, in the order of the paths.
///
/// # Errors
/// stdout cannot be written.
pub(super) fn list(arguments: &ShowArguments, session: &mut Session) -> io::Result<Outcome> {
    let lang = session.lang;
    if arguments.department.is_some() || arguments.view != View::Map {
        return session.refuse(
            i18n::portfolio_no_view(lang),
            i18n::portfolio_name_a_file(lang),
        );
    }
    let today = arguments.day.today.unwrap_or(session.environment.today);
    let folder = &arguments.file;
    let mut reader = Reader::new(today);
    let mut entries = Vec::new();
    let mut outcome = Outcome::Fine;
    for input in inputs(std::slice::from_ref(folder), session)? {
        match reader.read(input, session)? {
            Ok(source) => entries.extend(entry(folder, &source, today, lang)),
            Err(failed) => outcome = outcome.max(failed),
        }
    }
    let columns = arguments.width.or(session.environment.columns);
    let columns = usize::from(columns.unwrap_or(COLUMNS));
    let output = &mut session.output;
    match arguments.format.unwrap_or_default() {
        ListFormat::Text => output.text(&portfolio::text(&entries, lang, columns)),
        ListFormat::Markdown => output.text(&portfolio::markdown(&entries, lang)),
        ListFormat::Csv => output.text(&portfolio::csv(&entries)),
        ListFormat::Json => output.json(&portfolio::json(&entries)),
    }?;
    let found = entries.iter().any(has_errors);
    Ok(if found {
        outcome.max(Outcome::Found)
    } else {
        outcome
    })
}

/// A journey of the folder; a company is none.
pub(super) fn entry(folder: &Path, source: &Source, today: Date, lang: Lang) -> Option<Entry> {
    if source.parsed.index.root_kind() == Some(Kind::Company) {
        return None;
    }
    let path = source.on_disk.as_ref().map(|it| it.path());
    let path = path.unwrap_or(Path::new(&source.name));
    let health = match source.parsed.is_unreadable() {
        true => Err(why(source, lang)),
        false => Ok(Health::of(&source.parsed, today)),
    };
    Some(Entry {
        path: path_in(folder, path),
        health,
    })
}

/// A path from a folder on, with `/` between its parts; the whole of it for the folder itself.
pub(super) fn path_in(folder: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(folder).unwrap_or(path).iter();
    let parts: Vec<_> = parts.map(|part| part.to_string_lossy()).collect();
    match parts.is_empty() {
        true => path.to_string_lossy().into_owned(),
        false => parts.join("/"),
    }
}

/// The first of what is wrong.
fn why(source: &Source, lang: Lang) -> String {
    let mut findings = source.parsed.findings.iter();
    let first = findings.find(|it| it.code().is_unreadable());
    first.map_or(String::new(), |it| i18n::finding(lang, &it.what))
}

fn has_errors(entry: &Entry) -> bool {
    entry.health.as_ref().map_or(true, |it| it.findings[0] > 0)
}
