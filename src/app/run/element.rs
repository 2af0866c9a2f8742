//! Commands on the element under the cursor, or on those marked: the same on every screen.

use super::dialogs;
use crate::app::edits::Asked;
use crate::app::effect::Effect;
use crate::app::map::Row;
use crate::app::{App, Screen};
use crate::document::edit::{Edit, Slot};
use crate::i18n as w;
use crate::journey::fields::{Kind, Type};
use crate::journey::place::{ElementKey, Place};
use crate::ron_text::Node;
use crate::text::TextField;

impl App {
    /// The touchpoints at the cursor, or among what is marked.
    fn touchpoints_here(&self) -> Vec<ElementKey> {
        let targets = match self.behind {
            Screen::Map => self.column_element(self.map.column).into_iter().collect(),
            _ => self.targets(),
        };
        let touchpoints = targets.into_iter();
        touchpoints
            .filter(|it| it.kind == Kind::Touchpoint)
            .collect()
    }

    /// The cursor stands on touchpoints, not above them on the band of their stage.
    pub fn is_on_touchpoint(&self) -> bool {
        let is_on_band = self.behind == Screen::Map && self.map.row == Row::Stage;
        !is_on_band && !self.touchpoints_here().is_empty()
    }

    /// The touchpoints that a command is for, or a word of why there are none.
    fn target_touchpoints(&mut self) -> Vec<ElementKey> {
        let touchpoints = self.touchpoints_here();
        if touchpoints.is_empty() {
            self.refuse(w::no_touchpoint_here(self.lang));
        }
        touchpoints
    }

    /// The node of an element.
    fn node_of(&self, element: &ElementKey) -> Option<Node<'_>> {
        let parsed = &self.document.parsed;
        Some(parsed.tree.node(parsed.index.node(element)?))
    }

    /// The nearest element of this kind around an element, itself included.
    fn around(&self, element: &ElementKey, kind: Kind) -> Option<ElementKey> {
        let parsed = &self.document.parsed;
        let up = std::iter::successors(self.node_of(element), |node| node.parent());
        up.filter_map(|node| parsed.index.key(node.id()))
            .find(|key| key.kind == kind)
            .cloned()
    }
}

/// The list that an element stands in, and the slot right after or before it.
pub fn beside(app: &App, element: &ElementKey, after: bool) -> Option<(Place, Slot)> {
    let parsed = &app.document.parsed;
    let node = app.node_of(element)?;
    let list = parsed.index.place(node.parent()?);
    let here = Slot::After(Place::of(element.clone()));
    let slot = match (after, node.prev()) {
        (true, _) => here,
        (false, Some(before)) => Slot::After(parsed.index.place(before)),
        (false, None) => Slot::First,
    };
    Some((list, slot))
}

/// Where an element of this kind goes when it is put at the cursor: into the list there, beside
/// an element of its kind, into the list of the element there, else into the file's own list.
pub fn slot_for(app: &App, kind: Kind) -> Option<(Place, Slot)> {
    let on_list = app.entry().filter(|_| app.behind.is_list());
    if let Some(list) = on_list.filter(|place| is_list_of(app, place, kind)) {
        return Some((list, Slot::Last));
    }
    let here = app.here();
    let namesake = here.as_ref().and_then(|here| app.around(here, kind));
    if let Some(namesake) = namesake {
        return beside(app, &namesake, true);
    }
    let owners = here.map(Place::of).into_iter().chain([Place::root()]);
    let mut lists = owners.filter_map(|owner| list_for(app, kind, &owner));
    lists.next().map(|list| (list, Slot::Last))
}

/// The list for elements of this kind at a place: the place itself, or a field of what stands
/// there.
pub fn list_for(app: &App, kind: Kind, place: &Place) -> Option<Place> {
    if is_list_of(app, place, kind) {
        return Some(place.clone());
    }
    let parsed = &app.document.parsed;
    let owner = parsed.index.kind_at(&parsed.tree, place)?;
    let mut fields = owner.spec().fields.iter();
    let field = fields.find(|field| holds(field.of, kind))?;
    Some(place.field(field.name))
}

