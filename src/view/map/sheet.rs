//! What every part of the Map draws from: content, styles, columns and cursor.

use super::errors::Error;
use super::geometry::{Columns, Limits, NAMED};
use super::labels::longest_label;
use super::seams::{self, Seams};
use super::{Content, MapView, legend, names, needed};
use crate::app::map::{Column, Lane, Rating, Row, Widths};
use crate::i18n::Lang;
use crate::journey::audience;
use crate::journey::fields::Kind;
use crate::journey::model::{Audience, Kpi, Stage, Touchpoint};
use crate::view::theme::Theme;
use ratatui::layout::{Rect, Size};
use ratatui::style::Style;
use ratatui::text::Line;
use std::cell::OnceCell;
use std::ops::Range;

/// Where the cursor is and how it looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor {
    pub(super) column: usize,
    pub(super) row: Row,
    pub(super) style: Style,
    pub(super) bar: Style,
}

impl Cursor {
    pub(super) fn of(view: &MapView) -> Cursor {
        let style = if view.focused {
            view.theme.cursor
        } else {
            view.theme.selection
        };
        let bar = if view.focused {
            view.theme.cursor_bar
        } else {
            style
        };
        Cursor {
            column: view.state.column,
            row: view.state.row,
            style,
            bar,
        }
    }
}

