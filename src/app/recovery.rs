//! What a crash left unsaved: shown as differences, and taken into the document when a person says
//! so. Knows no log: its text comes in.

use super::App;
use super::conflicts::Sides;
use super::dialog::{Answer, ConfirmDialog, Dialog, Does};
use super::effect::Effect;
use super::update::{self, Met};
use crate::compare::{NoMerge, differences};
use crate::document::edit::Edit;
use crate::i18n as w;
use crate::i18n::differences::Section;
use crate::journey::read_bytes;

/// What was not saved when the program ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsaved {
    /// What the file held then.
    pub base: Vec<u8>,
    /// The text that was not saved.
    pub text: String,
    /// When that was, in words.
    pub when: String,
}

impl App {
    /// Asks whether to recover it, and says what that would change.
    pub fn offer_unsaved(&mut self, unsaved: &Unsaved) {
        let lang = self.lang;
        let answer = Answer::new;
        let mut lines = vec![w::recovery_text(lang, &unsaved.when), String::new()];
        lines.extend(self.would_change(&unsaved.base, unsaved.text.as_bytes()));
        self.dialogs.push(Dialog::Confirm(ConfirmDialog {
            title: w::recovery_title(lang).to_owned(),
            lines,
            answers: vec![
                answer(
                    w::recovery_take_key(lang),
                    w::recovery_take(lang),
                    Does::Effects(vec![Effect::Recover]),
                ),
                answer(
                    w::recovery_later_key(lang),
                    w::recovery_later(lang),
                    Does::Effects(vec![Effect::LeaveUnsaved]),
                ),
                answer(
                    w::quit_discard_key(lang),
                    w::recovery_discard(lang),
                    Does::Effects(vec![Effect::DiscardUnsaved]),
                ),
            ],
            scroll: 0,
        }));
    }

    /// What a text says otherwise than another one that it started from.
    pub(super) fn would_change(&self, old: &[u8], new: &[u8]) -> Vec<String> {
        let context = self.document.context();
        let [old, new] = [old, new].map(|bytes| read_bytes(bytes.to_vec(), context));
        if old.is_unreadable() || new.is_unreadable() {
            return vec![w::recovery_no_words(self.lang).to_owned()];
        }
        let sections = self.sections(&old, &new, &differences(&old, &new));
        sections.iter().flat_map(lines).collect()
    }

    /// Takes what was not saved into the document, one step of undo; merged with what others wrote
    /// to the file since. `false` where it cannot be had.
    pub(super) fn recover(&mut self, unsaved: &Unsaved) -> bool {
        if self.document.bytes() == unsaved.base {
            return self.edit(&Edit::Whole(unsaved.text.clone()));
        }
        match self.recover_merged(unsaved) {
            Ok(Met::Merged) => true,
            Ok(Met::Conflicts) => {
                self.refuse(w::foreign_conflicts(self.lang));
                true
            }
            // Not to be merged by id: the text as it was, and undo leads back to the file's.
            Err(_) => self.edit(&Edit::Whole(unsaved.text.clone())),
        }
    }

    fn recover_merged(&mut self, unsaved: &Unsaved) -> Result<Met, NoMerge> {
        let theirs = unsaved.text.as_bytes();
        let sides = Sides {
            title: w::recovery_title(self.lang).to_owned(),
            ours: w::recovery_file(self.lang).to_owned(),
            theirs: w::recovery_unsaved(self.lang).to_owned(),
            of_git: false,
        };
        update::merge_in(self, &unsaved.base, theirs, sides)
    }
}

fn lines(section: &Section) -> Vec<String> {
    let subjects = section.subjects.iter().flat_map(|subject| {
        subject
            .told
            .iter()
            .map(|told| match subject.name.is_empty() {
                true => format!("· {}", told.sentence),
                false => format!("· {}: {}", subject.name, told.sentence),
            })
    });
    [section.heading.clone()]
        .into_iter()
        .chain(subjects)
        .collect()
}
