//! Where the numbers of the quadrants stand: integers alone, no journey, no style.

use crate::journey::priorities::{Crosshair, SCALE};
use ratatui::layout::Rect;
use std::ops::Range;

/// Values of a scale.
const STEPS: i64 = SCALE.1 - SCALE.0 + 1;

/// The field of the quadrants: experience from left to right, importance from bottom to top.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grid {
    pub(super) area: Rect,
    /// Rows above the highest importance, for the names of quadrants; as many are below the
    /// lowest.
    pub(super) names: u16,
}

impl Grid {
    /// The cell of all points of these numbers; of numbers beyond the scale the nearest one.
    pub(super) fn cell(&self, importance: i64, experience: i64) -> Rect {
        let columns = share(self.area.width, step(experience));
        let rows = share(self.height(), STEPS - 1 - step(importance));
        Rect {
            x: self.area.x + columns.start,
            y: self.area.y + self.names + rows.start,
            width: columns.end - columns.start,
            height: rows.end - rows.start,
        }
    }

    /// Column and row where the quadrants meet: between the middles of the cells beside.
    pub(super) fn crosshair(&self, at: Crosshair) -> (u16, u16) {
        let x = self.between(at.experience, middle_x);
        let y = self.between(at.importance, middle_y);
        (x, y)
    }

    /// Where a value lies between the middles of the cells beside it.
    fn between(&self, value: f64, middle: fn(Rect) -> u16) -> u16 {
        let [low, high] = [value.floor(), value.ceil()];
        let at = |whole: f64| f64::from(middle(self.cell(whole as i64, whole as i64)));
        (at(low) + (at(high) - at(low)) * (value - low)).round() as u16
    }

    fn height(&self) -> u16 {
        self.area.height.saturating_sub(2 * self.names)
    }
}

/// The column in the middle of a cell.
pub(super) fn middle_x(cell: Rect) -> u16 {
    cell.x + cell.width.saturating_sub(1) / 2
}

/// The row in the middle of a cell.
pub(super) fn middle_y(cell: Rect) -> u16 {
    cell.y + cell.height.saturating_sub(1) / 2
}

/// How many steps a value stands above the lowest.
fn step(value: i64) -> i64 {
    value.clamp(SCALE.0, SCALE.1) - SCALE.0
}

/// The share of the nth step in a length, without a rest.
fn share(length: u16, nth: i64) -> Range<u16> {
    let edge = |nth: i64| (i64::from(length) * nth / STEPS) as u16;
    edge(nth)..edge(nth + 1)
}

/// The numbers of one cell, line by line: as many as there is room for, the selected one among
/// them, and how many more there are.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Numbers {
    /// Indexes of what stands in each line.
    pub(super) lines: Vec<Vec<usize>>,
    /// Those that there is no room for; `+2` stands for them at the end.
    pub(super) hidden: Vec<usize>,
}

/// Lays out the points of a cell, by their indexes; each is shown by its index and one more.
pub(super) fn numbers(points: &[usize], selected: Option<usize>, cell: Rect) -> Numbers {
    // Cells stand further apart than the points of one, or a line of them would be one heap.
    let columns = usize::from(cell.width).saturating_sub(1);
    let rows = usize::from(cell.height);
    let mut shown = points.to_vec();
    let mut hidden = Vec::new();
    loop {
        let lines = lines(&shown, &hidden, columns);
        if lines.len() <= rows || shown.len() <= 1 {
            return Numbers { lines, hidden };
        }
        let goes = shown.iter().rposition(|at| Some(*at) != selected);
        hidden.insert(0, shown.remove(goes.unwrap_or(0)));
    }
}

fn lines(shown: &[usize], hidden: &[usize], columns: usize) -> Vec<Vec<usize>> {
    let mut lines: Vec<Vec<usize>> = vec![Vec::new()];
    let mut taken = 0;
    let rest = (!hidden.is_empty()).then(|| rest(hidden).len());
    let words = shown.iter().map(|at| (Some(*at), label(*at).len()));
    for (at, width) in words.chain(rest.map(|width| (None, width))) {
        if taken > 0 && taken + 1 + width > columns {
            lines.push(Vec::new());
            taken = 0;
        }
        taken += usize::from(taken > 0) + width;
        if let (Some(at), Some(line)) = (at, lines.last_mut()) {
            line.push(at);
        }
    }
    lines
}

/// What a point is shown by.
pub(super) fn label(at: usize) -> String {
    (at + 1).to_string()
}

/// What those are shown by that there is no room for.
pub(super) fn rest(hidden: &[usize]) -> String {
    format!("+{}", hidden.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(width: u16, height: u16) -> Grid {
        Grid {
            area: Rect::new(4, 2, width, height),
            names: 1,
        }
    }

    #[test]
    fn cells_fill_the_field_without_a_rest_and_importance_grows_upwards() {
        for (width, height) in [(5, 7), (23, 13), (61, 40)] {
            let grid = grid(width, height);
            let (first, last) = (grid.cell(1, 1), grid.cell(5, 5));
            assert_eq!((first.x, last.right()), (4, 4 + width));
            assert_eq!((last.y, first.bottom()), (3, 2 + height - 1));
            for value in 1..5 {
                let [one, next] = [value, value + 1].map(|value| grid.cell(value, value));
                assert_eq!((one.right(), one.y), (next.x, next.bottom()), "{value}");
            }
        }
    }

    #[test]
    fn what_lies_beyond_the_scale_stands_at_its_end() {
        let grid = grid(23, 13);
        assert_eq!(grid.cell(i64::MAX, i64::MIN), grid.cell(5, 1));
    }

    #[test]
    fn the_crosshair_leads_through_what_is_on_it_and_parts_what_is_not() {
        let grid = grid(50, 22);
        let at = |importance, experience| {
            grid.crosshair(Crosshair {
                importance,
                experience,
            })
        };
        let middle = |cell: Rect| (middle_x(cell), middle_y(cell));
        for value in 1..=5 {
            let cell = grid.cell(value, value);
            assert_eq!(at(value as f64, value as f64), middle(cell), "{value}");
        }
        let (x, y) = at(3.5, 2.4);
        assert!(middle_x(grid.cell(1, 2)) < x && x < middle_x(grid.cell(1, 3)));
        assert!(middle_y(grid.cell(4, 1)) < y && y < middle_y(grid.cell(3, 1)));
    }

    #[test]
    fn no_number_is_lost_where_room_is_short() {
        type Case<'c> = (
            &'c [usize],
            Option<usize>,
            (u16, u16),
            &'c [&'c [usize]],
            &'c [usize],
        );
        let table: [Case<'_>; 6] = [
            (&[0, 4], None, (8, 2), &[&[0, 4]], &[]),
            (&[0, 4, 7, 8], None, (6, 2), &[&[0, 4, 7], &[8]], &[]),
            (&[0, 4, 7, 8], None, (6, 1), &[&[0]], &[4, 7, 8]),
            (&[0, 4, 7, 8], Some(8), (6, 1), &[&[8]], &[0, 4, 7]),
            (&[9, 10, 11], None, (9, 1), &[&[9, 10, 11]], &[]),
            (&[9, 10, 11], Some(9), (3, 1), &[&[9], &[]], &[10, 11]),
        ];
        for (points, selected, (width, height), lines, hidden) in table {
            let found = numbers(points, selected, Rect::new(0, 0, width, height));
            assert_eq!(found.lines, lines, "{points:?} in {width}×{height}");
            assert_eq!(found.hidden, hidden, "{points:?} in {width}×{height}");
        }
    }
}
