//! Documents are read back by a parser of Markdown, with the tables of forges: what was a text is
//! one there.

use super::*;
use crate::journey::check::Neighbour;
use crate::journey::{Context, read};
use crate::ron_text::quote;
use crate::text::sanitize_line;
use jiff::civil::date;
use pulldown_cmark::{Event, Options, Parser};

const SMALL: &str = include_str!("../../tests/fixtures/documents/rich.ron");

fn document(text: &str, lang: Lang) -> String {
    let neighbour = Neighbour::None;
    let today = date(2026, 11, 23);
    let parsed = read(text.to_owned(), &Context { neighbour, today });
    let exported = Exported {
        parsed: &parsed,
        neighbour: &Neighbour::None,
        twin: None,
        lang,
        today,
        is_watched: false,
        sheet: Default::default(),
    };
    String::from_utf8(markdown(&exported).bytes).expect("UTF-8")
}

/// A journey whose every text is this one.
fn journey(text: &str) -> String {
    let text = quote(text);
    format!(
        "Journey(schema: 1, title: {text}, departments: [Department(id: \"d\", name: {text})], \
         channels: [Channel(id: \"c\", name: {text})], stages: [Stage(id: \"s\", name: {text}, \
         goal: {text}, touchpoints: [Touchpoint(id: \"t\", name: {text}, channel: \"c\", owner: \"d\", \
         emotion: -1, promise: {text}, moment_of_truth: (reason: {text}), actions: [{text}, {text}], \
         feedback: [(on: \"2026-01-01\", source: Survey, text: {text})], \
         kpis: [Kpi(id: \"k\", metric: Custom(name: {text}, unit: {text}, better: Lower), owner: \"d\", \
         readings: [(on: \"2026-01-01\", value: 1.0)], target: (at_most: 2.0))])])], \
         handovers: [Handover(id: \"h\", from: \"d\", to: \"d\", at: \"t\", delivers: {text}, \
         agreement: {text}, within: {text})], \
         improvements: [Improvement(id: \"i\", title: {text}, at: [\"t\"], owner: \"d\")])"
    )
}

/// What would be markup, if it were no text.
const HOSTILE: [&str; 30] = [
    "<script>alert(1)</script>",
    "<details open ontoggle=alert(1)>",
    "<http://x.example>",
    "<!-- x",
    "| a | b |",
    "a\\|b",
    "\\",
    "`code` ``x``",
    "```",
    "~~~",
    "    indented",
    "[x](javascript:alert(1))",
    "![x](http://x.example/y.png)",
    "[x]: http://x.example",
    "[^1]: x",
    "# head",
    "- item",
    "1. one",
    "> quote",
    "---",
    "===",
    ":---:",
    "[ ] x",
    "***b*** __c__ ~~d~~",
    "@ann #12",
    "&lt;b&gt; &#60;",
    "$x$ $$y$$",
    "a\n\nb\n```\n# c\n| d",
    "a  \nb\\\nc",
    "\u{1b}[2J\u{202e}",
];

/// The form of a document, and its texts. What is not ours is no markup.
fn read_back(document: &str) -> (Vec<String>, Vec<String>) {
    let (mut form, mut texts) = (Vec::new(), vec![String::new()]);
    // Typographic quotes are other letters, not other texts.
    let options = Options::all().difference(Options::ENABLE_SMART_PUNCTUATION);
    for event in Parser::new_ext(document, options) {
        match event {
            Event::Text(text) => texts.last_mut().expect("one").push_str(&text),
            Event::InlineHtml(ours) if &*ours == "<br>" => texts.push(String::new()),
            Event::InlineHtml(ours) if &*ours == "<!-- -->" => {}
            Event::Start(_) | Event::End(_) => {
                form.push(format!("{event:?}"));
                texts.push(String::new());
            }
            Event::SoftBreak => texts.last_mut().expect("one").push('\n'),
            foreign => panic!("{foreign:?} in {document}"),
        }
    }
    (form, texts)
}

#[test]
fn hostile_texts_are_read_back_as_texts() {
    let (expected, _) = read_back(&document(&journey("plain"), Lang::En));
    for hostile in HOSTILE {
        let (form, texts) = read_back(&document(&journey(hostile), Lang::En));
        assert_eq!(form, expected, "{hostile:?}");
        for line in hostile.lines().map(str::trim).filter(|it| !it.is_empty()) {
            let shown = sanitize_line(line);
            let found = texts.iter().filter(|it| it.contains(&*shown)).count();
            assert!(found > 12, "{hostile:?}: {found} times in {texts:?}");
        }
    }
}

#[test]
fn rows_have_as_many_cells_as_their_head() {
    for lang in [Lang::En, Lang::De] {
        let document = document(SMALL, lang);
        let tables = document.split("\n\n").filter(|it| it.starts_with('|'));
        for table in tables {
            let cells = |line: &str| line.replace("\\|", "").matches('|').count();
            let counts: Vec<usize> = table.lines().map(cells).collect();
            assert!(counts.iter().all(|it| *it == counts[0]), "{table}");
        }
    }
}

#[test]
fn an_empty_journey_is_a_document_too() {
    let text = document("Journey(schema: 1, title: \"\", stages: [])", Lang::De);
    assert_eq!(
        text,
        "# Customer Journey\n\nCustomer Journey\n\nStand 23.11.2026. Erstellt mit touchline.\n"
    );
}

#[test]
fn the_same_journey_gives_the_same_document() {
    assert_eq!(document(SMALL, Lang::De), document(SMALL, Lang::De));
}

#[test]
fn a_small_journey_as_a_document() {
    insta::assert_snapshot!("small_document", document(SMALL, Lang::En));
}

#[test]
fn touchpoints_of_which_nothing_is_known_are_named() {
    let named = "Journey(schema: 1, title: \"T\", stages: [Stage(id: \"s\", name: \"S\", touchpoints: [\
        Touchpoint(id: \"a\", name: \"A *b*\"), Touchpoint(id: \"c\", name: \"C\")])])";
    let document = document(named, Lang::En);
    assert!(
        document.contains("### S\n\n- A \\*b\\*\n- C\n"),
        "{document}"
    );
}

#[test]
fn a_stage_of_many_touchpoints_is_several_tables() {
    let one = |id: usize| format!("Touchpoint(id: \"t{id}\", name: \"N{id}\", importance: 3)");
    let all: Vec<String> = (1..=7).map(one).collect();
    let text = format!(
        "Journey(schema: 1, title: \"T\", stages: [Stage(id: \"s\", name: \"S\", touchpoints: [{}])])",
        all.join(", ")
    );
    let document = document(&text, Lang::En);
    assert!(
        document.contains("| Touchpoint | N1 | N2 | N3 | N4 | N5 |\n"),
        "{document}"
    );
    assert!(
        document
            .contains("| Touchpoint | N6 | N7 |\n| --- | --- | --- |\n| Importance | 3 | 3 |\n")
    );
}
