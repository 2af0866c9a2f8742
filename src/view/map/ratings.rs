//! Importance, expectation, experience and the gap between the last two: as rows with dots, or
//! the gap alone where there is one row.

use super::sheet::Sheet;
use super::{cells, labels};
use crate::app::map::Lane;
use crate::i18n as w;
use crate::i18n::number::signed_whole as signed;
use crate::journey::model::Touchpoint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Rows of the lane when each rating has one.
pub(super) const ROWS: u16 = 4;

const WORDS: [w::Word; ROWS as usize] = [
    w::field_importance,
    w::field_expectation,
    w::field_experience,
    w::map_gap,
];

/// The ratings of a touchpoint in [`ROWS`] lines, or in one.
pub(super) fn lines(sheet: &Sheet, at: &Touchpoint, limit: u16) -> Vec<Line<'static>> {
    if limit < ROWS {
        return in_one_line(sheet, at);
    }
    let theme = sheet.theme;
    let experience = at.gap().map_or(theme.text, |gap| style_of_gap(sheet, gap));
    vec![
        dots(sheet, at.importance, theme.text),
        dots(sheet, at.expectation, theme.dim),
        dots(sheet, at.experience, experience),
        at.gap().map_or_else(
            || cells::nothing(sheet),
            |gap| Line::from(gap_mark(sheet, gap)),
        ),
    ]
}

/// One word for each row.
pub(super) fn draw_labels(sheet: &Sheet, area: Rect, buffer: &mut Buffer) {
    for (row, word) in area.rows().zip(WORDS) {
        labels::put(sheet, Lane::Ratings, row, word(sheet.lang()), buffer);
    }
}

fn in_one_line(sheet: &Sheet, at: &Touchpoint) -> Vec<Line<'static>> {
    let number = |rating: Option<i64>| rating.map_or("·".to_owned(), |it| it.to_string());
    if at.expectation.is_none() && at.experience.is_none() {
        return Vec::new();
    }
    let arrow = format!("{} → {}", number(at.expectation), number(at.experience));
    let arrow = Span::styled(arrow, sheet.theme.dim);
    let gap = at.gap().map(|gap| [gap_mark(sheet, gap), Span::raw("  ")]);
    let spans = gap.into_iter().flatten().chain([arrow]);
    vec![Line::from_iter(spans)]
}

/// A rating of 1 to 5 as filled dots, with its number.
fn dots(sheet: &Sheet, rating: Option<i64>, style: Style) -> Line<'static> {
    let Some(rating) = rating else {
        return cells::nothing(sheet);
    };
    let filled = rating.clamp(0, 5) as usize;
    Line::from(vec![
        Span::styled("●".repeat(filled), style),
        Span::styled("○".repeat(5 - filled), sheet.theme.border),
        Span::styled(format!(" {rating}"), style),
    ])
}

fn gap_mark(sheet: &Sheet, gap: i64) -> Span<'static> {
    let sign = match gap {
        ..0 => '▼',
        0 => '=',
        1.. => '▲',
    };
    Span::styled(format!("{sign} {}", signed(gap)), style_of_gap(sheet, gap))
}

fn style_of_gap(sheet: &Sheet, gap: i64) -> Style {
    match gap {
        ..0 => sheet.theme.bad,
        0 => sheet.theme.text,
        1.. => sheet.theme.good,
    }
}
