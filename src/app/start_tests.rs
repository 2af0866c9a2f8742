//! Beginning: what the start page opens, and the tour done by doing.

use super::effect::Effect;
use super::start::{Begins, Group, Offer, Start, empty_journey};
use super::tests::{SMALL, press};
use super::tour::Step;
use super::update;
use super::*;
use crate::journey::Context;
use crate::journey::check::Neighbour;

fn nothing() -> App {
    let context = Context {
        neighbour: Neighbour::None,
        today: jiff::civil::date(2026, 11, 22),
    };
    let text = empty_journey(Lang::En).into_bytes();
    App::new(Lang::En, Document::open(text, context), None)
}

fn offers() -> Start {
    let offer = |group, label: &str, begins| Offer {
        group,
        label: label.to_owned(),
        note: String::new(),
        begins,
    };
    let text = || SMALL.to_owned();
    Start {
        folder: "here".to_owned(),
        offers: vec![
            offer(Group::Here, "Coffee", Begins::Open("coffee.ron".into())),
            offer(Group::Learn, "Tour", Begins::Tour(text())),
            offer(Group::Learn, "Example", Begins::Example(text())),
            offer(Group::New, "Template", Begins::Journey(text())),
            offer(Group::Elsewhere, "All", Begins::Portfolio("maps".into())),
            offer(Group::Elsewhere, "Folder", Begins::Folder),
        ],
    }
}

fn beginning() -> App {
    let mut app = nothing();
    app.offer(offers());
    app
}

fn step(app: &App) -> Option<Step> {
    app.tour.as_ref().and_then(|tour| tour.step)
}

#[test]
fn a_journey_of_the_folder_is_opened() {
    let effects = press(&mut beginning(), "Enter");
    assert_eq!(effects, [Effect::Open("coffee.ron".into())]);
}

#[test]
fn the_journeys_of_the_folder_are_shown_side_by_side() {
    let effects = press(&mut beginning(), "Down Down Down Down Enter");
    assert_eq!(effects, [Effect::Portfolio("maps".into())]);
}

#[test]
fn a_template_is_a_journey_that_is_not_saved() {
    let mut app = beginning();
    press(&mut app, "Down Down Down Enter");
    assert_eq!(
        (app.screen, app.journey().title.as_str()),
        (Screen::Map, "Coffee")
    );
    assert!(app.document.is_dirty() && app.path.is_none() && app.start.is_none());
}

#[test]
fn an_example_is_left_without_a_question() {
    let mut app = beginning();
    press(&mut app, "Down Down Enter");
    assert_eq!(app.journey().title, "Coffee");
    assert_eq!(press(&mut app, "q"), [Effect::Quit]);
}

#[test]
fn another_folder_is_asked_for() {
    let mut app = beginning();
    let effects = press(&mut app, "End Enter C-a \"maps\" Enter");
    assert_eq!(effects, [Effect::Start(Some("maps".into()))]);
    update::started(&mut app, Err("no such folder".to_owned()));
    assert_eq!((app.screen, app.message.is_some()), (Screen::Start, true));
    update::started(&mut app, Ok(Start::default()));
    assert!(app.offer_here().is_none());
    assert!(press(&mut app, "Enter").is_empty());
}

#[test]
fn nothing_begins_over_what_is_not_saved() {
    let mut app = beginning();
    press(&mut app, "g m s \"Order\" Enter g s");
    assert!(matches!(app.dialogs.last(), Some(Dialog::Confirm(_))));
    press(&mut app, "Esc");
    app.show(Screen::Start);
    press(&mut app, "End Up Enter");
    assert!(matches!(app.dialogs.last(), Some(Dialog::Confirm(_))));
    assert_eq!(app.journey().stages.len(), 1);
}

#[test]
fn the_start_is_left_for_the_empty_journey_and_found_again() {
    let mut app = beginning();
    press(&mut app, "g m");
    assert_eq!(app.screen, Screen::Map);
    press(&mut app, "g s");
    assert_eq!(app.screen, Screen::Start);
    let mut open = nothing();
    assert_eq!(press(&mut open, "g s"), [Effect::Start(None)]);
}

#[test]
fn one_stays_at_the_start_and_a_click_says_what_opens() {
    let mut app = beginning();
    let said = |app: &App| app.message.as_ref().map(|it| it.text.clone());
    assert!(press(&mut app, "Esc").is_empty());
    assert_eq!((app.screen, app.behind), (Screen::Start, Screen::Start));
    assert!(said(&app).is_some_and(|it| it.contains("q quits")));
    assert!(update::click(&mut app, update::Click::Entry(2)).is_empty());
    assert!(said(&app).is_some_and(|it| it.contains("double click")));
    update::double_click(&mut app, update::Click::Entry(2));
    assert_eq!((app.screen, app.start.is_none()), (Screen::Map, true));
}

#[test]
fn the_tour_is_done_by_doing() {
    let mut app = beginning();
    press(&mut app, "Down Enter");
    assert_eq!(step(&app), Some(Step::Go));
    press(&mut app, "j k");
    assert_eq!(step(&app), Some(Step::Go));
    press(&mut app, "Right");
    assert_eq!(step(&app), Some(Step::Add));
    press(&mut app, "o \"Sip\" Enter");
    assert_eq!(step(&app), Some(Step::Add));
    press(&mut app, "Enter");
    assert_eq!(step(&app), Some(Step::Rate));
    press(&mut app, "e 4");
    assert_eq!(step(&app), Some(Step::Rate));
    press(&mut app, "x 2");
    assert_eq!(step(&app), Some(Step::Mark));
    press(&mut app, "m \"Hot or not\" Enter");
    assert_eq!(step(&app), Some(Step::Board));
    press(&mut app, "g t");
    assert_eq!((app.tour.is_some(), step(&app)), (true, None));
    press(&mut app, "g m Esc");
    assert!(app.tour.is_none());
    assert_eq!(app.journey().stages[0].touchpoints.len(), 3);
}

#[test]
fn the_tour_names_the_keys_as_they_are_set() {
    let mut app = beginning();
    press(&mut app, "Down Enter Right");
    let add = command::named("quick-add").expect("a command");
    app.keymap.set(add, vec!["F7".to_owned()]);
    let (title, text) = app.tour_words().expect("a tour");
    assert!(
        title.contains("2 of 5") && text.contains("Press F7"),
        "{text}"
    );
}

#[test]
fn a_journey_without_stages_has_no_tour() {
    let mut app = nothing();
    app.begin_tour(empty_journey(Lang::En));
    assert!(app.tour.is_none());
}

#[test]
fn a_name_made_of_the_title_is_proposed_and_gives_way_to_typing() {
    for (keys, file) in [
        ("C-s Enter", "coffee.ron"),
        ("C-s \"tea\" Enter", "tea.ron"),
    ] {
        let mut app = beginning();
        press(&mut app, "Down Down Down Enter");
        let effects = press(&mut app, keys);
        let Some(Effect::Save { path, .. }) = effects.last() else {
            panic!("not saved");
        };
        assert_eq!(path.as_deref(), Some(std::path::Path::new(file)));
    }
}
