//! Every command of the program, on hostile files with hostile names in a hostile history: into a
//! pipe, and on a terminal.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Output, Stdio};

use touchline::exchange::export::Format;

use super::repo::Repo;
use super::sequences::{is_safe, sequences};
use super::texts::{PIECES, Which, broken, hostile, is_dangerous, name, shipped};
use super::tty::{Setup, Tty};

const TOUCHLINE: &str = env!("CARGO_BIN_EXE_touchline");

/// A repository in which all that can be hostile is, and the arguments of all commands on it.
struct Place {
    repo: Repo,
}

const VIEWS: [&str; 7] = [
    "map",
    "moments",
    "kpis",
    "priorities",
    "improvements",
    "values",
    "strategy",
];

impl Place {
    fn new() -> Place {
        let place = Place { repo: Repo::new() };
        let words = hostile(&shipped("hotel-stay"), Which::Words);
        place.write("company.ron", &hostile(&shipped("company"), Which::All));
        place.write(&place.journey(), &shipped("hotel-stay"));
        place.commit("First");
        place.write(&place.journey(), &words);
        place.commit(&name());
        place.repo.git(["branch", "-m", BRANCH]);
        place.write(&place.journey(), &words.replace("emotion: 1", "emotion: 0"));
        place.write("all.ron", &hostile(&shipped("insurance-claim"), Which::All));
        place.write("broken.ron", &broken());
        place.write("junk.ron", "\u{1b}[2J\u{202e}");
        place.write("base.ron", &shipped("hotel-stay"));
        place.write("config.ron", &config());
        place.write(&format!("answers {}.csv", name()), &answers());
        place.write("counts.csv", &counts());
        place.write("map.mmd", &map());
        place.write("map.csv", &table());
        place
    }

    fn folder(&self) -> String {
        format!("maps {}", name())
    }

    fn journey(&self) -> String {
        format!("{}/stay {}.ron", self.folder(), name())
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.repo.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn commit(&self, subject: &str) {
        let author = format!("--author={} <a@example.org>", AUTHOR);
        let subject = subject.replace(['\r', '\u{b}', '\u{c}'], "");
        self.repo.git(["add", "-A"]);
        self.repo.git(["commit", "-q", &author, "-m", &subject]);
    }

    /// What the program can be asked here. `-` as the last word reads the journey.
    fn commands(&self) -> Vec<Vec<String>> {
        let (journey, name) = (self.journey(), name());
        let mut all: Vec<Vec<&str>> = Vec::new();
        for file in Place::files(&journey, &name) {
            for view in VIEWS {
                all.push(vec!["show", file, "--view", view]);
            }
            all.push(vec!["show", file, "--department", &name]);
            for format in ["human", "json", "github"] {
                all.push(vec!["check", file, "--format", format]);
            }
            all.push(vec!["log", file]);
            all.push(vec!["log", file, "--format", "json"]);
            all.push(vec!["log", file, "--full"]);
            all.push(vec!["textconv", file]);
            all.push(vec!["fmt", "--check", file]);
            for format in ["text", "markdown", "json"] {
                all.push(vec!["diff", "base.ron", file, "--format", format]);
                all.push(vec!["diff", "HEAD~1", "--format", format, "--", file]);
            }
            all.push(vec!["merge", "base.ron", &journey, file, "-o", "out.ron"]);
            all.push(vec!["--config", file, "config"]);
        }
        for format in ["text", "markdown", "csv", "json"] {
            all.push(vec!["show", ".", "--format", format]);
        }
        all.extend([
            vec!["check", "."],
            vec!["check", "--merge"],
            vec!["check", "--merge", &name],
            vec!["check", "--explain", &name],
            vec!["check", "--deny", &name, "all.ron"],
            vec!["check", "all.ron", "--today", &name],
            vec!["check", "-"],
            vec!["show", "-"],
            vec!["fmt", "broken.ron", "junk.ron"],
            vec!["new", &name, "--title", &name],
            vec!["new", "all.ron"],
            vec!["new", "fresh.ron", "--template", &name],
            vec!["diff"],
            vec!["diff", &name],
            vec!["diff", BRANCH],
            vec!["merge", &name, "all.ron", "broken.ron"],
            vec![
                "merge",
                "base.ron",
                "broken.ron",
                "junk.ron",
                "--name",
                &name,
            ],
            vec!["git", "status"],
            vec!["git", "install", "--yes", &journey],
            vec!["git", "status"],
            vec!["git", "uninstall", "--yes"],
            vec!["config", "--default"],
            vec!["--config", "config.ron", "config"],
            vec!["--config", "config.ron", "check", "all.ron"],
            vec![&name],
            vec!["--lang", &name],
            vec!["nothing", &name],
            vec!["show", &name, &name],
            vec!["completions", &name],
        ]);
        let taken_in = self.given_out_and_taken_in();
        all.extend(
            taken_in
                .iter()
                .map(|it| it.iter().map(String::as_str).collect()),
        );
        let in_language = |(at, words): (usize, Vec<&str>)| {
            let lang = ["--lang", ["en", "de"][at % 2]];
            let words = lang.into_iter().chain(words);
            words.map(str::to_owned).collect()
        };
        all.into_iter().enumerate().map(in_language).collect()
    }

    fn files<'n>(journey: &'n str, name: &'n str) -> [&'n str; 6] {
        [
            journey,
            "all.ron",
            "broken.ron",
            "junk.ron",
            "company.ron",
            name,
        ]
    }

