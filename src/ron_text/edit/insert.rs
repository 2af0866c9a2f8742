//! Putting an item in: on the line of its neighbour, or on lines of its own.

use std::ops::Range;

use crate::ron_text::change::join_touching;
use crate::ron_text::comments::{Gap, Item, is_line_comment, newlines};
use crate::ron_text::quote::identifier;
use crate::ron_text::{Node, NodeKind, TextEdit, lines};

use super::EditError;
use super::piece::Piece;

/// Inserts an item so that it gets this index in a list, tuple, struct or map.
///
/// `item` is written at indentation 0 with `\n`: comment lines if any, the value (`key: value`
/// in a struct or map), a comment behind it if any; see [`fragment`](super::fragment). The layout
/// of the container is kept: a one-line list takes a one-line item on its line, with its comments
/// as block comments; other items open it, one item a line. `own_line` opens an empty `[]` also
/// for a one-line item.
///
/// # Errors
/// [`EditError::NotAList`], [`EditError::NoSuchIndex`], [`EditError::BadFragment`], and
/// [`EditError::LosesComment`] if `item` holds a comment that would not be its own.
pub fn insert(
    list: Node<'_>,
    index: usize,
    item: &str,
    own_line: bool,
) -> Result<Vec<TextEdit>, EditError> {
    let piece = Piece::read(list, item)?;
    insert_piece(list, index, &piece, own_line, is_spaced(list))
}

/// Inserts a field in its place: behind the last one present of those that stand before it in
/// `order`, else before the first of those that stand after it, else at the end.
///
/// # Errors
/// As [`insert`]; [`EditError::NotAList`] also for a tuple with items.
pub fn insert_field(
    record: Node<'_>,
    name: &str,
    value: &str,
    order: &[&str],
) -> Result<Vec<TextEdit>, EditError> {
    if record.kind() != NodeKind::Struct {
        return Err(EditError::NotAList);
    }
    let field = format!("{}: {value}", identifier(name));
    insert(record, field_index(record, name, order), &field, false)
}

fn field_index(record: Node<'_>, name: &str, order: &[&str]) -> usize {
    let rank = |name: &str| order.iter().position(|&other| other == name);
    let fields = || {
        record
            .children()
            .filter_map(|f| Some((rank(f.key()?)?, f.index())))
    };
    let Some(own) = rank(name) else {
        return record.children().count();
    };
    let before = fields().filter(|&(rank, _)| rank < own).max();
    let behind = || fields().filter(|&(rank, _)| rank > own).min();
    match before {
        Some((_, index)) => index + 1,
        None => behind().map_or_else(|| record.children().count(), |(_, index)| index),
    }
}

/// Whether blank lines part all the items from one another, section headers aside.
pub(super) fn is_spaced(list: Node<'_>) -> bool {
    let items = list.children().filter_map(Item::of);
    let behind_item = |item: &Item<'_>| {
        let before = item.node.prev().and_then(Item::of);
        before.is_some_and(|before| before.end() == item.room.start)
    };
    let mut later = items.filter(behind_item).peekable();
    later.peek().is_some() && later.all(|item| newlines(item.space_before()) > 1)
}

pub(super) fn insert_piece(
    list: Node<'_>,
    index: usize,
    piece: &Piece,
    own_line: bool,
    spaced: bool,
) -> Result<Vec<TextEdit>, EditError> {
    let slot = Slot::at(list, index)?;
    let edits = match slot.inline(piece, own_line) {
        Some(edit) => vec![edit],
        None if slot.is_one_line() && slot.neighbour().is_some() => slot.opened(piece),
        None => slot.on_lines(piece, spaced),
    };
    Ok(join_touching(edits))
}

/// The place between two neighbours where an item comes in.
struct Slot<'t> {
    list: Node<'t>,
    open: usize,
    close: usize,
    before: Option<Item<'t>>,
    behind: Option<Item<'t>>,
}

