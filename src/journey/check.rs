//! Reads a tree against the field table: findings E and W, the index of elements, and which
//! nodes do not fit. One walk over known elements; unknown parts are kept and only named.

use crate::sort;
use std::borrow::Cow;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use jiff::civil::Date;

use super::fields::{Field, Identity, Kind, KindSpec, SCHEMA, Type, Variant};
use super::finding::{Code, Finding, Severity, What};
use super::id;
use super::lent::LENT;
use super::model::{Company, Kpi, Scale};
use super::place::{Index, ItemSteps};
use super::similar::similar;
use super::typed::{Unfit, typed};
use super::{figure, total};
use crate::ron_text::{Node, NodeKind, Tree};

/// What the folder of the file offers to references.
#[derive(Debug, Clone, Default)]
pub enum Neighbour {
    /// It could not be looked up (a merge driver's temporary file, an old version): references
    /// that the file does not resolve are left open, and are no finding.
    #[default]
    Unknown,
    /// There is no `company.ron`.
    None,
    /// The `company.ron` beside the file.
    Company(Box<Company>),
}

/// So many references to nothing get a suggestion: each looks at all ids, and no list of thousands
/// is read.
const SUGGESTIONS: usize = 100;

/// What the check of a tree gives.
pub(super) struct Checked {
    pub(super) findings: Vec<Finding>,
    pub(super) index: Index,
    pub(super) unfit: Unfit,
}

/// Checks a well-formed tree.
pub(super) fn check(tree: &Tree, neighbour: &Neighbour) -> Checked {
    check_as(tree, tree.root().and_then(root_kind), neighbour)
}

/// As [`check`], for files that are compared and merged: also a `Sources`, which no screen shows.
pub(super) fn check_any(tree: &Tree) -> Checked {
    let sources = |root: Node<'_>| (root.name() == Some("Sources")).then_some(Kind::Sources);
    let kind = tree
        .root()
        .and_then(|root| root_kind(root).or_else(|| sources(root)));
    check_as(tree, kind, &Neighbour::Unknown)
}

fn check_as(tree: &Tree, kind: Option<Kind>, neighbour: &Neighbour) -> Checked {
    let root = tree.root();
    let mut walk = Walk {
        tree,
        scale: Scale::default(),
        index: Index::new(root, kind),
        unfit: Unfit::default(),
        raw: Vec::new(),
        strict: Vec::new(),
    };
    match (root, kind) {
        (Some(root), Some(kind)) => walk.file(root, kind, neighbour),
        (Some(root), None) => {
            let name = root.name().map(str::to_owned);
            walk.say(
                What::NotAJourney(name),
                root,
                first_line_span(tree, root.span()),
            );
        }
        _ => {}
    }
    walk.finish()
}

/// `Journey` or `Company`, by the root's name, or by its fields where it has none.
fn root_kind(root: Node<'_>) -> Option<Kind> {
    let root = root
        .inner()
        .filter(|root| root.kind() == NodeKind::Struct)?;
    match root.name() {
        Some("Journey") => Some(Kind::Journey),
        Some("Company") => Some(Kind::Company),
        Some(_) => None,
        None => (root.field("stages").is_some() || root.field("title").is_some())
            .then_some(Kind::Journey),
    }
}

fn first_line_span(tree: &Tree, span: Range<usize>) -> Range<usize> {
    let text = &tree.text()[span.clone()];
    let line = text.lines().next().map_or(0, str::len);
    span.start..span.start + line
}

