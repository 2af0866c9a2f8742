//! The import of survey answers with keys: what is asked for, what follows, and what is taken.

use super::effect::Effect;
use super::import::{Found, Row};
use super::tests::{SMALL, open, press};
use super::update;
use super::*;
use crate::journey::sources::{Sources, read_sources};
use crate::measure::survey::count::Counter;
use crate::measure::survey::report::Report;
use crate::measure::survey::table::{Given, Table, Trouble};

const ANSWERS: &str = "\
date,queue,talk,visit,sex
2026-01-05,5,4,0,f
2026-01-09,2,0,1,m
2026-02-03,4,9,1,f
no,4,4,1,f
";

/// What is found of a file with this text, beside sources of this text.
pub(crate) fn found(file: &str, text: &str, sources: &str) -> Found {
    let table = Table::open(text.as_bytes(), Given::default()).expect("a table");
    Found {
        file: file.into(),
        beginning: table.beginning,
        sources: match sources {
            "" => Sources::default(),
            text => read_sources(text.to_owned()).1,
        },
        sources_file: "coffee.sources.ron".into(),
    }
}

/// Counts as the thread of the screens does, where that is asked for; gives the other effects.
pub(crate) fn answer(app: &mut App, effects: Vec<Effect>, text: &str) -> Vec<Effect> {
    let mut others = Vec::new();
    for effect in effects {
        match effect {
            Effect::CountSurvey(count) => {
                let metric_of = |id: &str| {
                    let mut metrics = count.metrics.iter();
                    metrics.find(|(kpi, _)| kpi == id).map(|it| it.1.clone())
                };
                let counted = || -> Result<Report, Trouble> {
                    let source = &count.source;
                    let mut counter = Counter::new(source, &metric_of, count.options.clone())?;
                    counter.count(Table::open(text.as_bytes(), Given::by(source))?)?;
                    Ok(counter.report())
                };
                update::survey_counted(app, counted());
            }
            other => others.push(other),
        }
    }
    others
}

/// Presses keys and answers what they ask for.
fn keys(app: &mut App, keys: &str) -> Vec<Effect> {
    let effects = press(app, keys);
    answer(app, effects, ANSWERS)
}

/// The program that looks at these answers.
fn looking(sources: &str) -> App {
    let mut app = open(SMALL);
    let effects = press(&mut app, ": \"import a/answers-1.csv\" Enter");
    let file = "a/answers-1.csv";
    assert_eq!(effects, [Effect::ReadSurvey(file.into())]);
    let found = found(file, ANSWERS, sources);
    let effects = update::survey_found(&mut app, file.as_ref(), Ok(found));
    assert_eq!(answer(&mut app, effects, ANSWERS), []);
    app
}

/// To the column of this name.
fn on(app: &mut App, name: &str) {
    let rows = app.import.as_ref().expect("an import").rows();
    let is_it = |row: &Row| match row {
        Row::Column(column) => column == name,
        Row::Setting(setting) => *setting == name,
        _ => false,
    };
    app.to_entry(rows.iter().position(is_it).expect(name));
}

/// Column, KPI and values that mean "not answered", of all that is mapped.
fn mapping(app: &App) -> Vec<(String, String, Option<String>)> {
    let columns = &app
        .import
        .as_ref()
        .expect("an import")
        .proposal
        .source
        .columns;
    let column = columns.iter();
    column
        .map(|it| (it.name.clone(), it.kpi.clone(), it.missing.clone()))
        .collect()
}

fn message(app: &App) -> String {
    app.message
        .as_ref()
        .map(|it| it.text.clone())
        .unwrap_or_default()
}

fn report(app: &App) -> &Report {
    let counted = app.import.as_ref().and_then(|it| it.counted.as_ref());
    counted.expect("counts").as_ref().expect("a report")
}

/// Why nothing could be counted.
fn refusal(app: &App) -> String {
    let counted = app.import.as_ref().and_then(|it| it.counted.as_ref());
    let why = counted.expect("counts").as_ref().expect_err("a refusal");
    format!("{}: {}", why.what, why.help)
}

#[test]
fn a_file_is_asked_for_and_asked_again_where_it_is_none() {
    let mut app = open(SMALL);
    assert_eq!(press(&mut app, "g I Enter"), []);
    let Some(Dialog::Field(dialog)) = app.dialogs.last() else {
        panic!("a field");
    };
    assert!(dialog.error.is_some(), "nothing was typed");
    let effects = press(&mut app, "\"no.csv\" Enter");
    assert_eq!(effects, [Effect::ReadSurvey("no.csv".into())]);
    let none = Err("no.csv does not exist".to_owned());
    assert_eq!(update::survey_found(&mut app, "no.csv".as_ref(), none), []);
    let Some(Dialog::Field(dialog)) = app.dialogs.last() else {
        panic!("a field");
    };
    assert_eq!(dialog.field.value(), "no.csv");
    assert_eq!(dialog.error.as_deref(), Some("no.csv does not exist"));
    assert_eq!(app.screen, Screen::Map);
}

