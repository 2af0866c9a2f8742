//! The minutes of a meeting, from two texts of a journey.

use super::*;
use crate::journey::check::Neighbour;
use crate::journey::{Context, Parsed, read};

const BEGUN: &str = r##"#![enable(implicit_some)]
Journey(
    schema: 1,
    title: "Clinic <b> #1",
    departments: [Department(id: "desk", name: "Front *desk*")],
    stages: [
        Stage(id: "come", name: "Come", touchpoints: [
            Touchpoint(id: "call", name: "Call"),
            Touchpoint(id: "wait", name: "Wait [now](x)", emotion: -2),
        ]),
    ],
    notes: [
        Note(id: "old", at: "wait", kind: Decision, text: "Of last time"),
    ],
)
"##;

/// The same after a meeting, whose notes stand in the order in which they were taken.
fn now() -> String {
    let notes = r#"    notes: [
        Note(id: "old", at: "wait", kind: Decision, text: "Of last time", done: true),
        Note(id: "d2", at: "wait", kind: Decision, text: "Two clerks\n- and a <script>\n1. @ann"),
        Note(id: "d1", at: "call", kind: Decision, text: "A callback"),
        Note(id: "t1", at: "wait", kind: Todo, owner: "desk", due: "2026-11-30", text: "Plan"),
        Note(id: "t2", kind: Todo, owner: "Ann", done: true, text: "Ask"),
        Note(id: "q1", at: "come", kind: Question, text: "Who pays?"),
        Note(id: "votes-emotion", at: "wait", kind: Idea, text: "Votes, Emotion: −1 ×2 → −1"),
        Note(id: "votes-importance", at: "call", kind: Idea, text: "Stimmen, Wichtigkeit: 4 ×1 → 4"),
        Note(id: "n1", at: "wait", text: "Hm"),
    ],
"#;
    let begun = BEGUN.replace("emotion: -2", "emotion: -1");
    let (before, _) = begun.split_once("    notes:").expect("notes");
    format!("{before}{notes})\n")
}

fn of(begun: &str, now: &str, lang: Lang) -> String {
    let context = Context {
        neighbour: Neighbour::Unknown,
        today: jiff::civil::date(2026, 11, 22),
    };
    let [begun, now] = [begun, now].map(|text| read(text.to_owned(), &context));
    let words = |parsed| InWords {
        parsed,
        neighbour: &Neighbour::Unknown,
        lang,
    };
    let ids = |parsed: &Parsed| {
        parsed
            .journey
            .notes
            .iter()
            .map(|it| it.id.clone())
            .collect()
    };
    minutes(&MeetingHeld {
        begun: words(&begun),
        now: words(&now),
        notes_before: &ids(&begun),
        today: "2026-11-22",
        file: Some("clinic_1.ron".to_owned()),
        participants: &["Ann A.".to_owned(), "Beat *B*".to_owned()],
        agenda: w::agenda_moments(lang),
        come_to: 2,
        seconds: 4370,
    })
}

#[test]
fn the_minutes_in_both_languages() {
    insta::assert_snapshot!("minutes_en", of(BEGUN, &now(), Lang::En));
    insta::assert_snapshot!("minutes_de", of(BEGUN, &now(), Lang::De));
}

#[test]
fn without_anything_noted_they_say_so() {
    let text = of(BEGUN, BEGUN, Lang::En);
    assert!(text.ends_with("Nothing was noted or changed.\n"), "{text}");
    assert!(!text.contains("##"), "{text}");
}

#[test]
fn times_are_told_in_hours_and_minutes() {
    for (seconds, expected) in [
        (59, "less than a minute"),
        (60, "1 min"),
        (3599, "59 min"),
        (3600, "1 h 0 min"),
        (7325, "2 h 2 min"),
    ] {
        assert_eq!(duration(Lang::En, seconds), expected);
    }
}
