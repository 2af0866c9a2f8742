//! Commands of all screens that are lists.

use super::{portfolio, screens};
use crate::app::effect::Effect;
use crate::app::{App, Screen};
use crate::i18n as w;

/// Entries that a page is taken for.
const PAGE: usize = 10;

fn step(app: &mut App, to: impl FnOnce(usize) -> usize) -> Vec<Effect> {
    let row = app.lists.cursor(app.behind).row;
    app.to_entry(to(row));
    Vec::new()
}

/// One entry up.
pub fn up(app: &mut App) -> Vec<Effect> {
    step(app, |row| row.saturating_sub(1))
}

/// One entry down.
pub fn down(app: &mut App) -> Vec<Effect> {
    step(app, |row| row + 1)
}

/// Several entries up.
pub fn page_up(app: &mut App) -> Vec<Effect> {
    step(app, |row| row.saturating_sub(PAGE))
}

/// Several entries down.
pub fn page_down(app: &mut App) -> Vec<Effect> {
    step(app, |row| row + PAGE)
}

/// To the first entry.
pub fn first(app: &mut App) -> Vec<Effect> {
    step(app, |_| 0)
}

/// To the last entry.
pub fn last(app: &mut App) -> Vec<Effect> {
    step(app, |_| usize::MAX)
}

/// Opens what stands under the cursor in the inspector.
pub fn open(app: &mut App) -> Vec<Effect> {
    if app.entry().is_some() {
        app.screen = Screen::Inspector;
    }
    Vec::new()
}

/// Goes where the thing under the cursor stands on the map.
pub fn jump(app: &mut App) -> Vec<Effect> {
    if let Some(place) = app.entry() {
        app.reveal(&place);
    }
    Vec::new()
}

/// Takes the marks away; without marks, back to the map, or from a company to its journey. Behind
/// the page one begins from there is nothing to go back to.
pub fn leave(app: &mut App) -> Vec<Effect> {
    match app.behind {
        Screen::Start => {
            app.done(w::start_stays(app.lang));
            return Vec::new();
        }
        Screen::Portfolio => return portfolio::leave(app),
        _ => {}
    }
    match (app.lists.marked.is_empty(), app.came_from.clone()) {
        (true, Some(journey)) => screens::leave(app, Effect::Open(journey)),
        (true, None) => screens::map(app),
        (false, _) => {
            app.lists.marked.clear();
            Vec::new()
        }
    }
}
