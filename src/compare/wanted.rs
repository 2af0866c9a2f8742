//! What an element is to say after a merge: its facts, lists and comments, three-way.

use std::collections::HashSet;

use super::conflict::{About, Conflict};
use super::differences::reworded;
use super::own::{ByWay, Own, Way, alike, place_of, surplus};
use super::{Side, Versions, order};
use crate::journey::fields::{Field, Type};
use crate::journey::place::{ElementKey, Place, Step};
use crate::ron_text::Node;

/// What an element (none: the journey itself) is to say. Nodes are of our tree or theirs.
#[derive(Default)]
pub(super) struct Wanted<'v> {
    pub(super) element: Option<ElementKey>,
    pub(super) facts: Vec<(Way, Node<'v>)>,
    by_way: ByWay,
    pub(super) records: HashSet<Way>,
    pub(super) lists: Vec<(Way, Vec<Way>)>,
    pub(super) comments: Vec<&'v str>,
    /// What theirs put in the place of a text of the base, pair by pair.
    pub(super) reworded: Vec<(Way, Way)>,
    /// What ours says.
    pub(super) ours: Own<'v>,
}

impl<'v> Wanted<'v> {
    /// The fact that is to stand at this way.
    pub(super) fn fact(&self, way: &[Step]) -> Option<Node<'v>> {
        self.by_way.find(&self.facts, way)
    }

    /// Something is to stand at this way.
    pub(super) fn has(&self, way: &[Step]) -> bool {
        self.fact(way).is_some() || self.records.contains(way)
    }

    /// Equal items are told apart by number. Where one side took one away and the other added
    /// one, those that are left are counted anew.
    fn close_gaps(&mut self) {
        let ways = self.facts.iter().map(|(way, _)| way).chain(&self.records);
        let later = |way: &&Way| matches!(way.last(), Some(Step::Item { nth: 1.., .. }));
        let mut later: Vec<Way> = ways.filter(later).cloned().collect();
        later.sort();
        for way in later {
            let mut to = way.clone();
            while let Some(before) = one_before(&to).filter(|before| !self.has(before)) {
                to = before;
            }
            if to != way {
                self.renumber(&way, &to);
            }
        }
    }

    fn renumber(&mut self, from: &Way, to: &Way) {
        let renamed = |way: &Way| match way.strip_prefix(&from[..]) {
            Some(rest) => [to, rest].concat(),
            None => way.clone(),
        };
        for (way, _) in &mut self.facts {
            *way = renamed(way);
        }
        self.by_way = ByWay::of(&self.facts);
        self.records = self.records.iter().map(renamed).collect();
    }
}

/// The way to the item of the same key before this one.
fn one_before(way: &Way) -> Option<Way> {
    let mut before = way.clone();
    match before.last_mut() {
        Some(Step::Item { nth, .. }) => *nth = nth.checked_sub(1)?,
        _ => return None,
    }
    Some(before)
}

/// Merges what an element says, and adds to the conflicts what cannot be merged.
pub(super) fn merge<'v>(
    versions: &Versions<'v>,
    element: Option<&ElementKey>,
    conflicts: &mut Vec<Conflict>,
) -> Wanted<'v> {
    let [base, ours, theirs] = versions.all().map(|version| Own::of(version, element));
    let mut merge = Merge {
        versions,
        element,
        base: &base,
        ours: &ours,
        theirs: &theirs,
        wanted: Wanted {
            element: element.cloned(),
            ..Wanted::default()
        },
        conflicts,
        whole: Vec::new(),
    };
    merge.records();
    merge.facts();
    merge.wanted.close_gaps();
    merge.lists();
    merge.wanted.reworded = reworded(&base, &theirs);
    merge.wanted.comments = comments(&base.comments, &ours.comments, &theirs.comments);
    let mut wanted = merge.wanted;
    wanted.ours = ours;
    wanted
}

struct Merge<'m, 'v> {
    versions: &'m Versions<'v>,
    element: Option<&'m ElementKey>,
    base: &'m Own<'v>,
    ours: &'m Own<'v>,
    theirs: &'m Own<'v>,
    wanted: Wanted<'v>,
    conflicts: &'m mut Vec<Conflict>,
    /// Records that one side removed, with the side that speaks for them.
    whole: Vec<(Way, Side)>,
}

