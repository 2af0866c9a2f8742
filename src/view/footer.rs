//! The last line: what happened, the search that is on, the keys of where one is. Grows upwards over the screen where its text needs more lines.

use super::flow;
use super::keys::pretty_keys;
use super::theme::Theme;
use crate::app::command::{self, Command};
use crate::app::map::Zoom;
use crate::app::{App, Message, Tone};
use crate::i18n as w;
use crate::sort;
use crate::text::{sanitize_line, truncate, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Columns between two keys.
const APART: usize = 3;

/// Columns between two keys where room is short.
const CLOSE: usize = 2;

/// Of fewer columns than this, what leads out and what keeps the work come before all else.
const NARROW: usize = 40;

/// These.
const WAYS_OUT: [&str; 4] = ["leave", "back", "quit", "save"];

/// What can be done with a file that is no journey.
const USEFUL_ANYWHERE: [&str; 3] = ["editor", "help", "quit"];

/// Draws the footer at the foot of the screen and returns what it covers.
pub(super) fn draw(app: &App, theme: &Theme, screen: Rect, buffer: &mut Buffer) -> Rect {
    let columns = usize::from(screen.width).saturating_sub(2);
    let lines = lines(app, theme, columns);
    let most = (screen.height / 3).max(1);
    let height = flow::cells(lines.len()).clamp(1, most).min(screen.height);
    let area = Rect {
        y: screen.bottom() - height,
        height,
        ..screen
    };
    super::clear(area, theme, buffer);
    buffer.set_style(area, theme.stripe);
    let inside = Rect {
        x: area.x + area.width.min(1),
        width: area.width.saturating_sub(2),
        ..area
    };
    flow::put(&lines, inside, buffer);
    area
}

fn lines(app: &App, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    match &app.message {
        Some(message) => message_lines(message, theme, columns),
        None => vec![key_line(app, theme, columns)],
    }
}

fn message_lines(message: &Message, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let (sign, style) = match message.tone {
        Tone::Done => ("✓ ", theme.good),
        Tone::Refused => ("! ", theme.bad),
        Tone::Going => ("→ ", theme.key),
    };
    flow::led(sign, style, &message.text, columns, theme.text)
}

/// As many keys as there is room for, closer together where that shows more; the way to the help
/// stands always, at the right. Where most of them have no room, the one that is left must not be
/// to delete.
fn key_line(app: &App, theme: &Theme, columns: usize) -> Line<'static> {
    let (help, mut others): (Vec<_>, Vec<_>) = shown(app)
        .into_iter()
        .partition(|(it, _)| it.name == "help");
    if columns < NARROW {
        let deletes = |word: &str| word == w::foot_delete(app.lang);
        sort::by_key(&mut others, |(it, word)| {
            (deletes(word), !WAYS_OUT.contains(&it.name))
        });
    }
    let spans = |(command, word)| hint(&first_keys(app, command), word, theme);
    let help: Vec<Span> = help.into_iter().flat_map(spans).collect();
    let hints: Vec<Vec<Span>> = others.into_iter().map(spans).collect();
    let room = columns.saturating_sub(wide(&help));
    let keep: usize = hints.iter().take(2).map(|hint| wide(hint) + CLOSE).sum();
    let mut line = search(app, theme, room.saturating_sub(keep));
    let room = room - wide(&line);
    let all: usize = hints.iter().map(|hint| wide(hint) + APART).sum();
    let apart = if all <= room { APART } else { CLOSE };
    let mut taken = 0;
    for hint in hints {
        let own = wide(&hint) + apart;
        if taken + own > room {
            continue;
        }
        taken += own;
        line.extend(hint);
        line.push(Span::raw(" ".repeat(apart)));
    }
    line.push(Span::raw(" ".repeat(room.saturating_sub(taken))));
    line.extend(help);
    Line::from(line)
}

/// Which hit of the search was gone to, and where that is.
fn search(app: &App, theme: &Theme, columns: usize) -> Vec<Span<'static>> {
    let Some(search) = app.search.as_ref().filter(|_| app.dialogs.is_empty()) else {
        return Vec::new();
    };
    let text = match search.hits.get(search.at) {
        Some(place) => {
            let (at, count) = (search.at + 1, search.hits.len());
            w::search_at(
                app.lang,
                at,
                count,
                &search.text,
                &app.place_in_words(place),
            )
        }
        None => w::search_no_hit(app.lang, &search.text),
    };
    let text = sanitize_line(&text);
    let text = truncate(&text, columns.saturating_sub(APART)).into_owned();
    vec![
        Span::styled(text, theme.text),
        Span::raw(" ".repeat(APART.min(columns))),
    ]
}

fn wide(spans: &[Span]) -> usize {
    spans.iter().map(|span| width(&span.content)).sum()
}

/// The commands that the footer offers, with a word for each.
fn shown(app: &App) -> Vec<(&'static Command, &'static str)> {
    let lang = app.lang;
    let chain = app.chain();
    let all = command::of(&chain);
    if app.dialogs.is_empty() && app.document.parsed.is_unreadable() {
        let useful = all.filter(|it| USEFUL_ANYWHERE.contains(&it.name));
        return useful.map(|it| (it, (it.word)(lang))).collect();
    }
    let mut taken: Vec<&str> = Vec::new();
    let is_first = |command: &&'static Command| {
        let keys = app.keymap.keys(command).next().unwrap_or_default();
        let is_new = !keys.is_empty() && !taken.contains(&keys);
        taken.push(keys);
        is_new
    };
    all.filter(is_first)
        .filter(|it| (it.is_offered)(app))
        .filter_map(|it| Some((it, word(app, it)?)))
        .collect()
}

/// What a command is called in the footer: the key that leads back takes marks away first.
fn word(app: &App, command: &Command) -> Option<&'static str> {
    let word = command.footer?(app.lang);
    Some(match command.name {
        "leave" if app.has_marks() => w::foot_unmark(app.lang),
        "edit" if app.map.zoom == Zoom::Journey => w::foot_closer(app.lang),
        _ => word,
    })
}

fn first_keys(app: &App, command: &'static Command) -> String {
    let keys = app.keymap.keys(command).next();
    keys.map_or_else(String::new, pretty_keys)
}

fn hint(keys: &str, word: &'static str, theme: &Theme) -> Vec<Span<'static>> {
    vec![
        Span::styled(keys.to_owned(), theme.key),
        Span::raw(" "),
        Span::styled(word, theme.key_text),
    ]
}
