//! The table of keys for the README, made from the command table.

use super::keys::{Entry, joined, pretty_keys};
use crate::app::command::{COMMANDS, Scope};
use crate::i18n::Lang;

/// All commands of the screens with their keys, in Markdown.
pub fn key_table(lang: Lang) -> String {
    let scopes = [Scope::Map, Scope::Inspector, Scope::Screens];
    let parts = scopes.map(|scope| part(scope, lang));
    parts.join("\n")
}

fn part(scope: Scope, lang: Lang) -> String {
    let of_scope = COMMANDS.iter().filter(|command| command.scope == scope);
    let entry = of_scope.map(|command| Entry {
        keys: spelled(command.keys),
        word: (command.word)(lang),
    });
    let row = |entry: Entry| format!("| {} | {} |\n", entry.keys, entry.word);
    let rows: String = joined(entry).into_iter().map(row).collect();
    format!("| {} | |\n| --- | --- |\n{rows}", scope.word(lang))
}

fn spelled(keys: &[&str]) -> String {
    let keys: Vec<String> = keys.iter().map(|keys| pretty_keys(keys)).collect();
    keys.join(", ")
}
