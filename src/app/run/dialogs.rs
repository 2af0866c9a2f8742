//! Commands of dialogs, and what becomes of an answer.

use std::path::PathBuf;

use super::inspector::set_metric;
use super::{paste, screens};
use crate::app::capture::line::lines_of;
use crate::app::changes::{Against, Showing};
use crate::app::cursor::Cursor;
use crate::app::dialog::{Answer, Dialog, Does, FieldDialog, PickDialog, field_size};
use crate::app::edits::{Asked, NewNote, insertion, new_record};
use crate::app::effect::Effect;
use crate::app::key::{Code, Key};
use crate::app::look::Look;
use crate::app::options::Choice;
use crate::app::repeat::Given;
use crate::app::{App, Screen};
use crate::document::edit::{Edit, Slot};
use crate::i18n as w;
use crate::journey::check::{iso_date, next_day, parse_date};
use crate::journey::fields::{Field, Kind, Type};
use crate::journey::model::NoteKind;
use crate::journey::place::{ElementKey, Place, Step};
use crate::ron_text::{Node, quote};
use crate::text::{FieldKey, Motion, TextField};

/// The key is the letter of an answer of the question on top.
pub fn answers(app: &App, key: Key) -> bool {
    answer_of(app, key).is_some()
}

fn answer_of(app: &App, key: Key) -> Option<Does> {
    let Some(Dialog::Confirm(confirm)) = app.dialogs.last() else {
        return None;
    };
    let first = confirm.answers.first().filter(|_| key.code == Code::Enter);
    let typed = key.typed().and_then(|typed| {
        confirm
            .answers
            .iter()
            .find(|answer| typed.to_lowercase().eq([answer.key]))
    });
    typed.or(first).map(|answer| answer.does.clone())
}

/// Gives the answer.
pub fn answer(app: &mut App, key: Key) -> Vec<Effect> {
    let Some(does) = answer_of(app, key) else {
        return Vec::new();
    };
    app.dialogs.pop();
    if let Some(typed) = key.typed() {
        app.answered(Given::Key(typed));
    }
    match does {
        Does::Cancel => {
            app.give_up_change();
            Vec::new()
        }
        Does::Edit(edit) => {
            app.edit(&edit);
            Vec::new()
        }
        Does::SaveAndLeave(by) => screens::save_and_leave(app, by),
        Does::Save(then) => screens::save_unasked(app, then),
        Does::Effects(effects) => effects,
        Does::SaveAs(then) => screens::save_as_then(app, then),
        Does::Leave(by) => vec![by],
        Does::NameMap(path, text) => {
            super::import_map::ask_name(app, &path, text, None);
            Vec::new()
        }
        Does::Meeting(does) => super::meeting::answered(app, does),
    }
}

/// Closes the dialog on top.
pub fn cancel(app: &mut App) -> Vec<Effect> {
    app.give_up_change();
    if let Some(Dialog::Field(FieldDialog {
        asked: Asked::Search(origin),
        ..
    })) = app.dialogs.pop()
    {
        app.return_to(&origin);
    }
    Vec::new()
}

/// Types a key that is no command into the field on top.
pub fn type_key(app: &mut App, key: Key) {
    if super::vote::type_key(app, key) || to_end_of_list(app, key) {
        return;
    }
    let motion = |code| match (code, key.ctrl || key.alt) {
        (Code::Left, false) => Some(Motion::Left),
        (Code::Right, false) => Some(Motion::Right),
        (Code::Left, true) => Some(Motion::WordLeft),
        (Code::Right, true) => Some(Motion::WordRight),
        (Code::Up, _) => Some(Motion::Up),
        (Code::Down, _) => Some(Motion::Down),
        (Code::Home, false) => Some(Motion::LineStart),
        (Code::End, false) => Some(Motion::LineEnd),
        (Code::Home, true) => Some(Motion::TextStart),
        (Code::End, true) => Some(Motion::TextEnd),
        _ => None,
    };
    let erased = match (key.code, key.ctrl || key.alt) {
        (Code::Backspace, false) => Some(Motion::Left),
        (Code::Backspace, true) | (Code::Char('w'), true) => Some(Motion::WordLeft),
        (Code::Delete, false) => Some(Motion::Right),
        (Code::Delete, true) => Some(Motion::WordRight),
        (Code::Char('k'), true) => Some(Motion::LineEnd),
        (Code::Char('u'), true) => Some(Motion::LineStart),
        _ => None,
    };
    if let Some(motion) = erased {
        press_field(app, FieldKey::Delete(motion));
    } else if let Some(motion) = motion(key.code) {
        let field_key = if key.shift {
            FieldKey::Select(motion)
        } else {
            FieldKey::Move(motion)
        };
        press_field(app, field_key);
    } else if let Some(typed) = key.typed() {
        type_text(app, typed.encode_utf8(&mut [0; 4]));
    }
}

