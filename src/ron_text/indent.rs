//! Re-indentation of pieces of RON: only the whitespace between tokens changes, never the inside
//! of a string or a comment, so that no value and no comment is altered.

use super::lexer;

/// Ends every line of `text` with `newline`, and indents all but the first by `to` instead of
/// `from`. Blank lines get no indentation. `text` starts and ends between tokens.
pub(super) fn reindent(text: &str, from: &str, to: &str, newline: &str) -> String {
    let mut result = String::with_capacity(text.len() + 64);
    let mut done = 0;
    for lf in line_breaks(text) {
        let line = &text[done..lf];
        result.push_str(line.strip_suffix('\r').unwrap_or(line));
        result.push_str(newline);
        let rest = &text[lf + 1..];
        let own = leading_blanks(rest);
        done = lf + 1 + own.len();
        if !rest[own.len()..].starts_with(['\n', '\r']) {
            result.push_str(to);
            result.push_str(&own[common_prefix(own, from)..]);
        }
    }
    result.push_str(&text[done..]);
    result
}

/// The offsets of the LFs that stand between tokens.
fn line_breaks(text: &str) -> impl Iterator<Item = usize> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < text.len() {
            let start = at;
            at = token_end(text, at);
            if text.as_bytes()[start] == b'\n' {
                return Some(start);
            }
        }
        None
    })
}

/// The end of the comment, literal, identifier or else the single character at `at`.
pub(super) fn token_end(text: &str, at: usize) -> usize {
    let comment = lexer::comment_end(text, at).ok().flatten();
    let scalar = || Some(lexer::scalar(text, at).ok()??.1);
    comment
        .or_else(scalar)
        .or_else(|| lexer::ident_end(text, at))
        .unwrap_or_else(|| at + lexer::char_at(text, at).map_or(1, char::len_utf8))
}

fn leading_blanks(text: &str) -> &str {
    let rest = text.trim_start_matches([' ', '\t']);
    &text[..text.len() - rest.len()]
}

fn common_prefix(a: &str, b: &str) -> usize {
    a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_between_tokens_are_indented() {
        for (text, from, to, newline, expected) in [
            ("(\na: 1,\n)", "", "  ", "\n", "(\n  a: 1,\n  )"),
            ("(\n    a: 1,\n  )", "  ", "", "\n", "(\n  a: 1,\n)"),
            (
                "(\n\n  \na: 1\n)",
                "",
                "\t",
                "\r\n",
                "(\r\n\r\n\r\n\ta: 1\r\n\t)",
            ),
            ("[1, // a\r\n  2]", "", "", "\n", "[1, // a\n  2]"),
            ("[1,\n\t2]", "    ", "  ", "\n", "[1,\n  \t2]"),
            ("// c\n  ", "  ", "", "\n", "// c\n"),
        ] {
            assert_eq!(reindent(text, from, to, newline), expected, "{text:?}");
        }
    }

    #[test]
    fn strings_and_comments_keep_their_lines() {
        for text in [
            "\"a\n  b\"",
            "\"\\\"\n\"",
            "r#\"\n\"\n\"#",
            "b\"\n\"",
            "/* a\n /* b\n */ */ 1",
            "r#name",
            "'\"'",
            "b'\"'",
        ] {
            assert_eq!(reindent(text, "", "    ", "\r\n"), text);
        }
    }
}
