//! Undo and redo: steps that know their inverse and where the cursor stood. Knows no journey.

use crate::ron_text::TextEdit;

/// One step that can be undone.
#[derive(Debug, Clone)]
pub struct Step<C> {
    /// From the text before to the text after.
    pub forward: TextEdit,
    /// And back.
    pub backward: TextEdit,
    /// Where the cursor stood before.
    pub before: C,
    /// Where the cursor stood after.
    pub after: C,
}

/// The steps taken, and how many of them are in force.
#[derive(Debug, Clone)]
pub struct History<C> {
    steps: Vec<Step<C>>,
    taken: usize,
    /// The number of steps in force when the text was last saved; `None` where that text can
    /// no longer be reached.
    saved: Option<usize>,
    /// So many steps are in force with the last change of others that came in; `usize::MAX` where
    /// no number of them has it any more.
    foreign: usize,
}

impl<C> Default for History<C> {
    fn default() -> History<C> {
        History {
            steps: Vec::new(),
            taken: 0,
            saved: Some(0),
            foreign: 0,
        }
    }
}

impl<C: Clone> History<C> {
    /// Takes a step; what was undone before is gone.
    pub fn push(&mut self, step: Step<C>) {
        if self.saved.is_some_and(|saved| saved > self.taken) {
            self.saved = None;
        }
        if self.is_foreign_undone() {
            self.foreign = usize::MAX;
        }
        self.steps.truncate(self.taken);
        self.steps.push(step);
        self.taken += 1;
    }

    /// The step to undo now; the caller applies its `backward`.
    pub fn undo(&mut self) -> Option<Step<C>> {
        self.taken = self.taken.checked_sub(1)?;
        self.steps.get(self.taken).cloned()
    }

    /// The step to take again now; the caller applies its `forward`.
    pub fn redo(&mut self) -> Option<Step<C>> {
        let step = self.steps.get(self.taken).cloned()?;
        self.taken += 1;
        Some(step)
    }

    /// What others changed in the file came in with the newest step.
    pub fn mark_foreign(&mut self) {
        self.foreign = self.foreign.max(self.taken);
    }

    /// What others changed was undone: saved now, it would be gone.
    pub fn is_foreign_undone(&self) -> bool {
        self.taken < self.foreign
    }

    /// A person takes it that what others changed is gone, or it is saved.
    pub fn forget_foreign(&mut self) {
        self.foreign = 0;
    }

    /// The text as it is now stands on the disk.
    pub fn mark_saved(&mut self) {
        self.saved = Some(self.taken);
    }

    /// The text differs from the saved one by steps.
    pub fn is_dirty(&self) -> bool {
        self.saved != Some(self.taken)
    }

    /// How many steps are in force: names a state of the text for as long as no other is taken.
    pub fn taken(&self) -> usize {
        self.taken
    }

    /// Says which state was written to the disk, though steps may have been taken since.
    pub fn mark_saved_at(&mut self, taken: usize) {
        self.saved = Some(taken);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(cursor: u8) -> Step<u8> {
        let edit = TextEdit {
            range: 0..0,
            text: String::new(),
        };
        Step {
            forward: edit.clone(),
            backward: edit,
            before: cursor,
            after: cursor + 1,
        }
    }

    #[test]
    fn undo_and_redo_walk_the_steps_and_a_new_step_cuts_the_rest() {
        let mut history = History::default();
        assert!(history.undo().is_none() && !history.is_dirty());
        history.push(step(0));
        history.push(step(1));
        assert_eq!(history.undo().map(|step| step.before), Some(1));
        assert_eq!(history.redo().map(|step| step.after), Some(2));
        assert!(history.redo().is_none());
        history.undo();
        history.push(step(7));
        assert!(history.redo().is_none());
        assert_eq!(history.undo().map(|step| step.before), Some(7));
    }

    #[test]
    fn a_change_of_others_is_undone_until_it_is_taken_again_or_forgotten() {
        let mut history = History::default();
        history.push(step(0));
        history.push(step(1));
        history.mark_foreign();
        assert!(!history.is_foreign_undone());
        history.undo();
        assert!(history.is_foreign_undone());
        history.redo();
        assert!(!history.is_foreign_undone());
        history.undo();
        history.push(step(5));
        assert!(
            history.is_foreign_undone(),
            "another step does not bring it back"
        );
        history.forget_foreign();
        assert!(!history.is_foreign_undone());
    }

    #[test]
    fn dirty_means_away_from_the_saved_state() {
        let mut history = History::default();
        history.push(step(0));
        assert!(history.is_dirty());
        history.mark_saved();
        history.undo();
        assert!(history.is_dirty());
        history.redo();
        assert!(!history.is_dirty());
        history.undo();
        history.push(step(3));
        history.undo();
        assert!(history.is_dirty(), "the saved state was cut off");
    }
}
