//! Commands of the journeys of a folder.

use super::super::run;
use super::{Command, Scope, command};
use crate::app::portfolio::Need;
use crate::i18n as w;

pub(super) static PORTFOLIO: &[Command] = &[
    command(
        Scope::Portfolio,
        "open-journey",
        &["Enter"],
        w::cmd_open_journey,
        run::portfolio::open,
    )
    .in_footer(w::foot_open),
    command(
        Scope::Portfolio,
        "sort-journeys",
        &["s"],
        w::cmd_sort_journeys,
        run::portfolio::sort,
    )
    .in_footer(w::foot_sort),
    command(
        Scope::Portfolio,
        "find-journeys",
        &["/", "f t"],
        w::cmd_find_journeys,
        run::portfolio::find,
    )
    .in_footer(w::foot_find),
    command(
        Scope::Portfolio,
        "journeys-gap",
        &["f g"],
        w::cmd_filter_gap,
        |app| run::portfolio::filter(app, Need::Gap),
    ),
    command(
        Scope::Portfolio,
        "journeys-below",
        &["f b"],
        w::cmd_journeys_below,
        |app| run::portfolio::filter(app, Need::Below),
    ),
    command(
        Scope::Portfolio,
        "journeys-overdue",
        &["f o"],
        w::cmd_journeys_overdue,
        |app| run::portfolio::filter(app, Need::Overdue),
    ),
    command(
        Scope::Portfolio,
        "journeys-stale",
        &["f r"],
        w::cmd_journeys_stale,
        |app| run::portfolio::filter(app, Need::Review),
    ),
    command(
        Scope::Portfolio,
        "journeys-found",
        &["f f"],
        w::cmd_journeys_found,
        |app| run::portfolio::filter(app, Need::Findings),
    ),
    command(
        Scope::Portfolio,
        "read-journeys",
        &["r"],
        w::cmd_read_journeys,
        run::portfolio::show,
    ),
];
