//! Two versions of a journey → what differs; three → merged text and conflicts.
//!
//! Elements are matched by kind and id wherever they stand, fields by name, items without id by
//! key. One mechanism serves the diff, the merge driver, a change of the file from outside and
//! recovery. Pure: knows no git, no file, no screen and no words.

mod aligned;
mod conflict;
mod differences;
#[cfg(test)]
mod differences_tests;
mod fates;
mod markers;
mod merge;
#[cfg(test)]
mod merge_tests;
mod order;
mod own;
mod reconcile;
mod redo;
#[cfg(test)]
mod redo_tests;
mod renamed;
mod take_over;
#[cfg(test)]
mod take_over_tests;
mod wanted;

pub use aligned::{Aligned, aligned};
pub use conflict::{About, Conflict};
pub use differences::{Difference, differences};
pub use markers::{Markers, conflicted, sides, with_markers};
pub use merge::{Merged, can_be_merged, merge, resolved};
pub use own::comment_text;
pub use redo::{Redone, Wrong};
pub use take_over::{NotTaken, take_over};

use crate::journey::Parsed;
use crate::journey::place::{ElementKey, Place, item_step};
use crate::ron_text::{Node, NodeKind};

/// One of the two that are merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// The text that the other's changes come into.
    Ours,
    /// The text whose changes come.
    Theirs,
}

impl Side {
    /// The other one.
    pub fn other(self) -> Side {
        match self {
            Side::Ours => Side::Theirs,
            Side::Theirs => Side::Ours,
        }
    }
}

/// Which of the three texts of a merge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// What both sides come from.
    Base,
    /// Our side.
    Ours,
    /// Their side.
    Theirs,
}

/// Why texts cannot be merged by identity: they are to be merged by line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoMerge {
    /// It cannot be read as a journey, or holds a field twice.
    #[error("{0:?} cannot be read")]
    Unreadable(Version),
    /// Elements of it have no id, or share one.
    #[error("elements of {0:?} have no id of their own")]
    UnclearIds(Version),
    /// One is a journey, another a company.
    #[error("the texts are of different kinds")]
    DifferentKinds,
    /// The text would not say what was merged.
    #[error("the text would not say what was merged")]
    NotAsMeant,
}

/// The three texts of a merge, read.
struct Versions<'v> {
    base: &'v Parsed,
    ours: &'v Parsed,
    theirs: &'v Parsed,
}

impl<'v> Versions<'v> {
    fn all(&self) -> [&'v Parsed; 3] {
        [self.base, self.ours, self.theirs]
    }

    fn side(&self, side: Side) -> &'v Parsed {
        match side {
            Side::Ours => self.ours,
            Side::Theirs => self.theirs,
        }
    }
}

/// The list that an element stands in.
pub fn home(version: &Parsed, key: &ElementKey) -> Option<Place> {
    let node = version.tree.node(version.index.node(key)?);
    Some(version.index.place(node.parent()?))
}

/// The lists of elements directly in an element (none: the journey), each with its elements in
/// their order.
fn children(version: &Parsed, element: Option<&ElementKey>) -> Vec<(Place, Vec<ElementKey>)> {
    let (tree, index) = (&version.tree, &version.index);
    let node = element.map_or_else(|| index.root(), |key| index.node(key));
    let mut open: Vec<_> = node
        .and_then(|id| tree.node(id).inner())
        .into_iter()
        .collect();
    let mut found = Vec::new();
    while let Some(node) = open.pop() {
        let key = |child: Node<'_>| index.key(child.inner()?.id()).cloned();
        match node.kind() {
            NodeKind::List => {
                let keys: Vec<ElementKey> = node.children().filter_map(key).collect();
                if !keys.is_empty() {
                    found.push((index.place(node), keys));
                }
            }
            _ => open.extend(node.children().filter(|child| child.key().is_some())),
        }
    }
    found.reverse();
    found
}

/// The places of the items of a list, in their order.
pub fn items(version: &Parsed, list: &Place) -> Vec<Place> {
    let node = version
        .index
        .locate(&version.tree, list)
        .and_then(Node::inner);
    let item = |item: Node<'_>| {
        let key = item.inner().and_then(|inner| version.index.key(inner.id()));
        key.cloned().map_or_else(
            || {
                let mut place = list.clone();
                place.steps.push(item_step(item));
                place
            },
            Place::of,
        )
    };
    let items = node.filter(|node| node.kind() == NodeKind::List);
    items.map_or_else(Vec::new, |list| list.children().map(item).collect())
}

/// What comes of each item, in their order; of many items by two threads.
fn of_each<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    const MANY: usize = 500;
    let (one, other) = match items.len() {
        MANY.. => items.split_at(items.len() / 2),
        _ => (items, &items[..0]),
    };
    let all = |items: &[T]| items.iter().map(&work).collect::<Vec<R>>();
    if other.is_empty() {
        return all(one);
    }
    std::thread::scope(|scope| {
        let other = scope.spawn(|| all(other));
        let mut found = all(one);
        match other.join() {
            Ok(others) => found.extend(others),
            Err(panic) => std::panic::resume_unwind(panic),
        }
        found
    })
}
