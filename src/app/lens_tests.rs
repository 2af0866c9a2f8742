//! Personas and paths on the map.

use super::map::PathChoice;
use super::tests::press;
use super::*;
use crate::journey::Context;
use crate::journey::check::Neighbour;
use crate::journey::model::{Evidence, Touchpoint, View};

const WAYS: &str = r#"#![enable(implicit_some)]
Journey(
    schema: 1,
    title: "Ways",
    personas: [
        Persona(id: "ana", name: "Ana"),
        Persona(id: "ben", name: "Ben"),
    ],
    paths: [
        Path(id: "phone", name: "By phone"),
    ],
    stages: [
        Stage(
            id: "one",
            name: "One",
            touchpoints: [
                Touchpoint(id: "call", name: "Call", path: "phone"),
                Touchpoint(id: "visit", name: "Visit", views: [(persona: "ben", emotion: -1)]),
            ],
        ),
        Stage(
            id: "two",
            name: "Two",
            touchpoints: [
                Touchpoint(id: "wait", name: "Wait", path: "phone"),
            ],
        ),
    ],
)
"#;

fn app() -> App {
    let context = Context {
        neighbour: Neighbour::None,
        today: jiff::civil::date(2026, 11, 22),
    };
    App::new(
        Lang::En,
        Document::open(WAYS.as_bytes().to_vec(), context),
        None,
    )
}

fn ids(app: &App) -> Vec<String> {
    let columns = 0..app.map.columns.len();
    columns
        .filter_map(|at| Some(app.column_element(at)?.id))
        .collect()
}

#[test]
fn the_chosen_way_shows_its_touchpoints_and_no_others() {
    let mut app = app();
    assert_eq!(ids(&app), ["call", "visit", "wait"]);
    press(&mut app, "End z p Down Enter");
    assert_eq!(app.map.lens.path, PathChoice::Main);
    assert_eq!(ids(&app), ["visit"]);
    press(&mut app, "+");
    assert!(app.document.parsed.tree.text().contains("emotion: 1"));
    press(&mut app, "z p \"phone\" Enter");
    assert_eq!(ids(&app), ["call", "visit", "wait"]);
    press(&mut app, "z p Down Enter");
    let wait = Place::of(ElementKey::new(Kind::Touchpoint, "wait"));
    app.reveal(&wait);
    assert_eq!(
        app.touchpoint().map(|it| it.id.as_str()),
        Some("wait"),
        "shown again"
    );
}

#[test]
fn personas_are_chosen_and_taken_back() {
    let mut app = app();
    press(&mut app, "z c Down Space Enter");
    assert_eq!(app.map.lens.personas, ["ben"]);
    press(&mut app, "z c Up Space Enter");
    assert_eq!(app.map.lens.personas, ["ana", "ben"]);
    assert_eq!(app.document.parsed.tree.text(), WAYS, "a look is no edit");
}

#[test]
fn plain_fields_speak_for_the_touchpoints_persona_and_views_for_others() {
    let view = View {
        persona: "ben".into(),
        emotion: Some(-1),
        evidence: Some(Evidence::Observed),
        ..View::default()
    };
    let plain = Touchpoint {
        emotion: Some(2),
        views: vec![view],
        ..Touchpoint::default()
    };
    let of_ben = Touchpoint {
        persona: Some("ben".into()),
        ..plain.clone()
    };
    let assumed = |emotion| Some((emotion, Evidence::Assumed));
    for (touchpoint, persona, first, expected) in [
        (&plain, "ana", Some("ana"), assumed(2)),
        (&plain, "ben", Some("ana"), Some((-1, Evidence::Observed))),
        (&plain, "eva", Some("ana"), None),
        (&plain, "ana", None, None),
        (&of_ben, "ben", Some("ana"), assumed(2)),
        (&of_ben, "ana", Some("ana"), None),
    ] {
        assert_eq!(touchpoint.felt_by(persona, first), expected, "{persona}");
    }
}
