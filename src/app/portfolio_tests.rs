//! The journeys of a folder: they come in one by one, are sorted and filtered, opened, and come
//! back to.

use super::effect::Effect;
use super::portfolio::{News, Order};
use super::tests::{SMALL, press};
use super::update;
use super::*;
use crate::exchange::portfolio::Entry;
use crate::journey::portfolio::Health;
use crate::journey::{Context, read};

fn context() -> Context {
    Context {
        neighbour: crate::journey::check::Neighbour::None,
        today: jiff::civil::date(2026, 11, 22),
    }
}

/// A journey with this title, reviewed on this day, with gaps and improvements.
fn journey(path: &str, title: &str, reviewed: &str, gap: i64, overdue: usize) -> News {
    let due = |at| {
        format!("Improvement(id: \"i{at}\", title: \"I{at}\", status: Plan, due: \"2026-01-01\"),")
    };
    let improvements: String = (0..overdue).map(due).collect();
    let text = format!(
        "Journey(schema: 1, title: \"{title}\", reviewed: \"{reviewed}\", stages: [Stage(id: \"s\", \
         name: \"S\", touchpoints: [Touchpoint(id: \"a\", name: \"A\", expectation: 5, \
         experience: {})])], improvements: [{improvements}])",
        5 + gap
    );
    let parsed = read(text, &context());
    let entry = Entry {
        path: path.to_owned(),
        health: Ok(Health::of(&parsed, context().today)),
    };
    News::Read(format!("maps/{path}").into(), Some(Box::new(entry)))
}

fn unreadable(path: &str) -> News {
    let entry = Entry {
        path: path.to_owned(),
        health: Err("a bracket is missing".to_owned()),
    };
    News::Read(format!("maps/{path}").into(), Some(Box::new(entry)))
}

fn beginning() -> App {
    let document = Document::open(SMALL.into(), context());
    let mut app = App::new(Lang::En, document, None);
    update::portfolio(&mut app, "maps".into());
    app
}

/// Four journeys, all there.
fn folder() -> App {
    let mut app = beginning();
    let news = vec![
        News::Files(5),
        journey("a.ron", "Zoo", "2026-11-01", -1, 0),
        journey("b.ron", "Hotel", "2026-10-01", 0, 2),
        unreadable("c.ron"),
        journey("d/e.ron", "shop", "2025-01-01", -3, 1),
        News::Read("maps/config.ron".into(), None),
    ];
    update::journeys(&mut app, news, true);
    app
}

fn paths(app: &App) -> Vec<&str> {
    let portfolio = app.portfolio.as_ref().expect("a portfolio");
    portfolio.shown().map(|it| it.entry.path.as_str()).collect()
}

fn here(app: &App) -> &str {
    &app.journey_here().expect("a journey").entry.path
}

#[test]
fn journeys_come_in_and_the_cursor_stays_on_its_own() {
    let mut app = beginning();
    let of = |app: &App| app.portfolio.clone().expect("a portfolio");
    assert_eq!((app.screen, of(&app).files), (Screen::Portfolio, None));
    assert!(press(&mut app, "Enter").is_empty());
    let first = vec![
        News::Files(3),
        journey("b.ron", "B", "2026-11-01", 0, 0),
        journey("c.ron", "C", "2026-11-01", 0, 0),
    ];
    update::journeys(&mut app, first, false);
    press(&mut app, "Down");
    assert_eq!((here(&app), of(&app).read), ("c.ron", 2));
    let rest = vec![journey("a.ron", "A", "2026-11-01", 0, 0)];
    update::journeys(&mut app, rest, true);
    assert_eq!(paths(&app), ["a.ron", "b.ron", "c.ron"]);
    assert_eq!((here(&app), of(&app).is_loading), ("c.ron", false));
    assert_eq!(app.lists.cursor(Screen::Portfolio).row, 2);
}

#[test]
fn they_are_sorted_by_what_is_worst_and_what_cannot_be_read_is_first() {
    for (order, expected) in [
        (Order::Path, ["a.ron", "b.ron", "c.ron", "d/e.ron"]),
        (Order::Title, ["c.ron", "b.ron", "d/e.ron", "a.ron"]),
        (Order::Gap, ["c.ron", "d/e.ron", "a.ron", "b.ron"]),
        (Order::Overdue, ["c.ron", "b.ron", "d/e.ron", "a.ron"]),
        (Order::Review, ["c.ron", "d/e.ron", "b.ron", "a.ron"]),
    ] {
        let mut app = folder();
        press(&mut app, "Down s Home");
        let at = Order::ALL.iter().position(|it| *it == order);
        (0..at.expect("an order")).for_each(|_| _ = press(&mut app, "Down"));
        press(&mut app, "Enter");
        assert_eq!(paths(&app), expected, "{order:?}");
        assert_eq!(here(&app), "b.ron");
    }
}

