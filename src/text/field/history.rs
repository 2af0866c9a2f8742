//! Undo and redo inside one text field. Knows texts, not cursors.

use unicode_segmentation::UnicodeSegmentation;

/// A replacement that knows its inverse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    /// Byte offset.
    pub(super) at: usize,
    pub(super) removed: String,
    pub(super) inserted: String,
}

impl Step {
    pub(super) fn inverse(self) -> Step {
        Step {
            at: self.at,
            removed: self.inserted,
            inserted: self.removed,
        }
    }

    /// Whether one key press makes such a step.
    fn is_single(&self) -> bool {
        let is_one = |text: &str| text.graphemes(true).count() == 1;
        match (self.removed.as_str(), self.inserted.as_str()) {
            (removed, "") => is_one(removed),
            (_, inserted) => is_one(inserted),
        }
    }

    /// Whether `next` types on, in the same word.
    fn is_typed_on_by(&self, next: &Step) -> bool {
        next.removed.is_empty()
            && !self.inserted.is_empty()
            && next.at == self.at + self.inserted.len()
            && !next.inserted.starts_with(char::is_whitespace)
    }

    /// Takes `next` into this step, if both are one run of typing or of deleting; else gives it
    /// back.
    fn absorb(&mut self, next: Step) -> Option<Step> {
        let deletes_on = self.inserted.is_empty() && next.inserted.is_empty();
        if self.is_typed_on_by(&next) {
            self.inserted.push_str(&next.inserted);
        } else if deletes_on && next.at == self.at {
            self.removed.push_str(&next.removed);
        } else if deletes_on && next.at + next.removed.len() == self.at {
            self.at = next.at;
            self.removed.insert_str(0, &next.removed);
        } else {
            return Some(next);
        }
        None
    }
}

/// The steps made and those taken back.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// Whether the last step may still grow.
    open: bool,
}

impl History {
    pub(super) fn record(&mut self, step: Step) {
        self.undone.clear();
        let single = step.is_single();
        let rest = match self.done.last_mut() {
            Some(last) if self.open && single => last.absorb(step),
            _ => Some(step),
        };
        self.done.extend(rest);
        self.open = single;
    }

    /// What comes next is a step of its own.
    pub(super) fn seal(&mut self) {
        self.open = false;
    }

    /// The step to take back.
    pub(super) fn undo(&mut self) -> Option<Step> {
        self.seal();
        let step = self.done.pop()?;
        self.undone.push(step.clone());
        Some(step)
    }

    /// The step to make again.
    pub(super) fn redo(&mut self) -> Option<Step> {
        self.seal();
        let step = self.undone.pop()?;
        self.done.push(step.clone());
        Some(step)
    }
}
