//! `touchline check --merge`: redoes a merge commit by id, and says what was committed otherwise.
//! For CI, since web hosts merge by lines.

mod fault;
mod files;

use crate::sort;
use std::io;
use std::path::{Path, PathBuf};

use super::arguments::{CheckArguments, Format};
use super::input::{Reader, Source};
use super::report::{Counts, human};
use super::{Outcome, Session};
use crate::compare::{Merged, NoMerge, Redone, can_be_merged, merge};
use crate::git::{GitError, ObjectId, Repository};
use crate::i18n;
use crate::journey::finding::Severity;
use crate::journey::{Parsed, structure};
use crate::ron_text::Tree;
use fault::{Fault, Parents};
use files::{Committed, File};

/// Redoes the merge, and prints what is wrong with it.
///
/// # Errors
/// stdout cannot be written.
pub(super) fn check_merge(
    revision: &str,
    arguments: &CheckArguments,
    session: &mut Session,
) -> io::Result<Outcome> {
    let (revision, paths) = revision_and_paths(revision, &arguments.paths);
    let mut run = Run::new(arguments, session);
    run.begin()?;
    match Commit::find(&revision, &paths[0]) {
        Ok(Commit::Merge(merge)) => run.merge(&merge, &paths)?,
        Ok(Commit::Other(why)) => run.session.note(&why.text(run.session.lang, &revision))?,
        Ok(Commit::Shallow) => {
            let what = i18n::redo_shallow(run.session.lang, &revision);
            run.outcome = run
                .session
                .refuse(&what, i18n::redo_fetch(run.session.lang))?;
        }
        Err(error) => run.trouble(&error)?,
    }
    run.end()
}

/// `--merge journeys` names no commit where that is a folder and no revision.
fn revision_and_paths(revision: &str, paths: &[PathBuf]) -> (String, Vec<PathBuf>) {
    let mut all = paths.to_vec();
    let path = Path::new(revision);
    let is_revision = || {
        let repository = Repository::around(Path::new("."));
        repository.is_ok_and(|it| it.resolve(revision).is_ok())
    };
    let is_path = path.symlink_metadata().is_ok() && !is_revision();
    if is_path {
        all.insert(0, path.to_owned());
    }
    if all.is_empty() {
        all.push(PathBuf::from("."));
    }
    let revision = if is_path { "HEAD" } else { revision };
    (revision.to_owned(), all)
}

/// What a revision is, for us.
enum Commit {
    Merge(MergeCommit),
    /// There is nothing to redo.
    Other(Nothing),
    /// It has parents that this clone does not have.
    Shallow,
}

/// Why there is nothing to redo.
enum Nothing {
    NoMerge,
    /// So many parents. git itself makes such a merge only where nothing conflicts.
    Octopus(usize),
    /// So many bases: which one git took for what cannot be told.
    CrissCross(usize),
}

impl Nothing {
    fn text(&self, lang: i18n::Lang, revision: &str) -> String {
        match self {
            Nothing::NoMerge => i18n::redo_no_merge(lang, revision),
            Nothing::Octopus(count) => i18n::redo_octopus(lang, revision, *count),
            Nothing::CrissCross(count) => i18n::redo_criss_cross(lang, revision, *count),
        }
    }
}

/// A merge of two, with what they come from; `None` where their histories never met.
struct MergeCommit {
    repository: Repository,
    commit: ObjectId,
    base: Option<ObjectId>,
    parents: [ObjectId; 2],
}

impl Commit {
    fn find(revision: &str, around: &Path) -> Result<Commit, GitError> {
        let repository = Repository::around(around)?;
        let commit = repository.resolve(revision)?;
        let recorded = repository.recorded_parents(&commit)?;
        let [ours, theirs] = match &recorded[..] {
            [] | [_] => return Ok(Commit::Other(Nothing::NoMerge)),
            [ours, theirs] => [ours.clone(), theirs.clone()],
            more => return Ok(Commit::Other(Nothing::Octopus(more.len()))),
        };
        if repository.parents(&commit)? != recorded {
            return Ok(Commit::Shallow);
        }
        let mut bases = repository.merge_bases(&ours, &theirs)?;
        if bases.is_empty() && repository.is_shallow()? {
            return Ok(Commit::Shallow);
        }
        Ok(match bases.len() {
            0 | 1 => Commit::Merge(MergeCommit {
                repository,
                commit,
                base: bases.pop(),
                parents: [ours, theirs],
            }),
            count => Commit::Other(Nothing::CrissCross(count)),
        })
    }
}

/// One run.
struct Run<'s> {
    session: &'s mut Session,
    reader: Reader,
    format: Format,
    deny: Severity,
    today: String,
    counts: Counts,
    files: Option<usize>,
    outcome: Outcome,
}

