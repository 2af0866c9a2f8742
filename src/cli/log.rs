//! `touchline log`: the history of a journey in journey words, the newest version first.

use std::io;
use std::path::Path;

use serde::Serialize;

use super::arguments::{LogArguments, LogFormat};
use super::input::Reader;
use super::output::{Line, Style};
use super::past::{Held, Past};
use super::{Outcome, Session};
use crate::compare::differences;
use crate::git::GitError;
use crate::i18n::differences::{Section, Versions};
use crate::i18n::{self, InWords, Lang};
use crate::journey::check::Neighbour;
use crate::journey::{Context, Parsed, read_bytes};
use crate::text::{sanitize_line, wrap};

/// So many changes of a version are told unless all are asked for.
const SHOWN: usize = 8;

/// Columns that what changed stands further in.
const INDENT: usize = 4;

/// One version, told.
#[derive(Serialize)]
struct Told {
    commit: String,
    date: Option<String>,
    author: String,
    subject: String,
    path: String,
    changes: Vec<String>,
}

/// Prints the versions of a file.
///
/// # Errors
/// stdout cannot be written.
pub(super) fn log(arguments: &LogArguments, session: &mut Session) -> io::Result<Outcome> {
    let past = match Past::of(&arguments.file) {
        Ok(past) => past,
        Err(error) => return refuse(&error, session),
    };
    let today = session.environment.today;
    let neighbour = Reader::new(today)
        .open(&arguments.file)
        .map(|(_, context)| context.neighbour)
        .unwrap_or_default();
    let mut run = Run {
        arguments,
        session,
        neighbour,
        context: Context {
            neighbour: Neighbour::Unknown,
            today,
        },
        known: None,
        printed: 0,
    };
    run.begin()?;
    let outcome = run.versions(past)?;
    run.end()?;
    Ok(outcome)
}

fn refuse(error: &GitError, session: &mut Session) -> io::Result<Outcome> {
    let (what, help) = i18n::git_error(session.lang, error);
    session.refuse(&what, help)
}

fn renamed(lang: Lang, from: &Path) -> String {
    i18n::log_renamed(lang, &from.to_string_lossy())
}

struct Run<'s> {
    arguments: &'s LogArguments,
    session: &'s mut Session,
    /// What the folder lends names.
    neighbour: Neighbour,
    context: Context,
    /// The version before the one told last, read.
    known: Option<(Vec<u8>, Option<Parsed>)>,
    printed: usize,
}

