//! The configuration: look, language and keys, each of them in part, from a text that a person
//! writes. Reading never fails: what cannot be meant is named with its place, and left out. Knows
//! no file.

use crate::sort;
use std::collections::HashSet;
use std::ops::Range;

use super::command::{self, Command, Scope};
use super::key::{Code, Key};
use super::keymap::Keymap;
use super::look::Look;
use super::screen::Screen;
use crate::i18n::{self, Lang};
use crate::journey::similar::similar;
use crate::ron_text::{Node, NodeKind, SyntaxErrorKind, Tree, quote};

/// What the configuration sets.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Config {
    /// The look of the screens, else what the terminal asks for.
    pub look: Option<Look>,
    /// The language, else that of the locale.
    pub lang: Option<Lang>,
    /// The keys.
    pub keymap: Keymap,
}

/// Something in the text that cannot be meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Mistake {
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// What is wrong.
    pub wrong: Wrong,
}

/// What can be wrong in a configuration.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the words of each say what it is")]
pub enum Wrong {
    /// It is no RON; nothing of it is taken.
    Syntax(SyntaxErrorKind),
    /// It is no `Config(…)`.
    NoConfig,
    UnknownField {
        name: String,
        similar: Option<&'static str>,
    },
    /// The field, or the command, stands there already.
    Twice(String),
    /// No text where one has to be.
    NoText(&'static str),
    UnknownTheme {
        name: String,
        similar: Option<&'static str>,
    },
    UnknownLang(String),
    /// `keys` is no map.
    NoMap,
    UnknownCommand {
        name: String,
        similar: Option<&'static str>,
    },
    /// Commands in a group of their own; they stand side by side.
    Group(String),
    /// The keys of a command are no list of texts.
    NoKeys(String),
    /// No key is called so.
    BadKey(String),
    /// The key types a letter where this command holds.
    TypesText(String),
    /// The keys, or their beginning, belong to another command where this one holds.
    Clash {
        keys: String,
        with: &'static str,
    },
}

/// Stands for what the surroundings say: terminal and locale.
const AUTO: &str = "auto";

const FIELDS: [&str; 3] = ["theme", "lang", "keys"];

/// Reads a configuration.
pub fn read(tree: &Tree) -> (Config, Vec<Mistake>) {
    let mut reader = Reader::default();
    match (tree.error(), tree.root().and_then(Node::inner)) {
        (Some(error), _) if error.kind == SyntaxErrorKind::Empty => {}
        (Some(error), _) => reader.say(error.span.clone(), Wrong::Syntax(error.kind.clone())),
        (None, Some(root)) => reader.root(root),
        (None, None) => {}
    }
    reader.take_out_clashes();
    sort::by_key(&mut reader.mistakes, |mistake| mistake.span.start);
    (reader.config, reader.mistakes)
}

#[derive(Default)]
struct Reader {
    config: Config,
    mistakes: Vec<Mistake>,
    given: Vec<Given>,
}

/// A command whose keys were given.
struct Given {
    command: &'static Command,
    /// Those that can be meant, with where each of them stands.
    keys: Vec<(String, Range<usize>)>,
    /// It is to have no keys.
    wants_none: bool,
}

impl Reader {
    fn say(&mut self, span: Range<usize>, wrong: Wrong) {
        self.mistakes.push(Mistake { span, wrong });
    }

    fn root(&mut self, root: Node<'_>) {
        let is_config = root.name().is_none_or(|name| name == "Config");
        if root.kind() != NodeKind::Struct || !is_config {
            let end = root.open().unwrap_or(root.span().end);
            return self.say(root.span().start..end, Wrong::NoConfig);
        }
        let mut seen = HashSet::new();
        for field in root.children() {
            let name = field.key().unwrap_or_default();
            if !seen.insert(name) {
                let span = field.key_span().unwrap_or(field.span());
                self.say(span, Wrong::Twice(name.to_owned()));
                continue;
            }
            match name {
                "theme" => self.theme(field),
                "lang" => self.lang(field),
                "keys" => self.keys(field),
                _ => self.unknown_field(field, name),
            }
        }
    }