impl<'s> Run<'s> {
    fn new(arguments: &CheckArguments, session: &'s mut Session) -> Run<'s> {
        let today = arguments.day.today.unwrap_or(session.environment.today);
        Run {
            session,
            reader: Reader::new(today),
            format: arguments.format,
            deny: arguments.denied(),
            today: today.to_string(),
            counts: Counts::default(),
            files: None,
            outcome: Outcome::Fine,
        }
    }

    fn begin(&mut self) -> io::Result<()> {
        match self.format {
            Format::Json => self.session.output.json("["),
            Format::Human | Format::Github => Ok(()),
        }
    }

    fn trouble(&mut self, error: &GitError) -> io::Result<()> {
        let (what, help) = i18n::git_error(self.session.lang, error);
        self.outcome = self.session.refuse(&what, help)?;
        Ok(())
    }

    fn merge(&mut self, merge: &MergeCommit, paths: &[PathBuf]) -> io::Result<()> {
        let parents = Parents::of(merge, self.session.lang);
        let files = files::changed_by_both(merge, paths);
        let (parents, files) = match (parents, files) {
            (Ok(parents), Ok(files)) => (parents, files),
            (Err(error), _) | (_, Err(error)) => return self.trouble(&error),
        };
        self.files = Some(0);
        for file in files {
            match file {
                Ok(file) => self.file(merge, &file, &parents)?,
                Err(error) => self.trouble(&error)?,
            }
        }
        Ok(())
    }

    fn file(&mut self, merge: &MergeCommit, file: &File, parents: &Parents) -> io::Result<()> {
        let Some(committed) = &file.committed else {
            self.files = self.files.map(|count| count + 1);
            return self.print(&Fault::no_file(file, self.session.lang));
        };
        let path = merge.repository.root().join(&committed.path);
        let source = self.reader.version(committed.content.clone(), &path);
        if !file.is_named && source.is_foreign() {
            return Ok(());
        }
        self.files = self.files.map(|count| count + 1);
        match redo(file) {
            Ok(merged) => {
                let unread = readable(&committed.content).err();
                match unread {
                    Some(why) => self.print(&Fault::broken(file, &source, why, self.session.lang)),
                    None => self.compare(file, committed, &source, &merged, parents),
                }
            }
            Err(why) => self.session.note(&i18n::redo_not_judged(
                self.session.lang,
                &committed.path.to_string_lossy(),
                i18n::merge_why(self.session.lang, why),
            )),
        }
    }

    fn compare(
        &mut self,
        file: &File,
        committed: &Committed,
        source: &Source,
        merged: &Merged,
        parents: &Parents,
    ) -> io::Result<()> {
        let read = |text: &[u8]| structure(Tree::read_bytes(text.to_vec()));
        let [base, ours, theirs]: [Parsed; 3] =
            [&file.base, &file.ours, &file.theirs].map(|it| read(it));
        let expected = self
            .reader
            .version(merged.text.clone().into_bytes(), &file.path);
        let redone = Redone {
            base: &base,
            ours: &ours,
            theirs: &theirs,
            merged: &expected.parsed,
            conflicts: &merged.conflicts,
            committed: &source.parsed,
        };
        let told = fault::Told {
            file,
            expected: &expected,
            committed: source,
            parents,
            lang: self.session.lang,
            today: &self.today,
        };
        let mut faults = told.faults(&redone.faults());
        // Nobody was asked where git's own merge was taken as it is.
        if file.line_merge.as_ref() == Some(&committed.content) {
            faults.extend(told.undecided(&merged.conflicts));
        }
        sort::by_key(&mut faults, Fault::line);
        faults.iter().try_for_each(|fault| self.print(fault))
    }

    fn print(&mut self, fault: &Fault) -> io::Result<()> {
        let comma = if self.counts.is_zero() { "" } else { "," };
        self.counts.add(fault.severity());
        if fault.severity() <= self.deny {
            self.outcome = self.outcome.max(Outcome::Found);
        }
        let (lang, output) = (self.session.lang, &mut self.session.output);
        match self.format {
            Format::Human => {
                let lines = fault.lines(lang);
                lines.iter().try_for_each(|line| output.line(line))?;
                output.text("\n")
            }
            Format::Json => output.json(&format!("{comma}\n  {}", fault.json()?)),
            Format::Github => output.line(&fault.annotation()),
        }
    }

    fn end(self) -> io::Result<Outcome> {
        let (lang, output) = (self.session.lang, &mut self.session.output);
        match (self.format, self.files) {
            (Format::Human, Some(0)) => self.session.note(i18n::redo_nothing(lang))?,
            (Format::Human, Some(files)) => {
                output.note(&human::summary(self.counts, files, lang))?;
            }
            (Format::Json, _) if self.counts.is_zero() => output.json("]\n")?,
            (Format::Json, _) => output.json("\n]\n")?,
            (Format::Human, None) | (Format::Github, _) => {}
        }
        Ok(self.outcome)
    }
}

/// The merge by id.
fn redo(file: &File) -> Result<Merged, NoMerge> {
    use crate::compare::Version::{Base, Ours, Theirs};
    let base = text(&file.base).ok_or(NoMerge::Unreadable(Base))?;
    let ours = text(&file.ours).ok_or(NoMerge::Unreadable(Ours))?;
    let theirs = text(&file.theirs).ok_or(NoMerge::Unreadable(Theirs))?;
    // What is taken from one side whole is not read by the merge.
    can_be_merged(ours)?;
    merge(base, ours, theirs)
}

fn readable(content: &[u8]) -> Result<(), NoMerge> {
    let unreadable = NoMerge::Unreadable(crate::compare::Version::Ours);
    can_be_merged(text(content).ok_or(unreadable)?)
}

fn text(content: &[u8]) -> Option<&str> {
    std::str::from_utf8(content).ok()
}
