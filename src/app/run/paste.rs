//! Pasting elements: those copied here, or in another journey. What they refer to and this file
//! lacks can come along.

use super::element::slot_for;
use crate::app::clip::{Clip, Pasting};
use crate::app::dialog::{Answer, ConfirmDialog, Dialog, Does};
use crate::app::effect::Effect;
use crate::app::{App, Screen};
use crate::document::edit::{Edit, Slot};
use crate::i18n as w;
use crate::journey::fields::Field;
use crate::journey::place::Place;

/// Asks for the clipboard, to paste it at the cursor.
pub fn paste(_app: &mut App) -> Vec<Effect> {
    vec![Effect::ReadClipboard]
}

/// Pastes a text from outside where it is an element, else what was copied here.
pub fn from_clipboard(app: &mut App, text: Option<&str>) {
    let clip = text.and_then(Clip::read).or_else(|| app.clip.clone());
    match clip {
        Some(clip) => put(app, &clip),
        None => app.refuse(w::nothing_to_paste(app.lang)),
    }
}

/// Pastes a text that came by itself, where it is an element.
pub fn typed(app: &mut App, text: &str) {
    match Clip::read(text) {
        Some(clip) => put(app, &clip),
        None => app.refuse(w::no_element_to_paste(app.lang)),
    }
}

fn put(app: &mut App, clip: &Clip) {
    let kind = clip.kind.word(app.lang);
    let Some((list, slot)) = target(app, clip) else {
        return app.refuse(w::cannot_paste_here(app.lang, kind));
    };
    match app.pasting(clip, &list, slot) {
        Ok(pasting) if pasting.lacks.is_empty() => insert(app, pasting),
        Ok(pasting) => ask(app, pasting),
        Err(error) => app.refuse(w::plan_error(app.lang, &error)),
    }
}

fn target(app: &App, clip: &Clip) -> Option<(Place, Slot)> {
    if app.screen != Screen::Inspector {
        return slot_for(app, clip.kind);
    }
    let page = app.page().0.clone();
    let fits = app.field_of(&page).and_then(Field::holds) == Some(clip.kind);
    let slot = app.row().map_or(Slot::Last, |row| Slot::After(row.place));
    fits.then_some((page, slot))
}

fn insert(app: &mut App, pasting: Pasting) {
    let after = app.cursor().on(pasting.last);
    if app.edit_and_go(&Edit::Many(pasting.insert), after) {
        app.done(w::pasted(app.lang));
    }
}

/// Asks what to do about what the file lacks.
fn ask(app: &mut App, pasting: Pasting) {
    let lang = app.lang;
    let line = |(kind, id): &(Option<_>, String)| {
        let kind: Option<crate::journey::fields::Kind> = *kind;
        w::named(lang, kind.map_or("", |kind| kind.word(lang)), id)
    };
    let lines = pasting.lacks.iter().map(line).collect();
    let answer = |label: &str, key: char, does: Does| Answer {
        key,
        label: label.to_owned(),
        does,
    };
    let mut answers = Vec::new();
    if !pasting.bring.is_empty() {
        let edits = [pasting.bring, pasting.insert.clone(), pasting.clear_rest].concat();
        let does = Does::Edit(Edit::Many(edits));
        answers.push(answer(w::bring_along(lang), w::bring_along_key(lang), does));
    }
    let without = [pasting.insert, pasting.clear_all].concat();
    let does = Does::Edit(Edit::Many(without));
    answers.push(answer(
        w::paste_without(lang),
        w::paste_without_key(lang),
        does,
    ));
    answers.push(answer(w::cancel(lang), w::cancel_key(lang), Does::Cancel));
    app.dialogs.push(Dialog::Confirm(ConfirmDialog {
        title: w::lacking_title(lang).to_owned(),
        lines,
        answers,
        scroll: 0,
    }));
}
