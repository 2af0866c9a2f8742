//! The ranking with keys: where the cursor stands after the numbers have changed.

use super::tests::press;
use super::update::{self, Click};
use super::*;
use crate::journey::Context;
use crate::journey::check::Neighbour;

/// Touchpoints by id, importance, expectation and experience.
fn app() -> App {
    let numbers = [
        ("ask", 4, 4, 2),
        ("buy", 5, 5, 2),
        ("wait", 2, 3, 2),
        ("return", 3, 3, 5),
    ];
    let touchpoint = |(id, importance, expectation, experience)| {
        format!(
            "Touchpoint(id: \"{id}\", name: \"{id}\", importance: {importance}, \
             expectation: {expectation}, experience: {experience})"
        )
    };
    let touchpoints = numbers.map(touchpoint).join(", ");
    let text = format!(
        "#![enable(implicit_some)]\nJourney(schema: 1, title: \"Shop\", stages: [Stage(id: \"s\", \
         name: \"S\", touchpoints: [{touchpoints}, Touchpoint(id: \"find\", name: \"find\")])])\n"
    );
    let context = Context {
        neighbour: Neighbour::None,
        today: jiff::civil::date(2026, 11, 22),
    };
    App::new(Lang::En, Document::open(text.into_bytes(), context), None)
}

fn order(app: &App) -> Vec<String> {
    let places = app.entries(Screen::Priorities).into_iter();
    places.filter_map(|it| Some(it.element?.id)).collect()
}

fn here(app: &App) -> Option<String> {
    Some(app.here()?.id)
}

#[test]
fn the_worst_comes_first_and_what_lacks_numbers_last() {
    let mut app = app();
    press(&mut app, "g p");
    assert_eq!(order(&app), ["buy", "ask", "wait", "return", "find"]);
    assert_eq!(app.screen, Screen::Priorities);
}

#[test]
fn the_screen_is_entered_where_one_stood_unless_that_has_no_rank() {
    let mut app = app();
    press(&mut app, "Right Right g p");
    assert_eq!(here(&app).as_deref(), Some("wait"));
    press(&mut app, "g m End g p");
    assert_eq!(here(&app).as_deref(), Some("wait"), "find has no rank");
}

#[test]
fn numbers_are_set_in_place_and_the_cursor_stays_on_its_touchpoint() {
    let mut app = app();
    press(&mut app, "g p Home Down x 1");
    assert_eq!(order(&app), ["buy", "ask", "wait", "return", "find"]);
    press(&mut app, "i 5 e 5");
    assert_eq!(order(&app), ["ask", "buy", "wait", "return", "find"]);
    assert_eq!(here(&app).as_deref(), Some("ask"));
    assert_eq!(app.lists.cursor(Screen::Priorities).row, 0);
    press(&mut app, "End i 5 e 5 x 1");
    assert_eq!(here(&app).as_deref(), Some("find"));
    assert_eq!(app.lists.cursor(Screen::Priorities).row, 1);
    press(&mut app, "u");
    assert_eq!(here(&app).as_deref(), Some("find"));
    assert_eq!(order(&app).last().map(String::as_str), Some("find"));
}

#[test]
fn the_quadrants_meet_at_the_middle_or_at_the_means() {
    let mut app = app();
    press(&mut app, "g p c");
    let means = app.priorities().crosshair;
    assert_eq!((means.importance, means.experience), (3.5, 2.75));
    press(&mut app, "c");
    assert_eq!(
        app.priorities().crosshair,
        crate::journey::priorities::Crosshair::MIDDLE
    );
}

#[test]
fn a_key_leads_to_the_touchpoint_on_the_map_and_another_into_the_inspector() {
    let mut app = app();
    press(&mut app, "g p Home o");
    assert_eq!(
        (app.screen, here(&app).as_deref()),
        (Screen::Map, Some("buy"))
    );
    press(&mut app, "g p End Enter");
    assert_eq!(app.screen, Screen::Inspector);
    assert_eq!(
        app.page().0.element,
        Some(ElementKey::new(Kind::Touchpoint, "find"))
    );
}

#[test]
fn a_click_selects_and_nothing_is_dragged_out_of_its_rank() {
    let mut app = app();
    press(&mut app, "g p");
    update::click(&mut app, Click::Entry(2));
    assert_eq!(here(&app).as_deref(), Some("wait"));
    let before = app.document.bytes();
    update::drag(&mut app, Some(Click::Entry(0)), None);
    update::drop(&mut app, Some(Click::Entry(0)));
    assert_eq!(app.document.bytes(), before);
}
