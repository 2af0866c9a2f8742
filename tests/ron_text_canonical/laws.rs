//! What must hold for any text and any rules, on generated texts with comments anywhere.
//!
//! Thousands of texts in the normal run; `TOUCHLINE_LONG=1` takes hundreds of thousands.

use std::fs;
use std::path::Path;

use touchline::ron_text::{
    Flow, Node, NodeKind, Rules, Tree, canonical, leading_comments, trailing_comment,
};

use crate::generate::{document, mutate};
use crate::random::Random;
use crate::rules::{JourneyLike, Plain, read};
use crate::typed::Record;

/// Rules at random, the same for a place whatever the layout is.
struct AnyRules {
    seed: u64,
    /// Whether they name structs.
    names: bool,
}

impl Rules for AnyRules {
    type Shape = u64;

    fn root(&self, _: Node<'_>) -> u64 {
        self.seed
    }

    fn child(&self, of: u64, child: Node<'_>) -> u64 {
        let place = child.index() as u64 + 1;
        Random::new(of ^ (place << 32)).below(1 << 48) as u64
    }

    fn name(&self, shape: u64, node: Node<'_>) -> Option<&'static str> {
        let has_fields = node.children().next().is_some();
        (self.names && has_fields && shape.is_multiple_of(5)).then_some("Named")
    }

    fn flow(&self, shape: u64, _: Node<'_>) -> Flow {
        if shape.is_multiple_of(3) {
            Flow::Open
        } else {
            Flow::Line
        }
    }

    fn anchor(&self, shape: u64, _: Node<'_>) -> Option<String> {
        match shape % 7 {
            0..3 => Some(format!("id-{shape}")),
            3 => Some(String::from("No slug\n")),
            _ => None,
        }
    }
}

/// Holds all laws of a text; `false` if it is not well-formed.
fn holds(text: &str, seed: u64) -> bool {
    if Tree::read(text.to_owned()).error().is_some() {
        return false;
    }
    holds_with(text, &Plain, |comment| comment);
    holds_with(text, &JourneyLike, without_anchor);
    holds_with(text, &AnyRules { seed, names: true }, without_anchor);
    true
}

fn without_anchor(comment: Option<String>) -> Option<String> {
    comment.filter(|comment| !comment.starts_with("// ^"))
}

fn holds_with<R: Rules>(text: &str, rules: &R, counts: impl Fn(Option<String>) -> Option<String>) {
    let before = read(text);
    let form = canonical(&before, rules);
    let after = Tree::read(form.clone());
    assert_eq!(after.error(), None, "of {text:?}:\n{form}");
    same_node(before.root().unwrap(), after.root().unwrap());
    same_owners(before.root().unwrap(), after.root().unwrap(), &counts);
    same_meaning(text, &form);
    let counted = |tree: &Tree| {
        let all = comments(tree).into_iter().map(Some);
        let mut counted: Vec<_> = all.filter_map(&counts).collect();
        counted.sort();
        counted
    };
    assert_eq!(counted(&before), counted(&after), "of {text:?}:\n{form}");
    same_lines(text, &form);
    assert_eq!(canonical(&after, rules), form, "twice, of {text:?}");
}

/// The same values under the same keys, spelled the same but for strings and new struct names.
fn same_node(before: Node<'_>, after: Node<'_>) {
    let facts = |node: Node<'_>| (node.kind(), node.key().map(str::to_owned));
    assert_eq!(facts(before), facts(after), "{before:?} {after:?}");
    assert!(before.name().is_none() || before.name() == after.name());
    if before.kind() == NodeKind::String {
        assert_eq!(before.text(), after.text());
    } else if before.children().next().is_none() && before.open().is_none() {
        assert_eq!(before.raw(), after.raw());
    }
    assert_eq!(before.children().count(), after.children().count());
    for (before, after) in before.children().zip(after.children()) {
        same_node(before, after);
    }
}

/// What belongs to an item before, in the eyes of edits, belongs to it after.
fn same_owners(
    before: Node<'_>,
    after: Node<'_>,
    counts: &impl Fn(Option<String>) -> Option<String>,
) {
    let owned = |node: Node<'_>| -> Vec<String> {
        let spans = leading_comments(node)
            .into_iter()
            .chain(trailing_comment(node));
        let texts = spans.map(|span| written(&node.tree().text()[span]));
        texts.filter_map(|text| counts(Some(text))).collect()
    };
    let kept = owned(after);
    for comment in owned(before) {
        assert!(
            kept.contains(&comment),
            "{comment:?} of {before:?} {after:?} in {:?}:\n{}",
            before.tree().text(),
            after.tree().text()
        );
    }
    for (before, after) in before.children().zip(after.children()) {
        same_owners(before, after, counts);
    }
}