pub(super) struct Sheet<'a> {
    pub(super) content: Content<'a>,
    pub(super) theme: &'a Theme,
    pub(super) columns: Columns,
    pub(super) limits: Limits,
    pub(super) cursor: Option<Cursor>,
    /// The whole journey is on the screen: signs stand for texts.
    pub(super) is_whole: bool,
    /// What the signs mean.
    pub(super) legend: Vec<Line<'static>>,
    /// Where the owner changes.
    pub(super) seams: OnceCell<Seams>,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(
        content: Content<'a>,
        theme: &'a Theme,
        size: Size,
        widths: Widths,
        first: usize,
    ) -> Sheet<'a> {
        let longest = longest_label(content.lang);
        let widths = (widths, needed::width(&content));
        Sheet {
            content,
            theme,
            columns: Columns::fit(size.width, longest, widths, content.columns.len(), first),
            limits: Limits::of_screen(size.height),
            cursor: None,
            is_whole: false,
            legend: Vec::new(),
            seams: OnceCell::new(),
        }
    }

    /// The whole journey in so much room, with these lanes, and a word on those that say nothing.
    pub(super) fn whole(
        content: Content<'a>,
        theme: &'a Theme,
        size: Size,
        lanes: &[Lane],
        silent: &[Lane],
    ) -> Sheet<'a> {
        let near = Sheet::new(content, theme, size, Widths::Normal, 0);
        let columns = near.columns.whole(size.width);
        let each = usize::from(columns.width) / columns.total.max(1);
        let names = if each >= NAMED {
            (size.height / 12).clamp(1, 4)
        } else {
            1
        };
        let mut sheet = Sheet {
            columns,
            is_whole: true,
            ..near
        };
        sheet.legend = legend::lines(&sheet, lanes, silent, (size.width, size.height));
        let rows = size.height.saturating_sub(sheet.foot());
        let in_rows = lanes.iter().filter(|lane| **lane != Lane::Emotion).count();
        sheet.limits = Limits::of_whole(rows, names, in_rows as u16);
        sheet
    }

    /// Rows of the legend.
    pub(super) fn foot(&self) -> u16 {
        self.legend.len() as u16
    }

    /// The names of touchpoints have room over their columns.
    pub(super) fn is_named(&self) -> bool {
        !self.is_whole || usize::from(self.columns.width) / self.columns.total.max(1) >= NAMED
    }

    pub(super) fn with_cursor(self, cursor: Cursor) -> Sheet<'a> {
        Sheet {
            cursor: Some(cursor),
            ..self
        }
    }

    /// Where the owner changes, found out when the lane of owners first asks.
    pub(super) fn seams(&self) -> &Seams {
        self.seams.get_or_init(|| seams::of(self))
    }

    /// Who is asked for a KPI.
    pub(super) fn asked(&self, kpi: &Kpi) -> Audience {
        audience::asked(kpi, self.content.journey, self.content.neighbour)
    }

    pub(super) fn lang(&self) -> Lang {
        self.content.lang
    }

    /// The language of what people wrote.
    pub(super) fn content_lang(&self) -> Lang {
        let tag = self.content.journey.language.as_deref();
        tag.map_or(self.lang(), Lang::from_tag)
    }

    pub(super) fn column(&self, column: usize) -> Option<Column> {
        self.content.columns.get(column).copied()
    }

    pub(super) fn stage(&self, column: usize) -> Option<&'a Stage> {
        self.content.journey.stages.get(self.column(column)?.stage)
    }

    /// The touchpoint of a column; none where a stage has none yet.
    pub(super) fn touchpoint(&self, column: usize) -> Option<&'a Touchpoint> {
        let at = self.column(column)?.touchpoint?;
        self.stage(column)?.touchpoints.get(at)
    }

    /// The errors in the touchpoint of a column.
    pub(super) fn errors(&self, column: usize) -> impl Iterator<Item = &Error<'_>> {
        let touchpoint = self.touchpoint(column).into_iter();
        touchpoint.flat_map(move |it| {
            let errors = self.content.errors;
            errors.at(Kind::Touchpoint, &it.id, || self.namesakes_before(it))
        })
    }

    /// The errors in a field of the touchpoint of a column.
    pub(super) fn errors_in<'f>(
        &'f self,
        column: usize,
        field: &'f str,
    ) -> impl Iterator<Item = &'f Error<'f>> {
        let errors = self.errors(column);
        errors.filter(move |error| error.field == Some(field))
    }

    fn namesakes_before(&self, touchpoint: &Touchpoint) -> usize {
        let stages = self.content.journey.stages.iter();
        let all = stages.flat_map(|stage| &stage.touchpoints);
        let before = all.take_while(|it| !std::ptr::eq(*it, touchpoint));
        before.filter(|it| it.id == touchpoint.id).count()
    }

    /// Something is wrong in a stage or in one of its touchpoints.
    pub(super) fn is_stage_wrong(&self, stage: usize) -> bool {
        let stages = &self.content.journey.stages;
        stages.get(stage).is_some_and(|it| {
            let before = || stages[..stage].iter().filter(|other| other.id == it.id);
            let errors = self.content.errors;
            let mut inside = errors.at(Kind::Stage, &it.id, || before().count());
            inside.next().is_some()
        })
    }

    /// The column of a group that the cursor stands on, else its first.
    pub(super) fn foremost(&self, group: &Range<usize>) -> usize {
        let cursor = self.cursor.map(|it| it.column);
        cursor
            .filter(|it| group.contains(it))
            .unwrap_or(group.start)
    }

    pub(super) fn is_cursor(&self, column: usize, row: Row) -> bool {
        self.cursor
            .is_some_and(|cursor| cursor.column == column && cursor.row == row)
    }

    /// The rating that the cursor stands on, in any column.
    pub(super) fn rating_of_cursor(&self) -> Option<Rating> {
        match self.cursor?.row {
            Row::Rating(rating) => Some(rating),
            _ => None,
        }
    }

    /// Width there is for text in a column: it touches no line at its right.
    pub(super) fn text_width(&self, column: usize) -> u16 {
        let (_, width) = self.columns.span(column..column + 1);
        let after = u16::from(!self.is_whole && self.is_before_line(column));
        width.saturating_sub(self.columns.margin + after)
    }

    /// The last column of its stage, or of those in view.
    fn is_before_line(&self, column: usize) -> bool {
        let stage = |column: usize| self.column(column).map(|it| it.stage);
        let next = column + 1;
        next == self.columns.shown().end || stage(column) != stage(next)
    }

    pub(super) fn names_height(&self) -> u16 {
        names::height(self)
    }

    /// The rows of some columns, without the line at their left.
    pub(super) fn cell(&self, columns: Range<usize>, rows: Rect) -> Rect {
        let (left, width) = self.columns.span(columns);
        let line = self.columns.line;
        let cell = Rect {
            x: rows.x + left + line,
            width: width.saturating_sub(line),
            ..rows
        };
        cell.intersection(rows)
    }

    /// The part of a cell that text stands in.
    pub(super) fn inside(&self, cell: Rect) -> Rect {
        let margin = (self.columns.margin - self.columns.line).min(cell.width);
        Rect {
            x: cell.x + margin,
            width: cell.width - margin,
            ..cell
        }
    }
}
