//! A short meeting on a real terminal, from its agenda to the file of its minutes.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

#[allow(dead_code, reason = "other tests use the rest")]
mod tty;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use tty::{Setup, Tty};

/// Opens a copy of the shipped journey twice, one after the other.
const RUN: &str = "cp \"$JOURNEY\" \"$FILES/stay.ron\"; \"$TOUCHLINE\" \"$FILES/stay.ron\"; \
                   echo \"ended $?\"; read line; \"$TOUCHLINE\" \"$FILES/stay.ron\"; \
                   echo \"again $?\"; read line";

fn setup(home: &Path) -> Setup {
    let home = home.to_str().unwrap().to_owned();
    let journey = format!("{}/journeys/hotel-stay.ron", env!("CARGO_MANIFEST_DIR"));
    let env = vec![
        ("TOUCHLINE", env!("CARGO_BIN_EXE_touchline").to_owned()),
        ("JOURNEY", journey),
        ("LC_ALL", "de_CH.UTF-8".to_owned()),
        ("NO_COLOR", String::new()),
        ("XDG_STATE_HOME", format!("{home}/state")),
        ("XDG_CONFIG_HOME", format!("{home}/config")),
        ("HOME", home),
    ];
    Setup {
        env,
        ..Setup::default()
    }
}

/// The one file of minutes.
fn minutes(folder: &Path) -> (String, String) {
    let entries = fs::read_dir(folder).unwrap();
    let names = entries.map(|it| it.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".md")).collect();
    let name = names.pop().unwrap();
    assert!(names.is_empty());
    (fs::read_to_string(folder.join(&name)).unwrap(), name)
}

#[test]
fn a_meeting_from_its_agenda_to_the_file_of_its_minutes() {
    let home = tempfile::tempdir().unwrap();
    let mut tty = Tty::run(RUN, setup(home.path()));
    tty.wait_for("Business traveller");
    tty.press("gM\x1b[B\r");
    tty.wait_for("1 von 6");
    tty.wait_for("0:01");
    tty.press("\x1b[6~");
    tty.wait_for("2 von 6");
    tty.press("+");
    tty.wait_for("Emotion −1");
    tty.press("dZwei Leute bis 23 Uhr\r");
    tty.press("tDienstplan\r");
    tty.wait_for("Wer macht es?");
    tty.press("front\r");
    tty.wait_for("Bis wann?");
    tty.press("30.11.2026\r");
    tty.press("v\r-20-1");
    tty.wait_for("n 3");
    tty.press("\r");
    tty.wait_for("Stimmen sind notiert");
    tty.press("E");
    tty.wait_for("Das Protokoll");
    tty.press("w");
    tty.wait_for("-protokoll-");
    tty.press("\r");
    tty.wait_for("Das Protokoll steht in");
    let (text, name) = minutes(&tty.path(""));
    assert!(name.starts_with("stay-protokoll-2"), "{name}");
    for expected in [
        "# Protokoll: Business traveller: one night in the city hotel\n",
        "- Traktanden: Moments of Truth (2 besucht)\n",
        "## Entscheide\n\n- **Check-in at the desk:** Zwei Leute bis 23 Uhr\n",
        "- [ ] **Check-in at the desk:** Dienstplan (Front office, bis 30.11.2026)\n",
        "- **Check-in at the desk:** Emotion: −2 ×1 · −1 ×1 · 0 ×1 → −1\n",
        "  - Emotion: −2 → −1\n",
    ] {
        assert!(text.contains(expected), "{expected}{text}");
    }
    tty.press("\x13");
    tty.wait_for("gespeichert.");
    tty.press("q");
    tty.wait_for("ended 0");
    tty.assert_clean();
}

#[test]
fn a_meeting_that_was_not_ended_goes_on_in_the_next_program() {
    let home = tempfile::tempdir().unwrap();
    let mut tty = Tty::run(RUN, setup(home.path()));
    tty.wait_for("Business traveller");
    tty.press("gM\x1b[B\r\x1b[6~\x1b[6~");
    tty.wait_for("3 von 6");
    tty.press("wAnna & Beat\r");
    tty.wait_for("Teilnehmende");
    tty.press("+E");
    tty.wait_for("Das Protokoll");
    tty.press("\x13");
    tty.wait_for("gespeichert.");
    tty.press("\x1b");
    tty.wait_for("d Entscheid");
    tty.press("\x1b");
    tty.wait_for("vorerst verlassen");
    tty.press("v");
    tty.wait_for("hotel");
    tty.press("q");
    tty.wait_for("ended 0");
    let memory = home.path().join("state/touchline/memory.ron");
    let mode = fs::metadata(&memory).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert!(fs::read_to_string(&memory).unwrap().contains("begun: "));
    tty.press("\n");
    tty.wait_for("Business traveller");
    tty.press("gM");
    tty.wait_for("3 von 6");
    tty.press("E");
    tty.wait_for("Anna & Beat");
    tty.wait_for("Was sich geändert hat");
    tty.press("w\r");
    tty.wait_for("Das Protokoll steht in");
    assert!(!fs::read_to_string(&memory).unwrap().contains("begun: "));
    tty.press("\x03");
    tty.wait_for("again 0");
    tty.assert_clean();
}