struct Walk<'t> {
    tree: &'t Tree,
    scale: Scale,
    index: Index,
    unfit: Unfit,
    /// Findings by node; their places are found once the index is complete.
    raw: Vec<(What, Node<'t>, Range<usize>)>,
    /// References that must lead somewhere, with what they are to.
    strict: Vec<(Node<'t>, Option<Kind>)>,
}

/// The fields of a record against the table, found in one pass: a record may have any number.
struct Fields<'t> {
    /// All of them in the order of the text, with their place in the table.
    children: Vec<(Node<'t>, Option<usize>)>,
    /// What stands for each field of the table: of duplicates the last, as `ron` takes it.
    there: Vec<Option<Node<'t>>>,
    /// Fields whose name stands there before.
    duplicates: Vec<Node<'t>>,
}

impl<'t> Fields<'t> {
    fn of(record: Node<'t>, spec: &'static KindSpec) -> Fields<'t> {
        let mut fields = Fields {
            children: Vec::new(),
            there: vec![None; spec.fields.len()],
            duplicates: Vec::new(),
        };
        let mut unknown = HashSet::new();
        for child in record.children() {
            let Some(name) = child.key() else { continue };
            let at = spec.fields.iter().position(|field| field.name == name);
            let again = match at {
                Some(at) => fields.there[at].replace(child).is_some(),
                None => !unknown.insert(name),
            };
            if again {
                fields.duplicates.push(child);
            }
            fields.children.push((child, at));
        }
        fields
    }

    fn counts(&self, child: Node<'t>, at: usize) -> bool {
        self.there[at].is_some_and(|last| last.id() == child.id())
    }
}

impl<'t> Walk<'t> {
    fn file(&mut self, root: Node<'t>, kind: Kind, neighbour: &Neighbour) {
        let Some(root) = root.inner() else { return };
        self.read_scale(root);
        self.record(root, kind);
        self.newer_schema(root);
        self.duplicate_ids();
        self.same_names();
        self.kpis();
        self.dangling(match kind {
            // A company is its own folder's company: what it does not have, nobody has.
            Kind::Company => &Neighbour::None,
            _ => neighbour,
        });
    }

    fn finish(self) -> Checked {
        let Walk {
            index, unfit, raw, ..
        } = self;
        let mut steps = ItemSteps::default();
        let place = |(what, node, span): (What, Node<'t>, Range<usize>)| {
            let place = index.place_by(node, |item| steps.of(item));
            Finding { what, span, place }
        };
        let mut findings: Vec<Finding> = raw.into_iter().map(place).collect();
        sort::by_key(&mut findings, |finding| {
            (finding.span.start, finding.code())
        });
        Checked {
            findings,
            index,
            unfit,
        }
    }

    fn say(&mut self, what: What, node: Node<'t>, span: Range<usize>) {
        self.raw.push((what, node, span));
    }

    /// The value cannot stand for its field: says so and leaves it out of the model.
    fn misfit(&mut self, what: What, node: Node<'t>) {
        let span = first_line_span(self.tree, node.span());
        self.unfit.insert(node.id());
        self.say(what, node, span);
    }

    /// Emotions are checked against the scale, so it is read before everything else.
    fn read_scale(&mut self, root: Node<'t>) {
        let ends = root.field("scale").and_then(Node::inner).and_then(|scale| {
            let end = |name| scale.field(name)?.inner()?.integer();
            Some(Scale {
                min: end("min")?,
                max: end("max")?,
            })
        });
        self.scale = ends
            .filter(|scale| scale.min < scale.max)
            .unwrap_or_default();
    }

    fn record(&mut self, node: Node<'t>, kind: Kind) {
        let spec = kind.spec();
        self.element(node, spec);
        let fields = Fields::of(node, spec);
        for (child, at) in &fields.children {
            match at {
                Some(at) if fields.counts(*child, *at) => self.field(*child, &spec.fields[*at]),
                Some(_) => _ = self.unfit.insert(child.id()),
                None => self.unknown_field(*child, kind),
            }
        }
        for child in fields.duplicates {
            let name = child.key().unwrap_or_default().to_owned();
            self.say(What::DuplicateField(name), child, key_span(child));
        }
        for (field, there) in spec.fields.iter().zip(&fields.there) {
            if field.required && there.and_then(Node::inner).is_none() {
                self.say(What::Missing { kind, field }, node, head_span(node));
            }
        }
        self.pairs(node, kind);
    }

