//! The cases of a merge, one a row: what each side does, and what must come of it.

use super::merge::{Merged, merge, resolved};
use super::{About, NoMerge, Side, Version};
use crate::document::edit::{Edit, Slot};
use crate::document::plan::draft_all;
use crate::journey::fields::Kind;
use crate::journey::finding::{Finding, Severity};
use crate::journey::place::{ElementKey, Place};
use crate::journey::{Parsed, structure};
use crate::ron_text::{CommentSpot, Tree, fragment};

const BASE: &str = r#"#![enable(implicit_some)]
// A small shop.
Journey(
    schema: 1,
    title: "Shop",
    reviewed: "2026-01-01",
    personas: [
        Persona(
            id: "ann",
            name: "Ann",
        ), // ^ann
        Persona(
            id: "bob",
            name: "Bob",
        ), // ^bob
    ],
    departments: [
        Department(id: "desk", name: "Desk"),
        Department(id: "lab", name: "Lab"),
    ],
    stages: [
        Stage(
            id: "before",
            name: "Before",
            touchpoints: [
                // The advert.
                Touchpoint(
                    id: "ad",
                    name: "Advert",
                    owner: "desk",
                    emotion: 1,
                    pains: [
                        "too loud",
                        "too long",
                        "too often",
                    ],
                    kpis: [
                        Kpi(
                            id: "ad-nps",
                            metric: Nps,
                            target: (at_least: 30),
                            readings: [
                                (on: "2026-01-31", promoters: 5, passives: 3, detractors: 2),
                            ],
                        ), // ^ad-nps
                    ],
                ), // ^ad
                Touchpoint(
                    id: "web",
                    name: "Website",
                    emotion: 0,
                ), // ^web
                Touchpoint(
                    id: "call",
                    name: "Call",
                    emotion: 0,
                    moment_of_truth: (reason: "They decide"),
                ), // ^call
                Touchpoint(
                    id: "visit",
                    name: "Visit",
                ), // ^visit
            ],
        ), // ^before
        Stage(
            id: "during",
            name: "During",
            touchpoints: [
                Touchpoint(
                    id: "buy",
                    name: "Buy",
                ), // ^buy
                Touchpoint(
                    id: "pay",
                    name: "Pay",
                ), // ^pay
            ],
        ), // ^during
        Stage(
            id: "after",
            name: "After",
            touchpoints: [
                Touchpoint(
                    id: "help",
                    name: "Help",
                ), // ^help
            ],
        ), // ^after
    ],
)
"#;

fn read(text: &str) -> Parsed {
    structure(Tree::read(text.to_owned()))
}

fn key(id: &str) -> ElementKey {
    let parsed = read(BASE);
    let known = parsed.index.elements().find(|(key, _)| key.id == id);
    known.map_or_else(
        || ElementKey::new(Kind::Touchpoint, id),
        |(key, _)| key.clone(),
    )
}

fn at(id: &str) -> Place {
    Place::of(key(id))
}

fn stage(id: &str) -> Place {
    Place::of(ElementKey::new(Kind::Stage, id)).field("touchpoints")
}

fn set(id: &str, field: &str, value: &str) -> Edit {
    Edit::value(at(id).field(field), value)
}

fn gone(id: &str) -> Edit {
    Edit::Remove { item: at(id) }
}

fn go(id: &str, to: &str, after: &str) -> Edit {
    let slot = match after {
        "" => Slot::First,
        "$" => Slot::Last,
        after => Slot::After(at(after)),
    };
    let list = if to == "stages" {
        Place::root().field("stages")
    } else {
        stage(to)
    };
    Edit::Move {
        item: at(id),
        list,
        slot,
    }
}

fn new(id: &str, to: &str, after: &str, rest: &str) -> Edit {
    let Edit::Move { list, slot, .. } = go("ad", to, after) else {
        unreachable!()
    };
    let item = format!("Touchpoint(\n    id: \"{id}\",\n    name: \"{id}\",{rest}\n) // ^{id}");
    Edit::Insert { list, slot, item }
}

