//! Records of a table, one after the other, in memory that does not grow with the file. Knows no
//! columns.

use std::io::{self, Read};

use csv_core::{ReadRecordResult, ReaderBuilder};

use super::dialect::Dialect;

/// So many bytes of one record are kept. A quote that nobody closed makes one record of the rest of
/// a file.
pub const MAX_RECORD: usize = 1024 * 1024;

/// So many fields of one record are kept.
pub const MAX_FIELDS: usize = 16 * 1024;

/// So many bytes are read at a time.
const BLOCK: usize = 64 * 1024;

/// One record: its fields as bytes.
#[derive(Debug, Default)]
pub struct Record {
    bytes: Vec<u8>,
    ends: Vec<usize>,
    fields: usize,
    /// The line of its last byte, the first being 1.
    last_line: u64,
    is_too_long: bool,
}

impl Record {
    /// How many fields it has.
    pub fn len(&self) -> usize {
        self.fields
    }

    /// It has none.
    pub fn is_empty(&self) -> bool {
        self.fields == 0
    }

    /// It has more bytes or fields than are kept, and counts for nothing.
    pub fn is_too_long(&self) -> bool {
        self.is_too_long
    }

    /// A field.
    #[inline]
    pub fn get(&self, at: usize) -> Option<&[u8]> {
        let end = *self.ends[..self.fields].get(at)?;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.bytes.get(start..end)
    }

    /// All fields.
    pub fn iter(&self) -> impl Iterator<Item = &[u8]> {
        (0..self.fields).map(|at| self.get(at).unwrap_or_default())
    }

    /// The line of the file in which it begins.
    pub fn line(&self) -> u64 {
        let end = self.ends[..self.fields].last().copied().unwrap_or_default();
        let bytes = self.bytes.get(..end).unwrap_or_default();
        let breaks = bytes.iter().filter(|byte| **byte == b'\n').count();
        self.last_line.saturating_sub(breaks as u64)
    }

    fn grow_bytes(&mut self) {
        let size = (self.bytes.len() * 2).clamp(1024, MAX_RECORD);
        self.bytes.resize(size, 0);
    }

    fn grow_ends(&mut self) {
        let size = (self.ends.len() * 2).clamp(64, MAX_FIELDS);
        self.ends.resize(size, 0);
    }
}

/// The records of an input.
pub struct Records<R> {
    input: R,
    parser: csv_core::Reader,
    buffer: Vec<u8>,
    start: usize,
    end: usize,
}

impl<R: Read> Records<R> {
    /// The records of what comes, which is UTF-8 or close to it.
    pub fn new(input: R, dialect: Dialect) -> Records<R> {
        let mut builder = ReaderBuilder::new();
        let parser = builder.delimiter(dialect.delimiter).quote(dialect.quote);
        Records {
            input,
            parser: parser.build(),
            buffer: vec![0; BLOCK],
            start: 0,
            end: 0,
        }
    }

    /// The next record; false where there is none.
    ///
    /// # Errors
    /// The input cannot be read.
    pub fn read(&mut self, record: &mut Record) -> io::Result<bool> {
        let (mut bytes, mut ends) = (0, 0);
        record.is_too_long = false;
        if record.bytes.is_empty() {
            record.grow_bytes();
            record.grow_ends();
        }
        let mut last = 0;
        loop {
            if self.start == self.end {
                self.refill()?;
            }
            let input = &self.buffer[self.start..self.end];
            let (result, taken, written, ended) = self.parser.read_record(
                input,
                &mut record.bytes[bytes..],
                &mut record.ends[ends..],
            );
            if taken > 0 {
                last = input[taken - 1];
            }
            self.start += taken;
            bytes += written;
            ends += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull if bytes >= MAX_RECORD => {
                    record.is_too_long = true;
                    bytes = 0;
                }
                ReadRecordResult::OutputFull => record.grow_bytes(),
                ReadRecordResult::OutputEndsFull if ends >= MAX_FIELDS => {
                    record.is_too_long = true;
                    ends = 0;
                }
                ReadRecordResult::OutputEndsFull => record.grow_ends(),
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return Ok(false),
            }
        }
        record.fields = if record.is_too_long { 0 } else { ends };
        record.last_line = self.parser.line() - u64::from(last == b'\n');
        Ok(true)
    }

    fn refill(&mut self) -> io::Result<()> {
        self.start = 0;
        self.end = loop {
            match self.input.read(&mut self.buffer) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => break other?,
            }
        };
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &[u8]) -> Vec<(u64, Vec<String>)> {
        let mut records = Records::new(text, Dialect::default());
        let (mut record, mut all) = (Record::default(), Vec::new());
        while records.read(&mut record).unwrap() {
            let field = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            all.push((record.line(), record.iter().map(field).collect()));
        }
        all
    }

    #[test]
    fn records_know_their_fields_and_their_first_line() {
        let text = "a,b\n1,\"x\ny\"\n\n\n2,\"q \"\"r\"\"\"\r\n3,\n4,end";
        let lines: Vec<u64> = read(text.as_bytes())
            .iter()
            .map(|(line, _)| *line)
            .collect();
        assert_eq!(lines, [1, 2, 6, 7, 8]);
        let fields: Vec<_> = read(text.as_bytes()).into_iter().map(|it| it.1).collect();
        assert_eq!(fields[1], ["1", "x\ny"]);
        assert_eq!(fields[2], ["2", "q \"r\""]);
        assert_eq!(fields[3], ["3", ""]);
        let crlf = read(b"a,b\r\n1,\"x\r\ny\"\r\n2,3\r\n");
        assert_eq!(crlf.iter().map(|it| it.0).collect::<Vec<_>>(), [1, 2, 4]);
        assert_eq!(read(b""), []);
    }

    #[test]
    fn a_record_beyond_the_limit_is_named_and_the_next_one_is_read() {
        let long = "x".repeat(3 * MAX_RECORD);
        let many = ",".repeat(3 * MAX_FIELDS);
        let text = format!("a,b\n{long},1\n{many}\n2,3\n");
        let mut records = Records::new(text.as_bytes(), Dialect::default());
        let mut record = Record::default();
        let mut seen = Vec::new();
        while records.read(&mut record).unwrap() {
            seen.push((record.line(), record.is_too_long(), record.len()));
            assert!(record.bytes.len() <= MAX_RECORD && record.ends.len() <= MAX_FIELDS);
        }
        let expected = [(1, false, 2), (2, true, 0), (3, true, 0), (4, false, 2)];
        assert_eq!(seen, expected);
    }
}
