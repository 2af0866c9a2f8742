//! The pictures of the docs, taken of the program itself on a terminal:
//! `UPDATE_PICTURES=1 cargo test --test pictures` writes them. Without it, each screen is gone to
//! all the same, and the docs are asked whether they show what is there.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod svg;
#[allow(dead_code, reason = "other tests use the rest")]
#[path = "../tty/mod.rs"]
mod tty;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use tty::{Setup, Tty};

/// One picture.
struct Picture {
    /// Its file in `docs/pictures`, without ending.
    name: &'static str,
    size: (u16, u16),
    /// What the program is called with, in the folder of the shipped journeys.
    arguments: &'static str,
    /// What is pressed, and the text that is waited for after it.
    steps: &'static [(&'static str, &'static str)],
}

const PROJECTOR: (u16, u16) = (80, 24);
const DESK: (u16, u16) = (132, 40);

const RIGHT: &str = "\x1b[C";
const DOWN: &str = "\x1b[B";
const ENTER: &str = "\r";
const ESC: &str = "\x1b";

const PICTURES: &[Picture] = &[
    Picture {
        name: "start",
        size: PROJECTOR,
        arguments: "",
        steps: &[("", "nothing but a title")],
    },
    Picture {
        name: "tour",
        size: PROJECTOR,
        arguments: "",
        steps: &[
            ("", "The tour"),
            (DOWN, ""),
            (DOWN, ""),
            (DOWN, ""),
            (DOWN, ""),
            (DOWN, ""),
            (DOWN, ""),
            (ENTER, "Step 1 of 5"),
        ],
    },
    Picture {
        name: "portfolio",
        size: DESK,
        arguments: ".",
        steps: &[
            ("", "5 journeys"),
            (DOWN, ""),
            (DOWN, "Check-in at the desk"),
        ],
    },
    Picture {
        name: "map",
        size: DESK,
        arguments: "hotel-stay.ron",
        steps: &[("", "Business traveller"), (RIGHT, "")],
    },
    Picture {
        name: "inspector",
        size: DESK,
        arguments: "hotel-stay.ron",
        steps: &[
            ("", "Business traveller"),
            ("/Check-in at\r", "1 of"),
            (ESC, ""),
            ("\t", "Keeps the promise of"),
        ],
    },
    Picture {
        name: "moments",
        size: DESK,
        arguments: "hotel-stay.ron",
        steps: &[("", "Business traveller"), ("gt", "Values proved")],
    },
    Picture {
        name: "kpis",
        size: DESK,
        arguments: "hotel-stay.ron",
        steps: &[("", "Business traveller"), ("gk", "not yet")],
    },
    Picture {
        name: "improvements",
        size: DESK,
        arguments: "hotel-stay.ron",
        steps: &[
            ("", "Business traveller"),
            ("gb", "Act: 1"),
            (RIGHT, ""),
            (RIGHT, "Second clerk"),
        ],
    },
    Picture {
        name: "values",
        size: DESK,
        arguments: "hotel-stay.ron",
        steps: &[("", "Business traveller"), ("gV]]", "proved")],
    },
    Picture {
        name: "departments",
        size: DESK,
        arguments: "hotel-stay.ron",
        steps: &[("", "Business traveller"), ("ge]]", "alone")],
    },
    Picture {
        name: "quick-add",
        size: DESK,
        arguments: "hotel-stay.ron",
        steps: &[
            ("", "Business traveller"),
            ("/Check-in at\r", "1 of"),
            (ESC, ""),
            (ESC, ""),
            ("o", "New after"),
            ("Waits for the lift @fr", "Front office"),
        ],
    },
    Picture {
        name: "overview",
        size: DESK,
        arguments: "hotel-stay.ron",
        steps: &[("", "Business traveller"), ("z-", "Enter nearer")],
    },
    Picture {
        name: "closeup",
        size: DESK,
        arguments: "hotel-stay.ron",
        steps: &[
            ("", "Business traveller"),
            ("/Check-in at\r", "1 of"),
            (ESC, ""),
            ("z+", "9 of 20"),
        ],
    },
    Picture {
        name: "filter",
        size: DESK,
        arguments: "hotel-stay.ron",
        steps: &[("", "Business traveller"), ("fg", "of 20 touchpoints")],
    },
    Picture {
        name: "priorities",
        size: DESK,
        arguments: "hotel-stay.ron",
        steps: &[("", "Business traveller"), ("gp", "Concentrate here")],
    },
    Picture {
        name: "compare",
        size: DESK,
        arguments: "insurance-claim.ron",
        steps: &[
            ("", "Water damage"),
            ("gv", "The twin"),
            (ENTER, "To-be"),
            (DOWN, ""),
            (DOWN, ""),
        ],
    },
    Picture {
        name: "meeting",
        size: DESK,
        arguments: "hotel-stay.ron",
        steps: &[
            ("", "Business traveller"),
            ("gM", "What is the meeting"),
            (DOWN, ""),
            (ENTER, "1 of"),
            (RIGHT, "2 of"),
        ],
    },
    Picture {
        name: "vote",
        size: DESK,
        arguments: "hotel-stay.ron",
        steps: &[
            ("", "Business traveller"),
            ("gM", "What is the meeting"),
            (DOWN, ""),
            (ENTER, "1 of"),
            (RIGHT, "2 of"),
            ("v", "vote on"),
            (ENTER, "Type the numbers"),
            ("-2-2-1-2-1-10", ""),
        ],
    },
    Picture {
        name: "outline",
        size: DESK,
        arguments: "hotel-stay.ron",
        steps: &[("", "Business traveller"), ("go", "Outline")],
    },
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn setup(home: &Path, size: (u16, u16)) -> Setup {
    let home = home.to_str().unwrap().to_owned();
    let journeys = root().join("journeys").to_str().unwrap().to_owned();
    Setup {
        size,
        env: vec![
            ("TOUCHLINE", env!("CARGO_BIN_EXE_touchline").to_owned()),
            ("JOURNEYS", journeys),
            ("LC_ALL", "en_US.UTF-8".to_owned()),
            ("COLORTERM", String::new()),
            ("COLORFGBG", String::new()),
            ("XDG_STATE_HOME", format!("{home}/state")),
            ("XDG_CONFIG_HOME", format!("{home}/config")),
            ("HOME", home),
        ],
        ..Setup::default()
    }
}

/// Goes to a screen in a copy of the shipped journeys, and takes its picture.
fn take(picture: &Picture) -> String {
    let home = tempfile::tempdir().unwrap();
    let script = format!(
        "cp \"$JOURNEYS\"/*.ron \"$FILES\"; cd \"$FILES\"; \"$TOUCHLINE\" {}",
        picture.arguments
    );
    let mut tty = Tty::run(&script, setup(home.path(), picture.size));
    for (keys, text) in picture.steps {
        press(&mut tty, keys);
        if !text.is_empty() {
            tty.wait_for(text);
        }
    }
    let svg = svg::svg(&tty.whole_frame());
    tty.press("\x1b");
    tty.press("q");
    svg
}

/// Presses keys one after the other: a letter is a key, a sequence of a terminal is one.
fn press(tty: &mut Tty, keys: &str) {
    match keys.starts_with('\x1b') {
        true => tty.press_and_wait(keys),
        false => keys
            .chars()
            .for_each(|key| tty.press_and_wait(key.encode_utf8(&mut [0; 4]))),
    }
}

#[test]
fn the_pictures_are_taken_of_the_program_itself() {
    let folder = root().join("docs/pictures");
    let update = std::env::var_os("UPDATE_PICTURES").is_some();
    for picture in PICTURES {
        let svg = take(picture);
        assert!(svg.len() > 4000, "{} is empty", picture.name);
        let file = folder.join(format!("{}.svg", picture.name));
        if update {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&file, &svg).unwrap();
        }
        assert!(
            file.is_file(),
            "{}: UPDATE_PICTURES=1 cargo test --test pictures",
            file.display()
        );
    }
}

