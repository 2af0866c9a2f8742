//! `touchline import survey`: answers into readings. Reads, shows, asks, writes; what it shows and
//! writes is made elsewhere.

use std::io;

use super::super::input::{Reader, Source as JourneyFile};
use super::super::output::{Line, Style};
use super::super::progress::Progress;
use super::super::report::human;
use super::super::walk::Input;
use super::super::write::write;
use super::super::{Outcome, Session};
use super::agreed;
use super::arguments::SurveyArguments;
use super::counting::{Counted, count};
use super::feedback;
use super::preview::{Preview, lines};
use super::sources_file::SourcesFile;
use crate::document::Document;
use crate::document::edit::Edit;
use crate::document::file::ReadError;
use crate::document::plan::PlanError;
use crate::i18n::{self, Doubtful};
use crate::journey::Context;
use crate::journey::fields::Kind;
use crate::journey::sources::Source;
use crate::measure::survey::readings::{Import, Manner, import};

/// A problem that was told to a person already ends the command with this outcome.
type Told<T> = io::Result<Result<T, Outcome>>;

/// The journey and the file of its sources.
struct Target {
    journey: JourneyFile,
    sources: SourcesFile,
}

/// Counts the answers, shows what would come, asks, and writes it.
///
/// # Errors
/// stdout cannot be written.
pub(super) fn survey(arguments: &SurveyArguments, session: &mut Session) -> io::Result<Outcome> {
    let target = match target(arguments, session)? {
        Ok(target) => target,
        Err(outcome) => return Ok(outcome),
    };
    let sources = &target.sources.sources;
    let counted = count(arguments, &target.journey.parsed, sources, session);
    session.output.progress = Progress::none();
    let counted = match counted {
        Ok(counted) => counted,
        Err(problem) => {
            let (what, help) = problem.in_words(session.lang);
            return session.refuse(&what, &help);
        }
    };
    let source = &counted.proposal.source;
    let manner = Manner {
        source: &source.id,
        segments: source.segment.as_deref(),
        replace: arguments.replace,
    };
    let journey = &target.journey.parsed.journey;
    let imported = import(journey, &counted.report, &counted.proposal.new_kpis, manner);
    show(&counted, &imported, &target, session)?;
    let mut imported = imported;
    if let Some((_, touchpoint)) = &arguments.feedback {
        let edits = feedback::choose(&counted.report, journey, touchpoint, session)?;
        imported.edits.extend(edits);
    }
    let told = counted.report.told(&counted.proposal.source);
    let texts = match texts(&target, &told, &imported, session) {
        Ok(texts) => texts,
        Err(error) => {
            let what = i18n::plan_error(session.lang, &error);
            return session.refuse(&what, i18n::cli_run_check(session.lang));
        }
    };
    settle(arguments, &target, &imported, texts, session)
}

fn target(arguments: &SurveyArguments, session: &mut Session) -> Told<Target> {
    let path = &arguments.into;
    let mut reader = Reader::new(session.environment.today);
    let journey = match reader.read(
        Ok(Input::File {
            path: path.clone(),
            named: true,
        }),
        session,
    )? {
        Ok(journey) => journey,
        Err(outcome) => return Ok(Err(outcome)),
    };
    if journey.parsed.is_unreadable() {
        return human::unreadable(&journey, session).map(Err);
    }
    if journey.parsed.index.root_kind() != Some(Kind::Journey) {
        let what = i18n::survey_is_no_journey(session.lang, &journey.name);
        return session
            .refuse(&what, i18n::cli_name_a_journey(session.lang))
            .map(Err);
    }
    if let Some((_, touchpoint)) = &arguments.feedback
        && !journey.parsed.index.has(Kind::Touchpoint, touchpoint)
    {
        let what = i18n::survey_no_touchpoint(session.lang, touchpoint);
        return session
            .refuse(&what, i18n::survey_name_a_touchpoint(session.lang))
            .map(Err);
    }
    let sources = match SourcesFile::beside(path) {
        Ok(sources) => sources,
        Err(error) => return refuse_file(&error, session).map(Err),
    };
    if sources.has_errors {
        let what = i18n::survey_bad_sources(session.lang, &sources.path.to_string_lossy());
        return session
            .refuse(&what, i18n::cli_run_check(session.lang))
            .map(Err);
    }
    Ok(Ok(Target { journey, sources }))
}

fn refuse_file(error: &ReadError, session: &mut Session) -> io::Result<Outcome> {
    let (what, help) = i18n::read_error(session.lang, error);
    session.refuse(&what, help)
}

fn show(
    counted: &Counted,
    imported: &Import,
    target: &Target,
    session: &mut Session,
) -> io::Result<()> {
    let preview = Preview {
        proposal: &counted.proposal,
        report: &counted.report,
        import: imported,
        journey: &target.journey.parsed.journey,
        sources: &target.sources.path.to_string_lossy(),
        lang: session.lang,
        columns: session.columns_of_lines(),
    };
    for line in lines(&preview) {
        session.output.line(&line)?;
    }
    let doubtful = Doubtful {
        file: &counted.file,
        odd: counted.odd,
        remarks: &counted.proposal.remarks,
        report: Some(&counted.report),
        changes: &imported.changes,
        today: &session.environment.today.to_string(),
        kept: i18n::survey_kept,
    };
    for warning in doubtful.warnings(session.lang) {
        let label = format!("{}: ", i18n::findings::severity_warning(session.lang));
        let line = Line::new().add(Style::Warning, &label).plain(&warning);
        session.output.line(&line)?;
    }
    Ok(())
}

/// The texts to write: the sources and the journey; none where they say so already.
struct Texts {
    sources: Option<String>,
    journey: Option<Vec<u8>>,
}

fn texts(
    target: &Target,
    source: &Source,
    imported: &Import,
    session: &Session,
) -> Result<Texts, PlanError> {
    let sources = target.sources.with(source)?;
    if imported.edits.is_empty() {
        return Ok(Texts {
            sources,
            journey: None,
        });
    }
    let context = Context {
        neighbour: target.journey.neighbour.clone(),
        today: session.environment.today,
    };
    let mut document = Document::open(target.journey.parsed.tree.to_bytes(), context);
    document.apply(&Edit::Many(imported.edits.clone()), (), ())?;
    Ok(Texts {
        sources,
        journey: Some(document.bytes()),
    })
}

/// Asks and writes, where there is something to write.
fn settle(
    arguments: &SurveyArguments,
    target: &Target,
    imported: &Import,
    texts: Texts,
    session: &mut Session,
) -> io::Result<Outcome> {
    let lang = session.lang;
    if texts.sources.is_none() && texts.journey.is_none() {
        let line = Line::new().plain(i18n::survey_nothing_changes(lang));
        session.output.line(&line)?;
        return Ok(Outcome::Fine);
    }
    if !arguments.yes && !agreed(session)? {
        session.note(i18n::survey_nothing_written(lang))?;
        return Ok(Outcome::Found);
    }
    // A mapping without its readings does no harm: the next import brings them.
    if let Some(text) = &texts.sources {
        let outcome = write(&target.sources.on_disk, text.as_bytes(), session)?;
        if outcome != Outcome::Fine {
            return Ok(outcome);
        }
    }
    if let (Some(bytes), Some(on_disk)) = (&texts.journey, &target.journey.on_disk) {
        let outcome = write(on_disk, bytes, session)?;
        if outcome != Outcome::Fine {
            return Ok(outcome);
        }
    }
    let changed = imported.changed();
    let path = target.journey.name.clone();
    session.note(&i18n::survey_written(lang, &path, changed))?;
    Ok(Outcome::Fine)
}