/// To `ron` too. Compared are the tokens, because to `ron` `( )` is another thing than `()` as long
/// as it knows no type.
fn same_meaning(before: &str, after: &str) {
    // NaN is not equal to itself, but is written alike.
    let value = |text: &str| {
        let value = ron::from_str::<ron::Value>(text.trim_start_matches('\u{FEFF}'));
        value.map(|value| format!("{value:?}"))
    };
    if value(before).is_ok() {
        assert!(value(after).is_ok(), "{before:?} {after:?}");
        let (before, after) = (dense(&read(before)), dense(&read(after)));
        assert_eq!(value(&before), value(&after), "{before:?} {after:?}");
    }
}

fn same_lines(before: &str, after: &str) {
    let bom = |text: &str| text.starts_with('\u{FEFF}');
    assert_eq!(bom(before), bom(after));
    let (lf, crlf) = line_endings(before);
    let (new_lf, new_crlf) = line_endings(after);
    assert!(lf || !new_lf || !crlf, "{before:?} {after:?}");
    assert!(crlf || !new_crlf, "{before:?} {after:?}");
    let blank = |c: char| c.is_whitespace() || matches!(c, '\u{200E}' | '\u{200F}');
    let end = before.trim_end_matches(blank).len();
    let last = after.strip_suffix('\n');
    assert_eq!(before[end..].contains('\n'), last.is_some(), "{after:?}");
    assert!(
        !last.is_some_and(|text| text.ends_with(['\n', ' '])),
        "{after:?}"
    );
}

/// Whether some lines end in LF alone, and some in CRLF.
fn line_endings(text: &str) -> (bool, bool) {
    let lf = text
        .split_inclusive('\n')
        .any(|line| line.ends_with('\n') && !line.ends_with("\r\n"));
    (lf, text.contains("\r\n"))
}

/// All comments in their order, found without the code under test: only literals and strings of
/// attributes can hold what looks like one.
fn comments(tree: &Tree) -> Vec<String> {
    let mut literals = Vec::new();
    let mut nodes: Vec<_> = tree.root().into_iter().collect();
    while let Some(node) = nodes.pop() {
        nodes.extend(node.children());
        if node.children().next().is_none() && node.open().is_none() {
            literals.push(node.span());
        }
    }
    literals.sort_by_key(|literal| literal.start);
    let mut found = Vec::new();
    let mut start = 0;
    for literal in literals {
        comments_of(&tree.text()[start..literal.start], &mut found);
        start = literal.end;
    }
    comments_of(&tree.text()[start..], &mut found);
    found
}

fn comments_of(gap: &str, found: &mut Vec<String>) {
    let mut at = 0;
    while let Some(next) = gap[at..].find(['/', '"']) {
        let start = at + next;
        if gap[start..].starts_with('"') {
            at = string_end(gap, start);
            continue;
        }
        at = if gap[start..].starts_with("//") {
            gap[start..].find('\n').map_or(gap.len(), |end| start + end)
        } else {
            block_end(gap, start)
        };
        found.push(written(&gap[start..at]));
    }
}

