//! Commands of the strategy.

use super::element::beside;
use super::inspector::add_to;
use super::{dialogs, list, outline, screens};
use crate::app::App;
use crate::app::edits::Asked;
use crate::app::effect::Effect;
use crate::app::options::Choice;
use crate::app::palette::Goal;
use crate::document::edit::{Edit, Slot};
use crate::i18n as w;
use crate::journey::place::{ElementKey, Place};

/// Opens the milestone under the cursor; from a journey, company.ron, where it stands.
pub fn open(app: &mut App) -> Vec<Effect> {
    match app.document.parsed.company.is_some() {
        true => list::open(app),
        false => screens::open_company(app),
    }
}

/// What is done to milestones is done in company.ron.
fn in_company(app: &mut App, run: fn(&mut App) -> Vec<Effect>) -> Vec<Effect> {
    if app.document.parsed.company.is_some() {
        return run(app);
    }
    match app.company() {
        Some(_) => app.refuse(w::lent(app.lang)),
        None => app.refuse(w::no_company(app.lang)),
    }
    Vec::new()
}

/// Says that a milestone is done, or that it is not.
pub fn tick(app: &mut App) -> Vec<Effect> {
    in_company(app, |app| {
        let done = app.milestone_here().map(|it| it.milestone.done);
        if let Some((milestone, done)) = app.here().zip(done) {
            app.edit(&Edit::value(Place::of(milestone).field("done"), !done));
        }
        Vec::new()
    })
}

/// Asks for the title of another milestone.
pub fn add(app: &mut App) -> Vec<Effect> {
    in_company(app, |app| {
        let here = app.here().and_then(|it| beside(app, &it, true));
        let strategy = || Place::root().field("strategy").field("milestones");
        let (list, slot) = here.unwrap_or_else(|| (strategy(), Slot::Last));
        add_to(app, &list, slot);
        Vec::new()
    })
}

/// Deletes the milestone under the cursor.
pub fn delete(app: &mut App) -> Vec<Effect> {
    in_company(app, outline::delete)
}

/// Goes to the touchpoint that the milestone touches; of several, asks to which.
pub fn show_touched(app: &mut App) -> Vec<Effect> {
    let step = app.milestone_here();
    let touched = step.map_or_else(Vec::new, |it| app.touched_by(it.milestone));
    let touched = touched.into_iter();
    let named: Vec<(ElementKey, String)> = touched
        .map(|it| (it.key.clone(), it.name().to_owned()))
        .collect();
    match named.as_slice() {
        [] => app.refuse(w::strategy_touches_nothing(app.lang)),
        [(only, _)] => app.reveal(&Place::of(only.clone())),
        _ => ask_which(app, named),
    }
    Vec::new()
}

fn ask_which(app: &mut App, touched: Vec<(ElementKey, String)>) {
    let choice = |(key, name): &(ElementKey, String)| Choice::plain(name, &key.id);
    let choices = touched.iter().map(choice).collect();
    let goals = touched.into_iter().map(|(key, _)| Goal::Element(key));
    let asked = Asked::Palette(goals.collect());
    dialogs::ask_one(app, w::strategy_which(app.lang).to_owned(), choices, asked);
}
