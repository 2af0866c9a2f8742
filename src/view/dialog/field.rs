//! A field to type in: what is asked, the text, and why it cannot be taken.

use super::super::flow::{self, cells};
use super::super::theme::Theme;
use super::{Stands, Window};
use crate::app::App;
use crate::app::dialog::{FieldDialog, field_size};
use crate::app::edits::Asked;
use crate::i18n as w;
use crate::text::FieldView;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Draws the dialog; returns the cell of the cursor.
pub(super) fn draw(
    app: &App,
    dialog: &FieldDialog,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
) -> Option<Position> {
    let size = field_size(app.size, dialog.field.is_multi_line());
    let columns = usize::from(size.columns);
    let hint = match dialog.hint.as_str() {
        "" => Vec::new(),
        hint => flow::wrapped(hint, columns, theme.dim),
    };
    let error = match &dialog.error {
        Some(error) => flow::led("! ", theme.bad, error, columns, theme.text),
        None => Vec::new(),
    };
    let window = Window {
        title: &dialog.title,
        foot: position(app, dialog),
        columns: size.columns,
        rows: size.rows + cells(hint.len() + error.len()),
        // The hit is to be seen while its text is typed.
        stands: match dialog.asked {
            Asked::Search(_) => Stands::AtTheFoot,
            _ => Stands::InTheMiddle,
        },
    };
    let inside = window.open(theme, area, buffer);
    let rows = size.rows.min(inside.height);
    let errors = cells(error.len()).min(inside.height - rows);
    let (top, rest) = flow::split_rows(inside, inside.height - rows - errors);
    flow::put(&hint, top, buffer);
    let (field, below) = flow::split_rows(rest, rows);
    flow::put(&error, below, buffer);
    let field = Rect {
        width: field.width.min(size.columns),
        ..field
    };
    draw_field(&dialog.field.view(size), theme, field, buffer)
}

/// Which of the hits the search that is being typed stands on.
fn position(app: &App, dialog: &FieldDialog) -> String {
    match (&dialog.asked, &app.search) {
        (Asked::Search(_), Some(search)) if !search.hits.is_empty() => {
            w::dialog_position(app.lang, search.at + 1, search.hits.len())
        }
        _ => String::new(),
    }
}

/// Draws a text being typed; returns the cell of the cursor.
pub(super) fn draw_field(
    view: &FieldView,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
) -> Option<Position> {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return None;
    }
    buffer.set_style(area, theme.selection);
    for (row, line) in area.rows().zip(&view.lines) {
        buffer.set_stringn(row.x, row.y, line, usize::from(row.width), theme.selection);
    }
    for (row, columns) in &view.selection {
        let selected = Rect {
            x: area.x + columns.start,
            y: area.y + row,
            width: columns.end - columns.start,
            height: 1,
        };
        buffer.set_style(selected.intersection(area), theme.cursor);
    }
    draw_more(view, theme, area, buffer);
    let (column, row) = view.cursor;
    let cell = Position::new(area.x + column, area.y + row);
    area.contains(cell).then_some(cell)
}

/// Marks beside the field where more text lies out of view.
fn draw_more(view: &FieldView, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let marks = match area.height {
        1 => [("‹", area.x.checked_sub(1)), ("›", Some(area.right()))],
        _ => [("▴", Some(area.right())), ("▾", Some(area.right()))],
    };
    let rows = [area.top(), area.bottom() - 1];
    let shown = [view.more_before, view.more_after];
    for (((sign, column), row), shown) in marks.into_iter().zip(rows).zip(shown) {
        let cell = column.and_then(|column| buffer.cell_mut((column, row)));
        if let Some(cell) = cell.filter(|_| shown) {
            cell.set_symbol(sign).set_style(theme.key);
        }
    }
}
