//! Words for warnings (W001–W009), with the reasons why a reading does not fit its metric.

use super::errors::range;
use super::{Said, meant, named_field, said};
use crate::i18n::number::{date, plain};
use crate::i18n::{Lang, texts};
use crate::journey::check::iso_date;
use crate::journey::fields::{Kind, SCHEMA};
use crate::journey::figure::Misfit;
use crate::journey::finding::What;
use crate::journey::metric::Count;

/// Sentence and hint; `None` for what is no warning.
pub(super) fn say(lang: Lang, what: &What) -> Option<Said> {
    Some(match what {
        What::UnknownField {
            kind,
            field,
            similar,
        } => {
            let hint = meant(lang, *similar, unknown_field_hint(lang));
            said(unknown_field(lang, kind.word(lang), field), hint)
        }
        What::UnknownVariant { variant, similar } => {
            let hint = meant(lang, *similar, unknown_variant_hint(lang));
            said(unknown_variant(lang, variant), hint)
        }
        What::StaleAnchor { anchor, id } => {
            said(stale_anchor(lang, anchor, id), stale_anchor_hint(lang, id))
        }
        What::CountsMisfit(reason) => said(
            counts_misfit(lang, &misfit(lang, *reason)),
            counts_misfit_hint(lang),
        ),
        What::NotADate(text) => {
            let turned = iso_date(text);
            said(
                not_a_date(lang, text),
                meant(lang, turned.as_deref(), not_a_date_hint(lang)),
            )
        }
        What::PartsContradict { on, odd } => {
            let (parts, total) = (plain(lang, odd.parts), plain(lang, odd.total));
            let sentence = parts_contradict(
                lang,
                &date(lang, on),
                &named_count(lang, odd.count),
                &parts,
                &total,
            );
            said(sentence, parts_contradict_hint(lang))
        }
        What::NewerSchema(schema) => {
            said(newer_schema(lang, *schema, SCHEMA), newer_schema_hint(lang))
        }
        What::SameName {
            kind,
            name,
            first_line,
        } => said(
            same_name(lang, kind.word(lang), name, *first_line),
            same_name_hint(lang),
        ),
        What::NoAdviceCode { code, similar } => said(
            no_advice_code(lang, code),
            meant(lang, *similar, no_advice_code_hint(lang)),
        ),
        What::Syntax(_)
        | What::NotAJourney(_)
        | What::WrongType(_)
        | What::WrongName { .. }
        | What::Missing { .. }
        | What::NoDirection
        | What::BothDirections
        | What::DuplicateId { .. }
        | What::DuplicateField(_)
        | What::OutOfRange { .. }
        | What::EmptyScale
        | What::Dangling { .. }
        | What::NotASlug(_)
        | What::Advice(_) => return None,
    })
}

/// Why the numbers of a reading do not fit its metric: part of a sentence.
pub fn misfit(lang: Lang, misfit: Misfit) -> String {
    match misfit {
        Misfit::Missing(count) => count_missing(lang, &named_count(lang, count)),
        Misfit::Surplus(count) => count_surplus(lang, &named_count(lang, count)),
        Misfit::NotWhole(count) => count_not_whole(lang, &named_count(lang, count)),
        Misfit::OutOfRange { count, low, high } => {
            count_out_of_range(lang, &named_count(lang, count), &range(lang, low, high))
        }
        Misfit::Exceeds { part, whole } => {
            count_exceeds(lang, &named_count(lang, part), &named_count(lang, whole))
        }
        Misfit::KeptExceedsStart => kept_exceeds_start(lang).to_owned(),
        Misfit::Empty => nobody_counted(lang).to_owned(),
        Misfit::Census => census_odd(lang).to_owned(),
    }
}

/// A count by its word on the screens and its field in the file.
fn named_count(lang: Lang, count: Count) -> String {
    let field = Kind::Reading.field(count.name());
    field.map_or_else(|| format!("`{}`", count.name()), |it| named_field(lang, it))
}

