//! Signs at the cells that changed against another version of the file. They stand where the bar
//! of the cursor does, so that no text moves.

use super::sheet::Sheet;
use super::{Hit, Target};
use crate::app::changes::{Compared, Mark};
use crate::app::map::{Lane, Row};
use crate::journey::fields::Kind;
use crate::journey::place::ElementKey;
use ratatui::buffer::Buffer;

/// Marks the cells that are drawn.
pub(super) fn draw(sheet: &Sheet, hits: &[Hit], buffer: &mut Buffer) {
    let Some(compared) = sheet.content.changes else {
        return;
    };
    for hit in hits {
        let Target::Cell { column, row } = hit.target else {
            continue;
        };
        if let Some(mark) = mark(sheet, compared, column, row)
            && let Some(cell) = buffer.cell_mut(hit.area.as_position())
        {
            let style = cell.style().patch(sheet.theme.key);
            cell.set_char(mark.sign()).set_style(style);
        }
    }
}

fn mark(sheet: &Sheet, compared: &Compared, column: usize, row: Row) -> Option<Mark> {
    let touchpoint = sheet.touchpoint(column)?;
    let key = ElementKey::new(Kind::Touchpoint, touchpoint.id.as_str());
    let changed = |field: &str| compared.is_changed(&key, field).then_some(Mark::Changed);
    match row {
        Row::Name => compared.mark_of(&key),
        Row::Lane(Lane::Ratings) => ["importance", "expectation", "experience"]
            .into_iter()
            .find_map(changed),
        row => changed(row.field()?),
    }
}
