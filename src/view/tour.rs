//! The step of the tour, in a band above the footer.

use super::flow;
use super::theme::{PLAIN, Theme};
use crate::app::App;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// A screen of fewer rows has no room for the tour beside itself.
const ROOM: u16 = 12;

/// Rows that the tour takes of a screen.
pub(super) fn rows(app: &App, screen: Rect) -> u16 {
    match screen.height < ROOM {
        true => 0,
        false => flow::cells(lines(app, &PLAIN, screen.width).len()).min(screen.height / 3),
    }
}

/// Draws the step.
pub(super) fn draw(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let (title, _) = flow::split_rows(area, 1);
    buffer.set_style(area, theme.stripe);
    buffer.set_style(title, theme.selection);
    let inside = Rect {
        x: area.x + area.width.min(1),
        width: area.width.saturating_sub(2),
        ..area
    };
    flow::put(&lines(app, theme, area.width), inside, buffer);
}

fn lines(app: &App, theme: &Theme, columns: u16) -> Vec<Line<'static>> {
    let Some((title, text)) = app.tour_words() else {
        return Vec::new();
    };
    let mut lines = vec![Line::from(vec![
        Span::styled("▶ ", theme.moment),
        Span::styled(title, theme.heading),
    ])];
    let columns = usize::from(columns).saturating_sub(4);
    let text = flow::wrapped(&text, columns, theme.text);
    lines.extend(flow::indented(text, 2));
    lines
}
