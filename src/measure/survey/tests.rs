//! Whole files through the pure engine, and its laws.

use jiff::civil::date;
use proptest::prelude::*;

use super::count::{Counter, Options};
use super::propose::{Proposal, Remark, Seen, Unmappable, propose};
use super::readings::{Fate, Import, Manner, import};
use super::report::{Reason, Report};
use super::survey;
use super::table::{Given, Table, Trouble};
use super::wish::{Wishes, wish};
use crate::document::Document;
use crate::document::edit::Edit;
use crate::journey::check::Neighbour;
use crate::journey::metric::Metric;
use crate::journey::sources::{Column, DateFormat, Holds, Period, Source};
use crate::journey::{Context, Parsed, read};

const STAY: &str = r#"#![enable(implicit_some)]
Journey(
    schema: 1,
    title: "One night",
    kpis: [
        Kpi(
            id: "nps",
            metric: Nps,
        ), // ^nps
    ],
    stages: [
        Stage(
            id: "stay",
            name: "Stay",
            touchpoints: [
                Touchpoint(
                    id: "desk",
                    name: "Check-in at the desk",
                    kpis: [
                        Kpi(
                            id: "desk-csat",
                            metric: Csat(scale: 5, top: 2),
                            readings: [
                                // By hand, from the workshop.
                                (on: "2025-12-31", satisfied: 8, responses: 10),
                            ],
                        ), // ^desk-csat
                    ],
                ), // ^desk
                Touchpoint(
                    id: "wifi",
                    name: "Connects to the Wi-Fi",
                ), // ^wifi
            ],
        ), // ^stay
    ],
)
"#;

fn context() -> Context {
    Context {
        neighbour: Neighbour::None,
        today: date(2026, 11, 22),
    }
}

fn parsed(text: &str) -> Parsed {
    let parsed = read(text.to_owned(), &context());
    assert!(!parsed.is_unreadable());
    parsed
}

fn proposed(text: &str, file: &str, wishes: &Wishes) -> Result<Proposal, Unmappable> {
    let table = Table::open(text.as_bytes(), Given::default()).unwrap();
    let journey = parsed(STAY);
    let seen = Seen::of(&table.beginning, file);
    let taken = |id: &str| journey.index.shared(id).next().is_some();
    propose(seen, &journey.journey, &taken, None, &[], wishes)
}

/// A source with one column for each of these KPIs.
fn source(columns: &[(&str, &str)]) -> Source {
    let column = |(name, kpi): &(&str, &str)| Column {
        name: (*name).to_owned(),
        kpi: (*kpi).to_owned(),
        ..Column::default()
    };
    Source {
        id: "s".to_owned(),
        date: Some("date".to_owned()),
        columns: columns.iter().map(column).collect(),
        ..Source::default()
    }
}

fn metric_of(id: &str) -> Option<Metric> {
    match id {
        "nps" => Some(Metric::Nps),
        "desk-csat" | "wifi-csat" => Some(Metric::Csat { scale: 5, top: 2 }),
        "churn" => Some(Metric::Churn),
        _ => None,
    }
}

fn counted(text: &[u8], source: &Source) -> Result<Report, Trouble> {
    survey(text, source, &metric_of, Options::default())
}

fn left(report: &Report) -> Vec<(Reason, u64, Vec<u64>)> {
    let left = report.left.iter();
    left.map(|it| (it.reason, it.count, it.lines.clone()))
        .collect()
}

