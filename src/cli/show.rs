//! `touchline show`: a screen as text.

use std::io;
use std::path::Path;

use super::arguments::{ShowArguments, View};
use super::import::sources_beside;
use super::input::{Reader, Source};
use super::report::human;
use super::walk::Input;
use super::{Outcome, Session, folder};
use crate::app::App;
use crate::document::Document;
use crate::i18n::{self, Lang};
use crate::journey::Context;
use crate::journey::fields::Kind;
use crate::journey::finding::Severity;
use crate::journey::lent::Known;
use crate::journey::model::Department;
use crate::journey::similar::similar;
use crate::view::map::map_as_text;
use crate::view::{Printed, department_as_text, list_as_text};
use jiff::civil::Date;

/// Columns where nobody says how many there are.
pub(super) const COLUMNS: u16 = 80;

/// Prints the screen.
///
/// # Errors
/// stdout cannot be written.
pub(super) fn show(arguments: &ShowArguments, session: &mut Session) -> io::Result<Outcome> {
    if arguments.file.is_dir() {
        return folder::list(arguments, session);
    }
    if arguments.format.is_some() {
        let help = i18n::portfolio_export_instead(session.lang);
        return session.refuse(i18n::portfolio_only_folders(session.lang), help);
    }
    let today = arguments.day.today.unwrap_or(session.environment.today);
    let input = Input::of(&arguments.file);
    let source = match Reader::new(today).read(Ok(input), session)? {
        Ok(source) if source.parsed.is_unreadable() => return human::unreadable(&source, session),
        Ok(source) if !is_shown(&source, arguments) => {
            return no_map(&source, session);
        }
        Ok(source) => source,
        Err(outcome) => return Ok(outcome),
    };
    let width = arguments
        .width
        .or(session.environment.columns)
        .unwrap_or(COLUMNS);
    if let Some(name) = &arguments.department {
        return department(&source, name, (width, today), session);
    }
    let text = match arguments.view {
        View::Map => map_as_text(
            &source.parsed.journey,
            &source.neighbour,
            session.lang,
            width,
            &today.to_string(),
        ),
        View::Moments => list(&source, Printed::Moments, width, today, session.lang),
        View::Kpis => list(&source, Printed::Kpis, width, today, session.lang),
        View::Priorities => list(&source, Printed::Priorities, width, today, session.lang),
        View::Values => list(&source, Printed::Values, width, today, session.lang),
        View::Strategy => list(&source, Printed::Strategy, width, today, session.lang),
        View::Improvements => list(&source, Printed::Improvements, width, today, session.lang),
    };
    session.output.text(&text)?;
    tell_of_errors(&source, session)
}

/// A journey has every view; a company has its strategy.
fn is_shown(source: &Source, arguments: &ShowArguments) -> bool {
    let is_strategy = arguments.view == View::Strategy && arguments.department.is_none();
    match source.parsed.index.root_kind() {
        Some(Kind::Journey) => true,
        Some(Kind::Company) => is_strategy,
        _ => false,
    }
}

fn list(source: &Source, what: Printed, width: u16, today: Date, lang: Lang) -> String {
    list_as_text(&app(source, today, lang), what, width)
}

/// Prints the page of a department, or says which there are.
fn department(
    source: &Source,
    name: &str,
    (width, today): (u16, Date),
    session: &mut Session,
) -> io::Result<Outcome> {
    let lang = session.lang;
    let app = app(source, today, lang);
    let known = app.departments();
    let is_it = |it: &&Known<'_, Department>| {
        it.it.id == name || it.it.name.trim().to_lowercase() == name.trim().to_lowercase()
    };
    if let Some(found) = known.iter().find(is_it) {
        let text = department_as_text(&app, &found.it.id, width);
        session.output.text(&text)?;
        return tell_of_errors(source, session);
    }
    let ids = known.iter().map(|it| it.it.id.as_str());
    let names = known.iter().map(|it| it.it.name.as_str());
    let hint = match similar(name, ids.clone().chain(names)) {
        Some(meant) => i18n::department_meant(lang, meant),
        None if known.is_empty() => i18n::department_none_known(lang).to_owned(),
        None => i18n::department_known(lang, &ids.collect::<Vec<_>>().join(", ")),
    };
    session.complain(&i18n::department_unknown(lang, name), &hint)?;
    Ok(Outcome::Failed)
}

fn app(source: &Source, today: Date, lang: Lang) -> App {
    let context = Context {
        neighbour: source.neighbour.clone(),
        today,
    };
    let document = Document::open(source.parsed.tree.to_bytes(), context);
    let path = source.on_disk.as_ref().map(|it| it.path());
    let mut app = App::new(lang, document, path.map(Path::to_path_buf));
    app.sources = path.map(sources_beside).unwrap_or_default();
    app
}

fn no_map(source: &Source, session: &mut Session) -> io::Result<Outcome> {
    let what = match source.parsed.company {
        Some(_) => i18n::cli_no_map(session.lang, &source.name),
        None => i18n::survey_is_no_journey(session.lang, &source.name),
    };
    session.complain(&what, i18n::cli_name_a_journey(session.lang))?;
    Ok(Outcome::Found)
}

/// What could not be read is missing in what is shown: nobody shall take it for the whole.
pub(super) fn tell_of_errors(source: &Source, session: &mut Session) -> io::Result<Outcome> {
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
