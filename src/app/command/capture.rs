//! Commands of quick add.

use super::super::run;
use super::{Command, Scope, command};
use crate::app::App;
use crate::i18n as w;

/// Columns from which on the footer has room for more than the keys of every minute.
const ROOMY: u16 = 100;

/// On a narrow screen quick add stands in the footer while there is nothing else to do.
fn has_room_or_nothing(app: &App) -> bool {
    app.size.0 >= ROOMY || app.touchpoint_count() == 0
}

pub(super) static CAPTURE: &[Command] = &[
    command(
        Scope::Map,
        "quick-add",
        &["o"],
        w::cmd_quick_add,
        run::capture::open,
    )
    .in_footer(w::foot_quick_add)
    .offered_if(has_room_or_nothing),
    command(
        Scope::Outline,
        "outline-quick-add",
        &["o"],
        w::cmd_quick_add,
        run::capture::open,
    ),
    // A list that is pasted key by key ends its lines in Ctrl-J on some terminals.
    command(
        Scope::Capture,
        "capture-take",
        &["Enter", "C-j", "A-Enter"],
        w::cmd_capture_take,
        run::capture::take,
    )
    .in_footer(w::foot_add),
    command(
        Scope::Capture,
        "capture-complete",
        &["Tab"],
        w::cmd_complete,
        run::capture::complete,
    )
    .in_footer(w::foot_complete),
    command(
        Scope::Capture,
        "capture-down",
        &["Down"],
        w::cmd_candidate_after,
        run::capture::down,
    ),
    command(
        Scope::Capture,
        "capture-up",
        &["Up"],
        w::cmd_candidate_before,
        run::capture::up,
    ),
    command(
        Scope::Capture,
        "capture-end",
        &["Esc", "C-c"],
        w::cmd_capture_end,
        run::capture::leave,
    )
    .in_footer(w::foot_end),
];
