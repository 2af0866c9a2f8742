//! Which elements stay, come and go in a merge, and where each belongs. Presence is decided
//! element by element: what one side removed goes if the other left it alone.

use std::collections::{HashMap, HashSet};

use super::conflict::{About, Conflict};
use super::differences::is_written_alike;
use super::own::{Own, says_the_same};
use super::{Side, Versions, home, items};
use crate::journey::Parsed;
use crate::journey::fields::{Identity, Kind};
use crate::journey::place::{ElementKey, Place};
use crate::ron_text::Node;

/// What becomes of the elements of both sides.
#[derive(Default)]
pub(super) struct Fates {
    /// Not on our side, and to be there: new on theirs, or removed here and changed there.
    pub(super) come: HashSet<ElementKey>,
    /// On our side, and to go.
    pub(super) go: HashSet<ElementKey>,
    /// On both sides, and to stand in another list than on ours.
    pub(super) moved: HashMap<ElementKey, Place>,
    /// Elements that a person must decide about.
    pub(super) conflicts: Vec<Conflict>,
}

impl Fates {
    /// Decides for all elements.
    pub(super) fn of(versions: &Versions<'_>) -> Fates {
        let mut fates = Fates::default();
        fates.removed(versions, Side::Ours);
        fates.removed(versions, Side::Theirs);
        fates.homes(versions);
        fates
    }

    /// What this side removed, and the other has.
    fn removed(&mut self, versions: &Versions<'_>, gone: Side) {
        let other = versions.side(gone.other());
        let remover = versions.side(gone);
        let missing = |key: &ElementKey| remover.index.node(key).is_none();
        let was_removed =
            |key: &ElementKey| missing(key) && versions.base.index.node(key).is_some();
        let touch = Touch::of(versions.base, other, &was_removed);
        let mut roots: Vec<(ElementKey, Vec<Place>)> = Vec::new();
        for (key, _) in other.index.elements().filter(|(key, _)| was_removed(key)) {
            let because = touch.of_element(key);
            if because.is_empty() {
                continue;
            }
            let root = outermost(other, key, &was_removed);
            match roots.iter_mut().find(|(known, _)| *known == root) {
                Some((_, all)) => all.extend(because),
                None => roots.push((root, because)),
            }
        }
        let kept: HashSet<&ElementKey> = roots.iter().map(|(root, _)| root).collect();
        let mut rescued = Rescued::new(other, &kept);
        for (key, _) in other.index.elements().filter(|(key, _)| missing(key)) {
            let comes = !was_removed(key) || rescued.holds(key);
            match (gone, comes) {
                (Side::Ours, true) => _ = self.come.insert(key.clone()),
                (Side::Theirs, false) => _ = self.go.insert(key.clone()),
                _ => {}
            }
        }
        for (root, because) in &roots {
            let about = About::Presence {
                item: Place::of(root.clone()),
                list: spot(other, root),
                gone,
                because: because.clone(),
            };
            self.conflicts
                .push(Conflict::presence(about, versions.all()));
        }
    }

    /// Where elements belong that both sides have.
    fn homes(&mut self, versions: &Versions<'_>) {
        for (key, _) in versions.ours.index.elements() {
            let (ours, theirs) = (home(versions.ours, key), home(versions.theirs, key));
            let (Some(ours), Some(theirs)) = (ours, theirs) else {
                continue;
            };
            if ours == theirs {
                continue;
            }
            match home(versions.base, key) {
                Some(base) if base == ours => _ = self.moved.insert(key.clone(), theirs),
                Some(base) if base == theirs => {}
                _ => self.two_homes(versions, key),
            }
        }
    }

    fn two_homes(&mut self, versions: &Versions<'_>, key: &ElementKey) {
        let (ours, theirs) = (spot(versions.ours, key), spot(versions.theirs, key));
        if let Some((ours, theirs)) = ours.zip(theirs) {
            let element = key.clone();
            let about = About::Home {
                element,
                ours,
                theirs,
            };
            self.conflicts
                .push(Conflict::presence(about, versions.all()));
        }
    }
}

/// The list that an element stands in, and what stands before it there.
pub(super) fn spot(version: &Parsed, key: &ElementKey) -> Option<(Place, Vec<Place>)> {
    let list = home(version, key)?;
    let own = Place::of(key.clone());
    let before = items(version, &list);
    let before = before.into_iter().take_while(|item| *item != own).collect();
    Some((list, before))
}

