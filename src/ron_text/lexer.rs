//! Where the tokens of RON end: whitespace, comments, identifiers and literals, after the grammar
//! of `ron` 0.12. Every function takes the whole text and an offset, so that a part of it can be
//! looked at again later; none looks at what a token means.

use unicode_ident::{is_xid_continue, is_xid_start};

use super::scalar::{self, Place, escape};
use super::{NodeKind, SyntaxError, SyntaxErrorKind};

type Result<T> = std::result::Result<T, SyntaxError>;

pub(super) fn byte(text: &str, at: usize) -> Option<u8> {
    text.as_bytes().get(at).copied()
}

pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

pub(super) fn starts_with(text: &str, at: usize, prefix: &str) -> bool {
    text.as_bytes()[at..].starts_with(prefix.as_bytes())
}

/// Whether whitespace or a comment may start with this byte.
pub(super) fn starts_trivia(byte: u8) -> bool {
    matches!(
        byte,
        b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | b'/' | 0x80..
    )
}

/// The offset after whitespace and comments.
pub(super) fn skip_trivia(text: &str, mut at: usize) -> Result<usize> {
    loop {
        at = skip_whitespace(text, at);
        match comment_end(text, at)? {
            Some(end) => at = end,
            None => return Ok(at),
        }
    }
}

fn skip_whitespace(text: &str, mut at: usize) -> usize {
    loop {
        match byte(text, at) {
            Some(b'\n') => at = skip_indent(text.as_bytes(), at + 1),
            Some(b' ' | b'\t' | b'\r' | 0x0B | 0x0C) => at += 1,
            Some(0x80..) => match char_at(text, at) {
                Some(c) if is_wide_whitespace(c) => at += c.len_utf8(),
                _ => return at,
            },
            _ => return at,
        }
    }
}

// Indentation is a large part of a file, so it is taken in big steps.
fn skip_indent(bytes: &[u8], mut at: usize) -> usize {
    while bytes[at..].starts_with(b"    ") {
        at += 4;
    }
    at
}

fn is_wide_whitespace(c: char) -> bool {
    matches!(
        c,
        '\u{85}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}'
    )
}

/// The end of the comment that starts at `at`, if one does. A line comment ends before its LF.
pub(super) fn comment_end(text: &str, at: usize) -> Result<Option<usize>> {
    if byte(text, at) != Some(b'/') {
        return Ok(None);
    }
    match byte(text, at + 1) {
        Some(b'/') => Ok(Some(line_end(text, at))),
        Some(b'*') => block_comment_end(text, at).map(Some),
        _ => Err(unexpected(text, at)),
    }
}

/// The offset of the next LF, or the end of the text.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let rest = &text.as_bytes()[at..];
    at + rest.iter().position(|&b| b == b'\n').unwrap_or(rest.len())
}

fn block_comment_end(text: &str, start: usize) -> Result<usize> {
    let bytes = text.as_bytes();
    let mut depth = 1usize;
    let mut at = start + 2;
    while depth > 0 {
        match (bytes.get(at), bytes.get(at + 1)) {
            (Some(b'/'), Some(b'*')) => (depth, at) = (depth + 1, at + 2),
            (Some(b'*'), Some(b'/')) => (depth, at) = (depth - 1, at + 2),
            (Some(_), _) => at += 1,
            (None, _) => {
                let opener = start..start + 2;
                return Err(SyntaxError::new(opener, SyntaxErrorKind::UnclosedComment));
            }
        }
    }
    Ok(at)
}

/// The error for the character at `at`: at a line's start it may be the rest of a merge conflict.
pub(super) fn unexpected(text: &str, at: usize) -> SyntaxError {
    let starts_line = at == 0 || byte(text, at - 1) == Some(b'\n');
    let marker = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"]
        .iter()
        .any(|marker| starts_with(text, at, marker));
    if starts_line && marker {
        return SyntaxError::new(
            at..line_end(text, at).min(at + 7),
            SyntaxErrorKind::ConflictMarker,
        );
    }
    match char_at(text, at) {
        Some(c) => SyntaxError::new(
            at..at + c.len_utf8(),
            SyntaxErrorKind::UnexpectedCharacter(c),
        ),
        None => SyntaxError::at(at, SyntaxErrorKind::ExpectedValue),
    }
}