fn item(list: Place, text: &str) -> Edit {
    Edit::Insert {
        list,
        slot: Slot::Last,
        item: text.to_owned(),
    }
}

fn pain(text: &str) -> Place {
    at("ad").field("pains").item(vec![text.to_owned()], 0)
}

fn side(edits: Vec<Edit>) -> String {
    draft_all(read(BASE), &edits)
        .expect("an edit")
        .tree
        .text()
        .to_owned()
}

fn short(about: &About) -> String {
    let place = |place: &Place| {
        let element = place
            .element
            .as_ref()
            .map_or("journey", |key| &key.id)
            .to_owned();
        let steps = place.steps.iter().map(|step| match step {
            crate::journey::place::Step::Field(name) => format!(".{name}"),
            crate::journey::place::Step::Item { key, .. } => format!("[{}]", key.join("|")),
        });
        format!("{element}{}", steps.collect::<String>())
    };
    match about {
        About::Fact(at) => format!("fact {}", place(at)),
        About::Presence { item, gone, .. } => format!("gone {gone:?} {}", place(item)),
        About::Home { element, .. } => format!("home {}", element.id),
        About::Order { list, .. } => format!("order {}", place(list)),
    }
}

fn merged(ours: &str, theirs: &str) -> Merged {
    merge(BASE, ours, theirs).unwrap_or_else(|error| panic!("{error}\n{ours}\n{theirs}"))
}

