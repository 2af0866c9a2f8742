//! A document: its text, the edits that change it, and its file.

pub mod file;
pub mod save;
