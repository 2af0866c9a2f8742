//! Commands of a meeting.

use std::path::{Path, PathBuf};

use super::{dialogs, vote};
use crate::app::dialog::{
    Answer, ConfirmDialog, Dialog, Does, FieldDialog, MeetingDoes, PickDialog,
};
use crate::app::edits::{Asked, NewNote, Todo};
use crate::app::effect::{Effect, Unwritten};
use crate::app::meeting::Agenda;
use crate::app::options::Choice;
use crate::app::{App, Screen};
use crate::document::edit::Edit;
use crate::exchange::markdown::as_read;
use crate::i18n::{self as w, Lang};
use crate::journey::fields::Kind;
use crate::journey::model::NoteKind;
use crate::journey::place::ElementKey;
use crate::text::TextField;

/// Minutes that can be planned for an item at most.
const MOST_MINUTES: i64 = 240;

/// Comes back to the meeting that goes on; without one, asks for an agenda.
pub fn start(app: &mut App) -> Vec<Effect> {
    if app.viewing.is_some() {
        app.refuse(w::meeting_read_only(app.lang));
        return Vec::new();
    }
    if app.meetings.now.is_some() {
        app.come_to_meeting();
        return Vec::new();
    }
    match app.resume_meeting() {
        Some(kept) if kept.begun.is_some() => app.tell(w::meeting_resumed(app.lang)),
        Some(_) => app.tell(w::meeting_resumed_anew(app.lang)),
        None => return ask_agenda(app),
    }
    Vec::new()
}

/// Asks what the meeting is to go through, the last choice first.
pub fn ask_agenda(app: &mut App) -> Vec<Effect> {
    let lang = app.lang;
    if app.document.parsed.company.is_some() {
        app.refuse(w::only_for_journeys(lang, w::scope_meeting(lang)));
        return Vec::new();
    }
    let choice = |agenda: Agenda| Choice {
        aside: app.agenda_items(agenda).len().to_string(),
        ..Choice::plain(agenda.word(lang), agenda.name())
    };
    let choices: Vec<Choice> = Agenda::ALL.into_iter().map(choice).collect();
    let is_there = |agenda: &Agenda| !app.agenda_items(*agenda).is_empty();
    let last = Some(app.meetings.agenda).filter(is_there);
    let last = Agenda::ALL.iter().position(|it| Some(*it) == last);
    app.dialogs.push(Dialog::Pick(PickDialog {
        title: w::meeting_agenda_title(lang).to_owned(),
        choices,
        filter: TextField::single_line(""),
        cursor: last.unwrap_or(0),
        several: false,
        asked: Asked::Agenda,
    }));
    Vec::new()
}

/// Takes what was picked: an agenda, who does something, what is voted on.
pub fn picked(app: &mut App, dialog: &PickDialog) -> Vec<Effect> {
    let Some(choice) = dialog.current().map(|at| dialog.choices[at].clone()) else {
        return Vec::new();
    };
    app.dialogs.pop();
    let value = choice.value.as_deref().unwrap_or_default();
    match &dialog.asked {
        Asked::Agenda => take_agenda(app, Agenda::named(value).unwrap_or_default()),
        Asked::TodoOwner(todo) => {
            let owner = choice.value.is_some().then_some(choice);
            ask_due(app, todo, owner);
        }
        Asked::VoteOn(about) => vote::begin(app, about.clone(), value),
        _ => {}
    }
    Vec::new()
}

fn take_agenda(app: &mut App, agenda: Agenda) {
    match app.agenda_items(agenda).is_empty() {
        true => app.refuse(w::meeting_agenda_none(app.lang, agenda.word(app.lang))),
        false => app.begin_meeting(agenda),
    }
}

/// Shows everything about the item, from its name on: its id is nothing to change by a slip.
pub fn open(app: &mut App) -> Vec<Effect> {
    app.show(Screen::Inspector);
    if let Some((_, row)) = app.inspector.pages.last_mut() {
        *row = 1;
    }
    Vec::new()
}

/// One item on.
pub fn next(app: &mut App) -> Vec<Effect> {
    let position = app.meeting_position();
    match position + 1 < app.meeting_items().len() {
        true => app.go_to_position(position + 1),
        false => app.tell(w::meeting_end_here(app.lang)),
    }
    Vec::new()
}

