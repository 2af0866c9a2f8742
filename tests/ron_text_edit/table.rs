//! Single cases, each with the exact text it must give.

use touchline::ron_text::{
    EditError, Node, SyntaxErrorKind, TextEdit, Tree, apply, fragment, has_comment_beside, insert,
    insert_field, leading_comments, move_item, quote, remove, rename_field, rename_struct, set,
    trailing_comment,
};

/// The node at a path of field names and indices: `stages.0.name`; the root at `""`.
fn at<'t>(tree: &'t Tree, path: &str) -> Node<'t> {
    let steps = path.split('.').filter(|step| !step.is_empty());
    steps.fold(tree.root().unwrap(), |node, step| {
        let child = match step.parse::<usize>() {
            Ok(index) => node.children().nth(index),
            Err(_) => node.field(step),
        };
        child.unwrap_or_else(|| panic!("no {step} in {}", node.raw()))
    })
}

fn read(text: &str) -> Tree {
    let tree = Tree::read(text.to_owned());
    assert_eq!(tree.error(), None, "{text}");
    tree
}

/// Applies edits, and holds what is true of every one: ascending, readable, reversible.
fn applied(tree: &Tree, edits: &[TextEdit]) -> String {
    let ascending = |pair: &[TextEdit]| pair[0].range.end < pair[1].range.start;
    assert!(edits.windows(2).all(ascending), "{edits:?}");
    let result = apply(tree.text(), edits);
    read(&result);
    result
}

fn removed(text: &str, path: &str) -> String {
    let tree = read(text);
    applied(&tree, &remove(at(&tree, path)))
}

fn inserted(text: &str, list: &str, index: usize, item: &str) -> String {
    let tree = read(text);
    let edits = insert(at(&tree, list), index, item, false).unwrap();
    applied(&tree, &edits)
}

fn moved(text: &str, item: &str, list: &str, index: usize) -> String {
    let tree = read(text);
    let edits = move_item(at(&tree, item), at(&tree, list), index, true).unwrap();
    applied(&tree, &edits)
}

#[test]
fn set_changes_the_value_alone() {
    for (text, path, value, expected) in [
        (
            "(a: 1, /* b */ b: 2) // c",
            "a",
            "-3",
            "(a: -3, /* b */ b: 2) // c",
        ),
        (
            "[\n\t(a: 1),\r\n]",
            "0.a",
            "[\n    2,\n]",
            "[\n\t(a: [\n\t    2,\n\t]),\r\n]",
        ),
        (
            "(\r\n  a: 1,\r\n)",
            "a",
            "(\n  b: \"x\ny\",\n)",
            "(\r\n  a: (\r\n    b: \"x\ny\",\r\n  ),\r\n)",
        ),
        ("\u{FEFF}1", "", "2", "\u{FEFF}2"),
        (
            "#![enable(implicit_some)]Some 1",
            "0",
            "x",
            "#![enable(implicit_some)]Some x",
        ),
        (
            "#![enable(implicit_some)]Some 1",
            "0",
            "()",
            "#![enable(implicit_some)]Some (())",
        ),
        (
            "#![enable(implicit_some)]Some\"\"",
            "0",
            "1",
            "#![enable(implicit_some)]Some(1)",
        ),
    ] {
        let tree = read(text);
        assert_eq!(applied(&tree, &set(at(&tree, path), value)), expected);
    }
}

#[test]
fn quoted_texts_read_back() {
    let tree = read("(a: 1)");
    let edits = set(at(&tree, "a"), &quote("»ä\"\\\n\t\0«"));
    let result = read(&applied(&tree, &edits));
    assert_eq!(at(&result, "a").text().unwrap(), "»ä\"\\\n\t\0«");
}

#[test]
fn names_change_alone() {
    let tree = read(
        "Old(a /* x */: (b: 1), r#c-d: New, 'x': 1)"
            .replace(", 'x': 1", "")
            .as_str(),
    );
    let field = |path, name| applied(&tree, &rename_field(at(&tree, path), name));
    assert_eq!(field("a", "b"), "Old(b /* x */: (b: 1), r#c-d: New)");
    assert_eq!(field("c-d", "e-f"), "Old(a /* x */: (b: 1), r#e-f: New)");
    let name = |path, name| applied(&tree, &rename_struct(at(&tree, path), name));
    assert_eq!(name("", "Fresh"), "Fresh(a /* x */: (b: 1), r#c-d: New)");
    assert_eq!(
        name("a", "Fresh"),
        "Old(a /* x */: Fresh(b: 1), r#c-d: New)"
    );
    assert_eq!(name("c-d", "Fresh"), "Old(a /* x */: (b: 1), r#c-d: Fresh)");
    assert!(rename_struct(at(&tree, "a.b"), "No").is_empty());
    assert!(rename_field(tree.root().unwrap(), "no").is_empty());
}