/// Home and End go to the first and the last choice, as long as nothing is typed that they could
/// move in.
fn to_end_of_list(app: &mut App, key: Key) -> bool {
    let Some(Dialog::Pick(dialog)) = app.dialogs.last_mut() else {
        return false;
    };
    let last = dialog.shown().len().saturating_sub(1);
    let to = match key {
        _ if !dialog.filter.value().is_empty() => None,
        key if key == Key::plain(Code::Home) => Some(0),
        key if key == Key::plain(Code::End) => Some(last),
        _ => None,
    };
    dialog.cursor = to.unwrap_or(dialog.cursor);
    to.is_some()
}

/// Types a text into the field on top.
pub fn type_text(app: &mut App, text: &str) {
    press_field(app, FieldKey::Insert(text));
}

fn press_field(app: &mut App, key: FieldKey<'_>) {
    let size = app.size;
    match app.dialogs.last_mut() {
        Some(Dialog::Field(dialog)) => {
            dialog.error = None;
            let multi_line = dialog.field.is_multi_line();
            dialog.field.press(key, field_size(size, multi_line));
            super::search::follow(app);
            super::capture::typed(app);
        }
        Some(Dialog::Pick(dialog)) => {
            dialog.filter.press(key, field_size(size, false));
            dialog.cursor = 0;
            dialog.follow_typing();
        }
        _ => {}
    }
}

/// A line break in a text of several lines.
pub fn new_line(app: &mut App) -> Vec<Effect> {
    type_text(app, "\n");
    Vec::new()
}

/// Undoes typing.
pub fn undo_typing(app: &mut App) -> Vec<Effect> {
    press_field(app, FieldKey::Undo);
    Vec::new()
}

/// Types again what was undone.
pub fn redo_typing(app: &mut App) -> Vec<Effect> {
    press_field(app, FieldKey::Redo);
    Vec::new()
}

/// Selects the whole text.
pub fn select_all(app: &mut App) -> Vec<Effect> {
    press_field(app, FieldKey::SelectAll);
    Vec::new()
}

/// Takes what was typed, or says why it cannot be taken.
pub fn take(app: &mut App) -> Vec<Effect> {
    let Some(Dialog::Field(dialog)) = app.dialogs.last().cloned() else {
        return Vec::new();
    };
    match accept(app, &dialog) {
        Ok(effects) => {
            app.answered(Given::Typed(dialog.field.value().to_owned()));
            app.dialogs.pop();
            super::outline::unmark_after(app, &dialog.asked);
            super::kpis::ask_on(app, &dialog.asked);
            super::meeting::ask_on(app, &dialog);
            super::export::ask_on(app, &dialog);
            super::meeting::tell_noted(app, &dialog);
            effects
        }
        Err(error) => {
            if let Some(Dialog::Field(dialog)) = app.dialogs.last_mut() {
                dialog.error = Some(error);
            }
            Vec::new()
        }
    }
}

