//! The emotion curve as text: a line a touchpoint, the emotion from left to right. For a font whose
//! letters are all of one width. Knows no language.

use crate::journey::model::{Evidence, Journey, Scale, Touchpoint};
use crate::text::{pad_left, pad_right, sanitize_line, truncate, width};

/// What a point rests on, and its sign.
pub(super) const SIGNS: [(Evidence, char); 3] = [
    (Evidence::Measured, '●'),
    (Evidence::Observed, '◐'),
    (Evidence::Assumed, '○'),
];

/// From the lowest emotion to the highest, in columns; odd, so that there is one in the middle.
const COLUMNS: usize = 25;

/// The longest name.
const NAME: usize = 44;

/// The curve; nothing where nothing is felt.
pub(super) fn lines(journey: &Journey) -> Vec<String> {
    let all = || journey.stages.iter().flat_map(|it| &it.touchpoints);
    if all().all(|it| it.emotion.is_none()) {
        return Vec::new();
    }
    let room = all().map(|it| width(&name(&it.name)) + 6).max();
    let room = room.unwrap_or_default();
    let scale = journey.scale;
    let mut lines = vec![format!("{}{}", " ".repeat(room), ends(scale))];
    for stage in &journey.stages {
        // Whatever its name, a line that begins so is no end of the block.
        lines.push(format!("▸ {}", name(&stage.name)));
        let points = stage.touchpoints.iter().map(|it| point(it, room, scale));
        lines.extend(points);
    }
    let trimmed = lines.iter().map(|it| it.trim_end().to_owned());
    trimmed.collect()
}

/// A name of one line.
fn name(name: &str) -> String {
    truncate(&sanitize_line(name.trim()), NAME).into_owned()
}

/// The ends of emotion and their middle, over their columns.
fn ends(scale: Scale) -> String {
    let [low, middle, high] = [scale.min, scale.middle(), scale.max].map(crate::i18n::signed_whole);
    let half = COLUMNS / 2;
    let middle = pad_left(&middle, half + 1 - width(&low).min(half));
    format!("{low}{middle}{}", pad_left(&high, half))
}

/// `  ◆ Check-in            ●────┤             −2`
fn point(it: &Touchpoint, room: usize, scale: Scale) -> String {
    let mark = if it.moment_of_truth.is_some() {
        "◆"
    } else {
        " "
    };
    let named = pad_right(&format!("  {mark} {}", name(&it.name)), room);
    match it.emotion {
        None => format!("{named}{}", track(None, scale)),
        Some(emotion) => {
            let evidence = it.evidence.unwrap_or(Evidence::Assumed);
            let track = track(Some((emotion, evidence)), scale);
            format!("{named}{track}  {}", crate::i18n::signed_whole(emotion))
        }
    }
}

/// A line from the middle to the point.
fn track(point: Option<(i64, Evidence)>, scale: Scale) -> String {
    let middle = column(scale.middle(), scale);
    let at = point.map(|(emotion, _)| column(emotion, scale));
    let sign = point.and_then(|(_, evidence)| SIGNS.iter().find(|(it, _)| *it == evidence));
    let sign = sign.map_or('·', |(_, sign)| *sign);
    let column = |column: usize| match at {
        Some(at) if column == at => sign,
        _ if column == middle => '│',
        Some(at) if (at.min(middle)..=at.max(middle)).contains(&column) => '─',
        _ => ' ',
    };
    (0..COLUMNS).map(column).collect()
}

/// Where an emotion stands.
fn column(emotion: i64, scale: Scale) -> usize {
    let (min, max) = (scale.min as f64, scale.max as f64);
    let part = match max - min {
        span if span > 0.0 => ((emotion as f64 - min) / span).clamp(0.0, 1.0),
        _ => 0.5,
    };
    (part * (COLUMNS - 1) as f64).round() as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCALE: Scale = Scale { min: -2, max: 2 };

    #[test]
    fn a_point_stands_where_its_emotion_is() {
        for (point, expected) in [
            (Some((-2, Evidence::Measured)), "●───────────│            "),
            (Some((0, Evidence::Observed)), "            ◐            "),
            (Some((1, Evidence::Assumed)), "            │─────○      "),
            (Some((99, Evidence::Measured)), "            │───────────●"),
            (None, "            │            "),
        ] {
            assert_eq!(track(point, SCALE), expected);
        }
        assert_eq!(ends(SCALE), "−2          0          +2");
    }

    #[test]
    fn a_scale_of_one_number_has_a_middle() {
        let scale = Scale { min: 1, max: 1 };
        assert_eq!(column(1, scale), COLUMNS / 2);
    }
}
