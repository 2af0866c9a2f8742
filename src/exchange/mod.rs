//! Journeys in the formats of others: pure, text out of plain data. Knows no file and no screen.

mod csv;
pub mod export;
pub mod json;
pub mod json_schema;
pub mod markdown;
mod mermaid;
pub mod minutes;
