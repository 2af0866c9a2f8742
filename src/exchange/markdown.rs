//! Texts of a file as text in Markdown: no markup, no HTML. In a comment of a forge they call nobody
//! either; in a document they stand as they would be read, and only what would become markup there
//! has a backslash.

use crate::i18n::differences::{Piece, Sentence, Subject};
use crate::text::{sanitize_line, width};

/// How texts of a file stand in Markdown.
pub struct Dialect {
    /// A text as text.
    text: fn(&str) -> String,
    /// Around words of the old version alone.
    gone: [&'static str; 2],
    /// Around words of the new version alone.
    come: [&'static str; 2],
}

/// For a comment on a pull request.
pub const COMMENT: Dialect = Dialect {
    text: escaped,
    gone: ["<del>", "</del>"],
    come: ["<ins>", "</ins>"],
};

/// For a file or a mail that people read as it stands, too.
pub const DOCUMENT: Dialect = Dialect {
    text: readable,
    gone: ["~~", "~~"],
    come: ["**", "**"],
};

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

/// A text of the file as text inside of a line: a backslash stands before what would be markup there
/// and nowhere else. Text of others may follow, so the end of the text may go on with anything.
pub fn readable(text: &str) -> String {
    let text = sanitize_line(text);
    let mut readable = String::new();
    let mut before = None;
    for (at, c) in text.char_indices() {
        if is_markup(&text[..at], before, c, &text[at + c.len_utf8()..]) {
            readable.push('\\');
        }
        readable.push(c);
        before = Some(c);
    }
    readable
}

/// This sign between these texts would be markup.
fn is_markup(text: &str, before: Option<char>, sign: char, rest: &str) -> bool {
    let behind = rest.chars().next();
    let is_blank = |it: Option<char>| it.is_some_and(char::is_whitespace);
    let is_apart = is_blank(before) && is_blank(behind);
    let letters = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
    match sign {
        '`' => true,
        '\\' => behind.is_none_or(|it| it.is_ascii_punctuation()),
        '*' => !is_apart,
        '_' => !(is_apart || letters(before) && letters(behind)),
        // Without an end there is no beginning.
        '~' => before.is_some() && !is_blank(before),
        '$' => text.contains('$') && !is_blank(before),
        ']' => behind.is_none_or(|it| "([]:".contains(it)),
        '<' => behind.is_none_or(opens_tag) || rest.contains('@'),
        '&' => is_entity(rest),
        '#' => rest.is_empty() && before.is_none_or(|it| it == '#' || it.is_whitespace()),
        _ => false,
    }
}

fn opens_tag(behind: char) -> bool {
    behind.is_ascii_alphabetic() || matches!(behind, '/' | '!' | '?')
}

/// What stands behind an `&` makes it another sign: `&lt;`, `&#60;`.
fn is_entity(rest: &str) -> bool {
    let name = rest.split_once(';').map(|(name, _)| name);
    name.is_some_and(|name| {
        let letters = name.strip_prefix('#').unwrap_or(name);
        !letters.is_empty() && letters.bytes().all(|it| it.is_ascii_alphanumeric())
    })
}

/// A text of several lines as one item of a list, its further lines this far in. `at_start`: nothing
/// stands before it in the item.
pub fn readable_lines(text: &str, indent: usize, at_start: bool) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let line = |(at, line): (usize, &str)| match at > 0 || at_start {
        true => flat(&readable(line)),
        false => readable(line),
    };
    let lines: Vec<String> = lines.enumerate().map(line).collect();
    // Two blanks at the end of a line keep its break.
    lines.join(&format!("  \n{}", " ".repeat(indent)))
}

/// A line that begins no list, heading, quote, box to tick, table or rule.
fn flat(line: &str) -> String {
    let first = line.chars().next().unwrap_or_default();
    let behind = line.trim_start_matches(first).chars().next();
    let ends = behind.is_none_or(char::is_whitespace);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let is_number = digits > 0 && line[digits..].starts_with(['.', ')']);
    let is_box = ["[ ]", "[x]", "[X]"].iter().any(|it| line.starts_with(it));
    let is_table = line.chars().all(|it| "-:| ".contains(it));
    let is_block = match first {
        '-' | '+' | '=' | '#' => ends,
        '>' => true,
        _ => is_box || (is_table && !line.is_empty()),
    };
    match (is_number, is_block) {
        (true, _) => format!("{}\\{}", &line[..digits], &line[digits..]),
        (_, true) => format!("\\{line}"),
        _ => line.to_owned(),
    }
}

/// What differs in an element, as items of a list.
pub fn subject(subject: &Subject, dialect: &Dialect) -> String {
    let told = subject.told.iter();
    let told = told.map(|it| sentence(&it.sentence, dialect));
    match &subject.element {
        None => told.map(|it| format!("- {it}\n")).collect(),
        Some(_) => {
            let head = format!("- **{}**\n", (dialect.text)(subject.name.trim()));
            head + &told.map(|it| format!("  - {it}\n")).collect::<String>()
        }
    }
}

/// A sentence on a difference, its changed words marked.
fn sentence(sentence: &Sentence, dialect: &Dialect) -> String {
    let mut text = String::new();
    let mut touches = false;
    for piece in &sentence.0 {
        let (words, [open, close]) = match piece {
            Piece::Plain(words) => (words, ["", ""]),
            Piece::Gone(words) => (words, dialect.gone),
            Piece::Come(words) => (words, dialect.come),
        };
        // A mark that touches a blank, or another mark, would be none.
        let inner = words.trim_matches(' ');
        let is_marked = !open.is_empty() && !inner.is_empty();
        let is_blank = words.starts_with(' ') || (is_marked && touches);
        text.push_str(if is_blank { " " } else { "" });
        match is_marked {
            true => text.extend([open, &(dialect.text)(inner), close]),
            false => text.push_str(&(dialect.text)(inner)),
        }
        let is_blank = words.ends_with(' ') && !inner.is_empty();
        text.push_str(if is_blank { " " } else { "" });
        touches = is_marked && !is_blank;
    }
    text
}

/// A document of [`DOCUMENT`]s texts as one would read it: its marks are gone, the larger headings
/// stand over a line instead of a blank one, the boxes and the signs of lists stay.
pub fn as_read(document: &str) -> Vec<String> {
    let mut read = Vec::new();
    let mut is_below_heading = false;
    for line in document.lines() {
        if !(line.is_empty() && is_below_heading) {
            read.extend(line_as_read(line));
        }
        is_below_heading = line.starts_with('#');
    }
    read
}

fn line_as_read(line: &str) -> Vec<String> {
    let line = line.trim_end();
    let text = line.trim_start();
    let indent = &line[..line.len() - text.len()];
    let bare = text.trim_start_matches('#');
    if let Some(heading) = bare.strip_prefix(' ').filter(|_| bare.len() < text.len()) {
        let heading = unmarked(heading);
        let rule = match text.len() - bare.len() {
            1 => "═".repeat(width(&heading)),
            2 => "─".repeat(width(&heading)),
            _ => return vec![heading],
        };
        return vec![heading, rule];
    }
    vec![match text.strip_prefix("- ") {
        Some(item) => format!("{indent}• {}", unmarked(item)),
        None => format!("{indent}{}", unmarked(text)),
    }]
}

/// A text without the signs of bold type and without the backslashes that keep signs as they are.
fn unmarked(text: &str) -> String {
    let mut read = String::new();
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => read.push(signs.next_if(char::is_ascii_punctuation).unwrap_or(sign)),
            '*' if signs.next_if_eq(&'*').is_some() => {}
            _ => read.push(sign),
        }
    }
    read
}

#[cfg(test)]
#[path = "markdown_tests.rs"]
mod tests;
