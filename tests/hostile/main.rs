//! Hostile input: whatever stands in a journey, beside it, in git or in the arguments, a terminal is
//! sent no control, no bidi control and no zero-width character of it.
//!
//! `screens` draws every screen with every command into a buffer; `commands` runs the program into
//! a pipe and into a terminal; `terminal` walks through the screens of the program itself and reads
//! the bytes that it sends; `limits` has what is too large.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod commands;
mod limits;
#[path = "../repo/mod.rs"]
mod repo;
mod screens;
mod sequences;
mod terminal;
mod texts;
#[allow(dead_code, reason = "other tests use the rest")]
#[path = "../tty/mod.rs"]
mod tty;

use touchline::journey::Context;
use touchline::journey::check::Neighbour;

/// What journeys are read with.
fn context() -> Context {
    Context {
        neighbour: Neighbour::None,
        today: jiff::civil::date(2026, 11, 22),
    }
}
