//! The minutes of a meeting in Markdown: what was decided, what is to be done and answered, how the
//! group voted, and what changed in the journey since it began.

use crate::sort;
use std::collections::HashSet;

use super::markdown::{DOCUMENT, readable, readable_lines, subject};
use crate::compare::{Difference, differences};
use crate::i18n::differences::{Section, Versions};
use crate::i18n::{self as w, InWords, Lang};
use crate::journey::fields::Kind;
use crate::journey::model::{Note, NoteKind};

/// Ids of notes that keep the votes of a group begin so, in every language.
pub const VOTES: &str = "votes-";

/// What the minutes are of.
pub struct MeetingHeld<'m> {
    /// The journey when the meeting began.
    pub begun: InWords<'m>,
    /// The journey now.
    pub now: InWords<'m>,
    /// Ids of the notes that were there before.
    pub notes_before: &'m HashSet<String>,
    /// The day, `YYYY-MM-DD`.
    pub today: &'m str,
    /// The name of the journey's file.
    pub file: Option<String>,
    /// The names of those who took part.
    pub participants: &'m [String],
    /// What the meeting went through.
    pub agenda: &'m str,
    /// So many items it came to.
    pub come_to: usize,
    /// How long it lasted.
    pub seconds: u64,
}

/// A note that was taken in the meeting.
struct Taken<'m> {
    note: &'m Note,
    /// The name of what it is about.
    about: Option<String>,
    /// Where that stands in the journey.
    order: usize,
}

/// The minutes of a meeting.
pub fn minutes(held: &MeetingHeld<'_>) -> String {
    let lang = held.now.lang;
    let taken = taken(held);
    let of = |wanted: &dyn Fn(&Note) -> bool| -> Vec<&Taken<'_>> {
        taken.iter().filter(|it| wanted(it.note)).collect()
    };
    let decisions = of(&|note| note.kind == Some(NoteKind::Decision));
    let todos = of(&|note| note.kind == Some(NoteKind::Todo));
    let questions = of(&|note| note.kind == Some(NoteKind::Question));
    let votes = of(&is_vote);
    let others = of(&|note| matches!(note.kind, None | Some(NoteKind::Idea)) && !is_vote(note));
    let todo = |it: &&Taken<'_>| todo(it, held);
    let parts = [
        head(held),
        list(w::minutes_decisions(lang), &decisions, entry),
        list(w::minutes_todos(lang), &todos, todo),
        list(w::minutes_questions(lang), &questions, entry),
        list(w::minutes_votes(lang), &votes, vote),
        list(w::minutes_notes(lang), &others, entry),
        changes(held),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    match parts.len() {
        1 => format!("{}\n{}\n", parts[0], w::minutes_nothing(lang)),
        _ => parts.join("\n"),
    }
}

/// It keeps the votes of a group.
pub fn is_vote(note: &Note) -> bool {
    note.kind == Some(NoteKind::Idea) && note.id.starts_with(VOTES)
}

fn head(held: &MeetingHeld<'_>) -> String {
    let lang = held.now.lang;
    let title = readable(&w::title_with_audience(lang, &held.now.parsed.journey));
    let agenda = w::minutes_agenda(lang, held.agenda, held.come_to);
    let mut lines = vec![w::minutes_date(lang, &w::date(lang, held.today))];
    if !held.participants.is_empty() {
        let names = readable(&held.participants.join(", "));
        lines.push(w::minutes_participants(lang, &names));
    }
    lines.push(agenda);
    lines.push(w::minutes_duration(lang, &duration(lang, held.seconds)));
    let file = held.file.as_ref();
    lines.extend(file.map(|file| w::minutes_file(lang, &readable(file))));
    let lines: String = lines.iter().map(|line| format!("- {line}\n")).collect();
    format!("# {}\n\n{lines}", w::minutes_title(lang, &title))
}

