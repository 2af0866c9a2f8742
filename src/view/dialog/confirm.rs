//! A question: what it is about, and its answers, each with its key.

use super::super::flow::{self, cells};
use super::super::hit::{HitMap, Target};
use super::super::scroll;
use super::super::theme::Theme;
use super::{Stands, Window};
use crate::app::dialog::{Answer, ConfirmDialog};
use crate::text::{sanitize_line, truncate, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

const NARROWEST: usize = 40;
const WIDEST: usize = 76;

/// What an item of a list begins with.
const BULLET: &str = "• ";

/// Columns between two answers.
const APART: usize = 3;

/// Draws the dialog.
pub(super) fn draw(
    dialog: &ConfirmDialog,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut HitMap,
) {
    let room = usize::from(Window::columns_in(area));
    let columns = wanted(dialog).clamp(NARROWEST, WIDEST).min(room).max(1);
    let lines: Vec<Line> = dialog
        .lines
        .iter()
        .flat_map(|line| wrapped(line, columns, theme))
        .collect();
    let answers = arrange(&dialog.answers, columns);
    let answer_rows = answers.last().map_or(0, |(_, row)| row + 1);
    let rows = lines.len() + 1 + answer_rows;
    let window = Window {
        title: &dialog.title,
        foot: String::new(),
        columns: cells(columns),
        rows: cells(rows),
        stands: Stands::InTheMiddle,
    };
    let inside = window.open(theme, area, buffer);
    let (about, below) = flow::split_rows(inside, inside.height.saturating_sub(cells(answer_rows)));
    let gap = u16::from(about.height > 1);
    let (about, _) = flow::split_rows(about, about.height - gap);
    draw_lines(dialog.scroll, &lines, theme, about, buffer);
    draw_answers(&dialog.answers, &answers, theme, below, buffer, hits);
}

/// A line over as many as it needs; those of an item of a list stand under its text.
fn wrapped(line: &str, columns: usize, theme: &Theme) -> Vec<Line<'static>> {
    let item = line.split_once(BULLET);
    match item.filter(|(indent, _)| indent.trim().is_empty()) {
        Some((indent, text)) => {
            let lead = format!("{indent}{BULLET}");
            flow::led(&lead, theme.text, text, columns, theme.text)
        }
        None => flow::wrapped(line, columns, theme.text),
    }
}

fn wanted(dialog: &ConfirmDialog) -> usize {
    let lines = dialog.lines.iter().map(|line| width(&sanitize_line(line)));
    let answers = dialog.answers.iter().map(|it| text(it).len() + APART);
    lines.max().unwrap_or(0).max(answers.sum())
}

fn draw_lines(first: usize, lines: &[Line], theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let first = scroll::from(first, usize::from(area.height), lines.len());
    flow::put(&lines[first..], area, buffer);
    let bar = Rect {
        x: area.right(),
        width: 1,
        ..area
    };
    scroll::draw_bar(first, lines.len(), theme, bar, buffer);
}

/// `[s] save and quit`
fn text(answer: &Answer) -> String {
    format!("[{}] {}", answer.key, sanitize_line(&answer.label))
}

/// Column and row of each answer.
fn arrange(answers: &[Answer], columns: usize) -> Vec<(usize, usize)> {
    let (mut column, mut row) = (0, 0);
    let mut places = Vec::new();
    for answer in answers {
        let own = width(&text(answer));
        if column > 0 && column + own > columns {
            (column, row) = (0, row + 1);
        }
        places.push((column, row));
        column += own + APART;
    }
    places
}

fn draw_answers(
    answers: &[Answer],
    places: &[(usize, usize)],
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut HitMap,
) {
    for (answer, (column, row)) in answers.iter().zip(places) {
        let label = text(answer);
        let cell = Rect {
            x: area.x + cells(*column),
            y: area.y + cells(*row),
            width: cells(width(&label)),
            height: 1,
        };
        let cell = cell.intersection(area);
        if cell.is_empty() {
            continue;
        }
        let key = format!("[{}] ", answer.key);
        let room = usize::from(cell.width).saturating_sub(width(&key));
        let safe = sanitize_line(&answer.label);
        let line = Line::from(vec![
            Span::styled(key, theme.key),
            Span::styled(truncate(&safe, room).into_owned(), theme.text),
        ]);
        buffer.set_line(cell.x, cell.y, &line, cell.width);
        hits.push(cell, Target::Answer(answer.key));
    }
}
