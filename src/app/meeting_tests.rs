//! A meeting by keys: agendas, steps, notes, votes, the clock, the minutes.

use super::dialog::Dialog;
use super::effect::{Effect, Unwritten};
use super::input::Input;
use super::meeting::{Agenda, KeptMeeting};
use super::memory::Memory;
use super::tests::press;
use super::update::{self, update};
use super::*;
use crate::journey::Context;
use crate::journey::check::Neighbour;
use std::path::Path;

const CLINIC: &str = r#"#![enable(implicit_some)]
Journey(
    schema: 1,
    title: "Clinic <b>",
    language: "en",
    departments: [
        Department(id: "desk", name: "Front desk"),
        Department(id: "chan", name: "Channels"),
    ],
    stages: [
        Stage(
            id: "come",
            name: "Come",
            touchpoints: [
                Touchpoint(
                    id: "call",
                    name: "Call",
                    expectation: 4,
                    experience: 3,
                    emotion: 0,
                ), // ^call
                Touchpoint(
                    id: "wait",
                    name: "Wait",
                    expectation: 5,
                    experience: 1,
                    emotion: -2,
                    moment_of_truth: (reason: "Nobody comes"),
                ), // ^wait
            ],
        ), // ^come
        Stage(
            id: "go",
            name: "Go",
            touchpoints: [
                Touchpoint(
                    id: "bill",
                    name: "Bill",
                    expectation: 3,
                    experience: 4,
                ), // ^bill
            ],
        ), // ^go
    ],
)
"#;

fn app() -> App {
    let context = Context {
        neighbour: Neighbour::None,
        today: jiff::civil::date(2026, 11, 22),
    };
    let document = Document::open(CLINIC.as_bytes().to_vec(), context);
    App::new(Lang::En, document, Some("maps/clinic.ron".into()))
}

fn after(script: &str) -> App {
    let mut app = app();
    press(&mut app, script);
    app
}

fn text(app: &App) -> &str {
    app.document.parsed.tree.text()
}

fn ids(app: &App) -> Vec<String> {
    app.meeting_items().into_iter().map(|it| it.id).collect()
}

fn at(app: &App) -> String {
    app.meeting_item().map(|it| it.id).unwrap_or_default()
}

#[test]
fn each_agenda_goes_through_its_elements_in_its_order() {
    for (keys, agenda, expected) in [
        ("Enter", Agenda::Touchpoints, &["call", "wait", "bill"][..]),
        ("Down Enter", Agenda::Moments, &["wait"]),
        ("Down Down Enter", Agenda::Gaps, &["wait", "call"]),
        ("End Enter", Agenda::Stages, &["come", "go"]),
    ] {
        let app = after(&format!("F5 {keys}"));
        assert_eq!(ids(&app), expected);
        assert_eq!(app.meetings.agenda, agenda);
        assert_eq!(app.screen, Screen::Meeting);
    }
    let app = after("Down Down Down Down Delete F5 Down Enter");
    assert!(app.meetings.now.is_some());
}

#[test]
fn an_agenda_of_nothing_is_refused_and_the_last_choice_comes_first() {
    let mut app = app();
    press(&mut app, "u F5 Down Enter E Esc Esc F5");
    assert!(app.dialogs.is_empty(), "it comes back without a question");
    press(&mut app, "a");
    let Some(Dialog::Pick(pick)) = app.dialogs.last() else {
        panic!("no list");
    };
    assert_eq!(pick.cursor, 1);
    let asides: Vec<&str> = pick.choices.iter().map(|it| it.aside.as_str()).collect();
    assert_eq!(asides, ["3", "1", "2", "2"]);
    let none = CLINIC.replace("moment_of_truth: (reason: \"Nobody comes\"),", "");
    let document = Document::open(none.into_bytes(), app.document.context().clone());
    let mut app = App::new(Lang::En, document, None);
    press(&mut app, "F5 Down Enter");
    assert!(app.meetings.now.is_none() && app.message.is_some());
}

#[test]
fn the_keys_of_presenters_step_and_the_ends_say_so() {
    let mut app = after("F5 Enter");
    for (keys, expected) in [
        ("PageDown", "wait"),
        ("Space", "bill"),
        ("PageUp", "wait"),
        ("Right Right Right", "bill"),
        ("Home", "call"),
        ("Left", "call"),
        ("End", "bill"),
    ] {
        press(&mut app, keys);
        assert_eq!(at(&app), expected, "{keys}");
    }
    press(&mut app, "Right");
    assert!(app.message.is_some());
}

