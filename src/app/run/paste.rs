//! Pasting elements: those copied here, or in another journey. What they refer to and this file
//! lacks can come along.

use super::element::slot_for;
use crate::app::capture::line::lines_of;
use crate::app::clip::{Clip, Pasting};
use crate::app::dialog::{Answer, ConfirmDialog, Dialog, Does};
use crate::app::edits::insertion;
use crate::app::effect::Effect;
use crate::app::map::Row;
use crate::app::{App, Screen};
use crate::document::edit::{Edit, Slot};
use crate::i18n as w;
use crate::journey::fields::{Field, Type};
use crate::journey::place::Place;
use crate::ron_text::quote;

/// Asks for the clipboard, to paste it at the cursor.
pub fn paste(_app: &mut App) -> Vec<Effect> {
    vec![Effect::ReadClipboard]
}

/// Pastes a text from outside where it is an element, else what was copied here.
pub fn from_clipboard(app: &mut App, text: Option<&str>) {
    let clip = text.and_then(Clip::read).or_else(|| app.clip.clone());
    let text = text.map(str::to_owned).or_else(|| app.clip_text.clone());
    match (clip, text) {
        (Some(clip), _) => put(app, &clip),
        (None, Some(text)) => put_text(app, &text),
        (None, None) => app.refuse(w::nothing_to_paste(app.lang)),
    }
}

/// Pastes a text that came by itself: an element, or the items of a list of texts.
pub fn typed(app: &mut App, text: &str) {
    match Clip::read(text) {
        Some(clip) => put(app, &clip),
        None => put_text(app, text),
    }
}

/// Pastes each line of a text into the list of texts at the cursor.
fn put_text(app: &mut App, text: &str) {
    let lines = lines_of(text);
    let Some((list, slot)) = list_of_texts(app).filter(|_| !lines.is_empty()) else {
        return match takes_touchpoints(app) && lines.len() > 1 {
            true => super::capture::paste_list(app, text),
            false => app.refuse(w::no_element_to_paste(app.lang)),
        };
    };
    let after = app.cursor();
    if app.edit_and_go(&items(&list, &slot, &lines), after) {
        app.done(w::pasted(app.lang));
    }
}

/// The edit that puts lines into a list of texts as its items, in their order.
pub fn items(list: &Place, slot: &Slot, lines: &[&str]) -> Edit {
    let edits = lines
        .iter()
        .map(|line| insertion(list.clone(), slot.clone(), quote(line)));
    let mut edits: Vec<Edit> = edits.collect();
    // What goes behind the same item comes to stand before what went there earlier.
    if *slot != Slot::Last {
        edits.reverse();
    }
    Edit::Many(edits)
}

/// A list that is pasted here is one of touchpoints.
fn takes_touchpoints(app: &App) -> bool {
    match app.screen {
        Screen::Map => matches!(app.map.row, Row::Stage | Row::Name),
        Screen::Outline => app.document.parsed.company.is_none(),
        _ => false,
    }
}

/// The list of texts at the cursor: the inspector's page, its row, or the lane of the map.
fn list_of_texts(app: &App) -> Option<(Place, Slot)> {
    let is_list = |place: &Place| {
        let field = app.field_of(place);
        field.is_some_and(|field| matches!(field.of, Type::Texts))
    };
    let place = match app.screen {
        Screen::Inspector if is_list(app.page().0) => app.page().0.clone(),
        Screen::Inspector => app.row()?.place,
        Screen::Map => Place::of(app.here()?).field(app.map.row.lane()?.field()?),
        _ => return None,
    };
    is_list(&place).then_some((place, Slot::Last))
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
