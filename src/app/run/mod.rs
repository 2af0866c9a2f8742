//! What the commands do, one file a family.

pub(super) mod dialogs;
pub(super) mod inspector;
pub(super) mod map;
mod remove;
pub(super) mod screens;
