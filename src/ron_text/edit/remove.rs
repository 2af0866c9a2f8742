//! Taking an item out, with its comments and its comma.

use std::borrow::Cow;

use crate::ron_text::change::join_touching;
use crate::ron_text::comments::{Item, newlines};
use crate::ron_text::{Node, TextEdit, lines};

/// Removes a field or list item with its own comments and its comma. Where it stood on lines of
/// its own these lines go, and of two blank lines that would meet one; the line of the item
/// before keeps its comma. Nothing for what is no item.
pub fn remove(item: Node<'_>) -> Vec<TextEdit> {
    let Some(item) = Item::of(item) else {
        return Vec::new();
    };
    let close_moves_up = close_moves_up(&item);
    let space = if close_moves_up {
        Cow::Borrowed(item.space_behind())
    } else {
        remaining_space(&item)
    };
    let comma = if close_moves_up || newlines(item.space_before()) == 0 {
        superfluous_comma(&item)
    } else {
        None
    };
    let comma = comma.map(|comma| TextEdit::new(comma..comma + 1, ""));
    let cut = TextEdit::new(item.room.clone(), space);
    join_touching(comma.into_iter().chain([cut]).collect())
}

/// The last item stands on a line of its own and the closing bracket behind it on that line: the
/// bracket then goes behind the item before, if no comment is in between.
fn close_moves_up(item: &Item<'_>) -> bool {
    let Some(before) = item.node.prev().and_then(Item::of) else {
        return false;
    };
    let hugged = item.at_close && newlines(item.space_behind()) == 0;
    hugged && before.trailing.is_empty() && before.end() == item.room.start
}

/// The comma of the item before, when the last one goes that had none itself. One on a later
/// line than its item stays: comments before it would change their owner.
fn superfluous_comma(item: &Item<'_>) -> Option<usize> {
    let before = item.node.prev()?;
    let comma = before.comma()?;
    let last_without_comma = item.node.next().is_none() && item.node.comma().is_none();
    let on_its_line = !item.text()[before.span().end..comma].contains('\n');
    (last_without_comma && on_its_line).then_some(comma)
}

/// The whitespace that remains of that before and behind the item.
fn remaining_space<'t>(item: &Item<'t>) -> Cow<'t, str> {
    let (before, behind) = (item.space_before(), item.space_behind());
    if item.at_open && item.at_close {
        return emptied(item);
    }
    match (newlines(before), newlines(behind)) {
        (0, 0) if item.at_close => behind.into(),
        (0, 0) | (1.., 0) => before.into(),
        // What follows takes the place behind the bracket.
        (0, _) if item.at_open && next_can_move_up(item) => before.into(),
        (0, _) => behind.into(),
        (1.., 1..) if item.at_open || item.at_close => {
            format!("{}{}", first_line(before), last_line(behind)).into()
        }
        (above, below) if above >= below => {
            let kept = &before[..before.len() - last_line(before).len()];
            format!("{kept}{}", last_line(behind)).into()
        }
        _ => format!("{}{}", first_line(before), after_first_line(behind)).into(),
    }
}

/// Whether the next item can stand behind the bracket without losing comments to it.
fn next_can_move_up(item: &Item<'_>) -> bool {
    let next = item.node.next().and_then(Item::of);
    next.is_some_and(|next| next.start() == item.room.end && !next.has_lines_above())
}

/// What remains between the brackets without the only item: nothing, or a line break after the
/// comment that stands behind the opening bracket.
fn emptied<'t>(item: &Item<'t>) -> Cow<'t, str> {
    let open = item.node.parent().and_then(Node::open);
    if open.is_some_and(|open| open + 1 == item.room.start) {
        return "".into();
    }
    match newlines(item.space_behind()) {
        0 => {
            let indent = lines::indent(item.text(), open.unwrap_or_default());
            format!("{}{indent}", first_line(item.space_before())).into()
        }
        _ => format!(
            "{}{}",
            first_line(item.space_before()),
            last_line(item.space_behind())
        )
        .into(),
    }
}

/// Up to the first line break, that included.
fn first_line(space: &str) -> &str {
    space.split_inclusive('\n').next().unwrap_or_default()
}

fn after_first_line(space: &str) -> &str {
    &space[first_line(space).len()..]
}

/// What stands after the last line break.
fn last_line(space: &str) -> &str {
    space.rsplit('\n').next().unwrap_or_default()
}