impl<'t> Slot<'t> {
    fn at(list: Node<'t>, index: usize) -> Result<Self, EditError> {
        let (Some(open), Some(close)) = (list.open(), list.close()) else {
            return Err(EditError::NotAList);
        };
        let before = index
            .checked_sub(1)
            .map(|before| list.children().nth(before));
        if matches!(before, Some(None)) {
            return Err(EditError::NoSuchIndex);
        }
        Ok(Self {
            list,
            open,
            close,
            before: before.flatten().and_then(Item::of),
            behind: list.children().nth(index).and_then(Item::of),
        })
    }

    fn text(&self) -> &'t str {
        self.list.tree().text()
    }

    fn newline(&self) -> &'static str {
        self.list.tree().newline()
    }

    fn neighbour(&self) -> Option<&Item<'t>> {
        self.before.as_ref().or(self.behind.as_ref())
    }

    fn is_one_line(&self) -> bool {
        !self.text()[self.open..self.close].contains('\n')
    }

    // On the neighbour's line.

    fn inline(&self, piece: &Piece, own_line: bool) -> Option<TextEdit> {
        let takes = match self.neighbour() {
            None => self.is_one_line() && !own_line && piece.is_one_line(),
            Some(neighbour) => self.takes_inline(neighbour, piece),
        };
        let (range, left, right) = self.inline_place();
        let indent = lines::indent(self.text(), range.start);
        let text = takes.then(|| piece.inline(indent, self.newline()))??;
        Some(TextEdit::new(range, format!("{left}{text}{right}")))
    }

    fn takes_inline(&self, neighbour: &Item<'t>, piece: &Piece) -> bool {
        let room = match &self.before {
            Some(before) => has_room_behind(before),
            None => !neighbour.has_lines_above(),
        };
        let fits = piece.is_one_line() || neighbour.node.raw().contains('\n');
        let lone = [&self.before, &self.behind]
            .into_iter()
            .flatten()
            .any(Item::is_on_own_line);
        room && fits && !lone && (self.is_one_line() || !piece.has_line_comment())
    }

    /// The range to replace, and what stands left and right of the item there.
    fn inline_place(&self) -> (Range<usize>, &'static str, &'static str) {
        match (&self.before, &self.behind) {
            (Some(before), _) => {
                let at = before.end();
                match before.node.comma() {
                    Some(_) => (at..at, " ", ","),
                    None => (at..at, ", ", ""),
                }
            }
            (None, Some(behind)) => (behind.start()..behind.start(), "", ", "),
            (None, None) => {
                let start = self.end_of_comments();
                let left = if start == self.open + 1 { "" } else { " " };
                (start..self.close, left, "")
            }
        }
    }

    fn end_of_comments(&self) -> usize {
        let gap = Gap::inside(self.list);
        gap.map_or(self.open + 1, |gap| gap.end_of(gap.comments.len()))
    }

    // On lines of its own.

    fn on_lines(&self, piece: &Piece, spaced: bool) -> Vec<TextEdit> {
        let indent = self.indent();
        let newline = self.newline();
        let item = piece.on_lines(&indent, newline, self.needs_comma());
        let edit = match self.line_start() {
            Some(at) => {
                let blank = if spaced { newline } else { "" };
                let line = format!("{indent}{item}{newline}");
                TextEdit::insertion(
                    at,
                    match self.before {
                        Some(_) => format!("{blank}{line}"),
                        None => format!("{line}{blank}"),
                    },
                )
            }
            None => {
                let (range, rest) = self.line_to_break(piece, &indent);
                TextEdit::new(range, format!("{newline}{indent}{item}{rest}"))
            }
        };
        self.missing_comma().into_iter().chain([edit]).collect()
    }

    /// Whether a comma follows the new item: the last one takes the style of the one before.
    fn needs_comma(&self) -> bool {
        let last_before = self.before.as_ref().filter(|_| self.behind.is_none());
        last_before.is_none_or(|before| before.node.comma().is_some())
    }

    fn missing_comma(&self) -> Option<TextEdit> {
        let before = self.before.as_ref()?.node;
        let missing = before.comma().is_none();
        missing.then(|| TextEdit::insertion(before.item_span().end, ","))
    }

    /// The start of the line before which the item comes, if the line break is there already.
    fn line_start(&self) -> Option<usize> {
        let text = self.text();
        let after_break = |from: usize, to: usize| Some(from + text[from..to].find('\n')? + 1);
        match (&self.before, &self.behind) {
            (Some(before), _) => after_break(before.end(), before.room.end),
            (None, Some(behind)) => behind
                .starts_line()
                .then(|| lines::line_start(text, behind.start())),
            (None, None) => after_break(self.end_of_opening(), self.close),
        }
    }

    /// The end of the opening bracket and the comments on its line, in an empty container.
    fn end_of_opening(&self) -> usize {
        let gap = Gap::inside(self.list);
        gap.map_or(self.open + 1, |gap| gap.end_of(gap.tail()))
    }

    /// The whitespace to replace where no line break is, and what follows the item instead.
    fn line_to_break(&self, piece: &Piece, indent: &str) -> (Range<usize>, String) {
        let newline = self.newline();
        let next_line = format!("{newline}{indent}");
        let close_line = format!("{newline}{}", self.close_indent());
        match (&self.before, &self.behind) {
            (Some(before), Some(_)) => (before.end()..before.room.end, next_line),
            (None, Some(behind)) => (behind.room.start..behind.start(), next_line),
            (Some(before), None) if piece.ends_in_line_comment() => {
                (before.end()..before.room.end, close_line)
            }
            (Some(before), None) => (before.end()..before.end(), String::new()),
            (None, None) => (self.end_of_opening()..self.close, close_line),
        }
    }

    fn close_indent(&self) -> &'t str {
        lines::indent(self.text(), self.open)
    }

    /// The indentation of the items: that of a neighbour or else any item that starts a line.
    fn indent(&self) -> String {
        let text = self.text();
        let neighbours = [&self.before, &self.behind].into_iter().flatten();
        let neighbours = neighbours.map(|item| item.node);
        let starts_line = |node: &Node<'_>| Item::of(*node).is_some_and(|i| i.starts_line());
        if let Some(item) = neighbours.chain(self.list.children()).find(starts_line) {
            return lines::indent(text, item.item_span().start).to_owned();
        }
        match self.neighbour() {
            Some(item) if item.node.raw().contains('\n') => {
                lines::indent(text, item.node.span().end).to_owned()
            }
            _ => self.opened_indent(),
        }
    }

    fn opened_indent(&self) -> String {
        format!("{}{}", self.close_indent(), self.list.tree().indent_unit())
    }

    // A one-line container opened, one item a line.

    fn opened(&self, piece: &Piece) -> Vec<TextEdit> {
        let newline = self.newline();
        let indent = self.opened_indent();
        let line = format!("{newline}{indent}");
        let new = format!("{line}{}", piece.on_lines(&indent, newline, true));
        let close_line = format!("{newline}{}", self.close_indent());
        let mut edits = Vec::new();
        for item in self.list.children().filter_map(Item::of) {
            let start = if self.is_behind(&item) {
                format!("{new}{line}")
            } else {
                line.clone()
            };
            edits.push(TextEdit::new(item.room.start..item.start(), start));
        }
        let Some(last) = self.list.children().last().and_then(Item::of) else {
            return edits;
        };
        if last.node.comma().is_none() {
            edits.push(TextEdit::insertion(last.node.item_span().end, ","));
        }
        let end = if self.behind.is_none() {
            new + &close_line
        } else {
            close_line
        };
        edits.push(TextEdit::new(last.end()..last.room.end, end));
        edits
    }

    fn is_behind(&self, item: &Item<'_>) -> bool {
        self.behind
            .as_ref()
            .is_some_and(|behind| behind.node.id() == item.node.id())
    }
}

/// Whether another item can follow on its line without taking its comments.
fn has_room_behind(item: &Item<'_>) -> bool {
    match item.node.comma() {
        Some(comma) => item.end() == comma + 1,
        None => {
            let mut comments = item
                .trailing
                .iter()
                .map(|range| &item.text()[range.clone()]);
            !comments.any(is_line_comment)
        }
    }
}
