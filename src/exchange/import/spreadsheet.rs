//! The table of a CSV file, with any of the signs that part fields. Knows no map.

use super::super::csv::FORMULAS;
use super::cells::{Cell, Table, Tables};
use crate::measure::survey::dialect::recognise;
use crate::measure::survey::records::{Record, Records};

/// The beginning of a file tells its dialect.
const BEGINNING: usize = 64 * 1024;

/// The table of a file. Rows before it with one text at most are its title.
pub(super) fn tables(text: &str) -> Tables {
    let beginning = &text.as_bytes()[..text.len().min(BEGINNING)];
    let (dialect, skip) = recognise(beginning, None);
    let skipped = usize::from(skip > 0);
    let mut records = Records::new(&text.as_bytes()[skip..], dialect);
    let mut record = Record::default();
    let mut tables = Tables::default();
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    // Memory cannot fail to be read.
    while records.read(&mut record).unwrap_or(false) {
        let line = usize::try_from(record.line()).unwrap_or(usize::MAX) + skipped;
        if record.is_too_long() {
            tables.too_long.push(line);
            continue;
        }
        let row = row(&record, line);
        let mut said = row.iter().filter(|it| !it.text.is_empty());
        match (said.next(), said.next()) {
            (None, _) => {}
            // What stands below the head of a table of Markdown that is none.
            _ if row
                .iter()
                .all(|it| it.text.bytes().all(|it| b":-".contains(&it))) => {}
            (Some(title), None) if rows.is_empty() => {
                tables.title.get_or_insert_with(|| title.text.clone());
            }
            _ => rows.push(row),
        }
    }
    let heading = None;
    tables.tables.push(Table { heading, rows });
    tables
}

fn row(record: &Record, line: usize) -> Vec<Cell> {
    let text = |field: &[u8]| said(String::from_utf8_lossy(field).trim());
    let cells = record.iter().map(|field| Cell::new(line, text(field)));
    cells.collect()
}

/// A text without the `'` that keeps spreadsheets from taking it for a formula.
fn said(text: &str) -> String {
    let bare = text.strip_prefix('\'');
    let bare = bare.filter(|it| it.starts_with(FORMULAS));
    bare.unwrap_or(text).to_owned()
}
