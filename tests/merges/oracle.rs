//! What must come of a merge, by the rules of `docs/merge.md`, fact by fact and apart from
//! `src/compare`. Naive on purpose.

use std::collections::{BTreeMap, BTreeSet};

use crate::doc::{Bag, Doc, Element, Key, ListName, Way};

/// What must come out, and what a person must decide.
#[derive(Debug, Default)]
pub(crate) struct Expected {
    pub(crate) doc: Doc,
    /// Elements that both sides claim in ways that do not go together, and all in them.
    pub(crate) elements: BTreeSet<Key>,
    pub(crate) facts: BTreeSet<(Key, Way)>,
    pub(crate) orders: BTreeSet<ListName>,
    /// The order of what both sides have.
    pub(crate) decided: BTreeMap<ListName, Vec<String>>,
    /// Two elements of one id.
    pub(crate) ids: BTreeSet<String>,
}

impl Expected {
    pub(crate) fn is_clean(&self) -> bool {
        self.elements.is_empty()
            && self.facts.is_empty()
            && self.orders.is_empty()
            && self.ids.is_empty()
    }
}

pub(crate) struct Three<'d> {
    pub(crate) base: &'d Doc,
    pub(crate) ours: &'d Doc,
    pub(crate) theirs: &'d Doc,
}

impl Three<'_> {
    pub(crate) fn expected(&self) -> Expected {
        let mut expected = Expected::default();
        self.presence(&mut expected);
        self.say(&mut expected);
        self.orders(&mut expected);
        twins(&mut expected);
        expected
    }

    fn all(&self) -> [&Doc; 3] {
        [self.base, self.ours, self.theirs]
    }

    fn presence(&self, expected: &mut Expected) {
        let keys: BTreeSet<&Key> = self.all().iter().flat_map(|d| d.elements.keys()).collect();
        for key in keys {
            let there = self.all().map(|doc| doc.elements.get(key));
            let stays = match there {
                [_, Some(ours), Some(theirs)] => {
                    self.home(key, ours, theirs, expected);
                    continue;
                }
                [None, Some(one), None] | [None, None, Some(one)] => Some(one),
                [Some(_), Some(one), None] if self.is_touched(key, self.ours, self.theirs) => {
                    claim(expected, key, self.ours, self);
                    Some(one)
                }
                [Some(_), None, Some(one)] if self.is_touched(key, self.theirs, self.ours) => {
                    claim(expected, key, self.theirs, self);
                    Some(one)
                }
                _ => None,
            };
            if let Some(one) = stays {
                let element = Element {
                    home: one.home.clone(),
                    ..Element::default()
                };
                expected.doc.elements.insert(key.clone(), element);
            }
        }
    }

    fn home(&self, key: &Key, ours: &Element, theirs: &Element, expected: &mut Expected) {
        let base = self.base.elements.get(key).map(|element| &element.home);
        let home = match (&ours.home, &theirs.home) {
            (one, other) if one == other || base == Some(other) => one,
            (one, other) if base == Some(one) => other,
            (one, _) => {
                for doc in [self.ours, self.theirs] {
                    expected.elements.extend(within(doc, key));
                }
                one
            }
        };
        let element = Element {
            home: home.clone(),
            ..Element::default()
        };
        expected.doc.elements.insert(key.clone(), element);
    }

    /// The side did something to an element that the other removed.
    fn is_touched(&self, key: &Key, side: &Doc, remover: &Doc) -> bool {
        let (old, new) = (&self.base.elements[key], &side.elements[key]);
        let records = |element: &Element| element.records.iter().cloned().collect::<BTreeSet<_>>();
        let edited = old.facts != new.facts
            || old.comments != new.comments
            || records(old) != records(new)
            || old.home != new.home;
        let arrived = side.elements.iter().any(|(child, element)| {
            let before = self.base.elements.get(child).map(|it| &it.home);
            element.home.as_ref().is_some_and(|(owner, _)| owner == key)
                && before != Some(&element.home)
        });
        let referred = side
            .references
            .iter()
            .any(|reference| reference.2 == *key && !self.base.references.contains(reference));
        debug_assert!(!remover.elements.contains_key(key));
        edited || arrived || referred
    }

    fn say(&self, expected: &mut Expected) {
        let keys: Vec<Key> = expected.doc.elements.keys().cloned().collect();
        for key in keys {
            let nothing = Element::default();
            let there = self.all().map(|doc| doc.elements.get(&key));
            let [base, ours, theirs] = there.map(|it| it.unwrap_or(&nothing));
            let both = there[1].is_some() && there[2].is_some();
            let only = if there[1].is_some() { ours } else { theirs };
            let into = expected.doc.elements.get_mut(&key).unwrap();
            if !both {
                into.facts = only.facts.clone();
                into.records = only.records.clone();
                into.comments = only.comments.clone();
                continue;
            }
            into.comments = bags(&base.comments, &ours.comments, &theirs.comments);
            let mut conflicts = BTreeSet::new();
            records([base, ours, theirs], into, &mut conflicts);
            facts([base, ours, theirs], into, &mut conflicts);
            close_gaps(into);
            let conflicts = conflicts.into_iter().map(|way| (key.clone(), way));
            expected.facts.extend(conflicts);
        }
    }

    fn orders(&self, expected: &mut Expected) {
        let names: BTreeSet<&ListName> = self.all().iter().flat_map(|d| d.lists.keys()).collect();
        for name in names {
            let stays = |item: &String| {
                let elements = &expected.doc.elements;
                match elements.get(item) {
                    Some(element) => element.home.as_ref() == Some(name),
                    None => elements.get(&name.0).is_some_and(|owner| {
                        owner.facts.contains_key(item) || owner.records.contains(item)
                    }),
                }
            };
            let items = |doc: &Doc| -> Vec<String> {
                let items = doc.lists.get(name).into_iter().flatten();
                items.filter(|item| stays(item)).cloned().collect()
            };
            let [base, ours, theirs] = self.all().map(items);
            let order = order(&base, &ours, &theirs);
            if order.is_none() {
                expected.orders.insert(name.clone());
            }
            let order = order.unwrap_or_default();
            let both = order
                .iter()
                .filter(|it| ours.contains(it) && theirs.contains(it));
            let both: Vec<String> = both.cloned().collect();
            if !both.is_empty() {
                expected.decided.insert(name.clone(), both);
            }
            if !order.is_empty() {
                expected.doc.lists.insert(name.clone(), order);
            }
        }
    }
}

