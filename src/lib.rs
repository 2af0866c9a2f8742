//! touchline: customer journeys in the terminal, kept in git.
//!
//! # The one idea: the text is the document, and everything is an edit
//!
//! ```text
//! file → text → tree → Journey → layout → screen (+ hit map)
//!  key / mouse → input → update → Edit → plan → text edit (+ inverse) → text
//!                         └→ Effect: save, copy, open editor, quit
//! ```
//!
//! - The file's **text** is the only state of a document. Tree, model, findings and layout are
//!   derived from it, anew after each edit.
//! - An [`Edit`](document::edit::Edit) says in journey words what changes. Elements are named by
//!   id, items without id by owner, field and key, never by position.
//! - [`plan`](document::plan::plan) turns an `Edit` into text edits on the tree's spans. The text
//!   is then read again, whole, and must mean what the edit says, or nothing changes.
//! - Undo is a text edit's inverse. A reload or the result of an editor is one text edit too.
//!
//! # Rooms
//!
//! - [`ron_text`]: lossless RON: lexer, span tree, text edits, canonical form. Knows no journey.
//! - [`journey`]: field table, model, ids, metrics and their formulas, findings, queries.
//! - [`document`]: `Edit`, plan, history of edits, reading and saving files.
//! - [`compare`]: two versions → what differs; three → merged text and conflicts. Knows no git.
//! - [`git`]: the `git` program, hardened; stages of a conflict; versions of a file.
//! - [`measure`]: statistics, which know no journey; survey answers into readings.
//! - [`exchange`]: journeys in the formats of others; texts out of plain data.
//! - [`app`]: state, the table of commands, keymap, update, effects.
//! - [`view`]: draws `&App` and returns the hit map.
//! - [`text`]: display safety, widths, wrapping, the one text field.
//! - [`term`]: the session of the terminal, signals, `$EDITOR`; the run loop.
//! - [`cli`]: one file a subcommand.
//! - [`i18n`]: every word a person reads, in English and German.
//!
//! # Invariants
//!
//! 1. Reading never fails and never loses a byte: tree → text is the text, for every input.
//! 2. There is no way to change a document but text edits that know their inverse. Undo of all is
//!    the first byte sequence.
//! 3. [`app::update`] alone changes the app's state, and does no input or output: it returns
//!    effects.
//! 4. [`view`] changes nothing and does no input or output.
//! 5. `ron_text`, `journey`, `document::{edit, plan}`, `compare`, `measure`, `exchange`, `app` and
//!    `view` are pure: no environment, no clock, no terminal, no files. Only `term` names
//!    crossterm; only `cli` and `term` print; only `git` starts git.
//! 6. No text from a file, a path, git or an error reaches a terminal but through
//!    [`text::sanitize`].
//! 7. Every word shown to a person comes from `i18n`, in both languages.
//! 8. One field table, [`journey::fields`], lists every field of every element. Reading, findings,
//!    inspector, `fmt`, edits, comparison, merge and `textconv` read it; there is no second list.
//! 9. No function of two screens' worth: none over 80 lines (`clippy::too_many_lines`).
#![forbid(unsafe_code)]

pub mod app;
pub mod cli;
pub mod compare;
pub mod document;
pub mod exchange;
pub mod git;
pub mod i18n;
pub mod journey;
pub mod measure;

pub mod ron_text;
mod sort;
pub mod term;
pub mod text;
pub mod view;
