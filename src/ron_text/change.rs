//! Changes of a text: the one way a document changes. They know nothing of RON.

use std::ops::Range;

/// Replaces the bytes `range` of a text by `text`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextEdit {
    /// Bytes of the old text, at character boundaries.
    pub range: Range<usize>,
    /// What stands there afterwards.
    pub text: String,
}

impl TextEdit {
    pub(super) fn new(range: Range<usize>, text: impl Into<String>) -> Self {
        Self {
            range,
            text: text.into(),
        }
    }

    pub(super) fn insertion(at: usize, text: impl Into<String>) -> Self {
        Self::new(at..at, text)
    }

    /// The smallest single edit that turns `old` into `new`; for equal texts one that does
    /// nothing.
    pub fn between(old: &str, new: &str) -> Self {
        let start = common_prefix(old, new);
        let end = common_suffix(&old[start..], &new[start..]);
        Self::new(start..old.len() - end, &new[start..new.len() - end])
    }

    /// The edit that takes this one back; `old` is the text it is made for.
    pub fn inverse(&self, old: &str) -> Self {
        let end = self.range.start + self.text.len();
        Self::new(self.range.start..end, &old[self.range.clone()])
    }

    /// Changes `text` in place.
    pub fn apply_to(&self, text: &mut String) {
        text.replace_range(self.range.clone(), &self.text);
    }
}

/// Applies edits that ascend, do not overlap, and all count in bytes of `text`.
pub fn apply(text: &str, edits: &[TextEdit]) -> String {
    let added: usize = edits.iter().map(|edit| edit.text.len()).sum();
    let mut result = String::with_capacity(text.len() + added);
    let mut done = 0;
    for edit in edits {
        result.push_str(&text[done..edit.range.start]);
        result.push_str(&edit.text);
        done = edit.range.end;
    }
    result.push_str(&text[done..]);
    result
}

/// Makes one edit of those that touch, so that their order cannot matter.
pub(super) fn join_touching(edits: Vec<TextEdit>) -> Vec<TextEdit> {
    let mut joined: Vec<TextEdit> = Vec::with_capacity(edits.len());
    for edit in edits {
        match joined.last_mut() {
            Some(last) if last.range.end == edit.range.start => {
                last.range.end = edit.range.end;
                last.text.push_str(&edit.text);
            }
            _ => joined.push(edit),
        }
    }
    joined
}

// Whole texts are compared after each edit: equal blocks are one `memcmp` each.
const BLOCK: usize = 4096;

// Both texts have the same bytes up to here, so a boundary in one is one in the other.
fn common_prefix(a: &str, b: &str) -> usize {
    let (a_bytes, b_bytes) = (a.as_bytes(), b.as_bytes());
    let blocks = a_bytes.chunks(BLOCK).zip(b_bytes.chunks(BLOCK));
    let start = equal_len(blocks);
    let bytes = a_bytes[start..].iter().zip(&b_bytes[start..]);
    let mut len = start + bytes.take_while(|(a, b)| a == b).count();
    while !a.is_char_boundary(len) {
        len -= 1;
    }
    len
}

fn common_suffix(a: &str, b: &str) -> usize {
    let (a_bytes, b_bytes) = (a.as_bytes(), b.as_bytes());
    let blocks = a_bytes.rchunks(BLOCK).zip(b_bytes.rchunks(BLOCK));
    let end = equal_len(blocks);
    let bytes = a_bytes[..a.len() - end].iter().rev();
    let bytes = bytes.zip(b_bytes[..b.len() - end].iter().rev());
    let mut len = end + bytes.take_while(|(a, b)| a == b).count();
    while !a.is_char_boundary(a.len() - len) {
        len -= 1;
    }
    len
}

fn equal_len<'a>(blocks: impl Iterator<Item = (&'a [u8], &'a [u8])>) -> usize {
    let equal = blocks.take_while(|(a, b)| a == b);
    equal.map(|(block, _)| block.len()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn between_is_minimal_and_on_character_boundaries() {
        for (old, new, start, end, text) in [
            ("", "", 0, 0, ""),
            ("abc", "abc", 3, 3, ""),
            ("abc", "aXc", 1, 2, "X"),
            ("aa", "aaa", 2, 2, "a"),
            ("aaa", "aa", 2, 3, ""),
            // ä is C3 A4, ö is C3 B6, Ĥ is C4 A4.
            ("xäy", "xöy", 1, 3, "ö"),
            ("xä", "xĤ", 1, 3, "Ĥ"),
            ("😀", "😁", 0, 4, "😁"),
        ] {
            let edit = TextEdit::between(old, new);
            assert_eq!(edit, TextEdit::new(start..end, text), "{old} → {new}");
            let mut result = old.to_owned();
            edit.apply_to(&mut result);
            assert_eq!(result, new);
            edit.inverse(old).apply_to(&mut result);
            assert_eq!(result, old);
        }
    }

    #[test]
    fn between_sees_beyond_a_block() {
        let text = "äö".repeat(BLOCK);
        for at in [0, 1, BLOCK / 2, BLOCK, 3 * BLOCK, 4 * BLOCK - 2] {
            let at = at - at % 2;
            let new = format!("{}ü{}", &text[..at], &text[at + 2..]);
            assert_eq!(TextEdit::between(&text, &new).range, at..at + 2);
            let longer = format!("{}-{}", &text[..at], &text[at..]);
            assert_eq!(
                TextEdit::between(&text, &longer),
                TextEdit::insertion(at, "-")
            );
        }
    }

    #[test]
    fn several_edits_count_in_the_old_text() {
        let edits = [
            TextEdit::new(0..1, "AA"),
            TextEdit::insertion(2, "-"),
            TextEdit::new(3..5, ""),
        ];
        assert_eq!(apply("abcde", &edits), "AAb-c");
    }

    #[test]
    fn touching_edits_become_one() {
        let edits = vec![
            TextEdit::insertion(2, ","),
            TextEdit::new(2..4, "x"),
            TextEdit::insertion(5, "y"),
        ];
        let expected = [TextEdit::new(2..4, ",x"), TextEdit::insertion(5, "y")];
        assert_eq!(join_touching(edits), expected);
    }
}
