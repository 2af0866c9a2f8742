//! Why git could not answer. Words for people are in `i18n::git_error`.

use std::io;
use std::path::PathBuf;

/// Why git could not answer.
#[derive(Debug, thiserror::Error)]
pub enum GitError {
    /// There is no `git` in `PATH`.
    #[error("git is not installed")]
    NoProgram,
    /// No repository is around this path.
    #[error("{} is in no repository", path.display())]
    NoRepository {
        /// The path asked about.
        path: PathBuf,
    },
    /// The repository has no work tree.
    #[error("the repository around {} has no work tree", path.display())]
    Bare {
        /// The path asked about.
        path: PathBuf,
    },
    /// The repository belongs to another user, and git refuses to read it.
    #[error("the repository around {} belongs to another user", path.display())]
    Foreign {
        /// The path asked about.
        path: PathBuf,
    },
    /// The repository has no such revision.
    #[error("there is no revision {name}")]
    NoRevision {
        /// As it was typed.
        name: String,
    },
    /// What git hands out is larger than [`crate::document::file::MAX_BYTES`].
    #[error("{what} is larger than 64 MiB")]
    TooLarge {
        /// An id or a subcommand of git.
        what: String,
    },
    /// An object is not in the repository: a partial clone, or a damaged one. It is not fetched.
    #[error("object {id} is not in the repository")]
    Missing {
        /// The object.
        id: String,
    },
    /// The file passes through a filter of the repository, which only a person may run.
    #[error("{} passes through the filter {filter}", path.display())]
    Filtered {
        /// The path inside the repository.
        path: PathBuf,
        /// The filter's name.
        filter: String,
    },
    /// git ended with an error.
    #[error("git {verb}: {message}")]
    Failed {
        /// The subcommand.
        verb: &'static str,
        /// What git wrote to stderr; as it came.
        message: String,
    },
    /// git answered what makes no sense.
    #[error("git {verb} answered something unexpected")]
    Unexpected {
        /// The subcommand.
        verb: &'static str,
    },
    /// The system refused.
    #[error("cannot run git: {0}")]
    Io(#[from] io::Error),
}
