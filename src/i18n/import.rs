//! Words of the screen that imports survey answers. What it says of the file and its readings are
//! the words of the command line.

use super::{Lang, Word, texts};
use crate::measure::survey::header::Tool;
use crate::measure::survey::table::Trouble;

texts! {
    scope_import(): "Import of survey answers", "Import von Umfrageantworten";
    cmd_import(): "import survey answers", "Umfrageantworten importieren";
    cmd_change_import(): "change this, or take the readings", "dies ändern, oder die Messwerte übernehmen";
    cmd_take_readings(): "take the readings into the journey", "die Messwerte in die Journey übernehmen";
    cmd_leave_import(): "leave the import, without changes", "den Import verlassen, ohne Änderungen";
    cmd_import_metric(): "metric of this column", "Metrik dieser Spalte";
    cmd_import_scale(): "scale of this column", "Skala dieser Spalte";
    cmd_import_missing(): "values that mean not answered", "Werte, die unbeantwortet heissen";
    cmd_leave_out(): "leave this column out", "diese Spalte weglassen";
    cmd_import_replace(): "also replace readings from elsewhere", "auch Messwerte anderer Herkunft ersetzen";
    foot_change(): "change", "ändern";
    foot_metric(): "metric", "Metrik";
    foot_scale(): "scale", "Skala";
    foot_missing(): "not answered", "unbeantwortet";
    foot_leave_out(): "leave out", "weglassen";

    import_file_title(): "Import which survey file?", "Welche Umfragedatei importieren?";
    import_file_hint(): "CSV or TSV. It is only read; you see first what would come in.", "CSV oder TSV. Sie wird nur gelesen; Sie sehen zuerst, was hereinkäme.";
    import_save_first(): "Save the journey first, with Ctrl-S: the mapping of a survey is kept in a file beside it.", "Speichern Sie die Journey zuerst, mit Ctrl-S: Die Zuordnung einer Umfrage kommt in eine Datei daneben.";
    import_reading(file: &str): "Reading {file} …", "{file} wird gelesen …";
    import_refused(what: &str, help: &str): "{what}: {help}", "{what}: {help}";
    import_source_title(): "Which source is it?", "Welche Quelle ist es?";
    import_left(): "Nothing was changed.", "Es wurde nichts verändert.";
    import_counts_still(): "The answers are still being counted.", "Die Antworten werden noch gezählt.";
    import_counting(percent: u8): "Counting … {percent} %", "Es wird gezählt … {percent} %";
    import_take_one(): "Take 1 reading into the journey", "1 Messwert in die Journey übernehmen";
    import_take_many(count: &str): "Take {count} readings into the journey", "{count} Messwerte in die Journey übernehmen";
    import_take_none(): "Everything is there already; nothing changes", "Alles steht schon da; nichts ändert sich";
    import_taken(count: usize): "Readings that came in: {count}; not saved yet.", "Messwerte übernommen: {count}; noch nicht gespeichert.";
    import_kept(file: &str): "The mapping is in {file}.", "Die Zuordnung steht in {file}.";
    import_not_kept(why: &str): "The readings came in, but their mapping is not kept: {why}", "Die Messwerte sind da, ihre Zuordnung ist aber nicht abgelegt: {why}";
    import_replaces(): "Readings of the same days that came from elsewhere are replaced.", "Messwerte anderer Herkunft für die gleichen Tage werden ersetzt.";
    import_keeps(): "Readings of the same days that came from elsewhere stay.", "Messwerte anderer Herkunft für die gleichen Tage bleiben.";
    import_kept_out(count: usize):
        "readings that stay out, because others are there for the same days: {count}; r takes the new ones",
        "Messwerte, die wegbleiben, weil es für die gleichen Tage andere gibt: {count}; r übernimmt die neuen";
    import_only_said(): "Nothing can be changed here.", "Hier lässt sich nichts ändern.";
    import_as_recognised(): "As recognised", "Wie erkannt";
    import_recognised(what: &str): "{what} (recognised)", "{what} (erkannt)";
    import_not_recognised(): "not recognised", "nicht erkannt";
    import_one_day(): "the day of all answers, such as 2026-03-31", "der Tag aller Antworten, wie 31.03.2026";
    import_all_on(day: &str): "none: all answers are of {day}", "keine: Alle Antworten sind vom {day}";
    import_none(): "none", "keine";
    import_nothing(): "Nothing: left out", "Nichts: weglassen";
    import_no_column(): "Go to a column first.", "Gehen Sie zuerst zu einer Spalte.";
    import_not_mapped(): "This column is left out: Enter says what it is for.", "Diese Spalte bleibt weg: Enter sagt, wofür sie steht.";
    import_for_title(column: &str): "What is «{column}» for?", "Wofür steht «{column}»?";
    import_metric_title(column: &str): "How is «{column}» counted?", "Wie wird «{column}» gezählt?";
    import_metric_typed(): "such as csat(4,2): the top 2 of 4", "wie csat(4,2): die obersten 2 von 4";
    import_scale_title(column: &str): "Scale of «{column}»", "Skala von «{column}»";
    import_scale_hint(): "The lowest and the highest answer, such as 1–5; nothing: that of the metric", "Die tiefste und die höchste Antwort, wie 1–5; leer: die der Metrik";
    import_missing_title(column: &str): "Not answered in «{column}»", "Unbeantwortet in «{column}»";
    import_missing_hint(): "Values between semicolons, such as 0; 99; an empty field always is", "Werte zwischen Strichpunkten, wie 0; 99; ein leeres Feld ist es immer";

    import_mapping(id: &str, path: &str): "Mapping «{id}», will be kept in {path}", "Zuordnung «{id}», kommt in {path}";
    import_columns(): "Columns, and what they are for", "Spalten, und wofür sie stehen";
    import_touchpoints(column: &str, score: &str): "What «{column}» says, counted by «{score}»", "Was in «{column}» steht, gezählt nach «{score}»";
    import_is_date(): "the date", "das Datum";
    import_is_segment(): "the segment", "das Segment";
    import_is_response(): "the response id", "die Antwort-Kennung";
    import_is_overall(): "the overall score", "die Gesamtbewertung";
    import_missing(values: &str): "not answered: {values}", "unbeantwortet: {values}";
    import_answers(count: &str): "{count} answers", "{count} Antworten";
    import_is_out(): "left out", "weggelassen";
    import_readings_of(count: &str): "{count} readings", "{count} Messwerte";
    import_earlier(count: usize): "… and {count} earlier ones, with Enter", "… und {count} frühere, mit Enter";

    import_plain(): "a plain table", "eine einfache Tabelle";
    import_tab(): "tab", "Tabulator";
    import_comma(): "comma", "Komma";
    import_semicolon(): "semicolon", "Strichpunkt";
    import_space(): "blank", "Leerzeichen";
    import_delimited(by: &str): "fields by {by}", "Felder durch {by}";
    import_decimal(by: &str): "decimal {by}", "Dezimalen mit {by}";

    import_help_map(): "Enter on a column says what it is for", "Enter auf einer Spalte sagt, wofür sie steht";
    import_help_date(): "say at the column with the date which one does, or the day of all answers", "sagen Sie bei der Spalte mit dem Datum, welche es tut, oder den Tag aller Antworten";
    import_help_dates(): "say how the dates are written", "sagen Sie, wie das Datum geschrieben ist";
    import_help_twice(): "leave one of the columns out with d: nobody is counted twice", "lassen Sie mit d eine der Spalten weg: Niemand wird doppelt gezählt";
    import_help_answers(): "Enter on its column says what it is for", "Enter auf der Spalte sagt, wofür sie steht";
    import_help_column(): "Enter where it is named names another one", "Enter an der Stelle, wo sie genannt ist, nennt eine andere";
}

