//! `touchline import`: what others measured or drew, into a journey. Shows first what would come,
//! and asks.

mod arguments;
mod coming;
mod counting;
mod feedback;
mod input;
mod map;
mod preview;
mod sources_file;
mod survey;

use std::io::{self, BufRead};

use clap::Subcommand;

use super::output::{Line, Style};
use super::{Outcome, Session};
use crate::i18n;
pub(super) use arguments::{MapArguments, SurveyArguments};
pub(super) use coming::{Coming, News};
pub(super) use sources_file::{SourcesFile, sources_beside};

#[derive(Debug, Subcommand)]
pub(super) enum ImportCommand {
    /// Count survey answers into readings of KPIs; shows what would come, and asks
    Survey(Box<SurveyArguments>),
    /// Make a journey of a map in a format of others; shows what would come, and asks
    Map(MapArguments),
}

/// Runs one of the imports.
///
/// # Errors
/// stdout cannot be written.
pub(super) fn import(command: &ImportCommand, session: &mut Session) -> io::Result<Outcome> {
    match command {
        ImportCommand::Survey(arguments) => survey::survey(arguments, session),
        ImportCommand::Map(arguments) => map::map(arguments, session),
    }
}

/// Asks; where nobody can answer, the answer is no.
fn agreed(session: &mut Session) -> io::Result<bool> {
    let environment = &session.environment;
    if !environment.stdin_is_terminal || !environment.stderr_is_terminal {
        return Ok(false);
    }
    let question = Line::new().add(Style::Strong, i18n::survey_write_this(session.lang));
    session.output.ask(&question)?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    let answer = answer.trim().to_lowercase();
    Ok(matches!(answer.as_str(), "y" | "yes" | "j" | "ja"))
}
