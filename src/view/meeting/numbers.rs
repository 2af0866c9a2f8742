//! Emotion on its scale, expectation, experience and the gap between them: in digits of four rows
//! where there is room.

use super::letters::{self, Size};
use crate::app::App;
use crate::i18n as w;
use crate::i18n::number::signed_whole;
use crate::journey::model::{Scale, Touchpoint};
use crate::text::width;
use crate::view::theme::Theme;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

/// More steps than this are not marked on the scale one by one.
const MOST_MARKS: i128 = 11;

/// A number with its word.
struct Number {
    word: &'static str,
    shown: String,
    is_known: bool,
    style: Style,
}

/// The numbers as large as they can be, smaller, and in one line.
pub(super) fn sizes(
    app: &App,
    touchpoint: &Touchpoint,
    theme: &Theme,
    columns: usize,
) -> Vec<Vec<Line<'static>>> {
    let numbers = numbers(app, touchpoint, theme);
    let scale = |tall| {
        scale(
            app.journey().scale,
            touchpoint.emotion,
            tall,
            theme,
            columns,
        )
    };
    let has_some = numbers.iter().any(|it| it.is_known);
    let digits = [Size::Huge, Size::Large].into_iter().filter(|_| has_some);
    let digits = digits.filter_map(|size| in_digits(&numbers, size, theme, columns));
    let mut sizes: Vec<Vec<Line>> = digits.map(|lines| [lines, scale(true)].concat()).collect();
    let line = in_line(&numbers, theme, columns);
    sizes.push([line.clone(), scale(false)].concat());
    sizes.push(line);
    sizes
}

fn numbers(app: &App, touchpoint: &Touchpoint, theme: &Theme) -> [Number; 4] {
    let lang = app.lang;
    let none = || "–".to_owned();
    let judged = |number: Option<i64>, middle: i64| match number {
        Some(number) if number < middle => theme.bad,
        Some(number) if number > middle => theme.good,
        Some(_) => theme.text,
        None => theme.dim,
    };
    let rating = |word, number: Option<i64>| Number {
        word,
        shown: number.map_or_else(none, w::whole),
        is_known: number.is_some(),
        style: if number.is_some() {
            theme.text
        } else {
            theme.dim
        },
    };
    let signed = |word, number: Option<i64>, middle| Number {
        word,
        shown: number.map_or_else(none, signed_whole),
        is_known: number.is_some(),
        style: judged(number, middle),
    };
    let middle = app.journey().scale.middle();
    [
        signed(w::field_emotion(lang), touchpoint.emotion, middle),
        rating(w::field_expectation(lang), touchpoint.expectation),
        rating(w::field_experience(lang), touchpoint.experience),
        signed(w::map_gap(lang), touchpoint.gap(), 0),
    ]
}

/// Side by side, each below its word.
fn in_digits(
    numbers: &[Number; 4],
    size: Size,
    theme: &Theme,
    columns: usize,
) -> Option<Vec<Line<'static>>> {
    let own = columns / numbers.len();
    let mut rows: Vec<Line> = vec![Line::default(); 1 + size.rows()];
    for number in numbers {
        let digits = letters::lines(&number.shown, size, own)?.pop()?;
        if width(number.word) >= own {
            return None;
        }
        let cell = |text: &str, style| {
            let blank = " ".repeat(own - width(text));
            [Span::styled(text.to_owned(), style), Span::raw(blank)]
        };
        rows[0].spans.extend(cell(number.word, theme.label));
        for (row, digits) in rows[1..].iter_mut().zip(&digits) {
            row.spans.extend(cell(digits, number.style));
        }
    }
    Some(rows)
}

/// In one line, or as many as the screen is narrow.
fn in_line(numbers: &[Number; 4], theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let mut lines: Vec<Line> = Vec::new();
    for number in numbers {
        let own = width(number.word) + 1 + width(&number.shown);
        let spans = [
            Span::styled(format!("{} ", number.word), theme.label),
            Span::styled(
                number.shown.clone(),
                number.style.add_modifier(Modifier::BOLD),
            ),
        ];
        match lines.last_mut() {
            Some(line) if line.width() + 3 + own <= columns => {
                line.spans.push(Span::raw("   "));
                line.spans.extend(spans);
            }
            _ => lines.push(Line::from(spans.to_vec())),
        }
    }
    lines
}

/// The scale of emotion over the whole width, with a block where the emotion stands, on request a
/// tall one, and the numbers below.
fn scale(
    scale: Scale,
    emotion: Option<i64>,
    is_tall: bool,
    theme: &Theme,
    columns: usize,
) -> Vec<Line<'static>> {
    let steps = i128::from(scale.max) - i128::from(scale.min);
    let room = columns.saturating_sub(1);
    if steps <= 0 || room == 0 {
        return Vec::new();
    }
    let column = |number: i64| {
        let from = (i128::from(number) - i128::from(scale.min)).clamp(0, steps);
        (from * room as i128 / steps) as usize
    };
    let marks: Vec<i64> = match steps < MOST_MARKS {
        true => (scale.min..=scale.max).collect(),
        false => vec![scale.min, scale.middle(), scale.max],
    };
    let mut line: Vec<Span> = vec![Span::styled("━", theme.axis); columns];
    for mark in &marks {
        line[column(*mark)] = Span::styled("┿", theme.axis);
    }
    let mut beside = vec![Span::raw(" "); columns];
    if let Some(emotion) = emotion {
        let style = match emotion.cmp(&scale.middle()) {
            std::cmp::Ordering::Less => theme.bad,
            std::cmp::Ordering::Equal => theme.heading,
            std::cmp::Ordering::Greater => theme.good,
        };
        let at = column(emotion);
        let half = if is_tall { 2 } else { 1 };
        for cell in at.saturating_sub(half)..(at + half + 1).min(columns) {
            line[cell] = Span::styled("█", style);
            beside[cell] = Span::styled("█", style);
        }
    }
    let beside = is_tall.then(|| Line::from(beside));
    let numbers = Line::styled(below(&marks, column, columns), theme.axis);
    let above = beside.clone().into_iter();
    above
        .chain([Line::from(line)])
        .chain(beside)
        .chain([numbers])
        .collect()
}

/// Numbers below their places; one without room is left out.
fn below(marks: &[i64], column: impl Fn(i64) -> usize, columns: usize) -> String {
    let mut line = String::new();
    for mark in marks {
        let number = signed_whole(*mark);
        let own = width(&number);
        let start = column(*mark).saturating_sub(own / 2);
        let start = start.min(columns.saturating_sub(own));
        if start > width(&line) || line.is_empty() {
            line += &" ".repeat(start - width(&line).min(start));
            line += &number;
        }
    }
    line
}
