//! Where something stands in a journey: elements by id, items without id by owner, field and
//! key, never by position. Also the index from ids to nodes of the tree. Knows no edits.

use std::collections::HashMap;

use super::fields::{Field, Identity, Kind, Type};
use crate::ron_text::{Node, NodeId, Tree};

/// Names an element of a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ElementKey {
    /// Its kind.
    pub kind: Kind,
    /// Its id; empty where the file has none.
    pub id: String,
    /// Which one of several that share kind and id, in the order of the file; 0 where ids are
    /// unique.
    pub nth: usize,
}

impl ElementKey {
    /// The only element of this kind and id.
    pub fn new(kind: Kind, id: impl Into<String>) -> ElementKey {
        ElementKey {
            kind,
            id: id.into(),
            nth: 0,
        }
    }
}

/// Elements with their keys; those that share an id are numbered in their order.
pub fn keyed<T>(
    kind: Kind,
    elements: impl Iterator<Item = T>,
    id: impl Fn(&T) -> &str,
) -> Vec<(ElementKey, T)> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let with_key = |element: T| {
        let id = id(&element).to_owned();
        let count = seen.entry(id.clone()).or_default();
        let key = ElementKey {
            kind,
            id,
            nth: *count,
        };
        *count += 1;
        (key, element)
    };
    elements.map(with_key).collect()
}

/// A place: an element (none: the root), and the way down from it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Place {
    /// The nearest element with an id; `None` is the journey itself.
    pub element: Option<ElementKey>,
    /// Fields and keys below it.
    pub steps: Vec<Step>,
}

/// One step below an element.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// Into the field of this name.
    Field(String),
    /// To the item of a list with this key, the `nth` of equal ones.
    Item {
        /// The texts that make the key.
        key: Vec<String>,
        /// Which one of several with this key.
        nth: usize,
    },
}

impl Place {
    /// The journey itself.
    pub fn root() -> Place {
        Place::default()
    }

    /// The element itself.
    pub fn of(element: ElementKey) -> Place {
        Place {
            element: Some(element),
            steps: Vec::new(),
        }
    }

    /// The field of what stands here.
    pub fn field(&self, name: &str) -> Place {
        self.with(Step::Field(name.to_owned()))
    }

    /// The item of the list that stands here.
    pub fn item(&self, key: Vec<String>, nth: usize) -> Place {
        self.with(Step::Item { key, nth })
    }

    fn with(&self, step: Step) -> Place {
        let mut place = self.clone();
        place.steps.push(step);
        place
    }

    /// One step up inside the element; `None` for an element or the root.
    pub fn up(&self) -> Option<Place> {
        let mut place = self.clone();
        place.steps.pop().map(|_| place)
    }

    /// The name of the field that the place ends in, if it does.
    pub fn last_field(&self) -> Option<&str> {
        match self.steps.last() {
            Some(Step::Field(name)) => Some(name),
            _ => None,
        }
    }

    /// What the field table says of the kind of record or element that stands here; `None` at
    /// a plain value, a list, or below an unknown field. A metric's kind depends on the text:
    /// see [`Index::kind_at`].
    pub fn kind(&self, root: Kind) -> Option<Kind> {
        let start = self.element.as_ref().map_or(root, |element| element.kind);
        let mut kind = Some(start);
        let mut list = None;
        for step in &self.steps {
            match step {
                Step::Field(name) => {
                    let field = kind?.field(name)?;
                    (kind, list) = match field.of {
                        Type::Record(inner) => (Some(inner), None),
                        _ => (None, field.holds()),
                    };
                }
                Step::Item { .. } => kind = list.take(),
            }
        }
        kind
    }

    /// The field of the table that the place ends in, with the kind that owns it.
    pub fn table_field(&self, root: Kind) -> Option<(Kind, &'static Field)> {
        let owner = self.up()?.kind(root)?;
        Some((owner, owner.field(self.last_field()?)?))
    }
}

/// From ids to nodes and back; made anew with each reading.
#[derive(Debug, Default)]
pub struct Index {
    root: Option<NodeId>,
    root_kind: Option<Kind>,
    by_id: HashMap<(Kind, String), Vec<NodeId>>,
    by_node: HashMap<NodeId, ElementKey>,
    order: Vec<NodeId>,
    references: Vec<(NodeId, Option<Kind>)>,
}

