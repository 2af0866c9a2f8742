//! Words for errors in a file that can be read (E006–E108).

use super::{Said, meant, named_field, said};
use crate::i18n::number::plain;
use crate::i18n::{Lang, texts};
use crate::journey::fields::{Field, Kind, METRICS, Type};
use crate::journey::finding::What;

/// From here on a limit is not worth saying: nothing in a journey is as large.
const BOUNDLESS: f64 = 1e15;

/// Sentence and hint; `None` for what is no error.
pub(super) fn say(lang: Lang, what: &What) -> Option<Said> {
    Some(match what {
        What::NotAJourney(name) => said(not_a_journey(lang, name.as_deref()), root_hint(lang)),
        What::WrongType(of) => said(wrong_type(lang, &belongs(lang, *of)), wrong_type_hint(lang)),
        What::WrongName { expected, found } => said(
            wrong_name(lang, found, expected.word(lang)),
            name_hint(lang, *expected),
        ),
        What::Missing { kind, field } => {
            let sentence = missing(lang, kind.word(lang), &named_field(lang, field));
            said(sentence, missing_hint(lang, field.name, &sample(field)))
        }
        What::NoDirection => said(no_direction(lang), no_direction_hint(lang)),
        What::BothDirections => said(both_directions(lang), both_directions_hint(lang)),
        What::DuplicateId { id, first_line } => {
            said(duplicate_id(lang, id, *first_line), duplicate_id_hint(lang))
        }
        What::DuplicateField(name) => said(duplicate_field(lang, name), duplicate_hint(lang)),
        What::OutOfRange { low, high } => said(
            out_of_range(lang),
            range_hint(lang, &range(lang, *low, *high)),
        ),
        What::EmptyScale => said(empty_scale(lang), empty_scale_hint(lang)),
        What::Dangling { kind, id, similar } => {
            let hint = meant(lang, similar.as_deref(), dangling_hint(lang));
            said(dangling(lang, *kind, id), hint)
        }
        What::NotASlug(slug) if slug.is_empty() => (not_a_slug(lang).to_owned(), None),
        What::NotASlug(slug) => said(not_a_slug(lang), slug_hint(lang, slug)),
        What::Syntax(_)
        | What::UnknownField { .. }
        | What::UnknownVariant { .. }
        | What::StaleAnchor { .. }
        | What::CountsMisfit(_)
        | What::NotADate(_)
        | What::PartsContradict { .. }
        | What::NewerSchema(_)
        | What::SameName { .. }
        | What::NoAdviceCode { .. }
        | What::Advice(_) => return None,
    })
}

fn not_a_journey(lang: Lang, name: Option<&str>) -> String {
    match name {
        Some(name) => other_root(lang, name),
        None => no_root(lang).to_owned(),
    }
}

fn name_hint(lang: Lang, expected: Kind) -> String {
    match expected.spec().name {
        Some(name) => named_hint(lang, name),
        None => unnamed_hint(lang).to_owned(),
    }
}

fn dangling(lang: Lang, kind: Option<Kind>, id: &str) -> String {
    match kind {
        Some(kind) => nothing_of_kind(lang, kind.word(lang), id),
        None => nothing(lang, id),
    }
}

/// A range in words: both ends, or only the lower one.
pub(super) fn range(lang: Lang, low: f64, high: f64) -> String {
    match (low > -BOUNDLESS, high < BOUNDLESS) {
        (true, true) => from_to(lang, &plain(lang, low), &plain(lang, high)),
        (true, false) => or_more(lang, &plain(lang, low)),
        _ => any_number(lang).to_owned(),
    }
}

/// What belongs in a field of this type.
fn belongs(lang: Lang, of: Type) -> String {
    let fixed = match of {
        Type::Id => type_id(lang),
        Type::Line | Type::Text | Type::Loose(_) => type_text(lang),
        Type::Texts => type_texts(lang),
        Type::Date => type_date(lang),
        Type::Flag => type_flag(lang),
        Type::Whole(..) | Type::OnScale => type_whole(lang),
        Type::Number(..) => type_number(lang),
        Type::Codes => type_codes(lang),
        Type::AnyReference => type_any_reference(lang),
        Type::Choice(variants) => {
            let names: Vec<&str> = variants.iter().map(|variant| variant.name).collect();
            return type_choice(lang, &names.join(", "));
        }
        Type::Metric => {
            let names: Vec<&str> = METRICS.iter().filter_map(|kind| kind.spec().name).collect();
            return type_metric(lang, &names.join(", "));
        }
        Type::Reference(kind) => return type_reference(lang, kind.word(lang)),
        Type::References(kind) => return type_references(lang, kind.word(lang)),
        Type::Record(kind) => return type_record(lang, kind.word(lang)),
        Type::Records(kind) | Type::Elements(kind) => return type_list(lang, kind.word(lang)),
    };
    fixed.to_owned()
}

