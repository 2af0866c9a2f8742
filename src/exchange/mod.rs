//! Journeys in the formats of others: pure, text out of plain data. Knows no file and no screen.

pub mod export;
pub mod json;
pub mod json_schema;
pub mod markdown;
pub mod minutes;
