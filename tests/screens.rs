//! The program itself on a real terminal: open, edit, save, quit; signals; no terminal.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

#[allow(dead_code, reason = "other tests use the rest")]
mod tty;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use tty::{Setup, Tty};

/// Opens a copy of the shipped journey; says how the program ended, and waits for a line.
const RUN: &str = "cp \"$JOURNEY\" \"$FILES/stay.ron\"; \"$TOUCHLINE\" \"$FILES/stay.ron\"; \
                   echo \"ended $?\"; read line";

fn journey() -> String {
    format!("{}/journeys/hotel-stay.ron", env!("CARGO_MANIFEST_DIR"))
}

fn setup(home: &Path) -> Setup {
    let home = home.to_str().unwrap().to_owned();
    let env = vec![
        ("TOUCHLINE", env!("CARGO_BIN_EXE_touchline").to_owned()),
        ("JOURNEY", journey()),
        ("LC_ALL", "en_US.UTF-8".to_owned()),
        ("NO_COLOR", String::new()),
        ("EDITOR", "sed -i s/Compares/Weighs/".to_owned()),
        ("VISUAL", String::new()),
        ("XDG_STATE_HOME", format!("{home}/state")),
        ("XDG_CONFIG_HOME", format!("{home}/config")),
        ("HOME", home),
    ];
    Setup {
        env,
        ..Setup::default()
    }
}

fn start(script: &str) -> (Tty, tempfile::TempDir) {
    let home = tempfile::tempdir().unwrap();
    (Tty::run(script, setup(home.path())), home)
}

#[test]
fn one_emotion_is_one_changed_line_on_disk() {
    let script = format!(
        "{RUN}; diff \"$JOURNEY\" \"$FILES/stay.ron\" | grep -c '^[<>]' > \"$FILES/lines\""
    );
    let (mut tty, _home) = start(&script);
    tty.wait_for("Business traveller");
    tty.press("\x1b[C-");
    tty.wait_for("unsaved");
    tty.press("\x13");
    tty.wait_for("Saved");
    tty.press("q");
    tty.wait_for("ended 0");
    tty.assert_clean();
    tty.press("\n");
    assert_eq!(tty.file("lines"), "2");
}

#[test]
fn quitting_with_changes_asks_and_can_save() {
    let script = format!("{RUN}; grep -c 'Fast lane' \"$FILES/stay.ron\" > \"$FILES/found\"");
    let (mut tty, _home) = start(&script);
    tty.wait_for("Business traveller");
    tty.press("aFast lane\r");
    tty.wait_for("Fast lane");
    tty.press("q");
    tty.wait_for("not saved");
    tty.resize((40, 12));
    tty.press("s");
    tty.wait_for("ended 0");
    tty.press("\n");
    assert_eq!(tty.file("found"), "1");
}

#[test]
fn a_foreign_change_is_merged_at_saving() {
    let (mut tty, _home) = start(RUN);
    tty.wait_for("Business traveller");
    tty.press("+");
    tty.wait_for("unsaved");
    let file = tty.path("stay.ron");
    let foreign = fs::read_to_string(&file)
        .unwrap()
        .replace("Compares", "Weighs")
        + "// mine\n";
    fs::write(&file, &foreign).unwrap();
    tty.wait_for("changed meanwhile");
    tty.press("k");
    tty.wait_for("file changed");
    tty.press("\x13");
    tty.wait_for("merged in");
    tty.wait_for("Weighs rooms");
    let saved = fs::read_to_string(&file).unwrap();
    assert!(saved.contains("// mine\n") && saved.contains("Weighs rooms"));
    assert_ne!(saved, foreign, "the emotion is in it too");
    tty.press("u\x13");
    tty.wait_for("would be gone");
    tty.press("c");
    tty.press("q");
    tty.wait_for("discard");
    tty.press("d");
    tty.wait_for("ended 0");
    assert_eq!(fs::read_to_string(&file).unwrap(), saved);
}

