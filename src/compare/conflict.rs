//! What two sides changed so that a person must decide, and how each decision is an edit.

use super::order;
use super::{Side, home, items};
use crate::document::edit::{Edit, Slot};
use crate::journey::Parsed;
use crate::journey::place::{ElementKey, Place};
use crate::ron_text::{fragment, value_text};

/// A conflict. The merged text holds a provisional answer that loses nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// What it is about.
    pub about: About,
    /// What stood there before, as RON; `None` where nothing did.
    pub base: Option<String>,
    /// What our side says; `None` where it says nothing (any more).
    pub ours: Option<String>,
    /// What their side says.
    pub theirs: Option<String>,
}

/// What a conflict is about.
#[derive(Debug, Clone, PartialEq)]
pub enum About {
    /// A field, an item without id or a record that counts as one value: both changed it, or one
    /// removed what the other changed.
    Fact(Place),
    /// One side removed an element or record, the other changed it or something in it, or refers
    /// to it.
    Presence {
        /// The element or record.
        item: Place,
        /// The list that the element stands in, and what stands before it there; `None` for a
        /// record that is a field.
        list: Option<(Place, Vec<Place>)>,
        /// The side on which it is gone.
        gone: Side,
        /// What the other side changed: elements, records, or references.
        because: Vec<Place>,
    },
    /// Both moved an element, or both added it, each to another list.
    Home {
        /// The element.
        element: ElementKey,
        /// Its list and what stands before it there, on our side.
        ours: (Place, Vec<Place>),
        /// The same on their side.
        theirs: (Place, Vec<Place>),
    },
    /// The two orders of a list cannot both be kept.
    Order {
        /// The list.
        list: Place,
        /// Our order of what both have.
        ours: Vec<Place>,
        /// Their order of it.
        theirs: Vec<Place>,
    },
}

impl About {
    /// Where it is.
    pub fn place(&self) -> Place {
        match self {
            About::Fact(place) | About::Order { list: place, .. } => place.clone(),
            About::Presence { item, .. } => item.clone(),
            About::Home { element, .. } => Place::of(element.clone()),
        }
    }
}

impl Conflict {
    /// A conflict about a field or item without id.
    pub(super) fn fact(place: Place, versions: [&Parsed; 3]) -> Conflict {
        let value = |version: &Parsed| {
            let node = version.index.locate(&version.tree, &place)?;
            node.inner().map(value_text)
        };
        Conflict::about(About::Fact(place.clone()), versions.map(value))
    }

    /// A conflict about an element or record that is gone on one side.
    pub(super) fn presence(about: About, versions: [&Parsed; 3]) -> Conflict {
        let place = about.place();
        let text = |version: &Parsed| {
            let node = version.index.locate(&version.tree, &place)?;
            Some(match place.last_field() {
                Some(_) => value_text(node.inner()?),
                None => fragment(node),
            })
        };
        Conflict::about(about, versions.map(text))
    }

    pub(super) fn about(about: About, [base, ours, theirs]: [Option<String>; 3]) -> Conflict {
        Conflict {
            about,
            base,
            ours,
            theirs,
        }
    }

    /// The edit that makes a text say what this side says, whatever it says now; `None` where it
    /// says so already.
    pub fn take(&self, side: Side, now: &Parsed) -> Option<Edit> {
        let value = match side {
            Side::Ours => &self.ours,
            Side::Theirs => &self.theirs,
        };
        match &self.about {
            About::Fact(place) => self.say(place, value.as_deref(), now),
            About::Presence { item, list, .. } => match (value, list) {
                (Some(text), Some((list, before))) => come(item, list, before, text, now),
                (text, _) => self.say(item, text.as_deref(), now),
            },
            About::Home {
                element,
                ours,
                theirs,
            } => {
                let (list, before) = if side == Side::Ours { ours } else { theirs };
                go_to(element, list, before, now)
            }
            About::Order { list, ours, theirs } => {
                let order = if side == Side::Ours { ours } else { theirs };
                arrange(list, order, now)
            }
        }
    }

    /// The edit that makes a text say what a person typed: another value for a field.
    pub fn type_own(&self, value: String) -> Option<Edit> {
        match &self.about {
            About::Fact(place) => Some(Edit::value(place.clone(), value)),
            _ => None,
        }
    }

    fn say(&self, place: &Place, value: Option<&str>, now: &Parsed) -> Option<Edit> {
        let there = now.index.locate(&now.tree, place);
        match (value, there) {
            (None, None) => None,
            (None, Some(_)) => Some(Edit::Remove {
                item: place.clone(),
            }),
            (Some(value), Some(node)) if node.inner().map(value_text).as_deref() == Some(value) => {
                None
            }
            (Some(value), None) if place.last_field().is_none() => Some(Edit::Insert {
                list: place.up()?,
                slot: Slot::Last,
                item: value.to_owned(),
            }),
            (Some(value), _) => Some(Edit::value(place.clone(), value)),
        }
    }
}

/// The item comes into the list, behind the nearest of these that is there.
pub(super) fn come(
    item: &Place,
    list: &Place,
    before: &[Place],
    text: &str,
    now: &Parsed,
) -> Option<Edit> {
    let is_there = now.index.locate(&now.tree, item).is_some();
    (!is_there).then(|| Edit::Insert {
        list: list.clone(),
        slot: behind(before, list, now),
        item: text.to_owned(),
    })
}

/// The element goes into the list, behind the nearest of these that is there.
pub(super) fn go_to(
    element: &ElementKey,
    list: &Place,
    before: &[Place],
    now: &Parsed,
) -> Option<Edit> {
    let is_elsewhere = home(now, element).is_some_and(|home| home != *list);
    is_elsewhere.then(|| Edit::Move {
        item: Place::of(element.clone()),
        list: list.clone(),
        slot: behind(before, list, now),
    })
}

/// The slot behind the nearest of these that the list has.
fn behind(before: &[Place], list: &Place, now: &Parsed) -> Slot {
    let there = items(now, list);
    let nearest = before.iter().rev().find(|place| there.contains(place));
    nearest.map_or(Slot::First, |place| Slot::After(place.clone()))
}

/// Puts items of a list into an order; the others stay behind their predecessors.
pub(super) fn arrange(list: &Place, order: &[Place], now: &Parsed) -> Option<Edit> {
    let current = items(now, list);
    let there: Vec<&Place> = order.iter().filter(|item| current.contains(item)).collect();
    let target = order::with_new(&there, &current, &[]);
    let moves = moves(list, &current, &target);
    (!moves.is_empty()).then_some(Edit::Many(moves))
}

/// The moves within a list from one order to another of the same items.
pub(super) fn moves(list: &Place, current: &[Place], target: &[Place]) -> Vec<Edit> {
    let stay = order::stay(current, target);
    let mut moves = Vec::new();
    let mut slot = Slot::First;
    for item in target {
        if !stay.contains(item) {
            moves.push(Edit::Move {
                item: item.clone(),
                list: list.clone(),
                slot: slot.clone(),
            });
        }
        slot = Slot::After(item.clone());
    }
    moves
}
