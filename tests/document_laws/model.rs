//! What an edit does to the model, told a second time and apart from the text: on the journey as
//! JSON.

use serde_json::Value as Json;
use touchline::document::edit::{Edit, Slot};
use touchline::journey::Parsed;
use touchline::journey::fields::{Identity, Kind, Type};
use touchline::journey::place::{ElementKey, Place, Step};

use crate::edits::Made;

pub(crate) fn json(parsed: &Parsed) -> Json {
    serde_json::to_value(&parsed.journey).unwrap()
}

/// Panics unless the model after the edit is the one before with the edit made.
pub(crate) fn assert_as_meant(before: &Parsed, after: &Parsed, made: &Made) {
    let (mut old, mut new) = (json(before), json(after));
    match &made.edit {
        Edit::Set { place, .. } => {
            let at = pointer(&old, place);
            if let Some(value) = &made.json {
                assert_value(new.pointer(&at), value, place);
            }
            mask(&mut old, &mut new, at);
        }
        Edit::Insert { list, slot, .. } => {
            let at = pointer(&old, list);
            let index = index_of(&old, &at, slot);
            new.pointer_mut(&at)
                .unwrap()
                .as_array_mut()
                .unwrap()
                .remove(index);
        }
        Edit::Remove { item } => take(&mut old, item).map_or((), drop),
        Edit::Move { item, list, slot } => {
            let (from, at) = (pointer(&old, item), pointer(&old, list));
            let index = index_of(&old, &at, slot);
            let earlier = is_earlier(&from, &at, index);
            let taken = take(&mut old, item).unwrap();
            let index = index - usize::from(earlier);
            old.pointer_mut(&at)
                .unwrap()
                .as_array_mut()
                .unwrap()
                .insert(index, taken);
        }
        Edit::ChangeId { element, to } => rename(&mut old, Kind::Journey, element, to),
        Edit::Comment { .. } | Edit::Uncomment { .. } => {}
        Edit::Many(_) | Edit::Whole(_) => return,
    }
    assert!(
        old == new,
        "the model differs elsewhere: {}",
        difference(&old, &new, "")
    );
}

/// A default is read as absent or as itself.
fn assert_value(found: Option<&Json>, value: &Json, place: &Place) {
    let default = matches!(found, None | Some(Json::Null)) && *value == "Customers";
    let equal = match (found.and_then(Json::as_f64), value.as_f64()) {
        (Some(found), Some(value)) => found == value,
        _ => found == Some(value),
    };
    assert!(equal || default, "{place:?}: {found:?} instead of {value}");
}

/// The first path at which two values differ.
fn difference(old: &Json, new: &Json, at: &str) -> String {
    let keys: Vec<String> = match (old, new) {
        (Json::Object(old), Json::Object(_)) => old.keys().cloned().collect(),
        (Json::Array(old), Json::Array(new)) if old.len() == new.len() => {
            (0..old.len()).map(|index| index.to_string()).collect()
        }
        _ => Vec::new(),
    };
    let part = |json: &Json, key: &str| json.pointer(&format!("/{key}")).cloned();
    let differs = |key: &&String| part(old, key) != part(new, key);
    match keys.iter().find(differs) {
        Some(key) => match (part(old, key), part(new, key)) {
            (Some(old), Some(new)) => difference(&old, &new, &format!("{at}/{key}")),
            _ => format!("{at}/{key}"),
        },
        None => format!("{at}: {old} → {new}"),
    }
}

/// The pointer to a place, as far as it is there.
fn pointer(json: &Json, place: &Place) -> String {
    let mut at = match &place.element {
        Some(key) => find(json, "", Kind::Journey, key).unwrap(),
        None => String::new(),
    };
    let mut list = None;
    for step in &place.steps {
        let here = json.pointer(&at).unwrap();
        let next = match step {
            Step::Field(name) => {
                list = Kind::of_records(name);
                here.get(name).is_some().then(|| name.clone())
            }
            Step::Item { key, nth } => item(here, key, *nth, list).map(|index| index.to_string()),
        };
        let Some(next) = next else { break };
        at = format!("{at}/{next}");
    }
    at
}

