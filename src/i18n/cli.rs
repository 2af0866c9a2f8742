//! Words of the command line. clap's own stay English.

use super::{Lang, texts};

texts! {
    cli_help(): "help", "Hilfe";
    cli_note(): "note", "Anmerkung";

    cli_one_error(): "1 error", "1 Fehler";
    cli_errors(count: usize): "{count} errors", "{count} Fehler";
    cli_one_warning(): "1 warning", "1 Warnung";
    cli_warnings(count: usize): "{count} warnings", "{count} Warnungen";
    cli_one_advice(): "1 piece of advice", "1 Hinweis";
    cli_advices(count: usize): "{count} pieces of advice", "{count} Hinweise";
    cli_no_findings(): "no findings", "keine Befunde";
    cli_in_one_file(): "in 1 file", "in 1 Datei";
    cli_in_files(count: usize): "in {count} files", "in {count} Dateien";

    cli_no_files():
        "no *.ron files there",
        "keine *.ron-Dateien dort";
    cli_skipped(path: &str):
        "{path} is skipped: neither a Journey nor a Company",
        "{path} wird übergangen: weder Journey noch Company";
    cli_lost_company(path: &str):
        "{path} cannot be read as a company: references to it are not checked",
        "{path} ist nicht als Company lesbar: Verweise darauf werden nicht geprüft";

    cli_not_the_same(path: &str):
        "{path} was left as it is: in canonical form it would not say the same",
        "{path} bleibt, wie es ist: In kanonischer Form stünde darin nicht dasselbe";
    cli_report_bug():
        "this is an error of touchline; please report it with the file",
        "das ist ein Fehler von touchline; bitte melden Sie ihn mit der Datei";
    cli_no_home():
        "there is no home folder, where a recovery copy could be put",
        "es gibt keinen persönlichen Ordner für eine Sicherungskopie";
    cli_set_home(): "set HOME", "setzen Sie HOME";

    cli_no_map(path: &str):
        "{path} is a company and has no map",
        "{path} ist eine Company und hat keine Karte";
    cli_name_a_journey():
        "name one of the journeys beside it",
        "nennen Sie eine der Journeys daneben";
    cli_incomplete(path: &str):
        "{path} has errors: what stands there is not shown",
        "{path} hat Fehler: Was dort steht, fehlt hier";
    cli_run_check():
        "`touchline check` with this file says where they are",
        "`touchline check` mit dieser Datei zeigt, wo sie sind";

    cli_new_written(path: &str, command: &str):
        "{path} is written; open it with `{command}`",
        "{path} ist angelegt; öffnen Sie die Datei mit `{command}`";
    cli_new_ending_added():
        "the name got the ending .ron, by which the journeys of a folder are found",
        "der Name hat die Endung .ron erhalten, an der die Journeys eines Ordners erkannt werden";
    cli_new_other_ending():
        "the journeys of a folder are found by the ending .ron; this file does not have it",
        "die Journeys eines Ordners werden an der Endung .ron erkannt; diese Datei hat sie nicht";
    cli_new_exists(path: &str):
        "{path} is there already and stays as it is",
        "{path} gibt es schon; die Datei bleibt, wie sie ist";
    cli_new_open_it(command: &str):
        "choose another name, or open it with `{command}`",
        "wählen Sie einen anderen Namen, oder öffnen Sie die Datei mit `{command}`";

    diff_unclear():
        "these arguments do not say which two versions to compare",
        "aus diesen Argumenten geht nicht hervor, welche zwei Fassungen zu vergleichen sind";
    diff_see_help():
        "name two files, or at most two revisions and then files; `touchline diff --help` shows examples",
        "nennen Sie zwei Dateien, oder höchstens zwei Revisionen und dann Dateien; `touchline diff --help` zeigt Beispiele";
    diff_added(content: &str): "New file: {content}", "Neue Datei: {content}";
    diff_deleted(content: &str): "File deleted: {content}", "Datei gelöscht: {content}";
    diff_layout(): "No difference in content (layout only).", "Kein inhaltlicher Unterschied (nur die Gestaltung des Textes).";
    diff_same(): "No difference.", "Kein Unterschied.";
    diff_changes(section: &str, count: usize): "{section}: {count} changes", "{section}: {count} Änderungen";
    diff_one_stage(): "1 stage", "1 Phase";
    diff_stages(count: usize): "{count} stages", "{count} Phasen";
    diff_one_touchpoint(): "1 touchpoint", "1 Berührungspunkt";
    diff_touchpoints(count: usize): "{count} touchpoints", "{count} Berührungspunkte";

    cli_no_output(cause: &str):
        "error: cannot write the result: {cause}",
        "Fehler: Das Ergebnis lässt sich nicht schreiben: {cause}";
}

/// What is in a journey, in numbers.
pub fn diff_content(lang: Lang, stages: usize, touchpoints: usize) -> String {
    let stages = match stages {
        1 => diff_one_stage(lang).to_owned(),
        _ => diff_stages(lang, stages),
    };
    let touchpoints = match touchpoints {
        1 => diff_one_touchpoint(lang).to_owned(),
        _ => diff_touchpoints(lang, touchpoints),
    };
    format!("{stages}, {touchpoints}")
}