#[test]
fn rows_become_counts_and_what_stays_out_is_named_with_its_line() {
    let text = "date,q1,nps,id\n\
        2026-01-05,5,10,a\n\
        2026-01-06,3,11,b\n\
        2026-01-06,3,9,a\n\
        \n\
        ,4,4,c\n\
        05.01.2026,4,4,d\n\
        2026-02-07,N/A,,e\n\
        2026-02-08,\"fine,\nthanks\",0,f\n\
        2026-02-09,4\n\
        2026-02-10,2,7,g\n";
    let mut source = source(&[("q1", "desk-csat"), ("nps", "nps")]);
    source.response = Some("id".to_owned());
    let report = counted(text.as_bytes(), &source).unwrap();
    assert_eq!((report.rows, report.counted, report.silent), (9, 4, 1));
    let expected = [
        (Reason::Ragged, 1, vec![11]),
        (Reason::NoDate, 1, vec![6]),
        (Reason::OtherDate, 1, vec![7]),
        (Reason::Duplicate, 1, vec![4]),
        (Reason::NotANumber, 1, vec![9]),
        (Reason::OffScale, 1, vec![3]),
    ];
    assert_eq!(left(&report), expected);
    assert_eq!(report.left[4].column.as_deref(), Some("q1"));
    assert_eq!(report.left[4].example.as_deref(), Some("fine,\nthanks"));
    let csat = &report.readings[0].readings;
    let said: Vec<_> = csat
        .iter()
        .map(|it| (it.on.as_str(), it.satisfied, it.responses))
        .collect();
    let expected = [
        ("2026-01-31", Some(1.0), Some(2.0)),
        ("2026-02-28", Some(0.0), Some(1.0)),
    ];
    assert_eq!(said, expected);
    let nps = &report.readings[1].readings[1];
    assert_eq!(
        (nps.promoters, nps.passives, nps.detractors),
        (Some(0.0), Some(1.0), Some(1.0))
    );
}

#[test]
fn tools_keep_their_previews_and_unfinished_rows_to_themselves() {
    let text = "StartDate,EndDate,Status,Finished,ResponseId,QID1\n\
        Start Date,End Date,Response Type,Finished,Response ID,How was the desk?\n\
        \"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"endDate\"\"}\",x,x,x,x\n\
        2026-01-02 10:00:00,2026-01-02 10:05:00,Survey Preview,True,R_1,5\n\
        2026-01-02 10:00:00,2026-01-02 10:05:00,IP Address,False,R_2,5\n\
        2026-01-02 10:00:00,2026-01-02 10:05:00,IP Address,True,R_3,4\n";
    let proposal = proposed(text, "export.csv", &Wishes::default()).unwrap();
    let source = &proposal.source;
    assert_eq!(source.date.as_deref(), Some("EndDate"));
    assert_eq!(source.response.as_deref(), Some("ResponseId"));
    assert_eq!(
        (source.columns.len(), source.columns[0].kpi.as_str()),
        (1, "desk-csat")
    );
    let report = counted(text.as_bytes(), source).unwrap();
    let expected = [
        (Reason::Preview, 1, vec![4]),
        (Reason::Unfinished, 1, vec![5]),
    ];
    assert_eq!(
        (report.rows, report.counted, left(&report)),
        (3, 1, expected.to_vec())
    );
}

#[test]
fn segments_cut_a_period_and_those_without_are_named() {
    let text = "date,who,nps\n2026-01-01,a,9\n2026-01-02,,9\n2026-01-03,b,1\n2026-01-04,a,8\n";
    let mut source = source(&[("nps", "nps")]);
    source.segment = Some("who".to_owned());
    let options = Options {
        on: None,
        no_segment: "not stated".to_owned(),
        quotes: None,
    };
    let report = survey(text.as_bytes(), &source, &metric_of, options).unwrap();
    let segments: Vec<_> = report.readings[0]
        .readings
        .iter()
        .map(|it| it.segment.as_deref().unwrap())
        .collect();
    assert_eq!(segments, ["a", "b", "not stated"]);
    let many: String = (0..300).map(|at| format!("2026-01-01,s{at},5\n")).collect();
    let many = format!("date,who,nps\n{many}");
    assert!(matches!(
        counted(many.as_bytes(), &source),
        Err(Trouble::TooManySegments(_))
    ));
}

#[test]
fn one_column_may_name_the_touchpoint_of_another_ones_score() {
    let text =
        "date;touchpoint;score\n01.02.2026;Check-in;4\n02.02.2026;Wi-Fi;5\n02.02.2026;Pool;5\n";
    let proposal = proposed(text, "long.csv", &Wishes::default()).unwrap();
    let source = &proposal.source;
    assert_eq!(
        (source.touchpoint.as_deref(), source.score.as_deref()),
        (Some("touchpoint"), Some("score"))
    );
    assert_eq!(source.dates, Some(DateFormat::DayMonthYear));
    let columns: Vec<_> = source
        .columns
        .iter()
        .map(|it| (it.name.as_str(), it.kpi.as_str()))
        .collect();
    assert_eq!(columns, [("Check-in", "desk-csat"), ("Wi-Fi", "wifi-csat")]);
    let report = counted(text.as_bytes(), source).unwrap();
    assert_eq!(left(&report), [(Reason::UnknownTouchpoint, 1, vec![4])]);
    assert_eq!(report.readings[1].readings[0].satisfied, Some(1.0));
}

