//! The page one begins from: a head, and below it what is offered, in the middle of the screen.

use super::braille::{ACROSS, Canvas, DOWN, Dot, Stroke};
use super::flow;
use super::hit::{HitMap, Target};
use super::page::{Page, PageCursor};
use super::spline;
use super::theme::Theme;
use crate::app::start::{Group, Offer, Start};
use crate::app::{App, Screen};
use crate::i18n::{self as w, Lang};
use crate::text::{sanitize_line, truncate, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Columns of the page, where there are so many; as many more as its texts want, up to the most.
const COLUMNS: u16 = 76;
const MOST_COLUMNS: u16 = 120;

/// Columns beside the texts.
const BESIDE: usize = 3;

/// Rows of the head with its curve.
const HEAD: u16 = 7;

/// Rows of the curve in the head.
const CURVE: u16 = 4;

/// Columns of the curve.
const CURVE_COLUMNS: u16 = 44;

/// The emotions of the curve: it falls to its Moment of Truth, and ends well.
const EMOTIONS: [i64; 6] = [1, 2, 1, 0, 3, 2];

/// The lowest of them.
const MOMENT: usize = 3;

/// Columns that labels have at least, so that groups of short ones stand in line.
const LABELS: usize = 18;

/// Columns between a label and its note.
const APART: usize = 3;

/// Draws the page.
pub(super) fn draw(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer, hits: &mut HitMap) {
    let Some(start) = &app.start else { return };
    let inner = middle(area, start);
    let columns = usize::from(inner.width).saturating_sub(BESIDE);
    let page = page(start, theme, columns, app.lang);
    let rows = flow::cells(page.lines.len());
    let has_curve = area.height >= rows + HEAD;
    let head = match has_curve {
        true => HEAD,
        false => 2.min(area.height.saturating_sub(8)),
    };
    let spare = area.height.saturating_sub(rows + head) / 3;
    let (_, below) = flow::split_rows(inner, spare);
    let (top, body) = flow::split_rows(below, head);
    draw_head(app.lang, theme, has_curve, top, buffer);
    let row = app.lists.cursor(Screen::Start).row;
    let cursor = PageCursor {
        row: Some(row),
        first: page.first_line(row, usize::from(body.height)),
    };
    page.draw(&cursor, theme, body, buffer, hits, Target::Entry);
}

/// The columns in the middle: enough for the texts, where there are so many.
fn middle(area: Rect, start: &Start) -> Rect {
    let groups = start.offers.chunk_by(|one, next| one.group == next.group);
    let wanted = groups
        .map(|it| longest(it, |it| &it.label).max(LABELS) + APART + longest(it, |it| &it.note));
    let wanted = flow::cells(wanted.max().unwrap_or(0) + BESIDE);
    let width = area.width.min(wanted.clamp(COLUMNS, MOST_COLUMNS));
    Rect {
        x: area.x + (area.width - width) / 2,
        width,
        ..area
    }
}

fn draw_head(lang: Lang, theme: &Theme, has_curve: bool, area: Rect, buffer: &mut Buffer) {
    let (above, below) = flow::split_rows(area, if has_curve { CURVE } else { 0 });
    if has_curve {
        draw_curve(theme, above, buffer);
    }
    let words = vec![
        Span::styled("◆ ", theme.moment),
        Span::styled("touchline", theme.heading),
        Span::raw("  "),
        Span::styled(w::start_claim(lang), theme.dim),
    ];
    let (_, below) = flow::split_rows(below, u16::from(has_curve));
    let inside = Rect {
        x: below.x + below.width.min(1),
        width: below.width.saturating_sub(1),
        ..below
    };
    flow::put(&[Line::from(words)], inside, buffer);
}

/// An emotion curve with its Moment of Truth: what the program is about.
fn draw_curve(theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let plot = Rect {
        x: area.x + area.width.min(1),
        width: CURVE_COLUMNS.min(area.width.saturating_sub(1)),
        ..area
    };
    let mut canvas = Canvas::new(plot.width, plot.height);
    let step = i64::from(plot.width.saturating_sub(1)) * ACROSS / (EMOTIONS.len() as i64 - 1);
    let dot = |at: usize| Dot {
        x: at as i64 * step,
        y: (i64::from(CURVE) - 1 - EMOTIONS[at]) * DOWN + DOWN / 2,
    };
    let dots: Vec<Dot> = (0..EMOTIONS.len()).map(dot).collect();
    spline::draw(&dots, Stroke::Solid, &mut canvas);
    for position in plot.positions() {
        if let Some(dots) = canvas.at(position.x - plot.x, position.y - plot.y) {
            buffer[position].set_char(dots).set_style(theme.curve);
        }
    }
    let moment = dot(MOMENT);
    let at = (
        plot.x + (moment.x / ACROSS) as u16,
        plot.y + (moment.y / DOWN) as u16,
    );
    if let Some(cell) = buffer.cell_mut(at) {
        cell.set_char('◆').set_style(theme.moment);
    }
}

fn page(start: &Start, theme: &Theme, columns: usize, lang: Lang) -> Page {
    let mut page = Page::default();
    let mut at = 0;
    for offers in start.offers.chunk_by(|one, next| one.group == next.group) {
        let heading = heading(start, offers[0].group, lang);
        page.head(&heading, columns, theme);
        let labels = columns_of_labels(offers, columns);
        for offer in offers {
            page.add(vec![line(offer, labels, columns, theme)], Some(at));
            at += 1;
        }
    }
    page
}

/// As many columns as the labels want, while the notes have what they want, or half of all.
fn columns_of_labels(offers: &[Offer], columns: usize) -> usize {
    let notes = longest(offers, |it| &it.note).min(columns / 2);
    longest(offers, |it| &it.label)
        .max(LABELS)
        .min(columns.saturating_sub(notes + APART))
}

/// Columns of the longest of some texts.
fn longest(offers: &[Offer], of: fn(&Offer) -> &str) -> usize {
    let widths = offers.iter().map(|it| width(&sanitize_line(of(it))));
    widths.max().unwrap_or(0)
}

fn heading(start: &Start, group: Group, lang: Lang) -> String {
    match group {
        Group::Here => w::start_here(lang, &sanitize_line(&start.folder)),
        Group::Learn => w::start_learn(lang).to_owned(),
        Group::New => w::start_new(lang).to_owned(),
        Group::Elsewhere => w::start_elsewhere(lang).to_owned(),
    }
}

fn line(offer: &Offer, labels: usize, columns: usize, theme: &Theme) -> Line<'static> {
    let fit = |text: &str, room: usize| truncate(&sanitize_line(text), room).into_owned();
    let label = fit(&offer.label, labels);
    let pad = " ".repeat((labels + APART).saturating_sub(width(&label)));
    let note = fit(&offer.note, columns.saturating_sub(labels + APART));
    Line::from(vec![
        Span::styled(label, theme.heading),
        Span::raw(pad),
        Span::styled(note, theme.dim),
    ])
}
