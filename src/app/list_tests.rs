//! Scripted keys on the boards: Moments of Truth, KPIs, findings, notes.

use super::dialog::Dialog;
use super::tests::press;
use super::*;
use crate::journey::Context;
use crate::journey::check::Neighbour;
use crate::journey::model::NoteKind;

const BOARDS: &str = r#"#![enable(implicit_some)]
Journey(
    schema: 1,
    title: "Coffee",
    language: "de",
    reviewed: "2026-11-01",
    departments: [
        Department(id: "bar", name: "Bar"),
    ],
    stages: [
        Stage(
            id: "order",
            name: "Order",
            kpis: [
                Kpi(
                    id: "wait",
                    metric: Custom(name: "Wait", unit: "min", better: Lower),
                ), // ^wait
            ],
            touchpoints: [
                Touchpoint(
                    id: "queue",
                    name: "Queue",
                    importence: 4,
                    role: Advice,
                ), // ^queue
                Touchpoint(
                    id: "sip",
                    name: "First sip",
                    owner: "baa",
                    expectation: 4,
                    experience: 2,
                    moment_of_truth: (reason: "It decides"),
                ), // ^sip
            ],
        ), // ^order
    ],
    notes: [
        Note(id: "n1", at: "queue", kind: Question, text: "How long?"),
        Note(id: "n2", at: "sip", kind: Todo, text: "Taste it"),
    ],
)
"#;

fn on_boards(text: &str, script: &str) -> App {
    let context = Context {
        neighbour: Neighbour::None,
        today: jiff::civil::date(2026, 11, 22),
    };
    let document = Document::open(text.as_bytes().to_vec(), context);
    let mut app = App::new(Lang::En, document, Some("coffee.ron".into()));
    press(&mut app, script);
    app
}

fn text_of(app: &App) -> &str {
    app.document.parsed.tree.text()
}

/// The keys changed the text so, and undo takes it back.
fn assert_edit(script: &str, from: &str, to: &str) {
    let mut app = on_boards(BOARDS, script);
    let expected = BOARDS.replacen(from, to, 1);
    assert_eq!(text_of(&app), expected, "{script}");
    app.show(Screen::Map);
    press(&mut app, "u");
    assert_eq!(text_of(&app), BOARDS, "{script}");
}

fn here(app: &App) -> Option<String> {
    app.here().map(|it| it.id)
}

#[test]
fn a_suggestion_is_taken_with_its_reasons_to_be_edited() {
    let app = on_boards(BOARDS, "g t");
    assert_eq!(here(&app).as_deref(), Some("sip"), "the worst first");
    let app = on_boards(BOARDS, "g t Down a");
    let Some(Dialog::Field(dialog)) = app.dialogs.last() else {
        panic!("{:?}", app.dialogs);
    };
    assert_eq!(dialog.field.value(), "Beratung", "the journey's language");
    let app = on_boards(BOARDS, "g t Down a \", ehrlich\" Enter");
    assert!(text_of(&app).contains("moment_of_truth: (reason: \"Beratung, ehrlich\"),"));
    assert_eq!(
        here(&app).as_deref(),
        Some("queue"),
        "the cursor stays on it"
    );
    let app = on_boards(BOARDS, "g t a");
    assert_eq!(app.message.map(|it| it.tone), Some(Tone::Refused));
}

#[test]
fn a_moment_of_truth_is_taken_back_and_shown_on_the_map() {
    let marked = "                    moment_of_truth: (reason: \"It decides\"),\n";
    assert_edit("g t d", marked, "");
    let app = on_boards(BOARDS, "g t o");
    assert_eq!(app.screen, Screen::Map);
    assert_eq!(app.touchpoint().map(|it| it.id.as_str()), Some("sip"));
    let app = on_boards(BOARDS, "g t Down d");
    assert_eq!(text_of(&app), BOARDS);
    assert_eq!(app.message.map(|it| it.tone), Some(Tone::Refused));
}

#[test]
fn the_target_of_a_kpi_is_on_the_good_side_of_its_metric() {
    let app = on_boards(BOARDS, "g k t \"5\" Enter");
    assert!(
        text_of(&app).contains("target: (at_most: 5),"),
        "{}",
        text_of(&app)
    );
    let other = BOARDS.replace(
        "better: Lower),",
        "better: Lower),\n                    target: (at_least: 1),",
    );
    let app = on_boards(&other, "g k t C-a \"2\" Enter");
    assert!(
        text_of(&app).contains("target: (at_least: 2),"),
        "{}",
        text_of(&app)
    );
}

