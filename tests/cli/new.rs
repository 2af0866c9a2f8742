//! `touchline new`.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

use super::home::{GOOD, Home, TODAY, ran};

#[test]
fn a_journey_is_written_and_the_next_step_named() {
    let home = Home::new();
    let ran = home.run(&["new", "stay.ron", "--template", "hotel"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""));
    insta::assert_snapshot!(ran.err, @"note: stay.ron is written; open it with `touchline stay.ron`");
    assert!(
        home.read("stay.ron")
            .contains("title: \"A weekend in our hotel\",")
    );
    assert_eq!(home.run(&["fmt", "--check", "stay.ron"]).code, Some(0));
    assert_eq!(home.check(&["stay.ron", "--deny", "warning"]).code, Some(0));
    let left: Vec<_> = fs::read_dir(home.path("")).unwrap().collect();
    assert_eq!(left.len(), 1, "nothing else is left there");
}

#[test]
fn the_language_is_that_of_the_screens() {
    let home = Home::new();
    let ran = home.run(&["new", "a.ron", "--lang", "de"]);
    insta::assert_snapshot!(ran.err, @"Anmerkung: a.ron ist angelegt; öffnen Sie die Datei mit `touchline a.ron`");
    assert!(home.read("a.ron").contains("language: \"de\","));
    let mut command = home.command(&["new", "b.ron"]);
    super::home::ran(command.env("LANG", "de_CH.UTF-8"));
    assert_eq!(home.read("b.ron"), home.read("a.ron"));
    home.run(&["new", "c.ron"]);
    assert!(home.read("c.ron").contains("language: \"en\","));
}

#[test]
fn a_name_without_ending_gets_one() {
    let home = Home::new();
    let ran = home.run(&["new", "my stay"]);
    assert_eq!(ran.code, Some(0));
    insta::assert_snapshot!(ran.err, @"
    note: my stay.ron is written; open it with `touchline 'my stay.ron'`
    note: the name got the ending .ron, by which the journeys of a folder are found
    ");
    assert!(home.path("my stay.ron").is_file() && !home.path("my stay").exists());
    let ran = home.run(&["new", "stay.txt"]);
    insta::assert_snapshot!(ran.err, @"
    note: stay.txt is written; open it with `touchline stay.txt`
    note: the journeys of a folder are found by the ending .ron; this file does not have it
    ");
    assert!(home.path("stay.txt").is_file());
}

#[test]
fn nothing_is_ever_overwritten() {
    let home = Home::with("a.ron", GOOD);
    for name in ["a.ron", "a"] {
        let ran = home.run(&["new", name]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
        insta::allow_duplicates!(insta::assert_snapshot!(ran.err, @"
        error: a.ron is there already and stays as it is
          = help: choose another name, or open it with `touchline a.ron`
        "));
    }
    assert_eq!(home.read("a.ron"), GOOD);
    symlink("nowhere.ron", home.path("link.ron")).unwrap();
    assert_eq!(home.run(&["new", "link.ron"]).code, Some(2));
    assert!(!home.path("nowhere.ron").exists());
}

#[test]
fn a_place_where_no_file_can_be_is_named() {
    let home = Home::with("maps/a.ron", GOOD);
    for (path, expected) in [
        ("maps", "maps is a folder"),
        ("maps.new/", "maps.new/ is a folder"),
        (
            "missing/a.ron",
            "the folder of missing/a.ron does not exist",
        ),
        (
            "maps/a.ron/b.ron",
            "the folder of maps/a.ron/b.ron does not exist",
        ),
    ] {
        let ran = home.run(&["new", path]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{path}");
        assert!(ran.err.starts_with("error: "), "{}", ran.err);
        assert!(ran.err.contains(expected), "{}", ran.err);
        assert!(ran.err.contains("= help: "), "{}", ran.err);
    }
    let names = |folder| fs::read_dir(home.path(folder)).unwrap().count();
    assert_eq!((names(""), names("maps")), (1, 1));
}

#[test]
fn a_folder_that_may_not_be_written_is_named() {
    let home = Home::with("shut/a.ron", GOOD);
    fs::set_permissions(home.path("shut"), fs::Permissions::from_mode(0o500)).unwrap();
    if fs::write(home.path("shut/probe"), "").is_ok() {
        eprintln!("NOT TESTED: this user may write everywhere");
        return;
    }
    let ran = home.run(&["new", "shut/b.ron"]);
    fs::set_permissions(home.path("shut"), fs::Permissions::from_mode(0o700)).unwrap();
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.err.contains("the folder of shut/b.ron is read-only"),
        "{}",
        ran.err
    );
}

#[test]
fn a_title_is_taken_as_it_is_said() {
    let home = Home::new();
    for (file, title, written) in [
        (
            "a.ron",
            "Zürich «gross» 日本",
            r#"title: "Zürich «gross» 日本","#,
        ),
        (
            "b.ron",
            r#"The "best" C:\stay"#,
            r#"title: "The \"best\" C:\\stay","#,
        ),
        (
            "c.ron",
            "one\ntwo\u{1b}[2J",
            r#"title: "one\ntwo\u{1b}[2J","#,
        ),
    ] {
        let ran = home.run(&["new", file, "--template", "shop", "--title", title]);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        assert!(home.read(file).contains(written), "{}", home.read(file));
        assert_eq!(home.run(&["fmt", "--check", file]).code, Some(0), "{title}");
        assert_eq!(
            home.check(&[file, "--deny", "warning"]).code,
            Some(0),
            "{title}"
        );
    }
    let untouched = home.run(&["new", "-", "--template", "shop"]).out;
    let line = "    title: \"From the idea to the second order\",\n";
    let titled = format!("    {}\n", r#"title: "Zürich «gross» 日本","#);
    assert_eq!(
        home.read("a.ron"),
        untouched.replace(line, &titled),
        "nothing else changes"
    );
    let ran = home.run(&["new", "d.ron", "--title", ""]);
    assert_eq!((ran.code, home.path("d.ron").exists()), (Some(2), false));
}

#[test]
fn a_template_that_is_none_is_answered_with_those_there_are() {
    let home = Home::new();
    let ran = home.run(&["new", "a.ron", "--template", "hotal"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(
        ran.err
            .contains("[possible values: blank, hotel, shop, support, onboarding]")
            && ran.err.contains("'hotel'"),
        "{}",
        ran.err
    );
    assert!(!home.path("a.ron").exists());
}

#[test]
fn a_hyphen_prints_the_journey() {
    let home = Home::new();
    let printed = home.run(&["new", "-"]);
    assert_eq!((printed.code, printed.err.as_str()), (Some(0), ""));
    home.run(&["new", "a.ron"]);
    assert_eq!(home.read("a.ron"), printed.out);
    let mut show = home.command(&["show", "a.ron"]);
    assert_eq!(ran(show.args(TODAY)).code, Some(0));
}
