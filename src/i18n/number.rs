//! Numbers and dates as people of a language write them: `1,234.5` and `2026-09-30` in English,
//! `1’234.5` and `30.09.2026` in German (Switzerland). Knows no units.

use super::Lang;

/// The minus sign of display; files and tables for programs keep the hyphen.
const MINUS: char = '−';

/// A number with this many decimals, rounded. What rounds to nothing has no sign.
pub fn number(lang: Lang, value: f64, decimals: usize) -> String {
    let rounded = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = match rounded.split_once('.') {
        Some((whole, fraction)) => (whole, format!(".{fraction}")),
        None => (rounded.as_str(), String::new()),
    };
    let is_below = value < 0.0 && rounded.contains(|digit| matches!(digit, '1'..='9'));
    let sign = if is_below {
        MINUS.to_string()
    } else {
        String::new()
    };
    format!("{sign}{}{fraction}", grouped(lang, whole))
}

/// A number that always says its side: `+30.0`, `−13.0`, and `0.0`.
pub fn signed(lang: Lang, value: f64, decimals: usize) -> String {
    let text = number(lang, value, decimals);
    let is_above = value > 0.0 && text.contains(|digit| matches!(digit, '1'..='9'));
    if is_above { format!("+{text}") } else { text }
}

/// A number with as many decimals as it needs, at most two.
pub fn plain(lang: Lang, value: f64) -> String {
    let text = number(lang, value, 2);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A day `YYYY-MM-DD`; a text that is none stays as it is.
pub fn date(lang: Lang, day: &str) -> String {
    let mut parts = day.split('-');
    match (lang, parts.next(), parts.next(), parts.next(), parts.next()) {
        (Lang::De, Some(year), Some(month), Some(day), None) => format!("{day}.{month}.{year}"),
        _ => day.to_owned(),
    }
}

/// A whole number with a real minus sign, ungrouped: ratings and emotions.
pub fn whole(number: i64) -> String {
    number.to_string().replace('-', "−")
}

/// A whole number that says its side, the minus as long as the plus: `+2`, `0`, `−2`.
pub fn signed_whole(number: i64) -> String {
    if number > 0 {
        format!("+{number}")
    } else {
        whole(number)
    }
}

/// A figure with at most one decimal: `1,234.5`, `30`.
pub fn figure(lang: Lang, value: f64) -> String {
    let text = number(lang, value, 1);
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

/// Digits in groups of three from the right; those of `NaN` and `inf` stay together.
fn grouped(lang: Lang, digits: &str) -> String {
    let separator = match lang {
        Lang::En => ',',
        Lang::De => '’',
    };
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use Lang::{De, En};

    #[test]
    fn numbers_are_grouped_and_have_a_real_minus() {
        for (value, decimals, en, de) in [
            (1234.5, 1, "1,234.5", "1’234.5"),
            (-1234567.0, 0, "−1,234,567", "−1’234’567"),
            (999.96, 1, "1,000.0", "1’000.0"),
            (100.0, 0, "100", "100"),
            (-0.04, 1, "0.0", "0.0"),
            (-0.05, 2, "−0.05", "−0.05"),
            (0.0, 0, "0", "0"),
        ] {
            assert_eq!(number(En, value, decimals), en);
            assert_eq!(number(De, value, decimals), de);
        }
        assert_eq!(number(En, f64::INFINITY, 1), "inf");
    }

    #[test]
    fn signs_are_said_but_of_nothing() {
        assert_eq!(signed(En, 30.0, 1), "+30.0");
        assert_eq!(signed(En, -13.0, 0), "−13");
        assert_eq!(signed(En, 0.04, 1), "0.0");
        assert_eq!(signed(En, -0.04, 1), "0.0");
    }

    #[test]
    fn plain_numbers_have_the_decimals_they_need() {
        for (value, text) in [
            (40.0, "40"),
            (17.5, "17.5"),
            (29.333, "29.33"),
            (1000.0, "1,000"),
            (-2.0, "−2"),
        ] {
            assert_eq!(plain(En, value), text);
        }
    }

    #[test]
    fn dates_are_turned_round_in_german() {
        assert_eq!(date(En, "2026-09-30"), "2026-09-30");
        assert_eq!(date(De, "2026-09-30"), "30.09.2026");
        assert_eq!(date(De, "soon"), "soon");
    }
}
