//! What the lanes say about the touchpoint, whole: a section for each, those that say nothing in a
//! line at the foot.

use super::super::geometry::{Columns, Limits};
use super::super::paint::fill_cursor;
use super::super::sheet::{Cursor, Sheet};
use super::super::{Hit, MapView, Target, cells, curve, labels, ratings};
use super::flow::{Place, flow};
use crate::app::map::{Lane, Rating, Row, Widths};
use crate::i18n as w;
use crate::text;
use crate::view::flow::split_rows;
use crate::view::scroll;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use std::ops::Range;

/// Cells of a text at the least, for one more column of sections.
const TEXT: u16 = 20;
/// The most columns of sections.
const MOST: u16 = 3;

/// In columns of narrower texts than this, names of sections stand above their texts.
const BESIDE: u16 = 30;

/// A line of a section: the row that it belongs to, if the cursor can stand there, the name of that
/// row at its first line, and what it says.
struct Entry {
    row: Option<Row>,
    label: String,
    line: Line<'static>,
    /// The text begins where names do.
    is_below: bool,
}

pub(super) fn draw(
    view: &MapView,
    whole: &Sheet,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut Vec<Hit>,
) {
    if whole.touchpoint(view.state.column).is_none() {
        return;
    }
    let columns = (area.width / (whole.columns.labels + TEXT)).clamp(1, MOST);
    let sheet = near(view, whole, area.width / columns);
    let (full, empty): (Vec<Lane>, Vec<Lane>) =
        view.state.lanes().partition(|lane| says(&sheet, *lane));
    let foot = foot(&sheet, &empty, area.width);
    let foot_height = (foot.len() as u16)
        .min((area.height / 3).max(1))
        .min(area.height);
    let (body, rows) = split_rows(area, area.height - foot_height);
    let sections: Vec<Vec<Entry>> = full.iter().map(|lane| section(&sheet, *lane)).collect();
    draw_columns(&sheet, &sections, columns, body, buffer, hits);
    buffer.set_style(rows, whole.theme.stripe);
    let (label, _) = halves(
        &sheet,
        Rect {
            height: rows.height.min(1),
            ..rows
        },
    );
    labels::put(&sheet, false, label, w::closeup_empty(sheet.lang()), buffer);
    let here = foot
        .iter()
        .position(|line| line.iter().any(|(row, _)| *row == view.state.row));
    let first = (here.unwrap_or(0) + 1).saturating_sub(usize::from(rows.height));
    for (row, labels) in rows.rows().zip(foot.iter().skip(first)) {
        draw_foot(&sheet, labels, row, buffer, hits);
    }
}

/// The touchpoint alone in a column of sections.
fn near<'a>(view: &MapView<'a>, whole: &Sheet, width: u16) -> Sheet<'a> {
    let size = ratatui::layout::Size::new(width, 0);
    let sheet = Sheet::new(view.content, view.theme, size, Widths::Wide, 0);
    let labels = whole.columns.labels.min(width);
    let columns = Columns {
        labels,
        first: view.state.column,
        count: 1,
        width: width - labels,
        ..sheet.columns
    };
    Sheet {
        columns,
        limits: Limits::NONE,
        ..sheet
    }
    .with_cursor(Cursor::of(view))
}

fn column_of(sheet: &Sheet) -> usize {
    sheet.columns.first
}

/// The lane says something here, be it that something is wrong.
fn says(sheet: &Sheet, lane: Lane) -> bool {
    let column = column_of(sheet);
    let says = |at| lane.says(sheet.content.journey, at);
    let fields = || {
        let of_ratings = Rating::ALL.iter().map(|rating| rating.field());
        let ratings = of_ratings.filter(|_| lane == Lane::Ratings);
        lane.field().into_iter().chain(ratings)
    };
    sheet.touchpoint(column).is_some_and(says)
        || fields().any(|field| sheet.errors_in(column, field).next().is_some())
}

fn section(sheet: &Sheet, lane: Lane) -> Vec<Entry> {
    let column = column_of(sheet);
    match lane {
        Lane::Ratings => of_ratings(sheet),
        Lane::Emotion => {
            let lines = curve::with_evidence(sheet, column);
            beside(Row::Lane(lane), labels::lines(sheet, lane, 1), lines)
        }
        Lane::Channel | Lane::Owner => texts_beside(sheet, lane),
        _ if sheet.text_width(column) < BESIDE => texts_below(sheet, lane),
        _ => texts_beside(sheet, lane),
    }
}