#[test]
fn it_begins_where_one_stands_and_comes_back_to_where_it_was() {
    let mut app = after("Right F5 Enter");
    assert_eq!(at(&app), "wait");
    press(&mut app, "Right g o g M");
    assert_eq!((app.screen, at(&app).as_str()), (Screen::Meeting, "bill"));
    press(&mut app, "Left Left Esc");
    assert_eq!(app.screen, Screen::Map);
    assert_eq!(app.here().map(|it| it.id), Some("call".to_owned()));
    assert!(!app.counts_time());
    press(&mut app, "Right g M");
    assert_eq!(at(&app), "call");
    assert!(app.counts_time());
}

#[test]
fn one_key_each_and_one_step_of_undo_each() {
    let mut app = after("F5 Enter Right");
    let steps = [
        ("+", "emotion: -1,"),
        ("x 2", "experience: 2,"),
        (
            "d \"Two clerks\" Enter",
            "at: \"wait\",\n            on: \"2026-11-22\",\n            kind: Decision,\n            text: \"Two clerks\",",
        ),
        ("o \"Why?\" Enter", "kind: Question,"),
        ("n \"Hm\" Enter", "text: \"Hm\","),
        (
            "t \"Call IT\" Enter \"fr\" Enter \"30.11.2026\" Enter",
            "kind: Todo,\n            owner: \"desk\",\n            due: \"2026-11-30\",",
        ),
        (
            "t \"Ask\" Enter Enter Enter",
            "kind: Todo,\n            text: \"Ask\",",
        ),
        ("t \"Do\" Enter \"Ann\" Enter Enter", "owner: \"Ann\","),
        (
            "t \"Go\" Enter Enter \"1.3.\" Enter",
            "due: \"2027-03-01\",",
        ),
        (
            "Left m \"Late\" Enter",
            "moment_of_truth: (reason: \"Late\"),",
        ),
    ];
    let mut texts = vec![text(&app).to_owned()];
    for (keys, expected) in steps {
        press(&mut app, keys);
        assert!(text(&app).contains(expected), "{keys}: {}", text(&app));
        texts.push(text(&app).to_owned());
    }
    for expected in texts.iter().rev().skip(1) {
        press(&mut app, "u");
        assert_eq!(text(&app), expected);
        assert_eq!(app.screen, Screen::Meeting);
    }
    assert_eq!(at(&app), "wait", "undo goes to what it changed");
}

#[test]
fn a_repaired_gap_stays_on_the_agenda() {
    let mut app = after("F5 Down Down Enter x 5");
    assert_eq!(ids(&app), ["wait", "call"]);
    press(&mut app, "g o a \"New\" Enter g M");
    assert_eq!(ids(&app), ["wait", "call"]);
    press(&mut app, "a Home Enter");
    assert_eq!(ids(&app).len(), 4);
}

#[test]
fn what_is_gone_leaves_the_agenda_and_the_place_is_kept() {
    let mut app = after("F5 Enter Right g o");
    let touchpoint = app.shared_element("wait").expect("a touchpoint");
    press(&mut app, "g M");
    assert!(app.edit(&Edit::Remove {
        item: Place::of(touchpoint)
    }));
    app.settle();
    assert_eq!(at(&app), "bill");
    press(&mut app, "u");
    assert_eq!(ids(&app).len(), 3);
}

#[test]
fn a_stage_takes_notes_and_no_emotion() {
    let mut app = after("F5 End Enter Right");
    let before = text(&app).to_owned();
    press(&mut app, "+");
    assert_eq!(text(&app), before);
    press(&mut app, "v");
    assert!(app.message.is_some() && app.dialogs.is_empty());
    press(&mut app, "o \"Who?\" Enter");
    assert!(text(&app).contains("at: \"go\""));
}

