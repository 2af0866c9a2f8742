//! What an element says by itself: its facts, the order of its lists, its comments; not what
//! the elements in it say. Reads the field table. Knows no other version.

use crate::sort;
use std::collections::{HashMap, HashSet};

use crate::document::value::Value;
use crate::journey::Parsed;
use crate::journey::comments::own_comments;
use crate::journey::fields::{Field, Kind, Type};
use crate::journey::place::{ElementKey, ItemSteps, Place, Step};
use crate::ron_text::{Node, NodeKind, Tree};

/// The way from an element to something of its own.
pub(super) type Way = Vec<Step>;

/// So few facts are looked through as quickly as they are sorted.
const FEW: usize = 32;

/// Facts by their ways: their indexes, sorted; empty where there are few.
#[derive(Default)]
pub(super) struct ByWay(Vec<usize>);

impl ByWay {
    pub(super) fn of(facts: &[(Way, Node<'_>)]) -> ByWay {
        if facts.len() <= FEW {
            return ByWay::default();
        }
        let mut sorted: Vec<usize> = (0..facts.len()).collect();
        sort::by(&mut sorted, |one, other| {
            facts[*one].0.cmp(&facts[*other].0)
        });
        ByWay(sorted)
    }

    pub(super) fn find<'t>(&self, facts: &[(Way, Node<'t>)], way: &[Step]) -> Option<Node<'t>> {
        if self.0.is_empty() {
            return facts.iter().find(|(at, _)| at == way).map(|(_, it)| *it);
        }
        let at = self
            .0
            .binary_search_by(|at| facts[*at].0.as_slice().cmp(way));
        Some(facts[*self.0.get(at.ok()?)?].1)
    }
}

/// What an element (or the journey itself) says.
#[derive(Default)]
pub(super) struct Own<'t> {
    /// What counts as one value: fields, items of lists, records whose parts mean something only
    /// together. In the order of the text.
    facts: Vec<(Way, Node<'t>)>,
    by_way: ByWay,
    /// Records that are merged field by field.
    pub(super) records: Vec<Way>,
    /// Items without id, list by list, in their order.
    pub(super) lists: Vec<(Way, Vec<Way>)>,
    /// Comments, in the order of the text.
    pub(super) comments: Vec<&'t str>,
}

impl<'t> Own<'t> {
    /// What the element of this key says; nothing where it is not there.
    pub(super) fn of(version: &'t Parsed, element: Option<&ElementKey>) -> Own<'t> {
        let (tree, index) = (&version.tree, &version.index);
        let node = element.map_or_else(|| index.root(), |key| index.node(key));
        let kind = element.map_or_else(|| index.root_kind(), |key| Some(key.kind));
        let Some((node, kind)) = node.map(|id| tree.node(id)).zip(kind) else {
            return Own::default();
        };
        let mut own = Own::default();
        if let Some(record) = node.inner() {
            own.record(record, kind, &[]);
        }
        own.by_way = ByWay::of(&own.facts);
        let comments = own_comments(tree, index, element);
        own.comments = comments
            .into_iter()
            .map(|range| &tree.text()[range])
            .collect();
        own
    }

    /// The facts with their ways, in the order of the text.
    pub(super) fn facts(&self) -> impl Iterator<Item = (&Way, Node<'t>)> {
        self.facts.iter().map(|(way, node)| (way, *node))
    }

    /// The fact at this way.
    pub(super) fn fact(&self, way: &[Step]) -> Option<Node<'t>> {
        self.by_way.find(&self.facts, way)
    }

    fn record(&mut self, record: Node<'t>, kind: Kind, way: &[Step]) {
        self.facts.reserve(record.children().count());
        for child in record.children() {
            let (Some(name), Some(value)) = (child.key(), child.inner()) else {
                continue;
            };
            let way = below(way, Step::Field(name.to_owned()));
            self.field(value, kind.field(name), way);
        }
    }

