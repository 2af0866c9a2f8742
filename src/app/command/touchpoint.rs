//! Commands on the touchpoint under the cursor, on every screen that shows touchpoints.

use super::super::run;
use super::{Command, Scope, command};
use crate::app::App;
use crate::i18n as w;

pub(super) static TOUCHPOINT: &[Command] = &[
    command(
        Scope::Touchpoints,
        "moment-of-truth",
        &["m"],
        w::cmd_moment,
        run::element::moment,
    )
    .repeated()
    .in_footer(w::foot_moment)
    .offered_if(App::is_on_touchpoint),
    command(
        Scope::Touchpoints,
        "emotion-up",
        &["+", "="],
        w::cmd_emotion_up,
        run::element::emotion_up,
    )
    .repeated()
    .in_footer(w::foot_emotion)
    .offered_if(App::is_on_touchpoint),
    command(
        Scope::Touchpoints,
        "emotion-down",
        &["-"],
        w::cmd_emotion_down,
        run::element::emotion_down,
    )
    .repeated(),
    command(
        Scope::Touchpoints,
        "improve",
        &["I"],
        w::cmd_improve,
        run::improve::from_cause,
    ),
    command(
        Scope::Touchpoints,
        "expectation-1",
        &["e 1"],
        w::cmd_expectation,
        |app| run::element::rate(app, "expectation", 1),
    )
    .repeated(),
    command(
        Scope::Touchpoints,
        "expectation-2",
        &["e 2"],
        w::cmd_expectation,
        |app| run::element::rate(app, "expectation", 2),
    )
    .repeated(),
    command(
        Scope::Touchpoints,
        "expectation-3",
        &["e 3"],
        w::cmd_expectation,
        |app| run::element::rate(app, "expectation", 3),
    )
    .repeated(),
    command(
        Scope::Touchpoints,
        "expectation-4",
        &["e 4"],
        w::cmd_expectation,
        |app| run::element::rate(app, "expectation", 4),
    )
    .repeated(),
    command(
        Scope::Touchpoints,
        "expectation-5",
        &["e 5"],
        w::cmd_expectation,
        |app| run::element::rate(app, "expectation", 5),
    )
    .repeated(),
    command(
        Scope::Touchpoints,
        "experience-1",
        &["x 1"],
        w::cmd_experience,
        |app| run::element::rate(app, "experience", 1),
    )
    .repeated(),
    command(
        Scope::Touchpoints,
        "experience-2",
        &["x 2"],
        w::cmd_experience,
        |app| run::element::rate(app, "experience", 2),
    )
    .repeated(),
    command(
        Scope::Touchpoints,
        "experience-3",
        &["x 3"],
        w::cmd_experience,
        |app| run::element::rate(app, "experience", 3),
    )
    .repeated(),
    command(
        Scope::Touchpoints,
        "experience-4",
        &["x 4"],
        w::cmd_experience,
        |app| run::element::rate(app, "experience", 4),
    )
    .repeated(),
    command(
        Scope::Touchpoints,
        "experience-5",
        &["x 5"],
        w::cmd_experience,
        |app| run::element::rate(app, "experience", 5),
    )
    .repeated(),
    command(
        Scope::Touchpoints,
        "importance-1",
        &["i 1"],
        w::cmd_importance,
        |app| run::element::rate(app, "importance", 1),
    )
    .repeated(),
    command(
        Scope::Touchpoints,
        "importance-2",
        &["i 2"],
        w::cmd_importance,
        |app| run::element::rate(app, "importance", 2),
    )
    .repeated(),
    command(
        Scope::Touchpoints,
        "importance-3",
        &["i 3"],
        w::cmd_importance,
        |app| run::element::rate(app, "importance", 3),
    )
    .repeated(),
    command(
        Scope::Touchpoints,
        "importance-4",
        &["i 4"],
        w::cmd_importance,
        |app| run::element::rate(app, "importance", 4),
    )
    .repeated(),
    command(
        Scope::Touchpoints,
        "importance-5",
        &["i 5"],
        w::cmd_importance,
        |app| run::element::rate(app, "importance", 5),
    )
    .repeated(),
];