impl Index {
    /// An index of a file with this root.
    pub(super) fn new(root: Option<Node<'_>>, kind: Option<Kind>) -> Index {
        Index {
            root: root.map(Node::id),
            root_kind: kind,
            ..Index::default()
        }
    }

    /// Takes note of an element, in the order of the file.
    pub(super) fn add(&mut self, kind: Kind, id: &str, node: NodeId) {
        let same = self.by_id.entry((kind, id.to_owned())).or_default();
        let key = ElementKey {
            kind,
            id: id.to_owned(),
            nth: same.len(),
        };
        same.push(node);
        self.by_node.insert(node, key);
        self.order.push(node);
    }

    /// Takes note of a reference; without kind it is to any element of the shared namespace.
    pub(super) fn add_reference(&mut self, node: NodeId, kind: Option<Kind>) {
        self.references.push((node, kind));
    }

    /// All references, owners that name a department included.
    pub fn references(&self) -> impl Iterator<Item = (NodeId, Option<Kind>)> {
        self.references.iter().copied()
    }

    /// `Journey` or `Company`; `None` where the file is neither.
    pub fn root_kind(&self) -> Option<Kind> {
        self.root_kind
    }

    /// The root's node.
    pub fn root(&self) -> Option<NodeId> {
        self.root
    }

    /// The element's node.
    pub fn node(&self, key: &ElementKey) -> Option<NodeId> {
        self.by_id
            .get(&(key.kind, key.id.clone()))?
            .get(key.nth)
            .copied()
    }

    /// The element that this node is.
    pub fn key(&self, node: NodeId) -> Option<&ElementKey> {
        self.by_node.get(&node)
    }

    /// All elements in the order of the file.
    pub fn elements(&self) -> impl Iterator<Item = (&ElementKey, NodeId)> {
        self.order.iter().map(|node| (&self.by_node[node], *node))
    }

    /// Elements with this id in the shared namespace.
    pub fn shared(&self, id: &str) -> impl Iterator<Item = (&ElementKey, NodeId)> {
        const SHARED: [Kind; 6] = [
            Kind::Stage,
            Kind::Touchpoint,
            Kind::Kpi,
            Kind::Handover,
            Kind::Improvement,
            Kind::Note,
        ];
        SHARED
            .into_iter()
            .filter_map(move |kind| self.by_id.get(&(kind, id.to_owned())))
            .flatten()
            .map(|node| (&self.by_node[node], *node))
    }

    /// Elements that share their id with this one in their namespace, itself included.
    pub fn namesakes(&self, key: &ElementKey) -> usize {
        if key.id.is_empty() {
            return 1;
        }
        match key.kind.spec().identity {
            Identity::Shared => self.shared(&key.id).count(),
            _ => self
                .by_id
                .get(&(key.kind, key.id.clone()))
                .map_or(0, Vec::len),
        }
    }

    /// An element of this kind and id is there.
    pub fn has(&self, kind: Kind, id: &str) -> bool {
        self.by_id.contains_key(&(kind, id.to_owned()))
    }

    /// Ids of a kind, in no order.
    pub fn ids(&self, kind: Kind) -> impl Iterator<Item = &str> {
        self.by_id
            .keys()
            .filter(move |(of, _)| *of == kind)
            .map(|(_, id)| id.as_str())
    }

