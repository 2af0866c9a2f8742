//! The recovery log: what was typed and not saved, written to the user's state folder as it is
//! typed, so that no crash, kill or closed terminal loses it.
//!
//! A log belongs to one process and is locked while that process lives: a log that nobody has
//! locked was left by one that died. It starts with the file's name and what the file held; each
//! change of the text is appended at once and brought to the disk within a second. It is removed
//! when the text is saved, or when a person decides against it.

mod left;
mod log;
pub mod record;
mod syncer;
#[cfg(test)]
mod tests;

pub use left::{LeftLog, left_logs};
pub use log::Log;

/// How the files of logs end.
const ENDING: &str = "log";
