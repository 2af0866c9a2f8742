//! Commands of the page one begins from, and of the tour.

use super::super::run;
use super::{Command, Scope, command};
use crate::i18n as w;

pub(super) static START: &[Command] = &[
    command(
        Scope::Start,
        "begin",
        &["Enter"],
        w::cmd_begin,
        run::start::begin,
    )
    .in_footer(w::foot_open),
    command(
        Scope::Tour,
        "end-tour",
        &["Esc"],
        w::cmd_end_tour,
        run::start::end_tour,
    )
    .in_footer(w::foot_end_tour),
];
