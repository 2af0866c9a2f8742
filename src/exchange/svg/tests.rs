//! Pictures are read back by a parser of XML: what was a text is one there.

use super::*;
use crate::journey::check::Neighbour;
use crate::journey::{Context, Parsed, read};
use crate::ron_text::quote;
use jiff::civil::date;
use std::collections::BTreeSet;

const SMALL: &str = include_str!("../../../tests/fixtures/documents/rich.ron");

const ALL: [Part; 4] = [Part::Map, Part::Curve, Part::Priorities, Part::Moments];

fn parsed(text: &str) -> Parsed {
    let neighbour = Neighbour::None;
    let today = date(2026, 11, 23);
    read(text.to_owned(), &Context { neighbour, today })
}

fn picture(text: &str, part: Part) -> String {
    let exported = Exported {
        parsed: &parsed(text),
        neighbour: &Neighbour::None,
        twin: None,
        lang: Lang::En,
        today: date(2026, 11, 23),
        is_watched: false,
        sheet: Default::default(),
    };
    String::from_utf8(svg(&exported, part).bytes).expect("UTF-8")
}

/// Names of all elements and attributes; how a wide line is drawn together depends on the text.
fn names(read: &roxmltree::Document<'_>) -> BTreeSet<String> {
    let elements = read.descendants().filter(|it| it.is_element());
    let names = elements.flat_map(|it| {
        let attributes = it.attributes().map(|it| it.name().to_owned());
        attributes.chain([it.tag_name().name().to_owned()])
    });
    let of_wide_lines = ["textLength", "lengthAdjust"];
    names.filter(|it| !of_wide_lines.contains(&&**it)).collect()
}

#[test]
fn hostile_texts_are_read_back_as_texts() {
    let hostile = "]]></text><script>a()</script>\" onload=\"a()\u{202e}&lt;";
    let journey = |text: &str| {
        let text = quote(text);
        format!(
            "Journey(schema: 1, title: {text}, stages: [Stage(id: \"s\", name: {text}, touchpoints: [\
             Touchpoint(id: \"t\", name: {text}, importance: 5, expectation: 5, experience: 1, emotion: -1, \
             promise: {text}, moment_of_truth: (reason: {text}))])])"
        )
    };
    let shown = hostile.replace('\u{202e}', "⟦U+202E⟧");
    for part in ALL {
        let [evil, plain] = [hostile, "a"].map(|it| picture(&journey(it), part));
        let [evil, plain] = [&evil, &plain].map(|it| roxmltree::Document::parse(it).expect("XML"));
        assert_eq!(names(&evil), names(&plain), "{part:?}");
        for name in ["title", "desc"] {
            let element = evil.descendants().find(|it| it.has_tag_name(name));
            let text = element.and_then(|it| it.text()).expect("a text");
            assert!(text.contains(&shown), "{text}");
        }
    }
}

#[test]
fn a_long_journey_makes_a_higher_picture_and_loses_nobody() {
    let touchpoint = |at| format!("Touchpoint(id: \"t{at}\", name: \"Name{at}\", emotion: 1)");
    let all: Vec<String> = (0..100).map(touchpoint).collect();
    let journey = format!(
        "Journey(schema: 1, title: \"Long\", stages: [Stage(id: \"s\", name: \"S\", touchpoints: [{}])])",
        all.join(",")
    );
    let map = picture(&journey, Part::Map);
    let read = roxmltree::Document::parse(&map).expect("XML");
    let height = read.root_element().attribute("height").expect("a height");
    assert!(height.parse::<f64>().expect("a number") > 900.0, "{height}");
    let texts = read.descendants().filter(|it| it.has_tag_name("text"));
    let texts: Vec<&str> = texts.filter_map(|it| it.text()).collect();
    for at in 0..100 {
        assert!(texts.contains(&&*format!("Name{at}")), "{at}");
    }
}

#[test]
fn an_empty_journey_is_a_picture_too() {
    for part in ALL {
        let text = picture("Journey(schema: 1, title: \"\", stages: [])", part);
        assert!(roxmltree::Document::parse(&text).is_ok(), "{part:?}");
        assert!(!text.contains("NaN") && !text.contains("inf"), "{part:?}");
    }
}

#[test]
fn the_same_journey_gives_the_same_picture() {
    for part in ALL {
        assert_eq!(picture(SMALL, part), picture(SMALL, part));
    }
}

#[test]
fn a_small_journey_as_a_map() {
    insta::assert_snapshot!("small_map", picture(SMALL, Part::Map).replace(STYLE, "…"));
}

#[test]
fn shipped_maps_have_room_on_a_slide() {
    for text in [
        include_str!("../../../journeys/baerli-biber.ron"),
        include_str!("../../../journeys/einarbeitung-pflege.ron"),
        include_str!("../../../journeys/hotel-stay.ron"),
        include_str!("../../../journeys/insurance-claim.ron"),
    ] {
        let map = picture(text, Part::Map);
        assert!(map.contains("viewBox=\"0 0 1600 900\""), "{}", &map[..400]);
    }
}