#[test]
fn a_foreign_change_that_cannot_be_merged_is_not_overwritten() {
    let (mut tty, _home) = start(RUN);
    tty.wait_for("Business traveller");
    tty.press("+");
    tty.wait_for("unsaved");
    let file = tty.path("stay.ron");
    fs::write(&file, "Journey(").unwrap();
    tty.press("\x13");
    tty.wait_for("changed by somebody else");
    tty.press("q");
    tty.wait_for("discard");
    tty.press("d");
    tty.wait_for("ended 0");
    assert_eq!(fs::read_to_string(&file).unwrap(), "Journey(");
}

#[test]
fn the_editor_gives_its_text_back_as_one_step() {
    let (mut tty, _home) = start(RUN);
    tty.wait_for("Compares rooms");
    tty.press("\x05");
    tty.wait_for("Weighs rooms");
    tty.press("u");
    tty.wait_for("Compares rooms");
    tty.press("q");
    tty.wait_for("ended 0");
    tty.assert_clean();
}

#[test]
fn a_signal_leaves_the_terminal_clean_and_the_file_as_it_was() {
    for (signal, code) in [("TERM", 143), ("HUP", 129)] {
        let script =
            format!("({RUN}); cmp \"$JOURNEY\" \"$FILES/stay.ron\" && echo same > \"$FILES/same\"");
        let (mut tty, _home) = start(&script.replace(
            "\"$TOUCHLINE\" \"$FILES",
            "\"$TOUCHLINE\" --lang en \"$FILES",
        ));
        tty.wait_for("Business traveller");
        tty.press("+");
        tty.wait_for("unsaved");
        let file = tty.path("stay.ron");
        let pattern = format!("touchline --lang en {}", file.to_str().unwrap());
        let killed = Command::new("pkill")
            .args([&format!("-{signal}"), "-f", &pattern])
            .status();
        assert!(killed.unwrap().success());
        tty.wait_for(&format!("ended {code}"));
        tty.assert_clean();
        tty.press("\n");
        assert_eq!(tty.file("same"), "same");
    }
}

#[test]
fn ctrl_z_stops_and_fg_brings_the_screen_back() {
    let script = "cp \"$JOURNEY\" \"$FILES/stay.ron\"; \"$TOUCHLINE\" \"$FILES/stay.ron\"; \
                  echo stopped; read line; fg; echo \"ended $?\"; read line";
    let (mut tty, _home) = start(script);
    tty.wait_for("Business traveller");
    tty.press("\x1a");
    tty.wait_for("stopped");
    tty.assert_clean();
    tty.press("\n");
    tty.wait_for("Business traveller");
    tty.press("q");
    tty.wait_for("ended 0");
    tty.assert_clean();
}

#[test]
fn without_a_terminal_it_says_so_and_ends_with_2() {
    let output = Command::new(env!("CARGO_BIN_EXE_touchline"))
        .arg(journey())
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("the screens need a terminal"), "{said}");
    assert!(output.stdout.is_empty());
}

#[test]
fn mistakes_of_the_configuration_are_said_once_and_the_rest_holds() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("config/touchline");
    fs::create_dir_all(&folder).unwrap();
    let text = "Config(theme: \"drak\", keys: {\"go-outline\": [\"!\"]})";
    fs::write(folder.join("config.ron"), text).unwrap();
    let mut tty = Tty::run(RUN, setup(home.path()));
    tty.wait_for("There is no theme `drak`");
    tty.press("\r");
    tty.wait_for("Business traveller");
    tty.press("!");
    tty.wait_for("Outline");
    tty.press("q");
    tty.wait_for("ended 0");
    tty.assert_clean();
}

