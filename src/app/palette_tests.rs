//! Scripted keys in the palette and in the menu of next keys.

use super::tests::{SMALL, after, press};
use super::*;

/// What the list on top shows, from top to bottom.
fn shown(app: &App) -> Vec<&str> {
    let Some(Dialog::Pick(dialog)) = app.dialogs.last() else {
        panic!("no list: {:?}", app.dialogs)
    };
    let labels = dialog.shown().into_iter();
    labels.map(|at| dialog.choices[at].label.as_str()).collect()
}

#[test]
fn every_command_that_can_be_given_here_is_in_it_with_its_keys() {
    for (keys, there, not_there) in [
        ("", "add a stage", "move to another stage"),
        ("g o", "move to another stage", "add a stage"),
        ("g i", "one more", "add a stage"),
        ("C-e Tab Tab", "move to another stage", "next hit"),
    ] {
        let (app, _) = after(&format!("{keys} :"));
        assert!(shown(&app).contains(&there), "{keys}: {there}");
        assert!(!shown(&app).contains(&not_there), "{keys}: {not_there}");
    }
    let (app, _) = after("C-p \"undo\"");
    let Some(Dialog::Pick(dialog)) = app.dialogs.last() else {
        panic!()
    };
    let undo = &dialog.choices[dialog.current().unwrap()];
    assert_eq!((undo.label.as_str(), undo.aside.as_str()), ("undo", "u"));
}

#[test]
fn what_is_typed_finds_commands_by_their_words_and_by_their_names() {
    let (mut app, text) = after(": \"expectation 4\" Enter");
    assert!(text.contains("expectation: 4,"), "{text}");
    app.lang = Lang::De;
    press(&mut app, ": \"verantw\" Esc : \"Erwartung 2\" Enter");
    assert!(app.document.parsed.tree.text().contains("expectation: 2,"));
    press(&mut app, ": \"go-outline\" Enter");
    assert_eq!(app.screen, Screen::Outline);
    press(&mut app, ": \"zuruckgangig\"");
    assert_eq!(shown(&app), Vec::<&str>::new());
    press(&mut app, "Esc : \"ruckgangig\" Enter");
    assert!(app.document.parsed.tree.text().contains("expectation: 4,"));
}

#[test]
fn elements_are_gone_to_by_name() {
    let (mut app, _) = after("g o : \"tlk till\" Enter");
    assert_eq!(app.screen, Screen::Map);
    assert_eq!(app.touchpoint().map(|it| it.id.as_str()), Some("till-talk"));
    press(&mut app, ": \"stage drink\" Enter");
    assert_eq!(app.here().map(|it| it.id).as_deref(), Some("drink"));
    press(&mut app, ": \"department bar\" Enter");
    assert_eq!(app.screen, Screen::Inspector);
    let at = app.page().0.element.as_ref().map(|it| it.id.as_str());
    assert_eq!(at, Some("bar"));
}

#[test]
fn words_of_the_command_line_are_typed_as_in_vi() {
    let mut app = after("+").0;
    let save = |path: Option<&str>, then: &[effect::Effect], app: &App| {
        let (bytes, state) = (app.document.bytes(), app.document.state());
        let path = path.map(PathBuf::from);
        vec![effect::Effect::Save {
            path,
            bytes,
            state,
            then: then.to_vec(),
        }]
    };
    const NOTHING: &[effect::Effect] = &[];
    const QUIT: &[effect::Effect] = &[effect::Effect::Quit];
    for (typed, path, then) in [
        ("w", None, NOTHING),
        ("write", None, NOTHING),
        ("w a b.ron", Some("a b.ron"), NOTHING),
        ("write  new.ron ", Some("new.ron"), NOTHING),
        ("wq", None, QUIT),
    ] {
        let effects = press(&mut app, &format!(": \"{typed}\" Enter"));
        assert_eq!(effects, save(path, then, &app), "{typed}");
        assert!(app.dialogs.is_empty(), "{typed}");
    }
    press(&mut app, ": \"q\" Enter");
    assert!(matches!(app.dialogs.last(), Some(Dialog::Confirm(_))));
    let mut saved = after("").0;
    assert_eq!(
        press(&mut saved, ": \"quit\" Enter"),
        [effect::Effect::Quit]
    );
}

#[test]
fn commands_on_a_journey_are_not_offered_where_there_is_none() {
    let mut app = after("").0;
    assert!(app.edit(&Edit::Whole("Journey(".to_owned())));
    press(&mut app, ":");
    assert!(!shown(&app).contains(&"add a stage") && shown(&app).contains(&"save"));
    press(&mut app, "Esc : \"undo\" Enter");
    assert_eq!(app.document.parsed.tree.text(), SMALL);
}

#[test]
fn the_menu_runs_what_is_pressed_and_goes_back_step_by_step() {
    let mut app = after("Space").0;
    assert!(app.menu);
    press(&mut app, "g");
    assert!(!app.menu && app.pending.len() == 1);
    press(&mut app, "Backspace");
    assert!(app.menu && app.pending.is_empty());
    press(&mut app, "g o");
    assert_eq!(app.screen, Screen::Outline);
    assert!(!app.menu && app.pending.is_empty());
}

#[test]
fn esc_closes_the_menu_and_does_nothing_else() {
    for keys in ["Space Esc", "Space g Esc", "g Esc"] {
        let (app, _) = after(&format!("g o v {keys}"));
        assert!(!app.menu && app.pending.is_empty(), "{keys}");
        assert_eq!((app.screen, app.lists.marked.len()), (Screen::Outline, 1));
    }
}
