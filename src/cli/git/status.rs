//! `touchline git status`: whether git knows journeys here, and what is missing.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::super::arguments::GitStatusArguments;
use super::super::environment::program;
use super::super::output::{Line, Style};
use super::super::{Outcome, Session};
use super::{drivers, here, refuse};
use crate::git::{GitError, Repository, Scope};
use crate::i18n::{self, Lang};

/// The command that sets it right.
const INSTALL: &str = "touchline git install";

/// One thing that has to be so.
struct Point {
    is_fine: bool,
    what: String,
    /// What to do.
    help: String,
}

/// Says how it stands.
///
/// # Errors
/// stdout cannot be written.
pub(super) fn status(arguments: &GitStatusArguments, session: &mut Session) -> io::Result<Outcome> {
    let lang = session.lang;
    let points = match points(arguments.file.as_deref(), lang) {
        Ok(points) => points,
        Err(error) => return refuse(&error, session),
    };
    for point in &points {
        let (style, mark) = match point.is_fine {
            true => (Style::Strong, "✓ "),
            false => (Style::Warning, "✗ "),
        };
        session
            .output
            .line(&Line::new().add(style, mark).plain(&point.what))?;
        if !point.is_fine {
            let help = format!("  = {}: {}", i18n::cli_help(lang), point.help);
            session.output.line(&Line::new().plain(&help))?;
        }
    }
    match points.iter().all(|point| point.is_fine) {
        true => Ok(Outcome::Fine),
        false => Ok(Outcome::Found),
    }
}

fn points(file: Option<&Path>, lang: Lang) -> Result<Vec<Point>, GitError> {
    let repository = match file {
        Some(file) => Repository::around(file)?,
        None => here()?,
    };
    let path = match file {
        Some(file) => repository.path_of(file)?,
        None => PathBuf::from("journeys/any.ron"),
    };
    Ok(vec![
        git_itself(&repository, lang)?,
        this_program(lang),
        settings(&repository, lang)?,
        attributes(&repository, &path, lang)?,
    ])
}

fn git_itself(repository: &Repository, lang: Lang) -> Result<Point, GitError> {
    let version = repository.git().version()?;
    let root = repository.root().to_string_lossy();
    Ok(Point {
        is_fine: true,
        what: i18n::git_status_git(lang, &version, &root),
        help: String::new(),
    })
}

/// The drivers call the program by its name, so it is the one in `PATH` that counts.
fn this_program(lang: Lang) -> Point {
    let Some(path) = program("touchline") else {
        return Point {
            is_fine: false,
            what: i18n::git_status_no_program(lang).to_owned(),
            help: i18n::git_status_put_in_path(lang).to_owned(),
        };
    };
    let version = version_of(&path).unwrap_or_default();
    Point {
        is_fine: version == env!("CARGO_PKG_VERSION"),
        what: i18n::git_status_program(lang, &version, &path.to_string_lossy()),
        help: i18n::git_status_other_version(lang, env!("CARGO_PKG_VERSION")),
    }
}

fn version_of(program: &Path) -> Option<String> {
    let output = Command::new(program)
        .arg("--version")
        .stdin(Stdio::null())
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    Some(text.trim().strip_prefix("touchline ")?.to_owned())
}

fn settings(repository: &Repository, lang: Lang) -> Result<Point, GitError> {
    let git = repository.git();
    let holds = |scope| -> Result<bool, GitError> {
        for (key, value) in drivers::SETTINGS {
            if git.setting(scope, key)?.as_deref() != Some(value) {
                return Ok(false);
            }
        }
        Ok(true)
    };
    let what = if holds(Scope::Local)? {
        Some(i18n::git_settings_here(lang))
    } else if holds(Scope::Global)? {
        Some(i18n::git_settings_global(lang))
    } else {
        None
    };
    Ok(Point {
        is_fine: what.is_some(),
        what: match what {
            Some(at) => i18n::git_status_settings(lang, at),
            None => i18n::git_status_no_settings(lang).to_owned(),
        },
        help: INSTALL.to_owned(),
    })
}

fn attributes(repository: &Repository, path: &Path, lang: Lang) -> Result<Point, GitError> {
    let attributes = repository.attributes(path)?;
    let is_ours = |driver: &Option<String>| driver.as_deref() == Some("touchline");
    let is_fine = is_ours(&attributes.diff) && is_ours(&attributes.merge);
    let path = path.to_string_lossy();
    Ok(Point {
        is_fine,
        what: match is_fine {
            true => i18n::git_status_attributes(lang, &path),
            false => i18n::git_status_no_attributes(lang, &path),
        },
        help: i18n::git_status_install_or_line(lang, &drivers::line(false)),
    })
}
