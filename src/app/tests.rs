//! Scripted keys: what a person presses, and what the text says afterwards.

use super::edits::Asked;
use super::*;
use crate::app::input::Input;
use crate::app::map::Lane;
use crate::app::map::{Rating, Row};
use crate::app::update::{self, update};
use crate::journey::Context;
use crate::journey::check::Neighbour;

pub(super) const SMALL: &str = r#"#![enable(implicit_some)]
Journey(
    schema: 1,
    title: "Coffee",
    departments: [
        Department(id: "bar", name: "Bar"),
        Department(id: "till", name: "Till"),
    ],
    stages: [
        // Where it starts.
        Stage(
            id: "order",
            name: "Order",
            touchpoints: [
                Touchpoint(
                    id: "queue",
                    name: "Queue",
                    owner: "till",
                    emotion: 0,
                ), // ^queue
                Touchpoint(
                    id: "till-talk",
                    name: "Talk at the till",
                ), // ^till-talk
            ],
        ), // ^order
        Stage(
            id: "drink",
            name: "Drink",
        ), // ^drink
    ],
)
"#;

pub(super) fn app() -> App {
    open(SMALL)
}

/// The program on a file of this text.
pub(super) fn open(text: &str) -> App {
    let context = Context {
        neighbour: Neighbour::None,
        today: jiff::civil::date(2026, 11, 22),
    };
    App::new(
        Lang::En,
        Document::open(text.as_bytes().to_vec(), context),
        Some("coffee.ron".into()),
    )
}

/// Presses keys: words are keys by name, `"…"` is typed letter by letter.
pub(super) fn press(app: &mut App, script: &str) -> Vec<effect::Effect> {
    let mut effects = Vec::new();
    for (at, part) in script.split('"').enumerate() {
        let keys: Vec<Key> = match at % 2 {
            1 => part
                .chars()
                .map(|letter| Key::plain(key::Code::Char(letter)))
                .collect(),
            _ => part
                .split_whitespace()
                .map(|it| Key::parse(it).unwrap())
                .collect(),
        };
        for key in keys {
            let made = update(app, Input::Key(key));
            if made.contains(&effect::Effect::ReadClipboard) {
                update::clipboard(app, None);
            }
            effects.extend(made);
        }
    }
    effects
}

pub(super) fn after(script: &str) -> (App, String) {
    let mut app = app();
    press(&mut app, script);
    let text = app.document.parsed.tree.text().to_owned();
    (app, text)
}

#[test]
fn the_main_job_runs_by_keys() {
    let (mut app, text) = after(
        "+ m \"They wait\" Enter g i End a Enter Down Down Down Down Down Enter Enter \"80\" Enter Enter",
    );
    assert!(text.contains("emotion: 1,"), "{text}");
    assert!(
        text.contains("moment_of_truth: (reason: \"They wait\"),"),
        "{text}"
    );
    assert!(text.contains("Kpi(\n"), "{text}");
    assert!(text.contains("metric: Nps,"), "{text}");
    assert!(text.contains("target: (at_least: 80),"), "{text}");
    let effects = press(&mut app, "C-s");
    assert!(
        matches!(
            effects.as_slice(),
            [effect::Effect::Save { path: None, .. }]
        ),
        "{effects:?}"
    );
}

#[test]
fn a_lane_of_one_value_is_set_by_adding_too() {
    let (mut app, _) = after("");
    app.map.row = Row::Lane(Lane::Promise);
    press(&mut app, "a \"In two minutes\" Enter");
    let text = app.document.parsed.tree.text();
    assert!(text.contains("promise: \"In two minutes\","), "{text}");
    for row in [
        Row::Lane(Lane::Emotion),
        Row::Rating(Rating::Experience),
        Row::Lane(Lane::Channel),
        Row::Lane(Lane::Owner),
        Row::Lane(Lane::MomentOfTruth),
        Row::Lane(Lane::Values),
    ] {
        let (mut by_add, mut by_edit) = (after("").0, after("").0);
        (by_add.map.row, by_edit.map.row) = (row, row);
        press(&mut by_add, "A");
        press(&mut by_edit, "Enter");
        let shown = |app: &App| format!("{:?}", app.dialogs);
        assert_eq!(shown(&by_add), shown(&by_edit), "{row:?}");
        assert!(!by_add.dialogs.is_empty() || by_add.message.is_some());
        assert_eq!(by_add.message, by_edit.message, "{row:?}");
    }
}

