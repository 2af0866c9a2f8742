//! touchline: customer journeys in the terminal, kept in git.
#![forbid(unsafe_code)]

pub mod app;
pub mod document;
pub mod i18n;
pub mod journey;
pub mod measure;
pub mod ron_text;
pub mod text;
pub mod view;
