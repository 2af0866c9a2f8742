//! A journey as JSON and back, without loss but for its comments and how values are spelled.
//!
//! Fields keep their names, variants are strings, a metric with parameters is
//! `{"Csat": {"scale": 5, "top": 2}}`, `None` is `null`. What JSON has no word for (tuples, maps,
//! `inf`, a variant where the field table knows none) is `{"ron": "…"}` with its text. The field
//! table alone says what is what; `docs/journey.schema.json` is made of it.

use crate::sort;
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::{Map, Value};

use crate::journey::fields::{Kind, Type};
use crate::journey::shape::canonical;
use crate::ron_text::{MAX_BYTES, Node, NodeKind, SyntaxErrorKind as E, Tree, quote, spelled_name};
use crate::text::sanitize_line;

/// The key of what JSON has no word for.
const RON: &str = "ron";

/// A file as JSON, with a line break at its end; `None` where it cannot be read.
pub fn json(tree: &Tree) -> Option<String> {
    let root = tree.root().filter(|_| tree.error().is_none())?.inner()?;
    let of = Position::Unknown;
    let text = serde_json::to_string_pretty(&Json { node: root, of }).ok()?;
    Some(with_escapes(&text) + "\n")
}

/// JSON in which hidden characters stand as escapes: safe to show, and still the same value.
pub fn with_escapes(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        let mut units = [0; 2];
        let alone = String::from(c);
        if c == '\n' || sanitize_line(&alone) == alone {
            escaped.push(c);
        } else {
            let units = c.encode_utf16(&mut units).iter();
            escaped.extend(units.map(|unit| format!("\\u{unit:04x}")));
        }
    }
    escaped
}

/// What may stand somewhere.
#[derive(Clone, Copy)]
enum Position {
    /// A field of the table.
    Field(Type),
    /// One item of a field that holds elements or records.
    Item(Kind),
    /// The table does not know it.
    Unknown,
}

impl Position {
    fn of_field(kind: Option<Kind>, name: &str) -> Position {
        let field = kind.and_then(|kind| kind.field(name));
        match field.map(|it| it.of) {
            Some(Type::Record(kind)) => Position::Item(kind),
            Some(of) => Position::Field(of),
            None => Position::Unknown,
        }
    }

    fn of_item(self) -> Position {
        match self {
            Position::Field(Type::Records(kind) | Type::Elements(kind)) => Position::Item(kind),
            // Texts, codes and references.
            Position::Field(of) => Position::Field(of),
            Position::Item(_) | Position::Unknown => Position::Unknown,
        }
    }

    /// Variants stand here, so a string is one.
    fn takes_variants(self) -> bool {
        matches!(self, Position::Field(Type::Choice(_) | Type::Metric))
    }

    /// The kind of a struct of this name, or of none.
    fn kind(self, name: Option<&str>) -> Option<Kind> {
        match (self, name) {
            (_, Some(name)) => Kind::named(name),
            (Position::Item(kind), None) => Some(kind),
            _ => None,
        }
    }

    /// A struct of this name, or of none, need not say it.
    fn is_silent(self, name: Option<&str>) -> bool {
        name.is_none() || name == self.silent_name()
    }

    /// The name that a struct here has without saying so.
    fn silent_name(self) -> Option<&'static str> {
        match self {
            Position::Item(kind) => kind.spec().name,
            _ => None,
        }
    }
}

/// A node as JSON.
struct Json<'t> {
    node: Node<'t>,
    of: Position,
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some(node) = self.node.inner() else {
            return serializer.serialize_unit();
        };
        match node.kind() {
            NodeKind::Struct if self.of.is_silent(node.name()) && is_plain(node) => {
                fields(node, self.of, serializer)
            }
            NodeKind::Struct if node.name().is_some_and(is_variant) && has_no_doubles(node) => {
                let named = Named { node, of: self.of };
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry(node.name().unwrap_or_default(), &named)?;
                map.end()
            }
            NodeKind::List => items(node, self.of, serializer),
            NodeKind::Name if self.of.takes_variants() => {
                serializer.serialize_str(node.name().unwrap_or_default())
            }
            _ => scalar(node, self.of, serializer),
        }
    }
}

