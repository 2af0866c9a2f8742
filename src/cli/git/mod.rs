//! `touchline git`: teaching git to compare and merge journeys.

mod drivers;
mod set_up;
mod status;

use std::io;
use std::path::Path;

use super::arguments::GitCommand;
use super::{Outcome, Session};
use crate::git::{GitError, Repository};
use crate::i18n;

/// Sets git up, undoes that, or says how it stands.
///
/// # Errors
/// stdout cannot be written.
pub(super) fn git(command: &GitCommand, session: &mut Session) -> io::Result<Outcome> {
    match command {
        GitCommand::Install(arguments) => set_up::install(arguments, session),
        GitCommand::Uninstall(arguments) => set_up::uninstall(arguments, session),
        GitCommand::Status(arguments) => status::status(arguments, session),
    }
}

/// The repository that the command is run in.
fn here() -> Result<Repository, GitError> {
    Repository::around(Path::new("."))
}

/// Says why git could not answer, and ends with it.
fn refuse(error: &GitError, session: &mut Session) -> io::Result<Outcome> {
    let (what, help) = i18n::git_error(session.lang, error);
    session.refuse(&what, help)
}
