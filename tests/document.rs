//! Edits on real files: what changes in the text, what does not, and the way back.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use touchline::document::Document;
use touchline::document::edit::{Edit, Slot};
use touchline::document::plan::PlanError;
use touchline::journey::Context;
use touchline::journey::check::Neighbour;
use touchline::journey::fields::Kind;
use touchline::journey::place::{ElementKey, Place};
use touchline::journey::shape::canonical;
use touchline::ron_text::Tree;

fn context() -> Context {
    Context {
        neighbour: Neighbour::None,
        today: jiff::civil::date(2026, 11, 22),
    }
}

fn hotel() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/journeys/hotel-stay.ron");
    std::fs::read_to_string(path).unwrap()
}

fn open(text: &str) -> Document<()> {
    Document::open(text.as_bytes().to_vec(), context())
}

fn touchpoint(id: &str) -> Place {
    Place::of(ElementKey::new(Kind::Touchpoint, id))
}

fn stage(id: &str) -> Place {
    Place::of(ElementKey::new(Kind::Stage, id))
}

/// Lines only in the old text, and lines only in the new one, as `diff` counts them.
fn numstat(old: &str, new: &str) -> (usize, usize) {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let mut longest = vec![vec![0; new.len() + 1]; old.len() + 1];
    for (i, a) in old.iter().enumerate() {
        for (j, b) in new.iter().enumerate() {
            longest[i + 1][j + 1] = match a == b {
                true => longest[i][j] + 1,
                false => longest[i][j + 1].max(longest[i + 1][j]),
            };
        }
    }
    let common = longest[old.len()][new.len()];
    (new.len() - common, old.len() - common)
}

/// Makes the edit, holds what must hold after any edit of a canonical file, and gives the
/// lines added and removed.
fn changed(edit: &Edit) -> (usize, usize) {
    let text = hotel();
    let mut document = open(&text);
    document
        .apply(edit, (), ())
        .unwrap_or_else(|error| panic!("{edit:?}: {error}"));
    let after = document.parsed.tree.text().to_owned();
    assert_eq!(
        canonical(&Tree::read(after.clone())),
        after,
        "{edit:?} leaves canonical form"
    );
    let stat = numstat(&text, &after);
    assert!(document.is_dirty());
    document.undo().unwrap();
    assert_eq!(document.parsed.tree.text(), text, "undo of {edit:?}");
    document.redo().unwrap();
    assert_eq!(document.parsed.tree.text(), after, "redo of {edit:?}");
    stat
}

#[test]
fn a_changed_fact_is_a_changed_line() {
    let check_in = touchpoint("check-in");
    assert_eq!(changed(&Edit::value(check_in.field("emotion"), 1)), (1, 1));
    assert_eq!(
        changed(&Edit::text(
            check_in.field("name"),
            "Anmeldung «am» \"Pult\""
        )),
        (1, 1)
    );
    assert_eq!(changed(&Edit::clear(check_in.field("emotion"))), (0, 1));
    let reason = check_in.field("moment_of_truth").field("reason");
    let one_line_again = (1, 4);
    assert_eq!(changed(&Edit::text(reason, "Shorter")), one_line_again);
}

#[test]
fn a_new_element_adds_lines_only() {
    let edit = Edit::Insert {
        list: stage("arrive").field("touchpoints"),
        slot: Slot::After(touchpoint("check-in")),
        item: "Touchpoint(id: \"lift\", name: \"Lift\")".to_owned(),
    };
    assert_eq!(changed(&edit), (4, 0));
    let pain = Edit::Insert {
        list: touchpoint("check-in").field("pains"),
        slot: Slot::Last,
        item: "\"Cold lobby\"".to_owned(),
    };
    assert_eq!(changed(&pain), (1, 0));
}

#[test]
fn a_first_item_makes_its_list_and_the_last_one_takes_it_away() {
    let path = touchpoint("check-in").field("quotes");
    let mut document = open(&hotel());
    let insert = |item: &str| Edit::Insert {
        list: touchpoint("check-in").field("support"),
        slot: Slot::Last,
        item: item.to_owned(),
    };
    document
        .apply(
            &Edit::clear(touchpoint("check-in").field("support")),
            (),
            (),
        )
        .ok();
    document.apply(&insert("\"Key encoder\""), (), ()).unwrap();
    let text = document.parsed.tree.text();
    assert!(
        text.contains("support: [\n                        \"Key encoder\",\n"),
        "{text}"
    );
    let item = touchpoint("check-in")
        .field("support")
        .item(vec!["Key encoder".to_owned()], 0);
    document.apply(&Edit::Remove { item }, (), ()).unwrap();
    let index = &document.parsed.index;
    let gone = touchpoint("check-in").field("support");
    assert!(index.locate(&document.parsed.tree, &gone).is_none());
    assert!(index.locate(&document.parsed.tree, &path).is_some());
}

