//! A merge that a person decides, conflict by conflict. The document holds the merged text, with
//! a provisional answer where none was given; each answer is an edit of it. What was answered is
//! asked of the text, so that undo takes an answer back too. Knows no drawing and no git.

use super::App;
use crate::compare::{About, Conflict, Difference, NoMerge, Side, differences, home, merge};
use crate::i18n::differences::Versions;
use crate::i18n::{self as w, InWords};
use crate::journey::place::Place;
use crate::journey::{Context, Parsed, read};
use crate::ron_text::Node;

/// The names of the two sides, and what brought them together.
#[derive(Debug, Clone, PartialEq)]
pub struct Sides {
    /// What is going on: a merge, a rebase, a change of the file from outside.
    pub title: String,
    /// Our side in words.
    pub ours: String,
    /// Their side in words.
    pub theirs: String,
    /// git waits for the file to be staged.
    pub of_git: bool,
}

/// The three texts of a merge.
#[derive(Debug, Clone, PartialEq)]
pub struct Texts {
    /// What both sides come from; empty where there was nothing.
    pub base: String,
    /// Our side.
    pub ours: String,
    /// Their side.
    pub theirs: String,
}

/// How a conflict stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answered {
    /// Not answered yet.
    Open,
    /// As this side has it.
    Side(Side),
    /// In other words than both.
    Own,
    /// A person left it as the merge put it.
    AsItStands,
}

/// A merge under decision.
pub struct Resolution {
    /// The sides.
    pub sides: Sides,
    /// The conflicts, in the order of the journey.
    pub conflicts: Vec<Conflict>,
    chosen: Vec<Option<Answered>>,
    /// Base, ours and theirs, for showing what each says.
    versions: [Parsed; 3],
    /// What ours and theirs changed.
    changed: [Vec<Difference>; 2],
}

impl Resolution {
    /// The merged text, and the resolution of its conflicts.
    ///
    /// # Errors
    /// Any [`NoMerge`].
    pub fn of(
        texts: &Texts,
        sides: Sides,
        context: &Context,
    ) -> Result<(String, Resolution), NoMerge> {
        let merged = merge(&texts.base, &texts.ours, &texts.theirs)?;
        let read = |text: &String| read(text.clone(), context);
        let versions = [&texts.base, &texts.ours, &texts.theirs].map(read);
        let resolution = Resolution {
            sides,
            chosen: vec![None; merged.conflicts.len()],
            conflicts: merged.conflicts,
            changed: [1, 2].map(|side| differences(&versions[0], &versions[side])),
            versions,
        };
        Ok((merged.text, resolution))
    }

    /// How a conflict stands in this text.
    pub fn answered(&self, at: usize, now: &Parsed) -> Answered {
        let conflict = &self.conflicts[at];
        let says = |side| conflict.take(side, now).is_none();
        match self.chosen[at] {
            Some(Answered::Side(side)) if says(side) => Answered::Side(side),
            Some(Answered::AsItStands) => Answered::AsItStands,
            _ if self.is_own(conflict, now) => Answered::Own,
            _ => Answered::Open,
        }
    }

    /// The text says something there, and neither what ours nor what theirs says.
    fn is_own(&self, conflict: &Conflict, now: &Parsed) -> bool {
        let About::Fact(place) = &conflict.about else {
            return false;
        };
        let is_there = now.index.locate(&now.tree, place).is_some();
        let sides = [Side::Ours, Side::Theirs];
        is_there && sides.iter().all(|side| conflict.take(*side, now).is_some())
    }

    /// So many conflicts are not answered yet.
    pub fn open(&self, now: &Parsed) -> usize {
        let all = 0..self.conflicts.len();
        all.filter(|at| self.answered(*at, now) == Answered::Open)
            .count()
    }

    pub(super) fn answer(&mut self, at: usize, answer: Answered) {
        self.chosen[at] = Some(answer);
    }
}

impl App {
    /// Begins to decide a merge whose text the document holds now.
    pub fn decide(&mut self, resolution: Resolution) {
        self.resolution = Some(resolution);
        self.show(super::Screen::Conflicts);
    }

    /// The places of the conflicts.
    pub(super) fn conflict_places(&self) -> Vec<Place> {
        let conflicts = self.resolution.iter().flat_map(|it| &it.conflicts);
        conflicts.map(|conflict| conflict.about.place()).collect()
    }

    /// The conflict under the cursor of the list, by its index.
    pub fn conflict_here(&self) -> Option<usize> {
        let row = self.lists.cursor(super::Screen::Conflicts).row;
        let count = self.resolution.as_ref()?.conflicts.len();
        (row < count).then_some(row)
    }

