//! Words of improvements: their board, what worked, and what moves them on.

use super::{Lang, figures, number, texts};
use crate::journey::fields::Kind;
use crate::journey::improvements::Effect;
use crate::journey::model::{Audience, ImprovementKind, ImprovementStatus};
use crate::journey::total::Dated;

texts! {
    scope_improvements(): "Improvements", "Massnahmen";
    cmd_go_improvements(): "to the board of improvements", "zur Tafel der Massnahmen";
    cmd_next_state(): "on to the next state", "weiter in den nächsten Stand";
    cmd_state_before(): "back to the state before", "zurück in den vorigen Stand";
    cmd_drop_improvement(): "drop the improvement", "Massnahme verwerfen";
    cmd_add_improvement(): "add an improvement", "Massnahme hinzufügen";
    cmd_what_worked(): "what worked, and back to the board", "was gewirkt hat, und zurück zur Tafel";
    cmd_effect_reading(): "add a reading to the KPI it aims at", "Messwert zur angestrebten Kennzahl hinzufügen";
    cmd_improve(): "make an improvement of a pain or a feedback", "aus Schmerzpunkt oder Rückmeldung eine Massnahme machen";
    foot_next_state(): "next state", "weiter";
    foot_state_before(): "back", "zurück";
    foot_what_worked(): "what worked", "Wirkung";
    foot_drop(): "drop", "verwerfen";

    improvements_none(): "No improvement yet.", "Noch keine Massnahme.";
    improvements_none_yet(): "No improvement yet: a adds one; on a touchpoint, I makes one of a pain or a feedback.", "Noch keine Massnahme: a fügt eine hinzu; auf einem Berührungspunkt macht I eine aus einem Schmerzpunkt oder einer Rückmeldung.";
    improvements_none_finished(): "No improvement is finished yet: w leads back to the board.", "Noch ist keine Massnahme abgeschlossen: w führt zurück zur Tafel.";
    improvements_nothing_here(): "Nothing in this state.", "Nichts in diesem Stand.";
    improvements_what_worked(): "What worked", "Was gewirkt hat";
    improvements_kindless(): "Of no kind", "Ohne Art";
    improvements_gains(): "Each change stands in the unit of its own KPI: within a kind the larger one comes first, not the more important one.", "Jede Veränderung steht in der Einheit ihrer Kennzahl: Innerhalb einer Art kommt die grössere zuerst, nicht die wichtigere.";
    improvements_agenda(): "To talk about", "Zu besprechen";
    improvements_agenda_none(): "Nothing is overdue, nothing is to be checked.", "Nichts ist überfällig, nichts ist zu prüfen.";
    improvements_overdue(): "Overdue", "Überfällig";
    improvements_to_measure(): "To be checked, not measured yet", "Zu prüfen, noch nicht gemessen";
    improvements_to_decide(): "Measured: adopt or drop", "Gemessen: verankern oder verwerfen";
    improvements_because(text: &str): "because: {text}", "weil: {text}";
    improvements_at(names: &str): "at: {names}", "bei: {names}";
    improvements_taking_part(names: &str): "taking part: {names}", "beteiligt: {names}";
    improvements_for_values(names: &str): "for: {names}", "für: {names}";
    improvements_no_effect(): "names no KPI to check it by", "nennt keine Kennzahl zum Prüfen";
    improvements_effort(effort: &str): "effort {effort}", "Aufwand {effort}";

    improvement_moved(title: &str, state: &str): "“{title}”: {state}", "«{title}»: {state}";
    improvement_dates(moved: &str, dates: &str): "{moved}; {dates}. u takes it back.", "{moved}; {dates}. u nimmt es zurück.";
    improvement_no_dates(moved: &str): "{moved}. u takes it back.", "{moved}. u nimmt es zurück.";
    improvement_started_on(date: &str): "started {date}", "begonnen am {date}";
    improvement_not_started(): "no longer started", "nicht mehr begonnen";
    improvement_not_finished(): "no longer finished", "nicht mehr abgeschlossen";
    improvement_at_the_end(state: &str): "“{state}” is the last state: x drops.", "«{state}» ist der letzte Stand: x verwirft.";
    improvement_at_the_start(state: &str): "“{state}” is the first state.", "«{state}» ist der erste Stand.";
    improvement_already(state: &str): "It is in “{state}” already.", "Sie steht schon in «{state}».";
    improvement_of_no_kpi(): "This improvement names no KPI that is there: Enter opens it, “Expected effect” names one.", "Diese Massnahme nennt keine Kennzahl, die es gibt: Enter öffnet sie, «Erwartete Wirkung» nennt eine.";
    improvement_at_nothing(): "This improvement stands at no touchpoint that is there.", "Diese Massnahme steht bei keinem Berührungspunkt, den es gibt.";
    improvement_none_here(): "No improvement here: a adds one.", "Hier ist keine Massnahme: a fügt eine hinzu.";
    improvement_new(): "New improvement", "Neue Massnahme";
    improvement_new_because(cause: &str): "Improvement, because “{cause}”", "Massnahme, weil «{cause}»";
    improvement_which_cause(): "What does the improvement answer?", "Worauf antwortet die Massnahme?";
    improvement_other_cause(): "something else", "auf etwas anderes";
    improvement_made(state: &str): "Improvement added in “{state}”: g b shows the board.", "Massnahme in «{state}» eingefügt: g b zeigt die Tafel.";
    improvement_dragging(what: &str, state: &str): "{what}: to “{state}”", "{what}: nach «{state}»";

    improvements_stateless(): "Without a status", "Ohne Stand";
    improvements_unmeasured(): "to be checked, not measured yet", "zu prüfen, noch nicht gemessen";
    improvements_finished(date: &str): "finished {date}", "abgeschlossen am {date}";
    improvements_no_figure(): "no figure", "kein Ergebnis";
    improvements_not_measured(): "not measured yet", "noch nicht gemessen";
    improvements_figures(before: &str, after: &str): "before {before} → after {after}", "vorher {before} → nachher {after}";
    improvements_expected(change: &str): "expected change: {change}", "erwartete Veränderung: {change}";
}

