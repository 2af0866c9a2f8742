//! The JSON Schema of a journey as JSON, made of the field table. Knows no journey.

use serde_json::{Map, Value, json};

use crate::i18n::Lang;
use crate::journey::fields::{Field, Kind, METRICS, Type};

/// The schema, for programs that read what [`super::json`] writes; with a line break at its end.
pub fn json_schema() -> String {
    let mut kinds = Map::new();
    define(Kind::Journey, &mut kinds);
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "touchline journey",
        "type": "object",
        "properties": { "Journey": reference(Kind::Journey) },
        "required": ["Journey"],
        "additionalProperties": false,
        "$defs": kinds,
    });
    format!("{schema:#}\n")
}

fn reference(kind: Kind) -> Value {
    json!({ "$ref": format!("#/$defs/{kind:?}") })
}

/// Adds a kind and all that it holds.
fn define(kind: Kind, kinds: &mut Map<String, Value>) {
    let name = format!("{kind:?}");
    if kinds.contains_key(&name) {
        return;
    }
    kinds.insert(name.clone(), Value::Null);
    let fields = kind.spec().fields;
    for field in fields {
        let metrics = METRICS.iter().filter(|_| field.of == Type::Metric);
        let held = field.holds().into_iter().chain(metrics.copied());
        held.for_each(|kind| define(kind, kinds));
    }
    let properties = fields.iter().map(|it| (it.name.to_owned(), property(it)));
    let required = fields.iter().filter(|it| it.required).map(|it| it.name);
    let definition = json!({
        "title": kind.word(Lang::En),
        "type": "object",
        "properties": properties.collect::<Map<_, _>>(),
        "required": required.collect::<Vec<_>>(),
    });
    kinds.insert(name, definition);
}

fn property(field: &Field) -> Value {
    let of = value(field.of);
    let mut property = match field.required {
        true => of,
        false => json!({ "anyOf": [of, { "type": "null" }] }),
    };
    property["title"] = (field.word)(Lang::En).into();
    property
}

fn value(of: Type) -> Value {
    let text = json!({ "type": "string" });
    let texts = json!({ "type": "array", "items": text });
    match of {
        Type::Line | Type::Text | Type::Loose(_) => text,
        Type::Id | Type::Reference(_) | Type::AnyReference => {
            json!({ "type": "string", "minLength": 1 })
        }
        Type::Date => json!({ "type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$" }),
        Type::Texts | Type::Codes | Type::References(_) => texts,
        Type::Flag => json!({ "type": "boolean" }),
        Type::Whole(from, to) => json!({ "type": "integer", "minimum": from, "maximum": to }),
        Type::Number(from, to) => json!({ "type": "number", "minimum": from, "maximum": to }),
        Type::OnScale => json!({ "type": "integer" }),
        Type::Choice(variants) => {
            let names: Vec<&str> = variants.iter().map(|it| it.name).collect();
            json!({ "enum": names })
        }
        Type::Metric => {
            json!({ "anyOf": METRICS.iter().map(|it| metric(*it)).collect::<Vec<_>>() })
        }
        Type::Record(kind) => reference(kind),
        Type::Records(kind) | Type::Elements(kind) => {
            json!({ "type": "array", "items": reference(kind) })
        }
    }
}

/// A name, with its parameters where it has some.
fn metric(kind: Kind) -> Value {
    let name = kind.spec().name.unwrap_or_default();
    if kind.spec().fields.is_empty() {
        return json!({ "const": name });
    }
    json!({
        "type": "object",
        "properties": { name: reference(kind) },
        "required": [name],
        "additionalProperties": false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `UPDATE_SCHEMA=1 cargo test --lib json_schema` writes it anew.
    #[test]
    fn the_published_schema_is_that_of_the_field_table() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/journey.schema.json");
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            std::fs::write(path, json_schema()).expect("docs can be written");
        }
        let published = std::fs::read_to_string(path).unwrap_or_default();
        assert!(
            published == json_schema(),
            "docs/journey.schema.json is of another table"
        );
    }

    #[test]
    fn every_reference_of_the_schema_leads_somewhere() {
        let schema: Value = serde_json::from_str(&json_schema()).expect("JSON");
        let text = schema.to_string();
        let parts = text.split("#/$defs/").skip(1);
        for name in parts.filter_map(|it| it.split('"').next()) {
            assert!(schema["$defs"][name].is_object(), "{name}");
        }
    }
}
