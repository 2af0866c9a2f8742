//! Words of the configuration: what is wrong in it, and the comments of the one to start from.

use super::{Lang, findings, texts};
use crate::app::config::Wrong;
use crate::app::look::Look;
use crate::journey::finding::What;

texts! {
    config_about():
        "Configuration of touchline. Everything may be left out: keep what you change, delete the rest.",
        "Konfiguration von touchline. Alles darf fehlen: Behalten Sie, was Sie ändern; löschen Sie den Rest.";
    config_theme(themes: &str):
        "{themes}; auto: what the terminal asks for",
        "{themes}; auto: was das Terminal verlangt";
    config_lang():
        "en, de; auto: the language of the locale",
        "en, de; auto: die Sprache des Systems";
    config_keys():
        "Keys of each command. C- is Control, A- Alt, S- Shift: C-s, A-Left, S-Tab, F2, Space, Enter.\nKeys that are pressed one after the other have spaces between them: g m. [] takes all keys away.",
        "Tasten der Befehle. C- heisst Ctrl, A- Alt, S- Shift: C-s, A-Left, S-Tab, F2, Space, Enter.\nTasten, die man nacheinander drückt, trennt ein Leerzeichen: g m. [] nimmt alle Tasten weg.";

    config_fine(path: &str): "{path}: no mistakes", "{path}: keine Fehler";
    config_none(path: &str):
        "there is no {path}; touchline works with its own keys",
        "es gibt keine Datei {path}; touchline arbeitet mit seinen eigenen Tasten";
    config_start(path: &str):
        "`touchline config --default > {path}` writes one to start from",
        "`touchline config --default > {path}` legt eine zum Ändern an";
    config_title(file: &str): "Mistakes in {file}", "Fehler in {file}";
    config_continue(): "continue without them", "ohne das weiterarbeiten";
    config_line(line: usize, column: usize, what: &str, help: &str):
        "Line {line}, column {column}: {what} {help}",
        "Zeile {line}, Spalte {column}: {what} {help}";

    config_no_config(): "This is no configuration.", "Das ist keine Konfiguration.";
    config_no_config_help():
        "Write `Config(theme: \"dark\")`, for example.",
        "Schreiben Sie zum Beispiel `Config(theme: \"dark\")`.";
    config_unknown_field(name: &str): "There is no field `{name}`.", "Ein Feld `{name}` gibt es nicht.";
    config_fields(): "The fields are theme, lang and keys.", "Die Felder heissen theme, lang und keys.";
    config_similar(name: &str): "Is `{name}` meant?", "Ist `{name}` gemeint?";
    config_twice(name: &str): "`{name}` stands here for the second time.", "`{name}` steht hier zum zweiten Mal.";
    config_twice_help(): "The first one counts; delete one of the two.", "Das erste gilt; löschen Sie eines der beiden.";
    config_no_text(field: &str): "`{field}` needs a text.", "`{field}` braucht einen Text.";
    config_no_text_help(): "Put it in double quotes.", "Setzen Sie ihn in doppelte Anführungszeichen.";
    config_unknown_theme(name: &str): "There is no theme `{name}`.", "Ein Thema `{name}` gibt es nicht.";
    config_themes(themes: &str): "There are {themes} and auto.", "Es gibt {themes} und auto.";
    config_unknown_lang(name: &str): "There is no language `{name}`.", "Eine Sprache `{name}` gibt es nicht.";
    config_langs(): "There are en, de and auto.", "Es gibt en, de und auto.";
    config_no_map(): "`keys` needs commands with their keys.", "`keys` braucht Befehle mit ihren Tasten.";
    config_no_map_help():
        "Write `keys: {\"save\": [\"C-s\"]}`, for example.",
        "Schreiben Sie zum Beispiel `keys: {\"save\": [\"C-s\"]}`.";
    config_unknown_command(name: &str): "There is no command `{name}`.", "Einen Befehl `{name}` gibt es nicht.";
    config_commands(): "`touchline config --default` lists them all.", "`touchline config --default` führt alle auf.";
    config_group(name: &str): "`{name}` groups commands; they stand without groups.", "`{name}` fasst Befehle zusammen; sie stehen ohne Gruppen.";
    config_group_help():
        "Write `keys: {\"save\": [\"C-s\"]}`: each command with its list.",
        "Schreiben Sie `keys: {\"save\": [\"C-s\"]}`: jeden Befehl mit seiner Liste.";
    config_no_keys(name: &str): "`{name}` needs a list of keys.", "`{name}` braucht eine Liste von Tasten.";
    config_no_keys_help():
        "Write `[\"C-s\", \"F2\"]`, or `[]` for none.",
        "Schreiben Sie `[\"C-s\", \"F2\"]`, oder `[]` für keine.";
    config_bad_key(key: &str): "`{key}` is no key.", "`{key}` ist keine Taste.";
    config_bad_key_help():
        "Keys are written a, A, C-s, A-Left, S-Tab, F2, Space or Enter; several with spaces: g m.",
        "Tasten schreibt man a, A, C-s, A-Left, S-Tab, F2, Space oder Enter; mehrere mit Leerzeichen: g m.";
    config_types(key: &str): "`{key}` types a letter here.", "`{key}` schreibt hier einen Buchstaben.";
    config_types_help():
        "Take a key with Control or Alt, or one that has a name.",
        "Nehmen Sie eine Taste mit Ctrl oder Alt, oder eine mit einem Namen.";
    config_clash(keys: &str, with: &str):
        "`{keys}` belongs to `{with}` already.",
        "`{keys}` gehört schon zu `{with}`.";
    config_clash_help(with: &str):
        "Take another key, or give `{with}` other ones.",
        "Nehmen Sie eine andere Taste, oder geben Sie `{with}` andere.";
}