/// An element that one side removed and the other claims, with what goes or stays with it.
fn claim(expected: &mut Expected, key: &Key, keeper: &Doc, three: &Three<'_>) {
    let mut root = key.clone();
    for around in keeper.around(key) {
        let stays = three.all().map(|doc| doc.elements.contains_key(&around));
        if stays == [true; 3] || !stays[0] {
            break;
        }
        root = around;
    }
    expected.elements.extend(within(keeper, &root));
}

/// The element and all in it.
pub(crate) fn within(doc: &Doc, root: &Key) -> Vec<Key> {
    let keys = doc.elements.keys();
    let inside = keys.filter(|key| *key == root || doc.around(key).contains(root));
    inside.cloned().collect()
}

fn records(sides: [&Element; 3], into: &mut Element, conflicts: &mut BTreeSet<Way>) {
    let [base, ours, theirs] = sides;
    let ways: BTreeSet<&Way> = sides.iter().flat_map(|side| &side.records).collect();
    for way in ways {
        let under = |element: &Element| -> BTreeMap<Way, String> {
            let facts = element.facts.iter();
            let inside = facts.filter(|(at, _)| at.starts_with(&format!("{way}/")));
            inside
                .map(|(at, says)| (at.clone(), says.clone()))
                .collect()
        };
        let there = sides.map(|side| side.records.contains(way));
        let changed = |side: &Element| under(base) != under(side);
        let stays = match there {
            [true, false, false] => false,
            [true, true, false] if !changed(ours) => false,
            [true, false, true] if !changed(theirs) => false,
            [true, true, false] | [true, false, true] => {
                conflicts.insert(way.clone());
                true
            }
            _ => true,
        };
        if stays {
            into.records.push(way.clone());
        }
    }
}

fn facts(sides: [&Element; 3], into: &mut Element, conflicts: &mut BTreeSet<Way>) {
    let ways: BTreeSet<&Way> = sides.iter().flat_map(|side| side.facts.keys()).collect();
    for way in ways {
        let records = sides.iter().flat_map(|side| &side.records);
        let inside = |record: &&Way| way.starts_with(&format!("{record}/"));
        let record = records.into_iter().find(inside);
        let [base, ours, theirs] = sides.map(|side| side.facts.get(way));
        match record {
            Some(record) if !into.records.contains(record) => continue,
            Some(record) if conflicts.contains(record) => {
                let keeper = sides[1..].iter().find(|side| side.records.contains(record));
                if let Some(says) = keeper.and_then(|keeper| keeper.facts.get(way)) {
                    into.facts.insert(way.clone(), says.clone());
                }
                continue;
            }
            _ => {}
        }
        let says = match (ours, theirs) {
            _ if ours == theirs || base == theirs => ours,
            _ if base == ours => theirs,
            (Some(ours), Some(theirs)) if way == "reviewed" || way == "schema" => {
                Some(ours.max(theirs))
            }
            _ => {
                conflicts.insert(way.clone());
                ours.or(theirs)
            }
        };
        if let Some(says) = says {
            into.facts.insert(way.clone(), says.clone());
        }
    }
}