#[test]
fn removal_takes_whole_lines() {
    for (text, path, expected) in [
        ("[\n  1,\n  2, // two\n  3,\n]", "1", "[\n  1,\n  3,\n]"),
        (
            "[\n  1,\n  // two\n  /* 2 */ 2,\n  3,\n]",
            "1",
            "[\n  1,\n  3,\n]",
        ),
        ("[\n  1,\n  2\n]", "1", "[\n  1,\n]"),
        ("[\n  1,  \n  2,\t\n  3\n]", "1", "[\n  1,  \n  3\n]"),
        ("[\r\n  1,\r\n  2,\r\n]", "0", "[\r\n  2,\r\n]"),
        (
            "(\n  a: 1, // a\n\n  // b\n  b: 2,\n)",
            "a",
            "(\n  // b\n  b: 2,\n)",
        ),
        ("[\n  1,\n\n  2,\n\n  3,\n]", "1", "[\n  1,\n\n  3,\n]"),
        ("[\n  1,\n\n  2,\n\n  3,\n]", "2", "[\n  1,\n\n  2,\n]"),
        ("[\n  1,\n\n\n  2,\n\n  3,\n]", "1", "[\n  1,\n\n\n  3,\n]"),
        ("[\n  1,\n\n  2,\n\n\n  3,\n]", "1", "[\n  1,\n\n\n  3,\n]"),
        (
            "[\n  // head\n\n  1,\n  2,\n]",
            "0",
            "[\n  // head\n\n  2,\n]",
        ),
        (
            "[\n  1,\n  // head\n\n  2,\n]",
            "0",
            "[\n  // head\n\n  2,\n]",
        ),
        ("[\n  1, // one\n  // end\n]", "0", "[\n  // end\n]"),
        ("[ // open\n  1,\n\n  2,\n]", "0", "[ // open\n  2,\n]"),
    ] {
        assert_eq!(removed(text, path), expected, "{text}");
    }
}

#[test]
fn removal_on_a_shared_line() {
    for (text, path, expected) in [
        ("[1, 2, 3]", "0", "[2, 3]"),
        ("[1, 2, 3]", "1", "[1, 3]"),
        ("[1, 2, 3]", "2", "[1, 2]"),
        ("[1, 2, 3,]", "2", "[1, 2,]"),
        ("[ 1, 2 ]", "1", "[ 1 ]"),
        ("[1,2,3]", "1", "[1,3]"),
        ("(a: 1 /* a */, /* b */ b: 2)", "b", "(a: 1 /* a */)"),
        ("(a: 1, /* b */ b: 2 /* b */, c: 3)", "b", "(a: 1, c: 3)"),
        ("[\n  1, 2,\n  3,\n]", "0", "[\n  2,\n  3,\n]"),
        ("[\n  1, 2, // two\n  3,\n]", "1", "[\n  1,\n  3,\n]"),
        ("[\n  1, 2\n]", "1", "[\n  1\n]"),
        ("[1,\n 2,\n 3]", "0", "[2,\n 3]"),
        ("[1,\n // two\n 2]", "0", "[\n // two\n 2]"),
        ("[1\n /* one */, 2]", "1", "[1\n /* one */,]"),
        ("[\n  1,\n  2]", "1", "[\n  1]"),
        ("[\n  1, // one\n  2]", "1", "[\n  1, // one\n  ]"),
        ("[1, // one\n  // head\n\n  2]", "0", "[\n  // head\n\n  2]"),
    ] {
        assert_eq!(removed(text, path), expected, "{text}");
    }
}

#[test]
fn an_emptied_container_closes() {
    for (text, path, expected) in [
        ("[1]", "0", "[]"),
        ("(a: [\n  1,\n],)", "a.0", "(a: [],)"),
        ("Name( a: 1, )", "a", "Name()"),
        ("{\"a\": 1}", "0", "{}"),
        ("[ // open\n  1,\n]", "0", "[ // open\n]"),
        ("[ // open\n  1]", "0", "[ // open\n]"),
        ("[\n  // head\n\n  1,\n]", "0", "[\n  // head\n]"),
    ] {
        assert_eq!(removed(text, path), expected, "{text}");
    }
}

