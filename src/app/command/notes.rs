//! Commands of the list of notes.

use super::super::run;
use super::{Command, Scope, command};
use crate::i18n as w;

pub(super) static NOTES: &[Command] = &[
    command(
        Scope::Notes,
        "tick-note",
        &["t"],
        w::cmd_tick,
        run::notes::tick,
    )
    .repeated()
    .in_footer(w::foot_tick),
    command(
        Scope::Notes,
        "note-about",
        &["o"],
        w::cmd_show_about,
        run::notes::show_about,
    )
    .in_footer(w::foot_about),
    command(
        Scope::Notes,
        "add-note",
        &["a"],
        w::cmd_add_note,
        run::notes::add,
    )
    .in_footer(w::foot_add),
    command(
        Scope::Notes,
        "delete-note",
        &["d", "Delete"],
        w::cmd_delete,
        run::outline::delete,
    )
    .in_footer(w::foot_delete),
];
