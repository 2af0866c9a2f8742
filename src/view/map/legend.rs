//! What the signs of the whole journey mean, in lines below it: shades, the codes of channels and
//! owners, and where there is room for all lanes the signs of the others. Then which lanes nobody
//! filled yet, in a line instead of rows of dots.

use super::cells;
use super::labels::label;
use super::sheet::Sheet;
use super::{seams, signs};
use crate::app::map::Lane;
use crate::i18n as w;
use crate::journey::model::ImprovementStatus;
use crate::journey::verdict::Verdict;
use crate::text;
use crate::view::{figures, flow};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// A screen of fewer rows says what codes and shades mean, and nothing more.
const TALL: u16 = 40;

/// One of fewer rows says nothing of the lanes that it leaves out.
const LOW: u16 = 10;

/// Of so many rows, the legend takes one at most.
const SHARE: u16 = 5;

/// Columns between two entries.
const APART: &str = "  ";

/// A sign or a code, and what it means.
pub(super) type Entry = (String, Style, String);

/// The legend of these lanes in so many rows, `silent` being those that nobody filled.
pub(super) fn lines(
    sheet: &Sheet,
    lanes: &[Lane],
    silent: &[Lane],
    (columns, rows): (u16, u16),
) -> Vec<Line<'static>> {
    let explained = lanes
        .iter()
        .map(|lane| (*lane, entries(sheet, *lane, rows)));
    let explained = explained.filter(|(_, entries)| !entries.is_empty());
    let room = usize::from(columns).saturating_sub(2);
    let mut lines = Vec::new();
    for (lane, entries) in explained {
        add(sheet, lane, entries, room, &mut lines);
    }
    let lines = cut(lines, usize::from(rows / SHARE), sheet.theme.dim);
    let lines = lines
        .into_iter()
        .chain(nothing_yet(sheet, silent, (room, rows)));
    flow::indented(lines.collect(), usize::from(columns.min(1)))
}

fn entries(sheet: &Sheet, lane: Lane, rows: u16) -> Vec<Entry> {
    match lane {
        Lane::Ratings => signs::shades(sheet),
        Lane::Channel => signs::codes_shown(sheet, lane),
        Lane::Owner => {
            let mut entries = signs::codes_shown(sheet, lane);
            entries.extend(seams::legend(sheet));
            entries
        }
        Lane::Kpis if rows >= TALL => verdicts(sheet),
        Lane::Improvements if rows >= TALL => steps(sheet),
        _ => Vec::new(),
    }
}

fn verdicts(sheet: &Sheet) -> Vec<Entry> {
    let all = [
        Verdict::Reached,
        Verdict::Missed,
        Verdict::NotYet,
        Verdict::CannotTell,
    ];
    let entry = |verdict| {
        let (sign, style) = figures::sign(Some(verdict), sheet.theme);
        let word = w::figures::verdict_word(verdict, sheet.lang());
        (sign.trim_end().to_owned(), style, word.to_owned())
    };
    all.map(entry).into()
}

fn steps(sheet: &Sheet) -> Vec<Entry> {
    let lang = sheet.lang();
    let all = [
        (ImprovementStatus::Plan, w::choice_plan(lang)),
        (ImprovementStatus::Do, w::choice_do(lang)),
        (ImprovementStatus::Check, w::choice_check(lang)),
        (ImprovementStatus::Act, w::choice_act(lang)),
    ];
    let entry = |(status, word): (_, &str)| {
        let sign = cells::sign_of(Some(status)).trim_end();
        (sign.to_owned(), sheet.theme.good, word.to_owned())
    };
    all.map(entry).into()
}

/// The entries of a lane behind its word, over as many lines as they need.
fn add(
    sheet: &Sheet,
    lane: Lane,
    entries: Vec<Entry>,
    room: usize,
    lines: &mut Vec<Line<'static>>,
) {
    let word = Span::styled(label(lane, sheet.lang()), sheet.theme.label);
    let entry = |(sign, style, meaning): Entry| {
        let meaning = Span::styled(format!(" {meaning}"), sheet.theme.dim);
        vec![Span::styled(sign, style), meaning]
    };
    let mut line = vec![word];
    let mut starts = true;
    for entry in entries.into_iter().map(entry) {
        let wide = |spans: &[Span]| spans.iter().map(Span::width).sum::<usize>();
        if !starts && wide(&line) + APART.len() + wide(&entry) > room {
            lines.push(Line::from(std::mem::take(&mut line)));
        } else {
            line.push(Span::raw(APART));
        }
        line.extend(entry);
        starts = false;
    }
    lines.push(Line::from(line));
}

/// The first of the lines; the last one says that there is more.
fn cut(mut lines: Vec<Line<'static>>, most: usize, style: Style) -> Vec<Line<'static>> {
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.push_span(Span::styled(" …", style));
        }
    }
    lines
}

fn nothing_yet(
    sheet: &Sheet,
    silent: &[Lane],
    (room, rows): (usize, u16),
) -> Option<Line<'static>> {
    if silent.is_empty() || rows < LOW {
        return None;
    }
    let lang = sheet.lang();
    let names: Vec<&str> = silent.iter().map(|lane| label(*lane, lang)).collect();
    let head = w::closeup_empty(lang);
    let left = room.saturating_sub(text::width(head) + APART.len());
    let names = text::truncate(&names.join(" · "), left).into_owned();
    Some(Line::from(vec![
        Span::styled(head, sheet.theme.label),
        Span::raw(APART),
        Span::styled(names, sheet.theme.dim),
    ]))
}
