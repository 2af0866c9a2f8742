//! The last change, to be made once more on another element: what was done and what was answered,
//! as data. Knows no keys.

use super::command::Command;
use super::map::{Lane, Row};
use super::{App, Screen};
use crate::journey::fields::Type;
use crate::journey::place::{ElementKey, Place, Step};

/// What can be done again.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    /// The command of this name.
    Command(&'static str),
    /// The field at the end of these steps from the element was edited.
    Edit(Vec<Step>),
    /// Something was added to the list there.
    Add(Vec<Step>),
    /// What stands there was removed.
    Clear(Vec<Step>),
}

/// What a dialog was answered.
#[derive(Debug, Clone, PartialEq)]
pub enum Given {
    /// This was typed.
    Typed(String),
    /// These values were picked.
    Picked(Vec<Option<String>>),
    /// The answer with this key.
    Key(char),
}

/// A change.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What was done.
    pub deed: Deed,
    /// What was answered on the way.
    pub answers: Vec<Given>,
    /// The elements that it was done on.
    pub on: Vec<ElementKey>,
}

/// What `.` does next, and what may become that.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Repeat {
    /// The last change.
    pub last: Option<Change>,
    /// A command that is not over yet, and the state of the document before it.
    going: Option<(Change, usize)>,
}

/// Whether a command can be repeated, and as what.
#[derive(Clone, Copy)]
pub enum Again {
    /// It cannot.
    No,
    /// As itself.
    Same,
    /// As what it means where the cursor stands.
    As(fn(&App) -> Option<Deed>),
}

impl App {
    /// A command begins; `.` may repeat it.
    pub(super) fn begin_change(&mut self, command: &'static Command) {
        let deed = match command.again {
            Again::No => None,
            Again::Same => Some(Deed::Command(command.name)),
            Again::As(deed) => deed(self),
        };
        let on = self.stood_on();
        let change = |deed| Change {
            deed,
            answers: Vec::new(),
            on,
        };
        self.repeat.going = deed.map(|deed| (change(deed), self.document.state()));
    }

    /// A dialog was answered.
    pub(super) fn answered(&mut self, given: Given) {
        if let Some((change, _)) = &mut self.repeat.going {
            change.answers.push(given);
        }
    }

    /// A dialog was left: what was begun is given up, unless it has changed something already.
    pub(super) fn give_up_change(&mut self) {
        let state = self.document.state();
        self.repeat.going = self
            .repeat
            .going
            .take()
            .filter(|(_, before)| *before != state);
    }

    /// What is over and has changed something is what `.` repeats. A command that sets what is
    /// set already counts too: it says what the next ones get.
    pub(super) fn settle_repeat(&mut self) {
        if !self.dialogs.is_empty() {
            return;
        }
        let Some((change, state)) = self.repeat.going.take() else {
            return;
        };
        let has_changed = self.document.state() != state;
        let was_refused = self.was_refused();
        let counts = !change.answers.is_empty() || matches!(change.deed, Deed::Command(_));
        if has_changed || (counts && !was_refused) {
            self.repeat.last = Some(change);
        }
    }

    /// The elements that a command is for here.
    pub(super) fn stood_on(&self) -> Vec<ElementKey> {
        match (self.screen, self.behind) {
            (Screen::Inspector, _) => self.page().0.element.clone().into_iter().collect(),
            (_, Screen::Map) => self.column_element(self.map.column).into_iter().collect(),
            _ => self.targets(),
        }
    }

    /// What editing means on the map.
    pub(super) fn map_edit(&self) -> Option<Deed> {
        match self.map.row {
            Row::Stage => None,
            Row::Lane(Lane::MomentOfTruth) => Some(Deed::Command("moment-of-truth")),
            row => Some(Deed::Edit(field_steps(row.field()?))),
        }
    }

    /// What adding means on the map; another name for another element is no repetition.
    pub(super) fn map_add(&self) -> Option<Deed> {
        match self.map.row {
            Row::Stage | Row::Name => None,
            Row::Lane(Lane::Notes) => Some(Deed::Command("note")),
            Row::Lane(lane) if lane.is_list() => Some(Deed::Add(field_steps(lane.field()?))),
            _ => self.map_edit(),
        }
    }

    /// What deleting means on the map, where it leaves the element.
    pub(super) fn map_clear(&self) -> Option<Deed> {
        match self.map.row {
            Row::Stage | Row::Name => None,
            row if row.lane().is_some_and(Lane::is_list) => None,
            row => Some(Deed::Clear(field_steps(row.field()?))),
        }
    }

    /// What editing means in the inspector: of fields alone, items are named by what they say.
    pub(super) fn row_edit(&self) -> Option<Deed> {
        self.row_steps().map(Deed::Edit)
    }

    /// What adding means in the inspector: to the list of the page, or of the row.
    pub(super) fn row_add(&self) -> Option<Deed> {
        let page = self.page().0;
        let is_list = |place: &Place| {
            let field = self.field_of(place);
            field.is_some_and(|field| matches!(field.of, Type::Texts))
        };
        match is_list(page) {
            true => fields_only(page).map(Deed::Add),
            false => self.row_steps().map(Deed::Add),
        }
    }

    /// What clearing means in the inspector.
    pub(super) fn row_clear(&self) -> Option<Deed> {
        self.row_steps().map(Deed::Clear)
    }

    fn row_steps(&self) -> Option<Vec<Step>> {
        fields_only(&self.row()?.place)
    }
}

fn field_steps(name: &str) -> Vec<Step> {
    vec![Step::Field(name.to_owned())]
}

/// The steps of a place that is not in a list, and means the same in another element.
fn fields_only(place: &Place) -> Option<Vec<Step>> {
    let is_field = |step: &Step| matches!(step, Step::Field(_));
    let is_plain = !place.steps.is_empty() && place.steps.iter().all(is_field);
    (is_plain && place.element.is_some()).then(|| place.steps.clone())
}
