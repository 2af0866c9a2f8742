//! A save that failed, by its keys.

use super::dialog::Dialog;
use super::effect::{Effect, NotSaved, Remedy};
use super::tests::{SMALL, open, press};
use super::{App, Tone, update};
use crate::i18n::{self, Lang};

const WHY: &str = "Not saved: no space is left.";

fn failed(lang: Lang, remedy: Remedy, then: Vec<Effect>) -> App {
    let mut app = open(SMALL);
    app.lang = lang;
    press(&mut app, "+");
    fail(&mut app, remedy, then);
    app
}

fn fail(app: &mut App, remedy: Remedy, then: Vec<Effect>) {
    let why = WHY.to_owned();
    let refused = Err(NotSaved { why, remedy });
    let state = app.document.state();
    let effects = update::saved(app, refused, None, state, then);
    assert!(effects.is_empty() && app.document.is_dirty());
}

fn proposed() -> Remedy {
    Remedy::Elsewhere(Some("/home/me/map.ron".into()))
}

#[test]
fn one_key_saves_to_the_place_that_is_proposed_and_goes_on_there() {
    for lang in [Lang::En, Lang::De] {
        let mut app = failed(lang, proposed(), vec![Effect::Quit]);
        let Some(Dialog::Confirm(dialog)) = app.dialogs.last() else {
            panic!("{:?}", app.dialogs)
        };
        assert_eq!(dialog.lines[0], WHY);
        assert!(dialog.lines.concat().contains("/home/me/map.ron"));
        let effects = press(&mut app, "s");
        let [
            Effect::Save {
                path,
                bytes,
                state,
                then,
            },
        ] = &effects[..]
        else {
            panic!("{effects:?}")
        };
        assert_eq!(
            (path.clone(), then),
            (Some("/home/me/map.ron".into()), &vec![Effect::Quit])
        );
        assert_eq!(*bytes, app.document.bytes());
        let there = path.clone().expect("a path");
        let then = update::saved(
            &mut app,
            Ok(there.clone()),
            path.clone(),
            *state,
            then.clone(),
        );
        assert_eq!(then, [Effect::Quit]);
        assert!(!app.document.is_dirty() && app.path.as_ref() == Some(&there));
        let said = app.message.as_ref().map(|it| it.text.clone());
        let wanted = i18n::saved_elsewhere(lang, "/home/me/map.ron", "coffee.ron");
        assert_eq!(said, Some(wanted));
    }
}

#[test]
fn another_place_is_asked_for_and_what_was_to_follow_follows() {
    let mut app = failed(Lang::En, Remedy::Elsewhere(None), vec![Effect::Quit]);
    press(&mut app, "o C-a \"b\"");
    let effects = press(&mut app, "Enter");
    let [Effect::Save { path, then, .. }] = &effects[..] else {
        panic!("{effects:?}")
    };
    assert_eq!(
        (path.clone(), &then[..]),
        (Some("b.ron".into()), &[Effect::Quit][..])
    );
}

#[test]
fn it_can_be_tried_again_or_left_unsaved() {
    let mut app = failed(Lang::En, proposed(), vec![Effect::Quit]);
    let effects = press(&mut app, "t");
    assert!(
        matches!(&effects[..], [Effect::Save { path: None, then, .. }] if then[..] == [Effect::Quit])
    );
    fail(&mut app, proposed(), vec![Effect::Quit]);
    assert!(press(&mut app, "l").is_empty());
    assert!(app.dialogs.is_empty() && app.document.is_dirty());
    fail(&mut app, proposed(), vec![]);
    assert!(press(&mut app, "Esc").is_empty());
    assert!(app.dialogs.is_empty() && app.document.is_dirty());
}

#[test]
fn where_no_other_place_helps_it_is_only_said() {
    for remedy in [Remedy::None, Remedy::Merge] {
        let app = failed(Lang::En, remedy, vec![]);
        assert!(app.dialogs.is_empty());
        let said = app.message.map(|it| (it.tone, it.text));
        assert_eq!(said, Some((Tone::Refused, WHY.to_owned())));
    }
}
