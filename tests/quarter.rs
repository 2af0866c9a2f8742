//! A quarter of improvement on a real terminal, kept in git: a feedback comes in, an improvement is
//! planned, done and checked by what a survey says, and adopted; each step is a small difference,
//! and the log tells the story.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod repo;
#[allow(dead_code, reason = "other tests use the rest")]
mod tty;

use std::fmt::Write as _;

use repo::Repo;
use tty::{Setup, Tty};

const SHOP: &str = r#"#![enable(implicit_some)]
// Two of us, and a bell.
Journey(
    schema: 1,
    title: "A repair at the counter",
    departments: [
        Department(id: "service", name: "Service"),
    ],
    stages: [
        Stage(
            id: "repair",
            name: "Repair",
            touchpoints: [
                Touchpoint(
                    id: "counter",
                    name: "Hands in the bicycle",
                    owner: "service",
                    kpis: [
                        Kpi(
                            id: "counter-csat",
                            metric: Csat(scale: 5, top: 2),
                            target: (at_least: 75, by: "2026-06-30"),
                        ), // ^counter-csat
                    ],
                ), // ^counter
            ],
        ), // ^repair
    ],
)
"#;

/// Opens the journey as often as a line is typed.
const RUN: &str = "while \"$TOUCHLINE\" --lang en \"$JOURNEY\"; do echo ended; read line; done";

const DOWN: &str = "\x1b[B";
const END: &str = "\x1b[F";
const UP: &str = "\x1b[A";
const SAVE: &str = "\x13";

fn start(repo: &Repo) -> Tty {
    let home = repo.home().to_str().unwrap().to_owned();
    let journey = repo.path().join("repair.ron");
    let env = vec![
        ("TOUCHLINE", env!("CARGO_BIN_EXE_touchline").to_owned()),
        ("JOURNEY", journey.to_str().unwrap().to_owned()),
        ("NO_COLOR", String::new()),
        ("XDG_STATE_HOME", format!("{home}/state")),
        ("XDG_CONFIG_HOME", format!("{home}/config")),
        ("HOME", home),
    ];
    let setup = Setup {
        env,
        ..Setup::default()
    };
    let tty = Tty::run(RUN, setup);
    tty.wait_for("A repair at the counter");
    tty
}

/// Saves and quits; what that changed is committed, and must be as many lines as said.
fn committed(repo: &Repo, tty: &mut Tty, subject: &str, changed: (usize, usize)) {
    tty.press(SAVE);
    tty.wait_for("✓ Saved");
    tty.press("q");
    tty.wait("the end", |screen| screen.contents().ends_with("ended"));
    commit(repo, subject, changed);
    tty.press("\n");
    tty.wait_for("A repair at the counter");
}

fn commit(repo: &Repo, subject: &str, changed: (usize, usize)) {
    repo.git(["add", "--all"]);
    repo.git(["commit", "-q", "-m", subject]);
    let numbers = repo.answer(["show", "--numstat", "--format=", "HEAD", "--", "repair.ron"]);
    let expected = format!("{}\t{}\trepair.ron", changed.0, changed.1);
    let diff = repo.answer(["show", "--format=", "HEAD", "--", "repair.ron"]);
    assert_eq!(numbers, expected, "{subject}\n{diff}");
}

fn touchline(repo: &Repo, arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = repo.command(env!("CARGO_BIN_EXE_touchline"));
    let ran = command.args(arguments).output().unwrap();
    let text = String::from_utf8(ran.stdout).unwrap();
    (ran.status.code(), text)
}

/// 120 answers of one day each month of a quarter, of which some are satisfied.
fn survey(months: [u8; 3], satisfied: usize) -> String {
    let mut csv = "date,Hands in the bicycle\n".to_owned();
    for number in 0..120 {
        let (month, score) = (months[number % 3], if number < satisfied { 5 } else { 2 });
        writeln!(csv, "2026-{month:02}-15,{score}").unwrap();
    }
    csv
}

fn import(repo: &Repo, name: &str, csv: &str) {
    repo.write(name, csv);
    let arguments = [
        "import",
        "survey",
        name,
        "--into",
        "repair.ron",
        "--map",
        "Hands in the bicycle=counter:csat(5,2)",
        "--period",
        "quarter",
        "--yes",
    ];
    let (code, out) = touchline(repo, &arguments);
    assert_eq!(code, Some(0), "{out}");
    std::fs::remove_file(repo.path().join(name)).unwrap();
}

/// Puts a day where the program wrote today: nobody types on the day itself.
fn set_day(tty: &mut Tty, row: &str, day: &str) {
    tty.press("\r");
    tty.wait_for("Improvement “");
    tty.press(row);
    tty.press("\r\x01");
    tty.press(day);
    tty.press("\r");
    tty.wait_for(day);
    tty.press("gb");
    tty.wait_for("Check:");
}

#[test]
fn from_a_feedback_to_what_was_adopted() {
    let repo = Repo::new();
    repo.commit("repair.ron", SHOP, "Map the counter");
    import(&repo, "q1.csv", &survey([1, 2, 3], 66));
    commit(&repo, "Ask customers, first quarter", (3, 0));

    let mut tty = start(&repo);
    tty.press(&format!("gi{END}{UP}a"));
    tty.wait_for("Date");
    tty.press("2026-04-02\r");
    tty.wait_for("Source");
    tty.press(&format!("{END}\r"));
    tty.press("Nobody says when\r");
    tty.wait_for("Nobody says when");
    committed(&repo, &mut tty, "Write down what a customer said", (3, 0));

    tty.press("I");
    tty.wait_for("Improvement, because “Nobody says when”");
    tty.press("Name the day at the counter\r");
    tty.wait_for("g b shows the board");
    tty.press("gb");
    tty.wait_for("because: Nobody says when");
    tty.wait_for("CSAT: before 55");
    committed(&repo, &mut tty, "Plan to name the day", (11, 0));

    tty.press("gbL");
    tty.wait_for("Do; started");
    set_day(&mut tty, &DOWN.repeat(9), "2026-04-13");
    committed(&repo, &mut tty, "Begin", (2, 1));

    tty.press("gbL");
    tty.wait_for("Check; finished");
    tty.wait_for("to be checked, not measured yet");
    set_day(&mut tty, &DOWN.repeat(11), "2026-04-30");
    committed(&repo, &mut tty, "Every bicycle has a day now", (2, 1));

    import(&repo, "q2.csv", &survey([5, 5, 6], 96));
    commit(&repo, "Ask customers, second quarter", (1, 0));
    tty.press("gr");
    tty.press("gb");
    tty.wait_for("better, +25");
    let (_, agenda) = touchline(&repo, &["show", "repair.ron", "--view", "improvements"]);
    assert!(agenda.contains("Measured: adopt or drop: 1"), "{agenda}");
    tty.press("L");
    tty.wait_for("Act");
    committed(&repo, &mut tty, "Adopt: it worked", (1, 1));
    tty.press("gbw");
    tty.wait_for("1 better");
    tty.press("q");

    let (code, told) = touchline(&repo, &["log", "repair.ron"]);
    assert_eq!(code, Some(0));
    let is_head = |line: &&str| line.starts_with("2026-");
    let story: Vec<&str> = told.lines().filter(|line| !is_head(line)).collect();
    insta::assert_snapshot!(story.join("\n"));
    assert!(
        repo.read("repair.ron")
            .contains("// Two of us, and a bell.")
    );
    let (code, out) = touchline(&repo, &["fmt", "--check", "repair.ron"]);
    assert_eq!(code, Some(0), "{out}");
}
