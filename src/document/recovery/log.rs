//! The log that a process writes.

use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rustix::fs::FlockOperation;

use super::ENDING;
use super::record::{Record, beginning, encode};
use super::syncer::Syncer;
use crate::document::file::resolve;
use crate::document::save::{PRIVATE, Places, lock, make_private_folder, sync_folder};
use crate::ron_text::TextEdit;

/// How long another process may look at a log that was just made.
const PATIENCE: Duration = Duration::from_secs(1);

/// A log under way. Dropping it leaves it on the disk.
pub struct Log {
    path: PathBuf,
    file: File,
    /// The folder, whose entry of the file must be on the disk too.
    folder: File,
    syncer: Syncer,
    base: Vec<u8>,
    /// The text that the log amounts to; `None` where the base is none.
    text: Option<String>,
    /// Bytes of the records that are whole.
    length: u64,
    /// A write failed: there may be more bytes than those.
    is_torn: bool,
}

impl Log {
    /// Begins a log of a file that held `base`, or of a journey without file. `holds` are the logs
    /// whose text the document has.
    ///
    /// # Errors
    /// The recovery folder cannot be written.
    pub fn begin(
        places: &Places,
        path: Option<&Path>,
        base: &[u8],
        holds: &[PathBuf],
    ) -> io::Result<Log> {
        make_private_folder(&places.recovery_folder)?;
        let path = path.map(resolve).transpose()?;
        let path = path.map(|it| Record::File(it.as_os_str().as_bytes().to_vec()));
        let name = |log: &PathBuf| Some(Record::Holds(log.file_name()?.as_bytes().to_vec()));
        let records: Vec<Record> = path
            .into_iter()
            .chain([Record::Base(base.to_vec())])
            .chain(holds.iter().filter_map(name))
            .collect();
        let beginning = beginning(&records);
        let (log, file) = create(&places.recovery_folder)?;
        // What has no whole beginning is of no use to anybody.
        let folder = File::open(&places.recovery_folder);
        let begun = folder.and_then(|folder| Ok((started(&file, &folder, &beginning)?, folder)));
        let (syncer, folder) = begun.inspect_err(|_| remove(&log))?;
        Ok(Log {
            path: log,
            syncer,
            file,
            folder,
            base: base.to_vec(),
            text: String::from_utf8(base.to_vec()).ok(),
            length: beginning.len() as u64,
            is_torn: false,
        })
    }

    /// Where the log is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Appends how the text became this one, and that the file holds `base` by now.
    ///
    /// # Errors
    /// It cannot be written; the next time is another try.
    pub fn follow(&mut self, base: &[u8], text: &str) -> io::Result<()> {
        if self.base != base {
            self.append(&Record::Base(base.to_vec()))?;
            self.base = base.to_vec();
        }
        let record = match &self.text {
            Some(now) if now == text => return Ok(()),
            Some(now) => Record::Edit(TextEdit::between(now, text)),
            None => Record::Whole(text.to_owned()),
        };
        self.append(&record)?;
        self.text = Some(text.to_owned());
        Ok(())
    }

    /// One write, so that a process that is killed leaves whole records.
    fn append(&mut self, record: &Record) -> io::Result<()> {
        self.mend()?;
        let bytes = encode(record);
        let written = self.file.write_all(&bytes);
        self.is_torn = written.is_err();
        written?;
        self.length += bytes.len() as u64;
        self.syncer.wake();
        Ok(())
    }

    /// Cuts off what a failed write left of a record: it would hide all that come after it.
    fn mend(&mut self) -> io::Result<()> {
        if self.is_torn {
            self.file.set_len(self.length)?;
            self.is_torn = false;
        }
        Ok(())
    }

    /// The disk refused to take it: what it has is not known any more, and no second try on the
    /// same file would tell.
    pub fn has_failed(&self) -> bool {
        self.syncer.has_failed()
    }

    /// Brings the log to the disk.
    ///
    /// # Errors
    /// The system refuses.
    pub fn sync(&self) -> io::Result<()> {
        self.file.sync_all()?;
        sync_folder(&self.folder)
    }

    /// Removes the log: its text is saved, or nobody wants it.
    pub fn remove(self) {
        remove(&self.path);
    }
}

/// One that stays is found unlocked, and offered.
fn remove(log: &Path) {
    let _ = std::fs::remove_file(log);
}

fn started(mut file: &File, folder: &File, beginning: &[u8]) -> io::Result<Syncer> {
    file.write_all(beginning)?;
    Syncer::of(file.try_clone()?, folder.try_clone()?)
}

impl Drop for Log {
    /// From here on the log is one that was left; the thread that syncs may have it open yet.
    fn drop(&mut self) {
        let _ = rustix::fs::flock(&self.file, FlockOperation::Unlock);
    }
}

/// A locked file of a name that no other one has.
fn create(folder: &Path) -> io::Result<(PathBuf, File)> {
    for n in 0_u32.. {
        let path = folder.join(format!("{}-{n}.{ENDING}", std::process::id()));
        let opened = OpenOptions::new()
            .append(true)
            .create_new(true)
            .mode(PRIVATE)
            .open(&path);
        match opened {
            Ok(file) => {
                // Whoever looks for left logs may hold it for a moment.
                lock(&file, PATIENCE).inspect_err(|_| remove(&path))?;
                return Ok((path, file));
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}
