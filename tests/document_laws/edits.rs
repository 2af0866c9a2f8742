//! Random edits of a journey, made from the field table.

use serde_json::Value as Json;
use touchline::app::App;
use touchline::document::edit::{Edit, Slot};
use touchline::journey::Parsed;
use touchline::journey::fields::{Field, Kind, Type};
use touchline::journey::place::{ElementKey, Place};
use touchline::ron_text::{Node, NodeKind};

use crate::random::Random;
use crate::values::Maker;

/// The ways to edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Way {
    Set,
    SetItem,
    Clear,
    Insert,
    Remove,
    Move,
    Duplicate,
    ChangeId,
    Many,
}

impl Way {
    pub(crate) const ALL: [Way; 9] = [
        Way::Set,
        Way::SetItem,
        Way::Clear,
        Way::Insert,
        Way::Remove,
        Way::Move,
        Way::Duplicate,
        Way::ChangeId,
        Way::Many,
    ];
}

/// An edit, and the value that the model must have after it where that is simple to say.
#[derive(Debug)]
pub(crate) struct Made {
    pub(crate) way: Way,
    pub(crate) edit: Edit,
    pub(crate) json: Option<Json>,
}

/// An element or record.
struct Spot {
    place: Place,
    kind: Kind,
}

/// A list that is there or could be.
struct List {
    place: Place,
    of: Type,
    items: Vec<Place>,
}

pub(crate) struct Source<'a> {
    pub(crate) random: &'a mut Random,
    pub(crate) count: &'a mut usize,
}

impl Source<'_> {
    /// One edit of this way; `None` where chance chose something that has none.
    pub(crate) fn edit(&mut self, app: &App, way: Way) -> Option<Made> {
        let parsed = &app.document.parsed;
        match way {
            Way::Set => self.set(parsed),
            Way::SetItem => self.set_item(parsed),
            Way::Clear => self.clear(parsed),
            Way::Insert => self.insert(parsed),
            Way::Remove => self.remove(parsed),
            Way::Move => self.relocate(parsed),
            Way::Duplicate => self.duplicate(app),
            Way::ChangeId => self.change_id(parsed),
            Way::Many => None, // made of the others by the run
        }
        .map(|(edit, json)| Made { way, edit, json })
    }

    fn spot(&mut self, parsed: &Parsed) -> Spot {
        let mut spots = spots(parsed);
        spots.swap_remove(self.random.below(spots.len()))
    }

    fn maker<'m>(&'m mut self, parsed: &'m Parsed) -> Maker<'m> {
        Maker {
            random: self.random,
            parsed,
            count: self.count,
        }
    }

    fn set(&mut self, parsed: &Parsed) -> Option<(Edit, Option<Json>)> {
        let spot = self.spot(parsed);
        let fields = spot.kind.spec().fields;
        let field = fields.get(self.random.below(fields.len().max(1)))?;
        if !may_be_set(parsed, &spot, field) {
            return None;
        }
        let value = self.maker(parsed).value(field)?;
        let place = spot.place.field(field.name);
        let edit = Edit::Set {
            place,
            value: Some(value.ron),
        };
        Some((edit, value.json))
    }

    fn set_item(&mut self, parsed: &Parsed) -> Option<(Edit, Option<Json>)> {
        let list = self.list(parsed, |list| {
            list.of == Type::Texts && !list.items.is_empty()
        })?;
        let place = list.items[self.random.below(list.items.len())].clone();
        let value = self.maker(parsed).item(list.of)?;
        let json = ron::from_str::<String>(&value).ok().map(Json::from);
        Some((
            Edit::Set {
                place,
                value: Some(value),
            },
            json,
        ))
    }

    fn clear(&mut self, parsed: &Parsed) -> Option<(Edit, Option<Json>)> {
        let spot = self.spot(parsed);
        let node = parsed.index.locate(&parsed.tree, &spot.place)?;
        let present = |field: &&Field| {
            // The emotions depend on the scale.
            let may_go = !field.required && field.name != "scale";
            may_go && node.field(field.name).is_some()
        };
        let fields: Vec<&Field> = spot.kind.spec().fields.iter().filter(present).collect();
        let field = fields.get(self.random.below(fields.len().max(1)))?;
        Some((Edit::clear(spot.place.field(field.name)), None))
    }

    fn list(&mut self, parsed: &Parsed, fits: impl Fn(&List) -> bool) -> Option<List> {
        let mut lists = lists(parsed);
        lists.retain(|list| fits(list));
        (!lists.is_empty()).then(|| lists.swap_remove(self.random.below(lists.len())))
    }

    fn slot(&mut self, items: &[Place], moved: Option<&Place>) -> Slot {
        let others: Vec<&Place> = items.iter().filter(|item| Some(*item) != moved).collect();
        match self.random.below(4) {
            0 => Slot::First,
            1 => Slot::Last,
            _ if others.is_empty() => Slot::Last,
            _ => Slot::After(others[self.random.below(others.len())].clone()),
        }
    }

    fn insert(&mut self, parsed: &Parsed) -> Option<(Edit, Option<Json>)> {
        let there = self.random.chance(2);
        let list = self.list(parsed, |list| !there || !list.items.is_empty())?;
        let item = self.maker(parsed).item(list.of)?;
        let item = match self.random.below(8) {
            0 => format!("// above, {}\n{item} // behind", self.random.below(100)),
            1 => format!("/* block {} */ {item}", self.random.below(100)),
            _ => item,
        };
        let slot = self.slot(&list.items, None);
        let edit = Edit::Insert {
            list: list.place,
            slot,
            item,
        };
        Some((edit, None))
    }

    fn remove(&mut self, parsed: &Parsed) -> Option<(Edit, Option<Json>)> {
        let list = self.list(parsed, |list| !list.items.is_empty())?;
        let item = list.items[self.random.below(list.items.len())].clone();
        Some((Edit::Remove { item }, None))
    }

    fn relocate(&mut self, parsed: &Parsed) -> Option<(Edit, Option<Json>)> {
        let from = self.list(parsed, |list| !list.items.is_empty())?;
        let item = from.items[self.random.below(from.items.len())].clone();
        let within = self.random.chance(2);
        let to = self.list(parsed, |list| match within {
            true => list.place == from.place,
            false => list.of == from.of,
        })?;
        let slot = self.slot(&to.items, Some(&item));
        let edit = Edit::Move {
            item,
            list: to.place,
            slot,
        };
        Some((edit, None))
    }

    fn element(&mut self, parsed: &Parsed) -> Option<ElementKey> {
        let keys: Vec<&ElementKey> = parsed.index.elements().map(|(key, _)| key).collect();
        (!keys.is_empty()).then(|| keys[self.random.below(keys.len())].clone())
    }

    fn duplicate(&mut self, app: &App) -> Option<(Edit, Option<Json>)> {
        let parsed = &app.document.parsed;
        let element = self.element(parsed)?;
        let node = parsed.tree.node(parsed.index.node(&element)?);
        let (item, _) = app.copy_of(&element)?;
        let edit = Edit::Insert {
            list: parsed.index.place(node.parent()?),
            slot: Slot::After(Place::of(element)),
            item,
        };
        Some((edit, None))
    }

    fn change_id(&mut self, parsed: &Parsed) -> Option<(Edit, Option<Json>)> {
        let element = self.element(parsed)?;
        let to = self.maker(parsed).id();
        Some((Edit::ChangeId { element, to }, None))
    }
}