#[test]
fn the_stage_before_is_another_stage() {
    let (mut app, _) =
        after("a \"More\" Enter Up a \"Pay\" Enter Down a \"Card\" Enter a \"Cash\" Enter");
    let stage = |app: &App| app.map.columns[app.map.column].stage;
    assert_eq!((app.map.column, stage(&app)), (4, 1));
    press(&mut app, "[");
    assert_eq!((app.map.column, stage(&app)), (0, 0));
    press(&mut app, "[ ]");
    assert_eq!((app.map.column, stage(&app)), (3, 1));
}

#[test]
fn ratings_and_emotion_are_single_keys() {
    let (_, text) = after("e 5 x 2 i 4 - -");
    for fact in [
        "expectation: 5,",
        "experience: 2,",
        "importance: 4,",
        "emotion: -2,",
    ] {
        assert!(text.contains(fact), "{fact} in {text}");
    }
    let (app, _) = after("- - -");
    assert_eq!(app.message.map(|message| message.tone), Some(Tone::Refused));
}

fn with_scale(scale: &str) -> App {
    let mut app = app();
    let place = Place::root().field("scale");
    let value = Some(scale.to_owned());
    app.edit(&Edit::Set { place, value });
    app
}

#[test]
fn each_rating_is_edited_and_cleared_on_its_own_row() {
    for (down, field) in [(2, "importance"), (3, "expectation"), (4, "experience")] {
        let way = "Down ".repeat(down);
        let (mut app, _) = after(&format!("{way} Enter \"4\" Enter"));
        let text = app.document.parsed.tree.text();
        assert!(text.contains(&format!("{field}: 4,")), "{field} in {text}");
        press(&mut app, "d");
        assert_eq!(app.document.parsed.tree.text(), SMALL);
        press(&mut app, "u Up");
        let row = app.map.row;
        press(&mut app, "u");
        assert_ne!(app.map.row, row, "undo goes back to the row");
        let place = Place::of(ElementKey::new(Kind::Touchpoint, "till-talk")).field(field);
        app.reveal(&place);
        assert_eq!((app.map.column, app.map.row.field()), (1, Some(field)));
    }
}

#[test]
fn the_lane_of_ratings_is_folded_and_hidden_from_any_of_its_rows() {
    let (mut app, _) = after("Down Down Down z f");
    assert_eq!(app.map.folded, [Lane::Ratings]);
    assert_eq!(app.map.row, Row::Rating(Rating::Expectation));
    press(&mut app, "z h");
    assert_eq!(app.map.row, Row::Lane(Lane::Promise));
    assert!(
        app.map
            .rows()
            .iter()
            .all(|row| row.lane() != Some(Lane::Ratings))
    );
    let (mut app, _) = after("");
    app.map.row = Row::Lane(Lane::Notes);
    press(&mut app, "z h");
    assert_eq!(app.map.row, Row::Lane(Lane::Improvements));
}

#[test]
fn an_emotion_that_is_not_set_starts_from_the_middle_of_its_scale() {
    for (script, fact) in [("Right +", "emotion: 1,"), ("Right -", "emotion: -1,")] {
        let (_, text) = after(script);
        assert!(text.contains(fact), "{fact} in {text}");
    }
    let mut app = with_scale("(min: 1, max: 7)");
    press(&mut app, "Right +");
    assert_eq!(app.touchpoint().and_then(|it| it.emotion), Some(5));
    for (scale, emotion) in [
        ("(min: 5, max: -5)", "emotion: 5,"),
        ("(min: 3, max: 3)", "emotion: 3,"),
    ] {
        let mut app = with_scale(scale);
        press(&mut app, "Right +");
        assert!(app.document.parsed.tree.text().contains(emotion), "{scale}");
    }
}

