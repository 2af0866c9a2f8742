//! touchline: customer journeys in the terminal, kept in git.
#![forbid(unsafe_code)]

pub mod ron_text;
pub mod text;
pub mod document;
pub mod journey;
pub mod measure;
