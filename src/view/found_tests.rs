//! What a search has found is to be seen where it stands, in all themes.

use super::follow;
use super::screen_tests::{Drawn, PROJECTOR, drawn, picture};
use super::test_apps::{STAY, app};
use super::theme::{CONTRAST, DARK, LIGHT, MONO, SIXTEEN, Theme};
use crate::i18n::Lang;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Modifier;

const THEMES: [&Theme; 5] = [&DARK, &LIGHT, &CONTRAST, &SIXTEEN, &MONO];

/// The cells that differ from those of the same screen without marks, row by row.
fn marked(keys: &str, size: (u16, u16), theme: &Theme) -> Vec<String> {
    let mut app = app(STAY, Lang::En, size, keys);
    app.dialogs.clear();
    let Drawn { buffer: with, .. } = drawn(&app, size, theme);
    if let Some(search) = &mut app.search {
        search.text = "nowhere".to_owned();
    }
    let Drawn { buffer, .. } = drawn(&app, size, theme);
    let row = |y: u16| row(&with, &buffer, y);
    let rows = (1..size.1 - 1).map(row).filter(|row| !row.is_empty());
    rows.collect()
}

fn row(with: &Buffer, without: &Buffer, y: u16) -> String {
    let cells = (0..with.area.width).map(|x| (&with[(x, y)], &without[(x, y)]));
    let differ = cells.filter(|(one, other)| is_underlined(one) != is_underlined(other));
    differ.map(|(cell, _)| cell.symbol()).collect()
}

fn is_underlined(cell: &Cell) -> bool {
    cell.modifier.contains(Modifier::UNDERLINED)
}

#[test]
fn what_was_found_is_marked_on_the_map_with_and_without_colours() {
    for theme in THEMES {
        assert_eq!(
            marked(
                "/ \"at\" Space \"the\" Space \"desk\" Enter",
                PROJECTOR,
                theme
            ),
            ["at", "the desk"]
        );
    }
}

#[test]
fn it_is_marked_in_lists_and_the_inspector_too() {
    for (keys, found) in [
        ("/ \"desk\" Enter g o", ["desk"]),
        (
            "/ \"DÉSK\" Backspace Backspace Backspace \"esk\" Enter Tab",
            ["desk"],
        ),
        ("/ \"guaran\" Enter Tab", ["guaran"]),
    ] {
        let marked = marked(keys, PROJECTOR, &MONO);
        assert_eq!(marked, found, "{keys}");
    }
}

#[test]
fn words_of_the_program_on_the_map_are_not_found() {
    assert_eq!(marked("/ \"promise\" Enter", PROJECTOR, &MONO), [""; 0]);
}

#[test]
fn the_dialog_of_the_search_does_not_cover_its_hit() {
    for rows in 14..28 {
        let mut app = app(STAY, Lang::En, (80, rows), "/ \"contact\"");
        (app.map.first_column, app.map.first_lane) = follow(&app, app.size);
        let screen = picture(&app, (80, rows));
        let count = screen.matches("contact").count();
        assert_eq!(count, 2, "in the dialog and beside it: {screen}");
    }
}
