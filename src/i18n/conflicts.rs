//! Words of a merge that a person decides.

use super::{Lang, texts};
use crate::git::OperationKind;

texts! {
    scope_conflicts(): "Conflicts", "Konflikte";
    cmd_go_conflicts(): "to the conflicts of a merge", "zu den Konflikten eines Merge";
    cmd_take_ours(): "take our side", "unsere Seite übernehmen";
    cmd_take_theirs(): "take their side", "die andere Seite übernehmen";
    cmd_take_both(): "take both texts", "beide Texte übernehmen";
    cmd_type_own(): "answer in your own words", "selbst formulieren";
    cmd_as_it_stands(): "let it stand as merged", "so stehen lassen";
    cmd_next_conflict(): "to the next open conflict", "zum nächsten offenen Konflikt";
    cmd_show_conflict(): "show it on the Map", "auf der Karte zeigen";
    foot_ours(): "ours", "unsere";
    foot_theirs(): "theirs", "andere";
    foot_both(): "both", "beide";
    foot_own(): "own", "eigene";
    foot_next(): "next", "weiter";

    conflicts_none(): "There is no conflict to decide.", "Es gibt keinen Konflikt zu entscheiden.";
    conflicts_progress(done: usize, count: usize):
        "{done} of {count} answered",
        "{done} von {count} beantwortet";
    conflicts_all_answered():
        "All conflicts are answered: Ctrl-S saves, g m shows the result.",
        "Alle Konflikte sind beantwortet: Ctrl-S speichert, g m zeigt das Ergebnis.";
    conflict_base(): "before", "vorher";
    conflict_ours(): "ours", "unsere";
    conflict_theirs(): "theirs", "andere";
    conflict_nothing(): "nothing there", "nicht vorhanden";
    conflict_gone(): "removed", "entfernt";
    conflict_open(): "open", "offen";
    conflict_took_ours(): "ours", "unsere Seite";
    conflict_took_theirs(): "theirs", "andere Seite";
    conflict_own_words(): "own words", "eigene Worte";
    conflict_as_it_stands(): "as it stands", "wie es steht";
    conflict_gone_ours():
        "Ours removed it; theirs changed it or needs it:",
        "Unsere Seite hat es entfernt; die andere hat es geändert oder braucht es:";
    conflict_gone_theirs():
        "Theirs removed it; ours changed it or needs it:",
        "Die andere Seite hat es entfernt; unsere hat es geändert oder braucht es:";
    conflict_two_homes():
        "Both moved it, each to another place.",
        "Beide haben es verschoben, jede Seite an einen anderen Ort.";
    conflict_two_orders():
        "Both put these into another order.",
        "Beide haben hier verschieden umgeordnet.";
    conflict_not_both():
        "Only one of the two can stand here: o or t.",
        "Hier kann nur eines von beiden stehen: o oder t.";
    conflict_not_typed():
        "Here one of the two sides is chosen: o or t.",
        "Hier wird eine der beiden Seiten gewählt: o oder t.";

    conflicts_undecided_title(count: usize):
        "{count} conflicts are not answered",
        "{count} Konflikte sind nicht beantwortet";
    conflicts_undecided_text():
        "Saved now, they stand as the merge has put them: ours first, nothing lost.",
        "Jetzt gespeichert, stehen sie, wie der Merge sie gelegt hat: unsere zuerst, nichts verloren.";
    conflicts_save_so(): "save all the same", "trotzdem speichern";

    merge_unknown(): "Conflict", "Konflikt";
    foreign_title(): "The file was changed meanwhile", "Die Datei wurde inzwischen geändert";
    foreign_ours(): "what you have here", "was Sie hier haben";
    foreign_theirs(): "what stands in the file", "was in der Datei steht";
    foreign_merged(path: &str):
        "{path} was changed meanwhile: those changes are merged in, and all is saved",
        "{path} wurde inzwischen geändert: Jene Änderungen sind eingearbeitet, alles ist gespeichert";
    foreign_conflicts():
        "The file was changed meanwhile, in the same places: decide, then save again.",
        "Die Datei wurde inzwischen an denselben Stellen geändert: entscheiden Sie, dann speichern Sie erneut.";
    foreign_gone_title():
        "What others changed in the file would be gone",
        "Was andere in der Datei geändert haben, wäre weg";
    foreign_gone_text():
        "You undid the step that brought it in. Ctrl-R takes it again; saved now, your version stands alone.",
        "Sie haben den Schritt rückgängig gemacht, der es brachte. Ctrl-R holt ihn wieder; jetzt gespeichert steht Ihre Fassung allein.";
    git_conflicts_of(what: &str):
        "git left this file in conflict ({what}): decide, then save.",
        "git hat diese Datei im Konflikt gelassen ({what}): entscheiden Sie, dann speichern Sie.";
    git_still_in_conflict():
        "git still counts this file as in conflict: `git add` tells it that it is resolved.",
        "git zählt diese Datei noch zu den Konflikten: `git add` sagt, dass sie gelöst ist.";
    stage_title(): "Tell git that the conflicts are resolved?", "git sagen, dass die Konflikte gelöst sind?";
    stage_text(path: &str):
        "Staging {path} (git add) marks it as resolved. Nothing is committed.",
        "{path} vormerken (git add) markiert sie als gelöst. Es wird nichts committet.";
    stage_yes(): "stage it", "vormerken";
    stage_no(): "not now", "jetzt nicht";
    staged(path: &str): "{path} is staged: git takes it as resolved", "{path} ist vorgemerkt: für git ist sie gelöst";
}

/// The key of saving with conflicts that are not answered.
pub fn conflicts_save_so_key(_: Lang) -> char {
    's'
}

/// The key of staging.
pub fn stage_yes_key(lang: Lang) -> char {
    match lang {
        Lang::En => 's',
        Lang::De => 'v',
    }
}

/// The key of not staging.
pub fn stage_no_key(_: Lang) -> char {
    'n'
}

/// What git is in the middle of; git's own words are the same in all languages.
pub fn operation(lang: Lang, kind: OperationKind) -> &'static str {
    match kind {
        OperationKind::Merge => "Merge",
        OperationKind::Rebase => "Rebase",
        OperationKind::CherryPick => "Cherry-pick",
        OperationKind::Revert => "Revert",
        OperationKind::Stash => "Stash",
        OperationKind::Patches => "Patch",
        OperationKind::Unknown => merge_unknown(lang),
    }
}
