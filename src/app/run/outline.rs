//! Commands of the outline: restructuring, one element or all that are marked.

use super::element::{ask_name, beside, slot_for};
use super::remove::remove_all;
use super::{dialogs, list, screens};
use crate::app::edits::Asked;
use crate::app::effect::Effect;
use crate::app::options::Choice;
use crate::app::outline::{OutlineOf, OutlineRow};
use crate::app::{App, Screen};
use crate::document::edit::{Edit, Slot};
use crate::i18n as w;
use crate::journey::fields::{Field, Kind, Type};
use crate::journey::place::{ElementKey, Place};
use crate::ron_text::Node;

impl App {
    /// The row under the cursor of the outline.
    fn outline_row(&self) -> Option<OutlineRow> {
        let row = self.lists.cursor(Screen::Outline).row;
        self.outline().into_iter().nth(row)
    }
}

/// Opens an element in the inspector; opens or closes a list.
pub fn enter(app: &mut App) -> Vec<Effect> {
    match app.outline_row().map(|row| (row.of, row.folds)) {
        Some((OutlineOf::Element(_), _)) => list::open(app),
        Some((OutlineOf::Lent(_), _)) => screens::open_company(app),
        Some((OutlineOf::List(_), true)) => turn(app, None),
        Some((OutlineOf::List(_), false)) => add_after(app),
        None => Vec::new(),
    }
}

/// Opens or closes what stands below the cursor.
pub fn toggle(app: &mut App) -> Vec<Effect> {
    turn(app, None)
}

/// Shows what stands below the cursor; on what is open, goes to it.
pub fn unfold(app: &mut App) -> Vec<Effect> {
    match app.outline_row() {
        Some(row) if row.folds && row.is_open => list::down(app),
        _ => turn(app, Some(true)),
    }
}

/// Closes what stands below the cursor; on what is closed, goes to what stands above it.
pub fn fold(app: &mut App) -> Vec<Effect> {
    let Some(row) = app.outline_row() else {
        return Vec::new();
    };
    if row.folds && row.is_open {
        return turn(app, Some(false));
    }
    let at = app.lists.cursor(Screen::Outline).row;
    let above = app.outline()[..at]
        .iter()
        .rposition(|it| it.depth < row.depth);
    app.to_entry(above.unwrap_or(at));
    Vec::new()
}

fn turn(app: &mut App, to: Option<bool>) -> Vec<Effect> {
    let row = app.outline_row().filter(|row| row.folds);
    if let Some(row) = row.filter(|row| to != Some(row.is_open))
        && !app.lists.turned.remove(&row.place)
    {
        app.lists.turned.insert(row.place);
    }
    Vec::new()
}

/// Marks what stands under the cursor, or takes its mark away, and goes on.
pub fn mark(app: &mut App) -> Vec<Effect> {
    let row = app.outline_row();
    if let Some(row) = row.filter(|row| matches!(row.of, OutlineOf::Element(_))) {
        let marked = &mut app.lists.marked;
        match marked.iter().position(|place| *place == row.place) {
            Some(at) => _ = marked.remove(at),
            None => marked.push(row.place),
        }
    }
    list::down(app)
}

/// Marks all elements that stand in one list with the one under the cursor.
pub fn mark_all(app: &mut App) -> Vec<Effect> {
    let Some(here) = app.here() else {
        return Vec::new();
    };
    let Some((list, _)) = beside(app, &here, true) else {
        return Vec::new();
    };
    let parsed = &app.document.parsed;
    let node = parsed.index.locate(&parsed.tree, &list);
    let items = node.into_iter().flat_map(Node::children);
    app.lists.marked = items.map(|item| parsed.index.place(item)).collect();
    Vec::new()
}

/// Edits the name of what stands under the cursor.
pub fn rename(app: &mut App) -> Vec<Effect> {
    let Some(element) = app.here() else {
        return Vec::new();
    };
    let names = ["name", "title", "text", "metric"];
    let field = names
        .into_iter()
        .find(|name| element.kind.field(name).is_some());
    if let Some(field) = field {
        super::inspector::open_control(app, &Place::of(element).field(field));
    }
    Vec::new()
}

