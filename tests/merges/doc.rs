//! What a text says, element by element, told apart from `src/compare`: from the tree and the
//! field table.

use std::collections::BTreeMap;

use touchline::journey::comments::own_comments;
use touchline::journey::fields::{Identity, Kind, Type};
use touchline::journey::place::{ElementKey, Place, Step};
use touchline::journey::{Parsed, structure};
use touchline::ron_text::{Node, NodeKind, Tree};

/// Kind and id; empty for the journey itself.
pub(crate) type Key = String;
/// The way from an element to something of its own: `views[ann]/emotion`.
pub(crate) type Way = String;
/// How often each text is there.
pub(crate) type Bag = BTreeMap<String, usize>;
/// A list: whose, and which.
pub(crate) type ListName = (Key, Way);

#[derive(Debug, Default, Clone, PartialEq)]
pub(crate) struct Element {
    pub(crate) home: Option<ListName>,
    pub(crate) facts: BTreeMap<Way, String>,
    /// Records that are merged field by field.
    pub(crate) records: Vec<Way>,
    pub(crate) comments: Bag,
}

#[derive(Debug, Default, Clone, PartialEq)]
pub(crate) struct Doc {
    pub(crate) elements: BTreeMap<Key, Element>,
    /// Keys of elements or ways of items, in their order.
    pub(crate) lists: BTreeMap<ListName, Vec<String>>,
    /// Whose, where, to what.
    pub(crate) references: Vec<(Key, Way, Key)>,
}

pub(crate) fn parsed(text: &str) -> Parsed {
    structure(Tree::read(text.to_owned()))
}

/// The name of an element.
pub(crate) fn key(key: Option<&ElementKey>) -> Key {
    key.map_or_else(String::new, |key| format!("{:?} {}", key.kind, key.id))
}

/// The way of a place.
pub(crate) fn way(place: &Place) -> Way {
    let mut way = Way::new();
    for step in &place.steps {
        match step {
            Step::Field(name) if way.is_empty() => way = name.clone(),
            Step::Field(name) => way = format!("{way}/{name}"),
            Step::Item { key, nth } => way = item_way(&way, key, *nth),
        }
    }
    way
}

fn item_way(list: &str, key: &[String], nth: usize) -> Way {
    format!("{list}[{}#{nth}]", key.join("|"))
}

impl Doc {
    pub(crate) fn read(text: &str) -> Doc {
        let parsed = parsed(text);
        let mut doc = Doc::default();
        let root = parsed.tree.root().and_then(Node::inner);
        if let Some((root, kind)) = root.zip(parsed.index.root_kind()) {
            doc.element(root, kind, String::new(), None);
        }
        let mut keys: Vec<Option<ElementKey>> = vec![None];
        keys.extend(parsed.index.elements().map(|(key, _)| Some(key.clone())));
        for key in keys {
            let own = own_comments(&parsed.tree, &parsed.index, key.as_ref());
            let Some(element) = doc.elements.get_mut(&self::key(key.as_ref())) else {
                continue;
            };
            for range in own {
                let words = comment_words(&parsed.tree.text()[range]);
                *element.comments.entry(words).or_default() += 1;
            }
        }
        for (node, kind) in parsed.index.references() {
            let node = parsed.tree.node(node);
            let Some(id) = node.inner().and_then(Node::text) else {
                continue;
            };
            let place = parsed.index.place(node);
            let to: Vec<Key> = parsed
                .index
                .elements()
                .map(|(key, _)| key)
                .filter(|key| key.id == id && means(kind, key.kind))
                .map(|key| self::key(Some(key)))
                .collect();
            let to = to.first().cloned().unwrap_or_default();
            doc.references
                .push((self::key(place.element.as_ref()), way(&place), to));
        }
        doc
    }

    fn element(&mut self, node: Node<'_>, kind: Kind, key: Key, home: Option<ListName>) {
        let mut element = Element {
            home,
            ..Element::default()
        };
        self.record(node, kind, &key, "", &mut element);
        self.elements.insert(key, element);
    }

