//! Texts of people without what leads to them: e-mail addresses and phone numbers. Names it does
//! not know; a person reads each text before it is taken.

/// Stands for what was taken out.
const BLANK: &str = "[…]";

/// So many digits together are a phone number, or another one that leads to somebody.
const DIGITS: usize = 7;

/// The text with e-mail addresses and phone numbers blanked, on one line.
pub fn redact(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().map(without_address).collect();
    without_numbers(&words.join(" "))
}

/// A word with a letter on both sides of `@`.
fn without_address(word: &str) -> &str {
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let is_address = word.char_indices().any(|(at, letter)| {
        matches!(letter, '@' | '＠')
            && is_letter(word[..at].chars().next_back())
            && is_letter(word[at + letter.len_utf8()..].chars().next())
    });
    if is_address { BLANK } else { word }
}

/// Runs of digits and of what stands between them in phone numbers.
fn without_numbers(text: &str) -> String {
    let is_part = |letter: char| letter.is_numeric() || " ()+-–/.\u{a0}".contains(letter);
    let mut clean = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
        let run = &rest[..end];
        if run.chars().filter(|it| it.is_numeric()).count() >= DIGITS {
            let number = run.trim_matches([' ', '\u{a0}', '.', '-', '–', '/']);
            let at = run.find(number).unwrap_or(0);
            clean += &run[..at];
            clean += BLANK;
            clean += &run[at + number.len()..];
            rest = &rest[end..];
        } else if run.is_empty() {
            clean.push(first);
            rest = &rest[first.len_utf8()..];
        } else {
            clean += run;
            rest = &rest[end..];
        }
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_and_numbers_are_blanked() {
        for (text, expected) in [
            ("Call me: +41 (0)44 123 45 67.", "Call me: […]."),
            ("079/123 45 67 please", "[…] please"),
            (
                "write to ann.other@example.org, thanks",
                "write to […] thanks",
            ),
            ("(mailto:ann@example.org)", "[…]"),
            (
                "Waited 25 minutes\nin room 412",
                "Waited 25 minutes in room 412",
            ),
            ("4 of 5, on 12.3.", "4 of 5, on 12.3."),
            ("@home with a @ b", "@home with a @ b"),
            ("٠١٢٣٤٥٦٧", "[…]"),
        ] {
            assert_eq!(redact(text), expected);
        }
    }

    proptest! {
        #[test]
        fn no_long_number_is_left(text in "[0-9 +()./a-z-]{0,60}") {
            let clean = redact(&text);
            let longest = clean.split(|it: char| !it.is_ascii_digit()).map(str::len).max();
            prop_assert!(longest.unwrap_or(0) < DIGITS, "{}", clean);
        }

        #[test]
        fn any_text_is_taken(text: String) {
            let _ = redact(&text);
        }
    }
}
