//! Maps of others as journeys: pure, a text in, the text of a journey out, and which lines found no
//! place in it. Knows no file and no screen.

mod cells;
mod draft;
mod grid;
mod map;
mod markdown;
mod marks;
mod mermaid;
#[cfg(test)]
mod mermaid_tests;
pub mod preview;
mod spreadsheet;
#[cfg(test)]
mod table_tests;
mod words;

use super::json::{NoJourney, from_json};

/// Longest map that is read, in bytes (2 MiB): one of 300 touchpoints has some 300 KB. A map made of
/// names of a letter takes a hundred times its bytes.
pub const MAX_BYTES: usize = 2 << 20;

/// Stages, touchpoints and those who act in them, at most.
pub const MAX_ELEMENTS: usize = 50_000;

/// A map that was read.
#[derive(Debug)]
pub struct Imported {
    /// The journey, in canonical form.
    pub journey: String,
    /// What is not in it, in the order of the lines.
    pub unplaced: Vec<Unplaced>,
}

/// A line of which not everything found a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unplaced {
    /// Its number, the first is 1; 0 where it is not known.
    pub line: usize,
    /// What stands there.
    pub text: String,
    /// What became of it.
    pub why: Why,
}

fn unplaced((line, text): (usize, &str), why: Why) -> Unplaced {
    let text = text.to_owned();
    Unplaced { line, text, why }
}

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Nothing.
    NotUnderstood,
    /// A touchpoint without emotion: there is no score.
    NoScore,
    /// A touchpoint without emotion: the score is no whole number of the scale.
    OddScore,
    /// A touchpoint; what stands behind the actors is left out.
    TooMuch,
    /// A touchpoint in a stage that got the title of the map: none was begun.
    NoStage,
    /// Nothing: a description for readers of the picture.
    Description,
    /// Nothing: another diagram begins.
    Another,
    /// Nothing: another table, or none that is a map.
    AnotherTable,
    /// Nothing: no stage was named above it.
    NoStageAbove,
    /// A column or a row that stands for no field, or for one that a table cannot say.
    NoField,
    /// A thought: no emotion is meant by these words alone.
    NoEmotion,
    /// Nothing: it is no whole number from 1 to 5.
    OddNumber,
    /// Nothing: the field has other words.
    NoChoice,
    /// Nothing: something else is said already.
    Twice,
    /// A persona: touchpoints without one are hers too, since she is the first.
    OfTheFirst,
    /// Several touchpoints; what is said of all of them stands at the first.
    AtTheFirst,
    /// Nothing: text outside of tables begins.
    Prose,
    /// Nothing: a value that a journey cannot hold.
    NoValue,
    /// Nothing: the row is longer than is read.
    TooLong,
}

/// Why there is no journey.
#[derive(Debug, thiserror::Error)]
pub enum NoMap {
    /// The text holds none.
    #[error("no journey found")]
    NoneFound,
    /// It begins like JSON, and is none.
    #[error(transparent)]
    NoJson(serde_json::Error),
    /// It has more than [`MAX_BYTES`] or [`MAX_ELEMENTS`], or the journey would be larger than a file
    /// of a journey may be.
    #[error("too large")]
    TooLarge,
}

impl From<NoJourney> for NoMap {
    fn from(why: NoJourney) -> NoMap {
        match why {
            NoJourney::NoJson(error) => NoMap::NoJson(error),
            NoJourney::SomethingElse => NoMap::NoneFound,
            NoJourney::TooLarge => NoMap::TooLarge,
        }
    }
}

/// The journey of a text. It is called `untitled` where the map has no title.
///
/// # Errors
/// [`NoMap`].
pub fn import_map(text: &str, untitled: &str) -> Result<Imported, NoMap> {
    if text.len() > MAX_BYTES {
        return Err(NoMap::TooLarge);
    }
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with('{') {
        return of_json(text);
    }
    let markdown = || map::read(&markdown::tables(text), untitled);
    let spreadsheet = || map::read(&spreadsheet::tables(text), untitled);
    if begins_like_ours(text) {
        return spreadsheet();
    }
    or_else(
        or_else(mermaid::read(text, untitled), markdown),
        spreadsheet,
    )
}

/// What else the text can be where there is no map in it.
fn or_else(
    read: Result<Imported, NoMap>,
    next: impl FnOnce() -> Result<Imported, NoMap>,
) -> Result<Imported, NoMap> {
    match read {
        Err(NoMap::NoneFound) => next(),
        read => read,
    }
}

/// A map as CSV begins with its head: diagrams and tables of Markdown in its cells are texts.
fn begins_like_ours(text: &str) -> bool {
    let head = text.lines().next().filter(|it| !it.contains('|'));
    let head = head.map(spreadsheet::tables).unwrap_or_default();
    head.tables.iter().any(|it| grid::grid(it).is_some())
}

/// The journey that JSON says, as `touchline export` writes it.
fn of_json(text: &str) -> Result<Imported, NoMap> {
    let (journey, left_out) = from_json(text)?;
    let left = left_out
        .iter()
        .map(|path| unplaced((0, path), Why::NoValue));
    Ok(Imported {
        journey,
        unplaced: left.collect(),
    })
}
