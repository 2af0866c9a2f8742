//! What others do to the file, as looks find it: what is taken over, what is asked, what is said.

use super::effect::Effect;
use super::foreign::{FileState, Found};
use super::tests::{SMALL, open, press};
use super::update::{self, Met};
use super::*;

fn bytes(text: &str) -> Found {
    Found::Bytes(text.as_bytes().to_vec())
}

fn text(app: &App) -> &str {
    app.document.parsed.tree.text()
}

/// Two looks that find the same; `true` where one of them took it.
fn look_at(app: &mut App, found: &Found) -> bool {
    let base = SMALL.as_bytes();
    let mut looks = [false, true]
        .map(|rests| (!rests).then(|| update::looked(app, base, found.clone(), rests)));
    if looks[0] == Some(false) {
        looks[1] = Some(update::looked(app, base, found.clone(), true));
    }
    looks.contains(&Some(true))
}

fn edited() -> App {
    let mut app = open(SMALL);
    press(&mut app, "+");
    assert!(app.document.is_dirty());
    app
}

fn said(app: &App) -> &str {
    app.message.as_ref().map_or("", |it| &it.text)
}

fn question(app: &App) -> &ConfirmDialog {
    match app.dialogs.as_slice() {
        [Dialog::Confirm(question)] => question,
        other => panic!("{other:?}"),
    }
}

fn keys_of(question: &ConfirmDialog) -> String {
    question.answers.iter().map(|it| it.key).collect()
}

#[test]
fn with_nothing_unsaved_the_file_is_read_again_at_once_and_the_cursor_stays_on_its_element() {
    let mut app = open(SMALL);
    press(&mut app, "l l");
    let here = app.here();
    let first = "touchpoints: [\n";
    let new = "                Touchpoint(id: \"door\", name: \"Door\"),\n";
    let theirs = SMALL.replacen(first, &format!("{first}{new}"), 1);
    assert_ne!(theirs, SMALL);
    let column = app.map.column;
    assert!(update::looked(
        &mut app,
        SMALL.as_bytes(),
        bytes(&theirs),
        false
    ));
    assert_eq!(
        (text(&app), app.document.is_dirty()),
        (theirs.as_str(), false)
    );
    assert_eq!((app.here(), app.map.column), (here, column + 1));
    assert!(said(&app).contains("read again"));
}

#[test]
fn the_look_of_the_screens_stays_when_the_file_is_read_again() {
    let theirs = bytes(&SMALL.replace("Coffee", "Tea"));
    for keys in [
        "z f",
        "] z i",
        "g o Down Down",
        "g i Down",
        "g n",
        "g t",
        "g k",
        "g f",
    ] {
        let mut app = open(SMALL);
        press(&mut app, keys);
        let (screen, place) = (app.cursor(), app.here());
        let look = (app.map.zoom, app.map.folded.clone(), app.map.hidden.clone());
        assert!(look_at(&mut app, &theirs), "{keys}");
        assert_eq!((app.cursor(), app.here()), (screen, place), "{keys}");
        let now = (app.map.zoom, app.map.folded.clone(), app.map.hidden.clone());
        assert_eq!(now, look, "{keys}");
    }
}

#[test]
fn a_meeting_goes_on_where_it_stands() {
    let mut app = open(SMALL);
    press(&mut app, "F5 Enter l");
    let (screen, item) = (app.screen, app.here());
    assert!(screen == Screen::Meeting && item.is_some());
    assert!(look_at(&mut app, &bytes(&SMALL.replace("Coffee", "Tea"))));
    assert_eq!((app.screen, app.here()), (screen, item.clone()));
    press(&mut app, "+");
    look_at(&mut app, &bytes(&SMALL.replace("Coffee", "Water")));
    assert_eq!(keys_of(question(&app)), "mkts");
    press(&mut app, "k");
    assert_eq!((app.screen, app.here()), (screen, item));
}

#[test]
fn undo_of_what_was_read_again_is_unsaved_and_saving_it_asks() {
    let mut app = open(SMALL);
    let theirs = SMALL.replace("Coffee", "Tea");
    assert!(look_at(&mut app, &bytes(&theirs)));
    press(&mut app, "u");
    assert_eq!((text(&app), app.document.is_dirty()), (SMALL, true));
    assert_eq!(press(&mut app, "C-s"), []);
    assert!(question(&app).title.contains("would be gone"));
    press(&mut app, "c C-r");
    assert_eq!(
        (text(&app), app.document.is_dirty()),
        (theirs.as_str(), false)
    );
}

