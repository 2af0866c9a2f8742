//! Commands of the outline.

use super::super::run;
use super::{Command, Scope, command};
use crate::app::App;
use crate::i18n as w;

pub(super) static OUTLINE: &[Command] = &[
    command(
        Scope::Outline,
        "outline-enter",
        &["Enter"],
        w::cmd_edit,
        run::outline::enter,
    )
    .in_footer(w::foot_open)
    .offered_if(App::has_no_marks),
    command(
        Scope::Outline,
        "unfold",
        &["Right", "l"],
        w::cmd_unfold,
        run::outline::unfold,
    ),
    command(
        Scope::Outline,
        "fold",
        &["Left", "h"],
        w::cmd_fold_row,
        run::outline::fold,
    ),
    command(
        Scope::Outline,
        "toggle-fold",
        &["z"],
        w::cmd_toggle_fold,
        run::outline::toggle,
    ),
    command(
        Scope::Outline,
        "rename",
        &["r"],
        w::cmd_rename,
        run::outline::rename,
    )
    .in_footer(w::foot_rename)
    .offered_if(App::has_no_marks),
    command(
        Scope::Outline,
        "outline-add-after",
        &["a"],
        w::cmd_add_after,
        run::outline::add_after,
    )
    .in_footer(w::foot_add)
    .offered_if(App::has_no_marks),
    command(
        Scope::Outline,
        "outline-add-before",
        &["A"],
        w::cmd_add_before,
        run::outline::add_before,
    ),
    command(
        Scope::Outline,
        "add-touchpoint",
        &["t"],
        w::cmd_add_touchpoint,
        run::outline::add_touchpoint,
    ),
    command(
        Scope::Outline,
        "outline-delete",
        &["d", "Delete"],
        w::cmd_delete,
        run::outline::delete,
    )
    .in_footer(w::foot_delete),
    command(
        Scope::Outline,
        "mark-row",
        &["v", "S-Down"],
        w::cmd_mark_row,
        run::outline::mark,
    )
    .in_footer(w::foot_mark),
    command(
        Scope::Outline,
        "mark-all",
        &["V"],
        w::cmd_mark_all,
        run::outline::mark_all,
    ),
    command(
        Scope::Outline,
        "to-stage",
        &["M"],
        w::cmd_to_stage,
        run::outline::to_stage,
    )
    .in_footer(w::foot_to_stage)
    .offered_if(App::has_marks),
    command(
        Scope::Outline,
        "set-field",
        &["f"],
        w::cmd_set_field,
        run::outline::set_field,
    )
    .repeated()
    .in_footer(w::foot_set_field)
    .offered_if(App::has_marks),
];
