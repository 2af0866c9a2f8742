//! The parser: text in, flat nodes out. It keeps its own stack, so depth costs no call stack,
//! and stops at the first error with everything read so far.

use super::lines::BOM;
use super::tree::{Brackets, Key, NONE, RawNode};
use super::{MAX_DEPTH, MAX_VALUES, NodeKind, SyntaxError, SyntaxErrorKind, lexer};

type Result<T> = std::result::Result<T, SyntaxError>;

/// The nodes of a text in its order, the extensions it switches on, and where it stops being RON.
#[derive(Default)]
pub(super) struct Parsed {
    pub(super) nodes: Vec<RawNode>,
    pub(super) extensions: Vec<String>,
    pub(super) error: Option<SyntaxError>,
}

/// Reads a text of less than 4 GiB.
pub(super) fn parse(text: &str) -> Parsed {
    let mut parser = Parser::new(text);
    let error = parser.document().err();
    parser.end_open_nodes();
    if matches!(&error, Some(it) if it.kind == SyntaxErrorKind::TooManyValues) {
        parser.nodes = Vec::new();
    }
    Parsed {
        nodes: parser.nodes,
        extensions: parser.extensions,
        error,
    }
}

/// What the text must go on with inside the innermost open node.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    /// An item or the closing bracket.
    Item,
    /// What stands between items: comma, colon, closing bracket.
    Separator,
}

/// A node that is open: a container, an entry, or `Some x`.
#[derive(Clone, Copy)]
struct Frame {
    node: u32,
    last_child: u32,
    /// Offset of the innermost opening bracket.
    open: usize,
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    nodes: Vec<RawNode>,
    frames: Vec<Frame>,
    /// Frames that nest: entries are part of their map.
    depth: usize,
    extensions: Vec<String>,
    implicit_some: bool,
}

const EXTENSIONS: [&str; 4] = [
    "unwrap_newtypes",
    "implicit_some",
    "unwrap_variant_newtypes",
    "explicit_struct_names",
];