    fn field(&mut self, value: Node<'t>, field: Option<&'static Field>, way: Way) {
        let is_list = value.kind() == NodeKind::List;
        match field.map(|field| field.of) {
            Some(Type::Elements(_)) if is_list => {}
            Some(Type::Record(kind)) if by_field(kind) && value.kind() == NodeKind::Struct => {
                self.record(value, kind, &way);
                self.records.push(way);
            }
            Some(_) if is_list && field.is_some_and(Field::is_list) => {
                self.items(value, field.and_then(Field::holds), way);
            }
            _ if field.is_some_and(|field| means_default(field, value)) => {}
            _ => self.facts.push((way, value)),
        }
    }

    fn items(&mut self, list: Node<'t>, kind: Option<Kind>, way: Way) {
        let mut steps = ItemSteps::default();
        let mut items = Vec::new();
        for item in list.children() {
            let at = below(&way, steps.of(item));
            items.push(at.clone());
            match (kind.filter(|kind| by_field(*kind)), item.inner()) {
                (Some(kind), Some(record)) if record.kind() == NodeKind::Struct => {
                    self.record(record, kind, &at);
                    self.records.push(at);
                }
                (_, inner) => self.facts.push((at, inner.unwrap_or(item))),
            }
        }
        if !items.is_empty() {
            self.lists.push((way, items));
        }
    }
}

fn below(way: &[Step], step: Step) -> Way {
    let mut below = Vec::with_capacity(way.len() + 1);
    below.extend_from_slice(way);
    below.push(step);
    below
}

/// A record of this kind is compared field by field: each of its fields means something alone.
pub(super) fn by_field(kind: Kind) -> bool {
    matches!(kind, Kind::View | Kind::MomentOfTruth | Kind::Strategy)
}

fn means_default(field: &Field, value: Node<'_>) -> bool {
    field.default.is_some_and(|default| {
        let tree = Tree::read(default.to_owned());
        tree.root().is_some_and(|default| same(default, value))
    })
}

/// Two nodes mean the same, however they are written.
pub(super) fn same(one: Node<'_>, other: Node<'_>) -> bool {
    Value::of(one) == Value::of(other)
}

/// Both are absent, or mean the same.
pub(super) fn alike(one: Option<Node<'_>>, other: Option<Node<'_>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => same(one, other),
        (None, None) => true,
        _ => false,
    }
}

/// What two versions of an element say is the same, order of lists aside.
pub(super) fn says_the_same(one: &Own<'_>, other: &Own<'_>) -> bool {
    let facts = one.facts.len() == other.facts.len()
        && one
            .facts()
            .all(|(way, node)| alike(Some(node), other.fact(way)));
    let set = |own: &Own<'_>| own.records.iter().cloned().collect::<HashSet<_>>();
    facts
        && set(one) == set(other)
        && surplus(&one.comments, &other.comments).is_empty()
        && surplus(&other.comments, &one.comments).is_empty()
}

/// The texts of the first multiset that the second does not have, in their order.
pub(super) fn surplus<'a>(these: &[&'a str], those: &[&str]) -> Vec<&'a str> {
    let mut left: HashMap<String, usize> = HashMap::new();
    for text in those {
        *left.entry(comment_text(text)).or_default() += 1;
    }
    let is_left_over = |text: &&&str| match left.get_mut(&comment_text(text)) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    };
    these.iter().filter(is_left_over).copied().collect()
}

/// A comment without its brackets and indentation: what it says.
pub fn comment_text(comment: &str) -> String {
    let inner = match comment.strip_prefix("//") {
        Some(line) => line,
        None => comment.trim_start_matches("/*").trim_end_matches("*/"),
    };
    let lines: Vec<&str> = inner.lines().map(str::trim).collect();
    lines.join("\n").trim().to_owned()
}

/// Where the comments of an element start in the text.
pub(super) fn comment_starts(version: &Parsed, element: Option<&ElementKey>) -> HashSet<usize> {
    let comments = own_comments(&version.tree, &version.index, element);
    comments.into_iter().map(|range| range.start).collect()
}

/// The place at the end of a way from an element.
pub(super) fn place_of(element: Option<&ElementKey>, way: &[Step]) -> Place {
    Place {
        element: element.cloned(),
        steps: way.to_vec(),
    }
}
