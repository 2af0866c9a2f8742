//! Commands of all screens that are lists.

use super::super::run;
use super::{Command, Scope, command};
use crate::i18n as w;

pub(super) static LIST: &[Command] = &[
    command(
        Scope::Lists,
        "entry-up",
        &["Up", "k"],
        w::cmd_up,
        run::list::up,
    )
    .motion(),
    command(
        Scope::Lists,
        "entry-down",
        &["Down", "j"],
        w::cmd_down,
        run::list::down,
    )
    .motion(),
    command(
        Scope::Lists,
        "entries-up",
        &["PageUp"],
        w::cmd_page_up,
        run::list::page_up,
    )
    .motion(),
    command(
        Scope::Lists,
        "entries-down",
        &["PageDown"],
        w::cmd_page_down,
        run::list::page_down,
    )
    .motion(),
    command(
        Scope::Lists,
        "first-entry",
        &["Home", "0"],
        w::cmd_first,
        run::list::first,
    )
    .motion(),
    command(
        Scope::Lists,
        "last-entry",
        &["End", "$"],
        w::cmd_last,
        run::list::last,
    )
    .motion(),
    command(
        Scope::Lists,
        "open-entry",
        &["Enter"],
        w::cmd_open,
        run::list::open,
    )
    .in_footer(w::foot_open),
    command(
        Scope::Lists,
        "leave",
        &["Esc"],
        w::cmd_leave,
        run::list::leave,
    )
    .in_footer(w::foot_back)
    .offered_if(|app| !app.screen.is_before_journeys()),
];
