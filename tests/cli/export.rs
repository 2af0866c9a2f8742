//! `touchline export`: where it is written, and what is refused.

use std::fs;

use super::home::{GOOD, Home, with_error};

#[test]
fn the_ending_says_the_format_and_twice_gives_the_same_bytes() {
    let home = Home::with("a.ron", GOOD);
    let ran = home.run(&["export", "a.ron", "-o", "a.json"]);
    assert_eq!((ran.code, &*ran.out, &*ran.err), (Some(0), "", ""));
    let first = home.read("a.json");
    let json: serde_json::Value = serde_json::from_str(&first).unwrap();
    assert_eq!(
        json["Journey"]["stages"][0]["touchpoints"][0]["importance"],
        5
    );
    let ran = home.run(&["export", "a.ron", "-o", "-", "--format", "json"]);
    assert_eq!((ran.code, ran.out), (Some(0), first.clone()));
    home.write("a.json", "old");
    assert_eq!(home.run(&["export", "a.ron", "-o", "a.json"]).code, Some(0));
    assert_eq!(home.read("a.json"), first);
    assert_eq!(
        fs::read_dir(home.path(".")).unwrap().count(),
        2,
        "nothing is left behind"
    );
}

#[test]
fn a_table_for_people_is_in_their_language_and_no_text_is_a_formula() {
    let home = Home::with("a.ron", GOOD.replace("Check-in", r#"=1+1; \"now\""#));
    for (lang, says) in [("en", "Stage,Id,Name,"), ("de", "Phase;Kennung;Name;")] {
        let arguments = ["--lang", lang, "export", "a.ron", "-o"];
        let ran = home.run(&[&arguments[..], &["a.csv"]].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        let file = home.read("a.csv");
        let table = file.strip_prefix('\u{feff}').unwrap();
        assert!(table.starts_with(says), "{table}");
        assert!(table.contains("\"'=1+1; \"\"now\"\"\""), "{table}");
        let ran = home.run(&[&arguments[..], &["-", "--format", "csv"]].concat());
        assert_eq!(ran.out, table, "a pipe needs no mark");
    }
    let ran = home.run(&["export", "a.ron", "-o", "a.facts.csv"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let facts = home.read("a.facts.csv");
    assert!(
        facts.starts_with("kind,id,name,field,item,value\n"),
        "{facts}"
    );
    assert!(
        facts.contains("Touchpoint,desk,\"'=1+1; \"\"now\"\"\",importance,,5\n"),
        "{facts}"
    );
}

#[test]
fn a_diagram_says_what_it_cannot_show() {
    let home = Home::with("a.ron", GOOD);
    let ran = home.run(&["export", "a.ron", "-o", "a.mmd"]);
    assert_eq!(ran.code, Some(0));
    assert!(
        ran.err
            .contains("without emotion, so they stand at 3: Check-in"),
        "{}",
        ran.err
    );
    assert_eq!(
        home.read("a.mmd"),
        "journey\n    title One night\n    section Stay\n      Check-in: 3\n"
    );
}

#[test]
fn a_picture_is_of_the_part_that_its_ending_names() {
    let home = Home::with("a.ron", GOOD);
    for (file, title) in [
        ("a.svg", "Map: One night"),
        ("a.curve.svg", "Emotion curve: One night"),
        ("a.priorities.svg", "What to improve first: One night"),
        ("a.moments.svg", "Moments of Truth: One night"),
    ] {
        let ran = home.run(&["export", "a.ron", "-o", file]);
        assert_eq!((ran.code, &*ran.out), (Some(0), ""));
        assert!(ran.err.contains("all else stays out"), "{}", ran.err);
        let picture = home.read(file);
        assert!(picture.contains(&format!("<title id=\"title\">{title}</title>")));
        let ending = file.split_once('.').unwrap().1;
        let ran = home.run(&["export", "a.ron", "-o", "-", "--format", ending]);
        assert_eq!(ran.out, picture);
    }
}

#[test]
fn what_cannot_be_given_out_is_refused_and_nothing_is_written() {
    let home = Home::with("a.ron", GOOD);
    home.write("broken.ron", "Journey(");
    home.write("company.ron", "Company(schema: 1, name: \"C\")");
    for (arguments, says) in [
        (
            ["a.ron", "-o", "a.docx"],
            "the ending of a.docx says no format",
        ),
        (["a.ron", "-o", "-"], "the ending of - says no format"),
        (["broken.ron", "-o", "b.json"], "broken.ron"),
        (["company.ron", "-o", "b.json"], "company.ron is no journey"),
        (["no.ron", "-o", "b.json"], "no.ron"),
        (["a.ron", "-o", "no/b.json"], "no"),
    ] {
        let ran = home.run(&[&["export"], &arguments[..]].concat());
        assert_ne!(ran.code, Some(0), "{arguments:?}");
        assert!(ran.err.contains(says), "{arguments:?}: {}", ran.err);
        assert!(!home.path("b.json").exists());
    }
}

#[test]
fn a_journey_with_errors_is_given_out_and_that_is_said() {
    let home = Home::with("a.ron", with_error());
    let ran = home.run(&["export", "a.ron", "-o", "a.json"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("touchline check"), "{}", ran.err);
    assert!(home.read("a.json").contains("\"importance\": 9"));
}
