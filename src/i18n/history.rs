//! Words of the history of a file on the screens.

use super::texts;

texts! {
    scope_history(): "History", "Verlauf";
    cmd_go_history(): "to the history of the file in git", "zum Verlauf der Datei in git";
    cmd_view_version(): "show this version, read-only", "diese Fassung ansehen";
    cmd_mark_version(): "compare others with this version", "andere mit dieser Fassung vergleichen";
    cmd_bring_back(): "bring something back from this version", "etwas aus dieser Fassung zurückholen";
    cmd_next_chart(): "chart of the emotion, or of the next KPI", "Kurve der Emotion oder der nächsten Kennzahl";
    foot_view(): "view", "ansehen";
    foot_compare(): "compare", "vergleichen";
    foot_bring_back(): "bring back", "zurückholen";
    foot_chart(): "chart", "Kurve";
    history_loading(count: usize): "{count} versions, and more are coming …", "{count} Fassungen, weitere kommen …";
    history_versions(count: usize): "{count} versions", "{count} Fassungen";
    history_one(): "1 version", "1 Fassung";
    history_none(): "git knows no version of this file yet: commit it first.", "git kennt noch keine Fassung dieser Datei: committen Sie sie zuerst.";
    history_emotion(): "Mean emotion", "Mittlere Emotion";
    history_first(): "The first version.", "Die erste Fassung.";
    history_layout(): "Nothing but the layout, or one of the two cannot be read.", "Nur die Darstellung, oder eine der beiden ist nicht lesbar.";
    history_against(name: &str): "against {name}", "gegenüber {name}";
    history_viewing(name: &str): "This is the version of {name}, read-only: q leads back.", "Das ist die Fassung vom {name}, nur zum Lesen: q führt zurück.";
    history_version(name: &str): "version {name}", "Fassung {name}";
    history_read_only(): "An old version is only read: q leads back to the journey.", "Eine alte Fassung wird nur gelesen: q führt zur Journey zurück.";
    history_while_deciding(): "Decide and save the merge first.", "Entscheiden und speichern Sie zuerst den Merge.";
    history_no_text(): "This version cannot be read as a journey.", "Diese Fassung ist nicht als Journey lesbar.";
    history_nothing_lost(): "There is nothing in this version that the journey does not have now.", "In dieser Fassung ist nichts, was die Journey jetzt nicht hat.";
    history_bring_back_title(): "Bring back what?", "Was zurückholen?";
    history_brought_back(): "Brought back.", "Zurückgeholt.";
}
