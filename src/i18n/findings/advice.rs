//! Words for advice (A001–A019).

use super::{Said, said};
use crate::i18n::number::date;
use crate::i18n::{Lang, people, texts};
use crate::journey::advice::{Advice, AdviceKind, READING_DAYS, REVIEW_DAYS};

/// Sentence and hint.
pub(super) fn say(lang: Lang, advice: &Advice) -> Said {
    use AdviceKind as K;
    let people = people(lang, advice.audience);
    match &advice.kind {
        K::MomentWithoutKpi(name) => said(moment_kpi(lang, name), moment_kpi_hint(lang)),
        K::MomentWithoutTarget(name) => said(moment_target(lang, name), moment_target_hint(lang)),
        K::MomentAssumed(name) => said(
            moment_assumed(lang, name),
            moment_assumed_hint(lang, people),
        ),
        K::MeasuredWithoutReading(name) => said(measured(lang, name), measured_hint(lang)),
        K::GapWithoutImprovement {
            touchpoint,
            expectation,
            experience,
        } => said(
            gap(lang, touchpoint, *expectation, *experience),
            gap_hint(lang),
        ),
        K::KpiWithoutOwner(name) => said(kpi_owner(lang, name), kpi_owner_hint(lang)),
        K::KpiWithoutTarget(name) => said(kpi_target(lang, name), kpi_target_hint(lang)),
        K::KpiNeverRead(name) => said(kpi_never(lang, name), kpi_never_hint(lang)),
        K::KpiStale { kpi, last, days } => said(
            kpi_stale(lang, kpi, &date(lang, last), *days),
            kpi_stale_hint(lang, READING_DAYS),
        ),
        K::PromiseOpen(name) => said(promise(lang, name), promise_hint(lang, people)),
        K::ValueUnproved(name) => said(value(lang, name), value_hint(lang, people)),
        K::NoHandover {
            from,
            before,
            to,
            after,
        } => said(
            no_handover(lang, from, before, to, after),
            no_handover_hint(lang),
        ),
        K::HandoverBroken { from, to } => said(broken(lang, from, to), broken_hint(lang)),
        K::HandoverWithoutAgreement { from, to } => {
            said(no_agreement(lang, from, to), no_agreement_hint(lang))
        }
        K::Overdue {
            improvement,
            due,
            days,
        } => said(
            overdue(lang, improvement, &date(lang, due), *days),
            overdue_hint(lang),
        ),
        K::MilestoneOverdue {
            milestone,
            on,
            days,
        } => said(
            milestone_days(lang, milestone, &date(lang, on), &days_ago(lang, *days)),
            milestone_hint(lang),
        ),
        K::NothingToCheck { improvement, since } => said(
            nothing_to_check(lang, improvement, since.as_deref()),
            check_hint(lang),
        ),
        K::NeverReviewed => said(never_reviewed(lang), never_reviewed_hint(lang)),
        K::ReviewedLongAgo { reviewed, days } => {
            let sentence = reviewed_long_ago(lang, &date(lang, reviewed), *days);
            said(sentence, review_hint(lang, REVIEW_DAYS))
        }
        K::EmptyStage(name) => said(empty_stage(lang, name), empty_stage_hint(lang, people)),
        K::IdleDepartment(name) => said(idle(lang, name), idle_hint(lang)),
        K::MomentWithoutReason(name) => {
            said(moment_reason(lang, name), moment_reason_hint(lang, people))
        }
    }
}

fn nothing_to_check(lang: Lang, improvement: &str, since: Option<&str>) -> String {
    match since {
        Some(day) => no_reading_since(lang, improvement, &date(lang, day)),
        None => no_reading(lang, improvement),
    }
}

/// Days in words, in German as after «vor».
fn days_ago(lang: Lang, days: i32) -> String {
    if days == 1 {
        one_day(lang).to_owned()
    } else {
        many_days(lang, days)
    }
}

