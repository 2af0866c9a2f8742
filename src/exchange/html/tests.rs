//! Pages are read back by parsers of others: what was a text is one there.

use super::*;
use crate::journey::check::Neighbour;
use crate::journey::fields::Type;
use crate::journey::{Context, Parsed, read};
use html5gum::{Token, Tokenizer};
use jiff::civil::date;
use sha2::{Digest, Sha256};

const SMALL: &str = include_str!("../../../tests/fixtures/documents/rich.ron");

fn parsed(text: &str) -> Parsed {
    let neighbour = Neighbour::None;
    let today = date(2026, 11, 23);
    read(text.to_owned(), &Context { neighbour, today })
}

fn page(parsed: &Parsed, twin: Option<&Parsed>, lang: Lang) -> String {
    let exported = Exported {
        parsed,
        neighbour: &Neighbour::None,
        twin,
        lang,
        today: date(2026, 11, 23),
        is_watched: false,
        sheet: Default::default(),
    };
    String::from_utf8(html(&exported).bytes).expect("UTF-8")
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let group = |group: &[u8]| {
        let byte = |at: usize| u32::from(*group.get(at).unwrap_or(&0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        let letter = |at: usize| match at <= group.len() {
            true => char::from(LETTERS[(bits >> (18 - 6 * at) & 63) as usize]),
            false => '=',
        };
        [0, 1, 2, 3].map(letter)
    };
    bytes.chunks(3).flat_map(group).collect()
}

#[test]
fn the_policy_allows_this_style_and_nothing_else() {
    let hash = base64(&Sha256::digest(STYLE));
    assert!(
        POLICY.contains(&format!("style-src 'sha256-{hash}';")),
        "the style is {hash} now"
    );
    assert!(
        !STYLE.contains(['<', '&']),
        "raw text would end, and XML would not be well-formed"
    );
}

/// Names of all elements and attributes, and all texts, as a browser's tokenizer finds them.
fn tokens(page: &str) -> (Vec<String>, String) {
    let (mut names, mut texts) = (Vec::new(), String::new());
    for Ok(token) in Tokenizer::new(page) {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                names.extend(
                    tag.attributes
                        .keys()
                        .map(|it| format!("{name} {}", String::from_utf8_lossy(it))),
                );
                names.push(name);
                let values = tag.attributes.values();
                values.for_each(|it| texts.push_str(&String::from_utf8_lossy(it)));
            }
            Token::String(text) => texts.push_str(&String::from_utf8_lossy(&text)),
            Token::Comment(text) => panic!("a comment: {text:?}"),
            Token::Error(error) => panic!("{error:?}"),
            Token::EndTag(_) | Token::Doctype(_) => {}
        }
    }
    (names, texts)
}

/// What would be markup, a script or the end of something, if it were no text.
const HOSTILE: [&str; 8] = [
    "<script>alert(1)</script>",
    "</style></title><img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)",
    "' style='all:unset",
    "javascript:alert(1)",
    "]]><!-- x --><![CDATA[",
    "&lt;b&gt; &amp; &#60;",
    "{{7*7}} ${7*7} <svg/onload=alert(1)>",
];

/// The journey with hostile texts for all its own.
fn hostile() -> (String, usize) {
    let mut text = SMALL.to_owned();
    let parsed = parsed(SMALL);
    let mut nodes: Vec<_> = parsed.tree.root().into_iter().collect();
    let mut next = 0;
    while let Some(&node) = nodes.get(next) {
        nodes.extend(node.children());
        next += 1;
    }
    let is_text = |it: &&crate::ron_text::Node<'_>| {
        let place = parsed.index.place(**it);
        let field = parsed.field_of(&place);
        let field = field.or_else(|| parsed.field_of(&place.up()?));
        it.is_text()
            && field.is_some_and(|it| matches!(it.of, Type::Line | Type::Text | Type::Texts))
    };
    let mut texts: Vec<_> = nodes.iter().filter(is_text).map(|it| it.span()).collect();
    texts.sort_by_key(|it| std::cmp::Reverse(it.start));
    let count = texts.len();
    for (at, span) in texts.into_iter().enumerate() {
        text.replace_range(span, &crate::ron_text::quote(HOSTILE[at % HOSTILE.len()]));
    }
    (text, count)
}

