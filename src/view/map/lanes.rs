//! The lanes under the fixed heads: laid out for the columns in view, then drawn.

use super::geometry::{Slot, chart_rows, stack};
use super::paint::{fill_cursor, put_lines};
use super::sheet::Sheet;
use super::{Hit, Target, cells, curve, labels, ratings, seams, signs};
use crate::app::map::{Lane, MapState, Row};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// One lane laid out for the columns in view.
pub(super) struct Block {
    lane: Lane,
    folded: bool,
    /// Rows it asks for, or may take.
    pub(super) height: u16,
    /// Its cells; empty where the curve or signs are drawn instead.
    cells: Vec<Vec<Line<'static>>>,
}

impl Block {
    /// The lane as tall as it needs, or in one line.
    pub(super) fn new(sheet: &Sheet, lane: Lane, folded: bool) -> Block {
        Block::within(sheet, lane, folded, if folded { 1 } else { u16::MAX })
    }

    /// The lane in at most `rows` rows.
    fn within(sheet: &Sheet, lane: Lane, folded: bool, rows: u16) -> Block {
        if lane == Lane::Emotion && rows > 1 {
            return Block::of_curve(sheet, rows);
        }
        if sheet.is_whole {
            return Block::of_signs(lane, folded);
        }
        let limit = rows.min(limit_of(sheet, lane)).max(1);
        let shown = sheet.columns.shown();
        let cells: Vec<_> = shown
            .map(|at| cells::lines(sheet, lane, at, limit))
            .collect();
        let tallest = cells.iter().map(Vec::len).max().unwrap_or(0);
        let label = labels::lines(sheet, lane, limit).len();
        Block {
            lane,
            folded,
            height: u16::try_from(tallest.max(label))
                .unwrap_or(u16::MAX)
                .clamp(1, limit),
            cells,
        }
    }

    fn of_curve(sheet: &Sheet, rows: u16) -> Block {
        let scale = sheet.content.journey.scale;
        let chart = chart_rows(scale.max.abs_diff(scale.min), sheet.limits.curve);
        Block {
            lane: Lane::Emotion,
            folded: false,
            height: (chart + 1).min(rows),
            cells: Vec::new(),
        }
    }

    fn of_signs(lane: Lane, folded: bool) -> Block {
        Block {
            lane,
            folded,
            height: 1,
            cells: Vec::new(),
        }
    }

    fn is_curve(&self) -> bool {
        self.lane == Lane::Emotion && self.height > 1
    }

    /// The same lane in the rows there are.
    fn cut_to(self, sheet: &Sheet, rows: u16) -> Block {
        if rows >= self.height {
            return self;
        }
        Block::within(sheet, self.lane, self.folded, rows)
    }
}

fn limit_of(sheet: &Sheet, lane: Lane) -> u16 {
    match lane {
        Lane::Ratings if sheet.limits.ratings => ratings::ROWS,
        Lane::Ratings | Lane::Emotion => 1,
        _ => sheet.limits.texts,
    }
}

/// Lanes that are not or not wholly in view.
pub(super) struct More {
    pub(super) above: usize,
    pub(super) below: Vec<Lane>,
}

/// Draws the lanes from the first shown one on, as many as fit.
pub(super) fn draw(
    sheet: &Sheet,
    state: &MapState,
    body: Rect,
    buffer: &mut Buffer,
    hits: &mut Vec<Hit>,
) -> More {
    let lanes: Vec<Lane> = state.lanes().collect();
    let above = state.first_lane.min(lanes.len().saturating_sub(1));
    let mut blocks = Vec::new();
    let heights = lanes[above..].iter().map(|lane| {
        let block = Block::new(sheet, *lane, state.folded.contains(lane));
        let height = block.height;
        blocks.push(block);
        height
    });
    let slots = stack(body.height, sheet.limits.gap, heights);
    let whole = slots.iter().take_while(|slot| slot.whole).count();
    for (at, (block, slot)) in blocks.into_iter().zip(&slots).enumerate() {
        let area = rows_of(body, *slot);
        stripe(sheet, above + at, area, buffer);
        draw_block(sheet, &block.cut_to(sheet, slot.height), area, buffer, hits);
        rule(sheet, area, body, buffer);
    }
    More {
        above,
        below: lanes[above + whole..].to_vec(),
    }
}

