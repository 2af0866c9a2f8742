//! A survey file that was opened: its beginning is known, its records are to come. Reads whatever
//! it is given once, from front to back.

use std::io::{self, Chain, Cursor, Read};

use super::decode::{Decoder, Letters, is_mojibake, text};
use super::dialect::recognise;
use super::header::{HEADER_ROWS, Header};
use super::profile::Profile;
use super::records::{Record, Records};
use crate::journey::sources::{Decimal, Encoding, Source};

/// So many bytes of a file are looked at before it is counted.
const BEGINNING: usize = 1024 * 1024;

/// How a file is to be read, where that is not to be recognised.
#[derive(Debug, Clone, Copy, Default)]
pub struct Given {
    /// Stands between two fields.
    pub delimiter: Option<u8>,
    /// How letters are written.
    pub encoding: Option<Encoding>,
    /// Stands before decimals.
    pub decimal: Option<Decimal>,
}

impl Given {
    /// What a source says.
    pub fn by(source: &Source) -> Given {
        Given {
            delimiter: source.delimiter.as_deref().and_then(delimiter),
            encoding: source.encoding,
            decimal: source.decimal,
        }
    }
}

/// One ASCII character, or the name of one that cannot be seen.
pub fn delimiter(name: &str) -> Option<u8> {
    match name {
        "tab" | "\\t" | "Tab" => Some(b'\t'),
        _ => name
            .bytes()
            .next()
            .filter(|it| name.len() == 1 && it.is_ascii() && !matches!(it, b'"' | b'\n' | b'\r')),
    }
}

/// Why a file cannot be counted.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// It cannot be read.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// Nothing stands in it.
    #[error("it is empty")]
    Empty,
    /// It has a header and no row, so nothing can be recognised.
    #[error("it has no rows")]
    NoRows,
    /// It is no text.
    #[error("it is no text")]
    NotText,
    /// A column that is needed is not there.
    #[error("it has no column {0:?}")]
    NoColumn(String),
    /// A KPI that a column is for is not in the journey.
    #[error("there is no KPI {0:?}")]
    NoKpi(String),
    /// A KPI cannot be counted from answers.
    #[error("the KPI {0:?} is not made of answers")]
    NotOfAnswers(String),
    /// Two columns are for one KPI: who answers both would be counted twice.
    #[error("two columns are for the KPI {0:?}")]
    KpiTwice(String),
    /// No column is for a KPI.
    #[error("no column is for a KPI")]
    NothingMapped,
    /// It is not said when the answers were given.
    #[error("no column has dates")]
    NoDates,
    /// Day or month may come first.
    #[error("day and month cannot be told apart in {0:?}")]
    UnclearDates(String),
    /// A column of segments has too many values.
    #[error("the column {0:?} has too many different values for segments")]
    TooManySegments(String),
    /// More readings than anybody can use.
    #[error("there would be too many readings")]
    TooManyReadings,
}

/// What is odd about a file, and does not keep it from being counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Odd {
    /// Letters look as if they had been read wrongly before.
    pub mojibake: bool,
    /// It has NUL bytes.
    pub nul: bool,
    /// UTF-8 does not hold to the end of what was looked at, so letters are those of Windows.
    pub windows: bool,
}

/// What the beginning of a file says of all of it.
#[derive(Debug, Clone)]
pub struct Beginning {
    /// Its header.
    pub header: Header,
    /// Its columns, by their first values.
    pub profiles: Vec<Profile>,
    /// What stands before decimals.
    pub decimal: Decimal,
    /// What stands between two fields.
    pub delimiter: u8,
    /// How its letters are written.
    pub letters: Letters,
    /// What is odd.
    pub odd: Odd,
}

impl Beginning {
    /// Some row behind the header has a value.
    pub fn has_values(&self) -> bool {
        self.profiles.iter().any(|it| it.values > 0)
    }

    /// The columns with scores; all of them where none has some.
    pub fn scores(&self) -> Vec<String> {
        let columns = self.header.names.iter().zip(&self.profiles);
        let scores = columns.filter(|(_, it)| it.is_scores());
        let scores: Vec<String> = scores.map(|(name, _)| name.clone()).collect();
        if scores.is_empty() {
            self.header.names.clone()
        } else {
            scores
        }
    }
}

/// A file with its header read.
pub struct Table<R> {
    /// What is known of it.
    pub beginning: Beginning,
    pub(super) records: Records<Decoder<Chain<Cursor<Vec<u8>>, R>>>,
}

