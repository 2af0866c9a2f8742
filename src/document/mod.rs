//! A document: a text that changes by `Edit`s, with undo and redo; and how files are read and
//! saved. `edit`, `plan`, `history` and this module are pure; `file`, `save` and `recovery` touch the disk.

pub mod edit;
pub mod file;
pub mod fix;
pub mod history;
pub mod plan;
pub mod recovery;
pub mod save;
pub(crate) mod value;

use std::cell::OnceCell;

use crate::journey::check::Neighbour;
use crate::journey::{Context, Parsed, read_bytes};
use crate::ron_text::TextEdit;
use edit::Edit;
use history::{History, Step};
use plan::{Outcome, PlanError, plan};

/// A text under edit. `C` is what the program wants to find again on undo: its cursor.
pub struct Document<C> {
    /// The text and all that follows from it.
    pub parsed: Parsed,
    context: Context,
    history: History<C>,
    /// The text is in canonical form, and edits keep it there. Found out when it matters.
    is_canonical: OnceCell<bool>,
    /// Bytes that the opened file ended in and that are no UTF-8: they belong to its text before
    /// any step.
    tail: Vec<u8>,
    /// The file does not hold the saved state any more: it is gone, or cannot be read.
    adrift: bool,
}

impl<C: Clone> Document<C> {
    /// Opens what stands in a file.
    pub fn open(bytes: Vec<u8>, context: Context) -> Document<C> {
        let parsed = read_bytes(bytes, &context);
        let tail = parsed.tree.to_bytes().split_off(parsed.tree.text().len());
        Document {
            parsed,
            context,
            history: History::default(),
            is_canonical: OnceCell::new(),
            tail,
            adrift: false,
        }
    }

    /// A document that no file holds yet: dirty from the start.
    pub fn unsaved(text: String, context: Context) -> Document<C> {
        let mut document = Document::open(text.into_bytes(), context);
        document.history.mark_saved_at(usize::MAX);
        document
    }

    /// What the document is read with.
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// The bytes to save.
    pub fn bytes(&self) -> Vec<u8> {
        self.parsed.tree.to_bytes()
    }

    /// Something is not saved.
    pub fn is_dirty(&self) -> bool {
        self.is_edited() || self.adrift
    }

    /// The text is another one than was last read or saved.
    pub fn is_edited(&self) -> bool {
        self.history.is_dirty()
    }

    /// Whether the file has lost the saved state: all of the text is unsaved then.
    pub fn set_adrift(&mut self, adrift: bool) {
        self.adrift = adrift;
    }

    /// The file has lost the saved state.
    pub fn is_adrift(&self) -> bool {
        self.adrift
    }

    /// Reads the text again with what its folder offers now.
    pub fn set_neighbour(&mut self, neighbour: Neighbour) {
        self.context.neighbour = neighbour;
        self.parsed = read_bytes(self.bytes(), &self.context);
    }

    /// Names the present state, for [`Document::saved`].
    pub fn state(&self) -> usize {
        self.history.taken()
    }

    /// The state of this name stands on the disk now.
    pub fn saved(&mut self, state: usize) {
        self.history.mark_saved_at(state);
        self.adrift = false;
    }

    /// The newest step brought in what others changed in the file.
    pub fn mark_foreign(&mut self) {
        self.history.mark_foreign();
    }

    /// What others changed was undone: saved now, it would be gone from the file.
    pub fn is_foreign_undone(&self) -> bool {
        self.history.is_foreign_undone()
    }

    /// It is taken that what others changed is gone.
    pub fn forget_foreign(&mut self) {
        self.history.forget_foreign();
    }

    /// Makes an edit: one step of undo. An edit that changes nothing is no step.
    ///
    /// # Errors
    /// Any [`PlanError`]; the document stays as it is.
    pub fn apply(&mut self, edit: &Edit, before: C, after: C) -> Result<(), PlanError> {
        let Outcome { change, parsed } =
            plan(&self.parsed, edit, &self.is_canonical, &self.context)?;
        let old = std::mem::replace(&mut self.parsed, parsed);
        if matches!(edit, Edit::Whole(_)) {
            self.is_canonical = OnceCell::new();
        }
        // What follows the text and is no UTF-8 may be all that changed.
        if old.tree.to_bytes() != self.bytes() {
            let backward = change.inverse(old.tree.text());
            self.history.push(Step {
                forward: change,
                backward,
                before,
                after,
            });
        }
        Ok(())
    }

    /// What the text would say after an edit, which is not made.
    ///
    /// # Errors
    /// Any [`PlanError`].
    pub fn after(&self, edit: &Edit) -> Result<Parsed, PlanError> {
        let planned = plan(&self.parsed, edit, &self.is_canonical, &self.context);
        planned.map(|outcome| outcome.parsed)
    }

    /// Undoes the newest step; gives where the cursor stood before it.
    pub fn undo(&mut self) -> Option<C> {
        let step = self.history.undo()?;
        self.retype(&step.backward);
        Some(step.before)
    }

    /// Takes the step again that was undone last; gives where the cursor stood after it.
    pub fn redo(&mut self) -> Option<C> {
        let step = self.history.redo()?;
        self.retype(&step.forward);
        Some(step.after)
    }

    fn retype(&mut self, change: &TextEdit) {
        let mut bytes = self.parsed.tree.text().as_bytes().to_vec();
        bytes.splice(change.range.clone(), change.text.bytes());
        if self.history.taken() == 0 {
            bytes.extend(&self.tail);
        }
        self.parsed = read_bytes(bytes, &self.context);
        self.is_canonical = OnceCell::new();
    }
}
