//! What the commands do, one file a family.

pub(super) mod capture;
pub(super) mod changes;
pub(super) mod conflicts;
pub(super) mod dialogs;
pub(super) mod element;
pub(super) mod filter;
pub(super) mod findings;
pub(super) mod history;
pub(super) mod inspector;
pub(super) mod kpis;
pub(super) mod lens;
pub(super) mod list;
pub(super) mod map;
pub(super) mod moments;
pub(super) mod mouse;
pub(super) mod notes;
pub(super) mod outline;
pub(super) mod palette;
pub(super) mod paste;
pub(super) mod priorities;
pub(super) mod remove;
pub(super) mod repeat;
pub(super) mod screens;
pub(super) mod search;
pub(super) mod start;
