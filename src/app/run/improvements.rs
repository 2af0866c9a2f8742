//! Commands of the board of improvements: cards go through the states of the PDCA cycle.

use super::inspector::add_to;
use super::list;
use crate::app::App;
use crate::app::effect::Effect;
use crate::app::improvements::Showing;
use crate::app::map::{Lane, Row};
use crate::document::edit::{Edit, Slot};
use crate::i18n as w;
use crate::journey::improvements::{CYCLE, Standing};
use crate::journey::kpis;
use crate::journey::model::{Improvement, ImprovementStatus};
use crate::journey::place::{ElementKey, Place};
use crate::ron_text::quote;

impl App {
    /// The states of improvements are in view.
    pub fn is_on_board(&self) -> bool {
        self.improvements == Showing::Board && !self.journey().improvements.is_empty()
    }
}

/// One column of the board to the left, past empty ones.
pub fn left(app: &mut App) -> Vec<Effect> {
    go_beside(app, |at| (0..at).rev().collect())
}

/// One column of the board to the right, past empty ones.
pub fn right(app: &mut App) -> Vec<Effect> {
    go_beside(app, |at| (at + 1..CYCLE.len()).collect())
}

fn go_beside(app: &mut App, towards: impl FnOnce(usize) -> Vec<usize>) -> Vec<Effect> {
    let Some((at, row)) = app.card_here().filter(|_| app.is_on_board()) else {
        return Vec::new();
    };
    let sizes = app.improvement_board().map(|cards| cards.len());
    let to = towards(at).into_iter().find(|column| sizes[*column] > 0);
    if let Some(to) = to {
        go_to_card(app, to, row.min(sizes[to] - 1));
    }
    Vec::new()
}

fn go_to_card(app: &mut App, column: usize, row: usize) {
    let sizes = app.improvement_board().map(|cards| cards.len());
    let before: usize = sizes[..column].iter().sum();
    app.to_entry(before + row);
}

/// One card up in its column.
pub fn up(app: &mut App) -> Vec<Effect> {
    match app.card_here().filter(|_| app.is_on_board()) {
        Some((column, row)) => go_to_card(app, column, row.saturating_sub(1)),
        None => return list::up(app),
    }
    Vec::new()
}

/// One card down in its column.
pub fn down(app: &mut App) -> Vec<Effect> {
    match app.card_here().filter(|_| app.is_on_board()) {
        Some((column, row)) => {
            let last = app.improvement_board()[column].len().saturating_sub(1);
            go_to_card(app, column, (row + 1).min(last));
        }
        None => return list::down(app),
    }
    Vec::new()
}

/// Shows what worked, or the board again.
pub fn turn(app: &mut App) -> Vec<Effect> {
    let here = app.here();
    app.improvements = match app.improvements {
        Showing::Board => Showing::WhatWorked,
        Showing::WhatWorked => Showing::Board,
    };
    app.to_entry(0);
    if let Some(here) = here {
        app.find(&here);
    }
    Vec::new()
}

/// Moves the card under the cursor on to the next state.
pub fn next_state(app: &mut App) -> Vec<Effect> {
    step(app, |status| match status {
        None | Some(ImprovementStatus::Plan) => Some(ImprovementStatus::Do),
        Some(ImprovementStatus::Do) => Some(ImprovementStatus::Check),
        Some(ImprovementStatus::Check | ImprovementStatus::Dropped) => Some(ImprovementStatus::Act),
        Some(ImprovementStatus::Act) => None,
    })
}

/// Moves the card under the cursor back to the state before.
pub fn state_before(app: &mut App) -> Vec<Effect> {
    step(app, |status| match status {
        None | Some(ImprovementStatus::Plan) => None,
        Some(ImprovementStatus::Do) => Some(ImprovementStatus::Plan),
        Some(ImprovementStatus::Check) => Some(ImprovementStatus::Do),
        Some(ImprovementStatus::Act | ImprovementStatus::Dropped) => Some(ImprovementStatus::Check),
    })
}

/// Drops the improvement under the cursor.
pub fn drop_it(app: &mut App) -> Vec<Effect> {
    step(app, |_| Some(ImprovementStatus::Dropped))
}

fn step(
    app: &mut App,
    to: impl FnOnce(Option<ImprovementStatus>) -> Option<ImprovementStatus>,
) -> Vec<Effect> {
    let Some(here) = app.standing_here() else {
        app.refuse(w::improvement_none_here(app.lang));
        return Vec::new();
    };
    let status = here.improvement.status;
    let key = here.key;
    match to(status) {
        Some(to) => put(app, &key, to),
        None if status == Some(ImprovementStatus::Act) => {
            let state = w::improvement_state(app.lang, status);
            app.refuse(w::improvement_at_the_end(app.lang, state));
        }
        None => {
            let state = w::improvement_state(app.lang, Some(ImprovementStatus::Plan));
            app.refuse(w::improvement_at_the_start(app.lang, state));
        }
    }
    Vec::new()
}

