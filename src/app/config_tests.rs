//! What a configuration sets, and what is said of its mistakes.

use super::command;
use super::config::{Config, default_text, read};
use super::look::Look;
use super::tests::press;
use crate::i18n::{Lang, config_mistake};
use crate::ron_text::Tree;

/// What is set, and the mistakes as a person reads them.
fn configured(text: &str) -> (Config, Vec<String>) {
    let tree = Tree::read(text.to_owned());
    let (config, mistakes) = read(&tree);
    let lines = mistakes.iter().map(|mistake| {
        let at = tree.position(mistake.span.start);
        let (what, help) = config_mistake(Lang::En, &mistake.wrong);
        format!("{}:{} {what} {help}", at.line, at.column)
    });
    (config, lines.collect())
}

fn keys_of(config: &Config, name: &str) -> Vec<String> {
    let command = command::named(name).unwrap();
    config.keymap.keys(command).map(str::to_owned).collect()
}

#[test]
fn each_part_may_be_left_out() {
    for text in ["", "// nothing yet", "()", "Config()", "Config(keys: {})"] {
        let (config, mistakes) = configured(text);
        assert_eq!((config, mistakes), (Config::default(), vec![]), "{text}");
    }
    let (config, mistakes) = configured("Config(theme: \"contrast\")");
    assert_eq!((config.look, mistakes), (Some(Look::Contrast), vec![]));
    let (config, mistakes) = configured(
        "Config(lang: \"de\", keys: {\"save\": [\"C-s\", \"F2\", \"g  z\"], \"quit\": []})",
    );
    assert_eq!((config.lang, mistakes), (Some(Lang::De), vec![]));
    assert_eq!(keys_of(&config, "save"), ["C-s", "F2", "g z"]);
    assert!(keys_of(&config, "quit").is_empty());
    assert_eq!(keys_of(&config, "undo"), ["u"]);
}

#[test]
fn the_default_reads_back_without_a_mistake_and_changes_nothing() {
    for lang in [Lang::En, Lang::De] {
        let (config, mistakes) = configured(&default_text(lang));
        assert_eq!((config, mistakes), (Config::default(), vec![]));
    }
    for command in command::all() {
        let entry = format!("\"{}\": [", command.name);
        assert!(default_text(Lang::En).contains(&entry), "{entry}");
    }
}

#[test]
fn a_key_may_go_from_one_command_to_another() {
    let (config, mistakes) = configured("(keys: {\"save\": [\"u\"], \"undo\": [\"C-s\", \"U\"]})");
    assert_eq!(mistakes, Vec::<String>::new());
    assert_eq!(keys_of(&config, "save"), ["u"]);
    assert_eq!(keys_of(&config, "undo"), ["C-s", "U"]);
}

