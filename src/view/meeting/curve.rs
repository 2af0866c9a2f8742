//! The emotion curve of the whole journey at the foot of the meeting, the stages below it, and a
//! mark where one is.

use crate::app::App;
use crate::app::map::Column;
use crate::i18n as w;
use crate::i18n::number::signed_whole;
use crate::journey::model::{Evidence, Scale, Touchpoint};
use crate::journey::place::ElementKey;
use crate::text::{center, sanitize_line, truncate, width};
use crate::view::braille::{ACROSS, Canvas, DOWN, Dot, Stroke};
use crate::view::map::curve::{put_canvas, sign, stroke_of};
use crate::view::spline;
use crate::view::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::ops::Range;

/// Rows of the mark and of the stages.
const BELOW: u16 = 2;

/// Screens of fewer rows have no curve.
const LOWEST: u16 = 14;

/// Rows of the whole on a screen of this size.
pub(super) fn rows(area: Rect) -> u16 {
    match area.height < LOWEST || area.width < 20 {
        true => 0,
        false => (area.height / 6).clamp(3, 12) + BELOW,
    }
}

/// Cells between two touchpoints at least: closer together they are a carpet from the back of a
/// room.
const LEAST_APART: u16 = 3;

/// Columns of the chart that stand before and behind what is shown.
type Beyond = (usize, usize);

/// A column of the chart: a touchpoint, or a stage without one.
struct Point<'a> {
    /// Cell from the left end of the plot.
    x: u16,
    stage: usize,
    touchpoint: Option<&'a Touchpoint>,
    /// The meeting stands here.
    is_here: bool,
}

/// Draws curve, mark and stages.
pub(super) fn draw(app: &App, here: &ElementKey, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    if area.height <= BELOW {
        return;
    }
    let scale = app.journey().scale;
    let labels = [scale.min, scale.max].map(signed_whole);
    let left = labels.iter().map(|label| width(label)).max().unwrap_or(0) + 1;
    let left = (left as u16).min(area.width / 4);
    let plot = Rect {
        x: area.x + left,
        width: area.width - left,
        height: area.height - BELOW,
        ..area
    };
    let (points, beyond) = points(app, here, plot.width);
    for (label, y) in labels.iter().zip([plot.bottom() - 1, plot.y]) {
        buffer.set_stringn(area.x, y, label, usize::from(left), theme.axis);
    }
    draw_here_lines(&points, plot, theme, buffer);
    draw_curve(app, &points, scale, plot, theme, buffer);
    draw_beyond(beyond, plot, theme, buffer);
    draw_mark(app, &points, plot, theme, buffer);
    draw_stages(app, &points, plot, theme, buffer);
}

/// The columns of the chart, of a long journey those around where one is.
fn points<'a>(app: &'a App, here: &ElementKey, columns: u16) -> (Vec<Point<'a>>, Beyond) {
    let stages = &app.journey().stages;
    let all = &app.map.columns;
    let here_at = app.column_of(here);
    let here_column = here_at.and_then(|at| all.get(at));
    let is_stage = app.touchpoint_of(here).is_none();
    let is_here = |at: usize, column: &Column| match is_stage {
        true => here_column.is_some_and(|it| it.stage == column.stage),
        false => Some(at) == here_at,
    };
    let room = columns.saturating_sub(3);
    let is_here = |at: usize| is_here(at, &all[at]);
    let shown = window(all.len(), usize::from(room / LEAST_APART) + 1, is_here);
    let gaps = (shown.len().max(2) - 1) as u64;
    let point = |at: usize| {
        let column = &all[at];
        let stage = stages.get(column.stage)?;
        let nth = (at - shown.start) as u64;
        Some(Point {
            x: (1 + nth * u64::from(room) / gaps) as u16,
            stage: column.stage,
            touchpoint: column.touchpoint.and_then(|it| stage.touchpoints.get(it)),
            is_here: is_here(at),
        })
    };
    let beyond = (shown.start, all.len() - shown.end);
    (shown.clone().filter_map(point).collect(), beyond)
}

