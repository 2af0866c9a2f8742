//! Names of the kinds of elements and of the choices their fields offer.

use super::{Lang, texts};
use crate::journey::model::Evidence;

texts! {
    kind_journey(): "Customer journey", "Customer Journey";
    kind_persona(): "Persona", "Persona";
    kind_value(): "Value", "Unternehmenswert";
    kind_department(): "Department", "Abteilung";
    kind_channel(): "Channel", "Kanal";
    kind_path(): "Path", "Weg";
    kind_stage(): "Stage", "Phase";
    kind_touchpoint(): "Touchpoint", "Berührungspunkt";
    kind_view(): "View of a persona", "Sicht einer Persona";
    kind_moment_of_truth(): "Moment of Truth", "Moment of Truth";
    kind_feedback(): "Feedback", "Rückmeldung";
    kind_kpi(): "KPI", "Kennzahl";
    kind_target(): "Target", "Zielwert";
    kind_reading(): "Reading", "Messwert";
    kind_reference(): "Reference value", "Vergleichswert";
    kind_handover(): "Hand-over", "Nahtstelle";
    kind_improvement(): "Improvement", "Massnahme";
    kind_expects(): "Expected effect", "Erwartete Wirkung";
    kind_note(): "Note", "Notiz";
    kind_scale(): "Scale of emotion", "Emotionsskala";
    kind_metric(): "Metric", "Metrik";
    kind_company(): "Company", "Unternehmen";
    kind_strategy(): "Strategy", "Strategie";
    kind_milestone(): "Milestone", "Meilenstein";

    kind_source(): "Source", "Quelle";
    kinds_sources(): "Sources", "Quellen";
    kind_column(): "Column", "Spalte";
    kinds_columns(): "Columns", "Spalten";
    kinds_personas(): "Personas", "Personas";
    kinds_values(): "Values", "Unternehmenswerte";
    kinds_departments(): "Departments", "Abteilungen";
    kinds_channels(): "Channels", "Kanäle";
    kinds_paths(): "Paths", "Wege";
    kinds_stages(): "Stages", "Phasen";
    kinds_touchpoints(): "Touchpoints", "Berührungspunkte";
    kinds_views(): "Views of other personas", "Sichten anderer Personas";
    kinds_kpis(): "KPIs", "Kennzahlen";
    kinds_readings(): "Readings", "Messwerte";
    kinds_handovers(): "Hand-overs", "Nahtstellen";
    kinds_improvements(): "Improvements", "Massnahmen";
    kinds_notes(): "Notes", "Notizen";
    kinds_milestones(): "Milestones", "Meilensteine";

    choice_as_is(): "As-is", "Ist";
    choice_to_be(): "To-be", "Soll";
    choice_customers(): "Customers", "Kundschaft";
    choice_employees(): "Employees", "Mitarbeitende";
    choice_internal_audience(): "Internal customers", "Interne Kundschaft";
    choice_customer(): "Customer", "Kunde";
    choice_employee(): "Employee", "Mitarbeitende Person";
    choice_internal(): "Internal customer", "Interner Kunde";
    choice_brand(): "Our own", "Von uns";
    choice_partner(): "A partner's", "Vom Partner";
    choice_customer_owned(): "The customer's own", "Vom Kunden selbst";
    choice_social(): "Social, others speak", "Von anderen (sozial)";
    choice_first_contact(): "First contact", "Erstkontakt";
    choice_advice(): "Advice", "Beratung";
    choice_support(): "Support", "Unterstützung";
    choice_assumed(): "Assumed", "Annahme";
    choice_observed(): "Observed", "Beobachtung";
    choice_measured(): "Measured", "Messung";
    choice_zero(): "Zero: before the first contact", "Zero: vor dem ersten Kontakt";
    choice_first(): "First: at the choice", "First: bei der Wahl";
    choice_second(): "Second: in the use", "Second: beim Erleben";
    choice_ultimate(): "Ultimate: told to others", "Ultimate: beim Weitererzählen";
    choice_survey(): "Survey", "Umfrage";
    choice_review(): "Review", "Bewertung";
    choice_direct(): "Direct", "Direkt";
    choice_open(): "Open", "Offen";
    choice_agreed(): "Agreed", "Vereinbart";
    choice_broken(): "Broken", "Gebrochen";
    choice_training(): "Training", "Schulung";
    choice_guideline(): "Guideline", "Leitlinie";
    choice_workshop(): "Workshop", "Workshop";
    choice_process(): "Process", "Prozess";
    choice_product(): "Product", "Produkt";
    choice_staffing(): "Staffing", "Personaleinsatz";
    choice_small(): "Small", "Klein";
    choice_medium(): "Medium", "Mittel";
    choice_large(): "Large", "Gross";
    choice_plan(): "Plan", "Planen";
    choice_do(): "Do", "Umsetzen";
    choice_check(): "Check", "Prüfen";
    choice_act(): "Act", "Verankern";
    choice_dropped(): "Dropped", "Verworfen";
    choice_question(): "Question", "Frage";
    choice_decision(): "Decision", "Entscheid";
    choice_todo(): "To-do", "Aufgabe";
    choice_idea(): "Idea", "Idee";
    choice_higher(): "Higher is better", "Höher ist besser";
    choice_lower(): "Lower is better", "Tiefer ist besser";
    choice_percent_agree(): "Share who agree (≥ 5 of 7)", "Anteil Zustimmung (≥ 5 von 7)";
    choice_mean(): "Mean of 1–7", "Mittelwert 1–7";
    choice_net_easy(): "Net easy (easy − hard)", "Netto leicht (leicht − schwer)";
    choice_buyers(): "Buyers with two or more purchases", "Käufer mit zwei oder mehr Käufen";
    choice_purchases(): "Repeat purchases of all purchases", "Wiederkäufe an allen Käufen";

    choice_answers(): "One answer a row", "Eine Antwort je Zeile";
    choice_counts(): "Counts", "Zählungen";
    choice_iso(): "2026-09-30", "2026-09-30";
    choice_day_month_year(): "Day first: 30.09.2026", "Tag zuerst: 30.09.2026";
    choice_month_day_year(): "Month first: 09/30/2026", "Monat zuerst: 09/30/2026";
    choice_unix_time(): "Unix time", "Unix-Zeit";
    choice_week(): "Week", "Woche";
    choice_month(): "Month", "Monat";
    choice_quarter(): "Quarter", "Quartal";
    choice_year(): "Year", "Jahr";
    choice_utf8(): "UTF-8", "UTF-8";
    choice_utf16(): "UTF-16", "UTF-16";
    choice_windows_1252(): "Windows-1252", "Windows-1252";
    choice_point(): "Point", "Punkt";
    choice_comma(): "Comma", "Komma";

    metric_nps(): "NPS: would recommend", "NPS: Weiterempfehlung";
    metric_csat(): "CSAT: satisfied", "CSAT: Zufriedenheit";
    metric_ces(): "CES: effort", "CES: Aufwand";
    metric_retention(): "Retention", "Kundenbindung";
    metric_churn(): "Churn", "Abwanderung";
    metric_repurchase(): "Repurchase rate", "Wiederkaufsrate";
    metric_custom(): "A figure of our own", "Eigene Kennzahl";
}

/// The word of what a number rests on.
pub fn evidence(lang: Lang, evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Assumed => choice_assumed(lang),
        Evidence::Observed => choice_observed(lang),
        Evidence::Measured => choice_measured(lang),
    }
}
