//! The order of what is said of one element: as its fields stand in the field table.

use super::{Told, Versions};
use crate::compare::Difference;
use crate::journey::fields::{Field, Kind, Type};
use crate::journey::place::{ElementKey, Place, Step};

/// Where a sentence stands among those of its subject.
type Rank = (usize, Part, usize, Vec<String>, usize);

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Whole,
    Field,
    Comment,
}

/// Element by element as they came; of each what is said of it as a whole, then its fields, then
/// comments.
pub(super) fn in_order(versions: &Versions<'_>, told: &mut [Told]) {
    let elements: Vec<Option<ElementKey>> = told.iter().map(|it| element(&it.difference)).collect();
    let first = |difference: &Difference| {
        let of = element(difference);
        elements.iter().position(|it| *it == of).unwrap_or_default()
    };
    told.sort_by_cached_key(|told| rank(versions, &told.difference, first(&told.difference)));
}

fn element(difference: &Difference) -> Option<ElementKey> {
    match difference {
        Difference::Added(key) | Difference::Removed(key) => Some(key.clone()),
        Difference::Moved { element, .. } => Some(element.clone()),
        Difference::NewId { to, .. } => Some(to.clone()),
        Difference::Reordered { list: place, .. }
        | Difference::Fact(place)
        | Difference::Reworded { to: place, .. } => place.element.clone(),
        Difference::Comment { element, .. } => element.clone(),
    }
}

fn rank(versions: &Versions<'_>, difference: &Difference, element: usize) -> Rank {
    let place = match difference {
        Difference::Reordered { list: place, .. }
        | Difference::Fact(place)
        | Difference::Reworded { to: place, .. } => place,
        Difference::Comment { .. } => return (element, Part::Comment, 0, Vec::new(), 0),
        _ => return (element, Part::Whole, 0, Vec::new(), 0),
    };
    let root = versions.new.parsed.index.root_kind();
    let kind = place.element.as_ref().map(|key| key.kind).or(root);
    let field = field_at(kind, place, 0);
    let records = field.and_then(|(_, field)| match field.of {
        Type::Records(kind) => Some(kind),
        _ => None,
    });
    let key = match place.steps.get(1) {
        // Texts keep the order of the file, records stand in that of their keys.
        Some(Step::Item { key, .. }) if records.is_some() => key.clone(),
        _ => Vec::new(),
    };
    let position = |field: Option<(usize, &Field)>| field.map_or(usize::MAX, |(at, _)| at);
    let inner = position(field_at(records, place, 2));
    (element, Part::Field, position(field), key, inner)
}

/// The field that a step goes into, with its place in the table.
fn field_at(kind: Option<Kind>, place: &Place, at: usize) -> Option<(usize, &'static Field)> {
    let Some(Step::Field(name)) = place.steps.get(at) else {
        return None;
    };
    let mut fields = kind?.spec().fields.iter().enumerate();
    fields.find(|(_, field)| field.name == name)
}
