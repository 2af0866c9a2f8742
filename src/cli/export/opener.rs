//! The program of the system that opens a file in what a person has for its kind.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::cli::{Outcome, Session};
use crate::i18n;

/// Why a file cannot be opened here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lack {
    /// There is no screen of windows.
    Display,
    /// There is no program that opens files.
    Program,
}

/// For desktops of Linux and of BSD.
const XDG: &str = "xdg-open";

/// The opener of the system, given its variables and whether it has a program of a name.
fn opener(
    has_variable: impl Fn(&str) -> bool,
    has_program: impl Fn(&str) -> bool,
) -> Result<&'static str, Lack> {
    if cfg!(target_os = "macos") {
        return Ok("open");
    }
    let has_display = ["WAYLAND_DISPLAY", "DISPLAY"].into_iter().any(has_variable);
    match (has_display, has_program(XDG)) {
        (true, true) => Ok(XDG),
        (true, false) => Err(Lack::Program),
        (false, _) => Err(Lack::Display),
    }
}

/// Opens a file that was written. Waits for nobody: some openers end with what they opened.
///
/// # Errors
/// stdout cannot be written.
pub(super) fn open(file: &Path, session: &mut Session) -> io::Result<Outcome> {
    let lang = session.lang;
    let name = file.to_string_lossy();
    let program = match session.environment.choose(opener) {
        Ok(program) => program,
        Err(lack) => {
            let what = match lack {
                Lack::Display => i18n::export_no_display(lang, &name),
                Lack::Program => i18n::export_no_opener(lang, &name, XDG),
            };
            return session.refuse(&what, i18n::export_open_yourself(lang));
        }
    };
    match start(program, file) {
        Ok(()) => Ok(Outcome::Fine),
        Err(error) => {
            let what = i18n::export_opener_failed(lang, program, &error.to_string());
            session.refuse(&what, i18n::export_open_yourself(lang))
        }
    }
}

/// No shell reads the name, and as a whole path it is no option.
fn start(program: &str, file: &Path) -> io::Result<()> {
    let mut command = Command::new(program);
    command.arg(std::path::absolute(file)?);
    command.stdin(Stdio::null());
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().map(drop)
}

#[cfg(all(test, not(target_os = "macos")))]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_opened_where_there_is_a_screen_and_a_program() {
        for (variables, programs, expected) in [
            (&["DISPLAY"][..], &[XDG][..], Ok(XDG)),
            (&["WAYLAND_DISPLAY"], &[XDG], Ok(XDG)),
            (&["DISPLAY"], &[], Err(Lack::Program)),
            (&["TERM"], &[XDG], Err(Lack::Display)),
        ] {
            let found = opener(|it| variables.contains(&it), |it| programs.contains(&it));
            assert_eq!(found, expected, "{variables:?} {programs:?}");
        }
    }
}