/// A literal that starts with a letter and so could be taken for an identifier.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Prefix {
    Bytes,
    Byte,
    RawBytes,
    RawString,
}

fn literal_prefix(text: &str, at: usize) -> Option<Prefix> {
    let bytes = text.as_bytes().get(at..)?;
    match bytes {
        [b'b', b'"', ..] => Some(Prefix::Bytes),
        [b'b', b'\'', ..] => Some(Prefix::Byte),
        [b'b', b'r', b'"' | b'#', ..] => Some(Prefix::RawBytes),
        [b'r', b'"', ..] | [b'r', b'#', b'"' | b'#', ..] => Some(Prefix::RawString),
        _ => None,
    }
}

/// The end of the identifier at `at`, plain or raw (`r#…`).
pub(super) fn ident_end(text: &str, at: usize) -> Option<usize> {
    let first = byte(text, at)?;
    if matches!(first, b'b' | b'r') && literal_prefix(text, at).is_some() {
        return None;
    }
    if first == b'r' && starts_with(text, at, "r#") {
        let end = end_while(text, at + 2, is_raw_ident_char);
        return (end > at + 2).then_some(end);
    }
    let starts = match first {
        b'_' | b'a'..=b'z' | b'A'..=b'Z' => true,
        0x80.. => char_at(text, at).is_some_and(is_xid_start),
        _ => false,
    };
    starts.then(|| end_while(text, at, is_xid_continue))
}

fn is_raw_ident_char(c: char) -> bool {
    matches!(c, '.' | '+' | '-') || is_xid_continue(c)
}

fn end_while(text: &str, at: usize, accept: fn(char) -> bool) -> usize {
    let bytes = &text.as_bytes()[at..];
    let fast = at
        + bytes
            .iter()
            .take_while(|b| IS_PLAIN[usize::from(**b)])
            .count();
    match byte(text, fast) {
        // What nearly always follows, and no identifier holds.
        None | Some(b':' | b'(' | b',' | b')' | b'\n' | b' ') => fast,
        Some(_) => {
            let rest = &text[fast..];
            fast + rest.find(|c| !accept(c)).unwrap_or(rest.len())
        }
    }
}

/// The bytes that are ASCII and part of any identifier.
const IS_PLAIN: [bool; 256] = {
    let mut table = [false; 256];
    let mut b: u8 = 0;
    while b < 0x80 {
        table[b as usize] = b.is_ascii_alphanumeric() || b == b'_';
        b += 1;
    }
    table
};

/// The name an identifier token stands for: `r#` cut.
pub(super) fn ident_name(token: &str) -> &str {
    token.strip_prefix("r#").unwrap_or(token)
}

/// Kind and end of the scalar at `at`, identifiers apart; `None` when no scalar starts here.
pub(super) fn scalar(text: &str, at: usize) -> Result<Option<(NodeKind, usize)>> {
    let (kind, end) = match byte(text, at) {
        Some(b'"') => (
            NodeKind::String,
            quoted_end(text, at, at + 1, Place::String)?,
        ),
        Some(b'\'') => (NodeKind::Char, char_end(text, at, at + 1, Place::Char)?),
        Some(b'0'..=b'9' | b'+' | b'-' | b'.') => number_or_range(text, at)?,
        Some(b'b' | b'r') => match literal_prefix(text, at) {
            Some(prefix) => prefixed(text, at, prefix)?,
            None => return Ok(None),
        },
        _ => return Ok(None),
    };
    Ok(Some((kind, end)))
}

fn prefixed(text: &str, at: usize, prefix: Prefix) -> Result<(NodeKind, usize)> {
    Ok(match prefix {
        Prefix::Bytes => (NodeKind::Bytes, quoted_end(text, at, at + 2, Place::Bytes)?),
        Prefix::Byte => number_or_range(text, at)?,
        Prefix::RawBytes => (NodeKind::Bytes, raw_end(text, at, at + 2)?),
        Prefix::RawString => (NodeKind::RawString, raw_end(text, at, at + 1)?),
    })
}

/// The end of a quoted literal that starts at `start` and whose inside starts at `at`.
fn quoted_end(text: &str, start: usize, mut at: usize, place: Place) -> Result<usize> {
    let bytes = text.as_bytes();
    loop {
        let rest = &bytes[at..];
        let Some(stop) = rest.iter().position(|&b| b == b'"' || b == b'\\') else {
            return Err(SyntaxError::new(
                start..start + 1,
                SyntaxErrorKind::UnclosedString,
            ));
        };
        at += stop;
        if bytes[at] == b'"' {
            return Ok(at + 1);
        }
        at += 1 + escape_len(text, at, place)?;
    }
}

