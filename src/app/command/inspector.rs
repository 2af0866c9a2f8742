//! Commands of the inspector.

use super::super::run;
use super::{Command, Scope, command};
use crate::app::App;
use crate::i18n as w;

pub(super) static INSPECTOR: &[Command] = &[
    command(
        Scope::Inspector,
        "row-up",
        &["Up", "k"],
        w::cmd_up,
        run::inspector::up,
    )
    .motion(),
    command(
        Scope::Inspector,
        "row-down",
        &["Down", "j"],
        w::cmd_down,
        run::inspector::down,
    )
    .motion(),
    command(
        Scope::Inspector,
        "rows-up",
        &["PageUp"],
        w::cmd_page_up,
        run::inspector::page_up,
    )
    .motion(),
    command(
        Scope::Inspector,
        "rows-down",
        &["PageDown"],
        w::cmd_page_down,
        run::inspector::page_down,
    )
    .motion(),
    command(
        Scope::Inspector,
        "first-row",
        &["Home"],
        w::cmd_first,
        run::inspector::first,
    )
    .motion(),
    command(
        Scope::Inspector,
        "last-row",
        &["End"],
        w::cmd_last,
        run::inspector::last,
    )
    .motion(),
    command(
        Scope::Inspector,
        "edit-row",
        &["Enter", "Right", "l"],
        w::cmd_edit,
        run::inspector::edit,
    )
    .repeated_as(App::row_edit)
    .in_footer(w::foot_edit),
    command(
        Scope::Inspector,
        "add-item",
        &["a"],
        w::cmd_add_item,
        run::inspector::add,
    )
    .repeated_as(App::row_add)
    .in_footer(w::foot_add),
    command(
        Scope::Inspector,
        "clear",
        &["d", "Delete"],
        w::cmd_clear,
        run::inspector::delete,
    )
    .repeated_as(App::row_clear)
    .in_footer(w::foot_delete),
    command(
        Scope::Inspector,
        "duplicate-item",
        &["D"],
        w::cmd_duplicate,
        run::inspector::duplicate,
    ),
    command(
        Scope::Inspector,
        "copy-item",
        &["y"],
        w::cmd_copy,
        run::inspector::copy,
    ),
    command(
        Scope::Inspector,
        "paste-item",
        &["p"],
        w::cmd_paste,
        run::paste::paste,
    ),
    command(
        Scope::Inspector,
        "item-later",
        &["J", "A-Down"],
        w::cmd_move_later,
        run::inspector::move_later,
    )
    .in_footer(w::foot_move),
    command(
        Scope::Inspector,
        "item-earlier",
        &["K", "A-Up"],
        w::cmd_move_earlier,
        run::inspector::move_earlier,
    ),
    command(
        Scope::Inspector,
        "more",
        &["+", "="],
        w::cmd_more,
        run::inspector::more,
    ),
    command(
        Scope::Inspector,
        "less",
        &["-"],
        w::cmd_less,
        run::inspector::less,
    ),
    command(
        Scope::Inspector,
        "improve-row",
        &["I"],
        w::cmd_improve,
        run::improve::from_row,
    ),
    command(
        Scope::Inspector,
        "back",
        &["Esc", "Left", "h"],
        w::cmd_back,
        run::inspector::back,
    )
    .in_footer(w::foot_back),
    command(
        Scope::Inspector,
        "outward",
        &["Backspace"],
        w::cmd_outward,
        run::inspector::outward,
    ),
];