/// The end of the string of an attribute, whose quote stands at `quote`.
fn string_end(gap: &str, quote: usize) -> usize {
    let before = gap[..quote].trim_end_matches('#');
    if before.ends_with('r') {
        let close = format!("\"{}", "#".repeat(quote - before.len()));
        return quote + 1 + gap[quote + 1..].find(&close).unwrap() + close.len();
    }
    let mut at = quote + 1;
    while gap.as_bytes()[at] != b'"' {
        at += if gap.as_bytes()[at] == b'\\' { 2 } else { 1 };
    }
    at + 1
}

/// A comment as it is written: without the blanks at the end of a line.
fn written(comment: &str) -> String {
    let is_line = comment.starts_with("//");
    if is_line { comment.trim_end() } else { comment }.to_owned()
}

fn block_end(gap: &str, start: usize) -> usize {
    let mut at = start + 2;
    let mut depth = 1;
    while depth > 0 {
        let step = match &gap.as_bytes()[at..at + 2] {
            b"/*" => 1,
            b"*/" => -1,
            _ => 0,
        };
        depth += step;
        at += if step == 0 { 1 } else { 2 };
    }
    at
}

/// Variations of a text: byte order mark, CRLF, comments that look like anchors.
fn vary(random: &mut Random, text: &str) -> String {
    let mut text = text.to_owned();
    if random.chance(3) {
        text = text
            .replace("// note", "// ^note")
            .replace("//\n", "// ^a-1\n");
    }
    if random.chance(4) {
        text = text.replace("\r\n", "\n").replace('\n', "\r\n");
    }
    if random.chance(8) {
        text = format!("\u{FEFF}{text}");
    }
    text
}

fn rounds(normal: u64) -> u64 {
    match std::env::var_os("TOUCHLINE_LONG") {
        Some(_) => normal * 100,
        None => normal,
    }
}

#[test]
fn generated_texts() {
    let mut valid = 0;
    let mut other = String::from("()");
    for seed in 0..rounds(4000) {
        let mut random = Random::new(seed);
        let text = document(&mut random);
        let text = vary(&mut random, &text);
        valid += u64::from(holds(&text, seed));
        if let Ok(mutant) = String::from_utf8(mutate(&mut random, &text, &other)) {
            holds(&mutant, seed);
        }
        other = text;
    }
    assert!(valid * 10 > rounds(4000) * 7, "{valid}");
}

#[test]
fn typed_data_as_ron_writes_it_with_comments_between() {
    for seed in 0..rounds(150) {
        let mut random = Random::new(seed);
        let text = Record::random(&mut random, 2).written(&mut random);
        let text = commented(&mut random, &text);
        assert!(holds(&text, seed), "{text:?}");
        // A comment between the brackets of a unit is no RON of that type.
        let Ok(record) = ron::from_str::<Record>(&text) else {
            continue;
        };
        for form in [
            canonical(&read(&text), &Plain),
            canonical(&read(&text), &AnyRules { seed, names: false }),
        ] {
            let found: Record = ron::from_str(&form).unwrap();
            assert_eq!(found, record, "{text:?}:\n{form}");
        }
    }
}

/// The text with comments and blank lines before and behind commas, brackets and colons.
fn commented(random: &mut Random, text: &str) -> String {
    const TRIVIA: [&str; 6] = [
        "// a\n",
        "/* b */",
        "\n\n",
        "\n// c\n\n",
        "// ^d\n",
        "/* e\n e */\n",
    ];
    let tree = read(text);
    let mut places = Vec::new();
    let mut nodes: Vec<_> = tree.root().into_iter().collect();
    while let Some(node) = nodes.pop() {
        nodes.extend(node.children());
        let item = node.item_span();
        places.extend([item.start, node.span().start, item.end]);
        places.extend(node.comma().map(|comma| comma + 1));
        places.extend(node.open().into_iter().flat_map(|open| [open, open + 1]));
        places.extend(node.close());
    }
    places.sort_unstable();
    let mut commented = text.to_owned();
    for place in places.into_iter().rev() {
        if random.chance(6) {
            commented.insert_str(place, random.pick(&TRIVIA));
        }
    }
    commented
}

