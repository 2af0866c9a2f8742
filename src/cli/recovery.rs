//! Keeps what is typed safe from a crash, and offers what an earlier one left. Follows the document
//! from outside: whatever changes it, the text is what counts.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::app::App;
use crate::app::recovery::Unsaved;
use crate::document::recovery::{LeftLog, Log, left_logs};
use crate::document::save::Places;
use crate::i18n::{self, Lang};

/// Where the log under way is, for those who cannot ask the screens: the panic hook.
pub(super) type LogPath = Arc<Mutex<Option<PathBuf>>>;

/// The logs of the document on the screens.
pub(super) struct Recovery {
    places: Option<Places>,
    log: Option<Log>,
    /// What crashes left and nobody has decided about yet, the newest first.
    left: VecDeque<LeftLog>,
    /// What was recovered and is not saved yet.
    held: Vec<LeftLog>,
    path: LogPath,
    /// It was said that no log can be written.
    has_complained: bool,
}

impl Recovery {
    pub(super) fn new(places: Option<Places>) -> Recovery {
        Recovery {
            places,
            log: None,
            left: VecDeque::new(),
            held: Vec::new(),
            path: LogPath::default(),
            has_complained: false,
        }
    }

    /// Where the log under way is.
    pub(super) fn log_path(&self) -> LogPath {
        Arc::clone(&self.path)
    }

    /// Writes down what has become of the document. `base` is what its file holds.
    pub(super) fn follow(&mut self, app: &mut App, base: &[u8]) {
        if app.viewing.is_some() {
            return;
        }
        if !app.document.is_dirty() {
            return self.forget();
        }
        if let Err(error) = self.write(app, base)
            && !std::mem::replace(&mut self.has_complained, true)
        {
            let why = i18n::io_cause(app.lang, &error);
            app.refuse(i18n::recovery_refused(app.lang, &why));
        }
    }

    fn write(&mut self, app: &App, base: &[u8]) -> std::io::Result<()> {
        let Some(places) = &self.places else {
            return Ok(());
        };
        let failed = self.log.take_if(|log| log.has_failed());
        if self.log.is_none() {
            let held: Vec<PathBuf> = self.held.iter().flat_map(|it| it.logs().to_vec()).collect();
            let log = Log::begin(places, app.path.as_deref(), base, &held)?;
            self.tell(Some(log.path().to_owned()));
            self.log = Some(log);
        }
        let Some(log) = &mut self.log else {
            return Ok(());
        };
        log.follow(base, app.document.parsed.tree.text())?;
        if let Some(failed) = failed {
            log.sync()?;
            failed.remove();
        }
        Ok(())
    }

    /// The document is as its file is, or nobody wants the difference.
    pub(super) fn forget(&mut self) {
        if let Some(log) = self.log.take() {
            self.tell(None);
            log.remove();
        }
    }

    fn tell(&self, path: Option<PathBuf>) {
        *self.path.lock().unwrap_or_else(PoisonError::into_inner) = path;
    }

    /// The document stands on the disk, synced: what it was recovered from is needed no more.
    pub(super) fn saved(&mut self) {
        self.held.drain(..).for_each(|left| left.remove());
        self.forget();
    }

    /// Brings the log to the disk: the program ends with something unsaved.
    pub(super) fn sync(&self) {
        if let Some(log) = &self.log {
            // Nothing more can be done on the way out; it is in the hands of the system.
            let _ = log.sync();
        }
    }

    /// Looks for what crashes left of a file, or of journeys without file, and offers the newest.
    pub(super) fn look(&mut self, app: &mut App, path: Option<&Path>) {
        self.held.clear();
        let left = self.places.as_ref().map(|places| left_logs(path, places));
        self.left = left.unwrap_or_default().into();
        self.offer(app);
    }

    fn offer(&self, app: &mut App) {
        if let Some(left) = self.left.front() {
            app.offer_unsaved(&unsaved(left, app.lang));
        }
    }

    /// Recovers what is offered, and offers the next.
    pub(super) fn recover(&mut self, app: &mut App) {
        if let Some(left) = self.left.pop_front() {
            if crate::app::update::recovered(app, &unsaved(&left, app.lang)) {
                self.held.push(left);
            }
            self.offer(app);
        }
    }

    /// Leaves what is offered where it is, and offers the next.
    pub(super) fn leave(&mut self, app: &mut App) {
        self.left.pop_front();
        self.offer(app);
    }

    /// Removes what is offered, and offers the next.
    pub(super) fn discard(&mut self, app: &mut App) {
        if let Some(left) = self.left.pop_front() {
            left.remove();
        }
        self.offer(app);
    }
}

fn unsaved(left: &LeftLog, lang: Lang) -> Unsaved {
    Unsaved {
        base: left.base.clone(),
        text: left.text.clone(),
        when: when(left.written, lang),
    }
}

/// A moment as people here write it.
fn when(moment: SystemTime, lang: Lang) -> String {
    let Ok(moment) = Timestamp::try_from(moment) else {
        return String::new();
    };
    let local = moment.to_zoned(TimeZone::system());
    let date = i18n::date(lang, &local.date().to_string());
    format!("{date} {:02}:{:02}", local.hour(), local.minute())
}
