//! What a field can be set to: variants by their words, references by name. Knows no drawing.

use super::App;
use crate::i18n;
use crate::journey::fields::{Field, Identity, Kind, METRICS, Type};
use crate::journey::finding::{Code, Severity};
use crate::ron_text::{Node, quote};

/// One thing that can be chosen.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Choice {
    /// What a person reads.
    pub label: String,
    /// The value as RON; `None` clears the field.
    pub value: Option<String>,
    /// It is chosen.
    pub chosen: bool,
    /// Stands at its right: its keys, or what it is.
    pub aside: String,
    /// Other texts that find it, typed without gaps.
    pub also: Vec<String>,
    /// What is typed, as it is: stands behind all that fits.
    pub is_as_typed: bool,
    /// Words that are exactly this choice; `word FILE` with something behind the word.
    pub typed: &'static [&'static str],
}

impl Choice {
    /// Something that is not chosen yet.
    pub fn plain(label: impl Into<String>, value: impl Into<String>) -> Choice {
        Choice {
            label: label.into(),
            value: Some(value.into()),
            ..Choice::default()
        }
    }
}

impl App {
    /// What can be chosen for a field of this type; none where it is typed.
    pub fn choices(&self, field: &Field) -> Option<Vec<Choice>> {
        let lang = self.lang;
        let choices: Vec<Choice> = match field.of {
            Type::Choice(variants) => {
                let choice =
                    |it: &crate::journey::fields::Variant| Choice::plain((it.word)(lang), it.name);
                variants.iter().map(choice).collect()
            }
            Type::Flag => vec![
                Choice::plain(i18n::yes(lang), "true"),
                Choice::plain(i18n::no(lang), "false"),
            ],
            Type::Whole(low, high) if high - low <= 20 => self.numbers(low, high),
            Type::OnScale => self.numbers(self.journey().scale.min, self.journey().scale.max),
            Type::Reference(kind) | Type::References(kind) => self.elements_of(Some(kind)),
            Type::AnyReference => self.elements_of(None),
            Type::Metric => METRICS
                .iter()
                .map(|metric| self.metric_choice(*metric))
                .collect(),
            Type::Codes => self.advice_codes(),
            _ => return None,
        };
        Some(choices)
    }

    fn numbers(&self, low: i64, high: i64) -> Vec<Choice> {
        let choice = |number: i64| Choice::plain(i18n::whole(number), number.to_string());
        (low..=high).rev().map(choice).collect()
    }

    /// Elements by name, those of the company included.
    pub fn elements_of(&self, kind: Option<Kind>) -> Vec<Choice> {
        let wanted = |of: Kind| match kind {
            Some(kind) => of == kind,
            None => of.spec().identity == Identity::Shared,
        };
        let parsed = &self.document.parsed;
        let own = parsed
            .index
            .elements()
            .filter(|(key, _)| wanted(key.kind) && !key.id.is_empty());
        let mut choices: Vec<Choice> = own
            .map(|(key, node)| {
                let name = self.label_of(parsed.tree.node(node));
                let label = match kind {
                    Some(_) => name,
                    None => format!("{}: {name}", key.kind.word(self.lang)),
                };
                Choice::plain(label, quote(&key.id))
            })
            .collect();
        for (id, name) in kind.map(|kind| self.inherited(kind)).unwrap_or_default() {
            let value = Some(quote(&id));
            if choices.iter().all(|choice| choice.value != value) {
                choices.push(Choice::plain(name, quote(&id)));
            }
        }
        choices
    }

    /// Ids and names that the company lends to its journeys.
    pub fn inherited(&self, kind: Kind) -> Vec<(String, String)> {
        let company = self.document.context().neighbour.company();
        let lent = company.into_iter().flat_map(|company| company.lends(kind));
        lent.map(|(id, name)| (id.to_owned(), name.to_owned()))
            .collect()
    }

    /// The name of an element, or what comes nearest to one.
    pub fn label_of(&self, node: Node<'_>) -> String {
        self.in_words().label_of(node)
    }

    fn metric_choice(&self, metric: Kind) -> Choice {
        let value = match metric {
            Kind::Csat => "Csat(scale: 5, top: 2)".to_owned(),
            Kind::Ces => "Ces(formula: PercentAgree)".to_owned(),
            Kind::Repurchase => "Repurchase(formula: Buyers)".to_owned(),
            Kind::Custom => {
                let name = quote(i18n::new_metric(self.lang));
                format!("Custom(name: {name}, unit: \"\", better: Higher)")
            }
            plain => plain.spec().name.unwrap_or_default().to_owned(),
        };
        Choice::plain(metric.word(self.lang), value)
    }

    fn advice_codes(&self) -> Vec<Choice> {
        let advice = Code::ALL
            .iter()
            .filter(|code| code.severity() == Severity::Advice);
        let choice = |code: &Code| {
            Choice::plain(i18n::finding_title(self.lang, *code), quote(code.as_str()))
        };
        advice.map(choice).collect()
    }
}