    fn unknown_field(&mut self, field: Node<'_>, name: &str) {
        let wrong = Wrong::UnknownField {
            name: name.to_owned(),
            similar: similar(name, FIELDS.into_iter()),
        };
        self.say(field.key_span().unwrap_or(field.span()), wrong);
    }

    fn theme(&mut self, value: Node<'_>) {
        match value.text() {
            None => self.say(value.span(), Wrong::NoText("theme")),
            Some(name) if name == AUTO => {}
            Some(name) => match Look::named(&name) {
                Some(look) => self.config.look = Some(look),
                None => {
                    let similar = similar(&name, Look::ALL.iter().map(|look| look.name()));
                    let name = name.into_owned();
                    self.say(value.span(), Wrong::UnknownTheme { name, similar });
                }
            },
        }
    }

    fn lang(&mut self, value: Node<'_>) {
        match value.text().as_deref() {
            None => self.say(value.span(), Wrong::NoText("lang")),
            Some(AUTO) => {}
            Some("en") => self.config.lang = Some(Lang::En),
            Some("de") => self.config.lang = Some(Lang::De),
            Some(other) => self.say(value.span(), Wrong::UnknownLang(other.to_owned())),
        }
    }

    fn keys(&mut self, map: Node<'_>) {
        if map.kind() != NodeKind::Map {
            return self.say(map.span(), Wrong::NoMap);
        }
        for entry in map.children() {
            let mut parts = entry.children();
            let (Some(name), Some(keys)) = (parts.next(), parts.next()) else {
                continue;
            };
            self.keys_of(name, keys);
        }
    }

    fn keys_of(&mut self, name_node: Node<'_>, keys: Node<'_>) {
        let name = name_node.text().unwrap_or(name_node.raw().into());
        let Some(command) = command::named(&name) else {
            if matches!(keys.kind(), NodeKind::Map | NodeKind::Struct) {
                return self.say(name_node.span(), Wrong::Group(name.into_owned()));
            }
            let wrong = Wrong::UnknownCommand {
                name: name.to_string(),
                similar: similar(&name, command::all().map(|it| it.name)),
            };
            return self.say(name_node.span(), wrong);
        };
        if self.given.iter().any(|it| it.command.name == command.name) {
            return self.say(name_node.span(), Wrong::Twice(name.into_owned()));
        }
        if keys.kind() != NodeKind::List {
            return self.say(keys.span(), Wrong::NoKeys(name.into_owned()));
        }
        let mut given = Given {
            command,
            keys: Vec::new(),
            wants_none: keys.children().next().is_none(),
        };
        for item in keys.children() {
            match item.text() {
                None => self.say(item.span(), Wrong::NoKeys(name.to_string())),
                Some(text) => match spelled(&text, command.scope) {
                    Ok(keys) => given.keys.push((keys, item.span())),
                    Err(wrong) => self.say(item.span(), wrong),
                },
            }
        }
        self.set(&given);
        self.given.push(given);
    }

    /// A command of whose keys none is left keeps its own.
    fn set(&mut self, given: &Given) {
        let own = || given.command.keys.iter().map(|it| (*it).to_owned());
        let keys = match given.keys.is_empty() && !given.wants_none {
            true => own().collect(),
            false => given.keys.iter().map(|(keys, _)| keys.clone()).collect(),
        };
        self.config.keymap.set(given.command, keys);
    }

    /// Once all keys are known: of two commands that want the same ones, the one that was given
    /// them goes without.
    fn take_out_clashes(&mut self) {
        while let Some((at, nth, with)) = self.clash() {
            let mut given = self.given.swap_remove(at);
            let (keys, span) = given.keys.remove(nth);
            self.say(span, Wrong::Clash { keys, with });
            self.set(&given);
            self.given.push(given);
        }
    }

