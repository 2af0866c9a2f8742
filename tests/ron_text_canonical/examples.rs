//! What becomes of single texts, one question each.

use crate::rules::{journey, plain, read};
use touchline::ron_text::{Flow, Node, Rules, WIDTH, canonical};

/// The form of each text, and the form of that.
fn table(form: fn(&str) -> String, rows: &[(&str, &str)]) {
    for (text, expected) in rows {
        let found = form(text);
        assert_eq!(&found, expected, "of {text:?}:\n{found}");
        assert_eq!(&form(expected), expected, "twice, of {text:?}");
    }
}

fn opened(text: &str) -> String {
    canonical(&read(text), &Opened)
}

/// Every container is opened, and its items have anchors.
struct Opened;

impl Rules for Opened {
    type Shape = ();

    fn root(&self, _: Node<'_>) {}

    fn child(&self, (): (), _: Node<'_>) {}

    fn name(&self, (): (), _: Node<'_>) -> Option<&'static str> {
        Some("N")
    }

    fn flow(&self, (): (), _: Node<'_>) -> Flow {
        Flow::Open
    }

    fn anchor(&self, (): (), node: Node<'_>) -> Option<String> {
        Some(node.field("id")?.text()?.into_owned())
    }
}

#[test]
fn spaces_and_commas() {
    table(
        plain,
        &[
            ("1", "1"),
            (" \n 1 \n\n", "1\n"),
            ("A", "A"),
            ("( )", "()"),
            ("A ( )", "A()"),
            ("[ ]\n", "[]\n"),
            ("{ }", "{}"),
            ("(a:1,b :2,)", "(a: 1, b: 2)"),
            ("A (\n  1,\n  2,\n)", "A(1, 2)"),
            ("{\"a\":1,2:[3 ,4],}", "{\"a\": 1, 2: [3, 4]}"),
            ("r#type(r#fn: r#if)", "r#type(r#fn: r#if)"),
            ("(1,)", "(1)"),
        ],
    );
}

#[test]
fn opened_containers() {
    table(
        opened,
        &[
            ("[1,2]", "[\n    1,\n    2,\n]"),
            (
                "A(b:[],c:(),d:{})",
                "A(\n    b: [],\n    c: N(),\n    d: {},\n)",
            ),
            ("[[1]]", "[\n    [\n        1,\n    ],\n]"),
            ("{1:(2)}", "{\n    1: N(\n        2,\n    ),\n}"),
            ("{(a:1):2}", "{\n    N(\n        a: 1,\n    ): 2,\n}"),
            ("Some(1)", "Some(1)"),
            ("Some([1])", "Some([\n    1,\n])"),
            (
                "A(a:Some(Some([1])))",
                "A(\n    a: Some(Some([\n        1,\n    ])),\n)",
            ),
        ],
    );
}

#[test]
fn scalars_keep_their_spelling_but_for_strings() {
    table(
        plain,
        &[
            (
                "[0x1F,1_000,-.5,+1,1e3,inf,-NaN,1u8]",
                "[0x1F, 1_000, -.5, +1, 1e3, inf, -NaN, 1u8]",
            ),
            (
                "['a','\\n',b'x',b\"\\x00\",true]",
                "['a', '\\n', b'x', b\"\\x00\", true]",
            ),
            (
                "[r\"a\\b\",r#\"a\"b\"#,br\"c\"]",
                "[r\"a\\b\", r#\"a\"b\"#, br\"c\"]",
            ),
            ("[1..2,..=3,..]", "[1..2, ..=3, ..]"),
            ("\"a\\'b\\u{e4}\\x41\"", "\"a'bäA\""),
            ("\"a\nb\tc\\\n   d\"", "\"a\\nb\\tcd\""),
            (
                "\"\\x7f\\u{0085}\\r\\0«\"",
                "\"\\u{7f}\\u{85}\\u{d}\\u{0}«\"",
            ),
            ("\"é😀\u{200b}\"", "\"é😀\u{200b}\""),
        ],
    );
}

#[test]
fn strings_are_quoted_where_they_must_be() {
    table(
        plain,
        &[
            ("\"\u{7f}\"", "\"\\u{7f}\""),
            ("\"\u{85}\"", "\"\\u{85}\""),
            ("\"\t\r\n\"", "\"\\t\\u{d}\\n\""),
            ("\"\\\"\\\\\"", "\"\\\"\\\\\""),
        ],
    );
}

#[test]
fn comments_have_a_home() {
    table(
        plain,
        &[
            // On one line: before or behind their item.
            (
                "[/* a */ 1 /* b */, /* c */ 2]",
                "[/* a */ 1 /* b */, /* c */ 2]",
            ),
            ("[1, /* a */\n2]", "[1 /* a */, 2]"),
            ("[1,\n/* a */\n\n2]", "[1, /* a */ 2]"),
            ("(a /* x */ : /* y */ 1)", "(/* x */ /* y */ a: 1)"),
            ("(a: B /* x */ (1))", "(/* x */ a: B(1))"),
            (
                "{ 1 /* x */ : /* y */ 2 /* z */ }",
                "{/* x */ /* y */ 1: 2 /* z */}",
            ),
            (
                "{ A /* x */ (1) /* y */: B /* z */ () }",
                "{/* x */ /* y */ /* z */ A(1): B()}",
            ),
            ("(a: Some(/* x */ 1))", "(a: Some(/* x */ 1))"),
            // A line comment opens.
            ("[1, // a\n2 // b\n]", "[\n    1, // a\n    2, // b\n]"),
            ("[ // a\n1]", "[\n    // a\n    1,\n]"),
            ("[1 // a\n, 2]", "[\n    1, // a\n    2,\n]"),
            ("[1\n// a\n, 2]", "[\n    1, // a\n    2,\n]"),
            ("[1 /* a */, // b\n2]", "[\n    1, /* a */ // b\n    2,\n]"),
            (
                "[1 // a\n, // b\n2]",
                "[\n    // a\n    // b\n    1,\n    2,\n]",
            ),
            ("(a // x\n : 1)", "(\n    // x\n    a: 1,\n)"),
            (
                "[Some(// x\n1)]",
                "[\n    Some(\n        // x\n        1,\n    ),\n]",
            ),
            (
                "[Some(1 // x\n)]",
                "[\n    Some(\n        1, // x\n    ),\n]",
            ),
            // So does one of several lines, whose text stays.
            ("[/* a\n b */ 1]", "[\n    /* a\n b */\n    1,\n]"),
            ("[1, /* a\n b */\n2]", "[\n    1, /* a\n b */\n    2,\n]"),
            (
                "[1, /* a\n b */ 2]",
                "[\n    1,\n    /* a\n b */\n    2,\n]",
            ),
            // And one that no item owns.
            ("[/* a */]", "[\n    /* a */\n]"),
            ("A( // a\n)", "A(\n    // a\n)"),
            (
                "[1,\n// a\n\n// b\n\n]",
                "[\n    1,\n    // a\n\n    // b\n]",
            ),
            // Around the whole.
            ("/* a */ 1 /* b */", "/* a */\n1 /* b */"),
            ("\n\n// a\n\n\n1\n\n// b\n\n", "// a\n\n1\n\n// b\n"),
            ("A /* a */ (1)", "/* a */\nA(1)"),
            ("// a  \n1 // b \t", "// a\n1 // b"),
            ("1 // /* a", "1 // /* a"),
        ],
    );
}

#[test]
fn blank_lines_of_the_author_stay() {
    table(
        opened,
        &[
            ("[\n\n1,\n\n\n2,\n3,\n\n]", "[\n    1,\n\n    2,\n    3,\n]"),
            (
                "[1,\n\n// a\n\n// b\n2]",
                "[\n    1,\n\n    // a\n\n    // b\n    2,\n]",
            ),
            (
                "[1,\n// head\n\n// b\nA /* c */ ()]",
                "[\n    1,\n    // head\n\n    // b\n    /* c */\n    A(),\n]",
            ),
            (
                "[1,\n// head\n\nA /* c */ ()]",
                "[\n    1,\n    // head\n\n    /* c */\n    A(),\n]",
            ),
        ],
    );
}

#[test]
fn anchors_close_what_spans_lines() {
    table(
        opened,
        &[
            (
                "[(id:\"a\")]",
                "[\n    N(\n        id: \"a\",\n    ), // ^a\n]",
            ),
            // Stale, doubled or missing its comma.
            (
                "[(id:\"a\"), // ^b\n]",
                "[\n    N(\n        id: \"a\",\n    ), // ^a\n]",
            ),
            (
                "[(\nid:\"a\") // ^b\n, // ^c\n]",
                "[\n    N(\n        id: \"a\",\n    ), // ^a\n]",
            ),
            // A comment of the author makes room.
            (
                "[\n\n0,\n\n(id:\"a\"), /* x */ // see ^a\n]",
                "[\n    0,\n\n    /* x */\n    // see ^a\n    N(\n        id: \"a\",\n    ), // ^a\n]",
            ),
            (
                "[(id:\"a\"), //^a\n]",
                "[\n    //^a\n    N(\n        id: \"a\",\n    ), // ^a\n]",
            ),
            // No slug: no anchor, and what looks like one is the author's.
            (
                "[(id:\"A\"), // ^b\n]",
                "[\n    N(\n        id: \"A\",\n    ), // ^b\n]",
            ),
            ("[(id:\"\")]", "[\n    N(\n        id: \"\",\n    ),\n]"),
            ("(id:\"a\")", "N(\n    id: \"a\",\n) // ^a"),
            // So does what an option holds.
            (
                "Some((id:\"a\") // ^b\n)",
                "Some(\n    N(\n        id: \"a\",\n    ), // ^a\n)",
            ),
        ],
    );
    let long = "a".repeat(64);
    assert!(opened(&format!("[(id:\"{long}\")]")).contains("// ^"));
    assert!(!opened(&format!("[(id:\"{long}a\")]")).contains("// ^"));
}

#[test]
fn an_element_that_shrank_to_one_line_loses_its_anchor() {
    table(
        journey,
        &[
            (
                "Journey(channels: [\nChannel(\n  id: \"a\",\n), // ^a\n])",
                "Journey(\n    channels: [\n        Channel(id: \"a\"),\n    ],\n)",
            ),
            (
                "Journey(channels: [\nChannel(id: \"a\"), // ^a\n])",
                "Journey(\n    channels: [\n        Channel(id: \"a\"), // ^a\n    ],\n)",
            ),
        ],
    );
}

#[test]
fn the_header_comes_line_by_line() {
    table(
        plain,
        &[
            ("#![enable(implicit_some)]1", "#![enable(implicit_some)]\n1"),
            (
                "# ! [ enable ( unwrap_newtypes , implicit_some, ) ] #![type=\"a,b\"]\n\n\n1",
                "#![enable(unwrap_newtypes, implicit_some)]\n#![type = \"a,b\"]\n\n1",
            ),
            (
                "// a\n\n#![enable(/* b */implicit_some)] // c\n// d\n1",
                "// a\n\n/* b */\n#![enable(implicit_some)] // c\n// d\n1",
            ),
            (
                "#![enable(implicit_some)] /* c */ 1",
                "#![enable(implicit_some)]\n/* c */\n1",
            ),
            (
                "#![enable(implicit_some)](a:Some 1)",
                "#![enable(implicit_some)]\n(a: Some 1)",
            ),
            (
                "#![enable(implicit_some)][Some/* a */Some[1]]",
                "#![enable(implicit_some)]\n[/* a */ Some Some [1]]",
            ),
        ],
    );
}

#[test]
fn line_endings_byte_order_mark_and_final_newline_stay() {
    table(
        opened,
        &[
            ("\u{feff}[1]", "\u{feff}[\n    1,\n]"),
            (
                "[\r\n1, // a\r\n\r\n2]\r\n \r\n",
                "[\r\n    1, // a\r\n\r\n    2,\r\n]\r\n",
            ),
            ("[1,\n2]\r\n", "[\n    1,\n    2,\n]\n"),
            ("\n/* a\r\nb */[1]", "/* a\r\nb */\r\n[\r\n    1,\r\n]"),
        ],
    );
}

/// A list whose only line is as long as `columns`, made of a string of these characters.
fn list_of_width(columns: usize, c: &str) -> String {
    format!("[\"{}\"]", c.repeat(columns - 4))
}

#[test]
fn the_width_counts_characters_to_the_comma() {
    for c in ["a", "ä", "😀"] {
        let fits = list_of_width(WIDTH, c);
        assert_eq!(plain(&fits), fits);
        assert!(plain(&list_of_width(WIDTH + 1, c)).contains('\n'));
        let behind = format!("{fits} /* behind */");
        assert_eq!(plain(&behind), behind);
        let comma_fits = format!("[\n    {}, // behind\n]", list_of_width(WIDTH - 5, c));
        assert_eq!(plain(&comma_fits), comma_fits);
        let too_wide = format!("[{}, // behind\n]", list_of_width(WIDTH - 4, c));
        assert_eq!(plain(&too_wide).lines().count(), 5, "{too_wide}");
    }
}

#[test]
fn brackets_behind_count_too() {
    let some = |columns| format!("Some({})", list_of_width(columns - 6, "a"));
    assert_eq!(plain(&some(WIDTH)), some(WIDTH));
    assert_eq!(plain(&some(WIDTH + 1)).lines().count(), 3);
    // The string alone cannot be opened, and `Some` does not try.
    let long = format!("Some(\"{}\")", "a".repeat(WIDTH));
    assert_eq!(plain(&long), long);
}

#[test]
fn the_innermost_is_opened_last() {
    let inner = list_of_width(106, "a");
    let text = format!("A(b: [{inner}, 1], c: 2)");
    let form = format!("A(\n    b: [{inner}, 1],\n    c: 2,\n)");
    assert_eq!(plain(&text), form);
}

#[test]
fn a_multi_line_literal_opens_what_holds_it() {
    table(
        plain,
        &[
            ("[r\"a\nb\", 1]", "[\n    r\"a\nb\",\n    1,\n]"),
            ("[b\"a\nb\"]", "[\n    b\"a\nb\",\n]"),
            ("{r\"a\nb\": [1]}", "{\n    r\"a\nb\": [1],\n}"),
            ("Some(r\"a\nb\")", "Some(r\"a\nb\")"),
            ("['\n']", "[\n    '\n',\n]"),
            ("[b'\n']", "[\n    b'\n',\n]"),
        ],
    );
}

#[test]
fn the_width_is_that_of_the_last_line_of_a_literal() {
    let long = "a".repeat(WIDTH);
    let text = format!("{{\n    r\"{long}\nb\": [1],\n}}");
    assert_eq!(plain(&text), text);
}

#[test]
fn what_cannot_be_read_stays() {
    for text in ["", "[1", "[1 2]", "\"a", "(a: 1,, )"] {
        let tree = touchline::ron_text::Tree::read(text.to_owned());
        assert!(tree.error().is_some(), "{text:?}");
        assert_eq!(canonical(&tree, &Opened), text);
    }
}

#[test]
fn the_deepest_text_is_written() {
    let depth = touchline::ron_text::MAX_DEPTH;
    let text = format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    let form = opened(&text);
    assert_eq!(form.lines().count(), 2 * depth + 1);
    assert_eq!(opened(&form), form);
}
