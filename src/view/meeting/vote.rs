//! The votes of the group as large bars, one for each number, and what they come to.

use super::letters::{self, Size};
use crate::app::App;
use crate::app::vote::Vote;
use crate::i18n as w;
use crate::i18n::number;
use crate::journey::model::Evidence;
use crate::text::{pad_left, sanitize_line, width};
use crate::view::flow::{self, cells, split_rows};
use crate::view::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Columns between a number, its bar, and how many it has.
const APART: usize = 2;

/// From so many rows on, title and result stand in large letters.
const TALL: u16 = 30;

/// Draws the vote over the whole screen.
pub fn draw(app: &App, vote: &Vote, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    crate::view::clear(area, theme, buffer);
    let margin = (area.width / 20).min(2);
    let inside = Rect {
        x: area.x + margin,
        width: area.width - 2 * margin,
        ..area
    };
    let head = head(app, vote, theme, inside);
    let foot = foot(app, vote, theme, inside);
    let (top, rest) = split_rows(inside, cells(head.len()));
    flow::put(&head, top, buffer);
    let bars = rest.height.saturating_sub(cells(foot.len()));
    let (bars, below) = split_rows(rest, bars);
    flow::put(&lines(vote, theme, bars), bars, buffer);
    flow::put(&foot, below, buffer);
}

/// What is voted on, where, and how it is now.
fn head(app: &App, vote: &Vote, theme: &Theme, area: Rect) -> Vec<Line<'static>> {
    let lang = app.lang;
    let title = w::vote_on(lang, (vote.field.word)(lang));
    let touchpoint = app.touchpoint_of(&vote.about);
    let name = touchpoint.map_or("", |it| it.name.trim());
    let now = touchpoint.and_then(|it| match vote.field.name {
        "emotion" => it.emotion,
        "experience" => it.experience,
        "expectation" => it.expectation,
        _ => it.importance,
    });
    let now = now.map(|now| w::vote_now(lang, &vote.shown(now)));
    let title = format!("{title} · {name}");
    let mut lines = in_letters(&title, theme, area).unwrap_or_else(|| {
        let columns = usize::from(area.width);
        flow::wrapped(&title, columns, theme.heading)
    });
    let hint = match vote.is_minus {
        true => w::vote_minus(lang).to_owned(),
        false => w::vote_call(lang, &vote.shown(vote.low), &vote.shown(vote.high)),
    };
    let hint = now
        .into_iter()
        .chain([hint])
        .collect::<Vec<_>>()
        .join(" · ");
    lines.extend(flow::wrapped(&hint, usize::from(area.width), theme.dim));
    lines.push(Line::default());
    lines
}

/// A text in one line of large letters, on a screen with rows to spare.
fn in_letters(text: &str, theme: &Theme, area: Rect) -> Option<Vec<Line<'static>>> {
    let is_tall = area.height >= TALL;
    let text = sanitize_line(text);
    let lines = letters::lines(&text, Size::Large, usize::from(area.width));
    let mut lines = lines.filter(|lines| is_tall && lines.len() == 1)?;
    let rows = lines.pop()?.into_iter();
    Some(rows.map(|row| Line::styled(row, theme.heading)).collect())
}

/// A bar for each number, the highest on top, as tall as there is room.
fn lines(vote: &Vote, theme: &Theme, area: Rect) -> Vec<Line<'static>> {
    let count = vote.numbers().count();
    let rows = usize::from(area.height) / count.max(1);
    let most = vote.numbers().map(|it| vote.count(it)).max().unwrap_or(0);
    let numbers: Vec<i64> = vote.numbers().collect();
    let numbers = in_view(&numbers, vote, usize::from(area.height));
    let bar = |number: &i64| bar(vote, *number, most, rows.max(1), theme, area);
    numbers.iter().flat_map(bar).collect()
}

/// All numbers, or on a screen of few rows those around the cursor.
fn in_view<'n>(numbers: &'n [i64], vote: &Vote, rows: usize) -> &'n [i64] {
    let at = numbers.iter().position(|it| *it == vote.cursor);
    let last = numbers.len().saturating_sub(rows);
    let first = at.unwrap_or(0).saturating_sub(rows / 2).min(last);
    &numbers[first..]
}

