//! Words of maps that come from the formats of others.

use super::{Lang, texts};
use crate::exchange::import::Why;

texts! {
    import_map_no_journey(path: &str): "no journey found in {path}", "in {path} steht keine Journey";
    import_map_what_is_read(): "a Mermaid journey diagram is read, alone or in a code block of Markdown", "gelesen wird ein Mermaid-Diagramm «journey», allein oder in einem Codeblock von Markdown";
    import_map_not_utf8(path: &str): "{path} is not UTF-8", "{path} ist nicht in UTF-8 geschrieben";
    import_map_save_as_utf8(): "save it as UTF-8 in the program that wrote it", "speichern Sie die Datei im Programm, das sie schrieb, als UTF-8";
    import_map_counts(stages: usize, touchpoints: usize, personas: usize): "Stages: {stages}, touchpoints: {touchpoints}, personas: {personas}", "Phasen: {stages}, Berührungspunkte: {touchpoints}, Personas: {personas}";
    import_map_unplaced(): "Not understood, or not wholly taken over", "Nicht verstanden oder nicht ganz übernommen";
    import_map_all_placed(): "Every line found its place.", "Jede Zeile hat ihren Platz gefunden.";
    import_map_line(line: usize, text: &str, why: &str): "line {line}: {text} · {why}", "Zeile {line}: {text} · {why}";
    import_map_not_understood(): "not understood", "nicht verstanden";
    import_map_no_score(): "without a score, so without emotion", "ohne Wertung, darum ohne Emotion";
    import_map_odd_score(): "the score is no whole number from 1 to 5, so without emotion", "die Wertung ist keine ganze Zahl von 1 bis 5, darum ohne Emotion";
    import_map_too_much(): "what stands behind the actors is left out", "was hinter den Beteiligten steht, bleibt weg";
    import_map_no_stage(): "before the first section, so in a stage with the title of the map", "vor dem ersten Abschnitt, darum in einer Phase mit dem Titel der Karte";
    import_map_description(): "a description of the picture is left out", "eine Beschreibung des Bildes bleibt weg";
    import_map_another(): "another diagram, left out; import it from a file of its own", "ein weiteres Diagramm, bleibt weg; importieren Sie es aus einer eigenen Datei";
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
    }
}