/// One item back.
pub fn before(app: &mut App) -> Vec<Effect> {
    match app.meeting_position().checked_sub(1) {
        Some(position) => app.go_to_position(position),
        None => app.tell(w::meeting_start_here(app.lang)),
    }
    Vec::new()
}

/// To the first item.
pub fn first(app: &mut App) -> Vec<Effect> {
    app.go_to_position(0);
    Vec::new()
}

/// To the last item.
pub fn last(app: &mut App) -> Vec<Effect> {
    app.go_to_position(usize::MAX);
    Vec::new()
}

/// The name of an element.
fn name_of(app: &App, element: &ElementKey) -> String {
    let parsed = &app.document.parsed;
    let node = parsed.index.node(element);
    let name = node.map(|node| app.label_of(parsed.tree.node(node)));
    name.unwrap_or_default()
}

/// Asks for a note on the item.
pub fn ask_note(app: &mut App, kind: Option<NoteKind>) -> Vec<Effect> {
    let Some(about) = app.meeting_item() else {
        return Vec::new();
    };
    let name = name_of(app, &about);
    let title = match kind {
        Some(NoteKind::Decision) => w::meeting_decision_at(app.lang, &name),
        Some(NoteKind::Question) => w::meeting_question_at(app.lang, &name),
        _ => w::meeting_note_at(app.lang, &name),
    };
    let hint = w::note_hint(app.lang).to_owned();
    let asked = Asked::Note { about, kind };
    dialogs::ask(app, title, hint, TextField::multi_line(""), asked);
    Vec::new()
}

/// Asks what is to be done about the item; who and until when follow.
pub fn ask_todo(app: &mut App) -> Vec<Effect> {
    if let Some(about) = app.meeting_item() {
        let title = w::meeting_todo_at(app.lang, &name_of(app, &about));
        let hint = w::note_hint(app.lang).to_owned();
        let asked = Asked::TodoText(about);
        dialogs::ask(app, title, hint, TextField::multi_line(""), asked);
    }
    Vec::new()
}

/// Asks on after an answer: who does what is to be done.
pub fn ask_on(app: &mut App, dialog: &FieldDialog) {
    let Asked::TodoText(about) = &dialog.asked else {
        return;
    };
    let nobody = Choice {
        value: None,
        ..Choice::plain(w::meeting_todo_nobody(app.lang), "")
    };
    let as_typed = Choice {
        is_as_typed: true,
        aside: w::meeting_as_typed(app.lang).to_owned(),
        ..Choice::default()
    };
    let departments = app.elements_of(Some(Kind::Department));
    let choices = [nobody].into_iter().chain(departments).chain([as_typed]);
    app.dialogs.push(Dialog::Pick(PickDialog {
        title: w::meeting_todo_owner(app.lang).to_owned(),
        choices: choices.collect(),
        filter: TextField::single_line(""),
        cursor: 0,
        several: false,
        asked: Asked::TodoOwner(Box::new(Todo {
            about: about.clone(),
            text: dialog.field.value().to_owned(),
            owner: None,
        })),
    }));
}

/// Says that a note was taken: on the screen of the meeting nothing else does.
pub fn tell_noted(app: &mut App, dialog: &FieldDialog) {
    let lang = app.lang;
    let told = match &dialog.asked {
        Asked::Note { kind, .. } => noted(lang, *kind).to_owned(),
        Asked::TodoDue(_) => match dialogs::due(app, dialog.field.value()) {
            Ok(Some(due)) => w::meeting_noted_todo_due(lang, &w::date(lang, &due)),
            _ => noted(lang, Some(NoteKind::Todo)).to_owned(),
        },
        _ => return,
    };
    if app.behind == Screen::Meeting {
        app.done(told);
    }
}

fn noted(lang: Lang, kind: Option<NoteKind>) -> &'static str {
    match kind {
        Some(NoteKind::Decision) => w::meeting_noted_decision(lang),
        Some(NoteKind::Todo) => w::meeting_noted_todo(lang),
        Some(NoteKind::Question) => w::meeting_noted_question(lang),
        Some(NoteKind::Idea) | None => w::meeting_noted(lang),
    }
}

