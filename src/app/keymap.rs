//! From keys to commands: sequences are looked up in the command table, with the keys that the
//! user gave. Knows no state.

use std::collections::HashMap;

use super::command::{Command, Scope, of};
use super::key::Key;

/// What the keys pressed so far mean.
pub enum Lookup {
    /// This command.
    Command(&'static Command),
    /// The beginning of some commands' keys.
    Prefix,
    /// Nothing.
    Nothing,
}

/// Which keys are which commands: those of the table, but for what the user changed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Keymap {
    changed: HashMap<&'static str, Vec<String>>,
}

impl Keymap {
    /// Gives a command these keys instead of its own.
    pub fn set(&mut self, command: &'static Command, keys: Vec<String>) {
        self.changed.insert(command.name, keys);
    }

    /// The keys of a command, spelled.
    pub fn keys<'a>(&'a self, command: &'static Command) -> Box<dyn Iterator<Item = &'a str> + 'a> {
        match self.changed.get(command.name) {
            Some(keys) => Box::new(keys.iter().map(String::as_str)),
            None => Box::new(command.keys.iter().copied()),
        }
    }

    /// Looks up the keys pressed so far.
    pub fn lookup(&self, scope: Scope, pressed: &[Key]) -> Lookup {
        let mut prefix = false;
        for command in of(scope) {
            for sequence in self.keys(command).filter(|it| starts_with(it, pressed)) {
                if sequence.split(' ').count() == pressed.len() {
                    return Lookup::Command(command);
                }
                prefix = true;
            }
        }
        match prefix {
            true => Lookup::Prefix,
            false => Lookup::Nothing,
        }
    }

    /// The commands that the keys pressed so far may still become, with the keys that remain.
    pub fn continuations(&self, scope: Scope, pressed: &[Key]) -> Vec<(String, &'static Command)> {
        let mut found: Vec<(String, &'static Command)> = Vec::new();
        for command in of(scope) {
            for sequence in self.keys(command).filter(|it| starts_with(it, pressed)) {
                let rest: Vec<&str> = sequence.split(' ').skip(pressed.len()).collect();
                let rest = rest.join(" ");
                if !rest.is_empty() && found.iter().all(|(keys, _)| *keys != rest) {
                    found.push((rest, command));
                }
            }
        }
        found
    }
}

fn starts_with(sequence: &str, pressed: &[Key]) -> bool {
    let mut keys = sequence.split(' ').map(Key::parse);
    pressed
        .iter()
        .all(|key| keys.next().flatten() == Some(*key))
}

#[cfg(test)]
mod tests {
    use super::super::command::all;
    use super::*;

    #[test]
    fn every_key_is_spelled_right_and_means_one_command() {
        for command in all() {
            for sequence in command.keys {
                let keys: Option<Vec<Key>> = sequence.split(' ').map(Key::parse).collect();
                let keys = keys.unwrap_or_else(|| panic!("{sequence}"));
                let found = Keymap::default().lookup(command.scope, &keys);
                assert!(
                    matches!(found, Lookup::Command(it) if std::ptr::eq(it, command)),
                    "{sequence} of {}",
                    command.name
                );
                for end in 1..keys.len() {
                    assert!(matches!(
                        Keymap::default().lookup(command.scope, &keys[..end]),
                        Lookup::Prefix
                    ));
                }
            }
        }
    }

    #[test]
    fn names_are_unique() {
        let mut names: Vec<&str> = all().map(|command| command.name).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    #[test]
    fn a_prefix_lists_what_may_follow() {
        let rest = Keymap::default().continuations(Scope::Map, &[Key::parse("e").unwrap()]);
        let keys: Vec<&str> = rest.iter().map(|(keys, _)| keys.as_str()).collect();
        assert_eq!(keys, ["1", "2", "3", "4", "5"]);
    }
}
