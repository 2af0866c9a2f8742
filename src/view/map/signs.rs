//! The lanes with the whole journey on the screen: for each touchpoint a sign, a number or a shade;
//! one owner or channel over neighbouring touchpoints as one run. Where several touchpoints share a
//! cell, the one that tells most stands for them.

use super::cells::{self, Signs};
use super::curve;
use super::kpis::judged;
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
use std::collections::HashMap;
use std::ops::Range;

/// Gaps from 1 on, as a fill that grows denser.
const SHADES: [char; 4] = ['░', '▒', '▓', '█'];

/// A line shorter than this behind a name would only be noise.
const LINE: usize = 3;

/// What stands for a touchpoint in a lane.
#[derive(Debug, Clone, PartialEq)]
struct Sign {
    text: Cow<'static, str>,
    style: Style,
    /// How much it tells: of several, the highest one is shown.
    weight: i64,
    /// What fills the rest of the cell.
    fill: Option<char>,
}

impl Sign {
    fn new(text: impl Into<Cow<'static, str>>, style: Style, weight: i64) -> Sign {
        Sign {
            text: text.into(),
            style,
            weight,
            fill: None,
        }
    }
}

/// Draws a lane into a row.
pub(super) fn draw(sheet: &Sheet, lane: Lane, row: Rect, buffer: &mut Buffer) {
    let groups = sheet.columns.groups();
    if matches!(lane, Lane::Channel | Lane::Owner) {
        return draw_runs(sheet, lane, &groups, row, buffer);
    }
    // Looked up once: both lists belong to the journey, and may be long.
    let listed = match lane {
        Lane::Improvements => cells::improvement_signs(sheet),
        Lane::Notes => cells::note_signs(sheet),
        _ => HashMap::new(),
    };
    for group in groups {
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
    if let Some(fill) = sign.fill {
        for position in cell.positions() {
            buffer[position].set_char(fill).set_style(sign.style);
        }
    }
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
    let shade = SHADES
        .get(gap.unsigned_abs().saturating_sub(1).min(3) as usize)
        .copied();
    let text = match (width, gap) {
        (_, 0) => "=".to_owned(),
        (0..=2, ..0) => shade.map_or_else(String::new, String::from),
        (0..=2, _) => "▲".to_owned(),
        _ => signed(gap),
    };
    Some(Sign {
        fill: shade.filter(|_| width > 3 && gap != 0),
        ..Sign::new(text, style_of_gap(sheet, gap), -gap)
    })
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

/// Neighbours with the same owner, or channel, as one run with its name at the beginning.
fn draw_runs(sheet: &Sheet, lane: Lane, groups: &[Range<usize>], row: Rect, buffer: &mut Buffer) {
    let name = |group: &Range<usize>| {
        let mut names = group
            .clone()
            .filter_map(|column| whose(sheet, lane, column));
        names.next()
    };
    for run in groups.chunk_by(|one, other| name(one) == name(other)) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else {
            continue;
        };
        let cell = sheet.cell(first.start..last.end, row);
        match name(first) {
            Some(name) => draw_run(sheet, &name, cell, buffer),
            None => {
                for group in run {
                    let cell = sheet.cell(group.clone(), row);
                    put_nothing(sheet, group, cell, buffer);
                }
            }
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

/// The whole name, else its initials, and a line to the end of a long run.
fn draw_run(sheet: &Sheet, name: &str, cell: Rect, buffer: &mut Buffer) {
    let margin = u16::from(cell.width > 4);
    let cell = Rect {
        x: cell.x + margin,
        width: cell.width - margin,
        ..cell
    };
    let width = usize::from(cell.width);
    let words = match text::width(name) < width {
        true => name.to_owned(),
        false => initials(name, width),
    };
    buffer.set_stringn(cell.x, cell.y, &words, width, sheet.theme.text);
    let used = text::width(&words) + 1;
    if used + LINE < width {
        for position in cell.positions().skip(used).take(width - used - 1) {
            buffer[position].set_char('─').set_style(sheet.theme.border);
        }
    }
}

/// The first letters of the words, or of the word, as many as there is room for.
fn initials(name: &str, width: usize) -> String {
    let most = width.saturating_sub(1).clamp(1, 3);
    let words: Vec<&str> = name.split_whitespace().collect();
    let letters: String = match words.as_slice() {
        [word] => word.chars().take(most).collect(),
        words => words
            .iter()
            .filter_map(|word| word.chars().next())
            .collect(),
    };
    letters.to_uppercase().chars().take(most).collect()
}
