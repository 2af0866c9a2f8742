//! Commands of the board of Moments of Truth.

use super::super::run;
use super::{Command, Scope, command};
use crate::app::App;
use crate::i18n as w;

pub(super) static MOMENTS: &[Command] = &[
    command(
        Scope::Moments,
        "accept-candidate",
        &["a"],
        w::cmd_accept,
        run::moments::accept,
    )
    .in_footer(w::foot_accept)
    .offered_if(|app: &App| app.reasons_here().is_some()),
    command(
        Scope::Moments,
        "moment-on-map",
        &["o"],
        w::cmd_show_on_map,
        run::list::jump,
    )
    .in_footer(w::foot_on_map),
    command(
        Scope::Moments,
        "unmark-moment",
        &["d", "Delete"],
        w::cmd_unmark,
        run::moments::unmark,
    )
    .repeated()
    .in_footer(w::foot_unmark)
    .offered_if(|app: &App| app.here().is_some() && app.reasons_here().is_none()),
];