impl<'t> Parser<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            at: if text.starts_with(BOM) { BOM.len() } else { 0 },
            nodes: Vec::with_capacity(text.len() / 32),
            frames: Vec::new(),
            depth: 0,
            extensions: Vec::new(),
            implicit_some: false,
        }
    }

    fn document(&mut self) -> Result<()> {
        self.skip_trivia()?;
        while self.peek() == Some(b'#') {
            self.attribute()?;
        }
        if self.peek().is_none() {
            return Err(self.error(SyntaxErrorKind::Empty));
        }
        let mut next = self.value(Key::NONE)?;
        while let Some(&frame) = self.frames.last() {
            next = match next {
                Next::Item => self.item(frame)?,
                Next::Separator => self.separator(frame)?,
            };
        }
        self.skip_trivia()?;
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(self.trailing_text()),
        }
    }

    fn trailing_text(&self) -> SyntaxError {
        let unexpected = lexer::unexpected(self.text, self.at);
        match unexpected.kind {
            SyntaxErrorKind::ConflictMarker => unexpected,
            _ => SyntaxError::new(unexpected.span, SyntaxErrorKind::TrailingText),
        }
    }

    // Small steps over the text.

    fn peek(&self) -> Option<u8> {
        lexer::byte(self.text, self.at)
    }

    fn skip_trivia(&mut self) -> Result<()> {
        if self.peek().is_some_and(lexer::starts_trivia) {
            self.at = lexer::skip_trivia(self.text, self.at)?;
        }
        Ok(())
    }

    fn error(&self, kind: SyntaxErrorKind) -> SyntaxError {
        SyntaxError::at(self.at, kind)
    }

    /// An error on the one-byte character at hand.
    fn error_here(&self, kind: SyntaxErrorKind) -> SyntaxError {
        SyntaxError::new(self.at..self.at + 1, kind)
    }

    // `#![enable(implicit_some)]`, `#![type = "…"]`, `#![schema = "…"]`

    fn attribute(&mut self) -> Result<()> {
        for part in ["#", "!", "["] {
            self.expect_in_attribute(part)?;
        }
        let name = self.attribute_name()?;
        match name {
            "enable" => {
                self.expect_in_attribute("(")?;
                self.extensions()?;
                self.expect_in_attribute(")")?;
            }
            "type" | "schema" => {
                self.expect_in_attribute("=")?;
                self.attribute_string()?;
            }
            _ => return Err(self.bad_extension(self.at - name.len(), self.at)),
        }
        self.expect_in_attribute("]")
    }

    fn bad_extension(&self, start: usize, end: usize) -> SyntaxError {
        SyntaxError::new(start..end, SyntaxErrorKind::BadExtension)
    }

    fn expect_in_attribute(&mut self, part: &str) -> Result<()> {
        self.skip_trivia()?;
        if !lexer::starts_with(self.text, self.at, part) {
            return Err(self.bad_extension(self.at, self.at));
        }
        self.at += part.len();
        self.skip_trivia()
    }

    fn attribute_name(&mut self) -> Result<&'t str> {
        let start = self.at;
        let end = lexer::ident_end(self.text, start);
        self.at = end.ok_or_else(|| self.bad_extension(start, start))?;
        Ok(&self.text[start..self.at])
    }

    fn attribute_string(&mut self) -> Result<()> {
        match lexer::scalar(self.text, self.at)? {
            Some((NodeKind::String | NodeKind::RawString, end)) => {
                self.at = end;
                Ok(())
            }
            _ => Err(self.bad_extension(self.at, self.at)),
        }
    }

    fn extensions(&mut self) -> Result<()> {
        loop {
            let start = self.at;
            let name = lexer::ident_name(self.attribute_name()?);
            if !EXTENSIONS.contains(&name) {
                return Err(self.bad_extension(start, self.at));
            }
            self.extensions.push(name.to_owned());
            self.implicit_some |= name == "implicit_some";
            self.skip_trivia()?;
            if self.peek() != Some(b',') {
                return Ok(());
            }
            self.at += 1;
            self.skip_trivia()?;
            if self.peek() == Some(b')') {
                return Ok(());
            }
        }
    }

    // Values.

    /// Reads a scalar, or opens a container. `key` is the field name before it.
    fn value(&mut self, key: Key) -> Result<Next> {
        if self.nodes.len() >= MAX_VALUES {
            return Err(self.error(SyntaxErrorKind::TooManyValues));
        }
        let start = self.at;
        match self.peek() {
            Some(b'(') => self.open(NodeKind::Struct, start, key),
            Some(b'[') => self.open(NodeKind::List, start, key),
            Some(b'{') => self.open(NodeKind::Map, start, key),
            _ => match lexer::scalar(self.text, start)? {
                Some((kind, end)) => Ok(self.scalar(kind, end, key)),
                None => match lexer::ident_end(self.text, start) {
                    Some(end) => self.ident(end, key),
                    None => Err(self.no_value()),
                },
            },
        }
    }

    fn no_value(&self) -> SyntaxError {
        match (self.peek(), self.frames.last()) {
            (None, Some(frame)) => self.unclosed(frame),
            (Some(b',' | b':' | b')' | b']' | b'}'), _) => {
                self.error_here(SyntaxErrorKind::ExpectedValue)
            }
            // `r#` looks like a raw identifier or string and is neither.
            (Some(b'r'), _) => lexer::unexpected(self.text, self.at + 1),
            _ => lexer::unexpected(self.text, self.at),
        }
    }

    fn scalar(&mut self, kind: NodeKind, end: usize, key: Key) -> Next {
        self.add(kind, self.at, end, key, Brackets::Without);
        self.at = end;
        Next::Separator
    }

    /// A value that starts with an identifier: keyword, float, name, or a container's name.
    fn ident(&mut self, end: usize, key: Key) -> Result<Next> {
        let start = self.at;
        let token = &self.text[start..end];
        if matches!(token, "true" | "false") {
            return Ok(self.scalar(NodeKind::Bool, end, key));
        }
        if lexer::is_float_name(token) {
            let (kind, end) = lexer::number_or_range(self.text, start)?;
            return Ok(self.scalar(kind, end, key));
        }
        let after = lexer::skip_trivia(self.text, end)?;
        if lexer::byte(self.text, after) == Some(b'(') {
            self.at = after;
            return self.open(NodeKind::Struct, start, key);
        }
        if self.implicit_some && token == "Some" && self.value_starts(after) {
            return self.open_some(after, key);
        }
        Ok(self.scalar(NodeKind::Name, end, key))
    }

    /// With `implicit_some`, `ron` reads `Some x` as `Some(x)`.
    fn open_some(&mut self, value: usize, key: Key) -> Result<Next> {
        self.check_depth(self.at)?;
        self.push(NodeKind::Tuple, self.at, key, Brackets::Without);
        self.depth += 1;
        self.at = value;
        Ok(Next::Item)
    }

    fn value_starts(&self, at: usize) -> bool {
        match lexer::byte(self.text, at) {
            Some(b'"' | b'\'' | b'[' | b'{' | b'0'..=b'9' | b'+' | b'-' | b'.') => true,
            Some(b'b' | b'r') => true,
            _ => lexer::ident_end(self.text, at).is_some(),
        }
    }

    // Nodes and frames.

    /// Opens the container whose bracket stands here and whose name, if any, starts at `start`.
    fn open(&mut self, kind: NodeKind, start: usize, key: Key) -> Result<Next> {
        self.check_depth(start)?;
        self.push(kind, start, key, Brackets::Open);
        self.depth += 1;
        self.at += 1;
        Ok(Next::Item)
    }

    fn check_depth(&self, start: usize) -> Result<()> {
        // To `ron`, `()` is a scalar.
        let unit = lexer::starts_with(self.text, start, "()");
        if self.depth >= MAX_DEPTH && !unit {
            return Err(self.error_here(SyntaxErrorKind::TooDeep));
        }
        Ok(())
    }

    fn push(&mut self, kind: NodeKind, start: usize, key: Key, brackets: Brackets) {
        let open = match (brackets, self.frames.last()) {
            (Brackets::Without, Some(around)) => around.open,
            _ => self.at,
        };
        let node = self.add(kind, start, start, key, brackets);
        self.frames.push(Frame {
            node,
            last_child: NONE,
            open,
        });
    }

    fn add(
        &mut self,
        kind: NodeKind,
        start: usize,
        end: usize,
        key: Key,
        brackets: Brackets,
    ) -> u32 {
        let id = self.nodes.len() as u32;
        let (parent, prev) = match self.frames.last_mut() {
            Some(frame) => (frame.node, std::mem::replace(&mut frame.last_child, id)),
            None => (NONE, NONE),
        };
        if prev != NONE {
            self.nodes[prev as usize].next = id;
        }
        self.nodes.push(RawNode {
            start: start as u32,
            end: end as u32,
            key,
            comma: NONE,
            parent,
            prev,
            next: NONE,
            kind,
            brackets,
        });
        id
    }

    fn node(&mut self, index: u32) -> &mut RawNode {
        &mut self.nodes[index as usize]
    }

    fn kind(&self, index: u32) -> NodeKind {
        self.nodes[index as usize].kind
    }

    /// Ends the innermost open node at `end`.
    fn pop(&mut self, frame: Frame, end: usize) -> Next {
        self.node(frame.node).end = end as u32;
        self.frames.pop();
        Next::Separator
    }

    fn end_open_nodes(&mut self) {
        while let Some(frame) = self.frames.pop() {
            self.node(frame.node).end = self.at as u32;
        }
    }

    // Inside containers.

    fn item(&mut self, frame: Frame) -> Result<Next> {
        self.skip_trivia()?;
        let kind = self.kind(frame.node);
        if kind == NodeKind::Entry || self.is_bare(frame) {
            return self.value(Key::NONE);
        }
        match self.peek() {
            None => return Err(self.unclosed(&frame)),
            Some(b')' | b']' | b'}') => return self.close(frame),
            _ => {}
        }
        match kind {
            NodeKind::Struct => self.field(frame),
            NodeKind::Map => {
                self.push(NodeKind::Entry, self.at, Key::NONE, Brackets::Without);
                self.value(Key::NONE)
            }
            _ => self.value(Key::NONE),
        }
    }

    fn is_bare(&self, frame: Frame) -> bool {
        let node = &self.nodes[frame.node as usize];
        node.brackets == Brackets::Without && node.kind == NodeKind::Tuple
    }

    /// A field of a struct; the first item decides whether it is a struct or a tuple.
    fn field(&mut self, frame: Frame) -> Result<Next> {
        let first = frame.last_child == NONE;
        let start = self.at;
        let Some(end) = lexer::ident_end(self.text, start) else {
            return if first {
                self.tuple(frame)
            } else {
                Err(self.no_field())
            };
        };
        let after = lexer::skip_trivia(self.text, end)?;
        if lexer::byte(self.text, after) != Some(b':') {
            return if first {
                self.tuple(frame)
            } else {
                Err(self.no_colon(end, after))
            };
        }
        self.at = after + 1;
        self.skip_trivia()?;
        self.value(Key {
            start: start as u32,
            end: end as u32,
        })
    }

    fn tuple(&mut self, frame: Frame) -> Result<Next> {
        self.node(frame.node).kind = NodeKind::Tuple;
        self.value(Key::NONE)
    }

    fn no_field(&self) -> SyntaxError {
        if self.value_starts(self.at) || self.peek() == Some(b'(') {
            return self.error_here(SyntaxErrorKind::MixedFields);
        }
        self.no_value()
    }

    fn no_colon(&self, end: usize, after: usize) -> SyntaxError {
        match lexer::byte(self.text, after) {
            Some(b',' | b')' | b'(') => {
                SyntaxError::new(self.at..end, SyntaxErrorKind::MixedFields)
            }
            _ => SyntaxError::at(end, SyntaxErrorKind::ExpectedColon),
        }
    }

    fn separator(&mut self, frame: Frame) -> Result<Next> {
        let child = frame.last_child;
        let child_end = self.nodes[child as usize].end as usize;
        if self.is_bare(frame) {
            self.depth -= 1;
            return Ok(self.pop(frame, child_end));
        }
        if self.kind(frame.node) == NodeKind::Entry {
            return self.entry_separator(frame, child_end);
        }
        self.skip_trivia()?;
        match self.peek() {
            Some(b',') => {
                self.node(child).comma = self.at as u32;
                self.at += 1;
                Ok(Next::Item)
            }
            Some(b')' | b']' | b'}') => self.close(frame),
            None => Err(self.unclosed(&frame)),
            Some(_) => Err(self.no_separator(frame, child_end)),
        }
    }

    /// After an entry's key its colon, after its value the end of the entry.
    fn entry_separator(&mut self, frame: Frame, child_end: usize) -> Result<Next> {
        let is_value = self.nodes[frame.last_child as usize].prev != NONE;
        if is_value {
            return Ok(self.pop(frame, child_end));
        }
        self.skip_trivia()?;
        match self.peek() {
            Some(b':') => {
                self.at += 1;
                Ok(Next::Item)
            }
            None => Err(self.unclosed(&frame)),
            Some(_) => Err(SyntaxError::at(child_end, SyntaxErrorKind::ExpectedColon)),
        }
    }

    fn no_separator(&self, frame: Frame, child_end: usize) -> SyntaxError {
        let child = frame.last_child;
        if self.peek() == Some(b':') && self.kind(child) == NodeKind::Name {
            return self.error_here(SyntaxErrorKind::MixedFields);
        }
        if !self.value_starts(self.at) && self.peek() != Some(b'(') {
            return lexer::unexpected(self.text, self.at);
        }
        // `(title "x"`: most likely a struct whose first colon is missing.
        let only = &self.nodes[child as usize];
        let is_key = only.kind == NodeKind::Name && only.prev == NONE;
        match self.kind(frame.node) {
            NodeKind::Tuple if is_key => SyntaxError::at(child_end, SyntaxErrorKind::ExpectedColon),
            _ => SyntaxError::at(child_end, SyntaxErrorKind::ExpectedCommaOrClose),
        }
    }

    fn close(&mut self, frame: Frame) -> Result<Next> {
        let expected = match self.kind(frame.node) {
            NodeKind::List => b']',
            NodeKind::Map => b'}',
            _ => b')',
        };
        if self.peek() != Some(expected) {
            let kind = SyntaxErrorKind::WrongClose { open: frame.open };
            return Err(self.error_here(kind));
        }
        self.at += 1;
        self.depth -= 1;
        self.node(frame.node).brackets = Brackets::Closed;
        Ok(self.pop(frame, self.at))
    }

    fn unclosed(&self, frame: &Frame) -> SyntaxError {
        self.error(SyntaxErrorKind::UnclosedContainer { open: frame.open })
    }
}