impl Run<'_> {
    fn begin(&mut self) -> io::Result<()> {
        match self.arguments.format {
            LogFormat::Json => self.session.output.json("["),
            LogFormat::Text => Ok(()),
        }
    }

    fn end(&mut self) -> io::Result<()> {
        match self.arguments.format {
            LogFormat::Json => self.session.output.json("\n]\n"),
            LogFormat::Text => Ok(()),
        }
    }

    fn versions(&mut self, past: Past) -> io::Result<Outcome> {
        for held in past {
            if self
                .arguments
                .count
                .is_some_and(|count| self.printed >= count)
            {
                break;
            }
            match held {
                Ok(held) => self.version(held)?,
                Err(error) => return refuse(&error, self.session),
            }
        }
        Ok(Outcome::Fine)
    }

    fn version(&mut self, held: Held) -> io::Result<()> {
        let version = &held.version;
        let told = Told {
            commit: version.commit.as_str().to_owned(),
            date: version.date.as_ref().map(|date| date.date().to_string()),
            author: version.author.clone(),
            subject: version.subject.clone(),
            path: version.path.to_string_lossy().into_owned(),
            changes: self.told(&held),
        };
        self.print(&told, version.commit.short())?;
        self.printed += 1;
        self.session.output.send()
    }

    fn told(&mut self, held: &Held) -> Vec<String> {
        let now = self.read_or_known(held.bytes.as_ref());
        let old = self.read(held.before.as_ref());
        let told = self.compared(held, now.as_ref(), old.as_ref());
        self.known = held.before.clone().map(|bytes| (bytes, old));
        told
    }

    fn compared(&self, held: &Held, now: Option<&Parsed>, old: Option<&Parsed>) -> Vec<String> {
        let lang = self.session.lang;
        let from = held.version.renamed_from.as_deref();
        let mut told: Vec<String> = from.into_iter().map(|from| renamed(lang, from)).collect();
        let is_renamed = !told.is_empty();
        let is_first = held.before.is_none();
        told.extend(match (&held.bytes, now, old) {
            (None, ..) => vec![i18n::log_deleted(lang).to_owned()],
            (_, None, _) => vec![i18n::log_unreadable(lang).to_owned()],
            (_, Some(now), _) if is_first => vec![self.started(now)],
            (_, Some(_), None) => vec![i18n::log_before_unreadable(lang).to_owned()],
            (_, Some(now), Some(old)) => self.changes(old, now, is_renamed),
        });
        told
    }

    /// As [`Run::read`]; what was before the version told last is most often this one.
    fn read_or_known(&mut self, bytes: Option<&Vec<u8>>) -> Option<Parsed> {
        match self.known.take() {
            Some((known, parsed)) if Some(&known) == bytes => parsed,
            _ => self.read(bytes),
        }
    }

    /// What a version says; `None` where it cannot be read.
    fn read(&self, bytes: Option<&Vec<u8>>) -> Option<Parsed> {
        let parsed = read_bytes(bytes?.clone(), &self.context);
        (!parsed.is_unreadable() && parsed.index.root_kind().is_some()).then_some(parsed)
    }

    fn started(&self, now: &Parsed) -> String {
        let stages = &now.journey.stages;
        let touchpoints = stages.iter().map(|stage| stage.touchpoints.len()).sum();
        i18n::log_started(self.session.lang, stages.len(), touchpoints)
    }

    fn changes(&self, old: &Parsed, new: &Parsed, is_renamed: bool) -> Vec<String> {
        let lang = self.session.lang;
        let words = |parsed| InWords {
            parsed,
            neighbour: &self.neighbour,
            lang,
        };
        let today = self.context.today.to_string();
        let versions = Versions::new(words(old), words(new), &today);
        let sections = versions.sections(&differences(old, new));
        let told = sentences(&sections);
        match told.is_empty() && !is_renamed {
            true => vec![i18n::log_layout(lang).to_owned()],
            false => told,
        }
    }

    fn print(&mut self, told: &Told, short: &str) -> io::Result<()> {
        match self.arguments.format {
            LogFormat::Json => {
                let before = if self.printed == 0 { "\n" } else { ",\n" };
                let json = serde_json::to_string(told).map_err(io::Error::other)?;
                self.session.output.json(&format!("{before}{json}"))
            }
            LogFormat::Text => self.text(told, short),
        }
    }

    fn text(&mut self, told: &Told, short: &str) -> io::Result<()> {
        let lang = self.session.lang;
        let date = told.date.as_deref().map(|date| i18n::date(lang, date));
        let head = Line::new()
            .add(Style::Strong, &date.unwrap_or_default())
            .plain(&format!("  {}  ", sanitize_line(&told.author)))
            .add(Style::Frame, short);
        self.session.output.line(&head)?;
        let subject = Line::new().plain(&format!("  {}", sanitize_line(&told.subject)));
        self.session.output.line(&subject)?;
        let shown = match self.arguments.all {
            true => told.changes.len(),
            false => SHOWN,
        };
        for change in told.changes.iter().take(shown) {
            self.wrapped(change)?;
        }
        if told.changes.len() > shown {
            self.wrapped(&i18n::log_more(lang, told.changes.len() - shown))?;
        }
        self.session.output.line(&Line::new())
    }

    fn wrapped(&mut self, text: &str) -> io::Result<()> {
        let text = sanitize_line(text);
        let columns = self.session.columns_of_lines().saturating_sub(INDENT + 2);
        for (at, part) in wrap(&text, columns.max(20)).into_iter().enumerate() {
            let indent = if at == 0 { INDENT } else { INDENT + 2 };
            let line = Line::new().plain(&format!("{}{}", " ".repeat(indent), part.trim_end()));
            self.session.output.line(&line)?;
        }
        Ok(())
    }
}

/// One sentence a change, each with what it is about.
pub(super) fn sentences(sections: &[Section]) -> Vec<String> {
    let mut all = Vec::new();
    for section in sections {
        for subject in &section.subjects {
            let about = match subject.name.is_empty() {
                true => section.heading.clone(),
                false => format!("{} › {}", section.heading, subject.name),
            };
            let told = subject.told.iter();
            all.extend(told.map(|told| format!("{about}: {}", told.sentence)));
        }
    }
    all
}
