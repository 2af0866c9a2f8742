//! The one text field of the program, of a single line or of many.
//!
//! Holds a text and a cursor, takes plain operations, and says what to draw. Knows no key codes,
//! widget or clipboard. Moves and deletes by grapheme cluster, so families, flags and accents are
//! one step each. The bytes of a text that nobody edits never change.

mod history;
mod layout;
#[cfg(test)]
mod tests;

use history::{History, Step};
use layout::{Layout, Window};
use std::borrow::Cow;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Cells in which a field is drawn. The size last drawn decides what Up, Down and a click mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldSize {
    /// Cells in a row.
    pub columns: u16,
    /// Rows; a single-line field uses the first alone.
    pub rows: u16,
}

/// What a person does in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKey<'a> {
    /// Types or pastes a text in place of the selection. Its line breaks become `\n`; in a
    /// single-line field those at the end fall away and each other becomes a space.
    Insert(&'a str),
    /// Moves the cursor. Left and Right leave a selection at its near end.
    Move(Motion),
    /// Moves the cursor and selects what it passes.
    Select(Motion),
    /// Selects everything.
    SelectAll,
    /// Deletes the selection, else what lies between the cursor and the motion's goal: Backspace
    /// is `Delete(Left)`, the Delete key `Delete(Right)`.
    Delete(Motion),
    /// Takes back the last change; letters typed in a row, up to a space, are one change.
    Undo,
    /// Makes the change last taken back again.
    Redo,
}

/// Where a cursor can go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// One cluster back.
    Left,
    /// One cluster on.
    Right,
    /// To the start of this word, or of the one before.
    WordLeft,
    /// To the end of this word, or of the next.
    WordRight,
    /// One row up, as the text is wrapped; from the first row to the start of the text.
    Up,
    /// One row down, as the text is wrapped; from the last row to the end of the text.
    Down,
    /// To the start of the line.
    LineStart,
    /// To the end of the line.
    LineEnd,
    /// To the start of the text.
    TextStart,
    /// To the end of the text.
    TextEnd,
}

/// What to draw: plain text and cells, no style.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldView {
    /// The visible rows from the top, sanitized, none wider than the field.
    pub lines: Vec<String>,
    /// Column and row of the cursor, always inside the field.
    pub cursor: (u16, u16),
    /// The selected cells: a row and its columns.
    pub selection: Vec<(u16, Range<u16>)>,
    /// Whether text lies before what is visible: to the left, or above.
    pub more_before: bool,
    /// Whether text lies behind what is visible: to the right, or below.
    pub more_after: bool,
}

/// A text being edited.
#[derive(Debug, Clone)]
pub struct TextField {
    value: String,
    /// Byte offset, on a cluster boundary.
    cursor: usize,
    /// The other end of the selection.
    anchor: Option<usize>,
    /// The column that Up and Down aim for.
    goal: Option<usize>,
    multi_line: bool,
    window: Window,
    history: History,
}

impl TextField {
    /// A field of one line, the cursor at its end. Line breaks already in the value are shown as
    /// `↵` and kept.
    pub fn single_line(value: impl Into<String>) -> Self {
        Self::new(value.into(), false)
    }

    /// A field of many lines, wrapped at words, the cursor at its end.
    pub fn multi_line(value: impl Into<String>) -> Self {
        Self::new(value.into(), true)
    }

    fn new(value: String, multi_line: bool) -> Self {
        TextField {
            cursor: value.len(),
            value,
            anchor: None,
            goal: None,
            multi_line,
            window: Window::default(),
            history: History::default(),
        }
    }

    /// The text as it stands.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// The text, when editing is over.
    pub fn into_value(self) -> String {
        self.value
    }

    /// Whether Enter belongs to the text.
    pub fn is_multi_line(&self) -> bool {
        self.multi_line
    }

