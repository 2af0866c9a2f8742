//! A workshop typed into the program on a real terminal: forty touchpoints by quick add, as fast as
//! a group speaks, and all at once.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

#[allow(dead_code, reason = "other tests use the rest")]
mod tty;

use std::env;
use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use touchline::journey::check::Neighbour;
use touchline::journey::model::{Journey, Touchpoint};
use touchline::journey::{Context, read};
use tty::{Setup, Tty};

/// Opens a copy of the shipped journey, and says how the program ended.
const RUN: &str = "cp \"$JOURNEY\" \"$FILES/stay.ron\"; \"$TOUCHLINE\" --lang en \"$FILES/stay.ron\"; \
                   echo \"ended $?\"; read line";

/// The keys of a good typist, a second.
const RATE: u32 = 15;

fn start(home: &Path) -> Tty {
    let home = home.to_str().unwrap().to_owned();
    let journey = format!("{}/journeys/hotel-stay.ron", env!("CARGO_MANIFEST_DIR"));
    let env = vec![
        ("TOUCHLINE", env!("CARGO_BIN_EXE_touchline").to_owned()),
        ("JOURNEY", journey),
        ("NO_COLOR", String::new()),
        ("XDG_STATE_HOME", format!("{home}/state")),
        ("XDG_CONFIG_HOME", format!("{home}/config")),
        ("HOME", home),
    ];
    let setup = Setup {
        env,
        ..Setup::default()
    };
    let mut tty = Tty::run(RUN, setup);
    tty.wait_for("Business traveller");
    tty.press("o");
    tty.wait_for("New after");
    tty
}

/// What a group says: each line with its name as it must come to stand in the file.
fn said(count: usize) -> Vec<(String, String)> {
    let signs = [
        "",
        " @front-office !-2",
        " #in-person !+1 * why not",
        " @Küche #Tür",
        " to a@b.ch in C# \\@night",
    ];
    let kept = ["", "", "", "", " to a@b.ch in C# @night"];
    let line = |number: usize| {
        let name = format!("Nr {number:02} grüsst");
        let at = number % signs.len();
        (
            format!("{name}{}", signs[at]),
            format!("{name}{}", kept[at]),
        )
    };
    (0..count).map(line).collect()
}

/// Ends quick add, saves and quits; the journey that stands on the disk then.
fn ended(mut tty: Tty, count: usize) -> Journey {
    tty.press("\r");
    tty.wait_for(&format!("{count} touchpoints added."));
    tty.press("\x13");
    tty.wait_for("Saved");
    tty.press("q");
    tty.wait_for("ended 0");
    let text = fs::read_to_string(tty.path("stay.ron")).unwrap();
    let context = Context {
        neighbour: Neighbour::None,
        today: jiff::civil::date(2026, 11, 22),
    };
    read(text, &context).journey
}

/// Every line is a touchpoint as it was typed, in its place.
fn assert_all_there(journey: &Journey, said: &[(String, String)]) {
    let new: Vec<&Touchpoint> = journey.stages[0].touchpoints[1..=said.len()]
        .iter()
        .collect();
    for (number, (new, (line, name))) in new.iter().zip(said).enumerate() {
        assert_eq!(new.name, *name, "{line}");
        let expected = match number % 5 {
            1 => (Some("front-office"), None, Some(-2), None),
            2 => (None, Some("in-person"), Some(1), Some("why not")),
            3 => (Some("kueche"), Some("tuer"), None, None),
            _ => (None, None, None, None),
        };
        let reason = new.moment_of_truth.as_ref().map(|it| it.reason.as_str());
        let found = (
            new.owner.as_deref(),
            new.channel.as_deref(),
            new.emotion,
            reason,
        );
        assert_eq!(found, expected, "{line}");
    }
}

#[test]
fn forty_lines_at_once_lose_nothing() {
    let home = tempfile::tempdir().unwrap();
    let mut tty = start(home.path());
    let said = said(40);
    let all: String = said.iter().map(|(line, _)| format!("{line}\r")).collect();
    tty.press(&all);
    tty.wait_for("Nr 39 grüsst");
    tty.wait_for("+40");
    let journey = ended(tty, 40);
    assert_all_there(&journey, &said);
}

/// Types at the rate, whatever the program does, and returns when each key was sent.
fn typed(tty: &mut Tty, text: &str) -> Vec<Instant> {
    let start = Instant::now();
    let mut sent = Vec::new();
    for (number, letter) in (0..).zip(text.chars()) {
        let due = start + Duration::from_secs(1) * number / RATE;
        // The rate is what comes in: a person does not wait for the screen.
        thread::sleep(due.saturating_duration_since(Instant::now()));
        sent.push(Instant::now());
        tty.press(letter.encode_utf8(&mut [0; 4]));
    }
    sent
}

/// How long after each key the next frame was out.
fn lags(sent: &[Instant], frames: &[Instant]) -> Vec<Duration> {
    let lag = |key: &Instant| {
        let frame = frames.iter().find(|frame| *frame > key);
        frame.map_or(Duration::MAX, |frame| *frame - *key)
    };
    sent.iter().map(lag).collect()
}

#[allow(
    clippy::print_stdout,
    reason = "the measured lag, for whoever asks with --nocapture"
)]
fn tell(keys: usize, late: usize, worst: Duration) {
    println!("{keys} keys, {late} frames late, the worst after {worst:?}");
}

/// Forty touchpoints take more than a minute at this rate: `TOUCHLINE_LONG=1` types them all, and
/// holds that each key's frame is out before the next key comes. Without it a few are typed, and
/// only what is lost counts: a machine that does much else at once may lag.
#[test]
fn a_workshop_at_fifteen_keys_a_second_loses_no_key_and_waits_for_no_frame() {
    let is_long = env::var_os("TOUCHLINE_LONG").is_some();
    let home = tempfile::tempdir().unwrap();
    let mut tty = start(home.path());
    let said = said(if is_long { 40 } else { 3 });
    let all: String = said.iter().map(|(line, _)| format!("{line}\r")).collect();
    let sent = typed(&mut tty, &all);
    tty.wait_for(&format!("+{}", said.len()));
    let lags = lags(&sent, &tty.frames());
    let gap = Duration::from_secs(1) / RATE;
    let late = lags.iter().filter(|lag| **lag >= gap).count();
    let worst = lags.iter().max().unwrap();
    let keys = sent.len();
    tell(keys, late, *worst);
    let journey = ended(tty, said.len());
    assert_all_there(&journey, &said);
    assert!(
        late == 0 || !is_long,
        "{late} of {keys} keys, the worst after {worst:?}"
    );
}