/// Fields that one edit alone can set without contradicting another field.
fn may_be_set(parsed: &Parsed, spot: &Spot, field: &Field) -> bool {
    let has = |name: &str| {
        let place = spot.place.field(name);
        parsed.index.locate(&parsed.tree, &place).is_some()
    };
    match (spot.kind, field.name) {
        (Kind::Journey, "schema") | (Kind::Scale | Kind::Csat, _) => false,
        (Kind::Target, "at_least") => !has("at_most"),
        (Kind::Target, "at_most") => !has("at_least"),
        // What is in a list goes one by one: each may be referred to.
        (_, name) if field.holds().is_some() && field.is_list() => !has(name),
        _ => field.of != Type::Id,
    }
}

fn spots(parsed: &Parsed) -> Vec<Spot> {
    let root = parsed.tree.root().and_then(Node::inner).unwrap();
    let mut open = vec![(root, parsed.index.root_kind().unwrap())];
    let mut found = Vec::new();
    while let Some((node, kind)) = open.pop() {
        for child in node.children() {
            let field = child.key().and_then(|key| kind.field(key));
            let Some((field, value)) = field.zip(child.inner()) else {
                continue;
            };
            match field.of {
                Type::Record(kind) => open.push((value, kind)),
                Type::Records(kind) | Type::Elements(kind) => {
                    let items = value.children().filter_map(Node::inner);
                    open.extend(items.map(|item| (item, kind)));
                }
                _ => {}
            }
        }
        let place = parsed.index.place(node);
        let found_again = parsed.index.locate(&parsed.tree, &place);
        assert_eq!(
            found_again.and_then(Node::inner).map(Node::id),
            Some(node.id()),
            "{place:?}"
        );
        found.push(Spot { place, kind });
    }
    found
}

fn lists(parsed: &Parsed) -> Vec<List> {
    let mut found = Vec::new();
    for spot in spots(parsed) {
        let fields = spot.kind.spec().fields.iter().filter(|it| it.is_list());
        found.extend(fields.map(|field| {
            let place = spot.place.field(field.name);
            List {
                items: items(parsed, &place),
                place,
                of: field.of,
            }
        }));
    }
    found
}

fn items(parsed: &Parsed, list: &Place) -> Vec<Place> {
    let node = parsed
        .index
        .locate(&parsed.tree, list)
        .and_then(Node::inner);
    let node = node.filter(|node| node.kind() == NodeKind::List);
    let items = node
        .into_iter()
        .flat_map(Node::children)
        .filter_map(Node::inner);
    items.map(|item| parsed.index.place(item)).collect()
}