#[test]
fn a_journey_without_file_is_to_be_saved_first_and_a_company_has_no_answers() {
    let mut app = open(SMALL);
    app.path = None;
    for given in ["g I", ": \"import x.csv\" Enter"] {
        assert_eq!(press(&mut app, given), []);
        assert!(message(&app).starts_with("Save the journey first"));
        assert!(app.dialogs.is_empty());
    }
    let mut app = open("Company(schema: 1, name: \"Bar\")");
    assert_eq!(press(&mut app, "g I"), []);
    assert!(
        message(&app).ends_with("This is a company."),
        "{}",
        message(&app)
    );
}

#[test]
fn readings_come_in_as_one_step_and_the_mapping_is_kept() {
    let mut app = looking("");
    assert_eq!(app.screen, Screen::Import);
    let before = app.document.bytes();
    assert_eq!(report(&app).rows, 4);
    let effects = keys(&mut app, "Enter");
    let [Effect::WriteSources(source)] = &effects[..] else {
        panic!("{effects:?}");
    };
    assert_eq!(
        (source.id.as_str(), source.file.as_str()),
        ("answers", "answers-*.csv")
    );
    let text = String::from_utf8(app.document.bytes()).unwrap();
    assert!(
        text.contains("on: \"2026-01-31\", satisfied: 1, responses: 2, source: \"answers\""),
        "{text}"
    );
    assert!(app.document.is_dirty());
    assert_eq!((app.screen, app.import.is_none()), (Screen::Kpis, true));
    assert!(message(&app).contains("not saved yet"), "{}", message(&app));
    update::source_kept(&mut app, Ok(Some("coffee.sources.ron".into())));
    assert!(message(&app).contains("not saved yet. The mapping is in coffee.sources.ron"));
    update::source_kept(&mut app, Err("no room".into()));
    assert!(message(&app).ends_with("no room"));
    press(&mut app, "u");
    assert_eq!(app.document.bytes(), before);
}

#[test]
fn leaving_changes_nothing() {
    let mut app = looking("");
    let before = app.document.bytes();
    assert_eq!(keys(&mut app, "Down Down Esc"), []);
    assert_eq!((app.screen, app.import.is_none()), (Screen::Kpis, true));
    assert_eq!(app.document.bytes(), before);
    assert!(!app.document.is_dirty());
    update::survey_counted(&mut app, Err(Trouble::Empty));
    assert!(app.import.is_none(), "counts that come late are for nobody");
}

#[test]
fn what_a_column_is_for_is_changed_and_the_preview_follows() {
    let mut app = looking("");
    let some = |text: &str| Some(text.to_owned());
    let row = |name: &str, kpi: &str, missing| (name.to_owned(), kpi.to_owned(), missing);
    assert_eq!(
        mapping(&app),
        [
            row("queue", "queue-csat", None),
            row("talk", "till-talk-nps", None)
        ]
    );
    on(&mut app, "talk");
    keys(&mut app, "m \"csat(9,2)\" Enter");
    keys(&mut app, "n C-a \"0; 9\" Enter");
    assert_eq!(
        mapping(&app)[1],
        row("talk", "till-talk-csat", some("0; 9"))
    );
    assert_eq!(report(&app).answered[1].unanswered, 2);
    keys(&mut app, "s C-a \"0-8\" Enter");
    let scale = app.import.as_ref().unwrap().proposal.source.columns[1].scale;
    assert_eq!(scale.map(|it| (it.min, it.max)), Some((0, 8)));
    keys(&mut app, "s C-a \"8-0\" Enter");
    assert!(!app.dialogs.is_empty(), "a scale goes upwards");
    keys(&mut app, "Esc Enter \"Drink\" Enter");
    assert_eq!(mapping(&app)[1].1, "drink-nps");
    let made = &app.import.as_ref().unwrap().proposal.new_kpis;
    assert_eq!(made.len(), 2, "what is no longer needed is not made");
    keys(&mut app, "d");
    assert_eq!(mapping(&app).len(), 1);
    on(&mut app, "queue");
    keys(&mut app, "Delete");
    assert_eq!(
        refusal(&app),
        "no column could be matched with a touchpoint: Enter on a column says what it is for"
    );
    assert_eq!(keys(&mut app, "t"), []);
    assert_eq!(app.screen, Screen::Import);
    assert!(!app.document.is_dirty());
}

#[test]
fn a_metric_that_the_values_do_not_tell_is_asked_for() {
    let mut app = looking("");
    on(&mut app, "visit");
    keys(&mut app, "m");
    assert!(message(&app).starts_with("This column is left out"));
    keys(&mut app, "Enter \"Drink\" Enter");
    let Some(Dialog::Pick(dialog)) = app.dialogs.last() else {
        panic!("a list of metrics");
    };
    assert_eq!(dialog.title, "How is «visit» counted?");
    keys(&mut app, "\"top 1 of 2\" Enter");
    assert_eq!(mapping(&app)[2].1, "drink-csat");
    on(&mut app, "period");
    keys(&mut app, "d");
    assert_eq!(message(&app), "Go to a column first.");
}

