//! From an `Edit` to text: the change, and the file read again after it. The text that comes
//! out must mean what the edit says, or nothing changes. Pure.

use crate::sort;
use std::cell::OnceCell;
use std::collections::BTreeMap;

use crate::journey::check::anchor;
use crate::journey::comments::own_comments;
use crate::journey::fields::{Kind, Type};
use crate::journey::id::is_slug;
use crate::journey::place::{ElementKey, Place};
use crate::journey::references::references_to;
use crate::journey::shape::{self, canonical};
use crate::journey::{Context, Parsed, read, read_bytes, read_tree, structure};
use crate::ron_text::{
    self, CommentSpot, EditError, Node, NodeKind, SyntaxErrorKind, TextEdit, Tree, quote,
};

use super::edit::{Edit, Slot};
use super::value::{Part, Value, path};

/// A planned edit: the text edit, and what the text after it says.
pub struct Outcome {
    /// From the old text to the new one.
    pub change: TextEdit,
    /// The new text, read.
    pub parsed: Parsed,
}

/// Why an edit cannot be.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum PlanError {
    /// The file cannot be read as a journey, so it is read-only.
    #[error("the file cannot be read as a journey")]
    Unreadable,
    /// There is nothing at this place (any more).
    #[error("nothing stands at {0:?}")]
    NoSuchPlace(Place),
    /// The element shares its id with another one.
    #[error("{0:?} shares its id with another element")]
    Locked(ElementKey),
    /// The value is no RON.
    #[error("the value is no RON: {0:?}")]
    BadValue(SyntaxErrorKind),
    /// The new id is no slug.
    #[error("{0:?} is no id")]
    NotASlug(String),
    /// Another element has the new id.
    #[error("the id {0:?} is taken")]
    IdTaken(String),
    /// The text cannot be changed so without loss.
    #[error(transparent)]
    Text(#[from] EditError),
    /// The text after the edit would not say what was meant; nothing was changed.
    #[error("the text would not say what was meant")]
    NotAsMeant,
}

/// Plans an edit. `is_canonical` holds whether the text is in canonical form, once that had to be
/// found out; if it is, it stays so.
///
/// # Errors
/// Any [`PlanError`]; the document stays as it is.
pub fn plan(
    parsed: &Parsed,
    edit: &Edit,
    is_canonical: &OnceCell<bool>,
    context: &Context,
) -> Result<Outcome, PlanError> {
    let planner = Planner {
        before: &parsed.tree,
        is_canonical,
        context,
    };
    let after = planner.after(parsed, edit)?;
    let change = TextEdit::between(parsed.tree.text(), after.tree.text());
    Ok(Outcome {
        change,
        parsed: after,
    })
}

struct Planner<'c> {
    /// The text before all steps of the edit.
    before: &'c Tree,
    is_canonical: &'c OnceCell<bool>,
    context: &'c Context,
}

impl Planner<'_> {
    fn after(&self, parsed: &Parsed, edit: &Edit) -> Result<Parsed, PlanError> {
        match edit {
            Edit::Whole(text) => Ok(read(text.clone(), self.context)),
            Edit::Many(edits) => self.each(parsed, edits, Planner::after),
            _ => match in_steps(parsed, edit) {
                Some(steps) => self.each(parsed, &steps, Planner::single),
                None => self.single(parsed, edit),
            },
        }
    }

    /// One edit after the other, each on the text that the one before left.
    fn each(
        &self,
        parsed: &Parsed,
        edits: &[Edit],
        take: impl Fn(&Self, &Parsed, &Edit) -> Result<Parsed, PlanError>,
    ) -> Result<Parsed, PlanError> {
        let mut now: Option<Parsed> = None;
        for edit in edits {
            now = Some(take(self, now.as_ref().unwrap_or(parsed), edit)?);
        }
        Ok(now.unwrap_or_else(|| read_bytes(parsed.tree.to_bytes(), self.context)))
    }

    fn single(&self, parsed: &Parsed, edit: &Edit) -> Result<Parsed, PlanError> {
        if parsed.is_unreadable() {
            return Err(PlanError::Unreadable);
        }
        unlocked(parsed, edit)?;
        let draft = draft(parsed, edit)?;
        let text = ron_text::apply(parsed.tree.text(), &draft.change);
        let after = read_tree(self.laid_out(Tree::read(text)), self.context);
        let means = after.tree.root().and_then(Value::of);
        let meant = meaning(parsed).and_then(|meaning| draft.meant.of(meaning))?;
        match means == Some(meant) && !after.is_unreadable() {
            true => Ok(after),
            false => Err(PlanError::NotAsMeant),
        }
    }
}