    fn record(&mut self, node: Node<'_>, kind: Kind, key: &str, at: &str, into: &mut Element) {
        for child in node.children() {
            let (Some(name), Some(value)) = (child.key(), child.inner()) else {
                continue;
            };
            let way = match at {
                "" => name.to_owned(),
                at => format!("{at}/{name}"),
            };
            let field = kind.field(name);
            let of = field.map(|field| field.of);
            let is_list = value.kind() == NodeKind::List;
            match of {
                Some(Type::Elements(of)) if is_list => self.children(value, of, key, way),
                Some(Type::Record(of)) if by_field(of) && value.kind() == NodeKind::Struct => {
                    into.records.push(way.clone());
                    self.record(value, of, key, &way, into);
                }
                Some(Type::Texts | Type::Codes | Type::References(_) | Type::Records(_))
                    if is_list =>
                {
                    let of = field.and_then(|field| field.holds());
                    self.items(value, of, key, &way, into);
                }
                _ => {
                    let default = field.and_then(|field| field.default);
                    let says = said(value);
                    if default != Some(says.as_str()) {
                        into.facts.insert(way, says);
                    }
                }
            }
        }
    }

    fn children(&mut self, list: Node<'_>, kind: Kind, key: &str, way: Way) {
        let name = (key.to_owned(), way);
        for item in list.children().filter_map(Node::inner) {
            let id = item
                .field("id")
                .and_then(Node::inner)
                .and_then(Node::text)
                .unwrap_or_default();
            let key = format!("{kind:?} {id}");
            self.lists
                .entry(name.clone())
                .or_default()
                .push(key.clone());
            self.element(item, kind, key, Some(name.clone()));
        }
    }

    fn items(
        &mut self,
        list: Node<'_>,
        kind: Option<Kind>,
        key: &str,
        way: &str,
        into: &mut Element,
    ) {
        let mut seen = Bag::new();
        for item in list.children() {
            let own = item_key(item, kind);
            let count = seen.entry(own.join("|")).or_default();
            let at = item_way(way, &own, *count);
            *count += 1;
            self.lists
                .entry((key.to_owned(), way.to_owned()))
                .or_default()
                .push(at.clone());
            match (kind.filter(|kind| by_field(*kind)), item.inner()) {
                (Some(kind), Some(record)) if record.kind() == NodeKind::Struct => {
                    into.records.push(at.clone());
                    self.record(record, kind, key, &at, into);
                }
                _ => _ = into.facts.insert(at, said(item)),
            }
        }
    }

    /// The elements around this one, from the inside.
    pub(crate) fn around(&self, key: &Key) -> Vec<Key> {
        let home = |key: &Key| self.elements.get(key)?.home.clone().map(|(owner, _)| owner);
        let all = std::iter::successors(home(key), home);
        all.filter(|key| !key.is_empty()).collect()
    }
}

fn by_field(kind: Kind) -> bool {
    matches!(kind, Kind::View | Kind::MomentOfTruth | Kind::Strategy)
}

fn means(reference: Option<Kind>, kind: Kind) -> bool {
    reference.map_or(kind.spec().identity == Identity::Shared, |it| it == kind)
}

fn item_key(item: Node<'_>, kind: Option<Kind>) -> Vec<String> {
    let Some(node) = item.inner() else {
        return Vec::new();
    };
    if let Some(text) = node.text() {
        return vec![text.into_owned()];
    }
    let text = |name: &&str| {
        let value = node.field(name).and_then(Node::inner);
        value.map_or_else(String::new, |node| {
            node.text()
                .map_or_else(|| node.raw().to_owned(), |text| text.into_owned())
        })
    };
    match kind.map(|kind| kind.spec().identity) {
        Some(Identity::Key(fields)) => fields.iter().map(text).collect(),
        _ => vec![node.raw().to_owned()],
    }
}

/// What a value says, however it is written.
fn said(node: Node<'_>) -> String {
    let Some(node) = node.inner() else {
        return "None".to_owned();
    };
    let name = node.name().unwrap_or_default();
    match node.kind() {
        NodeKind::Struct => {
            let mut fields: Vec<String> = node
                .children()
                .filter(|child| child.inner().is_some())
                .map(|child| format!("{}: {}", child.key().unwrap_or_default(), said(child)))
                .collect();
            fields.sort();
            format!("{name}({})", fields.join(", "))
        }
        NodeKind::List | NodeKind::Tuple | NodeKind::Map | NodeKind::Entry => {
            let items: Vec<String> = node.children().map(said).collect();
            format!("{:?} {name}[{}]", node.kind(), items.join(", "))
        }
        _ => node
            .text()
            .map_or_else(|| node.raw().to_owned(), |text| format!("{text:?}")),
    }
}

fn comment_words(comment: &str) -> String {
    let inner = comment
        .strip_prefix("//")
        .unwrap_or_else(|| comment.trim_start_matches("/*").trim_end_matches("*/"));
    inner.split_whitespace().collect::<Vec<_>>().join(" ")
}
