//! Commands of the conflicts of a merge.

use super::super::run;
use super::{Command, Scope, command};
use crate::i18n as w;

pub(super) static CONFLICTS: &[Command] = &[
    command(
        Scope::Conflicts,
        "take-ours",
        &["o"],
        w::cmd_take_ours,
        run::conflicts::ours,
    )
    .in_footer(w::foot_ours),
    command(
        Scope::Conflicts,
        "take-theirs",
        &["t"],
        w::cmd_take_theirs,
        run::conflicts::theirs,
    )
    .in_footer(w::foot_theirs),
    command(
        Scope::Conflicts,
        "take-both",
        &["b"],
        w::cmd_take_both,
        run::conflicts::both,
    )
    .in_footer(w::foot_both),
    command(
        Scope::Conflicts,
        "type-own",
        &["e"],
        w::cmd_type_own,
        run::conflicts::own,
    )
    .in_footer(w::foot_own),
    command(
        Scope::Conflicts,
        "leave-as-it-stands",
        &["x"],
        w::cmd_as_it_stands,
        run::conflicts::as_it_stands,
    ),
    command(
        Scope::Conflicts,
        "next-conflict",
        &["n"],
        w::cmd_next_conflict,
        run::conflicts::next,
    )
    .in_footer(w::foot_next),
    command(
        Scope::Conflicts,
        "show-conflict",
        &["m"],
        w::cmd_show_conflict,
        run::list::jump,
    ),
];
