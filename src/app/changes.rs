//! What changed in the document against another version of its file: marks for the Map, and the
//! old values for the inspector. Knows no git: the version comes in as a text.

use std::collections::{HashMap, HashSet};

use std::path::PathBuf;

use super::compare::{Sort, Telling};
use super::{App, Screen};
use crate::compare::{Difference, differences, home};
use crate::i18n::{self as w, InWords};
use crate::journey::Parsed;
use crate::journey::fields::Kind;
use crate::journey::place::{ElementKey, Place, Step};

/// How a touchpoint stands against the other version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It is not there.
    New,
    /// It stands in another stage or place.
    Moved,
    /// Something in it is different.
    Changed,
}

impl Mark {
    /// Its sign, which means something without colours.
    pub fn sign(self) -> char {
        match self {
            Mark::New => '+',
            Mark::Moved => '»',
            Mark::Changed => '~',
        }
    }
}

/// What the document is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Against {
    /// Its file as it stands in a revision of git's.
    Revision(String),
    /// Another file.
    File(PathBuf),
}

impl Against {
    /// What it is called.
    pub fn name(&self) -> String {
        match self {
            Against::Revision(revision) => revision.clone(),
            Against::File(path) => {
                let name = path.file_name().unwrap_or(path.as_os_str());
                name.to_string_lossy().into_owned()
            }
        }
    }
}

/// How a comparison is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Showing {
    /// By marks on the screens.
    Marks,
    /// On a screen of its own.
    SideBySide,
}

/// The document beside another version of its file, or beside another file.
pub struct Compared {
    /// What it is compared with.
    pub against: Against,
    /// What that is called.
    pub name: String,
    /// The other version.
    pub old: Parsed,
    /// What differs.
    pub differences: Vec<Difference>,
    marks: HashMap<ElementKey, Mark>,
    fields: HashSet<(ElementKey, String)>,
    /// The text that this was found out for.
    text: Option<String>,
    /// What the screen of the comparison tells.
    pub(super) telling: Option<Telling>,
    /// The sort of differences that it shows alone.
    pub only: Option<Sort>,
    /// It shows comments and evidence, too, where it is against a file.
    pub shows_evidence: bool,
    /// How it was asked for.
    pub showing: Showing,
}

impl Compared {
    /// A comparison with this version.
    pub fn with(against: Against, old: Parsed, showing: Showing) -> Compared {
        Compared {
            name: against.name(),
            against,
            old,
            differences: Vec::new(),
            marks: HashMap::new(),
            fields: HashSet::new(),
            text: None,
            telling: None,
            only: None,
            shows_evidence: false,
            showing,
        }
    }

    /// Finds out anew what differs, where the document is not as it was.
    pub(super) fn refresh(&mut self, now: &Parsed) {
        if self.text.as_deref() == Some(now.tree.text()) {
            return;
        }
        self.text = Some(now.tree.text().to_owned());
        self.differences = match now.is_unreadable() || self.old.is_unreadable() {
            true => Vec::new(),
            false => differences(&self.old, now),
        };
        (self.marks, self.fields) = Default::default();
        for difference in std::mem::take(&mut self.differences) {
            self.take(&difference, now);
            self.differences.push(difference);
        }
    }

    fn take(&mut self, difference: &Difference, now: &Parsed) {
        match difference {
            Difference::Added(key) => {
                let kinds = [Kind::Touchpoint, Kind::Stage];
                match kinds.contains(&key.kind) {
                    true => self.added(key, now),
                    false => self.list_of(key, now),
                }
            }
            Difference::Removed(key) => {
                if let Some(list) = home(&self.old, key) {
                    self.changed(&list, now);
                }
            }
            Difference::Moved { element, .. } => self.mark(element, Mark::Moved),
            Difference::Reordered { list, items } => match list.last_field() {
                Some("touchpoints") => {
                    let moved = items.iter().filter_map(|item| item.element.as_ref());
                    moved.for_each(|key| self.mark(key, Mark::Moved));
                }
                _ => self.changed(list, now),
            },
            Difference::Fact(place) => self.changed(place, now),
            Difference::Reworded { to, .. } => self.changed(to, now),
            Difference::NewId { to, .. } => self.changed(&Place::of(to.clone()).field("id"), now),
            Difference::Comment { .. } => {}
        }
    }

    /// The element is new, with the touchpoints in it.
    fn added(&mut self, key: &ElementKey, now: &Parsed) {
        self.mark(key, Mark::New);
        for (inner, _) in now.index.elements() {
            let around = home(now, inner).and_then(|list| list.element);
            if around.as_ref() == Some(key) {
                self.mark(inner, Mark::New);
            }
        }
    }

