//! The document beside another version of its file, or beside its twin: what differs from the left
//! to the right, in sentences, and which touchpoints stand beside which. Knows neither drawing nor
//! keys.

use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};

use super::changes::{Against, Compared};
use super::{App, Screen};
use crate::compare::{Difference, NotTaken, aligned, comment_text, differences, items, take_over};
use crate::document::edit::Edit;
use crate::document::plan::draft_all;
use crate::i18n::differences::{Section, Subject, Told, Versions};
use crate::i18n::{self as w, InWords};
use crate::journey::fields::Kind;
use crate::journey::model::{Journey, State};
use crate::journey::place::{ElementKey, Place, Step};
use crate::journey::touchpoints::{self, Placed};
use crate::journey::{Parsed, structure};
use crate::ron_text::{Node, Tree};

/// What the document can be compared with.
#[derive(Debug, Clone, PartialEq)]
pub enum With {
    /// This.
    Known(Against),
    /// A revision that is to be named.
    Revision,
    /// A file that is to be named.
    File,
}

/// The sorts of differences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Only the right has the element.
    New,
    /// Only the left has it.
    Gone,
    /// It stands elsewhere.
    Moved,
    /// Something in it is different.
    Changed,
}

impl Sort {
    /// All of them.
    pub const ALL: [Sort; 4] = [Sort::New, Sort::Gone, Sort::Moved, Sort::Changed];

    /// The sort of a difference.
    pub fn of(difference: &Difference) -> Sort {
        match difference {
            Difference::Added(_) => Sort::New,
            Difference::Removed(_) => Sort::Gone,
            Difference::Moved { .. } | Difference::Reordered { .. } => Sort::Moved,
            _ => Sort::Changed,
        }
    }

    /// Its sign, which means something without colours.
    pub fn sign(self) -> char {
        match self {
            Sort::New => '+',
            Sort::Gone => '−',
            Sort::Moved => '»',
            Sort::Changed => '~',
        }
    }
}

/// What is told of two versions, and for which text of the document.
pub(super) struct Telling {
    text: String,
    sections: Vec<Section>,
}

/// One of the two that are compared.
pub struct Beside<'a> {
    /// It.
    pub parsed: &'a Parsed,
    /// What it is called.
    pub name: String,
    /// It is the document, not the other one.
    pub is_document: bool,
}

/// A touchpoint in the common order of both.
pub struct Column<'a> {
    /// Its key.
    pub key: ElementKey,
    /// It in the left one.
    pub left: Option<Placed<'a>>,
    /// It in the right one.
    pub right: Option<Placed<'a>>,
    /// Other touchpoints come before or behind it than in the left one.
    pub displaced: bool,
    /// How it differs.
    pub sorts: Vec<Sort>,
}

/// What both say where a difference is, a line each; nothing where one says nothing.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The left one.
    pub left: Vec<String>,
    /// The right one.
    pub right: Vec<String>,
}

impl Compared {
    /// The document is what is today, and the other one what is to be.
    fn is_plan(&self, now: &Journey) -> bool {
        let states = (now.state, self.old.journey.state);
        matches!(self.against, Against::File(_)) && states == (Some(State::AsIs), Some(State::ToBe))
    }