/// `1 h 12 min`
pub fn duration(lang: Lang, seconds: u64) -> String {
    let minutes = seconds / 60;
    match (minutes / 60, minutes % 60) {
        (0, 0) => w::minutes_short(lang).to_owned(),
        (0, minutes) => format!("{minutes} min"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

/// The notes that were not there when the meeting began, in the order of the journey.
fn taken<'m>(held: &'m MeetingHeld<'_>) -> Vec<Taken<'m>> {
    let notes = held.now.parsed.journey.notes.iter();
    let new = notes.filter(|note| !held.notes_before.contains(&note.id));
    let mut taken: Vec<Taken<'_>> = new.map(|note| placed(note, held)).collect();
    sort::by_key(&mut taken, |it| it.order);
    taken
}

fn placed<'m>(note: &'m Note, held: &MeetingHeld<'_>) -> Taken<'m> {
    let parsed = held.now.parsed;
    let node = note.at.as_deref().and_then(|at| {
        let (_, node) = parsed.index.shared(at).next()?;
        Some(parsed.tree.node(node))
    });
    Taken {
        note,
        about: node.map(|node| held.now.label_of(node)),
        order: node.map_or(usize::MAX, |node| node.span().start),
    }
}

/// A heading and what stands below it; nothing where there is nothing.
fn list<T>(heading: &str, items: &[T], line: impl Fn(&T) -> String) -> String {
    let lines: String = items.iter().map(|it| format!("- {}\n", line(it))).collect();
    match items.is_empty() {
        true => String::new(),
        false => format!("## {heading}\n\n{lines}"),
    }
}

fn entry(taken: &&Taken<'_>) -> String {
    said(taken, &taken.note.text)
}

/// The votes without what the heading says already, in whatever language they were noted.
fn vote(taken: &&Taken<'_>) -> String {
    let text = taken.note.text.as_str();
    let mut starts = [Lang::En, Lang::De].into_iter().map(w::vote_note_start);
    said(
        taken,
        starts.find_map(|it| text.strip_prefix(it)).unwrap_or(text),
    )
}

/// A text, behind what it is about.
fn said(taken: &Taken<'_>, text: &str) -> String {
    match &taken.about {
        Some(about) => {
            let text = readable_lines(text, 2, false);
            format!("**{}:** {text}", readable(about.trim()))
        }
        None => readable_lines(text, 2, true),
    }
}

/// A box to tick, what is to be done, by whom and when.
fn todo(taken: &Taken<'_>, held: &MeetingHeld<'_>) -> String {
    let (lang, note) = (held.now.lang, taken.note);
    let tick = if note.done { "x" } else { " " };
    let owner = note.owner.as_deref();
    let owner = owner.map(|owner| held.now.name_by_id(Some(Kind::Department), owner));
    let due = note.due.as_deref();
    let due = due.map(|due| w::minutes_due(lang, &w::date(lang, due)));
    let aside: Vec<String> = owner.into_iter().chain(due).collect();
    let aside = match aside.is_empty() {
        true => String::new(),
        false => format!(" ({})", readable(&aside.join(", "))),
    };
    format!("[{tick}] {}{aside}", entry(&taken))
}

/// What changed beside the notes above, by stage and touchpoint.
fn changes(held: &MeetingHeld<'_>) -> String {
    let is_told_above =
        |it: &Difference| matches!(it, Difference::Added(key) if key.kind == Kind::Note);
    let mut found = differences(held.begun.parsed, held.now.parsed);
    found.retain(|it| !is_told_above(it));
    let versions = Versions::new(held.begun, held.now, held.today);
    let sections: Vec<String> = versions.sections(&found).iter().map(section).collect();
    match sections.is_empty() {
        true => String::new(),
        false => format!(
            "## {}\n\n{}",
            w::minutes_changes(held.now.lang),
            sections.join("\n")
        ),
    }
}

fn section(section: &Section) -> String {
    let subjects: String = section
        .subjects
        .iter()
        .map(|it| subject(it, &DOCUMENT))
        .collect();
    format!("### {}\n\n{subjects}", readable(&section.heading))
}

#[cfg(test)]
#[path = "minutes_tests.rs"]
mod tests;
