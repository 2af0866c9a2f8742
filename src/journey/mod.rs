//! The journey: field table, model, ids, metrics with their formulas, findings, queries.
//!
//! Pure: text and today's date come in as values. Knows no screen, no file and no git.

pub mod advice;
pub mod audience;
pub mod change;
pub mod check;
pub mod comments;
pub mod curve;
pub mod departments;
pub mod drivers;
pub mod facts;
pub mod fields;
pub mod figure;
pub mod finding;
pub mod handovers;
pub mod id;
pub mod improvements;
pub mod kpis;
pub mod lent;
pub mod lived;
pub mod metric;
pub mod model;
pub mod moments;
pub mod place;
pub mod portfolio;
pub mod priorities;
pub mod references;
pub mod rollup;
pub mod shape;
pub mod similar;
pub mod sources;
pub mod strategy;
mod table;
pub mod total;
pub mod touchpoints;
mod typed;
pub mod verdict;

use crate::sort;
use jiff::civil::Date;

use crate::ron_text::{Node, NodeId, NodeKind, Tree};
use advice::{advise, advise_company};
use check::{Checked, Neighbour, check, check_any};
use fields::{Field, Kind};
use figure::Reading;
use finding::{Code, Finding, What};
use model::{Company, Journey};
use place::{Index, Place};

/// What a file is read with, beside its text.
#[derive(Debug, Clone)]
pub struct Context {
    /// What the folder offers to references.
    pub neighbour: Neighbour,
    /// Today, for advice on what is stale or overdue.
    pub today: Date,
}

/// A text and all that follows from it. Made anew after each edit.
pub struct Parsed {
    /// The text with its spans.
    pub tree: Tree,
    /// From ids to nodes.
    pub index: Index,
    /// The journey, as far as it could be read.
    pub journey: Journey,
    /// The company, where the file is a `company.ron`.
    pub company: Option<Company>,
    /// Findings in the order of the text.
    pub findings: Vec<Finding>,
    unfit: typed::Unfit,
}

impl Parsed {
    /// The field of the table that a place ends in.
    pub fn field_of(&self, place: &Place) -> Option<&'static Field> {
        let owner = place.up()?;
        let kind = self.index.kind_at(&self.tree, &owner);
        let kind = kind.or_else(|| owner.kind(self.index.root_kind()?))?;
        kind.field(place.last_field()?)
    }

    /// The file cannot be read as a journey, and is read-only.
    pub fn is_unreadable(&self) -> bool {
        self.findings
            .iter()
            .any(|finding| finding.code().is_unreadable())
    }

    /// The reading that stands at this node.
    pub fn reading(&self, node: Node<'_>) -> Option<Reading> {
        typed::typed(node, &self.unfit)
    }

    /// The value of this node does not fit its field.
    pub fn is_unfit(&self, node: NodeId) -> bool {
        self.unfit.contains(&node)
    }
}

/// Reads a text. Never fails: what is wrong with it is in the findings.
pub fn read(text: String, context: &Context) -> Parsed {
    read_tree(Tree::read(text), context)
}

/// Reads any bytes.
pub fn read_bytes(bytes: Vec<u8>, context: &Context) -> Parsed {
    read_tree(Tree::read_bytes(bytes), context)
}

/// Reads any bytes; a file of sources too, which no screen shows.
pub fn read_any(bytes: Vec<u8>, context: &Context) -> Parsed {
    let parsed = read_bytes(bytes, context);
    let root = parsed.tree.root().and_then(Node::name);
    match root == Kind::Sources.spec().name && parsed.tree.error().is_none() {
        true => structure(parsed.tree),
        false => parsed,
    }
}

/// Reads a tree.
pub fn read_tree(tree: Tree, context: &Context) -> Parsed {
    let Checked {
        mut findings,
        index,
        unfit,
    } = check(&tree, &context.neighbour);
    let root = index.root().map(|root| tree.node(root));
    let root = root.filter(|root| root.inner().is_some_and(|it| it.kind() == NodeKind::Struct));
    let of = |kind: Kind| root.filter(|_| index.root_kind() == Some(kind));
    let journey: Option<Journey> = of(Kind::Journey).and_then(|node| typed::typed(node, &unfit));
    let company = of(Kind::Company).and_then(|node| typed::typed(node, &unfit));
    if let Some(error) = tree.error() {
        let what = What::Syntax(error.kind.clone());
        findings = vec![Finding {
            what,
            span: error.span.clone(),
            place: Place::root(),
        }];
    } else {
        let advice = match (&journey, &company) {
            (Some(journey), _) => advise(journey, &context.neighbour, context.today),
            (None, Some(company)) => advise_company(company, context.today),
            (None, None) => Vec::new(),
        };
        let unsaid = advice.into_iter().filter(|it| !is_error(it, &findings));
        let located: Vec<Finding> = unsaid
            .filter_map(|advice| locate(advice, &index, &tree, &unfit))
            .collect();
        findings.extend(located);
        sort::by_key(&mut findings, |finding| {
            (finding.span.start, finding.code())
        });
    }
    let journey = journey.unwrap_or_default();
    Parsed {
        tree,
        index,
        journey,
        company,
        findings,
        unfit,
    }
}

/// Reads a tree without the model and the advice: where things stand, and what is wrong with
/// them. References to what is not in the file are left open.
pub fn structure(tree: Tree) -> Parsed {
    let Checked {
        mut findings,
        index,
        unfit,
    } = check_any(&tree);
    if let Some(error) = tree.error() {
        findings = vec![Finding {
            what: What::Syntax(error.kind.clone()),
            span: error.span.clone(),
            place: Place::root(),
        }];
    }
    Parsed {
        tree,
        index,
        journey: Journey::default(),
        company: None,
        findings,
        unfit,
    }
}

/// A reason that is missing altogether is an error already.
fn is_error(advice: &advice::Advice, findings: &[Finding]) -> bool {
    let is_missing = |finding: &Finding| {
        let kind = Kind::MomentOfTruth;
        matches!(finding.what, What::Missing { kind: of, .. } if of == kind)
            && finding.place.element == advice.about
    };
    advice.code() == Code::A019 && findings.iter().any(is_missing)
}

/// The place in the text that advice is about: the field, else the head of its element. `None`
/// where the field has a value that does not fit: that is an error, and nothing is missing.
fn locate(
    advice: advice::Advice,
    index: &Index,
    tree: &Tree,
    unfit: &typed::Unfit,
) -> Option<Finding> {
    let element = advice.about.clone().map_or_else(Place::root, Place::of);
    let field = advice.field.map(|name| element.field(name));
    let at_field = field.and_then(|place| Some((index.locate(tree, &place)?, place)));
    if at_field
        .as_ref()
        .is_some_and(|(node, _)| unfit.contains(&node.id()))
    {
        return None;
    }
    let at_field = at_field.map(|(node, place)| (node.item_span(), place));
    let at_element = || {
        let node = index.locate(tree, &element)?;
        let name = node
            .field("name")
            .or_else(|| node.field("title"))
            .unwrap_or(node);
        Some((name.item_span(), element.clone()))
    };
    let (span, place) = at_field
        .or_else(at_element)
        .unwrap_or((0..0, Place::root()));
    let line = tree.text()[span.clone()].lines().next().map_or(0, str::len);
    Some(Finding {
        what: What::Advice(advice),
        span: span.start..span.start + line,
        place,
    })
}
