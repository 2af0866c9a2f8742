//! Each certain fix puts its finding right and nothing else; what is not certain is left alone.

use super::*;
use crate::journey::Context;
use jiff::civil::date;

const FRAME: &str = "#![enable(implicit_some)]
Journey(
    schema: 1,
    title: \"T\",
    departments: [
        Department(id: \"front-office\", name: \"Front office\"),
        Department(id: \"kitchen\", name: \"Kitchen\"),
    ],
    stages: [
        Stage(
            id: \"s\",
            name: \"S\",
            touchpoints: [
                Touchpoint(
                    id: \"a\",
                    name: \"A\",
                    owner: \"kitchen\",
                    FIELDS
                ), // ^a
            ],
        ), // ^s
    ],
)
";

fn document(text: String) -> Document<()> {
    let context = Context {
        neighbour: Neighbour::None,
        today: date(2026, 11, 22),
    };
    Document::open(text.into_bytes(), context)
}

fn with(fields: &str) -> String {
    FRAME.replace("FIELDS", fields)
}

/// The text after the fix of the only finding with this code; `None` where there is no fix.
fn fixed(text: String, code: Code) -> Option<String> {
    let mut document = document(text);
    let of_code = |it: &&Finding| it.code() == code;
    let findings = document.parsed.findings.iter().filter(of_code);
    let [finding] = findings.collect::<Vec<_>>()[..] else {
        panic!("{:?}", document.parsed.findings);
    };
    let edit = fix(&document, finding)?;
    let before = counts(&document.parsed);
    document.apply(&edit, (), ()).expect("an edit");
    let mut after = counts(&document.parsed);
    *after.entry(code).or_default() += 1;
    assert_eq!(after, before, "its finding goes, and no other comes");
    Some(document.parsed.tree.text().to_owned())
}

#[test]
fn what_is_certain_is_put_right() {
    for (code, wrong, right) in [
        (Code::W001, "importence: 4, // yes", "importance: 4, // yes"),
        (Code::W002, "kind: Brnd,", "kind: Brand,"),
        (Code::W002, "role: first_contact,", "role: FirstContact,"),
        (Code::E101, "importance: \"4\",", "importance: 4,"),
        (Code::E106, "channel: \"web\",", ""),
        (Code::E106, "keeps: [\"b\"],", ""),
        (
            Code::W005,
            "feedback: [(on: \"30.9.2026\", source: Survey, text: \"t\")],",
            "feedback: [(on: \"2026-09-30\", source: Survey, text: \"t\")],",
        ),
        (
            Code::W002,
            "kpis: [Kpi(id: \"k\", metric: Csatt(scale: 5, top: 2))],",
            "kpis: [Kpi(id: \"k\", metric: Csat(scale: 5, top: 2))],",
        ),
    ] {
        let expected = (!right.is_empty()).then(|| with(right));
        assert_eq!(fixed(with(wrong), code), expected, "{wrong}");
    }
}

#[test]
fn names_ids_anchors_and_references_are_put_right() {
    let text = with("importance: 4,");
    for (code, wrong, right) in [
        (Code::W003, "), // ^a", "), // ^b"),
        (Code::E101, "Touchpoint(", "Touchpiont("),
        (Code::E106, "owner: \"kitchen\"", "owner: \"kitchn\""),
    ] {
        let broken = text.replacen(wrong, right, 1);
        assert_eq!(fixed(broken, code).as_ref(), Some(&text), "{right}");
    }
    let broken = text
        .replace("id: \"a\"", "id: \"A b\"")
        .replace(" // ^a", "");
    let slugged = text.replace("\"a\"", "\"a-b\"").replace("^a", "^a-b");
    assert_eq!(fixed(broken, Code::E108), Some(slugged));
    let twice = text.replace("id: \"kitchen\"", "id: \"front-office\"");
    let twice = twice.replace("owner: \"kitchen\",\n", "owner: \"front-office\",\n");
    assert_eq!(fixed(twice.clone(), Code::E103), None, "who is meant?");
    let free = twice.replace("                    owner: \"front-office\",\n", "");
    let other = free.replace(
        "id: \"front-office\", name: \"Kitchen\"",
        "id: \"front-office-2\", name: \"Kitchen\"",
    );
    assert_eq!(fixed(free, Code::E103), Some(other));
}

#[test]
fn what_may_mean_several_things_or_would_leave_another_finding_is_left() {
    for (code, wrong) in [
        (Code::W001, "importance: 4, importence: 5,"),
        (Code::W001, "importence: 9,"),
        (Code::W001, "mood: 1,"),
        (Code::W001, "exper: 1,"),
        (Code::W002, "kind: Other,"),
        (Code::E101, "importance: \"high\","),
        (Code::E101, "importance: \"9\","),
        (Code::E101, "promise: 4,"),
        (
            Code::W005,
            "feedback: [(on: \"31.2.2026\", source: Survey, text: \"t\")],",
        ),
        (
            Code::W005,
            "feedback: [(on: \"autumn\", source: Survey, text: \"t\")],",
        ),
        (
            Code::E107,
            "kpis: [Kpi(id: \"k\", metric: Nps, target: (at_least: 1, at_most: 2))],",
        ),
        (Code::E106, "keeps: [\"a\", \"aa\"],"),
    ] {
        assert_eq!(fixed(with(wrong), code), None, "{wrong}");
    }
    let misplaced = with("importance: 4,").replacen("Touchpoint(", "Stage(", 1);
    assert_eq!(fixed(misplaced, Code::E101), None);
}
