//! The outline: the whole file as a tree of lists and elements, made from the field table. Knows
//! no drawing.

use super::App;
use crate::journey::fields::{Kind, Type};
use crate::journey::place::{ElementKey, Place};
use crate::ron_text::Node;

/// A row of the outline.
#[derive(Debug, Clone, PartialEq)]
pub struct OutlineRow {
    /// The element, or the list.
    pub place: Place,
    /// How far in it stands.
    pub depth: usize,
    /// What stands here.
    pub of: OutlineOf,
    /// Something stands below it.
    pub folds: bool,
    /// What stands below it is shown.
    pub is_open: bool,
}

/// What a row of the outline stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutlineOf {
    /// A list of elements of this kind.
    List(Kind),
    /// An element of this kind.
    Element(Kind),
    /// An element of this kind that the company lends: to read, and to refer to.
    Lent(Kind),
}

impl OutlineRow {
    fn at(self, depth: usize) -> OutlineRow {
        OutlineRow { depth, ..self }
    }
}

impl App {
    /// The rows of the outline, from top to bottom.
    pub fn outline(&self) -> Vec<OutlineRow> {
        let parsed = &self.document.parsed;
        let mut rows = Vec::new();
        if let Some(kind) = parsed.index.root_kind() {
            let root = parsed.tree.root().and_then(Node::inner);
            self.add_lists(kind, &Place::root(), root, 0, &mut rows);
        }
        rows
    }

    /// The lists that a record or an element has.
    fn add_lists(
        &self,
        kind: Kind,
        owner: &Place,
        node: Option<Node<'_>>,
        depth: usize,
        rows: &mut Vec<OutlineRow>,
    ) {
        for field in kind.spec().fields {
            let place = owner.field(field.name);
            let value = node
                .and_then(|node| node.field(field.name))
                .and_then(Node::inner);
            match field.of {
                Type::Elements(of) => self.add_list(of, place, value, depth, rows),
                Type::Record(inner) if depth == 0 => {
                    self.add_lists(inner, &place, value, depth, rows);
                }
                _ => {}
            }
        }
    }

    fn add_list(
        &self,
        of: Kind,
        place: Place,
        list: Option<Node<'_>>,
        depth: usize,
        rows: &mut Vec<OutlineRow>,
    ) {
        let items: Vec<Node<'_>> = list.into_iter().flat_map(Node::children).collect();
        // Touchpoints stand right below their stage, and a list without elements only where one
        // may want to add the first.
        let is_plain = of == Kind::Touchpoint;
        if !is_plain && depth > 0 && items.is_empty() {
            return;
        }
        let lent = match depth {
            0 => self.lent_rows(of),
            _ => Vec::new(),
        };
        let (mut inner, mut is_open) = (depth, true);
        if !is_plain {
            is_open = self.is_open(&place, of == Kind::Stage);
            inner = depth + 1;
            rows.push(OutlineRow {
                place,
                depth,
                of: OutlineOf::List(of),
                folds: !items.is_empty() || !lent.is_empty(),
                is_open,
            });
        }
        if is_open {
            for item in items {
                self.add_element(of, item, inner, rows);
            }
            rows.extend(lent.into_iter().map(|it| it.at(inner)));
        }
    }

    /// What the company lends and the journey has not itself.
    fn lent_rows(&self, of: Kind) -> Vec<OutlineRow> {
        let index = &self.document.parsed.index;
        let lent = self.inherited(of).into_iter();
        let others = lent.filter(|(id, _)| !index.has(of, id));
        let row = |(id, _)| OutlineRow {
            place: Place::of(ElementKey::new(of, id)),
            depth: 0,
            of: OutlineOf::Lent(of),
            folds: false,
            is_open: false,
        };
        others.map(row).collect()
    }

    /// How many elements the company adds to a list.
    pub fn lent_count(&self, row: &OutlineRow) -> usize {
        match row.of {
            OutlineOf::List(of) if row.depth == 0 => self.lent_rows(of).len(),
            _ => 0,
        }
    }

    fn add_element(&self, of: Kind, item: Node<'_>, depth: usize, rows: &mut Vec<OutlineRow>) {
        let parsed = &self.document.parsed;
        let Some(node) = item.inner() else { return };
        let place = parsed.index.place(node);
        let mut below = Vec::new();
        self.add_lists(of, &place, Some(node), depth + 1, &mut below);
        let is_open = self.is_open(&place, of == Kind::Stage);
        rows.push(OutlineRow {
            place,
            depth,
            of: OutlineOf::Element(of),
            folds: !below.is_empty(),
            is_open,
        });
        if is_open {
            rows.append(&mut below);
        }
    }

    /// Whether what stands below a row is shown: as it is by itself, unless somebody turned it.
    fn is_open(&self, place: &Place, by_itself: bool) -> bool {
        self.lists.turned.contains(place) != by_itself
    }
}
