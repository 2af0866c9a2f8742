//! Tables over the whole room: what a text is read as, and what is wrong with one.

use super::{MAX_BYTES, MAX_DEPTH, MAX_VALUES, Node, NodeKind, SyntaxError, SyntaxErrorKind, Tree};

fn read(text: &str) -> Tree {
    Tree::read(text.to_owned())
}

/// The tree in one line: kind, name, key and children, scalars with their text.
fn outline(node: Node<'_>) -> String {
    let key = node.key().map_or(String::new(), |key| format!("{key}="));
    let name = node.name().unwrap_or_default();
    let children: Vec<_> = node.children().map(outline).collect();
    let inside = children.join(" ");
    match node.kind() {
        NodeKind::Struct => format!("{key}{name}S({inside})"),
        NodeKind::Tuple => format!("{key}{name}T({inside})"),
        NodeKind::List => format!("{key}[{inside}]"),
        NodeKind::Map => format!("{key}{{{inside}}}"),
        NodeKind::Entry => format!("({inside})"),
        NodeKind::Name => format!("{key}Name:{name}"),
        kind => format!("{key}{kind:?}:{}", node.raw()),
    }
}

fn well_formed(text: &str) -> String {
    let tree = read(text);
    assert_eq!(tree.error(), None, "{text:?}");
    outline(tree.root().unwrap())
}

#[test]
fn shapes() {
    for (text, expected) in [
        ("()", "S()"),
        ("Unit()", "UnitS()"),
        ("( /* none */ )", "S()"),
        ("(a: 1)", "S(a=Integer:1)"),
        ("Name (a: 1, b: [],)", "NameS(a=Integer:1 b=[])"),
        ("Name /* c */ (\n1,\n)", "NameT(Integer:1)"),
        ("(1, 2)", "T(Integer:1 Integer:2)"),
        ("((),)", "T(S())"),
        ("Some(Some(x))", "SomeT(SomeT(Name:x))"),
        ("None", "Name:None"),
        ("Some", "Name:Some"),
        ("r#type", "Name:type"),
        ("r#struct(r#a.b-c: r#true)", "structS(a.b-c=Name:true)"),
        (
            "(true: false, inf: inf)",
            "S(true=Bool:false inf=Float:inf)",
        ),
        ("(true, inf)", "T(Bool:true Float:inf)"),
        ("{}", "{}"),
        (
            "{ 1: a, (x: 1): [b], }",
            "{(Integer:1 Name:a) (S(x=Integer:1) [Name:b])}",
        ),
        ("{\"a\" /* c */ : 'b'}", "{(String:\"a\" Char:'b')}"),
        ("[[], [[]],]", "[[] [[]]]"),
        ("ünï(größe: 1)", "ünïS(größe=Integer:1)"),
        ("\u{FEFF}\u{2028}\u{200E}1\u{85}", "Integer:1"),
        ("// a\n/* b /* c */ */ 1 // d", "Integer:1"),
        ("/*/ */1/**/", "Integer:1"),
        (
            "#![enable(unwrap_newtypes, r#implicit_some,)]\n# ! [ enable ( implicit_some ) ] 1",
            "Integer:1",
        ),
        ("#![type = \"a\"] #![schema = r#\"b\"#] 1", "Integer:1"),
    ] {
        assert_eq!(well_formed(text), expected, "{text:?}");
    }
}

#[test]
fn some_without_brackets_needs_the_extension() {
    let with = |text: &str| well_formed(&format!("#![enable(implicit_some)]{text}"));
    assert_eq!(with("Some 5"), "SomeT(Integer:5)");
    assert_eq!(
        with("(a: Some /* c */ Some [b], c: 1)"),
        "S(a=SomeT(SomeT([Name:b])) c=Integer:1)"
    );
    assert_eq!(with("[Some, Some(1)]"), "[Name:Some SomeT(Integer:1)]");
    assert_eq!(
        with("{Some 1: Some x(2)}"),
        "{(SomeT(Integer:1) SomeT(xT(Integer:2)))}"
    );
    assert_eq!(
        read("[Some 5]").error().unwrap().kind,
        SyntaxErrorKind::ExpectedCommaOrClose
    );
    let tree = read("#![enable(implicit_some)](a: Some 5)");
    let some = tree.root().unwrap().field("a").unwrap();
    assert_eq!(
        (some.raw(), some.open(), some.close()),
        ("Some 5", None, None)
    );
    assert_eq!(some.inner().unwrap().integer(), Some(5));
}