    /// The first given keys that clash, and the command that they clash with.
    fn clash(&self) -> Option<(usize, usize, &'static str)> {
        self.given.iter().enumerate().find_map(|(at, given)| {
            let mut keys = given.keys.iter().enumerate();
            keys.find_map(|(nth, (keys, _))| {
                let other = clash(&self.config.keymap, given.command, keys)?;
                Some((at, nth, other.name))
            })
        })
    }
}

/// Keys in the spelling of the keymap.
fn spelled(text: &str, scope: Scope) -> Result<String, Wrong> {
    let keys: Vec<&str> = text.split_whitespace().collect();
    let read: Option<Vec<Key>> = keys.iter().map(|key| pressable(key)).collect();
    let first = read.as_ref().and_then(|keys| keys.first());
    let Some(first) = first else {
        return Err(Wrong::BadKey(text.to_owned()));
    };
    let types = match scope {
        Scope::Field => first.typed().is_some(),
        Scope::Pick => first.typed().is_some_and(|typed| typed != ' '),
        _ => false,
    };
    match types {
        true => Err(Wrong::TypesText(text.to_owned())),
        false => Ok(keys.join(" ")),
    }
}

/// A key that a terminal can send: letters carry Shift in their case.
fn pressable(key: &str) -> Option<Key> {
    Key::parse(key).filter(|key| !(key.shift && matches!(key.code, Code::Char(_))))
}

/// The command that has these keys already where this one holds, or a beginning of them, or
/// longer ones that begin so. On one screen a nearer scope may take a key from a wider one.
fn clash(keymap: &Keymap, own: &'static Command, keys: &str) -> Option<&'static Command> {
    let is_same = |theirs: &str| theirs == keys;
    let begins = |theirs: &str| {
        let longer = |long: &str, short: &str| {
            long.strip_prefix(short)
                .is_some_and(|rest| rest.starts_with(' '))
        };
        longer(theirs, keys) || longer(keys, theirs)
    };
    command::all().find(|other| {
        let mut theirs = keymap.keys(other);
        other.name != own.name
            && match other.scope == own.scope {
                true => theirs.any(|it| is_same(it) || begins(it)),
                false => hold_together(own.scope, other.scope) && theirs.any(begins),
            }
    })
}

fn hold_together(one: Scope, other: Scope) -> bool {
    let chains = Screen::ALL.iter().map(|screen| Scope::of(*screen).chain());
    let mut both = chains.filter(|chain| chain.contains(&one) && chain.contains(&other));
    both.next().is_some()
}

/// The configuration that changes nothing, with what each key does, for a person to start from.
pub fn default_text(lang: Lang) -> String {
    let looks: Vec<&str> = Look::ALL.iter().map(|look| look.name()).collect();
    let about = comment("", i18n::config_about(lang));
    let theme = comment("    ", &i18n::config_theme(lang, &looks.join(", ")));
    let of_lang = comment("    ", i18n::config_lang(lang));
    let about_keys = comment("    ", i18n::config_keys(lang));
    let keys = default_keys(lang);
    let auto = quote(AUTO);
    format!(
        "{about}Config(\n{theme}    theme: {auto},\n{of_lang}    lang: {auto},\n{about_keys}    keys: {{\n{keys}    }},\n)\n"
    )
}

fn default_keys(lang: Lang) -> String {
    let mut text = String::new();
    let mut scope = None;
    for command in command::all() {
        if scope.replace(command.scope) != Some(command.scope) {
            text += &comment("        ", &format!("--- {} ---", command.scope.word(lang)));
        }
        let keys: Vec<String> = command.keys.iter().map(|keys| quote(keys)).collect();
        let (name, word) = (quote(command.name), command.title(lang));
        text += &format!("        {name}: [{}], // {word}\n", keys.join(", "));
    }
    text
}

fn comment(indent: &str, words: &str) -> String {
    let line = |line: &str| format!("{indent}// {line}\n");
    words.lines().map(line).collect()
}
