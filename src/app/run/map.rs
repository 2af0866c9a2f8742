//! Commands of the map.

use super::element::{self, ask_name, beside};
use super::improve::ask;
use super::inspector::open_control;
use super::remove::remove;
use crate::app::edits::Need;
use crate::app::effect::Effect;
use crate::app::map::{Lane, Row, Widths, Zoom};
use crate::app::{App, Screen};
use crate::document::edit::Slot;
use crate::i18n as w;
use crate::journey::fields::Kind;
use crate::journey::place::{ElementKey, Place};
use crate::sort;

impl App {
    /// The element under the cursor: on the band of stages the stage, else the touchpoint, and
    /// the stage where it has none.
    pub fn map_element(&self) -> Option<ElementKey> {
        match self.map.row {
            Row::Stage => self.map_stage(),
            _ => self.column_element(self.map.column),
        }
    }

    /// The rows that the cursor goes through, from top to bottom: of one touchpoint with
    /// everything, those that say nothing stand behind the others.
    fn map_rows(&self) -> Vec<Row> {
        let mut rows = self.map.rows();
        if let Some(touchpoint) = self
            .touchpoint()
            .filter(|_| self.map.zoom == Zoom::Touchpoint)
        {
            let journey = self.journey();
            sort::by_key(&mut rows, |row| {
                row.lane().is_some_and(|it| !it.says(journey, touchpoint))
            });
        }
        rows
    }

    fn map_stage(&self) -> Option<ElementKey> {
        self.stage_key(self.map.columns.get(self.map.column)?.stage)
    }
}

fn to_column(app: &mut App, column: usize) -> Vec<Effect> {
    app.map.column = column.min(app.map.columns.len().saturating_sub(1));
    Vec::new()
}

/// One column to the left; on the band of stages to the stage before.
pub fn left(app: &mut App) -> Vec<Effect> {
    match app.map.row {
        Row::Stage => stage_before(app),
        _ => to_column(app, app.map.column.saturating_sub(1)),
    }
}

/// One column to the right; on the band of stages to the next stage.
pub fn right(app: &mut App) -> Vec<Effect> {
    match app.map.row {
        Row::Stage => stage_after(app),
        _ => to_column(app, app.map.column + 1),
    }
}

fn step_row(app: &mut App, by: isize) -> Vec<Effect> {
    let rows = app.map_rows();
    let at = rows.iter().position(|row| *row == app.map.row).unwrap_or(1);
    app.map.row = rows[at.saturating_add_signed(by).min(rows.len() - 1)];
    Vec::new()
}

/// One row up.
pub fn up(app: &mut App) -> Vec<Effect> {
    step_row(app, -1)
}

/// One row down.
pub fn down(app: &mut App) -> Vec<Effect> {
    step_row(app, 1)
}

/// Several rows up.
pub fn page_up(app: &mut App) -> Vec<Effect> {
    step_row(app, -5)
}

/// Several rows down.
pub fn page_down(app: &mut App) -> Vec<Effect> {
    step_row(app, 5)
}

/// To the first column.
pub fn first(app: &mut App) -> Vec<Effect> {
    to_column(app, 0)
}

/// To the last column.
pub fn last(app: &mut App) -> Vec<Effect> {
    to_column(app, usize::MAX)
}

/// To the first column of the stage before.
pub fn stage_before(app: &mut App) -> Vec<Effect> {
    let columns = &app.map.columns;
    let Some(here) = columns.get(app.map.column) else {
        return Vec::new();
    };
    let before = columns.iter().rfind(|column| column.stage < here.stage);
    let stage = before.map_or(here.stage, |column| column.stage);
    let to = columns
        .iter()
        .position(|column| column.stage == stage)
        .unwrap_or(0);
    to_column(app, to)
}

/// To the first column of the next stage.
pub fn stage_after(app: &mut App) -> Vec<Effect> {
    let columns = &app.map.columns;
    let Some(here) = columns.get(app.map.column) else {
        return Vec::new();
    };
    let next = columns.iter().position(|column| column.stage > here.stage);
    next.map_or_else(Vec::new, |next| to_column(app, next))
}

/// Edits what is under the cursor; with the whole journey on the screen, goes nearer to it.
pub fn edit(app: &mut App) -> Vec<Effect> {
    if app.map.zoom == Zoom::Journey {
        return zoom_in(app);
    }
    let Some(element) = app.map_element() else {
        return add_after(app);
    };
    let row = app.map.row;
    if row != Row::Stage && element.kind == Kind::Stage {
        return add_after(app);
    }
    match (row.field(), row.lane()) {
        (Some("moment_of_truth"), _) => return element::moment(app),
        (Some(field), _) => open_control(app, &Place::of(element).field(field)),
        (None, Some(Lane::Improvements)) => open_list(app, "improvements"),
        (None, _) => open_list(app, "notes"),
    }
    Vec::new()
}

fn open_list(app: &mut App, list: &str) {
    app.screen = Screen::Inspector;
    app.inspector.pages = vec![(Place::root(), 0), (Place::root().field(list), 0)];
}

/// Adds after what is under the cursor; in a lane, to it.
pub fn add_after(app: &mut App) -> Vec<Effect> {
    add(app, true)
}

/// Adds before what is under the cursor; in a lane, to it.
pub fn add_before(app: &mut App) -> Vec<Effect> {
    add(app, false)
}

