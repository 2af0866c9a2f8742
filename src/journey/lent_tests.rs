//! What a company lends, and what is said of a `company.ron` itself. Today is 22 November 2026.

use super::*;
use crate::i18n::{Lang, hint};
use crate::journey::finding::Code;
use crate::journey::{Context, Parsed, read};

/// A company that nothing is wrong with.
const COMPANY: &str = r#"#![enable(implicit_some)]
Company(
    schema: 1,
    name: "Inn",
    strategy: (
        vision: "V",
        milestones: [
            Milestone(
                id: "soon",
                on: "2027-01-31",
                title: "Soon",
                kind: Process,
                departments: ["front-office"],
                done: false,
            ),
        ],
    ),
    values: [Value(id: "word", name: "Our word")],
    departments: [
        Department(
            id: "front-office",
            name: "Front office",
            kpis: [
                Kpi(
                    id: "score",
                    metric: Nps,
                    target: (at_least: 30),
                    readings: [(on: "2026-10-31", promoters: 50, passives: 30, detractors: 20)],
                ),
            ],
        ),
        Department(id: "kitchen", name: "Kitchen"),
    ],
    channels: [Channel(id: "telephone", name: "Telephone")],
    personas: [Persona(id: "miriam", name: "Miriam")],
)
"#;

fn read_beside(text: &str, neighbour: Neighbour) -> Parsed {
    let context = Context {
        neighbour,
        today: jiff::civil::date(2026, 11, 22),
    };
    read(text.to_owned(), &context)
}

fn company() -> Neighbour {
    let parsed = read_beside(COMPANY, Neighbour::None);
    Neighbour::Company(Box::new(parsed.company.expect("a company")))
}

/// Code and marked text of each finding.
fn said(parsed: &Parsed) -> Vec<(Code, &str)> {
    let marked = |span: &std::ops::Range<usize>| &parsed.tree.text()[span.clone()];
    let findings = parsed.findings.iter();
    findings.map(|it| (it.code(), marked(&it.span))).collect()
}

/// A journey that refers to one element of each kind a company lends.
fn journey(value: &str, department: &str, channel: &str, persona: &str) -> String {
    format!(
        r#"Journey(schema: 1, title: "T", reviewed: "2026-11-22", stages: [Stage(id: "s", name: "S",
            touchpoints: [Touchpoint(id: "t", name: "T", channel: "{channel}", owner: "{department}",
            persona: "{persona}", values: ["{value}"])])])"#
    )
}

#[test]
fn a_sound_company_has_no_findings() {
    assert_eq!(said(&read_beside(COMPANY, Neighbour::None)), []);
}

