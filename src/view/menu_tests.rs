//! Palette, menu of next keys and search as pictures in text.

use super::screen_tests::{DESK, PROJECTOR, pictures};
use super::test_apps::STAY;

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
fn search_without_a_hit() {
    pictures("search_without_a_hit", STAY, PROJECTOR, "/ \"zebra\" Enter");
}
