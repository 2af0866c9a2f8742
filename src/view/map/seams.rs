//! The lane of owners where the owner changes on the way that is shown: a sign on the line between
//! two touchpoints, and where there is room how it is agreed in words.

use super::legend::Entry;
use super::sheet::Sheet;
use crate::i18n as w;
use crate::journey::handovers::State;
use crate::journey::model::Touchpoint;
use crate::text::truncate;
use crate::view::seam::sign;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use std::collections::HashMap;
use std::ops::Range;

/// The touchpoints that receive, with the worst state of what they receive.
pub(super) type Seams = HashMap<*const Touchpoint, State>;

/// All of them, on the way that is shown.
pub(super) fn of(sheet: &Sheet) -> Seams {
    let mut seams = Seams::new();
    for seam in sheet.content.lens.path.seams(sheet.content.journey) {
        for (_, after) in &seam.at {
            let at = std::ptr::from_ref(after.touchpoint);
            let worst = seams.entry(at).or_insert(seam.state());
            *worst = seam.state().max(*worst);
        }
    }
    seams
}

fn state(sheet: &Sheet, column: usize) -> Option<State> {
    let at = std::ptr::from_ref(sheet.touchpoint(column)?);
    sheet.seams().get(&at).copied()
}

/// The worst of some columns, which stand in one cell.
fn worst(sheet: &Sheet, columns: Range<usize>) -> Option<State> {
    columns.filter_map(|column| state(sheet, column)).max()
}

/// Draws the signs into the row of the owners.
pub(super) fn draw(sheet: &Sheet, row: Rect, buffer: &mut Buffer) {
    if sheet.columns.line == 0 {
        return;
    }
    for columns in sheet.columns.groups() {
        let x = row.x + sheet.columns.span(columns.clone()).0;
        if let Some(state) = worst(sheet, columns).filter(|_| x < row.right()) {
            let (sign, style) = sign(state, sheet.theme);
            buffer.set_stringn(x, row.y, sign, 1, style);
        }
    }
}

/// How the change of owner to this column is agreed.
pub(super) fn in_words(sheet: &Sheet, column: usize) -> Option<Line<'static>> {
    let state = state(sheet, column)?;
    let text = w::handover_is(sheet.lang(), w::handover_state(sheet.lang(), state));
    let text = truncate(&text, usize::from(sheet.text_width(column))).into_owned();
    Some(Line::styled(text, sign(state, sheet.theme).1))
}

/// What the signs drawn mean.
pub(super) fn legend(sheet: &Sheet) -> Vec<Entry> {
    if sheet.columns.line == 0 {
        return Vec::new();
    }
    let groups = sheet.columns.groups().into_iter();
    let shown: Vec<State> = groups.filter_map(|it| worst(sheet, it)).collect();
    let entry = |state: State| {
        let (sign, style) = sign(state, sheet.theme);
        let word = w::handover_state(sheet.lang(), state);
        (sign.to_owned(), style, word.to_owned())
    };
    let all = State::ALL.into_iter();
    all.filter(|it| shown.contains(it)).map(entry).collect()
}