fn is_list_of(app: &App, place: &Place, kind: Kind) -> bool {
    app.field_of(place)
        .is_some_and(|field| holds(field.of, kind))
}

fn holds(of: Type, kind: Kind) -> bool {
    matches!(of, Type::Elements(inner) if inner == kind)
}

/// Asks for the name of a new element.
pub fn ask_name(app: &mut App, kind: Kind, list: Place, slot: Slot) {
    let title = w::new_of(app.lang, kind.word(app.lang));
    let hint = w::name_hint(app.lang).to_owned();
    let asked = Asked::NewElement { kind, list, slot };
    dialogs::ask(app, title, hint, TextField::single_line(""), asked);
}

/// Duplicates the element under the cursor.
pub fn duplicate(app: &mut App) -> Vec<Effect> {
    let Some(element) = app.here() else {
        return Vec::new();
    };
    let copy = app.copy_of(&element);
    let Some(((item, id), (list, slot))) = copy.zip(beside(app, &element, true)) else {
        return Vec::new();
    };
    let after = app.cursor().on(ElementKey::new(element.kind, id));
    if app.edit_and_go(&Edit::Insert { list, slot, item }, after) {
        app.done(w::duplicated(app.lang));
    }
    Vec::new()
}

/// Copies the element under the cursor, or those that are marked.
pub fn copy(app: &mut App) -> Vec<Effect> {
    let targets = app.targets();
    copy_elements(app, &targets)
}

/// Copies elements, for pasting here and elsewhere.
pub fn copy_elements(app: &mut App, elements: &[ElementKey]) -> Vec<Effect> {
    let Some(clip) = app.clip_of(elements) else {
        return Vec::new();
    };
    let text = clip.text();
    app.clip = Some(clip);
    app.clip_text = None;
    app.done(w::copied(app.lang));
    vec![Effect::Copy(text)]
}

/// Moves the element under the cursor one place on, across stages too.
pub fn move_later(app: &mut App) -> Vec<Effect> {
    shift(app, true)
}

/// Moves the element under the cursor one place back, across stages too.
pub fn move_earlier(app: &mut App) -> Vec<Effect> {
    shift(app, false)
}

fn shift(app: &mut App, later: bool) -> Vec<Effect> {
    let targets = app.targets();
    let edits = match targets.as_slice() {
        [one] => further(app, one, later).into_iter().collect(),
        several => together(app, several, later),
    };
    match edits.is_empty() {
        true => app.refuse(w::no_further(app.lang)),
        false => _ = app.edit(&Edit::Many(edits)),
    }
    Vec::new()
}

/// One element one place on; from the end of its stage into the next one.
fn further(app: &App, element: &ElementKey, later: bool) -> Option<Edit> {
    let index = &app.document.parsed.index;
    let node = app.node_of(element)?;
    let list = index.place(node.parent()?);
    let within = match later {
        true => node.next().map(|next| Slot::After(index.place(next))),
        false => node.prev().map(|before| {
            before
                .prev()
                .map_or(Slot::First, |it| Slot::After(index.place(it)))
        }),
    };
    let across = || {
        let stage = app.around(element, Kind::Stage)?;
        (element.kind == Kind::Touchpoint).then(|| end_of_next(app, &stage, later))?
    };
    let (list, slot) = within.map(|slot| (list, slot)).or_else(across)?;
    let item = Place::of(element.clone());
    Some(Edit::Move { item, list, slot })
}

/// The end of the stage next to this one that is nearer to it.
fn end_of_next(app: &App, stage: &ElementKey, later: bool) -> Option<(Place, Slot)> {
    let node = app.node_of(stage)?;
    let next = if later { node.next() } else { node.prev() };
    let list = app.document.parsed.index.place(next?.inner()?);
    let slot = if later { Slot::First } else { Slot::Last };
    Some((list.field("touchpoints"), slot))
}

