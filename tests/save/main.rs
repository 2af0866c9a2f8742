//! The save protocol on real files: what it keeps, what it refuses, and what is left when it is
//! killed, fails, or races. Needs `strace` and `unshare` for some of it, and says when it skips.
//! `TOUCHLINE_LONG=1` tries every point instead of a sample.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::print_stderr, clippy::print_stdout)]

mod child;
mod kept;
mod killed;
mod place;
mod refused;
mod strace;
