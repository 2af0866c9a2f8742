//! What a text means, apart from how it is written: the judge of an edit. The meaning of the
//! text after an edit must be the meaning before with the edit applied to it. Knows no spans.

use crate::sort;
use std::borrow::Cow;

use crate::journey::fields::{Kind, METRICS};
use crate::ron_text::{Node, NodeKind};

/// The meaning of a node: `Some` is transparent, `None` and comments are nothing.
#[derive(Debug, Clone)]
pub(crate) enum Value<'t> {
    /// What this node means, not looked at. An edit opens the way to what it changes; the rest
    /// of a file stays closed, and is compared as text.
    Closed(Node<'t>),
    Text(Cow<'t, str>),
    /// Any other scalar, as written.
    Plain(Cow<'t, str>),
    List(Vec<Value<'t>>),
    /// Fields by name; a name that stands there twice keeps its order.
    Record(Vec<(Cow<'t, str>, Value<'t>)>),
    /// A named tuple or a map: parts the format does not use, by their parts.
    Other(Cow<'t, str>, Vec<Value<'t>>),
}

/// One step from a value to a part of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Part<'t> {
    Field(&'t str),
    Item(usize),
}

impl<'t> Value<'t> {
    /// The meaning of a node; `None` for `None`.
    pub(crate) fn of(node: Node<'t>) -> Option<Value<'t>> {
        node.inner().map(Value::Closed)
    }

    /// The meaning with its parts to be seen, which are closed themselves.
    fn opened(self) -> Value<'t> {
        let Value::Closed(node) = self else {
            return self;
        };
        match node.kind() {
            NodeKind::Struct => Value::record(node),
            NodeKind::List => Value::List(Value::items(node)),
            NodeKind::Tuple | NodeKind::Map | NodeKind::Entry => {
                Value::Other(node.name().unwrap_or_default().into(), Value::items(node))
            }
            _ => node
                .text()
                .map_or(Value::Plain(node.raw().into()), Value::Text),
        }
    }

    fn open(&mut self) -> &mut Value<'t> {
        if let Value::Closed(node) = *self {
            *self = Value::Closed(node).opened();
        }
        self
    }

    fn items(node: Node<'t>) -> Vec<Value<'t>> {
        let item = |child| Value::of(child).unwrap_or(Value::Plain("None".into()));
        node.children().map(item).collect()
    }

    /// Struct names of elements are spelling; any other name chooses a variant: a metric.
    fn record(node: Node<'t>) -> Value<'t> {
        let field = |child: Node<'t>| Some((Cow::from(child.key()?), Value::of(child)?));
        let mut fields: Vec<_> = node.children().filter_map(field).collect();
        if let Some(name) = node.name().filter(|name| !is_spelling(name)) {
            fields.push(("".into(), Value::Plain(name.into())));
        }
        sort::by(&mut fields, |(one, _), (other, _)| one.cmp(other));
        Value::Record(fields)
    }

    /// The part at the end of a path, made of empty records and lists where it is not there.
    pub(crate) fn make(&mut self, path: &[Part<'_>]) -> Option<&mut Value<'t>> {
        let value = self.open();
        let Some((part, rest)) = path.split_first() else {
            return Some(value);
        };
        match (part, value) {
            (Part::Item(at), Value::List(items)) => items.get_mut(*at)?.make(rest),
            (Part::Field(name), Value::Record(fields)) => {
                let at = match fields.iter().rposition(|(field, _)| field == name) {
                    Some(at) => at,
                    None => {
                        let at = fields.partition_point(|(field, _)| field.as_ref() < *name);
                        fields.insert(at, ((*name).to_owned().into(), Value::Record(Vec::new())));
                        at
                    }
                };
                fields.get_mut(at)?.1.make(rest)
            }
            _ => None,
        }
    }

    /// Takes the part at the end of a path away, and every record or list that it leaves empty.
    pub(crate) fn take(&mut self, path: &[Part<'_>]) -> Option<Value<'t>> {
        let (part, rest) = path.split_first()?;
        match (part, self.open()) {
            (Part::Item(at), Value::List(items)) if rest.is_empty() => {
                (*at < items.len()).then(|| items.remove(*at))
            }
            (Part::Item(at), Value::List(items)) => items.get_mut(*at)?.take(rest),
            (Part::Field(name), Value::Record(fields)) => {
                let at = fields.iter().rposition(|(field, _)| field == name)?;
                if rest.is_empty() {
                    return Some(fields.remove(at).1);
                }
                fields[at].1.take(rest)
            }
            _ => None,
        }
    }

    /// The same meaning, freed from its text.
    pub(crate) fn into_owned(self) -> Value<'static> {
        let all = |items: Vec<Value<'_>>| items.into_iter().map(Value::into_owned).collect();
        match self {
            Value::Closed(_) => self.opened().into_owned(),
            Value::Text(text) => Value::Text(text.into_owned().into()),
            Value::Plain(text) => Value::Plain(text.into_owned().into()),
            Value::List(items) => Value::List(all(items)),
            Value::Other(name, items) => Value::Other(name.into_owned().into(), all(items)),
            Value::Record(fields) => Value::Record(
                fields
                    .into_iter()
                    .map(|(name, value)| (name.into_owned().into(), value.into_owned()))
                    .collect(),
            ),
        }
    }
}

fn is_spelling(name: &str) -> bool {
    Kind::named(name).is_some_and(|kind| !METRICS.contains(&kind))
}

impl PartialEq for Value<'_> {
    fn eq(&self, other: &Self) -> bool {
        use Value::{Closed, List, Other, Plain, Record, Text};
        match (self, other) {
            // What is written alike means the same.
            (Closed(one), Closed(other)) if one.raw() == other.raw() => true,
            (Closed(node), value) => Closed(*node).opened() == *value,
            (value, Closed(node)) => *value == Closed(*node).opened(),
            (Text(one), Text(other)) | (Plain(one), Plain(other)) => one == other,
            (List(one), List(other)) => one == other,
            (Record(one), Record(other)) => one == other,
            (Other(name, one), Other(other_name, other)) => name == other_name && one == other,
            _ => false,
        }
    }
}

/// The way from the root to a node.
pub(crate) fn path<'t>(node: Node<'t>) -> Vec<Part<'t>> {
    let mut path = Vec::new();
    let mut at = node;
    while let Some(parent) = at.parent() {
        match at.key() {
            Some(name) => path.push(Part::Field(name)),
            None if parent.name() == Some("Some") => {}
            None => path.push(Part::Item(at.index())),
        }
        at = parent;
    }
    path.reverse();
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ron_text::Tree;

    fn same(one: &str, other: &str) -> bool {
        let [one, other] = [one, other].map(|text| Tree::read(text.to_owned()));
        let [one, other] = [&one, &other].map(|tree| tree.root().and_then(Value::of));
        let alike = one == other;
        assert!(
            !alike || other.eq(&one),
            "the order of the two must not matter"
        );
        alike
    }

    #[test]
    fn layout_comments_order_of_fields_and_names_are_spelling() {
        for other in [
            "Stage(a: [1, \"x\"], b: (c: A))",
            "( b: (c: A), // d\n  a: [1, r\"x\",],\n)",
            "Stage(a: Some([Some(1), \"\\x78\"]), b: (c: A, d: None), e: None)",
        ] {
            assert!(same("Stage(a: [1, \"x\"], b: (c: A))", other), "{other}");
        }
    }

    #[test]
    fn values_order_of_items_and_metrics_are_meaning() {
        for (one, other) in [
            ("(a: (b: [1, 2]))", "(a: (b: [2, 1]))"),
            ("(a: (b: 1))", "(a: (b: 1, c: 1))"),
            ("(a: (b: 1))", "(a: (b: \"1\"))"),
            ("(a: [(b: 1)])", "(a: [(b: 1), (b: 1)])"),
            ("(metric: A(b: 1))", "(metric: B(b: 1))"),
        ] {
            assert!(!same(one, other), "{one} {other}");
        }
    }

    #[test]
    fn what_changes_is_opened_and_the_rest_is_still_compared() {
        let tree = Tree::read("(a: [(b: 1), (b: 2)], c: 3)".to_owned());
        let changed = |path: &[Part<'_>]| {
            let mut value = tree.root().and_then(Value::of)?;
            *value.make(path)? = Value::Plain("9".into());
            Some(value)
        };
        let path = [Part::Field("a"), Part::Item(1), Part::Field("b")];
        let after = Tree::read("(a: [( b: 1 ), (b: 9)], c: 3)".to_owned());
        assert_eq!(changed(&path), after.root().and_then(Value::of));
        let more = Tree::read("(a: [(b: 1), (b: 9)], c: 4)".to_owned());
        assert_ne!(changed(&path), more.root().and_then(Value::of));
    }
}
