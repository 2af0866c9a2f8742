//! What a click hits: rectangles of the last frame with their meaning. Knows no mouse.

use super::map;
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
    /// A choice of the list on top, by its index in the narrowed list.
    Choice(usize),
    /// The answer of the question on top with this key.
    Answer(char),
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