    fn element(&mut self, node: Node<'t>, spec: &'static KindSpec) {
        if let Some(name) = node.name()
            && spec.name != Some(name)
            && name != format!("{:?}", spec.kind)
        {
            let found = name.to_owned();
            let span = node.name_span().unwrap_or_else(|| node.span());
            self.say(
                What::WrongName {
                    expected: spec.kind,
                    found,
                },
                node,
                span,
            );
        }
        if !spec.kind.has_id() {
            return;
        }
        let id = node.field("id").and_then(Node::inner).and_then(Node::text);
        self.index
            .add(spec.kind, id.as_deref().unwrap_or_default(), node.id());
        if let (Some(id), Some(anchor)) = (id, anchor(self.tree, node))
            && anchor.1 != id
        {
            let what = What::StaleAnchor {
                anchor: anchor.1.to_owned(),
                id: id.into_owned(),
            };
            self.say(what, node, anchor.0);
        }
    }

    fn unknown_field(&mut self, child: Node<'t>, kind: Kind) {
        let name = child.key().unwrap_or_default();
        let names = kind.spec().fields.iter().map(|field| field.name);
        let similar = similar(name, names);
        let what = What::UnknownField {
            kind,
            field: name.to_owned(),
            similar,
        };
        self.say(what, child, key_span(child));
        self.duplicate_keys(child);
    }

    /// Twice the same key anywhere below a part that the table does not know.
    fn duplicate_keys(&mut self, part: Node<'t>) {
        let mut open = vec![part];
        while let Some(node) = open.pop() {
            let mut seen = HashSet::new();
            for child in node.children() {
                let key = match child.kind() {
                    NodeKind::Entry => child.children().next().map(Node::raw),
                    _ => child.key(),
                };
                if let Some(key) = key
                    && !seen.insert(key)
                {
                    let span = first_line_span(self.tree, child.item_span());
                    self.say(What::DuplicateField(key.to_owned()), child, span);
                }
                open.push(child);
            }
        }
    }

    fn field(&mut self, child: Node<'t>, field: &'static Field) {
        let Some(node) = child.inner() else { return };
        match field.of {
            Type::Record(kind) => self.one_record(child, node, kind),
            Type::Records(kind) | Type::Elements(kind) => {
                self.list(child, field.of, |walk, item, inner| {
                    walk.one_record(item, inner, kind)
                });
            }
            Type::Metric => self.metric(child, node),
            Type::Texts => {
                self.list(child, field.of, |walk, item, inner| {
                    walk.text(item, inner, Type::Line)
                });
            }
            Type::Codes => self.list(child, field.of, Self::code),
            Type::References(kind) => {
                self.list(child, field.of, |walk, item, inner| {
                    walk.reference(item, inner, Some(kind));
                });
            }
            Type::Reference(kind) => self.reference(child, node, Some(kind)),
            Type::AnyReference => self.reference(child, node, None),
            _ => self.scalar(child, node, field.of),
        }
    }

    fn list(&mut self, child: Node<'t>, of: Type, item: impl Fn(&mut Self, Node<'t>, Node<'t>)) {
        let list = child.inner().filter(|list| list.kind() == NodeKind::List);
        let Some(list) = list else {
            return self.misfit(What::WrongType(of), child);
        };
        for child in list.children() {
            if let Some(inner) = child.inner() {
                item(self, child, inner);
            }
        }
    }

    fn one_record(&mut self, child: Node<'t>, node: Node<'t>, kind: Kind) {
        match node.kind() {
            NodeKind::Struct => self.record(node, kind),
            _ => self.misfit(What::WrongType(Type::Record(kind)), child),
        }
    }