#[test]
fn touchpoints_are_added_where_the_cursor_is_and_the_cursor_goes_along() {
    let (app, text) = after("a \"Order ahead\" Enter");
    let (queue, ahead, talk) = (
        text.find("\"queue\""),
        text.find("\"order-ahead\""),
        text.find("\"till-talk\""),
    );
    assert!(queue < ahead && ahead < talk, "{text}");
    assert_eq!(
        app.touchpoint().map(|it| it.id.as_str()),
        Some("order-ahead")
    );
    let (app, _) = after("A \"Door\" Enter");
    assert_eq!(app.map.column, 0);
    let (_, text) = after("End a \"First sip\" Enter");
    assert!(text.contains("id: \"first-sip\""), "{text}");
}

#[test]
fn a_stage_without_touchpoints_asks_for_one_on_every_row_but_its_own() {
    let (mut app, _) = after("End");
    for row in app.map.rows() {
        app.map.row = row;
        press(&mut app, "Enter");
        let Some(Dialog::Field(dialog)) = app.dialogs.pop() else {
            panic!("{row:?}")
        };
        let adds = matches!(
            dialog.asked,
            Asked::NewElement {
                kind: Kind::Touchpoint,
                ..
            }
        );
        assert_eq!(adds, row != Row::Stage, "{row:?}");
    }
}

#[test]
fn touchpoints_move_across_stages_and_back() {
    let (mut app, text) = after("Right J");
    assert!(
        text.find("\"drink\"") < text.find("\"till-talk\""),
        "{text}"
    );
    assert_eq!(app.touchpoint().map(|it| it.id.as_str()), Some("till-talk"));
    press(&mut app, "u");
    assert_eq!(app.document.parsed.tree.text(), SMALL);
    assert_eq!(app.touchpoint().map(|it| it.id.as_str()), Some("till-talk"));
    press(&mut app, "K");
    assert_eq!(app.map.column, 0);
}

#[test]
fn stages_are_added_moved_renamed_and_deleted() {
    let (_, text) = after("Up a \"Pay\" Enter");
    assert!(
        text.find("\"order\"") < text.find("\"pay\"")
            && text.find("\"pay\"") < text.find("\"drink\"")
    );
    let (_, text) = after("Up J");
    assert!(text.find("\"drink\"") < text.find("\"order\""), "{text}");
    assert!(
        text.find("// Where it starts.") > text.find("\"drink\""),
        "comments go along"
    );
    let (_, text) = after("Up Enter C-a \"Choose\" Enter");
    assert!(text.contains("name: \"Choose\""), "{text}");
    let (_, text) = after("Up Right d");
    assert!(!text.contains("drink"), "{text}");
}

#[test]
fn a_copy_has_ids_and_a_name_of_its_own() {
    let (app, text) = after("D");
    assert!(
        text.contains("id: \"queue-2\"") && text.contains("name: \"Queue 2\""),
        "{text}"
    );
    assert!(text.contains("), // ^queue-2"), "{text}");
    assert_eq!(app.touchpoint().map(|it| it.id.as_str()), Some("queue-2"));
    let (_, text) = after("y Right p");
    assert!(
        text.find("\"till-talk\"") < text.find("\"queue-2\""),
        "{text}"
    );
    let (_, text) = after("Up D");
    assert!(
        text.contains("id: \"order-2\"") && text.contains("id: \"till-talk-2\""),
        "{text}"
    );
}

