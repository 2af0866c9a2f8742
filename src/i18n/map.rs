//! Words of the Map.

use super::texts;

texts! {
    map_gap(): "Gap", "Lücke";
    map_no_stage(): "No stage yet", "Noch keine Phase";
    map_first_stage(): "No stage yet: a adds one", "Noch keine Phase: a fügt eine ein";
    map_no_touchpoint(): "no touchpoint yet", "noch kein Berührungspunkt";
    map_more(count: usize): "{count} more", "{count} weitere";

    map_nps(): "NPS", "NPS";
    map_csat(): "CSAT", "CSAT";
    map_ces(): "CES", "CES";

    map_range(low: &str, high: &str): "{low} to {high}", "{low} bis {high}";
    map_no_interval(): "no interval", "ohne Intervall";
    map_no_reading(): "no reading", "kein Messwert";
    map_misfit(): "the counts do not fit", "die Zahlen passen nicht";
    map_against(goal: &str, verdict: &str): ", target {goal}: {verdict}", ", Ziel {goal}: {verdict}";
    map_reached(): "reached", "erreicht";
    map_missed(): "missed", "verfehlt";
    map_not_yet(): "not yet", "noch offen";
    map_cannot_tell(): "cannot tell", "nicht entscheidbar";
}
