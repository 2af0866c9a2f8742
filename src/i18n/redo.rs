//! Words of a committed merge that is redone by id.

use super::texts;

texts! {
    redo_no_merge(revision: &str):
        "{revision} is no merge commit: there is nothing to redo",
        "{revision} ist kein Merge-Commit: Es gibt nichts nachzuvollziehen";
    redo_octopus(revision: &str, count: usize):
        "{revision} merges {count} commits at once, which is not redone: git makes such a merge only where no lines conflict",
        "{revision} vereint {count} Commits auf einmal und wird nicht nachvollzogen: git macht das nur, wo sich keine Zeilen widersprechen";
    redo_criss_cross(revision: &str, count: usize):
        "{revision} has {count} merge bases (a criss-cross merge) and is not redone: look at it yourself",
        "{revision} hat {count} gemeinsame Ausgangspunkte (ein gekreuzter Merge) und wird nicht nachvollzogen: sehen Sie selbst nach";
    redo_shallow(revision: &str):
        "{revision} is a merge, but this shallow clone does not have what it was made of",
        "{revision} ist ein Merge, aber diesem flachen Klon fehlt, woraus er entstand";
    redo_fetch():
        "fetch the whole history: fetch-depth: 0 in actions/checkout, or git fetch --unshallow",
        "holen Sie die ganze Geschichte: fetch-depth: 0 in actions/checkout, oder git fetch --unshallow";
    redo_nothing():
        "the two sides of this merge changed no journey in common",
        "die beiden Seiten dieses Merge haben keine Journey gemeinsam geändert";
    redo_not_judged(path: &str, why: &str):
        "{path} is not judged: {why}",
        "{path} wird nicht beurteilt: {why}";

    redo_commit(id: &str, subject: &str): "{id} “{subject}”", "{id} «{subject}»";
    redo_lost(commit: &str):
        "a change of {commit} is not in the merge; merged by id it is",
        "eine Änderung von {commit} fehlt im Merge; nach ids zusammengeführt ist sie da";
    redo_unsaid():
        "neither side says so: it came up in the merge",
        "keine der beiden Seiten sagt das: Es kam erst im Merge auf";
    redo_undecided():
        "the two sides do not go together here, and git merged the lines without asking",
        "hier passen die beiden Seiten nicht zusammen, und git hat die Zeilen ohne Rückfrage vereint";
    redo_look(ours: &str, theirs: &str):
        "decide between {ours} and {theirs}",
        "entscheiden Sie zwischen {ours} und {theirs}";
    redo_no_file():
        "The file is not in the merge",
        "Die Datei fehlt im Merge";
    redo_unreadable():
        "the merged file cannot be read as a journey, and both sides could",
        "die zusammengeführte Datei ist nicht als Journey lesbar, beide Seiten waren es";
    redo_twins():
        "in the merged file elements share an id or have none, and on neither side did they",
        "in der zusammengeführten Datei haben Elemente dieselbe id oder keine, was auf keiner Seite so war";
    redo_run_check():
        "`touchline check` with this file says where; then merge it again with touchline git install",
        "`touchline check` mit dieser Datei zeigt, wo; führen Sie sie dann mit touchline git install neu zusammen";
}
