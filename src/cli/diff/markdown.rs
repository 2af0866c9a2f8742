//! A comparison as Markdown, for a comment on a pull request.

use super::{Compared, names, remark};
use crate::i18n::differences::{Piece, Section, Sentence, Subject};
use crate::i18n::{self, Lang};
use crate::text::sanitize_line;

/// A section with more differences than this is folded.
const FOLDED: usize = 8;

pub(super) fn text(compared: &Compared<'_>, lang: Lang) -> String {
    let mut text = format!("### {}\n\n", escaped(&compared.title));
    text += &format!("{}\n", escaped(&names(compared.pair)));
    if let Some(remark) = remark(compared, lang) {
        text += &format!("\n{}\n", escaped(&remark));
    }
    text.extend(compared.sections.iter().map(|it| section(it, lang)));
    text
}

fn section(section: &Section, lang: Lang) -> String {
    let heading = escaped(&section.heading);
    let list: String = section.subjects.iter().map(subject).collect();
    let count = section.subjects.iter().map(|it| it.told.len()).sum();
    if count <= FOLDED {
        return format!("\n**{heading}**\n\n{list}");
    }
    let summary = i18n::diff_changes(lang, &heading, count);
    format!("\n<details>\n<summary>{summary}</summary>\n\n{list}\n</details>\n")
}

fn subject(subject: &Subject) -> String {
    let told = subject.told.iter().map(|it| sentence(&it.sentence));
    match &subject.element {
        None => told.map(|it| format!("- {it}\n")).collect(),
        Some(_) => {
            let head = format!("- **{}**\n", escaped(subject.name.trim()));
            head + &told.map(|it| format!("  - {it}\n")).collect::<String>()
        }
    }
}

fn sentence(sentence: &Sentence) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Plain(words) => escaped(words),
        Piece::Gone(words) => format!("<del>{}</del>", escaped(words)),
        Piece::Come(words) => format!("<ins>{}</ins>", escaped(words)),
    };
    sentence.0.iter().map(piece).collect()
}

/// A text of the file as text: no markup, no mention of a person and no link to an issue.
fn escaped(text: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::escaped;

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
}