fn texts_beside(sheet: &Sheet, lane: Lane) -> Vec<Entry> {
    let lines = cells::lines(sheet, lane, column_of(sheet), u16::MAX);
    let labels = labels::lines(sheet, lane, lines.len() as u16);
    beside(Row::Lane(lane), labels, lines)
}

fn beside(row: Row, labels: Vec<String>, lines: Vec<Line<'static>>) -> Vec<Entry> {
    let mut labels = labels.into_iter();
    let entry = |line| Entry {
        row: Some(row),
        label: labels.next().unwrap_or_default(),
        line,
        is_below: false,
    };
    lines.into_iter().map(entry).collect()
}

fn texts_below(sheet: &Sheet, lane: Lane) -> Vec<Entry> {
    let whole = whole_width(sheet);
    let entry = |label: &str, line| Entry {
        row: Some(Row::Lane(lane)),
        label: label.to_owned(),
        line,
        is_below: true,
    };
    let name = entry(labels::label(lane, sheet.lang()), Line::default());
    let lines = cells::lines(&whole, lane, column_of(sheet), u16::MAX);
    let texts = lines.into_iter().map(|line| entry("", line));
    [name].into_iter().chain(texts).collect()
}

/// The same column without room for names at its left.
fn whole_width<'a>(sheet: &Sheet<'a>) -> Sheet<'a> {
    let columns = Columns {
        labels: 0,
        width: sheet.columns.labels + sheet.columns.width,
        ..sheet.columns.clone()
    };
    Sheet {
        legend: Vec::new(),
        columns,
        theme: sheet.theme,
        content: sheet.content,
        limits: sheet.limits,
        cursor: sheet.cursor,
        is_whole: sheet.is_whole,
        seams: sheet.seams.clone(),
    }
}

fn of_ratings(sheet: &Sheet) -> Vec<Entry> {
    let lines = cells::lines(sheet, Lane::Ratings, column_of(sheet), ratings::ROWS);
    let ratings = Rating::ALL.map(Some).into_iter().chain([None]);
    let entry = |(rating, line): (Option<Rating>, _)| Entry {
        row: rating.map(Row::Rating),
        label: ratings::label(rating, sheet.lang()).to_owned(),
        line,
        is_below: false,
    };
    ratings.zip(lines).map(entry).collect()
}

/// The sections in columns, from where on the cursor is in view.
fn draw_columns(
    sheet: &Sheet,
    sections: &[Vec<Entry>],
    columns: u16,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut Vec<Hit>,
) {
    let heights: Vec<usize> = sections.iter().map(Vec::len).collect();
    let room = usize::from(area.height);
    let airy = flow(&heights, columns, 1);
    let (places, total) = match airy.1 <= room {
        true => airy,
        false => flow(&heights, columns, 0),
    };
    let first = first_row(sheet, sections, &places, room, total);
    for (section, place) in sections.iter().zip(&places) {
        let column = Rect {
            x: area.x + place.column * (sheet.columns.labels + sheet.columns.width),
            width: sheet.columns.labels + sheet.columns.width,
            ..area
        };
        draw_section(sheet, section, place.top, first, column, buffer, hits);
    }
    let bar = Rect {
        x: area.right().saturating_sub(1),
        width: area.width.min(1),
        ..area
    };
    scroll::draw_bar(first, total, sheet.theme, bar, buffer);
}

/// The first row shown, so that the cursor's section is in view.
fn first_row(
    sheet: &Sheet,
    sections: &[Vec<Entry>],
    places: &[Place],
    room: usize,
    total: usize,
) -> usize {
    let cursor = sheet.cursor.map(|it| it.row);
    let is_here = |entry: &Entry| entry.row.is_some() && entry.row == cursor;
    let mut here = sections.iter().zip(places).filter_map(|(section, place)| {
        let at = section.iter().position(is_here)?;
        let count = section.iter().filter(|it| is_here(it)).count();
        Some(place.top + at..place.top + at + count)
    });
    match here.next() {
        Some(rows) if total > room => scroll::around(rows, room, total),
        _ => 0,
    }
}

