//! Improvements with keys and mouse: what moves through the cycle, which days follow, and how what
//! hurts becomes an improvement.

use super::improvements::Showing;
use super::tests::{open, press};
use super::update::{Click, click, double_click, drag, drop};
use super::*;
use crate::journey::model::Improvement;

const BAR: &str = r#"#![enable(implicit_some)]
Journey(
    schema: 1,
    title: "Bar",
    departments: [Department(id: "bar", name: "Bar")],
    stages: [
        Stage(
            id: "order",
            name: "Order",
            touchpoints: [
                Touchpoint(
                    id: "queue",
                    name: "Queue",
                    owner: "bar",
                    pains: [
                        "Nobody looks up",
                        "The list is out of sight",
                    ],
                    feedback: [
                        (on: "2026-05-02", source: Direct, text: "I gave up"),
                    ],
                    kpis: [
                        Kpi(id: "csat", metric: Csat(scale: 5, top: 2)),
                    ],
                ), // ^queue
                Touchpoint(id: "pay", name: "Pay", pains: ["Cash only"]),
                Touchpoint(id: "go", name: "Go"),
            ],
        ), // ^order
    ],
    improvements: [
        Improvement(id: "new", title: "New list", at: ["pay"]), // said in May
        Improvement(id: "bell", title: "A bell", status: Plan, due: "2026-12-01"),
        Improvement(id: "cards", title: "Cards", at: ["pay"], status: Do, started: "2026-05-01", due: "2026-06-01"),
        Improvement(id: "course", title: "Course", at: ["queue"], kind: Training, status: Check, started: "2026-03-01", finished: "2026-04-01", expects: (kpi: "csat", change: 10)),
        Improvement(id: "sofa", title: "Sofa", status: Dropped),
    ],
)
"#;

fn text(app: &App) -> &str {
    app.document.parsed.tree.text()
}

fn improvement<'a>(app: &'a App, id: &str) -> &'a Improvement {
    let mut all = app.journey().improvements.iter();
    all.find(|it| it.id == id).unwrap()
}

fn here(app: &App) -> Option<String> {
    app.here().map(|it| it.id)
}

fn message(app: &App) -> &str {
    app.message.as_ref().map_or("", |it| it.text.as_str())
}

/// On the board, with the cursor on the card of this id.
fn on_card(id: &str) -> App {
    let mut app = open(BAR);
    press(&mut app, "g b");
    app.find(&ElementKey::new(Kind::Improvement, id));
    assert_eq!(here(&app).as_deref(), Some(id));
    app
}

#[test]
fn the_cursor_goes_over_the_columns_and_within_them() {
    let mut app = open(BAR);
    press(&mut app, "g b");
    let mut way = vec![here(&app).unwrap()];
    for key in [
        "Down", "Down", "Right", "Up", "Right", "l", "l", "h", "Left", "Left", "k", "k",
    ] {
        press(&mut app, key);
        way.push(here(&app).unwrap());
    }
    assert_eq!(
        way,
        [
            "bell", "new", "new", "cards", "cards", "course", "sofa", "sofa", "course", "cards",
            "bell", "bell", "bell",
        ]
    );
}

/// Where a key takes an improvement, and the days that it sets or clears.
#[test]
fn a_card_goes_on_and_back_with_the_days_that_follow() {
    let today = Some("2026-11-22");
    for (id, keys, state, started, finished) in [
        ("new", "L", "Do", today, None),
        ("bell", "L", "Do", today, None),
        ("bell", "L L", "Check", today, today),
        ("bell", "L L L", "Act", today, today),
        ("bell", "L H", "Plan", None, None),
        ("cards", "J", "Check", Some("2026-05-01"), today),
        ("cards", "A-Left", "Plan", None, None),
        ("cards", "x", "Dropped", Some("2026-05-01"), today),
        (
            "course",
            "A-Right",
            "Act",
            Some("2026-03-01"),
            Some("2026-04-01"),
        ),
        ("course", "K", "Do", Some("2026-03-01"), None),
        ("bell", "x", "Dropped", None, None),
        ("sofa", "L", "Act", None, today),
        ("sofa", "H", "Check", None, today),
    ] {
        let mut app = on_card(id);
        press(&mut app, keys);
        let it = improvement(&app, id);
        let found = format!("{:?}", it.status.unwrap());
        assert_eq!(found, state, "{id} {keys}");
        assert_eq!(it.started.as_deref(), started, "{id} {keys}");
        assert_eq!(it.finished.as_deref(), finished, "{id} {keys}");
        assert_eq!(here(&app).as_deref(), Some(id), "the cursor goes with it");
        let steps = keys.split(' ').count();
        press(&mut app, &"u ".repeat(steps));
        assert_eq!(text(&app), BAR, "one step each");
    }
}

