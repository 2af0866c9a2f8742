//! The versions of a file for the history screen: found, read and measured on a thread of their
//! own, so that the screen stays in use.

use std::path::Path;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

use jiff::civil::Date;

use super::past::{Held, Past};
use crate::app::history::{Figures, PastVersion};
use crate::git::GitError;
use crate::i18n::{self, Lang};
use crate::journey::check::Neighbour;
use crate::journey::{Context, read};

/// Versions on their way.
pub(super) struct Coming {
    versions: Receiver<Result<PastVersion, String>>,
}

/// What has come since it was asked last.
pub(super) struct Came {
    pub(super) versions: Vec<PastVersion>,
    /// No more will come; why not, if it failed.
    pub(super) done: Option<Result<(), String>>,
}

impl Coming {
    /// Begins to read the versions of a file.
    pub(super) fn of(file: &Path, today: Date, lang: Lang) -> Coming {
        let (sender, versions) = channel();
        let file = file.to_owned();
        thread::spawn(move || {
            let past = match Past::of(&file) {
                Ok(past) => past,
                Err(error) => return drop(sender.send(Err(told(lang, &error)))),
            };
            for held in past {
                let version = held.map(|held| measured(held, today));
                let is_over = version.is_err();
                let version = version.map_err(|error| told(lang, &error));
                // Nobody waits any more where the other end is gone.
                if sender.send(version).is_err() || is_over {
                    return;
                }
            }
        });
        Coming { versions }
    }

    /// Takes what has come.
    pub(super) fn take(&self) -> Came {
        let mut came = Came {
            versions: Vec::new(),
            done: None,
        };
        loop {
            match self.versions.try_recv() {
                Ok(Ok(version)) => came.versions.push(version),
                Ok(Err(error)) => came.done = Some(Err(error)),
                Err(TryRecvError::Empty) => return came,
                Err(TryRecvError::Disconnected) => {
                    came.done.get_or_insert(Ok(()));
                    return came;
                }
            }
        }
    }
}

fn told(lang: Lang, error: &GitError) -> String {
    let (what, help) = i18n::git_error(lang, error);
    format!("{what}: {help}")
}

fn measured(held: Held, today: Date) -> PastVersion {
    let text = |bytes: Option<Vec<u8>>| String::from_utf8(bytes?).ok();
    let (version, before) = (held.version, text(held.before));
    let text = text(held.bytes);
    let context = Context {
        neighbour: Neighbour::Unknown,
        today,
    };
    let figures = text.as_ref().map(|text| {
        let parsed = read(text.clone(), &context);
        Figures::of(&parsed)
    });
    PastVersion {
        commit: version.commit.short().to_owned(),
        date: version
            .date
            .map(|date| date.date().to_string())
            .unwrap_or_default(),
        author: version.author,
        subject: version.subject,
        text: text.map(Into::into),
        before: before.map(Into::into),
        figures: figures.unwrap_or_default(),
    }
}