    fn metric(&mut self, child: Node<'t>, node: Node<'t>) {
        let known = node.name().and_then(Kind::named);
        let metric = known.filter(|kind| super::fields::METRICS.contains(kind));
        let Some(kind) = metric else {
            let what = match node.name() {
                Some(name) => unknown_variant(name, metric_names()),
                None => What::WrongType(Type::Metric),
            };
            return self.misfit(what, child);
        };
        let wants_fields = !kind.spec().fields.is_empty();
        if (node.kind() == NodeKind::Struct) != wants_fields {
            return self.misfit(What::WrongType(Type::Metric), child);
        }
        self.record(node, kind);
        let complete = |field: &Field| {
            node.field(field.name)
                .is_some_and(|value| !self.unfit.contains(&value.id()))
        };
        if !kind.spec().fields.iter().all(complete) {
            self.unfit.insert(child.id());
        }
    }

    fn reference(&mut self, child: Node<'t>, node: Node<'t>, kind: Option<Kind>) {
        if !node.is_text() {
            return self.misfit(What::WrongType(reference_type(kind)), child);
        }
        self.index.add_reference(child.id(), kind);
        self.strict.push((child, kind));
    }

    fn text(&mut self, child: Node<'t>, node: Node<'t>, of: Type) {
        if !node.is_text() {
            self.misfit(What::WrongType(of), child);
        }
    }

    /// An item of `silence`: the code of some advice.
    fn code(&mut self, child: Node<'t>, node: Node<'t>) {
        let Some(text) = node.text() else {
            return self.misfit(What::WrongType(Type::Line), child);
        };
        if let Some(what) = no_advice_code(&text) {
            self.say(what, child, node.span());
        }
    }

    fn scalar(&mut self, child: Node<'t>, node: Node<'t>, of: Type) {
        let wrong = match of {
            Type::Flag => node.boolean().is_none().then_some(What::WrongType(of)),
            Type::Date => self.not_a_date(node),
            Type::Whole(low, high) => whole(node, of, low, high),
            Type::OnScale => whole(node, of, self.scale.min, self.scale.max),
            Type::Number(low, high) => number(node, of, low, high),
            Type::Choice(variants) => not_a_choice(node, of, variants),
            _ => return self.id_or_text(child, node, of),
        };
        if let Some(what) = wrong {
            self.misfit(what, child);
        }
    }

    fn id_or_text(&mut self, child: Node<'t>, node: Node<'t>, of: Type) {
        self.text(child, node, of);
        if let Type::Loose(kind) = of {
            self.index.add_reference(child.id(), Some(kind));
        }
        if of == Type::Id
            && let Some(text) = node.text()
            && !id::is_slug(&text)
        {
            let suggestion = id::slug(&text).unwrap_or_default();
            self.say(What::NotASlug(suggestion), child, node.span());
        }
    }

    fn not_a_date(&self, node: Node<'t>) -> Option<What> {
        let Some(text) = node.text() else {
            return Some(What::WrongType(Type::Date));
        };
        parse_date(&text)
            .is_none()
            .then(|| What::NotADate(text.into_owned()))
    }

    /// Rules that two fields of a record make together.
    fn pairs(&mut self, node: Node<'t>, kind: Kind) {
        let has = |name: &str| node.field(name).and_then(Node::inner).is_some();
        match kind {
            Kind::Target if has("at_least") && has("at_most") => {
                let second = node.field("at_most").map_or(node.span(), Node::item_span);
                self.say(What::BothDirections, node, second);
            }
            Kind::Target if !has("at_least") && !has("at_most") => {
                self.say(What::NoDirection, node, head_span(node));
            }
            Kind::Csat => self.top_boxes(node),
            Kind::Scale => {
                let end = |name: &str| node.field(name)?.inner()?.integer();
                if end("min")
                    .zip(end("max"))
                    .is_some_and(|(min, max)| min >= max)
                {
                    self.say(
                        What::EmptyScale,
                        node,
                        first_line_span(self.tree, node.span()),
                    );
                }
            }
            _ => {}
        }
    }

    /// Of a scale of 5, at most 4 boxes are top boxes.
    fn top_boxes(&mut self, metric: Node<'t>) {
        let whole = |name: &str| metric.field(name)?.inner()?.integer();
        let Some((scale, top)) = whole("scale").zip(whole("top")) else {
            return;
        };
        if top >= scale {
            let top = metric.field("top").unwrap_or(metric);
            let what = What::OutOfRange {
                low: 1.0,
                high: (scale - 1) as f64,
            };
            self.say(what, top, top.item_span());
        }
    }

