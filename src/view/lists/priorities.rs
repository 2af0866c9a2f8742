//! What to improve first: the quadrants of importance and performance, and the ranking with its
//! arithmetic in view.

use super::super::page::Page;
use super::super::theme::Theme;
use super::super::{drivers, flow};
use crate::app::App;
use crate::i18n as w;
use crate::journey::priorities::{Crossing, Priorities, Quadrant, Ranked, priorities};
use crate::text::{pad_left, width};
use ratatui::text::Line;

/// From so many columns on, two quadrants stand side by side.
const WIDE: usize = 60;

/// Adds quadrants, ranking, and what cannot be ranked.
pub(super) fn add(app: &App, theme: &Theme, columns: usize, page: &mut Page) {
    let Priorities {
        ranked, lacking, ..
    } = priorities(app.journey(), Crossing::Middle);
    if ranked.is_empty() && lacking.is_empty() {
        let text = w::priorities_none(app.lang);
        return page.add(flow::wrapped(text, columns, theme.dim), None);
    }
    if !ranked.is_empty() {
        page.head(w::priorities_quadrants(app.lang), columns, theme);
        add_quadrants(app, &ranked, theme, columns, page);
        page.head(w::priorities_ranking(app.lang), columns, theme);
        for (at, it) in ranked.iter().enumerate() {
            page.add(ranking(at + 1, it, theme, columns), None);
        }
    }
    if !lacking.is_empty() {
        page.head(w::priorities_lacking(app.lang), columns, theme);
    }
    for (at, lacks) in &lacking {
        let text = format!("{}: {}", at.name(), w::lacks(app.lang, lacks));
        page.add(flow::led("• ", theme.dim, &text, columns, theme.text), None);
    }
    drivers::add(app, theme, columns, page);
}

fn add_quadrants(app: &App, ranked: &[Ranked], theme: &Theme, columns: usize, page: &mut Page) {
    let half = columns.saturating_sub(flow::GAP) / 2;
    let block = |it: Quadrant, columns| quadrant(app, it, ranked, theme, columns);
    for (at, pair) in Quadrant::ALL.chunks(2).enumerate() {
        if at > 0 {
            page.add(vec![Line::default()], None);
        }
        if columns >= WIDE {
            let blocks = pair.iter().map(|it| (block(*it, half), half));
            page.add(flow::columns(blocks.collect()), None);
        } else {
            pair.iter()
                .for_each(|it| page.add(block(*it, columns), None));
        }
    }
}

fn quadrant(
    app: &App,
    quadrant: Quadrant,
    ranked: &[Ranked],
    theme: &Theme,
    columns: usize,
) -> Vec<Line<'static>> {
    let mut lines = flow::wrapped(&w::quadrant(app.lang, quadrant), columns, theme.heading);
    let of_quadrant = ranked.iter().filter(|it| it.quadrant == quadrant);
    let mut touchpoints: Vec<Line> = of_quadrant
        .flat_map(|it| flow::led("• ", theme.dim, it.at.name(), columns, theme.text))
        .collect();
    if touchpoints.is_empty() {
        touchpoints.push(Line::styled("—", theme.dim));
    }
    lines.append(&mut touchpoints);
    lines
}

/// `1.  15 = 5 × max(0, 5 − 2)  Check-in`.
fn ranking(rank: usize, it: &Ranked, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let (rank, score) = (rank.to_string(), it.score().to_string());
    let lead = format!("{}. {} ", pad_left(&rank, 3), pad_left(&score, 2));
    let lacking = format!("max(0, {} − {})", it.expectation, it.experience);
    let arithmetic = format!("= {} × {lacking}", it.importance).replace(' ', "\u{A0}");
    let text = format!("{arithmetic}  {}", it.at.name());
    let room = columns.max(width(&lead) + 1);
    flow::led(&lead, theme.heading, &text, room, theme.text)
}
