//! Grammar and meaning of single scalars: escapes and numbers, exactly as `ron` 0.12 reads them.
//! It sees a scalar's text alone, never what stands around it.

use std::borrow::Cow;

use super::NodeKind;

/// Where an escape stands: RON allows different ones in each.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    String,
    Bytes,
    Char,
    Byte,
}

/// What an escape stands for.
pub(super) enum Escape {
    Char(char),
    /// A byte, which need not be a character.
    Byte,
    /// A backslash at a line's end: the break and the blanks after it vanish.
    Continuation,
}

/// Reads the escape whose backslash stands before `rest`; with the bytes it takes of `rest`.
pub(super) fn escape(rest: &str, place: Place) -> Option<(Escape, usize)> {
    let simple = |c| Some((Escape::Char(c), 1));
    match *rest.as_bytes().first()? {
        c @ (b'\'' | b'"' | b'\\') => simple(char::from(c)),
        b'n' => simple('\n'),
        b'r' => simple('\r'),
        b't' => simple('\t'),
        b'0' => simple('\0'),
        b'x' => hex_escape(rest, place),
        b'u' if place != Place::Byte => unicode_escape(rest),
        b'\n' | b'\r' if matches!(place, Place::String | Place::Bytes) => continuation(rest),
        _ => None,
    }
}

fn continuation(rest: &str) -> Option<(Escape, usize)> {
    let after = rest.strip_prefix("\r\n").or(rest.strip_prefix('\n'))?;
    let kept = after.trim_start_matches([' ', '\t', '\n', '\r']);
    Some((Escape::Continuation, rest.len() - kept.len()))
}

fn hex_escape(rest: &str, place: Place) -> Option<(Escape, usize)> {
    let first = hex_byte(rest)?;
    match place {
        Place::Bytes | Place::Byte => Some((Escape::Byte, 3)),
        Place::Char if !first.is_ascii() => None,
        _ if first.is_ascii() => Some((Escape::Char(char::from(first)), 3)),
        _ => utf8_escape(rest, first),
    }
}

/// A character spelled as the two to four `\x` escapes of its UTF-8 bytes.
fn utf8_escape(rest: &str, first: u8) -> Option<(Escape, usize)> {
    let mut bytes = [first, 0, 0, 0];
    let mut used = 3;
    for len in 2..=4 {
        let next = rest.get(used..)?.strip_prefix('\\')?;
        bytes[len - 1] = hex_byte(next)?;
        used += 4;
        if let Ok(text) = std::str::from_utf8(&bytes[..len]) {
            return Some((Escape::Char(text.chars().next()?), used));
        }
    }
    None
}

/// The two digits after `x`.
fn hex_byte(rest: &str) -> Option<u8> {
    let digits = rest.strip_prefix('x')?.get(..2)?;
    let all_hex = digits.bytes().all(|b| b.is_ascii_hexdigit());
    all_hex.then(|| u8::from_str_radix(digits, 16).ok())?
}

fn unicode_escape(rest: &str) -> Option<(Escape, usize)> {
    let (digits, _) = rest.strip_prefix("u{")?.split_once('}')?;
    let well_formed =
        (1..=6).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_hexdigit());
    let code = well_formed.then(|| u32::from_str_radix(digits, 16).ok())??;
    Some((Escape::Char(char::from_u32(code)?), digits.len() + 3))
}

/// The text of a string literal's inside, escapes resolved; `None` when one of them is malformed.
pub(super) fn unescape(body: &str) -> Option<Cow<'_, str>> {
    let Some(first) = body.find('\\') else {
        return Some(Cow::Borrowed(body));
    };
    let mut text = String::with_capacity(body.len());
    let (plain, mut rest) = body.split_at(first);
    text.push_str(plain);
    while let Some(after) = rest.strip_prefix('\\') {
        let (escape, used) = escape(after, Place::String)?;
        if let Escape::Char(c) = escape {
            text.push(c);
        }
        let after = after.get(used..)?;
        let (plain, next) = after.split_at(after.find('\\').unwrap_or(after.len()));
        text.push_str(plain);
        rest = next;
    }
    Some(Cow::Owned(text))
}