impl Planner<'_> {
    /// The text after an edit, in canonical form if the text before was. Nearly always it is so
    /// already, and then nobody needs to know of the text before.
    fn laid_out(&self, after: Tree) -> Tree {
        if self.is_canonical.get() == Some(&false) {
            return after;
        }
        let form = canonical(&after);
        match form != after.text() && self.was_canonical() {
            true => Tree::read(form),
            false => after,
        }
    }

    fn was_canonical(&self) -> bool {
        let found_out = || canonical(self.before) == self.before.text();
        *self.is_canonical.get_or_init(found_out)
    }
}

/// An edit that needs a list first, leaves an empty one behind, or changes a list with comments
/// in it, as several edits.
fn in_steps(parsed: &Parsed, edit: &Edit) -> Option<Vec<Edit>> {
    let (list, source) = match edit {
        Edit::Set {
            place,
            value: Some(value),
        } => return item_by_item(parsed, place, value),
        Edit::Insert { list, .. } => (list, None),
        Edit::Move { item, list, .. } => (list, left_empty(parsed, item, list)),
        _ => return None,
    };
    let missing = parsed
        .index
        .locate(&parsed.tree, list)
        .and_then(Node::inner)
        .is_none();
    if !missing && source.is_none() {
        return None;
    }
    let make = missing.then(|| Edit::value(list.clone(), "[]"));
    let clear = source.map(Edit::clear);
    Some(
        make.into_iter()
            .chain([edit.clone()])
            .chain(clear)
            .collect(),
    )
}

/// Another value for a list of texts that has comments, as the items that come, change places and
/// go: what stays keeps its comments.
fn item_by_item(parsed: &Parsed, list: &Place, value: &str) -> Option<Vec<Edit>> {
    let node = parsed.index.locate(&parsed.tree, list)?.inner()?;
    let first = node.children().next()?;
    if !is_commented(first) && !ron_text::has_comment_beside(first) {
        return None;
    }
    let old = distinct_texts(node)?;
    let tree = Tree::read(value.to_owned());
    let new = distinct_texts(tree.root().filter(|_| tree.error().is_none())?)?;
    let item = |text: &String| list.item(vec![text.clone()], 0);
    let mut now: Vec<&String> = old.iter().filter(|text| new.contains(text)).collect();
    let mut edits = Vec::new();
    for (at, text) in new.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| item(&new[before]));
        let slot = before.map_or(Slot::First, Slot::After);
        let list = list.clone();
        match now.iter().position(|it| *it == text) {
            Some(here) if here == at => continue,
            Some(here) => {
                now.remove(here);
                let item = item(text);
                edits.push(Edit::Move { item, list, slot });
            }
            None => {
                let item = quote(text);
                edits.push(Edit::Insert { list, slot, item });
            }
        }
        now.insert(at, text);
    }
    let gone = old.iter().filter(|text| !new.contains(text));
    edits.extend(gone.map(|text| Edit::Remove { item: item(text) }));
    Some(edits)
}

/// The items of a list that holds nothing but texts, at least one and each once.
fn distinct_texts(list: Node<'_>) -> Option<Vec<String>> {
    let mut texts = Vec::new();
    for item in list.children().filter(|_| list.kind() == NodeKind::List) {
        let text = item.text()?.into_owned();
        if texts.contains(&text) {
            return None;
        }
        texts.push(text);
    }
    (!texts.is_empty()).then_some(texts)
}

