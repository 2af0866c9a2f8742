//! A canvas of Braille dots, 2 × 4 to a cell, drawn on with integers. Knows no emotion and no style.

use std::cmp::Ordering;
use std::ops::RangeInclusive;

/// Dots in a cell from left to right.
pub(super) const ACROSS: i64 = 2;
/// Dots in a cell from top to bottom.
pub(super) const DOWN: i64 = 4;

/// A place on the canvas in dots, from its top left; may lie outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dot {
    pub(super) x: i64,
    pub(super) y: i64,
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stroke {
    /// Two dots thick, without holes.
    Solid,
    /// Every second dot.
    Dotted,
}

/// Dots, kept as the eight bits of each Braille character.
pub(super) struct Canvas {
    columns: usize,
    cells: Vec<u8>,
}

impl Canvas {
    /// An empty canvas of this many cells.
    pub(super) fn new(columns: u16, rows: u16) -> Canvas {
        Canvas {
            columns: usize::from(columns),
            cells: vec![0; usize::from(columns) * usize::from(rows)],
        }
    }

    /// Sets one dot; nothing happens outside.
    fn set(&mut self, dot: Dot) {
        let cell = (dot.x.div_euclid(ACROSS), dot.y.div_euclid(DOWN));
        let (Ok(column), Ok(row)) = (usize::try_from(cell.0), usize::try_from(cell.1)) else {
            return;
        };
        if column >= self.columns {
            return;
        }
        if let Some(bits) = self.cells.get_mut(row * self.columns + column) {
            *bits |= bit(dot.x.rem_euclid(ACROSS), dot.y.rem_euclid(DOWN));
        }
    }

    /// A line from left to right that leaves and arrives level, so that neighbours join smoothly.
    pub(super) fn swing(&mut self, from: Dot, to: Dot, stroke: Stroke) {
        let right = self.columns as i64 * ACROSS;
        let [start, end] = [from.x.max(0), to.x.min(right)];
        let mut last = level_swing(from, to, start);
        for x in start..=end {
            let y = level_swing(from, to, x);
            self.upright(x, between(last, y), stroke);
            last = y;
        }
    }

    /// A part of a line that is one dot wide.
    fn upright(&mut self, x: i64, rows: RangeInclusive<i64>, stroke: Stroke) {
        for y in rows {
            match stroke {
                Stroke::Solid => {
                    self.set(Dot { x, y });
                    self.set(Dot { x, y: y - 1 });
                }
                Stroke::Dotted if (x + y) % 2 == 0 => self.set(Dot { x, y }),
                Stroke::Dotted => {}
            }
        }
    }

    /// The character of a cell; `None` where no dot is set.
    pub(super) fn at(&self, column: u16, row: u16) -> Option<char> {
        let bits = self.cells[usize::from(row) * self.columns + usize::from(column)];
        (bits != 0).then(|| char::from_u32(0x2800 + u32::from(bits)))?
    }
}

/// The rows from the last one, itself left out, to the next.
fn between(last: i64, next: i64) -> RangeInclusive<i64> {
    match next.cmp(&last) {
        Ordering::Less => next..=last - 1,
        Ordering::Equal => next..=next,
        Ordering::Greater => last + 1..=next,
    }
}

/// Height at `x` on the curve 3t² − 2t³ between two dots, in integers.
fn level_swing(from: Dot, to: Dot, x: i64) -> i64 {
    let span = (to.x - from.x).max(1);
    let t = x - from.x;
    let part = t * t * (3 * span - 2 * t);
    let whole = span * span * span;
    from.y + (2 * (to.y - from.y) * part + whole).div_euclid(2 * whole)
}

/// The bit of a dot in its Braille character (ISO/TR 11548-1).
fn bit(x: i64, y: i64) -> u8 {
    const LEFT: [u8; 4] = [0x01, 0x02, 0x04, 0x40];
    const RIGHT: [u8; 4] = [0x08, 0x10, 0x20, 0x80];
    let side = if x == 0 { LEFT } else { RIGHT };
    side[y as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(
        columns: u16,
        rows: u16,
        from: (i64, i64),
        to: (i64, i64),
        stroke: Stroke,
    ) -> Vec<String> {
        let mut canvas = Canvas::new(columns, rows);
        let [from, to] = [from, to].map(|(x, y)| Dot { x, y });
        canvas.swing(from, to, stroke);
        let line = |row| {
            (0..columns)
                .map(|at| canvas.at(at, row).unwrap_or(' '))
                .collect()
        };
        (0..rows).map(line).collect()
    }

    #[test]
    fn a_swing_leaves_and_arrives_level_and_has_no_holes() {
        let drawn = drawn(8, 3, (1, 1), (14, 9), Stroke::Solid);
        assert_eq!(drawn, ["⠘⠳⢦⡀    ", "   ⠙⠳⣄⡀ ", "     ⠈⠙⠃"]);
    }

    #[test]
    fn a_dotted_line_has_every_second_dot() {
        assert_eq!(drawn(4, 1, (0, 0), (7, 0), Stroke::Dotted), ["⠁⠁⠁⠁"]);
    }

    #[test]
    fn what_lies_outside_is_left_out() {
        let drawn = drawn(2, 1, (-40, -80), (44, 84), Stroke::Solid);
        assert_eq!(drawn.len(), 1);
        assert_eq!(drawn[0].chars().count(), 2);
    }
}
