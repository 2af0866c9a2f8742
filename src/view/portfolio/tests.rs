//! The journeys of a folder as pictures in text.

use super::super::hit::Target;
use super::super::screen_tests::{DESK, PROJECTOR, drawn, picture};
use super::super::test_apps::{STAY, app, press};
use super::super::theme::DARK;
use super::room_for_journeys;
use crate::app::App;
use crate::app::portfolio::News;
use crate::app::update;
use crate::exchange::portfolio::Entry;
use crate::i18n::Lang;
use crate::journey::check::Neighbour;
use crate::journey::portfolio::Health;
use crate::journey::{Context, read};
use jiff::civil::date;
use std::collections::HashSet;

fn entry(path: &str, health: Result<Health, String>) -> News {
    let entry = Entry {
        path: path.to_owned(),
        health,
    };
    News::Read(format!("journeys/{path}").into(), Some(Box::new(entry)))
}

fn health(text: &str) -> Result<Health, String> {
    let today = date(2026, 11, 22);
    let context = Context {
        neighbour: Neighbour::None,
        today,
    };
    Ok(Health::of(&read(text.to_owned(), &context), today))
}

const UNTITLED: &str = "Journey(schema: 1, title: \"\", stages: [])";

/// Journeys of every kind, while more come or not.
fn news() -> Vec<News> {
    vec![
        News::Files(7),
        entry(
            "baerli-biber.ron",
            health(include_str!("../../../journeys/baerli-biber.ron")),
        ),
        entry(
            "pflege/einarbeitung.ron",
            health(include_str!("../../../journeys/einarbeitung-pflege.ron")),
        ),
        entry(
            "hotel-stay.ron",
            health(include_str!("../../../journeys/hotel-stay.ron")),
        ),
        entry(
            "insurance-claim-to-be.ron",
            health(include_str!("../../../journeys/insurance-claim-to-be.ron")),
        ),
        entry("old/stay.ron", health(STAY)),
        entry(
            "old/torn.ron",
            Err("The file ends here, and a bracket is still open.".to_owned()),
        ),
        entry("old/untitled.ron", health(UNTITLED)),
    ]
}

fn folder(lang: Lang, size: (u16, u16), news: Vec<News>, done: bool, keys: &str) -> App {
    let mut app = app(STAY, lang, size, "");
    app.path = None;
    update::portfolio(&mut app, "journeys".into());
    update::journeys(&mut app, news, done);
    press(&mut app, keys);
    app
}

#[test]
fn a_folder() {
    for (lang, tag) in [(Lang::En, "en"), (Lang::De, "de")] {
        for size in [PROJECTOR, DESK] {
            let app = folder(lang, size, news(), true, "Down");
            let name = format!("portfolio_{}x{}_{tag}", size.0, size.1);
            insta::assert_snapshot!(name, picture(&app, size));
        }
    }
}

#[test]
fn a_folder_that_is_sorted_filtered_or_still_read() {
    for (lang, tag) in [(Lang::En, "en"), (Lang::De, "de")] {
        let some = || news().into_iter().take(4).collect();
        for (what, news, done, keys) in [
            ("sorted", news(), true, "s Down Down Enter End"),
            ("filtered", news(), true, "f o / \"hotel\" Enter"),
            ("nothing", news(), true, "f o f b / \"zebra\" Enter j"),
            ("reading", some(), false, ""),
            ("looking", Vec::new(), false, ""),
            ("unreadable", news(), true, "End Up Up"),
        ] {
            let app = folder(lang, PROJECTOR, news, done, keys);
            let name = format!("portfolio_{what}_80x24_{tag}");
            insta::assert_snapshot!(name, picture(&app, PROJECTOR));
        }
    }
}

#[test]
fn it_fits_any_screen_with_the_cursor_in_view() {
    for columns in (1..210).step_by(11) {
        for rows in (1..40).step_by(3) {
            let size = (columns, rows);
            let app = folder(Lang::De, size, news(), true, "Down Down Down Down");
            let drawn = drawn(&app, size, &DARK);
            let mut hits = drawn.hits.iter().map(|(_, target)| *target);
            let is_there = hits.any(|it| it == Target::Entry(4));
            assert!(is_there || rows < 2, "{columns}×{rows}");
        }
    }
}

#[test]
fn the_table_keeps_its_place_and_as_many_journeys_have_room_as_are_waited_for() {
    let news = || {
        let journey = |at| entry(&format!("{at:05}.ron"), health(UNTITLED));
        let torn = entry("torn.ron", Err("The file is empty.".to_owned()));
        (0..600).map(journey).chain([torn]).collect()
    };
    for size in [PROJECTOR, DESK, (120, 40), (60, 12)] {
        for keys in ["", "End"] {
            let app = folder(Lang::En, size, news(), true, keys);
            let drawn = drawn(&app, size, &DARK);
            let entries = drawn.hits.iter().map(|(_, target)| *target);
            let entries: HashSet<usize> = entries.filter_map(entry_of).collect();
            let room = room_for_journeys(size.0, size.1);
            assert_eq!(entries.len(), room, "{size:?} {keys}");
        }
    }
}

fn entry_of(target: Target) -> Option<usize> {
    match target {
        Target::Entry(entry) => Some(entry),
        _ => None,
    }
}

#[test]
fn the_last_of_hundreds_is_in_view() {
    let journey = |at| entry(&format!("{at:05}.ron"), health(UNTITLED));
    let news = (0..600).map(journey).collect();
    let last = picture(&folder(Lang::En, PROJECTOR, news, true, "End"), PROJECTOR);
    assert!(
        last.contains("00599.ron") && !last.contains("00500.ron"),
        "{last}"
    );
}
