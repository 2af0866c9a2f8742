//! What stands in a text beside its values: comments, and fields that the table does not know.
//! Comments are found without the lexer under test.

use std::collections::BTreeMap;

use touchline::journey::Parsed;
use touchline::journey::fields::{Kind, Type};
use touchline::journey::id::is_slug;
use touchline::ron_text::Node;

/// How often each of them is there.
pub(crate) type Bag = BTreeMap<String, isize>;

pub(crate) fn bag(items: impl IntoIterator<Item = String>) -> Bag {
    let mut bag = Bag::new();
    items
        .into_iter()
        .for_each(|item| *bag.entry(item).or_default() += 1);
    bag
}

/// The first bag without the second, and with the third.
pub(crate) fn without(mut bag: Bag, less: Bag, more: Bag) -> Bag {
    for (item, count) in less {
        *bag.entry(item).or_default() -= count;
    }
    for (item, count) in more {
        *bag.entry(item).or_default() += count;
    }
    bag.retain(|_, count| *count != 0);
    bag
}

/// The texts of all comments but anchors.
pub(crate) fn comments(text: &str) -> Bag {
    let words = all_comments(text).into_iter().map(comment_text);
    bag(words.filter(|text| !is_anchor(text)))
}

/// How many anchors there are.
pub(crate) fn anchors(text: &str) -> usize {
    let words = all_comments(text).into_iter().map(comment_text);
    words.filter(|text| is_anchor(text)).count()
}

fn is_anchor(comment: &str) -> bool {
    comment.strip_prefix('^').is_some_and(is_slug)
}

fn comment_text(comment: &str) -> String {
    let block = || comment.strip_prefix("/*")?.strip_suffix("*/");
    let inner = comment.strip_prefix("//").or_else(block).unwrap_or(comment);
    inner.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn all_comments(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let (end, is_comment) = part(rest);
        if is_comment {
            found.push(&rest[..end]);
        }
        at += end;
    }
    found
}

/// The end of the comment, string or single character that starts here.
fn part(rest: &str) -> (usize, bool) {
    let raw = |hashes: usize| format!("\"{}", "#".repeat(hashes));
    match rest.as_bytes() {
        [b'/', b'/', ..] => (rest.find('\n').unwrap_or(rest.len()), true),
        [b'/', b'*', ..] => (rest.find("*/").unwrap() + 2, true),
        [b'r', b'"', ..] => (2 + rest[2..].find('"').unwrap() + 1, false),
        [b'r', b'#', ..] => {
            let hashes = rest[1..].bytes().take_while(|byte| *byte == b'#').count();
            let open = hashes + 2;
            let close = raw(hashes);
            (
                open + rest[open..].find(&close).unwrap() + close.len(),
                false,
            )
        }
        [b'"', ..] => (string_end(rest), false),
        _ => (rest.chars().next().map_or(1, char::len_utf8), false),
    }
}

fn string_end(rest: &str) -> usize {
    let mut escaped = false;
    let close = rest[1..].bytes().position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    });
    close.unwrap() + 2
}

/// Fields that the table does not know, their layout aside.
pub(crate) fn unknown(node: Node<'_>, kind: Option<Kind>) -> Bag {
    let mut found = Vec::new();
    let mut open: Vec<_> = node.inner().zip(kind).into_iter().collect();
    while let Some((node, kind)) = open.pop() {
        for child in node.children() {
            let Some(key) = child.key() else { continue };
            match (kind.field(key).map(|field| field.of), child.inner()) {
                (None, _) => found.push(format!("{key}:{}", dense(child.raw()))),
                (Some(Type::Record(kind)), Some(value)) => open.push((value, kind)),
                (Some(Type::Records(kind) | Type::Elements(kind)), Some(value)) => {
                    let items = value.children().filter_map(Node::inner);
                    open.extend(items.map(|item| (item, kind)));
                }
                _ => {}
            }
        }
    }
    bag(found)
}

/// Unknown fields of the whole file.
pub(crate) fn all_unknown(parsed: &Parsed) -> Bag {
    parsed
        .tree
        .root()
        .map_or_else(Bag::new, |root| unknown(root, parsed.index.root_kind()))
}

/// Without the comma that one-line and opened records differ in, and without whitespace.
pub(crate) fn dense(text: &str) -> String {
    let dense: String = text.split_whitespace().collect();
    dense.replace(",)", ")").replace(",]", "]")
}

pub(crate) fn blank_lines(text: &str) -> usize {
    text.lines().filter(|line| line.trim().is_empty()).count()
}

/// Comment lines with a blank line after them: the last lines of section headers.
pub(crate) fn headers(text: &str) -> Bag {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let headers = lines
        .windows(2)
        .filter(|pair| pair[0].starts_with("//") && pair[1].is_empty());
    bag(headers.map(|pair| pair[0].to_owned()))
}
