//! A list to pick from: what narrows it, and the choices that are left.

use super::super::flow::{self, cells};
use super::super::hit::{HitMap, Target};
use super::super::scroll;
use super::super::theme::Theme;
use super::field::draw_field;
use super::{Stands, Window};
use crate::app::App;
use crate::app::dialog::PickDialog;
use crate::app::edits::Asked;
use crate::app::fuzzy::Fuzzy;
use crate::app::options::Choice;
use crate::i18n as w;
use crate::text::{FieldSize, sanitize_line, truncate, width};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

const NARROWEST: usize = 28;
const WIDEST: usize = 72;

/// Choices that are shown at once.
const TALLEST: usize = 20;

/// Columns between a choice and what stands at its right.
const APART: usize = 2;

/// Columns before a choice: the bar of the cursor and the mark.
const MARK: usize = 5;

/// Draws the dialog; returns the cell of the cursor.
pub(super) fn draw(
    app: &App,
    dialog: &PickDialog,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut HitMap,
) -> Option<Position> {
    let labels = dialog.choices.iter().map(|it| {
        let aside = width(&sanitize_line(&it.aside));
        width(&sanitize_line(&it.label)) + aside + if aside > 0 { APART } else { 0 }
    });
    let widest = labels.max().unwrap_or(0) + MARK;
    let widest = widest.max(width(&dialog.title)).clamp(NARROWEST, WIDEST);
    let shown = dialog.shown();
    let window = Window {
        title: &dialog.title,
        foot: foot(app, dialog, shown.len()),
        columns: cells(widest),
        rows: cells(dialog.choices.len().clamp(1, TALLEST) + 1),
        stands: Stands::InTheMiddle,
    };
    let inside = window.open(theme, area, buffer);
    let (filter, list) = flow::split_rows(inside, u16::from(inside.height > 1));
    draw_list(app, dialog, &shown, theme, list, buffer, hits);
    draw_filter(dialog, theme, filter, buffer)
}

/// Where the cursor is, and how many are chosen.
fn foot(app: &App, dialog: &PickDialog, shown: usize) -> String {
    let position = w::dialog_position(app.lang, (dialog.cursor + 1).min(shown), shown);
    let chosen = dialog.choices.iter().filter(|it| it.chosen).count();
    match dialog.several {
        true if chosen == 0 && dialog.asked == Asked::Personas => {
            format!("{} · {position}", w::own_curve(app.lang))
        }
        true => format!("{} · {position}", w::dialog_chosen(app.lang, chosen)),
        false => position,
    }
}

fn draw_filter(
    dialog: &PickDialog,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
) -> Option<Position> {
    let sign = match dialog.asked {
        Asked::Palette(_) => ": ",
        _ => "/ ",
    };
    let sign = Line::styled(sign, theme.key);
    buffer.set_line(area.x, area.y, &sign, area.width);
    let field = Rect {
        x: area.x + area.width.min(2),
        width: area.width.saturating_sub(2),
        ..area
    };
    let size = FieldSize {
        columns: field.width,
        rows: field.height,
    };
    draw_field(&dialog.filter.view(size), theme, field, buffer)
}

fn draw_list(
    app: &App,
    dialog: &PickDialog,
    shown: &[usize],
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut HitMap,
) {
    if shown.is_empty() {
        let columns = usize::from(area.width);
        let lines = flow::wrapped(w::dialog_nothing_fits(app.lang), columns, theme.dim);
        return flow::put(&lines, area, buffer);
    }
    let room = usize::from(area.height);
    let first = scroll::around(dialog.cursor..dialog.cursor + 1, room, shown.len());
    let mut fuzzy = Fuzzy::new(dialog.filter.value());
    for (row, (at, choice)) in area.rows().zip(shown.iter().enumerate().skip(first)) {
        let choice = &dialog.choices[*choice];
        let line = choice_line(dialog.several, choice, &mut fuzzy, theme, row.width.into());
        buffer.set_line(row.x, row.y, &line, row.width);
        hits.push(row, Target::Choice(at));
        if at == dialog.cursor {
            buffer.set_style(row, theme.cursor);
            buffer.set_stringn(row.x, row.y, "▌", usize::from(row.width), theme.cursor_bar);
        }
    }
    let bar = Rect {
        x: area.right(),
        width: 1,
        ..area
    };
    scroll::draw_bar(first, shown.len(), theme, bar, buffer);
}

fn choice_line(
    several: bool,
    choice: &Choice,
    fuzzy: &mut Fuzzy,
    theme: &Theme,
    columns: usize,
) -> Line<'static> {
    let mark = match (several, choice.chosen) {
        (true, true) => " [x] ",
        (true, false) => " [ ] ",
        (false, true) => "  ●  ",
        (false, false) => "     ",
    };
    let room = columns.saturating_sub(MARK);
    let aside = sanitize_line(&choice.aside);
    let aside = truncate(&aside, room / 2);
    let apart = if aside.is_empty() { 0 } else { APART };
    let style = if choice.value.is_some() {
        theme.text
    } else {
        theme.dim
    };
    let label_room = room.saturating_sub(width(&aside) + apart);
    let mut line = Line::from(Span::styled(mark, theme.key));
    line.spans
        .extend(matched(&choice.label, fuzzy, label_room, style, theme.key));
    let blank = columns.saturating_sub(line.width() + width(&aside));
    line.spans.push(Span::raw(" ".repeat(blank)));
    line.spans
        .push(Span::styled(aside.into_owned(), theme.label));
    line
}

/// A label, cut where it must be; the letters that what is typed matches stand out.
fn matched(
    label: &str,
    fuzzy: &mut Fuzzy,
    columns: usize,
    style: Style,
    of_matched: Style,
) -> Vec<Span<'static>> {
    let safe = sanitize_line(label);
    let cut = truncate(&safe, columns);
    let letters = fuzzy.matched(&safe);
    let letter = |(at, letter): (usize, &str)| {
        let is_matched = letters.contains(&at);
        Span::styled(
            letter.to_owned(),
            if is_matched { of_matched } else { style },
        )
    };
    cut.graphemes(true).enumerate().map(letter).collect()
}
