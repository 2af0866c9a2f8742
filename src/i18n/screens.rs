//! Words of the screens around the Map: header, inspector, dialogs, help, an unreadable file.

use super::{Lang, texts};

texts! {
    screen_marked(count: usize): "{count} marked", "{count} markiert";
    screen_one_error(): "1 error", "1 Fehler";
    screen_many_errors(count: usize): "{count} errors", "{count} Fehler";
    screen_one_warning(): "1 warning", "1 Warnung";
    screen_many_warnings(count: usize): "{count} warnings", "{count} Warnungen";

    outline_lent(): "company.ron", "aus company.ron";
    inspector_required(): "required", "erforderlich";
    inspector_unknown(): "unknown field", "unbekanntes Feld";
    inspector_empty(): "Nothing here yet: a adds.", "Noch nichts hier: a fügt etwas ein.";
    inspector_findings(): "Findings", "Befunde";
    inspector_latest(): "Latest figure", "Letztes Ergebnis";
    inspector_figure(): "Figure", "Ergebnis";
    inspector_gap(gap: &str, experience: &str, expectation: &str): "Gap {gap}: experience {experience}, expectation {expectation}", "Lücke {gap}: Erlebnis {experience}, Erwartung {expectation}";
    inspector_no_gap(): "Gap unknown: experience and expectation are both needed", "Lücke unbekannt: Erlebnis und Erwartung braucht es beide";
    inspector_on(value: &str, date: &str): "{value} on {date}", "{value} am {date}";
    inspector_target(goal: &str): "target {goal}", "Zielwert {goal}";
    inspector_target_by(goal: &str, date: &str): "target {goal} by {date}", "Zielwert {goal} bis {date}";
    inspector_no_target(): "no target", "kein Zielwert";
    inspector_added(): "added up from the segments", "aus den Segmenten addiert";

    no_figure(why: &str): "No figure: {why}", "Kein Ergebnis: {why}";
    no_figure_twice(): "two readings for the same period", "zwei Messwerte für dieselbe Periode";
    no_figure_not_addable(): "a value without its counts cannot be added to others", "ein Wert ohne seine Zahlen lässt sich nicht mit anderen addieren";
    no_figure_no_reading(): "there is no reading yet", "noch kein Messwert";
    no_figure_no_metric(): "the KPI has no metric yet", "die Kennzahl hat noch keine Metrik";

    dialog_position(at: usize, count: usize): "{at} of {count}", "{at} von {count}";
    dialog_lines(first: usize, last: usize, count: usize): "lines {first}–{last} of {count}", "Zeilen {first}–{last} von {count}";
    dialog_chosen(count: usize): "{count} chosen", "{count} gewählt";
    dialog_nothing_fits(): "Nothing fits: Backspace widens the search.", "Nichts passt: Backspace erweitert die Suche.";
    help_title(): "Keys", "Tasten";

    unreadable_title(): "This file cannot be read as a journey.", "Diese Datei ist nicht als Journey lesbar.";
    unreadable_place(line: usize, column: usize): "Line {line}, column {column}", "Zeile {line}, Spalte {column}";
    unreadable_help(): "Nothing was changed; the file is read-only here. Ctrl-E opens the text in $EDITOR, and the map comes back when the text is good.", "Es wurde nichts verändert; die Datei ist hier schreibgeschützt. Ctrl-E öffnet den Text in $EDITOR; die Karte kommt zurück, sobald er stimmt.";
}

/// How many errors.
pub fn screen_errors(lang: Lang, count: usize) -> String {
    match count {
        1 => screen_one_error(lang).to_owned(),
        _ => screen_many_errors(lang, count),
    }
}

/// How many warnings.
pub fn screen_warnings(lang: Lang, count: usize) -> String {
    match count {
        1 => screen_one_warning(lang).to_owned(),
        _ => screen_many_warnings(lang, count),
    }
}
