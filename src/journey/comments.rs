//! Which comments are an element's own, and not those of an element in it. Anchors are none:
//! they are layout. Knows no edits.

use crate::sort;
use std::ops::Range;

use super::check::anchor;
use super::place::{ElementKey, Index};
use crate::ron_text::{self, Node, Tree};

/// The comments of an element (none: of the journey itself), in the order of the text: before
/// it, behind it, and in it.
pub fn own_comments(tree: &Tree, index: &Index, element: Option<&ElementKey>) -> Vec<Range<usize>> {
    let node = match element {
        Some(key) => index.node(key),
        None => index.root(),
    };
    let Some(node) = node.map(|id| tree.node(id)) else {
        return Vec::new();
    };
    let whole = match element {
        Some(_) => ron_text::extent(node),
        None => 0..tree.text().len(),
    };
    let anchor = anchor(tree, node).map(|(range, _)| range);
    let mut others = inner_extents(node, index);
    others.extend(anchor);
    sort::by_key(&mut others, |range| range.start);
    let mut found = Vec::new();
    let mut from = whole.start;
    for other in others {
        found.extend(comments_in(tree.text(), from..other.start.max(from)));
        from = other.end.max(from);
    }
    found.extend(comments_in(tree.text(), from..whole.end.max(from)));
    found
}

/// Most stretches of text have none, as one look at their bytes tells.
fn comments_in(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    match text.as_bytes()[range.clone()].contains(&b'/') {
        true => ron_text::comments_in(text, range),
        false => Vec::new(),
    }
}

/// What the elements directly below this one take up in the text, comments included.
fn inner_extents(node: Node<'_>, index: &Index) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Vec<Node<'_>> = node.children().collect();
    while let Some(node) = open.pop() {
        match index.key(node.id()) {
            Some(_) => found.push(ron_text::extent(node)),
            None => open.extend(node.children().filter(may_hold)),
        }
    }
    found
}

/// An element, or something around one.
fn may_hold(node: &Node<'_>) -> bool {
    node.children().next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::fields::Kind;
    use crate::journey::structure;

    #[test]
    fn a_comment_is_of_the_nearest_element_and_an_anchor_is_none() {
        let text = "// head\nJourney(\n    // above stages\n    stages: [\n        // header\n\n        // above a\n        Stage(\n            id: \"a\", // the id\n            touchpoints: [\n                // t's\n                Touchpoint(\n                    id: \"t\",\n                ), // ^t\n                // end of list\n            ],\n        ), // ^a\n    ],\n)\n// foot\n";
        let parsed = structure(Tree::read(text.to_owned()));
        let own = |element: Option<ElementKey>| -> Vec<&str> {
            own_comments(&parsed.tree, &parsed.index, element.as_ref())
                .into_iter()
                .map(|range| &text[range])
                .collect()
        };
        assert_eq!(
            own(None),
            ["// head", "// above stages", "// header", "// foot"]
        );
        let stage = own(Some(ElementKey::new(Kind::Stage, "a")));
        assert_eq!(stage, ["// above a", "// the id", "// end of list"]);
        assert_eq!(
            own(Some(ElementKey::new(Kind::Touchpoint, "t"))),
            ["// t's"]
        );
    }
}
