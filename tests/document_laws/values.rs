//! Random values for fields, by the type that the field table gives them.

use serde_json::{Value as Json, json};
use touchline::journey::Parsed;
use touchline::journey::fields::{Field, Kind, Type};
use touchline::ron_text::quote;

use crate::random::Random;

/// A new value as RON, and as the model has it where that is simple to say.
pub(crate) struct New {
    pub(crate) ron: String,
    pub(crate) json: Option<Json>,
}

impl New {
    fn ron(ron: String) -> New {
        New { ron, json: None }
    }

    fn text(text: &str) -> New {
        New {
            ron: quote(text),
            json: Some(json!(text)),
        }
    }
}

/// What values are made from: choices, what the file offers to references, ids not used yet.
pub(crate) struct Maker<'p> {
    pub(crate) random: &'p mut Random,
    pub(crate) parsed: &'p Parsed,
    pub(crate) count: &'p mut usize,
}

const METRICS: [&str; 9] = [
    "Nps",
    "Csat(scale: 5, top: 2)",
    "Ces(formula: PercentAgree)",
    "Ces(formula: Mean)",
    "Retention",
    "Churn",
    "Repurchase(formula: Buyers)",
    "Custom(name: \"Waiting, at the desk\", unit: \"min\", better: Lower)",
    "Custom(name: \"受付\", unit: \"%\", better: Higher)",
];

const LINES: [&str; 9] = [
    "Short",
    "",
    "Früh am «Pult»",
    "// no comment, /* none */",
    "quotes \" and \\ and ), // ^nps",
    "受付で待つ 👩‍👩‍👧",
    "tab\tand \u{202e}turned",
    "a line so long that no canonical line of one hundred and twenty columns has room for it beside anything else",
    "Some(x), [1, 2]",
];

impl Maker<'_> {
    /// A value that fits a field of this kind; `None` where the file offers none.
    pub(crate) fn value(&mut self, field: &Field) -> Option<New> {
        Some(match field.of {
            Type::Id => New::text(&self.id()),
            Type::Line => New::text(&self.line()),
            Type::Text => New::text(&self.text()),
            Type::Date => New::text(&self.date()),
            Type::Flag => self.plain(["true", "false"]),
            Type::Whole(low, high) => self.whole(low.max(-100), high.min(100)),
            Type::OnScale => {
                let scale = self.parsed.journey.scale;
                self.whole(scale.min, scale.max)
            }
            Type::Number(low, _) => self.number(low),
            Type::Choice(variants) => {
                let name = variants[self.random.below(variants.len())].name;
                New {
                    ron: name.to_owned(),
                    json: Some(json!(name)),
                }
            }
            Type::Codes => New::text(self.random.pick(&["A001", "A008", "A011"])).in_list(),
            Type::Reference(kind) => New::text(&self.reference(Some(kind))?),
            Type::AnyReference => New::text(&self.reference(None)?),
            Type::Loose(kind) => match self.reference(Some(kind)) {
                Some(id) if self.random.chance(2) => New::text(&id),
                _ => New::text(&self.line()),
            },
            Type::References(_) | Type::Texts | Type::Records(_) | Type::Elements(_) => {
                self.list(field.of)?
            }
            Type::Metric => New::ron(self.random.pick(&METRICS).to_owned()),
            Type::Record(kind) => New::ron(self.record(kind)?),
        })
    }

    fn list(&mut self, of: Type) -> Option<New> {
        let amount = 1 + self.random.below(3);
        let items: Option<Vec<String>> = (0..amount).map(|_| self.item(of)).collect();
        let mut items = items?;
        if matches!(of, Type::References(_)) {
            items.sort();
            items.dedup();
        }
        Some(New::ron(format!("[{}]", items.join(", "))))
    }

    /// An item of a list.
    pub(crate) fn item(&mut self, list: Type) -> Option<String> {
        Some(match list {
            Type::Texts => quote(&self.text()),
            Type::Codes => quote(self.random.pick(&["A002", "A005", "A013"])),
            Type::References(kind) => quote(&self.reference(Some(kind))?),
            Type::Records(kind) | Type::Elements(kind) => self.record(kind)?,
            _ => return None,
        })
    }

    /// A record or element with all that it must have, and some of what it may.
    pub(crate) fn record(&mut self, kind: Kind) -> Option<String> {
        let spec = kind.spec();
        let direction = self.random.below(2);
        let mut fields = Vec::new();
        for (at, field) in spec.fields.iter().enumerate() {
            let wanted = match kind {
                Kind::Target if at < 2 => at == direction,
                Kind::Scale => true,
                _ => field.required || self.random.chance(5),
            };
            let value = wanted.then(|| self.value(field)).flatten();
            match value {
                Some(_) if kind == Kind::Scale => {
                    fields.push(format!("{}: {}", field.name, ["-10", "10"][at]));
                }
                Some(value) => fields.push(format!("{}: {}", field.name, value.ron)),
                None if field.required => return None,
                None => {}
            }
        }
        Some(format!(
            "{}({})",
            spec.name.unwrap_or_default(),
            fields.join(", ")
        ))
    }

    /// An id that nothing has.
    pub(crate) fn id(&mut self) -> String {
        *self.count += 1;
        format!("made-{}", self.count)
    }

    fn line(&mut self) -> String {
        let number = self.random.below(1000);
        format!("{} {number}", self.random.pick(&LINES))
    }

    fn text(&mut self) -> String {
        let line = self.line();
        match self.random.chance(5) {
            true => format!("{line}\n\n  {}", self.line()),
            false => line,
        }
    }

    fn date(&mut self) -> String {
        let (month, day) = (1 + self.random.below(12), 1 + self.random.below(28));
        format!("2026-{month:02}-{day:02}")
    }

    fn plain(&mut self, of: [&str; 2]) -> New {
        let ron = of[self.random.below(2)].to_owned();
        let json = Some(json!(ron == "true"));
        New { ron, json }
    }

    fn whole(&mut self, low: i64, high: i64) -> New {
        let value = low + self.random.below((high - low) as usize + 1) as i64;
        New {
            ron: value.to_string(),
            json: Some(json!(value)),
        }
    }

    fn number(&mut self, low: f64) -> New {
        let value = self.random.below(4000) as f64 / 4.0 + low.max(-10.0);
        New {
            ron: value.to_string(),
            json: Some(json!(value)),
        }
    }

    /// The id of an element of this kind, or of any of the shared namespace.
    fn reference(&mut self, kind: Option<Kind>) -> Option<String> {
        let index = &self.parsed.index;
        let fits = |id: &str, of: Kind| match kind {
            Some(kind) => kind == of,
            None => index.shared(id).next().is_some(),
        };
        let ids: Vec<&str> = index
            .elements()
            .filter(|(key, _)| fits(&key.id, key.kind))
            .map(|(key, _)| key.id.as_str())
            .collect();
        (!ids.is_empty()).then(|| self.random.pick(&ids).to_owned())
    }
}

impl New {
    fn in_list(self) -> New {
        New::ron(format!("[{}]", self.ron))
    }
}