#[test]
fn the_last_move_is_made_on_another_card_too() {
    for (key, from, onto, state) in [
        ("L", "bell", "new", "Do"),
        ("H", "course", "sofa", "Check"),
        ("x", "bell", "course", "Dropped"),
    ] {
        let mut app = on_card(from);
        press(&mut app, key);
        app.find(&ElementKey::new(Kind::Improvement, onto));
        press(&mut app, ".");
        let found = improvement(&app, onto).status.unwrap();
        assert_eq!(format!("{found:?}"), state);
    }
}

#[test]
fn the_ends_of_the_cycle_say_so() {
    for (id, key, said) in [
        ("bell", "H", "first state"),
        ("new", "H", "first state"),
        ("sofa", "x", "already"),
    ] {
        let mut app = on_card(id);
        press(&mut app, key);
        assert!(
            app.was_refused() && message(&app).contains(said),
            "{}",
            message(&app)
        );
        assert_eq!(text(&app), BAR);
    }
    let mut app = on_card("course");
    press(&mut app, "L L");
    assert!(message(&app).contains("last state"), "{}", message(&app));
}

#[test]
fn what_was_done_is_said_with_its_days() {
    let mut app = on_card("bell");
    press(&mut app, "L");
    assert_eq!(
        message(&app),
        "“A bell”: Do; started 2026-11-22. u takes it back."
    );
    press(&mut app, "x");
    let said = "“A bell”: Dropped; finished 2026-11-22. u takes it back.";
    assert_eq!(message(&app), said);
}

#[test]
fn a_card_is_dragged_into_a_column_or_onto_a_card_of_it() {
    let cards = |id: &str| on_card(id).lists.cursor(Screen::Improvements).row;
    for (onto, state) in [
        (Click::State(ImprovementStatus::Check), "Check"),
        (Click::Entry(cards("course")), "Check"),
        (Click::Entry(cards("sofa")), "Dropped"),
        (Click::State(ImprovementStatus::Act), "Act"),
    ] {
        let mut app = on_card("bell");
        click(&mut app, Click::Entry(cards("cards")));
        drag(&mut app, Some(onto), None);
        assert!(
            message(&app).starts_with("Improvement “Cards”: to "),
            "{}",
            message(&app)
        );
        drop(&mut app, Some(onto));
        assert_eq!(
            format!("{:?}", improvement(&app, "cards").status.unwrap()),
            state
        );
        assert_eq!(here(&app).as_deref(), Some("cards"));
    }
}

#[test]
fn a_card_that_is_let_go_where_it_was_stays_and_a_double_click_opens_it() {
    let mut app = on_card("bell");
    let card = Click::Entry(0);
    click(&mut app, card);
    drag(&mut app, Some(card), None);
    drop(&mut app, Some(card));
    assert_eq!((text(&app), message(&app)), (BAR, ""));
    drop(&mut app, None);
    click(&mut app, Click::State(ImprovementStatus::Do));
    assert_eq!((here(&app).as_deref(), text(&app)), (Some("bell"), BAR));
    click(&mut app, card);
    double_click(&mut app, card);
    assert_eq!(app.screen, Screen::Inspector);
}

#[test]
fn from_the_board_to_the_touchpoint_and_to_a_reading_of_the_kpi() {
    let mut app = on_card("course");
    press(&mut app, "r");
    assert!(matches!(app.dialogs.last(), Some(Dialog::Field(_))));
    press(&mut app, "\"2026-11-01\" Enter Esc g b");
    assert!(text(&app).contains("readings: ["), "{}", text(&app));
    press(&mut app, "o");
    assert_eq!(
        (app.screen, here(&app).as_deref()),
        (Screen::Map, Some("queue"))
    );
    for key in ["r", "o"] {
        let mut app = on_card("bell");
        press(&mut app, key);
        assert!(app.was_refused(), "{key}");
    }
}

#[test]
fn what_worked_keeps_the_card_where_it_is_there_too() {
    let mut app = on_card("course");
    press(&mut app, "w");
    assert_eq!(
        (app.improvements, here(&app).as_deref()),
        (Showing::WhatWorked, Some("course"))
    );
    press(&mut app, "Left Right Up Down w");
    assert_eq!(
        (app.improvements, here(&app).as_deref()),
        (Showing::Board, Some("course"))
    );
    press(&mut app, "w a \"Better light\" Enter");
    assert_eq!(
        (app.improvements, here(&app).as_deref()),
        (Showing::Board, Some("better-light"))
    );
    let made = improvement(&app, "better-light");
    assert_eq!(
        (made.title.as_str(), made.status, made.at.len()),
        ("Better light", Some(ImprovementStatus::Plan), 0)
    );
}

