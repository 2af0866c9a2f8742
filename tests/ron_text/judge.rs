//! What `ron` says about a text, and whether the tree says the same.

use ron::Value;
use ron::value::Number;
use serde::de::IgnoredAny;
use touchline::ron_text::{Node, NodeKind, SyntaxErrorKind, Tree};

use crate::typed::Record;

/// Whether `ron` reads the text into one of the types at hand.
pub(crate) fn ron_accepts(text: &str) -> bool {
    ron::from_str::<IgnoredAny>(text).is_ok()
        || ron::from_str::<Value>(text).is_ok()
        || ron::from_str::<Record>(text).is_ok()
        || ron::from_str::<Chain>(text).is_ok()
}

/// Recursive types without a value of their own: brackets in their tersest form.
#[derive(Debug, serde::Deserialize)]
#[allow(dead_code)]
pub(crate) enum Chain {
    End,
    Link(Box<Chain>),
    Pair(Box<Chain>, ()),
    Field { of: Option<Box<Wrap>> },
}

#[derive(Debug, serde::Deserialize)]
#[allow(dead_code)]
pub(crate) struct Wrap(Option<Box<Wrap>>);

/// Reads the text and holds the tree against `ron`; whether `ron` accepts and whether we do.
pub(crate) fn compare(text: &str) -> (bool, bool) {
    let tree = Tree::read(text.to_owned());
    assert_eq!(tree.to_bytes(), text.as_bytes());
    if let Some(root) = tree.root() {
        spans_nest(root);
    }
    let theirs = ron_accepts(text);
    let ours = match tree.error().map(|error| &error.kind) {
        None => true,
        // Rejected on purpose: in a string or comment they are RON.
        Some(SyntaxErrorKind::ConflictMarker) => return (theirs, theirs),
        Some(kind) => {
            let span = &tree.error().unwrap().span;
            assert!(text.get(span.clone()).is_some(), "{span:?} of {text:?}");
            assert!(!theirs, "ron accepts what is {kind:?} here: {text:?}");
            false
        }
    };
    if let (true, Ok(value)) = (ours, ron::from_str::<Value>(text)) {
        same_value(tree.root().unwrap(), &value, text);
    }
    (theirs, ours)
}

/// Each node lies in its parent, after the sibling before it; also where the text went wrong.
fn spans_nest(node: Node<'_>) {
    let span = node.span();
    assert_eq!(node.raw().len(), span.len());
    let mut at = span.start;
    for (index, child) in node.children().enumerate() {
        let item = child.item_span();
        assert!(
            at <= item.start && item.end <= span.end,
            "{child:?} in {node:?}"
        );
        assert_eq!(
            (child.index(), child.parent().map(Node::id)),
            (index, Some(node.id()))
        );
        at = child.comma().map_or(item.end, |comma| comma + 1);
        spans_nest(child);
    }
}

/// Every value is RON by itself, with the extensions of the whole.
pub(crate) fn parts_stand_alone(text: &str) {
    if ron::from_str::<IgnoredAny>(text).is_err() {
        return;
    }
    let tree = Tree::read(text.to_owned());
    let extensions: String = [
        "implicit_some",
        "unwrap_newtypes",
        "unwrap_variant_newtypes",
    ]
    .into_iter()
    .filter(|name| tree.has_extension(name))
    .map(|name| format!("#![enable({name})]"))
    .collect();
    let mut nodes = vec![tree.root().unwrap()];
    while let Some(node) = nodes.pop() {
        nodes.extend(node.children());
        let alone = format!("{extensions}{}", node.raw());
        let accepted =
            node.kind() == NodeKind::Entry || ron::from_str::<IgnoredAny>(&alone).is_ok();
        assert!(accepted, "{alone:?} of {text:?}");
    }
}

fn same_value(node: Node<'_>, value: &Value, text: &str) {
    // There, a variant holds what stands between its brackets without brackets of its own.
    if node.tree().has_extension("unwrap_variant_newtypes") {
        return;
    }
    let same = match (node.kind(), value) {
        (NodeKind::Struct, Value::Unit) => node.raw() == "()",
        (NodeKind::Struct, Value::Seq(items)) => {
            items.is_empty() && node.children().next().is_none()
        }
        (NodeKind::Struct, Value::Map(fields)) => {
            fields.iter().for_each(|(key, value)| {
                let Value::String(key) = key else {
                    panic!("{text:?}")
                };
                same_value(node.field(key).unwrap(), value, text);
            });
            node.children().all(|child| {
                fields
                    .keys()
                    .any(|key| *key == Value::String(child.key().unwrap().to_owned()))
            })
        }
        (NodeKind::Tuple, Value::Option(Some(inside))) if node.name() == Some("Some") => {
            same_value(node.children().next().unwrap(), inside, text);
            node.children().count() == 1
        }
        (NodeKind::Tuple | NodeKind::List, Value::Seq(items)) => {
            node.children()
                .zip(items)
                .for_each(|(child, item)| same_value(child, item, text));
            node.children().count() == items.len()
        }
        (NodeKind::Map, Value::Map(entries)) => entries.len() <= node.children().count(),
        (NodeKind::Name, Value::Option(None)) => node.raw() == "None",
        (NodeKind::Name, Value::Unit) => true,
        (NodeKind::String | NodeKind::RawString, Value::String(string)) => {
            node.text().as_deref() == Some(string)
        }
        (NodeKind::Integer, Value::Number(number)) => {
            same_number(node, *number) && same_integer(node, *number)
        }
        (NodeKind::Float, Value::Number(number)) => same_number(node, *number),
        (NodeKind::Bool, Value::Bool(value)) => node.boolean() == Some(*value),
        (NodeKind::Byte, Value::Number(Number::U8(_))) | (NodeKind::Bytes, Value::Bytes(_)) => true,
        (NodeKind::Char, Value::Char(_)) | (NodeKind::Range, Value::Map(_) | Value::Unit) => true,
        _ => false,
    };
    assert!(same, "{node:?} is not {value:?} in {text:?}");
}

fn same_number(node: Node<'_>, number: Number) -> bool {
    let theirs = number.into_f64();
    let ours = node.number().unwrap();
    ours == theirs || (ours.is_nan() && theirs.is_nan()) || node.raw().ends_with("f32")
}

fn same_integer(node: Node<'_>, number: Number) -> bool {
    match number {
        Number::F32(_) | Number::F64(_) => node.integer().is_none(),
        Number::U64(value) => node.integer() == i64::try_from(value).ok(),
        _ => node.integer() == Some(number.into_f64() as i64) || number.into_f64().abs() > 9e15,
    }
}
