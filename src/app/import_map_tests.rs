//! A map in a format of others as a journey, by keys: what is shown before it is written, and what
//! becomes of it.

use super::effect::{Effect, Unwritten};
use super::tests::{app, press};
use super::*;
use std::path::Path;

const MAP: &str = "Stage;Touchpoint;Emotion;Weather\nLook;Web;+1;sunny\nBuy;Till;-2;\n";

fn confirm(app: &App) -> (&str, &[String]) {
    match app.dialogs.last() {
        Some(Dialog::Confirm(dialog)) => (&dialog.title, &dialog.lines),
        other => panic!("{other:?}"),
    }
}

fn asked(app: &App) -> (&str, &str) {
    match app.dialogs.last() {
        Some(Dialog::Field(dialog)) => {
            let error = dialog.error.as_deref().unwrap_or_default();
            (dialog.field.value(), error)
        }
        other => panic!("{other:?}"),
    }
}

/// The program with the preview of a map.
fn shown() -> App {
    let mut app = app();
    let effects = press(&mut app, ": \"import map maps/plan.csv\" Enter");
    let file = Path::new("maps/plan.csv");
    assert_eq!(effects, [Effect::ReadMap(file.to_owned())]);
    update::map_read(&mut app, file, Ok(MAP.to_owned()));
    app
}

#[test]
fn what_would_come_and_what_not_is_shown_before_it_is_written() {
    let mut app = shown();
    let (title, lines) = confirm(&app);
    assert_eq!(title, "Write plan.ron?");
    let expected = "plan\nStages: 2, touchpoints: 2, personas: 0\n  Look\n    +1  Web\n  Buy\n    \
                    −2  Till\n\nNot understood, or not wholly taken over\n  line 1: Weather · no \
                    field for it in a table, left out";
    assert_eq!(lines.join("\n"), expected);
    let effects = press(&mut app, "w");
    let [Effect::WriteMap { path, text }] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    assert_eq!(path, Path::new("plan.ron"));
    let effects = update::map_written(&mut app, path, text.clone(), Ok(()));
    assert_eq!(effects, [Effect::Open(path.clone())]);
}

#[test]
fn another_name_is_asked_for_where_somebody_wants_one_or_the_first_is_taken() {
    let mut app = shown();
    press(&mut app, "u");
    assert_eq!(asked(&app), ("plan.ron", ""));
    let effects = press(&mut app, "C-a \"lamp\" Enter");
    let [Effect::WriteMap { path, text }] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    assert_eq!(path, Path::new("lamp.ron"));
    let taken = Unwritten {
        why: "is there".to_owned(),
        is_there: true,
    };
    update::map_written(&mut app, path, text.clone(), Err(taken));
    assert_eq!(asked(&app), ("lamp.ron", "is there"));
}

#[test]
fn what_is_no_map_is_said_where_the_file_is_asked_for() {
    let mut app = app();
    press(&mut app, ": \"import map\" Enter");
    press(&mut app, "\"no.md\"");
    let effects = press(&mut app, "Enter");
    assert_eq!(effects, [Effect::ReadMap("no.md".into())]);
    update::map_read(&mut app, Path::new("no.md"), Ok("nothing".to_owned()));
    let (file, error) = asked(&app);
    assert_eq!(file, "no.md");
    assert!(error.starts_with("no journey found in no.md: "), "{error}");
    press(&mut app, "Esc");
    update::map_read(&mut app, Path::new("no.md"), Err("not there".to_owned()));
    assert_eq!(asked(&app), ("no.md", "not there"));
}

#[test]
fn what_is_not_saved_is_asked_about_before_the_new_journey_opens() {
    let mut app = shown();
    press(&mut app, "Esc");
    press(&mut app, "+");
    assert!(app.document.is_dirty());
    let effects = update::map_written(&mut app, Path::new("plan.ron"), MAP.to_owned(), Ok(()));
    assert!(effects.is_empty());
    assert_eq!(confirm(&app).0, "Leave this file?");
}
