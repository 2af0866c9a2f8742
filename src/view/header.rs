//! The first line: which journey, in which file, and how it stands. Knows no screen below it.

use super::flow::span;
use super::theme::Theme;
use crate::app::App;
use crate::i18n as w;
use crate::journey::finding::Severity;
use crate::journey::model::State;
use crate::text::{sanitize_line, truncate, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Columns that a title keeps before other parts give way.
const TITLE: usize = 32;

const APART: usize = 3;

/// Draws the header into a line.
pub(super) fn draw(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
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

/// Title, marks, state and file, the title cut as far as it must be. Where there is little room
/// the last parts go first.
fn line(app: &App, theme: &Theme, columns: usize) -> Line<'static> {
    let mut parts = parts(app, theme);
    let counts = match counts(app, theme).width() {
        0 => 0,
        own => own + APART,
    };
    let title = title(app);
    let wanted = TITLE.min(width(&title)) + 2;
    let taken = |parts: &[Span]| parts.iter().map(|it| it.width() + APART).sum::<usize>();
    while !parts.is_empty() && wanted + taken(&parts) + counts > columns {
        parts.pop();
    }
    let room = columns
        .saturating_sub(taken(&parts) + counts + 2)
        .max(TITLE.min(columns.saturating_sub(2)));
    let mut spans = vec![
        Span::styled("◆ ", theme.moment),
        Span::styled(truncate(&title, room).into_owned(), theme.heading),
    ];
    for part in parts {
        spans.extend([Span::raw(" ".repeat(APART)), part]);
    }
    Line::from(spans)
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
fn parts(app: &App, theme: &Theme) -> Vec<Span<'static>> {
    let unsaved = (app.document.is_dirty(), w::unsaved(app.lang), theme.warn);
    let read_only = (
        app.document.parsed.is_unreadable(),
        w::read_only(app.lang),
        theme.bad,
    );
    let marks = [("● ", unsaved), ("✗ ", read_only)];
    let shown = marks.into_iter().filter(|(_, (is_so, ..))| *is_so);
    let mark = |(sign, (_, word, style)): (&str, (bool, &str, Style))| {
        Span::styled(format!("{sign}{word}"), style)
    };
    let mut parts: Vec<Span> = shown.map(mark).collect();
    let state = app.journey().state.map(|state| match state {
        State::AsIs => w::choice_as_is(app.lang),
        State::ToBe => w::choice_to_be(app.lang),
    });
    parts.extend(state.map(|word| Span::styled(word, theme.label)));
    if title(app) != file(app) {
        parts.push(span(&file(app), theme.dim));
    }
    parts
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
