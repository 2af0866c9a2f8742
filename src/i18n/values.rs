//! Values of a file as a person reads them: variants by their word, references by name, dates and
//! numbers in the language's form. Knows no screen, and no place where they are shown.

use super::Lang;
use crate::journey::Parsed;
use crate::journey::audience;
use crate::journey::check::Neighbour;
use crate::journey::fields::{Field, Kind, Type};
use crate::journey::model::{Audience, Kpi};
use crate::journey::place::{ElementKey, Place};
use crate::ron_text::Node;

/// The values of one file in words.
#[derive(Clone, Copy)]
pub struct InWords<'a> {
    /// The file.
    pub parsed: &'a Parsed,
    /// What names its references may mean beside its own.
    pub neighbour: &'a Neighbour,
    /// The language.
    pub lang: Lang,
}

impl InWords<'_> {
    /// Who is asked for a KPI of the journey.
    pub fn asked(&self, kpi: &Kpi) -> Audience {
        audience::asked(kpi, &self.parsed.journey, self.neighbour)
    }

    /// A value as a person reads it: variants by their word, references by name, dates and
    /// numbers in the language's form, lists one item a line.
    pub fn value(&self, field: &Field, value: Node<'_>) -> String {
        match field.of {
            Type::Choice(variants) => {
                let known = variants.iter().find(|it| Some(it.name) == value.name());
                known
                    .map_or(value.raw(), |it| (it.word)(self.lang))
                    .to_owned()
            }
            Type::Flag => super::flag(self.lang, value.boolean() == Some(true)).to_owned(),
            Type::Whole(..) | Type::OnScale => {
                value.integer().map(super::whole).unwrap_or_default()
            }
            Type::Number(..) => value
                .number()
                .map(|it| super::plain_number(self.lang, it))
                .unwrap_or_default(),
            Type::Date => value
                .text()
                .map(|it| super::date(self.lang, &it))
                .unwrap_or_default(),
            Type::Reference(kind) => self.name_of(Some(kind), value),
            Type::Loose(kind) => self.name_of(Some(kind), value),
            Type::AnyReference => self.name_of(None, value),
            Type::References(kind) => lines(value, |item| self.name_of(Some(kind), item)),
            Type::Texts | Type::Codes => {
                lines(value, |item| item.text().unwrap_or_default().into_owned())
            }
            Type::Records(_) | Type::Elements(_) => lines(value, |item| self.record_line(item)),
            Type::Record(_) => self.record_line(value),
            Type::Metric => self.metric_line(value),
            Type::Id | Type::Line | Type::Text => value.text().unwrap_or_default().into_owned(),
        }
    }

    /// The name of the element that a reference means.
    pub fn name_of(&self, kind: Option<Kind>, reference: Node<'_>) -> String {
        let id = reference.inner().and_then(Node::text).unwrap_or_default();
        self.name_by_id(kind, &id)
    }

    /// The name of an element of this kind (none: of the shared namespace), the journey's own or
    /// the company's; the id where there is no such element.
    pub fn name_by_id(&self, kind: Option<Kind>, id: &str) -> String {
        let parsed = self.parsed;
        let own = match kind {
            Some(kind) => parsed.index.node(&ElementKey::new(kind, id)),
            None => parsed.index.shared(id).next().map(|(_, node)| node),
        };
        if let Some(node) = own {
            return self.label_of(parsed.tree.node(node));
        }
        let lent = kind.and_then(|kind| self.neighbour.name(kind, id));
        lent.unwrap_or(id).to_owned()
    }

    /// What stands at a place, on one line; `None` where nothing does.
    pub fn said_at(&self, place: &Place) -> Option<String> {
        let parsed = self.parsed;
        let node = parsed.index.locate(&parsed.tree, place)?.inner()?;
        let list = || parsed.field_of(&place.up()?);
        let value = match (parsed.field_of(place), list().map(|it| it.of)) {
            (Some(field), _) => self.value(field, node).replace('\n', " · "),
            (None, Some(Type::References(kind))) => self.name_of(Some(kind), node),
            (None, _) => node
                .text()
                .map_or_else(|| self.record_line(node), |text| text.into_owned()),
        };
        (!value.is_empty()).then_some(value)
    }

    /// A place in words: the element's name, then the fields on the way.
    pub fn place(&self, place: &Place) -> String {
        let parsed = self.parsed;
        let element = place.element.as_ref();
        let element = element.and_then(|key| Some((key, parsed.index.node(key)?)));
        let mut words = vec![match element {
            Some((key, node)) => {
                let name = self.label_of(parsed.tree.node(node));
                super::named(self.lang, key.kind.word(self.lang), &name)
            }
            None => self.title(),
        }];
        for end in 1..=place.steps.len() {
            let part = Place {
                element: place.element.clone(),
                steps: place.steps[..end].to_vec(),
            };
            match (parsed.field_of(&part), part.last_field()) {
                (Some(field), _) => words.push((field.word)(self.lang).to_owned()),
                (None, Some(name)) => words.push(name.to_owned()),
                (None, None) => words.extend(self.item(&part)),
            }
        }
        words.join(" › ")
    }

    fn title(&self) -> String {
        let root = self.parsed.index.root();
        let root = root.map(|root| self.parsed.tree.node(root));
        root.map(|root| self.label_of(root)).unwrap_or_default()
    }

    fn item(&self, item: &Place) -> Option<String> {
        let parsed = self.parsed;
        let node = parsed.index.locate(&parsed.tree, item)?.inner()?;
        let text = node.text().map(|text| text.into_owned());
        Some(text.unwrap_or_else(|| self.record_line(node)))
    }

    /// An element by its name, a record by its values.
    pub fn record_line(&self, node: Node<'_>) -> String {
        let Some(node) = node.inner() else {
            return String::new();
        };
        let parsed = self.parsed;
        if parsed.index.key(node.id()).is_some() {
            return self.label_of(node);
        }
        let kind = parsed
            .index
            .kind_at(&parsed.tree, &parsed.index.place(node));
        let part = |child: Node<'_>| {
            let field = kind?.field(child.key()?)?;
            let value = self.value(field, child.inner()?).replace('\n', ", ");
            Some(match field.of {
                Type::Text | Type::Line | Type::Choice(_) | Type::Date | Type::Reference(_) => {
                    value
                }
                _ => format!("{} {value}", (field.word)(self.lang)),
            })
        };
        let parts = node
            .children()
            .filter_map(part)
            .filter(|part: &String| !part.is_empty());
        let parts: Vec<String> = parts.collect();
        parts.join(" · ")
    }

    fn metric_line(&self, metric: Node<'_>) -> String {
        let kind = metric.name().and_then(Kind::named);
        let word = kind
            .map_or(metric.raw(), |kind| kind.word(self.lang))
            .to_owned();
        let params = self.record_line(metric);
        if params.is_empty() {
            word
        } else {
            format!("{word} · {params}")
        }
    }

    /// The name of an element, or what comes nearest to one.
    pub fn label_of(&self, node: Node<'_>) -> String {
        if let Some(label) = self.handover_label(node) {
            return label;
        }
        ["name", "title", "text", "metric", "id"]
            .into_iter()
            .find_map(|field| self.label_field(node.field(field)?.inner()?))
            .unwrap_or_default()
    }

    /// A hand-over has no name: it goes from one department to another.
    fn handover_label(&self, node: Node<'_>) -> Option<String> {
        let is_one = |key: &ElementKey| key.kind == Kind::Handover;
        self.parsed.index.key(node.id()).filter(|key| is_one(key))?;
        let end = |field| Some(self.name_of(Some(Kind::Department), node.field(field)?));
        Some(format!("{} → {}", end("from")?, end("to")?))
    }

    fn label_field(&self, value: Node<'_>) -> Option<String> {
        if let Some(text) = value.text() {
            return (!text.is_empty()).then(|| text.into_owned());
        }
        let custom = value
            .field("name")
            .and_then(Node::inner)
            .and_then(Node::text);
        let metric = value.name().and_then(Kind::named);
        custom
            .map(String::from)
            .or_else(|| Some(metric?.word(self.lang).to_owned()))
    }
}

fn lines<'t>(list: Node<'t>, word: impl Fn(Node<'t>) -> String) -> String {
    let lines: Vec<String> = list.children().map(word).collect();
    lines.join("\n")
}