fn accept(app: &mut App, dialog: &FieldDialog) -> Result<Vec<Effect>, String> {
    let text = dialog.field.value().to_owned();
    let edit = match &dialog.asked {
        Asked::SaveAs(then) => {
            let name = some(app, text.trim())?;
            return Ok(vec![save_to(app, &name, then.clone())]);
        }
        Asked::Export => {
            return super::export::preview(app, &some(app, text.trim())?).map(|_| Vec::new());
        }
        Asked::Folder => return super::start::folder(app, &text),
        Asked::Map => return Ok(super::import_map::read(&some(app, text.trim())?)),
        Asked::MapName(journey) => {
            let name = some(app, text.trim())?;
            return Ok(vec![super::import_map::write(&name, journey.clone())]);
        }
        Asked::Import(asking) => return super::import::typed(app, asking, &text),
        Asked::Revision(showing) => {
            let against = Against::Revision(some(app, text.trim())?);
            return Ok(vec![Effect::Compare(against, *showing)]);
        }
        Asked::OtherFile => {
            let against = Against::File(some(app, text.trim())?.into());
            return Ok(vec![Effect::Compare(against, Showing::SideBySide)]);
        }
        Asked::Search(origin) => {
            return super::search::take(app, origin, text.trim()).map(|()| Vec::new());
        }
        Asked::Field(place) => field_edit(app, place, &text)?,
        Asked::Fields(place, others) => for_all(app, field_edit(app, place, &text)?, others),
        Asked::TodoText(_) => return some(app, text.trim()).map(|_| Vec::new()),
        Asked::TodoDue(todo) => super::meeting::todo(app, todo, due(app, &text)?),
        Asked::Planned => return super::meeting::plan(app, &text).map(|()| Vec::new()),
        Asked::Participants => {
            super::meeting::name_participants(app, &text);
            return Ok(Vec::new());
        }
        Asked::Minutes => return Ok(super::meeting::write(app, &some(app, text.trim())?)),
        Asked::Agenda | Asked::VoteOn(_) | Asked::TodoOwner(_) => return Ok(Vec::new()),
        Asked::FieldOf(_) | Asked::MoveTo(_) | Asked::NoteAbout | Asked::BringBack(_) => {
            return Ok(Vec::new());
        }
        Asked::PortfolioText => {
            super::portfolio::found(app, &text);
            return Ok(Vec::new());
        }
        Asked::PortfolioOrder => return Ok(Vec::new()),
        Asked::Look | Asked::Personas | Asked::Path | Asked::Palette(_) => return Ok(Vec::new()),
        Asked::Filter(_) | Asked::Capture(_) | Asked::CompareWith(_) | Asked::Cause(..) => {
            return Ok(Vec::new());
        }
        Asked::Id(element) => return change_id(app, element, text.trim()).map(|()| Vec::new()),
        Asked::Note { about, kind } => {
            let (edit, note) = new_note(app, about, *kind, &some(app, &text)?);
            return try_edit_and_go(app, &edit, note).map(|()| Vec::new());
        }
        Asked::Improvement(need) => {
            let title = some(app, text.trim())?;
            return super::improve::make(app, need, &title).map(|()| Vec::new());
        }
        Asked::NewText { list, slot } => {
            let lines = lines_of(&text);
            let Some(last) = lines.last() else {
                return Err(w::text_needed(app.lang).to_owned());
            };
            try_edit(app, &paste::items(list, slot, &lines))?;
            app.put_on_newest(list, last);
            return Ok(Vec::new());
        }
        Asked::NewElement { kind, list, slot } => {
            let (item, id) = app.new_element(*kind, &some(app, &text)?);
            let edit = insertion(list.clone(), slot.clone(), item);
            return made(app, &edit, ElementKey::new(*kind, id)).map(|()| Vec::new());
        }
        Asked::NewRecord { kind, list, slot } => {
            let key = first_key(app, *kind, &text)?;
            let edit = insertion(list.clone(), slot.clone(), new_record(*kind, &key));
            return made_record(app, &edit, list, &key).map(|()| Vec::new());
        }
    };
    try_edit(app, &edit).map(|()| Vec::new())
}