    /// Byte offset of the cursor in the value, always between two clusters.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// The selected bytes, never empty.
    pub fn selection(&self) -> Option<Range<usize>> {
        let anchor = self.anchor.filter(|anchor| *anchor != self.cursor)?;
        Some(anchor.min(self.cursor)..anchor.max(self.cursor))
    }

    /// The selected text, for copying; empty without a selection.
    pub fn selected_text(&self) -> &str {
        &self.value[self.selection().unwrap_or_default()]
    }

    /// Does what a key asks for in a field of this size. Whether text, cursor or selection changed.
    pub fn press(&mut self, key: FieldKey<'_>, size: FieldSize) -> bool {
        self.keep_window(size);
        let before = (self.cursor, self.selection());
        let goal = self.goal.take();
        let edited = match key {
            FieldKey::Insert(text) => self.insert(text),
            FieldKey::Move(motion) => self.go(motion, goal, size),
            FieldKey::Select(motion) => self.select(motion, goal, size),
            FieldKey::SelectAll => self.select_all(),
            FieldKey::Delete(motion) => self.delete(motion, goal, size),
            FieldKey::Undo => self.undo(),
            FieldKey::Redo => self.redo(),
        };
        edited || before != (self.cursor, self.selection())
    }

    /// Puts the cursor to a cell of a field of this size; `extend` selects up to there, as a drag
    /// does. Whether cursor or selection changed.
    pub fn click(&mut self, column: u16, row: u16, extend: bool, size: FieldSize) -> bool {
        self.keep_window(size);
        let before = (self.cursor, self.selection());
        let row = self.window.row + usize::from(row);
        let column = self.window.column + usize::from(column);
        let target = self.layout(size).offset(row, column);
        self.move_to(target, extend);
        self.goal = None;
        before != (self.cursor, self.selection())
    }

    /// What to draw in a field of this size; nothing in a field without cells.
    pub fn view(&self, size: FieldSize) -> FieldView {
        if size.columns == 0 || size.rows == 0 {
            return FieldView::default();
        }
        let layout = self.layout(size);
        let window = layout.window(self.window, self.cursor);
        layout.view(window, self.cursor, self.selection().unwrap_or_default())
    }

    fn layout(&self, size: FieldSize) -> Layout {
        Layout::new(&self.value, self.multi_line, size)
    }

    /// Remembers what was drawn last: it stays in place while the cursor moves inside it.
    fn keep_window(&mut self, size: FieldSize) {
        self.window = self.layout(size).window(self.window, self.cursor);
    }

    fn move_to(&mut self, target: usize, extend: bool) {
        self.anchor = if extend {
            self.anchor.or(Some(self.cursor))
        } else {
            None
        };
        self.cursor = target;
        self.history.seal();
    }

    fn go(&mut self, motion: Motion, goal: Option<usize>, size: FieldSize) -> bool {
        let target = match (motion, self.selection()) {
            (Motion::Left, Some(selection)) => selection.start,
            (Motion::Right, Some(selection)) => selection.end,
            _ => self.target(motion, goal, size),
        };
        self.move_to(target, false);
        false
    }

    fn select(&mut self, motion: Motion, goal: Option<usize>, size: FieldSize) -> bool {
        let target = self.target(motion, goal, size);
        self.move_to(target, true);
        false
    }

    fn select_all(&mut self) -> bool {
        self.move_to(self.value.len(), false);
        self.anchor = Some(0);
        false
    }

    fn insert(&mut self, text: &str) -> bool {
        let text = self.normalise(text);
        let range = self.selection().unwrap_or(self.cursor..self.cursor);
        self.replace(range, &text)
    }

    fn delete(&mut self, motion: Motion, goal: Option<usize>, size: FieldSize) -> bool {
        let range = self.selection().unwrap_or_else(|| {
            let target = self.target(motion, goal, size);
            target.min(self.cursor)..target.max(self.cursor)
        });
        self.goal = None;
        self.replace(range, "")
    }

