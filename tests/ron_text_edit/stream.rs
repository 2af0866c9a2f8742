//! What must survive an edit: tokens and comments in their order, and what a text means. The
//! tokens are found without the lexer under test.

use touchline::ron_text::{Node, NodeKind, leading_comments, trailing_comment};

/// Tokens and comments without commas. Of a comment its text: a line comment may have become a
/// block comment.
pub(crate) fn stream(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text.trim_start_matches('\u{FEFF}');
    while !rest.is_empty() {
        let end = part_end(rest);
        let part = rest[..end].trim();
        if !part.is_empty() && part != "," {
            parts.push(comment_text(part).unwrap_or(part));
        }
        rest = &rest[end..];
    }
    parts
}

fn comment_text(part: &str) -> Option<&str> {
    let block = || part.strip_prefix("/*")?.strip_suffix("*/");
    Some(part.strip_prefix("//").or_else(block)?.trim())
}

fn part_end(rest: &str) -> usize {
    let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-');
    let words = rest.find(|c| !word(c)).unwrap_or(rest.len());
    let until = |from: usize, end: &str| from + rest[from..].find(end).unwrap() + end.len();
    match rest.as_bytes() {
        [b'/', b'/', ..] => rest.find('\n').unwrap_or(rest.len()),
        [b'/', b'*', ..] => until(2, "*/"),
        [b'r', b'#', ..] => until(3, "\"#"),
        [b'"', ..] => quoted_end(rest, 1),
        [b'b', b'"', ..] => quoted_end(rest, 2),
        _ => words.max(rest.chars().next().unwrap().len_utf8()),
    }
}

fn quoted_end(rest: &str, mut at: usize) -> usize {
    loop {
        match rest.as_bytes()[at] {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

pub(crate) fn sorted(mut parts: Vec<&str>) -> Vec<&str> {
    parts.sort_unstable();
    parts
}

/// What a value means, as the edits see it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Value {
    pub(crate) key: Option<String>,
    /// The name of a struct or tuple, the text of a scalar.
    pub(crate) text: Option<String>,
    pub(crate) brackets: char,
    pub(crate) items: Vec<Value>,
}

impl Value {
    pub(crate) fn of(node: Node<'_>) -> Self {
        let (brackets, text) = match node.kind() {
            NodeKind::Struct | NodeKind::Tuple => ('(', node.name()),
            NodeKind::List => ('[', None),
            NodeKind::Map => ('{', None),
            NodeKind::Entry => (':', None),
            _ => (' ', Some(node.raw())),
        };
        Self {
            key: node.key().map(str::to_owned),
            text: text.map(str::to_owned),
            brackets,
            items: node.children().map(Value::of).collect(),
        }
    }

    /// The value at these child indices.
    pub(crate) fn at(&mut self, path: &[usize]) -> &mut Value {
        path.iter()
            .fold(self, |value, &step| &mut value.items[step])
    }
}

/// The child indices that lead to a node.
pub(crate) fn path(node: Node<'_>) -> Vec<usize> {
    match node.parent() {
        Some(parent) => [path(parent), vec![node.index()]].concat(),
        None => Vec::new(),
    }
}

/// The texts of the comments an item owns.
pub(crate) fn own_comments(item: Node<'_>) -> Vec<&str> {
    let text = item.tree().text();
    let ranges = leading_comments(item).into_iter();
    let ranges = ranges.chain(trailing_comment(item));
    ranges.flat_map(|range| stream(&text[range])).collect()
}
