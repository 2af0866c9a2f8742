//! What the screens say: questions, hints, messages.

use super::{Lang, texts};
use crate::document::plan::PlanError;
use crate::ron_text::EditError;
use crate::term::EditorError;

texts! {
    yes(): "yes", "ja";
    no(): "no", "nein";
    not_set(): "— not set —", "— nicht gesetzt —";
    cancel(): "cancel", "abbrechen";
    new_metric(): "New figure", "Neue Kennzahl";
    named(kind: &str, name: &str): "{kind} “{name}”", "{kind} «{name}»";
    new_of(kind: &str): "New: {kind}", "Neu: {kind}";
    name_hint(): "Its name; the id is made from it", "Der Name; die Kennung entsteht daraus";
    text_hint(): "Alt-Enter starts a new line", "Alt-Enter beginnt eine neue Zeile";
    new_text_hint(): "Every line becomes an item; Alt-Enter starts a new line", "Jede Zeile wird ein Eintrag; Alt-Enter beginnt eine neue Zeile";
    date_hint(): "YYYY-MM-DD", "TT.MM.JJJJ oder JJJJ-MM-TT";
    date_or_none_hint(): "YYYY-MM-DD; may stay empty", "TT.MM.JJJJ oder JJJJ-MM-TT; darf leer bleiben";
    number_hint(): "A number", "Eine Zahl";
    owner_hint(): "A person, or a department by its name", "Eine Person oder eine Abteilung, mit Namen";
    id_title(): "Change the id; references follow", "Kennung ändern; Verweise folgen";
    id_hint(): "Small letters, digits and hyphens", "Kleinbuchstaben, Ziffern und Bindestriche";
    moment_title(name: &str): "Why is “{name}” a Moment of Truth?", "Warum ist «{name}» ein Moment of Truth?";
    moment_hint(people: &str): "What do {people} find out here about your promise?", "Was erfahren {people} hier über Ihr Versprechen?";
    note_title(): "Note", "Notiz";
    note_hint(): "Alt-Enter starts a new line", "Alt-Enter beginnt eine neue Zeile";
    save_as_title(): "Save to which file?", "In welche Datei speichern?";
    save_as_hint(): "A name that ends in .ron", "Ein Name, der auf .ron endet";
    palette_title(): "Commands and places", "Befehle und Stellen";
    search_title(): "Search all texts", "Alle Texte durchsuchen";
    search_no_hit(text: &str): "No text has “{text}”.", "Kein Text enthält «{text}».";
    search_at(at: usize, count: usize, text: &str, place: &str): "{at} of {count} “{text}”: {place}", "{at} von {count} «{text}»: {place}";
    menu_title(): "Keys", "Tasten";
    menu_more(): "more", "mehr";
    menu_go(): "go to", "gehen zu";
    menu_map(): "what the map shows", "was die Karte zeigt";
    menu_close(): "close", "schliessen";
    menu_back(): "back", "zurück";
    menu_cut(): "Not all fit here: ? shows all.", "Hier passen nicht alle: ? zeigt alle.";
    text_needed(): "Something must stand here.", "Hier muss etwas stehen.";
    due_hint(): "YYYY-MM-DD, or the next 31.12.; may stay empty", "TT.MM.JJJJ, auch ohne Jahr, oder JJJJ-MM-TT; darf leer bleiben";
    answer_first(): "Not saved: answer the question first.", "Nicht gespeichert: Beantworten Sie zuerst die Frage.";
    date_needed(): "This is no date. Write YYYY-MM-DD, for example 2026-09-30.", "Das ist kein Datum. Schreiben Sie zum Beispiel 30.09.2026.";
    number_needed(low: &str, high: &str): "Write a whole number from {low} to {high}.", "Schreiben Sie eine ganze Zahl von {low} bis {high}.";
    any_number_needed(): "This is no number that fits here.", "Das ist keine Zahl, die hier passt.";
    unsaved(): "unsaved", "nicht gespeichert";
    read_only(): "read-only", "nur lesen";
    new_journey(): "New journey", "Neue Journey";
    no_terminal(): "the screens need a terminal", "die Ansichten brauchen ein Terminal";
    no_terminal_help(): "run touchline in a terminal, or print the map with touchline show FILE", "starten Sie touchline in einem Terminal, oder drucken Sie die Karte mit touchline show FILE";
    no_home(): "There is no home folder for recovery copies: set HOME.", "Es gibt keinen Heimordner für Sicherungskopien: Setzen Sie HOME.";
    open_one_of(files: &str): "open one of its journeys: {files}", "öffnen Sie eine ihrer Journeys: {files}";
    save_refused(what: &str, help: &str): "Not saved: {what}; {help}.", "Nicht gespeichert: {what}; {help}.";
    editor_no_text(): "The editor left no UTF-8 text, so nothing was changed.", "Der Editor hat keinen UTF-8-Text hinterlassen; darum wurde nichts geändert.";
    editor_spelling(): "$EDITOR has a quote without its counterpart, so nothing was changed.", "$EDITOR hat ein Anführungszeichen ohne Gegenstück; darum wurde nichts geändert.";
    editor_missing(program: &str): "$EDITOR names {program}, which is not there. Set EDITOR to your editor.", "$EDITOR nennt {program}; das Programm gibt es nicht. Setzen Sie EDITOR auf Ihren Editor.";
    editor_failed(program: &str): "{program} ended with an error, so nothing was changed.", "{program} endete mit einem Fehler; darum wurde nichts geändert.";
    editor_io(cause: &str): "The text could not be handed to the editor: {cause}. Nothing was changed.", "Der Text liess sich dem Editor nicht übergeben: {cause}. Nichts wurde geändert.";
    panicked(what: &str, place: &str): "touchline has a defect and had to stop: {what} ({place}). The file is as it was last saved. Please report this.", "touchline hat einen Fehler und musste abbrechen: {what} ({place}). Die Datei ist so, wie sie zuletzt gespeichert wurde. Bitte melden Sie das.";
    copy_title(): "Take the copy?", "Kopie übernehmen?";
    copy_text(): "A save of this file was interrupted. A complete copy of the text that was to be saved is kept.", "Das Speichern dieser Datei wurde unterbrochen. Eine vollständige Kopie des Textes, der gespeichert werden sollte, ist da.";
    copy_take(): "take the copy (u undoes)", "Kopie übernehmen (u macht es rückgängig)";
    copy_leave(): "leave the file as it is", "Datei lassen, wie sie ist";
    undone(): "Undone.", "Rückgängig gemacht.";
    redone(): "Done again.", "Wiederholt.";
    nothing_to_undo(): "There is nothing to undo.", "Es gibt nichts rückgängig zu machen.";
    nothing_to_redo(): "There is nothing to do again.", "Es gibt nichts zu wiederholen.";
    saved(file: &str): "Saved {file}.", "{file} gespeichert.";
    saved_elsewhere(file: &str, old: &str): "Saved {file}: you work on this file from now on, no longer on {old}.", "{file} gespeichert: Sie arbeiten ab jetzt an dieser Datei, nicht mehr an {old}.";
    elsewhere_title(): "Save it elsewhere?", "Anderswo speichern?";
    elsewhere_text(): "What you have here is complete, and stays unsaved until it is saved somewhere.", "Was Sie hier haben, ist vollständig und bleibt ungespeichert, bis es irgendwo gespeichert ist.";
    elsewhere_place(file: &str): "It can be saved to {file} instead, and you go on there.", "Es lässt sich stattdessen in {file} speichern, und Sie arbeiten dort weiter.";
    elsewhere_take(): "save there", "dort speichern";
    elsewhere_other(): "choose another place", "einen anderen Ort wählen";
    elsewhere_again(): "try again", "noch einmal versuchen";
    elsewhere_leave(): "leave it unsaved", "ungespeichert lassen";
    duplicated(): "Duplicated.", "Dupliziert.";
    copied(): "Copied.", "Kopiert.";
    pasted(): "Pasted.", "Eingesetzt.";
    nothing_to_paste(): "Nothing was copied here yet: y copies. From another window, paste with the key of the terminal (Ctrl-Shift-V, ⌘V).", "Hier wurde noch nichts kopiert: y kopiert. Aus einem anderen Fenster fügt die Taste des Terminals ein (Ctrl-Shift-V, ⌘V).";
    cannot_paste_here(kind: &str): "{kind}: cannot be pasted here.", "{kind}: lässt sich hier nicht einsetzen.";
    no_touchpoint_here(): "There is no touchpoint here: a adds one.", "Hier ist kein Berührungspunkt: a fügt einen ein.";
    no_stage_here(): "There is no stage here: a on the list of stages adds one.", "Hier ist keine Phase: a auf der Liste der Phasen fügt eine ein.";
    only_touchpoints_move(): "Only touchpoints move to another stage.", "Nur Berührungspunkte lassen sich in eine andere Phase verschieben.";
    only_one_kind(): "What is marked is of several kinds; a field can be set for one kind at a time.", "Markiert ist Verschiedenes; ein Feld lässt sich nur für eine Art auf einmal setzen.";
    to_which_stage(): "To which stage?", "In welche Phase?";
    set_which_field(count: usize): "Which field? ({count} marked)", "Welches Feld? ({count} markiert)";
    dragging(what: &str, onto: &str): "{what} goes to {onto}", "{what} geht zu {onto}";
    dragging_before(what: &str, onto: &str): "{what} goes before {onto}", "{what} geht vor {onto}";
    dragging_after(what: &str, onto: &str): "{what} goes after {onto}", "{what} geht hinter {onto}";
    dropped_nowhere(): "Nothing was moved: there is nothing here to drop it on.", "Nichts wurde verschoben: Hier ist nichts, worauf man es ablegen kann.";
    cannot_drop(): "It cannot be dropped there.", "Dort lässt es sich nicht ablegen.";
    no_element_to_paste(): "What was pasted is no element of a journey. To paste it as text, open a field first.", "Eingefügt wurde kein Element einer Journey. Um es als Text einzufügen, öffnen Sie zuerst ein Feld.";
    lacking_title(): "What is pasted refers to what this journey lacks. Bring it along?", "Das Eingefügte verweist auf etwas, das dieser Journey fehlt. Mitbringen?";
    bring_along(): "bring along", "mitbringen";
    paste_without(): "paste without it", "ohne einfügen";
    own_curve(): "none chosen: the map's own curve", "keine gewählt: die Kurve der Karte";
    empty_file_title(): "This file is empty", "Diese Datei ist leer";
    empty_file_text(): "Nothing is written until you save.", "Geschrieben wird erst, wenn Sie speichern.";
    empty_file_begin(): "begin a journey", "Customer Journey beginnen";
    empty_file_leave(): "leave it empty", "leer lassen";
    which_personas(): "Curves of which personas?", "Kurven welcher Personas?";
    which_path(): "Which path?", "Welcher Weg?";
    path_all(): "All touchpoints", "Alle Berührungspunkte";
    path_main(): "Main line only", "Nur der Hauptweg";
    no_persona(): "There is no persona yet: the outline (g o) adds one.", "Noch keine Persona: Die Gliederung (g o) fügt eine ein.";
    no_path(): "There is no other path yet: the outline (g o) adds one.", "Noch kein anderer Weg: Die Gliederung (g o) fügt einen ein.";
    no_file_yet(): "There is no file yet: Ctrl-S saves to one.", "Noch keine Datei: Ctrl-S speichert in eine.";
    reread(): "Read again.", "Neu gelesen.";
    reread_over(): "Read again; u brings back what was not saved.", "Neu gelesen; u holt zurück, was nicht gespeichert war.";
    reread_merged(): "Read again: what others changed is merged into what you have here.", "Neu gelesen: Was andere geändert haben, ist in Ihre Fassung eingearbeitet.";
    reread_no_text(): "The file is no UTF-8 text now, so nothing was read.", "Die Datei ist kein UTF-8-Text mehr; darum wurde nichts gelesen.";
    unknown_keys(keys: &str): "{keys} means nothing here.", "{keys} bedeutet hier nichts.";
    nothing_to_copy(): "Texts and elements can be copied; this is neither.", "Kopieren lassen sich Texte und Elemente; das hier ist keines davon.";
    look_title(): "Colours", "Farben";
    look_dark(): "Dark", "Dunkel";
    look_light(): "Light", "Hell";
    look_contrast(): "High contrast", "Hoher Kontrast";
    look_sixteen(): "Sixteen colours of the terminal", "Sechzehn Farben des Terminals";
    look_mono(): "No colours", "Ohne Farben";
    leave_title(): "Leave this file?", "Diese Datei verlassen?";
    leave_save(): "save and go on", "speichern und weiter";
    no_company(): "There is no company.ron in this folder.", "In diesem Ordner liegt keine company.ron.";
    lent(): "It stands in company.ron; Enter opens that.", "Das steht in company.ron; Enter öffnet die Datei.";
    only_for_journeys(screen: &str): "{screen}: only journeys have it. This is a company.", "{screen}: nur für Journeys. Dies ist ein Unternehmen.";
    no_further(): "It goes no further.", "Weiter geht es nicht.";
    end_of_scale(value: &str): "The emotion is at the end of its scale: {value}.", "Die Emotion ist am Ende der Skala: {value}.";
    required_stays(field: &str): "{field} must be there; Enter changes it.", "{field} muss gesetzt sein; Enter ändert den Wert.";
    unknown_field_kept(): "This program does not know the field and keeps it; Ctrl-E opens the text.", "Das Programm kennt dieses Feld nicht und behält es; Ctrl-E öffnet den Text.";
    only_elements(): "Only elements with an id can be duplicated.", "Nur Elemente mit Kennung lassen sich duplizieren.";
    nothing_to_pick(field: &str): "{field}: there is nothing to choose from yet. Add it to the journey first (g j).", "{field}: noch nichts zur Auswahl. Fügen Sie es zuerst der Journey hinzu (g j).";
    referenced_title(what: &str): "{what}, or something in it, is referred to. Delete it and clear these references?", "Auf {what} oder etwas darin wird verwiesen. Löschen und diese Verweise entfernen?";
    several_referenced_title(count: usize): "Some of these {count} are referred to. Delete them and clear these references?", "Auf einige dieser {count} wird verwiesen. Löschen und diese Verweise entfernen?";
    clear_references(): "delete and clear", "löschen und entfernen";
    quit_title(): "Quit?", "Beenden?";
    quit_text(): "There are changes that are not saved.", "Es gibt Änderungen, die nicht gespeichert sind.";
    quit_save(): "save and quit", "speichern und beenden";
    quit_discard(): "discard the changes", "Änderungen verwerfen";
    plan_unreadable(): "The file cannot be read as a journey, so it is read-only. Ctrl-E opens the text.", "Die Datei ist nicht als Journey lesbar und darum schreibgeschützt. Ctrl-E öffnet den Text.";
    plan_no_place(): "What was to change is not there any more.", "Was geändert werden sollte, ist nicht mehr da.";
    plan_locked(id: &str): "Two elements have the id “{id}”. Give one of them another id first.", "Zwei Elemente haben die Kennung «{id}». Geben Sie zuerst einem davon eine andere.";
    plan_bad_value(): "The value cannot be written as RON.", "Der Wert lässt sich nicht als RON schreiben.";
    plan_no_slug(id: &str): "“{id}” is no id: small letters, digits and hyphens, at most 64.", "«{id}» ist keine Kennung: Kleinbuchstaben, Ziffern und Bindestriche, höchstens 64.";
    plan_taken(id: &str): "Another element has the id “{id}”.", "Ein anderes Element hat die Kennung «{id}».";
    plan_comment(): "A comment would be lost, so nothing was changed. Ctrl-E opens the text.", "Ein Kommentar ginge verloren; darum wurde nichts geändert. Ctrl-E öffnet den Text.";
    plan_not_as_meant(): "The text would not say what was meant, so nothing was changed. Ctrl-E opens the text.", "Der Text würde nicht das Gemeinte sagen; darum wurde nichts geändert. Ctrl-E öffnet den Text.";
}

