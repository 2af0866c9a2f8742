//! What can be wrong with a text as RON, as data. The words for it are not made here.

use std::ops::Range;

/// The first place where a text stops being RON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// Bytes of the text that are wrong; empty where something is missing.
    pub span: Range<usize>,
    /// What is wrong there.
    pub kind: SyntaxErrorKind,
}

impl SyntaxError {
    pub(super) fn new(span: Range<usize>, kind: SyntaxErrorKind) -> Self {
        Self { span, kind }
    }

    pub(super) fn at(offset: usize, kind: SyntaxErrorKind) -> Self {
        Self::new(offset..offset, kind)
    }
}

/// The kinds of [`SyntaxError`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyntaxErrorKind {
    /// The bytes from here on are not UTF-8; the span is empty, at the end of the readable text.
    NotUtf8,
    /// A merge left its markers here.
    ConflictMarker,
    /// A container inside more than [`MAX_DEPTH`](super::MAX_DEPTH) others.
    TooDeep,
    /// The text is longer than [`MAX_BYTES`](super::MAX_BYTES).
    TooLarge,
    /// The text has more than [`MAX_VALUES`](super::MAX_VALUES).
    TooManyValues,
    /// A character that starts nothing in RON.
    UnexpectedCharacter(char),
    /// A string without its closing quote; the span starts at the opening one.
    UnclosedString,
    /// A block comment without its end; the span starts at `/*`.
    UnclosedComment,
    /// The text ends inside a container.
    UnclosedContainer {
        /// Offset of its opening bracket.
        open: usize,
    },
    /// A comma, colon or closing bracket where a value must stand.
    ExpectedValue,
    /// Two items without a comma; the span is empty, at the end of the first.
    ExpectedCommaOrClose,
    /// A field or map key without its colon; the span is empty, at the end of the key.
    ExpectedColon,
    /// A closing bracket of another kind than the opening one.
    WrongClose {
        /// Offset of the bracket that is open.
        open: usize,
    },
    /// Something after the end of the value.
    TrailingText,
    /// An escape in a string or character that RON does not have.
    BadEscape,
    /// A number that is none.
    BadNumber,
    /// A character literal that does not hold exactly one character.
    BadChar,
    /// A `#![…]` line that is malformed or names an unknown extension.
    BadExtension,
    /// Fields with and without name in one struct.
    MixedFields,
    /// No value at all.
    Empty,
}