/// Keys on the Map, the inspector or a list, and the improvement that they make.
#[test]
fn what_hurts_becomes_an_improvement() {
    let queue = r#"at: ["queue"],"#;
    let gave_up = r#"because: "I gave up","#;
    for (keys, expected) in [
        // Several things hurt: which one is asked.
        (
            "I Enter \"Look up\" Enter",
            vec![queue, r#"because: "Nobody looks up","#],
        ),
        (
            "I Down Enter \"Look up\" Enter",
            vec![queue, r#"because: "The list is out of sight","#],
        ),
        ("I Down Down Enter \"Look up\" Enter", vec![queue, gave_up]),
        // One: it is meant.
        (
            "Right I \"Take cards\" Enter",
            vec![r#"at: ["pay"]"#, r#"because: "Cash only""#],
        ),
    ] {
        let mut app = open(BAR);
        press(&mut app, keys);
        assert!(app.dialogs.is_empty(), "{keys}: {:?}", app.dialogs);
        assert_eq!(app.journey().improvements.len(), 6, "{keys}");
        let last = text(&app).split("id: \"sofa\"").nth(1).unwrap();
        for part in expected {
            assert!(last.contains(part), "{keys}: {last}");
        }
        assert!(last.contains("status: Plan"), "{last}");
        press(&mut app, "u");
        assert_eq!(text(&app), BAR);
    }
}

#[test]
fn an_improvement_gets_what_its_touchpoint_says_of_it() {
    let mut app = open(BAR);
    press(&mut app, "I Enter \"Look up\" Enter");
    let made = improvement(&app, "look-up");
    let kpi = made.expects.as_ref().and_then(|it| it.kpi.as_deref());
    assert_eq!((made.owner.as_deref(), kpi), (Some("bar"), Some("csat")));
    assert!(
        message(&app).contains("g b shows the board"),
        "{}",
        message(&app)
    );
    press(&mut app, "Right Right I \"Wave\" Enter");
    let made = improvement(&app, "wave");
    assert_eq!(
        (&made.owner, &made.expects, &made.because),
        (&None, &None, &None)
    );
}

#[test]
fn a_lane_of_pains_or_feedback_asks_for_what_stands_in_it() {
    for (field, choices) in [
        (
            "pains",
            vec![
                "Nobody looks up",
                "The list is out of sight",
                "something else",
            ],
        ),
        (
            "promise",
            vec![
                "Nobody looks up",
                "The list is out of sight",
                "I gave up",
                "something else",
            ],
        ),
    ] {
        let mut app = open(BAR);
        app.reveal(&Place::of(ElementKey::new(Kind::Touchpoint, "queue")).field(field));
        press(&mut app, "I");
        let Some(Dialog::Pick(dialog)) = app.dialogs.last() else {
            panic!("{field}")
        };
        let labels: Vec<&str> = dialog.choices.iter().map(|it| it.label.as_str()).collect();
        assert_eq!(labels, choices);
    }
    let mut app = open(BAR);
    app.reveal(&Place::of(ElementKey::new(Kind::Touchpoint, "queue")).field("feedback"));
    press(&mut app, "I \"Look up\" Enter");
    assert_eq!(
        improvement(&app, "look-up").because.as_deref(),
        Some("I gave up")
    );
}

#[test]
fn the_row_of_a_pain_or_a_feedback_is_meant_in_the_inspector() {
    for (place, cause) in [
        (
            ("pains", vec!["The list is out of sight"]),
            "The list is out of sight",
        ),
        (
            ("feedback", vec!["2026-05-02", "Direct", "I gave up"]),
            "I gave up",
        ),
    ] {
        let mut app = open(BAR);
        let (list, key) = place;
        let key = key.into_iter().map(str::to_owned).collect();
        let at = Place::of(ElementKey::new(Kind::Touchpoint, "queue")).field(list);
        let item = at.item(key, 0);
        app.screen = Screen::Inspector;
        app.inspector.pages = vec![(at.clone(), 0)];
        let row = app.rows(&at).iter().position(|row| row.place == item);
        app.inspector.pages[0].1 = row.unwrap();
        press(&mut app, "I \"Look up\" Enter");
        let made = improvement(&app, "look-up");
        assert_eq!(made.because.as_deref(), Some(cause));
        assert_eq!(made.at, ["queue"]);
    }
}