fn rows_of(body: Rect, slot: Slot) -> Rect {
    let area = Rect {
        y: body.y + slot.top,
        height: slot.height,
        ..body
    };
    area.intersection(body)
}

fn stripe(sheet: &Sheet, lane: usize, area: Rect, buffer: &mut Buffer) {
    if sheet.limits.gap == 0 && lane % 2 == 1 {
        buffer.set_style(area, sheet.theme.stripe);
    }
}

/// The line under a lane, where there is a gap for it.
fn rule(sheet: &Sheet, lane: Rect, body: Rect, buffer: &mut Buffer) {
    if sheet.limits.gap > 0 && lane.bottom() < body.bottom() {
        let line = Rect {
            y: lane.bottom(),
            height: 1,
            ..lane
        };
        draw_rule(sheet, line, buffer);
    }
}

/// A line over the whole width, crossed by those between the stages.
pub(super) fn draw_rule(sheet: &Sheet, line: Rect, buffer: &mut Buffer) {
    let right = line.x + sheet.columns.labels + sheet.columns.width;
    for x in line.left()..right.min(line.right()) {
        buffer[(x, line.y)]
            .set_char('─')
            .set_style(sheet.theme.border);
    }
    draw_stage_lines(sheet, line, '┼', buffer);
}

/// The lines at the right of the labels and between the stages.
pub(super) fn draw_stage_lines(sheet: &Sheet, rows: Rect, sign: char, buffer: &mut Buffer) {
    if sheet.columns.line == 0 {
        return;
    }
    let shown = sheet.columns.shown();
    let stage = |column: usize| sheet.column(column).map(|it| it.stage);
    for column in shown.clone() {
        let starts = column == shown.start || stage(column) != stage(column - 1);
        let x = rows.x + sheet.columns.span(column..column + 1).0;
        if starts && x < rows.right() {
            for y in rows.top()..rows.bottom() {
                buffer[(x, y)].set_char(sign).set_style(sheet.theme.border);
            }
        }
    }
}

/// Draws one lane.
pub(super) fn draw_block(
    sheet: &Sheet,
    block: &Block,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut Vec<Hit>,
) {
    draw_stage_lines(sheet, area, '│', buffer);
    draw_label(sheet, block, area, buffer, hits);
    if block.is_curve() {
        curve::draw(sheet, area, buffer);
    } else if sheet.is_whole {
        signs::draw(sheet, block.lane, area, buffer);
    }
    if block.lane == Lane::Owner {
        seams::draw(sheet, area, buffer);
    }
    let rows = rows(sheet, block.lane, area);
    for (at, group) in sheet.columns.groups().into_iter().enumerate() {
        if let Some(lines) = block.cells.get(at) {
            put_lines(sheet, lines, sheet.cell(group.clone(), area), buffer);
        }
        let column = sheet.foremost(&group);
        for (row, area) in &rows {
            let cell = sheet.cell(group.clone(), *area);
            fill_cursor(sheet, column, *row, cell, buffer);
            hit(Target::Cell { column, row: *row }, cell, hits);
        }
    }
}

/// The rows of a lane that the cursor can stand on.
fn rows(sheet: &Sheet, lane: Lane, area: Rect) -> Vec<(Row, Rect)> {
    match lane {
        Lane::Ratings => ratings::rows(sheet, area),
        _ => vec![(Row::Lane(lane), area)],
    }
}

fn hit(target: Target, area: Rect, hits: &mut Vec<Hit>) {
    if !area.is_empty() {
        hits.push(Hit { area, target });
    }
}

fn draw_label(sheet: &Sheet, block: &Block, lane: Rect, buffer: &mut Buffer, hits: &mut Vec<Hit>) {
    let area = Rect {
        width: sheet.columns.labels.min(lane.width),
        ..lane
    };
    if block.folded && !area.is_empty() {
        buffer[area.as_position()]
            .set_char('▸')
            .set_style(sheet.theme.dim);
    }
    let row = Rect {
        height: area.height.min(1),
        ..area
    };
    if block.is_curve() {
        labels::draw(sheet, block.lane, row, buffer);
    } else if block.lane == Lane::Ratings && area.height == ratings::ROWS {
        ratings::draw_labels(sheet, area, buffer);
    } else {
        labels::draw(sheet, block.lane, area, buffer);
    }
    for (row, area) in rows(sheet, block.lane, area) {
        hit(Target::Label(row), area, hits);
    }
}
