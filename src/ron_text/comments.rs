//! Which comments belong to which item of a container.
//!
//! The rest of the line after an item's comma is that item's, unless another item follows on that
//! line: what stands directly before an item on its line belongs to that one. Comment lines that
//! touch an item from above are its own; a comment block followed by a blank line is a section
//! header and nobody's. Comments inside a value belong to the value.

use std::ops::Range;

use super::{Node, indent, lexer, lines};

/// The comments an item owns before it, in the order of the text. A line comment's range ends
/// before its line ending.
pub fn leading_comments(item: Node<'_>) -> Vec<Range<usize>> {
    Item::of(item).map_or_else(Vec::new, |item| item.leading)
}

/// The last comment an item owns behind it, on its line.
pub fn trailing_comment(item: Node<'_>) -> Option<Range<usize>> {
    Item::of(item)?.trailing.pop()
}

/// The section headers above an item: comments that are nobody's.
pub fn headers(item: Node<'_>) -> Vec<Range<usize>> {
    let Some(gap) = Gap::before(item) else {
        return Vec::new();
    };
    gap.comments[gap.tail()..gap.head()].to_vec()
}

/// The comments behind the last item of a container, or in an empty one, that are nobody's.
pub fn end_comments(container: Node<'_>) -> Vec<Range<usize>> {
    let gap = match container.children().last() {
        Some(last) => Gap::behind(last),
        None => Gap::inside(container),
    };
    gap.map_or_else(Vec::new, |gap| {
        let tail = gap.tail();
        gap.comments[tail..].to_vec()
    })
}

/// Whether the container of an item holds a comment that is not the item's own.
pub fn has_comment_beside(item: Node<'_>) -> bool {
    let (Some(own), Some(container)) = (Item::of(item), item.parent()) else {
        return false;
    };
    let text = item.tree().text();
    let container = container.span();
    holds_comment(&text[container.start..own.start()])
        || holds_comment(&text[own.end()..container.end])
}

/// Whether there is a comment between the tokens of `text`, which starts between two.
fn holds_comment(text: &str) -> bool {
    !comments_in(text, 0..text.len()).is_empty()
}

/// The comments in `range`, which starts and ends between tokens. A line comment's range ends
/// before its line ending.
pub fn comments_in(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        if let Ok(Some(end)) = lexer::comment_end(text, at) {
            found.push(at..at + without_cr(&text[at..end]).len());
        }
        at = indent::token_end(text, at);
    }
    found
}

/// The bytes of an item with all comments it owns and its comma; of what is no item its own.
pub fn extent(item: Node<'_>) -> Range<usize> {
    Item::of(item).map_or_else(|| item.span(), |item| item.start()..item.end())
}

/// An item of a container with all it owns in the text.
#[derive(Debug)]
pub(super) struct Item<'t> {
    pub(super) node: Node<'t>,
    /// Its comments before it.
    pub(super) leading: Vec<Range<usize>>,
    /// Its comments behind it, before or after its comma.
    pub(super) trailing: Vec<Range<usize>>,
    /// From the end of what stands before to the start of what stands behind: neighbours with
    /// their comments, section headers, brackets.
    pub(super) room: Range<usize>,
    /// Nothing but the opening bracket (with the comments on its line) stands before it.
    pub(super) at_open: bool,
    /// Nothing but the closing bracket stands behind it.
    pub(super) at_close: bool,
}

impl<'t> Item<'t> {
    /// `None` for what is no item: the root, the parts of a map entry, the value of a bare
    /// `Some x`.
    pub(super) fn of(node: Node<'t>) -> Option<Self> {
        let before = Gap::before(node)?;
        let behind = Gap::behind(node)?;
        let (tail, head) = (before.tail(), before.head());
        let own_tail = behind.tail();
        let mut trailing = behind.comments.clone();
        let foreign = trailing.split_off(own_tail);
        Some(Self {
            node,
            leading: before.comments[head..].to_vec(),
            trailing,
            room: before.end_of(head)..foreign.first().map_or(behind.range.end, |c| c.start),
            at_open: node.prev().is_none() && head == tail,
            at_close: node.next().is_none() && foreign.is_empty(),
        })
    }

    /// Where its first comment or itself starts.
    pub(super) fn start(&self) -> usize {
        let start = self.node.item_span().start;
        self.leading.first().map_or(start, |comment| comment.start)
    }

    /// The end of its value, comma and comments.
    pub(super) fn end(&self) -> usize {
        let value = self.node.item_span().end;
        let comma = self.node.comma().map_or(value, |comma| comma + 1);
        self.trailing
            .last()
            .map_or(comma, |last| last.end.max(comma))
    }

