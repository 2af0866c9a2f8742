//! Words of the screen that compares two versions, or two files.

use super::{Lang, texts};
use crate::app::compare::Sort;

texts! {
    scope_compare(): "Compare", "Vergleich";
    cmd_go_compare(): "compare with twin, file or revision", "mit Zwilling, Datei, Revision vergleichen";
    cmd_take_difference(): "take this over from the other one", "dies vom anderen übernehmen";
    cmd_take_element(): "take over all of this element", "alles an diesem Element übernehmen";
    cmd_filter_differences(): "only new, gone, moved, changed; all", "nur neue, entfallene, verschobene, geänderte; alle";
    cmd_show_evidence(): "comments and evidence: show or leave out", "Kommentare und Belege: zeigen oder weglassen";
    cmd_next_difference(): "next difference", "nächster Unterschied";
    cmd_difference_before(): "difference before", "vorheriger Unterschied";
    foot_take_over(): "take over", "übernehmen";
    foot_take_all(): "whole element", "ganzes Element";
    foot_filter(): "filter", "filtern";

    compare_title(): "Compare with what?", "Womit vergleichen?";
    compare_twin(title: &str): "The twin: {title}", "Der Zwilling: {title}";
    compare_head(): "The last commit", "Der letzte Commit";
    compare_revision(): "Another revision …", "Eine andere Revision …";
    compare_file(): "Another file …", "Eine andere Datei …";
    compare_again(): "The same as before", "Dasselbe wie zuvor";
    compare_evidence_out(count: usize): "{count} in comments and evidence: a shows", "{count} in Kommentaren, Belegen: a zeigt";
    compare_evidence_in(count: usize): "{count} in comments and evidence: a hides", "{count} in Kommentaren, Belegen: a verbirgt";
    compare_file_title(): "Compare with which file?", "Mit welcher Datei vergleichen?";
    compare_file_hint(): "A journey. It is only read; what you take over comes into this one.", "Eine Journey. Sie wird nur gelesen; was Sie übernehmen, kommt in diese hier.";
    compare_unreadable(name: &str): "{name} cannot be read, or is of another kind than this file.", "{name} ist nicht lesbar oder von anderer Art als diese Datei.";
    compare_none(): "Nothing is compared yet: g v asks with what.", "Noch wird nichts verglichen: g v fragt, womit.";
    compare_alike(): "The two say the same.", "Die beiden sagen das Gleiche.";
    compare_this(): "this file", "diese Datei";
    compare_is_this(name: &str): "{name} (this file)", "{name} (diese Datei)";
    compare_is_other(name: &str, file: &str): "{name} ({file})", "{name} ({file})";
    compare_both(): "both", "beide";
    compare_new(count: usize): "{count} new", "{count} neu";
    compare_gone(count: usize): "{count} gone", "{count} entfallen";
    compare_moved(count: usize): "{count} moved", "{count} verschoben";
    compare_changed(count: usize): "{count} changed", "{count} geändert";
    compare_field(field: &str, value: &str): "{field}: {value}", "{field}: {value}";
    compare_said(name: &str): "{name}: ", "{name}: ";
    compare_change(): "Change", "Änderung";
    compare_gap(): "Gap", "Lücke";

    compare_taken(name: &str): "As in “{name}” now; u takes it back.", "Jetzt wie in «{name}»; u nimmt es zurück.";
    compare_taken_many(count: usize, name: &str): "{count} differences: as in “{name}” now; u takes them back.", "{count} Unterschiede: jetzt wie in «{name}»; u nimmt sie zurück.";
    compare_waits(place: &str): "First take over what it belongs to: {place}", "Übernehmen Sie zuerst, wozu es gehört: {place}";
    compare_nothing(): "There is nothing to take over here.", "Hier gibt es nichts zu übernehmen.";
    compare_only_there(name: &str): "This is in “{name}” alone; t takes it over.", "Das gibt es nur in «{name}»; t übernimmt es.";
}

/// How many differences of a sort.
pub fn compare_count(lang: Lang, sort: Sort, count: usize) -> String {
    match sort {
        Sort::New => compare_new(lang, count),
        Sort::Gone => compare_gone(lang, count),
        Sort::Moved => compare_moved(lang, count),
        Sort::Changed => compare_changed(lang, count),
    }
}