/// The fields of a struct whose name is said already.
struct Named<'t> {
    node: Node<'t>,
    of: Position,
}

impl Serialize for Named<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        fields(self.node, self.of, serializer)
    }
}

/// An object that is not taken for something else when it is read.
fn is_plain(node: Node<'_>) -> bool {
    let mut children = node.children();
    let only = children.next().filter(|_| children.next().is_none());
    let key = only.and_then(Node::key);
    has_no_doubles(node) && key.is_none_or(|key| key != RON && !is_variant(key))
}

fn has_no_doubles(node: Node<'_>) -> bool {
    let is_last = |child: &Node<'_>| {
        let last = child.key().and_then(|key| node.field(key));
        last.is_some_and(|last| last.id() == child.id())
    };
    node.children().all(|child| is_last(&child))
}

fn is_variant(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_uppercase())
}

fn fields<S: Serializer>(node: Node<'_>, of: Position, serializer: S) -> Result<S::Ok, S::Error> {
    let kind = of.kind(node.name());
    let mut map = serializer.serialize_map(None)?;
    for child in node.children() {
        let key = child.key().unwrap_or_default();
        let of = Position::of_field(kind, key);
        map.serialize_entry(key, &Json { node: child, of })?;
    }
    map.end()
}

fn items<S: Serializer>(node: Node<'_>, of: Position, serializer: S) -> Result<S::Ok, S::Error> {
    let mut items = serializer.serialize_seq(None)?;
    for node in node.children() {
        items.serialize_element(&Json {
            node,
            of: of.of_item(),
        })?;
    }
    items.end()
}

fn scalar<S: Serializer>(node: Node<'_>, of: Position, serializer: S) -> Result<S::Ok, S::Error> {
    if let Some(text) = node.text().filter(|_| !of.takes_variants()) {
        return serializer.serialize_str(&text);
    }
    if let Some(flag) = node.boolean() {
        return serializer.serialize_bool(flag);
    }
    if let Some(whole) = node.integer() {
        return serializer.serialize_i64(whole);
    }
    match node.number() {
        Some(number) if node.kind() == NodeKind::Float && number.is_finite() => {
            serializer.serialize_f64(number)
        }
        _ => {
            let mut map = serializer.serialize_map(Some(1))?;
            map.serialize_entry(RON, node.raw())?;
            map.end()
        }
    }
}

/// Why JSON is no journey.
#[derive(Debug, thiserror::Error)]
pub enum NoJourney {
    /// It is no JSON, with line and column.
    #[error(transparent)]
    NoJson(#[from] serde_json::Error),
    /// It is something else.
    #[error("no journey found")]
    SomethingElse,
    /// It is more than a file of a journey may hold.
    #[error("too large")]
    TooLarge,
}

/// The text of a journey that JSON says, and the paths of what could not be written.
///
/// # Errors
/// [`NoJourney`].
pub fn from_json(text: &str) -> Result<(String, Vec<String>), NoJourney> {
    let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))?;
    journey_text(&value)
}

/// The same of a value.
///
/// # Errors
/// [`NoJourney`].
pub(super) fn journey_text(value: &Value) -> Result<(String, Vec<String>), NoJourney> {
    let is_journey = |map: &Map<String, Value>| map.len() == 1 && map.contains_key("Journey");
    let map = value.as_object().filter(|map| is_journey(map));
    map.ok_or(NoJourney::SomethingElse)?;
    let mut writer = Writer::default();
    writer.value(value, Position::Unknown);
    let tree = Tree::read(format!("#![enable(implicit_some)]\n{}\n", writer.text));
    match tree.error().map(|it| &it.kind) {
        None => within_limits(canonical(&tree)).map(|text| (text, writer.left_out)),
        Some(E::TooDeep | E::TooLarge | E::TooManyValues) => Err(NoJourney::TooLarge),
        Some(_) => Err(NoJourney::SomethingElse),
    }
}

/// Canonical form has more blanks than what it was made of.
fn within_limits(text: String) -> Result<String, NoJourney> {
    let is_within = text.len() <= MAX_BYTES;
    is_within.then_some(text).ok_or(NoJourney::TooLarge)
}

