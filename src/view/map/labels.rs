//! The fixed first column: what each lane is called.

use super::ratings;
use super::sheet::Sheet;
use crate::app::map::Lane;
use crate::i18n::{self as w, Lang};
use crate::journey::fields::Kind;
use crate::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What a lane is called: as its field in the field table, where it shows one.
pub(crate) fn label(lane: Lane, lang: Lang) -> &'static str {
    match lane {
        Lane::Ratings => ratings::label(None, lang),
        Lane::Improvements => w::kinds_improvements(lang),
        Lane::Notes => w::kinds_notes(lang),
        _ => field_word(lane, lang),
    }
}

fn field_word(lane: Lane, lang: Lang) -> &'static str {
    lane.field()
        .and_then(|name| Kind::Touchpoint.field(name))
        .map_or("", |field| (field.word)(lang))
}

/// Width of the longest label.
pub(super) fn longest_label(lang: Lang) -> u16 {
    let widths = Lane::ALL.iter().map(|lane| text::width(label(*lane, lang)));
    widths.max().unwrap_or(0) as u16
}

/// The label in as many lines as it needs.
pub(super) fn lines(sheet: &Sheet, lane: Lane, count: u16) -> Vec<String> {
    let width = usize::from(sheet.columns.labels.saturating_sub(2));
    let word = match lane {
        Lane::Ratings => ratings::label(sheet.rating_of_cursor(), sheet.lang()),
        _ => label(lane, sheet.lang()),
    };
    let lines = text::wrap_to(word, width, usize::from(count));
    lines
        .into_iter()
        .map(|line| line.trim_end().to_owned())
        .collect()
}

/// The label of a lane of texts.
pub(super) fn draw(sheet: &Sheet, lane: Lane, area: Rect, buffer: &mut Buffer) {
    let is_here = sheet.cursor.is_some_and(|it| it.row.lane() == Some(lane));
    let lines = lines(sheet, lane, area.height);
    for (row, line) in area.rows().zip(&lines) {
        put(sheet, is_here, row, line, buffer);
    }
}

/// One line of a label, bright while the cursor is there.
pub(super) fn put(sheet: &Sheet, is_here: bool, row: Rect, line: &str, buffer: &mut Buffer) {
    let style = if is_here {
        sheet.theme.heading
    } else {
        sheet.theme.label
    };
    let width = usize::from(row.width.saturating_sub(2));
    if width > 0 && row.height > 0 {
        buffer.set_stringn(row.x + 1, row.y, text::truncate(line, width), width, style);
    }
}
