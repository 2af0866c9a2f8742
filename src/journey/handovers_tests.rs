use super::*;
use crate::journey::model::{Stage, Touchpoint};
use crate::journey::touchpoints;

/// Touchpoints by id, owner and path; an empty one is none.
fn journey(all: &[(&str, &str, &str)], handovers: Vec<Handover>) -> Journey {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let touchpoint = |(id, owner, path): &(&str, &str, &str)| Touchpoint {
        id: (*id).into(),
        owner: some(owner),
        path: some(path),
        ..Touchpoint::default()
    };
    let stage = Stage {
        touchpoints: all.iter().map(touchpoint).collect(),
        ..Stage::default()
    };
    Journey {
        stages: vec![stage],
        handovers,
        ..Journey::default()
    }
}

fn handover(id: &str, from: &str, to: &str, at: Option<&str>) -> Handover {
    Handover {
        id: id.into(),
        from: from.into(),
        to: to.into(),
        at: at.map(str::to_owned),
        ..Handover::default()
    }
}

/// Each as `from>to before>after… id`.
fn said(seams: &[Seam<'_>]) -> Vec<String> {
    let one = |seam: &Seam| {
        let at = seam.at.iter();
        let at = at.map(|(before, after)| format!(" {}>{}", before.key.id, after.key.id));
        let id = seam.handover.as_ref().map_or("?", |(key, _)| &key.id);
        format!("{}>{}{} {id}", seam.from, seam.to, at.collect::<String>())
    };
    seams.iter().map(one).collect()
}

fn on_main_line(journey: &Journey) -> Vec<String> {
    let all = touchpoints::all(journey);
    said(&seams(journey, on_one_way(&all)))
}

#[test]
fn a_handover_covers_a_change_that_it_names_or_leaves_open() {
    let line = [("one", "a", ""), ("two", "b", ""), ("three", "b", "")];
    for (handovers, expected) in [
        (vec![], "a>b one>two ?"),
        (vec![handover("h", "a", "b", None)], "a>b one>two h"),
        (vec![handover("h", "a", "b", Some("one"))], "a>b one>two h"),
        (vec![handover("h", "a", "b", Some("two"))], "a>b one>two h"),
        (
            vec![handover("h", "a", "b", Some("three"))],
            "a>b one>two ?",
        ),
        (vec![handover("h", "b", "a", Some("two"))], "a>b one>two ?"),
        (
            vec![
                handover("any", "a", "b", None),
                handover("h", "a", "b", Some("two")),
            ],
            "a>b one>two h",
        ),
    ] {
        assert_eq!(on_main_line(&journey(&line, handovers)), [expected]);
    }
}

#[test]
fn who_has_no_owner_hands_nothing_over() {
    let line = [("one", "a", ""), ("two", "", ""), ("three", "b", "")];
    assert!(on_main_line(&journey(&line, vec![])).is_empty());
}

#[test]
fn changes_that_one_handover_covers_are_one_and_missing_ones_are_each_their_own() {
    let line = [
        ("one", "a", ""),
        ("two", "b", ""),
        ("three", "a", ""),
        ("four", "b", ""),
    ];
    let covered = journey(&line, vec![handover("h", "a", "b", None)]);
    assert_eq!(
        on_main_line(&covered),
        ["a>b one>two three>four h", "b>a two>three ?"]
    );
    let missing = journey(&line, vec![]);
    assert_eq!(
        on_main_line(&missing),
        ["a>b one>two ?", "b>a two>three ?", "a>b three>four ?"]
    );
}

#[test]
fn every_path_has_its_neighbours_and_a_chosen_one_only_its_own() {
    let ways = [
        ("one", "a", ""),
        ("call", "b", "phone"),
        ("chat", "c", "web"),
        ("end", "a", ""),
    ];
    let journey = journey(&ways, vec![]);
    let all = touchpoints::all(&journey);
    let everywhere = said(&seams(&journey, on_all_paths(&all)));
    assert_eq!(
        everywhere,
        [
            "a>b one>call ?",
            "a>c one>chat ?",
            "b>a call>end ?",
            "c>a chat>end ?"
        ]
    );
    let is_on_phone = |it: &Placed| it.touchpoint.path.as_deref() != Some("web");
    let phone: Vec<_> = all.into_iter().filter(is_on_phone).collect();
    assert_eq!(
        said(&seams(&journey, on_one_way(&phone))),
        ["a>b one>call ?", "b>a call>end ?"]
    );
}

#[test]
fn what_stands_at_no_change_is_elsewhere() {
    let line = [("one", "a", ""), ("two", "b", "")];
    let handovers = vec![
        handover("h", "a", "b", None),
        handover("back", "b", "a", None),
    ];
    let journey = journey(&line, handovers);
    let seams = seams(&journey, on_one_way(&touchpoints::all(&journey)));
    assert_eq!(said(&elsewhere(&journey, &seams)), ["b>a back"]);
}

#[test]
fn the_state_is_what_the_handover_says_and_missing_without_one() {
    for (status, expected) in [
        (None, State::Open),
        (Some(HandoverStatus::Open), State::Open),
        (Some(HandoverStatus::Agreed), State::Agreed),
        (Some(HandoverStatus::Broken), State::Broken),
    ] {
        let of = Handover {
            status,
            ..handover("h", "a", "b", None)
        };
        let journey = journey(&[("one", "a", ""), ("two", "b", "")], vec![of]);
        let seams = seams(&journey, on_one_way(&touchpoints::all(&journey)));
        assert_eq!(seams[0].state(), expected);
    }
}
