//! Moving an item with its comments: a removal, and an insertion into the text that leaves.

use std::iter::successors;
use std::ops::Range;

use crate::ron_text::comments::{Item, newlines};
use crate::ron_text::{Node, NodeKind, SyntaxErrorKind, TextEdit, Tree, apply};

use super::insert::{insert_piece, is_spaced};
use super::piece::Piece;
use super::{EditError, fragment, remove};

/// Moves an item within its list or into another of the same text, so that it gets this index
/// there; `index` and `own_line` as for [`insert`](super::insert), the item itself not counted.
/// Its comments travel with it.
///
/// # Errors
/// As [`insert`](super::insert); [`EditError::Cycle`] if the target is the item or inside it;
/// [`EditError::NotAList`] also if `item` is none of a list.
pub fn move_item(
    item: Node<'_>,
    list: Node<'_>,
    index: usize,
    own_line: bool,
) -> Result<Vec<TextEdit>, EditError> {
    if successors(Some(list), |node| node.parent()).any(|node| node.id() == item.id()) {
        return Err(EditError::Cycle);
    }
    if Item::of(item).is_none() {
        return Err(EditError::NotAList);
    }
    if (item.kind() == NodeKind::Entry) != (list.kind() == NodeKind::Map) {
        return Err(EditError::BadFragment(SyntaxErrorKind::MixedFields));
    }
    let same_list = item.parent().map(Node::id) == Some(list.id());
    if same_list && item.index() == index {
        return Ok(Vec::new());
    }
    let piece = Piece::read(list, &fragment(item))?;
    let old = item.tree().text();
    let removal = remove(item);
    if let Some(edits) = at_once(item, list, index, &piece, own_line, &removal) {
        return Ok(edits);
    }
    let rest = Tree::read(apply(old, &removal));
    let target = find(&rest, &path_without(list, item)).ok_or(EditError::NotAList)?;
    let insertion = insert_piece(target, index, &piece, own_line, is_spaced(list))?;
    let new = apply(rest.text(), &insertion);
    Ok(one_after_the_other(&removal, &insertion)
        .unwrap_or_else(|| vec![TextEdit::between(old, &new)]))
}

/// The removal and the insertion, both made for the text as it is: where the item goes, nothing
/// changes when it leaves. `None` if they are too near for that.
fn at_once(
    item: Node<'_>,
    list: Node<'_>,
    index: usize,
    piece: &Piece,
    own_line: bool,
    removal: &[TextEdit],
) -> Option<Vec<TextEdit>> {
    let own = item.index();
    let index = match item.parent().map(Node::id) == Some(list.id()) {
        true if index < own => index,
        true => index + 1,
        false if list.span().contains(&item.span().start) => return None,
        false => index,
    };
    let near = [index.checked_sub(1), Some(index)];
    let near = near
        .into_iter()
        .flatten()
        .filter_map(|at| list.children().nth(at));
    let stand_apart = near.chain([item]).all(has_own_line)
        && opens_line(list.tree().text(), list.close()?)
        && (item.parent().map(Node::id) != Some(list.id()) || is_dense_without(list, item));
    if !stand_apart {
        return None;
    }
    let insertion = insert_piece(list, index, piece, own_line, is_spaced(list)).ok()?;
    let meets = |edit: &TextEdit| {
        let meets = |other: &TextEdit| {
            edit.range.start <= other.range.end && other.range.start <= edit.range.end
        };
        removal.iter().any(meets)
    };
    if insertion.iter().any(meets) {
        return None;
    }
    let mut edits = [removal, &insertion].concat();
    edits.sort_by_key(|edit| edit.range.start);
    Some(edits)
}

fn has_own_line(item: Node<'_>) -> bool {
    Item::of(item).is_some_and(|item| opens_line(item.text(), item.start()))
}

/// Nothing but blanks stands before it on its line.
fn opens_line(text: &str, at: usize) -> bool {
    text[..at].trim_end_matches([' ', '\t']).ends_with('\n')
}

/// Two other items stand without a blank line between them.
fn is_dense_without(list: Node<'_>, item: Node<'_>) -> bool {
    let mut others = list.children().filter(|other| other.id() != item.id());
    others.any(|other| {
        let before = other.prev().filter(|before| before.id() != item.id());
        let is_dense = |other: Item<'_>| newlines(other.space_before()) == 1;
        before.is_some() && Item::of(other).is_some_and(is_dense)
    })
}

/// The child indices that lead from the root to `node` once `removed` is gone.
fn path_without(node: Node<'_>, removed: Node<'_>) -> Vec<usize> {
    let index = |step: Node<'_>| {
        let siblings = step.parent().map(Node::id) == removed.parent().map(Node::id);
        let shifted = siblings && removed.id() < step.id();
        step.index() - usize::from(shifted)
    };
    let mut path: Vec<usize> = successors(Some(node), |node| node.parent())
        .map(index)
        .collect();
    path.pop();
    path.reverse();
    path
}

fn find<'t>(tree: &'t Tree, path: &[usize]) -> Option<Node<'t>> {
    path.iter()
        .try_fold(tree.root()?, |node, &index| node.children().nth(index))
}

/// Two lists of edits as one in bytes of the first text; the second counts in bytes of what the
/// first leaves. `None` if they touch.
fn one_after_the_other(first: &[TextEdit], second: &[TextEdit]) -> Option<Vec<TextEdit>> {
    let mut edits = first.to_vec();
    for edit in second {
        let range = range_before(first, &edit.range)?;
        edits.push(TextEdit::new(range, edit.text.as_str()));
    }
    edits.sort_by_key(|edit| edit.range.start);
    Some(edits)
}

/// Where `range` was before these edits, if it does not touch them.
fn range_before(edits: &[TextEdit], range: &Range<usize>) -> Option<Range<usize>> {
    let (mut added, mut removed) = (0, 0);
    for edit in edits {
        let start = edit.range.start + added - removed;
        if range.end < start {
            break;
        }
        if range.start <= start + edit.text.len() {
            return None;
        }
        added += edit.text.len();
        removed += edit.range.len();
    }
    Some(range.start + removed - added..range.end + removed - added)
}
