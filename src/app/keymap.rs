//! From keys to commands: sequences are looked up in the command table. Knows no state.

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

/// Looks up the keys pressed so far.
pub fn lookup(scope: Scope, pressed: &[Key]) -> Lookup {
    let mut prefix = false;
    for command in of(scope) {
        for sequence in command.keys {
            let keys = sequence.split(' ').map(Key::parse);
            let mut rest = keys.skip(pressed.len());
            if !starts_with(sequence, pressed) {
                continue;
            }
            match rest.next() {
                None => return Lookup::Command(command),
                Some(_) => prefix = true,
            }
        }
    }
    if prefix {
        Lookup::Prefix
    } else {
        Lookup::Nothing
    }
}

fn starts_with(sequence: &str, pressed: &[Key]) -> bool {
    let mut keys = sequence.split(' ').map(Key::parse);
    pressed
        .iter()
        .all(|key| keys.next().flatten() == Some(*key))
}

/// The commands that the keys pressed so far may still become, with the keys that remain.
pub fn continuations(scope: Scope, pressed: &[Key]) -> Vec<(String, &'static Command)> {
    let rest = |command: &'static Command| {
        let fits = command
            .keys
            .iter()
            .filter(|keys| starts_with(keys, pressed));
        let tail = |keys: &&str| {
            keys.split(' ')
                .skip(pressed.len())
                .collect::<Vec<_>>()
                .join(" ")
        };
        fits.map(move |keys| (tail(keys), command))
            .collect::<Vec<_>>()
    };
    of(scope)
        .flat_map(rest)
        .filter(|(rest, _)| !rest.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::command::COMMANDS;
    use super::*;

    #[test]
    fn every_key_is_spelled_right_and_means_one_command() {
        for command in COMMANDS {
            for sequence in command.keys {
                let keys: Option<Vec<Key>> = sequence.split(' ').map(Key::parse).collect();
                let keys = keys.unwrap_or_else(|| panic!("{sequence}"));
                let found = lookup(command.scope, &keys);
                assert!(
                    matches!(found, Lookup::Command(it) if std::ptr::eq(it, command)),
                    "{sequence} of {}",
                    command.name
                );
                for end in 1..keys.len() {
                    assert!(matches!(
                        lookup(command.scope, &keys[..end]),
                        Lookup::Prefix
                    ));
                }
            }
        }
    }

    #[test]
    fn names_are_unique() {
        for (at, command) in COMMANDS.iter().enumerate() {
            assert!(
                COMMANDS[..at]
                    .iter()
                    .all(|other| other.name != command.name)
            );
        }
    }

    #[test]
    fn a_prefix_lists_what_may_follow() {
        let rest = continuations(Scope::Map, &[Key::parse("e").unwrap()]);
        let keys: Vec<&str> = rest.iter().map(|(keys, _)| keys.as_str()).collect();
        assert_eq!(keys, ["1", "2", "3", "4", "5"]);
    }
}
