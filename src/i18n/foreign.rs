//! Words for what others do to a file that is open.

use super::{Lang, texts};

texts! {
    foreign_reread():
        "The file was changed elsewhere and is read again; u takes that back.",
        "Die Datei wurde anderswo geändert und ist neu gelesen; u nimmt es zurück.";
    foreign_back(): "The file is as it was read again.", "Die Datei ist wieder so, wie sie gelesen wurde.";
    foreign_gone(file: &str):
        "{file} is gone. What you have here is kept; Ctrl-S writes it anew.",
        "{file} ist weg. Was Sie hier haben, bleibt; Ctrl-S schreibt es neu.";
    foreign_unreadable(file: &str):
        "{file} cannot be read as a journey now. What you have here is kept: g r reads the file, g w saves elsewhere.",
        "{file} ist jetzt nicht als Journey lesbar. Was Sie hier haben, bleibt: g r liest die Datei, g w speichert anderswo.";
    foreign_lost(why: &str):
        "{why}. What you have here is kept: g w saves it elsewhere.",
        "{why}. Was Sie hier haben, bleibt: g w speichert es anderswo.";
    foreign_deciding():
        "The file was changed once more: answer the conflicts here, then g r.",
        "Die Datei wurde noch einmal geändert: beantworten Sie die Konflikte hier, dann g r.";
    foreign_decide_first(): "the conflicts here come first", "zuerst kommen die Konflikte hier";

    foreign_text():
        "Somebody else changed it, and you have changes that are not saved.",
        "Jemand anderes hat sie geändert, und Sie haben Änderungen, die nicht gespeichert sind.";
    foreign_fits():
        "The two go together.",
        "Beides geht zusammen.";
    foreign_clash():
        "They clash in one place: once merged, you decide it.",
        "An einer Stelle widersprechen sie sich: Nach dem Einarbeiten entscheiden Sie dort.";
    foreign_clashes(count: usize):
        "They clash in {count} places: once merged, you decide them one by one.",
        "An {count} Stellen widersprechen sie sich: Nach dem Einarbeiten entscheiden Sie dort.";
    foreign_no_merge(why: &str):
        "The two cannot be merged: {why}.",
        "Die beiden lassen sich nicht zusammenführen: {why}.";
    foreign_changed(): "What changed in the file:", "Was sich in der Datei geändert hat:";
    foreign_merge(): "merge it in", "einarbeiten";
    foreign_keep(): "keep mine for now", "vorerst meine behalten";
    foreign_take(): "take theirs", "die andere nehmen";
    foreign_disk(): "on disk", "auf dem Datenträger";
    foreign_show(): "show the differences", "Unterschiede zeigen";

    foreign_mark_changed(): "file changed", "Datei geändert";
    foreign_mark_gone(): "file gone", "Datei fehlt";
    foreign_mark_unreadable(): "file unreadable", "Datei unlesbar";

    foreign_anew_title(file: &str): "{file} is not there any more", "{file} ist nicht mehr da";
    foreign_anew_text(): "Saved now, it is written anew.", "Jetzt gespeichert, wird sie neu geschrieben.";
    reread_same():
        "Nobody else changed the file; what you have here stays.",
        "Niemand sonst hat die Datei geändert; was Sie hier haben, bleibt.";
}

/// The key of “merge it in”.
pub fn foreign_merge_key(lang: Lang) -> char {
    match lang {
        Lang::En => 'm',
        Lang::De => 'e',
    }
}

/// The key of “keep mine for now”.
pub fn foreign_keep_key(lang: Lang) -> char {
    match lang {
        Lang::En => 'k',
        Lang::De => 'v',
    }
}

/// The key of “take theirs”.
pub fn foreign_take_key(lang: Lang) -> char {
    match lang {
        Lang::En => 't',
        Lang::De => 'd',
    }
}

/// The key of “show the differences”.
pub fn foreign_show_key(lang: Lang) -> char {
    match lang {
        Lang::En => 's',
        Lang::De => 'u',
    }
}
