//! A file as it was last read or written, and reading it. Knows nothing of what stands in it.
//!
//! Linux and macOS: files are told apart by device and inode, and symlinks are followed by hand.

use std::fs::{File, Metadata};
use std::io::{self, ErrorKind, Read, Seek};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rustix::fs::{AtFlags, CWD, FileType, Mode, OFlags};
use rustix::io::Errno;

/// The largest file that is read, in bytes: 64 MiB.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// Symlinks followed on the way to a file before they count as a loop, as in Linux.
const MAX_LINKS: usize = 40;

/// A file as it was last read or written: where it is and what stood in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnDisk {
    pub(super) path: PathBuf,
    pub(super) real: PathBuf,
    pub(super) content: Option<Vec<u8>>,
    /// The recovery copy that an unfinished save of this process left; the next save clears it.
    pub(super) copy: Option<PathBuf>,
}

impl OnDisk {
    /// A file that is not there yet, to be created by the first save.
    ///
    /// # Errors
    /// The path names a folder, its folder is missing, or it is a symlink that loops.
    pub fn absent(path: &Path) -> Result<Self, ReadError> {
        let real = resolve(path).map_err(|e| ReadError::of(path, OpenError::Io(e)))?;
        Ok(Self {
            path: path.to_owned(),
            real,
            content: None,
            copy: None,
        })
    }

    /// The path as it was given.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The absolute path of the file itself, all symlinks resolved.
    #[must_use]
    pub fn real(&self) -> &Path {
        &self.real
    }

    /// The bytes last read or written; `None` while the file does not exist yet.
    #[must_use]
    pub fn content(&self) -> Option<&[u8]> {
        self.content.as_deref()
    }
}

/// What tells cheaply that a file may have changed. Equal stamps do not prove equal bytes: a file
/// can be written twice in one tick of the clock. One that was the same some time before the bytes
/// were read does: what is written after it gets another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    inode: (u64, u64),
    size: u64,
    modified: (i64, i64),
    /// Catches tools that set the modification time back, as `rsync --inplace -t` does.
    status_changed: (i64, i64),
}

impl Stamp {
    /// The stamp of what stands at a path now; `None` where nothing does, or nobody may look.
    #[must_use]
    pub fn at(path: &Path) -> Option<Self> {
        let meta = resolve(path).and_then(|real| real.symlink_metadata());
        meta.ok().map(|meta| Self::of(&meta))
    }

    fn of(meta: &Metadata) -> Self {
        Self {
            inode: (meta.dev(), meta.ino()),
            size: meta.size(),
            modified: (meta.mtime(), meta.mtime_nsec()),
            status_changed: (meta.ctime(), meta.ctime_nsec()),
        }
    }
}

/// What stands at a path instead of a regular file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A folder.
    Folder,
    /// A named pipe.
    Pipe,
    /// A socket.
    Socket,
    /// A character or block device.
    Device,
    /// A symlink put there after the path was resolved, or something unknown.
    Other,
}

impl FileKind {
    fn of(kind: FileType) -> Self {
        match kind {
            FileType::Directory => Self::Folder,
            FileType::Fifo => Self::Pipe,
            FileType::Socket => Self::Socket,
            FileType::CharacterDevice | FileType::BlockDevice => Self::Device,
            _ => Self::Other,
        }
    }
}

/// Why a file could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// There is no such file, or no such folder.
    #[error("{} does not exist", path.display())]
    NotFound {
        /// The path as given.
        path: PathBuf,
    },
    /// It is no regular file; nothing was read from it.
    #[error("{} is no regular file ({kind:?})", path.display())]
    NotRegular {
        /// The path as given.
        path: PathBuf,
        /// What it is.
        kind: FileKind,
    },
    /// It is larger than [`MAX_BYTES`].
    #[error("{} has {bytes} bytes, more than 64 MiB", path.display())]
    TooLarge {
        /// The path as given.
        path: PathBuf,
        /// Its size in bytes, or as many as were read before the limit.
        bytes: u64,
    },
    /// The system refused.
    #[error("cannot read {}: {source}", path.display())]
    Io {
        /// The path as given.
        path: PathBuf,
        /// The cause.
        source: io::Error,
    },
}

impl ReadError {
    /// The path as given.
    pub fn path(&self) -> &Path {
        match self {
            Self::NotFound { path }
            | Self::NotRegular { path, .. }
            | Self::TooLarge { path, .. }
            | Self::Io { path, .. } => path,
        }
    }

