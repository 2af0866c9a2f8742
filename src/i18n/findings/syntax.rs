//! Words for texts that are no RON or beyond the limits (E001–E005).

use super::{Said, said};
use crate::i18n::{Lang, texts};
use crate::ron_text::{MAX_BYTES, MAX_DEPTH, MAX_VALUES, SyntaxErrorKind};

/// Sentence and hint.
pub(super) fn say(lang: Lang, kind: &SyntaxErrorKind) -> Said {
    use SyntaxErrorKind as K;
    match kind {
        K::NotUtf8 => said(not_utf8(lang), not_utf8_hint(lang)),
        K::ConflictMarker => said(conflict(lang), conflict_hint(lang)),
        K::TooDeep => said(too_deep(lang, MAX_DEPTH), too_deep_hint(lang)),
        K::TooLarge => said(too_large(lang, MAX_BYTES >> 20), too_large_hint(lang)),
        K::TooManyValues => said(too_many(lang, MAX_VALUES >> 20), too_large_hint(lang)),
        K::UnexpectedCharacter(found) => {
            said(unexpected(lang, &visible(*found)), unexpected_hint(lang))
        }
        K::UnclosedString => said(string(lang), string_hint(lang)),
        K::UnclosedComment => said(comment(lang), comment_hint(lang)),
        K::UnclosedContainer { .. } => said(container(lang), container_hint(lang)),
        K::ExpectedValue => said(no_value(lang), no_value_hint(lang)),
        K::ExpectedCommaOrClose => said(no_comma(lang), no_comma_hint(lang)),
        K::ExpectedColon => said(no_colon(lang), no_colon_hint(lang)),
        K::WrongClose { .. } => said(wrong_close(lang), wrong_close_hint(lang)),
        K::TrailingText => said(trailing(lang), trailing_hint(lang)),
        K::BadEscape => said(escape(lang), escape_hint(lang)),
        K::BadNumber => said(number(lang), number_hint(lang)),
        K::BadChar => said(character(lang), character_hint(lang)),
        K::BadExtension => said(extension(lang), extension_hint(lang)),
        K::MixedFields => said(mixed(lang), mixed_hint(lang)),
        K::Empty => said(empty(lang), empty_hint(lang)),
    }
}

/// The character, or its number where one would not see it.
fn visible(found: char) -> String {
    let has_width = unicode_width::UnicodeWidthChar::width(found).is_some_and(|width| width > 0);
    if found.is_whitespace() || !has_width {
        format!("U+{:04X}", found as u32)
    } else {
        found.to_string()
    }
}

