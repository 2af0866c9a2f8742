//! What the Map shows under a filter, and what becomes of it.

use super::tests::press;
use super::*;
use crate::app::command::Scope;
use crate::app::input::Input;
use crate::app::map::PathChoice;
use crate::app::update::update;
use crate::journey::Context;
use crate::journey::check::Neighbour;

const HOTEL: &str = r#"#![enable(implicit_some)]
Journey(
    schema: 1,
    title: "Hotel",
    personas: [Persona(id: "ana", name: "Ana"), Persona(id: "ben", name: "Ben")],
    departments: [Department(id: "desk", name: "Desk"), Department(id: "sales", name: "Sales")],
    channels: [Channel(id: "web", name: "Web"), Channel(id: "phone", name: "Phone")],
    paths: [Path(id: "late", name: "Late arrival")],
    stages: [
        Stage(id: "book", name: "Book", touchpoints: [
            Touchpoint(id: "search", name: "Search", channel: "web", owner: "sales", evidence: Measured),
            Touchpoint(id: "call", name: "Call", channel: "phone", owner: "sales", persona: "ben", moment_of_truth: (reason: "x")),
        ]),
        Stage(id: "empty", name: "Empty"),
        Stage(id: "stay", name: "Stay", touchpoints: [
            Touchpoint(id: "arrive", name: "Arrive", owner: "desk", expectation: 4, experience: 2, evidence: Observed, moment_of_truth: (reason: "y")),
            Touchpoint(id: "night", name: "Night", path: "late", owner: "desk", evidence: Assumed, views: [(persona: "ben", emotion: 1)]),
            Touchpoint(id: "leave", name: "Leave", expectation: 2, experience: 4, evidence: Measured),
        ]),
    ],
)
"#;

fn app() -> App {
    let context = Context {
        neighbour: Neighbour::None,
        today: jiff::civil::date(2026, 11, 22),
    };
    let document = Document::open(HOTEL.as_bytes().to_vec(), context);
    App::new(Lang::En, document, None)
}

fn after(keys: &str) -> App {
    let mut app = app();
    press(&mut app, keys);
    app
}

fn ids(app: &App) -> Vec<String> {
    let columns = 0..app.map.columns.len();
    columns
        .filter_map(|at| Some(app.column_element(at)?.id))
        .collect()
}

fn said(app: &App) -> &str {
    app.message.as_ref().map_or("", |it| it.text.as_str())
}

const ALL: [&str; 6] = ["search", "call", "empty", "arrive", "night", "leave"];

#[test]
fn each_filter_and_several_together() {
    for (keys, shown, words) in [
        ("f m", &["call", "arrive"][..], "◆ Moments of Truth"),
        ("f g", &["arrive"], "negative gap"),
        ("f a", &["call", "night"], "Assumed"),
        ("f o \"sal\" Enter", &["search", "call"], "Owner Sales"),
        ("f c \"pho\" Enter", &["call"], "Channel Phone"),
        (
            "f p \"an\" Enter",
            &["search", "arrive", "night", "leave"],
            "Persona Ana",
        ),
        ("f p \"ben\" Enter", &["call", "night"], "Persona Ben"),
        (
            "f w \"main\" Enter",
            &["search", "call", "empty", "arrive", "leave"],
            "Main line only",
        ),
        ("z p \"late\" Enter", &ALL, "Path Late arrival"),
        (
            "f m f o \"desk\" Enter",
            &["arrive"],
            "◆ Moments of Truth · Owner Desk",
        ),
        (
            "f m f a f g",
            &[],
            "◆ Moments of Truth · negative gap · Assumed",
        ),
        ("f m f m", &ALL, ""),
        ("f o \"sal\" Enter f o Home Enter", &ALL, ""),
        ("f m f w \"main\" Enter Esc", &ALL, ""),
    ] {
        let app = after(keys);
        assert_eq!(ids(&app), shown, "{keys}");
        assert_eq!(app.filter_words().join(" · "), words, "{keys}");
        let is_scope = app.chain().first() == Some(&Scope::Filter);
        assert_eq!(is_scope, !words.is_empty(), "{keys}");
    }
}

