//! Words of the meeting: its screen, the votes, the minutes.

use super::texts;

texts! {
    scope_meeting(): "Meeting", "Sitzung";
    scope_vote(): "Voting", "Abstimmung";
    agenda_touchpoints(): "All touchpoints", "Alle Berührungspunkte";
    agenda_moments(): "Moments of Truth", "Moments of Truth";
    agenda_gaps(): "Negative gaps, the worst first", "Negative Lücken, die grösste zuerst";
    agenda_stages(): "Stages", "Phasen";

    cmd_meeting(): "lead a meeting, in large type", "Sitzung leiten, in grosser Schrift";
    cmd_meeting_next(): "to the next", "zum nächsten";
    cmd_meeting_before(): "to the one before", "zum vorherigen";
    cmd_decision(): "write down a decision", "Entscheid festhalten";
    cmd_todo(): "write down a to-do: what, who, until when", "Aufgabe festhalten: was, wer, bis wann";
    cmd_question(): "write down an open question", "offene Frage festhalten";
    cmd_vote(): "let the group vote", "die Gruppe abstimmen lassen";
    cmd_agenda(): "another agenda", "andere Traktanden";
    cmd_participants(): "who takes part", "wer teilnimmt";
    cmd_pause(): "stop the clock, or let it run", "Uhr anhalten oder weiterlaufen lassen";
    cmd_reset_time(): "the clock of this one from 0", "Uhr dieses Punkts auf 0";
    cmd_plan_time(): "minutes planned for each", "Minuten je Punkt planen";
    cmd_minutes(): "end: the minutes", "beenden: das Protokoll";
    cmd_leave_meeting(): "leave the meeting", "Sitzung verlassen";
    cmd_vote_take(): "take the median, keep the votes", "Median übernehmen, Stimmen behalten";
    cmd_vote_leave(): "keep the votes alone", "nur die Stimmen behalten";
    cmd_vote_back(): "take the last vote back", "letzte Stimme zurücknehmen";
    cmd_vote_higher(): "to a higher number", "zu einer höheren Zahl";
    cmd_vote_lower(): "to a lower number", "zu einer tieferen Zahl";
    cmd_vote_next(): "between two numbers: nothing", "zwischen zwei Zahlen: nichts";
    cmd_vote_call(): "a vote for the number under the cursor", "eine Stimme für die Zahl am Cursor";

    foot_next_item(): "next", "weiter";
    foot_decision(): "decision", "Entscheid";
    foot_todo(): "to-do", "Aufgabe";
    foot_question(): "question", "Frage";
    foot_vote(): "vote", "Abstimmung";
    foot_minutes(): "minutes", "Protokoll";
    foot_leave(): "leave", "verlassen";
    foot_take_median(): "take the median", "Median übernehmen";
    foot_keep_votes(): "votes alone", "nur Stimmen";
    foot_take_back(): "take back", "zurücknehmen";
    foot_call(): "count one", "zählen";

    meeting_agenda_title(): "What is the meeting to go through?", "Was soll die Sitzung durchgehen?";
    meeting_agenda_none(agenda: &str): "{agenda}: there is none in this journey.", "{agenda}: In dieser Journey gibt es das nicht.";
    meeting_resumed(): "The meeting goes on where it was left.", "Die Sitzung geht weiter, wo sie verlassen wurde.";
    meeting_resumed_anew(): "The meeting goes on where it was left. Changes made before are in the journey; these minutes tell those from now on.", "Die Sitzung geht weiter, wo sie verlassen wurde. Frühere Änderungen stehen in der Journey; das Protokoll nennt die ab jetzt.";
    meeting_empty(): "There is nothing on the agenda any more: a chooses another one.", "Auf der Traktandenliste steht nichts mehr: a wählt eine andere.";
    meeting_read_only(): "An old version stands on the screens; a meeting needs the present one: q goes back to it.", "Eine alte Fassung ist zu sehen; eine Sitzung braucht die heutige: q geht dorthin zurück.";
    meeting_end_here(): "This is the last one: E shows the minutes.", "Das war der letzte Punkt: E zeigt das Protokoll.";
    meeting_start_here(): "This is the first one.", "Das ist der erste Punkt.";
    meeting_at(at: usize, count: usize): "{at} of {count}", "{at} von {count}";
    meeting_next_is(name: &str): "next: {name}", "danach: {name}";
    meeting_last(): "the last one", "der letzte Punkt";
    meeting_of(spent: &str, planned: &str): "{spent} of {planned}", "{spent} von {planned}";
    meeting_total(time: &str): "total {time}", "gesamt {time}";
    meeting_paused(): "paused", "angehalten";
    meeting_emotion(emotion: &str): "emotion {emotion}", "Emotion {emotion}";
    meeting_gap(gap: &str): "gap {gap}", "Lücke {gap}";
    meeting_here(): "you are here", "Sie sind hier";
    meeting_more(count: usize): "… {count} more: Enter shows all", "… {count} weitere: Enter zeigt alles";
    meeting_not_on_stage(): "A stage has none of that; on the agendas of touchpoints it can be set.", "Eine Phase hat das nicht; mit Berührungspunkten als Traktanden lässt es sich setzen.";

    meeting_decision_at(name: &str): "Decision: {name}", "Entscheid: {name}";
    meeting_question_at(name: &str): "Open question: {name}", "Offene Frage: {name}";
    meeting_note_at(name: &str): "Note: {name}", "Notiz: {name}";
    meeting_todo_at(name: &str): "To-do: {name}", "Aufgabe: {name}";
    meeting_noted_decision(): "The decision stands in the journey.", "Der Entscheid steht in der Journey.";
    meeting_noted_todo(): "The to-do stands in the journey.", "Die Aufgabe steht in der Journey.";
    meeting_noted_todo_due(date: &str): "The to-do stands in the journey, due {date}.", "Die Aufgabe steht in der Journey, bis {date}.";
    meeting_noted_question(): "The question stands in the journey.", "Die Frage steht in der Journey.";
    meeting_noted(): "The note stands in the journey.", "Die Notiz steht in der Journey.";
    meeting_todo_owner(): "Who does it? Enter: open for now", "Wer macht es? Enter: noch offen";
    meeting_todo_nobody(): "— nobody yet —", "— noch niemand —";
    meeting_as_typed(): "as typed", "wie getippt";
    meeting_todo_due(): "Until when? Enter: without a date", "Bis wann? Enter: ohne Datum";
    meeting_planned_title(): "Minutes for each one?", "Minuten je Punkt?";
    meeting_planned_hint(): "1 to 240; empty: no plan", "1 bis 240; leer: ohne Plan";

    meeting_participants_title(): "Who takes part?", "Wer nimmt teil?";
    meeting_participants_hint(): "Names with commas between: they head the minutes", "Namen mit Kommas dazwischen: Sie stehen im Kopf des Protokolls";
    meeting_participants_noted(count: usize): "Participants in the minutes: {count}.", "Teilnehmende im Protokoll: {count}.";

    vote_title(): "What is the group to vote on?", "Worüber soll die Gruppe abstimmen?";
    vote_on(field: &str): "Vote: {field}", "Abstimmung: {field}";
    vote_call(low: &str, high: &str): "Type the numbers as they are called: {low} to {high}", "Die Zahlen tippen, wie sie gerufen werden: {low} bis {high}";
    vote_minus(): "− and now the number", "− und jetzt die Zahl";
    vote_not_on_scale(low: &str, high: &str): "The scale goes from {low} to {high}.", "Die Skala geht von {low} bis {high}.";
    vote_too_many_steps(): "This scale has too many steps to vote on: at most 11.", "Diese Skala hat für eine Abstimmung zu viele Stufen: höchstens 11.";
    vote_none_yet(): "Nobody has voted yet.", "Noch hat niemand gestimmt.";
    vote_median(median: &str): "median {median}", "Median {median}";
    vote_mean(mean: &str): "mean {mean}", "Mittel {mean}";
    vote_spread(low: &str, high: &str): "from {low} to {high}", "von {low} bis {high}";
    vote_now(value: &str): "so far: {value}", "bisher: {value}";
    vote_assumption(evidence: &str): "What a group says is an assumption. Evidence here stays: {evidence}.", "Was eine Gruppe sagt, ist eine Annahme. Grundlage hier bleibt: {evidence}.";
    vote_lowers(evidence: &str): "A group estimates: taking it over changes the evidence, {evidence} → Assumed.", "Eine Gruppe schätzt: Übernehmen ändert die Grundlage, {evidence} → Annahme.";
    vote_note_start(): "Votes, ", "Stimmen, ";
    vote_note(field: &str, tally: &str, median: &str): "{field}: {tally}; median {median}, not taken", "{field}: {tally}; Median {median}, nicht übernommen";
    vote_note_taken(field: &str, tally: &str, median: &str): "{field}: {tally} → {median}", "{field}: {tally} → {median}";
    vote_taken(field: &str, value: &str): "{field} is {value} now; the votes are noted.", "{field} ist jetzt {value}; die Stimmen sind notiert.";
    vote_taken_over(field: &str, value: &str, evidence: &str): "{field} is {value} now, evidence Assumed instead of {evidence}; the votes are noted.", "{field} ist jetzt {value}, Grundlage Annahme statt {evidence}; die Stimmen sind notiert.";
    vote_kept(): "The votes are noted; nothing was taken over.", "Die Stimmen sind notiert; übernommen wurde nichts.";

    meeting_leave_title(): "Leave the meeting?", "Sitzung verlassen?";
    meeting_leave_text(): "Something was noted or changed. It is in the journey already; the minutes gather it in a file of their own.", "Es wurde etwas notiert oder geändert. In der Journey steht es schon; das Protokoll sammelt es in einer eigenen Datei.";
    meeting_leave_minutes(): "see the minutes", "Protokoll ansehen";
    meeting_leave_now(): "leave for now, g M comes back", "vorerst verlassen, g M kommt zurück";
    meeting_leave_end(): "end without minutes", "ohne Protokoll beenden";
    minutes_preview(): "The minutes", "Das Protokoll";
    minutes_write(): "write to a file", "in Datei schreiben";
    minutes_copy(): "copy", "kopieren";
    minutes_back(): "back to the meeting", "zurück zur Sitzung";
    minutes_file_title(): "Write the minutes to which file?", "In welche Datei soll das Protokoll?";
    minutes_file_hint(): "A file that is there is never overwritten", "Eine vorhandene Datei wird nie überschrieben";
    minutes_is_there(file: &str): "{file} is there already; this name is free to try.", "{file} gibt es schon; vielleicht geht dieser Name.";
    minutes_copied(): "The minutes are on the clipboard.", "Das Protokoll ist in der Zwischenablage.";
    minutes_written(file: &str): "The minutes are in {file}.", "Das Protokoll steht in {file}.";
    minutes_written_unsaved(file: &str): "The minutes are in {file}. The journey itself is not saved yet: Ctrl-S.", "Das Protokoll steht in {file}. Die Journey selbst ist noch nicht gespeichert: Ctrl-S.";
    minutes_file_word(): "minutes", "protokoll";

    minutes_title(title: &str): "Minutes: {title}", "Protokoll: {title}";
    minutes_date(date: &str): "Date: {date}", "Datum: {date}";
    minutes_agenda(agenda: &str, come_to: usize): "Agenda: {agenda} ({come_to} visited)", "Traktanden: {agenda} ({come_to} besucht)";
    minutes_participants(names: &str): "Participants: {names}", "Teilnehmende: {names}";
    minutes_duration(duration: &str): "Duration: {duration}", "Dauer: {duration}";
    minutes_short(): "less than a minute", "unter einer Minute";
    minutes_file(file: &str): "Journey file: {file}", "Datei der Journey: {file}";
    minutes_decisions(): "Decisions", "Entscheide";
    minutes_todos(): "To-dos", "Aufgaben";
    minutes_questions(): "Open questions", "Offene Fragen";
    minutes_votes(): "Votes", "Stimmen";
    minutes_notes(): "Notes", "Notizen";
    minutes_changes(): "What changed", "Was sich geändert hat";
    minutes_due(date: &str): "due {date}", "bis {date}";
    minutes_nothing(): "Nothing was noted or changed.", "Nichts wurde notiert oder geändert.";
}

/// The key of “see the minutes”.
pub fn meeting_minutes_key(lang: super::Lang) -> char {
    match lang {
        super::Lang::En => 'm',
        super::Lang::De => 'p',
    }
}

/// The key of “leave for now”.
pub fn meeting_leave_key(lang: super::Lang) -> char {
    match lang {
        super::Lang::En => 'l',
        super::Lang::De => 'v',
    }
}

/// The key of “end without minutes”.
pub fn meeting_end_key(lang: super::Lang) -> char {
    match lang {
        super::Lang::En => 'e',
        super::Lang::De => 'o',
    }
}

/// The key of “copy” among the answers below the minutes.
pub fn minutes_copy_key(_: super::Lang) -> char {
    'y'
}

/// The key of “write to a file”.
pub fn minutes_write_key(_: super::Lang) -> char {
    'w'
}

/// The key of “back to the meeting”.
pub fn minutes_back_key(lang: super::Lang) -> char {
    match lang {
        super::Lang::En => 'b',
        super::Lang::De => 'z',
    }
}