const INTEGER_SUFFIXES: [&str; 10] = [
    "i8", "i16", "i32", "i64", "i128", "u8", "u16", "u32", "u64", "u128",
];

/// Identifiers that are floats.
pub(super) const FLOAT_NAMES: [&str; 6] = ["inf", "inff32", "inff64", "NaN", "NaNf32", "NaNf64"];

/// [`NodeKind::Integer`] or [`NodeKind::Float`]; `None` for what is no number. Ranges of types
/// (`300u8`) are not checked.
pub(super) fn number_kind(token: &str) -> Option<NodeKind> {
    let unsigned = unsigned(token);
    if integer_digits(unsigned).is_some() {
        Some(NodeKind::Integer)
    } else if FLOAT_NAMES.contains(&unsigned) || float_value(token).is_some() {
        Some(NodeKind::Float)
    } else {
        None
    }
}

fn unsigned(token: &str) -> &str {
    token.strip_prefix(['+', '-']).unwrap_or(token)
}

/// Radix and digits (with underscores) of an unsigned integer, prefix and suffix cut.
fn integer_digits(unsigned: &str) -> Option<(u32, &str)> {
    let (radix, rest) = match unsigned.as_bytes() {
        [b'0', b'x', ..] => (16, &unsigned[2..]),
        [b'0', b'o', ..] => (8, &unsigned[2..]),
        [b'0', b'b', ..] => (2, &unsigned[2..]),
        _ => (10, unsigned),
    };
    let (digits, suffix) = rest.split_at(rest.find(['i', 'u']).unwrap_or(rest.len()));
    let valid = digits.chars().all(|c| c == '_' || c.is_digit(radix))
        && !digits.is_empty()
        && !digits.starts_with('_')
        && (suffix.is_empty() || INTEGER_SUFFIXES.contains(&suffix));
    valid.then_some((radix, digits))
}

/// Value of an integer token; `None` outside of `i64`.
pub(super) fn integer_value(token: &str) -> Option<i64> {
    let (radix, digits) = integer_digits(unsigned(token))?;
    let magnitude = i128::from_str_radix(&without_underscores(digits), radix).ok()?;
    let signed = if token.starts_with('-') {
        -magnitude
    } else {
        magnitude
    };
    i64::try_from(signed).ok()
}

/// Value of an integer or float token, rounded to the nearest `f64`.
pub(super) fn number_value(token: &str) -> Option<f64> {
    if let Some((radix, digits)) = integer_digits(unsigned(token)) {
        let digits = without_underscores(digits);
        let magnitude: f64 = match radix {
            10 => digits.parse().ok()?,
            _ => u128::from_str_radix(&digits, radix).ok()? as f64,
        };
        return Some(if token.starts_with('-') {
            -magnitude
        } else {
            magnitude
        });
    }
    float_value(token)
}

fn float_value(token: &str) -> Option<f64> {
    let body = token
        .strip_suffix("f32")
        .or(token.strip_suffix("f64"))
        .unwrap_or(token);
    if FLOAT_NAMES.contains(&unsigned(body)) {
        return body.parse().ok();
    }
    let float_char = |c: char| c.is_ascii_digit() || matches!(c, 'e' | 'E' | '.' | '+' | '-' | '_');
    let valid = body.chars().all(float_char) && underscores_follow_digits(body);
    valid.then(|| without_underscores(body).parse().ok())?
}

/// An underscore may stand once a digit (or exponent mark) was seen since the dot.
fn underscores_follow_digits(body: &str) -> bool {
    let mut allowed = false;
    body.bytes().all(|b| {
        match b {
            b'_' => return allowed,
            b'.' => allowed = false,
            b'0'..=b'9' | b'e' | b'E' => allowed = true,
            _ => {}
        }
        true
    })
}

fn without_underscores(digits: &str) -> Cow<'_, str> {
    if digits.contains('_') {
        Cow::Owned(digits.replace('_', ""))
    } else {
        Cow::Borrowed(digits)
    }
}
