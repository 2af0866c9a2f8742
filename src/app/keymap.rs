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
        match keys == command.keys {
            true => self.changed.remove(command.name),
            false => self.changed.insert(command.name, keys),
        };
    }

    /// The keys of a command, spelled.
    pub fn keys<'a>(&'a self, command: &'static Command) -> Box<dyn Iterator<Item = &'a str> + 'a> {
        match self.changed.get(command.name) {
            Some(keys) => Box::new(keys.iter().map(String::as_str)),
            None => Box::new(command.keys.iter().copied()),
        }
    }

    /// Looks up the keys pressed so far; of several scopes the first one decides.
    pub fn lookup(&self, chain: &[Scope], pressed: &[Key]) -> Lookup {
        let mut prefix = false;
        for command in of(chain) {
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

    /// The keys of a command that mean it here, and not another one of a scope that decides first.
    pub fn keys_here<'a>(
        &'a self,
        chain: &'a [Scope],
        command: &'static Command,
    ) -> impl Iterator<Item = &'a str> {
        self.keys(command).filter(|keys| {
            let pressed: Vec<Key> = keys.split(' ').filter_map(Key::parse).collect();
            let found = self.lookup(chain, &pressed);
            matches!(found, Lookup::Command(it) if it.name == command.name)
        })
    }

    /// A command can be given here: it has a key that means it, or none at all.
    pub fn is_given(&self, chain: &[Scope], command: &'static Command) -> bool {
        self.keys(command).next().is_none() || self.keys_here(chain, command).next().is_some()
    }

    /// The keys that may follow those pressed so far, each with the commands it leads to.
    pub fn next(&self, chain: &[Scope], pressed: &[Key]) -> Vec<Next> {
        let mut found: Vec<Next> = Vec::new();
        for command in of(chain) {
            for sequence in self.keys_here(chain, command) {
                let mut rest = sequence.split(' ').skip(pressed.len());
                let Some(key) = rest.next().filter(|_| starts_with(sequence, pressed)) else {
                    continue;
                };
                let is_prefix = rest.next().is_some();
                match found.iter_mut().find(|it| it.key == key) {
                    Some(known) if known.is_prefix => known.commands.push(command),
                    Some(_) => {}
                    None => found.push(Next {
                        key: key.to_owned(),
                        is_prefix,
                        commands: vec![command],
                    }),
                }
            }
        }
        found
    }
}

/// A key that may be pressed next.
#[derive(Clone)]
pub struct Next {
    /// The key, spelled.
    pub key: String,
    /// More keys follow it.
    pub is_prefix: bool,
    /// The commands that it leads to: one, where no more keys follow.
    pub commands: Vec<&'static Command>,
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
                let found = Keymap::default().lookup(command.scope.chain(), &keys);
                assert!(
                    matches!(found, Lookup::Command(it) if std::ptr::eq(it, command)),
                    "{sequence} of {}",
                    command.name
                );
                for end in 1..keys.len() {
                    assert!(matches!(
                        Keymap::default().lookup(command.scope.chain(), &keys[..end]),
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

    fn next(scope: Scope, pressed: &str) -> Vec<Next> {
        let pressed: Vec<Key> = pressed.split_whitespace().filter_map(Key::parse).collect();
        Keymap::default().next(scope.chain(), &pressed)
    }

    #[test]
    fn a_prefix_lists_what_may_follow() {
        let next = next(Scope::Map, "e");
        let keys: Vec<&str> = next.iter().map(|it| it.key.as_str()).collect();
        assert_eq!(keys, ["1", "2", "3", "4", "5"]);
        assert!(next.iter().all(|it| !it.is_prefix));
    }

    #[test]
    fn the_first_keys_are_each_there_once_with_what_they_lead_to() {
        let next = next(Scope::Outline, "");
        let found = |key: &str| {
            let mut hits = next.iter().filter(|it| it.key == key);
            let hit = hits.next().unwrap_or_else(|| panic!("{key}"));
            assert!(hits.next().is_none(), "{key} twice");
            hit.clone()
        };
        assert_eq!(found("Enter").commands[0].name, "outline-enter");
        assert!(found("g").is_prefix && found("g").commands.len() > 5);
        assert!(!found("z").is_prefix);
    }
}
