//! `touchline show`: a screen as text.

use std::io;

use super::arguments::{ShowArguments, View};
use super::input::{Reader, Source};
use super::report::human;
use super::walk::Input;
use super::{Outcome, Session};
use crate::i18n;
use crate::journey::finding::Severity;
use crate::view::map::map_as_text;

/// Columns where nobody says how many there are.
const COLUMNS: u16 = 80;

/// Prints the screen.
///
/// # Errors
/// stdout cannot be written.
pub(super) fn show(arguments: &ShowArguments, session: &mut Session) -> io::Result<Outcome> {
    let today = arguments.day.today.unwrap_or(session.environment.today);
    let input = Input::of(&arguments.file);
    let source = match Reader::new(today).read(Ok(input), session)? {
        Ok(source) if source.parsed.is_unreadable() => return human::unreadable(&source, session),
        Ok(source) if source.parsed.company.is_some() => return no_map(&source, session),
        Ok(source) => source,
        Err(outcome) => return Ok(outcome),
    };
    let width = arguments
        .width
        .or(session.environment.columns)
        .unwrap_or(COLUMNS);
    let text = match arguments.view {
        View::Map => map_as_text(
            &source.parsed.journey,
            &source.neighbour,
            session.lang,
            width,
            &today.to_string(),
        ),
    };
    session.output.text(&text)?;
    tell_of_errors(&source, session)
}

fn no_map(source: &Source, session: &mut Session) -> io::Result<Outcome> {
    let what = i18n::cli_no_map(session.lang, &source.name);
    session.complain(&what, i18n::cli_name_a_journey(session.lang))?;
    Ok(Outcome::Found)
}

/// What could not be read is missing in what is shown: nobody shall take it for the whole.
fn tell_of_errors(source: &Source, session: &mut Session) -> io::Result<Outcome> {
    let findings = &source.parsed.findings;
    if findings
        .iter()
        .all(|finding| finding.severity() != Severity::Error)
    {
        return Ok(Outcome::Fine);
    }
    let what = i18n::cli_incomplete(session.lang, &source.name);
    session.complain(&what, i18n::cli_run_check(session.lang))?;
    Ok(Outcome::Found)
}