/// The key of “cancel”.
pub fn cancel_key(lang: Lang) -> char {
    match lang {
        Lang::En => 'c',
        Lang::De => 'a',
    }
}

/// The key of “save and quit”.
pub fn quit_save_key(_: Lang) -> char {
    's'
}

/// The key of “save there”.
pub fn elsewhere_take_key(_: Lang) -> char {
    's'
}

/// The key of “choose another place”.
pub fn elsewhere_other_key(_: Lang) -> char {
    'o'
}

/// The key of “try again”.
pub fn elsewhere_again_key(lang: Lang) -> char {
    match lang {
        Lang::En => 't',
        Lang::De => 'n',
    }
}

/// The key of “leave it unsaved”.
pub fn elsewhere_leave_key(lang: Lang) -> char {
    match lang {
        Lang::En => 'l',
        Lang::De => 'u',
    }
}

/// The key of “discard the changes”.
pub fn quit_discard_key(lang: Lang) -> char {
    match lang {
        Lang::En => 'd',
        Lang::De => 'v',
    }
}

/// The key of “take the copy”.
pub fn copy_take_key(lang: Lang) -> char {
    match lang {
        Lang::En => 't',
        Lang::De => 'k',
    }
}

/// The key of “leave the file”.
pub fn copy_leave_key(_: Lang) -> char {
    'l'
}

