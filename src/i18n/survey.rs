//! Words of the import of survey answers.

use super::{Lang, Word, number, read_error, texts};
use crate::document::file::ReadError;
use crate::journey::fields::Kind;
use crate::journey::metric::Metric;
use crate::journey::model::Journey;
use crate::journey::sources::{DateFormat, Period};
use crate::measure::survey::propose::{Remark, Unmappable};
use crate::measure::survey::report::Reason;
use crate::measure::survey::table::Trouble;

texts! {
    survey_mapping(id: &str, path: &str): "Mapping «{id}», kept in {path}", "Zuordnung «{id}», abgelegt in {path}";
    survey_scale(): "Scale", "Skala";
    survey_answers(): "Answers", "Antworten";
    survey_is_missing(): "Not answered", "Unbeantwortet";
    survey_top(top: u8, scale: u8): "top {top} of {scale}", "oberste {top} von {scale}";
    survey_new(): "new", "neu";
    survey_by(period: &str, column: &str): "{period} by «{column}»", "{period} nach «{column}»";
    survey_on(period: &str): "{period} of the day that was given", "{period} des angegebenen Tags";
    survey_segments(column: &str): "segments by «{column}»", "Segmente nach «{column}»";
    survey_responses(column: &str): "each «{column}» once", "jede «{column}» einmal";
    survey_days(from: &str, on: &str): "answers from {from} to {on}", "Antworten vom {from} bis {on}";
    survey_rows(rows: &str, counted: &str): "{rows} rows, of which {counted} count", "{rows} Zeilen, davon zählen {counted}";
    survey_silent(rows: &str): "{rows} without an answer to any of these columns", "{rows} ohne Antwort in diesen Spalten";
    survey_left_rows(rows: &str): "Rows that stay out: {rows}", "Zeilen, die wegbleiben: {rows}";
    survey_left_answers(): "Answers that stay out; the rest of their rows counts", "Antworten, die wegbleiben; der Rest ihrer Zeile zählt";
    survey_line(line: &str): "line {line}", "Zeile {line}";
    survey_lines(lines: &str): "lines {lines}", "Zeilen {lines}";
    survey_lines_and_more(lines: &str): "lines {lines} …", "Zeilen {lines} …";
    survey_readings(): "Readings", "Messwerte";
    survey_stays_out(): "What stays out, by reason", "Was wegbleibt, nach Grund";
    survey_earlier(count: usize): "… and {count} earlier ones", "… und {count} frühere";
    survey_fate_new(): "new", "neu";
    survey_fate_same(): "as it is there", "steht schon so da";
    survey_fate_goes(): "goes: its days are counted anew", "entfällt: Die Tage werden neu gezählt";
    survey_fate_replaces(figure: &str): "instead of {figure}", "anstelle von {figure}";
    survey_fate_kept(source: &str): "stays out: {source} has a reading of these days", "bleibt weg: {source} hat einen Messwert für diese Tage";
    survey_by_hand(): "somebody", "jemand";
    survey_fewer(kpi: &str, new: &str, old: &str):
        "{kpi}: {new} answers instead of {old}; does the file hold the whole period?",
        "{kpi}: {new} Antworten anstelle von {old}; enthält die Datei die ganze Periode?";
    survey_not_over(kpi: &str, on: &str):
        "{kpi}: the period until {on} is not over",
        "{kpi}: Die Periode bis {on} ist noch nicht zu Ende";
    survey_kept(count: usize):
        "{count} readings stay out, because others are there for the same days; --replace takes the new ones",
        "{count} Messwerte bleiben weg, weil es für die gleichen Tage andere gibt; --replace übernimmt die neuen";
    survey_nothing_changes(): "Everything is there already; nothing changes.", "Alles steht schon da; nichts ändert sich.";
    survey_write_this(): "Write this? [y/N]", "Das so schreiben? [j/N]";
    survey_nothing_written(): "nothing was written; --yes writes without asking", "nichts wurde geschrieben; --yes schreibt ohne Rückfrage";
    survey_written(path: &str, changed: usize): "{path} is written; readings that changed: {changed}", "{path} ist geschrieben; geänderte Messwerte: {changed}";

    survey_empty(path: &str): "nothing stands in {path}", "in {path} steht nichts";
    survey_not_text(path: &str): "{path} is no text", "{path} ist kein Text";
    survey_no_rows(path: &str): "{path} has a header and no row", "{path} hat eine Kopfzeile und keine Zeile darunter";
    survey_export_again(): "export it again as CSV", "exportieren Sie die Datei noch einmal als CSV";
    survey_no_column(column: &str): "there is no column «{column}»", "es gibt keine Spalte «{column}»";
    survey_columns_are(columns: &str): "its columns are: {columns}", "die Spalten heissen: {columns}";
    survey_no_kpi(kpi: &str): "the journey has no KPI «{kpi}»", "die Journey hat keine Kennzahl «{kpi}»";
    survey_name_a_kpi():
        "name a KPI, touchpoint or stage of the journey by its id, or . for the journey itself",
        "nennen Sie eine Kennzahl, einen Berührungspunkt oder eine Phase mit der Kennung, oder . für die Journey selbst";
    survey_not_of_answers(kpi: &str): "«{kpi}» is not made of answers to a question", "«{kpi}» besteht nicht aus Antworten auf eine Frage";
    survey_take_counts(): "import it as counts, with --counts", "importieren Sie Zählungen, mit --counts";
    survey_kpi_twice(kpi: &str): "two columns are for the KPI «{kpi}»", "zwei Spalten gelten der Kennzahl «{kpi}»";
    survey_one_column(): "keep one of them in the file of sources: nobody is counted twice", "behalten Sie eine davon in der Datei der Quellen: Niemand wird doppelt gezählt";
    survey_nothing_mapped(): "no column could be matched with a touchpoint", "keine Spalte liess sich einem Berührungspunkt zuordnen";
    survey_map_by_hand(columns: &str):
        "say what they are for, as --map 'COLUMN=TOUCHPOINT'; there are: {columns}",
        "sagen Sie, wofür sie stehen, mit --map 'SPALTE=BERÜHRUNGSPUNKT'; es gibt: {columns}";
    survey_no_dates(): "no column says when it was answered", "keine Spalte sagt, wann geantwortet wurde";
    survey_name_the_date(): "name one with --date, or give a day of the period with --on", "nennen Sie eine mit --date, oder einen Tag der Periode mit --on";
    survey_unclear_dates(column: &str): "in «{column}» day and month cannot be told apart", "in «{column}» sind Tag und Monat nicht zu unterscheiden";
    survey_say_dates(): "say it with --dates day-month or --dates month-day", "sagen Sie es mit --dates day-month oder --dates month-day";
    survey_many_segments(column: &str): "«{column}» has more than 200 different values", "«{column}» hat mehr als 200 verschiedene Werte";
    survey_other_segment(): "segment by a column with few groups", "wählen Sie als Segment eine Spalte mit wenigen Gruppen";
    survey_many_readings(): "there would be more than 50,000 readings", "es gäbe mehr als 50’000 Messwerte";
    survey_longer_period(): "take a longer period, or no segments", "wählen Sie eine längere Periode, oder keine Segmente";
    survey_other_metric(kpi: &str): "the KPI «{kpi}» has another metric", "die Kennzahl «{kpi}» hat eine andere Metrik";
    survey_leave_metric(): "leave the metric out, or name the touchpoint for a KPI of its own", "lassen Sie die Metrik weg, oder nennen Sie den Berührungspunkt für eine eigene Kennzahl";
    survey_no_metric(column: &str): "the answers of «{column}» do not say which metric they are for", "die Antworten in «{column}» sagen nicht, für welche Metrik sie stehen";
    survey_say_metric(): "say it: --map 'COLUMN=TOUCHPOINT:csat(5,2)'", "sagen Sie es: --map 'SPALTE=BERÜHRUNGSPUNKT:csat(5,2)'";
    survey_no_id(id: &str): "«{id}» cannot be an id", "«{id}» kann keine Kennung sein";
    survey_write_id(): "write it in small letters, digits and hyphens", "schreiben Sie sie aus Kleinbuchstaben, Ziffern und Bindestrichen";
    survey_many_sources(ids: &str): "the file fits several sources: {ids}", "die Datei passt zu mehreren Quellen: {ids}";
    survey_name_source(): "name one with --source", "nennen Sie eine mit --source";
    survey_bad_sources(path: &str): "{path} has errors", "{path} hat Fehler";
    survey_one_stdin(): "standard input can be read once", "die Standardeingabe lässt sich nur einmal lesen";
    survey_name_files(): "name files for the others", "nennen Sie für die anderen Dateien";
    survey_is_no_journey(path: &str): "{path} is no journey", "{path} ist keine Journey";

    survey_mixed(column: &str, low: &str, high: &str):
        "two scales in «{column}»: {low} answers of 0–5 and {high} of 6–10",
        "zwei Skalen in «{column}»: {low} Antworten von 0–5 und {high} von 6–10";
    survey_mixed_out():
        "it is for no KPI; divide it by its scale first",
        "die Spalte gilt keiner Kennzahl; trennen Sie sie zuerst nach der Skala";
    survey_mixed_in(): "its figure means little", "das Ergebnis sagt wenig";
    survey_zero(columns: &str): "0 is taken as not answered in {columns}", "0 gilt als nicht beantwortet in {columns}";
    survey_two_dates(column: &str):
        "dates of two formats in «{column}»: rows of the rarer one stay out, or are in the wrong month",
        "Daten in zwei Formaten in «{column}»: Zeilen im selteneren bleiben weg oder stehen im falschen Monat";
    survey_doubled(column: &str): "two columns are called «{column}»; the second one got a number", "zwei Spalten heissen «{column}»; die zweite hat eine Nummer erhalten";
    survey_unmapped(columns: &str): "columns with scores that are for no KPI: {columns}", "Spalten mit Bewertungen, die keiner Kennzahl gelten: {columns}";
    survey_mojibake(): "letters look as if they had been read wrongly before (Ã¼ for ü)", "Buchstaben sehen aus, als wären sie schon einmal falsch gelesen worden (Ã¼ für ü)";
    survey_nul(): "it has NUL bytes: was it cut or damaged?", "die Datei enthält NUL-Bytes: Ist sie abgeschnitten oder beschädigt?";
    survey_windows(): "it is no UTF-8; letters are read as Windows-1252", "die Datei ist nicht in UTF-8; Buchstaben werden als Windows-1252 gelesen";

    survey_no_touchpoint(id: &str): "the journey has no touchpoint «{id}»", "die Journey hat keinen Berührungspunkt «{id}»";
    survey_name_a_touchpoint(): "name one by its id", "nennen Sie einen mit seiner Kennung";
    survey_take_quote(at: usize, of: usize):
        "Take this text, {at} of {of}? [y/n, q takes no more]",
        "Diesen Text übernehmen, {at} von {of}? [j/n, q beendet]";
    survey_more_quotes(count: &str):
        "{count} more texts are not shown; import shorter periods",
        "{count} weitere Texte werden nicht gezeigt; importieren Sie kürzere Perioden";
    survey_quotes_need_terminal():
        "texts of people are taken on a terminal only, one by one",
        "Texte von Menschen werden nur im Terminal übernommen, einzeln";

    survey_preview(): "a preview of the survey", "eine Vorschau der Umfrage";
    survey_unfinished(): "not answered to the end", "nicht zu Ende beantwortet";
    survey_ragged(): "another number of fields than the header", "andere Anzahl Felder als die Kopfzeile";
    survey_too_long(): "larger than 1 MiB: a quote is not closed", "grösser als 1 MiB: Ein Anführungszeichen ist nicht geschlossen";
    survey_no_date(): "no date", "kein Datum";
    survey_other_date(): "a date in another format", "ein Datum in anderem Format";
    survey_duplicate(): "the response was there before", "die Antwort kam schon vor";
    survey_unknown_touchpoint(): "a touchpoint that is for no KPI", "ein Berührungspunkt ohne Kennzahl";
    survey_not_a_number(): "no number", "keine Zahl";
    survey_off_scale(): "not on the scale", "nicht auf der Skala";
    survey_misfit(): "counts that do not fit the metric", "Zählungen, die nicht zur Metrik passen";
    survey_twice(): "counts that do not add up with the row before", "Zählungen, die sich nicht zur Zeile davor addieren lassen";

    survey_no_segment(): "not stated", "ohne Angabe";
}

