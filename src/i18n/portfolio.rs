//! Words of the journeys of a folder, side by side.

use super::{Lang, filter_negative_gap, number, texts};
use crate::app::portfolio::{Need, Order};
use crate::journey::portfolio::Health;

texts! {
    scope_portfolio(): "Portfolio", "Portfolio";
    cmd_go_portfolio(): "to all journeys of the folder", "zu allen Journeys des Ordners";
    cmd_open_journey(): "open this journey", "diese Journey öffnen";
    cmd_sort_journeys(): "sort by …", "sortieren nach …";
    cmd_find_journeys(): "filter by title or file", "Filter nach Titel oder Datei";
    cmd_journeys_below(): "filter: Moments of Truth below target", "Filter: Moments of Truth unter Ziel";
    cmd_journeys_overdue(): "filter: overdue improvements", "Filter: überfällige Massnahmen";
    cmd_journeys_stale(): "filter: review is stale", "Filter: Überprüfung veraltet";
    cmd_journeys_found(): "filter: errors and warnings", "Filter: Fehler und Warnungen";
    cmd_read_journeys(): "read the folder again", "Ordner neu lesen";
    foot_sort(): "sort", "sortieren";
    foot_find(): "filter", "filtern";

    portfolio_sort_title(): "Sort by …", "Sortieren nach …";
    portfolio_order_path(): "file", "Datei";
    portfolio_order_title(): "title", "Titel";
    portfolio_order_gap(): "worst gap", "schlimmster Lücke";
    portfolio_order_below(): "Moments of Truth below target", "Moments of Truth unter Ziel";
    portfolio_order_overdue(): "overdue improvements", "überfälligen Massnahmen";
    portfolio_order_review(): "oldest review", "ältester Überprüfung";
    portfolio_order_findings(): "errors and warnings", "Fehlern und Warnungen";
    portfolio_sorted(by: &str): "by {by}", "nach {by}";
    portfolio_find_title(): "Which journeys?", "Welche Journeys?";
    portfolio_find_hint(): "part of the title or of the file; empty for all", "ein Teil von Titel oder Datei; leer für alle";
    portfolio_nothing_fits(): "No journey fits the filter: Esc shows all again.", "Keine Journey passt zum Filter: Esc zeigt wieder alle.";
    portfolio_none(): "There is no journey in this folder: g s leads to templates and examples.", "In diesem Ordner liegt keine Journey: g s führt zu Vorlagen und Beispielen.";
    portfolio_looking(): "looking for journeys …", "Journeys werden gesucht …";
    portfolio_reading(read: usize, files: usize): "{read} of {files} read …", "{read} von {files} gelesen …";
    portfolio_one(): "1 journey", "1 Journey";
    portfolio_many(count: usize): "{count} journeys", "{count} Journeys";
    portfolio_shown(count: usize, all: usize): "{count} of {all} journeys", "{count} von {all} Journeys";
    portfolio_overdue_in(count: usize): "with overdue improvements: {count}", "mit überfälligen Massnahmen: {count}";
    portfolio_stale_in(count: usize): "stale: {count}", "veraltet: {count}";
    portfolio_need_below(): "Moments of Truth below target", "Moments of Truth unter Ziel";
    portfolio_need_overdue(): "overdue improvements", "überfällige Massnahmen";
    portfolio_need_review(): "review is stale", "Überprüfung veraltet";
    portfolio_need_findings(): "errors and warnings", "Fehler und Warnungen";
    portfolio_head_curve(): "Emotions", "Emotionen";
    portfolio_head_gap(): "Gap", "Lücke";
    portfolio_head_below(): "◆ below", "◆ unter";
    portfolio_head_journey(): "Title", "Titel";
    portfolio_head_below_target(): "◆ below target", "◆ unter Ziel";
    portfolio_head_late(): "Late", "Verzug";
    portfolio_head_overdue(): "Overdue/open", "Überfällig/offen";
    portfolio_head_review(): "Review", "Prüfung";
    portfolio_head_findings(): "Findings", "Befunde";
    portfolio_days(days: i32): "{days} d", "{days} T";
    portfolio_days_since(date: &str, days: i32): "{date} · {days} d", "{date} · {days} T";
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
    portfolio_no_gap(): "no negative gap", "keine negative Lücke";
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

/// What journeys are sorted by.
pub fn portfolio_order(lang: Lang, order: Order) -> &'static str {
    match order {
        Order::Path => portfolio_order_path(lang),
        Order::Title => portfolio_order_title(lang),
        Order::Gap => portfolio_order_gap(lang),
        Order::Below => portfolio_order_below(lang),
        Order::Overdue => portfolio_order_overdue(lang),
        Order::Review => portfolio_order_review(lang),
        Order::Findings => portfolio_order_findings(lang),
    }
}

/// What journeys in view are in need of.
pub fn portfolio_need(lang: Lang, need: Need) -> &'static str {
    match need {
        Need::Gap => filter_negative_gap(lang),
        Need::Below => portfolio_need_below(lang),
        Need::Overdue => portfolio_need_overdue(lang),
        Need::Review => portfolio_need_review(lang),
        Need::Findings => portfolio_need_findings(lang),
    }
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
