//! The command line as a process: what it prints, where, and how it ends.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test may stop, and says when it cannot run"
)]

mod check;
mod config;
mod diff;
mod diff_git;
mod export;
mod fmt;
mod folder;
mod home;
mod import;
mod import_map;
mod merge;
mod new;
mod output;
mod packaging;
mod progress;
#[path = "../repo/mod.rs"]
mod repo;
mod show;
#[allow(dead_code, reason = "other tests of terminals use the rest")]
#[path = "../tty/mod.rs"]
mod tty;
mod usage;