/// A new id, after which the cursor stays on its element.
fn change_id(app: &mut App, element: &ElementKey, to: &str) -> Result<(), String> {
    let edit = Edit::ChangeId {
        element: element.clone(),
        to: to.to_owned(),
    };
    let new = ElementKey::new(element.kind, to);
    let mut after = app.cursor();
    for (page, _) in &mut after.pages {
        if page.element.as_ref() == Some(element) {
            page.element = Some(new.clone());
        }
    }
    if after.element.as_ref() == Some(element) {
        after = after.on(new);
    }
    try_edit_and_go(app, &edit, after)
}

/// A note at the end of the list, and the cursor on it where notes are shown.
fn new_note(app: &App, about: &ElementKey, kind: Option<NoteKind>, text: &str) -> (Edit, Cursor) {
    let note = NewNote {
        kind,
        ..NewNote::on(about, text)
    };
    let (edit, id) = app.new_note(&w::note_id(text), &note);
    let mut after = app.cursor();
    if after.behind == Screen::Notes {
        after.list.on = Some(Place::of(ElementKey::new(Kind::Note, id)));
    }
    (edit, after)
}

fn some(app: &App, text: &str) -> Result<String, String> {
    match text.trim() {
        "" => Err(w::text_needed(app.lang).to_owned()),
        _ => Ok(text.to_owned()),
    }
}

/// The effect that writes the document to another file; a name without an ending gets `.ron`.
pub fn save_to(app: &App, name: &str, then: Vec<Effect>) -> Effect {
    let mut path = PathBuf::from(name);
    if path.extension().is_none() {
        path.set_extension("ron");
    }
    screens::writing(app, Some(path), then)
}

/// Makes an edit, or gives the reason why not.
fn try_edit(app: &mut App, edit: &Edit) -> Result<(), String> {
    let stays = app.cursor();
    try_edit_and_go(app, edit, stays)
}

pub(super) fn try_edit_and_go(app: &mut App, edit: &Edit, after: Cursor) -> Result<(), String> {
    match app.edit_and_go(edit, after) {
        true => Ok(()),
        false => Err(app
            .message
            .take()
            .map(|message| message.text)
            .unwrap_or_default()),
    }
}

/// A new element: the cursor goes to it, on the map or to its page.
fn made(app: &mut App, edit: &Edit, element: ElementKey) -> Result<(), String> {
    let mut after = app.cursor();
    match (app.screen, element.kind) {
        (Screen::Inspector, _) => {
            try_edit(app, edit)?;
            app.put_on_item(&Place::of(element.clone()));
            app.inspector.pages.push((Place::of(element), 0));
            return Ok(());
        }
        (Screen::Map, Kind::Touchpoint | Kind::Stage) => after = after.on(element),
        (Screen::Map, _) => {}
        _ => after = after.on(element),
    }
    try_edit_and_go(app, edit, after)
}

/// A new record: its page opens, so that the rest can be filled in.
fn made_record(app: &mut App, edit: &Edit, list: &Place, key: &str) -> Result<(), String> {
    try_edit(app, edit)?;
    let item = app
        .rows(list)
        .into_iter()
        .rev()
        .find(|row| match row.place.steps.last() {
            Some(Step::Item { key: parts, .. }) => parts.iter().any(|part| part == key),
            _ => false,
        });
    if let Some(row) = item {
        app.screen = Screen::Inspector;
        app.put_on_item(&row.place);
        app.inspector.pages.push((row.place, 0));
    }
    Ok(())
}

fn first_key(app: &App, kind: Kind, text: &str) -> Result<String, String> {
    let field = kind.spec().fields.iter().find(|field| field.required);
    match field.map(|field| field.of) {
        Some(Type::Date) => date(app, text),
        _ => some(app, text),
    }
}

/// The edit that sets a field to what was typed; clears it where nothing was.
pub fn field_edit(app: &App, place: &Place, text: &str) -> Result<Edit, String> {
    let Some(field) = app.field_of(place) else {
        return Ok(Edit::text(place.clone(), text));
    };
    if text.trim().is_empty() {
        return match field.required {
            true => Err(w::text_needed(app.lang).to_owned()),
            false => Ok(set_to(app, place, None)),
        };
    }
    let set = Edit::Set {
        place: place.clone(),
        value: Some(value(app, field, text)?),
    };
    Ok(in_one_direction(app, place, set))
}

