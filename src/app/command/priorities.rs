//! Commands of what to improve first.

use super::super::run;
use super::{Command, Scope, command};
use crate::i18n as w;

pub(super) static PRIORITIES: &[Command] = &[
    command(
        Scope::Priorities,
        "crosshair",
        &["c"],
        w::cmd_crosshair,
        run::priorities::crossing,
    )
    .in_footer(w::foot_crosshair),
    command(
        Scope::Priorities,
        "priority-on-map",
        &["o"],
        w::cmd_show_on_map,
        run::list::jump,
    )
    .in_footer(w::foot_on_map),
];