    /// The node at a place.
    pub fn locate<'t>(&self, tree: &'t Tree, place: &Place) -> Option<Node<'t>> {
        let start = match &place.element {
            Some(key) => self.node(key)?,
            None => self.root?,
        };
        place
            .steps
            .iter()
            .try_fold(tree.node(start), |node, step| down(node, step))
    }

    /// The kind of record or element that stands at a place, metrics included.
    pub fn kind_at(&self, tree: &Tree, place: &Place) -> Option<Kind> {
        let root = self.root_kind?;
        place.kind(root).or_else(|| {
            let (_, field) = place.table_field(root)?;
            let metric = matches!(field.of, Type::Metric);
            let node = self.locate(tree, place).filter(|_| metric)?;
            Kind::named(node.inner()?.name()?)
        })
    }

    /// The place of a node: the nearest element above it and the way down.
    pub fn place(&self, node: Node<'_>) -> Place {
        self.place_by(node, item_step)
    }

    /// As [`Index::place`], with another way to find the steps from lists to items.
    pub(super) fn place_by<'t>(
        &self,
        node: Node<'t>,
        mut item_step: impl FnMut(Node<'t>) -> Step,
    ) -> Place {
        let mut steps = Vec::new();
        let mut at = node;
        loop {
            if let Some(key) = self.by_node.get(&at.id()) {
                steps.reverse();
                return Place {
                    element: Some(key.clone()),
                    steps,
                };
            }
            let Some(parent) = at.parent() else { break };
            match at.key() {
                Some(name) => steps.push(Step::Field(name.to_owned())),
                None if parent.name() == Some("Some") => {}
                None => steps.push(item_step(at)),
            }
            at = parent;
        }
        steps.reverse();
        Place {
            element: None,
            steps,
        }
    }
}

/// The step from a list to one of its items.
pub fn item_step(item: Node<'_>) -> Step {
    let key = item_key(item);
    let earlier = item.parent().map(Node::children).into_iter().flatten();
    let nth = earlier
        .take_while(|other| other.id() != item.id())
        .filter(|other| item_key(*other) == key)
        .count();
    Step::Item { key, nth }
}

/// Steps to many items, each list looked through once.
#[derive(Default)]
pub(crate) struct ItemSteps {
    by_item: HashMap<NodeId, Step>,
}

impl ItemSteps {
    /// The step from a list to this item.
    pub(crate) fn of(&mut self, item: Node<'_>) -> Step {
        if !self.by_item.contains_key(&item.id()) {
            let mut seen: HashMap<Vec<String>, usize> = HashMap::new();
            for sibling in item.parent().map(Node::children).into_iter().flatten() {
                let key = item_key(sibling);
                let count = seen.entry(key.clone()).or_default();
                self.by_item
                    .insert(sibling.id(), Step::Item { key, nth: *count });
                *count += 1;
            }
        }
        self.by_item
            .get(&item.id())
            .cloned()
            .unwrap_or_else(|| item_step(item))
    }
}

/// What tells an item from its siblings: a text itself, a record by its key fields.
pub fn item_key(item: Node<'_>) -> Vec<String> {
    let Some(node) = item.inner() else {
        return Vec::new();
    };
    if let Some(text) = node.text() {
        return vec![text.into_owned()];
    }
    match key_fields(node) {
        [] => vec![node.raw().to_owned()],
        fields => fields.iter().map(|name| key_text(node, name)).collect(),
    }
}

/// The key fields of a record, by the field of the table that holds it.
fn key_fields(record: Node<'_>) -> &'static [&'static str] {
    let list = record.parent().and_then(Node::key);
    let Some(kind) = list.and_then(Kind::of_records) else {
        return &[];
    };
    match kind.spec().identity {
        Identity::Key(fields) => fields,
        _ => &[],
    }
}

fn key_text(record: Node<'_>, field: &str) -> String {
    let value = record.field(field).and_then(Node::inner);
    value.map_or_else(String::new, |node| match node.text() {
        Some(text) => text.into_owned(),
        None => node.raw().to_owned(),
    })
}

fn down<'t>(node: Node<'t>, step: &Step) -> Option<Node<'t>> {
    let node = node.inner()?;
    match step {
        Step::Field(name) => node.field(name),
        Step::Item { key, nth } => node
            .children()
            .filter(|item| item_key(*item) == *key)
            .nth(*nth),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_to_many_items_are_those_to_each() {
        let tree =
            Tree::read(r#"(quotes: ["a", "b", "a", "a"], odd: [(x: 1), (x: 1)])"#.to_owned());
        let lists = tree.root().expect("a root").children();
        let mut steps = ItemSteps::default();
        for item in lists.flat_map(Node::children) {
            assert_eq!(steps.of(item), item_step(item), "{}", item.raw());
        }
    }
}
