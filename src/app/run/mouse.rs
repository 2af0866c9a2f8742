//! The mouse: a click selects, a double click edits, and what is dragged goes where it is dropped.

use std::ops::Range;

use super::element::{beside, list_for};
use super::{dialogs, improvements, inspector, map};
use crate::app::dialog::Dialog;
use crate::app::effect::Effect;
use crate::app::input::Input;
use crate::app::key::{Code, Key};
use crate::app::map::{Row, Zoom};
use crate::app::update::{self, Click};
use crate::app::{App, Drag, Over, Screen};
use crate::document::edit::{Edit, Slot};
use crate::i18n as w;
use crate::journey::model::ImprovementStatus;
use crate::journey::place::{ElementKey, Place};

/// Takes a click. What it selects may be dragged from here.
pub fn click(app: &mut App, on: Click) -> Vec<Effect> {
    app.drag = None;
    let effects = select(app, on);
    let is_element = matches!(on, Click::Cell(..) | Click::Stage(_) | Click::Entry(_));
    if is_element && app.behind.can_drag() {
        app.drag = app.here().map(|element| Drag {
            element,
            over: None,
            moved: false,
        });
    }
    effects
}

fn select(app: &mut App, on: Click) -> Vec<Effect> {
    match on {
        Click::Cell(column, row) => cell(app, column, row),
        Click::Stage(stage) => {
            let column = column_of_stage(app, stage);
            cell(app, column.unwrap_or(app.map.column), Row::Stage);
        }
        Click::Label(row) => {
            app.show(Screen::Map);
            app.map.row = row;
        }
        Click::Column(column) => cell(app, column, app.map.row),
        Click::Row(row) => inspector_row(app, row),
        Click::Entry(entry) => {
            app.show(app.behind);
            app.to_entry(entry);
            if app.behind.is_before_journeys() {
                app.done(w::start_clicked(app.lang));
            }
        }
        Click::Crossing(entry, column) => {
            app.show(app.behind);
            app.to_entry(entry);
            let of_stage = || column_of_stage(app, column);
            app.map.column = match app.behind {
                Screen::Departments => of_stage().unwrap_or(app.map.column),
                _ => column,
            };
        }
        Click::State(_) => app.show(app.behind),
        Click::Choice(choice) => return choose(app, choice),
        Click::Answer(key) => return dialogs::answer(app, Key::plain(Code::Char(key))),
    }
    Vec::new()
}

fn column_of_stage(app: &App, stage: usize) -> Option<usize> {
    let mut columns = app.map.columns.iter();
    columns.position(|column| column.stage == stage)
}

/// Takes a double click: its first click has selected already.
pub fn double_click(app: &mut App, on: Click) -> Vec<Effect> {
    app.drag = None;
    match on {
        Click::Cell(..) | Click::Stage(_) => map::edit(app),
        Click::Row(_) => inspector::edit(app),
        Click::Entry(_) | Click::Crossing(..) => {
            update::update(app, Input::Key(Key::plain(Code::Enter)))
        }
        Click::Label(_) => map::fold(app),
        Click::Column(_) | Click::State(_) | Click::Choice(_) | Click::Answer(_) => click(app, on),
    }
}

fn cell(app: &mut App, column: usize, row: Row) {
    app.show(Screen::Map);
    (app.map.column, app.map.row) = (column, row);
}

fn inspector_row(app: &mut App, row: usize) {
    app.screen = Screen::Inspector;
    if let Some((_, at)) = app.inspector.pages.last_mut() {
        *at = row;
    }
}

fn choose(app: &mut App, choice: usize) -> Vec<Effect> {
    if app.capture().is_some() {
        super::capture::choose(app, choice);
        return Vec::new();
    }
    let Some(Dialog::Pick(dialog)) = app.dialogs.last_mut() else {
        return Vec::new();
    };
    let several = dialog.several;
    dialog.cursor = choice;
    if several {
        dialogs::mark(app)
    } else {
        dialogs::pick(app)
    }
}

/// The pointer with something in hand is over this.
pub fn drag(app: &mut App, over: Option<Click>) {
    let Some(dragged) = app.drag.as_ref().map(|drag| drag.element.clone()) else {
        return;
    };
    let over = over.and_then(|over| over_what(app, &dragged, over));
    match &over {
        Some(onto) => {
            let text = match onto {
                Over::Place(onto) => goes(app, &dragged, onto),
                Over::State(state) => goes_on(app, &dragged, *state),
            };
            app.tell(text);
        }
        None => app.message = None,
    }
    if let Some(drag) = &mut app.drag {
        (drag.over, drag.moved) = (over, true);
    }
}

/// What the pointer is over; nothing where that is what it has in hand.
fn over_what(app: &App, dragged: &ElementKey, over: Click) -> Option<Over> {
    let place = place_at(app, over);
    let is_itself = |place: &Place| place.element.as_ref() == Some(dragged);
    match app.behind {
        Screen::Improvements if place.as_ref().is_some_and(is_itself) => None,
        Screen::Improvements => state_at(app, over).map(Over::State),
        _ => place.filter(|it| !is_itself(it)).map(Over::Place),
    }
}

