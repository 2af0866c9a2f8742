//! `touchline show`.

use super::home::{GOOD, Home, Ran, TODAY, with_error};

fn show(home: &Home, arguments: &[&str]) -> Ran {
    home.run(&[&["show"], &TODAY[..], arguments].concat())
}

#[test]
fn the_map_is_printed_in_the_width_that_is_asked_for() {
    let home = Home::with("a.ron", GOOD);
    let ran = show(&home, &["a.ron", "--width", "40"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    insta::assert_snapshot!(ran.out, @r#"
    One night

                   1 Stay ━━━━━━━━━━━━━━━━━━
                 │ Check-in
    ─────────────┼──────────────────────────
     Importance  │ ●●●●● 5
     Expectation │ ·
     Experience  │ ·
     Gap         │ ·
    "#);
    let widest = |ran: &Ran| ran.out.lines().map(|line| line.chars().count()).max();
    assert!(widest(&ran) <= Some(40));
    let plain = show(&home, &["a.ron"]);
    assert!(
        widest(&plain) > Some(40) && widest(&plain) <= Some(80),
        "80 columns in a pipe"
    );
    assert_eq!(show(&home, &["a.ron", "--view", "map"]).out, plain.out);
    assert_eq!(home.pipe(GOOD, &["show", "-"]).out, plain.out);
    assert_ne!(show(&home, &["a.ron", "--lang", "de"]).out, plain.out);
    assert_eq!(show(&home, &["a.ron", "--width", "0"]).code, Some(2));
}

#[test]
fn every_view_is_printed_in_the_width_that_is_asked_for() {
    let home = Home::with("a.ron", GOOD);
    for (view, expected) in [
        ("moments", "Moments of Truth"),
        ("kpis", "KPIs"),
        ("priorities", "Check-in: without expectation"),
        ("improvements", "No improvement yet."),
        ("values", "no promise yet."),
        ("strategy", "schema: 1"),
    ] {
        let ran = show(&home, &["a.ron", "--view", view, "--width", "60"]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{view}");
        assert!(ran.out.contains(expected), "{view}: {}", ran.out);
        assert!(ran.out.lines().all(|line| line.chars().count() <= 60));
        let german = show(&home, &["a.ron", "--view", view, "--lang", "de"]);
        assert_ne!(german.out, ran.out, "{view}");
    }
}

/// Two departments, one hand-over that is broken and one that is missing.
const HOUSE: &str = r#"#![enable(implicit_some)]
Journey(
    schema: 1,
    title: "Night",
    departments: [Department(id: "desk", name: "Front desk"), Department(id: "rooms", name: "Rooms")],
    stages: [Stage(id: "in", name: "In", touchpoints: [
        Touchpoint(id: "key", name: "Key", owner: "desk", promise: "At once"),
        Touchpoint(id: "bed", name: "Bed", owner: "rooms", keeps: ["key"], expectation: 4, experience: 2),
        Touchpoint(id: "bill", name: "Bill", owner: "desk"),
    ])],
    handovers: [Handover(id: "h", from: "desk", to: "rooms", agreement: "By ten", status: Broken)],
    improvements: [
        Improvement(id: "i", title: "Role play", kind: Training, owner: "rooms", departments: ["desk"]),
    ],
)
"#;

#[test]
fn a_department_has_a_page_by_its_name_or_id() {
    let home = Home::with("a.ron", HOUSE);
    let ran = show(&home, &["a.ron", "--department", "desk", "--width", "60"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    insta::assert_snapshot!(ran.out);
    let named = show(
        &home,
        &["a.ron", "--department", "front DESK", "--width", "60"],
    );
    assert_eq!(named.out, ran.out);
    let german = show(&home, &["a.ron", "--department", "desk", "--lang", "de"]);
    assert!(german.out.contains("Schuldet anderen"), "{}", german.out);
    let both = show(&home, &["a.ron", "--department", "desk", "--view", "map"]);
    assert_eq!(both.code, Some(2));
}

#[test]
fn a_department_that_is_none_comes_with_those_there_are() {
    let home = Home::with("a.ron", HOUSE);
    for (name, expected) in [("Front dsek", "“Front desk”?"), ("zebra", "desk, rooms")] {
        let ran = show(&home, &["a.ron", "--department", name]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
        assert!(ran.err.contains(expected), "{}", ran.err);
    }
    home.write("b.ron", "Journey(schema: 1, title: \"T\", stages: [])");
    let ran = show(&home, &["b.ron", "--department", "desk"]);
    assert!(ran.err.contains("names no departments"), "{}", ran.err);
}

#[test]
fn promises_are_printed_with_where_they_are_kept() {
    let home = Home::with("a.ron", HOUSE);
    let ran = show(&home, &["a.ron", "--view", "values"]);
    assert!(
        ran.out.contains("• Key: “At once”\n  ▼ Bed (gap −2)\n"),
        "{}",
        ran.out
    );
}

#[test]
fn the_strategy_is_printed_for_a_journey_and_for_its_company() {
    let home = Home::with("night.ron", HOUSE);
    home.write(
        "company.ron",
        r#"Company(schema: 1, name: "Inn", strategy: (vision: "Sleep", milestones: [
            Milestone(id: "late", on: "2026-11-21", title: "Keys by phone", departments: ["rooms"],
                journeys: ["night"]),
            Milestone(id: "far", title: "A garden", departments: ["rooms"], journeys: ["day"]),
        ]), departments: [Department(id: "rooms", name: "Rooms of all")])"#,
    );
    let ran = show(&home, &["night.ron", "--view", "strategy", "--width", "60"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    insta::assert_snapshot!(ran.out, @r#"
    Night
    Strategy

    Vision: Sleep

    Overdue: 1 ─────────────────────────────────────────────────
    ! Keys by phone
      overdue since 2026-11-21   Rooms of all
      in the journeys night
      touches here: Bed

    Planned: 1 ─────────────────────────────────────────────────
    ○ A garden
      without a date   Rooms of all   in the journeys day
    "#);
    let company = show(
        &home,
        &["company.ron", "--view", "strategy", "--lang", "de"],
    );
    assert_eq!((company.code, company.err.as_str()), (Some(0), ""));
    assert!(
        company.out.starts_with("Inn\nStrategie\n")
            && company.out.contains("überfällig seit 21.11.2026")
            && !company.out.contains("berührt"),
        "{}",
        company.out
    );
}

#[test]
fn what_cannot_be_shown_is_explained() {
    let home = Home::with("bad.ron", "Journey(title: ");
    let ran = show(&home, &["bad.ron"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(
        ran.err.starts_with("error[E005]") && ran.err.contains("bad.ron:1:"),
        "{}",
        ran.err
    );
    home.write("company.ron", "Company(schema: 1, name: \"Inn\")");
    let ran = show(&home, &["company.ron"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    insta::assert_snapshot!(ran.err, @r#"
    error: company.ron is a company and has no map
      = help: name one of the journeys beside it
    "#);
}

#[test]
fn a_map_with_gaps_says_so() {
    let home = Home::with("a.ron", with_error());
    let ran = show(&home, &["a.ron"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("Check-in"), "{}", ran.out);
    insta::assert_snapshot!(ran.err, @r#"
    error: a.ron has errors: what stands there is not shown
      = help: `touchline check` with this file says where they are
    "#);
}