/// Asks until when, with who does it: a department by its id, or a name as it was typed.
fn ask_due(app: &mut App, todo: &Todo, owner: Option<Choice>) {
    let id_or_name = |choice: Choice| match choice.is_as_typed {
        true => choice.label,
        false => choice
            .value
            .unwrap_or_default()
            .trim_matches('"')
            .to_owned(),
    };
    let todo = Todo {
        owner: owner.map(id_or_name),
        ..todo.clone()
    };
    let title = w::meeting_todo_due(app.lang).to_owned();
    let hint = w::due_hint(app.lang).to_owned();
    let asked = Asked::TodoDue(Box::new(todo));
    dialogs::ask(app, title, hint, TextField::single_line(""), asked);
}

/// The edit that adds a to-do.
pub fn todo(app: &App, todo: &Todo, due: Option<String>) -> Edit {
    let note = NewNote {
        kind: Some(NoteKind::Todo),
        owner: todo.owner.as_deref(),
        due: due.as_deref(),
        ..NewNote::on(&todo.about, &todo.text)
    };
    app.new_note(&w::note_id(&todo.text), &note).0
}

/// Stops the clock, or lets it run again.
pub fn pause(app: &mut App) -> Vec<Effect> {
    if let Some(meeting) = &mut app.meetings.now {
        meeting.is_paused = !meeting.is_paused;
    }
    Vec::new()
}

/// The clock of this item from 0.
pub fn reset_time(app: &mut App) -> Vec<Effect> {
    app.reset_spent();
    Vec::new()
}

/// Asks for the minutes planned for each item.
pub fn ask_plan(app: &mut App) -> Vec<Effect> {
    let title = w::meeting_planned_title(app.lang).to_owned();
    let hint = w::meeting_planned_hint(app.lang).to_owned();
    let now = app.meetings.planned.map(|it| it.to_string());
    let field = TextField::single_line(now.unwrap_or_default());
    dialogs::ask(app, title, hint, field, Asked::Planned);
    Vec::new()
}

/// Takes the minutes planned for each item; none where nothing was typed.
///
/// # Errors
/// What was typed is no such number.
pub fn plan(app: &mut App, text: &str) -> Result<(), String> {
    let minutes = match text.trim() {
        "" => None,
        text => Some(dialogs::whole(app, text, 1, MOST_MINUTES)?),
    };
    app.meetings.planned = minutes.and_then(|it| it.parse().ok());
    Ok(())
}

/// Asks who takes part.
pub fn ask_participants(app: &mut App) -> Vec<Effect> {
    let title = w::meeting_participants_title(app.lang).to_owned();
    let hint = w::meeting_participants_hint(app.lang).to_owned();
    let meeting = app.meetings.now.as_ref();
    let now = meeting.map(|it| it.participants.join(", "));
    let field = TextField::single_line(now.unwrap_or_default());
    dialogs::ask(app, title, hint, field, Asked::Participants);
    Vec::new()
}

/// Takes the names of those who take part.
pub fn name_participants(app: &mut App, text: &str) {
    let names = text.split([',', ';', '\n']).map(str::trim);
    let names: Vec<String> = names
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect();
    app.done(w::meeting_participants_noted(app.lang, names.len()));
    if let Some(meeting) = &mut app.meetings.now {
        meeting.participants = names;
    }
}

fn answer(key: char, label: &str, does: MeetingDoes) -> Answer {
    Answer {
        key,
        label: label.to_owned(),
        does: Does::Meeting(does),
    }
}

/// Leaves the meeting; asks what with, where something came of it.
pub fn leave(app: &mut App) -> Vec<Effect> {
    if !app.has_minutes() {
        app.leave_meeting();
        return Vec::new();
    }
    let lang = app.lang;
    app.dialogs.push(Dialog::Confirm(ConfirmDialog {
        title: w::meeting_leave_title(lang).to_owned(),
        lines: vec![w::meeting_leave_text(lang).to_owned()],
        answers: vec![
            answer(
                w::meeting_minutes_key(lang),
                w::meeting_leave_minutes(lang),
                MeetingDoes::ShowMinutes,
            ),
            answer(
                w::meeting_leave_key(lang),
                w::meeting_leave_now(lang),
                MeetingDoes::Leave,
            ),
            answer(
                w::meeting_end_key(lang),
                w::meeting_leave_end(lang),
                MeetingDoes::End,
            ),
        ],
        scroll: 0,
    }));
    Vec::new()
}

