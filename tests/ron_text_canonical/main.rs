//! The canonical form of RON texts: examples written by hand, and the laws that hold for any text.
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

mod examples;
mod fixtures;
#[path = "../ron_text/generate.rs"]
mod generate;
mod laws;
#[path = "../ron_text/random.rs"]
mod random;
mod rules;
#[path = "../ron_text/typed.rs"]
mod typed;
