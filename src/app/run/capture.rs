//! Commands of quick add: line after line, each one step of undo.

use super::{dialogs, element};
use crate::app::capture::line::lines_of;
use crate::app::capture::{Capture, Meaning, NewTouchpoint};
use crate::app::cursor::Cursor;
use crate::app::dialog::{Dialog, FieldDialog, field_size};
use crate::app::edits::Asked;
use crate::app::effect::Effect;
use crate::app::map::Row;
use crate::app::{App, Screen};
use crate::document::edit::Slot;
use crate::i18n as w;
use crate::journey::fields::Kind;
use crate::journey::place::ElementKey;
use crate::text::{FieldKey, TextField};

/// Opens quick add, for touchpoints after the one at the cursor.
pub fn open(app: &mut App) -> Vec<Effect> {
    if app.document.parsed.company.is_some() {
        let screen = Screen::Map.word(app.lang);
        app.refuse(w::only_for_journeys(app.lang, screen));
        return Vec::new();
    }
    let from = from_here(app);
    // What a journey without a stage needs first is one.
    let text = if from.stage.is_none() { ">" } else { "" };
    let title = title(app, &from);
    let field = TextField::single_line(text);
    dialogs::ask(app, title, String::new(), field, Asked::Capture(from));
    Vec::new()
}

/// Where touchpoints go that are added at the cursor; at the end of the journey where it stands
/// on no stage.
fn from_here(app: &App) -> Capture {
    let place = element::slot_for(app, Kind::Touchpoint);
    let stage_and_slot = place.and_then(|(list, slot)| Some((list.element?, slot)));
    let after = stage_and_slot.as_ref().and_then(|(_, slot)| match slot {
        Slot::After(place) => place.element.clone(),
        Slot::First | Slot::Last => None,
    });
    let last = || app.stage_key(app.journey().stages.len().checked_sub(1)?);
    Capture {
        stage: stage_and_slot.map(|(stage, _)| stage).or_else(last),
        after,
        ..Capture::default()
    }
}

fn title(app: &App, at: &Capture) -> String {
    let name = |element: &ElementKey| {
        let node = app.document.parsed.index.node(element);
        let tree = &app.document.parsed.tree;
        node.map_or_else(String::new, |node| app.label_of(tree.node(node)))
    };
    match (&at.after, &at.stage) {
        (Some(after), _) => w::capture_after(app.lang, &name(after)),
        (None, Some(stage)) => w::capture_in(app.lang, &name(stage)),
        (None, None) => w::capture_first_stage(app.lang).to_owned(),
    }
}

fn with_dialog(app: &mut App, change: impl FnOnce(&mut FieldDialog)) {
    if let Some(Dialog::Field(dialog)) = app.dialogs.last_mut() {
        change(dialog);
    }
}

fn to_candidate(app: &mut App, to: Option<usize>) {
    with_dialog(app, |dialog| {
        if let Asked::Capture(capture) = &mut dialog.asked {
            capture.candidate = to;
        }
    });
}

/// Takes the candidate that was gone to, else the line; nothing typed ends.
pub fn take(app: &mut App) -> Vec<Effect> {
    let Some((dialog, from)) = app.capture() else {
        return Vec::new();
    };
    if let Some(candidate) = from.candidate {
        choose(app, candidate);
        return Vec::new();
    }
    let (from, text) = (from.clone(), dialog.field.value().to_owned());
    match app.meaning(&text) {
        Meaning::Empty => end(app, from.added),
        Meaning::Refused(why) => with_dialog(app, |dialog| dialog.error = Some(why)),
        meaning => {
            add(app, &from, &[meaning]);
        }
    }
    Vec::new()
}

/// Ends quick add.
pub fn leave(app: &mut App) -> Vec<Effect> {
    let added = app.capture().map_or(0, |(_, capture)| capture.added);
    end(app, added);
    Vec::new()
}

fn end(app: &mut App, added: usize) {
    app.dialogs.pop();
    if added > 0 {
        app.done(w::capture_added(app.lang, added));
    }
}

/// Adds what lines mean, as one step; the field is empty for the next one then.
fn add(app: &mut App, from: &Capture, lines: &[Meaning]) -> bool {
    let Some((edit, next)) = app.capturing(from, lines) else {
        let why = w::capture_no_stage(app.lang).to_owned();
        with_dialog(app, |dialog| dialog.error = Some(why));
        return false;
    };
    let after = on_newest(app, &next);
    if !app.edit_and_go(&edit, after) {
        let why = app.message.take().map(|message| message.text);
        with_dialog(app, |dialog| dialog.error = why);
        return false;
    }
    let title = title(app, &next);
    with_dialog(app, |dialog| {
        dialog.title = title;
        dialog.field = TextField::single_line("");
        dialog.error = None;
        dialog.asked = Asked::Capture(next);
    });
    true
}

