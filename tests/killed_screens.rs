//! The program killed with SIGKILL in the middle of scripted edits, on a real terminal: what comes
//! back is what was there after one of the edits, and none is missing that was on the screen.
//!
//! A few kills in the normal run, 200 with `TOUCHLINE_LONG=1`. What the text must be after each
//! edit is found out without the screens, from the library alone.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "helpers of tests")]

#[allow(dead_code, reason = "other tests use the rest")]
mod tty;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use rustix::process::{Pid, Signal, kill_process};
use touchline::document::Document;
use touchline::document::edit::Edit;
use touchline::document::recovery::left_logs;
use touchline::document::save::Places;
use touchline::journey::Context;
use touchline::journey::check::Neighbour;
use touchline::journey::fields::Kind;
use touchline::journey::model::Touchpoint;
use touchline::journey::place::{ElementKey, Place};
use tty::{Setup, Tty};

/// The program again and again on the same file, each time after a line.
const RUN: &str = r#"cp "$JOURNEY" "$FILES/stay.ron"
    while true; do
        sh -c 'echo $$ >"$FILES/pid"; exec "$TOUCHLINE" --lang en "$FILES/stay.ron"'
        echo "ended $?"; read line
    done"#;

/// Edits of a round, each on the touchpoint beside the one before.
const EDITS: usize = 16;
/// Touchpoints that are gone through.
const COLUMNS: usize = 6;

struct Bench {
    tty: Tty,
    home: tempfile::TempDir,
    random: u64,
}

impl Bench {
    fn start() -> Bench {
        let home = tempfile::tempdir().unwrap();
        let at = |name: &str| home.path().join(name).to_str().unwrap().to_owned();
        let journey = format!("{}/journeys/hotel-stay.ron", env!("CARGO_MANIFEST_DIR"));
        let env = vec![
            ("TOUCHLINE", env!("CARGO_BIN_EXE_touchline").to_owned()),
            ("JOURNEY", journey),
            ("LC_ALL", "en_US.UTF-8".to_owned()),
            ("NO_COLOR", String::new()),
            ("XDG_STATE_HOME", at("state")),
            ("XDG_CONFIG_HOME", at("config")),
            ("HOME", at("")),
        ];
        let setup = Setup {
            env,
            ..Setup::default()
        };
        let tty = Tty::run(RUN, setup);
        tty.wait_for("Business traveller");
        let now = SystemTime::UNIX_EPOCH.elapsed().unwrap();
        let random = now.as_nanos() as u64 | 1;
        Bench { tty, home, random }
    }

    /// A number under a limit: xorshift.
    fn below(&mut self, limit: usize) -> usize {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        (self.random % limit as u64) as usize
    }

    fn file(&self) -> PathBuf {
        self.tty.path("stay.ron")
    }

    /// What a crash left, else what the file has.
    fn text(&self) -> String {
        let recovery_folder = self.home.path().join("state/touchline/recovery");
        let places = Places { recovery_folder };
        let mut left = left_logs(Some(&self.file()), &places).into_iter();
        match left.next() {
            Some(log) => {
                assert!(left.next().is_none(), "one log for one crash");
                log.text
            }
            None => fs::read_to_string(self.file()).unwrap(),
        }
    }

    /// Kills the program a random moment after the last keys.
    fn kill(&mut self) {
        let end = Instant::now() + Duration::from_micros(self.below(300_000) as u64);
        while Instant::now() < end {
            std::hint::spin_loop();
        }
        let pid = self.tty.file("pid").parse().unwrap();
        kill_process(Pid::from_raw(pid).unwrap(), Signal::KILL).unwrap();
        self.tty.wait_for("ended 137");
    }

    /// Starts the program again; what was left unsaved is recovered and saved.
    fn recover(&mut self, expected: &str) {
        fs::remove_file(self.tty.path("pid")).unwrap();
        let is_left = fs::read_to_string(self.file()).unwrap() != expected;
        self.tty.press_and_wait("\n");
        if is_left {
            self.tty.wait_for("There is work that was not saved");
            self.tty.press("r");
            self.tty.wait_for("Recovered");
            self.tty.press("\x13");
            self.tty.wait_for("Saved");
        }
        assert!(fs::read_to_string(self.file()).unwrap() == expected);
    }