#[test]
fn counts_of_others_add_up_where_they_can() {
    let text = "period,touchpoint,promoters,passives,detractors,lost,start\n\
        2026-Q1,nps,10,5,3,,\n\
        2026-Q1,nps,1,1,1,,\n\
        2026-Q1,churn,,,,3,100\n\
        2026-Q1,churn,,,,3,100\n\
        2026-Q2,nps,1.5,1,1,,\n";
    let mut source = source(&[("nps", "nps"), ("churn", "churn")]);
    source.date = Some("period".to_owned());
    source.holds = Holds::Counts;
    source.touchpoint = Some("touchpoint".to_owned());
    source.period = Period::Quarter;
    let report = counted(text.as_bytes(), &source).unwrap();
    assert_eq!(
        left(&report),
        [(Reason::Misfit, 1, vec![6]), (Reason::Twice, 1, vec![5])]
    );
    let nps = &report.readings[0].readings[0];
    assert_eq!(
        (nps.promoters, nps.passives, nps.detractors),
        (Some(11.0), Some(6.0), Some(4.0))
    );
    assert_eq!(nps.on, "2026-03-31");
    assert_eq!(report.readings[1].readings[0].lost, Some(3.0));
    let proposal = proposed(text, "counts.csv", &Wishes::default()).unwrap();
    assert_eq!(
        (proposal.source.holds, proposal.source.period),
        (Holds::Counts, Period::Quarter)
    );
    assert_eq!(proposal.source.columns[0].kpi, "nps");
}

#[test]
fn what_cannot_be_counted_is_refused() {
    let of = |text: &str, source: &Source| {
        counted(text.as_bytes(), source)
            .err()
            .map(|it| format!("{it:?}"))
    };
    let nps = source(&[("nps", "nps")]);
    for (text, source, expected) in [
        ("", &nps, "Empty"),
        ("date,x\n2026-01-01,3\n", &nps, "NoColumn(\"nps\")"),
        ("x,nps\n1,3\n", &nps, "NoColumn(\"date\")"),
        ("date,nps\n01/02/2026,3\n", &nps, "UnclearDates(\"date\")"),
        ("date,nps\n", &source(&[("nps", "no")]), "NoKpi(\"no\")"),
        (
            "date,nps\n",
            &source(&[("nps", "churn")]),
            "NotOfAnswers(\"churn\")",
        ),
        (
            "date,nps\n",
            &source(&[("nps", "nps"), ("b", "nps")]),
            "KpiTwice(\"nps\")",
        ),
        ("date,nps\n", &source(&[]), "NothingMapped"),
    ] {
        assert_eq!(of(text, source).as_deref(), Some(expected), "{text}");
    }
    let report = counted(b"date,nps\n", &nps).unwrap();
    assert_eq!((report.rows, report.readings[0].readings.len()), (0, 0));
}

#[test]
fn a_column_is_matched_by_its_words_and_odd_ones_are_said() {
    let rows: String = (0..40)
        .map(|at| {
            format!(
                "2026-01-{:02},{},{},{},{}\n",
                at % 28 + 1,
                at % 5 + 1,
                at % 6,
                at % 5 + 1,
                if at > 36 { 9 } else { at % 5 }
            )
        })
        .collect();
    let text = format!("Date,desk_rating,Wi-Fi,pool,overall\n{rows}");
    let proposal = proposed(&text, "stay-2026-01.csv", &Wishes::default()).unwrap();
    assert_eq!(
        (proposal.source.id.as_str(), proposal.source.file.as_str()),
        ("stay", "stay-*.csv")
    );
    let columns: Vec<_> = proposal
        .source
        .columns
        .iter()
        .map(|it| (it.name.as_str(), it.kpi.as_str()))
        .collect();
    assert_eq!(
        columns,
        [("desk_rating", "desk-csat"), ("Wi-Fi", "wifi-csat")]
    );
    assert_eq!(proposal.source.columns[1].missing.as_deref(), Some("0"));
    assert_eq!(proposal.new_kpis[0].id, "wifi-csat");
    let zero = Remark::ZeroIsMissing {
        column: "Wi-Fi".into(),
        count: 7,
    };
    let mixed = Remark::MixedScale {
        column: "overall".into(),
        low: 37,
        high: 3,
        is_mapped: false,
    };
    assert_eq!(
        proposal.remarks,
        [zero, Remark::Unmapped("pool".into()), mixed]
    );
}