/// The list that a move leaves empty, where it may go.
fn left_empty(parsed: &Parsed, item: &Place, to: &Place) -> Option<Place> {
    let node = parsed.index.locate(&parsed.tree, item)?;
    let list = node.parent()?;
    let from = parsed.index.place(list);
    (from != *to && empties(parsed, node)).then_some(from)
}

/// Several edits as one text, each on the text that the ones before it leave, read as seldom as
/// possible. What the text means then is for the caller to judge, and whether elements of two
/// kinds may share an id.
///
/// # Errors
/// Any [`PlanError`].
pub fn draft_all(parsed: Parsed, edits: &[Edit]) -> Result<Parsed, PlanError> {
    let mut now = parsed;
    let mut rest = edits;
    while let Some((first, later)) = rest.split_first() {
        rest = match (first, in_steps(&now, first)) {
            (Edit::Many(edits), _) => {
                now = draft_all(now, edits)?;
                later
            }
            (_, Some(steps)) => {
                for step in steps {
                    let change = draft(&now, &step)?.change;
                    now = changed(&now, &change);
                }
                later
            }
            (_, None) => {
                let (change, taken) = apart(&now, rest)?;
                now = changed(&now, &change);
                &rest[taken..]
            }
        };
    }
    Ok(now)
}

/// As many of these edits as one text takes at once: each is made for the text as it is, and
/// stays clear of those before it. `None` where there is none such; what is left out is for the
/// caller to see in the text that comes out.
pub fn draft_clear(parsed: &Parsed, edits: &[Edit]) -> Option<Parsed> {
    let mut batch = Batch::default();
    for edit in edits {
        batch.add(parsed, edit);
    }
    sort::by_key(&mut batch.all, |edit| edit.range.start);
    (!batch.all.is_empty()).then(|| changed(parsed, &batch.all))
}

/// Text edits that stay clear of one another.
#[derive(Default)]
struct Batch {
    all: Vec<TextEdit>,
    /// Where they are: from start to end.
    taken: BTreeMap<usize, usize>,
    /// The list of the insert that came last, its slot, and which text edit it is.
    last: Option<(Place, Slot, usize)>,
}

impl Batch {
    fn add(&mut self, parsed: &Parsed, edit: &Edit) {
        if let Edit::Insert { list, slot, item } = edit
            && is_to_come(parsed, slot)
        {
            return self.follow(parsed, list, item);
        }
        let steps = in_steps(parsed, edit);
        let edit = match steps.as_ref().and_then(|steps| steps.first()) {
            // The list comes now, what comes into it when it is there.
            Some(first @ Edit::Set { .. }) => first,
            Some(_) => return,
            None => edit,
        };
        let Ok(draft) = draft(parsed, edit) else {
            return;
        };
        if self.is_clear(&draft.change) {
            if let Edit::Insert { list, slot, .. } = edit {
                self.last = Some((list.clone(), slot.clone(), self.all.len()));
            }
            self.take(draft.change);
        }
    }

    /// An item goes behind the one that has just come into the same list.
    fn follow(&mut self, parsed: &Parsed, list: &Place, item: &str) {
        let Some((_, slot, at)) = self.last.as_ref().filter(|(last, ..)| last == list) else {
            return;
        };
        let Ok(draft) = insert(parsed, list, slot, item) else {
            return;
        };
        match (&draft.change[..], self.all.get_mut(*at)) {
            // A comma that the text lacks would come behind the comment of the one before.
            ([new], Some(last))
                if new.range.is_empty()
                    && new.range == last.range
                    && !new.text.trim_start().starts_with(',') =>
            {
                last.text.push_str(&new.text);
            }
            _ => self.last = None,
        }
    }

    fn take(&mut self, change: Vec<TextEdit>) {
        for edit in change {
            let end = self.taken.entry(edit.range.start).or_default();
            *end = edit.range.end.max(*end);
            self.all.push(edit);
        }
    }

    fn is_clear(&self, change: &[TextEdit]) -> bool {
        let meets = |edit: &TextEdit| {
            let before = self.taken.range(..=edit.range.end).next_back();
            before.is_some_and(|(_, end)| *end >= edit.range.start)
        };
        !change.iter().any(meets)
    }
}

