//! Words of departments against stages and of hand-overs.

use super::{Lang, texts};
use crate::journey::handovers::State;

texts! {
    scope_departments(): "Departments", "Abteilungen";
    cmd_go_departments(): "to departments and hand-overs", "zu Abteilungen und Nahtstellen";
    cmd_open_handover(): "open; make a missing hand-over", "öffnen; fehlende Nahtstelle einfügen";

    departments_none(): "No department yet: the outline (g o) adds them, or company.ron for all journeys.", "Noch keine Abteilung: Die Gliederung (g o) fügt sie ein, oder company.ron für alle Journeys.";
    departments_aside(): "aside", "abseits";
    departments_legend_alone(): "alone", "allein";
    departments_legend_carries(): "carries", "trägt";
    departments_legend_shares(): "shares", "wirkt mit";
    departments_alone(name: &str, stage: &str, owned: usize, all: usize):
        "{name} stands alone in “{stage}”: {owned} of {all} touchpoints.",
        "{name} steht in «{stage}» allein: {owned} von {all} Berührungspunkten.";
    departments_carries(name: &str, stage: &str, owned: usize, all: usize):
        "{name} carries “{stage}”: {owned} of {all} touchpoints.",
        "{name} trägt «{stage}»: {owned} von {all} Berührungspunkten.";
    departments_shares(name: &str, stage: &str, owned: usize, all: usize):
        "{name} has a share in “{stage}”: {owned} of {all} touchpoints.",
        "{name} wirkt in «{stage}» mit: {owned} von {all} Berührungspunkten.";
    departments_not_in(name: &str, stage: &str):
        "{name} owns no touchpoint in “{stage}”.",
        "{name} verantwortet in «{stage}» keinen Berührungspunkt.";
    departments_nowhere(name: &str):
        "{name} owns no touchpoint at all: it stands aside.",
        "{name} verantwortet keinen Berührungspunkt: Sie steht abseits.";
    departments_carried_by(names: &str): "Carried by {names}.", "Getragen von: {names}.";
    departments_unowned(count: usize): "Touchpoints without owner there: {count}.", "Berührungspunkte ohne Verantwortliche dort: {count}.";
    departments_others_aside(names: &str): "Aside, of the company: {names}", "Abseits, vom Unternehmen: {names}";
    departments_lent(): "From company.ron; Enter opens it.", "Aus company.ron; Enter öffnet sie.";
    departments_no_change(): "Only a change of owner stands on the map.", "Auf der Karte steht nur, wo die Verantwortung wechselt.";

    handovers_none(): "Nobody hands over to another on this way.", "Auf diesem Weg übergibt niemand an andere.";
    handovers_on(path: &str): "Hand-overs on the way “{path}”", "Nahtstellen auf dem Weg «{path}»";
    handovers_elsewhere(): "Hand-overs at no change of owner here", "Nahtstellen, wo hier niemand wechselt";
    handover_agreed(): "agreed", "vereinbart";
    handover_open(): "open", "offen";
    handover_missing(): "missing", "fehlt";
    handover_broken(): "broken", "gebrochen";
    handover_delivers(text: &str): "delivers: {text}", "liefert: {text}";
    handover_agreement(text: &str): "agreement: {text}", "Vereinbarung: {text}";
    handover_within(text: &str): "within: {text}", "Frist: {text}";
    handover_no_agreement(): "without agreement", "ohne Vereinbarung";
    handover_make(): "Enter makes it", "Enter fügt sie ein";
    handover_is(state: &str): "hand-over {state}", "Nahtstelle {state}";

    departments_learning(): "Trainings, guidelines, workshops", "Schulungen, Leitlinien, Workshops";
    departments_no_learning(): "None yet.", "Noch nichts.";

    department_carries(): "Carries", "Trägt";
    department_carries_nothing(): "No touchpoint of this journey.", "Keinen Berührungspunkt dieser Journey.";
    department_of(owned: usize, all: usize): "{owned} of {all}", "{owned} von {all}";
    department_owes(): "Owes to others", "Schuldet anderen";
    department_is_owed(): "Is owed by others", "Erwartet von anderen";
    department_nothing(): "Nothing.", "Nichts.";
    department_unknown(name: &str): "There is no department “{name}” in this journey.", "In dieser Journey gibt es keine Abteilung «{name}».";
    department_meant(name: &str): "Did you mean “{name}”?", "Meinten Sie «{name}»?";
    department_known(names: &str): "There are: {names}", "Es gibt: {names}";
    department_none_known(): "The journey names no departments.", "Die Journey nennt keine Abteilungen.";
}

/// How a change of owner is agreed, in a word.
pub fn handover_state(lang: Lang, state: State) -> &'static str {
    match state {
        State::Agreed => handover_agreed(lang),
        State::Open => handover_open(lang),
        State::Missing => handover_missing(lang),
        State::Broken => handover_broken(lang),
    }
}
