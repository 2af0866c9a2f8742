//! Whose curves and which way through the journey the map shows.

use crate::app::App;
use crate::app::dialog::{Dialog, PickDialog};
use crate::app::edits::Asked;
use crate::app::effect::Effect;
use crate::app::map::PathChoice;
use crate::app::options::Choice;
use crate::i18n as w;
use crate::journey::fields::Kind;
use crate::text::TextField;

/// The value of the choice of all touchpoints; ids cannot be so.
const ALL: &str = "*";

/// The value of the choice of the main line; ids cannot be so.
const MAIN: &str = "";

/// Asks for the personas whose curves are shown.
pub fn personas(app: &mut App) -> Vec<Effect> {
    let chosen = app.map.lens.personas.clone();
    let mut choices = by_id(app, Kind::Persona);
    if choices.is_empty() {
        app.refuse(w::no_persona(app.lang));
        return Vec::new();
    }
    for choice in &mut choices {
        choice.chosen = choice.value.as_ref().is_some_and(|id| chosen.contains(id));
    }
    ask(
        app,
        w::which_personas(app.lang),
        choices,
        true,
        Asked::Personas,
    );
    Vec::new()
}

/// Shows the curves of the personas that were marked.
pub fn set_personas(app: &mut App, dialog: &PickDialog) -> Vec<Effect> {
    app.dialogs.pop();
    let chosen = dialog.choices.iter().filter(|choice| choice.chosen);
    app.map.lens.personas = chosen.filter_map(|choice| choice.value.clone()).collect();
    Vec::new()
}

/// Asks for the way that is shown.
pub fn path(app: &mut App) -> Vec<Effect> {
    let paths = by_id(app, Kind::Path);
    if paths.is_empty() {
        app.refuse(w::no_path(app.lang));
        return Vec::new();
    }
    let all = Choice::plain(w::path_all(app.lang), ALL);
    let main = Choice::plain(w::path_main(app.lang), MAIN);
    let mut choices = [vec![all, main], paths].concat();
    let now = match &app.map.lens.path {
        PathChoice::All => ALL,
        PathChoice::Main => MAIN,
        PathChoice::Of(id) => id,
    };
    for choice in &mut choices {
        choice.chosen = choice.value.as_deref() == Some(now);
    }
    ask(app, w::which_path(app.lang), choices, false, Asked::Path);
    Vec::new()
}

/// Shows the way that was picked, with the cursor where it was if that stands there.
pub fn set_path(app: &mut App, dialog: &PickDialog) -> Vec<Effect> {
    app.dialogs.pop();
    let picked = dialog
        .current()
        .and_then(|at| dialog.choices[at].value.clone());
    let way = match picked.as_deref() {
        None => return Vec::new(),
        Some(ALL) => PathChoice::All,
        Some(MAIN) => PathChoice::Main,
        Some(id) => PathChoice::Of(id.to_owned()),
    };
    app.filter_by(|app| app.map.lens.path = way);
    Vec::new()
}

/// The elements of a kind by name, with their plain ids.
pub fn by_id(app: &App, kind: Kind) -> Vec<Choice> {
    let elements = app.elements_of(Some(kind)).into_iter();
    let plain = |choice: Choice| {
        let id = choice.value?;
        Some(Choice::plain(choice.label, id.trim_matches('"')))
    };
    elements.filter_map(plain).collect()
}

/// Asks to pick.
pub fn ask(app: &mut App, title: &str, choices: Vec<Choice>, several: bool, asked: Asked) {
    let cursor = choices.iter().position(|it| it.chosen).unwrap_or(0);
    app.dialogs.push(Dialog::Pick(PickDialog {
        title: title.to_owned(),
        choices,
        filter: TextField::single_line(""),
        cursor,
        several,
        asked,
    }));
}