#[test]
fn what_is_referred_to_asks_before_it_goes() {
    let (mut app, text) =
        after("g j Down Down Down Down Down Down Down Down Down Down Down Down Enter Down d");
    assert_eq!(text, SMALL);
    let Some(Dialog::Confirm(confirm)) = app.dialogs.last() else {
        panic!("{:?}", app.dialogs)
    };
    assert!(
        confirm.lines.iter().any(|line| line.contains("Queue")),
        "{:?}",
        confirm.lines
    );
    press(&mut app, "d");
    let text = app.document.parsed.tree.text();
    assert!(
        !text.contains("\"till\"") && !text.contains("owner"),
        "{text}"
    );
    press(&mut app, "u");
    assert_eq!(app.document.parsed.tree.text(), SMALL);
}

#[test]
fn lists_of_a_cell_take_texts_and_lose_them() {
    let (mut app, _) = after("");
    app.map.row = Row::Lane(Lane::Pains);
    press(&mut app, "a \"Slow\" Enter a \"Cold\" Enter");
    let text = app.document.parsed.tree.text();
    assert!(
        text.contains("pains: [\n                        \"Slow\",\n"),
        "{text}"
    );
    press(&mut app, "Enter Down d");
    let text = app.document.parsed.tree.text();
    assert!(text.contains("Slow") && !text.contains("Cold"), "{text}");
}

#[test]
fn the_lanes_of_improvements_and_notes_take_one_on_their_touchpoint() {
    for (lane, facts) in [
        (
            Lane::Improvements,
            &["id: \"shorter\"", "title: \"Shorter\"", "at: [\"queue\"]"] as &[&str],
        ),
        (Lane::Notes, &["at: \"queue\"", "text: \"Shorter\""]),
    ] {
        let (mut app, _) = after("");
        app.map.row = Row::Lane(lane);
        press(&mut app, "a \"Shorter\" Enter");
        let text = app.document.parsed.tree.text();
        assert!(facts.iter().all(|fact| text.contains(fact)), "{text}");
        assert_eq!((app.map.column, app.map.row), (0, Row::Lane(lane)));
        assert_eq!((app.screen, app.dialogs.len()), (Screen::Map, 0));
        press(&mut app, "u");
        assert_eq!(app.document.parsed.tree.text(), SMALL);
    }
}

#[test]
fn a_note_is_written_on_what_is_under_the_cursor() {
    let (_, text) = after("n \"Ask Ana about this\" Enter");
    assert!(
        text.contains("at: \"queue\"") && text.contains("on: \"2026-11-22\""),
        "{text}"
    );
    assert!(text.contains("id: \"ask-ana-about-this\""), "{text}");
}

#[test]
fn quitting_asks_only_where_something_is_unsaved() {
    let mut app = app();
    assert_eq!(press(&mut app, "q"), [effect::Effect::Quit]);
    press(&mut app, "+");
    assert!(press(&mut app, "q").is_empty());
    assert!(press(&mut app, "c").is_empty() && app.dialogs.is_empty());
    press(&mut app, "q");
    let effects = press(&mut app, "s");
    assert!(matches!(
        effects.as_slice(),
        [effect::Effect::Save {
            then,
            ..
        }] if *then == [effect::Effect::Quit]
    ));
    press(&mut app, "q");
    assert_eq!(press(&mut app, "d"), [effect::Effect::Quit]);
}

#[test]
fn wrong_input_stays_in_its_dialog_with_the_reason() {
    let (app, text) = after("g i Home Enter C-a \"No Slug!\" Enter");
    assert_eq!(text, SMALL);
    let Some(Dialog::Field(dialog)) = app.dialogs.last() else {
        panic!()
    };
    assert!(dialog.error.is_some());
}

#[test]
fn a_target_has_one_direction_and_an_owner_may_be_named() {
    let open_target = "g i End a Enter Down Down Down Down Down Enter ";
    let (_, text) = after(&format!(
        "{open_target} Enter \"80\" Enter Esc Down Enter \"5\" Enter"
    ));
    assert!(text.contains("target: (at_most: 5),"), "{text}");
    let (_, text) = after("g i End a Enter Down Down Enter \"bar\" Enter");
    assert!(text.contains("owner: \"bar\""), "{text}");
}

