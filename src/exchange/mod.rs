//! Journeys in the formats of others: pure, text out of plain data. Knows no file and no screen.

mod chart;
mod csv;
pub mod export;
mod html;
pub mod json;
pub mod json_schema;
pub mod markdown;
mod markup;
mod mermaid;
pub mod minutes;
mod svg;
