//! Commands with their keys in a list.

use crate::app::command::Command;
pub(super) use crate::app::key::pretty_keys;

/// All keys of a command as they are shown, and the word that runs it when it is typed.
pub(super) fn all_keys<'k>(keys: impl Iterator<Item = &'k str>, command: &Command) -> String {
    let typed = command.typed.first().map(|word| format!(":{word}"));
    let all: Vec<String> = keys.map(pretty_keys).chain(typed).collect();
    all.join(", ")
}

/// A line of a list of commands.
pub(super) struct Entry {
    /// Its keys, as they are shown.
    pub(super) keys: String,
    /// What it does.
    pub(super) word: &'static str,
}

/// Entries of which neighbours that differ in a digit alone become one: `e 1–5`.
pub(super) fn joined(entries: impl Iterator<Item = Entry>) -> Vec<Entry> {
    let mut joined: Vec<Entry> = Vec::new();
    for entry in entries {
        match joined.last_mut() {
            Some(last) if is_next(last, &entry) => {
                let digit = entry.keys.chars().last().unwrap_or_default();
                let first = last.keys.split('–').next().unwrap_or_default();
                last.keys = format!("{first}–{digit}");
            }
            _ => joined.push(entry),
        }
    }
    joined
}

fn is_next(last: &Entry, entry: &Entry) -> bool {
    let without = |keys: &str| {
        keys.strip_suffix(|c: char| c.is_ascii_digit())
            .map(str::to_owned)
    };
    let first = last.keys.split('–').next().unwrap_or_default();
    last.word == entry.word && without(first).is_some() && without(first) == without(&entry.keys)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratings_are_one_entry() {
        let entry = |keys: &str, word: &'static str| Entry {
            keys: keys.to_owned(),
            word,
        };
        let entries = joined(
            [
                entry("e 1", "expectation"),
                entry("e 2", "expectation"),
                entry("e 3", "expectation"),
                entry("x 1", "experience"),
                entry("h", "left"),
                entry("l", "left"),
            ]
            .into_iter(),
        );
        let keys: Vec<&str> = entries.iter().map(|entry| entry.keys.as_str()).collect();
        assert_eq!(keys, ["e 1–3", "x 1", "h", "l"]);
    }
}
