//! A comparison for programs. The form is a promise: fields may come, none goes or changes.

use serde::Serialize;
use serde_json::{Map, Value};

use super::{Compared, State};
use crate::cli::input::Source;
use crate::cli::report::json::{Where, place};
use crate::compare::{Difference, comment_text};
use crate::i18n::differences::{Section, Subject, Told};
use crate::journey::place::{ElementKey, Place};
use crate::ron_text::{Node, NodeKind};

/// One file. `diff --format json` prints one array of these; `[]` when there is nothing to say.
#[derive(Debug, Serialize)]
struct File<'a> {
    /// The name of the old version; null: the file is new.
    old: Option<&'a str>,
    /// The name of the new version; null: the file is gone.
    new: Option<&'a str>,
    /// The title of the journey.
    title: &'a str,
    /// `added`, `deleted`, `changed`, `layout` (other layout, same content) or `same`.
    state: &'static str,
    /// What differs, in the order of the stages.
    differences: Vec<Record<'a>>,
}

/// One difference.
#[derive(Debug, Serialize)]
struct Record<'a> {
    /// `added`, `removed`, `moved`, `reordered`, `new_id`: an element. `set`, `changed`,
    /// `cleared`: a field, a record or an item. `reworded`: a text of a list. `comment_added`,
    /// `comment_removed`.
    kind: &'static str,
    /// The stage it is in; null: in none.
    stage: Option<&'a str>,
    /// What it is about, as in `check --format json`.
    place: Where<'a>,
    /// The value before: text, number, list or object; a variant by its name. Of a moved element
    /// the element it was in, of a new id the old one. Null: nothing.
    old: Value,
    /// The value after, in the same way.
    new: Value,
    /// The sentence, in the language of `--lang`.
    message: String,
}

/// The comparison as one JSON object on one line.
///
/// # Errors
/// None that is known: texts and numbers can always be written.
pub(super) fn object(compared: &Compared<'_>) -> serde_json::Result<String> {
    let (old, new) = (&compared.pair.old, &compared.pair.new);
    let sections = compared.sections.iter();
    serde_json::to_string(&File {
        old: old.as_ref().map(|it| it.name.as_str()),
        new: new.as_ref().map(|it| it.name.as_str()),
        title: &compared.title,
        state: state(compared.state),
        differences: sections.flat_map(|it| records(compared, it)).collect(),
    })
}

fn state(state: State) -> &'static str {
    match state {
        State::Added => "added",
        State::Deleted => "deleted",
        State::Changed => "changed",
        State::Layout => "layout",
        State::Same => "same",
    }
}

fn records<'a>(compared: &'a Compared<'_>, section: &'a Section) -> Vec<Record<'a>> {
    let told = |subject: &'a Subject| subject.told.iter();
    let told = section.subjects.iter().flat_map(told);
    told.map(|told| record(compared, section, told)).collect()
}

fn record<'a>(compared: &'a Compared<'_>, section: &'a Section, told: &'a Told) -> Record<'a> {
    let (old, new) = (&compared.pair.old, &compared.pair.new);
    let (kind, at, old, new) = match &told.difference {
        Difference::Added(key) => ("added", of(key), Value::Null, element(new, key)),
        Difference::Removed(key) => ("removed", of(key), element(old, key), Value::Null),
        Difference::Moved { element, from, to } => ("moved", of(element), id(from), id(to)),
        Difference::NewId { from, to } => (
            "new_id",
            of(to),
            from.id.clone().into(),
            to.id.clone().into(),
        ),
        Difference::Reordered { list, .. } => {
            ("reordered", place(list), order(old, list), order(new, list))
        }
        Difference::Fact(fact) => changed(fact, value_at(old, fact), value_at(new, fact)),
        Difference::Reworded { from, to } => (
            "reworded",
            place(to),
            value_at(old, from),
            value_at(new, to),
        ),
        Difference::Comment {
            element,
            text,
            is_new,
        } => comment(element.as_ref(), text, *is_new),
    };
    Record {
        kind,
        stage: section.stage.as_ref().map(|stage| stage.id.as_str()),
        place: at,
        old,
        new,
        message: told.sentence.to_string(),
    }
}

type Said<'a> = (&'static str, Where<'a>, Value, Value);

fn changed(fact: &Place, old: Value, new: Value) -> Said<'_> {
    let kind = match (&old, &new) {
        (Value::Null, _) => "set",
        (_, Value::Null) => "cleared",
        _ => "changed",
    };
    (kind, place(fact), old, new)
}

fn comment<'a>(element: Option<&'a ElementKey>, text: &str, is_new: bool) -> Said<'a> {
    let at = element.map_or_else(Where::default, of);
    let text = Value::from(comment_text(text));
    match is_new {
        true => ("comment_added", at, Value::Null, text),
        false => ("comment_removed", at, text, Value::Null),
    }
}

fn of(key: &ElementKey) -> Where<'_> {
    Where {
        kind: key.kind.spec().name,
        id: Some(&key.id),
        field: None,
    }
}

fn id(list: &Place) -> Value {
    list.element
        .as_ref()
        .map_or(Value::Null, |it| it.id.clone().into())
}

fn element(version: &Option<Source>, key: &ElementKey) -> Value {
    value_at(version, &Place::of(key.clone()))
}

fn value_at(version: &Option<Source>, place: &Place) -> Value {
    let parsed = version.as_ref().map(|it| &it.parsed);
    let node = parsed.and_then(|it| it.index.locate(&it.tree, place));
    node.map_or(Value::Null, value)
}

/// The items of a list by their ids or texts.
fn order(version: &Option<Source>, list: &Place) -> Value {
    match value_at(version, list) {
        Value::Array(items) => items.into_iter().map(short).collect(),
        other => other,
    }
}

fn short(item: Value) -> Value {
    item.get("id").cloned().unwrap_or(item)
}

/// A value of the file. The name of a variant with fields stands in `variant`.
fn value(node: Node<'_>) -> Value {
    let Some(node) = node.inner() else {
        return Value::Null;
    };
    match node.kind() {
        NodeKind::Struct => {
            let field = |child: Node<'_>| Some((child.key()?.to_owned(), value(child)));
            let variant = node.name().map(|name| ("variant".to_owned(), name.into()));
            let fields: Map<String, Value> = variant
                .into_iter()
                .chain(node.children().filter_map(field))
                .collect();
            Value::Object(fields)
        }
        NodeKind::List => node.children().map(value).collect(),
        NodeKind::Bool => node.boolean().into(),
        NodeKind::Integer | NodeKind::Float => match node.integer() {
            Some(whole) => whole.into(),
            None => node.number().into(),
        },
        _ => node
            .text()
            .map_or_else(|| node.raw().into(), |text| text.into_owned().into()),
    }
}
