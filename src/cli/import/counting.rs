//! The files of a survey, mapped and counted. Says nothing yet.

use std::io::Read;
use std::path::Path;

use super::super::Session;
use super::super::walk::Input;
use super::arguments::SurveyArguments;
use super::input::open;
use crate::document::file::ReadError;
use crate::i18n::{self, Lang};
use crate::journey::Parsed;
use crate::journey::model::Journey;
use crate::journey::sources::{Source, Sources};
use crate::measure::survey::count::{Counter, Options};
use crate::measure::survey::propose::{Proposal, Seen, Unmappable, propose};
use crate::measure::survey::report::Report;
use crate::measure::survey::table::{Given, Odd, Table, Trouble};
use crate::measure::survey::wish::Wishes;

/// What was counted, and how.
pub(super) struct Counted {
    pub(super) proposal: Proposal,
    pub(super) report: Report,
    pub(super) odd: Odd,
    pub(super) file: String,
}

/// Why nothing was counted.
pub(super) enum Problem {
    File(ReadError),
    Counting(String, String, Trouble),
    Mapping(String, Unmappable),
    SeveralSources(String),
    StdinTwice,
}

impl Problem {
    /// What is wrong, and what to do.
    pub(super) fn in_words(self, lang: Lang) -> (String, String) {
        let fixed = |what: String, help: &str| (what, help.to_owned());
        match self {
            Problem::File(error) => {
                let (what, help) = i18n::read_error(lang, &error);
                fixed(what, help)
            }
            Problem::Counting(path, columns, trouble) => {
                i18n::survey_trouble(lang, &path, &columns, trouble)
            }
            Problem::Mapping(columns, why) => i18n::survey_unmappable(lang, &columns, why),
            Problem::SeveralSources(ids) => {
                let what = i18n::survey_many_sources(lang, &ids);
                fixed(what, i18n::survey_name_source(lang))
            }
            Problem::StdinTwice => {
                let what = i18n::survey_one_stdin(lang).to_owned();
                fixed(what, i18n::survey_name_files(lang))
            }
        }
    }
}

impl From<ReadError> for Problem {
    fn from(error: ReadError) -> Problem {
        Problem::File(error)
    }
}

/// All files, counted with one mapping: that of the sources, else one made from the first file.
pub(super) fn count(
    arguments: &SurveyArguments,
    journey: &Parsed,
    sources: &Sources,
    session: &mut Session,
) -> Result<Counted, Problem> {
    let stdins = arguments
        .files
        .iter()
        .filter(|it| Input::of(it) == Input::Stdin);
    if stdins.count() > 1 {
        return Err(Problem::StdinTwice);
    }
    let (first, others) = (&arguments.files[0], &arguments.files[1..]);
    let known = known(arguments, sources, &file_name(first))?;
    let mut wishes = arguments.wishes();
    wishes.source = wishes.source.filter(|_| known.is_none());
    let given = given(&wishes, known);
    let answers = open(first)?;
    let file = answers.name.clone();
    let table = Table::open(answers.watched(session), given);
    let table = table.map_err(|it| Problem::Counting(file.clone(), String::new(), it))?;
    let proposal = proposal(
        &table,
        &file_name(first),
        journey,
        (known, sources),
        &wishes,
    )?;
    let beginning = &table.beginning;
    let (odd, scores) = (beginning.odd, i18n::survey_names(&beginning.scores()));
    let metric_of = |id: &str| proposal.metric(&journey.journey, id).cloned();
    let options = options(arguments, &journey.journey);
    let counter = Counter::new(&proposal.source, &metric_of, options);
    let trouble = |trouble| match trouble {
        Trouble::NothingMapped if !table.beginning.has_values() => Trouble::NoRows,
        other => other,
    };
    let mut counter = counter.map_err(|it| Problem::Counting(file.clone(), scores, trouble(it)))?;
    add(table, &file, &mut counter)?;
    for path in others {
        let answers = open(path)?;
        let name = answers.name.clone();
        let table = Table::open(answers.watched(session), given);
        let table = table.map_err(|it| Problem::Counting(name.clone(), String::new(), it))?;
        add(table, &name, &mut counter)?;
    }
    let report = counter.report();
    Ok(Counted {
        proposal,
        report,
        odd,
        file,
    })
}

fn add<R: Read>(table: Table<R>, name: &str, counter: &mut Counter<'_>) -> Result<(), Problem> {
    let columns = i18n::survey_names(&table.beginning.header.names);
    let counted = counter.count(table);
    counted.map_err(|it| Problem::Counting(name.to_owned(), columns, it))
}

/// How the file is to be read: as was said, else as the source says.
fn given(wishes: &Wishes, known: Option<&Source>) -> Given {
    let known = known.cloned().unwrap_or_default();
    Given::by(&Source {
        delimiter: wishes.delimiter.clone().or(known.delimiter),
        encoding: wishes.encoding.or(known.encoding),
        decimal: wishes.decimal.or(known.decimal),
        ..Source::default()
    })
}

fn proposal<R>(
    table: &Table<R>,
    file: &str,
    journey: &Parsed,
    (known, sources): (Option<&Source>, &Sources),
    wishes: &Wishes,
) -> Result<Proposal, Problem> {
    let seen = Seen::of(&table.beginning, file);
    let taken = |id: &str| journey.index.shared(id).next().is_some();
    let ids: Vec<&str> = sources.sources.iter().map(|it| it.id.as_str()).collect();
    propose(seen, &journey.journey, &taken, known, &ids, wishes)
        .map_err(|why| Problem::Mapping(i18n::survey_names(&table.beginning.header.names), why))
}

fn options(arguments: &SurveyArguments, journey: &Journey) -> Options {
    Options {
        on: arguments.on,
        no_segment: i18n::survey_no_segment_of(journey).to_owned(),
        quotes: arguments.feedback.as_ref().map(|it| it.0.clone()),
    }
}

/// The source that was named, else the one whose pattern the name fits; none where there is none.
fn known<'s>(
    arguments: &SurveyArguments,
    sources: &'s Sources,
    name: &str,
) -> Result<Option<&'s Source>, Problem> {
    if let Some(id) = &arguments.source {
        return Ok(sources.sources.iter().find(|it| it.id == *id));
    }
    match sources.of_file(name)[..] {
        [] => Ok(None),
        [one] => Ok(Some(one)),
        ref fitting => {
            let ids: Vec<&str> = fitting.iter().map(|it| it.id.as_str()).collect();
            Err(Problem::SeveralSources(ids.join(", ")))
        }
    }
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}
