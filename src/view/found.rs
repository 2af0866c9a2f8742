//! Marks what the search that is on has found, wherever a screen shows it. Reads the drawn cells,
//! so that no part of a screen need know of the search.

use super::hit::{HitMap, Target};
use super::map;
use super::theme::Theme;
use crate::app::search::Wanted;
use crate::text::width;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;

/// Marks the text in everything that can be clicked, but for words that are not the file's.
pub(super) fn mark(text: &str, theme: &Theme, hits: &HitMap, buffer: &mut Buffer) {
    let wanted = Wanted::new(text);
    let all: Vec<&(Rect, Target)> = hits.iter().filter(|(_, it)| !is_label(*it)).collect();
    for parts in all.chunk_by(|(_, one), (_, other)| one == other) {
        let rows = parts.iter().flat_map(|(area, _)| area.rows());
        for cell in found(&wanted, rows, buffer) {
            let cell = &mut buffer[cell];
            cell.set_style(theme.found);
            // Whatever the ground, a line stands out: where all is underlined, its absence.
            cell.modifier.toggle(Modifier::UNDERLINED);
        }
    }
}

fn is_label(target: Target) -> bool {
    matches!(target, Target::Map(map::Target::Label(_)))
}

/// The cells of a text that may go on in the next row.
fn found(wanted: &Wanted, rows: impl Iterator<Item = Rect>, buffer: &Buffer) -> Vec<Position> {
    let mut text = String::new();
    let mut cells: Vec<Option<Position>> = Vec::new();
    for row in rows {
        for cell in inked(row, buffer) {
            text.push_str(&wanted.folded(&buffer[cell].symbol().replace('\u{A0}', " ")));
            cells.resize(text.len(), Some(cell));
        }
        text.push(' ');
        cells.push(None);
    }
    let starts = text.match_indices(wanted.text());
    let mut found: Vec<Position> = starts
        .flat_map(|(start, hit)| cells[start..start + hit.len()].iter().flatten().copied())
        .collect();
    found.dedup();
    found
}

/// The first cells of the letters of a row, without the blanks and signs at its ends.
fn inked(row: Rect, buffer: &Buffer) -> Vec<Position> {
    let is_blank = |cell: &Position| matches!(buffer[*cell].symbol().trim(), "" | "▌" | "│");
    let mut cells = Vec::new();
    let mut x = row.left();
    while x < row.right() {
        cells.push(Position::new(x, row.y));
        x += width(buffer[(x, row.y)].symbol()).max(1) as u16;
    }
    let end = cells.iter().rposition(|cell| !is_blank(cell));
    cells.truncate(end.map_or(0, |end| end + 1));
    cells.into_iter().skip_while(is_blank).collect()
}
