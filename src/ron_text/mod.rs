//! Lossless RON: the text stays as it is, the tree is an index of spans over it, and a change is a
//! list of text edits that leave everything else its bytes. [`canonical`] is the one exception: it
//! lays out the whole text anew, with every comment.
//!
//! Reading never fails and never loses a byte; what is wrong is named by [`SyntaxError`]. Everything
//! the `ron` crate accepts is accepted here (`tests/ron_text` holds it), with few exceptions on
//! purpose: a byte order mark is skipped, a merge conflict inside a long string is an error, and so
//! are texts over 64 MiB. Lexer and parser are iterative: no input overflows the stack.
//!
//! This room knows nothing of journeys, files or screens: it could be a crate of its own.

mod canonical;
mod change;
mod comments;
mod edit;
mod error;
mod indent;
mod lexer;
mod lines;
mod parse;
mod quote;
mod scalar;
#[cfg(test)]
mod tests;
mod tree;

pub use canonical::{Flow, Rules, WIDTH, canonical};
pub use change::{TextEdit, apply};
pub use comments::{
    comments_in, end_comments, extent, has_comment_beside, headers, leading_comments,
    trailing_comment,
};
pub use edit::{
    CommentSpot, EditError, comment, fragment, insert, insert_field, move_item, remove,
    rename_field, rename_struct, set, uncomment, value_text,
};
pub use error::{SyntaxError, SyntaxErrorKind};
pub use lines::Position;
pub use quote::{quote, spelled_name};
pub use tree::{Children, Node, NodeId, NodeKind, Tree};

/// Containers that may stand inside one another; `ron` gives up at this depth or before.
pub const MAX_DEPTH: usize = 128;

/// Longest text that is indexed, in bytes (64 MiB). A longer one is kept but not read.
pub const MAX_BYTES: usize = 64 << 20;

/// Values of a text that is indexed, at most: a journey of 64 MiB has half as many. The index of a
/// text made of single digits would take twenty times its bytes.
pub const MAX_VALUES: usize = 4 << 20;