impl<'v> Merge<'_, 'v> {
    fn own(&self, side: Side) -> &Own<'v> {
        match side {
            Side::Ours => self.ours,
            Side::Theirs => self.theirs,
        }
    }

    fn records(&mut self) {
        let all = [self.base, self.ours, self.theirs];
        let ways: HashSet<&Way> = all.iter().flat_map(|own| &own.records).collect();
        let mut ways: Vec<Way> = ways.into_iter().cloned().collect();
        ways.sort();
        for way in ways {
            let [base, ours, theirs] = all.map(|own| own.records.contains(&way));
            let gone = match (base, ours, theirs) {
                (_, true, true) | (false, ..) => {
                    self.wanted.records.insert(way);
                    continue;
                }
                (true, false, false) => continue,
                (true, false, true) => Side::Ours,
                (true, true, false) => Side::Theirs,
            };
            self.half_removed(way, gone);
        }
    }

    /// One side removed the record. It stays if the other changed something in it.
    fn half_removed(&mut self, way: Way, gone: Side) {
        let keeper = gone.other();
        let changed = self.changed_under(&way, keeper);
        self.whole.push((way.clone(), keeper));
        if !changed {
            return;
        }
        self.wanted.records.insert(way.clone());
        let place = place_of(self.element, &way);
        let is_item = matches!(way.last(), Some(Step::Item { .. }));
        let about = About::Presence {
            item: place.clone(),
            list: is_item
                .then(|| place.up().map(|list| (list, Vec::new())))
                .flatten(),
            gone,
            because: vec![place],
        };
        let conflict = Conflict::presence(about, self.versions.all());
        self.conflicts.push(conflict);
    }

    fn changed_under(&self, way: &Way, side: Side) -> bool {
        let own = self.own(side);
        let under = |(at, _): &(&Way, Node<'_>)| at.starts_with(way);
        let new = own.facts().filter(under);
        let gone = self.base.facts().filter(under);
        new.chain(gone)
            .any(|(at, _)| !alike(self.base.fact(at), own.fact(at)))
    }

    /// The side that speaks for a fact inside a record that the other removed.
    fn speaker(&self, way: &Way) -> Option<(Side, bool)> {
        let (record, side) = self
            .whole
            .iter()
            .find(|(record, _)| way.starts_with(record))?;
        Some((*side, self.wanted.records.contains(record)))
    }

    fn facts(&mut self) {
        let (ours, theirs) = (self.ours, self.theirs);
        let ways = ours.facts().map(|(way, _)| way);
        let theirs = theirs.facts().map(|(way, _)| way);
        let new = theirs.filter(|way| ours.fact(way).is_none());
        for way in ways.chain(new) {
            let node = match self.speaker(way) {
                Some((side, stays)) => self.own(side).fact(way).filter(|_| stays),
                None => self.fact(way),
            };
            if let Some(node) = node {
                self.wanted.facts.push((way.clone(), node));
            }
        }
        self.wanted.by_way = ByWay::of(&self.wanted.facts);
    }

    /// What is to stand at a way that at least one side has.
    fn fact(&mut self, way: &Way) -> Option<Node<'v>> {
        let [base, ours, theirs] = [self.base, self.ours, self.theirs].map(|own| own.fact(way));
        if alike(ours, theirs) || alike(base, theirs) {
            return ours;
        }
        if alike(base, ours) {
            return theirs;
        }
        if let Some(side) = self.rule(way, ours, theirs) {
            return if side == Side::Ours { ours } else { theirs };
        }
        let place = place_of(self.element, way);
        self.conflicts
            .push(Conflict::fact(place, self.versions.all()));
        ours.or(theirs)
    }

    /// The later review and the higher schema win.
    fn rule(&self, way: &Way, ours: Option<Node<'_>>, theirs: Option<Node<'_>>) -> Option<Side> {
        let (ours, theirs) = ours.zip(theirs)?;
        let field = self.field(way)?;
        let later = match (field.name, field.of) {
            ("reviewed", Type::Date) => ours.text()? < theirs.text()?,
            ("schema", _) => ours.integer()? < theirs.integer()?,
            _ => return None,
        };
        Some(if later { Side::Theirs } else { Side::Ours })
    }

    fn field(&self, way: &Way) -> Option<&'static Field> {
        self.versions.ours.field_of(&place_of(self.element, way))
    }

    fn lists(&mut self) {
        let all = [self.ours, self.theirs];
        let mut seen: HashSet<&Way> = HashSet::new();
        for (list, _) in all.iter().flat_map(|own| &own.lists) {
            if seen.insert(list) {
                self.list(list);
            }
        }
    }

    fn list(&mut self, list: &Way) {
        let stays = |own: &Own<'v>| -> Vec<Way> {
            let items = own.lists.iter().find(|(way, _)| way == list);
            let items = items.into_iter().flat_map(|(_, items)| items);
            items.filter(|way| self.wanted.has(way)).cloned().collect()
        };
        let [base, ours, theirs] = [self.base, self.ours, self.theirs].map(stays);
        let merged = order::merge(&base, &ours, &theirs);
        let merged = merged.unwrap_or_else(|_| {
            self.conflicts.push(self.orders(list, &ours, &theirs));
            order::ours_first(&ours, &theirs)
        });
        if !merged.is_empty() {
            self.wanted.lists.push((list.clone(), merged));
        }
    }

    fn orders(&self, list: &Way, ours: &[Way], theirs: &[Way]) -> Conflict {
        let places = |ways: &[Way]| -> Vec<Place> {
            ways.iter().map(|way| place_of(self.element, way)).collect()
        };
        order_conflict(place_of(self.element, list), places(ours), places(theirs))
    }
}

/// A conflict about the order of a list.
pub(super) fn order_conflict(list: Place, ours: Vec<Place>, theirs: Vec<Place>) -> Conflict {
    let about = About::Order { list, ours, theirs };
    Conflict::about(about, [None, None, None])
}

/// Comments as multisets: what one side took away goes, what either added comes; what both did
/// is done once.
fn comments<'v>(base: &[&str], ours: &[&'v str], theirs: &[&'v str]) -> Vec<&'v str> {
    let gone = surplus(base, theirs);
    let gone = surplus(&gone, &surplus(base, ours));
    let mut merged = surplus(ours, &gone);
    merged.extend(surplus(&surplus(theirs, base), &surplus(ours, base)));
    merged
}