/// The cursor on what was added last; from the band of stages it goes down to the touchpoints.
fn on_newest(app: &App, next: &Capture) -> Cursor {
    let mut after = app.cursor();
    if after.row == Row::Stage && next.after.is_some() {
        after.row = Row::Name;
    }
    match next.after.as_ref().or(next.stage.as_ref()) {
        Some(newest) => after.on(newest.clone()),
        None => after,
    }
}

/// Completes the name being typed with the candidate that was gone to, else with the best one.
pub fn complete(app: &mut App) -> Vec<Effect> {
    let candidate = app.capture().and_then(|(_, capture)| capture.candidate);
    choose(app, candidate.unwrap_or(0));
    Vec::new()
}

/// Completes the name being typed with this candidate.
pub fn choose(app: &mut App, candidate: usize) {
    let Some((span, candidates)) = app.candidates() else {
        return;
    };
    let (Some(choice), Some((dialog, _))) = (candidates.get(candidate), app.capture()) else {
        return to_candidate(app, None);
    };
    let text = dialog.field.value();
    let (sign, behind) = (&text[span.start..=span.start], &text[span.end..]);
    let blank = if behind.is_empty() { " " } else { "" };
    let before = format!("{}{sign}{}{blank}", &text[..span.start], choice.aside);
    let behind = behind.to_owned();
    let size = field_size(app.size, false);
    with_dialog(app, |dialog| {
        dialog.field.press(FieldKey::SelectAll, size);
        dialog.field.press(FieldKey::Insert(&behind), size);
        dialog
            .field
            .press(FieldKey::Move(crate::text::Motion::TextStart), size);
        dialog.field.press(FieldKey::Insert(&before), size);
    });
    to_candidate(app, None);
}

/// To the next candidate.
pub fn down(app: &mut App) -> Vec<Effect> {
    step(app, |at, count| {
        Some(at.map_or(0, |at| (at + 1).min(count - 1)))
    })
}

/// To the candidate before; from the first one back to the line.
pub fn up(app: &mut App) -> Vec<Effect> {
    step(app, |at, _| at?.checked_sub(1))
}

fn step(app: &mut App, to: impl FnOnce(Option<usize>, usize) -> Option<usize>) -> Vec<Effect> {
    let count = app
        .candidates()
        .map_or(0, |(_, candidates)| candidates.len());
    let now = app.capture().and_then(|(_, capture)| capture.candidate);
    let to = (count > 0).then(|| to(now, count)).flatten();
    to_candidate(app, to);
    Vec::new()
}

/// What is typed or goes may leave no candidate: none is gone to any more.
pub fn typed(app: &mut App) {
    to_candidate(app, None);
}

/// Takes a pasted text: one line is typed, several become as many touchpoints, what was typed
/// already at the beginning of the first.
pub fn paste(app: &mut App, text: &str) {
    let Some((dialog, from)) = app.capture() else {
        return;
    };
    let (from, cursor) = (from.clone(), dialog.field.cursor());
    let (before, behind) = dialog.field.value().split_at(cursor);
    let whole = format!("{before}{text}{behind}");
    let lines = lines_of(&whole);
    if text.trim().lines().count() < 2 {
        return dialogs::type_text(app, text.trim_matches('\n'));
    }
    let lines: Vec<Meaning> = lines.into_iter().map(|line| as_it_is(app, line)).collect();
    if add(app, &from, &lines) {
        let now = app.capture().map_or(0, |(_, now)| now.added);
        told(app, now.saturating_sub(from.added));
    }
}

/// Adds the lines of a text at the cursor of Map or Outline.
pub fn paste_list(app: &mut App, text: &str) {
    let lines = lines_of(text).into_iter();
    let lines: Vec<Meaning> = lines.map(|line| as_it_is(app, line)).collect();
    let Some((edit, next)) = app.capturing(&from_here(app), &lines) else {
        return app.refuse(w::capture_no_stage(app.lang));
    };
    let after = on_newest(app, &next);
    if app.edit_and_go(&edit, after) {
        told(app, next.added);
    }
}

/// What a line of several means; one that cannot be understood is a name as it stands.
fn as_it_is(app: &App, line: &str) -> Meaning {
    match app.meaning(line) {
        Meaning::Refused(_) => Meaning::Touchpoint(NewTouchpoint::named(line)),
        meaning => meaning,
    }
}

fn told(app: &mut App, added: usize) {
    let added = w::capture_added(app.lang, added);
    app.done(w::capture_pasted(app.lang, &added));
}