/// What the program gives out: a journey, and the ending.
const EXPORTS: &[(&str, &str, &str)] = &[
    ("export-map", "hotel-stay.ron", "svg"),
    ("export-moments", "hotel-stay.ron", "moments.svg"),
];

#[test]
fn the_pictures_of_exports_are_what_the_program_gives_out() {
    let update = std::env::var_os("UPDATE_PICTURES").is_some();
    for (name, journey, ending) in EXPORTS {
        let journey = root().join("journeys").join(journey);
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_touchline"));
        command.args(["export", "--lang", "en", "--today", "2026-11-22", "-o", "-"]);
        let ran = command.args(["--format", ending]).arg(journey).output();
        let made = ran.unwrap().stdout;
        let file = root().join("docs/pictures").join(format!("{name}.svg"));
        if update {
            fs::write(&file, &made).unwrap();
        }
        let is_same = fs::read(&file).is_ok_and(|it| it == made);
        let how = "UPDATE_PICTURES=1 cargo test --test pictures";
        assert!(is_same, "{}: {how}", file.display());
    }
}

#[test]
fn the_docs_show_all_pictures_and_no_others() {
    let docs = ["README.md", "docs/screens.md"];
    let text: String = docs
        .iter()
        .map(|file| fs::read_to_string(root().join(file)).unwrap())
        .collect();
    let shown = text
        .split("pictures/")
        .skip(1)
        .filter_map(|rest| rest.split_once(".svg"));
    let shown: BTreeSet<&str> = shown.map(|(name, _)| name).collect();
    let taken = PICTURES.iter().map(|it| it.name);
    let taken: BTreeSet<&str> = taken.chain(EXPORTS.iter().map(|it| it.0)).collect();
    assert_eq!(shown, taken);
}
