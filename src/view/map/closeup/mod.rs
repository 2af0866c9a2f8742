//! One touchpoint with everything: the whole journey in small above it, its neighbours at its
//! sides, and below it all that its lanes say, in as many columns as there is room for.

mod flow;
mod sections;
mod title;

use super::sheet::{Cursor, Sheet};
use super::{Hit, MapView, Target, bands, changes, curve, labels};
use crate::app::map::Lane;
use crate::view::flow::split_rows;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws it into `area`.
pub(super) fn draw(view: &MapView, area: Rect, buffer: &mut Buffer, hits: &mut Vec<Hit>) {
    let whole = Sheet::whole(view.content, view.theme, area.as_size(), &[], &[]);
    let whole = whole.with_cursor(Cursor::of(view));
    let (overview, rest) = split_rows(area, overview_height(area.height));
    draw_overview(&whole, overview, buffer, hits);
    let (title, body) = split_rows(rest, title::height(&whole, rest));
    title::draw(&whole, title, buffer, hits);
    sections::draw(view, &whole, body, buffer, hits);
    changes::draw(&whole, hits, buffer);
}

/// Rows for the whole journey in small: its bands, and where there is room ◆ and the curve. Five
/// rows of curve are the least in which each step from −2 to +2 has its own.
fn overview_height(rows: u16) -> u16 {
    match rows {
        0..=15 => 1,
        16..=31 => 7,
        _ => (rows / 3).min(19),
    }
}

fn draw_overview(whole: &Sheet, area: Rect, buffer: &mut Buffer, hits: &mut Vec<Hit>) {
    let (band, chart) = split_rows(area, 1);
    bands::draw(whole, band, buffer, hits);
    if chart.is_empty() {
        return;
    }
    let (label, _) = split_rows(chart, 1);
    labels::draw(whole, Lane::Emotion, label, buffer);
    curve::draw(whole, chart, buffer);
    for group in whole.columns.groups() {
        let area = whole.cell(group.clone(), chart);
        if !area.is_empty() {
            let target = Target::Column(whole.foremost(&group));
            hits.push(Hit { area, target });
        }
    }
}