/// Several elements, each one place on within its list; those at the end stay.
fn together(app: &App, elements: &[ElementKey], later: bool) -> Vec<Edit> {
    let index = &app.document.parsed.index;
    let lists = elements.iter().filter_map(|it| app.node_of(it)?.parent());
    let mut lists: Vec<Node<'_>> = lists.collect();
    lists.dedup_by_key(|list| list.id());
    let mut edits = Vec::new();
    for list in lists {
        let mut order: Vec<Place> = list.children().map(|it| index.place(it)).collect();
        let is_moved = |place: &Place| elements.iter().any(|it| Some(it) == place.element.as_ref());
        let count = order.len();
        for step in 0..count {
            let (at, to) = match later {
                true => (count - 1 - step, count - step),
                false => (step, step.wrapping_sub(1)),
            };
            if to >= count || !is_moved(&order[at]) || is_moved(&order[to]) {
                continue;
            }
            order.swap(at, to);
            let slot = match to.checked_sub(1) {
                Some(before) => Slot::After(order[before].clone()),
                None => Slot::First,
            };
            let (item, list) = (order[to].clone(), index.place(list));
            edits.push(Edit::Move { item, list, slot });
        }
    }
    edits
}

/// Marks a Moment of Truth, asking for its reason; on one that is marked, edits the reason.
pub fn moment(app: &mut App) -> Vec<Effect> {
    let Some(element) = app.target_touchpoints().into_iter().next() else {
        return Vec::new();
    };
    let touchpoint = app.touchpoint_of(&element);
    let reason = touchpoint.and_then(|it| Some(it.moment_of_truth.as_ref()?.reason.clone()));
    let name = touchpoint.map(|it| it.name.clone()).unwrap_or_default();
    let title = w::moment_title(app.lang, &name);
    let hint = w::moment_hint(app.lang, app.people());
    let field = TextField::multi_line(reason.unwrap_or_default());
    let place = Place::of(element).field("moment_of_truth").field("reason");
    dialogs::ask(app, title, hint, field, Asked::Field(place));
    Vec::new()
}

/// One better in emotion.
pub fn emotion_up(app: &mut App) -> Vec<Effect> {
    feel(app, 1)
}

/// One worse in emotion.
pub fn emotion_down(app: &mut App) -> Vec<Effect> {
    feel(app, -1)
}

fn feel(app: &mut App, by: i64) -> Vec<Effect> {
    let targets = app.target_touchpoints();
    let scale = app.journey().scale;
    let next = |element: &ElementKey| {
        let now = app.touchpoint_of(element).and_then(|it| it.emotion);
        let from = now.unwrap_or(scale.middle());
        // No `clamp`: a file may name a lowest emotion above the highest one.
        let next = from.saturating_add(by).min(scale.max).max(scale.min);
        let place = Place::of(element.clone()).field("emotion");
        (now != Some(next)).then(|| Edit::value(place, next))
    };
    let edits: Vec<Edit> = targets.iter().filter_map(next).collect();
    let end = if by > 0 { scale.max } else { scale.min };
    match (edits.is_empty(), targets.is_empty()) {
        (false, _) => _ = app.edit(&Edit::Many(edits)),
        (true, false) => app.refuse(w::end_of_scale(app.lang, &w::whole(end))),
        (true, true) => {}
    }
    Vec::new()
}

/// Rates touchpoints: expectation, experience or importance, 1 to 5.
pub fn rate(app: &mut App, field: &str, rating: i64) -> Vec<Effect> {
    let targets = app.target_touchpoints().into_iter();
    let edits: Vec<Edit> = targets
        .map(|it| Edit::value(Place::of(it).field(field), rating))
        .collect();
    if !edits.is_empty() {
        app.edit(&Edit::Many(edits));
    }
    Vec::new()
}

/// Asks for a note on the element under the cursor.
pub fn note(app: &mut App) -> Vec<Effect> {
    if let Some(element) = app.here() {
        super::notes::ask(app, element, None);
    }
    Vec::new()
}
