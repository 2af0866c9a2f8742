//! Scripted keys in the search.

use super::map::{Lane, Row};
use super::tests::{SMALL, after, press};
use super::*;
use crate::document::edit::Slot;

fn status(app: &App) -> Option<(usize, usize, String)> {
    let search = app.search.as_ref()?;
    let place = app.place_in_words(search.hits.get(search.at)?);
    Some((search.at + 1, search.hits.len(), place))
}

fn at(app: &App) -> String {
    let (at, count, place) = status(app).expect("a hit");
    format!("{at}/{count} {place}")
}

#[test]
fn it_goes_to_the_next_hit_and_around() {
    let (mut app, _) = after("/ \"TILL\" Enter");
    assert_eq!(at(&app), "2/2 Touchpoint “Talk at the till” › Name");
    assert_eq!(app.touchpoint().map(|it| it.id.as_str()), Some("till-talk"));
    press(&mut app, "n");
    assert_eq!(at(&app), "1/2 Department “Till” › Name");
    assert_eq!(app.screen, Screen::Inspector);
    press(&mut app, "N");
    assert_eq!(at(&app), "2/2 Touchpoint “Talk at the till” › Name");
    assert_eq!(app.screen, Screen::Map);
}

#[test]
fn n_writes_a_note_once_the_search_has_ended() {
    let (mut app, _) = after("/ \"till\" Enter n");
    assert!(app.dialogs.is_empty());
    press(&mut app, "Esc");
    assert!(app.search.is_none());
    press(&mut app, "g m n");
    assert!(matches!(app.dialogs.last(), Some(Dialog::Field(_))));
}

#[test]
fn what_is_nowhere_is_said_in_the_dialog_and_starts_no_search() {
    for typed in ["nowhere", "queue-", "order\" \"x"] {
        let (app, _) = after(&format!("/ \"{typed}\" Enter"));
        let Some(Dialog::Field(dialog)) = app.dialogs.last() else {
            panic!("{typed}")
        };
        assert!(dialog.error.is_some() && app.search.is_none(), "{typed}");
    }
}

#[test]
fn plain_letters_find_those_with_accents_and_not_the_other_way_round() {
    let (mut app, _) = after("");
    app.map.row = Row::Lane(Lane::Quotes);
    press(&mut app, "a \"Ein grosses MENÜ\" Enter");
    press(&mut app, "/ \"menu\" Enter");
    let found = "1/1 Touchpoint “Queue” › Quotes › Ein grosses MENÜ";
    assert_eq!(at(&app), found);
    assert_eq!(app.map.row, Row::Lane(Lane::Quotes));
    press(&mut app, "Esc / \"menü\" Enter");
    assert_eq!(at(&app), found);
    press(&mut app, "Esc / \"Quéue\" Enter");
    assert!(app.search.is_none());
}

#[test]
fn ids_are_not_found_but_owners_that_are_people_are() {
    let (app, _) = after("/ \"bar\" Enter");
    assert_eq!(at(&app), "1/1 Department “Bar” › Name");
    let list = Place::root().field("improvements");
    let item = "Improvement(id: \"more\", title: \"More\", status: Plan, owner: \"OWNER\")";
    for (owner, found) in [("bar", 1), ("Ana Bar", 2)] {
        let mut app = after("").0;
        let item = item.replace("OWNER", owner);
        assert!(app.edit(&edits::insertion(list.clone(), Slot::Last, item)));
        press(&mut app, "/ \"bar\" Enter");
        assert_eq!(status(&app).map(|(_, count, _)| count), Some(found));
    }
}

#[test]
fn hits_follow_edits_and_undo() {
    let (mut app, _) = after("/ \"till\" Enter a \"Till again\" Enter");
    assert_eq!(status(&app).map(|(_, count, _)| count), Some(3));
    press(&mut app, "n");
    assert_eq!(at(&app), "3/3 Touchpoint “Till again” › Name");
    press(&mut app, "u");
    assert_eq!(app.document.parsed.tree.text(), SMALL);
    assert_eq!(status(&app).map(|(at, count, _)| (at, count)), Some((2, 2)));
    let whole = Edit::Whole(SMALL.replace("till", "desk").replace("Till", "Desk"));
    assert!(app.edit(&whole));
    press(&mut app, "n");
    assert_eq!(app.message.as_ref().map(|it| it.tone), Some(Tone::Refused));
}

#[test]
fn it_moves_while_the_text_is_typed_and_esc_leads_back() {
    let (mut app, _) = after("Down Right");
    let before = (app.cursor(), app.map.clone());
    press(&mut app, "/ t i");
    assert_eq!(at(&app), "2/2 Touchpoint “Talk at the till” › Name");
    press(&mut app, "x");
    assert_eq!((app.cursor(), app.map.clone()), before);
    press(&mut app, "Backspace");
    assert_eq!(app.touchpoint().map(|it| it.id.as_str()), Some("till-talk"));
    press(&mut app, "Esc");
    assert_eq!((app.cursor(), app.map.clone()), before);
    assert!(app.search.is_none());
}

#[test]
fn esc_gives_back_the_search_that_was_on() {
    let (mut app, _) = after("/ \"till\" Enter / \"bar\"");
    assert_eq!(at(&app), "1/1 Department “Bar” › Name");
    press(&mut app, "Esc");
    assert_eq!(at(&app), "2/2 Touchpoint “Talk at the till” › Name");
}
