//! Commands of dialogs: typing, picking, reading.

use super::super::run;
use super::{Command, Scope, command};
use crate::i18n as w;

pub(super) static DIALOGS: &[Command] = &[
    command(
        Scope::Field,
        "take",
        &["Enter"],
        w::cmd_take,
        run::dialogs::take,
    )
    .in_footer(w::foot_take),
    command(
        Scope::Field,
        "new-line",
        &["A-Enter", "C-j"],
        w::cmd_new_line,
        run::dialogs::new_line,
    ),
    command(
        Scope::Field,
        "field-undo",
        &["C-z"],
        w::cmd_undo,
        run::dialogs::undo_typing,
    ),
    command(
        Scope::Field,
        "field-redo",
        &["C-r", "C-y"],
        w::cmd_redo,
        run::dialogs::redo_typing,
    ),
    command(
        Scope::Field,
        "field-all",
        &["C-a"],
        w::cmd_select_all,
        run::dialogs::select_all,
    ),
    command(
        Scope::Field,
        "field-help",
        &["F1"],
        w::cmd_help,
        run::screens::help,
    ),
    command(
        Scope::Field,
        "leave-field",
        &["Esc", "C-c"],
        w::cmd_cancel,
        run::dialogs::cancel,
    )
    .in_footer(w::foot_cancel),
    command(
        Scope::Pick,
        "pick-up",
        &["Up"],
        w::cmd_up,
        run::dialogs::pick_up,
    ),
    command(
        Scope::Pick,
        "pick-down",
        &["Down"],
        w::cmd_down,
        run::dialogs::pick_down,
    ),
    command(
        Scope::Pick,
        "pick-page-up",
        &["PageUp"],
        w::cmd_page_up,
        run::dialogs::pick_page_up,
    ),
    command(
        Scope::Pick,
        "pick-page-down",
        &["PageDown"],
        w::cmd_page_down,
        run::dialogs::pick_page_down,
    ),
    command(
        Scope::Pick,
        "mark",
        &["Space"],
        w::cmd_mark,
        run::dialogs::mark,
    ),
    command(
        Scope::Pick,
        "pick",
        &["Enter"],
        w::cmd_take,
        run::dialogs::pick,
    )
    .in_footer(w::foot_take),
    command(
        Scope::Pick,
        "pick-help",
        &["F1"],
        w::cmd_help,
        run::screens::help,
    ),
    command(
        Scope::Pick,
        "leave-pick",
        &["Esc", "C-c"],
        w::cmd_cancel,
        run::dialogs::cancel,
    )
    .in_footer(w::foot_cancel),
    command(
        Scope::Reader,
        "read-up",
        &["Up", "k"],
        w::cmd_up,
        run::dialogs::read_up,
    ),
    command(
        Scope::Reader,
        "read-down",
        &["Down", "j"],
        w::cmd_down,
        run::dialogs::read_down,
    ),
    command(
        Scope::Reader,
        "read-page-up",
        &["PageUp"],
        w::cmd_page_up,
        run::dialogs::read_page_up,
    ),
    command(
        Scope::Reader,
        "read-page-down",
        &["PageDown", "Space"],
        w::cmd_page_down,
        run::dialogs::read_page_down,
    ),
    command(
        Scope::Reader,
        "leave-reader",
        &["Esc", "q", "?", "F1", "C-c"],
        w::cmd_cancel,
        run::dialogs::cancel,
    )
    .in_footer(w::foot_close),
];
