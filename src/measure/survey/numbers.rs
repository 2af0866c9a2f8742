//! Answers as numbers, and what people write instead of none. Knows no scale.

use crate::journey::sources::Decimal;

/// What says "not answered" everywhere, in small letters.
const NO_ANSWER: &[&str] = &[
    "n/a",
    "na",
    "n.a.",
    "#n/a",
    "nan",
    "null",
    "none",
    "nil",
    "-",
    "--",
    "–",
    "—",
    ".",
    "k.a.",
    "k. a.",
    "keine angabe",
    "keine antwort",
    "weiss nicht",
    "weiß nicht",
    "no answer",
    "no response",
    "not answered",
    "not applicable",
    "don't know",
    "dont know",
    "prefer not to say",
];

/// It says that nothing was answered.
pub fn is_no_answer(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || NO_ANSWER.contains(&text.to_lowercase().as_str())
}

/// The number that stands here, alone or before its label: `4`, `4,5`, `5 – very satisfied`.
pub fn number(text: &str, decimal: Decimal) -> Option<f64> {
    let text = text.trim();
    plain(text, decimal).or_else(|| plain(before_label(text)?, decimal))
}

/// What stands before ` – label`, ` - label`, `: label`, ` (label)` or ` = label`.
fn before_label(text: &str) -> Option<&str> {
    let end =
        text.find(|letter: char| letter.is_whitespace() || matches!(letter, ':' | '=' | '('))?;
    let rest = text[end..].trim_start();
    rest.starts_with(['-', '–', '—', ':', '=', '('])
        .then_some(&text[..end])
}

fn plain(text: &str, decimal: Decimal) -> Option<f64> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let is_plain = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',');
    if digits.is_empty() || digits.len() > 20 || !digits.chars().all(is_plain) {
        return None;
    }
    if !digits.contains(',') && !is_grouped(digits, decimal) {
        return text.parse().ok();
    }
    let (group, point) = match decimal {
        Decimal::Point => (',', '.'),
        Decimal::Comma => ('.', ','),
    };
    let (whole, fraction) = digits.split_once(point).unwrap_or((digits, ""));
    if fraction.contains([',', '.']) || !is_in_groups(whole, group) {
        return None;
    }
    let whole = whole.replace(group, "");
    let sign = if text.starts_with('-') { "-" } else { "" };
    format!("{sign}{whole}.{fraction}0").parse().ok()
}

/// With a decimal comma, a point that has three digits behind it stands between thousands.
fn is_grouped(digits: &str, decimal: Decimal) -> bool {
    let three = digits
        .rsplit('.')
        .next()
        .is_some_and(|tail| tail.len() == 3);
    decimal == Decimal::Comma && digits.contains('.') && three
}

fn is_in_groups(whole: &str, group: char) -> bool {
    let mut parts = whole.split(group);
    let first = parts.next().unwrap_or_default().len();
    (1..=3).contains(&first) && parts.all(|part| part.len() == 3)
        || !whole.contains(group) && first > 0
}

/// Written with a decimal comma, and not to be taken for anything else.
pub fn has_decimal_comma(text: &str) -> bool {
    let parts = text.trim().split_once(',');
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    parts.is_some_and(|(whole, rest)| digits(whole) && digits(rest) && rest.len() < 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        use Decimal::{Comma, Point};
        for (text, decimal, expected) in [
            ("4", Point, Some(4.0)),
            (" 4.0 ", Point, Some(4.0)),
            ("4.0", Comma, Some(4.0)),
            ("4,5", Comma, Some(4.5)),
            ("4,5", Point, None),
            ("1.234,5", Comma, Some(1234.5)),
            ("1.234", Comma, Some(1234.0)),
            ("1,234.5", Point, Some(1234.5)),
            ("-2", Point, Some(-2.0)),
            ("5 – very satisfied", Point, Some(5.0)),
            ("10 (extremely likely)", Point, Some(10.0)),
            ("3: neutral", Point, Some(3.0)),
            ("2 weeks", Point, None),
            ("very satisfied", Point, None),
            ("1/5", Point, None),
            ("1e5", Point, None),
            ("inf", Point, None),
            ("", Point, None),
            (",", Comma, None),
            (".", Point, None),
            ("1,2,3", Comma, None),
            ("01.03.2026", Comma, None),
        ] {
            assert_eq!(number(text, decimal), expected, "{text} {decimal:?}");
        }
    }

    #[test]
    fn nothing_is_said_in_many_ways() {
        for text in ["", "  ", "N/A", "k. A.", "Keine Angabe", "-", "NULL"] {
            assert!(is_no_answer(text), "{text}");
        }
        for text in ["0", "no", "nein", "n"] {
            assert!(!is_no_answer(text), "{text}");
        }
    }

    #[test]
    fn a_decimal_comma_is_recognised() {
        for (text, expected) in [
            ("4,5", true),
            ("4.5", false),
            ("1,234", false),
            ("a,b", false),
        ] {
            assert_eq!(has_decimal_comma(text), expected, "{text}");
        }
    }
}
