//! Commands of the list of KPIs.

use super::super::run;
use super::{Command, Scope, command};
use crate::i18n as w;

pub(super) static KPIS: &[Command] = &[
    command(
        Scope::Kpis,
        "kpi-target",
        &["t"],
        w::cmd_target,
        run::kpis::target,
    )
    .repeated()
    .in_footer(w::foot_target),
    command(
        Scope::Kpis,
        "add-reading",
        &["r"],
        w::cmd_add_reading,
        run::kpis::add_reading,
    )
    .in_footer(w::foot_reading),
    command(
        Scope::Kpis,
        "add-kpi",
        &["a"],
        w::cmd_add_kpi,
        run::kpis::add,
    )
    .in_footer(w::foot_add),
    command(
        Scope::Kpis,
        "delete-kpi",
        &["d", "Delete"],
        w::cmd_delete,
        run::outline::delete,
    )
    .in_footer(w::foot_delete),
];
