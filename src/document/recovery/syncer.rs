//! Brings what was appended to a log to the disk, beside the work, within a second.

use std::fs::File;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use crate::document::save::sync_folder;

/// So long changes are gathered before they are brought to the disk. With the time that this takes,
/// it is less than the second that is promised.
const GATHER: Duration = Duration::from_millis(500);

/// A thread that syncs a file after it was told that something was appended.
pub(super) struct Syncer {
    wake: Sender<()>,
    has_failed: Arc<AtomicBool>,
}

impl Syncer {
    /// Starts the thread, for a file that is new in its folder; it ends when the syncer is dropped.
    pub(super) fn of(file: File, folder: File) -> io::Result<Syncer> {
        let (wake, woken) = channel();
        let has_failed = Arc::<AtomicBool>::default();
        let failed = Arc::clone(&has_failed);
        let named = thread::Builder::new().name("recovery".into());
        named.spawn(move || sync_when_woken(&file, folder, &woken, &failed))?;
        Ok(Syncer { wake, has_failed })
    }

    /// Something was appended.
    pub(super) fn wake(&self) {
        // The thread ends only with the syncer itself.
        let _ = self.wake.send(());
    }

    /// The disk refused once.
    pub(super) fn has_failed(&self) -> bool {
        self.has_failed.load(Relaxed)
    }
}

fn sync_when_woken(file: &File, folder: File, woken: &Receiver<()>, has_failed: &AtomicBool) {
    let mut folder = Some(folder);
    while woken.recv().is_ok() {
        thread::sleep(GATHER);
        while woken.try_recv().is_ok() {}
        // Once is enough for its name.
        let name = folder.take().map_or(Ok(()), |folder| sync_folder(&folder));
        if name.and(file.sync_data()).is_err() {
            return has_failed.store(true, Relaxed);
        }
    }
}
