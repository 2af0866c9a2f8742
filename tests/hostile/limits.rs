//! What is too large, too deep or made of too much is said so, within the memory that safety.md
//! allows.

use std::fs;
use std::process::Command;

use touchline::exchange::import::MAX_BYTES;

/// In half a gigabyte of address space.
const CHECK: &str = "ulimit -v 524288 && exec \"$TOUCHLINE\" --lang en check \"$FILE\"";

/// A file of 64 MiB, or a little more.
const LARGE: usize = 64 << 20;

fn repeated(part: &str, end: &str) -> String {
    part.repeat((LARGE - end.len()) / part.len()) + end
}

#[test]
fn what_is_beyond_the_limits_is_said_within_half_a_gigabyte() {
    let folder = tempfile::tempdir().unwrap();
    for (text, said) in [
        (repeated("[", ""), "error[E003]"),
        (repeated("Some(", ""), "error[E003]"),
        (repeated(" ", "     too much"), "error[E005]"),
        (repeated("//\n", ""), "error[E005]"),
        (" ".repeat(LARGE + 1), "error[E004]"),
        (format!("[{}", repeated("1,", "]")), "error[E004]"),
        (format!("[{}", repeated("[],", "]")), "error[E004]"),
        (format!("({}", repeated("a:1,", ")")), "error[E004]"),
        (repeated("a", ""), "error[E006]"),
        (format!("\"{}", repeated("\\n", "\"")), "error[E006]"),
    ] {
        let file = folder.path().join("large.ron");
        fs::write(&file, &text).unwrap();
        let mut command = Command::new("sh");
        command.args(["-c", CHECK]).env("FILE", &file);
        command.env("TOUCHLINE", env!("CARGO_BIN_EXE_touchline"));
        let output = command.output().unwrap();
        let stdout = String::from_utf8(output.stdout).unwrap();
        let start: String = text.chars().take(20).collect();
        assert!(stdout.contains(said), "{start}: {stdout}");
        assert_eq!(output.status.code(), Some(1), "{start}");
    }
}

/// As [`CHECK`].
const IMPORT: &str =
    "ulimit -v 524288 && exec \"$TOUCHLINE\" --lang en import map --yes -o - \"$FILE\"";

#[test]
fn a_map_of_others_is_read_or_refused_within_half_a_gigabyte() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("map");
    for (head, part, end) in [
        ("journey\n", "x\n", ""),
        ("|Stage|Touchpoints|\n|-|-|\n|a|", "b,", "|\n"),
        ("Stage,Touchpoint\na,b\n", ",x\n", ""),
        ("{\"Journey\":{\"a\":[", "{\"a\":{}},", "0]}}"),
    ] {
        let text = head.to_owned() + &part.repeat((MAX_BYTES - 100) / part.len()) + end;
        fs::write(&file, &text).unwrap();
        let mut command = Command::new("sh");
        command.args(["-c", IMPORT]).env("FILE", &file);
        command.env("TOUCHLINE", env!("CARGO_BIN_EXE_touchline"));
        let output = command.output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        let code = output.status.code();
        assert!(
            code == Some(0) || stderr.contains("too large"),
            "{head}: {stderr}"
        );
    }
}