/// Ids and texts of one kind in the order of the file.
fn ids(text: &str) -> String {
    let parsed = read(text);
    let touchpoints = parsed
        .index
        .elements()
        .filter(|(key, _)| key.kind == Kind::Touchpoint);
    touchpoints
        .map(|(key, _)| key.id.as_str())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Merges both ways; gives the text and the conflicts of the first.
fn case(ours: Vec<Edit>, theirs: Vec<Edit>) -> (String, Vec<String>) {
    let (ours, theirs) = (side(ours), side(theirs));
    let there = merged(&ours, &theirs);
    let back = merged(&theirs, &ours);
    assert_eq!(
        there.conflicts.len(),
        back.conflicts.len(),
        "the other way round"
    );
    for text in [&there.text, &back.text] {
        let parsed = read(text);
        let is_error = |it: &&Finding| it.code().severity() == Severity::Error;
        let errors: Vec<_> = parsed
            .findings
            .iter()
            .filter(is_error)
            .map(|it| &it.what)
            .collect();
        assert!(
            errors.is_empty() || !there.conflicts.is_empty(),
            "{errors:?}\n{text}"
        );
    }
    for side in [Side::Ours, Side::Theirs] {
        let text = resolved(&there, side).expect("an answer");
        assert!(!read(&text).is_unreadable(), "{text}");
    }
    let conflicts = there.conflicts.iter().map(|it| short(&it.about)).collect();
    (there.text, conflicts)
}

#[track_caller]
fn clean(ours: Vec<Edit>, theirs: Vec<Edit>, expected: Vec<Edit>) {
    let (text, conflicts) = case(ours, theirs);
    assert_eq!(conflicts, Vec::<String>::new());
    assert_eq!(text, side(expected));
}

#[track_caller]
fn conflict(ours: Vec<Edit>, theirs: Vec<Edit>, expected: &[&str]) -> String {
    let (text, conflicts) = case(ours, theirs);
    assert_eq!(conflicts, expected, "{text}");
    text
}

fn both(ours: Vec<Edit>, theirs: Vec<Edit>) {
    let all = [ours.clone(), theirs.clone()].concat();
    clean(ours, theirs, all);
}

const REASON: &str = "(reason: \"It must work\")";

#[test]
fn fields_of_one_element_merge_one_by_one() {
    both(
        vec![set("ad", "name", "\"Poster\"")],
        vec![set("ad", "promise", "\"Cheap\"")],
    );
    both(
        vec![set("web", "emotion", "-1")],
        vec![set("web", "moment_of_truth", REASON)],
    );
    let moment = || vec![set("web", "moment_of_truth", REASON)];
    clean(moment(), moment(), moment());
    let text = conflict(
        vec![set("ad", "emotion", "-2")],
        vec![set("ad", "emotion", "2")],
        &["fact ad.emotion"],
    );
    assert!(text.contains("emotion: -2"), "{text}");
    both(
        vec![set("ad", "name", "\"Poster\"")],
        vec![set("ad-nps", "target", "(at_least: 50)")],
    );
    both(
        vec![set("ad", "vendor", "(x: 1)")],
        vec![set("ad", "emotion", "2")],
    );
}

#[test]
fn kpis_merge_by_id_and_readings_by_date() {
    let reading = "(on: \"2026-02-28\", promoters: 6, passives: 3, detractors: 2)";
    let readings = || at("ad-nps").field("readings");
    both(
        vec![set("ad-nps", "target", "(at_least: 50)")],
        vec![item(readings(), reading)],
    );
    let kpi = |id: &str| {
        item(
            at("ad").field("kpis"),
            &format!("Kpi(\n    id: \"{id}\",\n    metric: Nps,\n) // ^{id}"),
        )
    };
    both(vec![kpi("one")], vec![kpi("two")]);
    conflict(
        vec![gone("ad-nps")],
        vec![set("ad-nps", "target", "(at_least: 50)")],
        &["gone Ours ad-nps"],
    );
    let counted = |n: u8| {
        vec![item(
            readings(),
            &reading.replace("promoters: 6", &format!("promoters: {n}")),
        )]
    };
    conflict(
        vec![set("ad-nps", "target", "(at_least: 50)")],
        vec![set(
            "ad-nps",
            "target",
            "(at_least: 30, by: \"2027-01-01\")",
        )],
        &["fact ad-nps.target"],
    );
    conflict(
        counted(7),
        counted(8),
        &["fact ad-nps.readings[|2026-02-28|]"],
    );
}

#[test]
fn lanes_merge_as_sets() {
    let pains = || at("ad").field("pains");
    both(
        vec![item(pains(), "\"one\"")],
        vec![item(pains(), "\"two\"")],
    );
    both(
        vec![Edit::Remove {
            item: pain("too long"),
        }],
        vec![item(pains(), "\"two\"")],
    );
    let reword = |text: &str| vec![Edit::text(pain("too long"), text)];
    let (text, conflicts) = case(reword("endless"), reword("without end"));
    assert!(conflicts.is_empty() && text.contains("endless") && text.contains("without end"));
    assert!(!text.contains("too long"));
    clean(
        reword("endless"),
        vec![Edit::Remove {
            item: pain("too long"),
        }],
        reword("endless"),
    );
    let order = |first: &str, after: Slot| {
        vec![Edit::Move {
            item: pain(first),
            list: pains(),
            slot: after,
        }]
    };
    conflict(
        order("too often", Slot::First),
        order("too loud", Slot::After(pain("too long"))),
        &[] as &[&str],
    );
    conflict(
        order("too long", Slot::Last),
        order("too long", Slot::First),
        &["order ad.pains"],
    );
}

#[test]
fn places_merge() {
    both(
        vec![go("ad", "before", "web")],
        vec![set("ad", "emotion", "2")],
    );
    both(
        vec![go("ad", "during", "buy")],
        vec![set("ad", "emotion", "2")],
    );
    conflict(
        vec![go("ad", "during", "$")],
        vec![go("ad", "after", "$")],
        &["home ad"],
    );
    let moved = || vec![go("ad", "during", "$")];
    clean(moved(), moved(), moved());
    let text = conflict(
        vec![go("ad", "during", "")],
        vec![go("ad", "during", "$")],
        &["order during.touchpoints"],
    );
    assert_eq!(text.matches("id: \"ad\"").count(), 1);
    both(
        vec![go("during", "stages", "")],
        vec![set("buy", "emotion", "2"), new("x", "during", "buy", "")],
    );
    clean(
        vec![go("web", "before", "")],
        vec![go("visit", "before", "web")],
        vec![go("web", "before", ""), go("visit", "before", "ad")],
    );
    conflict(
        vec![go("during", "stages", "$")],
        vec![go("during", "stages", "")],
        &["order journey.stages"],
    );
    both(
        vec![set("during", "name", "\"Now\"")],
        vec![go("ad", "during", "buy")],
    );
    clean(
        vec![go("call", "during", "")],
        vec![Edit::Comment {
            at: at("call"),
            spot: CommentSpot::Above,
            comments: vec!["// Why?".into()],
        }],
        vec![
            Edit::Comment {
                at: at("call"),
                spot: CommentSpot::Above,
                comments: vec!["// Why?".into()],
            },
            go("call", "during", ""),
        ],
    );
}

#[test]
fn what_one_side_removes_goes_if_the_other_left_it_alone() {
    conflict(
        vec![gone("web")],
        vec![set("web", "emotion", "2")],
        &["gone Ours web"],
    );
    conflict(
        vec![gone("web")],
        vec![go("web", "after", "$")],
        &["gone Ours web"],
    );
    conflict(
        vec![gone("during")],
        vec![new("x", "during", "buy", "")],
        &["gone Ours during"],
    );
    let text = conflict(
        vec![gone("during")],
        vec![set("buy", "emotion", "2")],
        &["gone Ours during"],
    );
    assert_eq!(ids(&text), "ad web call visit buy pay help");
    let text = conflict(
        vec![gone("during")],
        vec![go("buy", "after", "$"), go("pay", "after", "$")],
        &["gone Ours buy", "gone Ours pay"],
    );
    assert_eq!(ids(&text), "ad web call visit help buy pay");
    let removal = || vec![gone("web")];
    clean(removal(), removal(), removal());
    both(vec![gone("web")], vec![gone("call")]);
    clean(
        vec![gone("web")],
        vec![go("web", "before", "visit")],
        vec![gone("web")],
    );
    conflict(
        vec![gone("web")],
        vec![Edit::Comment {
            at: at("web"),
            spot: CommentSpot::Above,
            comments: vec!["// Why?".into()],
        }],
        &["gone Ours web"],
    );
}

#[test]
fn additions_merge() {
    let (text, conflicts) = case(
        vec![new("x", "after", "$", "")],
        vec![new("y", "after", "$", "")],
    );
    assert!(conflicts.is_empty());
    assert!(ids(&text).ends_with("help x y"), "{text}");
    let same = || vec![new("x", "after", "$", "")];
    clean(same(), same(), same());
    let fuller = || vec![new("x", "after", "$", "\n    emotion: 1,")];
    clean(same(), fuller(), fuller());
    conflict(
        vec![new("x", "after", "$", "\n    emotion: 1,")],
        vec![new("x", "after", "$", "\n    emotion: 2,")],
        &["fact x.emotion"],
    );
    conflict(
        vec![new("x", "after", "$", "")],
        vec![new("x", "during", "$", "")],
        &["home x"],
    );
    clean(
        vec![new("x", "before", "web", "")],
        vec![gone("web")],
        vec![new("x", "before", "ad", ""), gone("web")],
    );
    both(
        vec![new("x", "before", "web", "")],
        vec![set("web", "emotion", "2")],
    );
    let two =
        |one: &str, other: &str| vec![new(one, "after", "help", ""), new(other, "after", one, "")];
    conflict(two("x", "y"), two("y", "x"), &["order after.touchpoints"]);
    both(
        vec![new("x", "before", "", "\n    emotion: 2,")],
        vec![set("ad", "emotion", "2")],
    );
}

#[test]
fn stages_split_and_join() {
    let split = || {
        let list = Place::root().field("stages");
        let item = "Stage(\n    id: \"new\",\n    name: \"New\",\n) // ^new".to_owned();
        let new = ElementKey::new(Kind::Stage, "new");
        let made = Edit::Insert {
            list,
            slot: Slot::After(at("before")),
            item,
        };
        let list = Place::of(new).field("touchpoints");
        let take = |id: &str| Edit::Move {
            item: at(id),
            list: list.clone(),
            slot: Slot::Last,
        };
        vec![made, take("call"), take("visit")]
    };
    both(split(), vec![set("call", "emotion", "2")]);
    let join = || vec![go("help", "during", "$"), gone("after")];
    let (_, conflicts) = case(join(), vec![new("x", "after", "$", "")]);
    assert_eq!(conflicts, ["gone Ours after"]);
}

#[test]
fn comments_travel_and_merge_as_a_multiset() {
    let note = |id: &str, text: &str| Edit::Comment {
        at: at(id).field("name"),
        spot: CommentSpot::Above,
        comments: vec![text.to_owned()],
    };
    both(vec![note("ad", "// ours")], vec![set("ad", "emotion", "2")]);
    let reword = |text: &str| {
        let element = Some(key("ad"));
        vec![
            Edit::Uncomment {
                element,
                comment: "// The advert.".to_owned(),
            },
            Edit::Comment {
                at: at("ad"),
                spot: CommentSpot::Above,
                comments: vec![text.to_owned()],
            },
        ]
    };
    let (text, conflicts) = case(reword("// One."), reword("// Two."));
    assert!(conflicts.is_empty() && text.contains("// One.") && text.contains("// Two."));
    assert!(!text.contains("The advert"), "{text}");
    clean(reword("// One."), reword("// One."), reword("// One."));
}

#[test]
fn what_is_removed_here_and_referred_to_there_is_a_conflict() {
    let handover = || {
        let text = "[Handover(id: \"h\", from: \"desk\", to: \"lab\", at: \"visit\")]";
        vec![Edit::value(Place::root().field("handovers"), text)]
    };
    conflict(vec![gone("visit")], handover(), &["gone Ours visit"]);
    let persona = || vec![set("web", "persona", "\"bob\"")];
    let text = conflict(vec![gone("bob")], persona(), &["gone Ours bob"]);
    assert!(text.contains("id: \"bob\""));
    let rename = || {
        vec![Edit::ChangeId {
            element: key("visit"),
            to: "tour".to_owned(),
        }]
    };
    let (_, conflicts) = case(rename(), handover());
    assert_eq!(conflicts, ["gone Ours visit"]);
}

#[test]
fn what_goes_wrong_only_together_is_a_conflict() {
    let scale = || {
        vec![Edit::value(
            Place::root().field("scale"),
            "(min: 0, max: 4)",
        )]
    };
    let text = side(vec![set("web", "emotion", "-2")]);
    let merged = merge(BASE, &side(scale()), &text).expect("a merge");
    assert_eq!(merged.conflicts.len(), 1, "{:?}", merged.conflicts);
}

#[test]
fn dates_of_review_and_schemas_take_the_later() {
    let review = |date: &str| vec![Edit::text(Place::root().field("reviewed"), date)];
    clean(
        review("2026-03-01"),
        review("2026-02-01"),
        review("2026-03-01"),
    );
    clean(
        review("2026-02-01"),
        review("2026-03-01"),
        review("2026-03-01"),
    );
}

#[test]
fn records_whose_parts_mean_something_alone_merge_by_field() {
    let moment = || at("call").field("moment_of_truth");
    both(
        vec![Edit::text(moment().field("reason"), "Now")],
        vec![Edit::value(moment().field("kind"), "First")],
    );
    conflict(
        vec![Edit::clear(moment())],
        vec![Edit::value(moment().field("kind"), "First")],
        &["gone Ours call.moment_of_truth"],
    );
}

#[test]
fn layout_is_ours() {
    let edit = || vec![set("ad", "emotion", "2")];
    let reindented = BASE.replace("    ", "  ");
    let merged = merge(BASE, &reindented, &side(edit())).expect("a merge");
    assert_eq!(merged.text, side(edit()).replace("    ", "  "));
    let crlf = BASE.replace('\n', "\r\n");
    let merged = merge(BASE, &crlf, &side(vec![new("x", "after", "$", "")])).expect("a merge");
    assert_eq!(
        merged.text,
        side(vec![new("x", "after", "$", "")]).replace('\n', "\r\n")
    );
    let open = BASE.trim_end();
    let merged = merge(BASE, open, &side(edit())).expect("a merge");
    assert_eq!(merged.text, side(edit()).trim_end());
}

#[test]
fn identities() {
    let edited = side(vec![set("ad", "emotion", "2"), gone("web")]);
    for (base, ours, theirs, expected) in [
        (BASE, &*edited, &*edited, &*edited),
        (BASE, BASE, &edited, &edited),
        (BASE, &edited, BASE, &edited),
        (BASE, BASE, BASE, BASE),
    ] {
        let merged = merge(base, ours, theirs).expect("a merge");
        assert!(merged.text == expected && merged.conflicts.is_empty());
    }
}

#[test]
fn with_an_empty_base_both_added_everything() {
    let other = side(vec![new("x", "after", "$", ""), set("ad", "emotion", "2")]);
    let merged = merge("", BASE, &other).expect("a merge");
    let conflicts: Vec<String> = merged.conflicts.iter().map(|it| short(&it.about)).collect();
    assert_eq!(conflicts, ["fact ad.emotion"]);
    assert!(merged.text.contains("id: \"x\""));
}

#[test]
fn what_cannot_be_told_apart_is_not_merged() {
    let twice = BASE.replace("id: \"web\"", "id: \"ad\"");
    let edited = side(vec![set("ad", "emotion", "2")]);
    assert_eq!(
        merge(BASE, &twice, &edited),
        Err(NoMerge::UnclearIds(Version::Ours))
    );
    assert_eq!(
        merge(BASE, &edited, "Journey("),
        Err(NoMerge::Unreadable(Version::Theirs))
    );
    let company = "Company(schema: 1, name: \"X\")";
    assert_eq!(merge(BASE, &edited, company), Err(NoMerge::DifferentKinds));
}

#[test]
fn an_element_comes_as_it_is_written() {
    let ad = fragment(
        read(BASE)
            .index
            .locate(&read(BASE).tree, &at("ad"))
            .expect("ad"),
    );
    let text = ad.replace("\"ad", "\"bill").replace("^ad", "^bill");
    let add = || {
        vec![Edit::Insert {
            list: stage("after"),
            slot: Slot::Last,
            item: text.clone(),
        }]
    };
    both(vec![set("ad", "emotion", "2")], add());
}

#[test]
fn one_id_given_to_elements_of_two_kinds_is_a_conflict_about_both() {
    let list = Place::root().field("stages");
    let text = "Stage(\n    id: \"x\",\n    name: \"X\",\n) // ^x";
    let text = conflict(
        vec![item(list, text)],
        vec![new("x", "after", "$", "")],
        &["gone Ours x", "gone Theirs x"],
    );
    assert_eq!(text.matches("id: \"x\"").count(), 2);
}

#[test]
fn what_both_took_away_of_equal_comments_goes_once() {
    let twice = BASE.replace(
        "                // The advert.\n",
        "                // The advert.\n                // The advert.\n",
    );
    let ours = BASE.replace("emotion: 1", "emotion: 2");
    let theirs = BASE.replace("name: \"Advert\"", "name: \"Poster\"");
    let merged = merge(&twice, &ours, &theirs).expect("a merge");
    assert_eq!(
        merged.text,
        theirs.replace("emotion: 1", "emotion: 2"),
        "{:?}",
        merged.conflicts
    );
}

#[test]
fn equal_texts_that_are_left_are_counted_anew() {
    let remove = vec![Edit::Remove {
        item: pain("too loud"),
    }];
    let again = vec![item(at("ad").field("pains"), "\"too loud\"")];
    let (text, conflicts) = case(remove, again);
    assert_eq!(conflicts, Vec::<String>::new());
    assert_eq!(text.matches("too loud").count(), 1, "{text}");
}

#[test]
fn answers_that_remove_something_come_last() {
    let join = |from: &str, to: &str, moved: &[&str]| {
        let moves = moved.iter().map(|id| go(id, to, "$"));
        moves.chain([gone(from)]).collect::<Vec<Edit>>()
    };
    let ours = join("after", "during", &["help"]);
    let theirs = join("during", "after", &["buy", "pay"]);
    let (_, conflicts) = case(ours, theirs);
    assert_eq!(
        conflicts,
        ["gone Theirs during", "gone Ours after"],
        "each is gone on one side, and more came into it on the other"
    );
}

#[test]
fn many_new_elements_at_one_slot_keep_their_order() {
    let many: Vec<Edit> = (0..60)
        .rev()
        .map(|number| new(&format!("n{number}"), "after", "help", ""))
        .collect();
    let expected = [many.clone(), vec![set("help", "emotion", "2")]].concat();
    clean(vec![set("help", "emotion", "2")], many, expected);
}

#[test]
fn lists_that_are_not_there_yet_come_whole() {
    let texts = |id: &str| {
        vec![
            item(at(id).field("pains"), "\"one\""),
            item(at(id).field("pains"), "\"two\""),
        ]
    };
    both(vec![set("pay", "emotion", "1")], texts("pay"));
    both(texts("buy"), texts("pay"));
}

#[test]
fn new_elements_behind_a_last_one_without_comma_keep_their_anchors() {
    let base =
        "Journey(schema: 1, title: \"T\", stages: [\n  Stage(id: \"a\", name: \"A\")\n  ])\n";
    let stage = |id: &str| format!("\n  Stage(\n    id: \"{id}\",\n    name: \"N\",\n  )");
    let theirs = base.replace(
        "\"A\")\n",
        &format!("\"A\"),{}, // ^b{} // ^c\n", stage("b"), stage("c")),
    );
    let ours = base.replace("\"T\"", "\"Ours\"");
    let merged = merge(base, &ours, &theirs).expect("a merge");
    for id in ["b", "c"] {
        let stage = ElementKey::new(Kind::Stage, id);
        let parsed = read(&merged.text);
        let own = crate::journey::comments::own_comments(&parsed.tree, &parsed.index, Some(&stage));
        assert!(own.is_empty(), "{}", merged.text);
    }
}

#[test]
fn sources_merge_by_id_and_their_columns_by_name() {
    let base = "Sources(\n    schema: 1,\n    sources: [\n        Source(\n            id: \"desk\",\n            file: \"desk-*.csv\",\n            columns: [\n                (name: \"Q1\", kpi: \"welcome\"),\n                (name: \"Q2\", kpi: \"queue\"),\n            ],\n        ), // ^desk\n    ],\n)\n";
    let q2 = "(name: \"Q2\", kpi: \"queue\")";
    let q3 = ",\n                (name: \"Q3\", kpi: \"rooms\")";
    let ours = base
        .replace("desk-*.csv", "desk-2026-*.csv")
        .replace(q2, &format!("{q2}{q3}"));
    let theirs = base
        .replace(
            "kpi: \"welcome\"",
            "kpi: \"welcome\", scale: (from: 1, to: 5)",
        )
        .replace(
            "        ), // ^desk\n",
            "        ), // ^desk\n        Source(\n            id: \"csat\",\n            file: \"csat.csv\",\n        ), // ^csat\n",
        );
    let merged = merge(base, &ours, &theirs).expect("a merge");
    assert!(merged.conflicts.is_empty());
    let both = theirs
        .replace("desk-*.csv", "desk-2026-*.csv")
        .replace(q2, &format!("{q2}{q3}"));
    assert_eq!(merged.text, both);
    let other = base.replace("desk-*.csv", "survey.csv");
    assert_eq!(conflicts(base, &ours, &other), ["fact desk.file"]);
    let [queue, desk] = ["queue", "desk"].map(|kpi| base.replace("welcome", kpi));
    assert_eq!(conflicts(base, &queue, &desk).len(), 1);
}

fn conflicts(base: &str, ours: &str, theirs: &str) -> Vec<String> {
    let merged = merge(base, ours, theirs).expect("a merge");
    merged.conflicts.iter().map(|it| short(&it.about)).collect()
}