/// The segment of rows without one. A word of the map, so in its language: it is written into it,
/// and must not change with the reader.
pub fn survey_no_segment_of(journey: &Journey) -> &'static str {
    let language = journey.language.as_deref().unwrap_or_default();
    survey_no_segment(Lang::from_tag(language))
}

/// Why a row or an answer stays out.
pub fn survey_reason(lang: Lang, reason: Reason) -> &'static str {
    let word: Word = match reason {
        Reason::Preview => survey_preview,
        Reason::Unfinished => survey_unfinished,
        Reason::Ragged => survey_ragged,
        Reason::TooLong => survey_too_long,
        Reason::NoDate => survey_no_date,
        Reason::OtherDate => survey_other_date,
        Reason::Duplicate => survey_duplicate,
        Reason::UnknownTouchpoint => survey_unknown_touchpoint,
        Reason::NotANumber => survey_not_a_number,
        Reason::OffScale => survey_off_scale,
        Reason::Misfit => survey_misfit,
        Reason::Twice => survey_twice,
    };
    word(lang)
}

/// A period in a word.
pub fn survey_period(lang: Lang, period: Period) -> &'static str {
    let word: Word = match period {
        Period::Week => super::choice_week,
        Period::Month => super::choice_month,
        Period::Quarter => super::choice_quarter,
        Period::Year => super::choice_year,
    };
    word(lang)
}

