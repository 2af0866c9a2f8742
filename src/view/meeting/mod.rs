//! The meeting: one touchpoint or stage in large type, readable from the back of a room, above the
//! curve of the whole journey. Larger screens have larger letters, not more text.

mod curve;
mod head;
mod letters;
mod numbers;
mod parts;
#[cfg(test)]
mod tests;
mod texts;
mod vote;

pub(super) use vote::draw as draw_vote;

use super::flow::{self, cells, split_rows};
use super::theme::Theme;
use crate::app::App;
use crate::i18n as w;
use crate::journey::model::{Stage, Touchpoint};
use crate::journey::place::ElementKey;
use parts::Part;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// From so many columns on, there is a margin of two at each side.
const WITH_MARGIN: u16 = 70;

/// What the meeting stands at.
enum Item<'a> {
    Touchpoint(&'a Stage, &'a Touchpoint),
    Stage(&'a Stage),
}

/// Draws the item of the agenda that the meeting stands at.
pub(super) fn draw(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let margin = if area.width >= WITH_MARGIN { 2 } else { 1 };
    let margin = margin.min(area.width / 2);
    let inside = Rect {
        x: area.x + margin,
        width: area.width - 2 * margin,
        ..area
    };
    let item = app.meeting_item();
    let Some((key, item)) = item.and_then(|key| Some((key.clone(), item_of(app, &key)?))) else {
        let columns = usize::from(inside.width);
        let lines = flow::wrapped(w::meeting_empty(app.lang), columns, theme.text);
        return flow::put(&lines, inside, buffer);
    };
    let head = head::lines(app, &item, theme, inside);
    let (top, rest) = split_rows(inside, cells(head.len()));
    flow::put(&head, top, buffer);
    let (middle, foot) = split_rows(rest, rest.height.saturating_sub(curve::rows(area)));
    curve::draw(app, &key, theme, foot, buffer);
    let lines = lines(app, &item, theme, middle);
    flow::put(&lines, middle, buffer);
}

fn item_of<'a>(app: &'a App, key: &ElementKey) -> Option<Item<'a>> {
    let journey = app.journey();
    let mut stages = journey.stages.iter();
    match app.touchpoint_of(key) {
        Some(touchpoint) => {
            let has = |stage: &&Stage| {
                stage
                    .touchpoints
                    .iter()
                    .any(|it| std::ptr::eq(it, touchpoint))
            };
            Some(Item::Touchpoint(stages.find(has)?, touchpoint))
        }
        None => {
            let column = app.map.columns.get(app.column_of(key)?)?;
            Some(Item::Stage(journey.stages.get(column.stage)?))
        }
    }
}

/// What is said of the item, as large as there is room.
fn lines(app: &App, item: &Item<'_>, theme: &Theme, room: Rect) -> Vec<Line<'static>> {
    let columns = usize::from(room.width);
    let parts: Vec<Part> = match item {
        Item::Touchpoint(_, touchpoint) => texts::touchpoint(app, touchpoint, theme, columns),
        Item::Stage(stage) => texts::stage(app, stage, theme, columns),
    };
    let more = |count| flow::wrapped(&w::meeting_more(app.lang, count), columns, theme.dim);
    parts::fit(parts, usize::from(room.height), more)
}
