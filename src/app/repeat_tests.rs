//! The last change once more: every command that can be repeated, and where it goes.

use super::command::{all, named};
use super::repeat::Again;
use super::tests::{SMALL, after, press};
use super::*;

/// Two touchpoints as text, without what tells them apart.
fn touchpoints(app: &App) -> Vec<String> {
    let stages = app.journey().stages.iter();
    let all = stages.flat_map(|stage| &stage.touchpoints);
    let text = |it: &Touchpoint| {
        let it = Touchpoint {
            id: String::new(),
            name: String::new(),
            ..it.clone()
        };
        format!("{it:?}")
    };
    all.map(text).collect()
}

/// Both touchpoints alike and their ids told apart, with something to clear in each.
fn twins() -> App {
    let text = SMALL
        .replace("                    owner: \"till\",\n                    emotion: 0,\n", "")
        .replace("name: \"Queue\",", "name: \"Queue\",\n                    promise: \"p\",\n                    emotion: 0,\n                    moment_of_truth: (reason: \"r\"),")
        .replace("name: \"Talk at the till\",", "name: \"Talk at the till\",\n                    promise: \"p\",\n                    emotion: 0,\n                    moment_of_truth: (reason: \"r\"),")
        .replace(
            "    stages: [",
            "    kpis: [\n        Kpi(id: \"k1\", metric: Nps),\n        Kpi(id: \"k2\", metric: Nps),\n    ],\n    notes: [\n        Note(id: \"n1\", text: \"a\"),\n        Note(id: \"n2\", text: \"b\"),\n    ],\n    stages: [",
        );
    let context = crate::journey::Context {
        neighbour: crate::journey::check::Neighbour::None,
        today: jiff::civil::date(2026, 11, 22),
    };
    App::new(Lang::En, Document::open(text.into_bytes(), context), None)
}

/// To the row of a field in the inspector of the first touchpoint.
fn to_row(app: &mut App, field: &str) {
    press(app, "Tab");
    let place = app.page().0.field(field);
    let rows = app.rows(app.page().0);
    let at = rows.iter().position(|row| row.place == place).unwrap();
    app.inspector.pages.last_mut().unwrap().1 = at;
}

fn on_map(app: &mut App, lane: map::Lane) {
    app.map.row = map::Row::Lane(lane);
}

type Stand = fn(&mut App);

/// Commands, where one stands for them, and the keys that give them.
fn cases() -> Vec<(&'static str, Stand, String)> {
    use map::Lane;
    let mut cases: Vec<(&str, Stand, String)> = vec![
        ("moment-of-truth", |_| {}, "m \" because\" Enter".into()),
        ("emotion-up", |_| {}, "+".into()),
        ("emotion-down", |_| {}, "-".into()),
        (
            "edit",
            |app| on_map(app, Lane::Owner),
            "Enter \"bar\" Enter".into(),
        ),
        (
            "edit",
            |app| on_map(app, Lane::Promise),
            "Enter \" more\" Enter".into(),
        ),
        (
            "edit",
            |app| on_map(app, Lane::MomentOfTruth),
            "Enter \"x\" Enter".into(),
        ),
        (
            "add-after",
            |app| on_map(app, Lane::Pains),
            "a \"slow\" Enter".into(),
        ),
        (
            "add-before",
            |app| on_map(app, Lane::Quotes),
            "A \"ugh\" A-Enter \"oh\" Enter".into(),
        ),
        ("delete", |app| on_map(app, Lane::Promise), "d".into()),
        (
            "edit-row",
            |app| to_row(app, "importance"),
            "Enter \"4\" Enter Esc".into(),
        ),
        (
            "add-item",
            |app| to_row(app, "pains"),
            "a \"cold\" Enter Esc Esc".into(),
        ),
        ("clear", |app| to_row(app, "emotion"), "d Esc".into()),
    ];
    for field in ["expectation", "experience", "importance"] {
        for number in 1..=5 {
            let name = format!("{field}-{number}");
            let key = match field {
                "expectation" => "e",
                "experience" => "x",
                _ => "i",
            };
            let name = named(&name).unwrap().name;
            cases.push((name, |_| {}, format!("{key} {number}")));
        }
    }
    cases
}