/// Writes values as RON.
#[derive(Default)]
struct Writer {
    text: String,
    /// Where the value stands that is written now.
    path: Vec<String>,
    left_out: Vec<String>,
}

impl Writer {
    fn value(&mut self, value: &Value, of: Position) {
        match value {
            Value::Null => self.text.push_str("None"),
            Value::Bool(flag) => self.text.push_str(if *flag { "true" } else { "false" }),
            Value::Number(number) => self.text.push_str(&number.to_string()),
            Value::String(text) if of.takes_variants() && is_name(text) => self.text.push_str(text),
            Value::String(text) => self.text.push_str(&quote(text)),
            Value::Array(items) => self.items(items, of.of_item()),
            Value::Object(map) => self.object(map, of),
        }
    }

    fn items(&mut self, items: &[Value], of: Position) {
        self.text.push('[');
        for (at, item) in items.iter().enumerate() {
            self.path.push((at + 1).to_string());
            self.value(item, of);
            self.path.pop();
            self.text.push_str(", ");
        }
        self.text.push(']');
    }

    fn object(&mut self, map: &Map<String, Value>, of: Position) {
        let only = map.iter().next().filter(|_| map.len() == 1);
        match only {
            Some((name, Value::String(text))) if name == RON && is_one_value(text) => {
                self.text.push_str(text);
            }
            Some((name, Value::Object(map))) if is_variant(name) && is_name(name) => {
                self.text.push_str(name);
                self.fields(map, of.kind(Some(name)));
            }
            _ => {
                self.text.push_str(of.silent_name().unwrap_or_default());
                self.fields(map, of.kind(None));
            }
        }
    }

    /// In the order of the table; what it does not know stands behind.
    fn fields(&mut self, map: &Map<String, Value>, kind: Option<Kind>) {
        let order = |name: &String| {
            let known = kind.map_or(&[][..], |kind| kind.spec().fields);
            let at = known.iter().position(|field| field.name == name.as_str());
            at.unwrap_or(known.len())
        };
        let mut fields: Vec<(&String, &Value)> = map.iter().collect();
        sort::by_key(&mut fields, |(name, _)| order(name));
        self.text.push('(');
        for (name, value) in fields {
            self.path.push(name.clone());
            match spelled_name(name) {
                Some(spelled) => {
                    self.text.extend([&*spelled, ": "]);
                    self.value(value, Position::of_field(kind, name));
                    self.text.push_str(", ");
                }
                None => self.left_out.push(self.path.join(" / ")),
            }
            self.path.pop();
        }
        self.text.push(')');
    }
}

/// It is a plain identifier.
fn is_name(text: &str) -> bool {
    spelled_name(text).is_some_and(|spelled| spelled == text)
        && !["true", "false", "inf", "NaN", "None", "Some"].contains(&text)
}

