//! The last line: what happened, what a begun sequence of keys can become, else the keys of where
//! one is. Grows upwards over the screen where its text needs more lines.

use super::flow;
use super::keys::{Entry, joined, pretty_keys};
use super::theme::Theme;
use crate::app::command::{self, Command};
use crate::app::keymap::continuations;
use crate::app::{App, Message, Tone};
use crate::text::width;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

const APART: usize = 3;

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
        None if !app.pending.is_empty() => pending_lines(app, theme, columns),
        None => vec![key_line(app, theme, columns)],
    }
}

fn message_lines(message: &Message, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let (sign, style) = match message.tone {
        Tone::Done => ("✓ ", theme.good),
        Tone::Refused => ("! ", theme.bad),
    };
    flow::led(sign, style, &message.text, columns, theme.text)
}

/// The keys pressed so far and what may follow them.
fn pending_lines(app: &App, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let pressed: Vec<String> = app.pending.iter().map(ToString::to_string).collect();
    let pressed = format!("{} …", pretty_keys(&pressed.join(" ")));
    let entries = continuations(app.scope(), &app.pending);
    let entries = joined(entries.into_iter().map(|(keys, command)| Entry {
        keys: pretty_keys(&keys),
        word: (command.word)(app.lang),
    }));
    let head = vec![Span::styled(pressed, theme.heading)];
    let rest = entries
        .into_iter()
        .map(|entry| hint(&entry.keys, entry.word, theme));
    flow::beside(std::iter::once(head).chain(rest).collect(), columns)
}

/// As many keys as there is room for; the way to the help stands always, at the right.
fn key_line(app: &App, theme: &Theme, columns: usize) -> Line<'static> {
    let all = command::of(app.scope());
    let shown: Vec<&Command> = all.filter(|it| it.footer.is_some()).collect();
    let (help, others): (Vec<_>, Vec<_>) = shown.into_iter().partition(|it| it.name == "help");
    let wide = |spans: &[Span]| spans.iter().map(|it| width(&it.content)).sum::<usize>();
    let help: Vec<Span> = help.into_iter().flat_map(|it| of(it, app, theme)).collect();
    let room = columns.saturating_sub(wide(&help));
    let mut line: Vec<Span> = Vec::new();
    let mut taken = 0;
    for command in others {
        let hint = of(command, app, theme);
        if taken + wide(&hint) + APART <= room || help.is_empty() {
            taken += wide(&hint) + APART;
            line.extend(hint);
            line.push(Span::raw(" ".repeat(APART)));
        }
    }
    line.push(Span::raw(" ".repeat(room.saturating_sub(taken))));
    line.extend(help);
    Line::from(line)
}

fn of(command: &Command, app: &App, theme: &Theme) -> Vec<Span<'static>> {
    let word = command.footer.map_or("", |word| word(app.lang));
    let keys = command.keys.first().map_or("", |keys| keys);
    hint(&pretty_keys(keys), word, theme)
}

fn hint(keys: &str, word: &'static str, theme: &Theme) -> Vec<Span<'static>> {
    vec![
        Span::styled(keys.to_owned(), theme.key),
        Span::raw(" "),
        Span::styled(word, theme.key_text),
    ]
}
