//! `touchline diff` of two files.

use super::home::{GOOD, Home, Ran, TODAY};

/// [`GOOD`] after a workshop.
pub fn changed() -> String {
    GOOD.replace(
        "importance: 5,",
        "importance: 4,\n                    emotion: 1,\n                    moment_of_truth: (reason: \"First face\"),",
    )
    .replace("2026-11-01", "2026-11-20")
}

fn diff(home: &Home, arguments: &[&str]) -> Ran {
    home.run(&[&["diff"], &TODAY[..], arguments].concat())
}

fn two(old: &str, new: &str) -> Home {
    let home = Home::with("a.ron", old);
    home.write("b.ron", new);
    home
}

#[test]
fn sentences_stand_below_their_stage_and_touchpoint() {
    let home = two(GOOD, &changed());
    let ran = diff(&home, &["a.ron", "b.ron"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    insta::assert_snapshot!(ran.out, @r#"
    One night
    a.ron → b.ron

    Customer journey
      Reviewed: 2026-11-01 → 2026-11-20

    Stage “Stay”
      Check-in
        Importance: 5 → 4
        Emotion, new: 1
        Became a Moment of Truth: “First face”
    "#);
    let ran = diff(&home, &["b.ron", "a.ron", "--lang", "de"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    insta::assert_snapshot!(ran.out, @r#"
    One night
    b.ron → a.ron

    Customer Journey
      Überprüft am: 20.11.2026 → 01.11.2026

    Phase «Stay»
      Check-in
        Wichtigkeit: 4 → 5
        Emotion, entfernt: 1
        Kein Moment of Truth mehr; bisher, weil: «First face»
    "#);
}

#[test]
fn sentences_fit_the_width_that_is_asked_for() {
    let long = "A promise of many words that nobody reads in one go, ";
    let new = GOOD.replace(
        "importance: 5,",
        &format!("promise: \"{}\",", long.repeat(4)),
    );
    let home = two(GOOD, &new);
    let ran = diff(&home, &["a.ron", "b.ron", "--width", "40"]);
    assert!(
        ran.out.lines().all(|line| line.chars().count() <= 40),
        "{}",
        ran.out
    );
    let words = |text: &str| {
        text.split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert!(
        words(&ran.out)
            .join(" ")
            .contains(long.repeat(4).trim_end()),
        "{}",
        ran.out
    );
}

#[test]
fn the_changed_words_are_coloured_and_marked() {
    let promise = |words: &str| {
        GOOD.replace(
            "importance: 5,",
            &format!("promise: \"Your room is ready when you arrive, {words}\","),
        )
    };
    let home = two(&promise("at three"), &promise("at noon"));
    let ran = diff(&home, &["a.ron", "b.ron", "--color", "always"]);
    insta::assert_snapshot!(ran.out.replace('\u{1b}', "␛"), @r#"
    ␛[1mOne night␛[0m
    a.ron → b.ron

    ␛[1;34mStage “Stay”␛[0m
      ␛[1mCheck-in␛[0m
        Promise, reworded: “Your room is ready when you arrive, at ␛[31m[-three-]␛[0m␛[32m{+noon+}␛[0m”
    "#);
}

#[test]
fn markdown_is_fit_for_a_comment_and_folds_long_lists() {
    let home = two(GOOD, &changed());
    let ran = diff(&home, &["a.ron", "b.ron", "--format", "markdown"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    insta::assert_snapshot!(ran.out, @r#"
    ### One night

    a.ron → b.ron

    **Customer journey**

    - Reviewed: 2026-11-01 → 2026-11-20

    **Stage “Stay”**

    - **Check-in**
      - Importance: 5 → 4
      - Emotion, new: 1
      - Became a Moment of Truth: “First face”
    "#);
    let pains: String = (0..9).map(|at| format!("\"pain {at}\",")).collect();
    home.write(
        "b.ron",
        GOOD.replace(
            "importance: 5,",
            &format!("importance: 5, pains: [{pains}],"),
        ),
    );
    let ran = diff(&home, &["a.ron", "b.ron", "--format", "markdown"]);
    assert!(
        ran.out
            .contains("<summary>Stage “Stay”: 9 changes</summary>"),
        "{}",
        ran.out
    );
    assert!(ran.out.ends_with("\n</details>\n"), "{}", ran.out);
}

#[test]
fn json_says_places_and_values() {
    let home = two(GOOD, &changed());
    let ran = diff(&home, &["a.ron", "b.ron", "--format", "json"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let file = &json[0];
    assert_eq!(
        (&file["old"], &file["state"]),
        (&"a.ron".into(), &"changed".into())
    );
    let differences = file["differences"].as_array().unwrap();
    let kinds: Vec<&str> = differences
        .iter()
        .map(|it| it["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["changed", "changed", "set", "set"]);
    insta::assert_snapshot!(differences[3], @r#"
    {"kind":"set","message":"Became a Moment of Truth: “First face”","new":{"reason":"First face"},"old":null,"place":{"field":"moment_of_truth","id":"desk","kind":"Touchpoint"},"stage":"stay"}
    "#);
    assert_eq!(
        (&differences[1]["old"], &differences[1]["new"]),
        (&5.into(), &4.into())
    );
}

#[test]
fn the_same_and_another_layout_are_no_difference() {
    let layout = GOOD.replace("    ", "  ").replace("schema: 1", "schema:1");
    for (new, english, german) in [
        (
            layout.as_str(),
            "No difference in content (layout only).",
            "Kein inhaltlicher Unterschied",
        ),
        (GOOD, "No difference.", "Kein Unterschied."),
    ] {
        let home = two(GOOD, new);
        let ran = diff(&home, &["a.ron", "b.ron"]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
        assert!(ran.out.contains(english), "{}", ran.out);
        let ran = diff(&home, &["a.ron", "b.ron", "--lang", "de"]);
        assert!(ran.out.contains(german), "{}", ran.out);
        for format in ["markdown", "json"] {
            let ran = diff(&home, &["a.ron", "b.ron", "--format", format]);
            assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{format}");
        }
    }
}

#[test]
fn one_side_may_come_from_a_pipe() {
    let home = Home::with("a.ron", GOOD);
    let ran = home.pipe(changed(), &["diff", "a.ron", "-"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("a.ron → <stdin>"), "{}", ran.out);
}

#[test]
fn what_cannot_be_read_is_said_and_nothing_else() {
    let home = two(GOOD, "Journey(title: ");
    for arguments in [["a.ron", "b.ron"], ["b.ron", "a.ron"]] {
        let ran = diff(&home, &arguments);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
        assert!(
            ran.err.starts_with("error[E005]") && ran.err.contains("b.ron:1:"),
            "{}",
            ran.err
        );
    }
    let ran = diff(&home, &["a.ron", "gone.ron"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    insta::assert_snapshot!(ran.err, @r#"
    error: gone.ron does not exist
      = help: check how the path is written
    "#);
    let ran = diff(&home, &["a.ron", "b.ron", "--format", "json"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), "[]\n"));
}

#[test]
fn no_text_of_a_file_acts_on_a_terminal() {
    let evil = "\\u{1b}[2J\\u{202e}evil<script>";
    let new = GOOD.replace("Check-in", evil).replace("One night", evil);
    let home = two(GOOD, &new);
    for format in ["text", "markdown", "json"] {
        let ran = diff(&home, &["a.ron", "b.ron", "--format", format]);
        assert_eq!(ran.code, Some(1));
        assert!(
            !ran.out.contains(['\u{1b}', '\u{202e}']),
            "{format}: {}",
            ran.out
        );
    }
    let ran = diff(&home, &["a.ron", "b.ron", "--format", "markdown"]);
    assert!(!ran.out.contains("<script>"), "{}", ran.out);
}
