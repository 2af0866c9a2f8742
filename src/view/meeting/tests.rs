//! The meeting and its votes as pictures in text.

use crate::i18n::Lang;
use crate::view::screen_tests::{DESK, PROJECTOR, picture, pictures};
use crate::view::test_apps::{STAY, app, press};

const SMALL: (u16, u16) = (60, 20);

/// To the second touchpoint, which has something of everything.
const MEET: &str = "F5 Enter Right";

#[test]
fn meeting() {
    for size in [SMALL, PROJECTOR, DESK] {
        pictures("meeting", STAY, size, MEET);
    }
}

#[test]
fn meeting_of_stages() {
    for size in [SMALL, DESK] {
        pictures("meeting_of_stages", STAY, size, "F5 End Enter Right");
    }
}

/// A journey of so many touchpoints, twelve in each stage.
fn long(count: usize) -> String {
    let touchpoint = |at: usize| {
        let emotion = (at * 7 % 5) as i64 - 2;
        format!("Touchpoint(id: \"t{at}\", name: \"Step {at}\", emotion: {emotion}),")
    };
    let stage = |from: usize| {
        let touchpoints: String = (from..count.min(from + 12)).map(touchpoint).collect();
        format!("Stage(id: \"s{from}\", name: \"Stage {from}\", touchpoints: [{touchpoints}]),")
    };
    let stages: String = (0..count).step_by(12).map(stage).collect();
    format!("Journey(schema: 1, title: \"Long\", stages: [{stages}])")
}

#[test]
fn of_a_long_journey_the_curve_shows_what_is_near() {
    let steps = "PageDown ".repeat(150);
    let keys = format!("F5 Enter {steps}");
    for size in [SMALL, PROJECTOR, DESK] {
        let shown = picture(&app(&long(300), Lang::En, size, &keys), size);
        insta::assert_snapshot!(format!("long_meeting_{}x{}", size.0, size.1), shown);
    }
}

#[test]
fn vote() {
    for size in [SMALL, PROJECTOR, DESK] {
        pictures("vote", STAY, size, &format!("{MEET} v Enter - 2 - 1 - 1 0"));
    }
}

#[test]
fn minutes() {
    pictures(
        "minutes",
        STAY,
        PROJECTOR,
        &format!("{MEET} + d \"Yes\" Enter E"),
    );
}

#[test]
fn todo_owner() {
    let keys = format!("{MEET} t \"Plan\" Enter \"f\"");
    pictures("todo_owner", STAY, PROJECTOR, &keys);
}

#[test]
fn a_name_without_such_letters_stands_wide_apart_and_a_long_one_in_lines() {
    let named = |name: &str| {
        let text = STAY.replace("Check-in at the desk", name);
        picture(&app(&text, Lang::En, PROJECTOR, MEET), PROJECTOR)
    };
    let japanese = named("受付 desk");
    assert!(japanese.contains("受 付   d e s k"), "{japanese}");
    let long = "Reklamationsbearbeitungsabteilung und was sie ".repeat(2);
    let long = named(long.trim());
    assert!(
        long.contains("Reklamationsbearbeitungsabteilung und was sie"),
        "{long}"
    );
}

#[test]
fn time_over_the_plan_has_a_sign() {
    let mut app = app(STAY, Lang::En, PROJECTOR, MEET);
    press(&mut app, "T \"1\" Enter");
    let tick = crate::app::input::Input::Tick;
    crate::app::update::update(&mut app, tick(60));
    let shown = picture(&app, PROJECTOR);
    assert!(shown.contains("   1:00 of 1:00\n"), "{shown}");
    crate::app::update::update(&mut app, tick(3_600));
    press(&mut app, "p");
    let shown = picture(&app, PROJECTOR);
    assert!(shown.contains("! 1:01:00 of 1:00\n"), "{shown}");
    assert!(shown.contains("paused · total 1:01:00\n"), "{shown}");
}

#[test]
fn a_file_that_breaks_while_it_is_shown_is_shown_as_broken() {
    let mut app = app(STAY, Lang::En, PROJECTOR, MEET);
    crate::app::update::reread(&mut app, Ok(b"Journey(".to_vec()));
    assert!(picture(&app, PROJECTOR).contains("cannot be read"));
    press(&mut app, "u");
    assert!(picture(&app, PROJECTOR).contains("2 of 2"));
}
