//! The emotion curve: a line of Braille dots through the touchpoints in view, on to their
//! neighbours beyond the edges. What the numbers rest on shows in sign and stroke.

use super::geometry::{MARGIN, chart_row};
use super::sheet::Sheet;
use crate::i18n as w;
use crate::i18n::number::signed_whole as signed;
use crate::journey::model::{Evidence, Scale, Touchpoint};
use crate::text;
use crate::view::braille::{ACROSS, Canvas, DOWN, Dot, Stroke};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// A touchpoint with an emotion, on the chart.
#[derive(Debug, Clone, Copy)]
struct Point {
    column: usize,
    /// Cell from the left end of the chart; outside of it for a neighbour beyond the edge.
    x: i64,
    row: u16,
    emotion: i64,
    evidence: Evidence,
}

/// The value of the middle line: 0 where the scale has one.
fn middle(scale: Scale) -> i64 {
    if scale.min < 0 && scale.max > 0 {
        return 0;
    }
    ((i128::from(scale.min) + i128::from(scale.max)) / 2) as i64
}

/// Draws the chart into the lane: a row for the Moments of Truth, the curve below it.
pub(super) fn draw(sheet: &Sheet, lane: Rect, buffer: &mut Buffer) {
    let [moments, chart] = heads_and_chart(lane);
    draw_axis(sheet, chart, buffer);
    let plot = Rect {
        x: chart.x + sheet.columns.labels,
        width: sheet
            .columns
            .width
            .min(chart.width.saturating_sub(sheet.columns.labels)),
        ..chart
    };
    let points = points(sheet, plot.height);
    draw_middle(sheet, plot, buffer);
    draw_line(sheet, &points, plot, buffer);
    for point in points.iter().flatten() {
        draw_point(sheet, *point, plot, buffer);
    }
    draw_moments(sheet, moments, buffer);
}

fn heads_and_chart(lane: Rect) -> [Rect; 2] {
    let head = Rect {
        height: lane.height.min(1),
        ..lane
    };
    let chart = Rect {
        y: lane.y + head.height,
        height: lane.height - head.height,
        ..lane
    };
    [head, chart]
}

/// The points of the columns in view and of one more at each side; `None` interrupts the line.
fn points(sheet: &Sheet, rows: u16) -> Vec<Option<Point>> {
    let shown = sheet.columns.shown();
    let columns = shown.start.saturating_sub(1)..(shown.end + 1).min(sheet.columns.total);
    columns.map(|column| point(sheet, column, rows)).collect()
}

fn point(sheet: &Sheet, column: usize, rows: u16) -> Option<Point> {
    let touchpoint = sheet.touchpoint(column)?;
    let emotion = touchpoint.emotion?;
    let scale = sheet.content.journey.scale;
    Some(Point {
        column,
        x: center(sheet, column),
        row: chart_row(emotion, scale.min, scale.max, rows),
        emotion,
        evidence: touchpoint.evidence.unwrap_or(Evidence::Assumed),
    })
}

/// The cell in the middle of a column's text.
fn center(sheet: &Sheet, column: usize) -> i64 {
    let [left, right] = [column, column + 1].map(|column| sheet.columns.left(column));
    (left + i64::from(MARGIN) + right).div_euclid(2)
}

impl Point {
    fn dot(&self) -> Dot {
        Dot {
            x: self.x * ACROSS + ACROSS / 2,
            y: i64::from(self.row) * DOWN + DOWN / 2,
        }
    }

    /// The sign says what the number rests on; nothing said counts as an assumption.
    fn sign(&self) -> char {
        sign(self.evidence)
    }
}

fn sign(evidence: Evidence) -> char {
    match evidence {
        Evidence::Measured => '●',
        Evidence::Observed => '◐',
        Evidence::Assumed => '○',
    }
}

fn draw_line(sheet: &Sheet, points: &[Option<Point>], plot: Rect, buffer: &mut Buffer) {
    let mut solid = Canvas::new(plot.width, plot.height);
    let mut dotted = Canvas::new(plot.width, plot.height);
    for pair in points.windows(2) {
        let &[Some(from), Some(to)] = pair else {
            continue;
        };
        if [from.evidence, to.evidence].contains(&Evidence::Assumed) {
            dotted.swing(from.dot(), to.dot(), Stroke::Dotted);
        } else {
            solid.swing(from.dot(), to.dot(), Stroke::Solid);
        }
    }
    put_canvas(&dotted, plot, sheet.theme.curve_assumed, buffer);
    put_canvas(&solid, plot, sheet.theme.curve, buffer);
}

fn put_canvas(canvas: &Canvas, plot: Rect, style: Style, buffer: &mut Buffer) {
    for position in plot.positions() {
        if let Some(dots) = canvas.at(position.x - plot.x, position.y - plot.y) {
            buffer[position].set_char(dots).set_style(style);
        }
    }
}

fn draw_point(sheet: &Sheet, point: Point, plot: Rect, buffer: &mut Buffer) {
    let Some(x) = u16::try_from(point.x).ok().filter(|x| *x < plot.width) else {
        return;
    };
    let style = style_of(sheet, point.emotion);
    let (x, y) = (plot.x + x, plot.y + point.row);
    if y >= plot.bottom() {
        return;
    }
    buffer[(x, y)].set_char(point.sign()).set_style(style);
    draw_number(sheet, point, (x, y), plot, buffer);
}