#[test]
fn the_cursor_stays_or_goes_to_the_next_that_is_shown() {
    for (keys, here) in [
        ("Right f m", "call"),
        ("f m", "call"),
        ("Right Right f m", "arrive"),
        ("End f m", "arrive"),
        ("End f m Esc", "arrive"),
        ("Right Right Right f m Esc", "arrive"),
    ] {
        assert_eq!(
            after(keys).here().map(|it| it.id).as_deref(),
            Some(here),
            "{keys}"
        );
    }
}

#[test]
fn the_view_follows_edits_and_undo_brings_back() {
    let mut app = after("f g x 5");
    assert_eq!(ids(&app), [""; 0]);
    assert!(app.is_filtered_empty());
    assert!(
        said(&app).contains("Arrive") && said(&app).contains("no longer fits"),
        "{}",
        said(&app)
    );
    press(&mut app, "a");
    assert!(
        said(&app).contains("No touchpoint fits: negative gap"),
        "{}",
        said(&app)
    );
    press(&mut app, "u");
    assert_eq!(ids(&app), ["arrive"]);
    assert_eq!(said(&app), "Undone.");
    press(&mut app, "C-r");
    assert_eq!(ids(&app), ALL, "redone, and its touchpoint is in view");
    assert!(said(&app).contains("filter is off"), "{}", said(&app));
}

#[test]
fn what_is_added_stays_in_view_until_the_filter_changes() {
    let mut app = after("f m o \"New\" Enter \"Other * why\" Enter Esc");
    assert_eq!(ids(&app), ["call", "new", "other", "arrive"]);
    assert_eq!(app.kept_count(), 1);
    press(&mut app, "f m f m");
    assert_eq!(ids(&app), ["call", "other", "arrive"]);
    update(&mut app, Input::Paste("one\ntwo".into()));
    assert_eq!((ids(&app).len(), app.kept_count()), (5, 2));
    press(&mut app, "u");
    assert_eq!(ids(&app), ["call", "other", "arrive"]);
}

#[test]
fn what_is_gone_to_and_not_in_view_takes_the_filter_off() {
    for keys in [
        "f m / \"Search\" Enter",
        "f m : \"Leave\" Enter",
        "e 1 f m Right u",
        "f w \"main\" Enter / \"Night\" Enter",
    ] {
        let app = after(keys);
        assert_eq!(ids(&app), ALL, "{keys}");
        assert!(
            said(&app).contains("filter is off"),
            "{keys}: {}",
            said(&app)
        );
    }
    let app = after("f m / \"Search\" Esc");
    assert_eq!(ids(&app), ["call", "arrive"], "the search was given up");
}

#[test]
fn escape_ends_the_search_first_and_then_the_filter() {
    let mut app = after("f m / \"Call\" Enter");
    press(&mut app, "Esc");
    assert!(app.search.is_none() && app.is_filtered());
    press(&mut app, "Esc");
    assert!(!app.is_filtered());
    assert_eq!(app.map.lens.path, PathChoice::All);
    press(&mut app, "f m Tab Esc");
    assert!(app.is_filtered(), "Esc of the inspector leads back");
}

#[test]
fn the_board_of_moments_is_filtered_too_and_escape_clears_it_there() {
    let mut app = after("f o \"desk\" Enter g t");
    let on_board = |app: &App| {
        let places = app.entries(Screen::Moments).into_iter();
        let ids = places.filter_map(|it| Some(it.element?.id));
        ids.collect::<Vec<_>>()
    };
    assert_eq!(on_board(&app), ["arrive"]);
    assert!(app.moments_in_all() > 1);
    press(&mut app, "Esc");
    assert_eq!((app.screen, app.is_filtered()), (Screen::Moments, false));
    assert_eq!(on_board(&app).len(), app.moments_in_all());
    press(&mut app, "Esc");
    assert_eq!(app.screen, Screen::Map);
}
