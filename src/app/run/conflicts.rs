//! Commands of the conflicts of a merge.

use super::inspector::open_control;
use crate::app::conflicts::Answered;
use crate::app::dialog::{Answer, ConfirmDialog, Dialog, Does};
use crate::app::effect::Effect;
use crate::app::{App, Screen};
use crate::compare::{About, Side};
use crate::document::edit::Edit;
use crate::i18n as w;
use crate::journey::fields::Type;
use crate::journey::place::Place;
use crate::ron_text::{Tree, quote};

/// The file is saved: where all conflicts are answered, the merge is over, and git may be told.
pub fn saved(app: &mut App, then: Vec<Effect>) -> Vec<Effect> {
    let now = &app.document.parsed;
    let is_over = app.resolution.as_ref().is_some_and(|it| it.open(now) == 0);
    let Some(resolution) = is_over.then(|| app.resolution.take()).flatten() else {
        return then;
    };
    if app.behind == Screen::Conflicts {
        app.show(Screen::Map);
    }
    match resolution.sides.of_git {
        true => ask_to_stage(app, then),
        false => then,
    }
}

fn ask_to_stage(app: &mut App, then: Vec<Effect>) -> Vec<Effect> {
    let lang = app.lang;
    let path = app.path.clone().unwrap_or_default();
    let answer = |key: char, label: &str, effects| Answer {
        key,
        label: label.to_owned(),
        does: Does::Effects(effects),
    };
    let stage = [vec![Effect::Stage], then.clone()].concat();
    app.dialogs.push(Dialog::Confirm(ConfirmDialog {
        title: w::stage_title(lang).to_owned(),
        lines: vec![w::stage_text(lang, &path.to_string_lossy())],
        answers: vec![
            answer(w::stage_yes_key(lang), w::stage_yes(lang), stage),
            answer(w::stage_no_key(lang), w::stage_no(lang), then),
        ],
        scroll: 0,
    }));
    Vec::new()
}

/// Shows the conflicts, if there are some.
pub fn show(app: &mut App) -> Vec<Effect> {
    match app.resolution.is_some() {
        true => app.show(Screen::Conflicts),
        false => app.refuse(w::conflicts_none(app.lang)),
    }
    Vec::new()
}

/// Takes our side.
pub fn ours(app: &mut App) -> Vec<Effect> {
    take(app, Side::Ours)
}

/// Takes their side.
pub fn theirs(app: &mut App) -> Vec<Effect> {
    take(app, Side::Theirs)
}

fn take(app: &mut App, side: Side) -> Vec<Effect> {
    let Some(at) = app.conflict_here() else {
        return Vec::new();
    };
    let resolution = app.resolution.as_ref();
    let edit = resolution.and_then(|it| it.conflicts[at].take(side, &app.document.parsed));
    if edit.is_none_or(|edit| app.edit(&edit)) {
        answer(app, at, Answered::Side(side));
    }
    Vec::new()
}

/// Notes an answer, and goes on to what is not answered yet.
fn answer(app: &mut App, at: usize, answer: Answered) {
    if let Some(resolution) = &mut app.resolution {
        resolution.answer(at, answer);
    }
    go_on(app);
}

fn go_on(app: &mut App) {
    let Some(resolution) = &app.resolution else {
        return;
    };
    match resolution.open(&app.document.parsed) {
        0 => app.done(w::conflicts_all_answered(app.lang)),
        _ => _ = next(app),
    }
}

/// Takes both texts, one behind the other.
pub fn both(app: &mut App) -> Vec<Effect> {
    let texts = app.conflict_here().and_then(|at| both_texts(app, at));
    match texts {
        Some((place, text)) => {
            if app.edit(&Edit::value(place, quote(&text))) {
                go_on(app);
            }
        }
        None => app.refuse(w::conflict_not_both(app.lang)),
    }
    Vec::new()
}

fn both_texts(app: &App, at: usize) -> Option<(Place, String)> {
    let conflict = &app.resolution.as_ref()?.conflicts[at];
    let About::Fact(place) = &conflict.about else {
        return None;
    };
    let between = match app.document.parsed.field_of(place)?.of {
        Type::Text => "\n",
        Type::Line => " / ",
        _ => return None,
    };
    let text = |value: &Option<String>| {
        let tree = Tree::read(value.clone()?);
        Some(tree.root()?.text()?.into_owned())
    };
    let texts = [text(&conflict.ours)?, text(&conflict.theirs)?];
    Some((place.clone(), texts.join(between)))
}

/// Asks for another value than both.
pub fn own(app: &mut App) -> Vec<Effect> {
    let conflict = app
        .conflict_here()
        .and_then(|at| Some(app.resolution.as_ref()?.conflicts[at].about.clone()));
    match conflict {
        Some(About::Fact(place)) => open_control(app, &place),
        Some(_) => app.refuse(w::conflict_not_typed(app.lang)),
        None => {}
    }
    Vec::new()
}

/// Lets it stand as the merge has put it.
pub fn as_it_stands(app: &mut App) -> Vec<Effect> {
    if let Some(at) = app.conflict_here() {
        answer(app, at, Answered::AsItStands);
    }
    Vec::new()
}

/// Goes to the next conflict that is not answered yet.
pub fn next(app: &mut App) -> Vec<Effect> {
    let Some(resolution) = &app.resolution else {
        return Vec::new();
    };
    let now = &app.document.parsed;
    let here = app.lists.cursor(Screen::Conflicts).row;
    let count = resolution.conflicts.len();
    let behind = (1..=count).map(|step| (here + step) % count);
    let mut open = behind.filter(|at| resolution.answered(*at, now) == Answered::Open);
    match open.next() {
        Some(row) => app.to_entry(row),
        None => app.done(w::conflicts_all_answered(app.lang)),
    }
    Vec::new()
}