#[test]
fn the_valid_files() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/ron/valid");
    for (seed, entry) in fs::read_dir(folder).unwrap().enumerate() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        for text in [text.replace('\n', "\r\n"), text] {
            assert!(holds(&text, seed as u64), "{text:?}");
        }
    }
}

#[test]
fn the_layout_before_does_not_matter() {
    for seed in 0..rounds(1000) {
        let mut random = Random::new(seed);
        let text = document(&mut random);
        let tree = Tree::read(text.clone());
        let Some(root) = tree.root().filter(|_| tree.error().is_none()) else {
            continue;
        };
        let blanks = ["", " ", "\t", "\n", "  \n\t"];
        let mut loose = header(&tree);
        write(root, &mut |len| blanks[len % 5], &mut loose);
        let rules = AnyRules { seed, names: true };
        let form = |text: &str| canonical(&read(text.trim_end()), &rules);
        let dense = dense(&tree);
        assert_eq!(form(&loose), form(&dense), "{dense:?} {loose:?}");
    }
}

/// The tokens of a text without its comments and with no blank that may be left out.
fn dense(tree: &Tree) -> String {
    let mut dense = header(tree);
    write(tree.root().unwrap(), &mut |_| "", &mut dense);
    dense
}

fn header(tree: &Tree) -> String {
    let names = [
        "implicit_some",
        "unwrap_newtypes",
        "unwrap_variant_newtypes",
    ];
    let on = names.into_iter().filter(|name| tree.has_extension(name));
    on.map(|name| format!("#![enable({name})]")).collect()
}

/// Writes the tokens of a value without its comments, `blank` between them.
fn write<'b>(node: Node<'_>, blank: &mut impl FnMut(usize) -> &'b str, out: &mut String) {
    let text = node.tree().text();
    let mut push = |token: &str, out: &mut String| {
        out.push_str(token);
        out.push_str(blank(out.len()));
    };
    if let Some(key) = node.key_span() {
        push(&text[key], out);
        push(":", out);
    }
    let open = node.open();
    match node.name_span() {
        Some(name) if open.is_some() => push(&text[name], out),
        Some(name) => {
            push(&text[name], out);
            out.push(' ');
        }
        None => {}
    }
    if let Some(open) = open {
        push(&text[open..=open], out);
    } else if node.name_span().is_none() && node.children().next().is_none() {
        push(node.raw(), out);
    }
    let is_entry = node.kind() == NodeKind::Entry;
    for child in node.children() {
        write(child, blank, out);
        if is_entry && child.next().is_some() {
            out.push(':');
        } else if child.comma().is_some() {
            out.push(',');
        }
    }
    if let Some(close) = node.close() {
        out.push_str(&text[close..=close]);
        out.push_str(blank(out.len()));
    }
}

/// Each of these would take hours if the time were not in proportion to the text.
#[test]
fn large_texts() {
    let many = 20_000;
    let nested = |open: &str, inside: &str, close: &str| {
        format!("{}{inside}{}", open.repeat(120), close.repeat(120))
    };
    for text in [
        format!("[{}]", "1,".repeat(many)),
        format!("[{}]", "// a\n".repeat(many)),
        format!("[1{}]", " /* a */".repeat(many)),
        format!("[1{}, 2]", " // a\n".repeat(many)),
        format!("{}1", "\n".repeat(many)),
        nested("[", &"1,".repeat(many), "]"),
        nested("[", &format!("\"{}\"", "\\n".repeat(many)), "]"),
        nested("Some(", &format!("[{}]", "1,".repeat(many)), ")"),
        nested("[\n\n/* a */", &" ".repeat(many), "]"),
        format!("[{}]", nested("(a:", "1", "),").repeat(many / 200)),
        format!("{{{}}}", "[1,2]:{3:4},".repeat(many / 4)),
    ] {
        let form = canonical(&read(&text), &Plain);
        assert_eq!(canonical(&read(&form), &Plain), form);
    }
}