/// The key of “bring along”.
pub fn bring_along_key(lang: Lang) -> char {
    match lang {
        Lang::En => 'b',
        Lang::De => 'm',
    }
}

/// The key of “paste without it”.
pub fn paste_without_key(lang: Lang) -> char {
    match lang {
        Lang::En => 'w',
        Lang::De => 'o',
    }
}

/// The key of “delete and clear”.
pub fn clear_references_key(lang: Lang) -> char {
    match lang {
        Lang::En => 'd',
        Lang::De => 'l',
    }
}

/// A flag in words.
pub fn flag(lang: Lang, on: bool) -> &'static str {
    if on { yes(lang) } else { no(lang) }
}

/// Why an edit cannot be.
pub fn plan_error(lang: Lang, error: &PlanError) -> String {
    match error {
        PlanError::Unreadable => plan_unreadable(lang).to_owned(),
        PlanError::NoSuchPlace(_) => plan_no_place(lang).to_owned(),
        PlanError::Locked(element) => plan_locked(lang, &element.id),
        PlanError::BadValue(_) => plan_bad_value(lang).to_owned(),
        PlanError::NotASlug(id) => plan_no_slug(lang, id),
        PlanError::IdTaken(id) => plan_taken(lang, id),
        PlanError::Text(EditError::LosesComment) => plan_comment(lang).to_owned(),
        PlanError::Text(_) | PlanError::NotAsMeant => plan_not_as_meant(lang).to_owned(),
    }
}

/// Why the user's editor gave no text back.
pub fn editor_error(lang: Lang, error: &EditorError) -> String {
    match error {
        EditorError::Spelling => editor_spelling(lang).to_owned(),
        EditorError::NotFound(program) => editor_missing(lang, program),
        EditorError::Failed(program, _) => editor_failed(lang, program),
        EditorError::Io(cause) => editor_io(lang, &cause.to_string()),
    }
}

/// The first words of a note, for its id.
pub fn note_id(text: &str) -> String {
    text.split_whitespace()
        .take(4)
        .collect::<Vec<_>>()
        .join(" ")
}