#[test]
fn the_counts_of_a_reading_are_asked_for_one_after_the_other() {
    let reading = "g i End a Enter Down Down Down Down Down Down Enter \"2026-10-31\" Enter";
    let (app, text) = after(&format!("{reading} \"60\" Enter \"20\" Enter \"10\" Enter"));
    let counts = "(on: \"2026-10-31\", promoters: 60, passives: 20, detractors: 10),";
    assert!(text.contains(counts), "{text}");
    assert!(app.dialogs.is_empty());
    let (mut app, text) = after(&format!(
        "{reading} Esc Enter \"60\" Enter Enter \"10\" Enter"
    ));
    let counts = "(on: \"2026-10-31\", promoters: 60, detractors: 10),";
    assert!(
        text.contains(counts),
        "the cursor stands on the first, and one may be left out"
    );
    press(&mut app, "Up Up Enter C-a \"61\" Enter");
    assert!(
        matches!(app.dialogs.last(), Some(Dialog::Field(_))),
        "the one left out is asked for again"
    );
    press(&mut app, "\"20\" Enter");
    assert!(app.dialogs.is_empty());
}

#[test]
fn home_and_end_go_through_a_list_that_is_not_narrowed() {
    let (mut app, _) = after("g c End");
    let row = |app: &App| match app.dialogs.last() {
        Some(Dialog::Pick(dialog)) => (dialog.cursor, dialog.shown().len()),
        other => panic!("{other:?}"),
    };
    let (cursor, count) = row(&app);
    assert_eq!(cursor + 1, count);
    press(&mut app, "Home");
    assert_eq!(row(&app).0, 0);
    press(&mut app, "\"r\" Home \"d\"");
    assert!(matches!(app.dialogs.last(), Some(Dialog::Pick(it)) if it.filter.value() == "dr"));
}

#[test]
fn a_journey_is_begun_in_an_empty_file() {
    let (mut app, _) = after("");
    assert!(app.edit(&Edit::Whole(String::new())));
    app.offer_journey(SMALL.to_owned());
    press(&mut app, "b");
    assert_eq!(app.document.parsed.tree.text(), SMALL);
    press(&mut app, "u");
    assert_eq!(app.document.parsed.tree.text(), "");
}

#[test]
fn a_target_asks_for_its_day_once() {
    let target = "g i End a Enter Down Down Down Down Down Enter Enter \"80\" Enter";
    let (mut app, text) = after(&format!("{target} \"30.9.2027\" Enter"));
    assert!(
        text.contains("target: (at_least: 80, by: \"2027-09-30\"),"),
        "{text}"
    );
    press(&mut app, "Enter C-a \"82\" Enter");
    assert!(app.dialogs.is_empty(), "it is set");
    let (app, text) = after(&format!("{target} Enter"));
    assert!(text.contains("target: (at_least: 80),") && app.dialogs.is_empty());
}

#[test]
fn a_metric_is_changed_by_picking_and_the_same_one_keeps_its_parameters() {
    let (mut app, text) = after("g i End a Down Enter Down Enter");
    assert!(text.contains("metric: Csat(scale: 5, top: 2),"), "{text}");
    press(&mut app, "Enter Down Enter C-a \"1\" Enter Esc Enter Enter");
    let text = app.document.parsed.tree.text();
    assert!(text.contains("metric: Csat(scale: 5, top: 1),"), "{text}");
    press(&mut app, "Esc Enter \"nps\" Enter");
    let text = app.document.parsed.tree.text();
    assert!(text.contains("metric: Nps,"), "{text}");
}

#[test]
fn nothing_is_edited_in_a_file_that_cannot_be_read() {
    let mut app = app();
    let broken = Edit::Whole("Journey(".to_owned());
    assert!(app.edit(&broken));
    press(&mut app, "a");
    assert!(app.dialogs.is_empty() && app.message.is_some());
    press(&mut app, "u");
    assert_eq!(app.document.parsed.tree.text(), SMALL);
}

