//! A smooth line through points that rises and falls only where they do: the piecewise cubic of
//! Steffen (1990). It never leaves the range of the two points it runs between. Knows no chart.

/// How steep the line is in each of its points, whose places across never go back.
pub fn slopes(points: &[(f64, f64)]) -> Vec<f64> {
    let secants: Vec<f64> = points
        .windows(2)
        .map(|pair| secant(pair[0], pair[1]))
        .collect();
    let slope = |at: usize| match (at.checked_sub(1).map(|it| secants[it]), secants.get(at)) {
        (Some(left), Some(right)) => {
            let lengths = [
                length(points[at - 1], points[at]),
                length(points[at], points[at + 1]),
            ];
            gentle(left, *right, lengths)
        }
        (Some(only), None) => only,
        (None, only) => only.copied().unwrap_or(0.0),
    };
    (0..points.len()).map(slope).collect()
}

/// How far two points lie apart across; at the same place, as far as one dot.
pub fn length(from: (f64, f64), to: (f64, f64)) -> f64 {
    (to.0 - from.0).max(1.0)
}

/// How steep the straight line between two points is.
pub fn secant(from: (f64, f64), to: (f64, f64)) -> f64 {
    (to.1 - from.1) / length(from, to)
}

/// The slope in a point between two secants: level where they turn, and never so steep that the
/// line overshoots.
fn gentle(left: f64, right: f64, [before, after]: [f64; 2]) -> f64 {
    if left * right <= 0.0 {
        return 0.0;
    }
    let parabola = (left * after + right * before) / (before + after);
    let most = left.abs().min(right.abs()).min(parabola.abs() / 2.0);
    2.0 * most.copysign(left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_is_level_and_a_slope_goes_on() {
        let points = [(0., 0.), (10., 10.), (20., 20.), (30., 0.), (40., 0.)];
        assert_eq!(slopes(&points), [1.0, 1.0, 0.0, 0.0, 0.0]);
        assert_eq!(slopes(&points[..1]), [0.0]);
        assert_eq!(slopes(&[]), Vec::<f64>::new());
    }
}
