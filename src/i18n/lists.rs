//! Words of the screens that are lists, and of their printed forms.

use super::{Lang, number, texts};
use crate::journey::finding::Severity;
use crate::journey::metric::{Better, CesFormula, Metric, RepurchaseFormula};
use crate::journey::model::{NoteKind, Role};
use crate::journey::moments::Reason;
use crate::journey::verdict::Change;

texts! {
    moments_unjudged(): "Without a gap: numbers are missing", "Ohne Lücke: Zahlen fehlen";
    moments_candidates(): "Suggested", "Vorschläge";
    moments_none(): "No Moment of Truth yet: m on a touchpoint marks one.", "Noch kein Moment of Truth: m auf einem Berührungspunkt setzt einen.";
    moments_none_but_suggested(): "No Moment of Truth yet: a takes a suggestion, m on a touchpoint marks any other.", "Noch kein Moment of Truth: a nimmt einen Vorschlag an, m auf einem Berührungspunkt setzt einen anderen.";
    moments_kept(promise: &str, name: &str): "{promise} (said at “{name}”)", "{promise} (gesagt bei «{name}»)";
    moments_at_stage(stage: &str): "Stage “{stage}”", "Phase «{stage}»";

    nothing_suggested(): "This touchpoint is not suggested; m marks it anyway.", "Dieser Berührungspunkt ist kein Vorschlag; m setzt ihn trotzdem.";
    not_marked(): "This touchpoint is no Moment of Truth.", "Dieser Berührungspunkt ist kein Moment of Truth.";

    reason_gap(importance: &str, gap: &str): "Importance {importance} with a gap of {gap}", "Wichtigkeit {importance} bei einer Lücke von {gap}";
    reason_highest(emotion: &str): "Highest emotion of the journey ({emotion}): people remember the peak", "Höchste Emotion der Journey ({emotion}): Menschen erinnern sich an den Höhepunkt";
    reason_lowest(emotion: &str): "Lowest emotion of the journey ({emotion}): people remember the low point", "Tiefste Emotion der Journey ({emotion}): Menschen erinnern sich an den Tiefpunkt";
    reason_last(): "Last touchpoint: people remember the end", "Letzter Berührungspunkt: Menschen erinnern sich an das Ende";

    kpis_none(): "No KPI yet: a adds one to the journey; in the inspector of a touchpoint, a on its KPIs adds one there.", "Noch keine Kennzahl: a fügt der Journey eine hinzu; im Inspektor eines Berührungspunkts fügt a bei den Kennzahlen dort eine hinzu.";
    kpis_verdict(): "Verdict", "Urteil";
    kpis_trend(): "Trend", "Verlauf";
    kpis_last_reading(): "Last reading", "Letzter Messwert";
    kpis_last_on(date: &str): "last reading {date}", "letzter Messwert {date}";
    kpis_stale(days: i32): "stale: {days} days", "veraltet: {days} Tage";
    kpis_by(date: &str): "by {date}", "bis {date}";
    kpis_no_target(): "no target", "kein Zielwert";
    formula_nps(): "Share of 9–10 less share of 0–6", "Anteil 9–10 minus Anteil 0–6";
    formula_csat(top: u8, scale: u8): "Share in the top {top} of {scale}", "Anteil in den obersten {top} von {scale}";
    formula_retention(): "Those of the start still there at the end", "Vom Anfang am Ende noch da";
    formula_churn(): "Those of the start who left", "Vom Anfang abgewandert";

    findings_errors(count: usize): "Errors: {count}", "Fehler: {count}";
    findings_warnings(count: usize): "Warnings: {count}", "Warnungen: {count}";
    findings_advice(count: usize): "Advice: {count}", "Hinweise: {count}";
    findings_none(): "Nothing to report: no errors, no warnings, no advice.", "Nichts zu melden: keine Fehler, keine Warnungen, keine Hinweise.";
    findings_fixable(): "f puts this right", "f behebt das";
    fixed(): "Put right; u takes it back.", "Behoben; u nimmt es zurück.";
    no_certain_fix(): "What is meant here is not certain: Enter goes to the place.", "Was hier gemeint ist, steht nicht fest: Enter geht zur Stelle.";
    silenced(code: &str): "{code} is no longer given in this journey; u takes it back.", "{code} erscheint in dieser Journey nicht mehr; u nimmt es zurück.";
    only_advice_is_silenced(): "Only advice on a journey can be silenced.", "Nur Hinweise zu einer Journey lassen sich unterdrücken.";

    notes_none(): "No note yet: a writes one, and so does n on any element.", "Noch keine Notiz: a schreibt eine, n auf jedem Element auch.";
    notes_questions(): "Questions", "Fragen";
    notes_todos(): "To-dos", "Aufgaben";
    notes_decisions(): "Decisions", "Entscheide";
    notes_ideas(): "Ideas", "Ideen";
    notes_others(): "Other notes", "Weitere Notizen";
    notes_open(word: &str, count: usize): "{word}: {count} open", "{word}: {count} offen";
    notes_done(): "done", "erledigt";
    notes_due(date: &str): "due {date}", "fällig am {date}";
    notes_overdue(date: &str): "overdue since {date}", "überfällig seit {date}";
    notes_about(): "A note on what?", "Eine Notiz wozu?";
    note_about_nothing(): "What the note is about is not there (any more).", "Wovon die Notiz handelt, gibt es nicht (mehr).";
    kpi_needs_metric(): "The KPI has no metric yet: Enter sets it.", "Die Kennzahl hat noch keine Metrik: Enter setzt sie.";

    change_better(): "better", "besser";
    change_worse(): "worse", "schlechter";
}

