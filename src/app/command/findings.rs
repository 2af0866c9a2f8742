//! Commands of the list of findings.

use super::super::run;
use super::{Command, Scope, command};
use crate::i18n as w;

pub(super) static FINDINGS: &[Command] = &[command(
    Scope::Findings,
    "go-to-finding",
    &["Enter"],
    w::cmd_go_to_finding,
    run::list::jump,
)
.in_footer(w::foot_go_there)];
