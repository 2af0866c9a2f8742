//! Text as a terminal shows it: display safety, widths in columns, wrapping, the one text field.
//!
//! Plain strings and numbers only: knows no terminal, no widget, no journey and no language.
//! A grapheme cluster is the smallest unit everywhere: never split, one cursor step, one cell group.

mod diff;
mod field;
mod hyphen;
mod sanitize;
#[cfg(test)]
mod test_texts;
mod width;
mod wrap;

pub use diff::diff;
pub use field::{FieldKey, FieldSize, FieldView, Motion, TextField};
pub use hyphen::hyphenated;
pub use sanitize::{sanitize, sanitize_line};
pub use width::{center, cluster_width, pad_left, pad_right, truncate, width};
pub use wrap::{wrap, wrap_to};