#[test]
fn a_target_is_made_field_by_field_and_goes_with_its_last_one() {
    let mut document = open(&hotel());
    let stage_kpi = Edit::Insert {
        list: stage("arrive").field("kpis"),
        slot: Slot::Last,
        item: "Kpi(id: \"arrive-ces\", metric: Ces(formula: Mean))".to_owned(),
    };
    document.apply(&stage_kpi, (), ()).unwrap();
    let target = Place::of(ElementKey::new(Kind::Kpi, "arrive-ces")).field("target");
    document
        .apply(&Edit::value(target.field("at_least"), 5.5), (), ())
        .unwrap();
    document
        .apply(&Edit::text(target.field("by"), "2027-06-30"), (), ())
        .unwrap();
    let text = document.parsed.tree.text();
    assert!(
        text.contains("target: (at_least: 5.5, by: \"2027-06-30\"),"),
        "{text}"
    );
    document
        .apply(&Edit::clear(target.field("by")), (), ())
        .unwrap();
    document
        .apply(&Edit::clear(target.field("at_least")), (), ())
        .unwrap();
    assert!(
        document
            .parsed
            .index
            .locate(&document.parsed.tree, &target)
            .is_none()
    );
}

#[test]
fn comments_go_along_with_what_moves() {
    let text = hotel().replace(
        "                Touchpoint(\n                    id: \"check-in\"",
        "                // Asked for by the owner.\n                Touchpoint(\n                    id: \"check-in\"",
    );
    let mut document = open(&text);
    let edit = Edit::Move {
        item: touchpoint("check-in"),
        list: stage("leave").field("touchpoints"),
        slot: Slot::First,
    };
    document.apply(&edit, (), ()).unwrap();
    let after = document.parsed.tree.text();
    let moved = after.find("// Asked for by the owner.\n                Touchpoint(\n                    id: \"check-in\"");
    assert!(moved > after.find("id: \"leave\""), "{moved:?}");
    let mut lines: (Vec<&str>, Vec<&str>) = (text.lines().collect(), after.lines().collect());
    lines.0.sort_unstable();
    lines.1.sort_unstable();
    assert_eq!(lines.0, lines.1, "the same lines in another order");
}

#[test]
fn the_first_touchpoint_of_a_stage_can_be_moved_in_and_the_last_one_out() {
    let mut document = open(
        "Journey(schema: 1, title: \"T\", stages: [\n  Stage(id: \"a\", name: \"A\", touchpoints: [\n    Touchpoint(id: \"x\", name: \"X\") // mine\n  ]),\n  Stage(id: \"b\", name: \"B\"),\n])\n",
    );
    let edit = Edit::Move {
        item: touchpoint("x"),
        list: stage("b").field("touchpoints"),
        slot: Slot::Last,
    };
    document.apply(&edit, (), ()).unwrap();
    let after = document.parsed.tree.text();
    let stages = &document.parsed.journey.stages;
    assert_eq!(
        (stages[0].touchpoints.len(), stages[1].touchpoints.len()),
        (0, 1),
        "{after}"
    );
    assert!(after.contains("mine"), "{after}");
    assert!(!after.contains("touchpoints: []"), "{after}");
}

#[test]
fn a_new_id_takes_its_references_and_its_anchor_along() {
    let mut document = open(&hotel());
    let element = ElementKey::new(Kind::Touchpoint, "check-in");
    let to = "front-desk".to_owned();
    document
        .apply(
            &Edit::ChangeId {
                element,
                to: to.clone(),
            },
            (),
            (),
        )
        .unwrap();
    let text = document.parsed.tree.text();
    assert!(text.contains("), // ^front-desk") && !text.contains("\"check-in\""));
    assert_eq!(canonical(&Tree::read(text.to_owned())), text);
    let taken = Edit::ChangeId {
        element: ElementKey::new(Kind::Touchpoint, to),
        to: "nps".to_owned(),
    };
    assert!(matches!(
        document.apply(&taken, (), ()),
        Err(PlanError::IdTaken(_))
    ));
}