    fn given_out_and_taken_in(&self) -> Vec<Vec<String>> {
        let (journey, name) = (&*self.journey(), &*name());
        let (answers, map) = (
            &*format!("answers {name}.csv"),
            &*format!("{}=.:nps", PIECES[9]),
        );
        let survey = ["import", "survey", answers, "--into", journey];
        let mut all: Vec<Vec<&str>> = vec![
            [&survey[..], &["--map", name]].concat(),
            [&survey[..], &["--map", map, "--source", name]].concat(),
            [&survey[..], &["--feedback", name]].concat(),
            vec![
                "import", "survey", "base.ron", "--into", journey, "--period", "week",
            ],
        ];
        for file in Place::files(journey, name) {
            for answers in [answers, "counts.csv", "broken.ron", "junk.ron", name] {
                all.push(vec!["import", "survey", answers, "--into", file]);
            }
            all.push(vec!["import", "map", file, "-o", name]);
            all.push(vec!["export", file, "-o", name]);
            all.push(vec!["export", file, "-o", name, "--format=svg", "--open"]);
            all.push(vec!["export", file, "-o", "-", "--format", name, "--watch"]);
            all.push(vec![
                "export", file, "--with", "all.ron", "-o", "-", "--format", name,
            ]);
            for format in Format::ALL.iter().map(|it| it.ending()) {
                all.push(vec!["export", file, "-o", "-", "--format", format]);
            }
        }
        all.extend([
            vec!["import", "map", "map.mmd", "-o", "never.ron"],
            vec!["import", "map", "map.mmd", "-o", "-"],
            vec!["import", "map", "map.mmd", "-o", name, "--yes"],
            vec!["import", "map", "-", "-o", name],
            vec!["import", "map", "map.csv", "-o", "never.ron"],
            vec!["import", "map", "map.csv", "-o", "table.ron", "--yes"],
        ]);
        let owned = |words: Vec<&str>| words.into_iter().map(str::to_owned).collect();
        all.into_iter().map(owned).collect()
    }

    fn run(&self, arguments: &[String]) -> Output {
        let mut command = self.repo.command(TOUCHLINE);
        let input = self.repo.path().join(self.journey());
        command.args(arguments).env("COLUMNS", "120");
        command.stdin(Stdio::from(fs::File::open(input).unwrap()));
        command.output().unwrap()
    }
}

/// What git takes as the name of a branch.
const BRANCH: &str = "br\u{9b}31m\u{202e}\u{200b}anch";

/// What git takes as the name of a person.
const AUTHOR: &str = "An\u{1b}]0;t\u{7}\u{1b}[2J\u{9b}31m\u{202e}n";

/// A configuration in which everything is wrong that can be.
fn config() -> String {
    let name = touchline::ron_text::quote(&name());
    format!("Config(theme: {name}, lang: {name}, keys: {{{name}: [{name}], \"save\": [{name}]}})")
}

/// Answers whose columns, segments and texts are hostile, and one row of each reason to stay out.
fn answers() -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let names = ["date", PIECES[9], "score", PIECES[4], PIECES[12]].map(quoted);
    let row = |(at, piece): (usize, &&str)| {
        let piece = quoted(piece);
        format!("2026-01-{:02},{},{piece},5,{piece}\n", at + 1, at % 11)
    };
    let rows: String = PIECES.iter().enumerate().map(row).collect();
    format!(
        "{}\n{rows}2026-02-31,11,x\n{},3,4,5,6\n",
        names.join(","),
        name()
    )
}

/// A diagram whose texts are hostile, in names, scores and lines that nobody understands.
fn map() -> String {
    let line = |piece: &&str| format!("{piece}: 3: {piece}\nDesk: {piece}\n: {piece}\n");
    let lines: String = PIECES.iter().map(line).collect();
    format!("journey\ntitle {}\nsection {}\n{lines}", name(), PIECES[4])
}

/// A table whose texts are hostile, in heads, names, numbers and columns that have no field.
fn table() -> String {
    let row = |piece: &&str| {
        let cell = format!("\"{}\"", piece.replace('"', "\"\""));
        format!("{cell};{cell};{cell};{cell};{cell}\n")
    };
    let rows: String = PIECES.iter().map(row).collect();
    format!("Stage;Touchpoint;Emotion;Importance;{}\n{rows}", name())
}

