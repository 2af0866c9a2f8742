//! What others do to the file while it is open: taken over where nothing is unsaved, asked about
//! where something is, said where nothing can be read. Knows no disk: what a look at the file found
//! comes in.

use super::changes::{Against, Showing};
use super::conflicts::{Resolution, Sides, Texts};
use super::dialog::{Answer, ConfirmDialog, Dialog, Does};
use super::effect::Effect;
use super::{App, Screen, update};
use crate::i18n as w;
use crate::journey::read;

/// How the file stands against what was last read or saved of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum FileState {
    /// As it was.
    #[default]
    AsRead,
    /// Others wrote this to it, which the document does not have.
    Changed(Vec<u8>),
    /// It is not there any more.
    Gone,
    /// What stands there cannot be read.
    Unreadable,
}

/// What a look at the file found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// What was last read or saved.
    AsRead,
    /// Something else.
    Bytes(Vec<u8>),
    /// Nothing.
    Gone,
    /// Nothing that can be read, for this reason.
    Unreadable(String),
}

impl App {
    /// The person is in the middle of something that a change of the file must not disturb.
    pub fn is_busy(&self) -> bool {
        let is_choosing = !self.dialogs.is_empty() || !self.pending.is_empty() || self.menu;
        is_choosing || self.drag.is_some() || self.viewing.is_some()
    }

    /// What others wrote waits only for one's own changes to go.
    pub fn waits_for_clean(&self) -> bool {
        matches!(self.file_state, FileState::Changed(_)) && !self.document.is_edited()
    }

    /// Takes what a look found; `rests` where the look before found the same. Whoever writes a file
    /// may be in the middle of it: what reads badly is given time. `true` where the document has it
    /// now.
    pub(super) fn take_look(&mut self, base: &[u8], found: Found, rests: bool) -> bool {
        match found {
            Found::AsRead => self.is_as_read(),
            Found::Bytes(bytes) => return self.take_bytes(base, bytes, rests),
            _ if !rests => {}
            Found::Gone => {
                let text = w::foreign_gone(self.lang, &self.file_name());
                self.drift(FileState::Gone, text);
            }
            Found::Unreadable(why) => {
                let text = w::foreign_lost(self.lang, &why);
                self.drift(FileState::Unreadable, text);
            }
        }
        false
    }

    fn is_as_read(&mut self) {
        if self.file_state != FileState::AsRead {
            self.file_state = FileState::AsRead;
            self.document.set_adrift(false);
            self.done(w::foreign_back(self.lang));
        }
    }

    fn take_bytes(&mut self, base: &[u8], bytes: Vec<u8>, rests: bool) -> bool {
        if bytes == self.document.bytes() {
            self.stands_on_disk();
            return true;
        }
        let text = String::from_utf8(bytes).ok();
        let is_good = text.as_ref().is_some_and(|text| self.is_readable(text));
        let is_no_worse = rests && self.document.parsed.is_unreadable();
        match text {
            Some(text) if !self.document.is_edited() && (is_good || is_no_worse) => {
                update::reread(self, Ok(text.into_bytes()));
                self.done(w::foreign_reread(self.lang));
                return true;
            }
            _ if !rests => {}
            Some(text) if is_good => self.meet_or_ask(base, text),
            _ => {
                let text = w::foreign_unreadable(self.lang, &self.file_name());
                self.drift(FileState::Unreadable, text);
            }
        }
        false
    }

    /// What the document says is what the file holds.
    pub(super) fn stands_on_disk(&mut self) {
        self.document.saved(self.document.state());
        self.file_state = FileState::AsRead;
    }

    /// A merge that was being decided is over: its text is not there any more.
    pub(super) fn end_deciding(&mut self) {
        if self.resolution.take().is_some() && self.behind == Screen::Conflicts {
            self.show(Screen::Map);
        }
    }

    fn is_readable(&self, text: &str) -> bool {
        !read(text.to_owned(), self.document.context()).is_unreadable()
    }

