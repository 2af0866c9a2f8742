//! What differs between two versions of a file, in sentences: grouped by stage, and what belongs
//! to no stage by its list. Diff, history, marks and minutes say differences with these words.
//! Names and texts of the file come in them as they are; who prints them makes them safe.

#![allow(
    unreachable_pub,
    reason = "`texts!` makes functions that could be public"
)]

mod facts;
mod order;
mod sections;
mod sentence;
mod side;
#[cfg(test)]
mod tests;
mod wording;

use super::{InWords, Lang, texts};
use crate::compare::Difference;
use crate::journey::place::ElementKey;

use side::Side;

pub use sentence::{Piece, Sentence};

/// Two versions of a file, read with their model, in one language.
pub struct Versions<'v> {
    old: Side<'v>,
    new: Side<'v>,
    today: &'v str,
}

/// What differs in a stage, in a list that belongs to no stage, or in the file itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Its heading.
    pub heading: String,
    /// The stage, for a stage.
    pub stage: Option<ElementKey>,
    /// What differs, by the element that it is about.
    pub subjects: Vec<Subject>,
}

/// What differs in one element: a touchpoint with its KPIs, a persona, an improvement.
#[derive(Debug, Clone, PartialEq)]
pub struct Subject {
    /// The element; `None` for the section itself.
    pub element: Option<ElementKey>,
    /// Its name; empty for the section itself.
    pub name: String,
    /// The differences, in the order of the file.
    pub told: Vec<Told>,
}

/// One difference and its sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// The difference.
    pub difference: Difference,
    /// What is said of it, without the names of section and subject.
    pub sentence: Sentence,
}

impl<'v> Versions<'v> {
    /// A version as it was and as it is; targets are judged by today, `YYYY-MM-DD`.
    pub fn new(old: InWords<'v>, new: InWords<'v>, today: &'v str) -> Versions<'v> {
        Versions {
            old: Side::new(old),
            new: Side::new(new),
            today,
        }
    }

    /// The differences in sentences, section by section.
    pub fn sections(&self, differences: &[Difference]) -> Vec<Section> {
        sections::sections(self, differences)
    }

    /// The sentence of one difference, for a place where everybody sees what it is about.
    pub fn sentence(&self, difference: &Difference) -> Sentence {
        sections::sentence(self, difference)
    }

    fn lang(&self) -> Lang {
        self.new.lang
    }
}

/// A text in the quotes of the language.
fn quoted(lang: Lang, text: &str) -> String {
    difference_quoted(lang, text)
}

texts! {
    difference_quoted(text: &str): "“{text}”", "«{text}»";
    difference_new(label: &str, value: &str): "{label}, new: {value}", "{label}, neu: {value}";
    difference_gone(label: &str, value: &str): "{label}, removed: {value}", "{label}, entfernt: {value}";
    difference_changed(label: &str, old: &str, new: &str): "{label}: {old} → {new}", "{label}: {old} → {new}";
    difference_reworded(label: &str): "{label}, reworded: ", "{label}, umformuliert: ";
    difference_added(kind: &str): "{kind} added", "{kind} hinzugefügt";
    difference_removed(kind: &str): "{kind} removed", "{kind} entfernt";
    difference_removed_with(names: &str): "with {names}", "mit {names}";
    difference_named(what: &str, name: &str): "{what}: {name}", "{what}: {name}";
    difference_moved(place: &str): "Moved here from {place}", "Hierher verschoben, bisher: {place}";
    difference_new_id(old: &str, new: &str): "Id: {old} → {new}; otherwise the same", "Kennung: {old} → {new}; sonst unverändert";
    difference_order(list: &str, items: &str): "{list}, order changed: {items}", "{list}, Reihenfolge geändert: {items}";
    difference_first(item: &str): "{item} now first", "{item} jetzt zuerst";
    difference_after(item: &str, other: &str): "{item} now after {other}", "{item} jetzt nach {other}";
    difference_comment(): "Comment in the file", "Kommentar in der Datei";
    difference_unknown(name: &str): "Unknown field `{name}`", "Unbekanntes Feld `{name}`";
    difference_is_moment(reason: &str): "Became a Moment of Truth: {reason}", "Neu ein Moment of Truth: {reason}";
    difference_no_moment(reason: &str): "No longer a Moment of Truth; it was one because: {reason}", "Kein Moment of Truth mehr; bisher, weil: {reason}";
    difference_view(persona: &str): "View of {persona}", "Sicht von {persona}";
    difference_reading(day: &str): "Reading of {day}", "Messwert vom {day}";
    difference_reading_part(day: &str, segment: &str): "Reading of {day}, {segment}", "Messwert vom {day}, {segment}";
    difference_period(from: &str, to: &str): "{from} to {to}", "{from} bis {to}";
    difference_verdict(verdict: &str): " (latest figure: {verdict})", " (letztes Ergebnis: {verdict})";
    difference_gap(gap: &str): " (gap {gap})", " (Lücke {gap})";
}
