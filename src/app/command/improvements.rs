//! Commands of the board of improvements.

use super::super::run;
use super::{Command, Scope, command};
use crate::app::App;
use crate::i18n as w;

pub(super) static IMPROVEMENTS: &[Command] = &[
    command(
        Scope::Improvements,
        "state-left",
        &["Left", "h"],
        w::cmd_left,
        run::improvements::left,
    )
    .motion(),
    command(
        Scope::Improvements,
        "state-right",
        &["Right", "l"],
        w::cmd_right,
        run::improvements::right,
    )
    .motion(),
    command(
        Scope::Improvements,
        "card-up",
        &["Up", "k"],
        w::cmd_up,
        run::improvements::up,
    )
    .motion(),
    command(
        Scope::Improvements,
        "card-down",
        &["Down", "j"],
        w::cmd_down,
        run::improvements::down,
    )
    .motion(),
    command(
        Scope::Improvements,
        "next-state",
        &["L", "J", "A-Right", "A-Down"],
        w::cmd_next_state,
        run::improvements::next_state,
    )
    .repeated()
    .in_footer(w::foot_next_state)
    .offered_if(App::is_on_board),
    command(
        Scope::Improvements,
        "state-before",
        &["H", "K", "A-Left", "A-Up"],
        w::cmd_state_before,
        run::improvements::state_before,
    )
    .repeated()
    .in_footer(w::foot_state_before)
    .offered_if(App::is_on_board),
    command(
        Scope::Improvements,
        "drop-improvement",
        &["x"],
        w::cmd_drop_improvement,
        run::improvements::drop_it,
    )
    .repeated()
    .in_footer(w::foot_drop)
    .offered_if(App::is_on_board),
    command(
        Scope::Improvements,
        "effect-reading",
        &["r"],
        w::cmd_effect_reading,
        run::improvements::add_reading,
    )
    .in_footer(w::foot_reading),
    command(
        Scope::Improvements,
        "improvement-on-map",
        &["o"],
        w::cmd_show_on_map,
        run::improvements::show_on_map,
    )
    .in_footer(w::foot_on_map),
    command(
        Scope::Improvements,
        "what-worked",
        &["w"],
        w::cmd_what_worked,
        run::improvements::turn,
    )
    .in_footer(w::foot_what_worked),
    command(
        Scope::Improvements,
        "add-improvement",
        &["a"],
        w::cmd_add_improvement,
        run::improve::add,
    )
    .in_footer(w::foot_add),
    command(
        Scope::Improvements,
        "delete-improvement",
        &["d", "Delete"],
        w::cmd_delete,
        run::outline::delete,
    )
    .in_footer(w::foot_delete),
];
