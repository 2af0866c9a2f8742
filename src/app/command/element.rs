//! Commands on the element under the cursor, on every screen that shows elements.

use super::super::run;
use super::{Command, Scope, command};
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
    .in_footer(w::foot_move),
    command(
        Scope::Elements,
        "move-earlier",
        &["K", "A-Left", "A-Up"],
        w::cmd_move_earlier,
        run::element::move_earlier,
    ),
    command(
        Scope::Elements,
        "moment-of-truth",
        &["m"],
        w::cmd_moment,
        run::element::moment,
    )
    .in_footer(w::foot_moment),
    command(
        Scope::Elements,
        "emotion-up",
        &["+", "="],
        w::cmd_emotion_up,
        run::element::emotion_up,
    )
    .in_footer(w::foot_emotion),
    command(
        Scope::Elements,
        "emotion-down",
        &["-"],
        w::cmd_emotion_down,
        run::element::emotion_down,
    ),
    command(
        Scope::Elements,
        "expectation-1",
        &["e 1"],
        w::cmd_expectation,
        |app| run::element::rate(app, "expectation", 1),
    ),
    command(
        Scope::Elements,
        "expectation-2",
        &["e 2"],
        w::cmd_expectation,
        |app| run::element::rate(app, "expectation", 2),
    ),
    command(
        Scope::Elements,
        "expectation-3",
        &["e 3"],
        w::cmd_expectation,
        |app| run::element::rate(app, "expectation", 3),
    ),
    command(
        Scope::Elements,
        "expectation-4",
        &["e 4"],
        w::cmd_expectation,
        |app| run::element::rate(app, "expectation", 4),
    ),
    command(
        Scope::Elements,
        "expectation-5",
        &["e 5"],
        w::cmd_expectation,
        |app| run::element::rate(app, "expectation", 5),
    ),
    command(
        Scope::Elements,
        "experience-1",
        &["x 1"],
        w::cmd_experience,
        |app| run::element::rate(app, "experience", 1),
    ),
    command(
        Scope::Elements,
        "experience-2",
        &["x 2"],
        w::cmd_experience,
        |app| run::element::rate(app, "experience", 2),
    ),
    command(
        Scope::Elements,
        "experience-3",
        &["x 3"],
        w::cmd_experience,
        |app| run::element::rate(app, "experience", 3),
    ),
    command(
        Scope::Elements,
        "experience-4",
        &["x 4"],
        w::cmd_experience,
        |app| run::element::rate(app, "experience", 4),
    ),
    command(
        Scope::Elements,
        "experience-5",
        &["x 5"],
        w::cmd_experience,
        |app| run::element::rate(app, "experience", 5),
    ),
    command(
        Scope::Elements,
        "importance-1",
        &["i 1"],
        w::cmd_importance,
        |app| run::element::rate(app, "importance", 1),
    ),
    command(
        Scope::Elements,
        "importance-2",
        &["i 2"],
        w::cmd_importance,
        |app| run::element::rate(app, "importance", 2),
    ),
    command(
        Scope::Elements,
        "importance-3",
        &["i 3"],
        w::cmd_importance,
        |app| run::element::rate(app, "importance", 3),
    ),
    command(
        Scope::Elements,
        "importance-4",
        &["i 4"],
        w::cmd_importance,
        |app| run::element::rate(app, "importance", 4),
    ),
    command(
        Scope::Elements,
        "importance-5",
        &["i 5"],
        w::cmd_importance,
        |app| run::element::rate(app, "importance", 5),
    ),
    command(
        Scope::Elements,
        "note",
        &["n"],
        w::cmd_note,
        run::element::note,
    ),
];
