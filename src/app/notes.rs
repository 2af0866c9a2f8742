//! The list of notes. Knows no drawing.

use super::App;
use crate::journey::fields::Kind;
use crate::journey::place::{ElementKey, Place};

impl App {
    /// The notes: those not done first, in the order of the file.
    pub fn notes(&self) -> Vec<Place> {
        let mut notes: Vec<_> = self.journey().notes.iter().collect();
        notes.sort_by_key(|it| it.done);
        let key = |id: &str| ElementKey::new(Kind::Note, id);
        notes.iter().map(|it| Place::of(key(&it.id))).collect()
    }
}
