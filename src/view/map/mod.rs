//! The Map: stages as bands, touchpoints as columns under them, lanes as rows.
//!
//! Draws what is in view and nothing else, so a frame costs the same for any journey. Knows no
//! key and no edit; `update` asks [`follow`] where to scroll.

mod bands;
mod cells;
mod changes;
mod closeup;
mod codes;
pub(super) mod curve;
mod errors;
mod geometry;
mod items;
mod kpis;
mod labels;
mod lanes;
mod legend;
mod marks;
mod names;
mod needed;
mod paint;
mod position;
mod ratings;
mod seams;
mod sheet;
mod signs;
#[cfg(test)]
mod test_journeys;
#[cfg(test)]
mod tests;
mod text;

use crate::app::changes::Compared;
use crate::app::map::{Column, Lane, Lens, MapState, Row, Zoom};
use crate::i18n::Lang;
use crate::journey::check::Neighbour;
use crate::journey::model::Journey;
use crate::view::flow::{self, split_rows};
use crate::view::theme::{self, Theme};
pub use errors::Errors;
pub(in crate::view) use geometry::chart_row;
use geometry::{Heights, Limits, follow_lane};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use sheet::{Cursor, Sheet};
use std::ops::Range;
pub use text::map_as_text;

/// What the Map shows.
#[derive(Clone, Copy)]
pub struct Content<'a> {
    /// The journey.
    pub journey: &'a Journey,
    /// What lends it names.
    pub neighbour: &'a Neighbour,
    /// What is wrong with it.
    pub errors: &'a Errors<'a>,
    /// What changed against another version of the file.
    pub changes: Option<&'a Compared>,
    /// Its columns from left to right.
    pub columns: &'a [Column],
    /// Whose curves and which way.
    pub lens: &'a Lens,
    /// Language of the words around the content.
    pub lang: Lang,
    /// Today as `YYYY-MM-DD`, for what is due.
    pub today: &'a str,
}

/// The Map as it is to be drawn.
#[derive(Clone)]
pub struct MapView<'a> {
    /// What it shows.
    pub content: Content<'a>,
    /// Cursor, scroll, folded and hidden lanes.
    pub state: &'a MapState,
    /// The styles.
    pub theme: &'a Theme,
    /// The keys go to the Map, not to another part of the screen.
    pub focused: bool,
    /// Where what the mouse has in hand would go: columns, and whether behind them.
    pub landing: Option<(Range<usize>, bool)>,
}

/// A rectangle that means something when clicked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Where it is on screen.
    pub area: Rect,
    /// What it means.
    pub target: Target,
}

/// What a click on the Map hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A cell, or the name of a touchpoint.
    Cell {
        /// Index into the columns.
        column: usize,
        /// The row.
        row: Row,
    },
    /// The band of a stage, by its index in the journey.
    Stage(usize),
    /// The word of a row of a lane in the first column.
    Label(Row),
    /// The place of a touchpoint where the whole journey stands in small.
    Column(usize),
}

/// Draws the Map into `area` and returns what a click there hits; rectangles do not overlap.
pub fn draw(view: &MapView, area: Rect, buffer: &mut Buffer) -> Vec<Hit> {
    let area = area.intersection(buffer.area);
    let mut hits = Vec::new();
    let sheet = sheet(view.content, view.state, view.theme, area.as_size());
    let sheet = sheet.with_cursor(Cursor::of(view));
    if view.content.columns.is_empty() {
        marks::no_stage(&sheet, area, buffer);
        return hits;
    }
    if view.state.zoom == Zoom::Touchpoint {
        closeup::draw(view, area, buffer, &mut hits);
        return hits;
    }
    let (area, legend) = split_rows(area, area.height.saturating_sub(sheet.foot()));
    flow::put(&sheet.legend, legend, buffer);
    let (position, area) = split_rows(area, position::height(&sheet.columns, area.height));
    position::draw(&sheet, position, buffer, &mut hits);
    let (bands, rest) = split_rows(area, 1);
    let (names, body) = split_rows(rest, sheet.names_height());
    bands::draw(&sheet, bands, buffer, &mut hits);
    lanes::draw_stage_lines(&sheet, names, '│', buffer);
    names::draw(&sheet, names, buffer, &mut hits);
    let more = lanes::draw(&sheet, view.state, body, buffer, &mut hits);
    marks::draw(&sheet, area, &more, buffer);
    changes::draw(&sheet, &hits, buffer);
    if let Some((columns, after)) = &view.landing {
        marks::landing(&sheet, area, columns, *after, buffer);
    }
    hits
}

/// The columns in so much room: all of them, or those that fit.
fn sheet<'a>(content: Content<'a>, state: &MapState, theme: &'a Theme, size: Size) -> Sheet<'a> {
    match state.zoom {
        Zoom::Journey => {
            let (lanes, silent): (Vec<Lane>, Vec<Lane>) =
                (state.lanes().collect(), state.left_out().collect());
            Sheet::whole(content, theme, size, &lanes, &silent)
        }
        _ => Sheet::new(content, theme, size, state.widths, state.first_column),
    }
}

/// First column and first lane to draw so that the cursor is in view: the smallest scroll from
/// where the Map stands.
pub fn follow(content: Content, state: &MapState, size: Size) -> (usize, usize) {
    let mut sheet = sheet(content, state, &theme::PLAIN, size);
    sheet.columns.follow(state.column);
    if state.zoom == Zoom::Touchpoint {
        return (sheet.columns.first, state.first_lane);
    }
    let lanes: Vec<Lane> = state.lanes().collect();
    let height = |at: usize| {
        let lane = lanes[at];
        lanes::Block::new(&sheet, lane, state.folded.contains(&lane)).height
    };
    let heights = Heights::new(lanes.len(), &height);
    let cursor = lanes
        .iter()
        .position(|lane| state.row.lane() == Some(*lane));
    let heads = position::height(&sheet.columns, size.height) + 1 + sheet.names_height();
    let rows = size.height.saturating_sub(heads + sheet.foot());
    let Limits { gap, .. } = sheet.limits;
    let first_lane = follow_lane(state.first_lane, cursor, rows, gap, &heights);
    (sheet.columns.first, first_lane)
}
