//! How a journey is laid out: the field table as rules of the canonical form. Knows no edits.

use super::Parsed;
use super::check::anchor;
use super::fields::{Field, Kind, Type};
use super::place::Place;
use crate::ron_text::{self, Flow, Node, NodeKind, Rules, TextEdit, Tree};

/// What stands at a node, as far as layout is concerned.
#[derive(Debug, Clone, Copy)]
pub struct Shape(Of);

#[derive(Debug, Clone, Copy)]
enum Of {
    /// One element or record.
    One(Kind),
    /// A list of elements, records or texts: one item a line.
    Lines(Option<Kind>),
    /// Anything else: on one line while it fits.
    Flat,
    /// A part the table does not know, whatever the author made of it.
    Unknown,
}

impl Shape {
    fn of_field(field: &Field) -> Shape {
        Shape(match field.of {
            Type::Record(kind) => Of::One(kind),
            Type::Records(kind) | Type::Elements(kind) => Of::Lines(Some(kind)),
            Type::Texts => Of::Lines(None),
            _ => Of::Flat,
        })
    }
}

/// The rules of a journey's layout, for a tree or a fragment of it.
pub struct JourneyRules {
    root: Shape,
    anchors: bool,
}

impl Rules for JourneyRules {
    type Shape = Shape;

    fn root(&self, node: Node<'_>) -> Shape {
        match (self.root.0, node.name().and_then(Kind::named)) {
            (Of::Unknown, Some(kind)) => Shape(Of::One(kind)),
            _ => self.root,
        }
    }

    fn child(&self, of: Shape, child: Node<'_>) -> Shape {
        match (of.0, child.key()) {
            (Of::One(kind), Some(name)) => {
                kind.field(name).map_or(Shape(Of::Unknown), Shape::of_field)
            }
            (Of::Lines(Some(kind)), _) => Shape(Of::One(kind)),
            (Of::Flat | Of::Lines(None), _) => Shape(Of::Flat),
            _ => Shape(Of::Unknown),
        }
    }

    fn name(&self, shape: Shape, _node: Node<'_>) -> Option<&'static str> {
        match shape.0 {
            Of::One(kind) => kind.spec().name,
            _ => None,
        }
    }

    fn flow(&self, shape: Shape, node: Node<'_>) -> Flow {
        match shape.0 {
            Of::One(kind) if kind.has_id() && !is_only_a_name(kind, node) => Flow::Open,
            Of::One(Kind::Journey | Kind::Company | Kind::Strategy | Kind::Sources) => Flow::Open,
            Of::Lines(_) => Flow::Open,
            Of::Unknown if has_line_break(node) => Flow::Open,
            _ => Flow::Line,
        }
    }

    fn anchor(&self, shape: Shape, node: Node<'_>) -> Option<String> {
        let Of::One(kind) = shape.0 else { return None };
        let id = (self.anchors && kind.has_id()).then(|| node.field("id"))??;
        let id = id.inner()?.text()?.into_owned();
        super::id::is_slug(&id).then_some(id)
    }
}

/// Departments, channels and paths with nothing else stand on one line.
fn is_only_a_name(kind: Kind, node: Node<'_>) -> bool {
    let may_be = matches!(kind, Kind::Department | Kind::Channel | Kind::Path);
    let mut fields = node.children();
    may_be && fields.all(|field| matches!(field.key(), Some("id" | "name")))
}

/// What an author opened over lines in a part of his own stays open.
fn has_line_break(node: Node<'_>) -> bool {
    matches!(
        node.kind(),
        NodeKind::Struct | NodeKind::List | NodeKind::Map | NodeKind::Tuple
    ) && node.raw().contains('\n')
}

/// The text in canonical form; a text with a syntax error as it is.
pub fn canonical(tree: &Tree) -> String {
    ron_text::canonical(
        tree,
        &JourneyRules {
            root: Shape(Of::Unknown),
            anchors: true,
        },
    )
}

/// A value or item for this place in canonical layout, as far as one can tell without its
/// surroundings; anchors only where the file has some. `place` is the field, or the list that
/// the item is for.
pub fn fragment(parsed: &Parsed, place: &Place, text: &str) -> String {
    let text = &in_style(parsed, place, text);
    let tree = Tree::read(text.to_owned());
    let Some(node) = tree.root() else {
        return text.to_owned();
    };
    let shape = field_at(parsed, place).map_or(Shape(Of::Unknown), Shape::of_field);
    let is_item = node.kind() != NodeKind::List;
    let root = match shape.0 {
        Of::Lines(Some(kind)) if is_item => Shape(Of::One(kind)),
        Of::Lines(None) if is_item => Shape(Of::Flat),
        _ => shape,
    };
    let rules = JourneyRules {
        root,
        anchors: has_anchors(parsed),
    };
    ron_text::canonical(&tree, &rules)
        .trim_end_matches('\n')
        .to_owned()
}

/// The file closes its elements with anchors.
fn has_anchors(parsed: &Parsed) -> bool {
    let tree = &parsed.tree;
    let mut elements = parsed.index.elements();
    elements.any(|(_, node)| anchor(tree, tree.node(node)).is_some())
}

/// Items of this list stand on lines of their own.
pub fn is_open(parsed: &Parsed, list: &Place) -> bool {
    let shape = field_at(parsed, list).map(Shape::of_field);
    shape.is_some_and(|shape| matches!(shape.0, Of::Lines(_)))
}

/// The names of the fields of what stands at a place, in the order in which they are written.
pub fn order(parsed: &Parsed, place: &Place) -> Vec<&'static str> {
    let kind = parsed.index.kind_at(&parsed.tree, place);
    let fields = kind.into_iter().flat_map(|kind| kind.spec().fields);
    fields.map(|field| field.name).collect()
}

