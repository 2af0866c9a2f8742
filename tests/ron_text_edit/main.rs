//! Edits of RON texts: tables of single cases, and laws that hold for random edits.
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

mod table;
