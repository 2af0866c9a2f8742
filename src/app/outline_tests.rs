//! Scripted keys on the outline.

use super::tests::{SMALL, after, press};
use super::*;

/// The rows as a person reads them: how far in, and which id or list.
fn rows(app: &App) -> Vec<String> {
    let name = |row: &outline::OutlineRow| match &row.place.element {
        Some(element) if row.place.steps.is_empty() => element.id.clone(),
        _ => row.place.last_field().unwrap_or_default().to_owned(),
    };
    let line = |row: outline::OutlineRow| format!("{}{}", "  ".repeat(row.depth), name(&row));
    app.outline().into_iter().map(line).collect()
}

fn text_of(app: &App) -> &str {
    app.document.parsed.tree.text()
}

/// The ids in the order of the text.
fn order(app: &App, ids: &[&str]) -> Vec<String> {
    let mut found: Vec<(usize, String)> = ids
        .iter()
        .filter_map(|id| {
            let at = text_of(app).find(&format!("id: \"{id}\""))?;
            Some((at, (*id).to_owned()))
        })
        .collect();
    found.sort();
    found.into_iter().map(|(_, id)| id).collect()
}

/// From the list of personas, where the outline begins, to the first touchpoint.
const TO_QUEUE: &str = "g o Home Down Down Down Down Down Down Down Down ";

#[test]
fn a_command_on_all_that_are_marked_takes_the_marks_away() {
    let marked = format!("{TO_QUEUE} v v");
    let (app, _) = after(&marked);
    assert!(app.has_marks());
    let (app, _) = after(&format!("{marked} M \"drink\" Enter"));
    assert!(app.has_no_marks() && app.lists.marked.is_empty());
    let (app, text) = after(&format!("{marked} f \"promise\" Enter \"Soon\" Enter"));
    assert_eq!(text.matches("promise: \"Soon\"").count(), 2);
    assert!(app.lists.marked.is_empty());
    let (app, _) = after(&format!("{marked} f \"promise\" Enter Esc"));
    assert!(app.has_marks(), "nothing was done");
    let (app, text) = after(&format!("{marked} J + +"));
    assert!(app.has_marks(), "what is done again and again: {text}");
}

#[test]
fn a_field_is_cleared_where_it_is_set() {
    let (app, text) = after(&format!(
        "{TO_QUEUE} v v f \"owner\" Enter \"not set\" Enter"
    ));
    assert!(app.dialogs.is_empty(), "{:?}", app.dialogs);
    assert!(!text.contains("owner:"), "{text}");
}

#[test]
fn the_whole_file_is_a_tree_with_its_stages_open() {
    let (app, _) = after("g o");
    let expected = [
        "personas",
        "values",
        "departments",
        "channels",
        "paths",
        "kpis",
        "stages",
        "  order",
        "    queue",
        "    till-talk",
        "  drink",
        "handovers",
        "improvements",
        "notes",
    ];
    assert_eq!(rows(&app), expected);
}

#[test]
fn rows_open_and_close_and_the_cursor_goes_up_and_down_the_tree() {
    let (mut app, _) = after("g o Home Down Down Right");
    assert!(rows(&app).contains(&"  bar".to_owned()));
    press(&mut app, "Right Left");
    assert_eq!(
        app.entry()
            .and_then(|it| it.last_field().map(str::to_owned)),
        Some("departments".to_owned())
    );
    press(&mut app, "Left");
    assert!(!rows(&app).contains(&"  bar".to_owned()));
}

#[test]
fn the_cursor_comes_along_from_the_map_and_goes_back_there() {
    let (mut app, _) = after("Right g o");
    let on = |app: &App| app.here().map(|it| it.id);
    assert_eq!(on(&app).as_deref(), Some("till-talk"));
    press(&mut app, "Up g m");
    assert_eq!(app.touchpoint().map(|it| it.id.as_str()), Some("queue"));
}

