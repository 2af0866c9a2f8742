//! Comments and blank lines between the tokens of a text. What they belong to is not decided here.

use std::ops::Range;

use super::super::lexer;

/// A comment, as it is written again.
#[derive(Clone, Debug)]
pub(super) struct Comment<'t> {
    /// The text with its marks; a line comment without the blanks at its end.
    pub(super) text: &'t str,
    /// It starts on another line than what stands before it.
    pub(super) own_line: bool,
    /// There is a blank line before it.
    pub(super) blank: bool,
}

impl Comment<'_> {
    pub(super) fn is_line(&self) -> bool {
        self.text.starts_with("//")
    }

    /// Whether it can stand on one line with what comes before and after it.
    pub(super) fn is_inline(&self) -> bool {
        !self.is_line() && !self.text.contains('\n')
    }

    /// Whether it has the form `// ^slug` of an anchor.
    pub(super) fn is_anchor(&self) -> bool {
        self.text.strip_prefix("// ^").is_some_and(is_slug)
    }
}

/// Whether an id can stand in an anchor: `[a-z0-9][a-z0-9-]{0,63}`.
pub(super) fn is_slug(id: &str) -> bool {
    let inside = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    id.len() <= 64 && id.bytes().all(inside) && !id.is_empty() && !id.starts_with('-')
}

/// What stands between two tokens of a text that is well-formed.
#[derive(Clone, Debug, Default)]
pub(super) struct Gap<'t> {
    pub(super) comments: Vec<Comment<'t>>,
    /// Line ends after the last comment; without comments all of them.
    pub(super) newlines: usize,
}

impl<'t> Gap<'t> {
    /// Reads a range that holds whitespace, comments and at most commas and colons.
    pub(super) fn read(text: &'t str, range: Range<usize>) -> Gap<'t> {
        let mut gap = Gap::default();
        let Range { start: mut at, end } = range;
        if has_slash(&text[at..end]) {
            while let Some(blank) = text[at..end].find('/') {
                gap.newlines += line_ends(&text[at..at + blank]);
                at = gap.comment(text, at + blank);
            }
        }
        gap.newlines += line_ends(&text[at..end]);
        gap
    }

    /// Takes the comment that starts at `start`, and gives its end.
    fn comment(&mut self, text: &'t str, start: usize) -> usize {
        let end = match lexer::comment_end(text, start) {
            Ok(Some(end)) => end,
            _ => start + 1,
        };
        let newlines = std::mem::take(&mut self.newlines);
        self.comments.push(Comment {
            text: comment_text(&text[start..end]),
            own_line: newlines > 0,
            blank: newlines > 1,
        });
        end
    }

    /// Whether a blank line stands at its end.
    pub(super) fn ends_blank(&self) -> bool {
        self.newlines > 1
    }

    /// Splits off what belongs to the item before this gap: the rest of its line. A comment on one
    /// line with the item after it (`is_last`: there is none) belongs to that one.
    pub(super) fn take_behind(&mut self, is_last: bool) -> Vec<Comment<'t>> {
        let rest = match self.comments.iter().position(|comment| comment.own_line) {
            Some(own_line) => self.comments.split_off(own_line),
            None if is_last || self.newlines > 0 => Vec::new(),
            None => return Vec::new(),
        };
        std::mem::replace(&mut self.comments, rest)
    }
}

/// Nearly every gap is short and has none: looking at all bytes is faster than stopping at one.
fn has_slash(text: &str) -> bool {
    text.bytes().fold(false, |any, b| any | (b == b'/'))
}

fn line_ends(text: &str) -> usize {
    text.bytes().filter(|&b| b == b'\n').count()
}

fn comment_text(token: &str) -> &str {
    if token.starts_with("//") {
        token.trim_end()
    } else {
        token
    }
}

/// The comments of a range as [`Gap::read`] takes it.
pub(super) fn comments(text: &str, range: Range<usize>) -> Vec<Comment<'_>> {
    // Between two tokens no comment is shorter than `//` and its line end; the usual gap is `: `.
    if range.len() < 3 {
        return Vec::new();
    }
    Gap::read(text, range).comments
}
