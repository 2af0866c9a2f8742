//! The emotions of a journey in very small: all curves stand on the same height, each on its own
//! scale from end to end, so that they can be read one below the other.

use super::super::braille::{ACROSS, Canvas, DOWN, Dot, Stroke};
use super::super::flow::cells;
use super::super::spline;
use crate::journey::portfolio::Health;

const LEVELS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// Where an emotion stands on its scale, 0–1.
fn height(health: &Health, emotion: i64) -> f64 {
    let scale = &health.scale;
    let span = scale.max.saturating_sub(scale.min).max(1) as f64;
    (emotion.saturating_sub(scale.min) as f64 / span).clamp(0.0, 1.0)
}

/// One column a touchpoint; where there are more of them than columns, the lowest of neighbours.
/// Blank where none is known.
pub(super) fn blocks(health: &Health, columns: usize) -> String {
    let all = &health.emotions;
    let shown = all.len().min(columns);
    let block = |at: usize| {
        let neighbours = &all[at * all.len() / shown..(at + 1) * all.len() / shown];
        match neighbours.iter().flatten().min() {
            Some(emotion) => LEVELS[(height(health, *emotion) * 7.0).round() as usize],
            None => ' ',
        }
    };
    (0..shown).map(block).collect()
}

/// A line over several rows of so many columns; it breaks off where none is known.
pub(super) fn line(health: &Health, columns: usize, rows: usize) -> Vec<String> {
    let mut canvas = Canvas::new(cells(columns), cells(rows));
    let (across, down) = (columns as i64 * ACROSS - 1, rows as i64 * DOWN - 1);
    let last = health.emotions.len().saturating_sub(1).max(1) as i64;
    let dot = |at: usize, emotion: i64| Dot {
        x: at as i64 * across / last,
        y: ((1.0 - height(health, emotion)) * down as f64).round() as i64,
    };
    let places = health.emotions.iter().enumerate();
    let dots: Vec<Option<Dot>> = places
        .map(|(at, emotion)| Some(dot(at, (*emotion)?)))
        .collect();
    for known in dots.split(Option::is_none) {
        let known: Vec<Dot> = known.iter().copied().flatten().collect();
        match known[..] {
            [alone] => canvas.trace(alone, alone, Stroke::Solid, |_| alone.y),
            _ => spline::draw(&known, Stroke::Solid, &mut canvas),
        }
    }
    let row = |row| {
        let cells = (0..cells(columns)).map(|column| canvas.at(column, row).unwrap_or(' '));
        cells.collect()
    };
    (0..cells(rows)).map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::model::{Audience, Scale};

    fn health(emotions: &[Option<i64>], scale: (i64, i64)) -> Health {
        Health {
            title: String::new(),
            state: None,
            audience: Audience::Customers,
            stages: 0,
            touchpoints: emotions.len(),
            emotions: emotions.to_vec(),
            scale: Scale {
                min: scale.0,
                max: scale.1,
            },
            worst: None,
            moments: 0,
            moments_below: 0,
            open: 0,
            overdue: 0,
            reviewed: None,
            is_stale: false,
            findings: [0; 3],
        }
    }

    const FALL: [Option<i64>; 6] = [Some(2), Some(1), None, Some(0), Some(-1), Some(-2)];

    #[test]
    fn what_is_not_known_is_a_gap_and_the_worst_stays_in_sight() {
        for (emotions, scale, columns, expected) in [
            (&FALL[..], (-2, 2), 9, "█▆ ▅▃▁"),
            (&FALL[..], (-2, 2), 3, "▆▅▁"),
            (&[Some(0), Some(10)], (0, 10), 9, "▁█"),
            (&[Some(9), Some(-9)], (-2, 2), 9, "█▁"),
            (&[], (-2, 2), 9, ""),
            (&FALL, (2, 2), 0, ""),
        ] {
            assert_eq!(blocks(&health(emotions, scale), columns), expected);
        }
    }

    #[test]
    fn a_line_breaks_off_where_nothing_is_known() {
        let lines = |emotions| line(&health(emotions, (-2, 2)), 8, 2);
        assert_eq!(lines(&FALL), ["⠑⠢      ", "    ⠈⠑⠢⢄"]);
        assert_eq!(lines(&[]), ["        ", "        "]);
        assert_eq!(lines(&[Some(2)]), ["⠁       ", "        "]);
    }
}
