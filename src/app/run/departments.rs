//! Commands of departments and hand-overs.

use super::{dialogs, list, screens};
use crate::app::App;
use crate::app::departments::DepartmentRow;
use crate::app::edits::{element_with, insertion};
use crate::app::effect::Effect;
use crate::document::edit::{Edit, Slot};
use crate::i18n as w;
use crate::journey::fields::Kind;
use crate::journey::handovers::Seam;
use crate::journey::place::{ElementKey, Place};
use crate::ron_text::quote;

/// Opens what stands under the cursor: a hand-over that is missing is made, and what the company
/// lends is opened there.
pub fn open(app: &mut App) -> Vec<Effect> {
    match app.department_row_here() {
        Some(DepartmentRow::Department(known)) if !known.is_own => screens::open_company(app),
        Some(DepartmentRow::Seam(seam)) if seam.handover.is_none() => {
            let new = new_handover(app, &seam);
            if let Some((edit, key)) = new {
                dialogs::open_new(app, &edit, key);
            }
            Vec::new()
        }
        _ => list::open(app),
    }
}

/// A hand-over for a change of owner that has none.
fn new_handover(app: &App, seam: &Seam<'_>) -> Option<(Edit, ElementKey)> {
    let (_, after) = seam.at.first()?;
    let name = |id: &str| app.name_by_id(Some(Kind::Department), id);
    let words = format!("{} {}", name(seam.from), name(seam.to));
    let id = app.new_id(Kind::Handover, &words);
    let item = element_with(
        Kind::Handover,
        &[
            ("id", quote(&id)),
            ("from", quote(seam.from)),
            ("to", quote(seam.to)),
            ("at", quote(&after.touchpoint.id)),
            ("status", "Open".to_owned()),
        ],
    );
    let list = Place::root().field("handovers");
    let key = ElementKey::new(Kind::Handover, id);
    Some((insertion(list, Slot::Last, item), key))
}

/// Shows on the Map where the owner changes.
pub fn show_on_map(app: &mut App) -> Vec<Effect> {
    let row = app.department_row_here();
    let after = match &row {
        Some(DepartmentRow::Seam(seam)) => seam.at.first().map(|(_, after)| after.key.clone()),
        _ => None,
    };
    match after {
        Some(after) => app.reveal(&Place::of(after).field("owner")),
        None => app.refuse(w::departments_no_change(app.lang)),
    }
    Vec::new()
}
