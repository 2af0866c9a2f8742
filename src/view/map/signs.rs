//! The lanes with the whole journey on the screen: for each touchpoint a sign, a number or a shade;
//! one owner or channel over neighbouring touchpoints as one run. Where several touchpoints share a
//! cell, the one that tells most stands for them.

use super::cells::{self, Signs};
use super::codes;
use super::curve;
use super::kpis::judged;
use super::legend::Entry;
use super::ratings::style_of_gap;
use super::sheet::Sheet;
use crate::app::map::{Lane, Rating};
use crate::i18n::number::signed_whole as signed;
use crate::journey::model::Touchpoint;
use crate::journey::total::latest;
use crate::journey::verdict::Verdict;
use crate::text;
use crate::view::figures as words;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Gaps from −1 on, as a fill that grows denser.
const SHADES: [&str; 4] = ["░", "▒", "▓", "█"];

/// Gaps from 0 on, and better than expected, where there is no room for numbers.
const NO_GAP: &str = "=";
const BETTER: &str = "▲";

/// A line shorter than this behind a name would only be noise.
const LINE: usize = 3;

/// What stands for a touchpoint in a lane.
#[derive(Debug, Clone, PartialEq)]
struct Sign {
    text: Cow<'static, str>,
    style: Style,
    /// How much it tells: of several, the highest one is shown.
    weight: i64,
}

impl Sign {
    fn new(text: impl Into<Cow<'static, str>>, style: Style, weight: i64) -> Sign {
        Sign {
            text: text.into(),
            style,
            weight,
        }
    }
}

/// Draws a lane into a row.
pub(super) fn draw(sheet: &Sheet, lane: Lane, row: Rect, buffer: &mut Buffer) {
    if matches!(lane, Lane::Channel | Lane::Owner) {
        return draw_runs(sheet, lane, row, buffer);
    }
    // Looked up once: both lists belong to the journey, and may be long.
    let listed = match lane {
        Lane::Improvements => cells::improvement_signs(sheet),
        Lane::Notes => cells::note_signs(sheet),
        _ => HashMap::new(),
    };
    for group in sheet.columns.groups() {
        draw_sign(sheet, lane, &listed, group, row, buffer);
    }
}

fn draw_sign(
    sheet: &Sheet,
    lane: Lane,
    listed: &Signs,
    group: Range<usize>,
    row: Rect,
    buffer: &mut Buffer,
) {
    let cell = sheet.cell(group.clone(), row);
    let signs = group
        .clone()
        .filter_map(|column| sign(sheet, lane, listed, column, cell.width));
    let sign = signs.reduce(|one, other| {
        if other.weight > one.weight {
            other
        } else {
            one
        }
    });
    let Some(sign) = sign else {
        return put_nothing(sheet, &group, cell, buffer);
    };
    put(sheet, &group, cell, &sign.text, sign.style, buffer);
}

/// A dot; between signs that touch each other, nothing.
fn put_nothing(sheet: &Sheet, group: &Range<usize>, cell: Rect, buffer: &mut Buffer) {
    if cell.width > 1 {
        put(sheet, group, cell, "·", sheet.theme.border, buffer);
    }
}

/// A text in the middle of a cell, where the curve has its point.
fn put(
    sheet: &Sheet,
    group: &Range<usize>,
    cell: Rect,
    text: &str,
    style: Style,
    buffer: &mut Buffer,
) {
    let width = text::width(text) as u16;
    let middle = u16::try_from(curve::center(sheet, group.start)).unwrap_or(0);
    let from_left = (sheet.columns.labels + middle).saturating_sub(width / 2);
    let last = cell.right().saturating_sub(width);
    let x = from_left.min(last).max(cell.left());
    buffer.set_stringn(
        x,
        cell.y,
        text,
        usize::from(cell.right().saturating_sub(x)),
        style,
    );
}

