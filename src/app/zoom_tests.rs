//! How near one is to the journey: whole, touchpoints, one touchpoint.

use super::map::{Lane, Row, Widths, Zoom};
use super::tests::{app, press};
use super::update::{Click, click, zoom};
use super::*;

#[test]
fn keys_go_nearer_and_back() {
    let mut app = app();
    for (keys, expected) in [
        ("z -", Zoom::Journey),
        ("z -", Zoom::Journey),
        ("z +", Zoom::Touchpoints),
        ("z +", Zoom::Touchpoint),
        ("z +", Zoom::Touchpoint),
        ("z -", Zoom::Touchpoints),
        ("z + Esc", Zoom::Touchpoints),
        ("z - Esc", Zoom::Touchpoints),
    ] {
        press(&mut app, keys);
        assert_eq!(app.map.zoom, expected, "{keys}");
    }
}

#[test]
fn enter_goes_nearer_to_the_whole_journey_and_edits_one_touchpoint() {
    let mut app = app();
    press(&mut app, "z - Right Enter");
    assert_eq!((app.map.zoom, app.map.column), (Zoom::Touchpoints, 1));
    assert!(app.dialogs.is_empty());
    press(&mut app, "z + Enter");
    assert!(matches!(app.dialogs.last(), Some(Dialog::Field(_))));
}

#[test]
fn of_one_touchpoint_what_it_says_comes_first() {
    let mut app = app();
    let mut through = |keys: &str| {
        press(&mut app, keys);
        app.map.row
    };
    assert_eq!(through("z + Down"), Row::Lane(Lane::Emotion));
    assert_eq!(through("Down"), Row::Lane(Lane::Owner));
    assert!(matches!(through("Down"), Row::Rating(_)), "it says nothing");
    assert_eq!(through("Right Left Up"), Row::Lane(Lane::Owner));
}

#[test]
fn the_wheel_with_ctrl_goes_to_what_is_under_the_pointer() {
    let mut app = app();
    let over = Some(Click::Cell(1, Row::Name));
    zoom(&mut app, over, true);
    assert_eq!((app.map.zoom, app.map.column), (Zoom::Touchpoint, 1));
    zoom(&mut app, None, false);
    zoom(&mut app, Some(Click::Column(0)), false);
    assert_eq!((app.map.zoom, app.map.column), (Zoom::Journey, 0));
    press(&mut app, ":");
    zoom(&mut app, None, true);
    assert_eq!(app.map.zoom, Zoom::Journey, "a dialog is on top");
    press(&mut app, "Esc g o");
    zoom(&mut app, None, true);
    assert_eq!(app.map.zoom, Zoom::Journey, "the Map has not the keys");
}

#[test]
fn a_click_where_the_journey_stands_in_small_goes_there_in_the_same_row() {
    let mut app = app();
    press(&mut app, "Down Down");
    let row = app.map.row;
    click(&mut app, Click::Column(2));
    assert_eq!((app.map.column, app.map.row), (2, row));
}

#[test]
fn columns_grow_and_shrink_and_the_message_says_which() {
    let mut app = app();
    for (keys, expected) in [
        (">", Widths::Wide),
        (">", Widths::Wide),
        ("<", Widths::Normal),
        ("< <", Widths::Narrow),
        (">", Widths::Normal),
        ("z w", Widths::Automatic),
        ("<", Widths::Narrow),
    ] {
        press(&mut app, keys);
        assert_eq!(app.map.widths, expected, "{keys}");
        let said = app.message.as_ref().map(|it| it.text.as_str());
        let expected = format!("Columns: {}, in every journey", expected.word(Lang::En));
        assert_eq!(said, Some(expected.as_str()));
    }
}

#[test]
fn the_whole_journey_leaves_out_lanes_that_nobody_filled_but_the_one_of_the_cursor() {
    let mut app = app();
    let shown = |app: &App| app.map.lanes().collect::<Vec<_>>();
    let near = shown(&app);
    app.map.row = Row::Lane(Lane::Quotes);
    press(&mut app, "z -");
    assert_eq!(shown(&app), [Lane::Emotion, Lane::Owner, Lane::Quotes]);
    assert!(app.map.left_out().any(|it| it == Lane::Pains));
    press(&mut app, "Up");
    assert_eq!(app.map.row, Row::Lane(Lane::Owner));
    assert_eq!(shown(&app), [Lane::Emotion, Lane::Owner]);
    press(&mut app, "z +");
    assert_eq!(shown(&app), near);
    zoom(&mut app, None, false);
    assert_eq!(shown(&app), [Lane::Emotion, Lane::Owner]);
}
