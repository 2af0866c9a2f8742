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
    /// The same on pages of paper.
    #[cfg(feature = "print")]
    Pdf(Part),
    /// The same in dots.
    #[cfg(feature = "print")]
    Png(Part),
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

/// What pictures are made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Paper {
    /// A slide, 16 by 9.
    #[default]
    Slide,
    /// A4, laid across.
    A4,
    /// A3, laid across.
    A3,
}

impl Paper {
    /// As part of its width.
    pub fn height(self) -> f64 {
        match self {
            Paper::Slide => 9.0 / 16.0,
            Paper::A4 | Paper::A3 => 210.0 / 297.0,
        }
    }
}

/// Which stages a picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stages<'s> {
    /// The whole journey.
    #[default]
    All,
    /// That with this id, alone.
    One(&'s str),
    /// Each on pages of its own.
    Each,
}

/// How pictures are laid out; the other formats know no paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sheet<'s> {
    /// What they are made for.
    pub paper: Paper,
    /// What they show.
    pub stages: Stages<'s>,
}

/// Why nothing came of it; only what is printed can fail.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unprintable {
    /// A picture of so many dots is too large.
    #[error("a picture of {0} by {1} dots")]
    TooLarge(u32, u32),
    /// The libraries that draw refuse; what they say.
    #[error("{0}")]
    Drawing(String),
}

impl Format {
    /// All formats of this build.
    pub const ALL: &'static [Format] = &[
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
        #[cfg(feature = "print")]
        Format::Pdf(Part::Map),
        #[cfg(feature = "print")]
        Format::Pdf(Part::Curve),
        #[cfg(feature = "print")]
        Format::Pdf(Part::Priorities),
        #[cfg(feature = "print")]
        Format::Pdf(Part::Moments),
        #[cfg(feature = "print")]
        Format::Png(Part::Map),
        #[cfg(feature = "print")]
        Format::Png(Part::Curve),
        #[cfg(feature = "print")]
        Format::Png(Part::Priorities),
        #[cfg(feature = "print")]
        Format::Png(Part::Moments),
    ];

    /// A picture, on whatever it is drawn: it has paper, and may show one stage.
    pub fn is_picture(self) -> bool {
        match self {
            Format::Svg(_) => true,
            #[cfg(feature = "print")]
            Format::Pdf(_) | Format::Png(_) => true,
            _ => false,
        }
    }

    /// What it is laid out for, where nobody says: pages are printed, pictures are shown.
    pub fn paper(self) -> Paper {
        match self.is_paged() {
            true => Paper::A4,
            false => Paper::Slide,
        }
    }

    /// It has pages.
    pub fn is_paged(self) -> bool {
        match self {
            #[cfg(feature = "print")]
            Format::Pdf(_) => true,
            _ => false,
        }
    }

    /// All endings, for people.
    pub fn endings() -> String {
        let endings = Format::ALL.iter().map(|it| it.ending());
        endings.collect::<Vec<_>>().join(", ")
    }

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
            #[cfg(feature = "print")]
            Format::Pdf(Part::Map) => "pdf",
            #[cfg(feature = "print")]
            Format::Pdf(Part::Curve) => "curve.pdf",
            #[cfg(feature = "print")]
            Format::Pdf(Part::Priorities) => "priorities.pdf",
            #[cfg(feature = "print")]
            Format::Pdf(Part::Moments) => "moments.pdf",
            #[cfg(feature = "print")]
            Format::Png(Part::Map) => "png",
            #[cfg(feature = "print")]
            Format::Png(Part::Curve) => "curve.png",
            #[cfg(feature = "print")]
            Format::Png(Part::Priorities) => "priorities.png",
            #[cfg(feature = "print")]
            Format::Png(Part::Moments) => "moments.png",
        }
    }

    /// The format of a file of this name, or of this ending alone: that with the longest one.
    pub fn of_name(name: &str) -> Option<Format> {
        let name = format!(".{}", name.to_ascii_lowercase());
        let fitting = Format::ALL
            .iter()
            .copied()
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
    /// How pictures are laid out.
    pub sheet: Sheet<'e>,
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
///
/// # Errors
/// It cannot be drawn for print.
pub fn export(format: Format, exported: Exported<'_>) -> Result<Export, Unprintable> {
    Ok(match format {
        Format::Json => json(&exported.parsed.tree).unwrap_or_default().into(),
        Format::Csv => touchpoints_csv(&exported).into(),
        Format::Facts => facts_csv(&exported).into(),
        Format::Mermaid => mermaid(&exported),
        Format::Html => html(&exported),
        Format::Markdown => markdown(&exported),
        Format::Svg(part) => svg(&exported, part),
        #[cfg(feature = "print")]
        Format::Pdf(part) => super::print::pdf(&exported, part)?,
        #[cfg(feature = "print")]
        Format::Png(part) => super::print::png(&exported, part)?,
    })
}
