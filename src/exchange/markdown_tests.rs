//! Texts as text in Markdown, in both dialects, and as they are read.

use super::*;
use proptest::prelude::*;

#[test]
fn no_text_of_a_comment_is_markup_or_calls_somebody() {
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
fn a_text_of_a_document_stands_as_it_is_read() {
    for text in [
        "A & B",
        "R&D",
        "clinic_1.ron",
        "5 > 3 < 4, <5 min, <= 2",
        "a * b _ c",
        "[draft] see (x)",
        "@ann #12 C# 100%!",
        "~5 min, ~10 min",
        "$5",
        "Ann | Beat",
        r"C:\temp",
        "– «ja» 1. Stock - 2",
    ] {
        assert_eq!(readable(text), text);
    }
}

#[test]
fn what_would_be_markup_has_a_backslash() {
    for (text, expected) in [
        ("a*b* _c_ x_", r"a\*b\* \_c\_ x\_"),
        ("<img src=x></b><!--", r"\<img src=x>\</b>\<!--"),
        ("<1@x.ch> <", r"\<1@x.ch> \<"),
        ("[x](y) [x][y] [x]", r"[x\](y) [x\][y] [x\]"),
        ("![x](y) [[x]]", r"![x\](y) [[x\]\]"),
        ("&lt;b&gt; &#60; &", r"\&lt;b\&gt; \&#60; &"),
        ("`x` \\* \\", r"\`x\` \\\* \\"),
        ("~~x~~ $x$", r"~\~x\~\~ $x\$"),
        ("Title ##", r"Title #\#"),
        ("a\n# b", "a↵# b"),
    ] {
        assert_eq!(readable(text), expected, "{text}");
    }
}

#[test]
fn lines_stay_lines_and_begin_nothing() {
    for (text, expected) in [
        ("one\n\n   two", "one  \n  two"),
        (
            "- a\n+ b\n=== \n---",
            "\\- a  \n  \\+ b  \n  \\===  \n  \\---",
        ),
        ("1. a\n2) b\n3 c", "1\\. a  \n  2\\) b  \n  3 c"),
        (
            "# a\n## b\n#c\n-5\n> d",
            "\\# a  \n  \\## b  \n  #c  \n  -5  \n  \\> d",
        ),
        ("[ ] a\n[x] b", "\\[ ] a  \n  \\[x] b"),
        ("a | b\n:-- | --", "a | b  \n  \\:-- | --"),
        ("<b>\n\u{1b}[2J", "\\<b>  \n  ⟦U+001B⟧[2J"),
        ("", ""),
    ] {
        assert_eq!(readable_lines(text, 2, true), expected);
    }
    assert_eq!(readable_lines("- a\n- b", 2, false), "- a  \n  \\- b");
}

#[test]
fn changed_words_are_marked_and_marks_touch_nothing() {
    let pieces = || {
        Sentence(vec![
            Piece::Plain("Promise: in".to_owned()),
            Piece::Gone(" 5".to_owned()),
            Piece::Come(" <3".to_owned()),
            Piece::Plain(" days".to_owned()),
        ])
    };
    assert_eq!(
        sentence(&pieces(), &DOCUMENT),
        "Promise: in ~~5~~ **<3** days"
    );
    assert_eq!(
        sentence(&pieces(), &COMMENT),
        "Promise: in <del>5</del> <ins>&lt;3</ins> days"
    );
    let touching = Sentence(vec![
        Piece::Gone("a".to_owned()),
        Piece::Come("b".to_owned()),
        Piece::Gone(" ".to_owned()),
    ]);
    assert_eq!(sentence(&touching, &DOCUMENT), "~~a~~ **b** ");
}

#[test]
fn a_document_is_read_without_its_marks() {
    let read = as_read(
        "# A \\*b\\*\n\n- Date: 1\n\n## To-dos\n\n- [ ] **A & B:** 1\\. x  \n  \\- y\n  - **z** \\\\\n\n### C\n",
    );
    let expected = "\
A *b*
═════
• Date: 1

To-dos
──────
• [ ] A & B: 1. x
  - y
  • z \\

C";
    assert_eq!(read.join("\n"), expected);
}

proptest! {
    #[test]
    fn what_is_read_is_what_was_written(text in r#"([-*_`~$#<>&;\[\]()!|\\:@= .1aä]|\PC){0,30}"#) {
        let text = text.trim();
        prop_assert_eq!(unmarked(&readable(text)), sanitize_line(text));
    }
}
