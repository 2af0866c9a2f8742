//! The command line as a process: what it prints, where, and how it ends.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test may stop, and says when it cannot run"
)]

mod check;
mod fmt;
mod home;
mod output;
mod show;
mod usage;
