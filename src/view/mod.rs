//! What a person sees: plain data drawn into a buffer, with the rectangles a click can hit.
//!
//! Changes nothing and asks nothing: no file, no clock, no terminal.

mod braille;
#[cfg(test)]
mod capture_tests;
mod compare;
#[cfg(test)]
mod compare_tests;
mod dialog;
mod drivers;
mod figures;
mod filter;
mod findings;
mod flow;
mod footer;
mod found;
#[cfg(test)]
mod found_tests;
mod header;
mod hit;
#[cfg(test)]
mod import_tests;
mod inspector;
mod key_table;
mod keys;
mod kpi_chart;
mod lists;
pub mod map;
mod matrix;
mod meeting;
mod menu;
#[cfg(test)]
mod menu_tests;
mod page;
mod portfolio;
mod priorities;
#[cfg(test)]
mod priorities_tests;
mod rollup;
mod screen;
#[cfg(test)]
mod screen_tests;
mod scroll;
mod seam;
mod sparkline;
mod spline;
mod start;
#[cfg(test)]
mod start_tests;
#[cfg(test)]
mod test_apps;
pub mod theme;
mod tour;
mod unreadable;

pub use dialog::help_lines;
pub use hit::{HitMap, Target};
pub use key_table::key_table;
pub use lists::{Printed, department_as_text, list_as_text};
pub use portfolio::room_for_journeys;
pub use screen::{below, draw, follow};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};
use theme::Theme;

/// Empties an area for something that is drawn over the rest.
fn clear(area: Rect, theme: &Theme, buffer: &mut Buffer) {
    Clear.render(area.intersection(buffer.area), buffer);
    buffer.set_style(area, theme.base);
}