#[test]
fn a_vote_counts_what_is_called_and_its_median_is_taken_with_the_votes() {
    let mut app = after("F5 Enter Right v Enter - 1 - 1 0 - 2 7");
    assert!(app.message.is_some(), "7 is not on the scale");
    let Some(Dialog::Vote(vote)) = app.dialogs.last() else {
        panic!("no vote");
    };
    assert_eq!(vote.votes, [-1, -1, 0, -2]);
    press(&mut app, "Backspace 2 Backspace Up Right Space Enter");
    assert!(text(&app).contains("emotion: -1,"), "{}", text(&app));
    assert!(text(&app).contains("id: \"votes-emotion\","));
    assert!(
        text(&app).contains("Votes, Emotion: −1 ×2 · 0 ×1 · +2 ×1 → −1")
            || text(&app).contains("Votes, Emotion: −1 ×2 · 0 ×1 · +1 ×1 → −1"),
        "{}",
        text(&app)
    );
    press(&mut app, "u");
    assert_eq!(text(&app), CLINIC);
}

#[test]
fn what_a_group_says_is_assumed_and_one_step_with_its_emotion() {
    for (evidence, votes, expected) in [
        (
            "Measured",
            "- 1",
            "emotion: -1,\n                    evidence: Assumed,",
        ),
        (
            "Observed",
            "0",
            "emotion: 0,\n                    evidence: Assumed,",
        ),
        (
            "Measured",
            "- 2",
            "emotion: -2,\n                    evidence: Measured,",
        ),
    ] {
        let with = format!("emotion: -2,\n                    evidence: {evidence},");
        let text = CLINIC.replace("emotion: -2,", &with);
        let context = app().document.context().clone();
        let mut app = App::new(Lang::En, Document::open(text.clone().into(), context), None);
        press(&mut app, &format!("F5 Enter Right v Enter {votes} Enter"));
        let now = app.document.parsed.tree.text();
        assert!(now.contains(expected), "{now}");
        let told = app
            .message
            .as_ref()
            .map(|it| it.text.contains("evidence Assumed"));
        assert_eq!(told, Some(expected.contains("Assumed")));
        press(&mut app, "u");
        assert_eq!(app.document.parsed.tree.text(), text);
    }
}

#[test]
fn votes_are_kept_where_the_median_is_not_taken_and_none_leave_no_trace() {
    let mut app = after("F5 Enter v Down Enter Esc");
    assert_eq!(text(&app), CLINIC);
    press(&mut app, "v Enter Enter");
    assert!(app.message.is_some(), "nobody has voted");
    press(&mut app, "3 5 4 Esc");
    let expected = "Votes, Experience: 3 ×1 · 4 ×1 · 5 ×1; median 4, not taken";
    assert!(text(&app).contains(expected), "{}", text(&app));
    assert!(text(&app).contains("experience: 3,"));
}

#[test]
fn the_clock_counts_for_the_item_and_in_total() {
    let mut app = after("F5 Enter");
    let tick = |app: &mut App, seconds| _ = update(app, Input::Tick(seconds));
    tick(&mut app, 61);
    press(&mut app, "Right");
    tick(&mut app, 5);
    let total = |app: &App| app.meetings.now.as_ref().map_or(0, |it| it.seconds);
    assert_eq!((app.spent(), total(&app)), (5, 66));
    press(&mut app, "Left p");
    tick(&mut app, 100);
    assert_eq!((app.spent(), total(&app)), (61, 66));
    press(&mut app, "p R");
    tick(&mut app, 1);
    assert_eq!((app.spent(), total(&app)), (1, 67));
    press(&mut app, "g o");
    assert!(app.counts_time() && !app.shows_time());
    press(&mut app, "g M T \"5\" Enter");
    assert_eq!(app.meetings.planned, Some(5));
    press(&mut app, "T C-a \"0\" Enter");
    assert!(!app.dialogs.is_empty(), "0 minutes are no plan");
}