/// The slot is behind something that is not there yet.
fn is_to_come(parsed: &Parsed, slot: &Slot) -> bool {
    match slot {
        Slot::After(place) => parsed.index.locate(&parsed.tree, place).is_none(),
        _ => false,
    }
}

fn changed(parsed: &Parsed, change: &[TextEdit]) -> Parsed {
    structure(Tree::read(ron_text::apply(parsed.tree.text(), change)))
}

/// The text edits of as many edits, from the first on, as stay clear of one another.
fn apart(parsed: &Parsed, edits: &[Edit]) -> Result<(Vec<TextEdit>, usize), PlanError> {
    let mut all: Vec<TextEdit> = Vec::new();
    for (taken, edit) in edits.iter().enumerate() {
        let is_first = taken == 0;
        let waits = matches!(edit, Edit::Many(_)) || in_steps(parsed, edit).is_some();
        if !is_first && waits {
            return Ok((all, taken));
        }
        match draft(parsed, edit) {
            Err(error) if is_first => return Err(error),
            Ok(draft) if is_first || !touch(&all, &draft.change) => {
                all.extend(draft.change);
                sort::by_key(&mut all, |edit| edit.range.start);
            }
            _ => return Ok((all, taken)),
        }
    }
    Ok((all, edits.len()))
}

/// Some of the new edits meet one of the others, so that their order matters.
fn touch(edits: &[TextEdit], new: &[TextEdit]) -> bool {
    let meets = |one: &TextEdit, other: &TextEdit| {
        one.range.start <= other.range.end && other.range.start <= one.range.end
    };
    new.iter()
        .any(|new| edits.iter().any(|edit| meets(edit, new)))
}

/// The text edits of one edit, and what it means.
struct Draft<'t> {
    change: Vec<TextEdit>,
    meant: Meant<'t>,
}

/// What an edit does to the meaning of a text.
enum Meant<'t> {
    Nothing,
    /// What stands at this node is another value.
    Set(Node<'t>, Value<'static>),
    /// The record gets a field.
    Field(Node<'t>, String, Value<'static>),
    Take(Node<'t>),
    /// The list gets an item at this index.
    Put(Node<'t>, usize, Value<'static>),
    /// The item goes to this index of the list.
    Move(Node<'t>, Node<'t>, usize),
    All(Vec<Meant<'t>>),
}

impl<'t> Meant<'t> {
    /// The meaning after the edit, from that before it.
    fn of(self, mut meaning: Value<'t>) -> Result<Value<'t>, PlanError> {
        let done = self.change(&mut meaning);
        done.map(|()| meaning).ok_or(PlanError::NotAsMeant)
    }

    fn change(self, meaning: &mut Value<'t>) -> Option<()> {
        match self {
            Meant::Nothing => {}
            Meant::Set(node, value) => *meaning.make(&path(node))? = value,
            Meant::Field(record, name, value) => {
                let mut way: Vec<Part<'_>> = path(record);
                way.push(Part::Field(&name));
                *meaning.make(&way)? = value;
            }
            // What is `None` was nothing before.
            Meant::Take(node) => _ = meaning.take(&path(node)),
            Meant::Put(list, index, value) => put(meaning, list, index, value)?,
            Meant::Move(item, list, index) => {
                let taken = meaning.take(&path(item))?;
                put(meaning, list, index, taken)?;
            }
            Meant::All(all) => return all.into_iter().try_for_each(|one| one.change(meaning)),
        }
        Some(())
    }
}

fn draft<'t>(parsed: &'t Parsed, edit: &Edit) -> Result<Draft<'t>, PlanError> {
    match edit {
        Edit::Set {
            place,
            value: Some(value),
        } => set(parsed, place, value),
        Edit::Set {
            place: item,
            value: None,
        }
        | Edit::Remove { item } => remove(parsed, item),
        Edit::Insert { list, slot, item } => insert(parsed, list, slot, item),
        Edit::Move { item, list, slot } => relocate(parsed, item, list, slot),
        Edit::ChangeId { element, to } => change_id(parsed, element, to),
        Edit::Comment { at, spot, comments } => comment(parsed, at, *spot, comments),
        Edit::Uncomment { element, comment } => uncomment(parsed, element.as_ref(), comment),
        Edit::Many(_) | Edit::Whole(_) => Err(PlanError::NotAsMeant),
    }
}

