//! All that is known of one journey, in sentences.

use super::super::flow;
use super::super::theme::Theme;
use crate::app::App;
use crate::exchange::portfolio::Entry;
use crate::i18n::{self as w, Lang};
use crate::journey::model::{Audience, State};
use crate::journey::portfolio::Health;
use crate::text::{sanitize_line, truncate};
use ratatui::text::{Line, Span};

/// Fewer rows than this show the table alone.
const ROOM: usize = 14;

/// What most journeys take, and all have: so that the table keeps its place while the cursor moves.
const LEAST: usize = 5;

/// A wider screen is so wide that lines over all of it are hard to read.
const MOST_COLUMNS: usize = 120;

/// The lines of every journey, of so many rows.
pub(super) fn least_rows(rows: usize) -> usize {
    if rows >= ROOM { LEAST } else { 0 }
}

/// The lines for the journey under the cursor, below a rule with its title.
pub(super) fn lines(app: &App, theme: &Theme, columns: usize, rows: usize) -> Vec<Line<'static>> {
    let Some(row) = app.journey_here().filter(|_| rows >= ROOM) else {
        return Vec::new();
    };
    let entry = &row.entry;
    let mut lines = vec![head(entry, theme, columns)];
    let columns = columns.min(MOST_COLUMNS);
    if let Some(origin) = origin(entry, app.lang) {
        lines.extend(flow::wrapped(&origin, columns, theme.dim));
    }
    match &entry.health {
        Err(why) => {
            let text = w::portfolio_unreadable(app.lang, why);
            lines.extend(flow::led("✗ ", theme.bad, &text, columns, theme.text));
        }
        Ok(health) => {
            let sentences = w::portfolio_sentences(app.lang, health).into_iter();
            lines.extend(sentences.flat_map(|it| flow::wrapped(&it, columns, theme.text)));
        }
    }
    lines.resize(
        lines.len().clamp(least_rows(rows), rows / 2),
        Line::default(),
    );
    lines
}

/// The title with a line to the end.
fn head(entry: &Entry, theme: &Theme, columns: usize) -> Line<'static> {
    let title = sanitize_line(entry.title());
    let title = truncate(&title, columns.saturating_sub(2)).into_owned();
    let title = Span::styled(format!("{title} "), theme.heading);
    let rule = "─".repeat(columns.saturating_sub(title.width()));
    Line::from(vec![title, Span::styled(rule, theme.border)])
}

/// The file, and what kind of journey it is; nothing where the title says it.
pub(super) fn origin(entry: &Entry, lang: Lang) -> Option<String> {
    let health = entry.health.as_ref().ok();
    let marks = health.map_or_else(Vec::new, |it| marks(it, lang));
    let parts: Vec<&str> = [entry.path.as_str()].into_iter().chain(marks).collect();
    Some(parts.join(" · ")).filter(|it| it != entry.title())
}

/// Its state, and whose it is where it is not of customers.
pub(super) fn marks(health: &Health, lang: Lang) -> Vec<&'static str> {
    let state = health.state.map(|state| match state {
        State::AsIs => w::choice_as_is(lang),
        State::ToBe => w::choice_to_be(lang),
    });
    let whose = health.audience;
    let whose = (whose != Audience::Customers).then(|| w::audience(lang, whose));
    state.into_iter().chain(whose).collect()
}