/// The outermost of the elements around this one (itself included) that were removed without a
/// gap.
fn outermost(
    version: &Parsed,
    key: &ElementKey,
    was_removed: &impl Fn(&ElementKey) -> bool,
) -> ElementKey {
    let mut outermost = key.clone();
    while let Some(around) = home(version, &outermost).and_then(|list| list.element) {
        if !was_removed(&around) {
            break;
        }
        outermost = around;
    }
    outermost
}

/// What stands in elements that are kept.
struct Rescued<'v> {
    version: &'v Parsed,
    known: HashMap<ElementKey, bool>,
}

impl<'v> Rescued<'v> {
    fn new(version: &'v Parsed, kept: &HashSet<&ElementKey>) -> Rescued<'v> {
        let known = kept.iter().map(|key| ((*key).clone(), true)).collect();
        Rescued { version, known }
    }

    fn holds(&mut self, key: &ElementKey) -> bool {
        if let Some(known) = self.known.get(key) {
            return *known;
        }
        let around = home(self.version, key).and_then(|list| list.element);
        let holds = around.is_some_and(|around| self.holds(&around));
        self.known.insert(key.clone(), holds);
        holds
    }
}

/// What a side did to elements that the other removed.
struct Touch<'v> {
    base: &'v Parsed,
    side: &'v Parsed,
    /// What came into an element, by that element.
    arrivals: HashMap<ElementKey, Vec<Place>>,
    /// New references, by what they refer to.
    references: HashMap<ElementKey, Vec<Place>>,
}

impl<'v> Touch<'v> {
    fn of(
        base: &'v Parsed,
        side: &'v Parsed,
        was_removed: &impl Fn(&ElementKey) -> bool,
    ) -> Touch<'v> {
        Touch {
            base,
            side,
            arrivals: arrivals(base, side),
            references: new_references(base, side, was_removed),
        }
    }

    /// The places of what was changed; nothing where the element was left alone.
    fn of_element(&self, key: &ElementKey) -> Vec<Place> {
        let mut because = Vec::new();
        if self.changed(key) || home(self.base, key) != home(self.side, key) {
            because.push(Place::of(key.clone()));
        }
        let found = [&self.arrivals, &self.references];
        because.extend(
            found
                .into_iter()
                .filter_map(|map| map.get(key))
                .flatten()
                .cloned(),
        );
        because
    }

    fn changed(&self, key: &ElementKey) -> bool {
        let node = |version: &'v Parsed| version.index.node(key).map(|id| version.tree.node(id));
        let (Some(old), Some(new)) = (node(self.base), node(self.side)) else {
            return false;
        };
        !is_written_alike(old, new)
            && !says_the_same(
                &Own::of(self.base, Some(key)),
                &Own::of(self.side, Some(key)),
            )
    }
}

fn arrivals(base: &Parsed, side: &Parsed) -> HashMap<ElementKey, Vec<Place>> {
    let mut arrivals: HashMap<ElementKey, Vec<Place>> = HashMap::new();
    for (key, _) in side.index.elements() {
        let now = home(side, key);
        if now != home(base, key)
            && let Some(around) = now.and_then(|list| list.element)
        {
            arrivals
                .entry(around)
                .or_default()
                .push(Place::of(key.clone()));
        }
    }
    arrivals
}

/// References of this side to what the other removed, where the base has none.
fn new_references(
    base: &Parsed,
    side: &Parsed,
    was_removed: &impl Fn(&ElementKey) -> bool,
) -> HashMap<ElementKey, Vec<Place>> {
    let removed = |(key, _): &(&ElementKey, _)| was_removed(key);
    let removed: Vec<&ElementKey> = base
        .index
        .elements()
        .filter(removed)
        .map(|(k, _)| k)
        .collect();
    let mut found: HashMap<ElementKey, Vec<Place>> = HashMap::new();
    for (node, kind) in side.index.references().filter(|_| !removed.is_empty()) {
        let node = side.tree.node(node);
        let Some(id) = node.inner().and_then(Node::text) else {
            continue;
        };
        for key in removed
            .iter()
            .filter(|key| key.id == id && refers(kind, key.kind))
        {
            let place = side.index.place(node);
            let old = base.index.locate(&base.tree, &place);
            if old.and_then(Node::inner).and_then(Node::text).as_ref() != Some(&id) {
                found.entry((*key).clone()).or_default().push(place);
            }
        }
    }
    found
}

/// A reference of this kind (none: to the shared namespace) may mean an element of that kind.
fn refers(reference: Option<Kind>, element: Kind) -> bool {
    match reference {
        Some(kind) => kind == element,
        None => element.spec().identity == Identity::Shared,
    }
}
