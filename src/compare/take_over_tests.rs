//! What one version says, taken over by the other, difference by difference: until nothing is
//! left, and each one away when it was taken.

use super::{Difference, NotTaken, differences, take_over};
use crate::document::edit::Edit;
use crate::document::plan::{draft_all, plan};
use crate::journey::check::Neighbour;
use crate::journey::fields::Kind;
use crate::journey::place::{ElementKey, Place};
use crate::journey::{Context, Parsed, read, structure};
use crate::ron_text::Tree;

const AS_IS: &str = include_str!("../../journeys/insurance-claim.ron");
const TO_BE: &str = include_str!("../../journeys/insurance-claim-to-be.ron");

fn context() -> Context {
    Context {
        neighbour: Neighbour::Unknown,
        today: jiff::civil::date(2026, 11, 22),
    }
}

fn parsed(text: &str) -> Parsed {
    read(text.to_owned(), &context())
}

fn after(edit: &Edit, now: &Parsed) -> Parsed {
    let outcome = plan(now, edit, &Default::default(), &context());
    outcome
        .unwrap_or_else(|error| panic!("{error}: {edit:?}"))
        .parsed
}

/// Takes over all differences, each as soon as it can be; how many there were.
fn take_all(
    from: &Parsed,
    mut into: Parsed,
    after: impl Fn(&Edit, &Parsed) -> Parsed,
) -> (usize, Parsed) {
    let mut left = differences(&into, from);
    for taken in 0.. {
        let edits = left.iter().map(|it| (it, take_over(it, from, &into)));
        let mut edits = edits.filter_map(|(it, edit)| Some((it, edit.ok()?)));
        let Some((difference, edit)) = edits.next() else {
            return (taken, into);
        };
        into = after(&edit, &into);
        let now = differences(&into, from);
        assert!(!now.contains(difference), "{difference:?} is still there");
        assert!(taken < 1000, "no end: {difference:?}");
        left = now;
    }
    unreachable!("a range without end")
}

/// As [`after`], without the proof that the text says what was meant: many edits of a large text
/// take long otherwise.
fn drafted(edit: &Edit, now: &Parsed) -> Parsed {
    let now = structure(Tree::read(now.tree.text().to_owned()));
    draft_all(now, std::slice::from_ref(edit)).expect("an edit")
}

/// The file with its first stages alone, so that the test does not take long.
fn beginning(text: &str) -> Parsed {
    let whole = parsed(text);
    let stages = whole.index.elements().map(|(key, _)| key.clone());
    let later = stages.filter(|key| key.kind == Kind::Stage).skip(2);
    let edits: Vec<Edit> = later
        .map(|key| Edit::Remove {
            item: Place::of(key),
        })
        .collect();
    draft_all(whole, &edits).expect("edits")
}

fn taken_one_by_one(from: &str, into: &str) {
    let (from, into) = (beginning(from), beginning(into));
    let (taken, end) = take_all(&from, into, drafted);
    assert!(taken > 50, "{taken}");
    assert_eq!(differences(&end, &from), []);
}

#[test]
fn taken_one_by_one_the_as_is_becomes_the_to_be() {
    taken_one_by_one(TO_BE, AS_IS);
}

#[test]
fn taken_one_by_one_the_to_be_becomes_the_as_is() {
    taken_one_by_one(AS_IS, TO_BE);
}

const OLD: &str = r#"Journey(schema: 1, title: "T", stages: [
    Stage(id: "a", name: "A", touchpoints: [
        Touchpoint(id: "one", name: "One", pains: ["p", "q", "r"]),
        Touchpoint(id: "two", name: "Two"),
    ]),
    Stage(id: "b", name: "B", touchpoints: [
        // Why it is here.
        Touchpoint(id: "three", name: "Three"),
    ]),
])
"#;

const NEW: &str = r#"Journey(schema: 1, title: "T", stages: [
    Stage(id: "a", name: "A", touchpoints: [
        Touchpoint(id: "two", name: "Two"),
        Touchpoint(id: "one", name: "One", emotion: 1, pains: ["p", "Q", "x", "r"]),
        Touchpoint(id: "three", name: "Three"),
    ]),
    Stage(id: "c", name: "C", touchpoints: [
        Touchpoint(id: "four", name: "Four"),
    ]),
])
"#;

fn key(kind: Kind, id: &str) -> ElementKey {
    ElementKey::new(kind, id)
}

#[test]
fn what_stays_leaves_a_stage_before_it_goes() {
    let (old, new) = (parsed(OLD), parsed(NEW));
    let gone = Difference::Removed(key(Kind::Stage, "b"));
    assert!(differences(&old, &new).contains(&gone));
    let edit = take_over(&gone, &new, &old).expect("an edit");
    let now = after(&edit, &old);
    let texts = now.tree.text();
    assert!(!texts.contains("id: \"b\""), "{texts}");
    assert_eq!(now.journey.stages[0].touchpoints.len(), 3, "{texts}");
    assert!(texts.contains("Why it is here"), "{texts}");
}

#[test]
fn what_belongs_into_something_that_is_not_there_waits_for_it() {
    let (old, new) = (parsed(OLD), parsed(NEW));
    let moved = Difference::Moved {
        element: key(Kind::Touchpoint, "three"),
        from: Place::of(key(Kind::Stage, "b")).field("touchpoints"),
        to: Place::of(key(Kind::Stage, "a")).field("touchpoints"),
    };
    let waits = NotTaken::Without(key(Kind::Stage, "b"));
    assert_eq!(take_over(&moved, &old, &new), Err(waits.clone()));
    let stage = take_over(&Difference::Removed(key(Kind::Stage, "b")), &old, &new);
    let now = after(&stage.expect("an edit"), &new);
    assert!(
        now.journey.stages[1].touchpoints.is_empty(),
        "the touchpoint stays where it is until it is taken"
    );
    assert!(take_over(&moved, &old, &now).is_ok());
}

#[test]
fn a_text_comes_where_it_stands_in_the_other_version() {
    let (old, new) = (parsed(OLD), parsed(NEW));
    let (_, end) = take_all(&new, old, after);
    assert_eq!(differences(&end, &new), []);
    assert_eq!(
        end.journey.stages[0].touchpoints[1].pains,
        ["p", "Q", "x", "r"]
    );
}

#[test]
fn both_directions_of_the_same_difference_are_taken_alike() {
    let (old, new) = (parsed(OLD), parsed(NEW));
    let emotion = Difference::Fact(Place::of(key(Kind::Touchpoint, "one")).field("emotion"));
    let set = after(&take_over(&emotion, &new, &old).expect("an edit"), &old);
    assert_eq!(set.journey.stages[0].touchpoints[0].emotion, Some(1));
    let cleared = after(&take_over(&emotion, &old, &new).expect("an edit"), &new);
    assert_eq!(cleared.journey.stages[0].touchpoints[1].emotion, None);
}
