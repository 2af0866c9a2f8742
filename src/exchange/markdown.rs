//! Texts of a file as text in Markdown: no markup, no HTML, no mention of a person.

use crate::i18n::differences::{Piece, Sentence, Subject};
use crate::text::sanitize_line;

/// A text of the file as text: no markup, no mention of a person and no link to an issue.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in sanitize_line(text).chars() {
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            // An empty comment parts the sign from what would make it a mention or a link.
            '@' | '#' => escaped.extend([&String::from(c), "<!-- -->"]),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' | '!' => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// A text of several lines as one item of a list, its further lines this far in.
pub fn escaped_lines(text: &str, indent: usize) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let lines: Vec<String> = lines.map(|line| flat(&escaped(line))).collect();
    // Two blanks at the end of a line keep its break.
    lines.join(&format!("  \n{}", " ".repeat(indent)))
}

/// A line that begins no list, heading or rule.
fn flat(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let is_numbered = digits > 0 && line[digits..].starts_with(['.', ')']);
    match (is_numbered, line.starts_with(['-', '+', '='])) {
        (true, _) => format!("{}\\{}", &line[..digits], &line[digits..]),
        (_, true) => format!("\\{line}"),
        _ => line.to_owned(),
    }
}

/// What differs in an element, as items of a list.
pub fn subject(subject: &Subject) -> String {
    let told = subject.told.iter().map(|it| sentence(&it.sentence));
    match &subject.element {
        None => told.map(|it| format!("- {it}\n")).collect(),
        Some(_) => {
            let head = format!("- **{}**\n", escaped(subject.name.trim()));
            head + &told.map(|it| format!("  - {it}\n")).collect::<String>()
        }
    }
}

/// A sentence on a difference, its changed words marked.
fn sentence(sentence: &Sentence) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Plain(words) => escaped(words),
        Piece::Gone(words) => format!("<del>{}</del>", escaped(words)),
        Piece::Come(words) => format!("<ins>{}</ins>", escaped(words)),
    };
    sentence.0.iter().map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_of_a_file_is_markup_or_calls_somebody() {
        for (text, expected) in [
            ("a*b*_c_", "a\\*b\\*\\_c\\_"),
            ("<img src=x>", "&lt;img src=x&gt;"),
            ("[x](y)`z`", "\\[x\\](y)\\`z\\`"),
            ("@ann #12", "@<!-- -->ann #<!-- -->12"),
            ("a\n# b", "a↵#<!-- --> b"),
            ("5 % – «ja»", "5 % – «ja»"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }

    #[test]
    fn lines_stay_lines_and_begin_nothing() {
        for (text, expected) in [
            ("one\n\n   two", "one  \n  two"),
            ("- a\n+ b\n=== ", "\\- a  \n  \\+ b  \n  \\==="),
            (
                "1. a\n2) b\n3 c\n1.5",
                "1\\. a  \n  2\\) b  \n  3 c  \n  1\\.5",
            ),
            ("<b>\n\u{1b}[2J", "&lt;b&gt;  \n  ⟦U+001B⟧\\[2J"),
            ("", ""),
        ] {
            assert_eq!(escaped_lines(text, 2), expected);
        }
    }
}
