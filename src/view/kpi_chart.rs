//! A KPI over time: its figures as points, their intervals as a band, the target as a line; and
//! where it stands between baseline and target. Knows no app and no KPI: numbers in, lines out.

use super::braille::{ACROSS, Canvas, DOWN, Dot, Stroke};
use super::theme::Theme;
use crate::measure::interval::Interval;
use crate::text::{pad_left, width};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Rows of the chart without its dates.
const ROWS: usize = 9;

/// Fewer columns than this draw no chart.
const LEAST: usize = 24;

/// One figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Point {
    /// When, in days from any day on.
    pub(super) day: i64,
    pub(super) value: f64,
    pub(super) interval: Option<Interval>,
}

/// What is drawn. The words are those at the left of a row and under the ends.
pub(super) struct Chart<'a> {
    /// At least one, oldest first.
    pub(super) points: &'a [Point],
    pub(super) target: Option<f64>,
    /// A value with its unit.
    pub(super) label: &'a dyn Fn(f64) -> String,
    /// The target with its sign.
    pub(super) goal: String,
    /// First and last day.
    pub(super) days: [String; 2],
}

impl Chart<'_> {
    /// The chart in so many columns; nothing where there is no room, or one point alone.
    pub(super) fn lines(&self, columns: usize, theme: &Theme) -> Vec<Line<'static>> {
        if columns < LEAST || self.points.len() < 2 {
            return Vec::new();
        }
        let scale = Scale::of(self);
        let labels = self.labels(&scale);
        let left = labels.iter().map(|it| width(it)).max().unwrap_or(0) + 1;
        let mut plot = Plot::new(columns.saturating_sub(left + 1), &scale, self);
        plot.draw(self, theme);
        let mut lines: Vec<Line> = labels
            .iter()
            .zip(plot.rows())
            .map(|(label, cells)| {
                let label = pad_left(label, left - 1);
                let style = match *label.trim() == *self.goal {
                    true => theme.good,
                    false => theme.axis,
                };
                let mut spans = vec![Span::styled(label, style), Span::styled(" │", theme.border)];
                spans.extend(cells);
                Line::from(spans)
            })
            .collect();
        lines.push(self.dates(left, columns, theme));
        lines
    }

    /// The words at the left: highest, lowest, and the target where it has a row of its own.
    fn labels(&self, scale: &Scale) -> Vec<String> {
        let mut labels = vec![String::new(); ROWS];
        labels[0] = (self.label)(scale.high);
        labels[ROWS - 1] = (self.label)(scale.low);
        if let Some(target) = self.target {
            labels[scale.row(target)] = self.goal.clone();
        }
        labels
    }

    fn dates(&self, left: usize, columns: usize, theme: &Theme) -> Line<'static> {
        let [first, last] = &self.days;
        let room = columns.saturating_sub(left + 1 + width(first));
        let text = format!("{}{first}{}", " ".repeat(left + 1), pad_left(last, room));
        Line::from(Span::styled(text, theme.dim))
    }
}

/// From values to rows.
struct Scale {
    low: f64,
    high: f64,
}

impl Scale {
    /// Everything that is drawn has its place; a line that never moves stands in the middle.
    fn of(chart: &Chart) -> Scale {
        let ends = chart.points.iter().flat_map(|point| match point.interval {
            Some(it) => [it.low.min(point.value), it.high.max(point.value)],
            None => [point.value; 2],
        });
        let all = ends.chain(chart.target);
        let (low, high) = all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), it| {
            (low.min(it), high.max(it))
        });
        match high > low {
            true => Scale { low, high },
            false => Scale {
                low: low - 1.0,
                high: high + 1.0,
            },
        }
    }

    /// How far below the highest value, 0–1.
    fn depth(&self, value: f64) -> f64 {
        ((self.high - value) / (self.high - self.low)).clamp(0.0, 1.0)
    }

    fn row(&self, value: f64) -> usize {
        (self.depth(value) * (ROWS - 1) as f64).round() as usize
    }

    /// In dots, in the middle of the rows at the ends.
    fn dot(&self, value: f64) -> i64 {
        let dots = (ROWS as i64 - 1) * DOWN;
        (self.depth(value) * dots as f64).round() as i64 + DOWN / 2
    }
}

