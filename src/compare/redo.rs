//! What a committed merge says otherwise than the merge by id of the same three versions: what
//! was lost in it, and what nobody said. Knows no git and no words.
//!
//! A person may merge by hand, and honest work is no fault:
//! - what one side says where both changed it is a choice;
//! - what the merge by id calls a conflict is a person's to answer, in any words; and in a file
//!   with a conflict a person may write what the answer needs, so only losses count there;
//! - texts and comments that both sides reworded may become one;
//! - where new things stand among others is free.

use std::collections::HashSet;

use super::own::{Own, comment_text};
use super::{About, Conflict, Difference, Side, differences, home, items};
use crate::document::value::Value;
use crate::journey::Parsed;
use crate::journey::place::{ElementKey, Place, Step};

/// A merge that was committed, beside the merge by id of what it was made of.
pub struct Redone<'r> {
    /// What both sides come from.
    pub base: &'r Parsed,
    /// The first parent.
    pub ours: &'r Parsed,
    /// The second parent.
    pub theirs: &'r Parsed,
    /// The merge by id.
    pub merged: &'r Parsed,
    /// Its conflicts.
    pub conflicts: &'r [Conflict],
    /// What was committed.
    pub committed: &'r Parsed,
}

/// What is wrong with something in a committed merge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// This side changed it, the other did not, and it is as it was before.
    Lost(Side),
    /// No side says so.
    Unsaid,
}

