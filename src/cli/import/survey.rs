//! `touchline import survey`: answers into readings. Reads, shows, asks, writes; what it shows and
//! writes is made elsewhere.

use std::io::{self, BufRead};
use std::path::{Path, PathBuf};

use super::super::input::{Reader, Source as JourneyFile};
use super::super::output::{Line, Style};
use super::super::progress::Progress;
use super::super::report::human;
use super::super::walk::Input;
use super::super::write::write;
use super::super::{Outcome, Session};
use super::arguments::SurveyArguments;
use super::counting::{Counted, count, named};
use super::feedback;
use super::preview::{Preview, lines};
use crate::document::Document;
use crate::document::edit::Edit;
use crate::document::file::{self, OnDisk, ReadError};
use crate::document::plan::PlanError;
use crate::i18n;
use crate::journey::Context;
use crate::journey::fields::Kind;
use crate::journey::finding::{Finding, Severity};
use crate::journey::sources::{Sources, read_sources};
use crate::measure::survey::propose::{Proposal, Remark};
use crate::measure::survey::readings::{Fate, Import, Manner, import};
use crate::measure::survey::sources_text::{changed_file, new_file};

/// A problem that was told to a person already ends the command with this outcome.
type Told<T> = io::Result<Result<T, Outcome>>;

/// The journey and the file of its sources.
struct Target {
    journey: JourneyFile,
    sources: SourcesFile,
}

struct SourcesFile {
    path: PathBuf,
    on_disk: OnDisk,
    text: String,
    sources: Sources,
    has_errors: bool,
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
    let texts = match texts(&target, &counted.proposal, &imported, session) {
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
    let sources = match sources_file(&path.with_extension("sources.ron")) {
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

fn sources_file(path: &Path) -> Result<SourcesFile, ReadError> {
    let on_disk = match file::read(path) {
        Err(ReadError::NotFound { .. }) => OnDisk::absent(path)?,
        other => other?,
    };
    let bytes = on_disk.content().map(<[u8]>::to_vec);
    let is_new = bytes.is_none();
    let text = String::from_utf8(bytes.unwrap_or_default());
    let is_text = text.is_ok();
    let text = text.unwrap_or_default();
    let (parsed, sources) = read_sources(text.clone());
    let is_error = |it: &Finding| it.severity() == Severity::Error;
    Ok(SourcesFile {
        path: path.to_owned(),
        on_disk,
        text,
        sources,
        has_errors: !is_new && (!is_text || parsed.findings.iter().any(is_error)),
    })
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
        changes: &imported.changes,
        journey: &target.journey.parsed.journey,
        sources: &target.sources.path.to_string_lossy(),
        lang: session.lang,
        columns: session.columns_of_lines(),
    };
    for line in lines(&preview) {
        session.output.line(&line)?;
    }
    for warning in warnings(counted, imported, session) {
        let label = format!("{}: ", i18n::findings::severity_warning(session.lang));
        let line = Line::new().add(Style::Warning, &label).plain(&warning);
        session.output.line(&line)?;
    }
    Ok(())
}

fn warnings(counted: &Counted, imported: &Import, session: &Session) -> Vec<String> {
    let lang = session.lang;
    let odd = [
        (counted.odd.mojibake, i18n::survey_mojibake as i18n::Word),
        (counted.odd.nul, i18n::survey_nul),
        (counted.odd.windows, i18n::survey_windows),
    ];
    let mut all: Vec<String> = odd
        .into_iter()
        .filter(|it| it.0)
        .map(|it| it.1(lang).to_owned())
        .collect();
    if counted.report.rows == 0 {
        all.push(i18n::survey_no_rows(lang, &counted.file));
    }
    let remarks = &counted.proposal.remarks;
    all.extend(
        remarks
            .iter()
            .filter_map(|it| i18n::survey_remark(lang, it)),
    );
    let zeros = remarks.iter().filter_map(|it| match it {
        Remark::ZeroIsMissing { column, count } => Some(format!(
            "{column} ({})",
            i18n::number::number(lang, *count as f64, 0)
        )),
        _ => None,
    });
    let zeros: Vec<String> = zeros.collect();
    if !zeros.is_empty() {
        all.push(i18n::survey_zero(lang, &named(&zeros)));
    }
    let unmapped = remarks.iter().filter_map(|it| match it {
        Remark::Unmapped(column) => Some(column.clone()),
        _ => None,
    });
    let unmapped: Vec<String> = unmapped.collect();
    if !unmapped.is_empty() {
        all.push(i18n::survey_unmapped(lang, &named(&unmapped)));
    }
    all.extend(super::preview::doubts(
        &imported.changes,
        &session.environment.today.to_string(),
        lang,
    ));
    all
}

/// The texts to write: the sources and the journey; none where they say so already.
struct Texts {
    sources: Option<String>,
    journey: Option<Vec<u8>>,
}

fn texts(
    target: &Target,
    proposal: &Proposal,
    imported: &Import,
    session: &Session,
) -> Result<Texts, PlanError> {
    let sources = match target.sources.on_disk.content() {
        None => Some(new_file(proposal)),
        Some(_) => changed_file(
            &target.sources.text,
            &target.sources.sources,
            &proposal.source,
        )?,
    };
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
    let is_change = |fate: &Fate| !matches!(fate, Fate::Same | Fate::Kept(_));
    let changed = imported
        .changes
        .iter()
        .filter(|it| is_change(&it.fate))
        .count();
    let path = target.journey.name.clone();
    session.note(&i18n::survey_written(lang, &path, changed))?;
    Ok(Outcome::Fine)
}

/// Asks; where nobody can answer, the answer is no.
fn agreed(session: &mut Session) -> io::Result<bool> {
    let environment = &session.environment;
    if !environment.stdin_is_terminal || !environment.stderr_is_terminal {
        return Ok(false);
    }
    let question = Line::new().add(Style::Strong, i18n::survey_write_this(session.lang));
    session.output.ask(&question)?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    let answer = answer.trim().to_lowercase();
    Ok(matches!(answer.as_str(), "y" | "yes" | "j" | "ja"))
}
