//! Commands of values and promises against touchpoints.

use super::super::run;
use super::{Command, Scope, command};
use crate::i18n as w;

pub(super) static VALUES: &[Command] = &[
    command(
        Scope::Values,
        "value-left",
        &["Left", "h"],
        w::cmd_left,
        run::values::left,
    )
    .motion(),
    command(
        Scope::Values,
        "value-right",
        &["Right", "l"],
        w::cmd_right,
        run::values::right,
    )
    .motion(),
    command(
        Scope::Values,
        "value-stage-before",
        &["["],
        w::cmd_stage_before,
        run::map::stage_before,
    ),
    command(
        Scope::Values,
        "value-stage-after",
        &["]"],
        w::cmd_stage_after,
        run::map::stage_after,
    ),
    command(
        Scope::Values,
        "open-proof",
        &["Enter"],
        w::cmd_open_touchpoint,
        run::values::open,
    )
    .in_footer(w::foot_open),
    command(
        Scope::Values,
        "prove",
        &["t"],
        w::cmd_prove,
        run::values::toggle,
    )
    .in_footer(w::foot_prove),
];
