//! The smooth line of [`crate::journey::curve`] as dots. It never leaves the range of the two points
//! it runs between. Knows no chart.

use super::braille::{Canvas, Dot, Stroke};
use crate::journey::curve::{length, secant, slopes};

/// The line between two neighbouring points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Span {
    from: Dot,
    to: Dot,
    /// How steep the line is at its two ends.
    slopes: [f64; 2],
}

/// Draws the line through points, whose places across never go back.
pub(super) fn draw(points: &[Dot], stroke: Stroke, canvas: &mut Canvas) {
    for span in through(points) {
        span.draw(stroke, canvas);
    }
}

/// The lines between points, whose places across never go back.
pub(super) fn through(points: &[Dot]) -> Vec<Span> {
    let places: Vec<(f64, f64)> = points.iter().copied().map(place).collect();
    let slopes = slopes(&places);
    let ends = points.windows(2).zip(slopes.windows(2));
    ends.map(|(pair, slopes)| Span {
        from: pair[0],
        to: pair[1],
        slopes: [slopes[0], slopes[1]],
    })
    .collect()
}

fn place(dot: Dot) -> (f64, f64) {
    (dot.x as f64, dot.y as f64)
}

impl Span {
    /// Draws it.
    pub(super) fn draw(&self, stroke: Stroke, canvas: &mut Canvas) {
        canvas.trace(self.from, self.to, stroke, |x| self.at(x));
    }

    /// Its height at a place across.
    fn at(&self, x: i64) -> i64 {
        if x == self.to.x {
            return self.to.y;
        }
        let [from, to] = [self.from, self.to].map(place);
        let whole = length(from, to);
        let t = (x - self.from.x) as f64;
        let [start, end] = self.slopes;
        let secant = secant(from, to);
        let square = (3.0 * secant - 2.0 * start - end) / whole;
        let cube = (start + end - 2.0 * secant) / (whole * whole);
        let height = self.from.y as f64 + t * (start + t * (square + t * cube));
        let (low, high) = (self.from.y.min(self.to.y), self.from.y.max(self.to.y));
        (height.round() as i64).clamp(low, high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn dots(points: &[(i64, i64)]) -> Vec<Dot> {
        points.iter().map(|(x, y)| Dot { x: *x, y: *y }).collect()
    }

    fn heights(points: &[(i64, i64)]) -> Vec<i64> {
        let spans = through(&dots(points));
        let all = spans
            .iter()
            .flat_map(|span| (span.from.x..=span.to.x).map(|x| span.at(x)));
        all.collect()
    }

    #[test]
    fn a_line_through_two_points_is_straight() {
        assert_eq!(heights(&[(0, 0), (4, 8)]), [0, 2, 4, 6, 8]);
        assert_eq!(heights(&[(3, 5)]), Vec::<i64>::new());
    }

    #[test]
    fn a_turn_is_level_and_a_slope_goes_on() {
        let spans = through(&dots(&[(0, 0), (10, 10), (20, 20), (30, 0), (40, 0)]));
        let slopes: Vec<[f64; 2]> = spans.iter().map(|span| span.slopes).collect();
        assert_eq!(slopes, [[1.0, 1.0], [1.0, 0.0], [0.0, 0.0], [0.0, 0.0]]);
    }

    #[test]
    fn what_stays_level_is_drawn_level() {
        assert_eq!(heights(&[(0, 7), (3, 7), (6, 7)]), [7; 8]);
    }

    proptest! {
        #[test]
        fn it_passes_through_its_points_and_between_them_goes_one_way(
            steps in prop::collection::vec((1..60i64, -40..40i64), 1..12),
        ) {
            let mut x = 0;
            let points: Vec<Dot> = steps.into_iter().map(|(step, y)| { x += step; Dot { x, y } }).collect();
            for (span, pair) in through(&points).iter().zip(points.windows(2)) {
                prop_assert_eq!([span.at(pair[0].x), span.at(pair[1].x)], [pair[0].y, pair[1].y]);
                let heights: Vec<i64> = (span.from.x..=span.to.x).map(|x| span.at(x)).collect();
                let rises = heights.windows(2).all(|it| it[0] <= it[1]);
                let falls = heights.windows(2).all(|it| it[0] >= it[1]);
                prop_assert!(rises || falls, "{:?}", heights);
            }
        }
    }
}