#[test]
fn what_a_person_says_is_heeded_or_refused() {
    let text = "when,a,b,c\n2026-01-01,1,5,x\n2026-01-02,0,4,y\n";
    let wishes = |map: &[&str]| Wishes {
        map: map.iter().map(|it| wish(it).unwrap()).collect(),
        date: Some("when".into()),
        ..Wishes::default()
    };
    let proposal = proposed(
        text,
        "x.csv",
        &wishes(&["a=stay:csat(2,1)", "b=desk", "A=stay:csat(2,1)"]),
    )
    .unwrap();
    let columns: Vec<_> = proposal
        .source
        .columns
        .iter()
        .map(|it| (it.name.as_str(), it.kpi.as_str()))
        .collect();
    assert_eq!(columns, [("a", "stay-csat"), ("b", "desk-csat")]);
    assert_eq!(
        proposal.source.columns[0].scale.map(|it| (it.min, it.max)),
        Some((0, 1))
    );
    for (map, expected) in [
        ("q=desk", Unmappable::NoColumn("q".into())),
        ("a=pool", Unmappable::NoElement("pool".into())),
        ("a=nps:csat(5,2)", Unmappable::OtherMetric("nps".into())),
        ("c=desk", Unmappable::NoMetric("c".into())),
    ] {
        assert_eq!(
            proposed(text, "x.csv", &wishes(&[map])).err(),
            Some(expected),
            "{map}"
        );
    }
}

/// The journey after an import, and what it was.
fn imported(journey: &str, answers: &str, period: Period, replace: bool) -> (String, Import) {
    let mut source = source(&[("q1", "desk-csat"), ("nps", "nps")]);
    source.period = period;
    let report = counted(answers.as_bytes(), &source).unwrap();
    let manner = Manner {
        source: "s",
        segments: None,
        replace,
    };
    let import = import(&parsed(journey).journey, &report, &[], manner);
    let mut document = Document::open(journey.as_bytes().to_vec(), context());
    document
        .apply(&Edit::Many(import.edits.clone()), (), ())
        .unwrap();
    (document.parsed.tree.text().to_owned(), import)
}

fn fates(import: &Import) -> Vec<(&str, &str, &str)> {
    let fate = |fate: &Fate| match fate {
        Fate::New => "new",
        Fate::Same => "same",
        Fate::Goes => "goes",
        Fate::Replaces(_) => "replaces",
        Fate::Kept(_) => "kept",
    };
    import
        .changes
        .iter()
        .map(|it| (it.kpi.as_str(), it.reading.on.as_str(), fate(&it.fate)))
        .collect()
}