/// Shows the minutes as they would be written.
pub fn show_minutes(app: &mut App) -> Vec<Effect> {
    let lang = app.lang;
    let Some(text) = app.minutes() else {
        return Vec::new();
    };
    app.dialogs.push(Dialog::Confirm(ConfirmDialog {
        title: w::minutes_preview(lang).to_owned(),
        lines: as_read(&text),
        answers: vec![
            answer(
                w::minutes_write_key(lang),
                w::minutes_write(lang),
                MeetingDoes::WriteMinutes,
            ),
            answer(
                w::minutes_copy_key(lang),
                w::minutes_copy(lang),
                MeetingDoes::CopyMinutes,
            ),
            Answer {
                key: w::minutes_back_key(lang),
                label: w::minutes_back(lang).to_owned(),
                does: Does::Cancel,
            },
        ],
        scroll: 0,
    }));
    Vec::new()
}

/// Does what an answer says.
pub fn answered(app: &mut App, does: MeetingDoes) -> Vec<Effect> {
    match does {
        MeetingDoes::ShowMinutes => return show_minutes(app),
        MeetingDoes::WriteMinutes => ask_file(app, &own_file(app), None),
        MeetingDoes::CopyMinutes => {
            app.done(w::minutes_copied(app.lang));
            return app.minutes().map(Effect::Copy).into_iter().collect();
        }
        MeetingDoes::Leave => app.leave_meeting(),
        MeetingDoes::End => app.end_meeting(),
    }
    Vec::new()
}

/// A name for the minutes, beside the journey: `hotel-stay-minutes-2026-11-22.md`.
fn own_file(app: &App) -> PathBuf {
    let word = w::minutes_file_word(app.lang);
    let stem = app.path.as_deref().and_then(Path::file_stem);
    let stem = stem.map(|stem| format!("{}-", stem.to_string_lossy()));
    let name = format!("{}{word}-{}.md", stem.unwrap_or_default(), app.today());
    match &app.path {
        Some(path) => path.with_file_name(name),
        None => PathBuf::from(name),
    }
}

fn ask_file(app: &mut App, path: &Path, error: Option<String>) {
    app.dialogs.push(Dialog::Field(FieldDialog {
        title: w::minutes_file_title(app.lang).to_owned(),
        hint: w::minutes_file_hint(app.lang).to_owned(),
        field: TextField::single_line(path.to_string_lossy()),
        error,
        asked: Asked::Minutes,
    }));
}

/// The effect that writes the minutes; a name without an ending gets `.md`.
pub fn write(app: &App, name: &str) -> Vec<Effect> {
    let mut path = PathBuf::from(name);
    if path.extension().is_none() {
        path.set_extension("md");
    }
    let bytes = app.minutes().map(String::into_bytes);
    let write = bytes.map(|bytes| Effect::WriteNew { path, bytes });
    write.into_iter().collect()
}

/// Ends the meeting once its minutes are written; asks for another name where that failed.
pub fn written(app: &mut App, path: &Path, written: Result<(), Unwritten>) {
    let shown = path.to_string_lossy();
    match written {
        Ok(()) => {
            app.end_meeting();
            app.done(match app.document.is_dirty() {
                true => w::minutes_written_unsaved(app.lang, &shown),
                false => w::minutes_written(app.lang, &shown),
            });
        }
        Err(Unwritten { is_there: true, .. }) => {
            let error = w::minutes_is_there(app.lang, &shown);
            ask_file(app, &next_name(path), Some(error));
        }
        Err(Unwritten { why, .. }) => ask_file(app, path, Some(why)),
    }
}

/// The name with a 2 behind it, or with the next number: `minutes.md`, `minutes-2.md`.
fn next_name(path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    // A day ends in two digits and is no number to count on.
    let numbered = stem
        .rsplit_once('-')
        .filter(|(_, number)| !number.starts_with('0') && number.len() < 2)
        .and_then(|(name, number)| Some((name, number.parse::<u32>().ok()?)));
    let name = match numbered {
        Some((name, number)) => format!("{name}-{}", number + 1),
        None => format!("{stem}-2"),
    };
    let ending = path.extension().unwrap_or_default();
    path.with_file_name(name).with_extension(ending)
}
