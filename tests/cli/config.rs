//! `touchline config`, and what the configuration does to the command line.

use super::home::{Home, with_error};

/// Where the program looks, in the home folder above the working one.
const FILE: &str = "../.config/touchline/config.ron";

#[test]
fn mistakes_are_printed_with_their_place_and_end_with_1() {
    let home = Home::new();
    home.write(FILE, "Config(\n    theme: \"drak\",\n)\n");
    let ran = home.run(&["config"]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert!(
        lines[0].ends_with("/touchline/config.ron:2:12: There is no theme `drak`."),
        "{}",
        ran.out
    );
    assert_eq!(lines[1], "  = help: Is `dark` meant?");
}

#[test]
fn the_default_can_be_saved_as_the_configuration() {
    let home = Home::new();
    for lang in ["en", "de"] {
        let printed = home.run(&["config", "--default", "--lang", lang]);
        home.write(FILE, &printed.out);
        let ran = home.run(&["config"]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", ran.out);
    }
}

#[test]
fn no_configuration_is_no_mistake_unless_it_was_named() {
    let home = Home::new();
    let ran = home.run(&["config"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""));
    assert!(ran.err.contains("--default >"), "{}", ran.err);
    let ran = home.run(&["config", "--config", "other.ron"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
}

#[test]
fn its_language_holds_where_the_arguments_name_none() {
    let home = Home::with("a.ron", with_error());
    home.write("de.ron", "Config(lang: \"de\")");
    for (arguments, said) in [
        (&["--config", "de.ron"][..], "Fehler[E105]"),
        (&["--config", "de.ron", "--lang", "en"], "error[E105]"),
        (&[], "error[E105]"),
    ] {
        let ran = home.check(&[&["a.ron"], arguments].concat());
        assert!(ran.out.starts_with(said), "{}", ran.out);
    }
}