/// Puts an improvement into a state, with the days that follow from it, in one step.
pub fn put(app: &mut App, key: &ElementKey, to: ImprovementStatus) {
    let all = app.improvement_board().into_iter().flatten();
    let Some(now) = all
        .map(|it: Standing| (it.key, it.improvement.clone()))
        .find(|(it, _)| it == key)
        .map(|(_, it)| it)
    else {
        return;
    };
    let state = w::improvement_state(app.lang, Some(to));
    if now.status == Some(to) {
        return app.refuse(w::improvement_already(app.lang, state));
    }
    let place = Place::of(key.clone());
    let (days, said) = days(app, &now, to);
    let status = Edit::value(place.field("status"), format!("{to:?}"));
    let days = days.into_iter().map(|(field, value)| Edit::Set {
        place: place.field(field),
        value,
    });
    let edit = Edit::Many([status].into_iter().chain(days).collect());
    let moved = w::improvement_moved(app.lang, &now.title, state);
    if app.edit(&edit) {
        app.done(match said.is_empty() {
            true => w::improvement_no_dates(app.lang, &moved),
            false => w::improvement_dates(app.lang, &moved, &said.join(", ")),
        });
    }
}

/// The days that a state begins or ends with, and the same in words: work starts with Do and is
/// finished before it is checked. A day that is there stays, unless it would not have come yet.
fn days(
    app: &App,
    now: &Improvement,
    to: ImprovementStatus,
) -> (Vec<(&'static str, Option<String>)>, Vec<String>) {
    use ImprovementStatus::{Act, Check, Do, Dropped, Plan};
    let (lang, today) = (app.lang, app.today());
    let is_running = matches!(now.status, Some(Do | Check));
    let starts = to == Do && now.started.is_none();
    let ends =
        now.finished.is_none() && (matches!(to, Check | Act) || (to == Dropped && is_running));
    let unstarts = to == Plan && now.started.is_some();
    let unends = matches!(to, Plan | Do) && now.finished.is_some();
    let day = w::date(lang, &today);
    let set = |field| (field, Some(quote(&today)));
    let all = [
        (
            starts,
            set("started"),
            w::improvement_started_on(lang, &day),
        ),
        (
            unstarts,
            ("started", None),
            w::improvement_not_started(lang).to_owned(),
        ),
        (ends, set("finished"), w::improvements_finished(lang, &day)),
        (
            unends,
            ("finished", None),
            w::improvement_not_finished(lang).to_owned(),
        ),
    ];
    let due = all.into_iter().filter(|(is_due, ..)| *is_due);
    due.map(|(_, set, said)| (set, said)).unzip()
}

/// The KPI that the improvement under the cursor aims at gets a reading: its day is asked for.
pub fn add_reading(app: &mut App) -> Vec<Effect> {
    let Some(here) = app.standing_here() else {
        app.refuse(w::improvement_none_here(app.lang));
        return Vec::new();
    };
    let wanted = here.improvement.expects.as_ref();
    let wanted = wanted.and_then(|it| it.kpi.clone());
    let all = kpis::groups(app.journey()).into_iter();
    let mut all = all.flat_map(|group| group.kpis);
    let found = all.find(|(_, kpi)| Some(&kpi.id) == wanted.as_ref());
    match found.map(|(key, _)| key) {
        Some(kpi) => add_to(app, &Place::of(kpi).field("readings"), Slot::Last),
        None => app.refuse(w::improvement_of_no_kpi(app.lang)),
    }
    Vec::new()
}

/// Shows the first touchpoint of the improvement under the cursor on the Map.
pub fn show_on_map(app: &mut App) -> Vec<Effect> {
    let Some(here) = app.standing_here() else {
        app.refuse(w::improvement_none_here(app.lang));
        return Vec::new();
    };
    let mut at = here.improvement.at.iter();
    match at.find_map(|id| app.shared_element(id)) {
        Some(touchpoint) => {
            app.reveal(&Place::of(touchpoint));
            app.show_row(Row::Lane(Lane::Improvements));
        }
        None => app.refuse(w::improvement_at_nothing(app.lang)),
    }
    Vec::new()
}

/// The state of the card in a row of the board; one without a state is to be planned.
pub fn state_at(app: &App, entry: usize) -> Option<ImprovementStatus> {
    let mut all = app.improvement_board().into_iter().flatten();
    let status = all.nth(entry)?.improvement.status;
    status.or(CYCLE.first().copied())
}
