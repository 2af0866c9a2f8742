//! Rules to test with: none at all, and some that resemble those of journeys.

use touchline::ron_text::{Flow, Node, Rules, Tree, canonical};

pub(crate) fn plain(text: &str) -> String {
    canonical(&read(text), &Plain)
}

pub(crate) fn journey(text: &str) -> String {
    canonical(&read(text), &JourneyLike)
}

pub(crate) fn read(text: &str) -> Tree {
    let tree = Tree::read(text.to_owned());
    assert_eq!(tree.error(), None, "{text}");
    tree
}

/// Everything on one line while it fits; no names, no anchors.
pub(crate) struct Plain;

impl Rules for Plain {
    type Shape = ();

    fn root(&self, _: Node<'_>) {}

    fn child(&self, (): (), _: Node<'_>) {}

    fn name(&self, (): (), _: Node<'_>) -> Option<&'static str> {
        None
    }

    fn flow(&self, (): (), _: Node<'_>) -> Flow {
        Flow::Line
    }

    fn anchor(&self, (): (), _: Node<'_>) -> Option<String> {
        None
    }
}

/// Elements are what stands in these lists, under these names.
const ELEMENTS: [(&str, &str); 9] = [
    ("personas", "Persona"),
    ("departments", "Department"),
    ("channels", "Channel"),
    ("paths", "Path"),
    ("kpis", "Kpi"),
    ("stages", "Stage"),
    ("touchpoints", "Touchpoint"),
    ("improvements", "Improvement"),
    ("notes", "Note"),
];
const TEXTS: [&str; 8] = [
    "actions",
    "thoughts",
    "quotes",
    "pains",
    "opportunities",
    "frontstage",
    "backstage",
    "support",
];

/// Elements, records, lists of texts and lists of ids, as in a journey.
pub(crate) struct JourneyLike;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Journey,
    Element(&'static str),
    Elements(&'static str),
    Texts,
    /// Lists of records, and whatever else.
    Other,
}

impl Rules for JourneyLike {
    type Shape = Shape;

    fn root(&self, _: Node<'_>) -> Shape {
        Shape::Journey
    }

    fn child(&self, of: Shape, child: Node<'_>) -> Shape {
        let key = child.key().unwrap_or_default();
        let elements = ELEMENTS.iter().find(|(list, _)| *list == key);
        match (of, elements) {
            _ if child.parent().and_then(Node::name) == Some("Some") => of,
            (Shape::Elements(name), _) => Shape::Element(name),
            (Shape::Element(_), _) if key == "departments" => Shape::Other,
            (_, Some((_, name))) => Shape::Elements(name),
            _ if key == "values" && of == Shape::Journey => Shape::Elements("Value"),
            _ if TEXTS.contains(&key) => Shape::Texts,
            _ => Shape::Other,
        }
    }

    fn name(&self, shape: Shape, node: Node<'_>) -> Option<&'static str> {
        match shape {
            _ if node.children().next().is_none() => None,
            Shape::Journey => Some("Journey"),
            Shape::Element(name) => Some(name),
            _ => None,
        }
    }

    fn flow(&self, shape: Shape, node: Node<'_>) -> Flow {
        let small = |node: Node<'_>| {
            node.children().all(|field| field.key() != Some("goal")) && node.children().count() <= 2
        };
        let of_records = || {
            node.children()
                .any(|item| item.key().is_none() && item.open().is_some())
        };
        match shape {
            Shape::Element("Department" | "Channel" | "Path") if small(node) => Flow::Line,
            Shape::Other if !of_records() => Flow::Line,
            _ => Flow::Open,
        }
    }

    fn anchor(&self, shape: Shape, node: Node<'_>) -> Option<String> {
        let Shape::Element(_) = shape else {
            return None;
        };
        Some(node.field("id")?.text()?.into_owned())
    }
}
