//! What the process stands in: language, colours, terminal, clock, folders of the user. The only
//! place that reads it.

use std::env;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

use etcetera::{BaseStrategy, choose_base_strategy};
use jiff::Zoned;
use jiff::civil::Date;

use crate::app::look::Look;
use crate::document::save::Places;
use crate::i18n::Lang;
use crate::term::{Clipboard, editor_command};

/// Whether there is something of this name.
type Has = fn(&str) -> bool;

/// What the process stands in.
pub(super) struct Environment {
    /// The language of the locale.
    pub(super) lang: Lang,
    /// Today by the clock, where the user is.
    pub(super) today: Date,
    /// Colours are not wanted, or the terminal cannot show them.
    pub(super) no_color: bool,
    /// The terminal can only write on.
    pub(super) is_dumb: bool,
    /// stdin is a terminal.
    pub(super) stdin_is_terminal: bool,
    /// stdout is a terminal.
    pub(super) stdout_is_terminal: bool,
    /// stderr is a terminal.
    pub(super) stderr_is_terminal: bool,
    /// Columns of the terminal that stdout is.
    pub(super) columns: Option<u16>,
}

impl Environment {
    /// Looks around.
    pub(super) fn read() -> Environment {
        let is_dumb = variable("TERM").as_deref() == Some("dumb");
        Environment {
            lang: lang(variable),
            today: Zoned::now().date(),
            no_color: variable("NO_COLOR").is_some() || is_dumb,
            is_dumb,
            stdin_is_terminal: io::stdin().is_terminal(),
            stdout_is_terminal: io::stdout().is_terminal(),
            stderr_is_terminal: io::stderr().is_terminal(),
            columns: columns(),
        }
    }

    /// Keys come from a terminal, and frames go to one.
    pub(super) fn has_screen(&self) -> bool {
        self.stdin_is_terminal && self.stdout_is_terminal
    }

    /// The look that the terminal asks for.
    pub(super) fn look(&self) -> Look {
        Look::of_terminal(variable)
    }

    /// The command of the user's editor.
    pub(super) fn editor(&self) -> String {
        editor_command(variable("VISUAL"), variable("EDITOR"))
    }

    /// The clipboard of the system; `None` where only the terminal's is near.
    pub(super) fn clipboard(&self) -> Option<Clipboard> {
        Clipboard::of_system(|name| variable(name).is_some(), is_program)
    }

    /// What a choice among the programs of the system comes to, given its variables.
    pub(super) fn choose<T>(&self, choice: fn(Has, Has) -> T) -> T {
        choice(|name| variable(name).is_some(), is_program)
    }

    /// Where the user's configuration is; `None` for a user without home folder.
    pub(super) fn config_file(&self) -> Option<PathBuf> {
        let folder = choose_base_strategy().ok()?.config_dir();
        Some(folder.join("touchline").join("config.ron"))
    }

    /// The attributes that git reads for all repositories of a user who names no other file.
    pub(super) fn git_attributes_file(&self) -> Option<PathBuf> {
        let folder = choose_base_strategy().ok()?.config_dir();
        Some(folder.join("git").join("attributes"))
    }

    /// Where saving may put recovery copies; `None` for a user without home folder.
    pub(super) fn places(&self) -> Option<Places> {
        Some(Places {
            recovery_folder: state_folder()?.join("recovery"),
        })
    }

    /// Where a file may go whose own place fails, the best first.
    pub(super) fn refuges(&self) -> Vec<PathBuf> {
        etcetera::home_dir().into_iter().collect()
    }

    /// Where the program keeps what it remembers of the user; `None` without home folder.
    pub(super) fn memory_file(&self) -> Option<PathBuf> {
        Some(state_folder()?.join("memory.ron"))
    }
}

/// The program's own folder among those of the user's state.
fn state_folder() -> Option<PathBuf> {
    let folders = choose_base_strategy().ok()?;
    let state = folders.state_dir().unwrap_or_else(|| folders.data_dir());
    Some(state.join("touchline"))
}

/// A file of this name stands in a folder of `PATH`.
fn is_program(name: &str) -> bool {
    program(name).is_some()
}

/// The file of this name in the first folder of `PATH` that has one.
pub(super) fn program(name: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH").unwrap_or_default();
    let mut files = env::split_paths(&folders).map(|folder| folder.join(name));
    files.find(|file| file.is_file())
}

/// A variable that is set and not empty.
fn variable(name: &str) -> Option<String> {
    let value = env::var_os(name).filter(|value| !value.is_empty())?;
    Some(value.to_string_lossy().into_owned())
}

/// The locale of messages: the first of these that is set decides, as POSIX has it.
fn lang(variable: impl Fn(&str) -> Option<String>) -> Lang {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(variable);
    Lang::from_tag(&locale.unwrap_or_default())
}

fn columns() -> Option<u16> {
    let size = rustix::termios::tcgetwinsize(io::stdout()).ok()?;
    Some(size.ws_col).filter(|columns| *columns > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_locale_variable_that_is_set_decides() {
        for (set, expected) in [
            (&[][..], Lang::En),
            (&[("LANG", "de_CH.UTF-8")], Lang::De),
            (&[("LANG", "de_CH"), ("LC_ALL", "C")], Lang::En),
            (&[("LANG", "en_US"), ("LC_MESSAGES", "de")], Lang::De),
            (&[("LC_MESSAGES", "en"), ("LC_ALL", "de_AT")], Lang::De),
        ] {
            let find = |name: &str| {
                let mut hits = set.iter().filter(|(key, _)| *key == name);
                hits.next().map(|(_, value)| (*value).to_owned())
            };
            assert_eq!(lang(find), expected, "{set:?}");
        }
    }
}
