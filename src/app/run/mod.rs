//! What the commands do, one file a family.

pub(super) mod dialogs;
pub(super) mod element;
pub(super) mod inspector;
pub(super) mod lens;
pub(super) mod list;
pub(super) mod map;
pub(super) mod mouse;
pub(super) mod outline;
pub(super) mod palette;
pub(super) mod paste;
pub(super) mod remove;
pub(super) mod screens;
pub(super) mod search;