    fn newer_schema(&mut self, root: Node<'t>) {
        let Some(field) = root.field("schema") else {
            return;
        };
        if let Some(schema) = field.inner().and_then(Node::integer)
            && schema > SCHEMA
        {
            self.say(What::NewerSchema(schema), field, field.span());
        }
    }

    fn duplicate_ids(&mut self) {
        let mut first: HashMap<(Option<Kind>, &str), Range<usize>> = HashMap::new();
        let mut found = Vec::new();
        for (key, node) in self.index.elements().filter(|(key, _)| !key.id.is_empty()) {
            let node = self.tree.node(node);
            let shared = key.kind.spec().identity == Identity::Shared;
            let at = node.field("id").map_or(node.span(), Node::item_span);
            let space = (!shared).then_some(key.kind);
            match first.entry((space, &key.id)) {
                Entry::Occupied(first) => {
                    let id = key.id.clone();
                    let first: &Range<usize> = first.get();
                    let first_line = self.tree.position(first.start).line;
                    found.push((What::DuplicateId { id, first_line }, node, at));
                }
                Entry::Vacant(free) => _ = free.insert(at),
            }
        }
        self.raw.extend(found);
    }

    fn same_names(&mut self) {
        let mut first: HashMap<(Kind, Cow<'t, str>), Node<'t>> = HashMap::new();
        let mut found = Vec::new();
        for (key, node) in self.index.elements() {
            let node = self.tree.node(node);
            let Some(field) = node.field("name").or_else(|| node.field("title")) else {
                continue;
            };
            let Some(name) = field.inner().and_then(Node::text) else {
                continue;
            };
            match first.entry((key.kind, name)) {
                Entry::Occupied(first) => {
                    let (kind, name) = first.key();
                    let what = What::SameName {
                        kind: *kind,
                        name: name.to_string(),
                        first_line: self.tree.position(first.get().span().start).line,
                    };
                    found.push((what, field));
                }
                Entry::Vacant(free) => _ = free.insert(field),
            }
        }
        for (what, field) in found {
            self.say(what, field, field.item_span());
        }
    }

    fn kpis(&mut self) {
        let kpis = self
            .index
            .elements()
            .filter(|(key, _)| key.kind == Kind::Kpi);
        let nodes: Vec<Node<'t>> = kpis.map(|(_, node)| self.tree.node(node)).collect();
        for node in nodes {
            self.kpi(node);
        }
    }

    /// Counts that do not fit the metric, and segments that contradict their total.
    fn kpi(&mut self, node: Node<'t>) {
        let Some(kpi) = typed::<Kpi>(node, &self.unfit) else {
            return;
        };
        let Some(metric) = kpi.metric else { return };
        let list = node.field("readings").and_then(Node::inner);
        let nodes = list.into_iter().flat_map(Node::children);
        let nodes = nodes
            .filter(|node| self.is_in_model(*node))
            .zip(&kpi.readings);
        let baseline = node.field("baseline").into_iter().zip(&kpi.baseline);
        let nodes: Vec<_> = nodes.chain(baseline).collect();
        for (reading, counts) in nodes {
            if !self.is_fit(reading) {
                continue;
            }
            if let Err(misfit) = figure::figure(&metric, counts) {
                let span = first_line_span(self.tree, reading.span());
                self.say(What::CountsMisfit(misfit), reading, span);
            }
        }
        let span = list.map_or(node.span(), Node::item_span);
        for dated in total::figures(&metric, &kpi.readings) {
            if let Some(odd) = dated.disagreement {
                let what = What::PartsContradict { on: dated.on, odd };
                self.say(what, node, first_line_span(self.tree, span.clone()));
            }
        }
    }

    /// The node counts in the model.
    fn is_in_model(&self, node: Node<'t>) -> bool {
        node.inner().is_some() && !self.unfit.contains(&node.id())
    }

    /// Neither the record nor one of its fields is unfit, so that counts are not called missing
    /// that are only wrong.
    fn is_fit(&self, record: Node<'t>) -> bool {
        let mut parts = record.inner().into_iter().flat_map(Node::children);
        !self.unfit.contains(&record.id()) && !parts.any(|part| self.unfit.contains(&part.id()))
    }

    fn dangling(&mut self, neighbour: &Neighbour) {
        let mut found = 0;
        for (node, kind) in std::mem::take(&mut self.strict) {
            let Some(id) = node.inner().and_then(Node::text) else {
                continue;
            };
            if self.resolves(kind, &id, neighbour) {
                continue;
            }
            found += 1;
            let similar = (found <= SUGGESTIONS)
                .then(|| self.similar_id(kind, &id, neighbour))
                .flatten();
            self.say(
                What::Dangling {
                    kind,
                    id: id.into_owned(),
                    similar,
                },
                node,
                node.span(),
            );
        }
    }

    fn resolves(&self, kind: Option<Kind>, id: &str, neighbour: &Neighbour) -> bool {
        let Some(kind) = kind else {
            return self.index.shared(id).next().is_some();
        };
        self.index.has(kind, id) || inherited(kind, id, neighbour)
    }

    fn similar_id(&self, kind: Option<Kind>, id: &str, neighbour: &Neighbour) -> Option<String> {
        let of_kind = |key: &Kind| match kind {
            Some(kind) => *key == kind,
            None => key.spec().identity == Identity::Shared,
        };
        let own = self.index.elements().filter(|(key, _)| of_kind(&key.kind));
        let own = own.map(|(key, _)| key.id.as_str());
        let lent = kind.zip(neighbour.company()).into_iter();
        let lent = lent.flat_map(|(kind, company)| company.lends(kind).map(|(id, _)| id));
        similar(id, own.chain(lent)).map(str::to_owned)
    }
}

/// The company has such an element, or nobody can know.
fn inherited(kind: Kind, id: &str, neighbour: &Neighbour) -> bool {
    match neighbour {
        Neighbour::Unknown => LENT.contains(&kind),
        Neighbour::None => false,
        Neighbour::Company(company) => company.lends(kind).any(|(lent, _)| lent == id),
    }
}

/// The day that a text in the form `YYYY-MM-DD` names.
pub fn parse_date(text: &str) -> Option<Date> {
    let shaped = text.len() == 10 && text.as_bytes()[4] == b'-' && text.as_bytes()[7] == b'-';
    shaped.then(|| text.parse().ok()).flatten()
}

/// A day written as day, month and year, in the form of the file: `30.9.2026` → `2026-09-30`.
pub fn iso_date(text: &str) -> Option<String> {
    let mut parts = text.trim().split('.').map(str::trim);
    let mut number = || parts.next()?.parse::<u16>().ok();
    let (day, month, year) = (number()?, number()?, number()?);
    let date = format!("{year:04}-{month:02}-{day:02}");
    let is_one = parts.next().is_none() && year >= 1000;
    parse_date(&date).filter(|_| is_one).map(|_| date)
}

/// The next day, from this one on, that a day and a month without a year name: `31.12.`
pub fn next_day(text: &str, today: Date) -> Option<String> {
    // The 29th of February may be eight years away.
    const FURTHEST: i16 = 8;
    let text = text.trim().trim_end_matches('.');
    let (day, month) = text.split_once('.')?;
    let (day, month) = (day.trim().parse().ok()?, month.trim().parse().ok()?);
    let years = today.year()..=today.year().saturating_add(FURTHEST);
    let mut days = years.filter_map(|year| Date::new(year, month, day).ok());
    days.find(|it| *it >= today).map(|it| it.to_string())
}

/// The anchor behind an element that spans lines: its place, and the id it names. Only a comment
/// of exactly the form `// ^its-id` on the closing line is one.
pub fn anchor<'t>(tree: &'t Tree, element: Node<'t>) -> Option<(Range<usize>, &'t str)> {
    if !element.raw().contains('\n') {
        return None;
    }
    let end = element
        .comma()
        .map_or(element.span().end, |comma| comma + 1);
    let rest = tree.text()[end..].lines().next()?;
    let id = rest.trim_start().strip_prefix("// ^")?;
    let from = end + rest.len() - rest.trim_start().len();
    id::is_slug(id).then_some((from..end + rest.len(), id))
}