#[test]
fn enter_opens_the_inspector_and_esc_comes_back_to_the_outline() {
    let (mut app, _) = after(&format!("{TO_QUEUE} Enter"));
    assert_eq!(app.screen, Screen::Inspector);
    press(&mut app, "Esc");
    assert_eq!(app.screen, Screen::Outline);
}

#[test]
fn elements_are_added_renamed_and_moved_with_the_cursor_on_them() {
    let (mut app, _) = after(&format!("{TO_QUEUE} a \"Menu\" Enter"));
    assert_eq!(
        order(&app, &["queue", "menu", "till-talk"]),
        ["queue", "menu", "till-talk"]
    );
    assert_eq!(app.here().map(|it| it.id).as_deref(), Some("menu"));
    press(&mut app, "J r C-a \"Board\" Enter");
    assert_eq!(order(&app, &["menu", "till-talk"]), ["till-talk", "menu"]);
    assert!(text_of(&app).contains("name: \"Board\""));
    press(&mut app, "J");
    assert_eq!(order(&app, &["drink", "menu"]), ["drink", "menu"]);
    press(&mut app, "g o Home a \"Ana\" Enter");
    assert!(text_of(&app).contains("id: \"ana\","), "{}", text_of(&app));
}

#[test]
fn marked_elements_move_together_and_undo_is_one_step() {
    let (mut app, _) = after(&format!("{TO_QUEUE} v v M Down Enter"));
    assert_eq!(
        order(&app, &["drink", "queue", "till-talk"]),
        ["drink", "queue", "till-talk"]
    );
    press(&mut app, "u");
    assert_eq!(text_of(&app), SMALL);
    press(&mut app, "t \"Menu\" Enter");
    let at_end = rows(&app).iter().position(|it| it.trim() == "menu");
    assert!(at_end.is_some());
}

#[test]
fn several_that_are_marked_shift_within_their_list_and_stop_at_its_end() {
    let (mut app, _) = after(&format!("{TO_QUEUE} a \"One\" Enter a \"Two\" Enter"));
    let ids = ["queue", "one", "two", "till-talk"];
    assert_eq!(order(&app, &ids), ids);
    press(&mut app, "Up Up v v J");
    assert_eq!(order(&app, &ids), ["two", "queue", "one", "till-talk"]);
    press(&mut app, "J J J");
    assert_eq!(order(&app, &ids), ["two", "till-talk", "queue", "one"]);
    assert_eq!(app.message.as_ref().map(|it| it.tone), Some(Tone::Refused));
    press(&mut app, "K K K");
    assert_eq!(order(&app, &ids), ["queue", "one", "two", "till-talk"]);
}

#[test]
fn one_command_rates_and_sets_fields_of_all_that_are_marked() {
    let (mut app, _) = after(&format!(
        "{TO_QUEUE} V e 4 + f \"owner\" Enter \"bar\" Enter"
    ));
    let text = text_of(&app);
    assert_eq!(text.matches("expectation: 4,").count(), 2, "{text}");
    assert_eq!(text.matches("owner: \"bar\",").count(), 2, "{text}");
    assert_eq!(text.matches("emotion: 1,").count(), 2, "{text}");
    press(&mut app, "u u u");
    assert_eq!(text_of(&app), SMALL);
}

#[test]
fn what_is_marked_is_deleted_in_one_step() {
    let (mut app, _) = after(&format!("{TO_QUEUE} V d"));
    assert!(!text_of(&app).contains("queue") && !text_of(&app).contains("till-talk"));
    assert!(app.lists.marked.is_empty());
    press(&mut app, "u");
    assert_eq!(text_of(&app), SMALL);
    press(&mut app, "g o Home Down Down Right Down v v d");
    assert!(
        matches!(app.dialogs.last(), Some(Dialog::Confirm(_))),
        "a reference asks first"
    );
    press(&mut app, "d");
    assert!(!text_of(&app).contains("departments") && !text_of(&app).contains("owner"));
    press(&mut app, "u");
    assert_eq!(text_of(&app), SMALL);
}
