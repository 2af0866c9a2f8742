//! Commands of a meeting, and of a vote in it. The keys that step are those that presenters send.

use super::super::run;
use super::{Command, Scope, command};
use crate::i18n as w;
use crate::journey::model::NoteKind;

pub(super) static MEETING: &[Command] = &[
    command(
        Scope::Meeting,
        "meeting-next",
        &["Right", "PageDown", "Space", "Down", "l", "j"],
        w::cmd_meeting_next,
        run::meeting::next,
    )
    .in_footer(w::foot_next_item),
    command(
        Scope::Meeting,
        "meeting-before",
        &["Left", "PageUp", "Up", "h", "k"],
        w::cmd_meeting_before,
        run::meeting::before,
    ),
    command(
        Scope::Meeting,
        "meeting-first",
        &["Home"],
        w::cmd_first,
        run::meeting::first,
    )
    .motion(),
    command(
        Scope::Meeting,
        "meeting-last",
        &["End"],
        w::cmd_last,
        run::meeting::last,
    )
    .motion(),
    command(Scope::Meeting, "decision", &["d"], w::cmd_decision, |app| {
        run::meeting::ask_note(app, Some(NoteKind::Decision))
    })
    .in_footer(w::foot_decision),
    command(
        Scope::Meeting,
        "to-do",
        &["t"],
        w::cmd_todo,
        run::meeting::ask_todo,
    )
    .in_footer(w::foot_todo),
    command(Scope::Meeting, "question", &["o"], w::cmd_question, |app| {
        run::meeting::ask_note(app, Some(NoteKind::Question))
    })
    .in_footer(w::foot_question),
    command(Scope::Meeting, "meeting-note", &["n"], w::cmd_note, |app| {
        run::meeting::ask_note(app, None)
    })
    .in_footer(w::foot_note),
    command(Scope::Meeting, "vote", &["v"], w::cmd_vote, run::vote::ask).in_footer(w::foot_vote),
    command(
        Scope::Meeting,
        "minutes",
        &["E"],
        w::cmd_minutes,
        run::meeting::show_minutes,
    )
    .in_footer(w::foot_minutes),
    command(
        Scope::Meeting,
        "meeting-open",
        &["Enter"],
        w::cmd_open,
        run::meeting::open,
    ),
    command(
        Scope::Meeting,
        "agenda",
        &["a"],
        w::cmd_agenda,
        run::meeting::ask_agenda,
    ),
    command(
        Scope::Meeting,
        "participants",
        &["w"],
        w::cmd_participants,
        run::meeting::ask_participants,
    ),
    command(
        Scope::Meeting,
        "pause",
        &["p"],
        w::cmd_pause,
        run::meeting::pause,
    ),
    command(
        Scope::Meeting,
        "reset-time",
        &["R"],
        w::cmd_reset_time,
        run::meeting::reset_time,
    ),
    command(
        Scope::Meeting,
        "plan-time",
        &["T"],
        w::cmd_plan_time,
        run::meeting::ask_plan,
    ),
    command(
        Scope::Meeting,
        "leave-meeting",
        &["Esc", "q"],
        w::cmd_leave_meeting,
        run::meeting::leave,
    )
    .in_footer(w::foot_leave),
];

pub(super) static VOTE: &[Command] = &[
    command(
        Scope::Vote,
        "vote-take",
        &["Enter"],
        w::cmd_vote_take,
        run::vote::take,
    )
    .in_footer(w::foot_take_median),
    command(
        Scope::Vote,
        "vote-leave",
        &["Esc", "q", "C-c"],
        w::cmd_vote_leave,
        run::vote::leave,
    )
    .in_footer(w::foot_keep_votes),
    command(
        Scope::Vote,
        "vote-back",
        &["Backspace", "u"],
        w::cmd_vote_back,
        run::vote::back,
    )
    .in_footer(w::foot_take_back),
    command(
        Scope::Vote,
        "vote-call",
        &["Right", "l"],
        w::cmd_vote_call,
        run::vote::call_here,
    )
    .in_footer(w::foot_call),
    command(
        Scope::Vote,
        "vote-next",
        &["Space", ","],
        w::cmd_vote_next,
        run::vote::between,
    )
    .motion(),
    command(
        Scope::Vote,
        "vote-higher",
        &["Up", "k"],
        w::cmd_vote_higher,
        run::vote::higher,
    )
    .motion(),
    command(
        Scope::Vote,
        "vote-lower",
        &["Down", "j"],
        w::cmd_vote_lower,
        run::vote::lower,
    )
    .motion(),
    command(
        Scope::Vote,
        "vote-help",
        &["?", "F1"],
        w::cmd_help,
        run::screens::help,
    )
    .in_footer(w::foot_help),
];
