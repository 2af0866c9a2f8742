//! The list of notes. Knows no drawing.

use super::App;
use crate::journey::fields::Kind;
use crate::journey::model::{Note, NoteKind};
use crate::journey::place::{ElementKey, Place, keyed};
use crate::sort;

/// The notes of one kind, or those without one.
pub struct NoteGroup<'a> {
    /// The kind.
    pub kind: Option<NoteKind>,
    /// Those that are open first, in the order of the file.
    pub notes: Vec<(ElementKey, &'a Note)>,
}

impl App {
    /// The notes by kind: what is to be answered and done first.
    pub fn note_groups(&self) -> Vec<NoteGroup<'_>> {
        use NoteKind::{Decision, Idea, Question, Todo};
        let all = keyed(Kind::Note, self.journey().notes.iter(), |it| &it.id);
        let group = |kind| {
            let of_kind = all.iter().filter(|(_, note)| note.kind == kind);
            let mut notes: Vec<_> = of_kind.cloned().collect();
            sort::by_key(&mut notes, |(_, note)| note.done);
            NoteGroup { kind, notes }
        };
        let kinds = [Some(Question), Some(Todo), Some(Decision), Some(Idea), None];
        let groups = kinds.map(group).into_iter();
        groups.filter(|group| !group.notes.is_empty()).collect()
    }

    /// The notes, in that order.
    pub fn notes(&self) -> Vec<Place> {
        let groups = self.note_groups().into_iter();
        let all = groups.flat_map(|group| group.notes);
        all.map(|(key, _)| Place::of(key)).collect()
    }

    /// The note under the cursor of the list.
    pub fn note_here(&self) -> Option<&Note> {
        let here = self.here()?;
        let mut all = self.note_groups().into_iter().flat_map(|it| it.notes);
        all.find(|(key, _)| *key == here).map(|(_, note)| note)
    }

    /// The element of the shared namespace with this id.
    pub fn shared_element(&self, id: &str) -> Option<ElementKey> {
        let index = &self.document.parsed.index;
        index.shared(id).next().map(|(key, _)| key.clone())
    }
}
