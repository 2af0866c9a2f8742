//! What is said of differences, in both languages.

use super::{Piece, Versions, sentence};
use crate::compare::differences;
use crate::i18n::{InWords, Lang};
use crate::journey::check::Neighbour;
use crate::journey::{Context, Parsed, read};

const TODAY: &str = "2026-11-22";

fn parsed(text: String) -> Parsed {
    let context = Context {
        neighbour: Neighbour::None,
        today: jiff::civil::date(2026, 11, 22),
    };
    read(text, &context)
}

/// A journey with these fields of its touchpoint `desk`, and these fields of its own.
fn journey(touchpoint: &str, root: &str) -> String {
    format!(
        r#"Journey(schema: 1, title: "T", {root}
            personas: [Persona(id: "ann", name: "Ann")],
            departments: [Department(id: "front", name: "Front office"), Department(id: "it", name: "IT")],
            stages: [
                Stage(id: "arrive", name: "Arrive", touchpoints: [
                    Touchpoint(id: "desk", name: "Check-in at the desk", {touchpoint}),
                    Touchpoint(id: "room", name: "First look at the room"),
                ]),
                Stage(id: "stay", name: "Stay"),
            ])"#
    )
}

/// Everything that is said, a line a sentence, with its section and subject before it.
fn said(old: &str, new: &str, lang: Lang) -> String {
    let (old, new) = (parsed(old.to_owned()), parsed(new.to_owned()));
    let in_words = |parsed| InWords {
        parsed,
        neighbour: &Neighbour::None,
        lang,
    };
    let versions = Versions::new(in_words(&old), in_words(&new), TODAY);
    let found = differences(&old, &new);
    let mut lines = Vec::new();
    for section in versions.sections(&found) {
        for subject in &section.subjects {
            for told in &subject.told {
                lines.push(format!(
                    "{} › {}: {}",
                    section.heading, subject.name, told.sentence
                ));
            }
        }
    }
    lines.join("\n")
}

/// What is said of the touchpoint, without the names before it.
fn of_touchpoint(old: &str, new: &str, lang: Lang) -> String {
    let said = said(&journey(old, ""), &journey(new, ""), lang);
    let head = match lang {
        Lang::En => "Stage “Arrive” › Check-in at the desk: ",
        Lang::De => "Phase «Arrive» › Check-in at the desk: ",
    };
    said.replace(head, "")
}

/// Touchpoint before and after, and what is said of it in English and German.
type Case<'c> = (&'c str, &'c str, &'c str, &'c str);

