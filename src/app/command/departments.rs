//! Commands of departments and hand-overs.

use super::super::run;
use super::{Command, Scope, command};
use crate::i18n as w;

pub(super) static DEPARTMENTS: &[Command] = &[
    command(
        Scope::Departments,
        "department-stage-before",
        &["Left", "h"],
        w::cmd_stage_before,
        run::map::stage_before,
    )
    .motion(),
    command(
        Scope::Departments,
        "department-stage-after",
        &["Right", "l"],
        w::cmd_stage_after,
        run::map::stage_after,
    )
    .motion(),
    command(
        Scope::Departments,
        "open-handover",
        &["Enter"],
        w::cmd_open_handover,
        run::departments::open,
    )
    .in_footer(w::foot_open),
    command(
        Scope::Departments,
        "handover-on-map",
        &["o"],
        w::cmd_show_on_map,
        run::departments::show_on_map,
    )
    .in_footer(w::foot_on_map),
];
