//! A fault of a merge as people and programs read it.

use serde::Serialize;

use super::MergeCommit;
use super::files::File;
use crate::cli::input::Source;
use crate::cli::output::{Line, Style};
use crate::cli::report::github::annotation;
use crate::cli::report::json::{Where, place};
use crate::compare::{Conflict, Difference, NoMerge, Side, Wrong};
use crate::git::{GitError, ObjectId};
use crate::i18n::differences::{Section, Versions};
use crate::i18n::{self, InWords, Lang, findings};
use crate::journey::finding::Severity;
use crate::journey::place::{ElementKey, Place};

/// The two parents, as people know them.
pub(super) struct Parents([String; 2]);

impl Parents {
    pub(super) fn of(merge: &MergeCommit, lang: Lang) -> Result<Parents, GitError> {
        let name = |id: &ObjectId| -> Result<String, GitError> {
            let subject = merge.repository.subject(id)?;
            Ok(i18n::redo_commit(lang, id.short(), &subject))
        };
        let [ours, theirs] = &merge.parents;
        Ok(Parents([name(ours)?, name(theirs)?]))
    }

    fn name(&self, side: Side) -> &str {
        match side {
            Side::Ours => &self.0[0],
            Side::Theirs => &self.0[1],
        }
    }
}

/// What kind of fault it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    /// What one side did is not in the merge.
    Lost,
    /// No side says so.
    Unsaid,
    /// The committed file cannot be read, or has elements that cannot be told apart.
    Broken,
    /// Both sides do not go together, and git took its own merge without asking anybody.
    Undecided,
}

impl Kind {
    fn as_str(self) -> &'static str {
        match self {
            Kind::Lost => "lost",
            Kind::Unsaid => "unsaid",
            Kind::Broken => "broken",
            Kind::Undecided => "undecided",
        }
    }
}

/// A fault. `check --merge --format json` prints one array of these; fields may come, none goes
/// or changes.
#[derive(Debug, Serialize)]
pub(super) struct Fault {
    /// The path in the repository.
    file: String,
    /// `lost`, `unsaid`, `broken` or `undecided`.
    kind: Kind,
    /// `error`; `warning` of what is undecided.
    severity: Severity,
    /// The line of the committed file, from 1.
    line: usize,
    /// Where it is, in words; empty for the whole file.
    #[serde(rename = "where")]
    around: String,
    /// What the merge by id says, and what was committed; in the language of `--lang`.
    message: String,
    /// Whose it is.
    hint: String,
    /// What it is about, as in `check --format json`.
    place: Option<Spot>,
}

/// As [`Where`], but kept.
#[derive(Debug, Serialize)]
struct Spot {
    kind: Option<&'static str>,
    id: Option<String>,
    field: Option<String>,
}

impl From<&Place> for Spot {
    fn from(at: &Place) -> Spot {
        let Where { kind, id, field } = place(at);
        let id = id.map(str::to_owned);
        Spot { kind, id, field }
    }
}

impl Fault {
    /// The file is not in the merge, and no side deleted it.
    pub(super) fn no_file(file: &File, lang: Lang) -> Fault {
        let message = i18n::redo_no_file(lang).to_owned();
        Fault::of_file(file, Kind::Unsaid, message, i18n::redo_unsaid(lang))
    }

    /// The file of the merge cannot be read, or its elements be told apart.
    pub(super) fn broken(file: &File, source: &Source, why: NoMerge, lang: Lang) -> Fault {
        let message = match why {
            NoMerge::UnclearIds(_) => i18n::redo_twins(lang),
            _ => i18n::redo_unreadable(lang),
        };
        let first = source.parsed.findings.first().map(|it| it.span.start);
        let line = first.map_or(1, |at| source.parsed.tree.position(at).line);
        let hint = i18n::redo_run_check(lang);
        let fault = Fault::of_file(file, Kind::Broken, message.to_owned(), hint);
        Fault { line, ..fault }
    }

    fn of_file(file: &File, kind: Kind, message: String, hint: &str) -> Fault {
        let committed = file.committed.as_ref().map(|it| &it.path);
        let path = committed.unwrap_or(&file.path);
        let severity = match kind {
            Kind::Undecided => Severity::Warning,
            _ => Severity::Error,
        };
        Fault {
            file: path.to_string_lossy().into_owned(),
            kind,
            severity,
            line: 1,
            around: String::new(),
            message,
            hint: hint.to_owned(),
            place: None,
        }
    }

    pub(super) fn severity(&self) -> Severity {
        self.severity
    }

    pub(super) fn line(&self) -> usize {
        self.line
    }

    /// For people.
    pub(super) fn lines(&self, lang: Lang) -> Vec<Line> {
        let style = match self.severity {
            Severity::Warning => Style::Warning,
            _ => Style::Error,
        };
        let severity = findings::severity(lang, self.severity);
        let label = format!("{severity}[{}]", self.kind.as_str());
        let message = format!(": {}", self.message);
        let help = format!("{}: ", i18n::cli_help(lang));
        let at = format!("{}:{}  {}", self.file, self.line, self.around);
        vec![
            Line::new().add(style, &label).add(Style::Strong, &message),
            Line::new().add(Style::Frame, " --> ").plain(at.trim_end()),
            Line::new()
                .add(Style::Frame, "  = ")
                .add(Style::Strong, &help)
                .plain(&self.hint),
        ]
    }

