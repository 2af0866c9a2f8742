//! Commands of the history of a file.

use super::super::run;
use super::{Command, Scope, command};
use crate::i18n as w;

pub(super) static HISTORY: &[Command] = &[
    command(
        Scope::History,
        "view-version",
        &["Enter"],
        w::cmd_view_version,
        run::history::view,
    )
    .in_footer(w::foot_view),
    command(
        Scope::History,
        "mark-version",
        &["v"],
        w::cmd_mark_version,
        run::history::mark,
    )
    .in_footer(w::foot_compare),
    command(
        Scope::History,
        "bring-back",
        &["b"],
        w::cmd_bring_back,
        run::history::bring_back,
    )
    .in_footer(w::foot_bring_back),
    command(
        Scope::History,
        "next-chart",
        &["c"],
        w::cmd_next_chart,
        run::history::chart,
    )
    .in_footer(w::foot_chart),
];