/// What one might write for a missing field.
fn sample(field: &Field) -> String {
    match field.of {
        Type::Date => "\"2026-11-30\"".to_owned(),
        Type::Whole(low, _) => low.to_string(),
        Type::Number(..) | Type::OnScale => "0".to_owned(),
        Type::Flag => "true".to_owned(),
        Type::Metric => "Nps".to_owned(),
        Type::Choice(variants) => variants.first().map_or("", |first| first.name).to_owned(),
        Type::Record(_) => "(…)".to_owned(),
        _ if field.is_list() => "[…]".to_owned(),
        _ => "\"…\"".to_owned(),
    }
}

texts! {
    no_root():
        "This is RON, but neither a journey nor a company.",
        "Das ist RON, aber weder eine Customer Journey noch ein Unternehmen.";
    other_root(name: &str):
        "This is RON, but neither a journey nor a company: `{name}` stands here.",
        "Das ist RON, aber weder eine Customer Journey noch ein Unternehmen: Hier steht `{name}`.";
    root_hint():
        "A journey starts with `Journey(`, the file of a company with `Company(`.",
        "Eine Customer Journey beginnt mit `Journey(`, die Datei eines Unternehmens mit `Company(`.";
    wrong_type(belongs: &str):
        "The value does not fit its field: {belongs} belongs here.",
        "Der Wert passt nicht zu seinem Feld: Hierher gehört {belongs}.";
    wrong_type_hint():
        "The text stays as it is until you change it; until then the field counts as empty.",
        "Der Text bleibt stehen, bis Sie ihn ändern; bis dahin gilt das Feld als leer.";
    wrong_name(found: &str, expected: &str):
        "`{found}` does not belong here; expected: {expected}.",
        "`{found}` gehört nicht hierher; erwartet: {expected}.";
    named_hint(name: &str):
        "Write `{name}(…)`, or move the element to the list it belongs to.",
        "Schreiben Sie `{name}(…)`, oder verschieben Sie das Element in die Liste, in die es gehört.";
    unnamed_hint():
        "Write only the brackets, without a name: `(…)`.",
        "Schreiben Sie nur die Klammern, ohne Namen: `(…)`.";
    missing(kind: &str, field: &str):
        "{kind} without {field}: the field is required.",
        "{kind} ohne {field}: Das Feld ist Pflicht.";
    missing_hint(field: &str, sample: &str):
        "Add `{field}: {sample},`.",
        "Ergänzen Sie `{field}: {sample},`.";
    no_direction():
        "The target does not say which way: “at least” (`at_least`) and “at most” (`at_most`) are both missing.",
        "Der Zielwert sagt nicht, in welche Richtung: «Mindestens» (`at_least`) und «Höchstens» (`at_most`) fehlen beide.";
    no_direction_hint():
        "Add `at_least: …` where more is better, `at_most: …` where less is.",
        "Ergänzen Sie `at_least: …`, wenn mehr besser ist, sonst `at_most: …`.";
    both_directions():
        "The target has `at_least` and `at_most`; only one of them can be meant.",
        "Der Zielwert hat `at_least` und `at_most`; gemeint sein kann nur eines.";
    both_directions_hint():
        "Keep `at_least` where more is better, `at_most` where less is. For a corridor, make two KPIs.",
        "Behalten Sie `at_least`, wenn mehr besser ist, sonst `at_most`. Für eine Bandbreite braucht es zwei Kennzahlen.";
    duplicate_id(id: &str, first_line: usize):
        "The id `{id}` is taken: line {first_line} has it already.",
        "Die Kennung `{id}` ist vergeben: Zeile {first_line} hat sie schon.";
    duplicate_id_hint():
        "Give one of the two another id; until then both are locked, because a reference could mean either.",
        "Geben Sie einem der beiden eine andere Kennung; bis dahin sind beide gesperrt, weil ein Verweis beide meinen könnte.";
    duplicate_field(name: &str):
        "`{name}` stands here twice; the last one counts.",
        "`{name}` steht hier zweimal; das letzte zählt.";
    duplicate_hint():
        "Delete one of the two; after a merge, compare them first.",
        "Löschen Sie eines der beiden; nach einer Zusammenführung vergleichen Sie sie zuerst.";
    out_of_range():
        "The number is outside its range.",
        "Die Zahl liegt ausserhalb des erlaubten Bereichs.";
    range_hint(range: &str):
        "Allowed is {range}.",
        "Erlaubt ist {range}.";
    from_to(low: &str, high: &str):
        "{low} to {high}",
        "{low} bis {high}";
    or_more(low: &str):
        "{low} or more",
        "{low} oder mehr";
    any_number():
        "any number",
        "jede Zahl";
    empty_scale():
        "The scale of emotion is empty: its lowest value is not below its highest.",
        "Die Emotionsskala ist leer: Der tiefste Wert liegt nicht unter dem höchsten.";
    empty_scale_hint():
        "Usual are `(min: -2, max: 2)` and `(min: -3, max: 3)`.",
        "Üblich sind `(min: -2, max: 2)` und `(min: -3, max: 3)`.";
    nothing_of_kind(kind: &str, id: &str):
        "{kind} `{id}` does not exist.",
        "{kind} `{id}` gibt es nicht.";
    nothing(id: &str):
        "Nothing in this journey has the id `{id}`.",
        "In dieser Customer Journey hat nichts die Kennung `{id}`.";
    dangling_hint():
        "Write an id that exists, add what is missing, or delete the reference.",
        "Schreiben Sie eine vorhandene Kennung, ergänzen Sie, was fehlt, oder löschen Sie den Verweis.";
    not_a_slug():
        "This cannot be an id: ids have only small letters a–z, digits and hyphens, start with a letter or digit, and have at most 64 characters.",
        "Das kann keine Kennung sein: Kennungen bestehen aus Kleinbuchstaben a–z, Ziffern und Bindestrichen, beginnen mit Buchstabe oder Ziffer und haben höchstens 64 Zeichen.";
    slug_hint(slug: &str):
        "It could be `{slug}`. Changed in touchline, its references change with it.",
        "Möglich wäre `{slug}`. Ändern Sie sie in touchline, so ändern sich die Verweise mit.";
    type_id():
        "an id in quotes, as in `\"check-in\"`,",
        "eine Kennung in Anführungszeichen, etwa `\"check-in\"`";
    type_text():
        "a text in quotes",
        "ein Text in Anführungszeichen";
    type_texts():
        "a list of texts, as in `[\"…\"]`,",
        "eine Liste von Texten, etwa `[\"…\"]`";
    type_date():
        "a date in quotes, as in `\"2026-11-30\"`,",
        "ein Datum in Anführungszeichen, etwa `\"2026-11-30\"`";
    type_flag():
        "`true` or `false`",
        "`true` oder `false`";
    type_whole():
        "a whole number without quotes",
        "eine ganze Zahl ohne Anführungszeichen";
    type_number():
        "a number without quotes",
        "eine Zahl ohne Anführungszeichen";
    type_codes():
        "a list of codes, as in `[\"A005\"]`,",
        "eine Liste von Codes, etwa `[\"A005\"]`";
    type_any_reference():
        "an id in quotes",
        "eine Kennung in Anführungszeichen";
    type_choice(names: &str):
        "one of these without quotes ({names})",
        "eines davon ohne Anführungszeichen ({names})";
    type_metric(names: &str):
        "a metric with its settings ({names})",
        "eine Metrik mit ihren Angaben ({names})";
    type_reference(kind: &str):
        "one id in quotes ({kind})",
        "eine einzelne Kennung in Anführungszeichen ({kind})";
    type_references(kind: &str):
        "a list of ids, as in `[\"…\"]` ({kind}),",
        "eine Liste von Kennungen, etwa `[\"…\"]` ({kind})";
    type_record(kind: &str):
        "a group of fields in `(…)` ({kind})",
        "eine Gruppe von Feldern in `(…)` ({kind})";
    type_list(kind: &str):
        "a list in `[…]` ({kind})",
        "eine Liste in `[…]` ({kind})";
}
