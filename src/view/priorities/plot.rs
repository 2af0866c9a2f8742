//! Importance against experience as a field of four quadrants. Each touchpoint stands there with
//! the number that it has in the ranking.

use super::super::flow;
use super::super::hit::{HitMap, Target};
use super::super::theme::Theme;
use super::grid::{Grid, label, middle_x, middle_y, numbers, rest};
use crate::app::{App, Screen};
use crate::i18n as w;
use crate::journey::priorities::{Priorities, Quadrant, Ranked, SCALE};
use crate::text::{truncate, width, wrap};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// Columns left of the field, for the numbers of importance.
const LEFT: u16 = 4;

/// Rows above the field, and below it: the axis, its numbers and its name.
const ABOVE: u16 = 1;
const BELOW: u16 = 3;

/// Rows of the name of a quadrant, where there are enough.
const NAMES: u16 = 2;

/// Draws the quadrants; nothing where there is nothing to draw, or no room.
pub(super) fn draw(
    app: &App,
    theme: &Theme,
    focused: bool,
    priorities: &Priorities,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut HitMap,
) {
    let area = area.intersection(buffer.area);
    if priorities.ranked.is_empty() || area.width < 4 * LEFT || area.height < 10 {
        return;
    }
    let plot = Plot {
        app,
        theme,
        priorities,
        grid: grid(area),
        focused,
    };
    plot.axes(area, buffer);
    let meet = plot.crosshair(buffer);
    plot.names(meet, buffer);
    plot.points(buffer, hits);
}

fn grid(area: Rect) -> Grid {
    let height = area.height - ABOVE - BELOW;
    Grid {
        area: Rect {
            x: area.x + LEFT,
            y: area.y + ABOVE,
            width: area.width - LEFT - 1,
            height,
        },
        names: if height >= 14 { NAMES } else { 1 },
    }
}

struct Plot<'a> {
    app: &'a App,
    theme: &'a Theme,
    priorities: &'a Priorities<'a>,
    grid: Grid,
    focused: bool,
}

