//! The tree: a flat index of spans over the text, and [`Node`], the way to look at it.
//! A tree is never changed; a new text is read again.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::OnceLock;

use super::{MAX_BYTES, SyntaxError, SyntaxErrorKind, lexer, lines, parse, scalar};

/// What stands for "no offset" and "no node"; texts are far shorter than 4 GiB.
pub(super) const NONE: u32 = u32::MAX;

/// Text and index of spans over it. Reading never fails and never loses a byte.
#[derive(Clone, Debug)]
pub struct Tree {
    text: String,
    /// Bytes from the first invalid UTF-8 byte on.
    tail: Vec<u8>,
    nodes: Vec<RawNode>,
    extensions: Vec<String>,
    error: Option<SyntaxError>,
    pub(super) line_starts: OnceLock<Vec<u32>>,
}

/// One value or map entry; offsets are bytes of the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct RawNode {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) key: Key,
    pub(super) comma: u32,
    pub(super) parent: u32,
    pub(super) prev: u32,
    pub(super) next: u32,
    pub(super) kind: NodeKind,
    pub(super) brackets: Brackets,
}

/// The bytes of a field name. Kept rather than looked for again: nearly every question to a tree
/// is for a field of some name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    pub(super) start: u32,
    pub(super) end: u32,
}

impl Key {
    /// No field of a struct.
    pub(super) const NONE: Key = Key {
        start: NONE,
        end: NONE,
    };
}

/// Which brackets of a node are in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Brackets {
    /// A scalar, an entry, or `Some x` of `implicit_some`.
    Without,
    /// The text ended or went wrong before the closing one.
    Open,
    Closed,
}

/// Name of a node; valid for the tree it comes from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct NodeId(u32);

/// What a node is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum NodeKind {
    /// `Name(a: 1)` or `(a: 1)`; also `()` and `Name()`, without children.
    Struct,
    /// `Name(1, 2)`, `(1,)`, `Some(x)`; with `implicit_some` also `Some x`, which has no brackets.
    Tuple,
    /// A bare identifier such as `Nps` or `None`, but not `true`, `false`, `inf`, `NaN`.
    Name,
    /// `[1, 2]`
    List,
    /// `{"a": 1}`; its children are entries.
    Map,
    /// Key and value of a map: two children, one where the text is wrong.
    Entry,
    /// `"…"`
    String,
    /// `r"…"`, `r#"…"#`
    RawString,
    /// `b"…"`, `br"…"`
    Bytes,
    /// `b'a'`
    Byte,
    /// `'a'`
    Char,
    /// `1`, `-0x1F`, `1_000u16`
    Integer,
    /// `1.5`, `1e3`, `-inf`, `1f32`
    Float,
    /// `1..2`, `1..=2`, `1..`, `..2`, `..`
    Range,
    /// `true`, `false`
    Bool,
}

impl Tree {
    /// Reads a text.
    pub fn read(text: String) -> Tree {
        Self::build(text, Vec::new())
    }

