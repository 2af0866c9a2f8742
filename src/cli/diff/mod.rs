//! `touchline diff`: what changed between two versions of journeys, in journey words.

mod json;
mod markdown;
mod request;
mod text;
mod versions;

use std::io;
use std::path::{Path, PathBuf};

use super::arguments::{DiffArguments, DiffFormat};
use super::input::{Reader, Source};
use super::report::human;
use super::walk::Input;
use super::{Outcome, Session};
use crate::compare::{Difference, differences};
use crate::git::GitError;
use crate::i18n::differences::{Section, Versions};
use crate::i18n::{self, InWords, Lang};
use request::{New, Old, OnDisk, Request};
use versions::{FilePair, FileVersion, Sides};

/// Two versions of one file; a new file has no old one, a deleted one no new one.
struct Pair {
    old: Option<Source>,
    new: Option<Source>,
}

/// A pair, compared.
struct Compared<'p> {
    pair: &'p Pair,
    /// The title of the journey, or the name of the company.
    title: String,
    state: State,
    sections: Vec<Section>,
}

/// What a comparison came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// It is new.
    Added,
    /// It is gone.
    Deleted,
    /// It says something else.
    Changed,
    /// It says the same in another layout.
    Layout,
    /// It is the same text.
    Same,
}

/// Prints what changed.
///
/// # Errors
/// stdout cannot be written.
pub(super) fn diff(arguments: &DiffArguments, session: &mut Session) -> io::Result<Outcome> {
    let request = Request::of(
        &arguments.arguments,
        &arguments.paths,
        arguments.staged,
        on_disk,
    );
    let Ok(request) = request else {
        let what = i18n::diff_unclear(session.lang);
        return session.refuse(what, i18n::diff_see_help(session.lang));
    };
    let mut run = Run::new(arguments, session);
    run.begin()?;
    match request {
        Request::Files(old, new) => run.files(&old, &new)?,
        Request::Versions { old, new, paths } => run.versions(&old, &new, paths)?,
    }
    run.end()
}

fn on_disk(path: &Path) -> OnDisk {
    match path {
        path if path == Path::new("-") => OnDisk::File,
        path if path.is_dir() => OnDisk::Folder,
        path if path.symlink_metadata().is_ok() => OnDisk::File,
        _ => OnDisk::Nothing,
    }
}

/// One run over several pairs.
struct Run<'s> {
    session: &'s mut Session,
    reader: Reader,
    format: DiffFormat,
    columns: usize,
    today: String,
    /// Pairs that were printed.
    printed: usize,
    outcome: Outcome,
}