impl Redone<'_> {
    /// What is wrong, as the difference from the merge by id to what was committed.
    pub fn faults(&self) -> Vec<(Difference, Wrong)> {
        let all = differences(self.merged, self.committed);
        let open = all.into_iter().filter(|it| !self.is_in_conflict(it));
        let judged = open.filter_map(|it| self.judge(&it).map(|wrong| (it, wrong)));
        let is_free = |wrong: Wrong| wrong == Wrong::Unsaid && !self.conflicts.is_empty();
        judged.filter(|(_, wrong)| !is_free(*wrong)).collect()
    }

    fn versions(&self) -> [&Parsed; 3] {
        [self.base, self.ours, self.theirs]
    }

    fn judge(&self, difference: &Difference) -> Option<Wrong> {
        match difference {
            Difference::Added(key) | Difference::Removed(key) => self.presence(key),
            Difference::NewId { from, to } => self.presence(from).or(self.presence(to)),
            Difference::Moved { element, .. } => self.by(|it| home(it, element)),
            Difference::Fact(place) => self.fact(place),
            Difference::Reworded { from, to } => self.fact(from).or_else(|| self.fact(to)),
            Difference::Reordered { list, .. } => self.order(list),
            Difference::Comment { element, text, .. } => self.comment(element.as_ref(), text),
        }
    }

    /// Judges by what each version says.
    fn by<T: PartialEq>(&self, says: impl Fn(&Parsed) -> T) -> Option<Wrong> {
        verdict(self.versions().map(&says), &says(self.committed))
    }

    fn presence(&self, key: &ElementKey) -> Option<Wrong> {
        self.by(|version| version.index.node(key).is_some())
    }

    fn fact(&self, place: &Place) -> Option<Wrong> {
        if self.is_reworded_by_both(place) {
            return None;
        }
        let says = self.versions().map(|version| value(version, place));
        verdict(says, &value(self.committed, place))
    }

    /// An item of a list in which both took away the same text: each put its wording there.
    fn is_reworded_by_both(&self, place: &Place) -> bool {
        let Some(list) = place.up().filter(|_| place.last_field().is_none()) else {
            return false;
        };
        let has = |version: &Parsed, item: &Place| items(version, &list).contains(item);
        let gone = |item: &Place| !has(self.ours, item) && !has(self.theirs, item);
        items(self.base, &list).iter().any(gone)
    }

    /// Only of what all versions have: where new things go is free.
    fn order(&self, list: &Place) -> Option<Wrong> {
        let of = |version: &Parsed| items(version, list);
        let [base, ours, theirs] = self.versions().map(of);
        let (merged, committed) = (of(self.merged), of(self.committed));
        let others: [HashSet<&Place>; 4] =
            [&ours, &theirs, &merged, &committed].map(|items| items.iter().collect());
        let common: HashSet<&Place> = base
            .iter()
            .filter(|item| others.iter().all(|other| other.contains(item)))
            .collect();
        let order = |items: &[Place]| -> Vec<Place> {
            let items = items.iter().filter(|item| common.contains(item));
            items.cloned().collect()
        };
        let committed = order(&committed);
        let differs = order(&merged) != committed;
        let versions = [&base, &ours, &theirs].map(|items| order(items));
        verdict(versions, &committed).filter(|_| differs)
    }

    fn comment(&self, element: Option<&ElementKey>, text: &str) -> Option<Wrong> {
        let comments = |version: &Parsed| -> Vec<String> {
            let own = Own::of(version, element);
            own.comments.iter().map(|it| comment_text(it)).collect()
        };
        let [base, ours, theirs] = self.versions().map(comments);
        let gone = |it: &String| !ours.contains(it) && !theirs.contains(it);
        if base.iter().any(gone) {
            return None;
        }
        let text = comment_text(text);
        let count = |comments: &Vec<String>| comments.iter().filter(|it| **it == text).count();
        let committed = comments(self.committed);
        verdict([&base, &ours, &theirs].map(count), &count(&committed))
    }

    /// A person has to say what stands there.
    fn is_in_conflict(&self, difference: &Difference) -> bool {
        let conflicts = self.conflicts.iter().map(|conflict| &conflict.about);
        let mut conflicts = conflicts.peekable();
        conflicts.peek().is_some() && conflicts.any(|about| self.concerns(about, difference))
    }

    fn concerns(&self, about: &About, difference: &Difference) -> bool {
        let is_about = |place: &Place| self.is_at(place, difference);
        match about {
            About::Fact(place) | About::Order { list: place, .. } => is_about(place),
            About::Presence { item, because, .. } => is_about(item) || because.iter().any(is_about),
            About::Home { element, .. } => match difference {
                Difference::Added(key)
                | Difference::Removed(key)
                | Difference::Moved { element: key, .. } => key == element,
                _ => false,
            },
        }
    }

    /// The difference is at this place, in it, or around it.
    fn is_at(&self, place: &Place, difference: &Difference) -> bool {
        match difference {
            Difference::Added(key)
            | Difference::Removed(key)
            | Difference::Moved { element: key, .. }
            | Difference::NewId { from: key, .. } => {
                self.is_in(Some(key), place)
                    || self.is_in(place.element.as_ref(), &Place::of(key.clone()))
            }
            Difference::Comment { element, .. } => self.is_in(element.as_ref(), place),
            Difference::Fact(at) | Difference::Reordered { list: at, .. } => self.meets(at, place),
            Difference::Reworded { from, to } => self.meets(from, place) || self.meets(to, place),
        }
    }

    fn meets(&self, at: &Place, place: &Place) -> bool {
        let leads = |one: &[Step], other: &[Step]| one.starts_with(other) || other.starts_with(one);
        match at.element == place.element {
            true => leads(&at.steps, &place.steps),
            false => self.is_in(at.element.as_ref(), place),
        }
    }

    /// The element is the one at this place, or in it, in some version.
    fn is_in(&self, element: Option<&ElementKey>, place: &Place) -> bool {
        let (Some(whole), true) = (&place.element, place.steps.is_empty()) else {
            return false;
        };
        let all = self.versions().into_iter();
        let mut all = all.chain([self.merged, self.committed]);
        all.any(|version| {
            let around = |key: &ElementKey| home(version, key)?.element;
            std::iter::successors(element.cloned(), around).any(|key| key == *whole)
        })
    }
}

/// What base, ours and theirs say, and what was committed, which is not what the merge by id says.
fn verdict<T: PartialEq>([base, ours, theirs]: [T; 3], committed: &T) -> Option<Wrong> {
    if ![&base, &ours, &theirs].contains(&committed) {
        return Some(Wrong::Unsaid);
    }
    match (*committed == base, ours != base, theirs != base) {
        (true, true, _) => Some(Wrong::Lost(Side::Ours)),
        (true, _, true) => Some(Wrong::Lost(Side::Theirs)),
        _ => None,
    }
}

/// What a fact says, or a record that came or went as a whole.
fn value<'v>(version: &'v Parsed, place: &Place) -> Option<Value<'v>> {
    let own = Own::of(version, place.element.as_ref());
    let node = match own.records.contains(&place.steps) {
        true => version.index.locate(&version.tree, place),
        false => own.fact(&place.steps),
    };
    node.and_then(Value::of)
}
