//! The table of keys for the README, made from the command table.

use super::keys::{Entry, all_keys, joined};
use crate::app::command::{self, Scope};
use crate::i18n::Lang;

/// All commands of the screens with their keys, in Markdown.
pub fn key_table(lang: Lang) -> String {
    let scopes = [
        Scope::Screens,
        Scope::Search,
        Scope::Elements,
        Scope::Touchpoints,
        Scope::Map,
        Scope::Lists,
        Scope::Outline,
        Scope::Moments,
        Scope::Kpis,
        Scope::Findings,
        Scope::Notes,
        Scope::Conflicts,
        Scope::History,
        Scope::Portfolio,
        Scope::Start,
        Scope::Tour,
        Scope::Meeting,
        Scope::Vote,
        Scope::Inspector,
    ];
    let scopes = scopes
        .into_iter()
        .filter(|scope| command::only(*scope).next().is_some());
    let parts: Vec<String> = scopes.map(|scope| part(scope, lang)).collect();
    parts.join("\n")
}

fn part(scope: Scope, lang: Lang) -> String {
    let of_scope = command::only(scope);
    let entry = of_scope.map(|command| Entry {
        keys: all_keys(command.keys.iter().copied(), command),
        word: (command.word)(lang),
    });
    let row = |entry: Entry| format!("| {} | {} |\n", entry.keys, entry.word);
    let rows: String = joined(entry).into_iter().map(row).collect();
    format!("| {} | |\n| --- | --- |\n{rows}", scope.word(lang))
}
