//! Commands of the inspector: each field with its own control.

use super::element::{ask_name, beside, copy_elements};
use super::remove::remove;
use crate::app::dialog::{Dialog, PickDialog};
use crate::app::edits::Asked;
use crate::app::effect::Effect;
use crate::app::inspector::{InspectorRow, RowOf};
use crate::app::options::Choice;
use crate::app::{App, Screen};
use crate::document::edit::{Edit, Slot};
use crate::i18n as w;
use crate::journey::fields::{Field, Kind, Type};
use crate::journey::place::{ElementKey, Place};
use crate::ron_text::Node;
use crate::text::TextField;

impl App {
    /// The row under the cursor of the inspector.
    pub fn row(&self) -> Option<InspectorRow> {
        let (page, at) = self.page();
        self.rows(page).into_iter().nth(at)
    }
}

fn to_row(app: &mut App, to: impl FnOnce(usize, usize) -> usize) -> Vec<Effect> {
    let last = app.rows(app.page().0).len().saturating_sub(1);
    app.inspector.below = 0;
    if let Some((_, row)) = app.inspector.pages.last_mut() {
        *row = to(*row, last).min(last);
    }
    Vec::new()
}

/// One row up.
pub fn up(app: &mut App) -> Vec<Effect> {
    rise(app, 1)
}

/// One row down; behind the last row, one line of what follows.
pub fn down(app: &mut App) -> Vec<Effect> {
    sink(app, 1)
}

/// Several rows up.
pub fn page_up(app: &mut App) -> Vec<Effect> {
    rise(app, 10)
}

/// Several rows down; behind the last row, several lines of what follows.
pub fn page_down(app: &mut App) -> Vec<Effect> {
    sink(app, 10)
}

fn rise(app: &mut App, by: usize) -> Vec<Effect> {
    if app.inspector.below > 0 {
        app.inspector.below = app.inspector.below.saturating_sub(by);
        return Vec::new();
    }
    to_row(app, |row, _| row.saturating_sub(by))
}

fn sink(app: &mut App, by: usize) -> Vec<Effect> {
    let (page, row) = app.page();
    if row + 1 >= app.rows(page).len() {
        app.inspector.below += by;
        return Vec::new();
    }
    to_row(app, |row, _| row + by)
}

/// To the first row.
pub fn first(app: &mut App) -> Vec<Effect> {
    to_row(app, |_, _| 0)
}

/// To the last row.
pub fn last(app: &mut App) -> Vec<Effect> {
    to_row(app, |_, last| last)
}

/// Edits the field, or opens the page of what stands there.
pub fn edit(app: &mut App) -> Vec<Effect> {
    match app.row() {
        Some(row) => match row.of {
            RowOf::Unknown => app.refuse(w::unknown_field_kept(app.lang)),
            RowOf::Item if row.opens => open(app, row.place),
            RowOf::Item | RowOf::Field(_) => open_control(app, &row.place),
        },
        None => _ = add(app),
    }
    Vec::new()
}

/// Back to the page before; from the first page back to the screen it was opened from.
pub fn back(app: &mut App) -> Vec<Effect> {
    match app.inspector.pages.len() {
        0 | 1 => app.screen = app.behind,
        _ => _ = app.inspector.pages.pop(),
    }
    Vec::new()
}

/// To the element around this one: from a touchpoint to its stage, from there to the journey.
pub fn outward(app: &mut App) -> Vec<Effect> {
    let parsed = &app.document.parsed;
    let node = parsed.index.locate(&parsed.tree, app.page().0);
    let above = std::iter::successors(node.and_then(Node::parent), |node| node.parent());
    let named = above
        .filter(|node| parsed.index.key(node.id()).is_some())
        .map(|node| parsed.index.place(node));
    let outer = named.into_iter().next().unwrap_or_else(Place::root);
    app.inspector.pages = vec![(outer, 0)];
    Vec::new()
}

/// Opens the page of a place.
pub fn open(app: &mut App, place: Place) {
    app.screen = Screen::Inspector;
    app.inspector.pages.push((place, 0));
}

