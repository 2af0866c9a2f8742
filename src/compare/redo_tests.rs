//! Committed merges: what is a fault, and what is honest work.

use super::{Difference, Redone, Side, Wrong, merge};
use crate::journey::structure;
use crate::ron_text::Tree;

const BASE: &str = r#"#![enable(implicit_some)]
Journey(
    schema: 1,
    title: "Shop",
    stages: [
        Stage(
            id: "buy",
            name: "Buy",
            touchpoints: [
                Touchpoint(
                    id: "web", // how
                    name: "Website",
                    emotion: 0,
                    pains: ["slow", "loud"],
                ),
                Touchpoint(
                    id: "desk",
                    name: "Desk",
                    emotion: 0,
                ),
                Touchpoint(
                    id: "pay",
                    name: "Pay",
                ),
            ],
        ),
        Stage(
            id: "after",
            name: "After",
        ),
    ],
)
"#;

fn with(changes: &[(&str, &str)]) -> String {
    let mut text = BASE.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    text
}

/// The faults of this text as a merge of the two: each in short.
fn faults(ours: &str, theirs: &str, committed: &str) -> Vec<String> {
    let read = |text: &str| structure(Tree::read(text.to_owned()));
    let merged = merge(BASE, ours, theirs).unwrap();
    let redone = Redone {
        base: &read(BASE),
        ours: &read(ours),
        theirs: &read(theirs),
        merged: &read(&merged.text),
        conflicts: &merged.conflicts,
        committed: &read(committed),
    };
    redone.faults().iter().map(short).collect()
}

fn short((difference, wrong): &(Difference, Wrong)) -> String {
    let what = match difference {
        Difference::Added(key) => format!("+{}", key.id),
        Difference::Removed(key) => format!("-{}", key.id),
        Difference::Moved { element, .. } => format!("moved {}", element.id),
        Difference::NewId { to, .. } => format!("new id {}", to.id),
        Difference::Fact(place) | Difference::Reworded { from: place, .. } => {
            let id = place.element.as_ref().map_or("", |key| &key.id);
            format!("{id}.{}", place.last_field().unwrap_or("item"))
        }
        Difference::Reordered { .. } => "order".to_owned(),
        Difference::Comment { .. } => "comment".to_owned(),
    };
    let wrong = match wrong {
        Wrong::Lost(Side::Ours) => "lost by ours",
        Wrong::Lost(Side::Theirs) => "lost by theirs",
        Wrong::Unsaid => "unsaid",
    };
    format!("{what} {wrong}")
}

const HAPPY: (&str, &str) = ("emotion: 0", "emotion: 2");
const NAME: (&str, &str) = ("\"Desk\"", "\"Counter\"");
const DESK: &str = "                Touchpoint(\n                    id: \"desk\",\n                    name: \"Desk\",\n                    emotion: 0,\n                ),\n";

fn moved() -> String {
    let late = "            name: \"After\",\n";
    let list = format!("{late}            touchpoints: [\n{DESK}            ],\n");
    with(&[(DESK, ""), (late, &list)])
}

#[test]
fn what_a_side_did_and_the_merge_did_not_is_lost() {
    let (happy, name) = (with(&[HAPPY]), with(&[NAME]));
    assert_eq!(faults(&happy, &name, &with(&[HAPPY, NAME])), [""; 0]);
    assert_eq!(faults(&happy, &name, &happy), ["desk.name lost by theirs"]);
    assert_eq!(faults(&happy, &name, &name), ["web.emotion lost by ours"]);
    let gone = with(&[(DESK, "")]);
    assert_eq!(faults(&gone, &happy, &happy), ["+desk lost by ours"]);
    assert_eq!(
        faults(&happy, &moved(), &happy),
        ["moved desk lost by theirs"]
    );
    let pain = with(&[("\"loud\"", "\"loud\", \"late\"")]);
    assert_eq!(faults(&happy, &pain, &happy), ["web.item lost by theirs"]);
    let comment = with(&[(" // how", "")]);
    assert_eq!(faults(&happy, &comment, &happy), ["comment lost by theirs"]);
}