#[test]
fn period_segment_and_dates_are_changed() {
    let mut app = looking("");
    let of_queue = |app: &App| -> Vec<(String, Option<String>)> {
        let readings = report(app).readings[0].readings.iter();
        readings
            .map(|it| (it.on.clone(), it.segment.clone()))
            .collect()
    };
    on(&mut app, "period");
    keys(&mut app, "Enter \"Quarter\" Enter");
    assert_eq!(of_queue(&app), [("2026-03-31".to_owned(), None)]);
    on(&mut app, "segment");
    keys(&mut app, "Enter \"sex\" Enter");
    let last = |segment: &str| ("2026-03-31".to_owned(), Some(segment.to_owned()));
    assert_eq!(of_queue(&app), [last("f"), last("m")]);
    keys(&mut app, "Enter \"none\" Enter");
    on(&mut app, "date");
    keys(&mut app, "Enter \"31.12.2025\" Enter");
    assert_eq!(of_queue(&app), [("2025-12-31".to_owned(), None)]);
    keys(&mut app, "Enter \"soon\" Enter");
    assert!(!app.dialogs.is_empty(), "this is no day");
    keys(&mut app, "Esc Enter \"visit\" Enter");
    assert_eq!(report(&app).counted, 0, "{:?}", report(&app));
    on(&mut app, "overall");
    keys(&mut app, "Enter \"sex\" Enter");
    let source = &app.import.as_ref().unwrap().proposal.source;
    assert_eq!(source.overall.as_deref(), Some("sex"));
    keys(&mut app, "Enter \"none\" Enter");
    on(&mut app, "dates");
    keys(&mut app, "Enter \"Unix\" Enter");
    let source = &app.import.as_ref().unwrap().proposal.source;
    assert_eq!(format!("{:?}", source.dates), "Some(UnixTime)");
}

const KNOWN: &str = "Sources(schema: 1, sources: [Source(id: \"mine\", file: \"answers-*.csv\", \
    date: \"date\", columns: [(name: \"talk\", kpi: \"gone\")])])";

#[test]
fn a_known_source_is_read_as_it_says_and_a_kpi_that_is_gone_can_be_replaced() {
    let mut app = looking(KNOWN);
    assert_eq!(
        refusal(&app),
        "the journey has no KPI «gone»: Enter on its column says what it is for"
    );
    on(&mut app, "talk");
    keys(&mut app, "Enter \"Talk at\" Enter");
    assert_eq!(mapping(&app).len(), 1);
    assert_eq!(report(&app).answered[0].answers, 3);
}

#[test]
fn of_several_sources_one_is_picked() {
    let several = KNOWN.replace(
        "])])",
        "]), Source(id: \"other\", file: \"*.csv\", date: \"date\", columns: [(name: \"queue\", kpi: \"x\")])])",
    );
    let mut app = looking(&several);
    assert!(app.import.is_none());
    keys(&mut app, "\"other\" Enter");
    assert_eq!(app.import.as_ref().unwrap().proposal.source.id, "other");
    assert_eq!(app.screen, Screen::Import);
}

#[test]
fn readings_from_elsewhere_stay_until_they_are_to_be_replaced() {
    let kpi = "kpis: [Kpi(id: \"q\", metric: Csat(scale: 5, top: 2), readings: [(from: \"2026-01-01\", \
        on: \"2026-01-31\", satisfied: 9, responses: 9)])],";
    let mut app = open(&SMALL.replace("owner: \"till\",", &format!("owner: \"till\", {kpi}")));
    let found = found("answers-1.csv", ANSWERS, "");
    let effects = update::survey_found(&mut app, "answers-1.csv".as_ref(), Ok(found));
    answer(&mut app, effects, ANSWERS);
    on(&mut app, "talk");
    keys(&mut app, "d");
    let changed = |app: &App| app.import.as_ref().unwrap().readings.changed();
    assert_eq!(changed(&app), 1);
    keys(&mut app, "r");
    assert_eq!(changed(&app), 2);
    // What changes in the document meanwhile is heeded.
    press(&mut app, "g o");
    app.edit(&Edit::Whole(SMALL.to_owned()));
    keys(&mut app, "g I");
    assert_eq!(app.screen, Screen::Import);
    assert_eq!(changed(&app), 0, "the KPI is gone");
}

#[test]
fn readings_are_shown_whole_on_demand() {
    let rows: String = (1..=9)
        .map(|month| format!("2026-0{month}-05,5\n"))
        .collect();
    let text = format!("date,queue\n{rows}");
    let mut app = open(SMALL);
    let found = found("q.csv", &text, "");
    let effects = update::survey_found(&mut app, "q.csv".as_ref(), Ok(found));
    answer(&mut app, effects, &text);
    let readings = |app: &App| {
        let rows = app.import.as_ref().unwrap().rows();
        rows.iter()
            .filter(|it| matches!(it, Row::Reading(..)))
            .count()
    };
    assert_eq!(readings(&app), 4);
    press(&mut app, "End Enter");
    assert_eq!((readings(&app), app.import_row()), (9, Some(Row::Kpi(0))));
    press(&mut app, "Enter");
    assert_eq!(readings(&app), 4);
}
