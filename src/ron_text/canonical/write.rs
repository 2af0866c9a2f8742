//! Writes the text line by line: items, each on lines of its own with the comments that belong to
//! it. How a value is written stands in `value`.

use super::super::Node;
use super::super::lines::BOM;
use super::gaps::{Comment, is_slug};
use super::items::{Around, Item, Items};
use super::{Rules, WIDTH};

/// The text as far as it is written.
pub(super) struct Writer<'r, R> {
    pub(super) rules: &'r R,
    newline: &'static str,
    pub(super) out: String,
    /// Where the last line of `out` starts.
    line_start: usize,
    /// What a line starts with.
    indent: String,
    /// Nothing stands in the innermost container yet.
    fresh: bool,
}

impl<'r, R: Rules> Writer<'r, R> {
    /// A writer of lines that end in `newline`; `capacity` is about what the text will take.
    pub(super) fn new(rules: &'r R, newline: &'static str, capacity: usize) -> Self {
        Self {
            rules,
            newline,
            out: String::with_capacity(capacity + capacity / 4),
            line_start: 0,
            indent: String::new(),
            fresh: true,
        }
    }

    /// The whole text whose value this is.
    pub(super) fn document(mut self, root: Node<'_>) -> String {
        let text = root.tree().text();
        if text.starts_with(BOM) {
            self.out.push_str(BOM);
            self.line_start = BOM.len();
        }
        let gap = self.header(text, self.line_start);
        let mut items = Items::of_document(root, gap);
        let shape = self.rules.root(root);
        self.items(&mut items, |_, _| shape, "");
        if items.gap.newlines > 0 {
            self.out.push_str(self.newline);
        }
        self.out
    }

    // Lines.

    /// Starts a line, after a blank one if asked and if something stands before it.
    fn line(&mut self, blank: bool) {
        if !matches!(self.out.as_str(), "" | BOM) {
            self.out.push_str(self.newline);
            if blank && !self.fresh {
                self.out.push_str(self.newline);
            }
        }
        self.fresh = false;
        self.line_start = self.out.len();
        self.out.push_str(&self.indent);
    }

    /// Writes what may hold line ends.
    pub(super) fn push_lines(&mut self, text: &str) {
        if let Some(last) = text.rfind('\n') {
            self.line_start = self.out.len() + last + 1;
        }
        self.out.push_str(text);
    }

    fn comment_line(&mut self, comment: &Comment<'_>) {
        self.line(comment.blank);
        self.push_lines(comment.text);
    }

    /// Writes what stands above an item and starts its line.
    pub(super) fn above(&mut self, around: &Around<'_>) {
        for comment in &around.above {
            self.comment_line(comment);
        }
        self.line(around.blank);
    }

    pub(super) fn behind(&mut self, comments: &[Comment<'_>]) {
        for comment in comments {
            self.out.push(' ');
            self.push_lines(comment.text);
        }
    }

    /// Whether the last line and `reserve` more columns stay within the width.
    pub(super) fn fits(&self, reserve: usize) -> bool {
        let line = &self.out[self.line_start..];
        line.len() + reserve <= WIDTH || line.chars().take(WIDTH + 1).count() + reserve <= WIDTH
    }

    /// Writes something; if it says that it failed, the text is as before.
    pub(super) fn attempt(&mut self, write: impl FnOnce(&mut Self) -> bool) -> bool {
        let (end, line_start) = (self.out.len(), self.line_start);
        let done = write(self);
        if !done {
            self.out.truncate(end);
            self.line_start = line_start;
        }
        done
    }

    // Items, each on a line.

    /// Writes the items of a container between its brackets.
    pub(super) fn over_lines(&mut self, container: Node<'_>, shape: R::Shape) {
        let outer = self.indent.len();
        self.indent.push_str("    ");
        self.fresh = true;
        let shape_of = |rules: &R, item: Node<'_>| rules.child(shape, item);
        self.items(&mut Items::of(container), shape_of, ",");
        self.indent.truncate(outer);
        self.line(false);
    }

    /// Writes the items that are left, each with `comma`, and the comments after them.
    fn items(
        &mut self,
        items: &mut Items<'_>,
        shape_of: impl Fn(&R, Node<'_>) -> R::Shape,
        comma: &str,
    ) {
        for mut item in items.by_ref() {
            let shape = shape_of(self.rules, item.node);
            self.drop_old_anchor(&mut item, shape);
            item.around.lift_what_cannot_stay_behind();
            self.item(&item, shape, comma);
        }
        for comment in &items.gap.comments {
            self.comment_line(comment);
        }
    }

    fn item(&mut self, item: &Item<'_>, shape: R::Shape, comma: &str) {
        self.above(&item.around);
        let start = self.out.len();
        self.key(item);
        let spans_lines = self.value(item.node, shape, comma.len());
        self.out.push_str(comma);
        let anchor = spans_lines.then(|| self.anchor(item.node, shape));
        match anchor.flatten() {
            Some(id) => {
                self.lift(start, &item.around.behind);
                self.out.extend([" // ^", &id]);
            }
            None => self.behind(&item.around.behind),
        }
    }

    /// Puts comments above the item that was written from `start` on; an anchor takes their place.
    fn lift(&mut self, start: usize, comments: &[Comment<'_>]) {
        let mut lines = String::new();
        for comment in comments.iter().filter(|comment| !comment.is_anchor()) {
            lines.extend([comment.text, self.newline, &self.indent]);
        }
        self.out.insert_str(start, &lines);
    }

    pub(super) fn anchor(&self, node: Node<'_>, shape: R::Shape) -> Option<String> {
        let id = self.rules.anchor(shape, node);
        id.filter(|id| is_slug(id))
    }

    /// An anchor behind an item that spans lines is no comment of the author.
    pub(super) fn drop_old_anchor(&self, item: &mut Item<'_>, shape: R::Shape) {
        let behind = &mut item.around.behind;
        if behind.iter().any(Comment::is_anchor)
            && item.node.raw().contains('\n')
            && self.anchor(item.node, shape).is_some()
        {
            behind.retain(|comment| !comment.is_anchor());
        }
    }

    pub(super) fn key(&mut self, item: &Item<'_>) {
        if let Some(key) = item.key {
            self.out.push_str(key);
            self.out.push_str(": ");
        }
    }
}
