//! The emotion curve: a line of Braille dots through the touchpoints in view, on to their
//! neighbours beyond the edges. What the numbers rest on shows in sign and stroke.

use super::geometry::chart_row;
use super::ratings::style_of_gap;
use super::sheet::Sheet;
use crate::app::filter;
use crate::i18n as w;
use crate::i18n::number::signed_whole as signed;
use crate::journey::fields::Kind;
use crate::journey::model::{Evidence, Touchpoint};
use crate::text;
use crate::view::braille::{ACROSS, Canvas, DOWN, Dot, Stroke};
use crate::view::spline;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

/// Columns beyond each edge that the line is drawn to.
const BEYOND: usize = 2;

/// A touchpoint with an emotion, on the chart.
#[derive(Debug, Clone, Copy)]
struct Point {
    column: usize,
    /// Cell from the left end of the chart; outside of it for a neighbour beyond the edge.
    x: i64,
    row: u16,
    emotion: i64,
    evidence: Evidence,
    /// The line leads through it.
    is_on_line: bool,
}

/// One curve of the chart.
struct Curve<'a> {
    /// The persona; `None` for the plain fields.
    whose: Option<&'a str>,
    /// What its points show instead of what they rest on, where there are several curves.
    digit: Option<char>,
    style: Style,
    /// Cells that its points stand beside those of the first curve.
    shift: i64,
}

/// The curves of the chosen personas, else the one of the plain fields.
fn curves<'a>(sheet: &Sheet<'a>) -> Vec<Curve<'a>> {
    let personas = &sheet.content.lens.personas;
    let styles = [
        sheet.theme.curve,
        sheet.theme.others[0],
        sheet.theme.others[1],
    ];
    let of_persona = |(at, persona): (usize, &'a String)| Curve {
        whose: Some(persona),
        digit: char::from_digit(at as u32 + 1, 10).filter(|_| personas.len() > 1),
        style: styles[at % styles.len()],
        shift: at as i64,
    };
    let alone = Curve {
        whose: None,
        digit: None,
        style: sheet.theme.curve,
        shift: 0,
    };
    match personas.is_empty() {
        true => vec![alone],
        false => personas.iter().enumerate().map(of_persona).collect(),
    }
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
    draw_middle(sheet, plot, buffer);
    let curves = curves(sheet);
    let points: Vec<Vec<Option<Point>>> = curves
        .iter()
        .map(|curve| points(sheet, curve, plot.height))
        .collect();
    // Where curves cross, the first is seen whole.
    for (curve, points) in curves.iter().zip(&points).rev() {
        draw_line(sheet, curve, points, plot, buffer);
    }
    // Where columns are too narrow for signs beside each other, the line is seen instead.
    let has_sign = |point: &&Point| sheet.columns.line > 0 || is_here(sheet, point);
    for (curve, points) in curves.iter().zip(&points) {
        for point in points.iter().flatten().filter(has_sign) {
            draw_point(sheet, curve, *point, plot, buffer);
        }
    }
    draw_errors(sheet, plot, buffer);
    draw_moments(sheet, moments, buffer);
}