impl Plot<'_> {
    fn axes(&self, area: Rect, buffer: &mut Buffer) {
        let Grid { area: field, .. } = self.grid;
        let lang = self.app.lang;
        let line = self.theme.border;
        for y in field.top()..field.bottom() {
            put(buffer, (field.x - 1, y), "│", line);
        }
        put(buffer, (field.x - 1, field.bottom()), "└", line);
        for x in field.left()..field.right() {
            put(buffer, (x, field.bottom()), "─", line);
        }
        for value in SCALE.0..=SCALE.1 {
            let cell = self.grid.cell(value, value);
            let number = value.to_string();
            let (x, y) = (middle_x(cell), middle_y(cell));
            put(buffer, (field.x - 3, y), &number, self.theme.axis);
            put(buffer, (field.x - 1, y), "┤", line);
            put(buffer, (x, field.bottom() + 1), &number, self.theme.axis);
            put(buffer, (x, field.bottom()), "┬", line);
        }
        let room = usize::from(area.width).saturating_sub(2);
        let up = format!("↑ {}", w::field_importance(lang));
        put(
            buffer,
            (area.x + 1, area.y),
            &truncate(&up, room),
            self.theme.label,
        );
        let right = format!("{} →", w::field_experience(lang));
        let x = field.right().saturating_sub(flow::cells(width(&right)));
        put(buffer, (x, field.bottom() + 2), &right, self.theme.label);
    }

    /// The lines between the quadrants, and where they meet.
    fn crosshair(&self, buffer: &mut Buffer) -> (u16, u16) {
        let field = self.grid.area;
        let (x, y) = self.grid.crosshair(self.priorities.crosshair);
        for row in field.top()..field.bottom() {
            put(buffer, (x, row), "│", self.theme.axis);
        }
        for column in field.left()..field.right() {
            put(buffer, (column, y), "─", self.theme.axis);
        }
        put(buffer, (x, y), "┼", self.theme.axis);
        (x, y)
    }

    /// The names at the top of the upper quadrants and at the foot of the lower ones.
    fn names(&self, (x, _): (u16, u16), buffer: &mut Buffer) {
        let Grid { area: field, names } = self.grid;
        for quadrant in Quadrant::ALL {
            let is_left = matches!(quadrant, Quadrant::Improve | Quadrant::Later);
            let is_top = matches!(quadrant, Quadrant::Improve | Quadrant::Keep);
            let (start, end) = match is_left {
                true => (field.left(), x),
                false => (x + 1, field.right()),
            };
            let room = usize::from(end.saturating_sub(start)).saturating_sub(1);
            let name = w::quadrant_name(self.app.lang, quadrant);
            let lines = lines(name, room, usize::from(names));
            let top = match is_top {
                true => field.top(),
                false => field.bottom() - flow::cells(lines.len()),
            };
            for (row, line) in (top..).zip(&lines) {
                let left = if is_left { start } else { start + 1 };
                put(buffer, (left, row), line, self.style(quadrant));
            }
        }
    }

    fn style(&self, quadrant: Quadrant) -> Style {
        match quadrant {
            Quadrant::Improve => self.theme.bad,
            Quadrant::Keep => self.theme.good,
            Quadrant::Later | Quadrant::Enough => self.theme.dim,
        }
    }

    fn points(&self, buffer: &mut Buffer, hits: &mut HitMap) {
        let ranked = &self.priorities.ranked;
        let of = |it: &Ranked| self.grid.cell(it.importance, it.experience);
        for (at, it) in ranked.iter().enumerate() {
            let cell = of(it);
            if ranked[..at].iter().all(|other| of(other) != cell) {
                let all = ranked.iter().enumerate();
                let here = all.filter(|(_, other)| of(other) == cell);
                let here: Vec<usize> = here.map(|(at, _)| at).collect();
                self.cell(&here, cell, it.quadrant, buffer, hits);
            }
        }
    }

    /// All points of one cell.
    fn cell(
        &self,
        points: &[usize],
        cell: Rect,
        quadrant: Quadrant,
        buffer: &mut Buffer,
        hits: &mut HitMap,
    ) {
        let selected = self.app.lists.cursor(Screen::Priorities).row;
        let numbers = numbers(points, Some(selected), cell);
        let count = flow::cells(numbers.lines.len());
        let top = cell.y + cell.height.saturating_sub(count) / 2;
        let last = numbers.lines.len().saturating_sub(1);
        for (row, line) in numbers.lines.iter().enumerate() {
            let mut words: Vec<(usize, String)> = line.iter().map(|at| (*at, label(*at))).collect();
            if row == last {
                let hidden = numbers.hidden.first();
                words.extend(hidden.map(|at| (*at, rest(&numbers.hidden))));
            }
            let y = top + flow::cells(row);
            let wide: usize = words.iter().map(|(_, word)| word.len() + 1).sum();
            let blank = usize::from(cell.width + 1).saturating_sub(wide) / 2;
            let mut x = cell.x + flow::cells(blank);
            // A line of the crosshair does not lead through the numbers.
            let before = x.saturating_sub(1).max(cell.x);
            put(buffer, (before, y), " ", self.theme.axis);
            for (at, word) in words {
                let area = Rect::new(x, y, flow::cells(word.len()), 1).intersection(self.grid.area);
                let style = self.point_style(at == selected, quadrant);
                put(buffer, (x, y), &word, style);
                hits.push(area, Target::Entry(at));
                put(buffer, (area.right(), y), " ", self.theme.axis);
                x = area.right() + 1;
            }
        }
    }

    fn point_style(&self, is_selected: bool, quadrant: Quadrant) -> Style {
        match (is_selected, self.focused) {
            (true, true) => self.theme.cursor,
            (true, false) => self.theme.selection,
            (false, _) => self.style(quadrant).add_modifier(Modifier::BOLD),
        }
    }
}

/// A name over at most so many lines, the last one cut where it must be.
fn lines(name: &str, columns: usize, most: usize) -> Vec<String> {
    let whole = wrap(name, columns.max(1));
    if whole.len() <= most && whole.iter().all(|line| width(line) <= columns) {
        return whole.into_iter().map(str::to_owned).collect();
    }
    vec![truncate(name, columns).into_owned()]
}

/// Puts a text where it is inside of the buffer.
fn put(buffer: &mut Buffer, (x, y): (u16, u16), text: &str, style: Style) {
    if buffer.area.contains((x, y).into()) {
        buffer.set_string(x, y, text, style);
    }
}
