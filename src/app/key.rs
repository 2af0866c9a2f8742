//! Keys as the program knows them, their spelling (`C-s`, `A-Left`, `Enter`) and what people call
//! them (`Ctrl-S`, `Alt-←`). Knows no terminal library.

use std::fmt;

/// One press of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// The key.
    pub code: Code,
    /// With Control held.
    pub ctrl: bool,
    /// With Alt held.
    pub alt: bool,
    /// With Shift held; letters carry it in their case instead.
    pub shift: bool,
}

/// Which key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "keys are named after their caps")]
pub enum Code {
    Char(char),
    Enter,
    Esc,
    Tab,
    Backspace,
    Delete,
    Insert,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
    F(u8),
}

const NAMED: &[(&str, Code)] = &[
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Tab", Code::Tab),
    ("Backspace", Code::Backspace),
    ("Delete", Code::Delete),
    ("Insert", Code::Insert),
    ("Left", Code::Left),
    ("Right", Code::Right),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Home", Code::Home),
    ("End", Code::End),
    ("PageUp", Code::PageUp),
    ("PageDown", Code::PageDown),
    ("Space", Code::Char(' ')),
];

impl Key {
    /// A key alone.
    pub const fn plain(code: Code) -> Key {
        Key {
            code,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// Reads a spelling such as `C-s`, `A-Left`, `S-Tab`, `g` or `Enter`.
    pub fn parse(spelling: &str) -> Option<Key> {
        let mut key = Key::plain(Code::Esc);
        let mut rest = spelling;
        while let Some((modifier, tail)) = rest.split_once('-').filter(|(_, tail)| !tail.is_empty())
        {
            match modifier {
                "C" => key.ctrl = true,
                "A" => key.alt = true,
                "S" => key.shift = true,
                _ => return None,
            }
            rest = tail;
        }
        key.code = code(rest)?;
        Some(key)
    }

    /// The character that this key types into a text, if it does.
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(typed) if !self.ctrl && !self.alt => Some(typed),
            _ => None,
        }
    }
}

fn code(name: &str) -> Option<Code> {
    if let Some((_, code)) = NAMED.iter().find(|(known, _)| *known == name) {
        return Some(*code);
    }
    let mut letters = name.chars();
    match (letters.next()?, letters.as_str()) {
        (letter, "") => Some(Code::Char(letter)),
        ('F', number) => number
            .parse()
            .ok()
            .filter(|n| (1..=24).contains(n))
            .map(Code::F),
        _ => None,
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, sign) in [(self.ctrl, "C-"), (self.alt, "A-"), (self.shift, "S-")] {
            f.write_str(if held { sign } else { "" })?;
        }
        let named = NAMED.iter().find(|(_, code)| *code == self.code);
        match (named, self.code) {
            (Some((name, _)), _) => f.write_str(name),
            (None, Code::Char(letter)) => write!(f, "{letter}"),
            (None, Code::F(number)) => write!(f, "F{number}"),
            (None, _) => Ok(()),
        }
    }
}

/// A sequence of keys as the keymap spells it, as people call it: `C-s` is `Ctrl-S`.
pub fn pretty_keys(sequence: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_read_back_as_they_are_spelled() {
        for spelling in [
            "C-s", "A-Left", "S-Tab", "g", "-", "+", "Enter", "Space", "F12", "C-A-x",
        ] {
            let key = Key::parse(spelling).unwrap();
            assert_eq!(key.to_string(), spelling);
        }
        for wrong in ["", "X-a", "Entr", "F99", "C-"] {
            assert_eq!(Key::parse(wrong), None, "{wrong}");
        }
    }

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
}
