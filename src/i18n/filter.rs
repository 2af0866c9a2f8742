//! Words of the filter of the Map.

use super::{Lang, texts};

texts! {
    scope_filter(): "While a filter is on", "Solange ein Filter gilt";
    cmd_clear_filter(): "show all touchpoints again", "alle Berührungspunkte wieder zeigen";
    cmd_filter_moments(): "filter: Moments of Truth", "Filter: Moments of Truth";
    cmd_filter_gap(): "filter: negative gap", "Filter: negative Lücke";
    cmd_filter_owner(): "filter by owner", "Filter nach Verantwortung";
    cmd_filter_channel(): "filter by channel", "Filter nach Kanal";
    cmd_filter_persona(): "filter by persona", "Filter nach Persona";
    cmd_filter_assumed(): "filter: assumptions", "Filter: Annahmen";
    menu_filter(): "filter", "filtern";

    filter_negative_gap(): "negative gap", "negative Lücke";
    filter_owner(): "Touchpoints of which owner?", "Berührungspunkte welcher Abteilung?";
    filter_channel(): "Touchpoints on which channel?", "Berührungspunkte auf welchem Kanal?";
    filter_persona(): "Touchpoints of which persona?", "Berührungspunkte welcher Persona?";
    filter_any_owner(): "All owners", "Alle Abteilungen";
    filter_any_channel(): "All channels", "Alle Kanäle";
    filter_any_persona(): "All personas", "Alle Personas";
    filter_count(shown: usize, all: usize): "{shown} of {all} touchpoints", "{shown} von {all} Berührungspunkten";
    filter_kept(kept: usize): "{kept} of them new, not fitting", "{kept} davon neu, nicht passend";
    filter_clears(): "clears", "hebt auf";
    filter_cleared(): "All touchpoints are shown again.", "Alle Berührungspunkte sind wieder zu sehen.";
    filter_cleared_for(name: &str): "The filter is off, to show {name}.", "Der Filter ist aufgehoben, damit {name} zu sehen ist.";
    filter_nothing(what: &str): "No touchpoint fits: {what}.", "Kein Berührungspunkt passt: {what}.";
    filter_nothing_help(key: &str): "{key} shows all again.", "{key} zeigt wieder alle.";
    filter_gone(name: &str): "{name} no longer fits the filter and is out of view.", "{name} passt nicht mehr zum Filter und ist nicht mehr zu sehen.";
}

/// What is filtered by: the word is the same in both languages.
pub fn filter_line(what: &str) -> String {
    format!("Filter: {what}")
}

/// Moments of Truth, as a part of the filter.
pub fn filter_moments(lang: Lang) -> String {
    format!("◆ {}", super::scope_moments(lang))
}

/// A part of the filter that names something.
pub fn filter_named(word: &str, name: &str) -> String {
    format!("{word} {name}")
}