/// A target has one direction: setting the one clears the other.
fn in_one_direction(app: &App, place: &Place, set: Edit) -> Edit {
    let other = match place.last_field() {
        Some("at_least") => "at_most",
        Some("at_most") => "at_least",
        _ => return set,
    };
    let other = place.up().unwrap_or_default().field(other);
    let parsed = &app.document.parsed;
    match parsed.index.locate(&parsed.tree, &other) {
        Some(_) => Edit::Many(vec![set, Edit::clear(other)]),
        None => set,
    }
}

/// What was typed as a value of this field.
fn value(app: &App, field: &Field, text: &str) -> Result<String, String> {
    let trimmed = text.trim();
    match field.of {
        Type::Date if field.name == "due" => {
            due(app, trimmed).map(|day| quote(&day.unwrap_or_default()))
        }
        Type::Date => date(app, trimmed).map(|date| quote(&date)),
        Type::Whole(low, high) => whole(app, trimmed, low, high),
        Type::Number(low, high) => number(app, trimmed, low, high),
        Type::Loose(kind) => Ok(quote(&id_or_text(app, kind, trimmed))),
        _ => Ok(quote(text)),
    }
}

/// The id of the element that is called so; any other text as it is.
fn id_or_text(app: &App, kind: Kind, text: &str) -> String {
    let wanted = text.to_lowercase();
    let mut named = app.elements_of(Some(kind)).into_iter();
    let id = named
        .find(|it| it.label.to_lowercase() == wanted)
        .and_then(|choice| choice.value);
    id.map_or_else(|| text.to_owned(), |id| id.trim_matches('"').to_owned())
}

/// What was typed as a day.
///
/// # Errors
/// It is none.
pub fn date(app: &App, text: &str) -> Result<String, String> {
    let text = text.trim();
    let iso = iso_date(text).unwrap_or_else(|| text.to_owned());
    match parse_date(&iso) {
        Some(_) => Ok(iso),
        None => Err(w::date_needed(app.lang).to_owned()),
    }
}

/// The day by which something is due, whose year can be left out; `None` where nothing was typed.
///
/// # Errors
/// It is no day.
pub fn due(app: &App, text: &str) -> Result<Option<String>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let next = next_day(text, app.document.context().today);
    next.map_or_else(|| date(app, text), Ok).map(Some)
}

/// What was typed as a whole number in this range.
///
/// # Errors
/// It is none.
pub fn whole(app: &App, text: &str, low: i64, high: i64) -> Result<String, String> {
    let number: Option<i64> = text.replace('−', "-").parse().ok();
    let inside = number.filter(|number| (low..=high).contains(number));
    inside
        .map(|it| it.to_string())
        .ok_or_else(|| w::number_needed(app.lang, &w::whole(low), &w::whole(high)))
}

fn number(app: &App, text: &str, low: f64, high: f64) -> Result<String, String> {
    let plain = text
        .replace('−', "-")
        .replace(['’', '\''], "")
        .replace(',', ".");
    let number: Option<f64> = plain.parse().ok().filter(|it: &f64| it.is_finite());
    let inside = number.filter(|number| (low..=high).contains(number));
    inside
        .map(|it| it.to_string())
        .ok_or_else(|| w::any_number_needed(app.lang).to_owned())
}

fn with_pick(app: &mut App, change: impl FnOnce(&mut PickDialog)) -> Vec<Effect> {
    if let Some(Dialog::Pick(dialog)) = app.dialogs.last_mut() {
        change(dialog);
        dialog.cursor = dialog.cursor.min(dialog.shown().len().saturating_sub(1));
    }
    Vec::new()
}

/// One choice up.
pub fn pick_up(app: &mut App) -> Vec<Effect> {
    with_pick(app, |dialog| {
        dialog.cursor = dialog.cursor.saturating_sub(1)
    })
}

/// One choice down.
pub fn pick_down(app: &mut App) -> Vec<Effect> {
    with_pick(app, |dialog| dialog.cursor += 1)
}