fn draw_section(
    sheet: &Sheet,
    section: &[Entry],
    top: usize,
    first: usize,
    column: Rect,
    buffer: &mut Buffer,
    hits: &mut Vec<Hit>,
) {
    let shown = |at: usize| {
        let row = (top + at).checked_sub(first)?;
        let row = u16::try_from(row).ok().filter(|row| *row < column.height)?;
        Some(Rect {
            y: column.y + row,
            height: 1,
            ..column
        })
    };
    for (at, entry) in section.iter().enumerate() {
        if let Some(row) = shown(at) {
            draw_entry(sheet, entry, row, buffer);
        }
    }
    for (row, lines) in runs(section) {
        let rows: Vec<Rect> = lines.filter_map(shown).collect();
        if let (Some(one), Some(last)) = (rows.first(), rows.last()) {
            let area = Rect {
                height: last.bottom() - one.y,
                ..*one
            };
            let is_below = section.iter().any(|it| it.is_below);
            finish(sheet, row, area, is_below, buffer, hits);
        }
    }
}

/// The lines of a section that belong to the same row.
fn runs(section: &[Entry]) -> Vec<(Row, Range<usize>)> {
    let mut start = 0;
    let runs = section
        .chunk_by(|one, other| one.row == other.row)
        .filter_map(|run| {
            let range = start..start + run.len();
            start = range.end;
            Some((run.first()?.row?, range))
        });
    runs.collect()
}

fn draw_entry(sheet: &Sheet, entry: &Entry, row: Rect, buffer: &mut Buffer) {
    let is_here = entry.row.is_some() && sheet.cursor.map(|it| it.row) == entry.row;
    let (label, text) = match entry.is_below {
        true => (row, row),
        false => halves(sheet, row),
    };
    if !entry.label.is_empty() {
        labels::put(sheet, is_here, label, &entry.label, buffer);
    }
    let room = text.width.saturating_sub(2);
    buffer.set_line(text.x + 1, text.y, &entry.line, room);
}

/// Where the name of a row stands, and its text with a cell at either side.
fn halves(sheet: &Sheet, row: Rect) -> (Rect, Rect) {
    let labels = sheet.columns.labels.min(row.width);
    let label = Rect {
        width: labels,
        ..row
    };
    let text = Rect {
        x: row.x + labels,
        width: row.width - labels,
        ..row
    };
    (label, text)
}

/// The cursor, and what a click hits.
fn finish(
    sheet: &Sheet,
    row: Row,
    area: Rect,
    is_below: bool,
    buffer: &mut Buffer,
    hits: &mut Vec<Hit>,
) {
    let column = column_of(sheet);
    let (label, text) = match is_below {
        true => (Rect { width: 0, ..area }, area),
        false => halves(sheet, area),
    };
    let text = Rect {
        width: text.width.saturating_sub(1),
        ..text
    };
    fill_cursor(sheet, column, row, text, buffer);
    let targets = [
        (label, Target::Label(row)),
        (text, Target::Cell { column, row }),
    ];
    for (area, target) in targets {
        if !area.is_empty() {
            hits.push(Hit { area, target });
        }
    }
}

/// The lanes that say nothing, in lines.
fn foot(sheet: &Sheet, lanes: &[Lane], width: u16) -> Vec<Vec<(Row, &'static str)>> {
    let rows = lanes.iter().flat_map(|lane| lane.rows());
    let mut lines: Vec<Vec<(Row, &'static str)>> = Vec::new();
    let mut used = usize::MAX;
    for row in rows {
        let word = match row {
            Row::Rating(rating) => ratings::label(Some(rating), sheet.lang()),
            _ => row
                .lane()
                .map_or("", |lane| labels::label(lane, sheet.lang())),
        };
        let own = text::width(word) + APART;
        if used.saturating_add(own) > usize::from(width) {
            lines.push(Vec::new());
            used = usize::from(sheet.columns.labels);
        }
        used += own;
        if let Some(line) = lines.last_mut() {
            line.push((row, word));
        }
    }
    lines
}

/// Cells from the end of a name at the foot to the next.
const APART: usize = 3;

fn draw_foot(
    sheet: &Sheet,
    words: &[(Row, &str)],
    row: Rect,
    buffer: &mut Buffer,
    hits: &mut Vec<Hit>,
) {
    let (_, mut left) = halves(sheet, row);
    for (row, word) in words {
        let width = (text::width(word) as u16 + 2).min(left.width);
        let area = Rect { width, ..left };
        buffer.set_stringn(
            area.x + 1,
            area.y,
            word,
            usize::from(width.saturating_sub(1)),
            sheet.theme.dim,
        );
        fill_cursor(sheet, column_of(sheet), *row, area, buffer);
        if !area.is_empty() {
            let column = column_of(sheet);
            hits.push(Hit {
                area,
                target: Target::Cell { column, row: *row },
            });
        }
        let used = (width + 1).min(left.width);
        left = Rect {
            x: left.x + used,
            width: left.width - used,
            ..left
        };
    }
}
