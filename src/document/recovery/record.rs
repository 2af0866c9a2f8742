//! The recovery log as bytes: a first line, then records, each with its length and checksum, so that
//! a log whose end is torn or damaged is read as far as it is sound. Knows no file.

use crate::ron_text::TextEdit;

/// The first line; the number is the version of what follows.
const MAGIC: &[u8] = b"touchline-recovery 1\n";

/// One thing that a log says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Record {
    /// The file that is edited, as its path has it; of a journey without file there is none.
    File(Vec<u8>),
    /// What the file held when it was read or saved last.
    Base(Vec<u8>),
    /// The log of this name is contained in this one: what it held was recovered into it.
    Holds(Vec<u8>),
    /// The text is this, whatever it was.
    Whole(String),
    /// A stretch of the text is replaced.
    Edit(TextEdit),
}

/// What the records of a log amount to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replayed {
    /// The file that was edited, as its path has it.
    pub file: Option<Vec<u8>>,
    /// What the file held when it was read or saved last.
    pub base: Vec<u8>,
    /// The logs that are contained in it.
    pub holds: Vec<Vec<u8>>,
    /// The text as it was last; `None` where nothing had changed.
    pub text: Option<String>,
}

impl Record {
    fn kind(&self) -> u8 {
        match self {
            Record::File(_) => b'F',
            Record::Base(_) => b'B',
            Record::Holds(_) => b'H',
            Record::Whole(_) => b'W',
            Record::Edit(_) => b'E',
        }
    }

    fn content(&self) -> Vec<u8> {
        match self {
            Record::File(bytes) | Record::Base(bytes) | Record::Holds(bytes) => bytes.clone(),
            Record::Whole(text) => text.clone().into_bytes(),
            Record::Edit(TextEdit { range, text }) => {
                format!("{} {}\n{text}", range.start, range.end).into_bytes()
            }
        }
    }

    fn of(kind: u8, content: &[u8]) -> Option<Record> {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).ok();
        Some(match kind {
            b'F' => Record::File(content.to_vec()),
            b'B' => Record::Base(content.to_vec()),
            b'H' => Record::Holds(content.to_vec()),
            b'W' => Record::Whole(text(content)?),
            b'E' => Record::Edit(edit(&text(content)?)?),
            _ => return None,
        })
    }
}

fn edit(content: &str) -> Option<TextEdit> {
    let (place, text) = content.split_once('\n')?;
    let (start, end) = place.split_once(' ')?;
    Some(TextEdit {
        range: start.parse().ok()?..end.parse().ok()?,
        text: text.to_owned(),
    })
}

/// The beginning of a log.
pub fn beginning(records: &[Record]) -> Vec<u8> {
    let records = records.iter().map(encode);
    [MAGIC.to_vec()]
        .into_iter()
        .chain(records)
        .flatten()
        .collect()
}

/// A record as it stands in a log: kind, length, checksum, and then what it says.
pub fn encode(record: &Record) -> Vec<u8> {
    let content = record.content();
    let kind = char::from(record.kind());
    let head = format!("{kind} {} {:016x}\n", content.len(), checksum(&content));
    [head.as_bytes(), &content, b"\n"].concat()
}

/// Reads a log as far as it is sound; `None` where that is not even its beginning.
pub fn replay(log: &[u8]) -> Option<Replayed> {
    let mut rest = log.strip_prefix(MAGIC)?;
    let (mut file, mut base, mut text) = (None, None, None);
    let mut holds = Vec::new();
    while let Some((record, after)) = decode(rest) {
        rest = after;
        match record {
            Record::File(path) => file = Some(path),
            Record::Base(bytes) => base = Some(bytes),
            Record::Holds(name) => holds.push(name),
            Record::Whole(whole) => text = Some(whole),
            Record::Edit(edit) => {
                let now = text
                    .take()
                    .or_else(|| String::from_utf8(base.clone()?).ok());
                text = Some(applied(now?, &edit)?);
            }
        }
    }
    let base = base?;
    let text = text.filter(|text| text.as_bytes() != base);
    Some(Replayed {
        file,
        base,
        holds,
        text,
    })
}