/// The cells between the labels and the right end.
struct Plot<'a> {
    columns: usize,
    scale: &'a Scale,
    /// The column of each point.
    places: Vec<usize>,
    cells: Vec<Vec<(char, Style)>>,
}

impl<'a> Plot<'a> {
    fn new(columns: usize, scale: &'a Scale, chart: &Chart) -> Plot<'a> {
        let (first, last) = (
            chart.points[0].day,
            chart.points[chart.points.len() - 1].day,
        );
        let days = (last - first).max(1);
        let place = |point: &Point| {
            let across = (point.day - first) * (columns as i64 - 1);
            usize::try_from(across / days).unwrap_or(0).min(columns - 1)
        };
        Plot {
            columns,
            scale,
            places: chart.points.iter().map(place).collect(),
            cells: vec![vec![(' ', Style::new()); columns]; ROWS],
        }
    }

    fn draw(&mut self, chart: &Chart, theme: &Theme) {
        self.draw_band(chart, theme);
        if let Some(target) = chart.target {
            let row = self.scale.row(target);
            self.cells[row].fill(('┄', theme.good));
        }
        self.draw_line(chart, theme);
        for (place, point) in self.places.iter().zip(chart.points) {
            let row = self.scale.row(point.value);
            self.cells[row][*place] = ('●', theme.heading);
        }
    }

    /// The intervals, and what lies between those of neighbours.
    fn draw_band(&mut self, chart: &Chart, theme: &Theme) {
        let places = self.places.clone();
        for (at, pair) in chart.points.windows(2).enumerate() {
            let (Some(one), Some(two)) = (pair[0].interval, pair[1].interval) else {
                continue;
            };
            let (start, end) = (places[at], places[at + 1]);
            for column in start..=end {
                let part = (column - start) as f64 / (end - start).max(1) as f64;
                let between = |one: f64, two: f64| one + part * (two - one);
                let top = self.scale.row(between(one.high, two.high));
                let bottom = self.scale.row(between(one.low, two.low));
                for row in top..=bottom {
                    self.cells[row][column] = ('░', theme.border);
                }
            }
        }
    }

    /// Straight from figure to figure: what lies between was not measured.
    fn draw_line(&mut self, chart: &Chart, theme: &Theme) {
        let mut canvas = Canvas::new(self.columns as u16, ROWS as u16);
        let dots: Vec<Dot> = self
            .places
            .iter()
            .zip(chart.points)
            .map(|(place, point)| Dot {
                x: *place as i64 * ACROSS,
                y: self.scale.dot(point.value),
            })
            .collect();
        for pair in dots.windows(2) {
            let [from, to] = [pair[0], pair[1]];
            let wide = (to.x - from.x).max(1);
            let height = |x: i64| from.y + (to.y - from.y) * (x - from.x) / wide;
            canvas.trace(from, to, Stroke::Solid, height);
        }
        for (row, cells) in self.cells.iter_mut().enumerate() {
            for (column, cell) in cells.iter_mut().enumerate() {
                if let Some(dots) = canvas.at(column as u16, row as u16) {
                    *cell = (dots, theme.text);
                }
            }
        }
    }

    /// The rows, neighbours of one style together.
    fn rows(&self) -> impl Iterator<Item = Vec<Span<'static>>> {
        self.cells.iter().map(|cells| {
            let runs = cells.chunk_by(|one, other| one.1 == other.1);
            runs.map(|run| {
                let text: String = run.iter().map(|(sign, _)| sign).collect();
                Span::styled(text, run[0].1)
            })
            .collect()
        })
    }
}