/// Opens the control of a field: a page for what has parts, a list to pick from, or a field to
/// type in.
pub fn open_control(app: &mut App, place: &Place) {
    let Some(field) = app.field_of(place) else {
        return type_item(app, place);
    };
    let parsed = &app.document.parsed;
    let node = parsed.index.locate(&parsed.tree, place);
    if node.is_some_and(|node| parsed.is_unfit(node.id())) {
        return repair(app, place, field);
    }
    match field.of {
        Type::Records(_) | Type::Elements(_) | Type::Texts if is_empty(node) => {
            open(app, place.clone());
            add_to(app, place, Slot::Last);
        }
        Type::Record(_) | Type::Records(_) | Type::Elements(_) | Type::Texts => {
            open(app, place.clone());
        }
        Type::Flag => toggle(app, place),
        Type::Id => rename(app, place),
        _ => match app.choices(field) {
            Some(choices) => pick(app, place, field, choices),
            None => type_value(app, place, field),
        },
    }
}

fn is_empty(list: Option<Node<'_>>) -> bool {
    list.and_then(Node::inner)
        .is_none_or(|list| list.children().next().is_none())
}

/// A value that does not fit is repaired with the control of its field; a typed one starts from
/// what stands there.
fn repair(app: &mut App, place: &Place, field: &'static Field) {
    match app.choices(field) {
        Some(choices) => pick(app, place, field, choices),
        None => type_value(app, place, field),
    }
}

fn toggle(app: &mut App, place: &Place) {
    let parsed = &app.document.parsed;
    let node = parsed
        .index
        .locate(&parsed.tree, place)
        .and_then(Node::inner);
    let now = node.and_then(Node::boolean).unwrap_or_default();
    app.edit(&Edit::value(place.clone(), !now));
}

fn rename(app: &mut App, place: &Place) {
    let Some(element) = place.element.clone() else {
        return;
    };
    let title = w::id_title(app.lang).to_owned();
    let hint = w::id_hint(app.lang).to_owned();
    let field = TextField::single_line(element.id.clone());
    super::dialogs::ask(app, title, hint, field, Asked::Id(element));
}

fn pick(app: &mut App, place: &Place, field: &'static Field, mut choices: Vec<Choice>) {
    let parsed = &app.document.parsed;
    let node = parsed
        .index
        .locate(&parsed.tree, place)
        .and_then(Node::inner);
    let several = field.is_list();
    let raws: Vec<&str> = match node {
        Some(list) if several => list
            .children()
            .filter_map(Node::inner)
            .map(Node::raw)
            .collect(),
        Some(node) => vec![node.raw()],
        None => Vec::new(),
    };
    for choice in &mut choices {
        let value = choice.value.as_deref();
        choice.chosen =
            value.is_some_and(|value| raws.iter().any(|raw| is_same(field, raw, value)));
    }
    if !several && !field.required {
        let chosen = raws.is_empty();
        choices.push(Choice {
            label: w::not_set(app.lang).to_owned(),
            chosen,
            ..Choice::default()
        });
    }
    let cursor = choices.iter().position(|choice| choice.chosen).unwrap_or(0);
    let title = (field.word)(app.lang).to_owned();
    let filter = TextField::single_line("");
    let asked = Asked::Field(place.clone());
    app.dialogs.push(Dialog::Pick(PickDialog {
        title,
        choices,
        filter,
        cursor,
        several,
        asked,
    }));
}

/// A metric is the same one whatever its parameters.
fn is_same(field: &Field, one: &str, other: &str) -> bool {
    match field.of {
        Type::Metric => metric_name(one) == metric_name(other),
        _ => one == other,
    }
}

fn metric_name(value: &str) -> &str {
    value.split('(').next().unwrap_or(value).trim()
}

/// Sets the metric that was picked; its parameters, if it has some, are shown to be filled in.
/// One that is there already keeps its own.
pub fn set_metric(app: &mut App, place: &Place, value: &str) {
    let parsed = &app.document.parsed;
    let now = parsed
        .index
        .locate(&parsed.tree, place)
        .and_then(Node::inner);
    let stays = now.is_some_and(|now| metric_name(now.raw()) == metric_name(value));
    let set = stays || app.edit(&Edit::value(place.clone(), value));
    if set && value.contains('(') {
        open(app, place.clone());
    }
}

fn type_value(app: &mut App, place: &Place, field: &'static Field) {
    let parsed = &app.document.parsed;
    let node = parsed
        .index
        .locate(&parsed.tree, place)
        .and_then(Node::inner);
    let now = match node.map(|node| (node.text(), node.raw())) {
        Some((Some(text), _)) => text.into_owned(),
        Some((None, raw)) => raw.to_owned(),
        None => String::new(),
    };
    let control = match field.of {
        Type::Text => TextField::multi_line(now),
        _ => TextField::single_line(now),
    };
    let title = (field.word)(app.lang).to_owned();
    let hint = hint(app, field);
    super::dialogs::ask(app, title, hint, control, Asked::Field(place.clone()));
}