/// Why a touchpoint could be a Moment of Truth.
pub fn reason(lang: Lang, reason: Reason) -> String {
    match reason {
        Reason::Role(Role::FirstContact) => super::choice_first_contact(lang).to_owned(),
        Reason::Role(Role::Advice) => super::choice_advice(lang).to_owned(),
        Reason::Role(Role::Support) => super::choice_support(lang).to_owned(),
        Reason::Gap { importance, gap } => {
            reason_gap(lang, &number::whole(importance), &number::signed_whole(gap))
        }
        Reason::HighestEmotion(emotion) => reason_highest(lang, &number::signed_whole(emotion)),
        Reason::LowestEmotion(emotion) => reason_lowest(lang, &number::signed_whole(emotion)),
        Reason::Last => reason_last(lang).to_owned(),
    }
}

/// The formula of a metric, which is always named, because published formulas disagree; the
/// direction of one's own.
pub fn formula(lang: Lang, metric: &Metric) -> String {
    let plain = match metric {
        Metric::Csat { scale, top } => return formula_csat(lang, *top, *scale),
        Metric::Custom { better, .. } => match better {
            Better::Higher => super::choice_higher(lang),
            Better::Lower => super::choice_lower(lang),
        },
        Metric::Nps => formula_nps(lang),
        Metric::Ces { formula } => match formula {
            CesFormula::PercentAgree => super::choice_percent_agree(lang),
            CesFormula::Mean => super::choice_mean(lang),
            CesFormula::NetEasy => super::choice_net_easy(lang),
        },
        Metric::Retention => formula_retention(lang),
        Metric::Churn => formula_churn(lang),
        Metric::Repurchase { formula } => match formula {
            RepurchaseFormula::Buyers => super::choice_buyers(lang),
            RepurchaseFormula::Purchases => super::choice_purchases(lang),
        },
    };
    plain.to_owned()
}

/// How many findings there are of a severity.
pub fn findings_of(lang: Lang, severity: Severity, count: usize) -> String {
    match severity {
        Severity::Error => findings_errors(lang, count),
        Severity::Warning => findings_warnings(lang, count),
        Severity::Advice => findings_advice(lang, count),
    }
}

/// Notes of a kind, in the plural.
pub fn notes_of(lang: Lang, kind: Option<NoteKind>) -> &'static str {
    match kind {
        Some(NoteKind::Question) => notes_questions(lang),
        Some(NoteKind::Todo) => notes_todos(lang),
        Some(NoteKind::Decision) => notes_decisions(lang),
        Some(NoteKind::Idea) => notes_ideas(lang),
        None => notes_others(lang),
    }
}

/// A change of a figure in a word.
pub fn change(lang: Lang, change: Change) -> &'static str {
    match change {
        Change::Better => change_better(lang),
        Change::Worse => change_worse(lang),
        Change::CannotTell => super::map_cannot_tell(lang),
    }
}
