//! What is too large, too deep or made of too much is said so, within the memory that safety.md
//! allows.

use std::fs;
use std::process::Command;

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
