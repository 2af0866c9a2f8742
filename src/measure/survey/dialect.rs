//! What stands between two fields and around one, recognised from the beginning of a file.

use super::records::{Record, Records};

/// What may stand between two fields.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// So many records decide.
const LOOKED_AT: usize = 50;

/// How records are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// Stands between two fields.
    pub delimiter: u8,
    /// Stands around a field.
    pub quote: u8,
}

impl Default for Dialect {
    fn default() -> Dialect {
        Dialect {
            delimiter: b',',
            quote: b'"',
        }
    }
}

/// The dialect of a text that begins so, and how many of its bytes are a line like `sep=;`, which
/// spreadsheets write first.
pub fn recognise(beginning: &[u8], given: Option<u8>) -> (Dialect, usize) {
    let (named, skip) = named(beginning);
    let rest = &beginning[skip..];
    let quote = quote(rest);
    let delimiter = given.or(named).unwrap_or_else(|| delimiter(rest, quote));
    (Dialect { delimiter, quote }, skip)
}

fn named(beginning: &[u8]) -> (Option<u8>, usize) {
    let line = beginning.split(|byte| *byte == b'\n').next();
    let line = line.unwrap_or_default();
    match line.strip_suffix(b"\r").unwrap_or(line) {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter] => {
            (Some(*delimiter), (line.len() + 1).min(beginning.len()))
        }
        _ => (None, 0),
    }
}

/// Fields stand in double quotes, unless the first line is written with single ones.
fn quote(beginning: &[u8]) -> u8 {
    let line = beginning.split(|byte| *byte == b'\n').next();
    let line = line.unwrap_or_default().trim_ascii_end();
    match line {
        [b'\'', .., b'\''] if !line.contains(&b'"') => b'\'',
        _ => b'"',
    }
}

/// The one that cuts most records into as many fields as the first; of several the one that makes
/// most fields.
fn delimiter(beginning: &[u8], quote: u8) -> u8 {
    let rated =
        DELIMITERS.map(|delimiter| (rate(beginning, Dialect { delimiter, quote }), delimiter));
    let best = rated.into_iter().rev().max_by_key(|(rate, _)| *rate);
    best.map_or(b',', |(_, delimiter)| delimiter)
}

fn rate(beginning: &[u8], dialect: Dialect) -> (usize, usize) {
    let mut records = Records::new(beginning, dialect);
    let mut record = Record::default();
    let mut lens = Vec::new();
    while lens.len() < LOOKED_AT && records.read(&mut record).unwrap_or(false) {
        lens.push(record.len());
    }
    let first = lens.first().copied().unwrap_or_default();
    let alike = lens.iter().filter(|len| **len == first).count();
    match first {
        0 | 1 => (0, 0),
        _ => (100 * alike / lens.len(), first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delimiters_are_recognised() {
        for (text, delimiter, quote, skip) in [
            ("a,b\n1,2\n", b',', b'"', 0),
            ("a;b;c\n1,5;2;3\n2,5;3;4\n", b';', b'"', 0),
            ("a\tb\n1,2,3\t4\n", b'\t', b'"', 0),
            ("a|b\n1|2", b'|', b'"', 0),
            ("\"a;b\",\"c;d\"\n\"1;2\",3\n", b',', b'"', 0),
            ("sep=;\r\na;b\r\n", b';', b'"', 7),
            ("'a','b, c'\n'1','2'\n", b',', b'\'', 0),
            ("one column\n1\n", b',', b'"', 0),
            ("", b',', b'"', 0),
        ] {
            let expected = (Dialect { delimiter, quote }, skip);
            assert_eq!(recognise(text.as_bytes(), None), expected, "{text}");
        }
        assert_eq!(recognise(b"a,b", Some(b';')).0.delimiter, b';');
    }
}
