//! Writes single values: on one line where the rules allow it and it fits, else over lines.

use super::super::quote::quote;
use super::super::{Node, NodeKind};
use super::gaps::Comment;
use super::items::{Item, Items};
use super::write::Writer;
use super::{Flow, Rules};

/// What is written before the parts of an entry.
const ENTRY: &[&str] = &["", ": "];
/// What is written before the value of `Some x`.
const BARE_SOME: &[&str] = &["Some "];

// Each of these tells whether what it wrote spans lines. `reserve` columns stay free behind.
impl<R: Rules> Writer<'_, R> {
    pub(super) fn value(&mut self, node: Node<'_>, shape: R::Shape, reserve: usize) -> bool {
        match node.kind() {
            NodeKind::Entry => self.parts(node, shape, reserve, ENTRY),
            _ if node.close().is_some() => self.container(node, shape, reserve),
            NodeKind::Tuple => self.parts(node, shape, reserve, BARE_SOME),
            _ => self.scalar(node),
        }
    }

    fn parts(&mut self, of: Node<'_>, shape: R::Shape, reserve: usize, before: &[&str]) -> bool {
        let mut spans_lines = false;
        for (part, before) in of.children().zip(before) {
            self.out.push_str(before);
            let shape = self.rules.child(shape, part);
            spans_lines |= self.value(part, shape, reserve);
        }
        spans_lines
    }

    fn scalar(&mut self, node: Node<'_>) -> bool {
        let raw = node.raw();
        match node.kind() {
            NodeKind::String if !is_plain(raw) => {
                let text = node.text().map(|text| quote(&text));
                self.out.push_str(text.as_deref().unwrap_or(raw));
            }
            NodeKind::RawString | NodeKind::Bytes | NodeKind::Byte | NodeKind::Char => {
                self.push_lines(raw);
                return raw.contains('\n');
            }
            _ => self.out.push_str(raw),
        }
        false
    }

    fn container(&mut self, node: Node<'_>, shape: R::Shape, reserve: usize) -> bool {
        let is_empty = node.children().next().is_none() && Items::of(node).is_empty();
        if !is_empty && self.attempt(|to| to.container_on_one_line(node, shape, reserve)) {
            return false;
        }
        self.open(node, shape);
        let spans_lines = match self.around_one_value(node, shape) {
            _ if is_empty => false,
            Some(value) => self.value(value, self.rules.child(shape, value), reserve + 1),
            None => {
                self.over_lines(node, shape);
                true
            }
        };
        self.close(node);
        spans_lines
    }

    /// The x of `Some(x)` which is laid out as x alone would be: one that needs no line of its own
    /// for a comment or an anchor.
    fn around_one_value<'t>(&self, node: Node<'t>, shape: R::Shape) -> Option<Node<'t>> {
        if node.kind() != NodeKind::Tuple || node.name() != Some("Some") {
            return None;
        }
        let mut items = Items::of(node);
        let Item { node, around, .. } = items.next()?;
        let bare = around.above.is_empty() && around.behind.is_empty() && items.is_empty();
        let anchor = self.anchor(node, self.rules.child(shape, node));
        (bare && anchor.is_none()).then_some(node)
    }

    fn open(&mut self, node: Node<'_>, shape: R::Shape) {
        if let Some(name) = node.name_span() {
            self.out.push_str(&node.tree().text()[name]);
        } else if matches!(node.kind(), NodeKind::Struct | NodeKind::Tuple) {
            let name = self.rules.name(shape, node);
            self.out.push_str(name.unwrap_or_default());
        }
        self.out.push(match node.kind() {
            NodeKind::List => '[',
            NodeKind::Map => '{',
            _ => '(',
        });
    }

    fn close(&mut self, node: Node<'_>) {
        self.out.push(match node.kind() {
            NodeKind::List => ']',
            NodeKind::Map => '}',
            _ => ')',
        });
    }
}

// Each of these tells whether it could; if not, what it wrote is void.
impl<R: Rules> Writer<'_, R> {
    fn value_on_one_line(&mut self, node: Node<'_>, shape: R::Shape, reserve: usize) -> bool {
        match node.kind() {
            NodeKind::Entry => self.parts_on_one_line(node, shape, reserve, ENTRY),
            _ if node.close().is_some() => self.container_on_one_line(node, shape, reserve),
            NodeKind::Tuple => self.parts_on_one_line(node, shape, reserve, BARE_SOME),
            _ => !self.scalar(node) && self.fits(reserve),
        }
    }

    fn parts_on_one_line(
        &mut self,
        of: Node<'_>,
        shape: R::Shape,
        reserve: usize,
        before: &[&str],
    ) -> bool {
        of.children().zip(before).all(|(part, before)| {
            self.out.push_str(before);
            let shape = self.rules.child(shape, part);
            self.value_on_one_line(part, shape, reserve)
        })
    }

    fn container_on_one_line(&mut self, node: Node<'_>, shape: R::Shape, reserve: usize) -> bool {
        if self.must_open(node, shape) {
            return false;
        }
        self.open(node, shape);
        // Else each try would go down to the innermost value before it fails.
        if !self.fits(reserve) {
            return false;
        }
        let mut items = Items::of(node);
        let mut separator = "";
        for mut item in items.by_ref() {
            self.out.push_str(separator);
            separator = ", ";
            let shape = self.rules.child(shape, item.node);
            self.drop_old_anchor(&mut item, shape);
            if !self.item_on_one_line(&item, shape, reserve) {
                return false;
            }
        }
        self.close(node);
        items.gap.comments.is_empty() && self.fits(reserve)
    }

    fn must_open(&self, node: Node<'_>, shape: R::Shape) -> bool {
        node.children().next().is_some()
            && self.around_one_value(node, shape).is_none()
            && self.rules.flow(shape, node) == Flow::Open
    }

    fn item_on_one_line(&mut self, item: &Item<'_>, shape: R::Shape, reserve: usize) -> bool {
        let (above, behind) = (&item.around.above, &item.around.behind);
        if !above.iter().chain(behind).all(Comment::is_inline) {
            return false;
        }
        for comment in above {
            self.out.extend([comment.text, " "]);
        }
        self.key(item);
        let done = self.value_on_one_line(item.node, shape, reserve);
        self.behind(behind);
        done && self.fits(reserve)
    }
}

/// Whether a string is spelled without escapes and needs none.
fn is_plain(raw: &str) -> bool {
    // 0xC2 leads the control characters beyond ASCII, and few others.
    let plain = |b: u8| b >= b' ' && b != b'\\' && b != 0x7F && b != 0xC2;
    // Looking at every byte is faster than stopping at one.
    raw.bytes().fold(true, |all, b| all & plain(b))
}
