//! The `git` program, hardened; stages of a conflict; versions of a file. Knows no journey, and
//! prints nothing.
//!
//! A repository may have come in an archive or lie on a shared drive, and its configuration can
//! name programs: a monitor of files, a pager, filters, hooks, transports. **Nothing of that ever
//! runs here.** Each call is made by [`Git`], which closes those doors; nothing else in this
//! crate starts `git`. Names of revisions become an [`ObjectId`] at once, by
//! [`Repository::resolve`], and all other calls take ids: what a person typed is never an option.
//! `git status` is never called, for it runs filters; blob ids are compared instead. There are no
//! network verbs.
//!
//! What git says is not trusted either: ids are checked, sizes are bounded, and texts are as the
//! repository has them, for [`crate::text::sanitize`] to deal with.

mod blobs;
mod error;
mod index;
mod line_merge;
mod object_id;
mod operation;
mod program;
mod repository;
mod settings;
mod trees;
mod unfinished;
mod versions;

pub use blobs::Blobs;
pub use error::GitError;
pub use index::Stages;
pub use line_merge::{LineMerge, line_merge};
pub use object_id::ObjectId;
pub use operation::{Operation, OperationKind, Side};
pub use program::{Git, Scope};
pub use repository::Repository;
pub use settings::{Attributes, LineEnds};
pub use trees::{Change, TreeFile};
pub use unfinished::looks_unfinished;
pub use versions::{Version, Versions};