/// An edit that does not fit is damage that no checksum saw: nothing after it can be trusted.
fn applied(mut text: String, edit: &TextEdit) -> Option<String> {
    text.get(edit.range.clone())?;
    edit.apply_to(&mut text);
    Some(text)
}

fn decode(bytes: &[u8]) -> Option<(Record, &[u8])> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let head = std::str::from_utf8(&bytes[..end]).ok()?;
    let mut words = head.split(' ');
    let (kind, length, sum) = (words.next()?, words.next()?, words.next()?);
    let length: usize = length.parse().ok()?;
    let rest = &bytes[end + 1..];
    let content = rest.get(..length)?;
    let after = rest.get(length..)?.strip_prefix(b"\n")?;
    let is_sound = u64::from_str_radix(sum, 16) == Ok(checksum(content));
    let record = Record::of(*kind.as_bytes().first()?, content).filter(|_| is_sound)?;
    Some((record, after))
}

/// FNV-1a of 64 bits: finds torn and damaged records, and is the same in every release.
fn checksum(bytes: &[u8]) -> u64 {
    let step = |sum: u64, byte: &u8| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn log(texts: &[&str]) -> Vec<u8> {
        let mut log = beginning(&[
            Record::File(b"/maps/a\xff.ron".to_vec()),
            Record::Base(texts[0].as_bytes().to_vec()),
        ]);
        for pair in texts.windows(2) {
            log.extend(encode(&Record::Edit(TextEdit::between(pair[0], pair[1]))));
        }
        log
    }

    fn text(log: &[u8]) -> Option<String> {
        replay(log)?.text
    }

    #[test]
    fn the_text_is_what_was_typed_last() {
        let log = log(&["a\nb", "a\nümlaut\nb", "a\nümlaut\nb!"]);
        let replayed = replay(&log).expect("a log");
        assert_eq!(replayed.file.as_deref(), Some(&b"/maps/a\xff.ron"[..]));
        assert_eq!(replayed.base, b"a\nb");
        assert_eq!(replayed.text.as_deref(), Some("a\nümlaut\nb!"));
    }

    #[test]
    fn a_torn_log_gives_what_was_whole() {
        let whole = log(&["a", "ab", "abc"]);
        let shorter = log(&["a", "ab"]);
        assert_eq!(text(&whole[..whole.len() - 1]).as_deref(), Some("ab"));
        assert_eq!(text(&whole[..shorter.len()]).as_deref(), Some("ab"));
        assert_eq!(text(&shorter[..shorter.len() - 1]), None);
        assert_eq!(replay(b"touchline-recovery 1\n"), None);
        assert_eq!(replay(b"something else"), None);
    }

    #[test]
    fn a_damaged_record_ends_the_log() {
        let mut damaged = log(&["a", "ab", "abc", "abcd"]);
        let at = log(&["a", "ab"]).len() + 25;
        damaged[at] ^= 1;
        assert_eq!(text(&damaged).as_deref(), Some("ab"));
    }

    #[test]
    fn what_is_no_utf_8_can_be_replaced_whole() {
        let mut log = beginning(&[Record::Base(b"\xff".to_vec())]);
        assert_eq!(text(&log), None);
        log.extend(encode(&Record::Whole("new".to_owned())));
        assert_eq!(text(&log).as_deref(), Some("new"));
    }

    #[test]
    fn a_text_that_came_back_to_its_base_is_no_change() {
        assert_eq!(text(&log(&["a", "ab", "a"])), None);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_panic(
            texts in prop::collection::vec("[aü🏨\n\"]{0,9}", 1..6),
            cut in any::<prop::sample::Index>(),
            flip in any::<prop::sample::Index>(),
        ) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let mut log = log(&texts);
            let at = flip.index(log.len());
            log[at] ^= 0x20;
            log.truncate(cut.index(log.len() + 1));
            if let Some(text) = replay(&log).and_then(|it| it.text) {
                prop_assert!(texts.contains(&text.as_str()));
            }
        }
    }
}
