//! The inspector: everything about one element, field by field. A page is a place of the
//! document; its rows follow from the field table and the text. Knows no drawing.

use super::App;
use crate::i18n::InWords;
use crate::journey::fields::{Field, Kind, Type};
use crate::journey::figure::Reading;
use crate::journey::metric::Metric;
use crate::journey::model::Kpi;
use crate::journey::place::{Place, item_step};
use crate::ron_text::{Node, NodeKind};

/// State of the inspector.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Inspector {
    /// Open pages with their cursor, outermost first; never empty while there is a journey.
    pub pages: Vec<(Place, usize)>,
    /// Lines of the page scrolled past its last row, for what follows from all of them.
    pub below: usize,
}

/// What a row stands for.
#[derive(Debug, Clone, PartialEq)]
pub enum RowOf {
    /// A field of the table.
    Field(&'static Field),
    /// A field that the table does not know: kept and shown as it is.
    Unknown,
    /// An item of a list.
    Item,
}

/// One row of a page.
#[derive(Debug, Clone)]
pub struct InspectorRow {
    /// What it stands for.
    pub of: RowOf,
    /// Where its value is, or would be.
    pub place: Place,
    /// Its word.
    pub label: String,
    /// Its value in words; empty where it is not set.
    pub value: String,
    /// The value does not fit its field and is shown as it stands in the text.
    pub raw: bool,
    /// It is required and missing.
    pub missing: bool,
    /// It opens a page of its own.
    pub opens: bool,
}

impl App {
    /// The rows of a page.
    pub fn rows(&self, page: &Place) -> Vec<InspectorRow> {
        let parsed = &self.document.parsed;
        let node = parsed
            .index
            .locate(&parsed.tree, page)
            .and_then(Node::inner);
        match parsed.index.kind_at(&parsed.tree, page) {
            Some(kind) => self.field_rows(page, kind, node),
            None => node
                .map(|list| self.item_rows(page, list))
                .unwrap_or_default(),
        }
    }

    fn field_rows(&self, page: &Place, kind: Kind, node: Option<Node<'_>>) -> Vec<InspectorRow> {
        let asked = |field: &&'static Field| self.is_asked(page, kind, field, node);
        let known = kind.spec().fields.iter().filter(asked);
        let mut rows: Vec<InspectorRow> = known
            .map(|field| self.field_row(page, field, node))
            .collect();
        let children = node.into_iter().flat_map(Node::children);
        let unknown = children.filter(|it| it.key().is_some_and(|key| kind.field(key).is_none()));
        rows.extend(unknown.map(|child| InspectorRow {
            of: RowOf::Unknown,
            place: page.field(child.key().unwrap_or_default()),
            label: child.key().unwrap_or_default().to_owned(),
            value: child.raw().to_owned(),
            raw: true,
            missing: false,
            opens: false,
        }));
        rows
    }

    /// A reading shows exactly the counts that its metric asks for, and what is there anyway.
    fn is_asked(&self, page: &Place, kind: Kind, field: &Field, node: Option<Node<'_>>) -> bool {
        if kind != Kind::Reading || node.is_some_and(|node| node.field(field.name).is_some()) {
            return true;
        }
        let Some(metric) = self.metric_at(page) else {
            return true;
        };
        let count = crate::journey::metric::Count::ALL
            .into_iter()
            .find(|it| it.name() == field.name);
        match count {
            Some(count) => metric.counts().contains(&count),
            None => field.name != "census" || metric.allows_census(),
        }
    }

    /// The metric of the KPI that a place is in.
    pub fn metric_at(&self, place: &Place) -> Option<Metric> {
        self.kpi_at(place)?.metric.clone()
    }

    /// The KPI that a place is in.
    pub fn kpi_at(&self, place: &Place) -> Option<&Kpi> {
        let id = place
            .element
            .as_ref()
            .filter(|element| element.kind == Kind::Kpi)?;
        crate::journey::kpis::all(self.journey())
            .find(|it| it.kpi.id == id.id)
            .map(|it| it.kpi)
    }

    fn field_row(
        &self,
        page: &Place,
        field: &'static Field,
        node: Option<Node<'_>>,
    ) -> InspectorRow {
        let place = page.field(field.name);
        let child = node.and_then(|node| node.field(field.name));
        let raw = child.is_some_and(|child| self.document.parsed.is_unfit(child.id()));
        let value = match child.and_then(Node::inner) {
            Some(value) if raw => value.raw().to_owned(),
            Some(value) => self.in_words().value(field, value),
            None => String::new(),
        };
        InspectorRow {
            of: RowOf::Field(field),
            place,
            label: (field.word)(self.lang).to_owned(),
            missing: field.required && value.is_empty(),
            value,
            raw,
            opens: !raw && opens_page(field.of),
        }
    }

    /// The values of the document in the words of its language.
    pub(super) fn in_words(&self) -> InWords<'_> {
        InWords {
            parsed: &self.document.parsed,
            neighbour: &self.document.context().neighbour,
            lang: self.lang,
        }
    }

    /// The name of an element of this kind (none: of the shared namespace), the journey's own or
    /// the company's; the id where there is no such element.
    pub fn name_by_id(&self, kind: Option<Kind>, id: &str) -> String {
        self.in_words().name_by_id(kind, id)
    }

