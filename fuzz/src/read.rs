//! Any bytes, read: nothing is lost, every place is one, every finding has words.

use touchline::i18n::Lang;
use touchline::i18n::findings;
use touchline::journey::{Parsed, read_bytes};
use touchline::ron_text::{Node, comments_in};

use super::context;

/// Bytes as a journey.
pub fn read(bytes: &[u8]) {
    let parsed = read_bytes(bytes.to_vec(), &context());
    assert!(parsed.tree.to_bytes() == bytes, "bytes were lost");
    if let Some(error) = parsed.tree.error() {
        assert!(parsed.is_unreadable());
        parsed.tree.position(error.span.start);
    }
    for finding in &parsed.findings {
        let text = parsed.tree.text().get(finding.span.clone());
        assert!(text.is_some(), "{finding:?} stands in no text");
        let at = parsed.tree.position(finding.span.start);
        parsed.tree.line(at.line);
        for lang in [Lang::En, Lang::De] {
            assert!(!findings::finding(lang, &finding.what).is_empty());
            findings::hint(lang, &finding.what);
        }
    }
    for node in nodes(&parsed) {
        look(&parsed, node);
    }
}

fn look(parsed: &Parsed, node: Node<'_>) {
    let text = parsed.tree.text();
    assert!(text.get(node.item_span()).is_some());
    assert!(text[node.item_span()].contains(node.raw()));
    let place = parsed.index.place(node);
    parsed.index.locate(&parsed.tree, &place);
    parsed.field_of(&place);
    parsed.reading(node);
    if node.is_text() {
        node.text();
    }
    if let (Some(open), Some(close)) = (node.open(), node.close()) {
        comments_in(text, open + 1..close);
    }
}

/// All nodes of a text.
pub(super) fn nodes(parsed: &Parsed) -> Vec<Node<'_>> {
    let mut nodes: Vec<_> = parsed.tree.root().into_iter().collect();
    let mut next = 0;
    while let Some(&node) = nodes.get(next) {
        nodes.extend(node.children());
        next += 1;
    }
    nodes
}