texts! {
    unknown_field(kind: &str, field: &str):
        "{kind}: the field `{field}` is unknown. It stays in the file and means nothing to touchline.",
        "{kind}: Das Feld `{field}` ist unbekannt. Es bleibt in der Datei und bedeutet für touchline nichts.";
    unknown_field_hint():
        "If it is a remark, make it a comment (`// …`) or a note.",
        "Ist es eine Bemerkung, so machen Sie einen Kommentar (`// …`) oder eine Notiz daraus.";
    unknown_variant(variant: &str):
        "`{variant}` is none of the choices of this field. It stays in the file; the field counts as empty.",
        "`{variant}` steht in diesem Feld nicht zur Wahl. Es bleibt in der Datei; das Feld gilt als leer.";
    unknown_variant_hint():
        "Enter on the field shows what there is to choose.",
        "Enter auf dem Feld zeigt, was zur Wahl steht.";
    stale_anchor(anchor: &str, id: &str):
        "The anchor says `^{anchor}`, but `{id}` closes here.",
        "Der Anker nennt `^{anchor}`, hier endet aber `{id}`.";
    stale_anchor_hint(id: &str):
        "Write `// ^{id}`, or let `touchline fmt` do it.",
        "Schreiben Sie `// ^{id}`, oder überlassen Sie es `touchline fmt`.";
    counts_misfit(reason: &str):
        "The reading does not fit its metric: {reason}.",
        "Der Messwert passt nicht zu seiner Metrik: {reason}.";
    counts_misfit_hint():
        "Until then it is left out of every figure. A published value without counts is `value: …, n: …`.",
        "Bis dahin zählt er in keinem Ergebnis. Ein veröffentlichter Wert ohne Anzahlen heisst `value: …, n: …`.";
    not_a_date(text: &str):
        "“{text}” is not a date.",
        "«{text}» ist kein Datum.";
    not_a_date_hint():
        "Write year, month and day of the calendar: `2026-09-30`.",
        "Schreiben Sie Jahr, Monat und Tag des Kalenders: `2026-09-30`.";
    parts_contradict(on: &str, count: &str, parts: &str, total: &str):
        "The segments of {on} do not make the total: {count} is {parts} in their sum and {total} in the total.",
        "Die Segmente vom {on} ergeben das Total nicht: {count} ist in der Summe {parts}, im Total {total}.";
    parts_contradict_hint():
        "Correct one of the two. Until then the total counts, and the segments are not added to it.",
        "Berichtigen Sie eines von beiden. Bis dahin gilt das Total; die Segmente werden nicht dazugezählt.";
    newer_schema(schema: i64, known: i64):
        "The file has schema {schema}; this touchline knows up to {known}.",
        "Die Datei hat das Schema {schema}; dieses touchline kennt bis {known}.";
    newer_schema_hint():
        "Update touchline before you work on the file: what it does not know it keeps, but does not show.",
        "Aktualisieren Sie touchline, bevor Sie an der Datei arbeiten: Unbekanntes bleibt erhalten, wird aber nicht gezeigt.";
    same_name(kind: &str, name: &str, first_line: usize):
        "{kind} “{name}” has the same name as the one in line {first_line}.",
        "{kind} «{name}»: Der gleiche Name steht schon in Zeile {first_line}.";
    same_name_hint():
        "Name the difference, so that everybody in the room means the same one.",
        "Benennen Sie den Unterschied, damit im Raum alle dasselbe meinen.";
    no_advice_code(code: &str):
        "`{code}` is not the code of any advice and silences nothing.",
        "`{code}` ist nicht der Code eines Hinweises und unterdrückt nichts.";
    no_advice_code_hint():
        "Only advice can be silenced; `touchline check` prints its codes, `A001` and so on.",
        "Nur Hinweise lassen sich unterdrücken; `touchline check` zeigt ihre Codes, `A001` und so weiter.";
    count_missing(count: &str):
        "{count} is missing",
        "{count} fehlt";
    count_surplus(count: &str):
        "{count} does not belong to this metric",
        "{count} gehört nicht zu dieser Metrik";
    count_not_whole(count: &str):
        "{count} is a count and must be a whole number",
        "{count} ist eine Anzahl und muss eine ganze Zahl sein";
    count_out_of_range(count: &str, range: &str):
        "{count} is outside its range ({range})",
        "{count} liegt ausserhalb des möglichen Bereichs ({range})";
    count_exceeds(part: &str, whole: &str):
        "{part} is larger than {whole}, of which it is a part",
        "{part} ist grösser als {whole}, wovon es ein Teil ist";
    kept_exceeds_start():
        "more of those of the start are there at the end (`end` − `new`) than there were (`start`)",
        "am Ende sind mehr vom Beginn noch da (`end` − `new`), als es waren (`start`)";
    nobody_counted():
        "nobody was asked or counted",
        "niemand wurde befragt oder gezählt";
    census_odd():
        "`census` can only be said of retention, churn and repurchase rate",
        "`census` gibt es nur bei Kundenbindung, Abwanderung und Wiederkaufsrate";
}