fn sign(sheet: &Sheet, lane: Lane, listed: &Signs, column: usize, width: u16) -> Option<Sign> {
    if lane
        .field()
        .is_some_and(|field| sheet.errors_in(column, field).next().is_some())
    {
        return Some(Sign::new("✗", sheet.theme.bad, i64::MAX));
    }
    let at = sheet.touchpoint(column)?;
    let theme = sheet.theme;
    match lane {
        Lane::Emotion => emotion(sheet, at, width),
        Lane::Ratings => rating(sheet, at, width),
        Lane::Promise => at.promise.as_ref().map(|_| Sign::new("•", theme.text, 1)),
        Lane::MomentOfTruth => at
            .moment_of_truth
            .as_ref()
            .map(|_| Sign::new("◆", theme.moment, 1)),
        Lane::Channel | Lane::Owner => None,
        Lane::Actions => count(at.actions.len(), theme.text),
        Lane::Thoughts => count(at.thoughts.len(), theme.text),
        Lane::Quotes => count(at.quotes.len(), theme.quote),
        Lane::Pains => count(at.pains.len(), theme.bad),
        Lane::Opportunities => count(at.opportunities.len(), theme.good),
        Lane::Frontstage => count(at.frontstage.len(), theme.text),
        Lane::Backstage => count(at.backstage.len(), theme.text),
        Lane::Support => count(at.support.len(), theme.text),
        Lane::Values => count(at.values.len(), theme.text),
        Lane::Feedback => count(at.feedback.len(), theme.quote),
        Lane::Kpis => kpis(sheet, at),
        Lane::Improvements | Lane::Notes => listed
            .get(at.id.as_str())
            .map(|(sign, style)| Sign::new(sign.trim_end(), *style, 1)),
    }
}

/// How many there are, as one digit.
fn count(count: usize, style: Style) -> Option<Sign> {
    const DIGITS: [&str; 10] = ["", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    if count == 0 {
        return None;
    }
    let text = *DIGITS.get(count).unwrap_or(&"+");
    Some(Sign::new(text, style, count as i64))
}

fn emotion(sheet: &Sheet, at: &Touchpoint, width: u16) -> Option<Sign> {
    let emotion = at.emotion?;
    let from_middle = emotion.saturating_sub(sheet.content.journey.scale.middle());
    let style = curve::style_of(sheet, emotion);
    let text = match width {
        0 | 1 => match from_middle.signum() {
            -1 => "▼",
            0 => "=",
            _ => "▲",
        }
        .to_owned(),
        _ => signed(emotion),
    };
    Some(Sign::new(text, style, from_middle.saturating_abs()))
}

/// The rating under the cursor, else the gap.
fn rating(sheet: &Sheet, at: &Touchpoint, width: u16) -> Option<Sign> {
    if let Some(rating) = sheet.rating_of_cursor() {
        let value = rating.of(at)?;
        let weight = if rating == Rating::Importance {
            value
        } else {
            -value
        };
        return Some(Sign::new(value.to_string(), sheet.theme.text, weight));
    }
    let gap = at.gap()?;
    let text = match has_numbers(sheet) {
        true => Cow::Owned(signed(gap)),
        // A fill of the whole cell, so that neighbours make one strip.
        false if gap < 0 => Cow::Owned(shade(gap).repeat(usize::from(width))),
        false => Cow::Borrowed(shade(gap)),
    };
    Some(Sign::new(text, style_of_gap(sheet, gap), -gap))
}

/// Columns have room for a number with its sign: all of them, or none shows one.
fn has_numbers(sheet: &Sheet) -> bool {
    sheet.columns.line > 0
}

/// A gap in one cell.
fn shade(gap: i64) -> &'static str {
    match gap {
        ..0 => SHADES[gap.unsigned_abs().min(4) as usize - 1],
        0 => NO_GAP,
        1.. => BETTER,
    }
}

/// What the signs of the gaps mean, where they are no numbers.
pub(super) fn shades(sheet: &Sheet) -> Vec<Entry> {
    if has_numbers(sheet) {
        return Vec::new();
    }
    let gaps = (-4..=0).rev().map(|gap| (shade(gap), gap, signed(gap)));
    let better = (BETTER, 1, format!("> {}", signed(0)));
    let entry = |(sign, gap, meaning): (&str, i64, String)| {
        (sign.to_owned(), style_of_gap(sheet, gap), meaning)
    };
    gaps.chain([better]).map(entry).collect()
}