#[test]
fn what_was_added_to_a_list_is_under_the_cursor_when_one_comes_back() {
    let (mut app, _) = after("g i End a Enter Down Down Down Down Down Down Enter");
    press(
        &mut app,
        "\"2026-10-31\" Enter Esc Esc a \"2026-11-15\" Enter Esc Esc a \"20.11.2026\" Enter Esc Esc",
    );
    let text = app.document.parsed.tree.text();
    let at = |date: &str| text.find(&format!("on: \"{date}\""));
    assert!(
        at("2026-10-31") < at("2026-11-15") && at("2026-11-15") < at("2026-11-20"),
        "{text}"
    );
    assert!(
        at("2026-10-31").is_some(),
        "the proposed date gives way to what is typed"
    );
    assert_eq!(app.page().1, 2);
}

#[test]
fn texts_are_copied_from_one_list_to_another_line_by_line() {
    let (mut app, _) = after("");
    app.map.row = Row::Lane(Lane::Pains);
    press(&mut app, "a \"Slow\" Enter Enter y Esc Esc");
    app.map.row = Row::Lane(Lane::Thoughts);
    press(&mut app, "p");
    let text = app.document.parsed.tree.text();
    assert_eq!(text.matches("\"Slow\"").count(), 2, "{text}");
    update(&mut app, Input::Paste("- Cold\n\n• Dear\nnone".into()));
    let text = app.document.parsed.tree.text();
    for item in ["\"Cold\"", "\"Dear\"", "\"none\""] {
        assert!(text.contains(item), "{item} in {text}");
    }
    press(&mut app, "u u u");
    assert_eq!(app.document.parsed.tree.text(), SMALL);
}

#[test]
fn another_id_leaves_the_cursor_on_its_element() {
    let (app, text) = after("g i Home Enter C-a \"line\" Enter");
    assert!(text.contains("id: \"line\""), "{text}");
    assert_eq!(
        app.page().0.element,
        Some(ElementKey::new(Kind::Touchpoint, "line"))
    );
}

#[test]
fn a_name_without_an_ending_gets_the_one_of_journeys_and_is_asked_for_again_if_it_fails() {
    let (mut app, _) = after("+");
    let effects = press(&mut app, "g w C-a \"kaffee\" Enter");
    let [effect::Effect::Save { path, state, .. }] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    assert_eq!(*path, Some("kaffee.ron".into()));
    update::saved(
        &mut app,
        Err(effect::NotSaved {
            why: "no folder".into(),
            remedy: effect::Remedy::None,
        }),
        path.clone(),
        *state,
        Vec::new(),
    );
    let Some(Dialog::Field(dialog)) = app.dialogs.last() else {
        panic!("{:?}", app.dialogs)
    };
    assert_eq!(
        (dialog.field.value(), dialog.error.as_deref()),
        ("kaffee.ron", Some("no folder"))
    );
}

#[test]
fn a_file_that_others_changed_is_read_again_and_undo_brings_ones_own_back() {
    let (mut app, mine) = after("+");
    assert_eq!(press(&mut app, "g r"), [effect::Effect::Reload]);
    let theirs = SMALL.replace("Coffee", "Tea");
    update::reread(&mut app, Ok(theirs.clone().into_bytes()));
    assert_eq!(app.document.parsed.tree.text(), theirs);
    assert!(!app.document.is_dirty());
    press(&mut app, "u");
    assert_eq!(app.document.parsed.tree.text(), mine);
    assert!(app.document.is_dirty());
}

#[test]
fn keys_that_lead_nowhere_say_so() {
    let (app, _) = after("e 9");
    assert!(app.message.is_some_and(|it| it.text.contains("e 9")));
    let (app, _) = after("e Esc");
    assert!(app.message.is_none() && app.pending.is_empty());
}