    /// Left and right: what is older, or today's, stands at the left.
    fn ordered<'a>(&'a self, now: &'a Parsed) -> [(&'a Parsed, bool); 2] {
        match self.is_plan(&now.journey) {
            true => [(now, true), (&self.old, false)],
            false => [(&self.old, false), (now, true)],
        }
    }

    /// Of two files, title, state, twin and what comments say of the file are bound to differ.
    fn is_bound_to_differ(&self, difference: &Difference) -> bool {
        let own = ["title", "state", "compares_with"];
        let is_own = match difference {
            Difference::Fact(place) => {
                place.element.is_none() && own.map(Some).contains(&place.last_field())
            }
            Difference::Comment { element, .. } => element.is_none(),
            _ => false,
        };
        is_own && matches!(self.against, Against::File(_))
    }

    /// Of two files, comments, and what was measured and heard in one of them, stand aside: there are
    /// many, and they say little on how the two journeys differ.
    pub fn is_evidence(&self, difference: &Difference) -> bool {
        const FIELDS: [&str; 5] = ["evidence", "readings", "baseline", "reference", "feedback"];
        let is_evidence = |place: &Place| {
            let mut steps = place.steps.iter();
            steps.any(|it| matches!(it, Step::Field(name) if FIELDS.contains(&name.as_str())))
        };
        let is_aside = match difference {
            Difference::Comment { .. } => true,
            Difference::Fact(place)
            | Difference::Reworded { to: place, .. }
            | Difference::Reordered { list: place, .. } => is_evidence(place),
            _ => false,
        };
        is_aside && matches!(self.against, Against::File(_))
    }

    /// The difference stands aside now.
    fn is_aside(&self, told: &Told) -> bool {
        !self.shows_evidence && self.is_evidence(&told.difference)
    }

    /// How many differences there are in comments and evidence.
    pub fn count_evidence(&self) -> usize {
        let all = self.told_by_subject();
        all.filter(|(_, told)| self.is_evidence(&told.difference))
            .count()
    }

    /// Each difference with what it is about.
    fn told_by_subject(&self) -> impl Iterator<Item = (&Subject, &Told)> {
        let subjects = self.sections().iter().flat_map(|it| &it.subjects);
        subjects.flat_map(|it| it.told.iter().map(move |told| (it, told)))
    }

    /// What is told, section by section.
    pub fn sections(&self) -> &[Section] {
        self.telling.as_ref().map_or(&[], |it| &it.sections)
    }

    /// How many differences there are of each sort.
    pub fn count(&self, sort: Sort) -> usize {
        let told = self.told_by_subject().map(|(_, told)| told);
        let told = told.filter(|it| !self.is_aside(it));
        told.filter(|it| Sort::of(&it.difference) == sort).count()
    }

    /// The difference is among those that the screen shows.
    pub fn shows(&self, told: &Told) -> bool {
        let is_sort = |only| only == Sort::of(&told.difference);
        self.only.is_none_or(is_sort) && !self.is_aside(told)
    }

    /// What the screen shows, with what each is about.
    pub fn shown(&self) -> impl Iterator<Item = (&Subject, &Told)> {
        let all = self.told_by_subject();
        all.filter(|(_, told)| self.shows(told))
    }
}

impl App {
    /// The file that the journey names as its twin, in the same folder.
    pub fn twin(&self) -> Option<PathBuf> {
        let name = self.journey().compares_with.as_deref()?;
        // Nothing but a file of this folder is read without a word.
        let mut parts = Path::new(name).components();
        let (Some(Component::Normal(_)), None) = (parts.next(), parts.next()) else {
            return None;
        };
        let name = match name.ends_with(".ron") {
            true => name.to_owned(),
            false => format!("{name}.ron"),
        };
        Some(self.path.as_ref()?.with_file_name(name))
    }

    /// The title in the text of a journey.
    pub fn title_in(&self, text: &str) -> Option<String> {
        let parsed = self.past(text)?;
        let is_journey = parsed.index.root_kind() == Some(Kind::Journey);
        is_journey.then_some(parsed.journey.title)
    }

    /// The two that are compared, the left one first.
    pub fn sides(&self) -> Option<[Beside<'_>; 2]> {
        let compared = self.compared.as_ref()?;
        let ordered = compared.ordered(&self.document.parsed);
        let states = ordered.map(|(parsed, _)| parsed.journey.state);
        let has_states = states[0].is_some() && states[1].is_some() && states[0] != states[1];
        let name = |(parsed, is_document): (&Parsed, bool)| match parsed.journey.state {
            Some(State::AsIs) if has_states => w::choice_as_is(self.lang).to_owned(),
            Some(State::ToBe) if has_states => w::choice_to_be(self.lang).to_owned(),
            _ if is_document => w::compare_this(self.lang).to_owned(),
            _ => compared.name.clone(),
        };
        Some(ordered.map(|(parsed, is_document)| Beside {
            parsed,
            name: name((parsed, is_document)),
            is_document,
        }))
    }

    /// What the other one is called.
    pub fn other_name(&self) -> String {
        let sides = self.sides().into_iter().flatten();
        let other = sides.into_iter().find(|side| !side.is_document);
        other.map(|side| side.name).unwrap_or_default()
    }

    /// Where the differences that are shown stand.
    pub(super) fn difference_places(&self) -> Vec<Place> {
        let shown = self.compared.iter().flat_map(Compared::shown);
        shown
            .map(|(_, told)| self.place_of(&told.difference))
            .collect()
    }

    /// The difference under the cursor, and what it is about.
    pub fn difference_here(&self) -> Option<(&Subject, &Told)> {
        let row = self.lists.cursor(Screen::Compare).row;
        self.compared.as_ref()?.shown().nth(row)
    }