#[test]
fn the_minutes_are_offered_written_and_end_the_meeting() {
    let mut app = after("F5 Enter d \"Yes\" Enter Esc");
    assert!(matches!(app.dialogs.last(), Some(Dialog::Confirm(_))));
    let effects = press(&mut app, "m y");
    let Some(Effect::Copy(copied)) = effects.into_iter().find(|it| matches!(it, Effect::Copy(_)))
    else {
        panic!("nothing was copied");
    };
    assert!(copied.contains("- **Call:** Yes"), "{copied}");
    let effects = press(&mut app, "E w Enter");
    let Some(Effect::WriteNew { path, bytes }) = effects.first() else {
        panic!("{effects:?}");
    };
    assert_eq!(path, Path::new("maps/clinic-minutes-2026-11-22.md"));
    assert_eq!(bytes, copied.as_bytes());
    let is_there = || Unwritten {
        why: String::new(),
        is_there: true,
    };
    update::written(&mut app, path, Err(is_there()));
    let effects = press(&mut app, "Enter");
    let Some(Effect::WriteNew { path, .. }) = effects.first() else {
        panic!("{effects:?}");
    };
    assert_eq!(path, Path::new("maps/clinic-minutes-2026-11-22-2.md"));
    update::written(&mut app, path, Err(is_there()));
    let effects = press(&mut app, "Enter");
    assert!(
        matches!(effects.first(), Some(Effect::WriteNew { path, .. }) if path.ends_with("clinic-minutes-2026-11-22-3.md"))
    );
    update::written(&mut app, Path::new("x.md"), Ok(()));
    assert!(app.meetings.now.is_none());
    assert_eq!(app.screen, Screen::Map);
    assert!(app.document.is_dirty() && app.message.is_some());
}

#[test]
fn the_journey_is_saved_while_the_minutes_are_read() {
    for keys in ["E", "Esc", "?"] {
        let mut app = after("F5 Enter d \"Yes\" Enter");
        let effects = press(&mut app, &format!("{keys} C-s"));
        let Some(Effect::Save { state, then, .. }) = effects.into_iter().next() else {
            panic!("{keys}: nothing was saved");
        };
        update::saved(&mut app, Ok("maps/clinic.ron".into()), None, state, then);
        let told = app.message.as_ref().map(|it| it.text.as_str());
        assert_eq!(told, Some("Saved maps/clinic.ron."), "{keys}");
        assert!(!app.document.is_dirty() && !app.dialogs.is_empty());
    }
    let mut app = after("+ q");
    assert!(press(&mut app, "C-s").is_empty());
    assert!(app.was_refused() && !app.dialogs.is_empty());
}

#[test]
fn a_meeting_can_be_ended_without_minutes_and_q_does_not_quit() {
    let mut app = after("F5 Enter + q");
    assert!(app.meetings.now.is_some());
    press(&mut app, "e");
    assert!(app.meetings.now.is_none());
    press(&mut app, "F5");
    assert!(matches!(app.dialogs.last(), Some(Dialog::Pick(_))));
}

#[test]
fn it_is_remembered_until_it_ends_and_goes_on_in_the_next_program() {
    let mut first = after("F5 Down Down Enter w \"Ann,  Beat B;\" Enter Right d \"Yes\" Enter");
    update(&mut first, Input::Tick(130));
    let effects = press(&mut first, "+");
    let Some(Effect::Remember(memory)) = effects.first() else {
        panic!("{effects:?}");
    };
    let mut next = app();
    let saved = text(&first).to_owned();
    next.document = Document::open(saved.into_bytes(), first.document.context().clone());
    next.recall(Memory::read(memory));
    press(&mut next, "F5");
    assert_eq!((next.screen, at(&next).as_str()), (Screen::Meeting, "call"));
    assert_eq!(next.meetings.now.as_ref().map(|it| it.seconds), Some(120));
    let minutes = next.minutes().unwrap_or_default();
    assert!(minutes.contains("- **Call:** Yes"), "{minutes}");
    assert!(
        minutes.contains("- Participants: Ann, Beat B\n"),
        "{minutes}"
    );
    let effects = press(&mut next, "Esc e");
    let texts = effects.iter().filter_map(|it| match it {
        Effect::Remember(text) => Some(text.contains("meeting:")),
        _ => None,
    });
    assert_eq!(texts.collect::<Vec<bool>>(), [false]);
    let mut other = app();
    other.path = Some("maps/other.ron".into());
    other.recall(Memory::read(memory));
    press(&mut other, "F5");
    assert!(matches!(other.dialogs.last(), Some(Dialog::Pick(_))));
}

/// Another program with this text, and what the first one remembered.
fn restarted(first: &App, text: &str) -> App {
    let mut next = app();
    let context = first.document.context().clone();
    next.document = Document::open(text.to_owned().into_bytes(), context);
    next.recall(Memory::read(&first.memory().text()));
    next
}

