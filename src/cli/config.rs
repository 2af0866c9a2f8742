//! The user's configuration: where its file is, what stands in it, and `touchline config`.

use std::io;
use std::path::PathBuf;

use super::arguments::ConfigArguments;
use super::output::{Line, Style};
use super::{Outcome, Session};
use crate::app::config::{self, Config, Mistake};
use crate::document::file::{self, ReadError};
use crate::i18n::{self, Lang};
use crate::ron_text::{Position, Tree};

/// The configuration with where it comes from.
pub(super) struct Configuration {
    /// The file; `None` for a user without home folder.
    path: Option<PathBuf>,
    /// What it sets.
    pub(super) config: Config,
    mistakes: Vec<(Position, Mistake)>,
    /// Why it could not be read.
    error: Option<ReadError>,
    /// Nobody named the file.
    may_be_missing: bool,
}

impl Configuration {
    /// Reads the configuration in the file that was named, else in the user's own one, which need
    /// not be there.
    pub(super) fn read(named: Option<PathBuf>, own: Option<PathBuf>) -> Configuration {
        let may_be_missing = named.is_none();
        let path = named.or(own);
        let read = path.as_ref().map(|path| file::read(path));
        let (tree, error) = match read {
            Some(Ok(on_disk)) => {
                let bytes = on_disk.content().unwrap_or_default().to_vec();
                (Tree::read_bytes(bytes), None)
            }
            Some(Err(error)) => (Tree::read(String::new()), Some(error)),
            None => (Tree::read(String::new()), None),
        };
        let (config, mistakes) = config::read(&tree);
        let placed = mistakes.into_iter();
        let placed = placed.map(|mistake| (tree.position(mistake.span.start), mistake));
        Configuration {
            path,
            config,
            mistakes: placed.collect(),
            error,
            may_be_missing,
        }
    }

    /// The path as it was given.
    pub(super) fn name(&self) -> String {
        let path = self.path.as_ref();
        path.map_or_else(String::new, |path| path.to_string_lossy().into_owned())
    }

    fn is_missing(&self) -> bool {
        self.may_be_missing && matches!(self.error, Some(ReadError::NotFound { .. }))
    }

    /// What is wrong, a line each.
    pub(super) fn complaints(&self, lang: Lang) -> Vec<String> {
        let error = self.error.as_ref().filter(|_| !self.is_missing());
        let error = error.map(|error| {
            let (what, help) = i18n::read_error(lang, error);
            format!("{what}; {help}")
        });
        let mistakes = self.mistakes.iter().map(|(at, mistake)| {
            let (what, help) = i18n::config_mistake(lang, &mistake.wrong);
            i18n::config_line(lang, at.line, at.column, &what, &help)
        });
        error.into_iter().chain(mistakes).collect()
    }
}

/// `touchline config`: says what is wrong in the configuration, or prints one to start from.
///
/// # Errors
/// stdout cannot be written.
pub(super) fn config(
    arguments: &ConfigArguments,
    configuration: &Configuration,
    session: &mut Session,
) -> io::Result<Outcome> {
    let lang = session.lang;
    let name = configuration.name();
    if arguments.default {
        session.output.text(&config::default_text(lang))?;
        return Ok(Outcome::Fine);
    }
    match &configuration.error {
        None if configuration.path.is_none() => {
            session.complain(i18n::cli_no_home(lang), i18n::cli_set_home(lang))?;
            return Ok(Outcome::Failed);
        }
        Some(_) if configuration.is_missing() => {
            session.note(&i18n::config_none(lang, &name))?;
            session.note(&i18n::config_start(lang, &name))?;
            return Ok(Outcome::Fine);
        }
        Some(error) => {
            let (what, help) = i18n::read_error(lang, error);
            session.complain(&what, help)?;
            return Ok(Outcome::Failed);
        }
        None => {}
    }
    if configuration.mistakes.is_empty() {
        let line = Line::new().plain(&i18n::config_fine(lang, &name));
        session.output.line(&line)?;
        return Ok(Outcome::Fine);
    }
    for (at, mistake) in &configuration.mistakes {
        say(&name, *at, mistake, session)?;
    }
    Ok(Outcome::Found)
}

fn say(name: &str, at: Position, mistake: &Mistake, session: &mut Session) -> io::Result<()> {
    let (what, help) = i18n::config_mistake(session.lang, &mistake.wrong);
    let place = format!("{name}:{}:{}: ", at.line, at.column);
    let what = Line::new().add(Style::Strong, &place).plain(&what);
    let label = format!("  = {}: ", i18n::cli_help(session.lang));
    session.output.line(&what)?;
    session
        .output
        .line(&Line::new().add(Style::Frame, &label).plain(&help))
}
