//! Palette, menu of next keys and search as pictures in text.

use super::screen_tests::{DESK, PROJECTOR, picture, pictures};
use super::test_apps::{STAY, app};
use crate::app::{Screen, config};
use crate::i18n::Lang;
use crate::ron_text::Tree;

#[test]
fn menu() {
    pictures("menu", STAY, PROJECTOR, "Space");
    pictures("menu", STAY, DESK, "Space");
}

#[test]
fn menu_of_a_list() {
    pictures("menu_of_a_list", STAY, PROJECTOR, "g o Space");
}

#[test]
fn menu_of_screens() {
    pictures("menu_of_screens", STAY, PROJECTOR, "g");
    pictures("menu_of_screens", STAY, DESK, "g");
}

#[test]
fn palette() {
    pictures("palette", STAY, PROJECTOR, ":");
    pictures("palette", STAY, DESK, ": \"in\" Down");
}

#[test]
fn palette_of_a_file_to_write() {
    pictures(
        "palette_write",
        STAY,
        PROJECTOR,
        ": \"w\" Space \"stay-2.ron\"",
    );
}

#[test]
fn search() {
    pictures("search", STAY, PROJECTOR, "/ \"check\" Enter n");
    pictures("search", STAY, DESK, "/ \"check\" Enter n");
}

#[test]
fn a_search_being_typed_says_on_which_hit_it_stands() {
    let app = app(STAY, Lang::En, PROJECTOR, "/ \"front\"");
    let screen = picture(&app, PROJECTOR);
    assert!(screen.contains(" 1 of 1 "), "{screen}");
}

#[test]
fn search_without_a_hit() {
    pictures("search_without_a_hit", STAY, PROJECTOR, "/ \"zebra\" Enter");
}

/// The keys of this configuration, after these keys.
fn with_config(text: &str, keys: &str) -> String {
    let (config, mistakes) = config::read(&Tree::read(text.to_owned()));
    assert_eq!(mistakes, []);
    let mut app = app(STAY, Lang::En, PROJECTOR, "");
    app.keymap = config.keymap;
    super::test_apps::press(&mut app, keys);
    assert_eq!(app.screen, Screen::Map);
    picture(&app, PROJECTOR)
}

#[test]
fn changed_keys_stand_in_footer_help_menu_and_palette() {
    let text = "(keys: {\"edit\": [\"F5\"], \"help\": [\"F6\"], \"menu\": [\"F7\"]})";
    for (keys, key, word) in [
        ("", "F5", "edit"),
        ("", "F6", "help"),
        ("F6", "F5", "edit, or open"),
        ("F7", "F5", "edit, or open"),
        (": \"edit,\"", "F5", "edit, or open"),
    ] {
        let picture = with_config(text, keys);
        let mut lines = picture.lines();
        let is_there = lines.any(|line| line.contains(key) && line.contains(word));
        assert!(is_there, "{keys}: {picture}");
    }
}

#[test]
fn mistakes_of_the_configuration() {
    for (lang, tag) in [(Lang::En, "en"), (Lang::De, "de")] {
        let tree = Tree::read("(theme: \"drak\", keys: {\"save\": [\"Ctrl-S\"]})".to_owned());
        let lines = config::read(&tree).1.into_iter().map(|mistake| {
            let at = tree.position(mistake.span.start);
            let (what, help) = crate::i18n::config_mistake(lang, &mistake.wrong);
            crate::i18n::config_line(lang, at.line, at.column, &what, &help)
        });
        let mut app = app(STAY, lang, PROJECTOR, "");
        app.tell_mistakes("config.ron", lines.collect());
        insta::assert_snapshot!(format!("mistakes_80x24_{tag}"), picture(&app, PROJECTOR));
    }
}