/// How dates are written, in a word.
pub fn survey_dates(lang: Lang, format: DateFormat) -> &'static str {
    let word: Word = match format {
        DateFormat::Iso => super::choice_iso,
        DateFormat::DayMonthYear => super::choice_day_month_year,
        DateFormat::MonthDayYear => super::choice_month_day_year,
        DateFormat::UnixTime => super::choice_unix_time,
    };
    word(lang)
}

/// What is wrong with a file, and what to do.
pub fn survey_trouble(lang: Lang, path: &str, columns: &str, trouble: Trouble) -> (String, String) {
    let fixed = |what: String, help: Word| (what, help(lang).to_owned());
    match trouble {
        Trouble::Io(source) => {
            let (what, help) = read_error(
                lang,
                &ReadError::Io {
                    path: path.into(),
                    source,
                },
            );
            (what, help.to_owned())
        }
        Trouble::Empty => fixed(survey_empty(lang, path), survey_export_again),
        Trouble::NoRows => fixed(survey_no_rows(lang, path), survey_export_again),
        Trouble::NotText => fixed(survey_not_text(lang, path), survey_export_again),
        Trouble::NoColumn(name) => (
            survey_no_column(lang, &name),
            survey_columns_are(lang, columns),
        ),
        Trouble::NoKpi(kpi) => fixed(survey_no_kpi(lang, &kpi), survey_name_a_kpi),
        Trouble::NotOfAnswers(kpi) => fixed(survey_not_of_answers(lang, &kpi), survey_take_counts),
        Trouble::KpiTwice(kpi) => fixed(survey_kpi_twice(lang, &kpi), survey_one_column),
        Trouble::NothingMapped => (
            survey_nothing_mapped(lang).to_owned(),
            survey_map_by_hand(lang, columns),
        ),
        Trouble::NoDates => fixed(survey_no_dates(lang).to_owned(), survey_name_the_date),
        Trouble::UnclearDates(name) => fixed(survey_unclear_dates(lang, &name), survey_say_dates),
        Trouble::TooManySegments(name) => {
            fixed(survey_many_segments(lang, &name), survey_other_segment)
        }
        Trouble::TooManyReadings => {
            fixed(survey_many_readings(lang).to_owned(), survey_longer_period)
        }
    }
}