    /// An element by its name, a record by its values.
    pub fn record_line(&self, node: Node<'_>) -> String {
        self.in_words().record_line(node)
    }

    fn item_rows(&self, page: &Place, list: Node<'_>) -> Vec<InspectorRow> {
        let field = self.field_of(page);
        let row = |item: Node<'_>| {
            let parsed = &self.document.parsed;
            let raw = parsed.is_unfit(item.id());
            let key = item.inner().and_then(|inner| parsed.index.key(inner.id()));
            let place = key.map_or_else(
                || Place {
                    element: page.element.clone(),
                    steps: [page.steps.clone(), vec![item_step(item)]].concat(),
                },
                |key| Place::of(key.clone()),
            );
            let value = match field.map(|field| field.of) {
                _ if raw => item.raw().to_owned(),
                Some(Type::References(kind)) => self.in_words().name_of(Some(kind), item),
                _ => item
                    .text()
                    .map_or_else(|| self.record_line(item), |text| text.into_owned()),
            };
            InspectorRow {
                of: RowOf::Item,
                place,
                label: String::new(),
                value,
                raw,
                missing: false,
                opens: !raw
                    && item
                        .inner()
                        .is_some_and(|item| item.kind() == NodeKind::Struct),
            }
        };
        list.children().map(row).collect()
    }

    /// The field of the table that a place ends in.
    pub fn field_of(&self, place: &Place) -> Option<&'static Field> {
        self.document.parsed.field_of(place)
    }

    /// The text has something at a place.
    pub fn is_set(&self, place: &Place) -> bool {
        let parsed = &self.document.parsed;
        parsed.index.locate(&parsed.tree, place).is_some()
    }

    /// The page on top with its cursor.
    pub fn page(&self) -> (&Place, usize) {
        static ROOT: Place = Place {
            element: None,
            steps: Vec::new(),
        };
        self.inspector
            .pages
            .last()
            .map_or((&ROOT, 0), |(place, row)| (place, *row))
    }

    /// The page that shows a place: itself, or the nearest around a plain value.
    pub(super) fn page_around(&self, place: Place) -> Place {
        let parsed = &self.document.parsed;
        let is_page = |place: &Place| {
            let field = self.field_of(place);
            place.steps.is_empty()
                || parsed.index.kind_at(&parsed.tree, place).is_some()
                || field.is_some_and(|field| opens_page(field.of))
        };
        let mut around = std::iter::successors(Some(place), Place::up);
        around.find(is_page).unwrap_or_default()
    }

    /// Makes the pages fit the document: the ones whose element is gone close, and where another
    /// screen has the keys the inspector shows what is under its cursor.
    pub(super) fn settle_inspector(&mut self) {
        if self.screen != super::Screen::Inspector {
            self.inspector.pages = vec![(self.here_place(), 0)];
            return;
        }
        let parsed = &self.document.parsed;
        let there = |place: &Place| {
            let start = Place {
                element: place.element.clone(),
                steps: Vec::new(),
            };
            parsed.index.locate(&parsed.tree, &start).is_some() && !lost_item(parsed, place)
        };
        let stays = self
            .inspector
            .pages
            .iter()
            .take_while(|(place, _)| there(place))
            .count();
        self.inspector.pages.truncate(stays);
        if self.inspector.pages.is_empty() {
            self.inspector.pages.push((Place::root(), 0));
        }
        let rows = self.rows(self.page().0).len();
        if let Some((_, row)) = self.inspector.pages.last_mut() {
            *row = (*row).min(rows.saturating_sub(1));
            if *row + 1 < rows {
                self.inspector.below = 0;
            }
        }
    }

    /// Puts the cursor of the page on this row, where it has it.
    pub(super) fn put_on_item(&mut self, place: &Place) {
        let rows = self.rows(self.page().0);
        let at = rows.iter().position(|row| row.place == *place);
        if let Some((at, (_, row))) = at.zip(self.inspector.pages.last_mut()) {
            *row = at;
        }
    }

    /// Puts the cursor of a list of texts on the last one of this text.
    pub(super) fn put_on_newest(&mut self, list: &Place, text: &str) {
        if self.page().0 != list {
            return;
        }
        let rows = self.rows(list);
        let at = rows.iter().rposition(|row| row.value == text);
        if let Some((at, (_, row))) = at.zip(self.inspector.pages.last_mut()) {
            *row = at;
        }
    }

    /// A reading's figure in its metric, for the page of a reading.
    pub fn reading_at(&self, page: &Place) -> Option<(Metric, Reading)> {
        let parsed = &self.document.parsed;
        let node = parsed.index.locate(&parsed.tree, page)?;
        Some((self.metric_at(page)?, parsed.reading(node)?))
    }
}

fn lost_item(parsed: &crate::journey::Parsed, place: &Place) -> bool {
    let item = place
        .steps
        .iter()
        .rposition(|step| matches!(step, crate::journey::place::Step::Item { .. }));
    let Some(last) = item else { return false };
    let upto = Place {
        element: place.element.clone(),
        steps: place.steps[..=last].to_vec(),
    };
    parsed.index.locate(&parsed.tree, &upto).is_none()
}

fn opens_page(of: Type) -> bool {
    matches!(
        of,
        Type::Record(_) | Type::Records(_) | Type::Elements(_) | Type::Texts
    )
}
