//! Numbers as a person reads them. Knows no metric and no unit.

use crate::i18n::Lang;

/// A whole number with its sign, the minus as long as the plus: `+2`, `0`, `−2`.
pub(super) fn signed(number: i64) -> String {
    match number {
        ..0 => format!("−{}", number.unsigned_abs()),
        0 => "0".to_owned(),
        _ => format!("+{number}"),
    }
}

/// A figure with at most one decimal, thousands marked as the language does: `1,234.5`, `1’234.5`.
pub(super) fn figure(value: f64, lang: Lang) -> String {
    let plain = format!("{:.1}", value.abs());
    let (whole, tenth) = plain.split_once('.').unwrap_or((&plain, "0"));
    let sign = if value < 0.0 && plain != "0.0" {
        "−"
    } else {
        ""
    };
    let decimals = if tenth == "0" {
        String::new()
    } else {
        format!(".{tenth}")
    };
    format!("{sign}{}{decimals}", grouped(whole, lang))
}

fn grouped(digits: &str, lang: Lang) -> String {
    let mark = match lang {
        Lang::En => ',',
        Lang::De => '’',
    };
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(mark);
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_says_the_direction() {
        let written = [-2, 0, 3, i64::MIN].map(signed);
        assert_eq!(written, ["−2", "0", "+3", "−9223372036854775808"]);
    }

    #[test]
    fn figures_are_short_and_grouped_as_the_language_does() {
        for (value, en, de) in [
            (0.0, "0", "0"),
            (-0.04, "0", "0"),
            (17.5, "17.5", "17.5"),
            (54.25, "54.2", "54.2"),
            (-1234.5, "−1,234.5", "−1’234.5"),
            (1_000_000.0, "1,000,000", "1’000’000"),
        ] {
            assert_eq!(figure(value, Lang::En), en);
            assert_eq!(figure(value, Lang::De), de);
        }
    }
}
