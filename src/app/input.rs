//! What a person does, as the program sees it. Knows no terminal library.

use super::key::Key;

/// One thing that came in from the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed, or repeats.
    Key(Key),
    /// A text was pasted; its lines end in `\n`.
    Paste(String),
    /// The screen has this many columns and rows now; it may be the size it had.
    Resize(u16, u16),
    /// The mouse was used.
    Mouse(Mouse),
    /// So many seconds have passed; comes only while a clock counts.
    Tick(u64),
    /// The terminal came to the front again.
    Focus,
    /// Something that means nothing here.
    Ignored,
}

/// One use of the mouse, at a cell counted from 0 at the top left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// What was done.
    pub kind: MouseKind,
    /// Column of the cell.
    pub column: u16,
    /// Row of the cell.
    pub row: u16,
}

/// What the mouse did; buttons other than the left one are the terminal's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseKind {
    /// The left button went down.
    Down,
    /// The left button went down again at the same cell, soon after the first time.
    DoubleDown,
    /// The left button came up.
    Up,
    /// The pointer moved to another cell with the left button held.
    Drag,
    /// The wheel turned away from the hand.
    WheelUp,
    /// The wheel turned towards the hand.
    WheelDown,
    /// The wheel turned away from the hand with Ctrl held.
    ZoomIn,
    /// The wheel turned towards the hand with Ctrl held.
    ZoomOut,
}