#[test]
fn the_minutes_tell_what_changed_before_the_program_was_left() {
    let mut first = after("n \"Old\" Enter F5 Down Enter + a Home Enter Right o \"Why?\" Enter");
    let mut next = restarted(&first, text(&first));
    press(&mut next, "F5 Right x 2");
    let minutes = next.minutes().unwrap_or_default();
    for expected in [
        "- Agenda: Moments of Truth; All touchpoints (2 visited)\n",
        "- **Bill:** Why?\n",
        "  - Emotion: −2 → −1\n",
        "  - Experience: 4 → 2 (gap +1 → −1)\n",
    ] {
        assert!(minutes.contains(expected), "{expected}{minutes}");
    }
    assert!(!minutes.contains("Old"), "{minutes}");
    press(&mut next, "E");
    update::written(&mut next, Path::new("x.md"), Ok(()));
    assert!(!next.memory().text().contains("begun:"));
    // What was not saved is in no minutes.
    press(&mut first, "u u");
    let mut unsaved = restarted(&first, text(&first));
    press(&mut unsaved, "F5 E");
    let minutes = unsaved.minutes().unwrap_or_default();
    assert!(minutes.contains("Nothing was noted"), "{minutes}");
}

#[test]
fn texts_beyond_the_bound_are_not_remembered_the_newest_stay() {
    let text = |meeting: &KeptMeeting| meeting.begun.as_ref().map(|it| it.len());
    let large = |name: &str, file: usize| {
        let mut first = app();
        let text = CLINIC.replace("Nobody comes", &"x".repeat(file));
        let context = first.document.context().clone();
        first.document = Document::open(text.into_bytes(), context);
        first.path = Some(name.into());
        press(&mut first, "F5 Enter");
        first
    };
    let first = large("a.ron", 600_000);
    let mut second = large("b.ron", 0);
    second.recall(first.memory());
    let both = second.memory().meetings;
    assert!(both.iter().all(|it| text(it).is_some()));
    let mut third = large("c.ron", 500_000);
    third.recall(second.memory());
    let all = third.memory().meetings;
    let kept: Vec<bool> = all.iter().map(|it| text(it).is_some()).collect();
    assert_eq!(kept, [true, true, false]);
    let mut resumed = restarted(&large("maps/clinic.ron", 1_200_000), CLINIC);
    press(&mut resumed, "F5");
    let told = resumed.message.as_ref().map(|it| it.text.as_str());
    assert!(
        told.is_some_and(|it| it.contains("from now on")),
        "{told:?}"
    );
}

#[test]
fn companies_and_old_versions_hold_no_meeting() {
    let context = app().document.context().clone();
    let company = b"Company(schema: 1, name: \"Clinic\")".to_vec();
    let mut app = App::new(Lang::En, Document::open(company, context), None);
    press(&mut app, "F5");
    assert!(app.dialogs.is_empty() && app.message.is_some());
}

#[test]
fn of_two_files_of_one_name_each_has_its_own_meeting() {
    let mut app = after("F5 Enter Right T \"5\" Enter");
    app.real = Some("/a/clinic.ron".into());
    let kept = app.memory();
    let mut other = after("");
    other.real = Some("/b/clinic.ron".into());
    other.recall(kept.clone());
    press(&mut other, "F5");
    assert!(matches!(other.dialogs.last(), Some(Dialog::Pick(_))));
    press(&mut other, "Enter");
    assert_eq!(other.meetings.planned, None);
    let both = other.memory();
    assert_eq!(both.meetings.len(), 2);
    let mut again = after("");
    again.real = Some("/a/clinic.ron".into());
    again.recall(both);
    press(&mut again, "F5");
    assert_eq!(
        (again.meeting_position(), again.meetings.planned),
        (1, Some(5))
    );
    again.end_meeting();
    assert_eq!(again.memory().meetings.len(), 1);
}

#[test]
fn the_minutes_name_all_that_was_gone_through() {
    let mut app = after("F5 Enter Right a Down Enter d \"Do it\" Enter");
    assert!(app.message.is_some(), "it says that it was noted");
    let minutes = app.minutes().expect("minutes");
    assert!(
        minutes.contains("All touchpoints; Moments of Truth"),
        "{minutes}"
    );
    press(&mut app, "Esc");
}

#[test]
fn enter_opens_the_item_on_its_name() {
    let mut app = after("F5 Enter Enter");
    assert_eq!((app.screen, app.page().1), (Screen::Inspector, 1));
    press(&mut app, "Enter C-a \"Front desk\" Enter Esc");
    assert!(text(&app).contains("name: \"Front desk\""));
    assert_eq!(app.screen, Screen::Meeting);
}
