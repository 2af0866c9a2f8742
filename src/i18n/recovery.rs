//! Words of recovery: what a crash left unsaved.

use super::{Lang, texts};

texts! {
    recovery_title(): "There is work that was not saved", "Es gibt Arbeit, die nicht gespeichert wurde";
    recovery_text(when: &str): "touchline ended on {when} before this was saved. Recovering it makes these changes; u takes them back.", "touchline endete am {when}, bevor das gespeichert war. Wiederhergestellt ändert es Folgendes; u nimmt es zurück.";
    recovery_no_words(): "What would change cannot be said in words: one of the two texts cannot be read as a journey.", "Was sich ändern würde, lässt sich nicht in Worten sagen: Einer der beiden Texte ist nicht als Journey lesbar.";
    recovery_take(): "recover it", "wiederherstellen";
    recovery_later(): "ask again next time", "nächstes Mal wieder fragen";
    recovery_discard(): "discard it for good", "endgültig verwerfen";
    recovery_file(): "what the file says now", "was jetzt in der Datei steht";
    recovery_unsaved(): "what was not saved", "was nicht gespeichert wurde";
    recovery_done(): "Recovered. Save it to keep it.", "Wiederhergestellt. Speichern Sie, um es zu behalten.";
    recovery_nothing(): "Nothing was missing: all of it is in the file.", "Nichts fehlte: Alles steht schon in der Datei.";
    recovery_refused(why: &str): "What you type is not safe from a crash: the recovery log cannot be written ({why}). Save often.", "Was Sie schreiben, ist vor einem Absturz nicht sicher: Das Wiederherstellungsprotokoll ist nicht schreibbar ({why}). Speichern Sie oft.";
    recovery_kept(log: &str): "What you had not saved is kept in {log}: open the file again to recover it.", "Was Sie nicht gespeichert hatten, liegt in {log}: Öffnen Sie die Datei wieder, um es wiederherzustellen.";
}

/// The key of “recover it”.
pub fn recovery_take_key(lang: Lang) -> char {
    match lang {
        Lang::En => 'r',
        Lang::De => 'w',
    }
}

/// The key of “ask again next time”.
pub fn recovery_later_key(lang: Lang) -> char {
    match lang {
        Lang::En => 'a',
        Lang::De => 'n',
    }
}
