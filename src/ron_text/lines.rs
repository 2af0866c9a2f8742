//! The text as lines: positions for people, line endings, indentation, conflict markers.
//! A line ends at LF; what stands on it as RON is not looked at.

use std::ops::Range;

use super::{MAX_BYTES, Tree};

/// A place as people count it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1; a byte order mark is none.
    pub column: usize,
}

impl Tree {
    /// The place of a byte offset; one inside a character or beyond the end is moved back.
    pub fn position(&self, offset: usize) -> Position {
        let text = self.text();
        let offset = floor_char_boundary(text, offset);
        let starts = self.line_starts();
        let line = starts.partition_point(|&start| start as usize <= offset);
        let start = starts.get(line - 1).map_or(0, |&start| start as usize);
        let before = &text[start..offset];
        let before = match start {
            0 => before.strip_prefix(BOM).unwrap_or(before),
            _ => before,
        };
        Position {
            line,
            column: before.chars().count() + 1,
        }
    }

    /// The text of a line (from 1) without its line ending and byte order mark; empty beyond the
    /// end.
    pub fn line(&self, line: usize) -> &str {
        let starts = self.line_starts();
        let Some(&start) = line.checked_sub(1).and_then(|index| starts.get(index)) else {
            return "";
        };
        let rest = &self.text()[start as usize..];
        let whole = rest.split('\n').next().unwrap_or_default();
        let whole = whole.strip_suffix('\r').unwrap_or(whole);
        match line {
            1 => whole.strip_prefix(BOM).unwrap_or(whole),
            _ => whole,
        }
    }

    /// `"\r\n"` if the first line ends so, else `"\n"`.
    pub fn newline(&self) -> &'static str {
        match self.text().split_once('\n') {
            Some((first, _)) if first.ends_with('\r') => "\r\n",
            _ => "\n",
        }
    }

    // Made at the first question and kept: findings ask for a position each. Texts too large to
    // be read have their lines counted up to that size.
    fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let ends = self.text().bytes().take(MAX_BYTES).zip(1u32..);
            let after_lf = ends.filter(|&(byte, _)| byte == b'\n');
            std::iter::once(0)
                .chain(after_lf.map(|(_, next)| next))
                .collect()
        })
    }
}

pub(super) const BOM: &str = "\u{FEFF}";

fn floor_char_boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The offset at which the line of `at` starts, a byte order mark skipped.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    match text[..at].rfind('\n') {
        Some(lf) => lf + 1,
        None => text[..at].strip_prefix(BOM).map_or(0, |_| BOM.len()),
    }
}

/// The spaces and tabs that start the line of `at`.
pub(super) fn indent(text: &str, at: usize) -> &str {
    let line = &text[line_start(text, at)..];
    let rest = line.trim_start_matches([' ', '\t']);
    &line[..line.len() - rest.len()]
}

/// The first marker of a merge conflict whose three markers stand on lines of their own, even
/// inside a string: its first seven characters.
pub(super) fn conflict_marker(text: &str) -> Option<Range<usize>> {
    // `contains` is vectorised, and nearly every text ends here.
    if !text.contains("<<<<<<< ") {
        return None;
    }
    let mut at = 0;
    let mut lines = text.split_inclusive('\n').map(|line| {
        let start = at;
        at += line.len();
        (start, line.trim_end_matches(['\n', '\r']))
    });
    let (start, _) =
        lines.find(|(_, line)| line.trim_start_matches(BOM).starts_with("<<<<<<< "))?;
    lines.find(|(_, line)| *line == "=======")?;
    lines.find(|(_, line)| line.starts_with(">>>>>>> "))?;
    let start = start
        + if text[start..].starts_with(BOM) {
            BOM.len()
        } else {
            0
        };
    Some(start..start + 7)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Tree {
        Tree::read(text.to_owned())
    }

    #[test]
    fn positions_count_characters_and_lf() {
        let tree = read("\u{FEFF}äb\r\nc\rd\n\n");
        let at = |offset| {
            let Position { line, column } = tree.position(offset);
            (line, column)
        };
        assert_eq!(
            [at(0), at(3), at(5), at(6)],
            [(1, 1), (1, 1), (1, 2), (1, 3)]
        );
        assert_eq!(at(4), (1, 1), "inside a character: its start");
        assert_eq!([at(8), at(10), at(11)], [(2, 1), (2, 3), (2, 4)]);
        assert_eq!([at(12), at(13), at(999)], [(3, 1), (4, 1), (4, 1)]);
    }

    #[test]
    fn lines_come_without_ending() {
        let tree = read("\u{FEFF}a\r\nb\rc\n\nd");
        let lines: Vec<_> = (0..7).map(|line| tree.line(line)).collect();
        assert_eq!(lines, ["", "a", "b\rc", "", "d", "", ""]);
    }

    #[test]
    fn the_first_line_ending_decides() {
        for (text, newline) in [
            ("", "\n"),
            ("a\nb\r\n", "\n"),
            ("a\r\nb\n", "\r\n"),
            ("a\rb\n", "\n"),
        ] {
            assert_eq!(read(text).newline(), newline, "{text:?}");
        }
    }

    #[test]
    fn indentation_is_detected() {
        for (text, unit) in [
            ("(a: 1)", "    "),
            ("(\n  a: 1,\n      b: 2)", "  "),
            ("(\na: [\n\t\t1,\n])", "\t\t"),
            ("(/* c\n      */ a: 1,\n  b: 2)", "  "),
            ("  (\n     a: 1\n  )", "   "),
            ("\u{FEFF}\n(a: [1,\n  2])", "  "),
            ("// c\r\n(\r\n      a: 1\r\n)", "      "),
        ] {
            assert_eq!(read(text).indent_unit(), unit, "{text:?}");
        }
    }
}
