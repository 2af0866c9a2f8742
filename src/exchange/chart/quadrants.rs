//! Importance and performance as four quadrants: each touchpoint by its number in the ranking.

use super::{Frame, circle, label, line, rect};
use crate::exchange::markup::Markup;
use crate::i18n::{self as w, Lang};
use crate::journey::priorities::{Priorities, Quadrant, Ranked, SCALE};

/// Room for the words of the axes.
const MARGIN: f64 = 40.0;

/// Of a point.
const RADIUS: f64 = 12.0;

/// Draws them.
pub(in crate::exchange) fn draw(
    priorities: &Priorities<'_>,
    frame: Frame,
    lang: Lang,
    out: &mut Markup,
) {
    let field = Frame {
        x: frame.x + MARGIN,
        y: frame.y,
        width: frame.width - MARGIN,
        height: frame.height - MARGIN,
    };
    rect("field", field, out);
    let crosshair = priorities.crosshair;
    let center = place(field, crosshair.importance, crosshair.experience);
    let [right, bottom] = [field.x + field.width, field.y + field.height];
    let improve = Frame {
        width: center.0 - field.x,
        height: center.1 - field.y,
        ..field
    };
    rect("field improve", improve, out);
    line("axis", [center.0, field.y, center.0, bottom], out);
    line("axis", [field.x, center.1, right, center.1], out);
    names(field, lang, out);
    axes(field, lang, out);
    for (importance, experience, all) in cells(&priorities.ranked) {
        points(
            place(field, importance as f64, experience as f64),
            &all,
            field,
            out,
        );
    }
}

/// Where these numbers stand; numbers beyond the scale at its end.
fn place(field: Frame, importance: f64, experience: f64) -> (f64, f64) {
    let (low, high) = (SCALE.0 as f64 - 0.5, SCALE.1 as f64 + 0.5);
    let part = |value: f64| (value.clamp(low + 0.5, high - 0.5) - low) / (high - low);
    (
        field.x + field.width * part(experience),
        field.y + field.height * (1.0 - part(importance)),
    )
}

fn names(field: Frame, lang: Lang, out: &mut Markup) {
    let (left, right) = (field.x + 12.0, field.x + field.width - 12.0);
    let (top, bottom) = (field.y + 24.0, field.y + field.height - 14.0);
    for quadrant in Quadrant::ALL {
        let (class, place) = match quadrant {
            Quadrant::Improve => ("quadrant", (left, top)),
            Quadrant::Keep => ("quadrant end", (right, top)),
            Quadrant::Later => ("quadrant", (left, bottom)),
            Quadrant::Enough => ("quadrant end", (right, bottom)),
        };
        label(class, place, w::quadrant_name(lang, quadrant), out);
    }
}

fn axes(field: Frame, lang: Lang, out: &mut Markup) {
    let bottom = field.y + field.height;
    for value in SCALE.0..=SCALE.1 {
        let (x, y) = place(field, value as f64, value as f64);
        label("tick middle", (x, bottom + 18.0), &w::whole(value), out);
        label("tick", (field.x - 10.0, y + 4.0), &w::whole(value), out);
    }
    let across = (field.x + field.width, bottom + 36.0);
    label(
        "axis-name end",
        across,
        &format!("{} →", w::field_experience(lang)),
        out,
    );
    let up = format!("{} →", w::field_importance(lang));
    let turn = format!("translate({} {}) rotate(-90)", field.x - 26.0, field.y);
    out.element(
        "text",
        &[("class", "axis-name end"), ("transform", &turn)],
        &up,
    );
    out.ours("\n");
}

/// The touchpoints of each pair of numbers, by their places in the ranking.
fn cells(ranked: &[Ranked<'_>]) -> Vec<(i64, i64, Vec<usize>)> {
    let mut cells: Vec<(i64, i64, Vec<usize>)> = Vec::new();
    for (at, it) in ranked.iter().enumerate() {
        let same =
            |cell: &&mut (i64, i64, Vec<usize>)| (cell.0, cell.1) == (it.importance, it.experience);
        match cells.iter_mut().find(same) {
            Some((.., all)) => all.push(at),
            None => cells.push((it.importance, it.experience, vec![at])),
        }
    }
    cells
}

/// The points of one place, beside and below each other; those without room as how many they are.
fn points((x, y): (f64, f64), all: &[usize], field: Frame, out: &mut Markup) {
    let step = 2.0 * RADIUS + 3.0;
    let columns = ((field.width / 5.0 / step) as usize).max(1);
    let rows = ((field.height / 5.0 / step) as usize).max(1);
    let room = columns * rows;
    let shown = if all.len() > room {
        room - 1
    } else {
        all.len()
    };
    let rest = all.len() - shown;
    let words = all[..shown].iter().map(|at| (at + 1).to_string());
    let words: Vec<String> = words
        .chain((rest > 0).then(|| format!("+{rest}")))
        .collect();
    let rows = words.len().div_ceil(columns);
    for (row, words) in words.chunks(columns).enumerate() {
        let y = y + step * (row as f64 - (rows - 1) as f64 / 2.0);
        for (at, word) in words.iter().enumerate() {
            let x = x + step * (at as f64 - (words.len() - 1) as f64 / 2.0);
            circle("point", (x, y), RADIUS, out);
            label("number", (x, y + 4.0), word, out);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIELD: Frame = Frame {
        x: 0.0,
        y: 0.0,
        width: 500.0,
        height: 500.0,
    };

    #[test]
    fn importance_grows_upwards_and_experience_to_the_right() {
        for (importance, experience, expected) in [
            (5.0, 1.0, (50.0, 50.0)),
            (3.0, 3.0, (250.0, 250.0)),
            (-9.0, 99.0, (450.0, 450.0)),
        ] {
            let (x, y) = place(FIELD, importance, experience);
            assert_eq!((x.round(), y.round()), expected);
        }
    }

    #[test]
    fn no_point_is_lost_where_room_is_short() {
        let mut out = Markup::default();
        points((50.0, 50.0), &(0..12).collect::<Vec<_>>(), FIELD, &mut out);
        let text = out.finish();
        assert_eq!(text.matches("<circle").count(), 9);
        assert!(
            text.contains(">8</text>") && text.contains(">+4</text>"),
            "{text}"
        );
    }
}
