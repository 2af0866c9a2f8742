//! `touchline import`: what others measured, into a journey. Shows first what would come, and asks.

mod arguments;
mod coming;
mod counting;
mod feedback;
mod input;
mod preview;
mod sources_file;
mod survey;

use std::io;

use clap::Subcommand;

use super::{Outcome, Session};
pub(super) use arguments::SurveyArguments;
pub(super) use coming::{Coming, News};
pub(super) use sources_file::{SourcesFile, sources_beside};

#[derive(Debug, Subcommand)]
pub(super) enum ImportCommand {
    /// Count survey answers into readings of KPIs; shows what would come, and asks
    Survey(Box<SurveyArguments>),
}

/// Runs one of the imports.
///
/// # Errors
/// stdout cannot be written.
pub(super) fn import(command: &ImportCommand, session: &mut Session) -> io::Result<Outcome> {
    match command {
        ImportCommand::Survey(arguments) => survey::survey(arguments, session),
    }
}
