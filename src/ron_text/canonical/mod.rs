//! The canonical form of a RON text: one way to lay out a value, every comment kept.
//!
//! What is particular to a kind of file (which structs have a name, what stands on one line) comes
//! in as [`Rules`]; this module knows no field and no element. A struct or list stands on one line
//! or is opened, one item a line.
//!
//! Where comments go:
//! - what stands above an item, or on its line before it, goes on lines of its own above it;
//! - what stands behind an item on its line (before or after the comma) stays behind it;
//! - what stands inside an item but in none of its brackets (around a colon, between a name and its
//!   bracket) goes above it, and so do comments behind it that cannot share its last line;
//! - what stands on lines after the last item stays there;
//! - on one line, block comments stay before or behind their item; a line comment, a comment of
//!   several lines, or one that no item owns opens the container.
//!
//! A closing line that gets an anchor carries nothing else: other comments behind it go above the
//! element. One blank line is kept where there were some, none after an opening or before a closing
//! bracket. Raw strings and comments keep their text, blanks at the end of a line comment apart.

mod gaps;
mod header;
mod items;
mod value;
mod write;

use super::{Node, Tree};
use write::Writer;

/// Columns (characters) a line may have before what can be opened is opened. Comments behind an
/// item do not count, its comma does.
pub const WIDTH: usize = 120;

/// How a struct, tuple, list or map is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// On one line while it fits [`WIDTH`] columns, else opened.
    Line,
    /// Always opened, one field or item a line; an empty one stays `[]` or `()`.
    Open,
}

/// What the canonical form of a kind of file asks about its values. A shape is whatever tells the
/// rules what a node is meant to be; map entries are nodes, their key and value stand in them.
pub trait Rules {
    /// What a node is meant to be.
    type Shape: Copy;

    /// The shape of the whole value.
    fn root(&self, node: Node<'_>) -> Self::Shape;

    /// The shape of a field, item, entry, key or value in a node of shape `of`.
    fn child(&self, of: Self::Shape, child: Node<'_>) -> Self::Shape;

    /// The name to write before the bracket of a struct or tuple that has none.
    fn name(&self, shape: Self::Shape, node: Node<'_>) -> Option<&'static str>;

    /// The layout of a container with items. Not asked for `Some(…)` around a value without comment
    /// or anchor of its own: that is laid out as the value alone.
    fn flow(&self, shape: Self::Shape, node: Node<'_>) -> Flow;

    /// The id of an item whose closing line carries it when it spans lines: `), // ^id`. An id
    /// that is no slug (`[a-z0-9][a-z0-9-]{0,63}`) is not written.
    fn anchor(&self, shape: Self::Shape, node: Node<'_>) -> Option<String>;
}

/// The text in canonical form. A tree with a syntax error comes back unchanged.
///
/// The form of a canonical text is the text itself; values and comments stay what they are. The
/// first line ending decides for all, and byte order mark and final newline (or none) are kept.
pub fn canonical<R: Rules>(tree: &Tree, rules: &R) -> String {
    let Some(root) = tree.root().filter(|_| tree.error().is_none()) else {
        return tree.text().to_owned();
    };
    let newline = tree.newline();
    let text = Writer::new(rules, newline, tree.text().len()).document(root);
    // Only where line endings are mixed can a raw string or comment come to hold the first one.
    match first_newline(&text) {
        Some(first) if first != newline => {
            Writer::new(rules, first, tree.text().len()).document(root)
        }
        _ => text,
    }
}

fn first_newline(text: &str) -> Option<&'static str> {
    let (first, _) = text.split_once('\n')?;
    Some(if first.ends_with('\r') { "\r\n" } else { "\n" })
}
