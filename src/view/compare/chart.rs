//! The chart: stages, both curves, and below them how each touchpoint differs, column by column.

use super::super::figures;
use super::super::flow::{cells, span};
use super::super::hit::{HitMap, Target};
use super::super::map::chart_row;
use super::super::theme::Theme;
use super::columns::Columns;
use super::curves::Curves;
use super::sort_style;
use crate::app::App;
use crate::app::changes::Compared;
use crate::app::compare::{Beside, Column};
use crate::i18n as w;
use crate::i18n::number::{signed_whole, whole};
use crate::journey::model::{Stage, Touchpoint};
use crate::journey::verdict::change_between;
use crate::text::{sanitize_line, truncate, width, wrap};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::ops::Range;

/// A screen of fewer rows shows the list alone.
const LOW: u16 = 13;

/// Columns of the words at the left.
const LABELS: u16 = 12;

/// From this width of a column on, its touchpoint is named.
const NAMED: u16 = 12;

/// From this width on, a cell shows both numbers, not what lies between.
const BOTH_NUMBERS: u16 = 8;

/// The chart takes so many rows of so many.
pub(super) fn rows(app: &App, height: u16) -> u16 {
    let has_columns = app.compared.is_some() && !app.beside_columns().is_empty();
    match has_columns && height >= LOW {
        true => plot_rows(height) + names_rows(height) + 4 + u16::from(height >= 30),
        false => 0,
    }
}

/// Where there is room, enough for each step from −2 to +2 to have its row.
fn plot_rows(height: u16) -> u16 {
    let least = if height >= 16 { 5 } else { 3 };
    ((height + 1) / 4).clamp(least, 13)
}

/// Rows below the plot for names, or for the KPIs where columns are too narrow for names.
fn names_rows(height: u16) -> u16 {
    match height {
        40.. => 3,
        24.. => 2,
        _ => 0,
    }
}

/// Draws the chart.
pub(super) fn draw(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer, hits: &mut HitMap) {
    let area = area.intersection(buffer.area);
    let (Some(sides), Some(compared)) = (app.sides(), &app.compared) else {
        return;
    };
    if area.height < 7 || area.width < 2 * LABELS {
        return;
    }
    let columns = app.beside_columns();
    let selected = app.touchpoint_compared();
    let selected = columns
        .iter()
        .position(|it| Some(&it.key) == selected.as_ref());
    let chart = Chart {
        app,
        theme,
        compared,
        place: Columns::fit(area.width - LABELS - 2, columns.len(), selected),
        sides,
        columns,
        selected,
        left: area.x + LABELS,
    };
    chart.draw(area, buffer, hits);
}

struct Chart<'a> {
    app: &'a App,
    theme: &'a Theme,
    compared: &'a Compared,
    sides: [Beside<'a>; 2],
    columns: Vec<Column<'a>>,
    place: Columns,
    selected: Option<usize>,
    /// Where the first column starts.
    left: u16,
}

/// A text of a cell.
type Text = Option<(String, Style)>;

