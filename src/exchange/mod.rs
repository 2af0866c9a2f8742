//! Journeys in the formats of others: pure, text out of plain data. Knows no file and no screen.

mod chart;
mod csv;
mod curve_text;
pub mod export;
mod html;
pub mod import;
pub mod json;
pub mod json_schema;
pub mod markdown;
mod markdown_map;
mod markup;
mod mermaid;
pub mod minutes;
pub mod portfolio;
#[cfg(feature = "print")]
mod print;
mod svg;