    /// Edits, a kill, and what comes back. Says how many edits were seen and how many came back.
    fn round(&mut self) -> (usize, usize) {
        let script = script(&fs::read_to_string(self.file()).unwrap());
        let seen = self.below(EDITS / 2);
        self.tty.press_and_wait("\x1b[H");
        for edit in &script[..seen] {
            for key in &edit.keys {
                self.tty.press_and_wait(key);
            }
        }
        let rest = script[seen..].iter().map(|it| it.keys.concat());
        let mut rest: Vec<String> = rest.collect();
        if self.below(3) == 0 {
            rest.insert(self.below(rest.len()), "\x13".to_owned());
        }
        self.tty.press(&rest.concat());
        self.kill();
        let text = self.text();
        let back = script.iter().rposition(|it| it.after == text);
        let back = back.map_or(0, |at| at + 1);
        assert!(
            back > 0 || fs::read_to_string(self.file()).unwrap() == text,
            "what came back was never there"
        );
        assert!(
            back >= seen,
            "{back} edits came back of {seen} that were seen"
        );
        self.recover(&text);
        (seen, back)
    }
}

/// An edit by its keys, and the text after it.
struct Scripted {
    keys: [String; 3],
    after: String,
}

/// Ratings of one touchpoint after the other, each of which changes something.
fn script(text: &str) -> Vec<Scripted> {
    let context = Context {
        neighbour: Neighbour::None,
        today: jiff::civil::date(2026, 11, 23),
    };
    let mut document: Document<()> = Document::open(text.as_bytes().to_vec(), context);
    let scripted = (0..EDITS).map(|n| {
        let touchpoints = document.parsed.journey.stages.iter();
        let mut touchpoints = touchpoints.flat_map(|stage| &stage.touchpoints);
        let (letter, edit) = rating(touchpoints.nth(n % COLUMNS).unwrap(), n);
        document.apply(&edit.0, (), ()).unwrap();
        let on = if (n + 1) % COLUMNS == 0 {
            "\x1b[H"
        } else {
            "l"
        };
        Scripted {
            keys: [letter.to_string(), edit.1.to_string(), on.to_owned()],
            after: document.parsed.tree.text().to_owned(),
        }
    });
    scripted.collect()
}

/// A rating that is another one than there is: its key, and the edit with its digit.
fn rating(touchpoint: &Touchpoint, n: usize) -> (char, (Edit, i64)) {
    let (letter, field, now) = match n / COLUMNS % 2 {
        0 => ('i', "importance", touchpoint.importance),
        _ => ('e', "expectation", touchpoint.expectation),
    };
    let value = now.unwrap_or(0) % 5 + 1;
    let place = Place::of(ElementKey::new(Kind::Touchpoint, &touchpoint.id)).field(field);
    let edit = Edit::Set {
        place,
        value: Some(value.to_string()),
    };
    (letter, (edit, value))
}

#[test]
fn what_was_on_the_screen_before_a_kill_comes_back() {
    let kills = if std::env::var_os("TOUCHLINE_LONG").is_some() {
        200
    } else {
        6
    };
    let mut bench = Bench::start();
    let rounds: Vec<(usize, usize)> = (0..kills).map(|_| bench.round()).collect();
    let seen: usize = rounds.iter().map(|(seen, _)| seen).sum();
    let back: usize = rounds.iter().map(|(_, back)| back).sum();
    println!("{kills} kills: {seen} edits were seen, {back} came back, 0 lost, all as replayed");
    let folder = bench.file();
    let others = folder.parent().map(Path::read_dir).unwrap().unwrap();
    assert!(
        others
            .flatten()
            .all(|it| !it.file_name().to_string_lossy().ends_with(".tmp"))
    );
}