/// The value of a field that need not be there, in the file's style: within `Some(…)` where the
/// file writes that.
pub fn optional_value(parsed: &Parsed, place: &Place, value: &str) -> String {
    match field_at(parsed, place) {
        Some(field) if is_optional(field) && writes_some(parsed) => format!("Some({value})"),
        _ => value.to_owned(),
    }
}

/// A value or item for this place with the fields in it in the file's style, as for
/// [`optional_value`].
pub fn in_style(parsed: &Parsed, place: &Place, text: &str) -> String {
    let kind = field_at(parsed, place).and_then(Field::holds);
    let Some(kind) = kind.filter(|_| writes_some(parsed)) else {
        return text.to_owned();
    };
    let tree = Tree::read(text.to_owned());
    let mut edits = Vec::new();
    for record in tree.root().into_iter().flat_map(records) {
        wrap_optional(record, kind, &mut edits);
    }
    ron_text::apply(text, &edits)
}

/// The items of a list, or the record itself.
fn records(node: Node<'_>) -> Vec<Node<'_>> {
    match node.kind() {
        NodeKind::List => node.children().filter_map(Node::inner).collect(),
        _ => vec![node],
    }
}

fn wrap_optional(record: Node<'_>, kind: Kind, edits: &mut Vec<TextEdit>) {
    for child in record.children() {
        let field = child.key().and_then(|key| kind.field(key));
        let Some((field, value)) = field.zip(child.inner()) else {
            continue;
        };
        let wraps = is_optional(field) && value.id() == child.id();
        let span = child.span();
        let at = |at: usize, text: &str| {
            wraps.then(|| TextEdit {
                range: at..at,
                text: text.to_owned(),
            })
        };
        edits.extend(at(span.start, "Some("));
        if let Some(inner) = field.holds() {
            for record in records(value) {
                wrap_optional(record, inner, edits);
            }
        }
        edits.extend(at(span.end, ")"));
    }
}

fn is_optional(field: &Field) -> bool {
    !field.required && !field.is_list() && field.default.is_none()
}

/// The file has no `implicit_some`, and values within `Some(…)`.
fn writes_some(parsed: &Parsed) -> bool {
    let tree = &parsed.tree;
    let mut open: Vec<Node<'_>> = tree.root().into_iter().collect();
    while let Some(node) = open.pop().filter(|_| !tree.has_extension("implicit_some")) {
        if node.kind() == NodeKind::Tuple && node.name() == Some("Some") {
            return true;
        }
        open.extend(node.children());
    }
    false
}

fn field_at(parsed: &Parsed, place: &Place) -> Option<&'static Field> {
    let owner = parsed.index.kind_at(&parsed.tree, &place.up()?);
    let owner = owner.or_else(|| place.up()?.kind(parsed.index.root_kind()?))?;
    owner.field(place.last_field()?)
}
