//! Edits of RON texts: tables of single cases, and laws that hold for random edits of random
//! texts, laid out by hand and full of comments.
//!
//! Thousands of edits in the normal run; `TOUCHLINE_LONG=1` makes hundreds of thousands.
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

mod laws;
#[path = "../ron_text/random.rs"]
mod random;
mod stream;
mod table;
mod write;