#[test]
fn what_is_no_item_is_not_removed() {
    let tree = read("#![enable(implicit_some)]({1: 2}, Some 3)");
    for path in ["", "0.0.0", "0.0.1", "1.0"] {
        assert!(remove(at(&tree, path)).is_empty(), "{path}");
    }
}

#[test]
fn insertion_on_lines_adds_lines() {
    for (text, index, item, expected) in [
        ("[\n  1,\n  3,\n]", 1, "2", "[\n  1,\n  2,\n  3,\n]"),
        ("[\n  1,\n]", 0, "0", "[\n  0,\n  1,\n]"),
        (
            "[\n  1, // one \t\n]",
            1,
            "2 // two",
            "[\n  1, // one \t\n  2, // two\n]",
        ),
        ("[\n  1 // one\n]", 1, "2", "[\n  1, // one\n  2\n]"),
        (
            "[\n  // head\n\n  1,\n]",
            0,
            "// zero\n0",
            "[\n  // head\n\n  // zero\n  0,\n  1,\n]",
        ),
        (
            "[\n  1,\n\n  // head\n\n  2,\n]",
            1,
            "1",
            "[\n  1,\n  1,\n\n  // head\n\n  2,\n]",
        ),
        ("[\n  1,\n  // end\n]", 1, "2", "[\n  1,\n  2,\n  // end\n]"),
        (
            "[\r\n\t1,\r\n]",
            1,
            "(\n  a: 1,\n)",
            "[\r\n\t1,\r\n\t(\r\n\t  a: 1,\r\n\t),\r\n]",
        ),
        ("[\n  1,\n  2]", 2, "3", "[\n  1,\n  2,\n  3]"),
        ("[\n  1,\n  2]", 2, "3 // c", "[\n  1,\n  2,\n  3 // c\n]"),
        ("[1, // one\n  2]", 1, "3", "[1, // one\n  3,\n  2]"),
        ("[1,\n 2]", 0, "// c\n3", "[\n // c\n 3,\n 1,\n 2]"),
    ] {
        assert_eq!(inserted(text, "", index, item), expected, "{text}");
    }
}

#[test]
fn insertion_on_a_shared_line() {
    for (text, index, item, expected) in [
        ("[1, 3]", 0, "2", "[2, 1, 3]"),
        ("[1, 3]", 1, "2", "[1, 2, 3]"),
        ("[1, 3]", 2, "2", "[1, 3, 2]"),
        ("[1, 3,]", 2, "2", "[1, 3, 2,]"),
        ("[1 /* one */]", 1, "2", "[1 /* one */, 2]"),
        ("[1]", 1, "2 // two", "[1, 2 /* two */]"),
        (
            "[1]",
            0,
            "// a\n/* b */ 2 // c",
            "[/* a */ /* b */ 2 /* c */, 1]",
        ),
        ("[]", 0, "2", "[2]"),
        ("[ /* none */ ]", 0, "2", "[ /* none */ 2]"),
        (
            "[\n  1, 2,\n  3, 5,\n]",
            2,
            "4",
            "[\n  1, 2, 4,\n  3, 5,\n]",
        ),
        ("[\n  1, 2\n]", 1, "4", "[\n  1, 4, 2\n]"),
        (
            "[(\n  1,\n), (\n  2,\n)]",
            1,
            "(\n  3,\n)",
            "[(\n  1,\n), (\n  3,\n), (\n  2,\n)]",
        ),
    ] {
        assert_eq!(inserted(text, "", index, item), expected, "{text}");
    }
}

#[test]
fn a_one_line_container_opens_for_what_needs_lines() {
    for (text, index, item, expected) in [
        (
            "[1, 2]",
            1,
            "(\n  a: 1,\n)",
            "[\n    1,\n    (\n      a: 1,\n    ),\n    2,\n]",
        ),
        ("[1]", 1, "2 // */", "[\n    1,\n    2, // */\n]"),
        ("[1, /* c */]", 1, "2", "[\n    1, /* c */\n    2,\n]"),
        (
            "[ /* c */ 1 ]",
            0,
            "// /*\n2",
            "[\n    // /*\n    2,\n    /* c */ 1,\n]",
        ),
        ("[]", 0, "(\n  1,\n)", "[\n    (\n      1,\n    ),\n]"),
        ("[]", 0, "1 // /*", "[\n    1, // /*\n]"),
        ("[ /* c */ ]", 0, "1 // /*", "[ /* c */\n    1, // /*\n]"),
        ("[ // c\n]", 0, "1", "[ // c\n    1,\n]"),
        ("[\n  // c\n]", 0, "1", "[\n    1,\n  // c\n]"),
        (
            "[(\n  1,\n), (\n  2,\n)]",
            1,
            "3 // c",
            "[(\n  1,\n),\n3, // c\n(\n  2,\n)]",
        ),
    ] {
        assert_eq!(inserted(text, "", index, item), expected, "{text}");
    }
}

