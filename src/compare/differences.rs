//! What differs between two versions of a journey, fact by fact: what a person is told. Elements
//! are followed by id wherever they went. Knows no words.

use std::collections::HashSet;

use super::own::{Own, Way, alike, place_of, surplus};
use super::renamed::Renamed;
use super::{children, home, order};
use crate::journey::Parsed;
use crate::journey::place::{ElementKey, Place, Step};
use crate::ron_text::{self, Node};

/// One difference. Values are to be looked up in the two versions by their places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// The element is new, with all that is in it.
    Added(ElementKey),
    /// The element is gone, with all that was in it and is not elsewhere now.
    Removed(ElementKey),
    /// The element went from the list of one element to that of another.
    Moved {
        /// The element.
        element: ElementKey,
        /// The list it was in.
        from: Place,
        /// The list it is in.
        to: Place,
    },
    /// These items of the list stand elsewhere in it; the others kept their order.
    Reordered {
        /// The list.
        list: Place,
        /// What changed its place.
        items: Vec<Place>,
    },
    /// The element got another id, and is otherwise the same.
    NewId {
        /// The element in the old version.
        from: ElementKey,
        /// The element in the new version.
        to: ElementKey,
    },
    /// A field, a record or an item without id: set, changed or cleared. For items of lists of
    /// texts and references, one text is one item. A record of fields that mean something alone
    /// (a view, a Moment of Truth) is one only where it came or went as a whole.
    Fact(Place),
    /// A text of a list was reworded: it went where it stood and another came.
    Reworded {
        /// The text in the old version.
        from: Place,
        /// The text in the new version.
        to: Place,
    },
    /// A comment came (`true`) or went.
    Comment {
        /// The element that it is of; none: the journey itself.
        element: Option<ElementKey>,
        /// The comment as it is written.
        text: String,
        /// It is there in the new version.
        is_new: bool,
    },
}

/// What differs between two versions: in the order of the new one, then what is gone.
pub fn differences(old: &Parsed, new: &Parsed) -> Vec<Difference> {
    let mut found = Vec::new();
    if old.tree.text() == new.tree.text() {
        return found;
    }
    let renamed = Renamed::between(old, new);
    of_element(old, new, None, &mut found);
    for (key, node) in new.index.elements() {
        let before = renamed.former(key);
        match old.index.node(before) {
            None if is_outermost(new, key, old, &renamed) => {
                found.push(Difference::Added(key.clone()));
            }
            None => {}
            Some(_) if before != key => found.push(Difference::NewId {
                from: before.clone(),
                to: key.clone(),
            }),
            Some(before) => {
                moved(old, new, key, &renamed, &mut found);
                if !is_written_alike(old.tree.node(before), new.tree.node(node)) {
                    of_element(old, new, Some(key), &mut found);
                }
            }
        }
    }
    let gone = old.index.elements().map(|(key, _)| key);
    let gone = gone.filter(|key| new.index.node(key).is_none() && !renamed.is_former(key));
    let gone = gone.filter(|key| {
        let around = home(old, key).and_then(|list| list.element);
        around.is_none_or(|it| new.index.node(&it).is_some() || renamed.is_former(&it))
    });
    found.extend(gone.cloned().map(Difference::Removed));
    found.retain(|difference| !renamed.explains(old, new, difference));
    found
}

/// The element around this one (if any) is in the old version too.
fn is_outermost(new: &Parsed, key: &ElementKey, old: &Parsed, renamed: &Renamed) -> bool {
    let around = home(new, key).and_then(|list| list.element);
    around.is_none_or(|around| old.index.node(renamed.former(&around)).is_some())
}

/// The text of the two is the same, comments beside them included.
pub(super) fn is_written_alike(one: Node<'_>, other: Node<'_>) -> bool {
    let same_value = one.raw() == other.raw();
    same_value && text_with_comments(one) == text_with_comments(other)
}

fn text_with_comments(node: Node<'_>) -> &str {
    &node.tree().text()[ron_text::extent(node)]
}

fn moved(
    old: &Parsed,
    new: &Parsed,
    key: &ElementKey,
    renamed: &Renamed,
    found: &mut Vec<Difference>,
) {
    let (Some(from), Some(to)) = (home(old, key), home(new, key)) else {
        return;
    };
    let former = to.element.as_ref().map(|element| renamed.former(element));
    if from.steps != to.steps || from.element.as_ref() != former {
        let element = key.clone();
        found.push(Difference::Moved { element, from, to });
    }
}

