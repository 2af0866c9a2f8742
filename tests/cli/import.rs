//! `touchline import survey`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::home::{Home, PROGRAM, Ran};
use super::tty::{Setup, Tty};

const STAY: &str = r#"#![enable(implicit_some)]
Journey(
    schema: 1,
    title: "One night",
    stages: [
        Stage(
            id: "stay",
            name: "Stay",
            touchpoints: [
                Touchpoint(
                    id: "desk",
                    name: "Check-in at the desk",
                ), // ^desk
            ],
        ), // ^stay
    ],
)
"#;

const ANSWERS: &str = "\
date,desk_rating,Comment
2026-01-05,5,fine
2026-01-09,2,\"slow,
very slow\"
2026-02-03,7,
,4,
2026-02-04,4,ok
";

fn home() -> Home {
    let home = Home::with("stay.ron", STAY);
    home.write("answers-2026-01.csv", ANSWERS);
    home
}

fn import(home: &Home, arguments: &[&str]) -> Ran {
    home.run(&[&["import", "survey"], arguments, &["--into", "stay.ron"]].concat())
}

#[test]
fn on_a_pipe_it_shows_what_would_come_and_writes_nothing() {
    let home = home();
    let map = ["answers-2026-01.csv", "--map", "desk_rating=desk:csat(5,2)"];
    let ran = import(&home, &map);
    assert_eq!(ran.code, Some(1));
    insta::assert_snapshot!("preview", ran.out);
    insta::assert_snapshot!(ran.err, @"note: nothing was written; --yes writes without asking");
    assert_eq!(home.read("stay.ron"), STAY);
    assert!(!home.path("stay.sources.ron").exists());
    let ran = import(&home, &[&map[..], &["--lang", "de"]].concat());
    insta::assert_snapshot!("preview_de", ran.out);
}