texts! {
    not_utf8():
        "The file is not stored as UTF-8: from here on its bytes are no text.",
        "Die Datei ist nicht als UTF-8 gespeichert: Ab hier sind ihre Bytes kein Text.";
    not_utf8_hint():
        "Store it as UTF-8 in your editor, or convert it: `iconv -f windows-1252 -t utf-8`.",
        "Speichern Sie sie im Editor als UTF-8, oder wandeln Sie sie um: `iconv -f windows-1252 -t utf-8`.";
    conflict():
        "A merge has left a conflict here.",
        "Hier steht noch ein Konflikt aus einer Zusammenführung.";
    conflict_hint():
        "Choose between the two sides, and delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`.",
        "Entscheiden Sie sich für eine Seite, und löschen Sie die Zeilen mit `<<<<<<<`, `=======` und `>>>>>>>`.";
    too_deep(limit: usize):
        "More than {limit} brackets are open inside one another.",
        "Mehr als {limit} Klammern sind ineinander offen.";
    too_deep_hint():
        "A journey needs fewer than ten levels; most likely brackets are missing before this place.",
        "Eine Customer Journey braucht weniger als zehn Ebenen; vermutlich fehlen vor dieser Stelle Klammern.";
    too_large(limit: usize):
        "The file is larger than {limit} MiB and is not read.",
        "Die Datei ist grösser als {limit} MiB und wird nicht gelesen.";
    too_many(limit: usize):
        "The file has more than {limit} million values and is not read.",
        "Die Datei hat mehr als {limit} Millionen Werte und wird nicht gelesen.";
    too_large_hint():
        "A journey holds findings, not data: keep raw answers, pictures and exports elsewhere.",
        "Eine Customer Journey enthält Erkenntnisse, keine Daten: Bewahren Sie Rohantworten, Bilder und Exporte anderswo auf.";
    unexpected(found: &str):
        "`{found}` cannot stand here.",
        "`{found}` kann hier nicht stehen.";
    unexpected_hint():
        "Texts stand in straight double quotes (`\"`), comments after `//`.",
        "Texte stehen in geraden doppelten Anführungszeichen (`\"`), Kommentare nach `//`.";
    string():
        "The text that starts here has no closing quote.",
        "Dem Text, der hier beginnt, fehlt das schliessende Anführungszeichen.";
    string_hint():
        "Close it with `\"`; a quote inside a text is written `\\\"`.",
        "Schliessen Sie ihn mit `\"`; ein Anführungszeichen im Text schreibt man `\\\"`.";
    comment():
        "The comment that starts here has no end.",
        "Der Kommentar, der hier beginnt, hat kein Ende.";
    comment_hint():
        "Close it with `*/`.",
        "Schliessen Sie ihn mit `*/`.";
    container():
        "The file ends here, and a bracket is still open.",
        "Die Datei endet hier, und eine Klammer ist noch offen.";
    container_hint():
        "Close it: a list with `]`, everything else with `)`.",
        "Schliessen Sie sie: eine Liste mit `]`, alles andere mit `)`.";
    no_value():
        "A value is missing here.",
        "Hier fehlt ein Wert.";
    no_value_hint():
        "Write a value, or delete what announces one. A field that is not set is left out.",
        "Setzen Sie einen Wert ein, oder löschen Sie das Feld. Ein leeres Feld lässt man weg.";
    no_comma():
        "A comma is missing here.",
        "Hier fehlt ein Komma.";
    no_comma_hint():
        "Put a comma after each field and each item; if the next line starts with text, look for a quote too many.",
        "Setzen Sie nach jedem Feld und jedem Eintrag ein Komma; geht es mit Text weiter, suchen Sie ein überzähliges Anführungszeichen.";
    no_colon():
        "A colon is missing after the name of the field.",
        "Nach dem Namen des Feldes fehlt ein Doppelpunkt.";
    no_colon_hint():
        "Write `field: value`.",
        "Schreiben Sie `feld: wert`.";
    wrong_close():
        "This bracket closes one of another kind.",
        "Diese Klammer passt nicht zu der, die offen ist.";
    wrong_close_hint():
        "What opens with `(` closes with `)`, a list `[` with `]`. One of the two is missing or too many.",
        "Was mit `(` beginnt, endet mit `)`, eine Liste `[` mit `]`. Eine von beiden fehlt oder ist zu viel.";
    trailing():
        "After the end of the file's value there is more text.",
        "Nach dem Ende der Customer Journey steht noch Text.";
    trailing_hint():
        "Delete it, or make it a comment; perhaps a bracket above it closes too early.",
        "Löschen Sie ihn, oder machen Sie einen Kommentar daraus; vielleicht schliesst weiter oben eine Klammer zu früh.";
    escape():
        "The text has a backslash with a sign that RON does not know.",
        "Im Text steht ein Backslash mit einem Zeichen, das RON nicht kennt.";
    escape_hint():
        "Write the backslash itself as `\\\\`, a line break as `\\n`.",
        "Den Backslash selbst schreibt man `\\\\`, einen Zeilenumbruch `\\n`.";
    number():
        "This is not a number.",
        "Das ist keine Zahl.";
    number_hint():
        "Write digits with a point for the decimals, without separators or unit: `1234.5`.",
        "Schreiben Sie Ziffern mit Dezimalpunkt, ohne Trennzeichen und Einheit: `1234.5`.";
    character():
        "Between single quotes there is not exactly one character.",
        "Zwischen einfachen Anführungszeichen steht nicht genau ein Zeichen.";
    character_hint():
        "Texts stand in double quotes: `\"…\"`.",
        "Texte stehen in doppelten Anführungszeichen: `\"…\"`.";
    extension():
        "This line of extensions is malformed, or names one that RON does not have.",
        "Diese Zeile für Erweiterungen ist fehlerhaft oder nennt eine, die es in RON nicht gibt.";
    extension_hint():
        "A journey starts with `#![enable(implicit_some)]`.",
        "Eine Customer Journey beginnt mit `#![enable(implicit_some)]`.";
    mixed():
        "Here are fields with a name and values without one.",
        "Hier stehen Felder mit Namen und Werte ohne Namen beisammen.";
    mixed_hint():
        "Give each value its field: `field: value`.",
        "Geben Sie jedem Wert sein Feld: `feld: wert`.";
    empty():
        "The file is empty.",
        "Die Datei ist leer.";
    empty_hint():
        "`touchline` without a file starts a new journey.",
        "`touchline` ohne Datei beginnt eine neue Customer Journey.";
}
