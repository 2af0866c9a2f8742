//! `touchline fmt`: canonical form, in place. What cannot be read is reported and left as it is.

use std::io;

use super::arguments::FmtArguments;
use super::input::{Reader, Source};
use super::output::Line;
use super::report::human;
use super::walk::inputs;
use super::write::write;
use super::{Outcome, Session};
use crate::i18n;
use crate::journey::check::Neighbour;
use crate::journey::shape::canonical;
use crate::journey::sources::read_sources;
use crate::journey::{self, Context, Parsed};

/// Brings the files into canonical form, or lists those that are not.
///
/// # Errors
/// stdout cannot be written.
pub(super) fn fmt(arguments: &FmtArguments, session: &mut Session) -> io::Result<Outcome> {
    let mut reader = Reader::new(session.environment.today);
    let mut outcome = Outcome::Fine;
    for input in inputs(&arguments.paths, session)? {
        outcome = outcome.max(match reader.read(input, session)? {
            Ok(source) => one(&source, arguments.check, session)?,
            Err(outcome) => outcome,
        });
    }
    Ok(outcome)
}

fn one(source: &Source, check: bool, session: &mut Session) -> io::Result<Outcome> {
    if source.parsed.is_unreadable() {
        return human::unreadable(source, session);
    }
    let text = canonical(&source.parsed.tree);
    let is_canonical = text == source.parsed.tree.text();
    if !is_canonical && !says_the_same(&source.parsed, &text, session) {
        let what = i18n::cli_not_the_same(session.lang, &source.name);
        return session.refuse(&what, i18n::cli_report_bug(session.lang));
    }
    match &source.on_disk {
        _ if check && is_canonical => Ok(Outcome::Fine),
        _ if check => {
            session.output.line(&Line::new().plain(&source.name))?;
            Ok(Outcome::Found)
        }
        None => session.output.file(text.as_bytes()).map(|()| Outcome::Fine),
        Some(_) if is_canonical => Ok(Outcome::Fine),
        Some(on_disk) => write(on_disk, text.as_bytes(), session),
    }
}

/// A last look before a file is replaced: layout must never change what is said.
fn says_the_same(parsed: &Parsed, text: &str, session: &Session) -> bool {
    let context = Context {
        neighbour: Neighbour::Unknown,
        today: session.environment.today,
    };
    let again = journey::read_any(text.as_bytes().to_vec(), &context);
    let sources = |parsed: &Parsed| read_sources(parsed.tree.text().to_owned()).1;
    !again.is_unreadable()
        && again.journey == parsed.journey
        && again.company == parsed.company
        && sources(&again) == sources(parsed)
}