#[test]
fn with_yes_it_writes_counts_and_the_mapping_and_a_second_time_nothing() {
    let home = home();
    let ran = import(&home, &["answers-2026-01.csv", "--yes"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    insta::assert_snapshot!("journey", home.read("stay.ron"));
    insta::assert_snapshot!("sources", home.read("stay.sources.ron"));
    assert!(
        !home.read("stay.ron").contains("slow"),
        "texts of people stay out"
    );
    for file in ["stay.ron", "stay.sources.ron"] {
        assert_eq!(home.run(&["fmt", "--check", file]).code, Some(0), "{file}");
        assert_eq!(
            home.check(&[file, "--deny", "warning"]).code,
            Some(0),
            "{file}"
        );
    }
    let before = [home.read("stay.ron"), home.read("stay.sources.ron")];
    let ran = import(&home, &["answers-2026-01.csv"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(
        ran.out
            .ends_with("Everything is there already; nothing changes.\n"),
        "{}",
        ran.out
    );
    assert_eq!(
        [home.read("stay.ron"), home.read("stay.sources.ron")],
        before
    );
}

#[test]
fn next_month_needs_no_mapping_and_keeps_the_comments_of_both_files() {
    let home = home();
    import(
        &home,
        &[
            "answers-2026-01.csv",
            "--yes",
            "--map",
            "desk_rating=desk:csat(5,1)",
            "--period",
            "quarter",
        ],
    );
    let commented = |file: &str, before: &str| {
        let text = home
            .read(file)
            .replacen(before, &format!("// Why.\n{before}"), 1);
        home.write(file, &text);
    };
    commented("stay.ron", "                                (from:");
    commented("stay.sources.ron", "            period:");
    home.write("answers-2026-04.csv", "date,desk_rating\n2026-04-01,5\n");
    let ran = import(&home, &["answers-2026-04.csv", "--yes"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let journey = home.read("stay.ron");
    assert!(
        journey.contains("metric: Csat(scale: 5, top: 1)"),
        "{journey}"
    );
    assert!(
        journey.contains("on: \"2026-06-30\", satisfied: 1, responses: 1"),
        "{journey}"
    );
    assert!(journey.contains("// Why.") && home.read("stay.sources.ron").contains("// Why."));
    let diff = home.run(&["diff", "stay.sources.ron", "stay.sources.ron"]);
    assert_eq!(diff.code, Some(0), "{}", diff.err);
}

#[test]
fn what_cannot_be_read_or_mapped_is_refused_and_nothing_written() {
    let home = home();
    home.write("empty.csv", "");
    home.write("zeros.csv", [0; 64]);
    home.write("other.csv", "a,b\nx,y\n");
    home.write("header.csv", "date,desk\n");
    home.write("unclear.csv", "date,desk\n01/02/2026,3\n");
    for (arguments, expected) in [
        (&["missing.csv"][..], "missing.csv does not exist"),
        (&["empty.csv"], "nothing stands in empty.csv"),
        (&["header.csv"], "header.csv has a header and no row"),
        (&["zeros.csv"], "zeros.csv is no text"),
        (&["."], ". is a folder"),
        (
            &["other.csv"],
            "no column could be matched with a touchpoint",
        ),
        (
            &["unclear.csv"],
            "in «date» day and month cannot be told apart",
        ),
        (
            &["answers-2026-01.csv", "--date", "when"],
            "there is no column «when»",
        ),
        (
            &["answers-2026-01.csv", "--map", "desk_rating=pool"],
            "the journey has no KPI «pool»",
        ),
        (
            &["answers-2026-01.csv", "--map", "Comment=desk"],
            "do not say which metric",
        ),
        (&["-", "-"], "standard input can be read once"),
    ] {
        let ran = import(&home, &[arguments, &["--yes"]].concat());
        assert_eq!(ran.code, Some(2), "{arguments:?} {}", ran.out);
        assert!(
            ran.err.contains(expected) && ran.err.contains("= help: "),
            "{}",
            ran.err
        );
        assert_eq!(home.read("stay.ron"), STAY);
        assert!(!home.path("stay.sources.ron").exists());
    }
    home.write(
        "stay.sources.ron",
        "Sources(schema: 1, sources: [Source(id: 3)])",
    );
    let ran = import(&home, &["answers-2026-01.csv", "--yes"]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.err.contains("stay.sources.ron has errors"),
        "{}",
        ran.err
    );
    home.write("bad.ron", "Journey(");
    let ran = home.run(&[
        "import",
        "survey",
        "answers-2026-01.csv",
        "--into",
        "bad.ron",
    ]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    let ran = home.run(&[
        "import",
        "survey",
        "answers-2026-01.csv",
        "--into",
        "stay.sources.ron",
    ]);
    assert_eq!(ran.code, Some(2), "{}", ran.err);
}

#[test]
fn readings_of_others_stay_unless_they_are_to_be_replaced() {
    let home = home();
    let by_hand = STAY.replace(
        "                ), // ^desk",
        "                    kpis: [\n                        Kpi(\n                            id: \"d\",\n                            metric: Csat(scale: 5, top: 2),\n                            readings: [\n                                (on: \"2026-01-31\", satisfied: 8, responses: 10),\n                            ],\n                        ), // ^d\n                    ],\n                ), // ^desk",
    );
    home.write("stay.ron", &by_hand);
    let ran = import(&home, &["answers-2026-01.csv", "--yes"]);
    assert!(
        ran.out
            .contains("stays out: somebody has a reading of these days"),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("1 readings stay out"), "{}", ran.out);
    let journey = home.read("stay.ron");
    assert!(
        journey.contains("(on: \"2026-01-31\", satisfied: 8, responses: 10)"),
        "{journey}"
    );
    let ran = import(&home, &["answers-2026-01.csv", "--yes", "--replace"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let journey = home.read("stay.ron");
    assert!(!journey.contains("satisfied: 8"), "{journey}");
    assert!(
        journey.contains("on: \"2026-01-31\", satisfied: 1, responses: 2"),
        "{journey}"
    );
}

#[test]
fn stdin_and_several_files_are_counted_as_one() {
    let home = home();
    let half = "date,desk_rating\n2026-01-05,5\n";
    home.write("a.csv", half);
    home.write("b.csv", half.replace("5\n", "1\n"));
    let ran = import(&home, &["a.csv", "b.csv", "--yes", "--source", "desk"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(
        home.read("stay.ron")
            .contains("satisfied: 1, responses: 2, source: \"desk\"")
    );
    let arguments = [
        "import", "survey", "-", "--source", "desk", "--into", "stay.ron", "--yes",
    ];
    let ran = home.pipe("date,desk_rating\n2026-03-05,5\n", &arguments);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(
        home.read("stay.ron")
            .contains("on: \"2026-03-31\", satisfied: 1, responses: 1")
    );
}

#[test]
fn an_old_spreadsheet_with_umlauts_and_commas_is_understood() {
    let home = Home::with("stay.ron", STAY.replace("Check-in at the desk", "Empfang"));
    let text = "Zeitstempel;Wie war der Empfang f\u{fc}r Sie?\r\n03.01.2026 10:15:00;5,0\r\n13.02.2026 08:00:00;4,0\r\n";
    let latin: Vec<u8> = text.chars().map(|letter| letter as u8).collect();
    home.write("umfrage.csv", latin);
    let ran = import(&home, &["umfrage.csv", "--yes"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let sources = home.read("stay.sources.ron");
    for expected in [
        "Wie war der Empfang für Sie?",
        "dates: DayMonthYear",
        "decimal: Comma",
    ] {
        assert!(sources.contains(expected), "{sources}");
    }
    assert!(
        home.read("stay.ron")
            .contains("on: \"2026-02-28\", satisfied: 1, responses: 1")
    );
}

#[test]
fn what_is_odd_in_a_file_is_said_and_the_rest_counts() {
    let home = home();
    let long = "x".repeat(3 * 1024 * 1024);
    let rows = [
        "date,desk,who,who,note",
        "01/02/2026,5,1,1,f\u{c3}\u{bc}r mich",
        "13/02/2026,4,2,2,\u{0}",
        "2026-03-05,4,2,2,",
        "14/02/2026,11,2,2,",
        "14/02/2026,4,2,2,too,many",
        &format!("15/02/2026,3,1,1,\"{long}\""),
        "16/02/2026,2,1,1,end",
    ];
    home.write("odd.csv", rows.join("\n"));
    let ran = import(&home, &["odd.csv", "--map", "desk=desk:csat(5,2)"]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    insta::assert_snapshot!("odd", ran.out);
    assert_eq!(home.read("stay.ron"), STAY);
}

/// A terminal of the program in this folder.
fn terminal(home: &Home, arguments: &str) -> Tty {
    let work = home.path("").display().to_string();
    let import = "import survey answers-2026-01.csv --into stay.ron";
    let script = format!("cd '{work}'; '{PROGRAM}' {import} {arguments}; echo ended $?");
    let setup = Setup {
        size: (120, 40),
        env: vec![("HOME", work), ("LC_ALL", "C".to_owned())],
        ..Setup::default()
    };
    Tty::run(&script, setup)
}

#[test]
fn texts_of_people_are_taken_one_by_one_and_without_their_addresses() {
    let home = home();
    let text = ANSWERS.replace("fine", "fine, ann@example.org").replace(
        ",fine, ann@example.org",
        ",\"fine, ann@example.org 079 123 45 67\"",
    );
    home.write("answers-2026-01.csv", &text);
    let mut tty = terminal(&home, "--feedback Comment=desk");
    tty.wait_for("Take this text, 1 of 3?");
    tty.press("y\r");
    tty.wait_for("Take this text, 2 of 3?");
    tty.press("n\r");
    tty.wait_for("Take this text, 3 of 3?");
    tty.press("q\r");
    tty.wait_for("Write this? [y/N]");
    tty.press("y\r");
    tty.wait_for("ended 0");
    let journey = home.read("stay.ron");
    let feedback = "(on: \"2026-01-05\", source: Survey, text: \"fine, […] […]\"),";
    assert!(
        journey.contains(feedback) && !journey.contains("slow"),
        "{journey}"
    );
    let ran = import(
        &home,
        &["answers-2026-01.csv", "--feedback", "Comment=desk", "--yes"],
    );
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(
        ran.err
            .contains("texts of people are taken on a terminal only"),
        "{}",
        ran.err
    );
    assert_eq!(home.read("stay.ron"), journey);
    let ran = import(
        &home,
        &["answers-2026-01.csv", "--feedback", "Comment=pool", "--yes"],
    );
    assert!(
        ran.err.contains("the journey has no touchpoint «pool»"),
        "{}",
        ran.err
    );
}

#[test]
fn on_a_terminal_it_asks() {
    for (answer, code) in [("y\r", 0), ("n\r", 1)] {
        let home = home();
        let mut tty = terminal(&home, "");
        tty.wait_for("Write this? [y/N]");
        tty.press(answer);
        tty.wait_for(&format!("ended {code}"));
        assert_eq!(
            home.path("stay.sources.ron").exists(),
            code == 0,
            "{answer:?}"
        );
        assert_eq!(home.read("stay.ron") != STAY, code == 0);
    }
}

/// Seven touchpoints of an airport lounge.
fn lounge() -> String {
    let touchpoints = [
        ("comfort", "Sits in comfort"),
        ("cleanliness", "Finds a clean place"),
        ("bar", "Takes a drink at the bar"),
        ("catering", "Eats something"),
        ("washrooms", "Freshens up"),
        ("wifi", "Works on the Wi-Fi"),
        ("staff", "Asks the staff"),
    ];
    let touchpoint =
        |(id, name): (&str, &str)| format!("Touchpoint(id: \"{id}\", name: \"{name}\")");
    let touchpoints = touchpoints.map(touchpoint).join(", ");
    format!(
        "#![enable(implicit_some)]\nJourney(schema: 1, title: \"Lounge\", stages: [Stage(id: \"wait\", name: \"Wait\", touchpoints: [{touchpoints}])])\n"
    )
}

/// Counts the file once more, in another way: by columns, with split lines.
fn counted_by_hand(text: &str, column: &str) -> BTreeMap<(u32, u32), (u32, u32)> {
    let mut lines = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let header = lines.next().unwrap();
    let at = header.iter().position(|name| *name == column).unwrap();
    let mut counts: BTreeMap<(u32, u32), (u32, u32)> = BTreeMap::new();
    for fields in lines {
        assert_eq!(fields.len(), header.len(), "no quotes in this file");
        let (year, month): (u32, u32) = (
            fields[0][..4].parse().unwrap(),
            fields[0][5..7].parse().unwrap(),
        );
        let Ok(score) = fields[at].parse::<f64>() else {
            continue;
        };
        if score != 0.0 {
            let count = counts.entry((year, month.div_ceil(3))).or_default();
            count.0 += u32::from(score == 4.0 || score == 5.0);
            count.1 += 1;
        }
    }
    counts
}

#[test]
fn the_lounge_ratings_count_as_they_do_by_hand() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/lounge-ratings.csv");
    let Ok(text) = fs::read_to_string(&path) else {
        eprintln!("NOT TESTED: {} is not here", path.display());
        return;
    };
    let home = Home::with("lounge.ron", lounge());
    home.write("lounge-ratings.csv", &text);
    let arguments = [
        "import",
        "survey",
        "lounge-ratings.csv",
        "--into",
        "lounge.ron",
        "--period",
        "quarter",
        "--yes",
    ];
    assert_eq!(home.run(&["fmt", "lounge.ron"]).code, Some(0));
    let ran = home.run(&arguments);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(
        ran.out
            .contains("two scales in «overall_rating»: 2,192 answers of 0–5 and 67 of 6–10"),
        "{}",
        ran.out
    );
    let journey = home.read("lounge.ron");
    for (column, touchpoint) in [
        ("comfort_rating", "comfort"),
        ("cleanliness_rating", "cleanliness"),
        ("bar_beverages_rating", "bar"),
        ("catering_rating", "catering"),
        ("washrooms_rating", "washrooms"),
        ("wifi_connectivity_rating", "wifi"),
        ("staff_service_rating", "staff"),
    ] {
        let start = journey.find(&format!("id: \"{touchpoint}-csat\"")).unwrap();
        let kpi = &journey[start..start + journey[start..].find("^").unwrap()];
        let mut found = BTreeMap::new();
        for reading in kpi.split("from: ").skip(1) {
            let number = |name: &str| {
                let rest = reading.split(&format!("{name}: ")).nth(1).unwrap();
                rest.chars()
                    .take_while(char::is_ascii_digit)
                    .collect::<String>()
                    .parse::<u32>()
                    .unwrap()
            };
            let on = reading.split("on: \"").nth(1).unwrap();
            let quarter = (
                on[..4].parse().unwrap(),
                on[5..7].parse::<u32>().unwrap() / 3,
            );
            found.insert(quarter, (number("satisfied"), number("responses")));
        }
        assert_eq!(found, counted_by_hand(&text, column), "{column}");
    }
    assert_eq!(
        home.run(&["check", "lounge.ron", "--today", "2015-09-01"])
            .code,
        Some(0)
    );
    let again = home.run(&arguments);
    assert!(again.out.contains("nothing changes"), "{}", again.out);
    assert_eq!(home.read("lounge.ron"), journey);
}

#[test]
fn the_screen_keeps_the_same_mapping_and_brings_the_same_readings() {
    let home = home();
    let work = home.path("").display().to_string();
    let script = format!("cd '{work}'; '{PROGRAM}' stay.ron; echo ended $?");
    let setup = Setup {
        size: (120, 40),
        env: vec![("HOME", work), ("LC_ALL", "C".to_owned())],
        ..Setup::default()
    };
    let mut tty = Tty::run(&script, setup);
    tty.wait_for("Check-in");
    tty.press(":import answers-2026-01.csv\r");
    tty.wait_for("Take 2 readings");
    tty.press("t");
    tty.wait_for("not saved yet");
    tty.press("\x13");
    tty.wait_for("Saved");
    tty.press("q");
    tty.wait_for("ended 0");
    let other = self::home();
    import(&other, &["answers-2026-01.csv", "--yes"]);
    for file in ["stay.ron", "stay.sources.ron"] {
        assert_eq!(home.read(file), other.read(file), "{file}");
    }
}