fn bar(
    vote: &Vote,
    number: i64,
    most: usize,
    rows: usize,
    theme: &Theme,
    area: Rect,
) -> Vec<Line<'static>> {
    let is_median = vote.median() == Some(number);
    let style = if is_median { theme.moment } else { theme.curve };
    let cursor = if number == vote.cursor { "▌" } else { " " };
    // Colour is not all that tells the median.
    let fill = if is_median { "█" } else { "▒" };
    let count = vote.count(number);
    let thick = if rows > 1 { rows - 1 } else { 1 };
    let (label, counted) = labels(vote, count, number, thick);
    let left = vote
        .numbers()
        .map(|it| labels(vote, count, it, thick).0.columns());
    let left = left.max().unwrap_or(0);
    let right = labels(vote, most, number, thick).1.columns();
    let room = usize::from(area.width).saturating_sub(1 + left + right + 2 * APART);
    let length = (count * room).checked_div(most).unwrap_or(0);
    let top = thick.saturating_sub(label.0.len()) / 2;
    let row = |at: usize| {
        let part = |label: &Label| at.checked_sub(top).and_then(|at| label.0.get(at).cloned());
        Line::from(vec![
            Span::styled(cursor, theme.key),
            Span::styled(
                pad_left(&part(&label).unwrap_or_default(), left),
                theme.heading,
            ),
            Span::raw(" ".repeat(APART)),
            Span::styled(fill.repeat(length), style),
            Span::raw(" ".repeat(if length > 0 { APART } else { 0 })),
            Span::styled(part(&counted).unwrap_or_default(), theme.heading),
        ])
    };
    let blank = (rows > thick).then(Line::default);
    (0..thick).map(row).chain(blank).collect()
}

/// A number in its rows.
struct Label(Vec<String>);

impl Label {
    fn columns(&self) -> usize {
        self.0.iter().map(|row| width(row)).max().unwrap_or(0)
    }
}

/// A number, and how many called it: in large digits where a bar is tall enough.
fn labels(vote: &Vote, count: usize, number: i64, thick: usize) -> (Label, Label) {
    let texts = [
        vote.shown(number),
        if count > 0 {
            count.to_string()
        } else {
            String::new()
        },
    ];
    let [number, count] = texts.map(|text| {
        let digits = letters::lines(&text, Size::Large, usize::from(u16::MAX));
        let digits = digits.filter(|_| thick >= Size::Large.rows());
        let line = digits.and_then(|mut lines| lines.pop());
        Label(line.unwrap_or_else(|| vec![text]))
    });
    (number, count)
}

/// How many voted, what it comes to, and that it is an assumption.
fn foot(app: &App, vote: &Vote, theme: &Theme, area: Rect) -> Vec<Line<'static>> {
    let columns = usize::from(area.width);
    let result = result(app, vote);
    let mut lines = vec![Line::default()];
    let large = in_letters(&result, theme, area);
    lines.extend(large.unwrap_or_else(|| flow::wrapped(&result, columns, theme.heading)));
    let touchpoint = app.touchpoint_of(&vote.about);
    let said = match touchpoint.and_then(|it| vote.outweighs(it)) {
        Some(evidence) => w::vote_lowers(app.lang, w::evidence(app.lang, evidence)),
        None => {
            let evidence = touchpoint.and_then(|it| it.evidence);
            let evidence = evidence.unwrap_or(Evidence::Assumed);
            w::vote_assumption(app.lang, w::evidence(app.lang, evidence))
        }
    };
    lines.extend(flow::wrapped(&said, columns, theme.dim));
    lines
}

/// `n 8 · median −1 · mean −0.9 · from −2 to +1`
fn result(app: &App, vote: &Vote) -> String {
    let lang = app.lang;
    let (Some(median), Some(mean), Some((low, high))) = (vote.median(), vote.mean(), vote.spread())
    else {
        return w::vote_none_yet(lang).to_owned();
    };
    let mean = match vote.field.name {
        "emotion" => number::signed(lang, mean, 1),
        _ => number::number(lang, mean, 1),
    };
    [
        format!("n {}", vote.votes.len()),
        w::vote_median(lang, &vote.shown(median)),
        w::vote_mean(lang, &mean),
        w::vote_spread(lang, &vote.shown(low), &vote.shown(high)),
    ]
    .join(" · ")
}
