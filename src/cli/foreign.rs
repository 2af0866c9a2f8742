//! Looks at the file behind the screens for what others do to it, and brings that in.

use super::conflict;
use super::input::Reader;
use super::screens::Screens;
use crate::app::foreign::{FileState, Found};
use crate::app::{Screen, update};
use crate::document::file::{self, OnDisk, ReadError, Stamp};
use crate::i18n;
use crate::journey::check::Neighbour;

/// What the looks at a file have seen.
#[derive(Default)]
pub(super) struct Watch {
    /// What the last look saw.
    last: Option<Option<Stamp>>,
    /// What was dealt with: there is nothing to do until the file has another stamp.
    settled: Option<Option<Stamp>>,
    /// The `company.ron` beside the file that the document is read with.
    company: Option<Option<Stamp>>,
}

impl Watch {
    /// Whether a look sees what the last one saw.
    fn rests(&mut self, stamp: Option<Stamp>) -> bool {
        self.last.replace(stamp) == Some(stamp)
    }
}

impl Screens {
    /// Looks at the file and the company beside it; `true` where that shows. Bytes are read only
    /// when the stamp says that there may be others.
    pub(super) fn look_around(&mut self) -> bool {
        if self.app.is_busy() {
            return false;
        }
        let looked = self.look_at_file();
        self.look_at_company() || looked
    }

    fn look_at_file(&mut self) -> bool {
        let Some(known) = &self.on_disk else {
            return false;
        };
        let stamp = Stamp::at(known.path());
        let rests = self.watch.rests(stamp);
        if self.watch.settled == Some(stamp) && !self.app.waits_for_clean() {
            return false;
        }
        self.watch.settled = rests.then_some(stamp);
        let base = known.content().unwrap_or_default().to_vec();
        let read = file::read(known.path());
        let found = found(&read, known, self.app.lang);
        let before = (self.app.message.clone(), self.app.file_state.clone());
        let taken = update::looked(&mut self.app, &base, found, rests);
        match read {
            Ok(now) if taken => {
                self.on_disk = Some(now);
                self.after_taking();
            }
            Ok(now) if self.is_in_conflict() => self.take(now),
            _ => {}
        }
        taken
            || !self.app.dialogs.is_empty()
            || before != (self.app.message.clone(), self.app.file_state.clone())
    }

    /// What cannot be read is what git left to be decided, and there is nothing of one's own.
    fn is_in_conflict(&self) -> bool {
        let app = &self.app;
        let path = app.path.as_deref();
        let is_unreadable = app.file_state == FileState::Unreadable;
        is_unreadable
            && !app.document.is_edited()
            && path.is_some_and(|path| conflict::is_left(path, app.lang))
    }

    /// What follows from the file follows it.
    fn after_taking(&mut self) {
        conflict::decide(&mut self.app);
        if self.app.behind == Screen::History {
            update::begin_history(&mut self.app);
            self.read_history();
        }
    }

    fn look_at_company(&mut self) -> bool {
        let Some(path) = self.on_disk.as_ref().map(|it| it.path().to_owned()) else {
            return false;
        };
        let stamp = Stamp::at(&Reader::company_beside(&path));
        if self.watch.company == Some(stamp) {
            return false;
        }
        let is_first = self.watch.company.is_none();
        match Reader::new(self.today).neighbour(&path) {
            // Somebody may be in the middle of writing it.
            Neighbour::Unknown if !is_first => false,
            neighbour => {
                self.watch.company = Some(stamp);
                update::beside(&mut self.app, neighbour);
                true
            }
        }
    }

    /// Reads the file again; asks where something is not saved.
    pub(super) fn reload(&mut self) {
        let Some(path) = self.path() else { return };
        let lang = self.app.lang;
        match file::read(&path) {
            Ok(now) if self.app.document.is_edited() => {
                let base = self.on_disk.as_ref().and_then(OnDisk::content);
                let base = base.unwrap_or_default();
                let theirs = now.content().unwrap_or_default();
                update::reread_beside(&mut self.app, base, theirs);
            }
            Ok(now) => self.take(now),
            Err(error) => {
                update::reread(&mut self.app, Err(i18n::read_error(lang, &error).0));
            }
        }
    }

    /// Takes what stands in the file instead of the document.
    pub(super) fn take_file(&mut self) {
        let Some(path) = self.path() else { return };
        let lang = self.app.lang;
        match file::read(&path) {
            Ok(now) => self.take(now),
            Err(error) => {
                update::reread(&mut self.app, Err(i18n::read_error(lang, &error).0));
            }
        }
    }

    fn take(&mut self, now: OnDisk) {
        let bytes = now.content().unwrap_or_default().to_vec();
        if update::reread(&mut self.app, Ok(bytes)) {
            self.on_disk = Some(now);
            self.after_taking();
        }
    }

    /// Merges what stands in the file into the document.
    pub(super) fn merge_file(&mut self) {
        let met = self.meet();
        update::merged(&mut self.app, met);
    }

    fn path(&self) -> Option<std::path::PathBuf> {
        self.on_disk.as_ref().map(|it| it.path().to_owned())
    }
}

/// What was read, beside what was last known.
fn found(read: &Result<OnDisk, ReadError>, known: &OnDisk, lang: i18n::Lang) -> Found {
    match read {
        Ok(now) if now.content() == known.content() => Found::AsRead,
        Ok(now) => Found::Bytes(now.content().unwrap_or_default().to_vec()),
        Err(ReadError::NotFound { .. }) if known.content().is_none() => Found::AsRead,
        Err(ReadError::NotFound { .. }) => Found::Gone,
        Err(error) => Found::Unreadable(i18n::read_error(lang, error).0),
    }
}