impl<'s> Run<'s> {
    fn new(arguments: &DiffArguments, session: &'s mut Session) -> Run<'s> {
        let columns = arguments.width.map(usize::from);
        let today = arguments.day.today.unwrap_or(session.environment.today);
        Run {
            reader: Reader::new(today),
            format: arguments.format,
            columns: columns.unwrap_or_else(|| session.columns_of_lines()),
            session,
            today: today.to_string(),
            printed: 0,
            outcome: Outcome::Fine,
        }
    }

    fn begin(&mut self) -> io::Result<()> {
        match self.format {
            DiffFormat::Json => self.session.output.json("["),
            DiffFormat::Text | DiffFormat::Markdown => Ok(()),
        }
    }

    /// Two files that are named.
    fn files(&mut self, old: &Path, new: &Path) -> io::Result<()> {
        let old = self.reader.read(Ok(Input::of(old)), self.session)?;
        let new = self.reader.read(Ok(Input::of(new)), self.session)?;
        match (old, new) {
            (Ok(old), Ok(new)) => self.pair(&Pair {
                old: Some(old),
                new: Some(new),
            }),
            _ => {
                self.outcome = Outcome::Failed;
                Ok(())
            }
        }
    }

    /// Versions in git; of the files below the paths those that differ.
    fn versions(&mut self, old: &Old, new: &New, mut paths: Vec<PathBuf>) -> io::Result<()> {
        if paths.is_empty() {
            paths.push(PathBuf::from("."));
        }
        let mut sides = match Sides::find(&paths[0], old, new) {
            Ok(sides) => sides,
            Err(error) => return self.complain(&error),
        };
        for path in &paths {
            match sides.pairs(path) {
                Ok(pairs) => pairs
                    .into_iter()
                    .try_for_each(|pair| self.version_pair(pair, path))?,
                Err(error) => self.complain(&error)?,
            }
        }
        Ok(())
    }

    fn complain(&mut self, error: &GitError) -> io::Result<()> {
        self.outcome = Outcome::Failed;
        let (what, help) = i18n::git_error(self.session.lang, error);
        self.session.complain(&what, help)
    }

    fn version_pair(&mut self, pair: FilePair, path: &Path) -> io::Result<()> {
        if pair.old.is_none() && pair.new.is_none() {
            // In neither version: reading it says so.
            return self.file(path, true).map(|_| ());
        }
        let is_named = pair.is_named;
        let mut sides = Vec::new();
        for version in [pair.old, pair.new] {
            sides.push(match version {
                None => None,
                Some(version) => match self.version(version, is_named)? {
                    Some(source) if is_named || !source.is_foreign() => Some(source),
                    // Of a pair that was not read nothing can be said.
                    _ => return Ok(()),
                },
            });
        }
        let (new, old) = (sides.pop().flatten(), sides.pop().flatten());
        let pair = Pair { old, new };
        match pair.is_same() {
            true => Ok(()),
            false => self.pair(&pair),
        }
    }

    fn version(&mut self, version: FileVersion, is_named: bool) -> io::Result<Option<Source>> {
        let source = match version.content {
            Some(content) => Some(self.reader.version(content, &version.path)),
            None => self.file(&version.path, is_named)?,
        };
        Ok(source.map(|source| Source {
            name: version.name,
            ..source
        }))
    }

    fn file(&mut self, path: &Path, named: bool) -> io::Result<Option<Source>> {
        let path = path.to_owned();
        let read = self
            .reader
            .read(Ok(Input::File { path, named }), self.session)?;
        Ok(match read {
            Ok(source) => Some(source),
            Err(outcome) => {
                self.outcome = self.outcome.max(outcome);
                None
            }
        })
    }

    fn pair(&mut self, pair: &Pair) -> io::Result<()> {
        let sides = [&pair.old, &pair.new];
        for source in sides.into_iter().flatten() {
            if source.parsed.is_unreadable() {
                human::unreadable(source, self.session)?;
                self.outcome = Outcome::Failed;
                return Ok(());
            }
        }
        let compared = pair.compared(self.session.lang, &self.today);
        if compared.state != State::Same && compared.state != State::Layout {
            self.outcome = self.outcome.max(Outcome::Found);
        }
        self.print(&compared)
    }

    fn print(&mut self, compared: &Compared<'_>) -> io::Result<()> {
        let (lang, output) = (self.session.lang, &mut self.session.output);
        let is_first = self.printed == 0;
        self.printed += 1;
        match self.format {
            DiffFormat::Text => {
                if !is_first {
                    output.text("\n")?;
                }
                let lines = text::lines(compared, lang, self.columns);
                lines.iter().try_for_each(|line| output.line(line))
            }
            DiffFormat::Markdown => {
                let blank = if is_first { "" } else { "\n" };
                output.text(&format!("{blank}{}", markdown::text(compared, lang)))
            }
            DiffFormat::Json => {
                let comma = if is_first { "" } else { "," };
                output.json(&format!("{comma}\n  {}", json::object(compared)?))
            }
        }
    }

    fn end(self) -> io::Result<Outcome> {
        let output = &mut self.session.output;
        match self.format {
            DiffFormat::Json if self.printed == 0 => output.json("]\n")?,
            DiffFormat::Json => output.json("\n]\n")?,
            DiffFormat::Text | DiffFormat::Markdown => {}
        }
        Ok(self.outcome)
    }
}

impl Pair {
    fn compared(&self, lang: Lang, today: &str) -> Compared<'_> {
        let (state, sections) = match (&self.old, &self.new) {
            (None, _) => (State::Added, Vec::new()),
            (_, None) => (State::Deleted, Vec::new()),
            (Some(old), Some(new)) => between(old, new, lang, today),
        };
        Compared {
            pair: self,
            title: self.one().map(title).unwrap_or_default(),
            state,
            sections,
        }
    }

    /// Both texts are the same.
    fn is_same(&self) -> bool {
        let text = |source: &Source| source.parsed.tree.to_bytes();
        let sides = (&self.old, &self.new);
        matches!(sides, (Some(old), Some(new)) if text(old) == text(new))
    }

    /// The new version, or the old one of what is gone.
    fn one(&self) -> Option<&Source> {
        self.new.as_ref().or(self.old.as_ref())
    }
}

fn between(old: &Source, new: &Source, lang: Lang, today: &str) -> (State, Vec<Section>) {
    let found: Vec<Difference> = differences(&old.parsed, &new.parsed);
    let versions = Versions::new(in_words(old, lang), in_words(new, lang), today);
    let state = match found.is_empty() {
        false => State::Changed,
        true if old.parsed.tree.text() == new.parsed.tree.text() => State::Same,
        true => State::Layout,
    };
    (state, versions.sections(&found))
}

fn in_words(source: &Source, lang: Lang) -> InWords<'_> {
    InWords {
        parsed: &source.parsed,
        neighbour: &source.neighbour,
        lang,
    }
}

fn title(source: &Source) -> String {
    match &source.parsed.company {
        Some(company) => company.name.clone(),
        None => source.parsed.journey.title.clone(),
    }
}

/// What there is to say of a file that is new, gone or the same; nothing where it changed.
fn remark(compared: &Compared<'_>, lang: Lang) -> Option<String> {
    let content = || {
        let journey = compared.pair.one().map(|it| &it.parsed.journey);
        let stages = journey.map_or(0, |it| it.stages.len());
        let touchpoints = journey.map_or(0, |it| {
            it.stages.iter().map(|stage| stage.touchpoints.len()).sum()
        });
        i18n::diff_content(lang, stages, touchpoints)
    };
    Some(match compared.state {
        State::Changed => return None,
        State::Added => i18n::diff_added(lang, &content()),
        State::Deleted => i18n::diff_deleted(lang, &content()),
        State::Layout => i18n::diff_layout(lang).to_owned(),
        State::Same => i18n::diff_same(lang).to_owned(),
    })
}

/// The name of a pair: both names, where they differ.
fn names(pair: &Pair) -> String {
    match (&pair.old, &pair.new) {
        (Some(old), Some(new)) if old.name != new.name => format!("{} → {}", old.name, new.name),
        _ => pair.one().map_or(String::new(), |it| it.name.clone()),
    }
}