#[test]
fn an_import_adds_replaces_and_leaves_alone() {
    let first = "date,q1,nps\n2025-12-05,4,9\n2026-01-05,5,10\n2026-03-05,5,10\n";
    let (once, import) = imported(STAY, first, Period::Month, false);
    let expected = [
        ("desk-csat", "2025-12-31", "kept"),
        ("desk-csat", "2026-01-31", "new"),
        ("desk-csat", "2026-03-31", "new"),
        ("nps", "2025-12-31", "new"),
        ("nps", "2026-01-31", "new"),
        ("nps", "2026-03-31", "new"),
    ];
    assert_eq!(fates(&import), expected);
    insta::assert_snapshot!("imported_once", once);
    let (twice, import) = imported(&once, first, Period::Month, false);
    assert_eq!((twice == once, import.edits.is_empty()), (true, true));
    let more = "date,q1,nps\n2026-01-05,5,10\n2026-01-06,1,10\n2026-02-05,5,\n";
    let commented = once.replace(
        "(from: \"2026-01-01\"",
        "// A strike.\n                                (from: \"2026-01-01\"",
    );
    let (again, import) = imported(&commented, more, Period::Month, false);
    let expected = [
        ("desk-csat", "2026-01-31", "replaces"),
        ("desk-csat", "2026-02-28", "new"),
        ("nps", "2026-01-31", "replaces"),
    ];
    assert_eq!(fates(&import), expected);
    insta::assert_snapshot!("imported_again", again);
    let (quarters, import) = imported(&again, first, Period::Quarter, true);
    let expected = [
        ("desk-csat", "2025-12-31", "replaces"),
        ("desk-csat", "2026-03-31", "new"),
        ("desk-csat", "2026-01-31", "goes"),
        ("desk-csat", "2026-02-28", "goes"),
        ("desk-csat", "2026-03-31", "goes"),
        ("nps", "2025-12-31", "new"),
        ("nps", "2026-03-31", "new"),
        ("nps", "2025-12-31", "goes"),
        ("nps", "2026-01-31", "goes"),
        ("nps", "2026-03-31", "goes"),
    ];
    assert_eq!(fates(&import), expected);
    assert_eq!(parsed(&quarters).journey.kpis[0].readings.len(), 2);
}

/// Rows of a survey, some of them odd.
fn rows() -> impl Strategy<Value = Vec<String>> {
    let date = prop_oneof![
        9 => (1u8..=12, 1u8..=28).prop_map(|(month, day)| format!("2026-{month:02}-{day:02}")),
        1 => Just(String::new()),
        1 => Just("soon".to_owned()),
    ];
    let score = prop_oneof![6 => (0u8..=11).prop_map(|it| it.to_string()), 1 => Just("N/A".to_owned()), 1 => Just("4.0".to_owned())];
    let row =
        (date, score.clone(), score).prop_map(|(date, one, other)| format!("{date},{one},{other}"));
    prop::collection::vec(row, 0..60)
}

fn table(rows: &[String]) -> String {
    let rows: String = rows.iter().map(|row| format!("{row}\n")).collect();
    format!("date,q1,nps\n{rows}")
}

proptest! {
    #[test]
    fn two_halves_count_like_the_whole(rows in rows(), cut in 0usize..60) {
        let mut source = source(&[("q1", "desk-csat"), ("nps", "nps")]);
        source.dates = Some(DateFormat::Iso);
        let whole = counted(table(&rows).as_bytes(), &source).unwrap();
        let cut = cut.min(rows.len());
        let mut counter = Counter::new(&source, &metric_of, Options::default()).unwrap();
        for half in [&rows[..cut], &rows[cut..]] {
            let text = table(half);
            counter.count(Table::open(text.as_bytes(), Given::default()).unwrap()).unwrap();
        }
        let halves = counter.report();
        prop_assert_eq!(&halves.readings, &whole.readings);
        prop_assert_eq!((halves.rows, halves.counted), (whole.rows, whole.counted));
        prop_assert_eq!(whole.rows, whole.counted + whole.silent + whole.rows_left());
    }

    #[test]
    fn twice_is_once(rows in rows(), quarters: bool) {
        let period = if quarters { Period::Quarter } else { Period::Month };
        let text = table(&rows);
        let (once, _) = imported(STAY, &text, period, true);
        let (twice, import) = imported(&once, &text, period, true);
        prop_assert_eq!(&twice, &once);
        prop_assert!(import.edits.is_empty());
        let errors = parsed(&once).findings;
        prop_assert!(errors.iter().all(|it| it.code().as_str().starts_with('A')), "{:?}", errors);
    }

    #[test]
    fn no_bytes_hurt(bytes in prop::collection::vec(prop_oneof![
        3 => prop::sample::select(b",;\t|\"'\n\r 0123456789.-/aZ".to_vec()), 1 => any::<u8>(),
    ], 0..400)) {
        let _ = counted(&bytes, &source(&[("date", "nps")]));
        if let Ok(table) = Table::open(&bytes[..], Given::default()) {
            let journey = parsed(STAY).journey;
            let seen = Seen::of(&table.beginning, "x.csv");
            let proposal = propose(seen, &journey, &|_| false, None, &[], &Wishes::default());
            if let Ok(proposal) = proposal {
                let _ = counted(&bytes, &proposal.source);
            }
        }
    }
}
