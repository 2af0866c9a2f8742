//! Elements that got another id and are otherwise the same: what is told of them, and of what
//! refers to them, is the id alone. Knows no words.

use std::collections::HashMap;

use super::own::{Own, Way, alike};
use super::{Difference, children, home};
use crate::journey::Parsed;
use crate::journey::fields::{Kind, Type};
use crate::journey::place::{ElementKey, Place, Step};
use crate::ron_text::Node;

/// Elements of the new version by those of the old one, where the id changed.
#[derive(Default)]
pub(super) struct Renamed {
    former: HashMap<ElementKey, ElementKey>,
    later: HashMap<ElementKey, ElementKey>,
}

impl Renamed {
    /// Elements of one version alone that are in the same list and say the same.
    pub(super) fn between(old: &Parsed, new: &Parsed) -> Renamed {
        let mut come: HashMap<_, Vec<&ElementKey>> = HashMap::new();
        for key in only_in(new, old) {
            come.entry(label(new, key)).or_default().push(key);
        }
        let mut renamed = Renamed::default();
        for from in only_in(old, new) {
            let alike = come.get_mut(&label(old, from));
            let alike = alike.filter(|keys| keys.len() == 1 && is_same(old, from, new, keys[0]));
            if let Some(to) = alike.and_then(Vec::pop) {
                renamed.former.insert(to.clone(), from.clone());
                renamed.later.insert(from.clone(), to.clone());
            }
        }
        renamed
    }

    /// What an element of the new version was called in the old one.
    pub(super) fn former<'k>(&'k self, key: &'k ElementKey) -> &'k ElementKey {
        self.former.get(key).unwrap_or(key)
    }

    /// The element of the old version is called otherwise now.
    pub(super) fn is_former(&self, key: &ElementKey) -> bool {
        self.later.contains_key(key)
    }

    /// The difference is that a reference follows to a new id.
    pub(super) fn explains(&self, old: &Parsed, new: &Parsed, difference: &Difference) -> bool {
        let ends = match difference {
            Difference::Fact(place) => (place, place),
            Difference::Reworded { from, to } => (from, to),
            _ => return false,
        };
        let (from, to) = (id_at(old, ends.0), id_at(new, ends.1));
        let follows = |(from_key, to_key): (&ElementKey, &ElementKey)| {
            from.as_deref() == Some(&from_key.id) && to.as_deref() == Some(&to_key.id)
        };
        is_reference(new, ends.1) && self.later.iter().any(follows)
    }
}

/// Elements of a version that the other does not have.
fn only_in<'v>(version: &'v Parsed, other: &Parsed) -> impl Iterator<Item = &'v ElementKey> {
    let keys = version.index.elements().map(|(key, _)| key);
    keys.filter(|key| other.index.node(key).is_none())
}

/// What an element is called beside its id: a cheap way to those that may be the same.
fn label<'v>(version: &'v Parsed, key: &ElementKey) -> (Kind, Option<&'v str>) {
    let node = version.index.node(key).map(|id| version.tree.node(id));
    let fields = ["name", "title", "text", "metric", "delivers"];
    let field = node.and_then(|node| fields.into_iter().find_map(|name| node.field(name)));
    (key.kind, field.map(Node::raw))
}

fn is_same(old: &Parsed, from: &ElementKey, new: &Parsed, to: &ElementKey) -> bool {
    let (before, after) = (Own::of(old, Some(from)), Own::of(new, Some(to)));
    let id = [Step::Field("id".to_owned())];
    let same = |(way, node): (&Way, _)| *way == id || alike(Some(node), after.fact(way));
    let facts = before.facts().count() == after.facts().count() && before.facts().all(same);
    let keys = |version, key| children(version, Some(key)).into_iter().flat_map(|it| it.1);
    facts && keys(old, from).eq(keys(new, to)) && home(old, from) == home(new, to)
}

fn id_at(version: &Parsed, place: &Place) -> Option<String> {
    let node = version.index.locate(&version.tree, place)?.inner()?;
    node.text().map(String::from)
}

/// A reference, or one of a list of them, stands here.
fn is_reference(version: &Parsed, place: &Place) -> bool {
    let list = place.up().and_then(|list| version.field_of(&list));
    let field = version.field_of(place).or(list);
    field.is_some_and(|field| {
        matches!(
            field.of,
            Type::Reference(_) | Type::References(_) | Type::AnyReference | Type::Loose(_)
        )
    })
}
