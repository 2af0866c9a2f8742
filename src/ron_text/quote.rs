//! Writing single scalars: the one place that decides how a text is spelled in RON.

use std::borrow::Cow;

use super::lexer;

/// The canonical string literal of a text, in double quotes. Quotes, backslashes and control
/// characters are escaped, all else stands as it is.
pub fn quote(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => literal.extend(['\\', c]),
            '\n' => literal.push_str("\\n"),
            '\t' => literal.push_str("\\t"),
            c if c.is_control() => literal.extend(c.escape_unicode()),
            c => literal.push(c),
        }
    }
    literal.push('"');
    literal
}

/// A name as it stands in RON: `r#` before one that is no plain identifier.
pub(super) fn identifier(name: &str) -> Cow<'_, str> {
    let plain = lexer::ident_end(name, 0) == Some(name.len()) && !name.starts_with("r#");
    if plain {
        Cow::Borrowed(name)
    } else {
        Cow::Owned(format!("r#{name}"))
    }
}

/// A name as it stands in RON, of a field or a variant; `None` where RON cannot spell it.
pub fn spelled_name(name: &str) -> Option<Cow<'_, str>> {
    let spelled = identifier(name);
    (lexer::ident_end(&spelled, 0) == Some(spelled.len())).then_some(spelled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_spelled_or_not_at_all() {
        for (name, spelled) in [
            ("stages", Some("stages")),
            ("grösse", Some("grösse")),
            ("a-b.c", Some("r#a-b.c")),
            ("1st", Some("r#1st")),
            ("two words", None),
            ("", None),
        ] {
            assert_eq!(spelled_name(name).as_deref(), spelled, "{name:?}");
        }
    }

    #[test]
    fn literals_are_canonical() {
        for (text, literal) in [
            ("", r#""""#),
            ("a'b", r#""a'b""#),
            (r#"say "hi" \o/"#, r#""say \"hi\" \\o/""#),
            ("a\nb\tc\r", r#""a\nb\tc\u{d}""#),
            ("\0\u{7f}\u{85}", r#""\u{0}\u{7f}\u{85}""#),
            ("zu Gruß 👩‍👩‍👧 \u{202e}", "\"zu Gruß 👩‍👩‍👧 \u{202e}\""),
        ] {
            assert_eq!(quote(text), literal);
        }
    }

    #[test]
    fn ron_reads_every_character_back() {
        let text: String = ('\0'..=char::MAX).step_by(7).collect();
        let all_low: String = ('\0'..='\u{3000}').collect();
        for text in [text, all_low] {
            assert_eq!(ron::from_str::<String>(&quote(&text)).unwrap(), text);
        }
    }

    #[test]
    fn odd_names_are_raw() {
        for (name, written) in [("a_1", "a_1"), ("a-b", "r#a-b"), ("größe", "größe")] {
            assert_eq!(identifier(name), written);
        }
    }
}
