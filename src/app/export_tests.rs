//! The journey given out by keys: what is shown before it is written, and what becomes of it.

use super::effect::{Effect, Unwritten};
use super::tests::{app, open, press};
use super::*;
use std::path::Path;

fn shown(app: &App) -> (&str, &[String]) {
    match app.dialogs.last() {
        Some(Dialog::Confirm(dialog)) => (&dialog.title, &dialog.lines),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_would_be_written_is_shown_first() {
    let mut app = app();
    press(&mut app, ": \"export out/coffee.mmd\" Enter");
    let (title, lines) = shown(&app);
    assert_eq!(title, "Write out/coffee.mmd?");
    assert_eq!(lines[0], "1 KB");
    assert!(
        lines.iter().any(|it| it.starts_with("Mermaid takes title")),
        "{lines:?}"
    );
    let effects = press(&mut app, "w");
    let [
        Effect::GiveOut {
            path,
            bytes,
            replaces: false,
        },
    ] = effects.as_slice()
    else {
        panic!("{effects:?}")
    };
    assert_eq!(path, Path::new("out/coffee.mmd"));
    assert!(
        bytes.starts_with(b"journey\n"),
        "{}",
        String::from_utf8_lossy(bytes)
    );
    update::given_out(&mut app, Path::new("out/coffee.mmd"), Ok(()));
    let said = app.message.as_ref().map(|it| it.text.as_str());
    assert_eq!(said, Some("Written: out/coffee.mmd"));
}

#[test]
fn a_name_beside_the_journey_is_proposed_and_its_ending_has_to_be_one() {
    let mut app = app();
    press(&mut app, "g X");
    let Some(Dialog::Field(dialog)) = app.dialogs.last() else {
        panic!()
    };
    assert_eq!(dialog.field.value(), "coffee.html");
    press(&mut app, "C-a \"coffee.doc\" Enter");
    let Some(Dialog::Field(dialog)) = app.dialogs.last() else {
        panic!()
    };
    assert!(
        dialog
            .error
            .as_ref()
            .is_some_and(|it| it.contains("curve.svg"))
    );
    press(&mut app, "C-a \"coffee.svg\" Enter");
    assert_eq!(shown(&app).0, "Write coffee.svg?");
    let effects = press(&mut app, "Esc");
    assert!(effects.is_empty() && app.dialogs.is_empty());
    for name in ["svg", ".svg", "coffee"] {
        press(&mut app, &format!(": \"export {name}\" Enter"));
        assert!(app.was_refused(), "{name}");
    }
}

#[test]
fn what_is_not_saved_is_in_it_and_said() {
    let mut app = app();
    press(&mut app, "+ : \"export c.json\" Enter");
    let is_said = shown(&app).1.iter().any(|it| it.contains("not saved"));
    assert!(is_said);
}

#[test]
fn a_file_that_is_there_is_replaced_only_when_asked() {
    let mut app = app();
    press(&mut app, ": \"export c.json\" Enter w");
    let there = Unwritten {
        why: String::new(),
        is_there: true,
    };
    update::given_out(&mut app, Path::new("c.json"), Err(there));
    assert_eq!(shown(&app).0, "c.json is there already. Replace it?");
    let effects = press(&mut app, "w");
    assert!(matches!(
        effects.as_slice(),
        [Effect::GiveOut { replaces: true, .. }]
    ));
    let full = Unwritten {
        why: "the disk is full".to_owned(),
        is_there: false,
    };
    update::given_out(&mut app, Path::new("c.json"), Err(full));
    assert!(app.was_refused() && app.dialogs.is_empty());
}

#[test]
fn only_journeys_that_can_be_read_are_given_out() {
    for text in ["Journey(title: ", "Company(schema: 1, name: \"Inn\")"] {
        let mut app = open(text);
        press(&mut app, ": \"export c.json\" Enter");
        assert!(app.was_refused() && app.dialogs.is_empty(), "{text}");
    }
}
