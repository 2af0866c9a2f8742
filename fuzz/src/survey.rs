//! A survey file of any tool: whatever it holds, its rows are accounted for, what comes out can be
//! written into a journey, and twice is once.

use touchline::document::Document;
use touchline::document::edit::Edit;
use touchline::journey::finding::Severity;
use touchline::journey::kpis;
use touchline::journey::metric::Metric;
use touchline::journey::model::Journey;
use touchline::journey::sources::{Source, read_sources};
use touchline::journey::{Parsed, read};
use touchline::measure::survey::count::Options;
use touchline::measure::survey::propose::{Proposal, Seen, propose};
use touchline::measure::survey::readings::{Import, Manner, import};
use touchline::measure::survey::report::Report;
use touchline::measure::survey::sources_text::new_file;
use touchline::measure::survey::table::{Given, Table};
use touchline::measure::survey::wish::Wishes;

use super::context;
use super::supply::part;

/// A journey with a touchpoint of each kind of KPI, and one without.
const INTO: &str = r#"#![enable(implicit_some)]
Journey(
    schema: 1,
    title: "Coffee",
    kpis: [Kpi(id: "nps", metric: Nps, readings: [(on: "2026-03-31", detractors: 1, passives: 2, promoters: 3)])],
    stages: [
        Stage(
            id: "order",
            name: "Order",
            touchpoints: [
                Touchpoint(id: "queue", name: "Queue", kpis: [Kpi(id: "queue-csat", metric: Csat(scale: 5, top: 2))]),
                Touchpoint(id: "barista", name: "Barista", kpis: [Kpi(id: "ease", metric: Ces(formula: PercentAgree))]),
                Touchpoint(id: "coffee", name: "Coffee"),
            ],
        ),
    ],
)
"#;

/// A file of sources, or nothing; a zero byte; the answers.
pub fn survey(bytes: &[u8]) {
    let (mapping, answers) = part(bytes);
    let known = source(mapping);
    let journey = read(INTO.to_owned(), &context());
    let Some(proposal) = proposal(answers, &journey, known.as_ref()) else {
        return;
    };
    if known.is_none() {
        let (_, again) = read_sources(new_file(&proposal.source));
        assert_eq!(again.sources, std::slice::from_ref(&proposal.source));
    }
    if let Some(report) = counted(answers, &journey.journey, &proposal) {
        accounted(&report);
        brought(&report, &journey, &proposal);
    }
}

fn source(text: &[u8]) -> Option<Source> {
    let (_, sources) = read_sources(std::str::from_utf8(text).ok()?.to_owned());
    sources.sources.into_iter().next()
}

fn proposal(answers: &[u8], journey: &Parsed, known: Option<&Source>) -> Option<Proposal> {
    let given = known.map(Given::by).unwrap_or_default();
    let table = Table::open(answers, given).ok()?;
    let seen = Seen::of(&table.beginning, "answers.csv");
    let taken = |id: &str| journey.index.shared(id).next().is_some();
    propose(
        seen,
        &journey.journey,
        &taken,
        known,
        &[],
        &Wishes::default(),
    )
    .ok()
}

fn counted(answers: &[u8], journey: &Journey, proposal: &Proposal) -> Option<Report> {
    let metric_of = |id: &str| metric(journey, proposal, id);
    let options = Options {
        on: None,
        no_segment: "none".to_owned(),
        quotes: proposal.source.date.clone(),
    };
    touchline::measure::survey::survey(answers, &proposal.source, &metric_of, options).ok()
}

fn metric(journey: &Journey, proposal: &Proposal, id: &str) -> Option<Metric> {
    let new = proposal.new_kpis.iter().find(|it| it.id == id);
    let known = || {
        kpis::all(journey)
            .find(|it| it.kpi.id == id)?
            .kpi
            .metric
            .clone()
    };
    new.map(|it| it.metric.clone()).or_else(known)
}

/// No row is lost, and none is counted twice.
fn accounted(report: &Report) {
    let sum = report.counted + report.silent + report.rows_left();
    assert_eq!(report.rows, sum, "{report:?}");
    for left in &report.left {
        assert!(left.count > 0 && !left.lines.is_empty(), "{left:?}");
    }
}

/// The readings stand in the journey, and the same file brings nothing more.
fn brought(report: &Report, journey: &Parsed, proposal: &Proposal) {
    let mut document = Document::open(INTO.as_bytes().to_vec(), context());
    let first = readings(report, &journey.journey, proposal);
    document
        .apply(&Edit::Many(first.edits), (), ())
        .expect("what is counted can be written");
    let now = &document.parsed;
    assert_eq!(
        now.findings
            .iter()
            .find(|it| it.severity() == Severity::Error),
        None
    );
    let again = readings(report, &now.journey, proposal);
    assert_eq!(again.edits, [], "{report:?}");
}

fn readings(report: &Report, journey: &Journey, proposal: &Proposal) -> Import {
    let manner = Manner {
        source: &proposal.source.id,
        segments: proposal.source.segment.as_deref(),
        replace: false,
    };
    import(journey, report, &proposal.new_kpis, manner)
}