/// Counts of a warehouse for touchpoints that nobody knows.
fn counts() -> String {
    let row = |piece: &&str| format!("2026-01-31;{piece};1;2;3\n").replace('"', "");
    let rows: String = PIECES.iter().map(row).collect();
    format!("on;kpi;detractors;passives;promoters\n{rows}")
}

/// What the program may give as it is: what cannot be read as a journey, for git to compare, and a
/// journey that was made.
fn is_raw(arguments: &[String]) -> bool {
    let file = arguments.get(3).map(String::as_str);
    let is_unreadable = matches!(file, Some("broken.ron" | "junk.ron"));
    let is_made = arguments[2..].starts_with(&["import".to_owned(), "map".to_owned()]);
    arguments[2] == "textconv" && is_unreadable || is_made && arguments[6..] == ["-"]
}

#[test]
fn no_command_lets_a_hidden_character_into_a_pipe() {
    let place = Place::new();
    let mut failed = BTreeSet::new();
    for arguments in place.commands() {
        let output = place.run(&arguments);
        is_safe(&String::from_utf8(output.stderr).unwrap());
        let code = output.status.code().unwrap();
        assert!((0..=2).contains(&code), "{arguments:?} ended with {code}");
        if !is_raw(&arguments) {
            is_safe(&String::from_utf8(output.stdout).unwrap());
        }
        if code == 2 {
            failed.insert(arguments[2].clone());
        }
    }
    assert!(failed.len() > 5, "few commands complained: {failed:?}");
}

/// Programs get values: JSON gives them back whole, with hidden characters as escapes.
#[test]
fn json_says_what_the_file_says() {
    let place = Place::new();
    let arguments = ["check", "all.ron", "--format", "json"].map(str::to_owned);
    let json = String::from_utf8(place.run(&arguments).stdout).unwrap();
    assert!(!json.replace('\n', "").contains(is_dangerous));
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert!(value.to_string().contains('\u{202e}'));
}

/// A journey that is the result is the file, byte for byte, where a program reads it, and is shown
/// safely where a person does.
#[test]
fn a_journey_on_stdout_is_raw_in_a_pipe_only() {
    let place = Place::new();
    let journey = fs::read(place.repo.path().join(place.journey())).unwrap();
    let formatted = place.run(&["fmt".to_owned(), "-".to_owned()]).stdout;
    let tree = touchline::ron_text::Tree::read(String::from_utf8(journey).unwrap());
    assert_eq!(
        formatted,
        touchline::journey::shape::canonical(&tree).into_bytes()
    );
    let script = "cd \"$PLACE\" && \"$TOUCHLINE\" fmt - < base.ron && \
                  \"$TOUCHLINE\" fmt - < all.ron; \
                  \"$TOUCHLINE\" merge base.ron all.ron base.ron -o -; \
                  \"$TOUCHLINE\" textconv junk.ron; echo ended; read line";
    is_shown_safely(&place, script);
}

#[test]
fn no_command_sends_a_terminal_what_it_would_act_on() {
    let place = Place::new();
    let quoted = |word: &String| format!("'{}'", word.replace('\'', "'\\''"));
    let line = |words: &Vec<String>| {
        let words: Vec<String> = words.iter().map(quoted).collect();
        // Without a file the screens would come.
        format!("\"$TOUCHLINE\" {} < base.ron\n", words.join(" "))
    };
    for commands in place.commands().chunks(20) {
        let lines: String = commands.iter().map(line).collect();
        fs::write(place.repo.home().join("script"), lines).unwrap();
        let script = "cd \"$PLACE\" && sh ../home/script; echo ended; read line";
        is_shown_safely(&place, script);
    }
}

fn is_shown_safely(place: &Place, script: &str) {
    let tty = Tty::run(
        script,
        setup(place.repo.path().as_path(), &place.repo.home()),
    );
    tty.wait_for("ended");
    let found = sequences(&tty.sent());
    let colours: BTreeSet<String> = ["[m", "[K", "[A", "[J"].map(str::to_owned).into();
    let others: Vec<_> = found.controls.difference(&colours).collect();
    assert!(others.is_empty() && found.commands.is_empty(), "{found:?}");
}

/// A terminal for a folder and a home.
pub(super) fn setup(place: &Path, home: &Path) -> Setup {
    let home = home.to_str().unwrap().to_owned();
    let env = vec![
        ("TOUCHLINE", TOUCHLINE.to_owned()),
        ("PLACE", place.to_str().unwrap().to_owned()),
        ("LC_ALL", "en_US.UTF-8".to_owned()),
        ("DISPLAY", String::new()),
        ("EDITOR", name()),
        ("VISUAL", String::new()),
        ("GIT_CONFIG_NOSYSTEM", "1".to_owned()),
        ("GIT_CEILING_DIRECTORIES", home.clone()),
        ("XDG_STATE_HOME", format!("{home}/state")),
        ("XDG_CONFIG_HOME", format!("{home}/config")),
        ("HOME", home),
    ];
    Setup {
        env,
        ..Setup::default()
    }
}
