//! The quadrants as pictures in text, and what a click on them hits.

use super::screen_tests::{DESK, PROJECTOR, drawn, picture, pictures};
use super::test_apps::{app, press};
use super::theme::DARK;
use super::{HitMap, Target};
use crate::app::Screen;
use crate::i18n::Lang;

/// More touchpoints in a cell than there is room for, one in each corner, and some without
/// numbers.
fn text() -> String {
    let numbers = [
        (1, 5, 1),
        (5, 1, 5),
        (5, 5, 5),
        (3, 3, 3),
        (1, 1, 1),
        (5, 5, 1),
    ];
    let crowd = std::iter::repeat_n((4, 5, 2), 23);
    let touchpoint = |(at, (importance, expectation, experience)): (usize, (u8, u8, u8))| {
        format!(
            "Touchpoint(id: \"t{at}\", name: \"A name of a touchpoint {at}, in so many words\", \
             importance: {importance}, expectation: {expectation}, experience: {experience})"
        )
    };
    let all: Vec<String> = numbers
        .into_iter()
        .chain(crowd)
        .enumerate()
        .map(touchpoint)
        .collect();
    format!(
        "#![enable(implicit_some)]\nJourney(schema: 1, title: \"Shop\", stages: [Stage(id: \"s\", \
         name: \"S\", touchpoints: [{}, Touchpoint(id: \"bare\", name: \"Bare\", importance: 2)])])\n",
        all.join(", ")
    )
}

#[test]
fn quadrants() {
    pictures("priorities", &text(), PROJECTOR, "g p");
    pictures("priorities", &text(), DESK, "g p Down Down c");
}

#[test]
fn without_numbers_the_screen_says_how_they_come() {
    let bare = "Journey(schema: 1, title: \"S\", stages: [Stage(id: \"s\", name: \"S\", \
                touchpoints: [Touchpoint(id: \"a\", name: \"A\")])])";
    let bare = picture(&app(bare, Lang::En, PROJECTOR, "g p"), PROJECTOR);
    assert!(bare.contains("set importance"), "{bare}");
    assert!(
        bare.contains("A: without importance, expectation, experience"),
        "{bare}"
    );
    let empty = "Journey(schema: 1, title: \"S\", stages: [])";
    let empty = picture(&app(empty, Lang::De, PROJECTOR, "g p"), PROJECTOR);
    assert!(empty.contains("Noch kein Berührungspunkt."), "{empty}");
}

#[test]
fn every_point_can_be_clicked_or_is_counted_and_the_selected_one_is_in_view() {
    for size in [PROJECTOR, DESK, (60, 20)] {
        let mut app = app(&text(), Lang::En, size, "g p Home");
        for row in 0..29 {
            let hits: HitMap = drawn(&app, size, &DARK).hits;
            let half = if size == DESK { 66 } else { size.0 / 2 };
            let in_plot = |at: usize| {
                let mut hits = hits.iter();
                hits.any(|(area, target)| area.x < half && *target == Target::Entry(at))
            };
            assert_eq!(app.lists.cursor(Screen::Priorities).row, row);
            assert!(in_plot(row), "{row} at {size:?}");
            press(&mut app, "Down");
        }
    }
}