fn hint(app: &App, field: &Field) -> String {
    match field.of {
        Type::Date if field.required => w::date_hint(app.lang).to_owned(),
        Type::Date if field.name == "due" => w::due_hint(app.lang).to_owned(),
        Type::Date => w::date_or_none_hint(app.lang).to_owned(),
        Type::Number(..) => w::number_hint(app.lang).to_owned(),
        Type::Text => w::text_hint(app.lang).to_owned(),
        Type::Loose(_) => w::owner_hint(app.lang).to_owned(),
        _ => String::new(),
    }
}

/// An item of a list of texts.
fn type_item(app: &mut App, place: &Place) {
    let parsed = &app.document.parsed;
    let node = parsed
        .index
        .locate(&parsed.tree, place)
        .and_then(Node::inner);
    let now = node.and_then(Node::text).unwrap_or_default().into_owned();
    let title = place
        .up()
        .map(|list| app.list_word(&list))
        .unwrap_or_default();
    let hint = w::text_hint(app.lang).to_owned();
    super::dialogs::ask(
        app,
        title,
        hint,
        TextField::multi_line(now),
        Asked::Field(place.clone()),
    );
}

impl App {
    /// The word of the list at a place.
    pub fn list_word(&self, list: &Place) -> String {
        self.field_of(list)
            .map_or_else(String::new, |field| (field.word)(self.lang).to_owned())
    }
}

/// Adds to the list of this page, or to the list of the row under the cursor.
pub fn add(app: &mut App) -> Vec<Effect> {
    let page = app.page().0.clone();
    let (list, slot) = match app.row() {
        Some(row) if row.of == RowOf::Item => (page, Slot::After(row.place)),
        Some(row) => (row.place, Slot::Last),
        None => (page, Slot::Last),
    };
    add_to(app, &list, slot);
    Vec::new()
}

/// Asks for what a new item of a list needs: a name, a text, a date, a metric, a persona.
pub fn add_to(app: &mut App, list: &Place, slot: Slot) {
    let Some(field) = app.field_of(list) else {
        return;
    };
    let list = list.clone();
    match field.of {
        Type::Texts => {
            let title = (field.word)(app.lang).to_owned();
            let hint = w::new_text_hint(app.lang).to_owned();
            let asked = Asked::NewText { list, slot };
            super::dialogs::ask(app, title, hint, TextField::multi_line(""), asked);
        }
        Type::Elements(kind) => match first_wish(kind) {
            Some(wish) => pick_new(app, wish, Asked::NewElement { kind, list, slot }, kind),
            None => ask_name(app, kind, list, slot),
        },
        Type::Records(kind) => new_record(app, kind, list, slot),
        Type::Metric => {
            if let Some(choices) = app.choices(field) {
                pick(app, &list, field, choices);
            }
        }
        _ => open_control(app, &list),
    }
}

/// The field that is picked first for a new element without a name: a KPI's metric, the
/// department that hands over.
fn first_wish(kind: Kind) -> Option<&'static Field> {
    kind.spec()
        .fields
        .iter()
        .filter(|field| field.required)
        .nth(1)
        .filter(|field| matches!(field.of, Type::Metric | Type::Reference(_)))
}

fn new_record(app: &mut App, kind: Kind, list: Place, slot: Slot) {
    let Some(first) = kind.spec().fields.iter().find(|field| field.required) else {
        return;
    };
    let asked = Asked::NewRecord { kind, list, slot };
    if app.choices(first).is_some() {
        return pick_new(app, first, asked, kind);
    }
    let now = match first.of {
        Type::Date => w::date(app.lang, &app.today()),
        _ => String::new(),
    };
    let title = w::new_of(app.lang, kind.word(app.lang));
    let hint = format!("{}. {}", (first.word)(app.lang), hint(app, first));
    super::dialogs::ask(app, title, hint, TextField::single_line(now), asked);
    // What is proposed is taken by Enter, and gives way to what is typed.
    super::dialogs::select_all(app);
}

fn pick_new(app: &mut App, field: &'static Field, asked: Asked, kind: Kind) {
    let choices = app.choices(field).unwrap_or_default();
    if choices.is_empty() {
        return app.refuse(w::nothing_to_pick(app.lang, (field.word)(app.lang)));
    }
    let title = format!(
        "{}: {}",
        w::new_of(app.lang, kind.word(app.lang)),
        (field.word)(app.lang)
    );
    let filter = TextField::single_line("");
    app.dialogs.push(Dialog::Pick(PickDialog {
        title,
        choices,
        filter,
        cursor: 0,
        several: false,
        asked,
    }));
}

