//! The command that repeats the last change.

use super::super::run;
use super::{Command, Scope, command};
use crate::i18n as w;

pub(super) static REPEAT: &[Command] = &[command(
    Scope::Elements,
    "repeat",
    &["."],
    w::cmd_repeat,
    run::repeat::repeat,
)];
