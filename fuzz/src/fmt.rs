//! The canonical form: its own, and the same journey.

use touchline::journey::finding::Code;
use touchline::journey::shape::canonical;
use touchline::journey::{Parsed, read};
use touchline::ron_text::{Node, NodeKind};

use super::context;

/// A text in canonical form, twice.
pub fn fmt(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let before = read(text.to_owned(), &context());
    let form = canonical(&before.tree);
    if before.tree.error().is_some() {
        return assert!(form == text, "a text with an error was changed");
    }
    let after = read(form, &context());
    assert_eq!(after.tree.error(), None);
    if let (Some(before), Some(after)) = (before.tree.root(), after.tree.root()) {
        same(before, after);
    }
    assert_eq!(codes(&before), codes(&after));
    assert!(canonical(&after.tree) == after.tree.text(), "twice is once");
}

/// The same values under the same keys.
fn same(before: Node<'_>, after: Node<'_>) {
    assert_eq!(before.kind(), after.kind());
    assert_eq!(before.key(), after.key());
    assert!(before.name().is_none() || before.name() == after.name());
    if before.kind() == NodeKind::String {
        assert_eq!(before.text(), after.text());
    } else if before.children().next().is_none() && before.open().is_none() {
        assert_eq!(before.raw(), after.raw());
    }
    assert_eq!(before.children().count(), after.children().count());
    for (before, after) in before.children().zip(after.children()) {
        same(before, after);
    }
}

/// What is found, but for stale anchors, which the form makes true.
fn codes(parsed: &Parsed) -> Vec<Code> {
    let codes = parsed.findings.iter().map(|finding| finding.code());
    codes.filter(|code| *code != Code::W003).collect()
}