fn key_span(child: Node<'_>) -> Range<usize> {
    child.key_span().unwrap_or_else(|| child.span())
}

/// The name and opening bracket of a struct, where what it lacks is reported.
fn head_span(node: Node<'_>) -> Range<usize> {
    let start = node.span().start;
    start..node.open().map_or(start + 1, |open| open + 1)
}

fn reference_type(kind: Option<Kind>) -> Type {
    kind.map_or(Type::AnyReference, Type::Reference)
}

fn whole(node: Node<'_>, of: Type, low: i64, high: i64) -> Option<What> {
    if node.kind() != NodeKind::Integer {
        return Some(What::WrongType(of));
    }
    let inside = node
        .integer()
        .is_some_and(|value| (low..=high).contains(&value));
    (!inside).then_some(What::OutOfRange {
        low: low as f64,
        high: high as f64,
    })
}

fn number(node: Node<'_>, of: Type, low: f64, high: f64) -> Option<What> {
    let Some(value) = node.number() else {
        return Some(What::WrongType(of));
    };
    let inside = (low..=high).contains(&value);
    (!inside).then_some(What::OutOfRange { low, high })
}

fn not_a_choice(node: Node<'_>, of: Type, variants: &'static [Variant]) -> Option<What> {
    let Some(name) = node.name() else {
        return Some(What::WrongType(of));
    };
    let names = || variants.iter().map(|variant| variant.name);
    if names().any(|known| known == name) {
        return (node.kind() != NodeKind::Name).then_some(What::WrongType(of));
    }
    Some(unknown_variant(name, names()))
}