    fn of(path: &Path, error: OpenError) -> Self {
        let path = path.to_owned();
        match error {
            OpenError::NotRegular(kind) => Self::NotRegular { path, kind },
            OpenError::Io(e) if e.kind() == ErrorKind::NotFound => Self::NotFound { path },
            OpenError::Io(e) if e.kind() == ErrorKind::IsADirectory => Self::NotRegular {
                path,
                kind: FileKind::Folder,
            },
            OpenError::Io(source) => Self::Io { path, source },
        }
    }
}

/// Why a file could not be opened; the callers know its path.
#[derive(Debug)]
pub(super) enum OpenError {
    NotRegular(FileKind),
    Io(io::Error),
}

impl<E: Into<io::Error>> From<E> for OpenError {
    fn from(error: E) -> Self {
        Self::Io(error.into())
    }
}

/// Reads a regular file of at most [`MAX_BYTES`] whole.
///
/// # Errors
/// See [`ReadError`]. Pipes and devices are refused without being opened.
pub fn read(path: &Path) -> Result<OnDisk, ReadError> {
    let failed = |e| ReadError::of(path, e);
    let real = resolve(path).map_err(|e| failed(e.into()))?;
    let file = open_regular(CWD, &real, OFlags::RDONLY).map_err(failed)?;
    let size = file.metadata().map_err(|e| failed(e.into()))?.len();
    let too_large = |bytes| ReadError::TooLarge {
        path: path.to_owned(),
        bytes,
    };
    if size > MAX_BYTES {
        return Err(too_large(size));
    }
    let content = read_at_most(&file, MAX_BYTES + 1).map_err(|e| failed(e.into()))?;
    if content.len() as u64 > MAX_BYTES {
        return Err(too_large(content.len() as u64));
    }
    Ok(OnDisk {
        path: path.to_owned(),
        real,
        content: Some(content),
        copy: None,
    })
}

/// Whether the file holds exactly these bytes.
pub(super) fn holds(file: &File, content: &[u8]) -> io::Result<bool> {
    let size = content.len() as u64;
    if file.metadata()?.len() != size {
        return Ok(false);
    }
    Ok(read_at_most(file, size + 1)? == content)
}

/// The first bytes of a file, at most so many.
pub(super) fn read_at_most(mut file: &File, bytes: u64) -> io::Result<Vec<u8>> {
    let mut content = Vec::new();
    file.rewind()?;
    file.take(bytes).read_to_end(&mut content)?;
    Ok(content)
}

/// Opens a regular file, and nothing else: a device may act on being opened, a pipe would wait.
/// The last name of the path is not followed; callers resolve it first.
pub(super) fn open_regular(
    folder: impl rustix::fd::AsFd,
    path: &Path,
    access: OFlags,
) -> Result<File, OpenError> {
    let stat = rustix::fs::statat(&folder, path, AtFlags::SYMLINK_NOFOLLOW)?;
    refuse_irregular(stat.st_mode)?;
    let flags = access | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let file =
        rustix::io::retry_on_intr(|| rustix::fs::openat(&folder, path, flags, Mode::empty()))?;
    // Again, on what was opened: it may have been replaced in between.
    refuse_irregular(rustix::fs::fstat(&file)?.st_mode)?;
    Ok(File::from(file))
}

fn refuse_irregular(mode: rustix::fs::RawMode) -> Result<(), OpenError> {
    match FileType::from_raw_mode(mode) {
        FileType::RegularFile => Ok(()),
        kind => Err(OpenError::NotRegular(FileKind::of(kind))),
    }
}

/// The absolute path behind all symlinks, also where the last one leads to no file yet.
pub(super) fn resolve(path: &Path) -> io::Result<PathBuf> {
    let mut at = path.to_owned();
    for _ in 0..MAX_LINKS {
        let Some(name) = at.file_name() else {
            at.canonicalize()?;
            return Err(ErrorKind::IsADirectory.into());
        };
        let folder = parent(&at).canonicalize()?;
        let real = folder.join(name);
        match real.read_link() {
            Ok(to) => at = folder.join(to),
            Err(e) if no_link(&e) => return Ok(real),
            Err(e) => return Err(e),
        }
    }
    Err(Errno::LOOP.into())
}

/// What `readlink` says of a file, and of nothing.
fn no_link(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::NotFound)
}

/// The folder a path lies in; the current one for a mere name.
pub fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}