#[test]
fn letters_with_accents_stand_beside_those_without_and_a_day_that_is_none_is_never() {
    let mut app = beginning();
    let news = vec![
        journey("a.ron", "Zoo", "2026-01-01", 0, 0),
        journey("b.ron", "Übergang", "2026-11-01", 0, 0),
        journey("c.ron", "Velo", "soon", 0, 0),
    ];
    update::journeys(&mut app, news, true);
    press(&mut app, "s \"title\" Enter");
    assert_eq!(paths(&app), ["b.ron", "c.ron", "a.ron"]);
    press(&mut app, "s \"oldest\" Enter");
    assert_eq!(paths(&app), ["c.ron", "a.ron", "b.ron"]);
    press(&mut app, "/ \"uberg\" Enter");
    assert_eq!(paths(&app), ["b.ron"]);
}

#[test]
fn they_are_filtered_by_text_and_by_need_and_esc_shows_all() {
    for (keys, expected) in [
        ("/ \"SHO\" Enter", &["d/e.ron"][..]),
        ("/ \"d/\" Enter", &["d/e.ron"]),
        ("f g", &["a.ron", "d/e.ron"]),
        ("f o", &["b.ron", "d/e.ron"]),
        ("f r", &["d/e.ron"]),
        ("f f", &["c.ron"]),
        ("f b", &[]),
        ("f o / \"hotel\" Enter", &["b.ron"]),
        ("f o f o", &["a.ron", "b.ron", "c.ron", "d/e.ron"]),
        ("f b Esc", &["a.ron", "b.ron", "c.ron", "d/e.ron"]),
        ("/ \"x\" Enter Esc", &["a.ron", "b.ron", "c.ron", "d/e.ron"]),
    ] {
        let mut app = folder();
        press(&mut app, keys);
        assert_eq!(paths(&app), expected, "{keys}");
    }
    let mut app = folder();
    press(&mut app, "f b");
    assert!(app.was_refused() && press(&mut app, "Enter").is_empty());
}

#[test]
fn a_journey_is_opened_and_come_back_to_with_its_row_read_anew() {
    let mut app = folder();
    let effects = press(&mut app, "Down Enter");
    assert_eq!(effects, [Effect::Open("maps/b.ron".into())]);
    let document = Document::open(SMALL.into(), context());
    update::opened(&mut app, "maps/b.ron".into(), Ok(document));
    assert_eq!(app.screen, Screen::Map);
    let effects = press(&mut app, "g a");
    assert_eq!(effects, [Effect::Portfolio("maps".into())]);
    update::portfolio(&mut app, "maps".into());
    assert_eq!((here(&app), app.path.as_deref()), ("b.ron", None));
    // What is not there any more goes when all was read again.
    let news = vec![
        News::Files(2),
        journey("b.ron", "Inn", "2026-11-20", 0, 0),
        journey("a.ron", "Zoo", "2026-11-01", -1, 0),
    ];
    update::journeys(&mut app, news, false);
    assert_eq!(paths(&app).len(), 4);
    update::journeys(&mut app, Vec::new(), true);
    assert_eq!(paths(&app), ["a.ron", "b.ron"]);
    assert_eq!(app.health_here().map(|it| it.title.as_str()), Some("Inn"));
}

#[test]
fn what_is_not_saved_is_asked_about_and_a_file_leads_to_its_folder() {
    for (path, folder) in [("maps/b.ron", "maps"), ("b.ron", "."), ("/b.ron", "/")] {
        let document = Document::open(SMALL.into(), context());
        let mut app = App::new(Lang::En, document, Some(path.into()));
        assert_eq!(press(&mut app, "g a"), [Effect::Portfolio(folder.into())]);
        press(&mut app, "+");
        assert!(press(&mut app, "g a").is_empty());
        let effects = press(&mut app, "d");
        assert_eq!(effects, [Effect::Portfolio(folder.into())]);
    }
}

#[test]
fn the_cursor_finds_the_file_that_was_left_when_it_comes_in() {
    let document = Document::open(SMALL.into(), context());
    let mut app = App::new(Lang::En, document, Some("maps/b.ron".into()));
    update::portfolio(&mut app, "maps".into());
    let first = vec![
        News::Files(2),
        journey("b.ron", "B", "2026-11-01", 0, 0),
        journey("a.ron", "A", "2026-11-01", 0, 0),
    ];
    update::journeys(&mut app, first, true);
    assert_eq!(here(&app), "b.ron");
}

#[test]
fn an_empty_folder_is_known_once_all_was_read() {
    let mut app = beginning();
    update::journeys(&mut app, vec![News::Files(0)], false);
    assert_eq!(app.empty_folder(), None);
    update::journeys(&mut app, Vec::new(), true);
    assert_eq!(app.empty_folder(), Some("maps".into()));
    assert_eq!(folder().empty_folder(), None);
}

#[test]
fn one_stays_there_and_the_other_screens_are_those_of_an_empty_journey() {
    let mut app = folder();
    assert!(press(&mut app, "Esc").is_empty());
    assert_eq!(app.screen, Screen::Portfolio);
    press(&mut app, "g m");
    assert_eq!(app.screen, Screen::Map);
    press(&mut app, "Tab S-Tab S-Tab");
    assert_eq!(app.screen, Screen::Portfolio);
    assert_eq!(press(&mut app, "g s"), [Effect::Start(Some("maps".into()))]);
    assert_eq!(press(&mut app, "r"), [Effect::Portfolio("maps".into())]);
    assert_eq!(press(&mut app, "g r"), [Effect::Portfolio("maps".into())]);
    assert_eq!(press(&mut app, "q"), [Effect::Quit]);
}
