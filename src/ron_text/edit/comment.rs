//! Comments that come and go by themselves, without the item they stand at.

use std::ops::Range;

use crate::ron_text::comments::{Item, as_block, newlines};
use crate::ron_text::{Node, TextEdit, Tree, lines};

use super::EditError;

/// Where a comment stands, seen from an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CommentSpot {
    /// On lines that touch the item from above.
    Above,
    /// Behind the item on its line.
    Behind,
    /// A section header: above the item, a blank line between.
    Header,
    /// Behind the last item of the container that this is.
    End,
}

/// Writes comments at an item, one a line, each with its `//` or `/* */`. Where the item shares
/// its line they become block comments before it.
///
/// # Errors
/// [`EditError::LosesComment`] where a comment cannot be a block comment but would have to be.
pub fn comment(
    item: Node<'_>,
    spot: CommentSpot,
    comments: &[String],
) -> Result<Vec<TextEdit>, EditError> {
    let edit = match (spot, Item::of(item)) {
        (CommentSpot::End, _) => at_end(item, comments),
        (CommentSpot::Behind, Some(at)) if takes_behind(&at) && comments.len() == 1 => {
            Some(TextEdit::insertion(at.end(), format!(" {}", comments[0])))
        }
        (CommentSpot::Header, Some(at)) => above(&at, comments, true),
        (_, Some(at)) => above(&at, comments, false),
        (_, None) => Some(above_root(item, comments)),
    };
    Ok(vec![edit.ok_or(EditError::LosesComment)?])
}

fn takes_behind(item: &Item<'_>) -> bool {
    item.trailing.is_empty() && item.is_on_own_line() && newlines(item.space_behind()) > 0
}

fn above(item: &Item<'_>, comments: &[String], header: bool) -> Option<TextEdit> {
    let start = item.start();
    if !item.starts_line() {
        let blocks: Option<Vec<String>> = comments.iter().map(|it| as_block(it)).collect();
        return Some(TextEdit::insertion(
            start,
            format!("{} ", blocks?.join(" ")),
        ));
    }
    // A header stays clear of the item's own comments; other comments stand right above the item.
    let at = match header {
        true => start,
        false => own_line_start(item),
    };
    let tree = item.node.tree();
    let (indent, newline) = (lines::indent(item.text(), start), tree.newline());
    let mut text: String = comments
        .iter()
        .map(|comment| format!("{comment}{newline}{indent}"))
        .collect();
    if header {
        text.insert_str(text.len() - indent.len(), newline);
    }
    Some(TextEdit::insertion(at, text))
}

/// The start of the item itself, if that starts a line, else of its first comment.
fn own_line_start(item: &Item<'_>) -> usize {
    let start = item.node.item_span().start;
    let line = lines::line_start(item.text(), start);
    match item.text()[line..start].trim().is_empty() {
        true => start,
        false => item.start(),
    }
}

/// Above the root, or whatever is no item.
fn above_root(root: Node<'_>, comments: &[String]) -> TextEdit {
    let newline = root.tree().newline();
    let text: String = comments
        .iter()
        .map(|comment| format!("{comment}{newline}"))
        .collect();
    TextEdit::insertion(root.span().start, text)
}

fn at_end(container: Node<'_>, comments: &[String]) -> Option<TextEdit> {
    let tree = container.tree();
    let close = container.close()?;
    let newline = tree.newline();
    let line = lines::line_start(tree.text(), close);
    if !tree.text()[line..close].trim().is_empty() {
        let blocks: Option<Vec<String>> = comments.iter().map(|it| as_block(it)).collect();
        return Some(TextEdit::insertion(
            close,
            format!(" {} ", blocks?.join(" ")),
        ));
    }
    let indent = format!(
        "{}{}",
        lines::indent(tree.text(), close),
        tree.indent_unit()
    );
    let text: String = comments
        .iter()
        .map(|comment| format!("{indent}{comment}{newline}"))
        .collect();
    Some(TextEdit::insertion(line, text))
}

/// Takes the comment of this range away: with its line where it stands alone on it, and of two
/// blank lines that would meet one.
pub fn uncomment(tree: &Tree, comment: &Range<usize>) -> Vec<TextEdit> {
    let text = tree.text();
    let line = lines::line_start(text, comment.start);
    let end = text[comment.end..]
        .find('\n')
        .map_or(text.len(), |lf| comment.end + lf + 1);
    let alone =
        text[line..comment.start].trim().is_empty() && text[comment.end..end].trim().is_empty();
    if !alone {
        let start = text[..comment.start].trim_end_matches([' ', '\t']).len();
        // What follows on the line keeps its distance from what stood before.
        let start = match text[comment.end..].starts_with([' ', '\t', '\n', '\r']) {
            true => start.max(line),
            false => comment.start,
        };
        return vec![TextEdit::new(start..comment.end, "")];
    }
    let above_is_blank = text[..line].ends_with("\n\n") || text[..line].ends_with("\n\r\n");
    let blank = text[end..].find('\n').map(|lf| end + lf + 1);
    let end = blank
        .filter(|blank| above_is_blank && text[end..*blank].trim().is_empty())
        .unwrap_or(end);
    vec![TextEdit::new(line..end, "")]
}
