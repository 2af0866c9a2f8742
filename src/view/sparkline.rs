//! Figures over time as blocks of eight heights. Says up and down, never good or bad.

const LEVELS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// The last `most` values, oldest first, from their lowest to their highest; nothing where there
/// are fewer than two.
pub(super) fn sparkline(values: &[f64], most: usize) -> Option<String> {
    let shown = &values[values.len().saturating_sub(most)..];
    if shown.len() < 2 {
        return None;
    }
    let low = shown.iter().copied().fold(f64::INFINITY, f64::min);
    let high = shown.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let block = |value: &f64| match high - low {
        span if span > 0.0 => LEVELS[((value - low) / span * 7.0).round() as usize],
        _ => LEVELS[3],
    };
    Some(shown.iter().map(block).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lowest_is_low_and_the_highest_high() {
        for (values, expected) in [
            (&[1.0, 2.0][..], Some("▁█")),
            (&[10.0, -10.0, 0.0], Some("█▁▅")),
            (&[0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0], Some("▁▂▃▄▅▆▇█")),
            (&[5.0, 5.0, 5.0], Some("▄▄▄")),
            (&[5.0], None),
            (&[], None),
        ] {
            assert_eq!(sparkline(values, 8).as_deref(), expected);
        }
    }

    #[test]
    fn the_last_values_are_shown_and_scaled_by_themselves() {
        assert_eq!(sparkline(&[100.0, 1.0, 2.0], 2).as_deref(), Some("▁█"));
    }
}