    /// Reads any bytes. Those from the first that is not UTF-8 on are kept aside, with the error
    /// [`SyntaxErrorKind::NotUtf8`].
    pub fn read_bytes(bytes: Vec<u8>) -> Tree {
        match String::from_utf8(bytes) {
            Ok(text) => Self::read(text),
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let mut bytes = error.into_bytes();
                let tail = bytes.split_off(valid);
                Self::build(String::from_utf8(bytes).unwrap_or_default(), tail)
            }
        }
    }

    fn build(text: String, tail: Vec<u8>) -> Tree {
        let too_large = text.len() + tail.len() > MAX_BYTES;
        let read = if too_large {
            parse::Parsed::default()
        } else {
            parse::parse(&text)
        };
        let end = text.len();
        let error = if too_large {
            Some(SyntaxError::at(0, SyntaxErrorKind::TooLarge))
        } else if let Some(marker) = lines::conflict_marker(&text) {
            Some(SyntaxError::new(marker, SyntaxErrorKind::ConflictMarker))
        } else if !tail.is_empty() {
            Some(SyntaxError::at(end, SyntaxErrorKind::NotUtf8))
        } else {
            read.error
        };
        Tree {
            text,
            tail,
            nodes: read.nodes,
            extensions: read.extensions,
            error,
            line_starts: OnceLock::new(),
        }
    }

    /// The text, as far as it is UTF-8, a byte order mark included.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes that were read, always all of them.
    pub fn to_bytes(&self) -> Vec<u8> {
        [self.text.as_bytes(), &self.tail].concat()
    }

    /// The first error; `None` for a well-formed text.
    pub fn error(&self) -> Option<&SyntaxError> {
        self.error.as_ref()
    }

    /// The value of the text; after an error what was read so far, open containers ending there.
    pub fn root(&self) -> Option<Node<'_>> {
        (!self.nodes.is_empty()).then(|| self.node(NodeId(0)))
    }

    /// The node of this id, which must come from this tree.
    pub fn node(&self, id: NodeId) -> Node<'_> {
        Node { tree: self, id }
    }

    /// What stands above a part of this text for it to be read alone as it is read here.
    pub fn needed_extension(&self) -> &'static str {
        match self.has_extension("implicit_some") {
            true => "#![enable(implicit_some)]\n",
            false => "",
        }
    }

    /// Whether the text switches on this extension, such as `implicit_some`.
    pub fn has_extension(&self, name: &str) -> bool {
        self.extensions.iter().any(|extension| extension == name)
    }

    fn nodes(&self) -> impl Iterator<Item = Node<'_>> {
        (0..self.nodes.len() as u32).map(|index| self.node(NodeId(index)))
    }

    /// What one more level is indented by: the surplus of the first nested item that starts a
    /// line over the line its container starts on; four spaces where there is none.
    pub fn indent_unit(&self) -> &str {
        self.nodes().find_map(Node::own_indent).unwrap_or("    ")
    }
}

/// A value in the tree, or a map entry. Small and `Copy`; borrows the tree.
#[derive(Clone, Copy)]
pub struct Node<'t> {
    tree: &'t Tree,
    id: NodeId,
}

impl fmt::Debug for Node<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {:?} {:?}", self.id, self.kind(), self.span())
    }
}