/// Several choices up.
pub fn pick_page_up(app: &mut App) -> Vec<Effect> {
    with_pick(app, |dialog| {
        dialog.cursor = dialog.cursor.saturating_sub(10)
    })
}

/// Several choices down.
pub fn pick_page_down(app: &mut App) -> Vec<Effect> {
    with_pick(app, |dialog| dialog.cursor += 10)
}

/// Marks the choice under the cursor where several can be chosen; else types a space.
pub fn mark(app: &mut App) -> Vec<Effect> {
    let several = matches!(app.dialogs.last(), Some(Dialog::Pick(dialog)) if dialog.several);
    if !several {
        type_text(app, " ");
        return Vec::new();
    }
    with_pick(app, |dialog| {
        if let Some(at) = dialog.current() {
            dialog.choices[at].chosen = !dialog.choices[at].chosen;
        }
    })
}

/// Takes what is chosen.
pub fn pick(app: &mut App) -> Vec<Effect> {
    let Some(Dialog::Pick(dialog)) = app.dialogs.last().cloned() else {
        return Vec::new();
    };
    app.answered(picked(&dialog));
    let edit = match (&dialog.asked, dialog.several) {
        (Asked::Palette(goals), _) => return super::palette::take(app, &dialog, goals),
        (Asked::CompareWith(with), _) => return super::compare::picked(app, &dialog, with),
        (Asked::Import(asking), _) => return super::import::picked(app, &dialog, asking),
        (Asked::BringBack(edits), _) => return super::history::brought_back(app, &dialog, edits),
        (Asked::Field(place), _) if is_metric(app, place) => {
            return pick_metric(app, &dialog, place);
        }
        (Asked::Field(place), true) => Some(set_all(app, place, &dialog)),
        (Asked::Fields(place, others), true) => {
            Some(for_all(app, set_all(app, place, &dialog), others))
        }
        (Asked::Fields(place, others), false) => {
            chosen(&dialog).map(|value| for_all(app, set_to(app, place, value), others))
        }
        (Asked::Look, _) => return pick_look(app, &dialog),
        (Asked::PortfolioOrder, _) => return super::portfolio::sorted(app, &dialog),
        (Asked::Agenda | Asked::VoteOn(_) | Asked::TodoOwner(_), _) => {
            return super::meeting::picked(app, &dialog);
        }
        (Asked::Personas, _) => return super::lens::set_personas(app, &dialog),
        (Asked::Path, _) => return super::lens::set_path(app, &dialog),
        (Asked::Filter(kind), _) => return super::filter::set(app, &dialog, *kind),
        (Asked::Cause(at, causes), _) => {
            return super::improve::caused(app, &dialog, at, causes);
        }
        (Asked::FieldOf(_) | Asked::MoveTo(_) | Asked::NoteAbout, _) => {
            return pick_for_several(app, &dialog);
        }
        (Asked::Field(place), false) => chosen(&dialog).map(|value| set_to(app, place, value)),
        (asked, _) => return pick_new(app, &dialog, asked),
    };
    app.dialogs.pop();
    super::outline::unmark_after(app, &dialog.asked);
    if let Some(edit) = edit {
        app.edit(&edit);
    }
    Vec::new()
}

/// What is picked: of several what is marked, else what the cursor stands on.
fn picked(dialog: &PickDialog) -> Given {
    let marked = dialog.choices.iter().filter(|it| it.chosen);
    Given::Picked(match dialog.several {
        true => marked.map(|it| it.value.clone()).collect(),
        false => chosen(dialog).into_iter().collect(),
    })
}

/// The edit of a field, for the same field of other elements too.
fn for_all(app: &App, edit: Edit, others: &[Place]) -> Edit {
    let value = match &edit {
        Edit::Set { value, .. } => value.clone(),
        Edit::Many(none) if none.is_empty() => None,
        _ => return edit,
    };
    let others = others.iter();
    let same = others.map(|place| set_to(app, place, value.clone()));
    Edit::Many([edit].into_iter().chain(same).collect())
}