fn assert_kind(kind: NodeKind, texts: &[&str]) {
    for text in texts {
        let tree = read(text);
        assert_eq!(tree.error(), None, "{text:?}");
        let root = tree.root().unwrap();
        assert_eq!((root.kind(), root.raw()), (kind, *text));
    }
}

#[test]
fn kinds_of_numbers() {
    let integers =
        "0 -0 +1 1_000_ 1__0 0x1F -0xff 0o17 0b1_0 1u8 -1i128 0xFu8 99999999999999999999";
    let floats = "1.0 .5 5. -.5e3 1e5 1E+5 1_0.0_1 1f32 1.0f64 1_e_5 5.e3 5.e_3 1e+_5 \
        inf -inf +NaN NaNf32 -inff64";
    let ranges = "1..2 1..=2 1.. ..2 ..=2 .. 1.5..2.5 1...2 -1..-0x2 1u8..2u8 1...5e1 \
        inf.. ..-inf ..NaN b'a'..=b'z'";
    let split = |texts: &'static str| texts.split_whitespace().collect::<Vec<_>>();
    assert_kind(NodeKind::Integer, &split(integers));
    assert_kind(NodeKind::Float, &split(floats));
    assert_kind(NodeKind::Range, &split(ranges));
}

#[test]
fn kinds_of_quoted_scalars() {
    assert_kind(
        NodeKind::Byte,
        &[r"b'a'", r"b'\xFF'", r"b'\n'", "b'''", "b'\"'"],
    );
    assert_kind(
        NodeKind::Char,
        &[
            "'a'",
            "'''",
            r"'\''",
            "'ä'",
            r"'\u{1F600}'",
            r"'\x7f'",
            "'\n'",
        ],
    );
    let strings = [
        r#""""#,
        r#""\n\r\t\0\\\"\'""#,
        r#""\x41\xC3\xA4\u{e4}""#,
        "\"a\nb\"",
        "\"a\\\n \t\r\n b\"",
    ];
    assert_kind(NodeKind::String, &strings);
    assert_kind(
        NodeKind::RawString,
        &[r##"r#""#"##, r#"r"\""#, r###"r##"a"#b"##"###, "r\"\n\""],
    );
    let bytes = [
        r#"b"""#,
        r#"b"\xFFä\u{e4}""#,
        r##"br#"a"b"#"##,
        r#"br"\""#,
        "b\"a\\\r\n  b\"",
    ];
    assert_kind(NodeKind::Bytes, &bytes);
}

#[test]
fn strings_are_decoded() {
    for (raw, expected) in [
        (r#""plain""#, "plain"),
        (r#""a\n\u{e4}b\\""#, "a\näb\\"),
        (r#""\xF0\x9F\x98\x80\x41""#, "😀A"),
        ("\"a\\\r\n\r\n   b\"", "ab"),
        (r##"r#"a\n"b"#"##, "a\\n\"b"),
        (r#"r"""#, ""),
    ] {
        assert_eq!(
            read(raw).root().unwrap().text().as_deref(),
            Some(expected),
            "{raw:?}"
        );
    }
    assert_eq!(read("'a'").root().unwrap().text(), None);
}

#[test]
fn numbers_are_decoded() {
    for (raw, integer, number) in [
        ("-2", Some(-2), Some(-2.0)),
        ("+1_000", Some(1000), Some(1000.0)),
        ("-0xFF", Some(-255), Some(-255.0)),
        ("0b101u8", Some(5), Some(5.0)),
        ("9223372036854775807", Some(i64::MAX), Some(2f64.powi(63))),
        ("-9223372036854775808", Some(i64::MIN), Some(-2f64.powi(63))),
        ("9223372036854775808", None, Some(2f64.powi(63))),
        ("1e3", None, Some(1000.0)),
        ("1_0.2_5f32", None, Some(10.25)),
        ("-inff64", None, Some(f64::NEG_INFINITY)),
        ("\"1\"", None, None),
        ("1..2", None, None),
    ] {
        let tree = read(raw);
        let root = tree.root().unwrap();
        assert_eq!(
            (root.integer(), root.number()),
            (integer, number),
            "{raw:?}"
        );
    }
    assert!(read("NaN").root().unwrap().number().unwrap().is_nan());
    assert_eq!(read("true").root().unwrap().boolean(), Some(true));
    assert_eq!(read("false").root().unwrap().boolean(), Some(false));
    assert_eq!(read("r#true").root().unwrap().boolean(), None);
}

/// Each text carries the span of its first error between `«»`.
fn assert_errors(table: &[(&str, SyntaxErrorKind)]) {
    for (marked, expected) in table {
        let text = marked.replace(['«', '»'], "");
        let start = marked.find('«').unwrap();
        let end = marked.find('»').unwrap() - '«'.len_utf8();
        let tree = read(&text);
        let error = tree.error().unwrap_or_else(|| panic!("accepted: {text:?}"));
        assert_eq!(
            error,
            &SyntaxError::new(start..end, expected.clone()),
            "{text:?}"
        );
        assert_eq!(tree.to_bytes(), text.as_bytes());
    }
}

#[test]
fn errors_of_structure() {
    use SyntaxErrorKind as E;
    assert_errors(&[
        ("«»", E::Empty),
        (" // only a comment«»", E::Empty),
        ("«@»", E::UnexpectedCharacter('@')),
        ("[1 «;» 2]", E::UnexpectedCharacter(';')),
        ("«/» 1", E::UnexpectedCharacter('/')),
        ("\u{FEFF}«\u{FEFF}»1", E::UnexpectedCharacter('\u{FEFF}')),
        ("r«#»", E::UnexpectedCharacter('#')),
        ("br#«x»", E::UnexpectedCharacter('x')),
        ("(a: «\"»abc)", E::UnclosedString),
        ("«r»#\"abc\"", E::UnclosedString),
        ("1 «/*» /* */", E::UnclosedComment),
        ("[1, 2«»", E::UnclosedContainer { open: 0 }),
        ("(a: {1: «»", E::UnclosedContainer { open: 4 }),
        ("(a: {1«»", E::UnclosedContainer { open: 4 }),
        ("(a: «»", E::UnclosedContainer { open: 0 }),
        ("[1,«,» 2]", E::ExpectedValue),
        ("(«,»)", E::ExpectedValue),
        ("(a: «,» b: 2)", E::ExpectedValue),
        ("(a: 1«» b: 2)", E::ExpectedCommaOrClose),
        ("[1«»\n[2]]", E::ExpectedCommaOrClose),
        ("{1«» 2}", E::ExpectedColon),
        ("(title«» \"x\")", E::ExpectedColon),
        ("[title«» \"x\"]", E::ExpectedCommaOrClose),
        ("(1, title«» \"x\")", E::ExpectedCommaOrClose),
        ("(a: 1, b«» 2)", E::ExpectedColon),
        ("[(1, 2«]»", E::WrongClose { open: 1 }),
        ("[1«}»", E::WrongClose { open: 0 }),
        ("1 «2»", E::TrailingText),
        ("r#\"a\"#«#» \"##", E::TrailingText),
        ("() «)»", E::TrailingText),
    ]);
}

#[test]
fn errors_of_scalars() {
    use SyntaxErrorKind as E;
    assert_errors(&[
        ("\"a«\\q»\"", E::BadEscape),
        ("\"«\\u»{110000}\"", E::BadEscape),
        ("\"«\\u»{1234567}\"", E::BadEscape),
        ("\"«\\u»{}\"", E::BadEscape),
        ("\"«\\x»4g\"", E::BadEscape),
        ("\"«\\x»E4\"", E::BadEscape),
        ("\"«\\\r»x\"", E::BadEscape),
        ("'«\\x»80'", E::BadEscape),
        ("b'«\\u»{41}'", E::BadEscape),
        ("«1x»", E::BadNumber),
        ("[«1-2»]", E::BadNumber),
        ("«0x_1»", E::BadNumber),
        ("«1._5»", E::BadNumber),
        ("«.»", E::BadNumber),
        ("«--1»", E::BadNumber),
        ("«+-5»", E::BadNumber),
        ("«1e»", E::BadNumber),
        ("1..=«x»", E::BadNumber),
        ("«0b12»", E::BadNumber),
        ("«'»ab'", E::BadChar),
        ("«'»'", E::BadChar),
        ("«b'»ä'", E::BadChar),
    ]);
}

#[test]
fn errors_of_attributes_fields_and_merges() {
    use SyntaxErrorKind as E;
    assert_errors(&[
        ("#![enable(«nonsense»)] 1", E::BadExtension),
        (
            "#![enable(implicit_some «»unwrap_newtypes)] 1",
            E::BadExtension,
        ),
        ("#«»[enable(implicit_some)] 1", E::BadExtension),
        ("#![«allow»(x)] 1", E::BadExtension),
        ("#![type = «»1] 1", E::BadExtension),
        ("(a: 1, «2»)", E::MixedFields),
        ("(a: 1, «b»)", E::MixedFields),
        ("(1, a«:» 2)", E::MixedFields),
        ("\n«<<<<<<<» HEAD\n1\n", E::ConflictMarker),
        ("[\n1,\n«=======»\n2]", E::ConflictMarker),
        ("[1]\n«>>>>>>>» theirs\n", E::ConflictMarker),
        (
            "@ \"\n«<<<<<<<» a\n|||||||\n=======\r\n>>>>>>> b\"",
            E::ConflictMarker,
        ),
        ("\u{FEFF}«<<<<<<<» a\n=======\n>>>>>>> b", E::ConflictMarker),
    ]);
}

#[test]
fn markers_alone_in_a_string_are_text() {
    for text in [
        "\"\n=======\n\"",
        "\"\n<<<<<<< a\n\"",
        "// <<<<<<< a\n1",
        "\"\n>>>>>>> b\n=======\n<<<<<<< a\"",
    ] {
        assert_eq!(read(text).error(), None, "{text:?}");
    }
}

#[test]
fn what_was_read_before_an_error_stays() {
    let tree = read("Journey(title: \"a\", stages: [Stage(id: 1), Stage(id: @");
    let root = tree.root().unwrap();
    assert_eq!(root.field("title").unwrap().text().as_deref(), Some("a"));
    let stages = root.field("stages").unwrap();
    assert_eq!(stages.children().count(), 2);
    assert_eq!((stages.open(), stages.close()), (Some(28), None));
    assert_eq!(root.span().end, tree.error().unwrap().span.start);
}

#[test]
fn bytes_that_are_not_utf8_are_kept() {
    let bytes = b"[1, \"\xE4\"]\n".to_vec();
    let tree = Tree::read_bytes(bytes.clone());
    assert_eq!(tree.to_bytes(), bytes);
    let error = tree.error().unwrap();
    assert_eq!(
        (error.span.clone(), &error.kind),
        (5..5, &SyntaxErrorKind::NotUtf8)
    );
    assert_eq!(tree.root().unwrap().children().count(), 1);
}

#[test]
fn places_of_a_node() {
    let text = "Journey( a: 1 , /* c */ r#b /**/ : Kpi /* ( */ (x: 1), c: [1,2] )";
    let tree = read(text);
    assert_eq!(tree.error(), None);
    let root = tree.root().unwrap();
    let at = |part: &str| text.find(part).unwrap();
    let [a, b, c] = ["a", "b", "c"].map(|key| root.field(key).unwrap());
    assert_eq!((root.open(), root.close()), (Some(7), Some(text.len() - 1)));
    assert_eq!((a.raw(), &text[a.item_span()]), ("1", "a: 1"));
    assert_eq!((a.comma(), c.comma()), (Some(14), None));
    assert_eq!((b.key(), &text[b.key_span().unwrap()]), (Some("b"), "r#b"));
    assert_eq!((b.name(), b.open()), (Some("Kpi"), Some(at("(x: 1)"))));
    assert_eq!(
        (b.index(), a.next().map(Node::id), c.prev().map(Node::id)),
        (1, Some(b.id()), Some(b.id()))
    );
    assert_eq!(b.parent().unwrap().id(), root.id());
    assert_eq!(
        (
            a.prev().is_none(),
            c.next().is_none(),
            root.parent().is_none()
        ),
        (true, true, true)
    );
    assert_eq!((a.open(), a.close(), a.name()), (None, None, None));
    assert_eq!(tree.node(c.id()).raw(), "[1,2]");
}

#[test]
fn an_entry_holds_key_value_and_comma() {
    let tree = read("{ \"a\" : 1 , 'b': 2}");
    let entries: Vec<_> = tree.root().unwrap().children().collect();
    assert_eq!(
        (entries[0].raw(), entries[0].comma()),
        ("\"a\" : 1", Some(10))
    );
    assert_eq!((entries[1].raw(), entries[1].comma()), ("'b': 2", None));
    assert_eq!(
        entries[1].children().map(Node::raw).collect::<Vec<_>>(),
        ["'b'", "2"]
    );
}

#[test]
fn the_last_of_duplicate_fields_counts() {
    let tree = read("(a: 1, a: 2)");
    assert_eq!(tree.root().unwrap().field("a").unwrap().integer(), Some(2));
    assert!(tree.root().unwrap().field("b").is_none());
}

#[test]
fn options_are_looked_through() {
    for (text, expected) in [
        ("Some(Some(3))", Some("3")),
        ("None", None),
        ("Some(None)", None),
        ("5", Some("5")),
        ("Else(5)", Some("Else(5)")),
    ] {
        let tree = read(text);
        assert_eq!(
            tree.root().unwrap().inner().map(Node::raw),
            expected,
            "{text}"
        );
    }
}

#[test]
fn extensions_are_known() {
    let tree = read("#![enable(implicit_some)]\n1");
    assert!(tree.has_extension("implicit_some"));
    assert!(!tree.has_extension("unwrap_newtypes"));
}

#[test]
fn depth_is_limited() {
    let nested = |n: usize, inside: &str| "Some(".repeat(n) + inside + &")".repeat(n);
    assert_eq!(read(&nested(MAX_DEPTH, "1")).error(), None);
    assert_eq!(
        read(&nested(MAX_DEPTH, "()")).error(),
        None,
        "to ron, () is a scalar"
    );
    let too_deep = read(&nested(MAX_DEPTH, "[]"));
    assert_eq!(too_deep.error().unwrap().kind, SyntaxErrorKind::TooDeep);
    let maps = "{1:".repeat(MAX_DEPTH) + "1" + &"}".repeat(MAX_DEPTH);
    assert_eq!(read(&maps).error(), None);
    let bare = format!(
        "#![enable(implicit_some)]{}1",
        "Some ".repeat(MAX_DEPTH + 1)
    );
    assert_eq!(read(&bare).error().unwrap().kind, SyntaxErrorKind::TooDeep);
}

#[test]
fn hostile_texts_end_soon() {
    let kind = |text: String| {
        let tree = Tree::read(text.clone());
        assert!(tree.to_bytes() == text.as_bytes());
        tree.error().map(|error| error.kind.clone())
    };
    assert_eq!(kind("[".repeat(1_000_000)), Some(SyntaxErrorKind::TooDeep));
    assert_eq!(
        kind("a(b:".repeat(1_000_000)),
        Some(SyntaxErrorKind::TooDeep)
    );
    assert_eq!(
        kind("/*".repeat(1_000_000)),
        Some(SyntaxErrorKind::UnclosedComment)
    );
    assert_eq!(
        kind(format!(
            "r{}\"{}",
            "#".repeat(100_000),
            "\"#".repeat(100_000)
        )),
        Some(SyntaxErrorKind::UnclosedString)
    );
    assert_eq!(
        kind("\0".repeat(MAX_BYTES)),
        Some(SyntaxErrorKind::UnexpectedCharacter('\0'))
    );
    assert_eq!(
        kind(" ".repeat(MAX_BYTES + 1)),
        Some(SyntaxErrorKind::TooLarge)
    );
    let ones = |count: usize| format!("[{}]", "1,".repeat(count));
    assert_eq!(kind(ones(MAX_VALUES - 1)), None);
    assert_eq!(kind(ones(MAX_VALUES)), Some(SyntaxErrorKind::TooManyValues));
    assert!(Tree::read(ones(MAX_VALUES)).root().is_none());
}
