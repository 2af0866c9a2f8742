//! Commands of the list of KPIs.

use super::element::beside;
use super::inspector::{add_to, open_control};
use crate::app::App;
use crate::app::edits::Asked;
use crate::app::effect::Effect;
use crate::document::edit::Slot;
use crate::i18n as w;
use crate::journey::fields::Kind;
use crate::journey::metric::{Better, Count};
use crate::journey::place::Place;

/// Asks for the target, on the good side of the metric unless it has another side already.
pub fn target(app: &mut App) -> Vec<Effect> {
    let Some(place) = app.here().map(Place::of) else {
        return Vec::new();
    };
    match target_side(app, &place) {
        Some(side) => open_control(app, &place.field("target").field(side)),
        None => app.refuse(w::kpi_needs_metric(app.lang)),
    }
    Vec::new()
}

fn target_side(app: &App, place: &Place) -> Option<&'static str> {
    let kpi = app.kpi_at(place)?;
    let sides = kpi.target.as_ref().map(|it| (it.at_least, it.at_most));
    match sides {
        Some((Some(_), _)) => Some("at_least"),
        Some((_, Some(_))) => Some("at_most"),
        _ => Some(match kpi.metric.as_ref()?.better() {
            Better::Higher => "at_least",
            Better::Lower => "at_most",
        }),
    }
}

/// Asks for the day of a new reading, whose page then opens.
pub fn add_reading(app: &mut App) -> Vec<Effect> {
    if let Some(kpi) = app.here() {
        add_to(app, &Place::of(kpi).field("readings"), Slot::Last);
    }
    Vec::new()
}

/// Asks for the metric of a new KPI beside this one; of the journey where there is none yet.
pub fn add(app: &mut App) -> Vec<Effect> {
    let here = app.here().and_then(|kpi| beside(app, &kpi, true));
    let (list, slot) = here.unwrap_or_else(|| (Place::root().field("kpis"), Slot::Last));
    add_to(app, &list, slot);
    Vec::new()
}

/// Asks on after an answer: the counts of a reading one after the other, and the day of a target.
pub fn ask_on(app: &mut App, asked: &Asked) {
    match asked {
        Asked::NewRecord {
            kind: Kind::Reading,
            ..
        } => {
            let page = app.page().0.clone();
            ask_count(app, &page, None);
        }
        Asked::Field(place) => {
            let page = place.up().unwrap_or_default();
            match place.last_field() {
                Some("at_least" | "at_most") if app.is_set(place) => {
                    let by = page.field("by");
                    if !app.is_set(&by) {
                        open_control(app, &by);
                    }
                }
                Some(name) => ask_count(app, &page, Some(name)),
                None => {}
            }
        }
        _ => {}
    }
}

/// Asks for the next count that the metric of a reading has and the reading has not.
fn ask_count(app: &mut App, reading: &Place, after: Option<&str>) {
    let parsed = &app.document.parsed;
    if parsed.index.kind_at(&parsed.tree, reading) != Some(Kind::Reading) {
        return;
    }
    let counts = app.metric_at(reading).map_or(&[][..], |it| it.counts());
    let names: Vec<&str> = counts.iter().copied().map(Count::name).collect();
    let from = match after {
        None => Some(0),
        Some(name) => names.iter().position(|it| *it == name).map(|at| at + 1),
    };
    let rest = from.map_or(&[][..], |from| &names[from..]);
    let open = rest.iter().map(|name| reading.field(name));
    if let Some(place) = open.into_iter().find(|place| !app.is_set(place)) {
        app.put_on_item(&place);
        open_control(app, &place);
    }
}
