//! Commands of the document beside another version or file.

use super::super::run;
use super::{Command, Scope, command};
use crate::i18n as w;

pub(super) static COMPARE: &[Command] = &[
    command(
        Scope::Compare,
        "show-difference",
        &["Enter"],
        w::cmd_show_on_map,
        run::compare::jump,
    )
    .in_footer(w::foot_on_map),
    command(
        Scope::Compare,
        "take-difference",
        &["t"],
        w::cmd_take_difference,
        run::compare::take,
    )
    .in_footer(w::foot_take_over),
    command(
        Scope::Compare,
        "take-element",
        &["T"],
        w::cmd_take_element,
        run::compare::take_element,
    )
    .in_footer(w::foot_take_all),
    command(
        Scope::Compare,
        "filter-differences",
        &["f"],
        w::cmd_filter_differences,
        run::compare::filter,
    )
    .in_footer(w::foot_filter),
    command(
        Scope::Compare,
        "show-evidence",
        &["a"],
        w::cmd_show_evidence,
        run::compare::evidence,
    ),
    command(
        Scope::Compare,
        "next-difference",
        &["n"],
        w::cmd_next_difference,
        run::list::down,
    )
    .motion(),
    command(
        Scope::Compare,
        "difference-before",
        &["N"],
        w::cmd_difference_before,
        run::list::up,
    )
    .motion(),
];