/// The number outside the bend: above a high point, below a low one, inside at the edges.
fn draw_number(sheet: &Sheet, point: Point, (x, y): (u16, u16), plot: Rect, buffer: &mut Buffer) {
    let number = signed(point.emotion);
    let width = text::width(&number) as u16;
    let above = y > plot.top();
    let below = y + 1 < plot.bottom();
    let low = point.emotion < middle(sheet.content.journey.scale);
    let row = match (above, below) {
        (_, true) if low || !above => y + 1,
        (true, _) => y - 1,
        _ => return,
    };
    let (left, room) = sheet.columns.span(point.column..point.column + 1);
    let starts = x.saturating_sub(width - 1);
    if width < room && starts > plot.x + left - sheet.columns.labels {
        let style = style_of(sheet, point.emotion);
        buffer.set_stringn(starts, row, number, usize::from(width), style);
    }
}

fn style_of(sheet: &Sheet, emotion: i64) -> Style {
    let middle = middle(sheet.content.journey.scale);
    match emotion.cmp(&middle) {
        std::cmp::Ordering::Less => sheet.theme.bad,
        std::cmp::Ordering::Equal => sheet.theme.text,
        std::cmp::Ordering::Greater => sheet.theme.good,
    }
}

/// The middle line, behind the lines between the stages.
fn draw_middle(sheet: &Sheet, plot: Rect, buffer: &mut Buffer) {
    let scale = sheet.content.journey.scale;
    let row = chart_row(middle(scale), scale.min, scale.max, plot.height);
    if row >= plot.height {
        return;
    }
    for x in plot.left()..plot.right() {
        let cell = &mut buffer[(x, plot.y + row)];
        if cell.symbol() == " " {
            cell.set_char('╌').set_style(sheet.theme.border);
        }
    }
}

/// ◆ over each Moment of Truth, with its name where the column is wide enough.
fn draw_moments(sheet: &Sheet, row: Rect, buffer: &mut Buffer) {
    for column in sheet.columns.shown() {
        if sheet
            .touchpoint(column)
            .is_none_or(|it| it.moment_of_truth.is_none())
        {
            continue;
        }
        let cell = sheet.inside(sheet.cell(column..column + 1, row));
        let x = row.x + sheet.columns.labels + u16::try_from(center(sheet, column)).unwrap_or(0);
        let words = format!("◆ {}", w::kind_moment_of_truth(sheet.lang()));
        let width = text::width(&words);
        if x >= cell.right() {
            continue;
        }
        if usize::from(cell.right() - x) >= width {
            buffer.set_stringn(x, cell.y, words, width, sheet.theme.moment);
        } else {
            buffer.set_stringn(x, cell.y, "◆", 1, sheet.theme.moment);
        }
    }
}

/// The numbers of the scale at the right end of the first column.
fn draw_axis(sheet: &Sheet, chart: Rect, buffer: &mut Buffer) {
    let scale = sheet.content.journey.scale;
    let room = usize::from(sheet.columns.labels.min(chart.width)).saturating_sub(1);
    for value in [middle(scale), scale.min, scale.max] {
        let row = chart_row(value, scale.min, scale.max, chart.height);
        let number = signed(value);
        if let Some(left) = room
            .checked_sub(text::width(&number))
            .filter(|_| row < chart.height)
        {
            let x = chart.x + left as u16;
            buffer.set_stringn(x, chart.y + row, number, room - left, sheet.theme.axis);
        }
    }
    draw_legend(sheet, chart, room, buffer);
}

/// What the signs mean, where the numbers of the scale leave room.
fn draw_legend(sheet: &Sheet, chart: Rect, room: usize, buffer: &mut Buffer) {
    let lang = sheet.lang();
    let entries = [
        format!("{} {}", sign(Evidence::Measured), w::choice_measured(lang)),
        format!("{} {}", sign(Evidence::Observed), w::choice_observed(lang)),
        format!("{} {}", sign(Evidence::Assumed), w::choice_assumed(lang)),
    ];
    let longest = entries
        .iter()
        .map(|entry| text::width(entry))
        .max()
        .unwrap_or(0);
    if usize::from(chart.height) > entries.len() && room > longest + 2 {
        for (row, entry) in chart.rows().skip(1).zip(entries) {
            buffer.set_stringn(row.x + 1, row.y, entry, longest, sheet.theme.dim);
        }
    }
}

/// The emotion of a folded lane.
pub(super) fn in_one_line(sheet: &Sheet, at: &Touchpoint) -> Vec<Line<'static>> {
    let Some(emotion) = at.emotion else {
        return Vec::new();
    };
    let sign = sign(at.evidence.unwrap_or(Evidence::Assumed));
    let mut spans = vec![Span::styled(
        format!("{sign} {}", signed(emotion)),
        style_of(sheet, emotion),
    )];
    if at.moment_of_truth.is_some() {
        spans.push(Span::styled(" ◆", sheet.theme.moment));
    }
    vec![Line::from(spans)]
}
