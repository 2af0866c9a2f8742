//! Commands of the strategy.

use super::super::run;
use super::{Command, Scope, command};
use crate::app::App;
use crate::i18n as w;

fn is_company(app: &App) -> bool {
    app.document.parsed.company.is_some()
}

pub(super) static STRATEGY: &[Command] = &[
    command(
        Scope::Strategy,
        "open-milestone",
        &["Enter"],
        w::cmd_open_milestone,
        run::strategy::open,
    )
    .in_footer(w::foot_open),
    command(
        Scope::Strategy,
        "show-touched",
        &["o"],
        w::cmd_show_touched,
        run::strategy::show_touched,
    )
    .in_footer(w::foot_on_map)
    .offered_if(|app| !is_company(app)),
    command(
        Scope::Strategy,
        "tick-milestone",
        &["t"],
        w::cmd_tick_milestone,
        run::strategy::tick,
    )
    .in_footer(w::foot_tick)
    .offered_if(is_company),
    command(
        Scope::Strategy,
        "add-milestone",
        &["a"],
        w::cmd_add_milestone,
        run::strategy::add,
    )
    .in_footer(w::foot_add)
    .offered_if(is_company),
    command(
        Scope::Strategy,
        "delete-milestone",
        &["d", "Delete"],
        w::cmd_delete_milestone,
        run::strategy::delete,
    )
    .in_footer(w::foot_delete)
    .offered_if(is_company),
];
