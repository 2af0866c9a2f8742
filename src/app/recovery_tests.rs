//! Recovering: what is asked, and what the text says afterwards.

use super::effect::Effect;
use super::recovery::Unsaved;
use super::tests::{SMALL, open, press};
use super::update;
use super::*;
use crate::i18n;

fn unsaved(text: &str) -> Unsaved {
    Unsaved {
        base: SMALL.as_bytes().to_vec(),
        text: text.to_owned(),
        when: "2026-11-22 09:41".to_owned(),
    }
}

fn text(app: &App) -> String {
    String::from_utf8(app.document.bytes()).expect("a text")
}

#[test]
fn it_asks_and_says_what_would_change() {
    let mut app = open(SMALL);
    app.offer_unsaved(&unsaved(&SMALL.replace("\"Queue\"", "\"Line\"")));
    let Some(Dialog::Confirm(dialog)) = app.dialogs.last() else {
        panic!("no question");
    };
    assert!(dialog.lines[0].contains("2026-11-22 09:41"));
    let last = dialog.lines.last().expect("a change");
    assert!(last.contains("Queue") && last.contains("Line"), "{last}");
    assert_eq!(press(&mut app, "r"), [Effect::Recover]);
    app.offer_unsaved(&unsaved("garbage ["));
    assert_eq!(press(&mut app, "a"), [Effect::LeaveUnsaved]);
    app.offer_unsaved(&unsaved(SMALL));
    assert_eq!(press(&mut app, "d"), [Effect::DiscardUnsaved]);
}

#[test]
fn on_the_file_as_it_was_the_text_comes_back_as_one_step() {
    let mut app = open(SMALL);
    let wanted = SMALL.replace("emotion: 0", "emotion: -2");
    assert!(update::recovered(&mut app, &unsaved(&wanted)));
    assert_eq!((text(&app), app.document.is_dirty()), (wanted, true));
    press(&mut app, "u");
    assert_eq!(text(&app), SMALL);
}

#[test]
fn on_a_file_that_others_changed_it_is_merged() {
    let mut app = open(&SMALL.replace("\"Queue\"", "\"Line\""));
    let mine = SMALL.replace("emotion: 0", "emotion: -2");
    assert!(update::recovered(&mut app, &unsaved(&mine)));
    let text = text(&app);
    assert!(text.contains("\"Line\"") && text.contains("emotion: -2"));
    assert!(app.resolution.is_none());
}

#[test]
fn what_both_changed_is_decided_by_a_person() {
    let mut app = open(&SMALL.replace("emotion: 0", "emotion: 1"));
    let mine = SMALL.replace("emotion: 0", "emotion: -2");
    assert!(update::recovered(&mut app, &unsaved(&mine)));
    assert_eq!(
        (app.screen, app.resolution.is_some()),
        (Screen::Conflicts, true)
    );
}

#[test]
fn what_cannot_be_merged_comes_back_whole() {
    let mut app = open(&SMALL.replace("\"Queue\"", "\"Line\""));
    assert!(update::recovered(&mut app, &unsaved("half a [ thing")));
    assert_eq!(text(&app), "half a [ thing");
    press(&mut app, "u");
    assert!(text(&app).contains("\"Line\""));
}

#[test]
fn what_is_in_the_file_already_is_said_so() {
    let mine = SMALL.replace("emotion: 0", "emotion: -2");
    let mut app = open(&mine);
    app.refuse("Not saved: answer the question first.");
    assert!(update::recovered(&mut app, &unsaved(&mine)));
    let said = app.message.take().map(|it| it.text);
    assert_eq!(said.as_deref(), Some(i18n::recovery_nothing(app.lang)));
    assert!(!app.document.is_dirty());
}