    /// Where a difference is; of two places the one that is in the document.
    fn place_of(&self, difference: &Difference) -> Place {
        let parsed = &self.document.parsed;
        let is_there = |place: &Place| parsed.index.locate(&parsed.tree, place).is_some();
        let either = |one: Place, other: Place| if is_there(&one) { one } else { other };
        match difference {
            Difference::Added(key) | Difference::Removed(key) => Place::of(key.clone()),
            Difference::Moved { element, .. } => Place::of(element.clone()),
            Difference::Reordered { list, .. } => list.clone(),
            Difference::NewId { from, to } => {
                let [from, to] = [from, to].map(|key| Place::of(key.clone()).field("id"));
                either(to, from)
            }
            Difference::Fact(place) => place.clone(),
            Difference::Reworded { from, to } => either(to.clone(), from.clone()),
            Difference::Comment { element, .. } => {
                element.clone().map_or_else(Place::root, Place::of)
            }
        }
    }

    /// Tells anew what differs, where the document is not as it was.
    pub(super) fn settle_compare(&mut self) {
        if self.behind != Screen::Compare {
            return;
        }
        let Some(mut compared) = self.compared.take() else {
            return;
        };
        let text = self.document.parsed.tree.text();
        if compared.telling.as_ref().is_none_or(|it| it.text != text) {
            compared.telling = Some(Telling {
                text: text.to_owned(),
                sections: self.told(&compared),
            });
        }
        // What is shown alone may have been the last of its sort.
        compared.only = compared.only.filter(|only| compared.count(*only) > 0);
        self.compared = Some(compared);
    }

    fn told(&self, compared: &Compared) -> Vec<Section> {
        let now = &self.document.parsed;
        if now.is_unreadable() {
            return Vec::new();
        }
        let [left, right] = compared.ordered(now).map(|(parsed, _)| parsed);
        let mut all = match compared.is_plan(&now.journey) {
            true => differences(left, right),
            false => compared.differences.clone(),
        };
        all.retain(|it| !compared.is_bound_to_differ(it));
        self.sections(left, right, &all)
    }

    /// What differs between two versions, in sentences.
    pub(super) fn sections(
        &self,
        old: &Parsed,
        new: &Parsed,
        differences: &[Difference],
    ) -> Vec<Section> {
        let today = self.today();
        let versions = Versions::new(self.words_of(old), self.words_of(new), &today);
        versions.sections(differences)
    }

