//! Edits of a RON text, planned on its tree: each function says which bytes change and changes
//! nothing itself. All they do not have to touch keeps its bytes.
//!
//! They build on one notion, the [`Item`](super::comments::Item): a value or field with the
//! comments it owns and the whitespace around it.

mod comment;
mod insert;
mod piece;
mod relocate;
mod remove;

pub use comment::{CommentSpot, comment, uncomment};
pub use insert::{insert, insert_field};
pub use piece::{fragment, value_text};
pub use relocate::move_item;
pub use remove::remove;

use super::indent::reindent;
use super::quote::identifier;
use super::{Node, NodeKind, SyntaxErrorKind, TextEdit, lexer, lines};

/// Why an edit cannot be planned.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// A comment of the fragment would belong to no item, or to another one.
    #[error("a comment would be lost")]
    LosesComment,
    /// The target holds no items (of this kind), or is not closed.
    #[error("no list to insert into")]
    NotAList,
    /// The target has fewer items.
    #[error("no such index")]
    NoSuchIndex,
    /// An item cannot move into itself.
    #[error("an item cannot move into itself")]
    Cycle,
    /// The fragment is not exactly one item as the target holds them.
    #[error("the fragment is no item: {0:?}")]
    BadFragment(SyntaxErrorKind),
}

/// Replaces a value, its key and comments kept. `text` is a value written at indentation 0 with
/// `\n`; its further lines are indented like the line of the old value.
pub fn set(value: Node<'_>, text: &str) -> Vec<TextEdit> {
    let tree = value.tree();
    let indent = lines::indent(tree.text(), value.span().start);
    let text = reindent(text, "", indent, tree.newline());
    let text = if needs_brackets(value, &text) {
        format!("({text})")
    } else {
        text
    };
    vec![TextEdit::new(value.span(), text)]
}

/// Whether `text` would be taken for something else behind the `Some` of a bare `Some x`.
fn needs_brackets(value: Node<'_>, text: &str) -> bool {
    let around = value.parent().filter(|around| around.open().is_none());
    let some = around.and_then(Node::name_span);
    some.is_some_and(|some| text.starts_with('(') || some.end == value.span().start)
}

/// Gives a field another name. Nothing for what is no field of a struct.
pub fn rename_field(field: Node<'_>, name: &str) -> Vec<TextEdit> {
    let edit = |span| TextEdit::new(span, identifier(name));
    field.key_span().map(edit).into_iter().collect()
}

/// Gives a struct, tuple or variant another name, or one to `(…)`. Nothing for other values.
pub fn rename_struct(value: Node<'_>, name: &str) -> Vec<TextEdit> {
    let start = value.span().start;
    let unnamed = lexer::byte(value.tree().text(), start) == Some(b'(');
    let nameable = matches!(value.kind(), NodeKind::Struct | NodeKind::Tuple);
    let span = value
        .name_span()
        .or((nameable && unnamed).then_some(start..start));
    span.map(|span| TextEdit::new(span, identifier(name)))
        .into_iter()
        .collect()
}