impl Chart<'_> {
    fn draw(&self, area: Rect, buffer: &mut Buffer, hits: &mut HitMap) {
        let lang = self.app.lang;
        let mut left = area.rows();
        if let Some(row) = left.next() {
            self.bands(row, buffer);
            self.beyond(row, buffer);
        }
        let rest = area.height - 1;
        let named = self.place.narrowest() >= NAMED;
        let has_kpis = self.place.shown().any(|at| self.kpi(at).is_some());
        let names = if named {
            rest.saturating_sub(7).min(3)
        } else {
            0
        };
        let below = 3 + names + u16::from(has_kpis) + u16::from(rest > 16);
        let plot = Rect {
            y: area.y + 1,
            height: rest.saturating_sub(below).max(1),
            ..area
        };
        self.plot(plot, buffer);
        let mut left = area.rows().skip(usize::from(1 + plot.height));
        let mut row = |label: &str, text: &dyn Fn(usize) -> Text, buffer: &mut Buffer| {
            if let Some(row) = left.next() {
                self.row(label, row, text, buffer);
            }
        };
        for line in 0..usize::from(names) {
            row("", &|at| self.name(at, line, usize::from(names)), buffer);
        }
        row(w::compare_change(lang), &|at| self.sorts(at), buffer);
        row(
            w::field_emotion(lang),
            &|at| self.numbers(at, |it| it.emotion),
            buffer,
        );
        row(
            w::compare_gap(lang),
            &|at| self.numbers(at, Touchpoint::gap),
            buffer,
        );
        if has_kpis {
            row(w::kinds_kpis(lang), &|at| self.kpi(at), buffer);
        }
        self.hits(area, hits);
    }

    /// The stage of a column, as the right one names it.
    fn stage(&self, column: usize) -> Option<&Stage> {
        let column = self.columns.get(column)?;
        let placed = column.right.as_ref().or(column.left.as_ref());
        placed.map(|it| it.stage)
    }

    /// The stages in view, each with its columns.
    fn runs(&self) -> Vec<(&Stage, Range<usize>)> {
        let mut runs: Vec<(&Stage, Range<usize>)> = Vec::new();
        for column in self.place.shown() {
            let Some(stage) = self.stage(column) else {
                continue;
            };
            match runs.last_mut() {
                Some((last, columns)) if last.id == stage.id => columns.end = column + 1,
                _ => runs.push((stage, column..column + 1)),
            }
        }
        runs
    }

    fn bands(&self, row: Rect, buffer: &mut Buffer) {
        for (at, (stage, columns)) in self.runs().into_iter().enumerate() {
            let cell = self.cell(columns, row);
            let style = self.theme.bands[at % 2];
            let name = sanitize_line(&stage.name);
            let name = truncate(&name, usize::from(cell.width).saturating_sub(1));
            for x in cell.left()..cell.right() {
                buffer[(x, cell.y)].set_char(self.theme.band_fill);
            }
            buffer.set_style(cell, style);
            buffer.set_stringn(cell.x, cell.y, &name, usize::from(cell.width), style);
        }
    }

    /// How many touchpoints there are at either side of those in view, and arrows where.
    fn beyond(&self, row: Rect, buffer: &mut Buffer) {
        let (shown, total) = (self.place.shown(), self.columns.len());
        let before = (shown.start > 0).then(|| format!("‹ {}", shown.start));
        let after = (shown.end < total).then(|| format!("{} ›", total - shown.end));
        if after.is_some() {
            let x = self.left + self.place.width;
            buffer.set_string(x, row.y, "›", self.theme.key);
        }
        let counts: Vec<String> = before.into_iter().chain(after).collect();
        let room = usize::from(LABELS) - 2;
        let counts = truncate(&counts.join("  "), room).into_owned();
        buffer.set_string(row.x + 1, row.y, counts, self.theme.key);
    }

    /// Columns in a row.
    fn cell(&self, columns: Range<usize>, row: Rect) -> Rect {
        let (left, width) = self.place.span(columns);
        Rect {
            x: self.left + left,
            width,
            ..row
        }
    }

    fn plot(&self, area: Rect, buffer: &mut Buffer) {
        let plot = Rect {
            x: self.left,
            width: self.place.width,
            ..area
        };
        self.axis(plot, buffer);
        if let Some(selected) = self.selected {
            let x = self.left + u16::try_from(self.place.middle(selected)).unwrap_or(0);
            for y in plot.top()..plot.bottom() {
                buffer[(x.min(plot.right() - 1), y)]
                    .set_char('│')
                    .set_style(self.theme.key);
            }
        }
        let curves = Curves {
            theme: self.theme,
            sides: &self.sides,
            columns: &self.columns,
            place: &self.place,
            path: &self.app.map.lens.path,
        };
        curves.draw(plot, buffer);
    }

    /// The scale of the document at the left, and its middle line.
    fn axis(&self, plot: Rect, buffer: &mut Buffer) {
        let scale = self.app.journey().scale;
        let row = |value| plot.y + chart_row(value, scale.min, scale.max, plot.height);
        for x in plot.left()..plot.right() {
            buffer[(x, row(scale.middle()))]
                .set_char('╌')
                .set_style(self.theme.border);
        }
        for value in [scale.middle(), scale.min, scale.max] {
            let number = signed_whole(value);
            let x = (plot.x - 1).saturating_sub(cells(width(&number)));
            let room = usize::from(LABELS);
            buffer.set_stringn(x, row(value), &number, room, self.theme.axis);
        }
    }

    fn row(&self, label: &str, row: Rect, text: &dyn Fn(usize) -> Text, buffer: &mut Buffer) {
        let label = truncate(label, usize::from(LABELS) - 2);
        buffer.set_string(row.x + 1, row.y, label, self.theme.label);
        for column in self.place.shown() {
            let cell = self.cell(column..column + 1, row);
            if self.selected == Some(column) {
                buffer.set_style(cell, self.theme.selection);
            }
            let Some((text, style)) = text(column) else {
                continue;
            };
            let style = match self.selected == Some(column) {
                true => self.theme.selection,
                false => style,
            };
            let room = usize::from(cell.width);
            let blank = cells(room.saturating_sub(width(&text)) / 2);
            let text = span(&truncate(&text, room), style);
            buffer.set_span(cell.x + blank, cell.y, &text, cell.width);
        }
    }

    /// A line of the name of a touchpoint.
    fn name(&self, column: usize, line: usize, lines: usize) -> Text {
        let column = &self.columns[column];
        let placed = column.right.as_ref().or(column.left.as_ref())?;
        let name = sanitize_line(placed.name());
        let room = usize::from(self.place.narrowest()).saturating_sub(2);
        let wrapped = wrap(&name, room);
        let text = match line + 1 == lines && wrapped.len() > lines {
            // The last line there is room for ends in … where more follows.
            true => truncate(&wrapped[line..].join(" "), room).into_owned(),
            false => (*wrapped.get(line)?).to_owned(),
        };
        Some((text, self.theme.text))
    }

    fn sorts(&self, column: usize) -> Text {
        let sorts = &self.columns[column].sorts;
        let style = sorts.first().map(|sort| sort_style(*sort, self.theme));
        let signs: String = sorts.iter().map(|sort| sort.sign()).collect();
        Some(match style {
            Some(style) => (signs, style),
            None => ("·".to_owned(), self.theme.border),
        })
    }

    /// A number of both: what lies between, or where there is room, the two.
    fn numbers(&self, column: usize, of: impl Fn(&Touchpoint) -> Option<i64>) -> Text {
        let column = &self.columns[column];
        let [left, right] =
            [&column.left, &column.right].map(|it| it.as_ref().and_then(|it| of(it.touchpoint)));
        let has_room = self.place.narrowest() >= BOTH_NUMBERS;
        let text = match (left, right) {
            (Some(left), Some(right)) if left == right => match has_room {
                true => whole(left),
                false => "=".to_owned(),
            },
            (Some(left), Some(right)) => match has_room {
                true => format!("{} → {}", whole(left), whole(right)),
                false => signed_whole(right - left),
            },
            (left, right) if has_room => whole(left.or(right)?),
            _ => return None,
        };
        let style = match (left, right) {
            (Some(left), Some(right)) if left < right => self.theme.good,
            (Some(left), Some(right)) if left > right => self.theme.bad,
            _ => self.theme.dim,
        };
        Some((text, style))
    }

    /// Whether the first KPI that both have, and whose figure is another, got better.
    fn kpi(&self, column: usize) -> Text {
        let Column { left, right, .. } = &self.columns[column];
        let (left, right) = (left.as_ref()?.touchpoint, right.as_ref()?.touchpoint);
        let change = change_between(&left.kpis, &right.kpis)?;
        let (sign, style) = figures::change_sign(change, self.theme);
        let text = match self.place.narrowest() >= NAMED {
            true => format!("{sign}{}", w::change(self.app.lang, change)),
            false => sign.trim_end().to_owned(),
        };
        Some((text, style))
    }

    /// A click on a column goes to the first difference of its touchpoint.
    fn hits(&self, area: Rect, hits: &mut HitMap) {
        for column in self.place.shown() {
            let key = &self.columns[column].key;
            let mut shown = self.compared.shown();
            let entry = shown.position(|(subject, _)| subject.element.as_ref() == Some(key));
            if let Some(entry) = entry {
                let cell = self.cell(column..column + 1, area);
                hits.push(cell, Target::Entry(entry));
            }
        }
    }
}