#[test]
fn elements_that_share_an_id_are_locked_until_one_has_another() {
    let text = "Journey(schema: 1, title: \"T\", stages: [Stage(id: \"a\", name: \"A\"), Stage(id: \"a\", name: \"B\")])";
    let mut document = open(text);
    let second = ElementKey {
        kind: Kind::Stage,
        id: "a".to_owned(),
        nth: 1,
    };
    let rename = Edit::text(Place::of(second.clone()).field("name"), "C");
    assert!(matches!(
        document.apply(&rename, (), ()),
        Err(PlanError::Locked(_))
    ));
    document
        .apply(
            &Edit::ChangeId {
                element: second,
                to: "b".to_owned(),
            },
            (),
            (),
        )
        .unwrap();
    document
        .apply(&Edit::text(stage("b").field("name"), "C"), (), ())
        .unwrap();
    assert!(
        document
            .parsed
            .tree
            .text()
            .contains("Stage(id: \"b\", name: \"C\")")
    );
}

#[test]
fn a_wrong_value_can_be_repaired_and_a_default_is_not_written() {
    let text = "Journey(schema: 1, title: \"T\", audience: Employees, stages: [Stage(id: \"a\", name: \"A\", touchpoints: [Touchpoint(id: \"x\", name: \"X\", importance: \"high\")])])";
    let mut document = open(text);
    assert_eq!(
        document
            .parsed
            .findings
            .iter()
            .filter(|it| it.code().as_str() == "E101")
            .count(),
        1
    );
    document
        .apply(&Edit::value(touchpoint("x").field("importance"), 5), (), ())
        .unwrap();
    assert_eq!(
        document.parsed.journey.stages[0].touchpoints[0].importance,
        Some(5)
    );
    document
        .apply(
            &Edit::value(Place::root().field("audience"), "Customers"),
            (),
            (),
        )
        .unwrap();
    assert!(!document.parsed.tree.text().contains("audience"));
}

#[test]
fn written_some_keeps_its_style() {
    let text = "Journey(schema: 1, title: \"T\", language: Some(\"de\"), stages: [Stage(id: \"a\", name: \"A\", goal: Some(\"G\")), Stage(id: \"b\", name: \"B\", goal: None)])";
    let mut document = open(text);
    document
        .apply(&Edit::text(stage("b").field("goal"), "I"), (), ())
        .unwrap();
    document
        .apply(&Edit::text(stage("a").field("goal"), "H"), (), ())
        .unwrap();
    document
        .apply(&Edit::value(Place::root().field("state"), "ToBe"), (), ())
        .unwrap();
    let text = document.parsed.tree.text();
    assert!(
        text.contains("goal: Some(\"H\")")
            && text.contains("goal: Some(\"I\")")
            && text.contains("state: Some(ToBe)"),
        "{text}"
    );
}

#[test]
fn nothing_changes_what_cannot_be_read() {
    let mut document = open("Journey(schema: 1, title: \"T\", stages: [");
    let edit = Edit::text(Place::root().field("title"), "U");
    assert_eq!(document.apply(&edit, (), ()), Err(PlanError::Unreadable));
    assert!(!document.is_dirty());
    document
        .apply(
            &Edit::Whole("Journey(schema: 1, title: \"T\", stages: [])".to_owned()),
            (),
            (),
        )
        .unwrap();
    assert!(!document.parsed.is_unreadable());
    document.undo().unwrap();
    assert_eq!(
        document.bytes(),
        b"Journey(schema: 1, title: \"T\", stages: ["
    );
}

/// The text after an edit of a small file.
fn edited(text: &str, edit: &Edit) -> String {
    let mut document = open(text);
    document.apply(edit, (), ()).unwrap();
    document.parsed.tree.text().to_owned()
}

#[test]
fn a_metric_with_parameters_replaces_another_one() {
    let text = "Journey(schema: 1, title: \"T\", kpis: [Kpi(id: \"k\", metric: Ces(formula: Mean))], stages: [])";
    let metric = Place::of(ElementKey::new(Kind::Kpi, "k")).field("metric");
    let after = edited(text, &Edit::value(metric, "Repurchase(formula: Buyers)"));
    assert!(
        after.contains("metric: Repurchase(formula: Buyers)"),
        "{after}"
    );
}

