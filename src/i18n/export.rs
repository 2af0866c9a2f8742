//! Words of files in the formats of others.

use super::texts;
use crate::exchange::export::Unprintable;

texts! {
    export_no_format(path: &str): "the ending of {path} says no format", "die Endung von {path} nennt kein Format";
    export_formats(endings: &str): "end the name with one of these, or say --format: {endings}", "geben Sie dem Namen eine dieser Endungen, oder nennen Sie --format: {endings}";
    cmd_export(): "give the journey out: HTML, SVG, Markdown, CSV, JSON, Mermaid", "Journey ausgeben: HTML, SVG, Markdown, CSV, JSON, Mermaid";
    export_word(): "Export", "Ausgabe";
    export_file_title(): "Give the journey out to which file?", "In welche Datei soll die Journey ausgegeben werden?";
    export_file_hint(endings: &str): "Its ending says the format: {endings}", "Die Endung sagt das Format: {endings}";
    export_no_ending(endings: &str): "The ending of the name has to say the format: {endings}", "Die Endung des Namens muss das Format sagen: {endings}";
    export_preview(path: &str): "Write {path}?", "{path} schreiben?";
    export_size(kilobytes: &str): "{kilobytes} KB", "{kilobytes} kB gross";
    export_unsaved_too(): "What is not saved yet is in it too.", "Auch was noch nicht gespeichert ist, kommt mit.";
    export_nothing_lost(): "Everything that the format is for is in it.", "Alles, wofür das Format da ist, kommt mit.";
    export_write(): "write", "schreiben";
    export_replace(): "replace it", "ersetzen";
    export_is_there(path: &str): "{path} is there already. Replace it?", "{path} gibt es schon. Ersetzen?";
    export_done(path: &str): "Written: {path}", "Geschrieben: {path}";
    export_not_printing(): "this build cannot print: install it with cargo install --path . --features print; or export html or svg, and print it in a browser", "diese Ausgabe des Programms kann nicht drucken: installieren Sie es mit cargo install --path . --features print; oder exportieren Sie html oder svg und drucken Sie es im Browser";
    export_unprintable(why: &str): "the picture cannot be drawn: {why}", "das Bild lässt sich nicht zeichnen: {why}";
    export_unprintable_instead(): "try svg, or one stage: --stage ID", "versuchen Sie svg, oder eine Phase allein: --stage ID";
    export_too_many_dots(width: u32, height: u32): "the picture would have {width} × {height} dots", "das Bild hätte {width} × {height} Punkte";
    export_too_many_dots_instead(): "export pdf, which has pages, or one stage: --stage ID", "exportieren Sie pdf, das hat Seiten, oder eine Phase allein: --stage ID";
    export_letters_lack(letters: &str): "the font that ships has no sign for {letters}: boxes stand there; svg takes the fonts of the system", "die mitgelieferte Schrift hat kein Zeichen für {letters}: dort stehen Kästchen; svg nimmt die Schriften des Systems";
    export_only_pictures(): "paper and stages are chosen for pictures: svg, pdf, png", "Papier und Phasen wählt man für Bilder: svg, pdf, png";
    export_only_pages(): "only pdf has pages for --per-stage; --stage ID shows one stage in svg and png too", "nur pdf hat Seiten für --per-stage; --stage ID zeigt eine Phase auch in svg und png";
    export_no_stage(id: &str): "there is no stage with the id {id}", "es gibt keine Phase mit der ID {id}";
    export_stages(ids: &str): "these are there: {ids}", "diese gibt es: {ids}";
    export_no_stream(): "stdin cannot be watched, and stdout neither opened nor written again", "stdin lässt sich nicht beobachten, und stdout weder öffnen noch neu schreiben";
    export_name_files(): "name files: touchline export stay.ron -o stay.html --watch", "nennen Sie Dateien: touchline export stay.ron -o stay.html --watch";
    export_watching(): "written again on each save, Ctrl-C ends", "wird bei jedem Speichern neu geschrieben, Ctrl-C beendet";
    export_written(path: &str): "{path} is written", "{path} ist geschrieben";
    export_stays(path: &str): "{path} stays as it was", "{path} bleibt, wie es war";
    export_no_display(path: &str): "there is no screen to open {path} on: neither WAYLAND_DISPLAY nor DISPLAY is set", "hier ist kein Bildschirm, um {path} zu öffnen: weder WAYLAND_DISPLAY noch DISPLAY ist gesetzt";
    export_no_opener(path: &str, program: &str): "there is no {program} to open {path} with", "es fehlt {program}, um {path} zu öffnen";
    export_opener_failed(program: &str, error: &str): "{program} cannot be run: {error}", "{program} lässt sich nicht ausführen: {error}";
    export_open_yourself(): "the file is written; open it in a browser", "die Datei ist geschrieben; öffnen Sie sie in einem Browser";
    export_mermaid_keeps(): "Mermaid takes title, stages, touchpoints, emotion from 1 to 5, and personas; all else stays out", "Mermaid nimmt Titel, Phasen, Berührungspunkte, Emotion von 1 bis 5 und Personas; alles andere bleibt weg";
    export_markdown_keeps(): "the document holds the map, its Moments of Truth, the latest figure of each KPI, improvements and hand-overs; earlier readings, personas, values of the company and notes stay out", "das Dokument enthält die Karte, ihre Moments of Truth, das letzte Ergebnis jeder Kennzahl, Massnahmen und Nahtstellen; frühere Messwerte, Personas, Unternehmenswerte und Notizen bleiben weg";
    markdown_of(): "Belongs to", "Gehört zu";
    markdown_effect(): "Effect", "Wirkung";
    svg_keeps_map(): "the picture shows names, emotion, gap, channel and owner; all else stays out", "das Bild zeigt Namen, Emotion, Lücke, Kanal und Verantwortliche; alles andere bleibt weg";
    svg_keeps_curve(): "the picture shows names and emotion; all else stays out", "das Bild zeigt Namen und Emotion; alles andere bleibt weg";
    svg_keeps_priorities(): "the picture shows names, importance, expectation and experience; all else stays out", "das Bild zeigt Namen, Wichtigkeit, Erwartung und Erlebnis; alles andere bleibt weg";
    svg_keeps_moments(): "the picture shows the Moments of Truth with gap, promise and KPIs; all else stays out", "das Bild zeigt die Moments of Truth mit Lücke, Versprechen und Kennzahlen; alles andere bleibt weg";
    svg_more(count: usize): "{count} more", "{count} weitere";
    svg_lacking(count: usize): "{count} without all numbers", "{count} ohne alle Zahlen";
    export_unrated(names: &str): "without emotion, so they stand at 3: {names}", "ohne Emotion, sie stehen darum auf 3: {names}";

    export_without_notes(count: usize): "notes stay out, they are for those who work on the map: {count}", "Notizen bleiben weg, sie sind für die Arbeit an der Karte: {count}";
    html_skip(): "Skip to the content", "Zum Inhalt springen";
    html_contents(): "Contents", "Inhalt";
    html_glance(): "At a glance", "Auf einen Blick";
    html_curve(): "Emotion curve", "Emotionskurve";
    html_curve_text(peaks: &str): "The emotion along the journey, touchpoint by touchpoint. {peaks}", "Die Emotion entlang der Journey, Berührungspunkt um Berührungspunkt. {peaks}";
    html_curve_list(): "The curve in numbers:", "Die Kurve in Zahlen:";
    html_peaks(highest: &str, lowest: &str): "Highest: {highest}. Lowest: {lowest}.", "Am höchsten: {highest}. Am tiefsten: {lowest}.";
    html_map_hint(): "The map scrolls in both directions; the first column and the heads stay.", "Die Karte lässt sich in beide Richtungen verschieben; die erste Spalte und die Köpfe bleiben stehen.";
    html_scrolls(part: &str): "{part}, can be scrolled", "{part}, verschiebbar";
    html_two_curves(): "Two emotion curves in one chart; the stages are those of the second. What differs stands further below in sentences.", "Zwei Emotionskurven in einem Diagramm; die Phasen sind jene der zweiten. Was sich unterscheidet, steht weiter unten in Sätzen.";
    html_quadrants_text(): "Each touchpoint by its number in the ranking; the table says the same in numbers.", "Jeder Berührungspunkt mit seiner Nummer in der Rangliste; die Tabelle sagt dasselbe in Zahlen.";
    html_quadrant(): "Where it stands", "Wo er steht";
    html_in_stages(count: usize): "in {count} stages", "in {count} Phasen";
    html_largest_gap(): "Largest gap", "Grösste Lücke";
    html_reached(): "Targets reached", "Zielwerte erreicht";
    html_of_targets(count: usize): "of {count}", "von {count}";
    html_improvements_open(): "Improvements under way", "Massnahmen in Arbeit";
    html_overdue(count: usize): "{count} overdue", "{count} überfällig";
    html_differences(): "What differs", "Was sich unterscheidet";
    html_made(date: &str): "As of {date}. Made with touchline.", "Stand {date}. Erstellt mit touchline.";
}

/// Why nothing was printed, and what to do.
pub fn unprintable(lang: super::Lang, why: &Unprintable) -> (String, &'static str) {
    match why {
        Unprintable::TooLarge(width, height) => (
            export_too_many_dots(lang, *width, *height),
            export_too_many_dots_instead(lang),
        ),
        Unprintable::Drawing(why) => (
            export_unprintable(lang, why),
            export_unprintable_instead(lang),
        ),
    }
}

/// The key that writes.
pub fn export_write_key(lang: super::Lang) -> char {
    match lang {
        super::Lang::En => 'w',
        super::Lang::De => 's',
    }
}
