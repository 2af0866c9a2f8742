//! Words of the journeys of a folder, side by side.

use super::{Lang, number, texts};
use crate::journey::portfolio::Health;

texts! {
    portfolio_title(): "Journeys", "Alle Journeys";
    portfolio_journey(): "Customer journey map", "Customer Journey";
    portfolio_worst(): "Worst gap", "Schlimmste Lücke";
    portfolio_moments(): "Moments of Truth below target", "Moments of Truth unter Ziel";
    portfolio_open(): "Improvements open", "Offene Massnahmen";
    portfolio_overdue(): "Overdue", "Überfällige";
    portfolio_reviewed(): "Reviewed", "Überprüft am";
    portfolio_findings(): "Errors, warnings, advice", "Fehler, Warnungen, Hinweise";
    portfolio_never(): "never", "nie";
    portfolio_stale(date: &str): "{date} (stale)", "{date} (veraltet)";
    portfolio_of(count: usize, all: usize): "{count} of {all}", "{count} von {all}";
    portfolio_unreadable(why: &str): "cannot be read: {why}", "nicht lesbar: {why}";
    portfolio_no_gap(): "no gap below zero", "keine Lücke unter null";
    portfolio_worst_at(gap: &str, name: &str): "worst gap {gap}: {name}", "schlimmste Lücke {gap}: {name}";
    portfolio_below(count: usize, all: usize): "Moments of Truth below target: {count} of {all}", "Moments of Truth unter Ziel: {count} von {all}";
    portfolio_open_count(count: usize, overdue: usize): "improvements open: {count}, overdue: {overdue}", "offene Massnahmen: {count}, überfällig: {overdue}";
    portfolio_reviewed_on(date: &str): "reviewed {date}", "überprüft am {date}";
    portfolio_reviewed_stale(date: &str): "! reviewed {date}, stale", "! überprüft am {date}, veraltet";
    portfolio_never_reviewed(): "! never reviewed", "! nie überprüft";
    portfolio_found(errors: usize, warnings: usize, advice: usize): "errors: {errors}, warnings: {warnings}, advice: {advice}", "Fehler: {errors}, Warnungen: {warnings}, Hinweise: {advice}";
    portfolio_only_folders(): "--format is for folders", "--format ist für Ordner";
    portfolio_export_instead(): "for one journey: touchline export FILE -o OUT", "für eine einzelne Journey: touchline export DATEI -o ZIEL";
    portfolio_no_view(): "a folder has no such view", "ein Ordner hat diese Ansicht nicht";
    portfolio_name_a_file(): "name one journey for --view and --department", "nennen Sie für --view und --department eine einzelne Journey";
}

/// Columns of facts behind the journey's own.
pub const PORTFOLIO_FACTS: usize = 6;

/// The heads of a table.
pub fn portfolio_heads(lang: Lang) -> [&'static str; PORTFOLIO_FACTS + 1] {
    [
        portfolio_journey(lang),
        portfolio_worst(lang),
        portfolio_moments(lang),
        portfolio_open(lang),
        portfolio_overdue(lang),
        portfolio_reviewed(lang),
        portfolio_findings(lang),
    ]
}

/// What stands below the heads but the first.
pub fn portfolio_facts(lang: Lang, health: &Health) -> Vec<String> {
    let worst = health.worst.as_ref();
    let worst = worst.map(|(gap, name)| format!("{} · {name}", number::signed_whole(*gap)));
    let date = health.reviewed.as_ref().map(|it| number::date(lang, it));
    let reviewed = match (date, health.is_stale) {
        (None, _) => portfolio_never(lang).to_owned(),
        (Some(date), true) => portfolio_stale(lang, &date),
        (Some(date), false) => date,
    };
    vec![
        worst.unwrap_or_default(),
        portfolio_of(lang, health.moments_below, health.moments),
        health.open.to_string(),
        health.overdue.to_string(),
        reviewed,
        health.findings.map(|it| it.to_string()).join(" · "),
    ]
}

/// The same in sentences.
pub fn portfolio_sentences(lang: Lang, health: &Health) -> Vec<String> {
    let worst = match &health.worst {
        None => portfolio_no_gap(lang).to_owned(),
        Some((gap, name)) => portfolio_worst_at(lang, &number::signed_whole(*gap), name),
    };
    let date = health.reviewed.as_ref().map(|it| number::date(lang, it));
    let reviewed = match (date, health.is_stale) {
        (None, _) => portfolio_never_reviewed(lang).to_owned(),
        (Some(date), true) => portfolio_reviewed_stale(lang, &date),
        (Some(date), false) => portfolio_reviewed_on(lang, &date),
    };
    let [errors, warnings, advice] = health.findings;
    let below = portfolio_below(lang, health.moments_below, health.moments);
    let open = portfolio_open_count(lang, health.open, health.overdue);
    let found = portfolio_found(lang, errors, warnings, advice);
    vec![
        worst,
        format!("{below} · {open}"),
        format!("{reviewed} · {found}"),
    ]
}
