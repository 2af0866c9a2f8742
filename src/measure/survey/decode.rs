//! Letters of any survey file as UTF-8, while they stream by. Knows nothing of records.
//!
//! The one table of letters is our own: it has 27 entries, and a crate of all encodings would
//! take a tenth of the binary.

use std::io::{self, Read};

use crate::journey::sources::Encoding;

/// What Windows-1252 has at 0x80–0x9F; the rest of it is Latin-1. Bytes it does not use stand for
/// themselves, as browsers read them.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// How the letters of a file are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    /// UTF-8: read as it is.
    Utf8,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// Windows-1252, which holds Latin-1.
    Windows1252,
}

impl Letters {
    /// What the beginning of a file says, and how many bytes of it are its mark. A mark decides;
    /// else what is asked for; else it is UTF-8 where it can be.
    pub fn of(beginning: &[u8], asked: Option<Encoding>) -> (Letters, usize) {
        match (beginning, asked) {
            ([0xEF, 0xBB, 0xBF, ..], _) => (Letters::Utf8, 3),
            ([0xFF, 0xFE, ..], _) => (Letters::Utf16Le, 2),
            ([0xFE, 0xFF, ..], _) => (Letters::Utf16Be, 2),
            (_, Some(Encoding::Utf8)) => (Letters::Utf8, 0),
            (_, Some(Encoding::Utf16)) => (Letters::Utf16Le, 0),
            (_, Some(Encoding::Windows1252)) => (Letters::Windows1252, 0),
            _ if is_utf8(beginning) => (Letters::Utf8, 0),
            _ => (Letters::Windows1252, 0),
        }
    }
}

/// It is UTF-8, but for a letter that its end may cut.
fn is_utf8(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).map_or_else(|error| error.error_len().is_none(), |_| true)
}

/// A text of a field: UTF-8, or else Windows-1252, where a file has both.
pub fn text(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().copied().map(windows_1252).collect(),
    }
}

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9F => WINDOWS_1252[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// Looks as if UTF-8 had been read as Windows-1252 once: `fÃ¼r`.
pub fn is_mojibake(text: &str) -> bool {
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied().unwrap_or(' ');
        let is_tail = ('\u{80}'..='\u{bf}').contains(&next) || WINDOWS_1252.contains(&next);
        if matches!(letter, 'Ã' | 'Â') && is_tail || letter == '\u{FFFD}' {
            return true;
        }
    }
    false
}

/// Bytes of a file as UTF-8.
pub struct Decoder<R> {
    input: R,
    letters: Letters,
    /// Bytes that were read and not decoded yet.
    raw: Vec<u8>,
    /// Decoded bytes that were not asked for yet.
    ready: Vec<u8>,
    given: usize,
}

impl<R: Read> Decoder<R> {
    /// A decoder of what comes behind the mark.
    pub fn new(input: R, letters: Letters) -> Decoder<R> {
        Decoder {
            input,
            letters,
            raw: Vec::new(),
            ready: Vec::new(),
            given: 0,
        }
    }

    fn fill(&mut self) -> io::Result<()> {
        self.ready.clear();
        self.given = 0;
        let mut block = [0; 16 * 1024];
        while self.ready.is_empty() {
            let read = match self.input.read(&mut block) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                other => other?,
            };
            self.raw.extend_from_slice(&block[..read]);
            self.decode(read == 0);
            if read == 0 {
                break;
            }
        }
        Ok(())
    }

    fn decode(&mut self, is_end: bool) {
        let mut letter = [0; 4];
        if self.letters == Letters::Windows1252 {
            for byte in self.raw.drain(..) {
                let letter = windows_1252(byte).encode_utf8(&mut letter);
                self.ready.extend_from_slice(letter.as_bytes());
            }
            return;
        }
        let whole = whole_units(&self.raw, self.letters, is_end);
        let units = self.raw[..whole]
            .chunks_exact(2)
            .map(|pair| match self.letters {
                Letters::Utf16Be => u16::from_be_bytes([pair[0], pair[1]]),
                _ => u16::from_le_bytes([pair[0], pair[1]]),
            });
        for decoded in char::decode_utf16(units) {
            let decoded = decoded.unwrap_or(char::REPLACEMENT_CHARACTER);
            self.ready
                .extend_from_slice(decoded.encode_utf8(&mut letter).as_bytes());
        }
        self.raw.drain(..whole);
        if is_end {
            self.raw.clear();
        }
    }
}

/// So many bytes of UTF-16 are whole letters: no half unit, and no first half of a pair.
fn whole_units(raw: &[u8], letters: Letters, is_end: bool) -> usize {
    let even = raw.len() - raw.len() % 2;
    if is_end || even == 0 {
        return even;
    }
    let high = match letters {
        Letters::Utf16Be => raw[even - 2],
        _ => raw[even - 1],
    };
    match high {
        0xD8..=0xDB => even - 2,
        _ => even,
    }
}

impl<R: Read> Read for Decoder<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.letters == Letters::Utf8 {
            return self.input.read(into);
        }
        if self.given == self.ready.len() {
            self.fill()?;
        }
        let count = into.len().min(self.ready.len() - self.given);
        into[..count].copy_from_slice(&self.ready[self.given..self.given + count]);
        self.given += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decoded(bytes: &[u8], asked: Option<Encoding>) -> String {
        let (letters, mark) = Letters::of(bytes, asked);
        let mut text = Vec::new();
        let mut decoder = Decoder::new(&bytes[mark..], letters);
        decoder.read_to_end(&mut text).unwrap();
        String::from_utf8(text).unwrap()
    }

    #[test]
    fn letters_are_recognised() {
        let utf16 = |order: fn(u16) -> [u8; 2]| {
            let units = "\u{feff}für 👍".encode_utf16();
            units.flat_map(order).collect::<Vec<u8>>()
        };
        for (bytes, expected) in [
            ("\u{feff}für".as_bytes().to_vec(), "für"),
            ("für".as_bytes().to_vec(), "für"),
            (b"f\xfcr \x80 5 \x96 \x9f".to_vec(), "für € 5 – Ÿ"),
            (utf16(u16::to_le_bytes), "für 👍"),
            (utf16(u16::to_be_bytes), "für 👍"),
            (b"\xff\xfea\0b".to_vec(), "a"),
            (Vec::new(), ""),
        ] {
            assert_eq!(decoded(&bytes, None), expected, "{bytes:?}");
        }
        assert_eq!(decoded(b"f\xc3\xbcr", Some(Encoding::Windows1252)), "fÃ¼r");
    }

    #[test]
    fn a_letter_that_was_read_wrongly_is_seen() {
        for (text, expected) in [
            ("fÃ¼r", true),
            ("Â©", true),
            ("CafÃ©", true),
            ("für", false),
            ("São Ângelo", false),
            ("a\u{fffd}b", true),
        ] {
            assert_eq!(is_mojibake(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_decode_to_utf8(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            for asked in [None, Some(Encoding::Utf16), Some(Encoding::Windows1252)] {
                let (letters, mark) = Letters::of(&bytes, asked);
                let mut text = Vec::new();
                Decoder::new(&bytes[mark..], letters).read_to_end(&mut text).unwrap();
                prop_assert!(letters == Letters::Utf8 || String::from_utf8(text).is_ok());
            }
        }
    }
}
