//! A journey as tables of CSV: one row a touchpoint, for people; or one row a fact, for programs.
//!
//! No cell is a formula: a text that a spreadsheet would take for one has `'` before it
//! (OWASP, CSV Injection). Numbers are numbers.

use super::export::Exported;
use crate::i18n::{self as w, Lang};
use crate::journey::fields::{Field, Kind, Type};
use crate::journey::touchpoints;
use crate::ron_text::Node;
use crate::text::sanitize;

/// So many columns say of which element a fact is.
const FACTS: [&str; 6] = ["kind", "id", "name", "field", "item", "value"];

/// What a spreadsheet takes for the beginning of a formula, wide forms included; and `'` itself, so
/// that a cell is read back as it was written.
pub(super) const FORMULAS: [char; 11] =
    ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠', '\''];

/// One row a touchpoint, in the words of a language. Spreadsheets need the mark at the beginning to
/// see UTF-8, and the sign that German ones part fields with.
pub fn touchpoints_csv(exported: &Exported<'_>) -> String {
    let delimiter = match exported.lang {
        Lang::En => ',',
        Lang::De => ';',
    };
    let fields = Kind::Touchpoint.spec().fields;
    let words = fields.iter().map(|field| (field.word)(exported.lang));
    let head = [w::kind_stage(exported.lang)].into_iter().chain(words);
    let mut csv = Csv::new(delimiter);
    csv.row(head.map(text));
    let parsed = exported.parsed;
    for placed in touchpoints::all(&parsed.journey) {
        let node = parsed
            .index
            .node(&placed.key)
            .map(|it| parsed.tree.node(it));
        let Some(node) = node.and_then(Node::inner) else {
            continue;
        };
        let stage = [text(&placed.stage.name)];
        let cells = fields.iter().map(|field| cell(exported, field, node));
        csv.row(stage.into_iter().chain(cells));
    }
    format!("\u{feff}{}", csv.text)
}

/// A field as a person reads it; numbers and days as programs do.
fn cell(exported: &Exported<'_>, field: &Field, of: Node<'_>) -> String {
    let Some(value) = of.field(field.name).and_then(Node::inner) else {
        return String::new();
    };
    match field.of {
        Type::Whole(..) | Type::OnScale | Type::Number(..) => number(value),
        Type::Date => text(&value.text().unwrap_or_default()),
        _ => text(&exported.in_words().value(field, value)),
    }
}

/// One row a fact, with the names and values of the file: for programs that would rather not read
/// JSON.
pub fn facts_csv(exported: &Exported<'_>) -> String {
    let parsed = exported.parsed;
    let mut csv = Csv::new(',');
    csv.row(FACTS.map(text));
    for (key, node) in parsed.index.elements() {
        let Some(node) = parsed.tree.node(node).inner() else {
            continue;
        };
        let name = exported.in_words().label_of(node);
        let about = [key.kind.spec().name.unwrap_or_default(), &key.id, &name].map(text);
        csv.facts(&about, key.kind, node, "");
    }
    csv.text
}

/// Rows, as RFC 4180 has them, but for the end of a line.
pub(super) struct Csv {
    pub(super) text: String,
    delimiter: char,
}

impl Csv {
    pub(super) fn new(delimiter: char) -> Csv {
        Csv {
            text: String::new(),
            delimiter,
        }
    }

    pub(super) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        for (at, cell) in cells.into_iter().enumerate() {
            if at > 0 {
                self.text.push(self.delimiter);
            }
            let needs_quotes = |c: char| matches!(c, ',' | ';' | '"' | '\n' | '\r' | '\t');
            match cell.contains(needs_quotes) {
                true => self.text.extend(["\"", &cell.replace('"', "\"\""), "\""]),
                false => self.text.push_str(&cell),
            }
        }
        self.text.push('\n');
    }

    /// The facts of an element or a record; those of elements in it are theirs.
    fn facts(&mut self, about: &[String; 3], kind: Kind, node: Node<'_>, path: &str) {
        for child in node.children() {
            let name = child.key().unwrap_or_default();
            let of = kind.field(name).map(|field| field.of);
            let Some(value) = child.inner() else { continue };
            let path = format!("{path}{name}");
            match of {
                Some(Type::Elements(_)) => {}
                Some(Type::Record(kind)) => self.facts(about, kind, value, &format!("{path}.")),
                Some(Type::Records(kind)) => {
                    for (at, item) in value.children().enumerate() {
                        let path = format!("{path}.{}.", at + 1);
                        self.facts(about, kind, item.inner().unwrap_or(item), &path);
                    }
                }
                Some(Type::Texts | Type::Codes | Type::References(_)) => {
                    for (at, item) in value.children().enumerate() {
                        self.fact(about, &path, &(at + 1).to_string(), item);
                    }
                }
                _ => self.fact(about, &path, "", value),
            }
        }
    }

    fn fact(&mut self, about: &[String; 3], field: &str, item: &str, value: Node<'_>) {
        let value = match (value.text(), value.number()) {
            (Some(said), _) => text(&said),
            (None, Some(_)) => number(value),
            (None, None) => text(value.raw()),
        };
        let place = [text(field), item.to_owned(), value];
        self.row(about.iter().cloned().chain(place));
    }
}

/// A number as every program reads it.
fn number(value: Node<'_>) -> String {
    let whole = value.integer().map(|it| it.to_string());
    let number = || {
        value
            .number()
            .filter(|it| it.is_finite())
            .map(|it| it.to_string())
    };
    whole.or_else(number).unwrap_or_default()
}

/// A text that stays one.
pub(super) fn text(text: &str) -> String {
    let text = sanitize(text);
    match text.starts_with(FORMULAS) {
        true => format!("'{text}"),
        false => text.into_owned(),
    }
}
