//! A table of texts, whatever format it was in. Knows no map.

/// A cell, and the line of the file where its row begins.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) line: usize,
    pub(super) text: String,
}

impl Cell {
    /// A dash alone says nothing.
    pub(super) fn new(line: usize, text: String) -> Cell {
        let is_dash = ["-", "–", "—"].contains(&&*text);
        let text = if is_dash { String::new() } else { text };
        Cell { line, text }
    }
}

/// A heading of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    pub(super) line: usize,
    pub(super) text: String,
    /// What stands below it as a goal.
    pub(super) goal: Option<String>,
}

/// A table below the nearest heading.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) heading: Option<Heading>,
    /// The first row is its head.
    pub(super) rows: Vec<Vec<Cell>>,
}

/// All tables of a file.
#[derive(Debug, Default)]
pub(super) struct Tables {
    pub(super) title: Option<String>,
    pub(super) tables: Vec<Table>,
    /// The first line that stands in none and is no heading.
    pub(super) prose: Option<Cell>,
    /// The lines where rows end that are longer than is read.
    pub(super) too_long: Vec<usize>,
}
