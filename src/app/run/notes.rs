//! Commands of the list of notes.

use super::dialogs;
use crate::app::App;
use crate::app::edits::Asked;
use crate::app::effect::Effect;
use crate::document::edit::Edit;
use crate::i18n as w;
use crate::journey::model::NoteKind;
use crate::journey::place::{ElementKey, Place};
use crate::text::TextField;

/// Asks for the text of a note.
pub fn ask(app: &mut App, about: ElementKey, kind: Option<NoteKind>) {
    let title = w::note_title(app.lang).to_owned();
    let hint = w::note_hint(app.lang).to_owned();
    let asked = Asked::Note { about, kind };
    dialogs::ask(app, title, hint, TextField::multi_line(""), asked);
}

/// Asks for another note like the one under the cursor; without one, first for what it is about.
pub fn add(app: &mut App) -> Vec<Effect> {
    let here = app.note_here();
    let kind = here.and_then(|note| note.kind);
    match about(app) {
        Some(about) => ask(app, about, kind),
        None => ask_about(app),
    }
    Vec::new()
}

fn ask_about(app: &mut App) {
    let choices = app.elements_of(None);
    if choices.is_empty() {
        return app.refuse(w::nothing_to_pick(app.lang, w::field_about(app.lang)));
    }
    let title = w::notes_about(app.lang).to_owned();
    dialogs::ask_one(app, title, choices, Asked::NoteAbout);
}

/// What the note under the cursor is about.
fn about(app: &App) -> Option<ElementKey> {
    app.shared_element(app.note_here()?.at.as_deref()?)
}

/// Says that a note is done, or that it is open again.
pub fn tick(app: &mut App) -> Vec<Effect> {
    let done = app.note_here().map(|note| note.done);
    if let Some((note, done)) = app.here().zip(done) {
        app.edit(&Edit::value(Place::of(note).field("done"), !done));
    }
    Vec::new()
}

/// Goes to what the note is about.
pub fn show_about(app: &mut App) -> Vec<Effect> {
    match (about(app), app.note_here().is_some()) {
        (Some(about), _) => app.reveal(&Place::of(about)),
        (None, true) => app.refuse(w::note_about_nothing(app.lang)),
        (None, false) => {}
    }
    Vec::new()
}