/// A text, and how what is said of it begins.
const MISTAKES: &[(&str, &str)] = &[
    (
        "Config(theme: \"dark)",
        "1:15 The text that starts here has no closing quote. Close it with",
    ),
    ("[1]", "1:1 This is no configuration. Write `Config("),
    ("Journey(schema: 1)", "1:1 This is no configuration."),
    (
        "(\n  them: \"dark\")",
        "2:3 There is no field `them`. Is `theme` meant?",
    ),
    (
        "(colour: 1)",
        "1:2 There is no field `colour`. The fields are theme,",
    ),
    ("(theme: 1)", "1:9 `theme` needs a text."),
    (
        "(theme: \"drak\")",
        "1:9 There is no theme `drak`. Is `dark` meant?",
    ),
    (
        "(theme: \"blue\")",
        "1:9 There is no theme `blue`. There are dark, light,",
    ),
    (
        "(lang: \"fr\")",
        "1:8 There is no language `fr`. There are en, de",
    ),
    (
        "(lang: \"de\", lang: \"en\")",
        "1:14 `lang` stands here for the second time.",
    ),
    ("(keys: [])", "1:8 `keys` needs commands"),
    (
        "(keys: {\"svae\": []})",
        "1:9 There is no command `svae`. Is `save` meant?",
    ),
    (
        "(keys: {\"fly\": []})",
        "1:9 There is no command `fly`. `touchline config",
    ),
    (
        "(keys: {\"Map\": {\"save\": [\"F2\"]}})",
        "1:9 `Map` groups commands; they stand without groups. Write",
    ),
    ("(keys: {1: []})", "1:9 There is no command `1`."),
    (
        "(keys: {\"save\": \"F2\"})",
        "1:17 `save` needs a list of keys.",
    ),
    (
        "(keys: {\"save\": [2]})",
        "1:18 `save` needs a list of keys.",
    ),
    (
        "(keys: {\"save\": [], \"save\": []})",
        "1:21 `save` stands here for the second",
    ),
    (
        "(keys: {\"save\": [\"Ctrl-S\"]})",
        "1:18 `Ctrl-S` is no key. Keys are written",
    ),
    ("(keys: {\"save\": [\"S-a\"]})", "1:18 `S-a` is no key."),
    ("(keys: {\"save\": [\" \"]})", "1:18 ` ` is no key."),
    (
        "(keys: {\"take\": [\"t\"]})",
        "1:18 `t` types a letter here.",
    ),
    (
        "(keys: {\"save\": [\"u\"]})",
        "1:18 `u` belongs to `undo` already. Take another",
    ),
    (
        "(keys: {\"save\": [\"g\"]})",
        "1:18 `g` belongs to `go-map` already.",
    ),
    (
        "(keys: {\"save\": [\"u s\"]})",
        "1:18 `u s` belongs to `undo` already.",
    ),
    (
        "(keys: {\"note\": [\"g\"]})",
        "1:18 `g` belongs to `go-map` already.",
    ),
    ("(keys: {\"save\": [\"z\"]})", "1:18 `z` belongs to `"),
];

#[test]
fn every_mistake_is_said_with_its_place_and_what_to_do() {
    for (text, said) in MISTAKES {
        let (config, mistakes) = configured(text);
        assert_eq!(mistakes.len(), 1, "{text}: {mistakes:?}");
        assert!(mistakes[0].starts_with(said), "{text}: {}", mistakes[0]);
        let known = ["save", "take", "note"];
        let took = known.map(|name| keys_of(&config, name).concat());
        assert!(!took.iter().any(|it| it == "u"), "{text}");
    }
}

#[test]
fn a_command_whose_keys_cannot_be_meant_keeps_its_own() {
    let (config, mistakes) =
        configured("(keys: {\"redo\": [\"C-s\"], \"save\": [\"u\"], \"undo\": [\"Ctrl-U\"]})");
    assert_eq!(mistakes.len(), 3, "{mistakes:?}");
    assert_eq!(config, Config::default());
}

#[test]
fn what_is_right_beside_a_mistake_is_taken() {
    let (config, mistakes) = configured(
        "(theme: \"blue\", lang: \"de\", keys: {\"save\": [\"u\", \"F2\"], \"fly\": [\"f\"]})",
    );
    assert_eq!(mistakes.len(), 3, "{mistakes:?}");
    assert_eq!(config.lang, Some(Lang::De));
    assert_eq!(keys_of(&config, "save"), ["F2"]);
}

#[test]
fn changed_keys_give_the_command_and_stand_in_the_palette() {
    let (config, _) = configured("(keys: {\"go-outline\": [\"F3\"], \"palette\": [\"F4\"]})");
    let mut app = super::tests::after("").0;
    app.keymap = config.keymap;
    press(&mut app, "F3");
    assert_eq!(app.screen, super::Screen::Outline);
    press(&mut app, "F4 \"to the outline\"");
    let Some(super::Dialog::Pick(dialog)) = app.dialogs.last() else {
        panic!("{:?}", app.dialogs)
    };
    assert_eq!(dialog.choices[dialog.current().unwrap()].aside, "F3");
}