#[test]
fn readings_and_kpis_are_added_and_kpis_deleted_where_the_cursor_is() {
    let app = on_boards(BOARDS, "g k r C-a \"2026-10-31\" Enter");
    assert!(
        text_of(&app).contains("(on: \"2026-10-31\"),"),
        "{}",
        text_of(&app)
    );
    assert_eq!(app.screen, Screen::Inspector, "the counts come next");
    let mut app = on_boards(BOARDS, "g k a Enter");
    assert!(text_of(&app).contains("metric: Nps,"), "{}", text_of(&app));
    assert_eq!(app.journey().stages[0].kpis.len(), 2, "of the stage too");
    press(&mut app, "g k");
    assert_eq!(here(&app).as_deref(), Some("nps"));
    press(&mut app, "d");
    assert_eq!(text_of(&app), BOARDS);
    let none = BOARDS.replace("            kpis: [\n                Kpi(\n                    id: \"wait\",\n                    metric: Custom(name: \"Wait\", unit: \"min\", better: Lower),\n                ), // ^wait\n            ],\n", "");
    let app = on_boards(&none, "g k a Enter");
    assert_eq!(
        app.journey().kpis.len(),
        1,
        "of the journey where there is none"
    );
}

#[test]
fn a_certain_fix_is_one_key_and_what_is_not_certain_is_refused() {
    assert_edit("g f Home f", "owner: \"baa\"", "owner: \"bar\"");
    assert_edit("g f Home Down f", "importence", "importance");
    let app = on_boards(BOARDS, "g f End f");
    assert_eq!(text_of(&app), BOARDS);
    assert_eq!(app.message.map(|it| it.tone), Some(Tone::Refused));
}

#[test]
fn beside_a_finding_stands_the_page_that_its_value_is_on() {
    let mut app = on_boards(BOARDS, "g f Home");
    let sip = Place::of(ElementKey::new(Kind::Touchpoint, "sip"));
    assert_eq!(app.page().0, &sip, "not its owner alone");
    press(&mut app, "End");
    assert!(!app.rows(app.page().0).is_empty());
}

#[test]
fn advice_is_silenced_and_nothing_else() {
    let mut app = on_boards(BOARDS, "g f End");
    let code = app
        .finding_here()
        .map(|it| it.code().as_str())
        .expect("advice");
    press(&mut app, "S");
    let silence = format!("silence: [\"{code}\"],");
    assert!(text_of(&app).contains(&silence), "{}", text_of(&app));
    let said = |app: &App| {
        app.document
            .parsed
            .findings
            .iter()
            .any(|it| it.code().as_str() == code)
    };
    assert!(!said(&app));
    press(&mut app, "u");
    assert_eq!(text_of(&app), BOARDS);
    press(&mut app, "Home S");
    assert_eq!(text_of(&app), BOARDS);
    assert_eq!(app.message.map(|it| it.tone), Some(Tone::Refused));
}

#[test]
fn notes_are_ticked_written_on_the_same_thing_and_shown_where_they_belong() {
    let done = "kind: Question, done: true, text: \"How";
    assert_edit("g n t", "kind: Question, text: \"How", done);
    let app = on_boards(BOARDS, "g n t t");
    assert_eq!(text_of(&app), BOARDS, "open again is not written");
    let app = on_boards(BOARDS, "g n Down a \"Again\" Enter");
    let note = app.journey().notes.last().expect("a note");
    assert_eq!(
        (note.at.as_deref(), note.kind),
        (Some("sip"), Some(NoteKind::Todo))
    );
    assert_eq!(
        (note.on.as_deref(), &*note.text),
        (Some("2026-11-22"), "Again")
    );
    assert_eq!(here(&app).as_deref(), Some("again"));
    let app = on_boards(BOARDS, "g n Down o");
    assert_eq!(app.screen, Screen::Map);
    assert_eq!(app.touchpoint().map(|it| it.id.as_str()), Some("sip"));
    assert_edit(
        "g n d",
        "        Note(id: \"n1\", at: \"queue\", kind: Question, text: \"How long?\"),\n",
        "",
    );
}

#[test]
fn the_first_note_asks_what_it_is_about() {
    let i = BOARDS.find("    notes: [").expect("notes");
    let none = format!("{})\n", &BOARDS[..i]);
    let app = on_boards(&none, "g n a \"sip\" Enter \"Hot\" Enter");
    let note = app.journey().notes.last().expect("a note");
    assert_eq!((note.at.as_deref(), &*note.text), (Some("sip"), "Hot"));
    assert_eq!(here(&app).as_deref(), Some("hot"));
}

#[test]
fn what_belongs_to_touchpoints_alone_is_no_key_of_kpis_and_notes() {
    for keys in ["g k m", "g n +", "g k e 5"] {
        let app = on_boards(BOARDS, keys);
        assert!(app.dialogs.is_empty() && app.message.is_none(), "{keys}");
        assert_eq!(text_of(&app), BOARDS);
    }
}