/// What to do on the screen, where the command line names an option.
pub fn import_help(lang: Lang, trouble: &Trouble) -> Option<&'static str> {
    let word: Word = match trouble {
        Trouble::NothingMapped => import_help_map,
        Trouble::NoDates => import_help_date,
        Trouble::UnclearDates(_) => import_help_dates,
        Trouble::KpiTwice(_) => import_help_twice,
        Trouble::NoKpi(_) | Trouble::NotOfAnswers(_) => import_help_answers,
        Trouble::NoColumn(_) => import_help_column,
        _ => return None,
    };
    Some(word(lang))
}

/// What wrote a file.
pub fn import_tool(lang: Lang, tool: Tool) -> &'static str {
    match tool {
        Tool::Qualtrics => "Qualtrics",
        Tool::SurveyMonkey => "SurveyMonkey",
        Tool::Typeform => "Typeform",
        Tool::GoogleForms => "Google Forms",
        Tool::Plain => import_plain(lang),
    }
}

/// A character between fields, by its name.
pub fn import_delimiter(lang: Lang, delimiter: u8) -> String {
    let word: Word = match delimiter {
        b'\t' => import_tab,
        b',' => import_comma,
        b';' => import_semicolon,
        b' ' => import_space,
        other => return char::from(other).to_string(),
    };
    word(lang).to_owned()
}
