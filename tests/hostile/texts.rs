//! Texts that would act on a terminal, and journeys in which they stand wherever a text can stand.

use touchline::journey::fields::Type;
use touchline::journey::{Parsed, read};
use touchline::ron_text::{Node, quote};

use super::context;

/// What a terminal acts on, or what hides in a text or turns it round.
pub(super) const PIECES: [&str; 16] = [
    "\u{1b}[2J\u{1b}[H",
    "\u{1b}]0;title\u{7}",
    "\u{1b}]8;;http://evil.example\u{1b}\\link\u{1b}]8;;\u{1b}\\",
    "\u{1b}]52;c;ZXZpbA==\u{7}",
    "\u{1b}P+q544e\u{1b}\\",
    "\u{1b}[?1049h\u{1b}[31m",
    "\u{9b}31m\u{9d}0;c1\u{9c}",
    "\u{0}\u{7}\u{8}\u{b}\u{c}\u{e}\u{7f}",
    "over\rwritten",
    "\u{202e}evil\u{202c}",
    "\u{2066}left\u{2069}\u{200e}\u{200f}\u{61c}",
    "zero\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}width",
    "soft\u{ad}\u{180e}\u{34f}",
    "a\u{2028}b\u{2029}c\u{85}d",
    "\u{e0041}\u{e0042}\u{e007f}",
    "\u{fe0f}\u{fff9}\u{115f}\u{3164}",
];

/// Marks on one letter.
const MARKS: usize = 10_000;

/// All pieces one after the other, without those that no file name can have.
pub(super) fn name() -> String {
    PIECES.concat().replace(['\0', '/'], "")
}

/// A letter with more marks than anybody writes.
pub(super) fn tower() -> String {
    format!("e{}", "\u{301}".repeat(MARKS))
}

/// Whether a terminal may not be sent this, spelled apart from the code under test.
pub(super) fn is_dangerous(c: char) -> bool {
    let is_bidi = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{61C}');
    let is_hidden = matches!(
        c,
        '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}' | '\u{180E}' | '\u{34F}'
    ) || matches!(
        c,
        '\u{2028}' | '\u{2029}' | '\u{FFF9}' | '\u{115F}' | '\u{3164}' | '\u{E0000}'..='\u{E0FFF}'
    );
    c.is_control() || is_bidi || is_hidden
}

/// Which texts of a journey become hostile.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Which {
    /// Names and texts: the journey stays one without errors.
    Words,
    /// Ids, references and dates too.
    All,
}

/// The journey with hostile texts, half of them as they are and half as escapes, and in comments.
pub(super) fn hostile(journey: &str, which: Which) -> String {
    let parsed = read(journey.to_owned(), &context());
    let mut texts: Vec<Node<'_>> = nodes(&parsed);
    texts.retain(|node| node.is_text() && may_change(&parsed, *node, which));
    texts.sort_by_key(|node| std::cmp::Reverse(node.span().start));
    let mut text = journey.to_owned();
    for (at, node) in texts.into_iter().enumerate() {
        let old = node.text().unwrap_or_default();
        let piece = PIECES[at % PIECES.len()];
        let tower = if at % 97 == 0 { tower() } else { String::new() };
        let new = format!("{piece}{tower}{old}");
        let written = match at / PIECES.len() % 2 {
            0 => quote(&new),
            _ => format!("\"{}\"", new.replace('\\', "\\\\").replace('"', "\\\"")),
        };
        text.replace_range(node.span(), &written);
    }
    let comment = PIECES.concat().replace(['\r', '\u{85}'], "");
    text.replace("schema: 1,", &format!("// {comment}\n    schema: 1,"))
}

fn may_change(parsed: &Parsed, node: Node<'_>, which: Which) -> bool {
    let place = parsed.index.place(node);
    let above = place.up();
    let field = parsed.field_of(&place);
    let field = field.or_else(|| above.and_then(|it| parsed.field_of(&it)));
    let is_words = field.is_none_or(|it| matches!(it.of, Type::Line | Type::Text | Type::Texts));
    is_words || which == Which::All
}

fn nodes(parsed: &Parsed) -> Vec<Node<'_>> {
    let mut nodes: Vec<_> = parsed.tree.root().into_iter().collect();
    let mut next = 0;
    while let Some(&node) = nodes.get(next) {
        nodes.extend(node.children());
        next += 1;
    }
    nodes
}

/// A shipped journey.
pub(super) fn shipped(name: &str) -> String {
    file(&format!("journeys/{name}.ron"))
}

/// A small journey with something of everything.
pub(super) fn small() -> String {
    file("tests/fixtures/documents/rich.ron")
}

fn file(path: &str) -> String {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/");
    std::fs::read_to_string(root.to_owned() + path).unwrap()
}

/// The journey with an error in the middle of its hostile texts.
pub(super) fn broken() -> String {
    let text = hostile(&shipped("hotel-stay"), Which::Words);
    let half = text.char_indices().nth(text.chars().count() / 2).unwrap().0;
    text[..half].to_owned()
}