/// It is one value and nothing beside.
fn is_one_value(text: &str) -> bool {
    let tree = Tree::read(text.to_owned());
    tree.error().is_none()
        && tree
            .root()
            .is_some_and(|root| root.span() == (0..text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::check::Neighbour;
    use crate::journey::{Context, read};

    fn there(text: &str) -> String {
        json(&Tree::read(text.to_owned())).expect("a journey")
    }

    fn back(json: &str) -> String {
        let (text, left_out) = from_json(json).expect("a journey");
        assert!(left_out.is_empty(), "{left_out:?}");
        text
    }

    /// Without the order of fields, which becomes that of the table.
    fn value(text: &str) -> Value {
        serde_json::from_str(&there(text)).expect("JSON")
    }

    fn model(text: &str) -> crate::journey::model::Journey {
        let context = Context {
            neighbour: Neighbour::None,
            today: jiff::civil::date(2026, 11, 22),
        };
        read(text.to_owned(), &context).journey
    }

    #[test]
    fn shipped_journeys_come_back_as_they_were() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("journeys");
        let mut count = 0;
        for entry in std::fs::read_dir(folder).expect("the folder") {
            let text = std::fs::read_to_string(entry.expect("an entry").path()).expect("a file");
            if !text.contains("\nJourney(") {
                continue;
            }
            let again = back(&there(&text));
            assert_eq!(model(&again), model(&text));
            assert_eq!(value(&again), value(&text));
            count += 1;
        }
        assert!(count >= 3, "{count}");
    }

    #[test]
    fn each_kind_of_value_has_its_form_and_comes_back() {
        for (field, form) in [
            ("state: AsIs", r#""state": "AsIs""#),
            ("state: \"AsIs\"", r#""state": {"ron": "\"AsIs\""}"#),
            ("owner: \"desk\"", r#""owner": "desk""#),
            ("owner: Desk", r#""owner": {"ron": "Desk"}"#),
            ("owner: None", r#""owner": null"#),
            (
                "scale: (min: -0x3, max: 1_0)",
                r#""scale": {"min": -3, "max": 10}"#,
            ),
            (
                "kpis: [Kpi(id: \"n\", metric: Nps), Kpi(id: \"c\", metric: Csat(scale: 5, top: 2))]",
                r#""kpis": [{"id": "n", "metric": "Nps"}, {"id": "c", "metric": {"Csat": {"scale": 5, "top": 2}}}]"#,
            ),
            ("kpis: [(id: \"n\")]", r#""kpis": [{"id": "n"}]"#),
            ("silence: [\"A003\"]", r#""silence": ["A003"]"#),
            ("weight: 1.50", r#""weight": 1.5"#),
            ("far: inf", r#""far": {"ron": "inf"}"#),
            ("pair: (1, 'c')", r#""pair": {"ron": "(1, 'c')"}"#),
            ("map: {\"a\": 1}", r#""map": {"ron": "{\"a\": 1}"}"#),
            ("own: (ron: \"x\")", r#""own": {"ron": "(ron: \"x\")"}"#),
            (
                "own: Thing(a: [None])",
                r#""own": {"Thing": {"a": [null]}}"#,
            ),
            ("own: (a: 1, a: 2)", r#""own": {"ron": "(a: 1, a: 2)"}"#),
            ("r#odd-name: true", r#""odd-name": true"#),
            (
                "big: 99999999999999999999",
                r#""big": {"ron": "99999999999999999999"}"#,
            ),
        ] {
            let text = format!("#![enable(implicit_some)]\nJourney({field})\n");
            let json = there(&text);
            let flat: String = json
                .split_inclusive('\n')
                .map(str::trim)
                .collect::<Vec<_>>()
                .join("");
            let squeezed = |text: &str| text.replace([' ', '\n'], "");
            assert!(squeezed(&flat).contains(&squeezed(form)), "{field}: {json}");
            assert_eq!(there(&back(&json)), json, "{field}");
        }
    }

    #[test]
    fn what_is_no_journey_is_said() {
        for text in [
            "",
            "{",
            "[]",
            "{}",
            "{\"Company\": {}}",
            "{\"Journey\": 1, \"b\": 2}",
        ] {
            assert!(from_json(text).is_err(), "{text}");
        }
        let text = r#"{"Journey": {"title": "T", "two words": 1, "stages": [{"a b": 2}]}}"#;
        let (text, left_out) = from_json(text).expect("a journey");
        assert!(text.contains("title: \"T\""), "{text}");
        assert_eq!(left_out, ["stages / 1 / a b", "two words"]);
    }

    #[test]
    fn nothing_in_json_gets_out_of_its_value() {
        let text = r#"{"Journey": {"state": "AsIs, title: 1", "a": {"ron": "1, b: 2"}, "c": {"ron": "1) // "}}}"#;
        let (text, _) = from_json(text).expect("a journey");
        let root = Tree::read(text.clone());
        let names: Vec<_> = root
            .root()
            .expect("a value")
            .children()
            .filter_map(Node::key)
            .map(str::to_owned)
            .collect();
        assert_eq!(names, ["state", "a", "c"], "{text}");
    }

    #[test]
    fn json_keeps_its_value_and_hides_nothing() {
        let value = "für\u{9b}31m \u{202e}evil\u{1b}\n e\u{301} 日本 👨\u{200d}👩 \u{e0061}";
        let json = serde_json::to_string(value).unwrap();
        let shown = with_escapes(&json);
        assert_eq!(serde_json::from_str::<String>(&shown).unwrap(), value);
        assert_eq!(crate::text::sanitize(&shown), shown);
        assert!(shown.contains("für") && shown.contains("日本"), "{shown}");
    }
}
