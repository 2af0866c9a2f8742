//! Commands on the element under the cursor, on every screen that shows elements.

use super::super::run;
use super::{Command, Scope, command};
use crate::app::App;
use crate::i18n as w;

pub(super) static ELEMENT: &[Command] = &[
    command(
        Scope::Elements,
        "duplicate",
        &["D"],
        w::cmd_duplicate,
        run::element::duplicate,
    ),
    command(
        Scope::Elements,
        "copy",
        &["y"],
        w::cmd_copy,
        run::element::copy,
    ),
    command(
        Scope::Elements,
        "paste",
        &["p"],
        w::cmd_paste,
        run::paste::paste,
    ),
    command(
        Scope::Elements,
        "move-later",
        &["J", "A-Right", "A-Down"],
        w::cmd_move_later,
        run::element::move_later,
    )
    .in_footer(w::foot_move)
    .offered_if(App::has_marks),
    command(
        Scope::Elements,
        "move-earlier",
        &["K", "A-Left", "A-Up"],
        w::cmd_move_earlier,
        run::element::move_earlier,
    ),
    command(
        Scope::Elements,
        "note",
        &["n"],
        w::cmd_note,
        run::element::note,
    )
    .repeated(),
];