/// The state that an improvement in hand goes to, in words.
fn goes_on(app: &App, dragged: &ElementKey, state: ImprovementStatus) -> String {
    let what = app.place_in_words(&Place::of(dragged.clone()));
    let state = w::improvement_state(app.lang, Some(state));
    w::improvement_dragging(app.lang, &what, state)
}

/// The state on the board under the pointer: that of a column, or of the card there.
fn state_at(app: &App, on: Click) -> Option<ImprovementStatus> {
    match on {
        Click::State(state) => Some(state),
        Click::Entry(entry) if app.is_on_board() => improvements::state_at(app, entry),
        _ => None,
    }
}

/// Where what is in hand goes, in words.
fn goes(app: &App, dragged: &ElementKey, onto: &Place) -> String {
    let what = app.place_in_words(&Place::of(dragged.clone()));
    let place = app.place_in_words(onto);
    match goes_after(app, dragged, onto) {
        Some(true) => w::dragging_after(app.lang, &what, &place),
        Some(false) => w::dragging_before(app.lang, &what, &place),
        None => w::dragging(app.lang, &what, &place),
    }
}

/// Shows what is out of view while something is in hand: one column, or one entry.
pub fn scroll(app: &mut App, later: bool) {
    let by = if later { 1 } else { -1 };
    match app.behind {
        // All is in view, or one alone.
        Screen::Map if app.map.zoom != Zoom::Touchpoints => {}
        // Only its column matters.
        Screen::Improvements => {}
        Screen::Map => {
            let last = app.map.columns.len().saturating_sub(1);
            let first = app.map.first_column.saturating_add_signed(by).min(last);
            (app.map.first_column, app.map.column) = (first, first);
        }
        screen => {
            let row = app.lists.cursor(screen).row;
            app.to_entry(row.saturating_add_signed(by));
        }
    }
}

/// Lets go of what is in hand: it moves to where the pointer is.
pub fn drop(app: &mut App, over: Option<Click>) {
    let is_elsewhere = app.drag.as_ref().is_some_and(|it| it.moved);
    let here = over.and_then(|over| place_at(app, over));
    let is_on_itself = |it: &Drag| here.as_ref() == Some(&Place::of(it.element.clone()));
    let is_home = app.drag.as_ref().is_some_and(is_on_itself);
    if is_elsewhere || !is_home {
        drag(app, over);
    }
    let Some(Drag {
        element,
        over,
        moved,
    }) = app.drag.take()
    else {
        return;
    };
    app.message = None;
    let Some(onto) = over else {
        app.find(&element);
        if moved && !is_home {
            app.refuse(w::dropped_nowhere(app.lang));
        }
        return;
    };
    let onto = match onto {
        Over::Place(onto) => onto,
        Over::State(state) => return improvements::put(app, &element, state),
    };
    match slot_at(app, &element, &onto) {
        Some((list, slot)) => {
            let item = Place::of(element.clone());
            let after = app.cursor().on(element);
            app.edit_and_go(&Edit::Move { item, list, slot }, after);
        }
        None => {
            app.find(&element);
            app.refuse(w::cannot_drop(app.lang));
        }
    }
}

impl App {
    /// Where in the Map what is in hand would go: its columns there, and whether it goes behind
    /// them.
    pub fn landing(&self) -> Option<(Range<usize>, bool)> {
        let drag = self.drag.as_ref().filter(|_| self.behind == Screen::Map)?;
        let Some(Over::Place(onto)) = &drag.over else {
            return None;
        };
        let target = onto.element.as_ref()?;
        let is_there = |column: &usize| {
            let touchpoint = self.column_element(*column);
            let stage = || self.stage_key(self.map.columns.get(*column)?.stage);
            touchpoint.as_ref() == Some(target) || stage().as_ref() == Some(target)
        };
        let mut there = (0..self.map.columns.len()).filter(is_there);
        let first = there.next()?;
        let end = there.next_back().unwrap_or(first) + 1;
        let after = goes_after(self, &drag.element, onto);
        Some((first..end, after.unwrap_or(true)))
    }
}

/// Whether what is in hand goes behind an element of its kind, or before it; none for a list.
fn goes_after(app: &App, dragged: &ElementKey, onto: &Place) -> Option<bool> {
    let target = onto.element.as_ref().filter(|_| onto.steps.is_empty())?;
    if target.kind != dragged.kind {
        return None;
    }
    let index = &app.document.parsed.index;
    let order: Vec<&ElementKey> = index.elements().map(|(key, _)| key).collect();
    let at = |key: &ElementKey| order.iter().position(|it| *it == key);
    Some(at(target) > at(dragged))
}

/// What stands under the pointer.
fn place_at(app: &App, on: Click) -> Option<Place> {
    match on {
        Click::Cell(column, _) | Click::Column(column) => app.column_element(column).map(Place::of),
        Click::Stage(stage) => app.stage_key(stage).map(Place::of),
        Click::Entry(entry) => app.entries(app.behind).into_iter().nth(entry),
        _ => None,
    }
}

/// Beside an element of its kind, on the side that it comes towards; into the list of another.
fn slot_at(app: &App, dragged: &ElementKey, onto: &Place) -> Option<(Place, Slot)> {
    match goes_after(app, dragged, onto).zip(onto.element.as_ref()) {
        Some((after, target)) => beside(app, target, after),
        None => list_for(app, dragged.kind, onto).map(|list| (list, Slot::Last)),
    }
}
