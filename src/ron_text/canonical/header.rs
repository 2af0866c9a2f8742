//! What stands before the value of a text: `#![…]` attributes, each on a line of its own.

use super::super::lexer;
use super::Rules;
use super::gaps::{Comment, Gap};
use super::items::Around;
use super::write::Writer;

impl<R: Rules> Writer<'_, R> {
    /// Writes the attributes from `start` on, and gives what stands between the last and the value.
    pub(super) fn header<'t>(&mut self, text: &'t str, start: usize) -> Gap<'t> {
        let (mut gap, mut at) = trivia(text, start);
        while lexer::byte(text, at) == Some(b'#') {
            let attribute = Attribute::read(text, at);
            let mut around = Around::below(gap);
            around.lift(attribute.comments);
            (gap, at) = trivia(text, attribute.end);
            around.behind = gap.take_behind(false);
            self.above(&around);
            self.push_lines(&attribute.text);
            self.behind(&around.behind);
        }
        gap
    }
}

/// The whitespace and comments at `start`, and where they end.
fn trivia(text: &str, start: usize) -> (Gap<'_>, usize) {
    let end = lexer::skip_trivia(text, start).unwrap_or(text.len());
    (Gap::read(text, start..end), end)
}

/// `#![enable(a, b)]`, `#![type = "a"]`
struct Attribute<'t> {
    /// In canonical form.
    text: String,
    comments: Vec<Comment<'t>>,
    end: usize,
}

impl<'t> Attribute<'t> {
    /// Reads the attribute at `start` of a text that is well-formed.
    fn read(text: &'t str, start: usize) -> Attribute<'t> {
        let mut attribute = Attribute {
            text: String::new(),
            comments: Vec::new(),
            end: start,
        };
        let mut comma = false;
        while !attribute.text.ends_with(']') {
            let (gap, at) = trivia(text, attribute.end);
            attribute.comments.extend(gap.comments);
            attribute.end = token_end(text, at);
            match &text[at..attribute.end] {
                "," => comma = true,
                "=" => attribute.text.push_str(" = "),
                token => {
                    let separator = if comma && token != ")" { ", " } else { "" };
                    attribute.text.extend([separator, token]);
                    comma = false;
                }
            }
        }
        attribute
    }
}

fn token_end(text: &str, at: usize) -> usize {
    match lexer::scalar(text, at) {
        Ok(Some((_, end))) => end,
        _ => lexer::ident_end(text, at).unwrap_or(text.len().min(at + 1)),
    }
}
