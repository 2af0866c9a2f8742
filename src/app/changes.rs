//! What changed in the document against another version of its file: marks for the Map, and the
//! old values for the inspector. Knows no git: the version comes in as a text.

use std::collections::{HashMap, HashSet};

use super::App;
use crate::compare::{Difference, differences, home};
use crate::i18n::{self as w, InWords};
use crate::journey::fields::Kind;
use crate::journey::place::{ElementKey, Place, Step};
use crate::journey::{Parsed, structure};
use crate::ron_text::{Node, Tree};

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

/// The document beside another version of its file.
pub struct Compared {
    /// What the other version is called.
    pub revision: String,
    /// The other version.
    pub old: Parsed,
    /// What differs.
    pub differences: Vec<Difference>,
    marks: HashMap<ElementKey, Mark>,
    fields: HashSet<(ElementKey, String)>,
    /// The text that this was found out for.
    text: Option<String>,
}

impl Compared {
    /// A comparison with this text.
    pub fn with(revision: String, text: String) -> Compared {
        Compared {
            revision,
            old: structure(Tree::read(text)),
            differences: Vec::new(),
            marks: HashMap::new(),
            fields: HashSet::new(),
            text: None,
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
    /// Compares the document with another version of its file from now on.
    pub fn compare_with(&mut self, revision: String, text: String) {
        self.compared = Some(Compared::with(revision, text));
        self.settle();
        let count = self
            .compared
            .as_ref()
            .map_or(0, |compared| compared.differences.len());
        let revision = self.compared.as_ref().map(|it| it.revision.clone());
        let revision = revision.unwrap_or_default();
        self.done(match count {
            0 => w::changes_none(self.lang, &revision),
            1 => w::changes_one(self.lang, &revision),
            _ => w::changes_many(self.lang, count, &revision),
        });
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
            let old = self.old_value(compared, place);
            w::was(self.lang, &compared.revision, &old)
        })
    }

    fn old_value(&self, compared: &Compared, place: &Place) -> String {
        let old = &compared.old;
        let words = InWords {
            parsed: old,
            neighbour: &self.document.context().neighbour,
            lang: self.lang,
        };
        let node = old.index.locate(&old.tree, place).and_then(Node::inner);
        let value = node.map(|node| match old.field_of(place) {
            Some(field) => words.value(field, node).replace('\n', " · "),
            None => node
                .text()
                .map_or_else(|| words.record_line(node), |text| text.into_owned()),
        });
        value
            .filter(|it| !it.is_empty())
            .unwrap_or_else(|| "—".to_owned())
    }
}
