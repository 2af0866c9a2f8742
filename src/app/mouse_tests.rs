//! The mouse, by what stands under it.

use super::edits::Asked;
use super::map::{Lane, Rating, Row};
use super::tests::{SMALL, after, press};
use super::update::{Click, click, double_click, drag, drop, wheel};
use super::*;

fn text_of(app: &App) -> &str {
    app.document.parsed.tree.text()
}

fn is_before(app: &App, one: &str, other: &str) -> bool {
    let at = |id: &str| text_of(app).find(&format!("id: \"{id}\""));
    at(one) < at(other)
}

fn dragged(app: &mut App, from: Click, onto: Click) {
    click(app, from);
    drag(app, Some(onto), None);
    drop(app, Some(onto));
}

#[test]
fn a_click_selects_and_a_double_click_edits() {
    let (mut app, _) = after("");
    let cell = Click::Cell(1, Row::Lane(Lane::Promise));
    click(&mut app, cell);
    assert_eq!((app.map.column, app.map.row), (1, Row::Lane(Lane::Promise)));
    click(&mut app, cell);
    assert!(app.dialogs.is_empty(), "a second click later is a click");
    double_click(&mut app, cell);
    assert!(matches!(app.dialogs.last(), Some(Dialog::Field(_))));
}

#[test]
fn a_double_click_edits_the_rating_that_it_hits() {
    for rating in Rating::ALL {
        let (mut app, _) = after("");
        let cell = Click::Cell(1, Row::Rating(rating));
        click(&mut app, cell);
        double_click(&mut app, cell);
        let Some(Dialog::Pick(dialog)) = app.dialogs.last() else {
            panic!("{rating:?}")
        };
        let Asked::Field(place) = &dialog.asked else {
            panic!("{rating:?}")
        };
        assert_eq!(place.last_field(), Some(rating.field()));
    }
}

#[test]
fn a_touchpoint_is_dragged_to_the_side_it_comes_towards_and_into_stages() {
    let (mut app, _) = after("");
    dragged(
        &mut app,
        Click::Cell(0, Row::Name),
        Click::Cell(1, Row::Name),
    );
    assert!(is_before(&app, "till-talk", "queue"));
    dragged(
        &mut app,
        Click::Cell(1, Row::Name),
        Click::Cell(0, Row::Name),
    );
    assert_eq!(text_of(&app), SMALL);
    dragged(&mut app, Click::Cell(0, Row::Name), Click::Stage(1));
    assert!(is_before(&app, "drink", "queue"));
    assert_eq!(app.touchpoint().map(|it| it.id.as_str()), Some("queue"));
    press(&mut app, "u u u");
    assert_eq!(text_of(&app), SMALL);
}

#[test]
fn stages_are_dragged_by_their_band_and_elements_by_their_row_of_the_outline() {
    let (mut app, _) = after("");
    dragged(&mut app, Click::Stage(0), Click::Stage(1));
    assert!(is_before(&app, "drink", "order"));
    press(&mut app, "u g o");
    let row = |app: &App, id: &str| {
        let is = |place: &Place| place.element.as_ref().is_some_and(|it| it.id == id);
        Click::Entry(app.entries(Screen::Outline).iter().position(is).unwrap())
    };
    let (queue, drink) = (row(&app, "queue"), row(&app, "drink"));
    dragged(&mut app, queue, drink);
    assert!(is_before(&app, "drink", "queue"));
}

#[test]
fn what_is_dropped_nowhere_or_where_it_does_not_fit_stays() {
    let (mut app, _) = after("");
    click(&mut app, Click::Cell(0, Row::Name));
    drag(&mut app, None, None);
    drop(&mut app, None);
    assert_eq!(app.message.as_ref().map(|it| it.tone), Some(Tone::Refused));
    dragged(&mut app, Click::Stage(0), Click::Cell(1, Row::Name));
    assert_eq!(text_of(&app), SMALL);
    assert_eq!(app.message.as_ref().map(|it| it.tone), Some(Tone::Refused));
    click(&mut app, Click::Cell(0, Row::Name));
    drag(&mut app, Some(Click::Cell(1, Row::Name)), None);
    assert_eq!(app.message.as_ref().map(|it| it.tone), Some(Tone::Going));
    press(&mut app, "Esc");
    drop(&mut app, Some(Click::Cell(1, Row::Name)));
    assert_eq!(text_of(&app), SMALL, "a key lets go");
}

#[test]
fn the_release_point_counts_without_a_motion_to_it() {
    let (mut app, _) = after("");
    click(&mut app, Click::Cell(0, Row::Name));
    drop(&mut app, Some(Click::Cell(0, Row::Lane(Lane::Promise))));
    assert_eq!((text_of(&app), &app.message), (SMALL, &None), "a click");
    click(&mut app, Click::Cell(0, Row::Name));
    drop(&mut app, Some(Click::Cell(1, Row::Name)));
    assert!(is_before(&app, "till-talk", "queue"));
}

#[test]
fn it_is_said_and_shown_where_it_lands() {
    let (mut app, _) = after("");
    let mut landing = |from, onto| {
        click(&mut app, from);
        drag(&mut app, Some(onto), None);
        let said = app.message.clone().map(|it| it.text).unwrap_or_default();
        (app.landing(), said)
    };
    let (one, two) = (Click::Cell(0, Row::Name), Click::Cell(1, Row::Name));
    let (columns, said) = landing(one, two);
    assert_eq!(columns, Some((1..2, true)));
    assert!(
        said.contains("“Queue” goes after") && said.contains("Talk at the till"),
        "{said}"
    );
    let (columns, said) = landing(two, one);
    assert_eq!(columns, Some((0..1, false)));
    assert!(said.contains("goes before"), "{said}");
    let (columns, said) = landing(one, Click::Stage(1));
    assert_eq!(columns, Some((2..3, true)));
    assert!(said.contains("goes to"), "{said}");
}

#[test]
fn dragging_at_an_edge_and_the_wheel_scroll_and_the_hand_keeps_what_it_has() {
    let (mut app, _) = after("");
    click(&mut app, Click::Cell(0, Row::Name));
    drag(&mut app, Some(Click::Cell(1, Row::Name)), Some(true));
    assert_eq!((app.map.first_column, app.map.column), (1, 1));
    wheel(&mut app, true);
    assert_eq!(app.map.first_column, 2);
    wheel(&mut app, false);
    drag(&mut app, None, Some(false));
    assert_eq!(app.map.first_column, 0);
    drop(&mut app, None);
    assert_eq!(
        (app.map.column, text_of(&app)),
        (0, SMALL),
        "back where it was"
    );
    press(&mut app, "g o");
    let row = app.lists.cursor(Screen::Outline).row;
    click(&mut app, Click::Entry(row));
    wheel(&mut app, true);
    assert_eq!(app.lists.cursor(Screen::Outline).row, row + 1);
    assert!(app.drag.is_some());
}