#[test]
fn what_no_side_says_came_up_in_the_merge() {
    let (happy, name) = (with(&[HAPPY]), with(&[NAME]));
    let own = with(&[HAPPY, NAME, ("\"Pay\"", "\"Cash\"")]);
    assert_eq!(faults(&happy, &name, &own), ["pay.name unsaid"]);
    let gone = with(&[HAPPY, (DESK, "")]);
    assert_eq!(
        faults(&happy, &with(&[("\"Pay\"", "\"Cash\"")]), &gone),
        ["pay.name lost by theirs", "-desk unsaid"]
    );
}

/// The worst that a line merge does.
#[test]
fn an_edit_on_the_wrong_of_two_that_were_swapped_is_found() {
    let two = ["web\", // how", "desk\","];
    let swapped = with(&[(two[0], "x"), (two[1], two[0]), ("x\n", "desk\",\n")]);
    let swapped = swapped
        .replacen("\"Website\"", "y", 1)
        .replacen("\"Desk\"", "\"Website\"", 1);
    let swapped = swapped.replacen("name: y", "name: \"Desk\"", 1);
    let swapped = swapped.replacen("                    pains: [\"slow\", \"loud\"],\n", "", 1);
    let edited = with(&[HAPPY]);
    let wrong = swapped.replacen("emotion: 0", "emotion: 2", 1);
    let found = faults(&swapped, &edited, &wrong);
    assert!(
        found.contains(&"desk.emotion unsaid".to_owned()),
        "{found:?}"
    );
    assert!(
        found.contains(&"web.emotion lost by theirs".to_owned()),
        "{found:?}"
    );
}

#[test]
fn answers_to_conflicts_are_a_persons_own() {
    let (ours, theirs) = (with(&[HAPPY]), with(&[("emotion: 0", "emotion: -2"), NAME]));
    for answer in ["emotion: 2", "emotion: -2", "emotion: 1", "emotion: 0"] {
        let committed = with(&[("emotion: 0", answer), NAME]);
        assert_eq!(faults(&ours, &theirs, &committed), [""; 0], "{answer}");
    }
    assert_eq!(faults(&ours, &theirs, &ours), ["desk.name lost by theirs"]);

    let gone = with(&[(DESK, "")]);
    let renamed = with(&[NAME]);
    for committed in [&gone, &renamed, &with(&[("\"Desk\"", "\"Hall\"")])] {
        assert_eq!(faults(&gone, &renamed, committed), [""; 0]);
    }
    assert_eq!(faults(&gone, &moved(), &moved()), [""; 0]);
}

#[test]
fn honest_work_by_hand_is_no_fault() {
    let new = |id: &str| format!("                Touchpoint(id: \"{id}\", name: \"{id}\"),\n");
    let pay = "                Touchpoint(\n                    id: \"pay\"";
    let add = |ids: &[&str]| {
        let all: String = ids.iter().map(|id| new(id)).collect();
        with(&[(pay, &format!("{all}{pay}"))])
    };
    let (a, b) = (add(&["a"]), add(&["b"]));
    for both in [add(&["a", "b"]), add(&["b", "a"])] {
        assert_eq!(faults(&a, &b, &both), [""; 0]);
    }
    assert_eq!(faults(&a, &b, &b), ["-a lost by ours"]);

    let wording = |text: &str| with(&[("\"slow\"", text)]);
    let (one, other) = (wording("\"sluggish\""), wording("\"too slow\""));
    for text in ["\"sluggish\"", "\"too slow\"", "\"sluggish, too slow\""] {
        assert_eq!(faults(&one, &other, &wording(text)), [""; 0], "{text}");
    }
    let comment = |text: &str| with(&[("// how", text)]);
    let (one, other) = (comment("// how?"), comment("// how!"));
    assert_eq!(faults(&one, &other, &comment("// how?!")), [""; 0]);
}

#[test]
fn an_order_counts_among_what_all_have() {
    let swapped = with(&[
        (DESK, ""),
        ("            ],\n", &format!("{DESK}            ],\n")),
    ]);
    let happy = with(&[HAPPY]);
    assert_eq!(faults(&swapped, &happy, &happy), ["order lost by ours"]);
}
