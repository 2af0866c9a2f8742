//! What comes in from outside: keys, pasted text, the mouse, a new size.

use super::key::Key;

/// One input.
#[derive(Debug, Clone, PartialEq)]
pub enum Input {
    /// A key was pressed.
    Key(Key),
    /// A text was pasted.
    Paste(String),
    /// The terminal has another size.
    Resize(u16, u16),
    /// The mouse did something.
    Mouse(Mouse),
    /// Nothing that matters.
    Ignored,
}

/// What the mouse did, and where.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mouse {
    /// Column, 0 is the first.
    pub column: u16,
    /// Row, 0 is the first.
    pub row: u16,
}
