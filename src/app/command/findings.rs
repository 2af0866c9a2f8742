//! Commands of the list of findings.

use super::super::run;
use super::{Command, Scope, command};
use crate::app::App;
use crate::i18n as w;

pub(super) static FINDINGS: &[Command] = &[
    command(
        Scope::Findings,
        "go-to-finding",
        &["Enter"],
        w::cmd_go_to_finding,
        run::list::jump,
    )
    .in_footer(w::foot_go_there),
    command(
        Scope::Findings,
        "fix-finding",
        &["f"],
        w::cmd_fix,
        run::findings::fix,
    )
    .in_footer(w::foot_fix)
    .offered_if(|app: &App| app.fix_here().is_some()),
    command(
        Scope::Findings,
        "silence-advice",
        &["S"],
        w::cmd_silence,
        run::findings::silence,
    )
    .in_footer(w::foot_silence)
    .offered_if(|app: &App| app.advice_here().is_some()),
];
