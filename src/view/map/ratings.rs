//! Importance, expectation, experience and the gap between the last two: as rows with dots, or
//! in one row the gap alone, and while the cursor is there the rating that it stands on.

use super::sheet::Sheet;
use super::{cells, labels};
use crate::app::map::{Rating, Row};
use crate::i18n::number::signed_whole as signed;
use crate::i18n::{self as w, Lang};
use crate::journey::model::Touchpoint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Rows of the lane when each rating has one, and the gap.
pub(super) const ROWS: u16 = Rating::ALL.len() as u16 + 1;

/// The ratings of a touchpoint in [`ROWS`] lines, or in one.
pub(super) fn lines(
    sheet: &Sheet,
    column: usize,
    at: &Touchpoint,
    limit: u16,
) -> Vec<Line<'static>> {
    let one = |rating| {
        let wrong = wrong(sheet, column, rating);
        wrong.unwrap_or_else(|| dots(sheet, at, rating))
    };
    if limit >= ROWS {
        let ratings = Rating::ALL.map(one);
        return ratings.into_iter().chain([gap(sheet, at)]).collect();
    }
    match sheet.rating_of_cursor() {
        Some(rating) => vec![one(rating)],
        None => match Rating::ALL.iter().find_map(|it| wrong(sheet, column, *it)) {
            Some(wrong) => vec![wrong],
            None => in_one_line(sheet, at),
        },
    }
}

/// What stands in the text where that is no rating.
fn wrong(sheet: &Sheet, column: usize, rating: Rating) -> Option<Line<'static>> {
    let error = sheet.errors_in(column, rating.field()).next()?;
    let width = usize::from(sheet.text_width(column));
    Some(Line::from(error.mark(width, sheet.theme.bad)))
}

/// The rows of the lane in their places: those of the ratings, or the one that stands for all.
pub(super) fn rows(sheet: &Sheet, lane: Rect) -> Vec<(Row, Rect)> {
    if lane.height < ROWS {
        let rating = sheet.rating_of_cursor().unwrap_or(Rating::Experience);
        return vec![(Row::Rating(rating), lane)];
    }
    let ratings = Rating::ALL.map(Row::Rating);
    ratings.into_iter().zip(lane.rows()).collect()
}

/// What a rating is called, or the gap.
pub(super) fn label(rating: Option<Rating>, lang: Lang) -> &'static str {
    match rating {
        Some(Rating::Importance) => w::field_importance(lang),
        Some(Rating::Expectation) => w::field_expectation(lang),
        Some(Rating::Experience) => w::field_experience(lang),
        None => w::map_gap(lang),
    }
}

/// One word for each row.
pub(super) fn draw_labels(sheet: &Sheet, area: Rect, buffer: &mut Buffer) {
    let ratings = Rating::ALL.map(Some).into_iter();
    for (row, rating) in area.rows().zip(ratings.chain([None])) {
        let is_here = rating.is_some() && rating == sheet.rating_of_cursor();
        labels::put(sheet, is_here, row, label(rating, sheet.lang()), buffer);
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

fn gap(sheet: &Sheet, at: &Touchpoint) -> Line<'static> {
    let gap = at.gap().map(|gap| Line::from(gap_mark(sheet, gap)));
    gap.unwrap_or_else(|| cells::nothing(sheet))
}

/// A rating of 1 to 5 as filled dots, with its number.
fn dots(sheet: &Sheet, at: &Touchpoint, rating: Rating) -> Line<'static> {
    let theme = sheet.theme;
    let style = match rating {
        Rating::Importance => theme.text,
        Rating::Expectation => theme.dim,
        Rating::Experience => at.gap().map_or(theme.text, |gap| style_of_gap(sheet, gap)),
    };
    let Some(rating) = rating.of(at) else {
        return cells::nothing(sheet);
    };
    let filled = rating.clamp(0, 5) as usize;
    Line::from(vec![
        Span::styled("●".repeat(filled), style),
        Span::styled("○".repeat(5 - filled), sheet.theme.border),
        Span::styled(format!(" {rating}"), style),
    ])
}

/// A gap with its sign.
pub(super) fn gap_mark(sheet: &Sheet, gap: i64) -> Span<'static> {
    let sign = match gap {
        ..0 => '▼',
        0 => '=',
        1.. => '▲',
    };
    Span::styled(format!("{sign} {}", signed(gap)), style_of_gap(sheet, gap))
}

/// Better or worse than expected.
pub(super) fn style_of_gap(sheet: &Sheet, gap: i64) -> Style {
    match gap {
        ..0 => sheet.theme.bad,
        0 => sheet.theme.text,
        1.. => sheet.theme.good,
    }
}
