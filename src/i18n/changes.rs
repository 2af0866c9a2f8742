//! Words of what changed against another version of the file.

use super::texts;

texts! {
    cmd_show_changes(): "mark what changed since the last commit", "markieren, was seit dem letzten Commit geändert ist";
    cmd_compare_with(): "mark what changed against a revision", "markieren, was gegenüber einer Revision geändert ist";
    changes_title(): "Compare with which revision?", "Mit welcher Revision vergleichen?";
    changes_hint():
        "A commit, branch or tag of git: HEAD~3, main, v1.2, or the beginning of an id.",
        "Ein Commit, Branch oder Tag von git: HEAD~3, main, v1.2 oder der Anfang einer id.";
    changes_none(revision: &str): "Nothing differs from {revision}.", "Kein Unterschied zu {revision}.";
    changes_one(revision: &str): "1 difference from {revision} is marked.", "1 Unterschied zu {revision} ist markiert.";
    changes_many(count: usize, revision: &str):
        "{count} differences from {revision} are marked: + new, ~ changed, » moved.",
        "{count} Unterschiede zu {revision} sind markiert: + neu, ~ geändert, » verschoben.";
    changes_off(): "Changes are not marked any more.", "Änderungen sind nicht mehr markiert.";
    changes_not_there(revision: &str): "This file is not in {revision}.", "Diese Datei gibt es in {revision} nicht.";
    changes_count(revision: &str, count: usize): "± {revision}: {count}", "± {revision}: {count}";
    was(revision: &str, value: &str): "{revision}: {value}", "{revision}: {value}";
}