/// Sets a field, or clears it; one that is not set is left so.
pub(super) fn set_to(app: &App, place: &Place, value: Option<String>) -> Edit {
    let place = place.clone();
    match value.is_some() || app.is_set(&place) {
        true => Edit::Set { place, value },
        false => Edit::Many(Vec::new()),
    }
}

/// The field that is asked for is set in other elements too.
pub fn for_others_too(app: &mut App, others: Vec<Place>) {
    let asked = match app.dialogs.last_mut() {
        Some(Dialog::Field(dialog)) => &mut dialog.asked,
        Some(Dialog::Pick(dialog)) => &mut dialog.asked,
        _ => return,
    };
    if let Asked::Field(place) = asked {
        *asked = Asked::Fields(place.clone(), others);
    }
}

fn pick_look(app: &mut App, dialog: &PickDialog) -> Vec<Effect> {
    app.dialogs.pop();
    let look = chosen(dialog).flatten().and_then(|name| Look::named(&name));
    app.look = look.unwrap_or(app.look);
    Vec::new()
}

/// What several elements get was picked: a field, or a stage; or what a note is about.
fn pick_for_several(app: &mut App, dialog: &PickDialog) -> Vec<Effect> {
    let Some(value) = chosen(dialog).flatten() else {
        return Vec::new();
    };
    app.dialogs.pop();
    match &dialog.asked {
        Asked::FieldOf(elements) => super::outline::ask_field(app, elements, &value),
        Asked::MoveTo(touchpoints) => {
            let stage = ElementKey::new(Kind::Stage, value.trim_matches('"'));
            if app.edit(&super::outline::move_to(&stage, touchpoints)) {
                app.lists.marked.clear();
            }
        }
        Asked::NoteAbout => {
            if let Some(about) = app.shared_element(value.trim_matches('"')) {
                super::notes::ask(app, about, None);
            }
        }
        _ => {}
    }
    Vec::new()
}

fn is_metric(app: &App, place: &Place) -> bool {
    app.field_of(place)
        .is_some_and(|field| matches!(field.of, Type::Metric))
}

fn pick_metric(app: &mut App, dialog: &PickDialog, place: &Place) -> Vec<Effect> {
    app.dialogs.pop();
    if let Some(value) = chosen(dialog).flatten() {
        set_metric(app, place, &value);
    }
    Vec::new()
}

fn chosen(dialog: &PickDialog) -> Option<Option<String>> {
    dialog.current().map(|at| dialog.choices[at].value.clone())
}

/// The list as it stands, without what was unmarked, and then what was marked.
fn set_all(app: &App, place: &Place, dialog: &PickDialog) -> Edit {
    let parsed = &app.document.parsed;
    let list = parsed
        .index
        .locate(&parsed.tree, place)
        .and_then(Node::inner);
    let now: Vec<&str> = list
        .into_iter()
        .flat_map(Node::children)
        .map(Node::raw)
        .collect();
    let marked = |value: &str| {
        let choice = dialog
            .choices
            .iter()
            .find(|it| it.value.as_deref() == Some(value));
        choice.is_none_or(|choice| choice.chosen)
    };
    let stays = now.iter().copied().filter(|value| marked(value));
    let chosen = dialog.choices.iter().filter(|choice| choice.chosen);
    let new = chosen
        .filter_map(|choice| choice.value.as_deref())
        .filter(|it| !now.contains(it));
    let values: Vec<&str> = stays.chain(new).collect();
    let value = (!values.is_empty()).then(|| format!("[{}]", values.join(", ")));
    Edit::Set {
        place: place.clone(),
        value,
    }
}

/// A new element or record whose first field was picked: a KPI by its metric, a view by its
/// persona, a hand-over by its departments.
fn pick_new(app: &mut App, dialog: &PickDialog, asked: &Asked) -> Vec<Effect> {
    let Some(value) = chosen(dialog).flatten() else {
        return Vec::new();
    };
    app.dialogs.pop();
    match asked {
        Asked::NewElement { kind, list, slot } => {
            let label = dialog.current().map(|at| dialog.choices[at].label.clone());
            let edit_and_key =
                new_picked(app, *kind, list, slot, &value, &label.unwrap_or_default());
            open_new(app, &edit_and_key.0, edit_and_key.1);
        }
        Asked::NewRecord { list, slot, kind } => {
            let first = kind.spec().fields.iter().find(|field| field.required);
            let item = format!("({}: {value})", first.map_or("", |field| field.name));
            let key = value.trim_matches('"').to_owned();
            let edit = insertion(list.clone(), slot.clone(), item);
            if let Err(text) = made_record(app, &edit, list, &key) {
                app.refuse(text);
            }
        }
        _ => {}
    }
    Vec::new()
}