fn of_element(
    old: &Parsed,
    new: &Parsed,
    element: Option<&ElementKey>,
    found: &mut Vec<Difference>,
) {
    let (before, after) = (Own::of(old, element), Own::of(new, element));
    facts(&before, &after, element, found);
    lists_of_elements(old, new, element, found);
    let mut comments = |texts: Vec<&str>, is_new| {
        found.extend(texts.into_iter().map(|text| Difference::Comment {
            element: element.cloned(),
            text: text.to_owned(),
            is_new,
        }));
    };
    comments(surplus(&before.comments, &after.comments), false);
    comments(surplus(&after.comments, &before.comments), true);
}

fn facts(
    before: &Own<'_>,
    after: &Own<'_>,
    element: Option<&ElementKey>,
    found: &mut Vec<Difference>,
) {
    let place = |way: &[Step]| place_of(element, way);
    let reworded = reworded(before, after);
    for (from, to) in &reworded {
        let (from, to) = (place(from), place(to));
        found.push(Difference::Reworded { from, to });
    }
    let whole = whole_records(before, after);
    found.extend(whole.iter().map(|way| Difference::Fact(place(way))));
    let mut told: HashSet<&Way> = reworded.iter().flat_map(|(from, to)| [from, to]).collect();
    let all = before.facts().chain(after.facts()).map(|(way, _)| way);
    told.extend(all.filter(|way| whole.iter().any(|record| way.starts_with(record))));
    let gone = before.facts().filter(|(way, _)| after.fact(way).is_none());
    let differs = |(way, node): &(&Way, Node<'_>)| !alike(before.fact(way), Some(*node));
    let ways = after.facts().filter(differs).chain(gone);
    let ways = ways.map(|(way, _)| way).filter(|way| !told.contains(way));
    found.extend(ways.map(|way| Difference::Fact(place(way))));
    for (list, items) in &after.lists {
        let old = before.lists.iter().find(|(way, _)| way == list);
        let moved = old.map_or_else(Vec::new, |(_, old)| displaced(old, items));
        if !moved.is_empty() {
            found.push(Difference::Reordered {
                list: place(list),
                items: moved.iter().map(|way| place(way)).collect(),
            });
        }
    }
}

/// The records that came or went with all their fields; not those inside of others.
fn whole_records<'w>(before: &'w Own<'_>, after: &'w Own<'_>) -> Vec<&'w Way> {
    let alone = |these: &'w Own<'_>, those: &'w Own<'_>| {
        let gone = |way: &&Way| !those.records.contains(way);
        these.records.iter().filter(gone).collect::<Vec<_>>()
    };
    let mut whole = [alone(after, before), alone(before, after)].concat();
    let all = whole.clone();
    whole.retain(|way| !all.iter().any(|it| it != way && way.starts_with(it)));
    whole
}

/// Texts that stand where another stood before, pair by pair.
pub(super) fn reworded(before: &Own<'_>, after: &Own<'_>) -> Vec<(Way, Way)> {
    let mut pairs = Vec::new();
    for (list, new) in &after.lists {
        let Some((_, old)) = before.lists.iter().find(|(way, _)| way == list) else {
            continue;
        };
        let kept: HashSet<&Way> = old.iter().filter(|way| new.contains(way)).collect();
        pairs.extend(
            between(old, &kept)
                .zip(between(new, &kept))
                .flat_map(|(gone, come)| {
                    let texts = |own: &Own<'_>, ways: &[Way]| {
                        ways.iter()
                            .all(|way| own.fact(way).is_some_and(Node::is_text))
                    };
                    let pairs =
                        gone.len() == come.len() && texts(before, &gone) && texts(after, &come);
                    let pairs = pairs.then(|| gone.into_iter().zip(come));
                    pairs.into_iter().flatten().collect::<Vec<_>>()
                }),
        );
    }
    pairs
}

/// What stands before, between and behind the items that are kept.
fn between<'w>(items: &'w [Way], kept: &'w HashSet<&Way>) -> impl Iterator<Item = Vec<Way>> + 'w {
    items.split(|way| kept.contains(way)).map(<[Way]>::to_vec)
}

fn lists_of_elements(
    old: &Parsed,
    new: &Parsed,
    element: Option<&ElementKey>,
    found: &mut Vec<Difference>,
) {
    for (list, items) in children(new, element) {
        let before = children(old, element);
        let before = before.into_iter().find(|(place, _)| *place == list);
        let items = before.map_or_else(Vec::new, |(_, old)| displaced(&old, &items));
        if !items.is_empty() {
            let items = items.into_iter().map(Place::of).collect();
            found.push(Difference::Reordered { list, items });
        }
    }
}

/// The items of both that changed their order.
fn displaced<T: Eq + std::hash::Hash + Clone>(old: &[T], new: &[T]) -> Vec<T> {
    let stay = order::stay(old, new);
    let moved = new
        .iter()
        .filter(|item| old.contains(item) && !stay.contains(item));
    moved.cloned().collect()
}
