//! `touchline completions`: what a shell offers after Tab.

use std::io;

use clap::CommandFactory;
use clap_complete::{Shell, generate};

use super::arguments::Arguments;
use super::{Outcome, Session};

/// Prints the script for this shell.
///
/// # Errors
/// stdout cannot be written.
pub(super) fn completions(shell: Shell, session: &mut Session) -> io::Result<Outcome> {
    let mut script = Vec::new();
    generate(shell, &mut Arguments::command(), "touchline", &mut script);
    session.output.file(&script)?;
    Ok(Outcome::Fine)
}