    /// The touchpoints of both that the chosen way leads to, in one order.
    pub fn beside_columns(&self) -> Vec<Column<'_>> {
        let Some([left, right]) = self.sides() else {
            return Vec::new();
        };
        let [left, right] = [left, right].map(|side| self.on_the_way(&side.parsed.journey));
        let keys = |all: &[Placed]| all.iter().map(|it| it.key.clone()).collect::<Vec<_>>();
        let sorts = self.sorts_by_touchpoint();
        let order = aligned(&keys(&left), &keys(&right));
        let [mut left, mut right] = [left, right].map(by_key);
        let column = |it: crate::compare::Aligned<ElementKey>| Column {
            left: left.remove(&it.item),
            right: right.remove(&it.item),
            displaced: it.displaced,
            sorts: match (it.left, it.right) {
                (false, _) => vec![Sort::New],
                (_, false) => vec![Sort::Gone],
                _ => sorts.get(&it.item).cloned().unwrap_or_default(),
            },
            key: it.item,
        };
        order.into_iter().map(column).collect()
    }

    fn on_the_way<'j>(&self, journey: &'j Journey) -> Vec<Placed<'j>> {
        let path = &self.map.lens.path;
        let all = touchpoints::all(journey).into_iter();
        all.filter(|it| path.shows(it.touchpoint)).collect()
    }

    /// How touchpoints differ that are in both: moved, changed, or both.
    fn sorts_by_touchpoint(&self) -> HashMap<ElementKey, Vec<Sort>> {
        let mut found: HashMap<ElementKey, Vec<Sort>> = HashMap::new();
        let compared = self.compared.iter();
        let told =
            compared.flat_map(|it| it.told_by_subject().filter(|(_, told)| !it.is_aside(told)));
        for (subject, told) in told {
            let moved = match &told.difference {
                Difference::Moved { element, .. } => vec![element],
                Difference::Reordered { items, .. } => {
                    items.iter().filter_map(|it| it.element.as_ref()).collect()
                }
                _ => Vec::new(),
            };
            let changed = match moved.is_empty() {
                true => subject.element.as_ref(),
                false => None,
            };
            let all = moved.into_iter().map(|key| (key, Sort::Moved));
            for (key, sort) in all.chain(changed.map(|key| (key, Sort::Changed))) {
                let sorts = found.entry(key.clone()).or_default();
                if !sorts.contains(&sort) {
                    sorts.push(sort);
                }
            }
        }
        found
    }

    /// The touchpoint of the difference under the cursor.
    pub fn touchpoint_compared(&self) -> Option<ElementKey> {
        let (subject, _) = self.difference_here()?;
        let element = subject.element.clone()?;
        (element.kind == Kind::Touchpoint).then_some(element)
    }

    /// What both say where a difference is.
    pub fn said(&self, difference: &Difference) -> Said {
        let Some(sides) = self.sides() else {
            return Said::default();
        };
        let [left, right] = sides.map(|side| side.parsed);
        let [old, new] = [left, right].map(|parsed| self.words_of(parsed));
        let at = |words: &InWords, place: &Place| words.said_at(place).into_iter().collect();
        let (left, right) = match difference {
            Difference::Added(key) => (Vec::new(), element_lines(&new, key)),
            Difference::Removed(key) => (element_lines(&old, key), Vec::new()),
            Difference::Moved { from, to, .. } => (owner_line(&old, from), owner_line(&new, to)),
            Difference::Reordered { list, .. } => (order_line(&old, list), order_line(&new, list)),
            Difference::NewId { from, to } => (vec![from.id.clone()], vec![to.id.clone()]),
            Difference::Fact(place) => (at(&old, place), at(&new, place)),
            Difference::Reworded { from, to } => (at(&old, from), at(&new, to)),
            Difference::Comment { text, is_new, .. } => match is_new {
                true => (Vec::new(), vec![comment_text(text)]),
                false => (vec![comment_text(text)], Vec::new()),
            },
        };
        Said { left, right }
    }

    /// What the difference under the cursor is in, is not in the document.
    pub fn is_only_in_other(&self) -> bool {
        let place = self.entry().unwrap_or_default();
        let element = place.element.as_ref();
        element.is_some_and(|key| self.document.parsed.index.node(key).is_none())
    }

    /// The edit after which the document says what the other one does, where the difference under
    /// the cursor is.
    pub fn taken_over(&self) -> Option<Result<Edit, NotTaken>> {
        let (_, told) = self.difference_here()?;
        let other = &self.compared.as_ref()?.old;
        Some(take_over(&told.difference, other, &self.document.parsed))
    }

    /// The same for all differences of the element under the cursor that can be taken over, and
    /// how many those are.
    pub fn element_taken_over(&self) -> Option<(Edit, usize)> {
        let (subject, _) = self.difference_here()?;
        let compared = self.compared.as_ref()?;
        let other = &compared.old;
        let again = |parsed: &Parsed| structure(Tree::read(parsed.tree.text().to_owned()));
        let mut now = again(&self.document.parsed);
        let mut edits = Vec::new();
        for told in subject.told.iter().filter(|it| !compared.is_aside(it)) {
            let edit = take_over(&told.difference, other, &now);
            let next = edit.ok().and_then(|edit| {
                let next = draft_all(again(&now), std::slice::from_ref(&edit)).ok()?;
                Some((edit, next))
            });
            if let Some((edit, next)) = next {
                edits.push(edit);
                now = next;
            }
        }
        let count = edits.len();
        Some((Edit::Many(edits), count))
    }
}

fn by_key(all: Vec<Placed<'_>>) -> HashMap<ElementKey, Placed<'_>> {
    all.into_iter().map(|it| (it.key.clone(), it)).collect()
}

/// What an element says, a field a line.
fn element_lines(words: &InWords, key: &ElementKey) -> Vec<String> {
    let parsed = words.parsed;
    let place = Place::of(key.clone());
    let node = parsed.index.locate(&parsed.tree, &place);
    let fields = node
        .and_then(Node::inner)
        .into_iter()
        .flat_map(Node::children);
    let names = fields.filter_map(Node::key).filter(|name| *name != "id");
    let line = |name: &str| {
        let field = place.field(name);
        let word = parsed.field_of(&field).map(|it| (it.word)(words.lang));
        let value = words.said_at(&field)?;
        Some(w::compare_field(words.lang, word.unwrap_or(name), &value))
    };
    names.filter_map(line).collect()
}

/// The name of what a list stands in.
fn owner_line(words: &InWords, list: &Place) -> Vec<String> {
    let owner = list.element.clone().map_or_else(Place::root, Place::of);
    vec![words.place(&owner)]
}

/// The items of a list in their order.
fn order_line(words: &InWords, list: &Place) -> Vec<String> {
    let parsed = words.parsed;
    let name = |item: Place| {
        let key = item.element.as_ref().filter(|_| item.steps.is_empty());
        let node = key.and_then(|key| parsed.index.node(key));
        match node {
            Some(node) => Some(words.label_of(parsed.tree.node(node))),
            None => words.said_at(&item),
        }
    };
    let names: Vec<String> = items(parsed, list).into_iter().filter_map(name).collect();
    vec![names.join(" · ")]
}