/// The key of “continue without them”.
pub fn config_continue_key(lang: Lang) -> char {
    match lang {
        Lang::En => 'c',
        Lang::De => 'o',
    }
}

/// What is wrong, and what to do.
pub fn config_mistake(lang: Lang, wrong: &Wrong) -> (String, String) {
    let or = |similar: &Option<&str>, others: String| {
        similar.map_or(others, |name| config_similar(lang, name))
    };
    match wrong {
        Wrong::Syntax(kind) => {
            let what = What::Syntax(kind.clone());
            let hint = findings::hint(lang, &what);
            (findings::finding(lang, &what), hint.unwrap_or_default())
        }
        Wrong::NoConfig => said(config_no_config(lang), config_no_config_help(lang)),
        Wrong::UnknownField { name, similar } => {
            let help = or(similar, config_fields(lang).to_owned());
            (config_unknown_field(lang, name), help)
        }
        Wrong::Twice(name) => said(&config_twice(lang, name), config_twice_help(lang)),
        Wrong::NoText(field) => said(&config_no_text(lang, field), config_no_text_help(lang)),
        Wrong::UnknownTheme { name, similar } => {
            let help = or(similar, config_themes(lang, &themes()));
            (config_unknown_theme(lang, name), help)
        }
        Wrong::UnknownLang(name) => said(&config_unknown_lang(lang, name), config_langs(lang)),
        Wrong::NoMap => said(config_no_map(lang), config_no_map_help(lang)),
        Wrong::UnknownCommand { name, similar } => {
            let help = or(similar, config_commands(lang).to_owned());
            (config_unknown_command(lang, name), help)
        }
        Wrong::Group(name) => said(&config_group(lang, name), config_group_help(lang)),
        Wrong::NoKeys(name) => said(&config_no_keys(lang, name), config_no_keys_help(lang)),
        Wrong::BadKey(key) => said(&config_bad_key(lang, key), config_bad_key_help(lang)),
        Wrong::TypesText(key) => said(&config_types(lang, key), config_types_help(lang)),
        Wrong::Clash { keys, with } => said(
            &config_clash(lang, keys, with),
            &config_clash_help(lang, with),
        ),
    }
}

fn said(what: &str, help: &str) -> (String, String) {
    (what.to_owned(), help.to_owned())
}

fn themes() -> String {
    Look::ALL.map(Look::name).join(", ")
}