fn comment<'t>(
    parsed: &'t Parsed,
    at: &Place,
    spot: CommentSpot,
    comments: &[String],
) -> Result<Draft<'t>, PlanError> {
    let item = match spot {
        CommentSpot::End => node(parsed, at)?.inner(),
        _ => Some(node(parsed, at)?),
    };
    let item = item.ok_or_else(|| PlanError::NoSuchPlace(at.clone()))?;
    Ok(Draft {
        change: ron_text::comment(item, spot, comments)?,
        meant: Meant::Nothing,
    })
}

fn uncomment<'t>(
    parsed: &'t Parsed,
    element: Option<&ElementKey>,
    comment: &str,
) -> Result<Draft<'t>, PlanError> {
    let tree = &parsed.tree;
    let own = own_comments(tree, &parsed.index, element);
    let mut own = own.into_iter();
    let range = own.find(|range| &tree.text()[range.clone()] == comment);
    let element = element.cloned().map_or_else(Place::root, Place::of);
    let range = range.ok_or(PlanError::NoSuchPlace(element))?;
    Ok(Draft {
        change: ron_text::uncomment(tree, &range),
        meant: Meant::Nothing,
    })
}

fn meaning(parsed: &Parsed) -> Result<Value<'_>, PlanError> {
    parsed
        .tree
        .root()
        .and_then(Value::of)
        .ok_or(PlanError::Unreadable)
}

/// What a value means in this text, where extensions of the grammar may be on.
fn fragment_meaning(text: &str, of: &Tree) -> Result<Value<'static>, PlanError> {
    let tree = Tree::read(format!("{}{text}", of.needed_extension()));
    if let Some(error) = tree.error() {
        return Err(PlanError::BadValue(error.kind.clone()));
    }
    let value = tree.root().and_then(Value::of).map(Value::into_owned);
    Ok(value.unwrap_or(Value::Plain("None".into())))
}

fn node<'t>(parsed: &'t Parsed, place: &Place) -> Result<Node<'t>, PlanError> {
    parsed
        .index
        .locate(&parsed.tree, place)
        .ok_or_else(|| PlanError::NoSuchPlace(place.clone()))
}

/// Elements that share an id wait until one of them gets a new one.
fn unlocked(parsed: &Parsed, edit: &Edit) -> Result<(), PlanError> {
    let (places, slot): (Vec<&Place>, Option<&Slot>) = match edit {
        Edit::Set { place, .. } => (vec![place], None),
        Edit::Remove { item } => (vec![item], None),
        Edit::Insert { list, slot, .. } => (vec![list], Some(slot)),
        Edit::Move { item, list, slot } => (vec![item, list], Some(slot)),
        Edit::Comment { at, .. } => (vec![at], None),
        _ => (Vec::new(), None),
    };
    let after = slot.and_then(|slot| match slot {
        Slot::After(place) => Some(place),
        _ => None,
    });
    let elements = places.into_iter().chain(after);
    let mut elements = elements.filter_map(|place| place.element.as_ref());
    match elements.find(|element| parsed.index.namesakes(element) > 1) {
        Some(element) => Err(PlanError::Locked(element.clone())),
        None => Ok(()),
    }
}

fn set<'t>(parsed: &'t Parsed, place: &Place, value: &str) -> Result<Draft<'t>, PlanError> {
    if means_default(parsed, place, value)
        && let Some(old) = parsed.index.locate(&parsed.tree, place)
        && !is_commented(old)
    {
        return removal(parsed, old);
    }
    let new = fragment_meaning(value, &parsed.tree)?;
    let value = laid_out(parsed, place, value);
    match parsed.index.locate(&parsed.tree, place) {
        Some(old) => {
            let change = match old.inner() {
                Some(inner) => ron_text::set(inner, &value),
                None => ron_text::set(old, &shape::optional_value(parsed, place, &value)),
            };
            let meant = Meant::Set(old, new);
            Ok(Draft { change, meant })
        }
        None => new_field(parsed, place, &value, new),
    }
}

