//! Who refers to an element. Knows no edits.

use super::Parsed;
use super::fields::{Identity, Kind};
use super::place::ElementKey;
use crate::ron_text::Node;
use crate::sort;

/// The nodes that refer to this element, in the order of the file.
pub fn references_to<'t>(parsed: &'t Parsed, element: &ElementKey) -> Vec<Node<'t>> {
    let shared = element.kind.spec().identity == Identity::Shared;
    let means = |kind: &Option<Kind>| match kind {
        Some(kind) => *kind == element.kind,
        None => shared,
    };
    let references = parsed.index.references().filter(|(_, kind)| means(kind));
    let nodes = references.map(|(node, _)| parsed.tree.node(node));
    nodes.filter(|node| text_is(*node, &element.id)).collect()
}

/// References from outside to an element or to anything in it: what would point to nothing if
/// it were gone.
pub fn references_into<'t>(parsed: &'t Parsed, element: &ElementKey) -> Vec<Node<'t>> {
    let Some(node) = parsed.index.node(element).map(|id| parsed.tree.node(id)) else {
        return Vec::new();
    };
    let inside = node.span();
    let within = |node: Node<'_>| {
        let span = node.span();
        inside.start <= span.start && span.end <= inside.end
    };
    let gone = parsed
        .index
        .elements()
        .filter(|(_, id)| within(parsed.tree.node(*id)));
    let mut found: Vec<Node<'t>> = gone
        .filter(|(key, _)| parsed.index.namesakes(key) == 1)
        .flat_map(|(key, _)| references_to(parsed, key))
        .filter(|node| !within(*node))
        .collect();
    sort::by_key(&mut found, |node| node.span().start);
    found
}

fn text_is(node: Node<'_>, id: &str) -> bool {
    node.inner()
        .and_then(Node::text)
        .is_some_and(|text| text == id)
}
