//! Figures over time as a small line. Says up and down, never good or bad.

use super::{Frame, circle, line, path};
use crate::exchange::markup::{Markup, px};

/// The values, oldest first, and the level they are to reach; nothing for fewer than two.
pub(in crate::exchange) fn draw(
    values: &[f64],
    target: Option<f64>,
    frame: Frame,
    out: &mut Markup,
) {
    if values.len() < 2 {
        return;
    }
    let all = || values.iter().copied().chain(target);
    let low = all().fold(f64::INFINITY, f64::min);
    let high = all().fold(f64::NEG_INFINITY, f64::max);
    let y = |value: f64| match high - low {
        span if span > 0.0 => frame.y + frame.height * (1.0 - (value - low) / span),
        _ => frame.y + frame.height / 2.0,
    };
    let step = frame.width / (values.len() - 1) as f64;
    let place = |(at, value): (usize, &f64)| (frame.x + step * at as f64, y(*value));
    if let Some(target) = target {
        let y = y(target);
        line("target", [frame.x, y, frame.x + frame.width, y], out);
    }
    let places: Vec<(f64, f64)> = values.iter().enumerate().map(place).collect();
    let steps = places.iter().map(|(x, y)| format!("{} {}", px(*x), px(*y)));
    let steps: Vec<String> = steps.collect();
    path("spark", &format!("M{}", steps.join("L")), out);
    if let Some(last) = places.last() {
        circle("spark-end", *last, 3.0, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(values: &[f64], target: Option<f64>) -> String {
        let frame = Frame {
            x: 0.0,
            y: 0.0,
            width: 10.0,
            height: 10.0,
        };
        let mut out = Markup::default();
        draw(values, target, frame, &mut out);
        out.finish()
    }

    #[test]
    fn the_lowest_is_low_the_highest_high_and_one_value_is_no_course() {
        assert!(drawn(&[1.0, 2.0], None).contains("d=\"M0 10L10 0\""));
        assert!(drawn(&[1.0, 2.0], Some(3.0)).contains("d=\"M0 10L10 5\""));
        assert!(drawn(&[5.0, 5.0], None).contains("d=\"M0 5L10 5\""));
        assert_eq!(drawn(&[5.0], Some(1.0)), "");
    }
}
