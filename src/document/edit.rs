//! `Edit`: what changes, in journey words. The one way to change a document. Knows neither text
//! spans nor the screen.

use crate::journey::place::{ElementKey, Place};
use crate::ron_text::{CommentSpot, quote};

/// One change of a journey. Values and items are RON text.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// The field at this place gets this value; `None` clears it. A record or list on the way
    /// that is not there yet is made.
    Set {
        /// The field.
        place: Place,
        /// Its new value.
        value: Option<String>,
    },
    /// A new item for the list at this place.
    Insert {
        /// The list.
        list: Place,
        /// Where in the list.
        slot: Slot,
        /// The item, which may come with its comments.
        item: String,
    },
    /// The element or item goes, and its comments with it.
    Remove {
        /// What goes.
        item: Place,
    },
    /// The element or item goes to another place in its list or in another list of its kind.
    Move {
        /// What moves.
        item: Place,
        /// The list that it moves to.
        list: Place,
        /// Where in that list.
        slot: Slot,
    },
    /// The element gets another id, and every reference to it follows.
    ChangeId {
        /// The element.
        element: ElementKey,
        /// Its new id.
        to: String,
    },
    /// Comments come: each with its `//` or `/* */`.
    Comment {
        /// The element, field, item, or for [`CommentSpot::End`] the container.
        at: Place,
        /// Where they stand there.
        spot: CommentSpot,
        /// The comments, one a line.
        comments: Vec<String>,
    },
    /// The first comment of this text goes that is the element's own: not one of an element in
    /// it.
    Uncomment {
        /// The element; none: the journey itself.
        element: Option<ElementKey>,
        /// The comment, with its `//` or `/* */`.
        comment: String,
    },
    /// Several changes that are one step.
    Many(Vec<Edit>),
    /// The whole text is replaced: a reload, a merge, the result of an editor.
    Whole(String),
}

/// A place in a list, by neighbour and never by position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slot {
    /// Before all others.
    First,
    /// After all others.
    Last,
    /// Right after this item.
    After(Place),
}

impl Edit {
    /// The field gets this text.
    pub fn text(place: Place, text: &str) -> Edit {
        Edit::Set {
            place,
            value: Some(quote(text)),
        }
    }

    /// The field gets this value, written as RON.
    pub fn value(place: Place, value: impl ToString) -> Edit {
        Edit::Set {
            place,
            value: Some(value.to_string()),
        }
    }

    /// The field is cleared.
    pub fn clear(place: Place) -> Edit {
        Edit::Set { place, value: None }
    }
}
