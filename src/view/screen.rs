//! The whole screen: header, body, footer, and the dialog on top. Draws `&App` and returns what a
//! click hits.

use super::flow::split_rows;
use super::hit::{HitMap, Target};
use super::map::{self, Content, Errors, MapView};
use super::theme::Theme;
use super::{
    dialog, filter, footer, found, header, inspector, lists, meeting, menu, portfolio, start, tour,
    unreadable,
};
use crate::app::dialog::Dialog;
use crate::app::edits::Asked;
use crate::app::map::Zoom;
use crate::app::{App, Screen};
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// From so many columns on, Map and inspector stand side by side.
const WIDE: u16 = 140;

/// Draws everything, puts the cursor of the terminal where text is typed, and returns what can be
/// clicked.
pub fn draw(app: &App, theme: &Theme, frame: &mut Frame<'_>) -> HitMap {
    let area = frame.area();
    let (hits, cursor) = draw_into(app, theme, area, frame.buffer_mut());
    if let Some(cursor) = cursor {
        frame.set_cursor_position(cursor);
    }
    hits
}

/// First column and first lane of the Map with which its cursor is in view on a screen of this
/// size: the smallest scroll from where it stands.
pub fn follow(app: &App, size: (u16, u16)) -> (usize, usize) {
    let today = app.today();
    let errors = Errors::of(&app.document.parsed);
    map::follow(
        content(app, &errors, &today),
        &app.map,
        map_area(app, size).as_size(),
    )
}

/// Lines of the inspector's page that are not in view behind its last row, on a screen of this
/// size: the range in which `update` may scroll.
pub fn below(app: &App, size: (u16, u16)) -> usize {
    let Parts { body, .. } = parts(app, Rect::new(0, 0, size.0, size.1));
    let area = if body.width < WIDE {
        body
    } else {
        beside(body).1
    };
    inspector::below(app, area)
}

fn content<'a>(app: &'a App, errors: &'a Errors<'a>, today: &'a str) -> Content<'a> {
    Content {
        journey: app.journey(),
        neighbour: &app.document.context().neighbour,
        errors,
        changes: app.compared.as_ref(),
        columns: &app.map.columns,
        lens: &app.map.lens,
        lang: app.lang,
        today,
    }
}

/// Where the Map stands on a screen of this size.
fn map_area(app: &App, size: (u16, u16)) -> Rect {
    let Parts { body, .. } = parts(app, Rect::new(0, 0, size.0, size.1));
    let area = match has_inspector_beside(app, body) {
        true => beside(body).0,
        false => body,
    };
    filter::split(app, area).1
}

fn draw_into(
    app: &App,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
) -> (HitMap, Option<Position>) {
    let mut hits = HitMap::default();
    // A frame starts empty; every part draws on this ground.
    buffer.set_style(area, theme.base);
    let Parts { head, body, step } = parts(app, area);
    header::draw(app, theme, head, buffer);
    draw_body(app, theme, body, buffer, &mut hits);
    tour::draw(app, theme, step, buffer);
    if let Some(search) = app.search.as_ref().filter(|it| !it.hits.is_empty()) {
        found::mark(&search.text, theme, &hits, buffer);
    }
    let covered = match menu::is_open(app) {
        true => menu::draw(app, theme, area, buffer),
        false => footer::draw(app, theme, area, buffer),
    };
    hits.cover(covered);
    if app.dialogs.is_empty() {
        return (hits, None);
    }
    let above = Rect {
        height: area.height - covered.height,
        ..area
    };
    let room = match above.height < 3 {
        true => area,
        false => beside_hit(app, &hits, above),
    };
    let mut hits = HitMap::default();
    let cursor = dialog::draw(app, theme, room, buffer, &mut hits);
    (hits, cursor)
}

/// Rows of the dialog of the search.
const SEARCH: u16 = 3;

/// Room for the dialog on top, whose foot does not cover the hit of a search being typed.
fn beside_hit(app: &App, hits: &HitMap, room: Rect) -> Rect {
    let is_search = matches!(
        app.dialogs.last(),
        Some(Dialog::Field(dialog)) if matches!(dialog.asked, Asked::Search(_))
    );
    let mut cells = hits.iter().filter(|(_, target)| is_cursor(app, *target));
    let Some((cell, _)) = cells.next().filter(|_| is_search && app.search.is_some()) else {
        return room;
    };
    let above = cell.top().saturating_sub(room.top());
    match cell.bottom() + SEARCH > room.bottom() && above >= SEARCH {
        true => split_rows(room, above).0,
        false => room,
    }
}

