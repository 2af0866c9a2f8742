//! An item cut out of its surroundings, with its comments: what is copied, moved and inserted.

use crate::ron_text::comments::{Item, as_block, comments, is_line_comment};
use crate::ron_text::indent::reindent;
use crate::ron_text::{Node, NodeKind, SyntaxErrorKind, Tree, lines};

use super::EditError;

/// The item with its own comments at indentation 0, lines ended by `\n`, without comma: what
/// [`insert`](super::insert) takes.
pub fn fragment(item: Node<'_>) -> String {
    match Item::of(item) {
        Some(item) => Piece::of(&item).text(),
        None => dedent(item, item.raw()),
    }
}

/// The value alone at indentation 0, lines ended by `\n`: what [`set`](super::set) takes.
pub fn value_text(value: Node<'_>) -> String {
    dedent(value, value.raw())
}

fn dedent(node: Node<'_>, text: &str) -> String {
    let indent = lines::indent(node.tree().text(), node.item_span().start);
    reindent(text, indent, "", "\n")
}

/// The parts of a fragment.
#[derive(Debug)]
pub(super) struct Piece {
    /// Comments before the item with the whitespace that parts them from it.
    head: String,
    /// `key: value` or value.
    body: String,
    /// Comments behind it; only the last may be a line comment.
    tail: Vec<String>,
}

impl Piece {
    pub(super) fn of(item: &Item<'_>) -> Self {
        let text = item.text();
        let span = item.node.item_span();
        let mut head = dedent(item.node, &text[item.start()..span.start]);
        let mut tail = Vec::new();
        for (index, range) in item.trailing.iter().enumerate() {
            let comment = &text[range.clone()];
            let last = index + 1 == item.trailing.len();
            if is_line_comment(comment) && !last {
                // It stood before the comma on a line of its own; there is one comma line only.
                head = format!("{comment}\n{head}");
            } else {
                tail.push(comment.to_owned());
            }
        }
        let body = dedent(item.node, &text[span]);
        Self { head, body, tail }
    }

    /// Reads a fragment that is to become an item of `list`.
    pub(super) fn read(list: Node<'_>, fragment: &str) -> Result<Self, EditError> {
        let tree = Tree::read(in_brackets(list, fragment)?);
        if let Some(error) = tree.error() {
            return Err(EditError::BadFragment(error.kind.clone()));
        }
        let items: Vec<_> = tree.root().into_iter().flat_map(Node::children).collect();
        let [node] = items[..] else {
            let kind = match items.is_empty() {
                true => SyntaxErrorKind::ExpectedValue,
                false => SyntaxErrorKind::TrailingText,
            };
            return Err(EditError::BadFragment(kind));
        };
        let named = list.children().next().map(|first| first.key().is_some());
        if named.is_some_and(|named| named != node.key().is_some()) {
            return Err(EditError::BadFragment(SyntaxErrorKind::MixedFields));
        }
        let item = Item::of(node).ok_or(EditError::NotAList)?;
        match item.at_open && item.at_close {
            true => Ok(Self::of(&item)),
            false => Err(EditError::LosesComment),
        }
    }

    fn text(&self) -> String {
        let mut text = format!("{}{}", self.head, self.body);
        self.push_tail(&mut text);
        text
    }

    fn push_tail(&self, text: &mut String) {
        for comment in &self.tail {
            text.push(' ');
            text.push_str(comment);
        }
    }

    /// Whether the item without its comments stands on one line.
    pub(super) fn is_one_line(&self) -> bool {
        !self.body.contains('\n')
    }

    fn comments(&self) -> impl Iterator<Item = &str> {
        let head = comments(&self.head, 0..self.head.len());
        let head = head.into_iter().map(|range| &self.head[range]);
        head.chain(self.tail.iter().map(String::as_str))
    }

    pub(super) fn has_line_comment(&self) -> bool {
        self.comments().any(is_line_comment)
    }

    pub(super) fn ends_in_line_comment(&self) -> bool {
        self.tail.last().is_some_and(|last| is_line_comment(last))
    }

    /// The item as it can stand between others on a line: its line comments as block comments,
    /// all of them before its comma. `None` if a comment cannot be one.
    pub(super) fn inline(&self, indent: &str, newline: &str) -> Option<String> {
        let mut parts: Vec<String> = self.comments().map(as_block).collect::<Option<_>>()?;
        let body = reindent(&self.body, "", indent, newline);
        parts.insert(parts.len() - self.tail.len(), body);
        Some(parts.join(" "))
    }

    /// The item on lines of its own, without the indentation of the first and the last line
    /// ending.
    pub(super) fn on_lines(&self, indent: &str, newline: &str, comma: bool) -> String {
        let mut text = reindent(&self.head, "", indent, newline);
        text.push_str(&reindent(&self.body, "", indent, newline));
        if comma {
            text.push(',');
        }
        self.push_tail(&mut text);
        text
    }
}

/// The fragment as the only item of a container like `list`.
fn in_brackets(list: Node<'_>, fragment: &str) -> Result<String, EditError> {
    let (open, close) = match list.kind() {
        NodeKind::List => ('[', ']'),
        NodeKind::Map => ('{', '}'),
        NodeKind::Struct | NodeKind::Tuple => ('(', ')'),
        _ => return Err(EditError::NotAList),
    };
    let extension = list.tree().needed_extension();
    Ok(format!("{extension}{open}\n{fragment}\n{close}"))
}
