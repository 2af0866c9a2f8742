//! Maps of others as journeys: pure, a text in, the text of a journey out, and which lines found no
//! place in it. Knows no file and no screen.

mod draft;
mod mermaid;
#[cfg(test)]
mod mermaid_tests;

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
    /// Its number, the first is 1.
    pub line: usize,
    /// What stands there.
    pub text: String,
    /// What became of it.
    pub why: Why,
}

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Nothing.
    NotUnderstood,
    /// A touchpoint without emotion: there is no score.
    NoScore,
    /// A touchpoint without emotion: the score is no whole number from 1 to 5.
    OddScore,
    /// A touchpoint; what stands behind the actors is left out.
    TooMuch,
    /// A touchpoint in a stage that got the title of the map: none was begun.
    NoStage,
    /// Nothing: a description for readers of the picture.
    Description,
    /// Nothing: another diagram begins.
    Another,
}

/// The journey of a text; `None` where it holds none. It is called `untitled` where the map has no
/// title.
pub fn import_map(text: &str, untitled: &str) -> Option<Imported> {
    mermaid::read(text.trim_start_matches('\u{feff}'), untitled)
}
