//! The items of a container with the comments that belong to each: the home of every comment,
//! in whatever odd place it stands. How they are written is not decided here.

use super::super::{Node, NodeKind};
use super::gaps::{Comment, Gap, comments};

/// What belongs to an item, or to an attribute of the text.
#[derive(Default)]
pub(super) struct Around<'t> {
    /// Comments on lines of their own above it.
    pub(super) above: Vec<Comment<'t>>,
    /// A blank line stands between those (or what comes before) and it.
    pub(super) blank: bool,
    /// Comments on its last line.
    pub(super) behind: Vec<Comment<'t>>,
}

impl<'t> Around<'t> {
    /// With the comments of a gap above it.
    pub(super) fn below(gap: Gap<'t>) -> Around<'t> {
        Around {
            blank: gap.ends_blank(),
            above: gap.comments,
            behind: Vec::new(),
        }
    }

    /// Puts comments right above it.
    pub(super) fn lift(&mut self, comments: Vec<Comment<'t>>) {
        for mut comment in comments {
            comment.blank = std::mem::take(&mut self.blank);
            self.above.push(comment);
        }
    }

    /// Puts the comments behind it above it if they cannot share a line.
    pub(super) fn lift_what_cannot_stay_behind(&mut self) {
        let before_last = self.behind.split_last().map_or(&[][..], |(_, rest)| rest);
        if !before_last.iter().all(Comment::is_inline) {
            let behind = std::mem::take(&mut self.behind);
            self.lift(behind);
        }
    }
}

/// A field, list item, map entry, or the whole value of a text.
pub(super) struct Item<'t> {
    pub(super) node: Node<'t>,
    /// The field name, as it is spelled.
    pub(super) key: Option<&'t str>,
    pub(super) around: Around<'t>,
}

/// Goes through the items of a container in their order.
pub(super) struct Items<'t> {
    text: &'t str,
    next: Option<Node<'t>>,
    /// What stands before the next item; after the last one, before `end`.
    pub(super) gap: Gap<'t>,
    end: usize,
}

impl<'t> Items<'t> {
    /// The items of a container with brackets.
    pub(super) fn of(container: Node<'t>) -> Items<'t> {
        let text = container.tree().text();
        let next = container.children().next();
        let end = container.close().unwrap_or(container.span().end);
        let start = container.open().map_or(end, |open| open + 1);
        let until = next.map_or(end, |item| item.item_span().start);
        let gap = Gap::read(text, start..until);
        Items {
            text,
            next,
            gap,
            end,
        }
    }

    /// The value of a text as its only item; `gap` stands before it.
    pub(super) fn of_document(root: Node<'t>, gap: Gap<'t>) -> Items<'t> {
        let text = root.tree().text();
        Items {
            text,
            next: Some(root),
            gap,
            end: text.len(),
        }
    }

    /// Whether there is neither an item left nor a comment.
    pub(super) fn is_empty(&self) -> bool {
        self.next.is_none() && self.gap.comments.is_empty()
    }
}

impl<'t> Iterator for Items<'t> {
    type Item = Item<'t>;

    fn next(&mut self) -> Option<Item<'t>> {
        let node = self.next?;
        self.next = node.next();
        let mut around = Around::below(std::mem::take(&mut self.gap));
        let key = node.key_span();
        if let Some(key) = &key {
            around.lift(comments(self.text, key.end..node.span().start));
        }
        around.lift(inside(node));
        let mut end = node.span().end;
        if let Some(comma) = node.comma() {
            around.behind = comments(self.text, end..comma);
            end = comma + 1;
        }
        let until = self.next.map_or(self.end, |next| next.item_span().start);
        self.gap = Gap::read(self.text, end..until);
        let rest_of_line = self.gap.take_behind(self.next.is_none());
        around.behind.extend(rest_of_line);
        let key = key.map(|key| &self.text[key]);
        Some(Item { node, key, around })
    }
}

/// The comments inside a value that stand in none of its brackets.
fn inside(value: Node<'_>) -> Vec<Comment<'_>> {
    let mut found = Vec::new();
    collect_inside(value, &mut found);
    found
}

fn collect_inside<'t>(node: Node<'t>, found: &mut Vec<Comment<'t>>) {
    let text = node.tree().text();
    match node.kind() {
        NodeKind::Struct | NodeKind::Tuple if node.close().is_some() => {
            if let (Some(name), Some(open)) = (node.name_span(), node.open()) {
                found.extend(comments(text, name.end..open));
            }
        }
        // `Some x`
        NodeKind::Tuple => {
            let name = node.name_span().into_iter();
            for (name, value) in name.zip(node.children()) {
                found.extend(comments(text, name.end..value.span().start));
                collect_inside(value, found);
            }
        }
        NodeKind::Entry => {
            let mut end = node.span().start;
            for part in node.children() {
                found.extend(comments(text, end..part.span().start));
                collect_inside(part, found);
                end = part.span().end;
            }
        }
        _ => {}
    }
}
