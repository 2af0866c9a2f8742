//! Elements copied in one journey and pasted in another.

use super::clip::Clip;
use super::input::Input;
use super::map::{Lane, Row};
use super::tests::{SMALL, after, press};
use super::update::{clipboard, update};
use super::*;
use crate::journey::Context;
use crate::journey::check::Neighbour;
use crate::journey::finding::Severity;

const OTHER: &str = r#"#![enable(implicit_some)]
Journey(
    schema: 1,
    title: "Tea",
    channels: [
        Channel(id: "street", name: "On the street"),
    ],
    stages: [
        Stage(
            id: "drink",
            name: "Drink",
        ), // ^drink
    ],
)
"#;

fn other() -> App {
    let context = Context {
        neighbour: Neighbour::None,
        today: jiff::civil::date(2026, 11, 22),
    };
    let document = Document::open(OTHER.as_bytes().to_vec(), context);
    App::new(Lang::En, document, Some("tea.ron".into()))
}

fn text_of(app: &App) -> &str {
    app.document.parsed.tree.text()
}

/// What stands on the clipboard after these keys.
fn copied(script: &str) -> String {
    let (mut app, _) = after(script);
    match press(&mut app, "y").as_slice() {
        [effect::Effect::Copy(text)] => text.clone(),
        effects => panic!("{effects:?}"),
    }
}

#[test]
fn what_is_copied_carries_what_it_refers_to_and_reads_back() {
    let text = copied("");
    assert!(
        text.contains("Touchpoint(") && text.contains("Department(id: \"till\""),
        "{text}"
    );
    let clip = Clip::read(&text).unwrap();
    assert_eq!((clip.kind, clip.items.len()), (Kind::Touchpoint, 1));
    assert_eq!(clip.companions.len(), 1);
    assert_eq!(Clip::read(&clip.text()), Some(clip));
    let alone = copied("Right");
    assert!(alone.starts_with("Touchpoint("), "{alone}");
    assert_eq!(Clip::read(&alone).map(|it| it.companions.len()), Some(0));
    assert_eq!(Clip::read("[1, 2]"), None);
    assert_eq!(Clip::read("Some words"), None);
    assert_eq!(Clip::read(""), None);
}

#[test]
fn a_touchpoint_comes_to_another_journey_with_its_department() {
    let text = copied("");
    let mut app = other();
    clipboard(&mut app, Some(&text));
    let Some(Dialog::Confirm(confirm)) = app.dialogs.last() else {
        panic!("{:?}", app.message)
    };
    assert_eq!(confirm.lines, ["Department “till”"]);
    press(&mut app, "b");
    let text = text_of(&app);
    assert!(
        text.contains("Department(id: \"till\", name: \"Till\")"),
        "{text}"
    );
    assert!(text.contains("owner: \"till\","), "{text}");
    let findings = &app.document.parsed.findings;
    assert!(findings.iter().all(|it| it.severity() != Severity::Error));
    press(&mut app, "u");
    assert_eq!(text_of(&app), OTHER);
}

#[test]
fn or_without_it_and_then_nothing_refers_to_nothing() {
    let mut app = other();
    clipboard(&mut app, Some(&copied("")));
    press(&mut app, "w");
    let text = text_of(&app);
    assert!(
        text.contains("\"queue\"") && !text.contains("till"),
        "{text}"
    );
    press(&mut app, "u");
    assert_eq!(text_of(&app), OTHER);
}

#[test]
fn several_that_are_marked_are_copied_and_keep_their_order() {
    let text = copied("g o Home Down Down Down Down Down Down Down Down v v");
    let mut app = other();
    update(&mut app, Input::Paste(text));
    press(&mut app, "b");
    let text = text_of(&app);
    let at = |id: &str| text.find(&format!("id: \"{id}\""));
    assert!(
        at("queue").is_some() && at("queue") < at("till-talk"),
        "{text}"
    );
}

const LIST: &str = "- eins\n- zwei\n\n• drei";

const ITEMS: &str = "actions: [
                        \"eins\",
                        \"zwei\",
                        \"drei\",
                    ],";

#[test]
fn a_list_is_pasted_as_its_items_on_the_lane_and_into_a_new_text() {
    let (mut app, _) = after("");
    app.map.row = Row::Lane(Lane::Actions);
    update(&mut app, Input::Paste(LIST.to_owned()));
    assert!(text_of(&app).contains(ITEMS), "{}", text_of(&app));
    press(&mut app, "u a");
    update(&mut app, Input::Paste(LIST.to_owned()));
    press(&mut app, "Enter");
    assert!(text_of(&app).contains(ITEMS), "{}", text_of(&app));
    press(&mut app, "u");
    assert_eq!(text_of(&app), SMALL, "one step of undo");
}

#[test]
fn lines_pasted_into_the_middle_of_a_list_keep_their_order() {
    let (mut app, _) = after("");
    app.map.row = Row::Lane(Lane::Actions);
    press(&mut app, "a \"one\" Enter a \"four\" Enter Enter Home a");
    update(&mut app, Input::Paste("two\nthree".to_owned()));
    press(&mut app, "Enter");
    let at = |it: &str| text_of(&app).find(&format!("\"{it}\",\n")).unwrap();
    assert!(at("one") < at("two") && at("two") < at("three") && at("three") < at("four"));
}

#[test]
fn a_text_that_is_no_element_says_so_and_changes_nothing() {
    let (mut app, _) = after("");
    update(&mut app, Input::Paste("hello world".to_owned()));
    assert_eq!(app.message.as_ref().map(|it| it.tone), Some(Tone::Refused));
    assert_eq!(text_of(&app), SMALL);
    let (mut app, _) = after("y");
    clipboard(&mut app, Some("something else"));
    assert!(
        text_of(&app).contains("queue-2"),
        "what was copied here is pasted"
    );
}