/// Equal items are told apart by number; the numbers of those that are left have no gap.
fn close_gaps(element: &mut Element) {
    let ways = |element: &Element| -> Vec<Way> {
        let facts = element.facts.keys().cloned();
        facts.chain(element.records.iter().cloned()).collect()
    };
    for way in ways(element) {
        let Some((item, nth)) = way.strip_suffix(']').and_then(|it| it.rsplit_once('#')) else {
            continue;
        };
        let Ok(nth) = nth.parse::<usize>() else {
            continue;
        };
        let free = (0..nth).map(|nth| format!("{item}#{nth}]"));
        let there = ways(element);
        let Some(free) = free.into_iter().find(|it| !there.contains(it)) else {
            continue;
        };
        let renamed = |at: &Way| match at.strip_prefix(&way) {
            Some(rest) => format!("{free}{rest}"),
            None => at.clone(),
        };
        let facts = element.facts.iter();
        element.facts = facts
            .map(|(at, says)| (renamed(at), says.clone()))
            .collect();
        element.records = element.records.iter().map(renamed).collect();
    }
}

/// What both took away goes once, what both added comes once.
fn bags(base: &Bag, ours: &Bag, theirs: &Bag) -> Bag {
    let texts: BTreeSet<&String> = [base, ours, theirs].iter().flat_map(|b| b.keys()).collect();
    let count = |bag: &Bag, text: &String| bag.get(text).copied().unwrap_or_default() as isize;
    let merged = texts.into_iter().map(|text| {
        let old = count(base, text);
        let [one, other] = [ours, theirs].map(|bag| count(bag, text) - old);
        let new = old + one.max(other).max(0) + one.min(other).min(0);
        (text.clone(), new.max(0) as usize)
    });
    merged.filter(|(_, count)| *count > 0).collect()
}

/// Every pair of what both have stands as the side wants it that changed it; `None` if that is
/// no order. The rest follows its nearest predecessor, ours first.
fn order(base: &[String], ours: &[String], theirs: &[String]) -> Option<Vec<String>> {
    let mut left: Vec<&String> = ours.iter().filter(|item| theirs.contains(item)).collect();
    let at = |list: &[String], item: &String| list.iter().position(|it| it == item);
    let before = |one: &String, other: &String| {
        let of = |list: &[String]| Some(at(list, one)? < at(list, other)?);
        match (of(base), of(ours), of(theirs)) {
            (_, ours, theirs) if ours == theirs => ours,
            (Some(base), Some(ours), Some(theirs)) => {
                Some(if base == ours { theirs } else { ours })
            }
            _ => None,
        }
    };
    let mut common = Vec::new();
    while !left.is_empty() {
        let first = left.iter().position(|item| {
            let others = left.iter().filter(|other| other != &item);
            let mut others = others;
            others.all(|other| before(item, other) == Some(true))
        })?;
        common.push(left.remove(first).clone());
    }
    let mut merged = Vec::new();
    for anchor in [None].into_iter().chain(common.iter().map(Some)) {
        merged.extend(anchor.cloned());
        for side in [ours, theirs] {
            let from = anchor.map_or(0, |anchor| at(side, anchor).unwrap() + 1);
            let behind = side[from..].iter().take_while(|it| !common.contains(it));
            merged.extend(behind.cloned());
        }
    }
    Some(merged)
}

/// Elements of two kinds that got the same id in the namespace that they share.
fn twins(expected: &mut Expected) {
    const SHARED: [&str; 6] = [
        "Stage",
        "Touchpoint",
        "Kpi",
        "Handover",
        "Improvement",
        "Note",
    ];
    let mut seen = BTreeSet::new();
    for key in expected.doc.elements.keys() {
        if let Some((kind, id)) = key.split_once(' ')
            && SHARED.contains(&kind)
            && !seen.insert(id)
        {
            expected.ids.insert(id.to_owned());
        }
    }
}