fn find(json: &Json, at: &str, kind: Kind, key: &ElementKey) -> Option<String> {
    let lists = kind
        .spec()
        .fields
        .iter()
        .filter_map(|field| match field.of {
            Type::Elements(of) => Some((field.name, of)),
            _ => None,
        });
    for (name, of) in lists {
        for (index, item) in json[name].as_array().into_iter().flatten().enumerate() {
            let here = format!("{at}/{name}/{index}");
            if of == key.kind && item["id"] == *key.id {
                return Some(here);
            }
            if let Some(found) = find(item, &here, of, key) {
                return Some(found);
            }
        }
    }
    None
}

fn item(list: &Json, key: &[String], nth: usize, kind: Option<Kind>) -> Option<usize> {
    let fields = match kind.map(|kind| kind.spec().identity) {
        Some(Identity::Key(fields)) => fields,
        _ => &[],
    };
    let text = |value: &Json| value.as_str().unwrap_or_default().to_owned();
    let key_of = |item: &Json| match item {
        Json::Object(_) => fields.iter().map(|name| text(&item[name])).collect(),
        _ => vec![text(item)],
    };
    let items = list.as_array()?.iter().enumerate();
    items
        .filter(|(_, item)| key_of(item) == key)
        .nth(nth)
        .map(|(index, _)| index)
}

fn index_of(json: &Json, list: &str, slot: &Slot) -> usize {
    match slot {
        Slot::First => 0,
        Slot::Last => json.pointer(list).unwrap().as_array().unwrap().len(),
        Slot::After(place) => {
            let at = pointer(json, place);
            let index = at.strip_prefix(list).unwrap().trim_start_matches('/');
            index.parse::<usize>().unwrap() + 1
        }
    }
}

/// The item stands in this list, before this index.
fn is_earlier(item: &str, list: &str, index: usize) -> bool {
    let own = item
        .strip_prefix(list)
        .and_then(|rest| rest.strip_prefix('/'));
    own.and_then(|own| own.parse::<usize>().ok())
        .is_some_and(|own| own < index)
}

fn take(json: &mut Json, place: &Place) -> Option<Json> {
    let at = pointer(json, place);
    let (list, index) = at.rsplit_once('/')?;
    let list = json.pointer_mut(list)?.as_array_mut()?;
    Some(list.remove(index.parse().ok()?))
}

/// Makes both values equal at the deepest place that both have on this way.
fn mask(old: &mut Json, new: &mut Json, mut at: String) {
    while new.pointer(&at).is_none() {
        at.truncate(at.rfind('/').unwrap());
    }
    for json in [old, new] {
        *json.pointer_mut(&at).unwrap() = Json::Null;
    }
}

/// Gives an element its new id, and all that refers to it.
fn rename(json: &mut Json, kind: Kind, element: &ElementKey, to: &str) {
    let shared = element.kind.spec().identity == Identity::Shared;
    let refers = |of: Type| match of {
        Type::Id => kind == element.kind,
        Type::Reference(to) | Type::References(to) | Type::Loose(to) => to == element.kind,
        Type::AnyReference => shared,
        _ => false,
    };
    for field in kind.spec().fields {
        let Some(value) = json.get_mut(field.name) else {
            continue;
        };
        match field.of {
            Type::Record(inner) if !value.is_null() => rename(value, inner, element, to),
            Type::Records(inner) | Type::Elements(inner) => {
                let items = value.as_array_mut().into_iter().flatten();
                items.for_each(|item| rename(item, inner, element, to));
            }
            of if refers(of) => replace(value, &element.id, to),
            _ => {}
        }
    }
}

fn replace(value: &mut Json, from: &str, to: &str) {
    match value {
        Json::Array(items) => items.iter_mut().for_each(|item| replace(item, from, to)),
        Json::String(text) if text == from => *text = to.to_owned(),
        _ => {}
    }
}
