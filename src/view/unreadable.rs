//! A file that cannot be read as a journey: the place of its first error, and what to do.

use super::findings;
use super::flow::{self, cells};
use super::theme::Theme;
use crate::app::App;
use crate::i18n as w;
use crate::journey::finding::Finding;
use crate::ron_text::Tree;
use crate::text::{sanitize_line, truncate, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

/// Draws the text around the first error instead of the Map.
pub(super) fn draw(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let parsed = &app.document.parsed;
    let Some(error) = parsed.findings.iter().find(|it| it.code().is_unreadable()) else {
        return;
    };
    let inside = Rect {
        x: area.x + area.width.min(1),
        width: area.width.saturating_sub(2),
        ..area
    };
    let head = head(app, error, theme, usize::from(inside.width));
    let (top, rest) = flow::split_rows(inside, cells(head.len()));
    flow::put(&head, top, buffer);
    let place = Place::new(&parsed.tree, error, usize::from(rest.width));
    flow::put(&place.lines(theme, usize::from(rest.height)), rest, buffer);
}

fn head(app: &App, error: &Finding, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let lang = app.lang;
    let at = app.document.parsed.tree.position(error.span.start);
    let what = format!(
        "{}: {}",
        w::unreadable_place(lang, at.line, at.column),
        findings::sentence(app, error)
    );
    let mut lines = vec![Line::default()];
    lines.extend(flow::wrapped(
        w::unreadable_title(lang),
        columns,
        theme.heading,
    ));
    lines.extend(flow::led("✗ ", theme.bad, &what, columns, theme.text));
    lines.extend(findings::hint(app, error, theme, columns));
    lines.extend(flow::led(
        "→ ",
        theme.key,
        w::unreadable_help(lang),
        columns,
        theme.dim,
    ));
    lines.push(Line::default());
    lines
}

/// The line of the error, with the error in it.
struct Place<'t> {
    tree: &'t Tree,
    line: usize,
    /// Bytes of the line that are wrong; empty where something is missing.
    start: usize,
    end: usize,
    /// Columns of the line numbers and the rule behind them.
    numbers: usize,
    columns: usize,
}

impl<'t> Place<'t> {
    fn new(tree: &'t Tree, error: &Finding, columns: usize) -> Place<'t> {
        let at = tree.position(error.span.start);
        let text = tree.line(at.line);
        let starts = text.char_indices().map(|(start, _)| start);
        let start = starts.into_iter().nth(at.column - 1).unwrap_or(text.len());
        let mut end = (start + error.span.len()).min(text.len());
        while !text.is_char_boundary(end) {
            end += 1;
        }
        Place {
            tree,
            line: at.line,
            start,
            end,
            numbers: at.line.saturating_add(20).to_string().len().max(3),
            columns,
        }
    }

    /// The line with its mark in the middle of `rows` rows, and its neighbours.
    fn lines(&self, theme: &Theme, rows: usize) -> Vec<Line<'static>> {
        let first = self.line.saturating_sub(rows / 2).max(1);
        let neighbours = rows.saturating_sub(1);
        let last = self.tree.position(self.tree.text().len()).line;
        let mut lines = Vec::new();
        for number in first..=last.min(first + neighbours) {
            match number == self.line {
                true => lines.extend(self.marked(theme)),
                false => lines.push(self.neighbour(number, theme)),
            }
        }
        lines
    }

    fn number(&self, number: usize, theme: &Theme) -> Span<'static> {
        Span::styled(format!("{number:>0$} │ ", self.numbers), theme.dim)
    }

    fn neighbour(&self, number: usize, theme: &Theme) -> Line<'static> {
        let text = self.tree.line(number);
        let room = self.columns.saturating_sub(self.numbers + 3);
        Line::from(vec![
            self.number(number, theme),
            Span::styled(first_columns(text, room), theme.dim),
        ])
    }

    /// The line of the error, cut at its start where the error would be out of view, and a mark
    /// under the error.
    fn marked(&self, theme: &Theme) -> [Line<'static>; 2] {
        let text = self.tree.line(self.line);
        let room = self.columns.saturating_sub(self.numbers + 3);
        let before = last_columns(&text[..self.start], room / 2);
        let room = room.saturating_sub(width(&before));
        let wrong = first_columns(&text[self.start..self.end], room);
        let after = first_columns(&text[self.end..], room.saturating_sub(width(&wrong)));
        let mark = "▲".repeat(width(&wrong).max(1));
        let blank = " ".repeat(self.numbers) + " │ " + &" ".repeat(width(&before));
        [
            Line::from(vec![
                self.number(self.line, theme),
                Span::styled(before, theme.text),
                Span::styled(wrong, theme.error),
                Span::styled(after, theme.text),
            ]),
            Line::from(vec![
                Span::styled(blank, theme.dim),
                Span::styled(mark, theme.bad),
            ]),
        ]
    }
}

/// The beginning of a text, so many clusters long: a line may hold megabytes.
fn first_clusters(text: &str, count: usize) -> &str {
    let end = text.grapheme_indices(true).nth(count);
    &text[..end.map_or(text.len(), |(at, _)| at)]
}

/// The beginning of a text in at most `columns` columns, before an `…` when something was cut.
fn first_columns(text: &str, columns: usize) -> String {
    truncate(&sanitize_line(first_clusters(text, columns + 1)), columns).into_owned()
}

/// The end of a text in at most `columns` columns, behind an `…` when something was cut.
fn last_columns(text: &str, columns: usize) -> String {
    let last = text.grapheme_indices(true).rev().take(columns).last();
    let start = last.map_or(text.len(), |(at, _)| at);
    let shown = sanitize_line(&text[start..]);
    if start == 0 && width(&shown) <= columns {
        return shown.into_owned();
    }
    let mut left = columns.saturating_sub(1);
    let fits = |cluster: &&str| {
        let rest = left.checked_sub(width(cluster));
        left = rest.unwrap_or(left);
        rest.is_some()
    };
    let end: Vec<&str> = shown.graphemes(true).rev().take_while(fits).collect();
    format!("…{}", end.into_iter().rev().collect::<String>())
}