#[test]
fn an_empty_list_opens_on_demand() {
    let tree = read("(\n  a: [],\n)");
    let edits = insert(at(&tree, "a"), 0, "1", true).unwrap();
    assert_eq!(applied(&tree, &edits), "(\n  a: [\n    1,\n  ],\n)");
}

#[test]
fn a_spaced_list_stays_spaced() {
    let text = "[\n  1,\n\n  2,\n]";
    for (index, expected) in [
        (0, "[\n  3,\n\n  1,\n\n  2,\n]"),
        (1, "[\n  1,\n\n  3,\n\n  2,\n]"),
        (2, "[\n  1,\n\n  2,\n\n  3,\n]"),
    ] {
        assert_eq!(inserted(text, "", index, "3"), expected);
    }
    let section = "[\n  1,\n  2,\n\n  3,\n]";
    assert_eq!(
        inserted(section, "", 2, "4"),
        "[\n  1,\n  2,\n  4,\n\n  3,\n]"
    );
}

#[test]
fn fields_go_to_their_place() {
    let order = ["id", "name", "goal", "kpis"];
    for (text, name, value, expected) in [
        ("(id: 1, kpis: 2)", "name", "3", "(id: 1, name: 3, kpis: 2)"),
        (
            "(id: 1, x: 0, kpis: 2)",
            "name",
            "3",
            "(id: 1, name: 3, x: 0, kpis: 2)",
        ),
        ("(kpis: 2, id: 1)", "goal", "3", "(kpis: 2, id: 1, goal: 3)"),
        ("(name: 2, id: 1)", "goal", "3", "(name: 2, goal: 3, id: 1)"),
        ("(kpis: 2, name: 1)", "id", "3", "(kpis: 2, id: 3, name: 1)"),
        ("(x: 1)", "id", "3", "(x: 1, id: 3)"),
        ("(id: 1, kpis: 2)", "x", "3", "(id: 1, kpis: 2, x: 3)"),
        ("Name()", "id", "3", "Name(id: 3)"),
        (
            "()",
            "id",
            "[\n    1,\n]",
            "(\n    id: [\n        1,\n    ],\n)",
        ),
        ("(\n  id: 1,\n)", "goal", "3", "(\n  id: 1,\n  goal: 3,\n)"),
        (
            "(id: 1)",
            "goal",
            "[\n    1,\n]",
            "(\n    id: 1,\n    goal: [\n        1,\n    ],\n)",
        ),
    ] {
        let tree = read(text);
        let edits = insert_field(tree.root().unwrap(), name, value, &order).unwrap();
        assert_eq!(applied(&tree, &edits), expected);
    }
}

#[test]
fn comments_travel_with_the_move() {
    for (text, item, list, index, expected) in [
        (
            "(\n  a: [\n    // one\n    1, // 1\n    2,\n  ],\n  b: [3],\n)",
            "a.0",
            "b",
            1,
            "(\n  a: [\n    2,\n  ],\n  b: [3, /* one */ 1 /* 1 */],\n)",
        ),
        (
            "[\n  // one\n  1,\n  2, // two\n]",
            "0",
            "",
            1,
            "[\n  2, // two\n  // one\n  1,\n]",
        ),
        (
            "[\n  1,\n  // two\n  2 // 2\n]",
            "1",
            "",
            0,
            "[\n  // two\n  2, // 2\n  1,\n]",
        ),
        ("[1, 2, 3]", "0", "", 2, "[2, 3, 1]"),
        ("[1, 2, 3]", "2", "", 0, "[3, 1, 2]"),
        ("[1, /* two */ 2]", "1", "", 0, "[/* two */ 2, 1]"),
        ("[\n  1,\n\n  2,\n]", "0", "", 1, "[\n  2,\n\n  1,\n]"),
        ("[[1], []]", "0.0", "1", 0, "[[], [\n    1,\n]]"),
        ("[[[1]], []]", "0.0", "1", 0, "[[], [\n    [1],\n]]"),
        ("[1, [2]]", "0", "1", 0, "[[1, 2]]"),
        (
            "[\n  (\n    x: [\n      (\n        \"a\n b\",\n      ),\n    ],\n  ),\n  [],\n]",
            "0.x.0",
            "1",
            0,
            "[\n  (\n    x: [],\n  ),\n  [\n    (\n      \"a\n b\",\n    ),\n  ],\n]",
        ),
        (
            "[1 // a\n  , // b\n  2]",
            "0",
            "",
            1,
            "[2, /* a */ 1 /* b */]",
        ),
    ] {
        assert_eq!(moved(text, item, list, index), expected, "{text}");
    }
}

