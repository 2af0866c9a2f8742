//! `touchline man`: the manual page out of the same arguments as the help. One page holds all
//! subcommands, so that a packager has one file to install.

use std::io;

use clap::{Command, CommandFactory};
use clap_mangen::Man;
use roff::{Roff, bold, roman};

use super::arguments::{Arguments, EXIT_CODES, HINT};
use super::{Outcome, Session};

/// Prints the page.
///
/// # Errors
/// stdout cannot be written.
pub(super) fn man(session: &mut Session) -> io::Result<Outcome> {
    session.output.file(page()?.as_bytes())?;
    Ok(Outcome::Fine)
}

fn page() -> io::Result<String> {
    let mut command = Arguments::command();
    command.build();
    let man = Man::new(command.clone());
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    let hint = Roff::new().control("PP", []).text([roman(HINT)]).to_roff();
    page.extend(hint.into_bytes());
    man.render_options_section(&mut page)?;
    for command in command.get_subcommands() {
        page.extend(subcommand(command)?.into_bytes());
        for inner in command.get_subcommands() {
            page.extend(subcommand(inner)?.into_bytes());
        }
    }
    page.extend(exit_codes().into_bytes());
    man.render_version_section(&mut page)?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}

/// A section for a subcommand: what would be the sections of a page of its own stands below it.
fn subcommand(command: &Command) -> io::Result<String> {
    let own = command.clone().mut_args(|argument| {
        let is_said_above = argument.is_global_set();
        argument.hide(is_said_above)
    });
    let name = own.get_bin_name().unwrap_or_default().to_uppercase();
    let man = Man::new(own);
    let mut body = Vec::new();
    man.render_synopsis_section(&mut body)?;
    man.render_description_section(&mut body)?;
    man.render_options_section(&mut body)?;
    let body = String::from_utf8_lossy(&body).replace(".SH ", ".SS ");
    let head = Roff::new().control("SH", [name.as_str()]).to_roff();
    Ok(head + &body)
}

fn exit_codes() -> String {
    let mut section = Roff::new();
    section.control("SH", ["EXIT CODES"]);
    for (code, meaning) in EXIT_CODES {
        section
            .control("TP", [])
            .text([bold(code)])
            .text([roman(meaning)]);
    }
    section.to_roff()
}