fn unknown_variant(name: &str, known: impl Iterator<Item = &'static str>) -> What {
    What::UnknownVariant {
        variant: name.to_owned(),
        similar: similar(name, known),
    }
}

/// What is wrong with a code that is to silence advice.
fn no_advice_code(text: &str) -> Option<What> {
    let is_advice = |code: &Code| code.severity() == Severity::Advice;
    let known = Code::parse(text);
    if known.as_ref().is_some_and(is_advice) {
        return None;
    }
    let advice = Code::ALL.iter().filter(|code| is_advice(code));
    let similar = match known {
        Some(_) => None,
        None => similar(text, advice.map(|code| code.as_str())),
    };
    let code = text.to_owned();
    Some(What::NoAdviceCode { code, similar })
}

fn metric_names() -> impl Iterator<Item = &'static str> {
    super::fields::METRICS
        .iter()
        .filter_map(|kind| kind.spec().name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_turned_round_and_years_stand_in_full() {
        for (text, expected) in [
            ("30.9.2026", Some("2026-09-30")),
            (" 01. 02. 2026 ", Some("2026-02-01")),
            ("30.9.26", None),
            ("31.2.2026", None),
            ("1.2.2026.", None),
            ("2026-09-30", None),
        ] {
            assert_eq!(iso_date(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_day_without_a_year_is_the_next_one() {
        let today = jiff::civil::date(2026, 11, 22);
        for (text, expected) in [
            ("31.12.", Some("2026-12-31")),
            (" 1. 3 ", Some("2027-03-01")),
            ("22.11.", Some("2026-11-22")),
            ("21.11.", Some("2027-11-21")),
            ("29.2.", Some("2028-02-29")),
            ("31.2.", None),
            ("31.12.26", None),
            ("12", None),
            ("-1.1.", None),
            ("", None),
        ] {
            assert_eq!(next_day(text, today).as_deref(), expected, "{text}");
        }
    }
}