fn means_default(parsed: &Parsed, place: &Place, value: &str) -> bool {
    let root = parsed.index.root_kind().unwrap_or(Kind::Journey);
    let default = place.table_field(root).and_then(|(_, field)| field.default);
    default.is_some_and(|default| {
        let meaning = |text| fragment_meaning(text, &parsed.tree);
        meaning(default).is_ok_and(|default| meaning(value) == Ok(default))
    })
}

/// A field that is not there yet, in a record that may not be there either.
fn new_field<'t>(
    parsed: &'t Parsed,
    place: &Place,
    value: &str,
    new: Value<'static>,
) -> Result<Draft<'t>, PlanError> {
    let missing = || PlanError::NoSuchPlace(place.clone());
    let (owner, name) = place.up().zip(place.last_field()).ok_or_else(missing)?;
    let Some(record) = parsed
        .index
        .locate(&parsed.tree, &owner)
        .and_then(Node::inner)
    else {
        return set(parsed, &owner, &format!("({name}: {value})"));
    };
    if record.kind() != NodeKind::Struct {
        return Err(missing());
    }
    let value = shape::optional_value(parsed, place, value);
    let change = ron_text::insert_field(record, name, &value, &shape::order(parsed, &owner))?;
    let meant = Meant::Field(record, name.to_owned(), new);
    Ok(Draft { change, meant })
}

fn remove<'t>(parsed: &'t Parsed, item: &Place) -> Result<Draft<'t>, PlanError> {
    removal(parsed, node(parsed, item)?)
}

/// The item goes, and with it each list and record that it would leave empty.
fn removal<'t>(parsed: &'t Parsed, item: Node<'t>) -> Result<Draft<'t>, PlanError> {
    let mut goes = item;
    while let Some(parent) = goes.parent().filter(|_| empties(parsed, goes)) {
        goes = parent;
    }
    Ok(Draft {
        change: ron_text::remove(goes),
        meant: Meant::Take(goes),
    })
}

/// The container of this item holds nothing else, need not be there, and has no comment in it or
/// beside it that the author would miss.
fn empties(parsed: &Parsed, item: Node<'_>) -> bool {
    let Some(container) = item.parent() else {
        return false;
    };
    let root = parsed.index.root_kind().unwrap_or(Kind::Journey);
    let field = parsed.index.place(container).table_field(root);
    let may_go = field.is_some_and(|(_, field)| {
        !field.required && (field.is_list() || matches!(field.of, Type::Record(_)))
    });
    let option = container.parent().filter(|it| it.name() == Some("Some"));
    may_go
        && container.children().count() == 1
        && !ron_text::has_comment_beside(item)
        && !is_commented(option.unwrap_or(container))
}

/// The author has written a comment on this field.
fn is_commented(field: Node<'_>) -> bool {
    !ron_text::leading_comments(field).is_empty() || ron_text::trailing_comment(field).is_some()
}

fn insert<'t>(
    parsed: &'t Parsed,
    list: &Place,
    slot: &Slot,
    item: &str,
) -> Result<Draft<'t>, PlanError> {
    let target = list_node(parsed, list)?;
    let index = index_of(parsed, target, slot, None)?;
    let meant = Meant::Put(target, index, fragment_meaning(item, &parsed.tree)?);
    let item = laid_out_item(parsed, list, item);
    let change = ron_text::insert(target, index, &item, shape::is_open(parsed, list))?;
    Ok(Draft { change, meant })
}

fn relocate<'t>(
    parsed: &'t Parsed,
    item: &Place,
    list: &Place,
    slot: &Slot,
) -> Result<Draft<'t>, PlanError> {
    let moved = node(parsed, item)?;
    let target = list_node(parsed, list)?;
    let index = index_of(parsed, target, slot, Some(moved))?;
    let change = ron_text::move_item(moved, target, index, shape::is_open(parsed, list))?;
    let meant = Meant::Move(moved, target, index);
    Ok(Draft { change, meant })
}

