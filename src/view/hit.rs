//! What a click hits: rectangles of the last frame with their meaning. Knows no mouse.

use super::map;
use crate::journey::model::ImprovementStatus;
use ratatui::layout::{Position, Rect};

/// What a rectangle on screen stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A part of the Map.
    Map(map::Target),
    /// A row of the inspector's page, by its index.
    Row(usize),
    /// An entry of the list screen, by its index.
    Entry(usize),
    /// Where a column of a matrix crosses an entry: both by their index.
    Crossing(usize, usize),
    /// A state of the board of improvements, where no card stands.
    State(ImprovementStatus),
    /// A choice of the list on top, by its index in the narrowed list.
    Choice(usize),
    /// The answer of the question on top with this key.
    Answer(char),
}

/// Columns at either side of the Map where dragging shows what is beyond.
const EDGE: u16 = 3;

/// Whether a place is at the end of all ranges, or at their start.
fn beyond(ranges: impl Iterator<Item = (u16, u16)>, at: u16, edge: u16) -> Option<bool> {
    let (start, end) = ranges.reduce(|one, two| (one.0.min(two.0), one.1.max(two.1)))?;
    if at.saturating_add(edge) >= end {
        return Some(true);
    }
    (at < start.saturating_add(edge)).then_some(false)
}

/// What can be clicked in a frame.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HitMap {
    hits: Vec<(Rect, Target)>,
}

impl HitMap {
    pub(super) fn push(&mut self, area: Rect, target: Target) {
        self.hits.push((area, target));
    }

    /// What stands at this cell; columns and rows start at 0.
    pub fn at(&self, column: u16, row: u16) -> Option<Target> {
        let cell = Position::new(column, row);
        let hit = self.hits.iter().find(|(area, _)| area.contains(cell));
        hit.map(|(_, target)| *target)
    }

    /// What lies beyond this cell where it is at the edge of what can be dragged over: later
    /// columns or entries, or earlier ones.
    pub fn edge(&self, column: u16, row: u16) -> Option<bool> {
        let on_map = self.hits.iter().filter(|(area, target)| {
            let is_column = matches!(
                target,
                Target::Map(map::Target::Cell { .. } | map::Target::Stage(_))
            );
            is_column && (area.top()..area.bottom()).contains(&row)
        });
        let in_list = |target: &Target| matches!(target, Target::Entry(_));
        let entries = self.hits.iter().filter(|(_, target)| in_list(target));
        let across = on_map.map(|(area, _)| (area.left(), area.right()));
        let down = entries.map(|(area, _)| (area.top(), area.bottom()));
        beyond(across, column, EDGE).or_else(|| beyond(down, row, 1))
    }

    /// All rectangles; they do not overlap.
    pub fn iter(&self) -> impl Iterator<Item = &(Rect, Target)> {
        self.hits.iter()
    }

    /// Takes out what something drawn later covers.
    pub(super) fn cover(&mut self, by: Rect) {
        for (area, _) in &mut self.hits {
            let below = area.bottom() > by.top() && area.intersects(by);
            if below {
                area.height = by.top().saturating_sub(area.top());
            }
        }
        self.hits.retain(|(area, _)| !area.is_empty());
    }
}