#[test]
fn what_only_looks_like_an_anchor_brings_none() {
    let text = "Journey(\n  schema: 1,\n  title: \"T\",\n  stages: [\n    Stage(\n      id: \"a\",\n      name: \"A\",\n    ), // ^see below\n  ],\n)\n";
    let edit = Edit::Insert {
        list: Place::root().field("stages"),
        slot: Slot::Last,
        item: "Stage(id: \"b\", name: \"B\")".to_owned(),
    };
    assert!(!edited(text, &edit).contains("// ^b"));
}

#[test]
fn what_comes_into_a_file_with_written_some_has_it_too() {
    let text = "Journey(schema: 1, title: \"T\", language: Some(\"de\"), stages: [], notes: [])";
    let edit = Edit::Insert {
        list: Place::root().field("notes"),
        slot: Slot::Last,
        item: "Note(id: \"n\", by: \"Ana\", done: true, text: \"N\")".to_owned(),
    };
    let after = edited(text, &edit);
    assert!(
        after.contains("by: Some(\"Ana\")") && after.contains("done: true"),
        "{after}"
    );
    let plain = "Journey(schema: 1, title: \"Some(x)\", stages: [Stage(id: \"a\", name: \"A\")])";
    let after = edited(plain, &Edit::text(stage("a").field("goal"), "G"));
    assert!(after.contains("goal: \"G\""), "{after}");
}

#[test]
fn a_field_with_a_comment_does_not_go_by_itself() {
    let text = "Journey(\n  schema: 1,\n  title: \"T\",\n  stages: [\n    Stage(id: \"a\", name: \"A\", touchpoints: [Touchpoint(id: \"x\", name: \"X\",\n      pains: [\"P\"], // from the survey\n    )]),\n  ],\n  notes: [\n    Note(id: \"n\", text: \"N\",\n      done: true, // all agreed\n    ),\n  ],\n)\n";
    let done = Place::of(ElementKey::new(Kind::Note, "n")).field("done");
    let after = edited(text, &Edit::value(done, false));
    assert!(after.contains("done: false, // all agreed\n"), "{after}");
    let item = touchpoint("x").field("pains").item(vec!["P".to_owned()], 0);
    let after = edited(text, &Edit::Remove { item });
    assert!(after.contains("pains: [], // from the survey\n"), "{after}");
}

#[test]
fn a_list_that_changes_keeps_the_comments_of_what_stays() {
    let text = "Journey(schema: 1, title: \"T\", silence: [\n  \"A001\", // agreed\n  // twice\n  \"A002\",\n  \"A003\", // gone\n], stages: [])";
    let silence = Place::root().field("silence");
    let after = edited(
        text,
        &Edit::value(silence, "[\"A002\", \"A001\", \"A004\"]"),
    );
    let list = "[\n  // twice\n  \"A002\",\n  \"A001\", // agreed\n  \"A004\",\n]";
    assert!(after.contains(list), "{after}");
}

#[test]
fn bytes_that_are_no_text_come_back_on_undo() {
    let bytes = b"Journey(schema: 1, title: \"\xff\xfe\", stages: [])".to_vec();
    let mut document: Document<()> = Document::open(bytes.clone(), context());
    let good = "Journey(schema: 1, title: \"T\", stages: [])";
    document
        .apply(&Edit::Whole(good.to_owned()), (), ())
        .unwrap();
    assert_eq!(document.bytes(), good.as_bytes());
    document.undo().unwrap();
    assert_eq!(document.bytes(), bytes);
    document.redo().unwrap();
    assert_eq!(document.bytes(), good.as_bytes());
}

/// Bytes that are no text count as a change, and come back with undo.
#[test]
fn bytes_behind_the_text_are_not_lost() {
    let bytes = b"Journey(title: \"a\")\xff";
    let mut document = Document::open(bytes.to_vec(), context());
    let _ = document.apply(&Edit::Many(Vec::new()), (), ());
    assert_eq!(document.bytes(), bytes);
    let whole = Edit::Whole("Journey(title: \"a\")".to_owned());
    document.apply(&whole, (), ()).unwrap();
    assert!(document.is_dirty());
    assert_eq!(document.undo(), Some(()));
    assert_eq!(document.bytes(), bytes);
}
