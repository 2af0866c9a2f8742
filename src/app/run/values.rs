//! Commands of values and promises against touchpoints.

use crate::app::App;
use crate::app::effect::Effect;
use crate::app::{Screen, values::ClaimRow};
use crate::document::edit::Edit;
use crate::i18n as w;
use crate::journey::lived::{Claim, Stands};
use crate::journey::place::Place;
use crate::ron_text::{Node, quote};

/// One column to the left.
pub fn left(app: &mut App) -> Vec<Effect> {
    app.map.column = app.map.column.saturating_sub(1);
    Vec::new()
}

/// One column to the right.
pub fn right(app: &mut App) -> Vec<Effect> {
    let last = app.map.columns.len().saturating_sub(1);
    app.map.column = (app.map.column + 1).min(last);
    Vec::new()
}

/// Opens the touchpoint under the cursor.
pub fn open(app: &mut App) -> Vec<Effect> {
    match app.touchpoint().is_some() {
        true => app.screen = Screen::Inspector,
        false => app.refuse(w::no_touchpoint_here(app.lang)),
    }
    Vec::new()
}

/// Says that the touchpoint under the cursor proves the value or keeps the promise there, or that
/// it does not.
pub fn toggle(app: &mut App) -> Vec<Effect> {
    let Some(row) = app.claim_here() else {
        app.refuse(w::values_none(app.lang));
        return Vec::new();
    };
    let Some(touchpoint) = app.touchpoint() else {
        app.refuse(w::no_touchpoint_here(app.lang));
        return Vec::new();
    };
    let stands = row.claim().at(touchpoint);
    if stands == Stands::Said {
        app.refuse(w::values_said_here(app.lang));
        return Vec::new();
    }
    let is_value = matches!(row, ClaimRow::Value(_));
    let edit = app
        .column_element(app.map.column)
        .map(|key| toggled(app, &Place::of(key), row.claim()));
    let said = match (is_value, stands == Stands::Nowhere) {
        (true, true) => w::values_proved_now(app.lang),
        (true, false) => w::values_proved_no_more(app.lang),
        (false, true) => w::values_kept_now(app.lang),
        (false, false) => w::values_kept_no_more(app.lang),
    };
    if edit.is_some_and(|edit| app.edit(&edit)) {
        app.done(said);
    }
    Vec::new()
}

/// The list of a touchpoint with the id, or without it; what else stands in it stays as written.
fn toggled(app: &App, touchpoint: &Place, claim: Claim<'_>) -> Edit {
    let (field, id) = claim.field();
    let place = touchpoint.field(field);
    let parsed = &app.document.parsed;
    let list = parsed.index.locate(&parsed.tree, &place);
    let items = list.and_then(Node::inner).into_iter();
    let items: Vec<Node> = items.flat_map(Node::children).collect();
    let is_it = |item: &Node| {
        let text = item.inner().and_then(Node::text);
        text.is_some_and(|text| text == id)
    };
    let others = items.iter().filter(|item| !is_it(item));
    let mut values: Vec<String> = others.map(|item| item.raw().to_owned()).collect();
    if values.len() == items.len() {
        values.push(quote(id));
    }
    let value = (!values.is_empty()).then(|| format!("[{}]", values.join(", ")));
    Edit::Set { place, value }
}
