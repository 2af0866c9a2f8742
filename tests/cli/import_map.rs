//! `touchline import map`.

use super::home::Home;

const MAP: &str = "# Our map

```mermaid
journey
    title One night
    section Before
      Book a room: 4: Guest
      Call the hotel: 7: Guest, Desk
    section Stay
      Check in: 2: Guest
      : 3: Desk
```
";

#[test]
fn on_a_pipe_it_shows_what_would_come_and_writes_nothing() {
    let home = Home::with("map.md", MAP);
    let ran = home.run(&["import", "map", "map.md", "-o", "stay.ron"]);
    assert_eq!(ran.code, Some(1));
    insta::assert_snapshot!("map_preview", ran.out);
    insta::assert_snapshot!(ran.err, @"note: nothing was written; --yes writes without asking");
    assert!(!home.path("stay.ron").exists());
    let ran = home.run(&["--lang", "de", "import", "map", "map.md", "-o", "stay.ron"]);
    insta::assert_snapshot!("map_preview_de", ran.out);
}

#[test]
fn with_yes_it_writes_a_journey_that_nothing_is_wrong_with() {
    let home = Home::with("map.md", MAP);
    let ran = home.run(&["import", "map", "map.md", "-o", "stay", "--yes"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.err.contains("stay.ron is written"), "{}", ran.err);
    insta::assert_snapshot!("map_journey", home.read("stay.ron"));
    assert_eq!(home.run(&["fmt", "--check", "stay.ron"]).code, Some(0));
    assert_eq!(home.check(&["stay.ron", "--deny", "warning"]).code, Some(0));
}

#[test]
fn to_stdout_goes_the_journey_alone() {
    let home = Home::new();
    let ran = home.pipe(MAP, &["import", "map", "-", "-o", "-"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.out.starts_with("#![enable(implicit_some)]\nJourney("));
    insta::assert_snapshot!(ran.err, @r"
    note: line 8: Call the hotel: 7: Guest, Desk · the score is no whole number of the scale, so without emotion
    note: line 11: : 3: Desk · not understood
    ");
}

#[test]
fn a_file_that_is_there_stays() {
    let home = Home::with("map.md", MAP);
    home.write("stay.ron", "mine");
    let ran = home.run(&["import", "map", "map.md", "-o", "stay.ron", "--yes"]);
    assert_eq!((ran.code, &*ran.out), (Some(2), ""));
    assert!(ran.err.contains("stay.ron is there already"), "{}", ran.err);
    assert_eq!(home.read("stay.ron"), "mine");
}

#[test]
fn what_holds_no_journey_is_refused() {
    let home = Home::with("other.md", "# Nothing\n");
    home.write("latin.mmd", b"journey\nsection B\xfccher\n");
    for (file, code, says) in [
        ("other.md", 1, "no journey found in other.md"),
        ("latin.mmd", 1, "latin.mmd is not UTF-8"),
        ("gone.md", 2, "gone.md"),
        (".", 2, "."),
    ] {
        let ran = home.run(&["import", "map", file, "-o", "stay.ron", "--yes"]);
        assert_eq!((ran.code, &*ran.out), (Some(code), ""), "{file}");
        assert!(ran.err.contains(says), "{}", ran.err);
        assert!(!home.path("stay.ron").exists());
    }
    let ran = home.run(&["--lang", "de", "import", "map", "other.md", "-o", "a.ron"]);
    assert!(
        ran.err.contains("in other.md steht keine Journey"),
        "{}",
        ran.err
    );
}

#[test]
fn tables_and_json_come_in_and_what_is_no_json_says_where() {
    let home = Home::with(
        "plan.csv",
        "Phase;Kontaktpunkt;Gefühl\nSuchen;Web;4\nKaufen;Kasse;2\n",
    );
    let ran = home.run(&["import", "map", "plan.csv", "-o", "plan", "--yes"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let ran = home.run(&["export", "plan.ron", "-o", "plan.json"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let ran = home.run(&["import", "map", "plan.json", "-o", "-"]);
    assert_eq!((ran.code, ran.out), (Some(0), home.read("plan.ron")));
    home.write("bad.json", "{\"Journey\": ]");
    let ran = home.run(&["import", "map", "bad.json", "-o", "-"]);
    assert_eq!(ran.code, Some(1));
    insta::assert_snapshot!(ran.err, @r"
    error: bad.json is not valid JSON: line 1, column 13
      = help: mend it there, or write it again with touchline export
    ");
    home.write("none.md", "| a | b |\n|---|---|\n");
    let ran = home.run(&["--lang", "de", "import", "map", "none.md", "-o", "-"]);
    assert_eq!(ran.code, Some(1));
    insta::assert_snapshot!(ran.err, @r"
    Fehler: in none.md steht keine Journey
      = Hilfe: gelesen werden ein Mermaid-Diagramm «journey», eine Tabelle in Markdown oder CSV mit Phasen oder Berührungspunkten als Zeilen oder Spalten, und JSON von touchline export
    ");
}