    pub(super) fn text(&self) -> &'t str {
        self.node.tree().text()
    }

    /// The whitespace before it.
    pub(super) fn space_before(&self) -> &'t str {
        &self.text()[self.room.start..self.start()]
    }

    /// The whitespace behind it.
    pub(super) fn space_behind(&self) -> &'t str {
        &self.text()[self.end()..self.room.end]
    }

    /// Whether comments of its own start on a line above it.
    pub(super) fn has_lines_above(&self) -> bool {
        self.text()[self.start()..self.node.item_span().start].contains('\n')
    }

    /// Whether only blanks stand before it on its line.
    pub(super) fn starts_line(&self) -> bool {
        let start = self.start();
        lines::line_start(self.text(), start) + lines::indent(self.text(), start).len() == start
    }

    /// Whether no other item stands on the line it starts, nor on the one it ends.
    pub(super) fn is_on_own_line(&self) -> bool {
        let ends_line = newlines(self.space_behind()) > 0 || self.node.next().is_none();
        self.starts_line() && ends_line
    }
}

/// What stands between two neighbours in a container, items and brackets alike: whitespace,
/// comments, and perhaps the comma of the one before.
pub(super) struct Gap<'t> {
    text: &'t str,
    pub(super) range: Range<usize>,
    comma: Option<usize>,
    before_item: bool,
    pub(super) comments: Vec<Range<usize>>,
}

impl<'t> Gap<'t> {
    fn new(node: Node<'t>, range: Range<usize>, comma: Option<usize>, before_item: bool) -> Self {
        let text = node.tree().text();
        Self {
            text,
            comments: comments(text, range.clone()),
            range,
            comma,
            before_item,
        }
    }

    fn before(node: Node<'t>) -> Option<Self> {
        let open = node.parent()?.open()?;
        let start = node.prev().map_or(open + 1, |prev| prev.item_span().end);
        let comma = node.prev().and_then(Node::comma);
        Some(Self::new(node, start..node.item_span().start, comma, true))
    }

    fn behind(node: Node<'t>) -> Option<Self> {
        if let Some(next) = node.next() {
            return Self::before(next);
        }
        let container = node.parent()?;
        container.open()?;
        let end = container.close().unwrap_or(container.span().end);
        let range = node.item_span().end..end;
        Some(Self::new(node, range, node.comma(), false))
    }

    /// All there is in an empty container.
    pub(super) fn inside(container: Node<'t>) -> Option<Self> {
        let range = container.open()? + 1..container.close()?;
        Some(Self::new(container, range, None, false))
    }

    /// How many of the comments belong to what stands before: those up to its comma, and the
    /// rest of that line, unless an item starts on it.
    pub(super) fn tail(&self) -> usize {
        let start = self.comma.map_or(self.range.start, |comma| comma + 1);
        let first = self.comments.partition_point(|comment| comment.end < start);
        let mut end = start;
        for (index, comment) in self.comments.iter().enumerate().skip(first) {
            if self.newlines(end..comment.start) > 0 {
                return index;
            }
            end = comment.end;
        }
        let line_goes_on = self.before_item && self.newlines(end..self.range.end) == 0;
        if line_goes_on {
            first
        } else {
            self.comments.len()
        }
    }

    /// The index of the first comment that belongs to the item behind.
    fn head(&self) -> usize {
        let tail = self.tail();
        let mut start = self.range.end;
        let mut head = self.comments.len();
        while head > tail && self.newlines(self.comments[head - 1].end..start) < 2 {
            head -= 1;
            start = self.comments[head].start;
        }
        head
    }

    /// The end of the `count`th comment, or of the comma or neighbour before it.
    pub(super) fn end_of(&self, count: usize) -> usize {
        let end = self.comma.map_or(self.range.start, |comma| comma + 1);
        let comment = count.checked_sub(1).map(|last| self.comments[last].end);
        comment.map_or(end, |comment| comment.max(end))
    }

    fn newlines(&self, space: Range<usize>) -> usize {
        newlines(&self.text[space])
    }
}

/// Line breaks in whitespace.
pub(super) fn newlines(space: &str) -> usize {
    space.bytes().filter(|&byte| byte == b'\n').count()
}

/// The comments in `range`, which holds nothing but whitespace, comments and commas.
pub(super) fn comments(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = range.start;
    while let Some(slash) = text[at..range.end].find('/') {
        let start = at + slash;
        let Ok(Some(end)) = lexer::comment_end(text, start) else {
            break;
        };
        let comment = &text[start..end];
        found.push(start..start + without_cr(comment).len());
        at = end;
    }
    found
}

/// A line comment without the CR of its CRLF.
fn without_cr(comment: &str) -> &str {
    match comment.strip_suffix('\r') {
        Some(line) if line.starts_with("//") => line,
        _ => comment,
    }
}

/// Whether this comment goes on to the end of its line.
pub(super) fn is_line_comment(comment: &str) -> bool {
    comment.starts_with("//")
}

/// A comment as a block comment; `None` if its text would end the block too early or never.
pub(super) fn as_block(comment: &str) -> Option<String> {
    let Some(text) = comment.strip_prefix("//") else {
        return Some(comment.to_owned());
    };
    let nests = text.contains("/*") || text.contains("*/");
    (!nests).then(|| format!("/* {} */", text.trim()))
}