/// On the middle line, what stands in the text for an emotion and is none.
fn draw_errors(sheet: &Sheet, plot: Rect, buffer: &mut Buffer) {
    let scale = sheet.content.journey.scale;
    let row = chart_row(scale.middle(), scale.min, scale.max, plot.height);
    if row >= plot.height {
        return;
    }
    for column in sheet.columns.shown() {
        let Some(error) = sheet.errors_in(column, "emotion").next() else {
            continue;
        };
        let room = sheet.text_width(column);
        let mark = error.mark(usize::from(room), sheet.theme.bad);
        let (left, _) = sheet.columns.span(column..column + 1);
        let middle = u16::try_from(center(sheet, column)).unwrap_or(0);
        let last = left + sheet.columns.margin + room - mark.width() as u16;
        let x = (sheet.columns.labels + middle).min(last);
        buffer.set_span(plot.x - sheet.columns.labels + x, plot.y + row, &mark, room);
    }
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

/// The points of the columns in view and of the next ones at each side that the line leads to, two
/// of them, since the bend at the edge depends on the one beyond; `None` interrupts it.
fn points(sheet: &Sheet, curve: &Curve, rows: u16) -> Vec<Option<Point>> {
    let shown = sheet.columns.shown();
    let leads = |column: &usize| {
        let touchpoint = sheet.touchpoint(*column);
        touchpoint.is_none_or(|it| sheet.content.lens.path.leads_through(it))
            && (curve.whose.is_none() || point(sheet, curve, *column, rows).is_some())
    };
    let before = (0..shown.start).rev().filter(leads).take(BEYOND);
    let mut columns: Vec<usize> = before.collect();
    columns.reverse();
    let after = (shown.end..sheet.columns.total).filter(leads).take(BEYOND);
    let columns = columns.into_iter().chain(shown).chain(after);
    let mut points = Vec::new();
    let mut last: Option<usize> = None;
    for column in columns {
        // What a filter leaves out interrupts the line: it would tell of what is not seen.
        if last.is_some_and(|last| leaves_out(sheet, last, column)) {
            points.push(None);
        }
        points.push(point(sheet, curve, column, rows));
        last = Some(column);
    }
    points
}

/// Touchpoints of the way stand between two columns that are next to each other.
fn leaves_out(sheet: &Sheet, from: usize, to: usize) -> bool {
    let columns = sheet.column(from).zip(sheet.column(to));
    columns
        .filter(|_| to == from + 1)
        .is_some_and(|(from, to)| {
            let content = &sheet.content;
            filter::leaves_out(content.journey, &content.lens.path, from, to)
        })
}

fn point(sheet: &Sheet, curve: &Curve, column: usize, rows: u16) -> Option<Point> {
    let touchpoint = sheet.touchpoint(column)?;
    let first = sheet.content.journey.personas.first();
    let (emotion, evidence) = match curve.whose {
        None => (
            touchpoint.emotion?,
            touchpoint.evidence.unwrap_or(Evidence::Assumed),
        ),
        Some(persona) => touchpoint.felt_by(persona, first.map(|it| it.id.as_str()))?,
    };
    let scale = sheet.content.journey.scale;
    Some(Point {
        column,
        x: center(sheet, column) + curve.shift,
        row: chart_row(emotion, scale.min, scale.max, rows),
        emotion,
        evidence,
        is_on_line: sheet.content.lens.path.leads_through(touchpoint),
    })
}

/// The cell in the middle of a column's text.
pub(super) fn center(sheet: &Sheet, column: usize) -> i64 {
    let [left, right] = [column, column + 1].map(|column| sheet.columns.left(column));
    (left + i64::from(sheet.columns.margin) + right).div_euclid(2)
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

/// What a number rests on, as a sign.
pub(in crate::view) fn sign(evidence: Evidence) -> char {
    match evidence {
        Evidence::Measured => '●',
        Evidence::Observed => '◐',
        Evidence::Assumed => '○',
    }
}

fn draw_line(
    sheet: &Sheet,
    curve: &Curve,
    points: &[Option<Point>],
    plot: Rect,
    buffer: &mut Buffer,
) {
    let mut known = Canvas::new(plot.width, plot.height);
    let mut assumed = Canvas::new(plot.width, plot.height);
    for run in runs(curve, points) {
        let run = one_in_each_place(sheet, run);
        let dots: Vec<Dot> = run.iter().map(|(point, _)| point.dot()).collect();
        for (span, pair) in spline::through(&dots).iter().zip(run.windows(2)) {
            let stroke = stroke(pair[0].0, pair[1]);
            let canvas = match stroke {
                Stroke::Dotted => &mut assumed,
                Stroke::Dashed | Stroke::Solid => &mut known,
            };
            span.draw(stroke, canvas);
        }
    }
    let style = match curve.digit {
        None => sheet.theme.curve_assumed,
        Some(_) => curve.style,
    };
    put_canvas(&assumed, plot, style, buffer);
    put_canvas(&known, plot, curve.style, buffer);
}

/// The points that one line leads through, each with whether nothing unknown lies before it. What
/// is unknown interrupts the journey's own curve; a persona's, of whom less is known, leads on.
fn runs(curve: &Curve, points: &[Option<Point>]) -> Vec<Vec<(Point, bool)>> {
    let mut runs: Vec<Vec<(Point, bool)>> = Vec::new();
    let mut is_near = false;
    for point in points {
        let Some(point) = point else {
            is_near = false;
            continue;
        };
        if !point.is_on_line {
            continue;
        }
        match runs.last_mut() {
            Some(run) if is_near || curve.whose.is_some() => run.push((*point, is_near)),
            _ => runs.push(vec![(*point, true)]),
        }
        is_near = true;
    }
    runs
}

/// Of the points that share a cell, the one that was felt most.
fn one_in_each_place(sheet: &Sheet, run: Vec<(Point, bool)>) -> Vec<(Point, bool)> {
    let middle = sheet.content.journey.scale.middle();
    let strength =
        |(point, _): &&(Point, bool)| point.emotion.saturating_sub(middle).saturating_abs();
    let places = run.chunk_by(|one, other| one.0.x == other.0.x);
    places
        .filter_map(|place| place.iter().max_by_key(strength))
        .copied()
        .collect()
}

/// A stretch rests on the weaker evidence of its ends, and what leads over something unknown is
/// assumed.
fn stroke(from: Point, (to, is_near): (Point, bool)) -> Stroke {
    match is_near {
        true => stroke_of(from.evidence).min(stroke_of(to.evidence)),
        false => Stroke::Dotted,
    }
}

/// How a line is drawn by what it rests on.
pub(in crate::view) fn stroke_of(evidence: Evidence) -> Stroke {
    match evidence {
        Evidence::Measured => Stroke::Solid,
        Evidence::Observed => Stroke::Dashed,
        Evidence::Assumed => Stroke::Dotted,
    }
}

/// Puts the dots of a canvas into a plot.
pub(in crate::view) fn put_canvas(canvas: &Canvas, plot: Rect, style: Style, buffer: &mut Buffer) {
    for position in plot.positions() {
        if let Some(dots) = canvas.at(position.x - plot.x, position.y - plot.y) {
            buffer[position].set_char(dots).set_style(style);
        }
    }
}

/// With the whole journey on the screen, its curve shows where the cursor stands.
fn is_here(sheet: &Sheet, point: &Point) -> bool {
    sheet.is_whole && sheet.cursor.is_some_and(|it| it.column == point.column)
}

fn draw_point(sheet: &Sheet, curve: &Curve, point: Point, plot: Rect, buffer: &mut Buffer) {
    let Some(x) = u16::try_from(point.x).ok().filter(|x| *x < plot.width) else {
        return;
    };
    let (x, y) = (plot.x + x, plot.y + point.row);
    if y >= plot.bottom() {
        return;
    }
    if let Some(digit) = curve.digit {
        let style = curve.style.add_modifier(Modifier::BOLD);
        buffer[(x, y)].set_char(digit).set_style(style);
        return;
    }
    let style = style_of(sheet, point.emotion);
    let own = match sheet.cursor.filter(|_| is_here(sheet, &point)) {
        Some(cursor) => cursor.style,
        None => style,
    };
    if is_rough(sheet, plot.height) {
        let number = signed(point.emotion);
        let starts = x.saturating_sub(text::width(&number) as u16 - 1);
        buffer.set_stringn(starts, y, number, usize::from(plot.right() - starts), own);
        return;
    }
    buffer[(x, y)].set_char(point.sign()).set_style(own);
    draw_number(sheet, point, (x, y), plot, buffer);
}

/// In so few rows a value stands in the row of another one that the scale names: points must say
/// their number themselves.
fn is_rough(sheet: &Sheet, rows: u16) -> bool {
    let scale = sheet.content.journey.scale;
    let row = |value| chart_row(value, scale.min, scale.max, rows);
    let above = |value: i64| row(value) == row(value.saturating_add(1));
    let below = |value: i64| row(value) == row(value.saturating_sub(1));
    let middle = scale.middle();
    sheet.is_whole && (above(scale.min) || below(scale.max) || above(middle) || below(middle))
}

/// With the whole journey on the screen, numbers beside points that are nearer to each other than
/// this would hide the line.
const CROWDED: u16 = 6;

/// The number outside the bend: above a high point, below a low one, inside at the edges.
fn draw_number(sheet: &Sheet, point: Point, (x, y): (u16, u16), plot: Rect, buffer: &mut Buffer) {
    let number = signed(point.emotion);
    let width = text::width(&number) as u16;
    let above = y > plot.top();
    let below = y + 1 < plot.bottom();
    let low = point.emotion < sheet.content.journey.scale.middle();
    let row = match (above, below) {
        (_, true) if low || !above => y + 1,
        (true, _) => y - 1,
        _ => return,
    };
    let (left, room) = sheet.columns.span(point.column..point.column + 1);
    let starts = x.saturating_sub(width - 1);
    let is_crowded = sheet.is_whole && room < CROWDED;
    if !is_crowded && width < room && starts > plot.x + left - sheet.columns.labels {
        let style = style_of(sheet, point.emotion);
        buffer.set_stringn(starts, row, number, usize::from(width), style);
    }
}

/// Good or bad.
pub(super) fn style_of(sheet: &Sheet, emotion: i64) -> Style {
    let middle = sheet.content.journey.scale.middle();
    match emotion.cmp(&middle) {
        std::cmp::Ordering::Less => sheet.theme.bad,
        std::cmp::Ordering::Equal => sheet.theme.text,
        std::cmp::Ordering::Greater => sheet.theme.good,
    }
}

/// The middle line, behind the lines between the stages.
fn draw_middle(sheet: &Sheet, plot: Rect, buffer: &mut Buffer) {
    let scale = sheet.content.journey.scale;
    let row = chart_row(scale.middle(), scale.min, scale.max, plot.height);
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

/// ◆ over each Moment of Truth with its gap, and its name where the column is wide enough.
fn draw_moments(sheet: &Sheet, row: Rect, buffer: &mut Buffer) {
    let mut moments = moments(sheet).into_iter().peekable();
    while let Some(column) = moments.next() {
        let Some(touchpoint) = sheet.touchpoint(column) else {
            continue;
        };
        let cell = sheet.inside(sheet.cell(column..column + 1, row));
        let at = |column| sheet.columns.labels + u16::try_from(center(sheet, column)).unwrap_or(0);
        let x = row.x + at(column);
        let end = match moments.peek() {
            _ if !sheet.is_whole => cell.x + sheet.text_width(column),
            Some(next) => row.x + at(*next),
            None => row.right(),
        };
        if x < row.right() && (sheet.is_whole || x < cell.right()) {
            let room = end.saturating_sub(x).max(1);
            buffer.set_line(x, row.y, &moment(sheet, touchpoint, room), room);
        }
    }
}

/// The Moments of Truth in view; of those that share a cell, the one with the worst gap.
fn moments(sheet: &Sheet) -> Vec<usize> {
    let gap = |column: &usize| {
        let touchpoint = sheet.touchpoint(*column)?;
        touchpoint.moment_of_truth.as_ref()?;
        Some(touchpoint.gap().unwrap_or(i64::MAX))
    };
    let groups = sheet.columns.groups().into_iter();
    groups
        .filter_map(|group| group.filter(|it| gap(it).is_some()).min_by_key(gap))
        .collect()
}

/// As much as there is room for: the sign, the gap, the name.
fn moment(sheet: &Sheet, at: &Touchpoint, room: u16) -> Line<'static> {
    let name = format!(" {}", w::kind_moment_of_truth(sheet.lang()));
    let mut line = Line::from(Span::styled("◆", sheet.theme.moment));
    if sheet.is_whole {
        // Its own lane says the gap, of all touchpoints and in one way.
        return line;
    }
    let gap = at
        .gap()
        .map(|gap| (format!(" {}", signed(gap)), style_of_gap(sheet, gap)));
    let more = gap.into_iter().chain([(name, sheet.theme.moment)]);
    for (text, style) in more {
        if line.width() + text::width(&text) <= usize::from(room) {
            line.push_span(Span::styled(text, style));
        }
    }
    line
}

/// The numbers of the scale at the right end of the first column.
fn draw_axis(sheet: &Sheet, chart: Rect, buffer: &mut Buffer) {
    let scale = sheet.content.journey.scale;
    let room = usize::from(sheet.columns.labels.min(chart.width)).saturating_sub(1);
    for value in [scale.middle(), scale.min, scale.max] {
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
    let most = room.saturating_sub(scale_width(sheet) + 1);
    let entries = match sheet.content.lens.personas.as_slice() {
        [] => evidence_legend(sheet, most),
        _ => persona_legend(sheet, most),
    };
    let widths = entries.iter().map(|(entry, _)| text::width(entry));
    let longest = widths.max().unwrap_or(0);
    if usize::from(chart.height) > entries.len() && longest <= most {
        for (row, (entry, style)) in chart.rows().skip(1).zip(entries) {
            buffer.set_stringn(row.x + 1, row.y, entry, longest, style);
        }
    }
}

/// Columns of the numbers of the scale.
fn scale_width(sheet: &Sheet) -> usize {
    let scale = sheet.content.journey.scale;
    let widths = [scale.min, scale.max].map(|value| text::width(&signed(value)));
    widths.into_iter().max().unwrap_or(0)
}

/// What each sign and, where there is room, each stroke means: rather in short words than without
/// the strokes.
fn evidence_legend(sheet: &Sheet, most: usize) -> Vec<(String, Style)> {
    let lang = sheet.lang();
    let words = |observed| {
        [
            (Evidence::Measured, w::choice_measured(lang)),
            (Evidence::Observed, observed),
            (Evidence::Assumed, w::choice_assumed(lang)),
        ]
    };
    let has_room = |entries: &[(Evidence, &str); 3]| {
        let mut widths = entries.iter().map(|(_, word)| text::width(word));
        widths.all(|width| width + SAMPLE + 2 <= most)
    };
    let whole = words(w::choice_observed(lang));
    let short = words(w::map_observed_short(lang));
    let with_samples = [whole, short].into_iter().find(has_room);
    let (entries, has_samples) = (with_samples.unwrap_or(whole), with_samples.is_some());
    let entry = |(evidence, word)| {
        let sample = if has_samples { sample(evidence) } else { "" };
        (
            format!("{}{sample} {word}", sign(evidence)),
            sheet.theme.dim,
        )
    };
    entries.map(entry).into()
}

/// Columns of the sample of a stroke.
const SAMPLE: usize = 3;

fn sample(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Measured => "⠒⠒⠒",
        Evidence::Observed => "⠒ ⠒",
        Evidence::Assumed => "⠂⠂⠂",
    }
}

/// Which curve is whose.
fn persona_legend(sheet: &Sheet, columns: usize) -> Vec<(String, Style)> {
    let content = &sheet.content;
    let entry = |curve: Curve| {
        let id = curve.whose.unwrap_or_default();
        let own = content.journey.personas.iter().find(|it| it.id == id);
        let lent = content.neighbour.name(Kind::Persona, id).unwrap_or(id);
        let name = own.map_or(lent, |it| &it.name);
        // What follows a comma says who that is; there is no room for it here.
        let name = text::sanitize_line(name.split(',').next().unwrap_or(name));
        let line = match curve.digit {
            Some(digit) => format!("{digit} {name}"),
            None => name.into_owned(),
        };
        (text::truncate(&line, columns).into_owned(), curve.style)
    };
    curves(sheet).into_iter().map(entry).collect()
}

/// The emotion, and in a word what it rests on.
pub(super) fn with_evidence(sheet: &Sheet, column: usize) -> Vec<Line<'static>> {
    let Some(touchpoint) = sheet.touchpoint(column) else {
        return Vec::new();
    };
    let lang = sheet.lang();
    let word = match touchpoint.evidence {
        Some(Evidence::Measured) => w::choice_measured(lang),
        Some(Evidence::Observed) => w::choice_observed(lang),
        Some(Evidence::Assumed) => w::choice_assumed(lang),
        None => "",
    };
    let mut lines = in_one_line(sheet, column, touchpoint);
    if let Some(line) = lines.first_mut() {
        line.spans.truncate(1);
        line.push_span(Span::styled(format!("  {word}"), sheet.theme.dim));
    }
    lines
}

/// The emotion of a folded lane.
pub(super) fn in_one_line(sheet: &Sheet, column: usize, at: &Touchpoint) -> Vec<Line<'static>> {
    if let Some(error) = sheet.errors_in(column, "emotion").next() {
        let width = usize::from(sheet.text_width(column));
        return vec![Line::from(error.mark(width, sheet.theme.bad))];
    }
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