#[test]
fn a_folder_leads_to_its_journeys_and_they_back_to_it() {
    let script = "mkdir -p \"$FILES/maps/old\"; for at in $(seq 10 69); do \
                  cp \"$JOURNEY\" \"$FILES/maps/m$at.ron\"; done; \
                  printf 'Journey(' > \"$FILES/maps/old/torn.ron\"; \
                  \"$TOUCHLINE\" \"$FILES/maps\"; echo \"ended $?\"; read line";
    let home = tempfile::tempdir().unwrap();
    let mut setup = setup(home.path());
    setup.env.push(("EDITOR", "sed -i s/city/old/".to_owned()));
    let mut tty = Tty::run(script, setup);
    tty.wait_for("61 journeys");
    tty.wait_for("m10.ron");
    tty.press("$");
    tty.wait_for("old/torn.ron ─");
    tty.press("k\r");
    tty.wait_for("Compares rooms");
    tty.press("\x05");
    tty.wait_for("unsaved");
    tty.press("ga");
    tty.wait_for("not saved");
    tty.press("s");
    tty.wait_for("61 journeys");
    tty.wait_for("one night in the old hotel ─");
    tty.wait_for("m69.ron");
    let saved = fs::read_to_string(tty.path("maps/m69.ron")).unwrap();
    assert!(saved.contains("old hotel"), "{saved}");
    tty.press("gs");
    tty.wait_for("All of them");
    tty.press("\r");
    tty.wait_for("61 journeys");
    tty.resize((1, 1));
    tty.press_and_wait("j");
    tty.resize((80, 24));
    tty.wait_for("m11.ron");
    tty.press("q");
    tty.wait_for("ended 0");
    tty.assert_clean();
}

#[test]
fn what_others_do_to_a_folder_shows_by_itself() {
    let script = "mkdir \"$FILES/maps\"; cp \"$JOURNEY\" \"$FILES/maps/stay.ron\"; \
                  \"$TOUCHLINE\" \"$FILES/maps\"; echo \"ended $?\"; read line";
    let (mut tty, _home) = start(script);
    tty.wait_for("1 journey");
    let text = fs::read_to_string(tty.path("maps/stay.ron")).unwrap();
    fs::write(
        tty.path("maps/old.ron"),
        text.replace("Business traveller", "Old traveller"),
    )
    .unwrap();
    tty.wait_for("2 journeys");
    tty.wait_for("Old traveller");
    fs::write(tty.path("maps/old.ron"), "Journey(").unwrap();
    tty.wait_for("a bracket is still open");
    fs::remove_file(tty.path("maps/old.ron")).unwrap();
    tty.wait_for("1 journey ");
    fs::remove_file(tty.path("maps/stay.ron")).unwrap();
    tty.wait_for("Another folder");
    tty.press("q");
    tty.wait_for("ended 0");
    tty.assert_clean();
}

#[test]
fn a_folder_without_a_journey_shows_what_one_can_begin_with() {
    let script =
        "mkdir \"$FILES/maps\"; \"$TOUCHLINE\" \"$FILES/maps\"; echo \"ended $?\"; read line";
    let (mut tty, _home) = start(script);
    tty.wait_for("Another folder");
    tty.press("q");
    tty.wait_for("ended 0");
    tty.assert_clean();
}

#[test]
fn lanes_and_columns_stay_as_they_were_left() {
    let script = format!("{RUN}; \"$TOUCHLINE\" \"$FILES/stay.ron\"; echo \"ended $?\"; read line");
    let (mut tty, home) = start(&script);
    tty.wait_for("Business traveller");
    tty.press("jjzf>");
    tty.wait_for("Columns: wide");
    tty.press("q");
    tty.wait_for("ended 0");
    let kept = fs::read_to_string(home.path().join("state/touchline/memory.ron")).unwrap();
    assert!(kept.contains("folded: [\"ratings\"]"), "{kept}");
    assert!(kept.contains("columns: \"wide\""), "{kept}");
    tty.press("\n");
    tty.wait_for("▸Gap");
    tty.press("q");
    tty.wait_for("ended 0");
    tty.assert_clean();
}
