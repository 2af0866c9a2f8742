//! The first line: which journey, in which file, and how it stands. Knows no screen below it.

use super::flow::span;
use super::keys::pretty_keys;
use super::theme::Theme;
use crate::app::changes::{Compared, Showing};
use crate::app::foreign::FileState;
use crate::app::{App, Screen, command};
use crate::i18n as w;
use crate::journey::finding::Severity;
use crate::journey::model::State;
use crate::text::{sanitize_line, truncate, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Columns that a title keeps before the state of the map and a key give way.
const TITLE: usize = 32;

/// Columns that a title keeps before its marks and its file give way.
const SHORT_TITLE: usize = 8;

const APART: usize = 3;

/// Draws the header into a line.
pub(super) fn draw(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    buffer.set_style(area, theme.stripe);
    let columns = usize::from(area.width).saturating_sub(2);
    let (left, right) = (line(app, theme, columns), counts(app, theme));
    let right_at = columns.saturating_sub(right.width());
    buffer.set_line(area.x + 1, area.y, &left, area.width.saturating_sub(2));
    if left.width() + APART <= right_at {
        let x = area.x + 1 + right_at as u16;
        buffer.set_line(x, area.y, &right, area.right().saturating_sub(x));
    }
}

/// Title, marks, file and state, the title cut as far as it must be. Where there is little room
/// the last parts go first.
fn line(app: &App, theme: &Theme, columns: usize) -> Line<'static> {
    let mut parts = parts(app, theme);
    let counts = match counts(app, theme).width() {
        0 => 0,
        own => own + APART,
    };
    let title = title(app);
    let taken = |parts: &[Part]| {
        parts
            .iter()
            .map(|it| it.span.width() + APART)
            .sum::<usize>()
    };
    while let Some(last) = parts.last() {
        let wanted = last.leaves.min(width(&title)) + 2;
        if wanted + taken(&parts) + counts <= columns {
            break;
        }
        parts.pop();
    }
    let room = columns
        .saturating_sub(taken(&parts) + counts + 2)
        .max(SHORT_TITLE.min(columns.saturating_sub(2)));
    let mut spans = vec![
        Span::styled("◆ ", theme.moment),
        Span::styled(truncate(&title, room).into_owned(), theme.heading),
    ];
    for part in parts {
        spans.extend([Span::raw(" ".repeat(APART)), part.span]);
    }
    Line::from(spans)
}

/// What stands beside the title.
struct Part {
    span: Span<'static>,
    /// Columns of the title that it leaves, or goes.
    leaves: usize,
}

/// The title, or what stands for it.
fn title(app: &App) -> String {
    let company = app.document.parsed.company.as_ref();
    let title = company.map_or(&app.journey().title, |it| &it.name);
    match title.trim() {
        "" => file(app),
        title => sanitize_line(title).into_owned(),
    }
}

/// What stands beside the title, the most important first.
fn parts(app: &App, theme: &Theme) -> Vec<Part> {
    let short = |span| Part {
        span,
        leaves: SHORT_TITLE,
    };
    let long = |span| Part {
        span,
        leaves: TITLE,
    };
    let mark = |text: String, style: Style| short(span(&text, style));
    let mut parts = Vec::new();
    if app.document.is_dirty() {
        parts.push(mark(format!("● {}", w::unsaved(app.lang)), theme.warn));
    }
    let others = match app.file_state {
        FileState::AsRead => None,
        FileState::Changed(_) => Some(w::foreign_mark_changed(app.lang)),
        FileState::Gone => Some(w::foreign_mark_gone(app.lang)),
        FileState::Unreadable => Some(w::foreign_mark_unreadable(app.lang)),
    };
    parts.extend(others.map(|text| mark(format!("! {text}"), theme.warn)));
    if let Some(viewing) = &app.viewing {
        let text = w::history_version(app.lang, &viewing.name);
        parts.push(mark(
            format!("✗ {} · {text}", w::read_only(app.lang)),
            theme.warn,
        ));
    }
    if app.document.parsed.is_unreadable() {
        parts.push(mark(format!("✗ {}", w::read_only(app.lang)), theme.bad));
    }
    if title(app) != file(app) {
        parts.push(short(span(&file(app), theme.dim)));
    }
    // The screen that compares says its own counts; and what it found alike leaves no mark.
    let compared = app.compared.as_ref();
    let says_nothing =
        |it: &Compared| it.showing == Showing::SideBySide && it.differences.is_empty();
    let compared = compared.filter(|it| app.behind != Screen::Compare && !says_nothing(it));
    parts.extend(compared.map(|compared| {
        let text = w::changes_count(app.lang, &compared.name, compared.differences.len());
        long(span(&text, theme.key))
    }));
    let whose = w::other_audience(app.lang, app.journey());
    parts.extend(whose.map(|word| long(Span::styled(word, theme.label))));
    let state = app.journey().state.map(|state| match state {
        State::AsIs => w::choice_as_is(app.lang),
        State::ToBe => w::choice_to_be(app.lang),
    });
    parts.extend(state.map(|word| long(Span::styled(word, theme.label))));
    let saves = key_to_save(app).filter(|_| app.document.is_dirty());
    parts.extend(saves.map(|text| long(Span::styled(text, theme.dim))));
    parts
}

/// The key that saves, with its word.
fn key_to_save(app: &App) -> Option<String> {
    let save = command::named("save")?;
    let keys = app.keymap.keys(save).next()?;
    Some(format!("{} {}", pretty_keys(keys), w::foot_save(app.lang)))
}

fn file(app: &App) -> String {
    let name = app.path.as_ref().and_then(|path| path.file_name());
    name.map_or_else(
        || w::new_journey(app.lang).to_owned(),
        |name| sanitize_line(&name.to_string_lossy()).into_owned(),
    )
}

/// How many errors and warnings there are.
fn counts(app: &App, theme: &Theme) -> Line<'static> {
    let findings = &app.document.parsed.findings;
    let of = |severity| {
        findings
            .iter()
            .filter(|it| it.severity() == severity)
            .count()
    };
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    let mut spans = Vec::new();
    if errors > 0 {
        let text = format!("✗ {}", w::screen_errors(app.lang, errors));
        spans.push(Span::styled(text, theme.bad));
    }
    if warnings > 0 {
        let before = if errors > 0 { "  " } else { "" };
        let text = format!("{before}! {}", w::screen_warnings(app.lang, warnings));
        spans.push(Span::styled(text, theme.warn));
    }
    Line::from(spans)
}
