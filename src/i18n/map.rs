//! Words of the Map.

use super::{Lang, texts};
use crate::journey::figure::NoInterval;

texts! {
    map_gap(): "Gap", "Lücke";
    map_no_stage(): "No stage yet", "Noch keine Phase";
    map_first_stage(): "No stage yet: a adds one", "Noch keine Phase: a fügt eine ein";
    map_no_touchpoint(): "no touchpoint yet", "noch kein Berührungspunkt";
    map_one_lane(): "1 lane", "1 Spur";
    map_several_lanes(count: usize): "{count} lanes", "{count} Spuren";

    widths_are(word: &str): "Columns: {word}, in every journey", "Spaltenbreite: {word}, in allen Journeys";
    widths_automatic(): "automatic", "automatisch";
    widths_narrow(): "narrow", "schmal";
    widths_normal(): "normal", "normal";
    widths_wide(): "wide", "breit";

    closeup_empty(): "Nothing yet", "Noch nichts";

    map_observed_short(): "Observed", "Beob.";

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

    no_interval_published(): "published without its counts", "veröffentlicht ohne Anzahlen";
    no_interval_census(): "everybody was counted", "alle wurden gezählt";
    no_interval_purchases(): "purchases of one buyer depend on each other", "Käufe derselben Person hängen zusammen";
    no_interval_no_spread(): "n or sd is missing, or all answers were equal", "n oder sd fehlt, oder alle Antworten waren gleich";
    no_interval_too_few(): "a single answer", "eine einzige Antwort";
}

/// How many lanes.
pub fn map_lanes(lang: Lang, count: usize) -> String {
    match count {
        1 => map_one_lane(lang).to_owned(),
        _ => map_several_lanes(lang, count),
    }
}

/// Why a figure has no interval: part of a sentence.
pub fn no_interval_because(lang: Lang, reason: NoInterval) -> &'static str {
    match reason {
        NoInterval::Published => no_interval_published(lang),
        NoInterval::Census => no_interval_census(lang),
        NoInterval::Purchases => no_interval_purchases(lang),
        NoInterval::NoSpread => no_interval_no_spread(lang),
        NoInterval::TooFew => no_interval_too_few(lang),
    }
}