#[test]
fn what_is_wrong_in_a_company_is_found() {
    let rows = [
        (
            r#"departments: ["front-office"]"#,
            r#"departments: ["front-ofice"]"#,
            Code::E106,
            r#""front-ofice""#,
        ),
        (
            r#"id: "kitchen""#,
            r#"id: "front-office""#,
            Code::E103,
            r#"id: "front-office""#,
        ),
        ("done: false", r#"done: "no""#, Code::E101, r#""no""#),
        (r#"title: "Soon","#, "", Code::E102, "Milestone("),
        (
            r#""2027-01-31""#,
            r#""31 January""#,
            Code::W005,
            r#""31 January""#,
        ),
        (
            r#""2027-01-31""#,
            r#""2026-11-21""#,
            Code::A014,
            r#"on: "2026-11-21""#,
        ),
        (
            "done: false",
            r#"values: ["wrod"]"#,
            Code::E106,
            r#""wrod""#,
        ),
        ("kind: Process", "kind: Proces", Code::W002, "Proces"),
        ("vision:", "visoin:", Code::W001, "visoin"),
        (
            r#"name: "Kitchen""#,
            r#"name: "Front office""#,
            Code::W008,
            r#"name: "Front office""#,
        ),
        (
            "promoters: 50, ",
            "",
            Code::W004,
            "(on: \"2026-10-31\", passives: 30, detractors: 20)",
        ),
        ("schema: 1", "schema: 2", Code::W007, "2"),
        ("target: (at_least: 30),", "", Code::A007, "Kpi("),
        (
            "2026-10-31",
            "2026-05-01",
            Code::A008,
            "readings: [(on: \"2026-05-01\", promoters: 50, passives: 30, detractors: 20)]",
        ),
    ];
    for (from, to, code, marked) in rows {
        assert!(COMPANY.contains(from), "{from}");
        let parsed = read_beside(&COMPANY.replacen(from, to, 1), Neighbour::None);
        assert_eq!(said(&parsed), [(code, marked)], "{to}");
    }
}

#[test]
fn nobody_lends_to_a_company() {
    let text = COMPANY.replace(r#"["front-office"]"#, r#"["miriam"]"#);
    for neighbour in [Neighbour::Unknown, Neighbour::None, company()] {
        let parsed = read_beside(&text, neighbour);
        assert_eq!(said(&parsed), [(Code::E106, r#""miriam""#)]);
    }
}

#[test]
fn a_journey_may_refer_to_what_its_company_lends() {
    let text = journey("word", "front-office", "telephone", "miriam");
    assert_eq!(said(&read_beside(&text, company())), []);
    assert_eq!(said(&read_beside(&text, Neighbour::Unknown)), []);
    assert_eq!(read_beside(&text, Neighbour::None).findings.len(), 4);
}

#[test]
fn what_nobody_has_is_an_error_that_suggests_what_is_lent() {
    let text = journey("wort", "front-ofice", "telefone", "mirjam");
    let parsed = read_beside(&text, company());
    let hints = parsed.findings.iter().map(|it| {
        assert_eq!(it.code(), Code::E106);
        hint(Lang::En, &it.what).unwrap_or_default()
    });
    let hints: Vec<String> = hints.collect();
    let ids = ["telephone", "front-office", "miriam", "word"];
    assert_eq!(hints.len(), ids.len());
    for (hint, id) in hints.iter().zip(ids) {
        assert!(hint.contains(&format!("`{id}`")), "{hint}");
    }
}

#[test]
fn a_kind_does_not_stand_for_another() {
    let text = journey("kitchen", "telephone", "miriam", "word");
    let codes = read_beside(&text, company()).findings;
    assert!(codes.iter().all(|it| it.code() == Code::E106));
    assert_eq!(codes.len(), 4);
}

#[test]
fn an_own_element_of_the_same_id_is_no_duplicate() {
    let text = journey("word", "front-office", "telephone", "miriam").replace(
        "stages: [S",
        r#"values: [Value(id: "word", name: "Our word")], stages: [S"#,
    );
    assert_eq!(said(&read_beside(&text, company())), []);
}

#[test]
fn names_are_those_of_the_kind() {
    let company = company();
    let name = |kind, id| company.name(kind, id);
    assert_eq!(name(Kind::Value, "word"), Some("Our word"));
    assert_eq!(name(Kind::Department, "kitchen"), Some("Kitchen"));
    assert_eq!(name(Kind::Channel, "telephone"), Some("Telephone"));
    assert_eq!(name(Kind::Persona, "miriam"), Some("Miriam"));
    assert_eq!(name(Kind::Persona, "word"), None);
    assert_eq!(name(Kind::Kpi, "score"), None);
    assert_eq!(Neighbour::None.name(Kind::Value, "word"), None);
}

#[test]
fn the_own_department_wins_over_the_one_of_the_company() {
    let text = r#"Journey(schema: 1, title: "T", departments: [
        Department(id: "bar", name: "Bar"), Department(id: "kitchen", name: "Our kitchen")])"#;
    let neighbour = company();
    let parsed = read_beside(text, neighbour.clone());
    let known = departments(&parsed.journey, &neighbour).into_iter();
    let known: Vec<(&str, bool)> = known.map(|it| (it.it.name.as_str(), it.is_own)).collect();
    let expected = [
        ("Bar", true),
        ("Our kitchen", true),
        ("Front office", false),
    ];
    assert_eq!(known, expected);
    let lent = values(&parsed.journey, &neighbour);
    assert_eq!((lent[0].key.id.as_str(), lent[0].is_own), ("word", false));
    assert!(departments(&parsed.journey, &Neighbour::Unknown).len() == 2);
}