#[test]
fn hostile_texts_are_read_back_as_texts() {
    let (text, count) = hostile();
    assert!(count > 40, "{count}");
    for lang in [Lang::En, Lang::De] {
        let [plain, evil] = [SMALL, &text].map(|it| page(&parsed(it), None, lang));
        let (mut names, texts) = tokens(&evil);
        let (mut expected, _) = tokens(&plain);
        for all in [&mut names, &mut expected] {
            all.sort();
            all.dedup();
        }
        let foreign: Vec<_> = names.iter().filter(|it| !expected.contains(it)).collect();
        assert!(foreign.is_empty(), "{foreign:?}");
        for hostile in HOSTILE {
            assert!(texts.contains(hostile), "{hostile}");
        }
        let links = evil.matches("href=\"").count();
        assert_eq!(
            links,
            evil.matches("href=\"#").count(),
            "links lead within the page"
        );
    }
}

#[test]
fn whatever_is_opened_is_closed() {
    let (text, _) = hostile();
    for text in [
        SMALL,
        &text,
        "Journey(schema: 1, title: \"\", stages: [Stage(id: \"a\", name: \"A\")])",
    ] {
        let other = parsed(SMALL);
        let page = page(&parsed(text), Some(&other), Lang::De);
        let options = roxmltree::ParsingOptions {
            allow_dtd: true,
            ..Default::default()
        };
        let read = roxmltree::Document::parse_with_options(&page, options).expect("well-formed");
        let ids: Vec<&str> = read
            .descendants()
            .filter_map(|it| it.attribute("id"))
            .collect();
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(ids.len(), once.len(), "{ids:?}");
    }
}

#[test]
fn the_same_journey_gives_the_same_page() {
    let again = || page(&parsed(SMALL), None, Lang::En);
    assert_eq!(again(), again());
}

#[test]
fn texts_in_another_language_say_in_which() {
    let page = page(&parsed(SMALL), None, Lang::De);
    assert!(page.contains("<html lang=\"de-CH\">"));
    assert!(page.contains("<h1 lang=\"en\">Bakery: from the smell to the bag 🥐</h1>"));
    for (language, lang, expected) in [
        (Some("en"), Lang::En, ""),
        (Some("de-CH"), Lang::De, ""),
        (Some("de"), Lang::En, "de"),
        (Some("fr-CH"), Lang::De, "fr-CH"),
        (Some("x\" onload"), Lang::De, ""),
        (Some("Deutsch"), Lang::En, ""),
        (None, Lang::En, ""),
    ] {
        assert_eq!(own(language, lang), expected, "{language:?}");
    }
}

#[test]
fn the_nps_of_other_people_stands_beside() {
    let guests = r#"Journey(schema: 1, title: "Guests", kpis: [Kpi(id: "a", metric: Nps,
        readings: [(on: "2026-09-30", promoters: 5, passives: 3, detractors: 2)])])"#;
    let staff = guests.replace("\"Guests\"", "\"Staff\", audience: Employees");
    let [guests, staff] = [parsed(guests), parsed(&staff)];
    let both = page(&staff, Some(&guests), Lang::De);
    let (_, texts) = tokens(&both);
    for expected in [
        "Employee Journey · Mitarbeitende",
        "NPS nebeneinander",
        "Kundschaft · Guests · NPS: +30",
        "Mitarbeitende · Employee Journey · Mitarbeitenden-NPS: +30",
    ] {
        assert!(texts.contains(expected), "{expected}: {texts}");
    }
    let alone = page(&staff, Some(&staff), Lang::De);
    assert!(!alone.contains("NPS nebeneinander"));
}

#[test]
fn a_small_journey_as_a_page() {
    let page = page(&parsed(SMALL), None, Lang::En).replace(STYLE, "…");
    let lines = page
        .lines()
        .filter(|it| !it.contains("Content-Security-Policy"));
    insta::assert_snapshot!("small_journey", lines.collect::<Vec<_>>().join("\n"));
}