#[track_caller]
fn are_said(cases: &[Case<'_>]) {
    for (old, new, en, de) in cases {
        assert_eq!(of_touchpoint(old, new, Lang::En), *en);
        assert_eq!(of_touchpoint(old, new, Lang::De), *de);
    }
}

#[test]
fn facts_of_a_touchpoint_are_said_in_the_words_of_the_program() {
    are_said(&[
        (
            "emotion: -2",
            "emotion: 1",
            "Emotion: −2 → 1",
            "Emotion: −2 → 1",
        ),
        ("", "emotion: 1", "Emotion, new: 1", "Emotion, neu: 1"),
        (
            "emotion: 1",
            "",
            "Emotion, removed: 1",
            "Emotion, entfernt: 1",
        ),
        (
            "owner: \"front\"",
            "owner: \"it\"",
            "Owner: Front office → IT",
            "Verantwortlich: Front office → IT",
        ),
        (
            "evidence: Assumed",
            "evidence: Measured",
            "Evidence: Assumed → Measured",
            "Grundlage: Annahme → Messung",
        ),
        (
            "expectation: 4, experience: 2",
            "expectation: 4, experience: 5",
            "Experience: 2 → 5 (gap −2 → +1)",
            "Erlebnis: 2 → 5 (Lücke −2 → +1)",
        ),
        (
            "expectation: 4, experience: 2",
            "expectation: 5, experience: 3",
            "Expectation: 4 → 5\nExperience: 2 → 3",
            "Erwartung: 4 → 5\nErlebnis: 2 → 3",
        ),
        (
            "expectation: 4",
            "expectation: 4, experience: 5",
            "Experience, new: 5 (gap ? → +1)",
            "Erlebnis, neu: 5 (Lücke ? → +1)",
        ),
    ]);
}

#[test]
fn moments_of_truth_and_views_are_said_as_such() {
    are_said(&[
        (
            "",
            "moment_of_truth: (reason: \"First face\", kind: First)",
            "Became a Moment of Truth: “First face”",
            "Neu ein Moment of Truth: «First face»",
        ),
        (
            "moment_of_truth: (reason: \"First face\")",
            "",
            "No longer a Moment of Truth; it was one because: “First face”",
            "Kein Moment of Truth mehr; bisher, weil: «First face»",
        ),
        (
            "moment_of_truth: (reason: \"First face\")",
            "moment_of_truth: (reason: \"First face\", kind: Zero)",
            "Moment of Truth · Kind, new: Zero: before the first contact",
            "Moment of Truth · Art, neu: Zero: vor dem ersten Kontakt",
        ),
        (
            "views: [(persona: \"ann\", emotion: -1)]",
            "views: [(persona: \"ann\", emotion: 2)]",
            "View of Ann · Emotion: −1 → 2",
            "Sicht von Ann · Emotion: −1 → 2",
        ),
        (
            "",
            "views: [(persona: \"ann\", emotion: -1, quote: \"Oh\")]",
            "View of Ann, new: Emotion: −1 · Quote: “Oh”",
            "Sicht von Ann, neu: Emotion: −1 · Zitat: «Oh»",
        ),
    ]);
}

#[test]
fn texts_references_and_what_is_unknown_are_said_item_by_item() {
    are_said(&[
        (
            "pains: [\"Queue\"]",
            "pains: [\"Queue\", \"Noise\"]",
            "Pains, new: “Noise”",
            "Schmerzpunkte, neu: «Noise»",
        ),
        (
            "pains: [\"Queue\", \"Noise\"]",
            "pains: [\"Noise\", \"Queue\"]",
            "Pains, order changed: “Queue” now after “Noise”",
            "Schmerzpunkte, Reihenfolge geändert: «Queue» jetzt nach «Noise»",
        ),
        (
            "promise: \"Your room is ready when you arrive, by three in the afternoon\"",
            "promise: \"Your room is ready when you arrive, at noon in the week\"",
            "Promise, reworded: “Your room is ready when you arrive, [-by three-]{+at noon+} in the [-afternoon-]{+week+}”",
            "Versprechen, umformuliert: «Your room is ready when you arrive, [-by three-]{+at noon+} in the [-afternoon-]{+week+}»",
        ),
        (
            "promise: \"Ready\"",
            "promise: \"Clean\"",
            "Promise: “Ready” → “Clean”",
            "Versprechen: «Ready» → «Clean»",
        ),
        (
            "keeps: [\"room\"]",
            "",
            "Keeps the promise of, removed: First look at the room",
            "Löst Versprechen ein von, entfernt: First look at the room",
        ),
        (
            "",
            "feedback: [(on: \"2026-08-16\", source: Direct, text: \"Nice\")]",
            "Feedback, new: 2026-08-16 · Direct · Nice",
            "Rückmeldung, neu: 16.08.2026 · Direkt · Nice",
        ),
        (
            "",
            "colour: \"red\"",
            "Unknown field `colour`, new: \"red\"",
            "Unbekanntes Feld `colour`, neu: \"red\"",
        ),
        (
            "emotion: 1",
            "emotion: 99",
            "Emotion: 1 → 99",
            "Emotion: 1 → 99",
        ),
        (
            "emotion: 1",
            "emotion: 1, // asked twice\n",
            "Comment in the file, new: “asked twice”",
            "Kommentar in der Datei, neu: «asked twice»",
        ),
    ]);
}

/// A touchpoint with an NPS.
fn nps(target: &str, readings: &str) -> String {
    format!("kpis: [Kpi(id: \"nps\", metric: Nps, {target} readings: [{readings}])]")
}

const FIRST: &str = "(on: \"2026-09-30\", promoters: 110, passives: 80, detractors: 53)";
const TARGET: &str = "target: (at_least: 40, by: \"2026-12-31\"),";

#[test]
fn figures_are_said_with_interval_n_and_verdict() {
    let better = FIRST.replace("110", "400");
    for (old, new, en, de) in [
        (
            nps(TARGET, ""),
            nps(TARGET, FIRST),
            "NPS · Reading of 2026-09-30, new: +23.5 (13.4–33, n 243), target ≥ 40: not yet",
            "NPS · Messwert vom 30.09.2026, neu: +23.5 (13.4–33, n 243), Ziel ≥ 40: noch offen",
        ),
        (
            nps(TARGET, FIRST),
            nps(TARGET, &better),
            "NPS · Reading of 2026-09-30: +23.5 (13.4–33, n 243), target ≥ 40: not yet → +65.1 (59.2–70.3, n 533), target ≥ 40: reached",
            "NPS · Messwert vom 30.09.2026: +23.5 (13.4–33, n 243), Ziel ≥ 40: noch offen → +65.1 (59.2–70.3, n 533), Ziel ≥ 40: erreicht",
        ),
        (
            nps(TARGET, FIRST),
            nps("target: (at_least: 10, by: \"2026-12-31\"),", FIRST),
            "NPS · Target: ≥ 40 by 2026-12-31 → ≥ 10 by 2026-12-31 (latest figure: not yet → reached)",
            "NPS · Zielwert: ≥ 40 bis 31.12.2026 → ≥ 10 bis 31.12.2026 (letztes Ergebnis: noch offen → erreicht)",
        ),
        (
            nps("", FIRST),
            nps(TARGET, FIRST),
            "NPS · Target, new: ≥ 40 by 2026-12-31 (latest figure: not yet)",
            "NPS · Zielwert, neu: ≥ 40 bis 31.12.2026 (letztes Ergebnis: noch offen)",
        ),
        (
            nps("", FIRST),
            nps("", &FIRST.replace("53)", "53, source: \"Letter\")")),
            "NPS · Reading of 2026-09-30: 2026-09-30 · Promoters (9–10) 110 · Passives (7–8) 80 · Detractors (0–6) 53 → 2026-09-30 · Promoters (9–10) 110 · Passives (7–8) 80 · Detractors (0–6) 53 · Letter",
            "NPS · Messwert vom 30.09.2026: 30.09.2026 · Promotoren (9–10) 110 · Passive (7–8) 80 · Detraktoren (0–6) 53 → 30.09.2026 · Promotoren (9–10) 110 · Passive (7–8) 80 · Detraktoren (0–6) 53 · Letter",
        ),
        (
            nps("", FIRST),
            "emotion: 1".to_owned(),
            "Emotion, new: 1\nKPI removed: NPS",
            "Emotion, neu: 1\nKennzahl entfernt: NPS",
        ),
    ] {
        // Blanks within a figure do not break.
        let plain = |said: String| said.replace('\u{A0}', " ");
        assert_eq!(plain(of_touchpoint(&old, &new, Lang::En)), en);
        assert_eq!(plain(of_touchpoint(&old, &new, Lang::De)), de);
    }
}

#[test]
fn elements_are_said_by_name_in_the_order_of_the_stages() {
    let old = journey("emotion: 1, importance: 5", "");
    let new = old
        .replace(
            "Touchpoint(id: \"room\", name: \"First look at the room\"),",
            "",
        )
        .replace(
            "name: \"Stay\"",
            "name: \"Stay\", touchpoints: [Touchpoint(id: \"room\", name: \"First look\"), Touchpoint(id: \"bar\", name: \"Bar\", owner: \"front\", emotion: 2)]",
        )
        .replace("personas: [", "state: ToBe, notes: [Note(id: \"n\", at: \"bar\", kind: Todo, text: \"Ask Ann\")], personas: [");
    insta::assert_snapshot!(said(&old, &new, Lang::En), @r"
    Customer journey › : State, new: To-be
    Stage “Stay” › First look: Moved here from stage “Arrive”
    Stage “Stay” › First look: Name: “First look at the room” → “First look”
    Stage “Stay” › Bar: Touchpoint added · Owner: Front office · Emotion: 2
    Notes › Ask Ann: Note added · About: Bar · Kind: To-do
    ");
    insta::assert_snapshot!(said(&new, &old, Lang::De), @r"
    Customer Journey › : Zustand, entfernt: Soll
    Phase «Arrive» › First look at the room: Hierher verschoben, bisher: Phase «Stay»
    Phase «Arrive» › First look at the room: Name: «First look» → «First look at the room»
    Phase «Stay» › Bar: Berührungspunkt entfernt · Verantwortlich: Front office · Emotion: 2
    Notizen › Ask Ann: Notiz entfernt · Zu: Bar · Art: Aufgabe
    ");
}

#[test]
fn order_and_stages_that_go_stand_where_they_were() {
    let old = journey("emotion: 1", "");
    let swapped = r#"stages: [
        Stage(id: "stay", name: "Stay", touchpoints: [Touchpoint(id: "room", name: "First look at the room")]),
        Stage(id: "arrive", name: "Arrive", touchpoints: [Touchpoint(id: "desk", name: "Check-in at the desk", emotion: 1)]),
    ])"#;
    let (head, _) = old.split_once("stages: [").expect("the stages");
    let new = format!("{head}{swapped}");
    insta::assert_snapshot!(said(&old, &new, Lang::En), @r"
    Customer journey › : Stages, order changed: “Arrive” now after “Stay”
    Stage “Stay” › First look at the room: Moved here from stage “Arrive”
    ");
    let without = old.replace("Stage(id: \"stay\", name: \"Stay\"),", "");
    insta::assert_snapshot!(said(&old, &without, Lang::De), @r"
    Phase «Stay» › : Phase entfernt
    ");
    let other_id = old.replace("\"desk\"", "\"counter\"");
    insta::assert_snapshot!(said(&old, &other_id, Lang::En), @r"
    Stage “Arrive” › Check-in at the desk: Id: desk → counter; otherwise the same
    ");
}

#[test]
fn words_that_changed_are_marked_without_the_blanks_around_them() {
    let pieces = |old: &str, new: &str| sentence::marked(old, new);
    let plain = |text: &str| Piece::Plain(text.to_owned());
    let gone = |text: &str| Piece::Gone(text.to_owned());
    let come = |text: &str| Piece::Come(text.to_owned());
    for (old, new, expected) in [
        (
            "one two three four",
            "one 2 three four",
            Some(vec![
                plain("one "),
                gone("two"),
                come("2"),
                plain(" three four"),
            ]),
        ),
        (
            "they say and the two I need",
            "they say and I need",
            Some(vec![
                plain("they say and "),
                gone("the two "),
                plain("I need"),
            ]),
        ),
        ("first word", "other thing", None),
    ] {
        assert_eq!(pieces(old, new), expected, "{old}");
    }
}
