//! Commands of the filter of the Map.

use super::lens;
use crate::app::App;
use crate::app::dialog::PickDialog;
use crate::app::edits::Asked;
use crate::app::effect::Effect;
use crate::app::filter::Filter;
use crate::i18n as w;
use crate::journey::fields::Kind;

/// The value of the choice that filters by nothing; ids cannot be so.
const ANY: &str = "*";

/// Moments of Truth alone, or no longer.
pub fn moments(app: &mut App) -> Vec<Effect> {
    app.filter_by(|app| app.map.filter.moments ^= true);
    Vec::new()
}

/// Negative gaps alone, or no longer.
pub fn negative_gap(app: &mut App) -> Vec<Effect> {
    app.filter_by(|app| app.map.filter.negative_gap ^= true);
    Vec::new()
}

/// Assumptions alone, or no longer.
pub fn assumed(app: &mut App) -> Vec<Effect> {
    app.filter_by(|app| app.map.filter.assumed ^= true);
    Vec::new()
}

/// Asks whose touchpoints are shown.
pub fn owner(app: &mut App) -> Vec<Effect> {
    ask(app, Kind::Department)
}

/// Asks on which channel those are that are shown.
pub fn channel(app: &mut App) -> Vec<Effect> {
    ask(app, Kind::Channel)
}

/// Asks which persona lives those that are shown.
pub fn persona(app: &mut App) -> Vec<Effect> {
    ask(app, Kind::Persona)
}

/// The part of the filter that names an element of this kind.
fn part(filter: &mut Filter, kind: Kind) -> &mut Option<String> {
    match kind {
        Kind::Channel => &mut filter.channel,
        Kind::Persona => &mut filter.persona,
        _ => &mut filter.owner,
    }
}

fn ask(app: &mut App, kind: Kind) -> Vec<Effect> {
    let now = part(&mut app.map.filter, kind).clone();
    let elements = lens::by_id(app, kind);
    let (title, any) = match kind {
        Kind::Channel => (w::filter_channel(app.lang), w::filter_any_channel(app.lang)),
        Kind::Persona => (w::filter_persona(app.lang), w::filter_any_persona(app.lang)),
        _ => (w::filter_owner(app.lang), w::filter_any_owner(app.lang)),
    };
    if elements.is_empty() {
        app.refuse(w::nothing_to_pick(app.lang, kind.word(app.lang)));
        return Vec::new();
    }
    let any = crate::app::options::Choice::plain(any, ANY);
    let mut choices = [vec![any], elements].concat();
    for choice in &mut choices {
        choice.chosen = choice.value.as_deref() == Some(now.as_deref().unwrap_or(ANY));
    }
    lens::ask(app, title, choices, false, Asked::Filter(kind));
    Vec::new()
}

/// Filters by what was picked.
pub fn set(app: &mut App, dialog: &PickDialog, kind: Kind) -> Vec<Effect> {
    let picked = dialog
        .current()
        .and_then(|at| dialog.choices[at].value.clone());
    let Some(picked) = picked else {
        return Vec::new();
    };
    app.dialogs.pop();
    let id = Some(picked).filter(|id| id != ANY);
    app.filter_by(|app| *part(&mut app.map.filter, kind) = id);
    Vec::new()
}

/// Shows all touchpoints again.
pub fn clear(app: &mut App) -> Vec<Effect> {
    app.clear_filter();
    app.done(w::filter_cleared(app.lang));
    Vec::new()
}