impl<R: Read> Table<R> {
    /// Opens what comes.
    ///
    /// # Errors
    /// It cannot be read, is empty, or no text.
    pub fn open(mut input: R, given: Given) -> Result<Table<R>, Trouble> {
        let mut beginning = Vec::new();
        input
            .by_ref()
            .take(BEGINNING as u64)
            .read_to_end(&mut beginning)?;
        let is_whole = beginning.len() < BEGINNING;
        let (letters, mark) = Letters::of(&beginning, given.encoding);
        beginning.drain(..mark);
        let mut decoded = Vec::new();
        Decoder::new(&beginning[..], letters).read_to_end(&mut decoded)?;
        let nuls = decoded.iter().filter(|byte| **byte == 0).count();
        if nuls * 4 > decoded.len() {
            return Err(Trouble::NotText);
        }
        let (dialect, skip) = recognise(&decoded, given.delimiter);
        let rows = first_rows(Records::new(&decoded[skip..], dialect))?;
        let header = Header::of(&rows);
        if header.names.is_empty() {
            return Err(Trouble::Empty);
        }
        let mut odd = Odd {
            nul: nuls > 0,
            windows: letters == Letters::Windows1252 && given.encoding.is_none(),
            mojibake: header
                .names
                .iter()
                .chain(&header.questions)
                .any(|it| is_mojibake(it)),
        };
        let profiles = profiles(Records::new(&decoded[skip..], dialect), &header, is_whole)?;
        odd.mojibake |= profiles
            .iter()
            .any(|it| it.texts.keys().any(|it| is_mojibake(it)));
        let input = Decoder::new(Cursor::new(beginning).chain(input), letters);
        let mut records = Records::new(input, dialect);
        let mut record = Record::default();
        let rows_before = header.rows + usize::from(skip > 0);
        for _ in 0..rows_before {
            records.read(&mut record)?;
        }
        Ok(Table {
            beginning: Beginning {
                decimal: given.decimal.unwrap_or_else(|| decimal(&profiles)),
                delimiter: dialect.delimiter,
                letters,
                header,
                profiles,
                odd,
            },
            records,
        })
    }
}

fn first_rows(mut records: Records<&[u8]>) -> io::Result<Vec<Vec<String>>> {
    let (mut rows, mut record) = (Vec::new(), Record::default());
    while rows.len() < HEADER_ROWS && records.read(&mut record)? {
        rows.push(record.iter().map(text).collect());
    }
    Ok(rows)
}

/// The columns by the rows behind the header; the last row of a part may be cut.
fn profiles(
    mut records: Records<&[u8]>,
    header: &Header,
    is_whole: bool,
) -> io::Result<Vec<Profile>> {
    let mut profiles = vec![Profile::default(); header.names.len()];
    let mut record = Record::default();
    let mut waiting: Option<Vec<String>> = None;
    let mut row = 0;
    while records.read(&mut record)? {
        if let Some(fields) = waiting.take() {
            add(&mut profiles, &fields);
        }
        if row >= header.rows && record.len() == profiles.len() {
            waiting = Some(record.iter().map(text).collect());
        }
        row += 1;
    }
    if let Some(fields) = waiting.filter(|_| is_whole) {
        add(&mut profiles, &fields);
    }
    Ok(profiles)
}

fn add(profiles: &mut [Profile], fields: &[String]) {
    for (profile, field) in profiles.iter_mut().zip(fields) {
        profile.add(field);
    }
}

/// A file writes all its decimals with one sign.
fn decimal(profiles: &[Profile]) -> Decimal {
    let says = |decimal| {
        profiles
            .iter()
            .filter(|it| it.decimal() == Some(decimal))
            .count()
    };
    match says(Decimal::Comma) > says(Decimal::Point) {
        true => Decimal::Comma,
        false => Decimal::Point,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_opened_and_its_header_left_behind() {
        let text = "\u{feff}sep=;\n\"date\";\"desk, or so\"\n2026-01-02;4,5\n2026-01-03;5,0\n";
        let mut table = Table::open(text.as_bytes(), Given::default()).unwrap();
        assert_eq!(table.beginning.header.names, ["date", "desk, or so"]);
        assert_eq!(table.beginning.decimal, Decimal::Comma);
        let mut record = Record::default();
        assert!(table.records.read(&mut record).unwrap());
        assert_eq!((record.line(), record.get(1)), (3, Some(&b"4,5"[..])));
    }

    #[test]
    fn what_is_no_table_is_refused() {
        let open = |bytes: &[u8]| Table::open(bytes, Given::default()).err();
        assert!(matches!(open(b""), Some(Trouble::Empty)));
        assert!(matches!(open(b"\xef\xbb\xbf\n\n"), Some(Trouble::Empty)));
        assert!(matches!(open(&[0; 100]), Some(Trouble::NotText)));
        assert!(open(b"a,b").is_none());
    }
}
