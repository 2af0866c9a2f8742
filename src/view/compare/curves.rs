//! The two curves of emotion in one plot: the document's drawn through, the other one's dotted.

use super::super::braille::{ACROSS, Canvas, DOWN, Dot, Stroke};
use super::super::map::chart_row;
use super::super::spline;
use super::super::theme::Theme;
use super::columns::Columns;
use super::{BOTH, DOCUMENT, OTHER, style};
use crate::app::compare::{Beside, Column};
use crate::app::map::PathChoice;
use crate::journey::model::Touchpoint;
use crate::sort;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What the curves are drawn with.
pub(super) struct Curves<'a> {
    pub(super) theme: &'a Theme,
    pub(super) sides: &'a [Beside<'a>; 2],
    pub(super) columns: &'a [Column<'a>],
    pub(super) place: &'a Columns,
    pub(super) path: &'a PathChoice,
}

/// A touchpoint with an emotion.
#[derive(Clone, Copy)]
struct Point {
    column: usize,
    dot: Dot,
    /// The line leads through it.
    is_on_line: bool,
}

impl Curves<'_> {
    /// Draws both; where they cross, the document's is seen whole.
    pub(super) fn draw(&self, plot: Rect, buffer: &mut Buffer) {
        let points = [0, 1].map(|side| self.points(side, plot.height));
        let mut order = [0, 1];
        sort::by_key(&mut order, |side| self.sides[*side].is_document);
        for side in order {
            self.draw_line(side, &points[side], plot, buffer);
        }
        for side in order {
            let others = &points[1 - side];
            for point in points[side].iter().flatten() {
                let cell = |it: &Point| (it.column, it.dot.y / DOWN);
                let is_both = others.iter().flatten().any(|it| cell(it) == cell(point));
                self.draw_point(side, point, is_both, plot, buffer);
            }
        }
    }

    fn touchpoint(&self, side: usize, column: usize) -> Option<&Touchpoint> {
        let column = &self.columns[column];
        let placed = if side == 0 {
            &column.left
        } else {
            &column.right
        };
        Some(placed.as_ref()?.touchpoint)
    }

    /// The points of one, column by column; `None` where it has a touchpoint without emotion, which
    /// interrupts the line.
    fn points(&self, side: usize, rows: u16) -> Vec<Option<Point>> {
        let scale = self.sides[side].parsed.journey.scale;
        let there = |column: &usize| self.touchpoint(side, *column).is_some();
        let point = |column: usize| {
            let touchpoint = self.touchpoint(side, column)?;
            Some(Point {
                column,
                dot: Dot {
                    x: self.place.middle(column) * ACROSS + ACROSS / 2,
                    y: i64::from(chart_row(touchpoint.emotion?, scale.min, scale.max, rows)) * DOWN
                        + DOWN / 2,
                },
                is_on_line: self.leads_through(side, column, touchpoint),
            })
        };
        (0..self.columns.len()).filter(there).map(point).collect()
    }

    /// The columns stand in the order of the right one: what was elsewhere in the left one is no
    /// part of its line.
    fn leads_through(&self, side: usize, column: usize, touchpoint: &Touchpoint) -> bool {
        let is_elsewhere = side == 0 && self.columns[column].displaced;
        !is_elsewhere && self.path.leads_through(touchpoint)
    }

    fn draw_line(&self, side: usize, points: &[Option<Point>], plot: Rect, buffer: &mut Buffer) {
        let side = &self.sides[side];
        let stroke = match side.is_document {
            true => Stroke::Solid,
            false => Stroke::Dotted,
        };
        let mut canvas = Canvas::new(plot.width, plot.height);
        let on_line: Vec<Option<Point>> = points
            .iter()
            .copied()
            .filter(|it| it.is_none_or(|it| it.is_on_line))
            .collect();
        for run in on_line.split(Option::is_none) {
            let dots: Vec<Dot> = run.iter().flatten().map(|it| it.dot).collect();
            spline::draw(&dots, stroke, &mut canvas);
        }
        for position in plot.positions() {
            if let Some(dots) = canvas.at(position.x - plot.x, position.y - plot.y) {
                buffer[position]
                    .set_char(dots)
                    .set_style(style(side, self.theme));
            }
        }
    }

    fn draw_point(&self, side: usize, point: &Point, both: bool, plot: Rect, buffer: &mut Buffer) {
        let side = &self.sides[side];
        let (x, y) = (point.dot.x / ACROSS, point.dot.y / DOWN);
        let inside = self.place.shown().contains(&point.column);
        let (Ok(x), Ok(y)) = (u16::try_from(x), u16::try_from(y)) else {
            return;
        };
        if !inside || x >= plot.width || y >= plot.height {
            return;
        }
        let sign = match (both, side.is_document) {
            (true, _) => BOTH,
            (_, true) => DOCUMENT,
            (_, false) => OTHER,
        };
        let cell = &mut buffer[(plot.x + x, plot.y + y)];
        cell.set_symbol(sign).set_style(style(side, self.theme));
    }
}
