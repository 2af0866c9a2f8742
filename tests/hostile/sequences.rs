//! The bytes that a terminal is sent, taken apart: text, and the sequences between it.

use std::collections::BTreeSet;

use super::texts::is_dangerous;

/// A return that comes from a file.
const OVERWRITTEN: &str = "over\rwritten";

/// What bytes hold beside text.
#[derive(Debug, Default)]
pub(super) struct Sequences {
    /// Control sequences without their numbers: `[m`, `[?h`; modes with them: `[?2004h`.
    pub(super) controls: BTreeSet<String>,
    /// What operating system commands say, from the number on.
    pub(super) commands: Vec<String>,
}

/// Takes the bytes apart; fails on anything in the text that a terminal would act on.
pub(super) fn sequences(bytes: &[u8]) -> Sequences {
    let text = std::str::from_utf8(bytes).unwrap();
    assert!(!text.contains(OVERWRITTEN));
    // Lines end so on a terminal, and the bar of progress begins so.
    let text = text.replace('\r', "");
    let mut found = Sequences::default();
    let mut rest = text.as_str();
    while let Some(at) = rest.find('\u{1b}') {
        is_safe(&rest[..at]);
        rest = &rest[at + 1..];
        rest = match rest.as_bytes().first() {
            Some(b'[') => control(rest, &mut found),
            Some(b']') => command(rest, &mut found),
            other => panic!("ESC {other:?} before {:?}", start(rest)),
        };
    }
    is_safe(rest);
    found
}

fn control<'t>(text: &'t str, found: &mut Sequences) -> &'t str {
    let end = text[1..].find(|c: char| ('@'..='~').contains(&c)).unwrap() + 2;
    let sequence = &text[..end];
    found.controls.insert(match sequence.contains('?') {
        true => sequence.to_owned(),
        false => sequence.replace(|c: char| c.is_ascii_digit() || c == ';' || c == ':', ""),
    });
    &text[end..]
}

fn command<'t>(text: &'t str, found: &mut Sequences) -> &'t str {
    let end = text.find("\u{1b}\\").unwrap();
    found.commands.push(text[1..end].to_owned());
    &text[end + 2..]
}

/// Line ends are all that may stand between words.
pub(super) fn is_safe(text: &str) {
    for line in text.split('\n') {
        let what = line.find(is_dangerous).map(|at| start(&line[at..]));
        assert_eq!(what, None, "in {:?}", start(line));
    }
    let towers = text.split(|c: char| c != '\u{301}').map(str::len);
    assert!(towers.max().unwrap_or(0) < 100, "a tower of marks");
}

fn start(text: &str) -> String {
    text.chars().take(60).collect()
}