/// Bytes of the escape whose backslash stands at `at`, the backslash not counted.
fn escape_len(text: &str, at: usize, place: Place) -> Result<usize> {
    match escape(&text[at + 1..], place) {
        Some((_, used)) => Ok(used),
        None => {
            let escaped = char_at(text, at + 1).map_or(0, char::len_utf8);
            let span = at..at + 1 + escaped;
            Err(SyntaxError::new(span, SyntaxErrorKind::BadEscape))
        }
    }
}

/// The end of a raw literal that starts at `start` and whose hashes start at `at`.
fn raw_end(text: &str, start: usize, at: usize) -> Result<usize> {
    let bytes = text.as_bytes();
    let hashes = hashes_at(bytes, at);
    let mut at = at + hashes;
    if byte(text, at) != Some(b'"') {
        return Err(unexpected(text, at));
    }
    at += 1;
    while let Some(quote) = bytes[at..].iter().position(|&b| b == b'"') {
        at += quote + 1;
        let found = hashes_at(bytes, at).min(hashes);
        at += found;
        if found == hashes {
            return Ok(at);
        }
    }
    Err(SyntaxError::new(
        start..start + 1,
        SyntaxErrorKind::UnclosedString,
    ))
}

fn hashes_at(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().take_while(|&&b| b == b'#').count()
}

/// The end of a character or byte literal that starts at `start`; its inside starts at `at`.
fn char_end(text: &str, start: usize, at: usize, place: Place) -> Result<usize> {
    let bad = || SyntaxError::new(start..at, SyntaxErrorKind::BadChar);
    let close = match char_at(text, at).ok_or_else(bad)? {
        '\\' => at + 1 + escape_len(text, at, place)?,
        c if place == Place::Byte && !c.is_ascii() => return Err(bad()),
        c => at + c.len_utf8(),
    };
    match byte(text, close) {
        Some(b'\'') => Ok(close + 1),
        _ => Err(bad()),
    }
}

/// A number, a byte literal, or a range of them: `1..2`, `1..=2`, `1..`, `..2`, `..=2`, `..`.
pub(super) fn number_or_range(text: &str, at: usize) -> Result<(NodeKind, usize)> {
    let (kind, end) = if starts_with(text, at, "..") {
        (NodeKind::Range, at)
    } else {
        number(text, at)?
    };
    if !starts_with(text, end, "..") {
        return Ok((kind, end));
    }
    let inclusive = byte(text, end + 2) == Some(b'=');
    let end = end + 2 + usize::from(inclusive);
    if inclusive || is_number_start(text, end) {
        return Ok((NodeKind::Range, number(text, end)?.1));
    }
    Ok((NodeKind::Range, end))
}

fn is_number_start(text: &str, at: usize) -> bool {
    match byte(text, at) {
        Some(b'0'..=b'9' | b'+' | b'-' | b'.') => true,
        Some(b'b') => literal_prefix(text, at) == Some(Prefix::Byte),
        _ => ident_end(text, at).is_some_and(|end| is_float_name(&text[at..end])),
    }
}

/// Whether this identifier is a float: `inf`, `NaN` and their typed forms.
pub(super) fn is_float_name(token: &str) -> bool {
    scalar::FLOAT_NAMES.contains(&token)
}

fn number(text: &str, at: usize) -> Result<(NodeKind, usize)> {
    if literal_prefix(text, at) == Some(Prefix::Byte) {
        return Ok((NodeKind::Byte, char_end(text, at, at + 2, Place::Byte)?));
    }
    let end = number_end(text.as_bytes(), at);
    match scalar::number_kind(&text[at..end]) {
        Some(kind) => Ok((kind, end)),
        None => Err(SyntaxError::new(at..end, SyntaxErrorKind::BadNumber)),
    }
}

/// The end of everything that looks like one number; `..` belongs to a range.
fn number_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(&b) = bytes.get(at) {
        let inside = b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'+' | b'-');
        if !inside || bytes[at..].starts_with(b"..") {
            break;
        }
        at += 1;
    }
    at
}