    fn list_of(&mut self, key: &ElementKey, now: &Parsed) {
        if let Some(list) = home(now, key) {
            self.changed(&list, now);
        }
    }

    fn mark(&mut self, key: &ElementKey, mark: Mark) {
        self.marks.entry(key.clone()).or_insert(mark);
    }

    /// Something changed at a place: so did all elements around it, each in the field that leads
    /// there.
    fn changed(&mut self, place: &Place, now: &Parsed) {
        let mut at = place.clone();
        while let Some(key) = at.element.clone() {
            self.mark(&key, Mark::Changed);
            if let Some(Step::Field(name)) = at.steps.first() {
                self.fields.insert((key.clone(), name.clone()));
            }
            match home(now, &key) {
                Some(list) => at = list,
                None => return,
            }
        }
    }

    /// How this touchpoint stands against the other version.
    pub fn mark_of(&self, key: &ElementKey) -> Option<Mark> {
        self.marks.get(key).copied()
    }

    /// Something changed in this field of an element.
    pub fn is_changed(&self, key: &ElementKey, field: &str) -> bool {
        self.fields.contains(&(key.clone(), field.to_owned()))
    }
}

impl App {
    /// Compares the document with this text from now on.
    pub fn compare_with(&mut self, against: Against, showing: Showing, text: &str) {
        let name = self.compared_name(&against);
        let root = self.document.parsed.index.root_kind();
        let old = self.past(text).filter(|it| it.index.root_kind() == root);
        let Some(old) = old else {
            return self.not_compared(w::compare_unreadable(self.lang, &name));
        };
        // What others wrote to the file is no choice of one's own.
        if showing == Showing::SideBySide && !self.is_own_file(&against) {
            self.compared_last = Some(against.clone());
        }
        let compared = Compared::with(against, old, showing);
        let compared = self.compared.insert(compared);
        compared.name.clone_from(&name);
        compared.refresh(&self.document.parsed);
        let count = compared.differences.len();
        match showing {
            Showing::SideBySide => self.show(Screen::Compare),
            Showing::Marks => self.done(match count {
                0 => w::changes_none(self.lang, &name),
                1 => w::changes_one(self.lang, &name),
                _ => w::changes_many(self.lang, count, &name),
            }),
        }
        self.settle();
    }

    /// What a comparison is called; that with the journey's own file is one with what others wrote.
    fn compared_name(&self, against: &Against) -> String {
        match self.is_own_file(against) {
            true => w::foreign_disk(self.lang).to_owned(),
            false => against.name(),
        }
    }

    fn is_own_file(&self, against: &Against) -> bool {
        matches!(against, Against::File(path) if Some(path) == self.path.as_ref())
    }

    /// Says why it could not be compared, and asks anew the next time.
    pub(super) fn not_compared(&mut self, why: impl Into<String>) {
        self.compared_last = None;
        self.refuse(why);
    }

    pub(super) fn settle_changes(&mut self) {
        if let Some(mut compared) = self.compared.take() {
            compared.refresh(&self.document.parsed);
            self.compared = Some(compared);
        }
    }

    /// What stood at a place in the version that the document is compared with, where that
    /// differs.
    pub fn was(&self, place: &Place) -> Option<String> {
        let compared = self.compared.as_ref()?;
        let is_new = |key: &ElementKey| compared.mark_of(key) == Some(Mark::New);
        if place.element.as_ref().is_some_and(is_new) {
            return None;
        }
        let inside =
            |other: &Place| other.element == place.element && other.steps.starts_with(&place.steps);
        let is_around =
            |other: &Place| other.element == place.element && place.steps.starts_with(&other.steps);
        let touches = |difference: &Difference| match difference {
            // A record comes or goes as a whole, with the fields in it.
            Difference::Fact(at) => inside(at) || is_around(at),
            Difference::Reworded { from, to } => inside(from) || inside(to),
            Difference::Reordered { list, .. } => inside(list),
            Difference::NewId { to, .. } => *place == Place::of(to.clone()).field("id"),
            _ => false,
        };
        let differs = compared.differences.iter().any(touches);
        differs.then(|| {
            let old = self.words_of(&compared.old).said_at(place);
            let old = old.unwrap_or_else(|| "—".to_owned());
            w::was(self.lang, &compared.name, &old)
        })
    }

    /// Another version of the file in words.
    pub(super) fn words_of<'a>(&'a self, parsed: &'a Parsed) -> InWords<'a> {
        InWords {
            parsed,
            neighbour: &self.document.context().neighbour,
            lang: self.lang,
        }
    }
}
