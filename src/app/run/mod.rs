//! What the commands do, one file a family.

pub(super) mod dialogs;
pub(super) mod inspector;
pub(super) mod map;
pub(super) mod mouse;
mod remove;
pub(super) mod screens;
