//! `touchline check`: what is wrong or odd in journeys.

use std::io;

use super::arguments::{CheckArguments, Format};
use super::check_merge::check_merge;
use super::input::{Reader, Source};
use super::report::{Counts, Found, github, human, json};
use super::walk::inputs;
use super::{Outcome, Session};
use crate::i18n::explain;
use crate::journey::finding::{Code, Severity};

/// Checks the files, or explains a code.
///
/// # Errors
/// stdout cannot be written.
pub(super) fn check(arguments: &CheckArguments, session: &mut Session) -> io::Result<Outcome> {
    if let Some(code) = arguments.explain {
        return explain(code, session);
    }
    if let Some(revision) = &arguments.merge {
        return check_merge(revision, arguments, session);
    }
    let mut reader = Reader::new(arguments.day.today.unwrap_or(session.environment.today));
    let mut run = Run::new(arguments, session);
    run.begin()?;
    for input in inputs(&arguments.paths, run.session)? {
        match reader.read(input, run.session)? {
            Ok(source) => run.source(&source)?,
            Err(outcome) => run.outcome = run.outcome.max(outcome),
        }
    }
    run.end()
}

fn explain(code: Code, session: &mut Session) -> io::Result<Outcome> {
    let page = explain::explain(session.lang, code);
    session.output.text(&format!("{}\n", page.trim_end()))?;
    Ok(Outcome::Fine)
}

/// One run over several files.
struct Run<'s> {
    session: &'s mut Session,
    format: Format,
    /// The mildest severity that is an offence.
    deny: Severity,
    counts: Counts,
    files: usize,
    outcome: Outcome,
}

impl<'s> Run<'s> {
    fn new(arguments: &CheckArguments, session: &'s mut Session) -> Run<'s> {
        Run {
            session,
            format: arguments.format,
            deny: arguments.denied(),
            counts: Counts::default(),
            files: 0,
            outcome: Outcome::Fine,
        }
    }

    fn begin(&mut self) -> io::Result<()> {
        match self.format {
            Format::Json => self.session.output.json("["),
            Format::Human | Format::Github => Ok(()),
        }
    }

    fn source(&mut self, source: &Source) -> io::Result<()> {
        self.files += 1;
        for finding in &source.parsed.findings {
            self.print(&Found::new(source, finding, self.session.lang))?;
            self.counts.add(finding.severity());
            if finding.severity() <= self.deny {
                self.outcome = self.outcome.max(Outcome::Found);
            }
        }
        Ok(())
    }

    fn print(&mut self, found: &Found<'_>) -> io::Result<()> {
        let lang = self.session.lang;
        let columns = self.session.columns_of_lines();
        let output = &mut self.session.output;
        match self.format {
            Format::Human => {
                let lines = human::lines(found, lang, columns);
                lines.iter().try_for_each(|line| output.line(line))?;
                output.text("\n")
            }
            Format::Json => {
                let comma = if self.counts.is_zero() { "" } else { "," };
                output.json(&format!("{comma}\n  {}", json::object(found)?))
            }
            Format::Github => output.line(&github::command(found)),
        }
    }

    fn end(self) -> io::Result<Outcome> {
        let output = &mut self.session.output;
        match self.format {
            Format::Human if self.files > 0 => {
                output.note(&human::summary(self.counts, self.files, self.session.lang))?;
            }
            Format::Json if self.counts.is_zero() => output.json("]\n")?,
            Format::Json => output.json("\n]\n")?,
            Format::Human | Format::Github => {}
        }
        Ok(self.outcome)
    }
}