#[test]
fn every_change_of_a_touchpoint_is_made_on_the_next_one_too() {
    for (name, stand, keys) in cases() {
        let mut app = twins();
        stand(&mut app);
        press(&mut app, &keys);
        let done = touchpoints(&app);
        assert_ne!(done[0], done[1], "{name}: {keys} changes the first alone");
        press(&mut app, ".");
        let twice = touchpoints(&app);
        assert_eq!(twice[0], done[0], "{name}: {keys}");
        assert_eq!(twice[1], done[0], "{name}: {keys}: {:?}", app.message);
        assert!(app.dialogs.is_empty());
        let said = app.message.as_ref().map(|it| it.text.clone());
        assert!(said.is_some_and(|it| it.starts_with("Again: ")), "{name}");
        press(&mut app, "u");
        assert_eq!(touchpoints(&app), done, "{name}: one step of undo");
    }
}

#[test]
fn changes_of_other_elements_are_made_on_the_next_one_too() {
    let mut app = twins();
    press(&mut app, "n \"look\" Enter .");
    let about: Vec<_> = app
        .journey()
        .notes
        .iter()
        .filter_map(|it| it.at.clone())
        .collect();
    assert_eq!(about, ["queue", "till-talk"]);
    let mut app = twins();
    press(&mut app, "g k t \"40\" Enter \"2027-01-31\" Enter .");
    let kpis = &app.journey().kpis;
    assert!(kpis[0].target.is_some() && kpis[0].target == kpis[1].target);
    let mut app = twins();
    press(&mut app, "g n t");
    let done = || |app: &App| app.journey().notes.iter().filter(|it| it.done).count();
    assert_eq!(done()(&app), 1);
    let mut app = twins();
    press(&mut app, "g t d");
    let marked = |app: &App| {
        touchpoints(app)
            .iter()
            .filter(|it| it.contains("reason"))
            .count()
    };
    assert_eq!(marked(&app), 1);
    press(&mut app, ".");
    assert_eq!(marked(&app), 0);
    let mut app = twins();
    press(&mut app, "g o");
    let row = app
        .entries(Screen::Outline)
        .iter()
        .position(|it| it.element.as_ref().is_some_and(|it| it.id == "queue"));
    app.to_entry(row.unwrap());
    press(&mut app, "f \"owner\" Enter \"bar\" Enter .");
    let twice = touchpoints(&app);
    assert_eq!(twice[0], twice[1]);
    assert!(twice[0].contains("owner: Some(\"bar\")"), "{}", twice[0]);
}

#[test]
fn every_command_that_can_be_repeated_is_in_a_case() {
    let others = [
        "note",
        "set-field",
        "kpi-target",
        "tick-note",
        "unmark-moment",
        // In the tests of improvements.
        "next-state",
        "state-before",
        "drop-improvement",
    ];
    let covered: Vec<&str> = cases()
        .into_iter()
        .map(|case| case.0)
        .chain(others)
        .collect();
    for command in all() {
        let is_repeated = !matches!(command.again, Again::No);
        let is_covered = covered.contains(&command.name);
        assert_eq!(is_covered, is_repeated, "{}", command.name);
    }
}

fn expectations(app: &App) -> Vec<Option<i64>> {
    let stages = app.journey().stages.iter();
    stages
        .flat_map(|it| &it.touchpoints)
        .map(|it| it.expectation)
        .collect()
}

#[test]
fn it_goes_to_the_next_only_where_it_was_just_done() {
    for (keys, expected) in [
        ("e 4 .", [Some(4), Some(4)]),
        ("e 4 Right .", [Some(4), Some(4)]),
        ("Right e 4 Left .", [Some(4), Some(4)]),
        ("e 4 . Left e 2 Right e 4 Left .", [Some(4), Some(4)]),
        // What was set already counts too.
        ("e 4 Right e 2 e 2 Left .", [Some(2), Some(2)]),
        // What was given up or refused does not.
        ("e 3 m Esc .", [Some(3), Some(3)]),
        ("e 3 + + + + .", [Some(3), None]),
    ] {
        let (app, _) = after(keys);
        assert_eq!(expectations(&app), expected, "{keys}");
    }
    let (mut app, _) = after("e 4 . .");
    let said = app.message.take().map(|it| it.text);
    assert!(said.is_some_and(|it| it.contains("no next element")));
    let (mut app, text) = after(".");
    assert_eq!(app.message.take().map(|it| it.tone), Some(Tone::Refused));
    assert_eq!(text, SMALL);
}

#[test]
fn what_cannot_be_repeated_there_says_so_and_changes_nothing() {
    let (mut app, _) = after("e 4 g n");
    let before = app.document.bytes();
    press(&mut app, ".");
    assert_eq!(app.document.bytes(), before);
    let said = app.message.take().map(|it| it.text).unwrap_or_default();
    assert!(said.contains("expectation 4"), "{said}");
    assert!(app.dialogs.is_empty());
}
