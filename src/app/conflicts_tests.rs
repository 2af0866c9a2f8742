//! Conflicts decided with keys: what the text says afterwards, and what undo takes back.

use super::conflicts::{Answered, Resolution, Sides, Texts};
use super::tests::{SMALL, open, press};
use super::update::{self, Met};
use super::*;
use crate::compare::Side;

/// The emotion and the name of one touchpoint in conflict, and a stage that one side removed.
fn deciding(of_git: bool) -> App {
    let ours = SMALL
        .replace("emotion: 0", "emotion: -1")
        .replace("\"Queue\"", "\"Line\"")
        .replace("        Stage(\n            id: \"drink\",\n            name: \"Drink\",\n        ), // ^drink\n", "");
    let theirs = SMALL
        .replace("emotion: 0", "emotion: 2")
        .replace("\"Queue\"", "\"Waiting\"")
        .replace("\"Drink\"", "\"Drink up\"");
    let texts = Texts {
        base: SMALL.to_owned(),
        ours: ours.clone(),
        theirs,
    };
    let sides = Sides {
        title: "Merge".to_owned(),
        ours: "main".to_owned(),
        theirs: "desk".to_owned(),
        of_git,
    };
    let mut app = open(&ours);
    let (text, resolution) =
        Resolution::of(&texts, sides, app.document.context()).expect("a merge");
    update::begin(&mut app, text, resolution);
    app
}

fn answers(app: &App) -> Vec<Answered> {
    let resolution = app.resolution.as_ref().expect("a resolution");
    let all = 0..resolution.conflicts.len();
    all.map(|at| resolution.answered(at, &app.document.parsed))
        .collect()
}

fn text(app: &App) -> String {
    app.document.parsed.tree.text().to_owned()
}

#[test]
fn each_conflict_is_answered_with_a_key_and_the_cursor_goes_on() {
    use Answered::{Open, Side as Took};
    let mut app = deciding(false);
    assert_eq!(app.screen, Screen::Conflicts);
    assert_eq!(answers(&app), [Open, Open, Open]);
    assert_eq!(app.conflict_title(0), "Touchpoint “Line” › Name");
    assert_eq!(
        app.conflict_in_words(0),
        ["Queue", "Line", "Waiting"].map(|it| Some(it.to_owned()))
    );
    press(&mut app, "t");
    assert_eq!(answers(&app), [Took(Side::Theirs), Open, Open]);
    assert!(text(&app).contains("name: \"Waiting\""));
    press(&mut app, "o");
    assert_eq!(answers(&app), [Took(Side::Theirs), Took(Side::Ours), Open]);
    assert!(text(&app).contains("emotion: -1"));
    assert!(
        text(&app).contains("\"Drink up\""),
        "nothing is lost before it is decided"
    );
    press(&mut app, "o");
    assert_eq!(
        answers(&app),
        [Took(Side::Theirs), Took(Side::Ours), Took(Side::Ours)]
    );
    assert!(!text(&app).contains("Drink up"));
    let message = app.message.as_ref().expect("a message");
    assert!(
        message.text.starts_with("All conflicts are answered"),
        "{}",
        message.text
    );
}

#[test]
fn undo_takes_an_answer_back_and_redo_gives_it_again() {
    let mut app = deciding(false);
    press(&mut app, "t");
    press(&mut app, "u");
    assert_eq!(answers(&app)[0], Answered::Open);
    assert!(text(&app).contains("\"Line\""));
    press(&mut app, "C-r");
    assert_eq!(answers(&app)[0], Answered::Side(Side::Theirs));
}

#[test]
fn both_and_own_words_are_for_texts_and_values() {
    let mut app = deciding(false);
    press(&mut app, "b");
    assert_eq!(answers(&app)[0], Answered::Own);
    assert!(text(&app).contains("\"Line / Waiting\""));
    press(&mut app, "b");
    let message = app.message.clone().expect("a message");
    assert!(
        message.text.starts_with("Only one of the two"),
        "{}",
        message.text
    );
    press(&mut app, "Home e");
    press(&mut app, "C-u \"In line\" Enter");
    assert_eq!(answers(&app)[0], Answered::Own);
    assert!(text(&app).contains("\"In line\""), "{}", text(&app));
    press(&mut app, "n x");
    assert_eq!(answers(&app)[1], Answered::AsItStands);
}

#[test]
fn saving_asks_while_conflicts_are_open_and_offers_to_stage_when_none_is() {
    let mut app = deciding(true);
    assert!(press(&mut app, "C-s").is_empty());
    assert!(matches!(
        app.dialogs.last(),
        Some(dialog::Dialog::Confirm(_))
    ));
    let effects = press(&mut app, "s");
    assert!(
        matches!(&effects[..], [effect::Effect::Save { .. }]),
        "{effects:?}"
    );
    press(&mut app, "o o o");
    let effects = press(&mut app, "C-s");
    let [effect::Effect::Save { state, .. }] = &effects[..] else {
        panic!("{effects:?}")
    };
    let path = Ok("coffee.ron".into());
    let then = vec![effect::Effect::Quit];
    let effects = update::saved(&mut app, path, None, *state, then);
    assert!(effects.is_empty(), "git is asked about first: {effects:?}");
    assert!(app.resolution.is_none());
    let effects = press(&mut app, "s");
    assert_eq!(effects, [effect::Effect::Stage, effect::Effect::Quit]);
}

#[test]
fn what_others_wrote_meanwhile_is_merged_in_and_missed_when_it_is_undone() {
    let mut app = open(SMALL);
    press(&mut app, "+");
    let theirs = SMALL.replace("\"Drink\"", "\"Drink up\"");
    let met = update::meet(&mut app, SMALL.as_bytes(), theirs.as_bytes());
    assert_eq!(met, Ok(Met::Merged));
    assert!(text(&app).contains("Drink up") && text(&app).contains("emotion: 1"));
    assert!(matches!(
        &press(&mut app, "C-s")[..],
        [effect::Effect::Save { .. }]
    ));
    let mut app = open(SMALL);
    press(&mut app, "+");
    update::meet(&mut app, SMALL.as_bytes(), theirs.as_bytes()).expect("a merge");
    press(&mut app, "u");
    assert!(press(&mut app, "C-s").is_empty(), "it is asked first");
    assert!(matches!(
        &press(&mut app, "s")[..],
        [effect::Effect::Save { .. }]
    ));
}

#[test]
fn the_same_place_changed_meanwhile_is_to_be_decided() {
    let mut app = open(SMALL);
    press(&mut app, "+");
    let theirs = SMALL.replace("emotion: 0", "emotion: -2");
    let met = update::meet(&mut app, SMALL.as_bytes(), theirs.as_bytes());
    assert_eq!(met, Ok(Met::Conflicts));
    assert_eq!(app.screen, Screen::Conflicts);
    press(&mut app, "t");
    assert_eq!(text(&app), theirs);
    let unreadable = update::meet(&mut app, SMALL.as_bytes(), b"Journey(");
    assert!(unreadable.is_err());
    assert_eq!(text(&app), theirs);
}