#[test]
fn with_something_unsaved_it_asks_and_says_how_a_merge_would_go() {
    let mut app = edited();
    let mine = text(&app).to_owned();
    let theirs = SMALL.replace("Coffee", "Tea");
    assert!(!update::looked(
        &mut app,
        SMALL.as_bytes(),
        bytes(&theirs),
        false
    ));
    assert!(app.dialogs.is_empty(), "somebody may be writing yet");
    assert!(!look_at(&mut app, &bytes(&theirs)));
    let asked = question(&app).clone();
    assert!(asked.lines[0].contains("go together"), "{asked:?}");
    assert!(asked.lines.iter().any(|it| it.contains("Tea")), "{asked:?}");
    assert_eq!(keys_of(&asked), "mkts");
    assert_eq!(press(&mut app, "Enter"), [Effect::MergeFile]);
    let met = update::meet(&mut app, SMALL.as_bytes(), theirs.as_bytes());
    assert_eq!(met, Ok(Met::Merged));
    assert!(text(&app).contains("Tea") && app.document.is_dirty());
    assert_eq!(app.file_state, FileState::AsRead);
    press(&mut app, "u");
    assert_eq!(text(&app), mine);
}

#[test]
fn what_is_kept_for_now_is_marked_and_not_asked_again_until_it_changes_again() {
    let mut app = edited();
    let theirs = SMALL.replace("Coffee", "Tea");
    look_at(&mut app, &bytes(&theirs));
    assert_eq!(press(&mut app, "k"), []);
    assert_eq!(
        app.file_state,
        FileState::Changed(theirs.clone().into_bytes())
    );
    look_at(&mut app, &bytes(&theirs));
    assert!(app.dialogs.is_empty(), "a mere touch");
    look_at(&mut app, &bytes(&SMALL.replace("Coffee", "Water")));
    assert!(!app.dialogs.is_empty());
    press(&mut app, "k u");
    assert!(app.waits_for_clean(), "nothing of one's own is left");
    assert!(look_at(&mut app, &bytes(&theirs)));
    assert_eq!(
        (text(&app), &app.file_state),
        (theirs.as_str(), &FileState::AsRead)
    );
}

#[test]
fn their_version_is_taken_as_one_step_and_the_differences_are_shown_beside_it() {
    let mut app = edited();
    app.path = Some("kaffee.ron".into());
    let mine = text(&app).to_owned();
    let theirs = SMALL.replace("Coffee", "Tea");
    look_at(&mut app, &bytes(&theirs));
    let shown = press(&mut app, "s");
    assert!(
        matches!(shown.as_slice(), [Effect::Compare(..)]),
        "{shown:?}"
    );
    let against = changes::Against::File("kaffee.ron".into());
    let beside = changes::Showing::SideBySide;
    update::compared(&mut app, against, beside, Ok(theirs.clone().into_bytes()));
    let name = app.compared.as_ref().map(|it| it.name.as_str());
    assert_eq!((app.screen, name), (Screen::Compare, Some("on disk")));
    assert_eq!(press(&mut app, "g r"), [Effect::Reload]);
    update::reread_beside(&mut app, SMALL.as_bytes(), theirs.as_bytes());
    assert_eq!(press(&mut app, "t"), [Effect::TakeFile]);
    update::reread(&mut app, Ok(theirs.clone().into_bytes()));
    assert_eq!(
        (text(&app), app.document.is_dirty()),
        (theirs.as_str(), false)
    );
    press(&mut app, "u");
    assert_eq!((text(&app), app.document.is_dirty()), (mine.as_str(), true));
}

#[test]
fn both_wrote_the_same_and_nothing_is_unsaved() {
    let mut app = edited();
    let same = bytes(text(&app));
    assert!(look_at(&mut app, &same));
    assert!(!app.document.is_dirty() && app.dialogs.is_empty());
}

#[test]
fn what_cannot_be_merged_is_not_offered_to_be() {
    let mut app = edited();
    let theirs = SMALL.replace("id: \"till-talk\"", "id: \"queue\"");
    look_at(&mut app, &bytes(&theirs));
    let asked = question(&app);
    assert_eq!(keys_of(asked), "kts", "{asked:?}");
    assert!(asked.lines[0].contains("cannot be merged"));
}

#[test]
fn conflicts_are_counted_beforehand_and_another_change_waits_for_their_answers() {
    let mut app = edited();
    let theirs = SMALL.replace("emotion: 0", "emotion: -2");
    look_at(&mut app, &bytes(&theirs));
    assert!(
        question(&app).lines[0].contains("one place"),
        "{:?}",
        question(&app)
    );
    press(&mut app, "m");
    let met = update::meet(&mut app, SMALL.as_bytes(), theirs.as_bytes());
    assert_eq!((met, app.screen), (Ok(Met::Conflicts), Screen::Conflicts));
    let again = theirs.replace("Coffee", "Tea");
    update::looked(&mut app, theirs.as_bytes(), bytes(&again), true);
    assert!(app.dialogs.is_empty() && said(&app).contains("answer the conflicts"));
    update::reread_beside(&mut app, theirs.as_bytes(), again.as_bytes());
    assert_eq!(keys_of(question(&app)), "kts");
    press(&mut app, "k t");
    update::reread_beside(&mut app, theirs.as_bytes(), again.as_bytes());
    assert_eq!(keys_of(question(&app)), "mkts");
}

