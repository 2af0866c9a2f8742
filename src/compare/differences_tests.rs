//! What differs between two versions, case by case.

use super::{Difference, differences};
use crate::journey::fields::Kind;
use crate::journey::place::{ElementKey, Place};
use crate::journey::structure;
use crate::ron_text::Tree;

/// The differences of two lists of stages.
fn between(old: &str, new: &str) -> Vec<Difference> {
    let read = |stages: &str| {
        let text = format!("Journey(schema: 1, title: \"t\", stages: [{stages}])");
        structure(Tree::read(text))
    };
    differences(&read(old), &read(new))
}

fn touchpoint(id: &str) -> ElementKey {
    ElementKey::new(Kind::Touchpoint, id)
}

#[test]
fn a_new_id_alone_is_told_as_such_and_what_refers_to_it_is_not_told() {
    let stage = |id: &str, emotion: i8| {
        format!(
            "Stage(id: \"s\", name: \"S\", touchpoints: [\
             Touchpoint(id: \"{id}\", name: \"A\", emotion: {emotion}), \
             Touchpoint(id: \"z\", name: \"Z\", keeps: [\"{id}\"])])"
        )
    };
    let (from, to) = (touchpoint("a"), touchpoint("b"));
    let expected = Difference::NewId { from, to };
    assert_eq!(between(&stage("a", 1), &stage("b", 1)), [expected]);
    let found = between(&stage("a", 1), &stage("b", 2));
    assert!(
        found.contains(&Difference::Added(touchpoint("b"))),
        "{found:?}"
    );
    assert!(
        found.contains(&Difference::Removed(touchpoint("a"))),
        "{found:?}"
    );
}

#[test]
fn what_is_in_a_stage_that_got_another_id_did_not_move() {
    let stage = |id: &str| {
        format!(
            "Stage(id: \"{id}\", name: \"S\", touchpoints: [Touchpoint(id: \"a\", name: \"A\")])"
        )
    };
    let [from, to] = ["s", "t"].map(|id| ElementKey::new(Kind::Stage, id));
    let found = between(&stage("s"), &stage("t"));
    assert_eq!(found, [Difference::NewId { from, to }]);
}

#[test]
fn a_record_that_comes_or_goes_is_one_difference() {
    let stage = |more: &str| {
        format!(
            "Stage(id: \"s\", name: \"S\", touchpoints: [Touchpoint(id: \"a\", name: \"A\", {more})])"
        )
    };
    let moment = Place::of(touchpoint("a")).field("moment_of_truth");
    let marked = stage("moment_of_truth: (reason: \"r\", kind: First)");
    for (old, new) in [(stage(""), marked.clone()), (marked.clone(), stage(""))] {
        assert_eq!(between(&old, &new), [Difference::Fact(moment.clone())]);
    }
    let reworded = stage("moment_of_truth: (reason: \"q\", kind: First)");
    let reason = Difference::Fact(moment.field("reason"));
    assert_eq!(between(&marked, &reworded), [reason]);
    let empty = between(&stage(""), &stage("moment_of_truth: ()"));
    assert_eq!(empty, [Difference::Fact(moment)]);
}

#[test]
fn layout_alone_is_no_difference() {
    let one = "Stage(id: \"s\", name: \"S\")";
    assert!(between(one, "( name: r\"S\",\n id: \"s\", goal: None )").is_empty());
}