/// Adds after what stands under the cursor; on a list, to its end.
pub fn add_after(app: &mut App) -> Vec<Effect> {
    add(app, true)
}

/// Adds before what stands under the cursor.
pub fn add_before(app: &mut App) -> Vec<Effect> {
    add(app, false)
}

fn add(app: &mut App, after: bool) -> Vec<Effect> {
    let Some(row) = app.outline_row() else {
        return Vec::new();
    };
    match row.of {
        OutlineOf::List(_) => super::inspector::add_to(app, &row.place, Slot::Last),
        OutlineOf::Lent(_) => app.refuse(w::lent(app.lang)),
        OutlineOf::Element(_) => {
            let slot = row.place.element.and_then(|it| beside(app, &it, after));
            if let Some((list, slot)) = slot {
                super::inspector::add_to(app, &list, slot);
            }
        }
    }
    Vec::new()
}

/// Adds a touchpoint to the stage at the cursor.
pub fn add_touchpoint(app: &mut App) -> Vec<Effect> {
    match slot_for(app, Kind::Touchpoint) {
        Some((list, slot)) if list.element.is_some() => {
            ask_name(app, Kind::Touchpoint, list, slot);
        }
        _ => app.refuse(w::no_stage_here(app.lang)),
    }
    Vec::new()
}

/// Deletes the element under the cursor, or all that are marked.
pub fn delete(app: &mut App) -> Vec<Effect> {
    let targets: Vec<Place> = app.targets().into_iter().map(Place::of).collect();
    remove_all(app, &targets);
    Vec::new()
}

/// What was marked to set a field of it is not meant by the next command too.
pub fn unmark_after(app: &mut App, asked: &Asked) {
    if matches!(asked, Asked::Fields(..)) {
        app.lists.marked.clear();
    }
}

/// Asks for the stage that the touchpoints go to.
pub fn to_stage(app: &mut App) -> Vec<Effect> {
    let targets = app.targets();
    if targets.iter().any(|it| it.kind != Kind::Touchpoint) || targets.is_empty() {
        app.refuse(w::only_touchpoints_move(app.lang));
        return Vec::new();
    }
    let choices = app.elements_of(Some(Kind::Stage));
    let asked = Asked::MoveTo(targets);
    dialogs::ask_one(app, w::to_which_stage(app.lang).to_owned(), choices, asked);
    Vec::new()
}

/// The edits that bring touchpoints to the end of a stage, in their order.
pub fn move_to(stage: &ElementKey, touchpoints: &[ElementKey]) -> Edit {
    let list = Place::of(stage.clone()).field("touchpoints");
    let to = |it: &ElementKey| Edit::Move {
        item: Place::of(it.clone()),
        list: list.clone(),
        slot: Slot::Last,
    };
    Edit::Many(touchpoints.iter().map(to).collect())
}

/// Asks which field of all marked elements is to be set.
pub fn set_field(app: &mut App) -> Vec<Effect> {
    let targets = app.targets();
    let Some(kind) = targets.first().map(|it| it.kind) else {
        return Vec::new();
    };
    if targets.iter().any(|it| it.kind != kind) {
        app.refuse(w::only_one_kind(app.lang));
        return Vec::new();
    }
    let fields = kind.spec().fields.iter();
    let settable = fields.filter(|field| is_settable(field.of));
    let choice = |field: &Field| Choice::plain((field.word)(app.lang), field.name);
    let choices = settable.map(choice).collect();
    let title = w::set_which_field(app.lang, targets.len());
    dialogs::ask_one(app, title, choices, Asked::FieldOf(targets));
    Vec::new()
}

/// Fields that several elements may share.
fn is_settable(of: Type) -> bool {
    !matches!(
        of,
        Type::Id
            | Type::Flag
            | Type::Texts
            | Type::Metric
            | Type::Record(_)
            | Type::Records(_)
            | Type::Elements(_)
    )
}

/// Opens the control for a field of several elements.
pub fn ask_field(app: &mut App, elements: &[ElementKey], field: &str) {
    let mut places = elements.iter().map(|it| Place::of(it.clone()).field(field));
    let Some(first) = places.next() else { return };
    let others: Vec<Place> = places.collect();
    super::inspector::open_control(app, &first);
    dialogs::for_others_too(app, others);
}