texts! {
    one_day(): "1 day", "1 Tag";
    many_days(days: i32): "{days} days", "{days} Tagen";
    moment_kpi(name: &str):
        "The Moment of Truth “{name}” has no KPI.",
        "Der Moment of Truth «{name}» hat keine Kennzahl.";
    moment_kpi_hint():
        "Attach one figure that would show within weeks whether it goes well here, such as CSAT or CES.",
        "Hängen Sie eine Kennzahl an, die innert Wochen zeigt, ob es hier gelingt, etwa CSAT oder CES.";
    moment_target(name: &str):
        "No KPI of the Moment of Truth “{name}” has a target.",
        "Keine Kennzahl des Moment of Truth «{name}» hat einen Zielwert.";
    moment_target_hint():
        "Agree on what is good enough, and by when.",
        "Vereinbaren Sie, was gut genug ist, und bis wann.";
    moment_assumed(name: &str):
        "The Moment of Truth “{name}” rests on an assumption.",
        "Der Moment of Truth «{name}» beruht auf einer Annahme.";
    moment_assumed_hint(people: &str):
        "Watch five {people} there or ask them, then set the evidence to observed or measured.",
        "Beobachten oder befragen Sie dort fünf Personen ({people}), und setzen Sie die Grundlage auf Beobachtung oder Messung.";
    moment_reason(name: &str):
        "The Moment of Truth “{name}” has no reason.",
        "Der Moment of Truth «{name}» hat keine Begründung.";
    moment_reason_hint(people: &str):
        "Write in one sentence what {people} find out here about your promise, or take the mark away.",
        "Schreiben Sie in einem Satz, was {people} hier über Ihr Versprechen erfahren, oder heben Sie ihn auf.";
    measured(name: &str):
        "“{name}” is called measured, but no KPI there has a reading.",
        "«{name}» gilt als Messung, aber keine Kennzahl dort hat einen Messwert.";
    measured_hint():
        "Enter the reading with its counts, or call the evidence observed or assumed.",
        "Erfassen Sie den Messwert mit seinen Anzahlen, oder nennen Sie die Grundlage Beobachtung oder Annahme.";
    gap(name: &str, expectation: i64, experience: i64):
        "“{name}” falls short: expected {expectation}, experienced {experience}, and no improvement is planned.",
        "«{name}» bleibt zurück: erwartet {expectation}, erlebt {experience}, und keine Massnahme ist geplant.";
    gap_hint():
        "Plan an improvement here, or correct the promise that raises the expectation.",
        "Planen Sie hier eine Massnahme, oder berichtigen Sie das Versprechen, das die Erwartung weckt.";
    kpi_owner(name: &str):
        "The KPI “{name}” has no owner.",
        "Für die Kennzahl «{name}» ist niemand verantwortlich.";
    kpi_owner_hint():
        "Name the person or department that acts when it gets worse.",
        "Nennen Sie die Person oder Abteilung, die handelt, wenn sie sich verschlechtert.";
    kpi_target(name: &str):
        "The KPI “{name}” has no target.",
        "Die Kennzahl «{name}» hat keinen Zielwert.";
    kpi_target_hint():
        "Add `target: (at_least: …, by: \"…\")`; without one nobody can tell good from bad.",
        "Ergänzen Sie `target: (at_least: …, by: \"…\")`; ohne ihn weiss niemand, was gut ist.";
    kpi_never(name: &str):
        "The KPI “{name}” has no reading yet.",
        "Die Kennzahl «{name}» hat noch keinen Messwert.";
    kpi_never_hint():
        "Enter a first reading, or remove a KPI that nobody will measure.",
        "Erfassen Sie einen ersten Messwert, oder entfernen Sie eine Kennzahl, die niemand erheben wird.";
    kpi_stale_days(name: &str, last: &str, ago: &str):
        "The KPI “{name}” was last measured on {last}, {ago} ago.",
        "Die Kennzahl «{name}» wurde zuletzt vor {ago} erhoben, am {last}.";
    kpi_stale_hint(limit: i32):
        "Measure it at least every {limit} days, or remove a KPI that no longer decides anything.",
        "Erheben Sie sie mindestens alle {limit} Tage, oder entfernen Sie eine Kennzahl, die nichts mehr entscheidet.";
    promise(name: &str):
        "Nobody can tell whether the promise of “{name}” is kept: no touchpoint keeps it, and the experience here is not entered.",
        "Ob das Versprechen von «{name}» gehalten wird, ist offen: Kein Berührungspunkt löst es ein, und das Erlebnis dort ist nicht erfasst.";
    promise_hint(people: &str):
        "Add it to “Keeps the promise of” (`keeps`) where {people} see it come true, or enter the experience here.",
        "Tragen Sie es dort unter «Löst Versprechen ein von» (`keeps`) ein, wo {people} es erfüllt sehen, oder erfassen Sie hier das Erlebnis.";
    value(name: &str):
        "No touchpoint proves the value “{name}”.",
        "Kein Berührungspunkt belegt den Unternehmenswert «{name}».";
    value_hint(people: &str):
        "Find where {people} feel it and add it to “Values proved” (`values`) there; if it is nowhere, that is the finding.",
        "Suchen Sie, wo {people} ihn spüren, und tragen Sie ihn dort unter «Gelebte Werte» (`values`) ein; ist es nirgends, so ist genau das der Befund.";
    no_handover(from: &str, before: &str, to: &str, after: &str):
        "There is no hand-over from {from} (“{before}”) to {to} (“{after}”).",
        "Von {from} («{before}») zu {to} («{after}») gibt es keine Nahtstelle.";
    no_handover_hint():
        "Add a hand-over: what is delivered, by when, in which quality.",
        "Ergänzen Sie eine Nahtstelle: was geliefert wird, bis wann, in welcher Güte.";
    broken(from: &str, to: &str):
        "The hand-over from {from} to {to} is broken.",
        "Die Nahtstelle von {from} zu {to} ist gebrochen.";
    broken_hint():
        "Bring both departments to one table, and agree anew on what is delivered and by when.",
        "Setzen Sie beide Abteilungen an einen Tisch, und vereinbaren Sie neu, was bis wann geliefert wird.";
    no_agreement(from: &str, to: &str):
        "The hand-over from {from} to {to} has no agreement.",
        "Die Nahtstelle von {from} zu {to} hat keine Vereinbarung.";
    no_agreement_hint():
        "Write down under “Agreement” (`agreement`) what both sides rely on.",
        "Halten Sie unter «Vereinbarung» (`agreement`) fest, worauf sich beide Seiten verlassen.";
    overdue_days(name: &str, due: &str, ago: &str):
        "The improvement “{name}” was due on {due}, {ago} ago.",
        "Die Massnahme «{name}» war vor {ago} fällig, am {due}.";
    overdue_hint():
        "Finish it, agree on a new date with its owner, or drop it.",
        "Schliessen Sie sie ab, vereinbaren Sie mit der verantwortlichen Person ein neues Datum, oder verwerfen Sie sie.";
    milestone_days(name: &str, on: &str, ago: &str):
        "The milestone “{name}” was planned for {on}, {ago} ago, and is not done.",
        "Der Meilenstein «{name}» war vor {ago} geplant, am {on}, und ist nicht erledigt.";
    milestone_hint():
        "Set “Done” (`done`), agree on a new day, or take it out of the strategy.",
        "Setzen Sie «Erledigt» (`done`), vereinbaren Sie einen neuen Tag, oder nehmen Sie ihn aus der Strategie.";
    no_reading_since(name: &str, since: &str):
        "The improvement “{name}” is to be checked, but there is no reading after {since}.",
        "Die Massnahme «{name}» ist zu prüfen, aber nach dem {since} gibt es keinen Messwert.";
    no_reading(name: &str):
        "The improvement “{name}” is to be checked, but there is no reading to check it by.",
        "Die Massnahme «{name}» ist zu prüfen, aber es gibt keinen Messwert dafür.";
    check_hint():
        "Measure the expected KPI again; until then nobody knows whether it worked.",
        "Erheben Sie die erwartete Kennzahl neu; bis dahin weiss niemand, ob es gewirkt hat.";
    never_reviewed():
        "The map has never been reviewed.",
        "Die Karte wurde noch nie überprüft.";
    never_reviewed_hint():
        "Go through it with the people who live it, then set “Reviewed” (`reviewed`) to that day.",
        "Gehen Sie sie mit den Menschen durch, die sie leben, und setzen Sie «Überprüft am» (`reviewed`) auf diesen Tag.";
    reviewed_days(reviewed: &str, ago: &str):
        "The map was last reviewed on {reviewed}, {ago} ago.",
        "Die Karte wurde zuletzt vor {ago} überprüft, am {reviewed}.";
    review_hint(limit: i32):
        "Go through it at least every {limit} days, then set “Reviewed” (`reviewed`) to that day.",
        "Gehen Sie sie mindestens alle {limit} Tage durch, und setzen Sie «Überprüft am» (`reviewed`) auf diesen Tag.";
    empty_stage(name: &str):
        "The stage “{name}” has no touchpoints.",
        "Die Phase «{name}» hat keine Berührungspunkte.";
    empty_stage_hint(people: &str):
        "Ask what {people} do there; if nothing, remove the stage.",
        "Fragen Sie, was {people} dort tun; ist es nichts, entfernen Sie die Phase.";
    idle(name: &str):
        "The department “{name}” owns nothing on this map.",
        "Die Abteilung «{name}» verantwortet auf dieser Karte nichts.";
    idle_hint():
        "Give it its touchpoint or hand-over, or take it off the map.",
        "Geben Sie ihr ihren Berührungspunkt oder ihre Nahtstelle, oder nehmen Sie sie von der Karte.";
}

fn kpi_stale(lang: Lang, name: &str, last: &str, days: i32) -> String {
    kpi_stale_days(lang, name, last, &days_ago(lang, days))
}

fn overdue(lang: Lang, name: &str, due: &str, days: i32) -> String {
    overdue_days(lang, name, due, &days_ago(lang, days))
}

fn reviewed_long_ago(lang: Lang, reviewed: &str, days: i32) -> String {
    reviewed_days(lang, reviewed, &days_ago(lang, days))
}