fn list_node<'t>(parsed: &'t Parsed, list: &Place) -> Result<Node<'t>, PlanError> {
    let inner = node(parsed, list)?
        .inner()
        .filter(|list| list.kind() == NodeKind::List);
    inner.ok_or_else(|| PlanError::NoSuchPlace(list.clone()))
}

fn put<'t>(meaning: &mut Value<'t>, list: Node<'t>, index: usize, item: Value<'t>) -> Option<()> {
    match meaning.make(&path(list))? {
        Value::List(items) if index <= items.len() => {
            items.insert(index, item);
            Some(())
        }
        _ => None,
    }
}

/// The position that a slot means, counted without the item that moves.
fn index_of(
    parsed: &Parsed,
    list: Node<'_>,
    slot: &Slot,
    moved: Option<Node<'_>>,
) -> Result<usize, PlanError> {
    let stays = |node: &Node<'_>| moved.is_none_or(|moved| moved.id() != node.id());
    match slot {
        Slot::First => Ok(0),
        Slot::Last => Ok(list.children().filter(stays).count()),
        Slot::After(place) => {
            let after = node(parsed, place)?;
            let found = list
                .children()
                .filter(stays)
                .position(|item| item.id() == after.id());
            found
                .map(|at| at + 1)
                .ok_or_else(|| PlanError::NoSuchPlace(place.clone()))
        }
    }
}

fn change_id<'t>(
    parsed: &'t Parsed,
    element: &ElementKey,
    to: &str,
) -> Result<Draft<'t>, PlanError> {
    free_slug(parsed, element, to)?;
    let missing = || PlanError::NoSuchPlace(Place::of(element.clone()));
    let node = parsed
        .tree
        .node(parsed.index.node(element).ok_or_else(missing)?);
    let new = || Value::Text(to.to_owned().into());
    let Some(id) = node.field("id") else {
        return Ok(Draft {
            change: ron_text::insert_field(node, "id", &quote(to), &[])?,
            meant: Meant::Field(node, "id".to_owned(), new()),
        });
    };
    let unique = parsed.index.namesakes(element) == 1 && !element.id.is_empty();
    let follow = if unique {
        references_to(parsed, element)
    } else {
        Vec::new()
    };
    let mut change = Vec::new();
    let mut meant = Vec::new();
    for node in [id].into_iter().chain(follow) {
        meant.push(Meant::Set(node, new()));
        change.extend(ron_text::set(node.inner().unwrap_or(node), &quote(to)));
    }
    change.extend(anchor_edit(parsed, node, &element.id, to));
    sort::by_key(&mut change, |edit| edit.range.start);
    let meant = Meant::All(meant);
    Ok(Draft { change, meant })
}

fn free_slug(parsed: &Parsed, element: &ElementKey, to: &str) -> Result<(), PlanError> {
    if !is_slug(to) {
        return Err(PlanError::NotASlug(to.to_owned()));
    }
    let wanted = ElementKey::new(element.kind, to);
    match to != element.id && parsed.index.namesakes(&wanted) > 0 {
        true => Err(PlanError::IdTaken(to.to_owned())),
        false => Ok(()),
    }
}

/// The anchor of an element follows its id.
fn anchor_edit(parsed: &Parsed, node: Node<'_>, from: &str, to: &str) -> Option<TextEdit> {
    let (range, _) = anchor(&parsed.tree, node).filter(|(_, id)| *id == from)?;
    Some(TextEdit {
        range,
        text: format!("// ^{to}"),
    })
}

/// A value of more than a scalar in canonical layout.
fn laid_out(parsed: &Parsed, place: &Place, value: &str) -> String {
    shape::fragment(parsed, place, value)
}

/// A new item in canonical layout; one that comes with its own lines keeps them.
fn laid_out_item(parsed: &Parsed, list: &Place, item: &str) -> String {
    match item.contains('\n') {
        true => shape::in_style(parsed, list, item),
        false => shape::fragment(parsed, list, item),
    }
}
