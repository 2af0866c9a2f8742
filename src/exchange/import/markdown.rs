//! The tables of a Markdown document (GitHub Flavored Markdown 4.10) and what its inline marks mean,
//! as text. A parser of all Markdown would take 0.3 MB of the program. Knows no map.

use super::cells::{Cell, Heading, Table, Tables};
use super::marks::{Numbered, entity, parts};
use super::words::{self, Lane};

/// Marks that wait for their end, at most.
const OPEN: usize = 8;

/// A mark ends within so many bytes, or it is none.
const SOON: usize = 2048;

/// The tables of a document, in its order.
pub(super) fn tables(text: &str) -> Tables {
    let outside = parts(text).outside;
    let mut tables = Tables::default();
    let mut heading: Option<Heading> = None;
    let mut rest = &*outside;
    while let Some(((line, text), behind)) = rest.split_first() {
        let rows = table(rest);
        rest = match rows.len() {
            0 => behind,
            // The line below the head has no row.
            rows => &rest[rows + 1..],
        };
        if !rows.is_empty() {
            let heading = heading.clone();
            tables.tables.push(Table { heading, rows });
        } else if let Some((level, text)) = heading_of(text) {
            if level == 1 && tables.title.is_none() {
                (tables.title, heading) = (Some(text), None);
            } else {
                let (line, goal) = (*line, None);
                heading = Some(Heading { line, text, goal });
            }
        } else if let Some((heading, goal)) = heading.as_mut().zip(goal(text)) {
            heading.goal = Some(goal);
        } else if tables.prose.is_none() && is_prose(text) {
            let text = plain(text);
            tables.prose = Some(Cell { line: *line, text });
        }
    }
    tables
}

/// The text of a heading like `## Book ##`, and its level.
fn heading_of(line: &str) -> Option<(usize, String)> {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    let is_heading = (1..=6).contains(&level) && rest.starts_with([' ', '\t']);
    let text = plain(rest.trim_end_matches('#'));
    (is_heading && !text.is_empty()).then_some((level, text))
}

/// The goal of a line like `Goal: a bed`.
fn goal(line: &str) -> Option<String> {
    let (word, goal) = line.split_once(':')?;
    let goal = plain(goal);
    (words::lane(&plain(word)) == Some(Lane::Goal) && !goal.is_empty()).then_some(goal)
}

/// A line that says something.
fn is_prose(line: &str) -> bool {
    let is_comment = line.starts_with("<!--") && line.ends_with("-->");
    !is_comment && line.contains(char::is_alphanumeric)
}

/// The rows of the table that begins here, its head first; none where there is none.
fn table(lines: &[Numbered<'_>]) -> Vec<Vec<Cell>> {
    let [head, rule, rest @ ..] = lines else {
        return Vec::new();
    };
    let columns = split(head.1).len();
    let are_neighbours = |at: usize| lines[at].0 == head.0 + at;
    if !head.1.contains('|') || !are_neighbours(1) || !is_rule(rule.1, columns) {
        return Vec::new();
    }
    let rows = rest.iter().enumerate();
    let rows = rows.take_while(|(at, row)| are_neighbours(at + 2) && row.1.contains('|'));
    let rows = rows.map(|(_, row)| row);
    [head].into_iter().chain(rows).map(row).collect()
}

/// The line below a head, with a cell of `-` for each column.
fn is_rule(line: &str, columns: usize) -> bool {
    let cells = split(line);
    let is_dashes = |cell: &&str| {
        let dashes = cell.strip_prefix(':').unwrap_or(cell);
        let dashes = dashes.strip_suffix(':').unwrap_or(dashes);
        !dashes.is_empty() && dashes.bytes().all(|it| it == b'-')
    };
    columns > 0 && cells.len() == columns && cells.iter().all(is_dashes)
}

fn row((line, text): &Numbered<'_>) -> Vec<Cell> {
    let cells = split(text).into_iter();
    let cells = cells.map(|cell| Cell::new(*line, plain(&cell.replace("\\|", "|"))));
    cells.collect()
}

/// The cells of a row, with the marks in them.
fn split(row: &str) -> Vec<&str> {
    let row = row.strip_prefix('|').unwrap_or(row);
    let mut cells = Vec::new();
    let (mut start, mut is_escaped) = (0, false);
    for (at, byte) in row.bytes().enumerate() {
        if byte == b'|' && !is_escaped {
            cells.push(row[start..at].trim());
            start = at + 1;
        }
        is_escaped = byte == b'\\' && !is_escaped;
    }
    match row[start..].trim() {
        "" => {}
        last => cells.push(last),
    }
    cells
}

/// What a text with inline marks says. A mark without its end stays.
pub(super) fn plain(text: &str) -> String {
    let mut plain = Plain::default();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = match plain.mark(c, rest) {
            Some(behind) => behind,
            None => {
                plain.text.push(c);
                &rest[c.len_utf8()..]
            }
        };
    }
    let lines = plain.text.lines().map(str::trim);
    let lines: Vec<&str> = lines.filter(|it| !it.is_empty()).collect();
    lines.join("\n")
}