    /// As one JSON object on one line.
    pub(super) fn json(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }

    /// For GitHub Actions.
    pub(super) fn annotation(&self) -> Line {
        let around = Some(&self.around).filter(|around| !around.is_empty());
        let around = around.map_or(String::new(), |around| format!("{around}: "));
        let text = format!("{around}{}\n{}", self.message, self.hint);
        let span = format!("line={}", self.line);
        annotation(self.severity, &self.file, &span, self.kind.as_str(), &text)
    }
}

/// What the faults of a file are told with.
pub(super) struct Told<'t> {
    pub(super) file: &'t File,
    pub(super) expected: &'t Source,
    pub(super) committed: &'t Source,
    pub(super) parents: &'t Parents,
    pub(super) lang: Lang,
    pub(super) today: &'t str,
}

impl Told<'_> {
    /// Differences from the merge by id, section by section.
    pub(super) fn faults(&self, wrong: &[(Difference, Wrong)]) -> Vec<Fault> {
        let sides = [self.expected, self.committed].map(|it| self.in_words(it));
        let [old, new] = sides;
        let versions = Versions::new(old, new, self.today);
        let all: Vec<Difference> = wrong.iter().map(|(it, _)| it.clone()).collect();
        let sections = versions.sections(&all);
        sections
            .iter()
            .flat_map(|section| self.of_section(section, wrong))
            .collect()
    }

    fn of_section(&self, section: &Section, wrong: &[(Difference, Wrong)]) -> Vec<Fault> {
        let mut faults = Vec::new();
        for subject in &section.subjects {
            let around = match subject.name.trim() {
                "" => section.heading.clone(),
                name => format!("{} › {name}", section.heading),
            };
            for told in &subject.told {
                let known = wrong.iter().find(|(it, _)| *it == told.difference);
                let Some((difference, wrong)) = known else {
                    continue;
                };
                let (kind, hint) = self.kind(*wrong);
                let message = told.sentence.to_string();
                let fault = Fault::of_file(self.file, kind, message, &hint);
                faults.push(self.at(fault, &spot(difference), around.clone()));
            }
        }
        faults
    }

    fn kind(&self, wrong: Wrong) -> (Kind, String) {
        match wrong {
            Wrong::Lost(side) => {
                let hint = i18n::redo_lost(self.lang, self.parents.name(side));
                (Kind::Lost, hint)
            }
            Wrong::Unsaid => (Kind::Unsaid, i18n::redo_unsaid(self.lang).to_owned()),
        }
    }

    /// Conflicts that nobody was asked about.
    pub(super) fn undecided(&self, conflicts: &[Conflict]) -> Vec<Fault> {
        let fault = |conflict: &Conflict| {
            let place = conflict.about.place();
            let version = [self.committed, self.expected].into_iter().find(|source| {
                let parsed = &source.parsed;
                parsed.index.locate(&parsed.tree, &place).is_some()
            });
            let words = self.in_words(version.unwrap_or(self.expected));
            let [ours, theirs] = [Side::Ours, Side::Theirs].map(|side| self.parents.name(side));
            let hint = i18n::redo_look(self.lang, ours, theirs);
            let message = i18n::redo_undecided(self.lang).to_owned();
            let fault = Fault::of_file(self.file, Kind::Undecided, message, &hint);
            self.at(fault, &place, words.place(&place))
        };
        conflicts.iter().map(fault).collect()
    }

    /// The fault at a place of the committed file, or the nearest one around it.
    fn at(&self, fault: Fault, at: &Place, around: String) -> Fault {
        let parsed = &self.committed.parsed;
        let places = std::iter::successors(Some(at.clone()), Place::up);
        let node = places.into_iter().find_map(|place| {
            let node = parsed.index.locate(&parsed.tree, &place)?;
            Some(node.item_span().start)
        });
        Fault {
            line: node.map_or(1, |start| parsed.tree.position(start).line),
            around,
            place: Some(Spot::from(at)),
            ..fault
        }
    }

    fn in_words<'a>(&self, source: &'a Source) -> InWords<'a> {
        InWords {
            parsed: &source.parsed,
            neighbour: &source.neighbour,
            lang: self.lang,
        }
    }
}

/// What a difference is about.
fn spot(difference: &Difference) -> Place {
    let element = |key: &ElementKey| Place::of(key.clone());
    match difference {
        Difference::Added(key) | Difference::Removed(key) => element(key),
        Difference::Moved { element: key, .. } | Difference::NewId { to: key, .. } => element(key),
        Difference::Reordered { list, .. } => list.clone(),
        Difference::Fact(place) | Difference::Reworded { to: place, .. } => place.clone(),
        Difference::Comment { element: key, .. } => key.as_ref().map_or(Place::root(), element),
    }
}
