//! The formats that a journey is given out in. Knows no file.

use jiff::civil::Date;

use super::json::json;
use crate::i18n::Lang;
use crate::journey::Parsed;
use crate::journey::check::Neighbour;

/// A format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For programs, without loss.
    Json,
}

impl Format {
    /// All formats.
    pub const ALL: [Format; 1] = [Format::Json];

    /// The ending of its files; unlike those of the others.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Json => "json",
        }
    }

    /// The format of files with this ending.
    pub fn of_ending(ending: &str) -> Option<Format> {
        Format::ALL
            .into_iter()
            .find(|it| ending.eq_ignore_ascii_case(it.ending()))
    }
}

/// What is given out.
#[derive(Clone, Copy)]
pub struct Exported<'e> {
    /// The journey; it can be read.
    pub parsed: &'e Parsed,
    /// What its folder lends to it.
    pub neighbour: &'e Neighbour,
    /// The map that it is compared with, where somebody named one.
    pub twin: Option<&'e Parsed>,
    /// The language of the words around the journey's own.
    pub lang: Lang,
    /// The day that dates are measured against.
    pub today: Date,
}

/// A file in another format.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Export {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What the format could not take, a sentence each.
    pub left_out: Vec<String>,
}

impl From<String> for Export {
    fn from(text: String) -> Export {
        Export {
            bytes: text.into_bytes(),
            left_out: Vec::new(),
        }
    }
}

/// The journey in this format: the same input gives the same bytes.
pub fn export(format: Format, exported: Exported<'_>) -> Export {
    match format {
        Format::Json => json(&exported.parsed.tree).unwrap_or_default().into(),
    }
}