/// A text without its marks, so far.
#[derive(Default)]
struct Plain<'t> {
    text: String,
    /// Marks of emphasis that have no end yet, and where they stand in the text.
    open: Vec<(&'t str, usize)>,
}

impl<'t> Plain<'t> {
    /// Takes in the mark that a text begins with; what stands behind it.
    fn mark(&mut self, c: char, rest: &'t str) -> Option<&'t str> {
        match c {
            '\\' => self.escape(rest),
            '&' => self.code_of_character(rest),
            '<' => self.tag(rest),
            '`' => self.code(rest),
            '*' | '_' | '~' => self.emphasis(c, rest),
            '!' if rest.starts_with("![") => self.link(&rest[1..]),
            '[' => self.link(rest),
            _ => None,
        }
    }

    fn escape(&mut self, rest: &'t str) -> Option<&'t str> {
        let c = rest[1..]
            .chars()
            .next()
            .filter(char::is_ascii_punctuation)?;
        self.text.push(c);
        Some(&rest[2..])
    }

    fn code_of_character(&mut self, rest: &'t str) -> Option<&'t str> {
        let code = rest[1..].strip_prefix('#').unwrap_or(&rest[1..]);
        let (c, behind) = entity(code)?;
        self.text.push(c);
        Some(behind)
    }

    /// A line break, an address, or a mark of HTML, which says nothing.
    fn tag(&mut self, rest: &'t str) -> Option<&'t str> {
        if let Some(comment) = rest.strip_prefix("<!--") {
            return until(comment, "-->").map(|it| it.1);
        }
        let (tag, behind) = until(&rest[1..], ">")?;
        let name = tag.trim_start_matches('/');
        if tag.starts_with("http") || tag.starts_with("mailto:") {
            self.text.push_str(tag);
        } else if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        } else if ["br", "li", "p"].contains(&name.split([' ', '/']).next()?) {
            self.text.push('\n');
        }
        Some(behind)
    }

    fn code(&mut self, rest: &'t str) -> Option<&'t str> {
        let code = rest.trim_start_matches('`');
        let (marks, _) = rest.split_at(rest.len() - code.len());
        let (code, behind) = code.split_once(marks)?;
        self.text.push_str(code);
        Some(behind)
    }

    /// Begins an emphasis or ends one that has begun.
    fn emphasis(&mut self, c: char, rest: &'t str) -> Option<&'t str> {
        let behind = rest.trim_start_matches(c);
        let (marks, _) = rest.split_at(rest.len() - behind.len());
        let [before, next] = [self.text.chars().next_back(), behind.chars().next()];
        let is_letter = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
        let is_blank = |it: Option<char>| it.is_none_or(char::is_whitespace);
        let is_inner = c == '_' && is_letter(before) && is_letter(next);
        let is_none = (c == '~' && marks.len() != 2) || is_inner;
        let begun = self.open.iter().rposition(|(open, _)| *open == marks);
        match begun {
            _ if is_none => self.text.push_str(marks),
            Some(begun) if !is_blank(before) => {
                let (_, at) = self.open[begun];
                self.open.truncate(begun);
                self.text.replace_range(at..at + marks.len(), "");
            }
            _ => {
                if !is_blank(next) && self.open.len() < OPEN {
                    self.open.push((marks, self.text.len()));
                }
                self.text.push_str(marks);
            }
        }
        Some(behind)
    }

    /// A link or a picture by what it is called.
    fn link(&mut self, rest: &'t str) -> Option<&'t str> {
        let end = rest[1..].find(['[', ']'])? + 1;
        let address = rest[end..].strip_prefix("](")?;
        let (_, behind) = until(address, ")")?;
        self.text.push_str(&plain(&rest[1..end]));
        Some(behind)
    }
}

/// What stands before and behind a sign that comes soon.
fn until<'t>(text: &'t str, sign: &str) -> Option<(&'t str, &'t str)> {
    let soon = &text.as_bytes()[..text.len().min(SOON)];
    let mut windows = soon.windows(sign.len());
    let at = windows.position(|it| it == sign.as_bytes())?;
    Some((&text[..at], &text[at + sign.len()..]))
}