fn new_picked(
    app: &App,
    kind: Kind,
    list: &Place,
    slot: &Slot,
    value: &str,
    label: &str,
) -> (Edit, ElementKey) {
    let name = match kind {
        Kind::Kpi => value.split('(').next().unwrap_or(label).to_owned(),
        _ => label.to_owned(),
    };
    let id = app.new_id(kind, &name);
    let field = kind
        .spec()
        .fields
        .iter()
        .filter(|field| field.required)
        .nth(1);
    let struct_name = kind.spec().name.unwrap_or_default();
    let item = format!(
        "{struct_name}(id: {}, {}: {value})",
        quote(&id),
        field.map_or("", |it| it.name)
    );
    (
        insertion(list.clone(), slot.clone(), item),
        ElementKey::new(kind, id),
    )
}

/// Asks for one of these choices.
pub fn ask_one(app: &mut App, title: String, choices: Vec<Choice>, asked: Asked) {
    app.dialogs.push(Dialog::Pick(PickDialog {
        title,
        choices,
        filter: TextField::single_line(""),
        cursor: 0,
        several: false,
        asked,
    }));
}

/// Makes an element and opens its page.
pub fn open_new(app: &mut App, edit: &Edit, element: ElementKey) {
    let mut after = app.cursor();
    after.list.on = Some(Place::of(element.clone()));
    if app.edit_and_go(edit, after) {
        app.screen = Screen::Inspector;
        app.put_on_item(&Place::of(element.clone()));
        app.inspector.pages.push((Place::of(element), 0));
    }
}

/// The minutes are read, or what leads to them is asked.
pub fn reads_minutes(app: &App) -> bool {
    let Some(Dialog::Confirm(confirm)) = app.dialogs.last() else {
        return false;
    };
    let is_of_meeting = |it: &Answer| matches!(it.does, Does::Meeting(_));
    confirm.answers.iter().any(is_of_meeting)
}

/// Saves the journey below what is read, unless that is a question: it may be about saving.
pub fn save_below(app: &mut App) -> Vec<Effect> {
    let is_help = matches!(app.dialogs.last(), Some(Dialog::Help { .. }));
    if is_help || reads_minutes(app) {
        return screens::save(app);
    }
    app.refuse(w::answer_first(app.lang));
    Vec::new()
}

fn scroll(app: &mut App, by: isize) -> Vec<Effect> {
    match app.dialogs.last_mut() {
        Some(Dialog::Help { scroll }) => *scroll = scroll.saturating_add_signed(by),
        Some(Dialog::Confirm(confirm)) => {
            let last = confirm.lines.len().saturating_sub(1);
            confirm.scroll = confirm.scroll.saturating_add_signed(by).min(last);
        }
        _ => {}
    }
    Vec::new()
}

/// One line up.
pub fn read_up(app: &mut App) -> Vec<Effect> {
    scroll(app, -1)
}

/// One line down.
pub fn read_down(app: &mut App) -> Vec<Effect> {
    scroll(app, 1)
}

/// A page up.
pub fn read_page_up(app: &mut App) -> Vec<Effect> {
    scroll(app, -10)
}

/// A page down.
pub fn read_page_down(app: &mut App) -> Vec<Effect> {
    scroll(app, 10)
}

/// A field to type in, with what is there.
pub fn ask(app: &mut App, title: String, hint: String, field: TextField, asked: Asked) {
    app.dialogs.push(Dialog::Field(FieldDialog {
        title,
        hint,
        field,
        error: None,
        asked,
    }));
}
