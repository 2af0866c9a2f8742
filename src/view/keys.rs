//! Keys as people call them (`Ctrl-S`, `PgUp`, `←`), and commands with their keys in a list.

/// A sequence of keys as the keymap spells it, as it is shown: `C-s` is `Ctrl-S`.
pub(super) fn pretty_keys(sequence: &str) -> String {
    let keys: Vec<String> = sequence.split(' ').map(pretty_key).collect();
    keys.join(" ")
}

fn pretty_key(key: &str) -> String {
    let mut rest = key;
    let mut held = String::new();
    while let Some((modifier, tail)) = rest.split_once('-').filter(|(_, tail)| !tail.is_empty()) {
        held += match modifier {
            "C" => "Ctrl-",
            "A" => "Alt-",
            _ => "Shift-",
        };
        rest = tail;
    }
    let cap = match rest {
        "Left" => "←",
        "Right" => "→",
        "Up" => "↑",
        "Down" => "↓",
        "PageUp" => "PgUp",
        "PageDown" => "PgDn",
        "Delete" => "Del",
        other => other,
    };
    match held.is_empty() {
        true => cap.to_owned(),
        false => held + &named_by_cap(cap),
    }
}

/// Held together with Control or Alt, a letter is named by its cap.
fn named_by_cap(key: &str) -> String {
    match key.chars().count() {
        1 => key.to_uppercase(),
        _ => key.to_owned(),
    }
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
    fn keys_are_called_as_on_their_caps() {
        for (spelled, shown) in [
            ("C-s", "Ctrl-S"),
            ("A-Left", "Alt-←"),
            ("S-Tab", "Shift-Tab"),
            ("g w", "g w"),
            ("J", "J"),
            ("-", "-"),
            ("C--", "Ctrl--"),
            ("PageDown", "PgDn"),
            ("A-Enter", "Alt-Enter"),
        ] {
            assert_eq!(pretty_keys(spelled), shown);
        }
    }

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