    /// What the file held is in the document alone from now on.
    pub(super) fn drift(&mut self, state: FileState, text: String) {
        self.file_state = state;
        self.document.set_adrift(true);
        self.refuse(text);
    }

    fn meet_or_ask(&mut self, base: &[u8], theirs: String) {
        let is_known = self.file_state == FileState::Changed(theirs.clone().into_bytes());
        self.file_state = FileState::Changed(theirs.clone().into_bytes());
        self.document.set_adrift(false);
        match (is_known, self.is_deciding()) {
            (true, _) => {}
            // Another merge would take the place of the one that is being decided.
            (_, true) => self.refuse(w::foreign_deciding(self.lang)),
            _ => self.ask_about(base, theirs),
        }
    }

    fn is_deciding(&self) -> bool {
        let now = &self.document.parsed;
        self.resolution.as_ref().is_some_and(|it| it.open(now) > 0)
    }

    /// Asks what is to become of what others wrote, and says what that is.
    pub(super) fn ask_about(&mut self, base: &[u8], theirs: String) {
        let lang = self.lang;
        let changed = self.would_change(base, theirs.as_bytes());
        let outlook = self.outlook(base, theirs);
        let can_merge = outlook.is_ok();
        let outlook = outlook.unwrap_or_else(|why| w::foreign_no_merge(lang, why));
        let mut lines = vec![format!("{} {outlook}", w::foreign_text(lang))];
        lines.push(String::new());
        lines.push(w::foreign_changed(lang).to_owned());
        lines.extend(changed);
        self.dialogs.push(Dialog::Confirm(ConfirmDialog {
            title: w::foreign_title(lang).to_owned(),
            lines,
            answers: self.ways(can_merge),
            scroll: 0,
        }));
    }

    /// How a merge would go, in words; why there can be none.
    fn outlook(&self, base: &[u8], theirs: String) -> Result<String, &'static str> {
        let lang = self.lang;
        if self.is_deciding() {
            return Err(w::foreign_decide_first(lang));
        }
        let texts = Texts {
            base: String::from_utf8_lossy(base).into_owned(),
            ours: self.document.parsed.tree.text().to_owned(),
            theirs,
        };
        let merged = Resolution::of(&texts, self.foreign_sides(), self.document.context());
        let (_, resolution) = merged.map_err(|why| w::merge_why(lang, why))?;
        Ok(match resolution.conflicts.len() {
            0 => w::foreign_fits(lang).to_owned(),
            1 => w::foreign_clash(lang).to_owned(),
            count => w::foreign_clashes(lang, count),
        })
    }

    /// The sides of a merge with what others wrote to the file.
    pub(super) fn foreign_sides(&self) -> Sides {
        Sides {
            title: w::foreign_title(self.lang).to_owned(),
            ours: w::foreign_ours(self.lang).to_owned(),
            theirs: w::foreign_theirs(self.lang).to_owned(),
            of_git: false,
        }
    }

    fn ways(&self, can_merge: bool) -> Vec<Answer> {
        let lang = self.lang;
        let effects = |key, label, effect| Answer::new(key, label, Does::Effects(vec![effect]));
        let merge = effects(
            w::foreign_merge_key(lang),
            w::foreign_merge(lang),
            Effect::MergeFile,
        );
        let keep = Answer::new(
            w::foreign_keep_key(lang),
            w::foreign_keep(lang),
            Does::Cancel,
        );
        let take = effects(
            w::foreign_take_key(lang),
            w::foreign_take(lang),
            Effect::TakeFile,
        );
        let is_journey = self.document.parsed.company.is_none();
        let show = self.path.clone().filter(|_| is_journey).map(|path| {
            let compare = Effect::Compare(Against::File(path), Showing::SideBySide);
            effects(w::foreign_show_key(lang), w::foreign_show(lang), compare)
        });
        let merge = can_merge.then_some(merge);
        merge.into_iter().chain([keep, take]).chain(show).collect()
    }

    pub(super) fn file_name(&self) -> String {
        let name = self.path.as_ref().and_then(|path| path.file_name());
        name.unwrap_or_default().to_string_lossy().into_owned()
    }
}
