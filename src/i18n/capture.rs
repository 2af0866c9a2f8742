//! Words of capture: quick add, and the last change once more.

use super::{Lang, texts};

texts! {
    scope_capture(): "Quick add", "Schnell erfassen";
    cmd_quick_add(): "quick add: line after line", "schnell erfassen, zeilenweise";
    cmd_capture_take(): "add it; an empty line ends", "einfügen; eine leere Zeile beendet";
    cmd_capture_end(): "end quick add", "Erfassen beenden";
    cmd_complete(): "complete the name", "Namen ergänzen";
    cmd_candidate_after(): "to the next name that fits", "zum nächsten passenden Namen";
    cmd_candidate_before(): "to the name before that fits", "zum vorherigen passenden Namen";
    foot_quick_add(): "quick add", "erfassen";
    foot_complete(): "complete", "ergänzen";
    foot_end(): "end", "beenden";

    cmd_repeat(): "the same again, on the next", "dasselbe am nächsten nochmals";
    nothing_to_repeat(): "Nothing was changed yet that could be repeated.", "Noch nichts geändert, das sich wiederholen liesse.";
    no_next_to_repeat(): "There is no next element to repeat it on.", "Kein nächstes Element, an dem es sich wiederholen liesse.";
    cannot_repeat_here(what: &str): "Cannot be repeated here: {what}.", "Lässt sich hier nicht wiederholen: {what}.";
    repeated(what: &str, name: &str): "Again: {what} – {name}", "Nochmals: {what} – {name}";

    capture_after(name: &str): "New after “{name}”", "Neu nach «{name}»";
    capture_in(stage: &str): "New in “{stage}”", "Neu in «{stage}»";
    capture_first_stage(): "New stage", "Neue Phase";
    capture_grammar(): "@owner  #channel  !-2 emotion  * Moment of Truth, and why  >new stage  \\@ just an @", "@Abteilung  #Kanal  !-2 Emotion  * Moment of Truth, und warum  >neue Phase  \\@ bloss ein @";
    capture_list(): "A pasted list becomes that many touchpoints; an empty line ends.", "Eine eingefügte Liste ergibt so viele Berührungspunkte; eine leere Zeile beendet.";
    capture_new_stage(name: &str): "New stage “{name}”", "Neue Phase «{name}»";
    capture_new_name(name: &str): "{name} (new)", "{name} (neu)";
    capture_why_open(): "◆ Moment of Truth, why is still open", "◆ Moment of Truth, Begründung noch offen";
    capture_why(reason: &str): "◆ {reason}", "◆ {reason}";
    capture_unnamed(): "A touchpoint needs a name: type it before the signs.", "Ein Berührungspunkt braucht einen Namen: Schreiben Sie ihn vor die Zeichen.";
    capture_stage_unnamed(): "> and the name of a new stage.", "> und der Name einer neuen Phase.";
    capture_no_stage(): "There is no stage yet: > and a name begins one.", "Noch keine Phase: > und ein Name beginnt eine.";
    capture_off_scale(low: &str, high: &str): "The emotion goes from {low} to {high}.", "Die Emotion geht von {low} bis {high}.";
    capture_unclear(typed: &str, one: &str, other: &str): "“{typed}” may be {one} or {other}: type on, or Tab.", "«{typed}» kann {one} oder {other} sein: weiterschreiben, oder Tab.";
    capture_added_one(): "1 touchpoint added.", "1 Berührungspunkt eingefügt.";
    capture_added_many(count: usize): "{count} touchpoints added.", "{count} Berührungspunkte eingefügt.";
    capture_pasted(added: &str): "{added} u takes the whole list back.", "{added} u nimmt die ganze Liste zurück.";
}

/// How many touchpoints were added.
pub fn capture_added(lang: Lang, count: usize) -> String {
    match count {
        1 => capture_added_one(lang).to_owned(),
        _ => capture_added_many(lang, count),
    }
}