fn add(app: &mut App, after: bool) -> Vec<Effect> {
    if app.is_filtered_empty() {
        let what = app.filter_words().join(" · ");
        app.refuse(w::filter_nothing(app.lang, &what));
        return Vec::new();
    }
    let element = app.column_element(app.map.column);
    match (app.map.row, element) {
        (Row::Stage, _) | (_, None) => new_stage(app, after),
        (_, Some(stage)) if stage.kind == Kind::Stage => {
            let list = Place::of(stage).field("touchpoints");
            ask_name(app, Kind::Touchpoint, list, Slot::Last);
        }
        (Row::Lane(Lane::Improvements), Some(at)) => ask(app, Need::at(at)),
        (Row::Lane(Lane::Notes), Some(touchpoint)) => super::notes::ask(app, touchpoint, None),
        (Row::Lane(lane), Some(touchpoint)) if lane.is_list() => {
            let field = lane.field().unwrap_or_default();
            super::inspector::add_to(app, &Place::of(touchpoint).field(field), Slot::Last);
        }
        (Row::Name, Some(touchpoint)) => {
            if let Some((list, slot)) = beside(app, &touchpoint, after) {
                ask_name(app, Kind::Touchpoint, list, slot);
            }
        }
        // A lane of one value: what is added to it is the value.
        _ => return edit(app),
    }
    Vec::new()
}

/// Adds a stage after the one under the cursor.
pub fn add_stage(app: &mut App) -> Vec<Effect> {
    new_stage(app, true);
    Vec::new()
}

fn new_stage(app: &mut App, after: bool) {
    let found = app.map_stage().and_then(|stage| beside(app, &stage, after));
    let (list, slot) = found.unwrap_or((Place::root().field("stages"), Slot::Last));
    ask_name(app, Kind::Stage, list, slot);
}

/// Deletes the element under the cursor, or what its lane shows.
pub fn delete(app: &mut App) -> Vec<Effect> {
    let Some(element) = app.map_element() else {
        return Vec::new();
    };
    let place = Place::of(element.clone());
    match app.map.row {
        Row::Stage | Row::Name => remove(app, &place),
        _ if element.kind == Kind::Stage => remove(app, &place),
        Row::Lane(lane) if lane.is_list() => return edit(app),
        row => match row.field() {
            Some(field) => remove(app, &place.field(field)),
            None => return edit(app),
        },
    }
    Vec::new()
}

/// Folds the lane under the cursor to one line, or unfolds it.
pub fn fold(app: &mut App) -> Vec<Effect> {
    if let Some(lane) = app.map.row.lane() {
        app.map.toggle_fold(lane);
    }
    Vec::new()
}

/// Hides the lane under the cursor.
pub fn hide(app: &mut App) -> Vec<Effect> {
    if let Some(lane) = app.map.row.lane() {
        let rows = app.map.rows();
        let is_in = |row: &&Row| row.lane() == Some(lane);
        let above = rows.iter().take_while(|row| !is_in(row)).last();
        let below = rows
            .iter()
            .skip_while(|row| !is_in(row))
            .find(|row| !is_in(row));
        app.map.row = below.or(above).copied().unwrap_or_default();
        app.map.hidden.push(lane);
    }
    Vec::new()
}

/// Shows all lanes again, unfolded and in their first order.
pub fn show_lanes(app: &mut App) -> Vec<Effect> {
    app.map.hidden.clear();
    app.map.folded.clear();
    app.map.order = Lane::ALL.to_vec();
    Vec::new()
}

/// Moves the lane under the cursor up.
pub fn lane_up(app: &mut App) -> Vec<Effect> {
    if let Some(lane) = app.map.row.lane() {
        app.map.shift_lane(lane, false);
    }
    Vec::new()
}

/// Moves the lane under the cursor down.
pub fn lane_down(app: &mut App) -> Vec<Effect> {
    if let Some(lane) = app.map.row.lane() {
        app.map.shift_lane(lane, true);
    }
    Vec::new()
}

/// Columns narrower.
pub fn narrower(app: &mut App) -> Vec<Effect> {
    widen_to(app, app.map.widths.narrower())
}

/// Columns wider.
pub fn wider(app: &mut App) -> Vec<Effect> {
    widen_to(app, app.map.widths.wider())
}

/// Columns as wide as suits what stands in them.
pub fn automatic(app: &mut App) -> Vec<Effect> {
    widen_to(app, Widths::Automatic)
}

fn widen_to(app: &mut App, widths: Widths) -> Vec<Effect> {
    app.map.widths = widths;
    app.done(w::widths_are(app.lang, widths.word(app.lang)));
    Vec::new()
}

/// One step nearer: whole journey, touchpoints, one touchpoint.
pub fn zoom_in(app: &mut App) -> Vec<Effect> {
    app.map.zoom = app.map.zoom.closer();
    Vec::new()
}

/// One step back: one touchpoint, touchpoints, whole journey.
pub fn zoom_out(app: &mut App) -> Vec<Effect> {
    app.map.zoom = app.map.zoom.further();
    Vec::new()
}

/// Back to the touchpoints beside each other.
pub fn zoom_back(app: &mut App) -> Vec<Effect> {
    app.map.zoom = Zoom::default();
    Vec::new()
}
