//! The formats that a journey is given out in. Knows no file.

use jiff::civil::Date;

use super::csv::{facts_csv, touchpoints_csv};
use super::html::html;
use super::json::json;
use super::markdown_map::markdown;
use super::mermaid::mermaid;
use super::svg::svg;
use crate::i18n::{InWords, Lang};
use crate::journey::Parsed;
use crate::journey::check::Neighbour;

/// A format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For programs, without loss.
    Json,
    /// One row a touchpoint, for people.
    Csv,
    /// One row a fact, for programs.
    Facts,
    /// The map as a Mermaid `journey` diagram.
    Mermaid,
    /// One page for a browser and for paper.
    Html,
    /// Tables and a curve in text, for a pull request.
    Markdown,
    /// A picture for a slide.
    Svg(Part),
}

/// What a picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Stages, curve, touchpoints, and what is said of each in a few words.
    Map,
    /// The emotion curve alone.
    Curve,
    /// The quadrants of importance and performance, and the ranking.
    Priorities,
    /// The Moments of Truth, the worst first.
    Moments,
}

impl Format {
    /// All formats.
    pub const ALL: [Format; 10] = [
        Format::Json,
        Format::Csv,
        Format::Facts,
        Format::Mermaid,
        Format::Html,
        Format::Markdown,
        Format::Svg(Part::Map),
        Format::Svg(Part::Curve),
        Format::Svg(Part::Priorities),
        Format::Svg(Part::Moments),
    ];

    /// The ending of its files; unlike those of the others.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::Csv => "csv",
            Format::Facts => "facts.csv",
            Format::Mermaid => "mmd",
            Format::Html => "html",
            Format::Markdown => "md",
            Format::Svg(Part::Map) => "svg",
            Format::Svg(Part::Curve) => "curve.svg",
            Format::Svg(Part::Priorities) => "priorities.svg",
            Format::Svg(Part::Moments) => "moments.svg",
        }
    }

    /// The format of a file of this name, or of this ending alone: that with the longest one.
    pub fn of_name(name: &str) -> Option<Format> {
        let name = format!(".{}", name.to_ascii_lowercase());
        let fitting = Format::ALL
            .into_iter()
            .filter(|it| name.ends_with(&format!(".{}", it.ending())));
        fitting.max_by_key(|it| it.ending().len())
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
    /// It is written again on each save: a browser is to read it again.
    pub is_watched: bool,
}

impl<'e> Exported<'e> {
    /// Its values in words.
    pub(super) fn in_words(&self) -> InWords<'e> {
        InWords {
            parsed: self.parsed,
            neighbour: self.neighbour,
            lang: self.lang,
        }
    }
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
        Format::Csv => touchpoints_csv(&exported).into(),
        Format::Facts => facts_csv(&exported).into(),
        Format::Mermaid => mermaid(&exported),
        Format::Html => html(&exported),
        Format::Markdown => markdown(&exported),
        Format::Svg(part) => svg(&exported, part),
    }
}