/// The word of a state in the PDCA cycle.
pub fn improvement_state(lang: Lang, state: Option<ImprovementStatus>) -> &'static str {
    let name = state.map(|state| format!("{state:?}"));
    let word = name.and_then(|name| Kind::Improvement.choice_word("status", &name, lang));
    word.unwrap_or(improvements_stateless(lang))
}

/// The word of a kind of improvement.
pub fn improvement_kind(lang: Lang, kind: Option<ImprovementKind>) -> &'static str {
    let name = kind.map(|kind| format!("{kind:?}"));
    let word = name.and_then(|name| Kind::Improvement.choice_word("kind", &name, lang));
    word.unwrap_or(improvements_kindless(lang))
}

/// `CSAT: before 38 % (2026-03-31) → after 54.2 % (2026-09-30): better, +16.2 points; expected
/// change: +10`.
pub fn effect(lang: Lang, effect: &Effect<'_>, asked: Audience) -> String {
    let figure = |dated: &Option<Dated>| {
        let Some(dated) = dated else {
            return improvements_not_measured(lang).to_owned();
        };
        dated.figure.as_ref().map_or_else(
            |_| improvements_no_figure(lang).to_owned(),
            |figure| {
                let value = figures::value(figure, effect.metric, lang);
                format!("{value} ({})", number::date(lang, &dated.on))
            },
        )
    };
    let name = figures::metric_name_of(effect.metric, asked, lang);
    let found = effect.found.as_ref();
    let change = found.map(|it| format!(": {}", super::change_in_short(lang, effect.metric, it)));
    let expected = effect.expected.map(|change| {
        let change = number::signed(lang, change, 1).replace(".0", "");
        format!("; {}", improvements_expected(lang, &change))
    });
    format!(
        "{name}: {}{}{}",
        improvements_figures(lang, &figure(&effect.before), &figure(&effect.after)),
        change.unwrap_or_default(),
        expected.unwrap_or_default(),
    )
}