/// Why a mapping cannot be, and what to do.
pub fn survey_unmappable(lang: Lang, columns: &str, why: Unmappable) -> (String, String) {
    let fixed = |what: String, help: Word| (what, help(lang).to_owned());
    match why {
        Unmappable::NoColumn(name) => (
            survey_no_column(lang, &name),
            survey_columns_are(lang, columns),
        ),
        Unmappable::NoElement(id) => fixed(survey_no_kpi(lang, &id), survey_name_a_kpi),
        Unmappable::OtherMetric(kpi) => fixed(survey_other_metric(lang, &kpi), survey_leave_metric),
        Unmappable::NoMetric(name) => fixed(survey_no_metric(lang, &name), survey_say_metric),
        Unmappable::NoId(id) => fixed(survey_no_id(lang, &id), survey_write_id),
    }
}

/// What a person should know of a guess; none where it is said elsewhere.
pub fn survey_remark(lang: Lang, remark: &Remark) -> Option<String> {
    let count = |count: usize| number::number(lang, count as f64, 0);
    Some(match remark {
        Remark::MixedScale {
            column,
            low,
            high,
            is_mapped,
        } => {
            let rest: Word = if *is_mapped {
                survey_mixed_in
            } else {
                survey_mixed_out
            };
            let mixed = survey_mixed(lang, column, &count(*low), &count(*high));
            format!("{mixed}; {}", rest(lang))
        }
        Remark::TwoDateFormats(column) => survey_two_dates(lang, column),
        Remark::DoubledColumn(column) => survey_doubled(lang, column),
        Remark::ZeroIsMissing { .. } | Remark::Unmapped(_) => return None,
    })
}

/// A metric with what sets it apart: `CSAT (5, 2)`.
pub fn survey_metric(lang: Lang, metric: &Metric) -> String {
    let name = super::figures::metric_name(metric, lang);
    match metric {
        Metric::Csat { scale, top } => format!("{name}, {}", survey_top(lang, *top, *scale)),
        Metric::Ces { formula } => {
            let word: Word = match formula {
                crate::journey::metric::CesFormula::PercentAgree => super::choice_percent_agree,
                crate::journey::metric::CesFormula::Mean => super::choice_mean,
                crate::journey::metric::CesFormula::NetEasy => super::choice_net_easy,
            };
            format!("{name}: {}", word(lang))
        }
        _ => name.to_owned(),
    }
}

/// What the table of a mapping says above its columns.
pub fn survey_headings(lang: Lang) -> [&'static str; 6] {
    [
        Kind::Column.word(lang),
        Kind::Kpi.word(lang),
        super::kind_metric(lang),
        survey_scale(lang),
        survey_is_missing(lang),
        survey_answers(lang),
    ]
}
