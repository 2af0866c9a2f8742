//! Quick add and the filter on screen.

use super::screen_tests::{DESK, PROJECTOR, picture, pictures};
use super::test_apps::{STAY, app, press};
use crate::i18n::Lang;

const LINE: &str = "Right o \"Queues\" Space \"at\" Space \"night\" Space \"@front-office\" Space \"#lobby\" Space \"!-1\" Space \"*\"";

#[test]
fn quick_add() {
    pictures("quick_add", STAY, PROJECTOR, LINE);
    pictures("quick_add", STAY, DESK, LINE);
}

#[test]
fn quick_add_empty() {
    pictures("quick_add_empty", STAY, PROJECTOR, "Right o");
}

#[test]
fn quick_add_completes() {
    pictures(
        "quick_add_completes",
        STAY,
        PROJECTOR,
        "Right o \"Pays\" Space \"@\" Down Down",
    );
}

#[test]
fn a_long_line_is_shown_with_all_that_it_means() {
    let line = "\"Queues\" Space \"at\" Space \"night\" Space \"@front-office\" Space \"#in\" Space \"!-1\" Space \"*\" Space \"tired\"";
    let app = app(STAY, Lang::En, (40, 16), &format!("Right o {line}"));
    let picture = picture(&app, (40, 16));
    for part in [
        "Queues at night",
        "Owner: Front office",
        "Channel: In person",
        "−1",
        "◆ tired",
    ] {
        assert!(picture.contains(part), "{part}: {picture}");
    }
}

#[test]
fn quick_add_refuses() {
    pictures(
        "quick_add_refuses",
        STAY,
        PROJECTOR,
        "Right o \"Pays\" Space \"!7\" Enter",
    );
}

#[test]
fn filter() {
    pictures("filter", STAY, PROJECTOR, "f m f o Down Enter");
    pictures("filter", STAY, DESK, "f m f o Down Enter");
}

#[test]
fn filter_on_the_board() {
    pictures("filter_on_the_board", STAY, PROJECTOR, "f o Down Enter g t");
}

#[test]
fn filter_nothing() {
    pictures("filter_nothing", STAY, PROJECTOR, "f m f a");
}

#[test]
fn filter_menu() {
    pictures("filter_menu", STAY, PROJECTOR, "f");
}

#[test]
fn what_is_kept_is_said() {
    let mut app = app(STAY, Lang::En, DESK, "f m o");
    press(&mut app, "\"New\" Enter Esc");
    let picture = picture(&app, DESK);
    assert!(
        picture.contains("2 of 3 touchpoints, 1 of them new, not fitting"),
        "{picture}"
    );
}

#[test]
fn the_line_of_the_filter_gives_way_to_nothing_but_a_small_screen() {
    for columns in [30, 40, 60, 80] {
        let app = app(STAY, Lang::De, (columns, 24), "f m f g");
        let picture = picture(&app, (columns, 24));
        let line = picture.lines().nth(1).unwrap_or_default();
        assert!(
            line.contains("1 von 2") && line.ends_with("Esc hebt auf"),
            "{line}"
        );
    }
    let app = app(STAY, Lang::De, (40, 6), "f m");
    assert!(!picture(&app, (40, 6)).contains("Filter"));
}

#[test]
fn the_curve_leads_over_nothing_that_the_filter_leaves_out() {
    let journey = |others: [&str; 2]| {
        let [hidden, last] = others;
        format!(
            "#![enable(implicit_some)] Journey(schema: 1, title: \"A\", departments: [Department(id: \"a\", \
             name: \"A\")], paths: [Path(id: \"p\", name: \"P\")], stages: [Stage(id: \"s\", name: \"S\", \
             touchpoints: [Touchpoint(id: \"x\", name: \"X\", owner: \"a\", emotion: 2), \
             Touchpoint(id: \"y\", name: \"Y\", emotion: -2{hidden})]), Stage(id: \"t\", name: \"T\", \
             touchpoints: [Touchpoint(id: \"z\", name: \"Z\", emotion: 2{last})])])"
        )
    };
    let has_line = |others, keys| {
        let app = app(&journey(others), Lang::En, PROJECTOR, keys);
        let picture = picture(&app, PROJECTOR);
        // Beside the first column, whose legend shows the strokes.
        let mut chart = picture.lines().flat_map(|line| line.chars().skip(18));
        chart.any(|letter| ('\u{2800}'..='\u{28ff}').contains(&letter))
    };
    let owner = ", owner: \"a\"";
    let filtered = "f o Down Enter";
    assert!(has_line(["", owner], ""));
    assert!(
        !has_line(["", owner], filtered),
        "what is between is not seen"
    );
    assert!(has_line([owner, ""], filtered), "neighbours");
    assert!(
        has_line([", path: \"p\"", owner], filtered),
        "the line does not lead through it"
    );
}
