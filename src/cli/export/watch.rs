//! Writes an export again whenever what it is made of was saved, for a second screen in a meeting.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::Duration;

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use super::{ExportArguments, Task};
use crate::cli::input::Reader;
use crate::cli::output::Line;
use crate::cli::{Outcome, Session};
use crate::document::file::Stamp;
use crate::i18n;

/// Between two looks. What was saved is read when two looks saw the same, so that nobody is in the
/// middle of writing it.
const PAUSE: Duration = Duration::from_millis(250);

/// The files that an export is made of, and what they were.
struct Watched {
    files: Vec<PathBuf>,
    /// At the last look.
    seen: Vec<Option<Stamp>>,
    /// When they were read.
    read: Vec<Option<Stamp>>,
}

impl Watched {
    fn of(arguments: &ExportArguments) -> Watched {
        let named = || {
            [Some(&arguments.file), arguments.with.as_ref()]
                .into_iter()
                .flatten()
        };
        let beside = named().map(|it| Reader::company_beside(it));
        let files: Vec<PathBuf> = named().cloned().chain(beside).collect();
        let stamps: Vec<Option<Stamp>> = files.iter().map(|it| Stamp::at(it)).collect();
        Watched {
            files,
            seen: stamps.clone(),
            read: stamps,
        }
    }

    /// Something was saved since it was read, and nobody is still at it.
    fn look(&mut self) -> bool {
        let now: Vec<Option<Stamp>> = self.files.iter().map(|it| Stamp::at(it)).collect();
        let rests = now == self.seen;
        let is_new = rests && now != self.read;
        if is_new {
            self.read.clone_from(&now);
        }
        self.seen = now;
        is_new
    }
}

/// Writes at once, then on each save, until Ctrl-C; the last one is without what makes a browser
/// read it again.
///
/// # Errors
/// stdout cannot be written, or signals cannot be caught.
pub(super) fn watch(task: &Task<'_>, session: &mut Session) -> io::Result<Outcome> {
    let is_over = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM] {
        flag::register(signal, Arc::clone(&is_over))?;
    }
    let mut watched = Watched::of(task.arguments);
    let first = task.write(true, session)?;
    if first == Outcome::Failed {
        return Ok(first);
    }
    say(i18n::export_watching(session.lang), session)?;
    while !is_over.load(Ordering::Relaxed) {
        if watched.look() {
            again(task, true, session)?;
        }
        sleep(PAUSE);
    }
    again(task, false, session)
}

/// Writes once more; where that cannot be, what was written before stays, and that is said.
fn again(task: &Task<'_>, is_watched: bool, session: &mut Session) -> io::Result<Outcome> {
    let output = &task.arguments.output;
    let name = output.to_string_lossy();
    let made = match task.make(is_watched, session)? {
        Ok((_, made)) => made,
        Err(outcome) => {
            say(&i18n::export_stays(session.lang, &name), session)?;
            return Ok(outcome);
        }
    };
    let outcome = super::give(output, &made, session)?;
    if outcome == Outcome::Fine {
        say(&i18n::export_written(session.lang, &name), session)?;
    }
    Ok(outcome)
}

fn say(text: &str, session: &mut Session) -> io::Result<()> {
    session.output.note(&Line::new().plain(text))
}