#[test]
fn a_file_that_goes_leaves_all_unsaved_and_saving_asks_to_write_it_anew() {
    let mut app = open(SMALL);
    app.path = Some("kaffee.ron".into());
    assert!(!update::looked(
        &mut app,
        SMALL.as_bytes(),
        Found::Gone,
        false
    ));
    assert!(
        !app.document.is_dirty(),
        "a file that is replaced is gone for a moment"
    );
    look_at(&mut app, &Found::Gone);
    assert!(app.document.is_dirty() && said(&app).contains("kaffee.ron is gone"));
    assert_eq!(press(&mut app, "C-s"), []);
    assert!(question(&app).title.contains("not there any more"));
    let effects = press(&mut app, "s");
    assert!(matches!(
        effects.as_slice(),
        [Effect::Save { path: None, .. }]
    ));
    let state = app.document.state();
    update::saved(&mut app, Ok("kaffee.ron".into()), None, state, Vec::new());
    assert_eq!(
        (app.document.is_dirty(), &app.file_state),
        (false, &FileState::AsRead)
    );
}

#[test]
fn a_file_that_comes_back_as_it_was_leaves_nothing_unsaved() {
    let mut app = open(SMALL);
    look_at(&mut app, &Found::Gone);
    look_at(&mut app, &Found::AsRead);
    assert!(!app.document.is_dirty() && said(&app).contains("as it was"));
    let mut app = edited();
    look_at(&mut app, &Found::Gone);
    look_at(&mut app, &bytes(&SMALL.replace("Coffee", "Tea")));
    assert_eq!(keys_of(question(&app)), "mkts");
}

#[test]
fn what_cannot_be_read_leaves_the_journey_on_the_screen() {
    let found = [
        bytes("Journey("),
        bytes(""),
        Found::Bytes(b"Journey(title: \"\xff\")".to_vec()),
        Found::Unreadable("it is a folder".to_owned()),
    ];
    for found in found {
        for mut app in [open(SMALL), edited()] {
            let before = text(&app).to_owned();
            assert!(!update::looked(
                &mut app,
                SMALL.as_bytes(),
                found.clone(),
                false
            ));
            assert_eq!(said(&app), "", "somebody may be writing yet: {found:?}");
            assert!(!look_at(&mut app, &found), "{found:?}");
            assert_eq!(
                (text(&app), app.document.is_dirty()),
                (before.as_str(), true)
            );
            assert_eq!(app.file_state, FileState::Unreadable);
            assert!(said(&app).contains("is kept"), "{found:?}");
        }
    }
}

#[test]
fn a_half_written_file_is_not_taken_as_an_empty_one_and_then_read_whole() {
    let mut app = open(SMALL);
    let theirs = SMALL.replace("Coffee", "Tea");
    for cut in [0, theirs.len() / 2] {
        let half = bytes(&theirs[..cut]);
        assert!(!update::looked(&mut app, SMALL.as_bytes(), half, false));
    }
    assert_eq!((text(&app), said(&app)), (SMALL, ""));
    assert!(update::looked(
        &mut app,
        SMALL.as_bytes(),
        bytes(&theirs),
        false
    ));
    assert_eq!(text(&app), theirs);
}

#[test]
fn a_broken_file_on_the_screen_follows_what_is_typed_into_it_elsewhere() {
    let mut app = open("Journey(");
    let next = "Journey(title: ";
    assert!(!update::looked(&mut app, b"Journey(", bytes(next), false));
    assert!(update::looked(&mut app, b"Journey(", bytes(next), true));
    assert!(update::looked(
        &mut app,
        next.as_bytes(),
        bytes(SMALL),
        false
    ));
    assert!(!app.document.parsed.is_unreadable() && !app.document.is_dirty());
}

#[test]
fn nothing_disturbs_what_a_person_is_at() {
    let mut app = open(SMALL);
    assert!(!app.is_busy());
    for keys in ["o", "o \"Half a wor\"", "Enter", "/", "?", "g"] {
        let mut app = open(SMALL);
        press(&mut app, keys);
        assert!(app.is_busy(), "{keys}");
    }
    press(&mut app, "g o");
    assert!(!app.is_busy());
    app.drag = app.here().map(|element| Drag {
        element,
        over: None,
        moved: false,
    });
    assert!(app.is_busy());
}

#[test]
fn a_file_that_goes_while_it_is_saved_is_asked_about_with_what_was_to_follow() {
    let mut app = edited();
    app.path = Some("kaffee.ron".into());
    update::vanished(&mut app, vec![Effect::Quit]);
    assert!(app.document.is_dirty());
    let effects = press(&mut app, "s");
    let [Effect::Save { then, .. }] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    assert_eq!(then, &[Effect::Quit]);
}
