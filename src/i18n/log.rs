//! Words of the history of a file.

use super::texts;

texts! {
    log_deleted(): "the file was deleted", "die Datei wurde gelöscht";
    log_unreadable(): "this version cannot be read as a journey", "diese Fassung ist nicht als Journey lesbar";
    log_before_unreadable():
        "the version before cannot be read, so what changed is not known",
        "die Fassung davor ist nicht lesbar; was sich änderte, ist darum nicht bekannt";
    log_renamed(from: &str): "the file was renamed; it was {from}", "die Datei wurde umbenannt; sie hiess {from}";
    log_layout(): "only the layout", "nur die Darstellung";
    log_started(stages: usize, touchpoints: usize):
        "the first version; stages: {stages}, touchpoints: {touchpoints}",
        "die erste Fassung; Phasen: {stages}, Berührungspunkte: {touchpoints}";
    log_more(count: usize): "and {count} more", "und {count} weitere";
}