/// The cursor of the screen that has the keys stands there.
fn is_cursor(app: &App, target: Target) -> bool {
    match (app.screen, target) {
        (Screen::Map, Target::Map(map::Target::Cell { column, row })) => {
            (column, row) == (app.map.column, app.map.row)
        }
        (Screen::Inspector, Target::Row(row)) => row == app.page().1,
        _ => false,
    }
}

/// What a screen is made of, above the line of the footer.
struct Parts {
    /// The line of the header; a screen of few lines has none, nor the page one begins from.
    head: Rect,
    /// What lies between.
    body: Rect,
    /// The step of the tour, while there is one.
    step: Rect,
}

/// The meeting has the whole screen. A file that cannot be read has none.
fn is_meeting(app: &App) -> bool {
    app.screen == Screen::Meeting && !app.document.parsed.is_unreadable()
}

fn parts(app: &App, area: Rect) -> Parts {
    let has_head = area.height > 3 && !app.screen.is_before_journeys() && !is_meeting(app);
    let (head, rest) = split_rows(area, u16::from(has_head));
    let (above, _) = split_rows(rest, rest.height.saturating_sub(1));
    let step = tour::rows(app, area);
    let (body, step) = split_rows(above, above.height.saturating_sub(step));
    Parts { head, body, step }
}

/// The inspector stands beside the other screen. The whole journey, and one touchpoint with
/// everything, have the screen to themselves while one looks at them.
fn has_inspector_beside(app: &App, body: Rect) -> bool {
    let is_alone = match app.screen {
        Screen::Map => app.map.zoom != Zoom::Touchpoints,
        // What comes in is not in the journey yet.
        Screen::Import => true,
        _ => false,
    };
    body.width >= WIDE && !is_alone
}

/// Map and inspector on a wide screen, with a column between them.
fn beside(body: Rect) -> (Rect, Rect) {
    let right = (body.width / 3).clamp(44, 64);
    let left = body.width - right - 1;
    let map = Rect {
        width: left,
        ..body
    };
    let inspector = Rect {
        x: body.x + left + 1,
        width: right,
        ..body
    };
    (map, inspector)
}

fn draw_body(app: &App, theme: &Theme, body: Rect, buffer: &mut Buffer, hits: &mut HitMap) {
    if app.document.parsed.is_unreadable() {
        return unreadable::draw(app, theme, body, buffer);
    }
    let inspecting = app.screen == Screen::Inspector;
    if app.screen.is_before_journeys() {
        return draw_left(app, theme, true, body, buffer, hits);
    }
    if is_meeting(app) {
        return meeting::draw(app, theme, body, buffer);
    }
    if !has_inspector_beside(app, body) {
        return match inspecting {
            true => inspector::draw(app, theme, true, body, buffer, hits),
            false => draw_left(app, theme, true, body, buffer, hits),
        };
    }
    let (left, right) = beside(body);
    draw_left(app, theme, !inspecting, left, buffer, hits);
    draw_rule(theme, left, buffer);
    inspector::draw(app, theme, inspecting, right, buffer, hits);
}

/// The line between Map and inspector.
fn draw_rule(theme: &Theme, left: Rect, buffer: &mut Buffer) {
    for y in left.top()..left.bottom() {
        if let Some(cell) = buffer.cell_mut((left.right(), y)) {
            cell.set_char('│').set_style(theme.border);
        }
    }
}

/// The screen that is not the inspector.
fn draw_left(
    app: &App,
    theme: &Theme,
    focused: bool,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut HitMap,
) {
    match app.behind {
        Screen::Map => draw_map(app, theme, focused, area, buffer, hits),
        Screen::Portfolio => portfolio::draw(app, theme, focused, area, buffer, hits),
        Screen::Start => start::draw(app, theme, area, buffer, hits),
        Screen::Meeting => meeting::draw(app, theme, area, buffer),
        _ => lists::draw(app, theme, focused, area, buffer, hits),
    }
}

fn draw_map(
    app: &App,
    theme: &Theme,
    focused: bool,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut HitMap,
) {
    let (line, area) = filter::split(app, area);
    filter::draw(app, theme, line, buffer);
    if app.is_filtered_empty() {
        return filter::draw_nothing(app, theme, area, buffer);
    }
    let today = app.today();
    let errors = Errors::of(&app.document.parsed);
    let view = MapView {
        content: content(app, &errors, &today),
        state: &app.map,
        theme,
        focused,
        landing: app.landing(),
    };
    for hit in map::draw(&view, area, buffer) {
        hits.push(hit.area, Target::Map(hit.target));
    }
}