    /// A pasted text with the line breaks of this field.
    fn normalise<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if !text.contains(['\r', '\n']) {
            return Cow::Borrowed(text);
        }
        let unix = text.replace("\r\n", "\n").replace('\r', "\n");
        if self.multi_line {
            return Cow::Owned(unix);
        }
        Cow::Owned(unix.trim_end_matches('\n').replace('\n', " "))
    }

    fn replace(&mut self, range: Range<usize>, inserted: &str) -> bool {
        let removed = self.value[range.clone()].to_owned();
        if removed == inserted {
            // Typed over itself, it is no longer selected.
            (self.anchor, self.cursor) = (None, range.end);
            return false;
        }
        let step = Step {
            at: range.start,
            removed,
            inserted: inserted.to_owned(),
        };
        self.make(&step);
        self.history.record(step);
        true
    }

    fn make(&mut self, step: &Step) {
        self.value
            .replace_range(step.at..step.at + step.removed.len(), &step.inserted);
        self.anchor = None;
        self.cursor = boundary_from(&self.value, step.at + step.inserted.len());
    }

    fn undo(&mut self) -> bool {
        let Some(step) = self.history.undo() else {
            return false;
        };
        self.make(&step.inverse());
        true
    }

    fn redo(&mut self) -> bool {
        let Some(step) = self.history.redo() else {
            return false;
        };
        self.make(&step);
        true
    }

    /// Where a motion leads from the cursor.
    fn target(&mut self, motion: Motion, goal: Option<usize>, size: FieldSize) -> usize {
        let (before, after) = self.value.split_at(self.cursor);
        match motion {
            Motion::Left => self.cursor - before.graphemes(true).next_back().map_or(0, str::len),
            Motion::Right => self.cursor + after.graphemes(true).next().map_or(0, str::len),
            Motion::WordLeft => self.cursor - word_length(before.graphemes(true).rev()),
            Motion::WordRight => self.cursor + word_length(after.graphemes(true)),
            Motion::LineStart if self.multi_line => before.rfind('\n').map_or(0, |at| at + 1),
            Motion::LineEnd if self.multi_line => self.cursor + line_length(after),
            Motion::LineStart | Motion::TextStart => 0,
            Motion::LineEnd | Motion::TextEnd => self.value.len(),
            Motion::Up | Motion::Down => self.vertical_target(motion, goal, size),
        }
    }

    fn vertical_target(&mut self, motion: Motion, goal: Option<usize>, size: FieldSize) -> usize {
        if !self.multi_line {
            return self.cursor;
        }
        let layout = self.layout(size);
        let goal = goal.unwrap_or_else(|| layout.cell(self.cursor).0);
        self.goal = Some(goal);
        match motion {
            Motion::Up => layout.above(self.cursor, goal),
            _ => layout.below(self.cursor, goal),
        }
    }
}

/// The first cluster boundary at `at` or behind: an edit can tie neighbours into one cluster.
fn boundary_from(text: &str, at: usize) -> usize {
    let mut starts = text.grapheme_indices(true).map(|(start, _)| start);
    starts.find(|start| *start >= at).unwrap_or(text.len())
}

/// Bytes up to the far end of the next word, whatever lies before it.
fn word_length<'a>(clusters: impl Iterator<Item = &'a str>) -> usize {
    let mut in_word = false;
    let up_to_end = clusters.take_while(|cluster| {
        let is_word = cluster.contains(|c: char| c.is_alphanumeric() || c == '_');
        let ends = in_word && !is_word;
        in_word |= is_word;
        !ends
    });
    up_to_end.map(str::len).sum()
}

/// Bytes up to the line break, or to the end.
fn line_length(text: &str) -> usize {
    let mut clusters = text.grapheme_indices(true);
    clusters
        .find(|(_, cluster)| layout::is_line_break(cluster))
        .map_or(text.len(), |(at, _)| at)
}
