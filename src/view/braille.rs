//! A canvas of Braille dots, 2 × 4 to a cell, drawn on with integers. Knows no emotion and no style.

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

/// How a line is drawn, one dot thick.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stroke {
    /// Every second dot.
    Dotted,
    /// Two cells of dots, one without.
    Dashed,
    /// Without holes.
    Solid,
}

impl Stroke {
    /// The stroke has a dot this far along the line.
    fn has_dot(self, along: i64) -> bool {
        match self {
            Stroke::Solid => true,
            // A line starts in the right half of a cell: the dots of the next one are 1 and 2.
            Stroke::Dashed => (along - 1).rem_euclid(6) < 4,
            Stroke::Dotted => along.rem_euclid(2) == 1,
        }
    }
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

    /// A line from left to right, or straight up or down, whose height at each place across is
    /// given.
    pub(super) fn trace(
        &mut self,
        from: Dot,
        to: Dot,
        stroke: Stroke,
        height: impl Fn(i64) -> i64,
    ) {
        let right = self.columns as i64 * ACROSS;
        let [start, end] = [from.x.max(0), to.x.min(right)];
        let mut along = start - from.x;
        let mut last = if start == from.x {
            from.y
        } else {
            height(start)
        };
        for x in start..=end {
            let y = height(x);
            for dot in step(x, last, y) {
                if stroke.has_dot(along) {
                    self.set(dot);
                }
                along += 1;
            }
            last = y;
        }
    }

    /// The character of a cell; `None` where no dot is set.
    pub(super) fn at(&self, column: u16, row: u16) -> Option<char> {
        let bits = self.cells[usize::from(row) * self.columns + usize::from(column)];
        (bits != 0).then(|| char::from_u32(0x2800 + u32::from(bits)))?
    }
}

/// The dots from a height to the next one, which itself is at `x`: a steep step is made half before
/// and half there, so that the line has no holes and is never thicker than a dot.
fn step(x: i64, last: i64, next: i64) -> impl Iterator<Item = Dot> {
    let way = (next - last).signum();
    let rows = (next - last).abs().max(1);
    let before = (rows - 1) / 2;
    (1..=rows).map(move |row| Dot {
        x: if row <= before { x - 1 } else { x },
        y: if row == rows { next } else { last + way * row },
    })
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

    fn drawn(columns: u16, rows: u16, stroke: Stroke, height: fn(i64) -> i64) -> Vec<String> {
        let mut canvas = Canvas::new(columns, rows);
        let [from, to] = [1, i64::from(columns) * ACROSS - 1].map(|x| Dot { x, y: height(x) });
        canvas.trace(from, to, stroke, height);
        let line = |row| {
            (0..columns)
                .map(|at| canvas.at(at, row).unwrap_or(' '))
                .collect()
        };
        (0..rows).map(line).collect()
    }

    #[test]
    fn a_line_is_one_dot_thick_and_has_no_holes() {
        assert_eq!(drawn(6, 1, Stroke::Solid, |_| 1), ["⠐⠒⠒⠒⠒⠒"]);
        assert_eq!(drawn(4, 2, Stroke::Solid, |x| x), ["⠐⢄  ", "  ⠑⢄"]);
        assert_eq!(
            drawn(3, 3, Stroke::Solid, |x| 4 * x - 4),
            ["⠘⡄ ", " ⢣ ", " ⠘⡄"]
        );
    }

    #[test]
    fn strokes_are_told_apart() {
        let flat = |stroke| drawn(9, 1, stroke, |_| 1).concat();
        assert_eq!(flat(Stroke::Solid), "⠐⠒⠒⠒⠒⠒⠒⠒⠒");
        assert_eq!(flat(Stroke::Dashed), " ⠒⠒ ⠒⠒ ⠒⠒");
        assert_eq!(flat(Stroke::Dotted), " ⠂⠂⠂⠂⠂⠂⠂⠂");
    }

    #[test]
    fn a_line_that_begins_outside_keeps_its_dashes() {
        let mut canvas = Canvas::new(3, 1);
        let [from, to] = [-5, 99].map(|x| Dot { x, y: 1 });
        canvas.trace(from, to, Stroke::Dashed, |_| 1);
        let shown: String = (0..3).map(|at| canvas.at(at, 0).unwrap_or(' ')).collect();
        assert_eq!(shown, " ⠒⠒");
    }

    #[test]
    fn what_lies_outside_is_left_out() {
        let mut canvas = Canvas::new(2, 1);
        let [from, to] = [-40, 44].map(|x| Dot { x, y: 2 * x });
        canvas.trace(from, to, Stroke::Solid, |x| 2 * x);
        assert!(canvas.at(0, 0).is_some());
    }
}