/// The KPI that stands worst.
fn kpis(sheet: &Sheet, at: &Touchpoint) -> Option<Sign> {
    let verdict = |kpi: &crate::journey::model::Kpi| {
        let latest = latest(kpi.metric.as_ref()?, &kpi.readings);
        judged(sheet, kpi, latest.as_ref())
    };
    let signs = at.kpis.iter().map(|kpi| {
        let verdict = verdict(kpi);
        let weight = match verdict {
            None => 0,
            Some(Verdict::Reached) => 1,
            Some(Verdict::CannotTell) => 2,
            Some(Verdict::NotYet) => 3,
            Some(Verdict::Missed) => 4,
        };
        let (sign, style) = words::sign(verdict, sheet.theme);
        Sign::new(sign.trim_end(), style, weight)
    });
    signs.max_by_key(|sign| sign.weight)
}

/// Neighbours with the same owner, or channel; `None` where they have none.
type Run = (Option<String>, Range<usize>);

fn runs(sheet: &Sheet, lane: Lane) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for group in sheet.columns.groups() {
        let mut names = group
            .clone()
            .filter_map(|column| whose(sheet, lane, column));
        let name = names.next();
        match runs.last_mut() {
            Some((last, columns)) if name.is_some() && *last == name => columns.end = group.end,
            _ => runs.push((name, group)),
        }
    }
    runs
}

/// The names of a lane, each with its code.
fn names_and_codes(sheet: &Sheet, runs: &[Run]) -> Vec<(String, String)> {
    let mut known = HashSet::new();
    let names = runs.iter().filter_map(|(name, _)| name.clone());
    let names: Vec<String> = names.filter(|name| known.insert(name.clone())).collect();
    let each = usize::from(sheet.columns.width) / sheet.columns.total.max(1);
    let most = each.saturating_sub(1).clamp(1, codes::LETTERS);
    let codes = codes::codes(&names, most);
    names.into_iter().zip(codes).collect()
}

/// The codes of a lane that stand for names somewhere, with what they mean.
pub(super) fn codes_shown(sheet: &Sheet, lane: Lane) -> Vec<Entry> {
    let runs = runs(sheet, lane);
    let row = Rect::new(0, 0, u16::MAX, 1);
    let is_short = |name: &str| {
        let mut own = runs.iter().filter(|(it, _)| it.as_deref() == Some(name));
        own.any(|(_, columns)| !fits(name, words_of_run(sheet.cell(columns.clone(), row))))
    };
    let all = names_and_codes(sheet, &runs).into_iter();
    let shown = all.filter(|(name, _)| is_short(name));
    shown
        .map(|(name, code)| (code, sheet.theme.text, name))
        .collect()
}

/// The runs, each with its name at the beginning.
fn draw_runs(sheet: &Sheet, lane: Lane, row: Rect, buffer: &mut Buffer) {
    let runs = runs(sheet, lane);
    let codes = names_and_codes(sheet, &runs);
    for (name, columns) in &runs {
        let cell = sheet.cell(columns.clone(), row);
        let known = codes.iter().find(|(it, _)| Some(it) == name.as_ref());
        match known {
            Some((name, code)) => draw_run(sheet, name, code, cell, buffer),
            None => put_nothing(sheet, columns, cell, buffer),
        }
    }
}

fn whose(sheet: &Sheet, lane: Lane, column: usize) -> Option<String> {
    let at = sheet.touchpoint(column)?;
    let name = match lane {
        Lane::Channel => cells::channel(sheet, at.channel.as_deref()?),
        _ => cells::department(sheet, at.owner.as_deref()?),
    };
    Some(text::sanitize_line(name).into_owned())
}

/// The part of a run that its name stands in.
fn words_of_run(cell: Rect) -> Rect {
    let margin = u16::from(cell.width > 4);
    Rect {
        x: cell.x + margin,
        width: cell.width - margin,
        ..cell
    }
}

fn fits(name: &str, cell: Rect) -> bool {
    text::width(name) < usize::from(cell.width)
}

/// The whole name, else its code, and a line to the end of a long run.
fn draw_run(sheet: &Sheet, name: &str, code: &str, cell: Rect, buffer: &mut Buffer) {
    let cell = words_of_run(cell);
    let width = usize::from(cell.width);
    let words = if fits(name, cell) { name } else { code };
    buffer.set_stringn(cell.x, cell.y, words, width, sheet.theme.text);
    let used = text::width(words) + 1;
    if used + LINE < width {
        for position in cell.positions().skip(used).take(width - used - 1) {
            buffer[position].set_char('─').set_style(sheet.theme.border);
        }
    }
}
