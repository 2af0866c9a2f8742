//! Commands of the import of survey answers.

use super::super::run;
use super::{Command, Scope, command};
use crate::i18n as w;

pub(super) static IMPORT: &[Command] = &[
    command(
        Scope::Import,
        "change-import",
        &["Enter"],
        w::cmd_change_import,
        run::import::change,
    )
    .in_footer(w::foot_change),
    command(
        Scope::Import,
        "take-readings",
        &["t"],
        w::cmd_take_readings,
        run::import::take,
    )
    .in_footer(w::foot_take),
    command(
        Scope::Import,
        "leave-import",
        &["Esc"],
        w::cmd_leave_import,
        run::import::leave,
    )
    .in_footer(w::foot_back),
    command(
        Scope::Import,
        "import-metric",
        &["m"],
        w::cmd_import_metric,
        run::import::ask_metric,
    )
    .in_footer(w::foot_metric),
    command(
        Scope::Import,
        "import-scale",
        &["s"],
        w::cmd_import_scale,
        run::import::ask_scale,
    )
    .in_footer(w::foot_scale),
    command(
        Scope::Import,
        "import-missing",
        &["n"],
        w::cmd_import_missing,
        run::import::ask_missing,
    )
    .in_footer(w::foot_missing),
    command(
        Scope::Import,
        "leave-out",
        &["d", "Delete"],
        w::cmd_leave_out,
        run::import::leave_out,
    )
    .in_footer(w::foot_leave_out),
    command(
        Scope::Import,
        "import-replace",
        &["r"],
        w::cmd_import_replace,
        run::import::replace,
    ),
];
