//! Commands of a search that is on.

use super::super::run;
use super::{Command, Scope, command};
use crate::i18n as w;

pub(super) static SEARCH: &[Command] = &[
    command(
        Scope::Search,
        "next-hit",
        &["n"],
        w::cmd_next_hit,
        run::search::next,
    )
    .in_footer(w::foot_next_hit),
    command(
        Scope::Search,
        "hit-before",
        &["N"],
        w::cmd_hit_before,
        run::search::before,
    )
    .in_footer(w::foot_hit_before),
    command(
        Scope::Search,
        "end-search",
        &["Esc"],
        w::cmd_end_search,
        run::search::end,
    )
    .in_footer(w::foot_end_search),
];
