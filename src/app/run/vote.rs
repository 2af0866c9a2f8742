//! Commands of a vote. Votes that were called are kept as a note, whether their result is taken
//! over or not.

use crate::app::App;
use crate::app::dialog::{Dialog, PickDialog};
use crate::app::edits::{Asked, NewNote};
use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::options::Choice;
use crate::app::vote::{BALLOTS, Vote};
use crate::document::edit::Edit;
use crate::exchange::minutes::VOTES;
use crate::i18n as w;
use crate::journey::fields::{Field, Kind};
use crate::journey::model::{Evidence, NoteKind};
use crate::journey::place::{ElementKey, Place};
use crate::text::TextField;

/// Asks which number of the touchpoint is voted on, the last one first.
pub fn ask(app: &mut App) -> Vec<Effect> {
    let about = app.meeting_item();
    let Some(about) = about.filter(|it| it.kind == Kind::Touchpoint) else {
        app.refuse(w::meeting_not_on_stage(app.lang));
        return Vec::new();
    };
    let field = |name: &&str| Kind::Touchpoint.field(name);
    let choice = |field: &'static Field| Choice::plain((field.word)(app.lang), field.name);
    let choices = BALLOTS.iter().filter_map(field).map(choice).collect();
    let last = BALLOTS
        .iter()
        .position(|it| Some(*it) == app.meetings.voted_on);
    app.dialogs.push(Dialog::Pick(PickDialog {
        title: w::vote_title(app.lang).to_owned(),
        choices,
        filter: TextField::single_line(""),
        cursor: last.unwrap_or(0),
        several: false,
        asked: Asked::VoteOn(about),
    }));
    Vec::new()
}

/// Begins a vote.
pub fn begin(app: &mut App, about: ElementKey, field: &str) {
    match Vote::on(about, field, app.journey().scale) {
        Some(vote) => {
            app.meetings.voted_on = Some(vote.field.name);
            app.dialogs.push(Dialog::Vote(vote));
        }
        None => app.refuse(w::vote_too_many_steps(app.lang)),
    }
}

fn with_vote(app: &mut App, change: impl FnOnce(&mut Vote)) -> Vec<Effect> {
    if let Some(Dialog::Vote(vote)) = app.dialogs.last_mut() {
        change(vote);
    }
    Vec::new()
}

/// Counts a number that is typed as it is called; `false` where no vote is on.
pub fn type_key(app: &mut App, key: Key) -> bool {
    let Some(Dialog::Vote(vote)) = app.dialogs.last_mut() else {
        return false;
    };
    let typed = key.typed().unwrap_or_default();
    if matches!(typed, '-' | '−' | '+') {
        vote.is_minus = typed != '+';
        return true;
    }
    let digit = typed.to_digit(10).map(i64::from);
    if digit.is_none_or(|digit| !vote.digit(digit)) {
        let (low, high) = (vote.shown(vote.low), vote.shown(vote.high));
        app.refuse(w::vote_not_on_scale(app.lang, &low, &high));
    }
    true
}

/// Takes the last vote back.
pub fn back(app: &mut App) -> Vec<Effect> {
    with_vote(app, |vote| match vote.is_minus {
        true => vote.is_minus = false,
        false => _ = vote.votes.pop(),
    })
}

/// To a higher number.
pub fn higher(app: &mut App) -> Vec<Effect> {
    with_vote(app, |vote| {
        vote.cursor = vote.cursor.saturating_add(1).min(vote.high)
    })
}

/// To a lower number.
pub fn lower(app: &mut App) -> Vec<Effect> {
    with_vote(app, |vote| {
        vote.cursor = vote.cursor.saturating_sub(1).max(vote.low)
    })
}

/// A vote for the number under the cursor.
pub fn call_here(app: &mut App) -> Vec<Effect> {
    with_vote(app, |vote| _ = vote.call(vote.cursor))
}

/// What stands between two numbers that are called counts nothing.
pub fn between(app: &mut App) -> Vec<Effect> {
    with_vote(app, |vote| vote.is_minus = false)
}

/// Takes the median over, and keeps the votes: one step of undo.
pub fn take(app: &mut App) -> Vec<Effect> {
    end(app, true)
}

/// Keeps the votes, if there are any, and takes nothing over.
pub fn leave(app: &mut App) -> Vec<Effect> {
    end(app, false)
}

fn end(app: &mut App, takes: bool) -> Vec<Effect> {
    let Some(Dialog::Vote(vote)) = app.dialogs.last().cloned() else {
        return Vec::new();
    };
    let Some(median) = vote.median() else {
        match takes {
            true => app.refuse(w::vote_none_yet(app.lang)),
            false => _ = app.dialogs.pop(),
        }
        return Vec::new();
    };
    app.dialogs.pop();
    let text = app.vote_in_words(&vote, takes);
    let note = NewNote {
        kind: Some(NoteKind::Idea),
        ..NewNote::on(&vote.about, &text)
    };
    let note = app
        .new_note(&format!("{VOTES}{}", vote.field.name), &note)
        .0;
    let place = Place::of(vote.about.clone()).field(vote.field.name);
    let touchpoint = app.touchpoint_of(&vote.about).filter(|_| takes);
    let outweighed = touchpoint.and_then(|it| vote.outweighs(it));
    let value = takes.then(|| Edit::value(place, median));
    let evidence = Place::of(vote.about.clone()).field("evidence");
    let evidence = outweighed.map(|_| Edit::value(evidence, "Assumed"));
    let edits = value.into_iter().chain(evidence).chain([note]).collect();
    if app.edit(&Edit::Many(edits)) {
        app.done(told(app, &vote, takes.then_some(median), outweighed));
    }
    Vec::new()
}

/// What became of the number, and of what it rested on.
fn told(app: &App, vote: &Vote, taken: Option<i64>, outweighed: Option<Evidence>) -> String {
    let (lang, field) = (app.lang, (vote.field.word)(app.lang));
    let taken = taken.map(|median| vote.shown(median));
    match (taken, outweighed) {
        (None, _) => w::vote_kept(lang).to_owned(),
        (Some(median), None) => w::vote_taken(lang, field, &median),
        (Some(median), Some(it)) => w::vote_taken_over(lang, field, &median, w::evidence(lang, it)),
    }
}
