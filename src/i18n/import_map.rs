//! Words of maps that come from the formats of others.

use super::{Lang, texts};
use crate::exchange::import::{NoMap, Why};

texts! {
    cmd_import_map(): "make a journey of a map: Mermaid, Markdown, CSV, JSON", "Journey aus einer Karte machen: Mermaid, Markdown, CSV, JSON";
    import_map_file_title(): "Make a journey of which map?", "Aus welcher Karte eine Journey machen?";
    import_map_file_hint(): "Mermaid, Markdown, CSV or JSON. It is only read; you see first what would come in.", "Mermaid, Markdown, CSV oder JSON. Sie wird nur gelesen; Sie sehen zuerst, was hereinkäme.";
    import_map_preview(path: &str): "Write {path}?", "{path} schreiben?";
    import_map_write(): "write and open", "schreiben und öffnen";
    import_map_elsewhere(): "under another name", "unter anderem Namen";
    import_map_name_title(): "Write the journey to which file?", "In welche Datei die Journey schreiben?";
    import_map_name_hint(): "A new file; its ending is .ron", "Eine neue Datei; sie endet auf .ron";
    import_map_no_journey(path: &str): "no journey found in {path}", "in {path} steht keine Journey";
    import_map_what_is_read(): "it reads a Mermaid journey diagram, a table in Markdown or CSV with stages or touchpoints as rows or columns, and JSON of touchline export", "gelesen werden ein Mermaid-Diagramm «journey», eine Tabelle in Markdown oder CSV mit Phasen oder Berührungspunkten als Zeilen oder Spalten, und JSON von touchline export";
    import_map_no_json(path: &str, line: usize, column: usize): "{path} is not valid JSON: line {line}, column {column}", "{path} ist kein gültiges JSON: Zeile {line}, Spalte {column}";
    import_map_mend_json(): "mend it there, or write it again with touchline export", "berichtigen Sie es dort, oder schreiben Sie es mit touchline export neu";
    import_map_too_large(path: &str): "{path} is too large for a map: it may have 2 MiB and 50,000 touchpoints", "{path} ist zu gross für eine Karte: erlaubt sind 2 MiB und 50’000 Berührungspunkte";
    import_map_divide(): "import parts of it, each from a file of its own", "importieren Sie Teile davon, jeden aus einer eigenen Datei";
    import_map_not_utf8(path: &str): "{path} is not UTF-8", "{path} ist nicht in UTF-8 geschrieben";
    import_map_save_as_utf8(): "save it as UTF-8 in the program that wrote it", "speichern Sie die Datei im Programm, das sie schrieb, als UTF-8";
    import_map_counts(stages: usize, touchpoints: usize, personas: usize): "Stages: {stages}, touchpoints: {touchpoints}, personas: {personas}", "Phasen: {stages}, Berührungspunkte: {touchpoints}, Personas: {personas}";
    import_map_unplaced(): "Not understood, or not wholly taken over", "Nicht verstanden oder nicht ganz übernommen";
    import_map_all_placed(): "Every line found its place.", "Jede Zeile hat ihren Platz gefunden.";
    import_map_line(line: usize, text: &str, why: &str): "line {line}: {text} · {why}", "Zeile {line}: {text} · {why}";
    import_map_not_understood(): "not understood", "nicht verstanden";
    import_map_no_score(): "without a score, so without emotion", "ohne Wertung, darum ohne Emotion";
    import_map_odd_score(): "the score is no whole number of the scale, so without emotion", "die Wertung ist keine ganze Zahl der Skala, darum ohne Emotion";
    import_map_too_much(): "what stands behind the actors is left out", "was hinter den Beteiligten steht, bleibt weg";
    import_map_no_stage(): "before the first section, so in a stage with the title of the map", "vor dem ersten Abschnitt, darum in einer Phase mit dem Titel der Karte";
    import_map_description(): "a description of the picture is left out", "eine Beschreibung des Bildes bleibt weg";
    import_map_another(): "another diagram, left out; import it from a file of its own", "ein weiteres Diagramm, bleibt weg; importieren Sie es aus einer eigenen Datei";
    import_map_another_table(): "another table, left out; if it is a map, import it from a file of its own", "eine weitere Tabelle, bleibt weg; ist sie eine Karte, importieren Sie sie aus einer eigenen Datei";
    import_map_no_stage_above(): "no stage stands above it, left out", "darüber steht keine Phase, bleibt weg";
    import_map_no_field(): "no field for it in a table, left out", "dafür gibt es in einer Tabelle kein Feld, bleibt weg";
    import_map_no_emotion(): "words without a number, kept as a thought", "Worte ohne Zahl, als Gedanke übernommen";
    import_map_odd_number(): "no whole number from 1 to 5, left out", "keine ganze Zahl von 1 bis 5, bleibt weg";
    import_map_no_choice(): "none of the words for it, left out", "keines der Wörter dafür, bleibt weg";
    import_map_twice(): "something else stands there already, left out", "dort steht schon etwas anderes, bleibt weg";
    import_map_of_the_first(): "the first persona: touchpoints that name nobody count as hers", "die erste Persona: Berührungspunkte, die niemanden nennen, zählen zu ihr";
    import_map_at_the_first(): "several touchpoints; what is said of all stands at the first", "mehrere Berührungspunkte; was für alle gilt, steht beim ersten";
    import_map_prose(): "text outside of tables is left out, from here on", "Text ausserhalb von Tabellen bleibt weg, ab hier";
    import_map_no_value(): "a value that a journey cannot hold, left out", "ein Wert, den eine Journey nicht halten kann, bleibt weg";
    import_map_too_long(): "a row of over 1 MiB or 16,384 columns ends here, left out; perhaps a quotation mark is not closed", "hier endet eine Zeile von über 1 MiB oder 16’384 Spalten, bleibt weg; vielleicht fehlt ein schliessendes Anführungszeichen";
}

/// Why a file holds no journey, and what to do.
pub fn no_map(lang: Lang, why: &NoMap, name: &str) -> (String, &'static str) {
    match why {
        NoMap::NoneFound => (
            import_map_no_journey(lang, name),
            import_map_what_is_read(lang),
        ),
        NoMap::NoJson(error) => (
            import_map_no_json(lang, name, error.line(), error.column()),
            import_map_mend_json(lang),
        ),
        NoMap::TooLarge => (import_map_too_large(lang, name), import_map_divide(lang)),
    }
}

/// What became of a line.
pub fn import_map_why(lang: Lang, why: Why) -> &'static str {
    match why {
        Why::NotUnderstood => import_map_not_understood(lang),
        Why::NoScore => import_map_no_score(lang),
        Why::OddScore => import_map_odd_score(lang),
        Why::TooMuch => import_map_too_much(lang),
        Why::NoStage => import_map_no_stage(lang),
        Why::Description => import_map_description(lang),
        Why::Another => import_map_another(lang),
        Why::AnotherTable => import_map_another_table(lang),
        Why::NoStageAbove => import_map_no_stage_above(lang),
        Why::NoField => import_map_no_field(lang),
        Why::NoEmotion => import_map_no_emotion(lang),
        Why::OddNumber => import_map_odd_number(lang),
        Why::NoChoice => import_map_no_choice(lang),
        Why::Twice => import_map_twice(lang),
        Why::OfTheFirst => import_map_of_the_first(lang),
        Why::AtTheFirst => import_map_at_the_first(lang),
        Why::Prose => import_map_prose(lang),
        Why::NoValue => import_map_no_value(lang),
        Why::TooLong => import_map_too_long(lang),
    }
}