impl<'t> Node<'t> {
    fn get(self) -> &'t RawNode {
        &self.tree.nodes[self.id.0 as usize]
    }

    fn other(self, index: u32) -> Option<Node<'t>> {
        (index != NONE).then(|| self.tree.node(NodeId(index)))
    }

    /// Its id.
    pub fn id(self) -> NodeId {
        self.id
    }

    /// The tree it is of.
    pub fn tree(self) -> &'t Tree {
        self.tree
    }

    /// What it is.
    pub fn kind(self) -> NodeKind {
        self.get().kind
    }

    /// The bytes of the value alone, with its struct name.
    pub fn span(self) -> Range<usize> {
        self.get().start as usize..self.get().end as usize
    }

    /// The bytes with `key:` if it is a field of a struct, else as [`Node::span`].
    pub fn item_span(self) -> Range<usize> {
        let span = self.span();
        offset(self.get().key.start).unwrap_or(span.start)..span.end
    }

    /// The offset of the comma that follows it.
    pub fn comma(self) -> Option<usize> {
        offset(self.get().comma)
    }

    /// The text of [`Node::span`].
    pub fn raw(self) -> &'t str {
        &self.tree.text[self.span()]
    }

    /// The name of the struct, tuple, variant or bare identifier, `r#` cut.
    pub fn name(self) -> Option<&'t str> {
        Some(lexer::ident_name(&self.tree.text[self.name_span()?]))
    }

    /// The bytes of that name, with `r#`.
    pub fn name_span(self) -> Option<Range<usize>> {
        match self.kind() {
            NodeKind::Struct | NodeKind::Tuple | NodeKind::Name => {
                let start = self.span().start;
                Some(start..lexer::ident_end(&self.tree.text, start)?)
            }
            _ => None,
        }
    }

    /// The field name under which it stands in a struct, `r#` cut.
    pub fn key(self) -> Option<&'t str> {
        Some(lexer::ident_name(&self.tree.text[self.key_span()?]))
    }

    /// The bytes of the field name, with `r#`.
    pub fn key_span(self) -> Option<Range<usize>> {
        let Key { start, end } = self.get().key;
        Some(offset(start)?..end as usize)
    }

    /// The container (or entry) it stands in.
    pub fn parent(self) -> Option<Node<'t>> {
        self.other(self.get().parent)
    }

    /// The items of a container, the key and value of an entry; nothing for a scalar.
    pub fn children(self) -> Children<'t> {
        Children {
            next: self.first_child(),
        }
    }

    // Nodes stand in the order of the text, so a first child is the next node.
    fn first_child(self) -> Option<Node<'t>> {
        let index = self.id.0 + 1;
        let next = self.tree.nodes.get(index as usize)?;
        (next.parent == self.id.0).then(|| self.tree.node(NodeId(index)))
    }

    /// Its place among its siblings, from 0.
    pub fn index(self) -> usize {
        std::iter::successors(self.prev(), |node| node.prev()).count()
    }

    /// The sibling after it.
    pub fn next(self) -> Option<Node<'t>> {
        self.other(self.get().next)
    }

    /// The sibling before it.
    pub fn prev(self) -> Option<Node<'t>> {
        self.other(self.get().prev)
    }

    /// The field of this name: the last of duplicates, as `ron` takes it.
    pub fn field(self, name: &str) -> Option<Node<'t>> {
        self.children()
            .filter(|child| child.key() == Some(name))
            .last()
    }

    /// The offset of a container's opening bracket.
    pub fn open(self) -> Option<usize> {
        if self.get().brackets == Brackets::Without {
            return None;
        }
        let after_name = self.name_span().map_or(self.span().start, |name| name.end);
        lexer::skip_trivia(&self.tree.text, after_name).ok()
    }

    /// The offset of a container's closing bracket; `None` if an error came before it.
    pub fn close(self) -> Option<usize> {
        (self.get().brackets == Brackets::Closed).then(|| self.span().end - 1)
    }

    /// What an option holds: `Some(x)` gives x, repeatedly; `None` nothing; a value itself.
    pub fn inner(self) -> Option<Node<'t>> {
        let mut node = self;
        loop {
            match node.kind() {
                NodeKind::Name if node.name() == Some("None") => return None,
                NodeKind::Tuple if node.name() == Some("Some") => node = node.first_child()?,
                _ => return Some(node),
            }
        }
    }

    /// The text a string stands for, escapes resolved; `None` for any other kind.
    pub fn text(self) -> Option<Cow<'t, str>> {
        let raw = self.raw();
        match self.kind() {
            NodeKind::String => scalar::unescape(raw.get(1..raw.len() - 1)?),
            NodeKind::RawString => {
                let open = raw.find('"')? + 1;
                Some(Cow::Borrowed(raw.get(open..raw.len() + 1 - open)?))
            }
            _ => None,
        }
    }

    /// It is a string, so that [`Node::text`] gives its text.
    pub fn is_text(self) -> bool {
        matches!(self.kind(), NodeKind::String | NodeKind::RawString)
    }

    /// The value of an integer; `None` for any other kind, and outside of `i64`.
    pub fn integer(self) -> Option<i64> {
        (self.kind() == NodeKind::Integer).then(|| scalar::integer_value(self.raw()))?
    }

    /// The value of an integer or float, rounded to the nearest `f64`.
    pub fn number(self) -> Option<f64> {
        let is_number = matches!(self.kind(), NodeKind::Integer | NodeKind::Float);
        is_number.then(|| scalar::number_value(self.raw()))?
    }

    /// The value of `true` or `false`.
    pub fn boolean(self) -> Option<bool> {
        (self.kind() == NodeKind::Bool).then(|| self.raw() == "true")
    }

    /// What its line is indented by beyond its container's, if it starts a line.
    fn own_indent(self) -> Option<&'t str> {
        let text = &self.tree.text;
        let start = self.item_span().start;
        let own = lines::indent(text, start);
        let container = lines::indent(text, self.parent()?.item_span().start);
        let starts_line = lines::line_start(text, start) + own.len() == start;
        let surplus = own.strip_prefix(container)?;
        (starts_line && !surplus.is_empty()).then_some(surplus)
    }
}

fn offset(stored: u32) -> Option<usize> {
    (stored != NONE).then_some(stored as usize)
}

/// The items of a container, in the order of the text.
#[derive(Clone, Debug)]
pub struct Children<'t> {
    next: Option<Node<'t>>,
}

impl<'t> Iterator for Children<'t> {
    type Item = Node<'t>;

    fn next(&mut self) -> Option<Node<'t>> {
        let node = self.next?;
        self.next = node.next();
        Some(node)
    }
}
