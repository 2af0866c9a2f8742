//! The notes by kind: what is asked and to be done first, what is done last and dim.

use super::super::flow;
use super::super::page::Page;
use super::super::theme::Theme;
use crate::app::App;
use crate::app::notes::NoteGroup;
use crate::i18n as w;
use crate::journey::fields::Kind;
use crate::journey::improvements::is_past;
use crate::journey::model::{Note, NoteKind};
use crate::journey::place::Place;
use ratatui::style::Style;
use ratatui::text::Line;

/// From so many columns on, what is known of a note stands beside it.
const WIDE: usize = 100;

/// Columns of that.
const RIGHT: usize = 44;

/// Columns that what belongs to a note stands further in.
const INDENT: usize = 2;

/// Adds the entries.
pub(super) fn add(app: &App, theme: &Theme, columns: usize, page: &mut Page) {
    let groups = app.note_groups();
    if groups.is_empty() {
        let text = w::notes_none(app.lang);
        return page.add(flow::wrapped(text, columns, theme.dim), None);
    }
    let mut at = 0;
    for group in groups {
        page.head(&head(app, &group), columns, theme);
        for (_, note) in group.notes {
            page.add(lines(app, note, theme, columns), Some(at));
            at += 1;
        }
    }
}

/// Questions and to-dos with how many are open, others with how many there are.
fn head(app: &App, group: &NoteGroup<'_>) -> String {
    let word = w::notes_of(app.lang, group.kind);
    let open = group.notes.iter().filter(|(_, it)| !it.done).count();
    match group.kind {
        Some(NoteKind::Question | NoteKind::Todo) => w::notes_open(app.lang, word, open),
        _ => format!("{word}: {}", group.notes.len()),
    }
}

fn lines(app: &App, note: &Note, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let (sign, style) = match (note.done, note.kind) {
        (true, _) => ("✓ ", theme.dim),
        (false, Some(NoteKind::Question | NoteKind::Todo)) => ("○ ", theme.key),
        (false, _) => ("• ", theme.dim),
    };
    let text_style = if note.done { theme.dim } else { theme.text };
    let text = |columns| flow::led(sign, style, &note.text, columns, text_style);
    if columns >= WIDE {
        let left = columns - RIGHT - flow::GAP;
        let known = flow::facts(known(app, note, theme), RIGHT);
        return flow::columns(vec![(text(left), left), (known, RIGHT)]);
    }
    let known = flow::facts(known(app, note, theme), columns.saturating_sub(INDENT));
    let mut lines = text(columns);
    lines.extend(flow::indented(known, INDENT));
    lines
}

/// Until when, what it is about, when and by whom it was written, and who looks after it.
fn known(app: &App, note: &Note, theme: &Theme) -> Vec<(String, Style)> {
    let about = note.at.as_deref();
    let about = about.map(|id| match app.shared_element(id) {
        Some(key) => app.place_in_words(&Place::of(key)),
        None => id.to_owned(),
    });
    let owner = note.owner.as_ref();
    let owner = owner.map(|id| app.name_by_id(Some(Kind::Department), id));
    let owner = owner.map(|name| format!("{}: {name}", w::field_owner(app.lang)));
    let written = [
        note.on.as_ref().map(|on| w::date(app.lang, on)),
        note.by.clone(),
    ];
    let written: Vec<String> = written.into_iter().flatten().collect();
    let written = (!written.is_empty()).then(|| written.join(", "));
    let done = note.done.then(|| w::notes_done(app.lang).to_owned());
    let dim = |text: String| (text, theme.dim);
    let rest = [about, owner, written, done].into_iter().flatten();
    due(app, note, theme)
        .into_iter()
        .chain(rest.map(dim))
        .collect()
}

/// Until when, while it is open.
fn due(app: &App, note: &Note, theme: &Theme) -> Option<(String, Style)> {
    let due = note.due.as_deref().filter(|_| !note.done)?;
    let date = w::date(app.lang, due);
    Some(match is_past(Some(due), app.document.context().today) {
        true => (
            format!("! {}", w::notes_overdue(app.lang, &date)),
            theme.bad,
        ),
        false => (w::notes_due(app.lang, &date), theme.text),
    })
}
