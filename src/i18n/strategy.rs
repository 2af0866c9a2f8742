//! Words of the strategy and its milestones.

use super::{Lang, texts};
use crate::journey::strategy::Standing;

texts! {
    scope_strategy(): "Strategy", "Strategie";
    cmd_go_strategy(): "to the strategy of the company", "zur Strategie des Unternehmens";
    cmd_open_milestone(): "open, in company.ron", "öffnen, in company.ron";
    cmd_show_touched(): "show what it touches on the map", "zeigen, was er auf der Karte berührt";
    cmd_tick_milestone(): "done or not, in company.ron", "erledigt oder nicht, in company.ron";
    cmd_add_milestone(): "add a milestone, in company.ron", "Meilenstein einfügen, in company.ron";
    cmd_delete_milestone(): "delete, in company.ron", "löschen, in company.ron";

    strategy_overdue(count: usize): "Overdue: {count}", "Überfällig: {count}";
    strategy_planned(count: usize): "Planned: {count}", "Geplant: {count}";
    strategy_done(count: usize): "Done: {count}", "Erledigt: {count}";
    strategy_by(date: &str): "by {date}", "bis {date}";
    strategy_undated(): "without a date", "ohne Datum";
    strategy_values(names: &str): "values: {names}", "Werte: {names}";
    strategy_journeys(names: &str): "in the journeys {names}", "in den Journeys {names}";
    strategy_touches(names: &str): "touches here: {names}", "berührt hier: {names}";
    strategy_touches_nothing(): "It touches no touchpoint of this journey.", "Er berührt keinen Berührungspunkt dieser Journey.";
    strategy_which(): "To which touchpoint?", "Zu welchem Berührungspunkt?";
    strategy_no_company():
        "The strategy stands in a file company.ron, which the journeys of a folder share; beside this journey there is none. Write one there that begins so:",
        "Die Strategie steht in einer Datei company.ron, die sich die Journeys eines Ordners teilen; neben dieser Journey gibt es keine. Legen Sie dort eine an, die so beginnt:";
    strategy_no_milestone():
        "The company has no milestone yet.",
        "Das Unternehmen hat noch keinen Meilenstein.";
    strategy_how_there(): "a adds one.", "a fügt einen ein.";
    strategy_how_here(): "g u opens company.ron; on this screen there, a adds one.", "g u öffnet company.ron; in dieser Ansicht dort fügt a einen ein.";
}

/// How many milestones stand so.
pub fn strategy_head(lang: Lang, standing: Standing, count: usize) -> String {
    match standing {
        Standing::Overdue => strategy_overdue(lang, count),
        Standing::Planned => strategy_planned(lang, count),
        Standing::Done => strategy_done(lang, count),
    }
}