/// All of so many columns, or where fewer have room those around the middle of where one is.
fn window(count: usize, room: usize, is_here: impl Fn(usize) -> bool) -> Range<usize> {
    let here: Vec<usize> = (0..count).filter(|at| is_here(*at)).collect();
    let middle = here.get(here.len() / 2).copied().unwrap_or(0);
    let shown = room.min(count);
    let first = middle.saturating_sub(shown / 2).min(count - shown);
    first..first + shown
}

/// Dots from the top of a plot of so many rows.
fn height(emotion: i64, scale: Scale, rows: u16) -> i64 {
    let [low, high, emotion] = [scale.min, scale.max, emotion].map(i128::from);
    let span = (high - low).max(1);
    let below_top = (high - emotion).clamp(0, span);
    let room = i128::from(rows) * i128::from(DOWN) - 2;
    (1 + below_top * room.max(0) / span) as i64
}

fn dot(point: &Point<'_>, scale: Scale, rows: u16) -> Option<Dot> {
    Some(Dot {
        x: i64::from(point.x) * ACROSS + ACROSS / 2,
        y: height(point.touchpoint?.emotion?, scale, rows),
    })
}

/// The line through the touchpoints, drawn by what it rests on; what is unknown interrupts it.
fn draw_curve(
    app: &App,
    points: &[Point<'_>],
    scale: Scale,
    plot: Rect,
    theme: &Theme,
    buffer: &mut Buffer,
) {
    let mut known = Canvas::new(plot.width, plot.height);
    let mut assumed = Canvas::new(plot.width, plot.height);
    let path = &app.map.lens.path;
    let leads = |it: &&Point<'_>| it.touchpoint.is_none_or(|it| path.leads_through(it));
    let line: Vec<&Point<'_>> = points.iter().filter(leads).collect();
    let dot = |point: &Point<'_>| dot(point, scale, plot.height);
    for run in line.split(|point| dot(point).is_none()) {
        let dots: Vec<Dot> = run.iter().filter_map(|point| dot(point)).collect();
        for (span, pair) in spline::through(&dots).iter().zip(run.windows(2)) {
            let stroke = stroke(pair[0]).min(stroke(pair[1]));
            let canvas = match stroke {
                Stroke::Dotted => &mut assumed,
                Stroke::Dashed | Stroke::Solid => &mut known,
            };
            span.draw(stroke, canvas);
        }
    }
    put_canvas(&assumed, plot, theme.curve_assumed, buffer);
    put_canvas(&known, plot, theme.curve, buffer);
    for point in points {
        if let Some(at) = dot(point) {
            draw_point(point, at, scale, plot, theme, buffer);
        }
    }
}

fn evidence(touchpoint: &Touchpoint) -> Evidence {
    touchpoint.evidence.unwrap_or(Evidence::Assumed)
}

fn stroke(point: &Point<'_>) -> Stroke {
    stroke_of(point.touchpoint.map_or(Evidence::Assumed, evidence))
}

fn draw_point(
    point: &Point<'_>,
    at: Dot,
    scale: Scale,
    plot: Rect,
    theme: &Theme,
    buffer: &mut Buffer,
) {
    let Some(touchpoint) = point.touchpoint else {
        return;
    };
    let emotion = touchpoint.emotion.unwrap_or_default();
    let sign = sign(evidence(touchpoint));
    let (sign, style) = match touchpoint.moment_of_truth.is_some() {
        true => ('◆', theme.moment),
        false if emotion < scale.middle() => (sign, theme.bad),
        false if emotion > scale.middle() => (sign, theme.good),
        false => (sign, theme.text),
    };
    let style = if point.is_here { theme.cursor } else { style };
    let y = plot.y + (at.y / DOWN) as u16;
    if let Some(cell) = buffer.cell_mut((plot.x + point.x, y.min(plot.bottom() - 1))) {
        cell.set_char(sign).set_style(style);
    }
}

/// A line from top to bottom where one is.
fn draw_here_lines(points: &[Point<'_>], plot: Rect, theme: &Theme, buffer: &mut Buffer) {
    for point in points.iter().filter(|it| it.is_here) {
        for y in plot.top()..plot.bottom() {
            if let Some(cell) = buffer.cell_mut((plot.x + point.x, y)) {
                cell.set_char('┊').set_style(theme.label);
            }
        }
    }
}

/// `‹ 112` and `163 ›` at the sides: how many are not shown there.
fn draw_beyond(beyond: Beyond, plot: Rect, theme: &Theme, buffer: &mut Buffer) {
    let (before, behind) = beyond;
    if before > 0 {
        let room = usize::from(plot.width);
        buffer.set_stringn(
            plot.x,
            plot.bottom(),
            format!("‹ {before}"),
            room,
            theme.dim,
        );
    }
    let text = format!("{behind} ›");
    let start = usize::from(plot.width).checked_sub(width(&text));
    if let Some(start) = start.filter(|_| behind > 0) {
        buffer.set_string(plot.x + start as u16, plot.bottom(), text, theme.dim);
    }
}

/// `▲ you are here`, the words at the side where they have room.
fn draw_mark(app: &App, points: &[Point<'_>], plot: Rect, theme: &Theme, buffer: &mut Buffer) {
    let here: Vec<u16> = points
        .iter()
        .filter(|it| it.is_here)
        .map(|it| it.x)
        .collect();
    let (Some(first), Some(last)) = (here.first(), here.last()) else {
        return;
    };
    let words = w::meeting_here(app.lang);
    let own = width(words) as u16;
    let x = first + (last - first) / 2;
    let (start, text) = match x + 2 + own <= plot.width {
        true => (x, format!("▲ {words}")),
        false if x > own => (x - own - 1, format!("{words} ▲")),
        false => (x, "▲".to_owned()),
    };
    let room = usize::from(plot.width.saturating_sub(start));
    buffer.set_stringn(plot.x + start, plot.bottom(), text, room, theme.moment);
}

/// The stages as bands below the curve, the one where one is as under a cursor.
fn draw_stages(app: &App, points: &[Point<'_>], plot: Rect, theme: &Theme, buffer: &mut Buffer) {
    let y = plot.bottom() + 1;
    let starts = |at: &usize| *at == 0 || points[*at].stage != points[*at - 1].stage;
    let starts: Vec<usize> = (0..points.len()).filter(starts).collect();
    for (nth, first) in starts.iter().enumerate() {
        let next = starts.get(nth + 1);
        let from = if nth == 0 { 0 } else { points[*first].x };
        let to = next.map_or(plot.width, |next| points[*next].x);
        let of_stage = &points[*first..next.copied().unwrap_or(points.len())];
        let style = match of_stage.iter().any(|it| it.is_here) {
            true => theme.cursor,
            false => theme.bands[nth % 2],
        };
        let name = app.journey().stages.get(points[*first].stage);
        let name = name.map_or("", |it| it.name.trim());
        let room = usize::from(to.saturating_sub(from));
        let name = sanitize_line(name);
        let band = center(&truncate(&name, room.saturating_sub(1)), room);
        buffer.set_stringn(plot.x + from, y, band, room, style);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_stands_around_where_one_is_and_within_the_journey() {
        for (count, room, here, expected) in [
            (0, 5, 0..0, 0..0),
            (4, 5, 3..4, 0..4),
            (300, 19, 0..1, 0..19),
            (300, 19, 150..151, 141..160),
            (300, 19, 299..300, 281..300),
            (300, 19, 100..140, 111..130),
        ] {
            assert_eq!(window(count, room, |at| here.contains(&at)), expected);
        }
    }
}