/// Where a value stands on the way from the baseline to the target: `12 ━━━━●──── ≥ 40`; nothing
/// where the two are the same, or there is no room.
pub(super) fn gauge(
    [baseline, value, target]: [f64; 3],
    [start, end]: [String; 2],
    columns: usize,
    theme: &Theme,
) -> Option<Line<'static>> {
    const LEAST: usize = 8;
    const MOST: usize = 40;
    let room = columns.checked_sub(width(&start) + width(&end) + 2)?;
    if room < LEAST || baseline == target {
        return None;
    }
    let room = room.min(MOST);
    let way = ((value - baseline) / (target - baseline)).clamp(0.0, 1.0);
    let at = (way * (room - 1) as f64).round() as usize;
    Some(Line::from(vec![
        Span::styled(start + " ", theme.dim),
        Span::styled("━".repeat(at), theme.text),
        Span::styled("●", theme.heading),
        Span::styled("─".repeat(room - 1 - at), theme.border),
        Span::styled(format!(" {end}"), theme.good),
    ]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::theme;

    fn point(day: i64, value: f64, around: f64) -> Point {
        Point {
            day,
            value,
            interval: (around > 0.0).then_some(Interval {
                low: value - around,
                high: value + around,
            }),
        }
    }

    fn drawn(points: &[Point], target: Option<f64>, columns: usize) -> String {
        let chart = Chart {
            points,
            target,
            label: &|value| format!("{value:.0}"),
            goal: target.map_or(String::new(), |it| format!("≥ {it:.0}")),
            days: ["2026-01-01".into(), "2026-09-30".into()],
        };
        let lines = chart.lines(columns, &theme::PLAIN);
        let lines: Vec<String> = lines.iter().map(Line::to_string).collect();
        lines.join("\n")
    }

    #[test]
    fn figures_with_their_band_and_the_target() {
        let points = [
            point(0, 10.0, 8.0),
            point(90, 14.0, 6.0),
            point(270, 35.0, 5.0),
        ];
        insta::assert_snapshot!(drawn(&points, Some(30.0), 50));
    }

    #[test]
    fn figures_without_intervals_have_no_band() {
        let points = [point(0, 3.0, 0.0), point(10, 5.0, 0.0)];
        insta::assert_snapshot!(drawn(&points, None, 40));
    }

    #[test]
    fn what_cannot_be_drawn_is_not() {
        let flat = [point(0, 5.0, 0.0), point(1, 5.0, 0.0)];
        assert!(drawn(&flat, None, 40).contains('●'));
        assert_eq!(drawn(&flat[..1], None, 40), "");
        assert_eq!(drawn(&flat, None, 20), "");
        // Two readings of one day, or days that go back, stay inside.
        drawn(&[point(5, 1.0, 1.0), point(5, 2.0, 1.0)], None, 30);
        drawn(
            &[point(5, 1.0, 1.0), point(9, 2.0, 1.0), point(7, 3.0, 0.0)],
            None,
            30,
        );
    }

    #[test]
    fn a_gauge_says_how_far_the_way_is_done() {
        let line = |values| {
            let ends = ["12".to_owned(), "≥ 40".to_owned()];
            gauge(values, ends, 18, &theme::PLAIN).map(|it| it.to_string())
        };
        for (values, expected) in [
            ([12.0, 12.0, 40.0], "12 ●───────── ≥ 40"),
            ([12.0, 26.0, 40.0], "12 ━━━━━●──── ≥ 40"),
            ([12.0, 99.0, 40.0], "12 ━━━━━━━━━● ≥ 40"),
            ([12.0, 0.0, 40.0], "12 ●───────── ≥ 40"),
        ] {
            assert_eq!(line(values).as_deref(), Some(expected), "{values:?}");
        }
        assert_eq!(line([40.0, 12.0, 40.0]), None);
    }
}
