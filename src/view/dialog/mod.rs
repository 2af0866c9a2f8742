//! Dialogs: a box in the middle of the screen or at its foot, never larger than it.

mod capture;
mod confirm;
mod field;
mod help;
mod pick;

pub use help::help_lines;

use super::flow::{self, cells};
use super::hit::HitMap;
use super::meeting;
use super::theme::Theme;
use crate::app::App;
use crate::app::dialog::Dialog;
use crate::text::{sanitize_line, width};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Block, Padding, Widget};

/// Columns of borders and padding.
const FRAME: u16 = 4;

/// The narrowest and lowest box that has borders.
const BORDERED: (u16, u16) = (12, 5);

/// Draws the dialog on top; returns where text is typed.
pub(super) fn draw(
    app: &App,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut HitMap,
) -> Option<Position> {
    if let Some(open) = app.capture() {
        return capture::draw(app, open, theme, area, buffer, hits);
    }
    match app.dialogs.last()? {
        Dialog::Field(dialog) => field::draw(app, dialog, theme, area, buffer),
        Dialog::Pick(dialog) => pick::draw(app, dialog, theme, area, buffer, hits),
        Dialog::Confirm(dialog) => {
            confirm::draw(dialog, theme, area, buffer, hits);
            None
        }
        Dialog::Vote(vote) => {
            meeting::draw_vote(app, vote, theme, area, buffer);
            None
        }
        Dialog::Help { scroll } => {
            help::draw(app, *scroll, theme, area, buffer);
            None
        }
    }
}

/// A box that is to be drawn.
struct Window<'a> {
    title: &'a str,
    /// At the right of the lower border.
    foot: String,
    /// Columns of what stands in it.
    columns: u16,
    /// Rows of what stands in it.
    rows: u16,
    stands: Stands,
}

/// Where a box stands.
#[derive(Clone, Copy, PartialEq)]
enum Stands {
    InTheMiddle,
    AtTheFoot,
}

impl Stands {
    /// A rectangle of at most this size in an area.
    fn place(self, area: Rect, columns: u16, rows: u16) -> Rect {
        let (width, height) = (columns.min(area.width), rows.min(area.height));
        let above = match self {
            Stands::InTheMiddle => (area.height - height) / 2,
            Stands::AtTheFoot => area.height - height,
        };
        Rect {
            x: area.x + (area.width - width) / 2,
            y: area.y + above,
            width,
            height,
        }
    }
}

impl Window<'_> {
    /// Columns that a box can offer to what stands in it.
    fn columns_in(area: Rect) -> u16 {
        match area.width >= BORDERED.0 {
            true => area.width - FRAME,
            false => area.width,
        }
    }

    /// Clears the box, draws its frame and returns what is left inside. A title that is wider
    /// than the box stands in its first lines; a box without room for borders has none.
    fn open(&self, theme: &Theme, area: Rect, buffer: &mut Buffer) -> Rect {
        let columns = self.columns.min(Window::columns_in(area));
        let title = sanitize_line(self.title);
        let is_bare = area.width < BORDERED.0 || area.height < BORDERED.1;
        let on_border = !is_bare && width(&title) <= usize::from(columns);
        let mut lines = match on_border {
            true => Vec::new(),
            false => flow::wrapped(&title, usize::from(columns), theme.heading),
        };
        if is_bare {
            let rows = self.rows.saturating_add(cells(lines.len()));
            let bare = self.stands.place(area, area.width, rows);
            super::clear(bare, theme, buffer);
            return below_title(&lines, self.rows, bare, buffer);
        }
        if !on_border {
            lines.push(Line::default());
        }
        let rows = self.rows.saturating_add(cells(lines.len()));
        let outer = self
            .stands
            .place(area, columns + FRAME, rows.saturating_add(2));
        super::clear(with_margin(outer, area), theme, buffer);
        let mut block = Block::bordered()
            .border_style(theme.label)
            .padding(Padding::horizontal(1));
        if on_border {
            block = block.title(Line::styled(format!(" {title} "), theme.heading));
        }
        if !self.foot.is_empty() && outer.width > FRAME {
            let foot = format!(" {} ", self.foot);
            block = block.title_bottom(Line::styled(foot, theme.dim).right_aligned());
        }
        let inside = block.inner(outer);
        block.render(outer, buffer);
        below_title(&lines, self.rows, inside, buffer)
    }
}

/// Draws the lines of a title where there is room for them and for `rows` rows below; returns
/// those.
fn below_title(lines: &[Line], rows: u16, inside: Rect, buffer: &mut Buffer) -> Rect {
    let room = inside.height.saturating_sub(rows.min(inside.height));
    let (top, rest) = flow::split_rows(inside, room.min(cells(lines.len())));
    flow::put(lines, top, buffer);
    rest
}

/// A box with a blank column at each side; with all that is left there where that is too narrow to
/// be read.
fn with_margin(outer: Rect, area: Rect) -> Rect {
    const READABLE: u16 = 16;
    let left = area.width - outer.width;
    let margin = if left < READABLE { left } else { 1 };
    let wider = Rect {
        x: outer.x.saturating_sub(margin),
        width: outer.width + 2 * margin,
        ..outer
    };
    wider.intersection(area)
}