#[test]
fn a_move_to_where_it_is_changes_nothing() {
    let tree = read("[1, 2]");
    assert_eq!(
        move_item(at(&tree, "1"), at(&tree, ""), 1, false),
        Ok(vec![])
    );
}

#[test]
fn fragments_stand_alone() {
    for (text, path, expected) in [
        (
            "[\r\n    // c\r\n    (\r\n        a: \"x\r\n  y\",\r\n    ), // d\r\n]",
            "0",
            "// c\n(\n    a: \"x\r\n  y\",\n) // d",
        ),
        ("[1 // a\n , // b\n]", "0", "// a\n1 // b"),
        ("[1 /* a */, // b\n]", "0", "1 /* a */ // b"),
        (
            "(a: 1, /* b */ b: (\n  2,\n))",
            "b",
            "/* b */ b: (\n  2,\n)",
        ),
        ("// c\n(\n  1,\n)", "", "(\n  1,\n)"),
    ] {
        assert_eq!(fragment(at(&read(text), path)), expected);
    }
}

#[test]
fn impossible_edits_are_refused() {
    let tree = read("(a: [1], b: (c: 1), d: 1, e: (1,), f: Unit)");
    let insert_at = |path, index, item| insert(at(&tree, path), index, item, false).unwrap_err();
    let bad = EditError::BadFragment;
    assert_eq!(insert_at("d", 0, "1"), EditError::NotAList);
    assert_eq!(insert_at("f", 0, "1"), EditError::NotAList);
    assert_eq!(insert_at("a", 2, "1"), EditError::NoSuchIndex);
    assert_eq!(
        insert_at("a", 0, "1, 2"),
        bad(SyntaxErrorKind::TrailingText)
    );
    assert_eq!(insert_at("a", 0, ""), bad(SyntaxErrorKind::ExpectedValue));
    assert_eq!(
        insert_at("a", 0, "\"x"),
        bad(SyntaxErrorKind::UnclosedString)
    );
    assert_eq!(insert_at("b", 0, "1"), bad(SyntaxErrorKind::MixedFields));
    assert_eq!(insert_at("e", 0, "x: 1"), bad(SyntaxErrorKind::MixedFields));
    assert_eq!(insert_at("a", 0, "// head\n\n1"), EditError::LosesComment);
    assert_eq!(insert_at("a", 0, "1\n// foot"), EditError::LosesComment);
    let move_to =
        |item, list, index| move_item(at(&tree, item), at(&tree, list), index, false).unwrap_err();
    assert_eq!(move_to("b", "b", 0), EditError::Cycle);
    assert_eq!(move_to("", "a", 0), EditError::Cycle);
    assert_eq!(move_to("d", "a", 9), bad(SyntaxErrorKind::MixedFields));
    assert_eq!(move_to("a.0", "a", 1), EditError::NoSuchIndex);
}

#[test]
fn every_comment_has_one_owner() {
    let text = "( // open
  // head

  // a
  /* a */ a: /* in */ 1 /* a */, // a
  b: 2, /* c */ c: 3, /* c
  c */
  // d
  d: 4
  // foot
)";
    let tree = read(text);
    let owned = |name| {
        let field = at(&tree, name);
        let leading = leading_comments(field).into_iter();
        let ranges = leading.chain(trailing_comment(field));
        ranges.map(|range| &text[range]).collect::<Vec<_>>()
    };
    assert_eq!(owned("a"), ["// a", "/* a */", "// a"]);
    assert_eq!(owned("b"), [""; 0]);
    assert_eq!(owned("c"), ["/* c */", "/* c\n  c */"]);
    assert_eq!(owned("d"), ["// d"]);
}

#[test]
fn comments_beside_are_seen() {
    for (text, beside) in [
        ("[\n  // c\n  1, // d\n]", false),
        ("[\n  // c\n\n  1, // d\n]", true),
        ("[1, // c\n  // d\n]", true),
        ("[ // c\n  1]", true),
        ("Name /* c */ (1)", true),
        ("[(/* c */)]", false),
        ("[1, (/* c */)]", true),
        ("[1, \"// c\"] // c", false),
    ] {
        assert_eq!(has_comment_beside(at(&read(text), "0")), beside, "{text}");
    }
}