    /// What base, ours and theirs say in a conflict, in words; `None` where one says nothing.
    pub fn conflict_in_words(&self, at: usize) -> [Option<String>; 3] {
        let Some(resolution) = &self.resolution else {
            return [None, None, None];
        };
        let about = &resolution.conflicts[at].about;
        let mut sides = [0, 1, 2].map(|version| self.side_in_words(about, version));
        if let About::Order { ours, theirs, .. } = about {
            let names = |places: &[Place], version: usize| Some(self.names(places, version));
            sides = [None, names(ours, 1), names(theirs, 2)];
        }
        sides
    }

    /// A conflict's place in words, by the version that has it.
    pub fn conflict_title(&self, at: usize) -> String {
        let Some(resolution) = &self.resolution else {
            return String::new();
        };
        let place = resolution.conflicts[at].about.place();
        let there = |version: &&Parsed| version.index.locate(&version.tree, &place).is_some();
        let now = &self.document.parsed;
        let versions = [now].into_iter().chain(resolution.versions.iter().rev());
        let version = versions.into_iter().find(there).unwrap_or(now);
        self.version_in_words(version).place(&place)
    }

    fn version_in_words<'a>(&'a self, version: &'a Parsed) -> InWords<'a> {
        InWords {
            parsed: version,
            neighbour: &self.document.context().neighbour,
            lang: self.lang,
        }
    }

    fn side_in_words(&self, about: &About, version: usize) -> Option<String> {
        let version = &self.resolution.as_ref()?.versions[version];
        let words = self.version_in_words(version);
        let place = about.place();
        let node = version.index.locate(&version.tree, &place)?;
        match about {
            About::Home { element, .. } => {
                let list = home(version, element)?;
                Some(words.place(&list))
            }
            About::Presence { .. } => Some(words.record_line(node)),
            _ => {
                let inner = node.inner()?;
                Some(match version.field_of(&place) {
                    Some(field) => words.value(field, inner),
                    None => inner
                        .text()
                        .map_or_else(|| words.record_line(inner), |text| text.into_owned()),
                })
            }
        }
    }

    fn names(&self, places: &[Place], version: usize) -> String {
        let Some(resolution) = &self.resolution else {
            return String::new();
        };
        let version = &resolution.versions[version];
        let words = self.version_in_words(version);
        let name = |place: &Place| {
            let node = version.index.locate(&version.tree, place)?;
            let text = node.inner().and_then(Node::text);
            Some(text.map_or_else(|| words.record_line(node), |text| text.into_owned()))
        };
        let names: Vec<String> = places.iter().filter_map(name).collect();
        names.join(" · ")
    }

    /// Why the two do not go together, where that does not show from what they say.
    pub fn conflict_reasons(&self, at: usize) -> Vec<String> {
        let Some(resolution) = &self.resolution else {
            return Vec::new();
        };
        match &resolution.conflicts[at].about {
            About::Presence { gone, because, .. } => self.touched(resolution, *gone, because),
            About::Home { .. } => vec![w::conflict_two_homes(self.lang).to_owned()],
            About::Order { .. } => vec![w::conflict_two_orders(self.lang).to_owned()],
            About::Fact(_) => Vec::new(),
        }
    }

    /// What one side did to that which the other removed, in sentences.
    fn touched(&self, resolution: &Resolution, gone: Side, because: &[Place]) -> Vec<String> {
        let [base, ours, theirs] = &resolution.versions;
        let [by_ours, by_theirs] = &resolution.changed;
        let (keeper, all, who) = match gone {
            Side::Ours => (theirs, by_theirs, w::conflict_gone_ours(self.lang)),
            Side::Theirs => (ours, by_ours, w::conflict_gone_theirs(self.lang)),
        };
        let words = [base, keeper].map(|version| self.version_in_words(version));
        let today = self.today();
        let versions = Versions::new(words[0], words[1], &today);
        let sentences = |place: &Place| -> Vec<String> {
            let told = all.iter().filter(|it| is_about(it, place));
            let told: Vec<String> = told.map(|it| versions.sentence(it).to_string()).collect();
            match told.is_empty() {
                true => vec![words[1].place(place)],
                false => told,
            }
        };
        let told = because.iter().flat_map(sentences);
        let told = told.map(|sentence| format!("· {sentence}"));
        std::iter::once(who.to_owned()).chain(told).collect()
    }
}

/// The difference is in this element or record itself.
fn is_about(difference: &Difference, place: &Place) -> bool {
    let inside =
        |other: &Place| other.element == place.element && other.steps.starts_with(&place.steps);
    match difference {
        Difference::Added(key) | Difference::Moved { element: key, .. } => {
            *place == Place::of(key.clone())
        }
        Difference::Fact(at) | Difference::Reworded { to: at, .. } => inside(at),
        Difference::Reordered { list, .. } => inside(list),
        Difference::Comment { element, .. } => *element == place.element,
        Difference::Removed(_) | Difference::NewId { .. } => false,
    }
}