/// Clears the field, or removes the item.
pub fn delete(app: &mut App) -> Vec<Effect> {
    let Some(row) = app.row() else {
        return Vec::new();
    };
    match row.of {
        RowOf::Field(field) if field.required && !row.value.is_empty() => {
            app.refuse(w::required_stays(app.lang, (field.word)(app.lang)));
        }
        RowOf::Field(_) if row.value.is_empty() => {}
        _ => remove(app, &row.place),
    }
    Vec::new()
}

/// The element of the row under the cursor.
fn row_element(app: &App) -> Option<ElementKey> {
    let row = app.row().filter(|row| row.of == RowOf::Item)?;
    row.place.element.filter(|_| row.place.steps.is_empty())
}

/// Duplicates the element under the cursor.
pub fn duplicate(app: &mut App) -> Vec<Effect> {
    let Some(element) = row_element(app) else {
        app.refuse(w::only_elements(app.lang));
        return Vec::new();
    };
    if let Some(((item, _), (list, slot))) = app.copy_of(&element).zip(beside(app, &element, true))
    {
        app.edit(&Edit::Insert { list, slot, item });
    }
    Vec::new()
}

/// Copies the element under the cursor.
pub fn copy(app: &mut App) -> Vec<Effect> {
    match row_element(app) {
        Some(element) => copy_elements(app, &[element]),
        None => copy_text(app),
    }
}

/// Copies the text of a field or of an item.
fn copy_text(app: &mut App) -> Vec<Effect> {
    let parsed = &app.document.parsed;
    let node = app
        .row()
        .and_then(|row| parsed.index.locate(&parsed.tree, &row.place));
    let text = node.and_then(Node::inner).and_then(Node::text);
    let Some(text) = text.map(std::borrow::Cow::into_owned) else {
        app.refuse(w::nothing_to_copy(app.lang));
        return Vec::new();
    };
    app.clip_text = Some(text.clone());
    app.clip = None;
    app.done(w::copied(app.lang));
    vec![Effect::Copy(text)]
}

/// Moves the item one place on.
pub fn move_later(app: &mut App) -> Vec<Effect> {
    shift(app, true)
}

/// Moves the item one place back.
pub fn move_earlier(app: &mut App) -> Vec<Effect> {
    shift(app, false)
}

fn shift(app: &mut App, later: bool) -> Vec<Effect> {
    let (page, at) = (app.page().0.clone(), app.page().1);
    let rows = app.rows(&page);
    let item = rows
        .get(at)
        .filter(|row| row.of == RowOf::Item)
        .map(|row| row.place.clone());
    let slot = match later {
        true => rows.get(at + 1).map(|next| Slot::After(next.place.clone())),
        false if at == 1 => Some(Slot::First),
        false => at
            .checked_sub(2)
            .map(|to| Slot::After(rows[to].place.clone())),
    };
    match item.zip(slot) {
        Some((item, slot)) => {
            let mut after = app.cursor();
            if let Some((_, row)) = after.pages.last_mut() {
                *row = if later { at + 1 } else { at - 1 };
            }
            app.edit_and_go(
                &Edit::Move {
                    item,
                    list: page,
                    slot,
                },
                after,
            );
        }
        None => app.refuse(w::no_further(app.lang)),
    }
    Vec::new()
}

/// One more, of a number or a choice.
pub fn more(app: &mut App) -> Vec<Effect> {
    nudge(app, 1)
}

/// One less, of a number or a choice.
pub fn less(app: &mut App) -> Vec<Effect> {
    nudge(app, -1)
}

fn nudge(app: &mut App, by: i64) -> Vec<Effect> {
    let Some(row) = app.row() else {
        return Vec::new();
    };
    let RowOf::Field(field) = row.of else {
        return Vec::new();
    };
    let scale = app.journey().scale;
    let (low, high) = match field.of {
        Type::Whole(low, high) => (low, high),
        Type::OnScale => (scale.min, scale.max),
        _ => return Vec::new(),
    };
    let parsed = &app.document.parsed;
    let node = parsed
        .index
        .locate(&parsed.tree, &row.place)
        .and_then(Node::inner);
    let now = node.and_then(Node::integer);
    let next = now
        .map_or(0.clamp(low, high), |now| now.saturating_add(by))
        .clamp(low, high);
    if now != Some(next) {
        app.edit(&Edit::value(row.place, next));
    }
    Vec::new()
}
