//! Words of merging.

use super::{Lang, texts};
use crate::compare::{NoMerge, Version};

texts! {
    merge_one_conflict(path: &str):
        "{path}: 1 conflict; open it with touchline to decide",
        "{path}: 1 Konflikt; öffnen Sie die Datei mit touchline und entscheiden Sie";
    merge_conflicts(count: usize, path: &str):
        "{path}: {count} conflicts; open it with touchline to decide",
        "{path}: {count} Konflikte; öffnen Sie die Datei mit touchline und entscheiden Sie";
    merge_by_line(path: &str, why: &str):
        "{path} is merged line by line: {why}",
        "{path} wird zeilenweise zusammengeführt: {why}";
    merge_binary(path: &str):
        "{path} is no text: it cannot be merged",
        "{path} ist kein Text: Die Datei lässt sich nicht zusammenführen";
    merge_choose():
        "choose one of the two versions",
        "wählen Sie eine der beiden Fassungen";

    merge_base_unreadable():
        "the version that both come from cannot be read as a journey",
        "die gemeinsame Ausgangsfassung ist nicht als Journey lesbar";
    merge_ours_unreadable():
        "our version cannot be read as a journey",
        "unsere Fassung ist nicht als Journey lesbar";
    merge_theirs_unreadable():
        "their version cannot be read as a journey",
        "die andere Fassung ist nicht als Journey lesbar";
    merge_base_unclear():
        "in the version that both come from, elements share an id or have none",
        "in der gemeinsamen Ausgangsfassung haben Elemente dieselbe id oder keine";
    merge_ours_unclear():
        "in our version, elements share an id or have none",
        "in unserer Fassung haben Elemente dieselbe id oder keine";
    merge_theirs_unclear():
        "in their version, elements share an id or have none",
        "in der anderen Fassung haben Elemente dieselbe id oder keine";
    merge_different_kinds():
        "one is a journey, the other a company",
        "das eine ist eine Journey, das andere eine Company";
    merge_not_as_meant():
        "merged by id it would not say what both sides meant",
        "nach ids zusammengeführt stünde darin nicht, was beide Seiten meinten";
}

/// Why a file is not merged by id.
pub fn merge_why(lang: Lang, why: NoMerge) -> &'static str {
    match why {
        NoMerge::Unreadable(Version::Base) => merge_base_unreadable(lang),
        NoMerge::Unreadable(Version::Ours) => merge_ours_unreadable(lang),
        NoMerge::Unreadable(Version::Theirs) => merge_theirs_unreadable(lang),
        NoMerge::UnclearIds(Version::Base) => merge_base_unclear(lang),
        NoMerge::UnclearIds(Version::Ours) => merge_ours_unclear(lang),
        NoMerge::UnclearIds(Version::Theirs) => merge_theirs_unclear(lang),
        NoMerge::DifferentKinds => merge_different_kinds(lang),
        NoMerge::NotAsMeant => merge_not_as_meant(lang),
    }
}
