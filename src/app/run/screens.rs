//! Commands that hold on every screen.

use crate::app::dialog::{Answer, ConfirmDialog, Dialog, Does, FieldDialog, PickDialog};
use crate::app::edits::Asked;
use crate::app::effect::Effect;
use crate::app::look::Look;
use crate::app::options::Choice;
use crate::app::{App, Screen};
use crate::i18n as w;
use crate::journey::place::Place;
use crate::text::TextField;

/// Shows the map.
pub fn map(app: &mut App) -> Vec<Effect> {
    show(app, Screen::Map)
}

/// Shows a screen.
pub fn show(app: &mut App, screen: Screen) -> Vec<Effect> {
    app.show(screen);
    Vec::new()
}

/// Shows the inspector, on what is under the cursor.
pub fn inspector(app: &mut App) -> Vec<Effect> {
    show(app, Screen::Inspector)
}

/// Shows the fields of the journey itself.
pub fn journey(app: &mut App) -> Vec<Effect> {
    app.screen = Screen::Inspector;
    app.inspector.pages = vec![(Place::root(), 0)];
    Vec::new()
}

/// Shows the next screen.
pub fn next(app: &mut App) -> Vec<Effect> {
    go_through(app, 1)
}

/// Shows the screen before.
pub fn before(app: &mut App) -> Vec<Effect> {
    go_through(app, Screen::ALL.len() - 1)
}

fn go_through(app: &mut App, by: usize) -> Vec<Effect> {
    let all = Screen::ALL;
    let at = all.iter().position(|it| *it == app.screen).unwrap_or(0);
    show(app, all[(at + by) % all.len()])
}

/// Undoes the newest step.
pub fn undo(app: &mut App) -> Vec<Effect> {
    match app.document.undo() {
        Some(cursor) => {
            app.go(&cursor);
            app.done(w::undone(app.lang));
        }
        None => app.refuse(w::nothing_to_undo(app.lang)),
    }
    Vec::new()
}

/// Takes the step again that was undone last.
pub fn redo(app: &mut App) -> Vec<Effect> {
    match app.document.redo() {
        Some(cursor) => {
            app.go(&cursor);
            app.done(w::redone(app.lang));
        }
        None => app.refuse(w::nothing_to_redo(app.lang)),
    }
    Vec::new()
}

/// Saves; asks for a name where the journey has no file yet.
pub fn save(app: &mut App) -> Vec<Effect> {
    match app.path.is_some() {
        true => vec![writing(app, false)],
        false => save_as(app),
    }
}

/// The effect that writes the document to its file.
pub fn writing(app: &App, then_quit: bool) -> Effect {
    let (bytes, state) = (app.document.bytes(), app.document.state());
    Effect::Save {
        path: None,
        bytes,
        state,
        then_quit,
    }
}

/// Asks for another file to save to.
pub fn save_as(app: &mut App) -> Vec<Effect> {
    let name = app
        .path
        .as_ref()
        .map_or_else(String::new, |path| path.to_string_lossy().into_owned());
    app.dialogs.push(Dialog::Field(FieldDialog {
        title: w::save_as_title(app.lang).to_owned(),
        hint: w::save_as_hint(app.lang).to_owned(),
        field: TextField::single_line(name),
        error: None,
        asked: Asked::SaveAs,
    }));
    Vec::new()
}

/// Opens the text in the user's editor.
pub fn editor(app: &mut App) -> Vec<Effect> {
    let parsed = &app.document.parsed;
    let place = app.page().0.clone();
    let node = parsed.index.locate(&parsed.tree, &place);
    let error = parsed.tree.error().map(|error| error.span.start);
    let offset = error.or(node.map(|node| node.span().start)).unwrap_or(0);
    let line = parsed.tree.position(offset).line;
    vec![Effect::OpenEditor {
        text: app.document.bytes(),
        line,
    }]
}

/// Stops the program until it is continued.
pub fn suspend(_app: &mut App) -> Vec<Effect> {
    vec![Effect::Suspend]
}

/// Asks how the screens are to look.
pub fn look(app: &mut App) -> Vec<Effect> {
    let choice = |look: Look| Choice {
        chosen: look == app.look,
        ..Choice::plain(look.word(app.lang), look.name())
    };
    let choices: Vec<Choice> = Look::ALL.into_iter().map(choice).collect();
    let cursor = choices.iter().position(|it| it.chosen).unwrap_or(0);
    app.dialogs.push(Dialog::Pick(PickDialog {
        title: w::look_title(app.lang).to_owned(),
        choices,
        filter: TextField::single_line(""),
        cursor,
        several: false,
        asked: Asked::Look,
    }));
    Vec::new()
}

/// Shows the keys of this screen.
pub fn help(app: &mut App) -> Vec<Effect> {
    app.dialogs.push(Dialog::Help { scroll: 0 });
    Vec::new()
}

/// Ends the program; asks where something is not saved.
pub fn quit(app: &mut App) -> Vec<Effect> {
    if !app.document.is_dirty() {
        return vec![Effect::Quit];
    }
    let lang = app.lang;
    let answer = |label: &str, key: char, does: Does| Answer {
        key,
        label: label.to_owned(),
        does,
    };
    app.dialogs.push(Dialog::Confirm(ConfirmDialog {
        title: w::quit_title(lang).to_owned(),
        lines: vec![w::quit_text(lang).to_owned()],
        answers: vec![
            answer(
                w::quit_save(lang),
                w::quit_save_key(lang),
                Does::SaveAndQuit,
            ),
            answer(w::quit_discard(lang), w::quit_discard_key(lang), Does::Quit),
            answer(w::cancel(lang), w::cancel_key(lang), Does::Cancel),
        ],
        scroll: 0,
    }));
    Vec::new()
}
