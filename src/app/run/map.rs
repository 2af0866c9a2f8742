//! Commands of the map.

use super::inspector::open_control;
use super::remove::remove;
use crate::app::edits::{Asked, Clip};
use crate::app::effect::Effect;
use crate::app::map::{Lane, Row};
use crate::app::{App, Screen};
use crate::document::edit::{Edit, Slot};
use crate::i18n as w;
use crate::journey::fields::Kind;
use crate::journey::place::{ElementKey, Place};
use crate::ron_text;
use crate::text::TextField;

impl App {
    /// The element under the cursor: on the band of stages the stage, else the touchpoint, and
    /// the stage where it has none.
    pub fn map_element(&self) -> Option<ElementKey> {
        match self.map.row {
            Row::Stage => self.map_stage(),
            _ => self.column_element(self.map.column),
        }
    }

    fn map_stage(&self) -> Option<ElementKey> {
        self.stage_key(self.map.columns.get(self.map.column)?.stage)
    }

    /// The touchpoint under the cursor, or a word of why there is none.
    fn map_touchpoint(&mut self) -> Option<ElementKey> {
        let element = self.column_element(self.map.column);
        let touchpoint = element.filter(|element| element.kind == Kind::Touchpoint);
        if touchpoint.is_none() {
            self.refuse(w::no_touchpoint_here(self.lang));
        }
        touchpoint
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
    let rows = app.map.rows();
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
    let start = columns
        .iter()
        .position(|column| column.stage == here.stage)
        .unwrap_or(0);
    let back = if start < app.map.column && app.map.row != Row::Stage {
        here.stage
    } else {
        here.stage.saturating_sub(1)
    };
    let to = columns
        .iter()
        .position(|column| column.stage == back)
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

/// Edits what is under the cursor.
pub fn edit(app: &mut App) -> Vec<Effect> {
    let Some(element) = app.map_element() else {
        return add_stage(app);
    };
    let field = match app.map.row {
        Row::Stage | Row::Name => Some("name"),
        _ if element.kind == Kind::Stage => return add_after(app),
        Row::Lane(lane) => lane.field(),
    };
    match (field, app.map.row) {
        (Some("moment_of_truth"), _) => return moment(app),
        (Some(field), _) => open_control(app, &Place::of(element).field(field)),
        (None, Row::Lane(Lane::Improvements)) => open_list(app, "improvements"),
        (None, _) => open_list(app, "notes"),
    }
    Vec::new()
}

fn open_list(app: &mut App, list: &str) {
    app.screen = Screen::Inspector;
    app.inspector.pages = vec![(Place::root(), 0), (Place::root().field(list), 0)];
}

/// Adds after what is under the cursor.
pub fn add_after(app: &mut App) -> Vec<Effect> {
    add(app, true)
}

/// Adds before what is under the cursor.
pub fn add_before(app: &mut App) -> Vec<Effect> {
    add(app, false)
}

fn add(app: &mut App, after: bool) -> Vec<Effect> {
    let element = app.column_element(app.map.column);
    match (app.map.row, element) {
        (Row::Stage, _) | (_, None) => new_stage(app, after),
        (_, Some(stage)) if stage.kind == Kind::Stage => {
            let list = Place::of(stage).field("touchpoints");
            ask_name(app, Kind::Touchpoint, list, Slot::Last);
        }
        (Row::Lane(lane), Some(touchpoint)) if lane.is_list() => {
            let field = lane.field().unwrap_or_default();
            super::inspector::add_to(app, &Place::of(touchpoint).field(field), Slot::Last);
        }
        (_, Some(touchpoint)) => {
            if let Some((list, slot)) = beside(app, &touchpoint, after) {
                ask_name(app, Kind::Touchpoint, list, slot);
            }
        }
    }
    Vec::new()
}

/// The list that an element stands in, and the slot right after or before it.
pub fn beside(app: &App, element: &ElementKey, after: bool) -> Option<(Place, Slot)> {
    let parsed = &app.document.parsed;
    let node = parsed.tree.node(parsed.index.node(element)?);
    let list = parsed.index.place(node.parent()?);
    let here = Slot::After(Place::of(element.clone()));
    let slot = match (after, node.prev()) {
        (true, _) => here,
        (false, Some(before)) => Slot::After(parsed.index.place(before)),
        (false, None) => Slot::First,
    };
    Some((list, slot))
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

/// Asks for the name of a new element.
pub fn ask_name(app: &mut App, kind: Kind, list: Place, slot: Slot) {
    let title = w::new_of(app.lang, kind.word(app.lang));
    let hint = w::name_hint(app.lang).to_owned();
    let asked = Asked::NewElement { kind, list, slot };
    super::dialogs::ask(app, title, hint, TextField::single_line(""), asked);
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
        Row::Lane(lane) if lane.is_list() || lane.field().is_none() => return edit(app),
        Row::Lane(lane) => remove(app, &place.field(lane.field().unwrap_or_default())),
    }
    Vec::new()
}

/// Duplicates the element under the cursor.
pub fn duplicate(app: &mut App) -> Vec<Effect> {
    let Some(element) = app.map_element() else {
        return Vec::new();
    };
    let copy = app.copy_of(&element);
    let Some(((item, id), (list, slot))) = copy.zip(beside(app, &element, true)) else {
        return Vec::new();
    };
    let after = app.cursor().on(ElementKey::new(element.kind, id));
    if app.edit_and_go(&Edit::Insert { list, slot, item }, after) {
        app.done(w::duplicated(app.lang));
    }
    Vec::new()
}

/// Copies the element under the cursor.
pub fn copy(app: &mut App) -> Vec<Effect> {
    let Some(element) = app.map_element() else {
        return Vec::new();
    };
    copy_element(app, &element)
}

/// Copies an element, for pasting and for the clipboard of the terminal.
pub fn copy_element(app: &mut App, element: &ElementKey) -> Vec<Effect> {
    let parsed = &app.document.parsed;
    let Some(node) = parsed.index.node(element) else {
        return Vec::new();
    };
    let text = ron_text::fragment(parsed.tree.node(node));
    app.clip = Some(Clip {
        kind: element.kind,
        text: text.clone(),
    });
    app.done(w::copied(app.lang));
    vec![Effect::Copy(text)]
}

/// Pastes what was copied after the element under the cursor.
pub fn paste(app: &mut App) -> Vec<Effect> {
    let Some(clip) = app.clip.clone() else {
        app.refuse(w::nothing_to_paste(app.lang));
        return Vec::new();
    };
    let target = match clip.kind {
        Kind::Stage => app.map_stage().and_then(|stage| beside(app, &stage, true)),
        Kind::Touchpoint => touchpoint_slot(app),
        _ => None,
    };
    paste_at(app, &clip, target);
    Vec::new()
}

/// Pastes a copy with new ids at this place.
pub fn paste_at(app: &mut App, clip: &Clip, target: Option<(Place, Slot)>) {
    let Some(((item, id), (list, slot))) = app.with_new_ids(clip.kind, &clip.text).zip(target)
    else {
        return app.refuse(w::cannot_paste_here(app.lang, clip.kind.word(app.lang)));
    };
    let after = app.cursor().on(ElementKey::new(clip.kind, id));
    if app.edit_and_go(&Edit::Insert { list, slot, item }, after) {
        app.done(w::pasted(app.lang));
    }
}

fn touchpoint_slot(app: &App) -> Option<(Place, Slot)> {
    let element = app.column_element(app.map.column)?;
    match element.kind {
        Kind::Stage => Some((Place::of(element).field("touchpoints"), Slot::Last)),
        _ => beside(app, &element, true),
    }
}

/// Moves the element under the cursor one place on, across stages too.
pub fn move_later(app: &mut App) -> Vec<Effect> {
    shift(app, true)
}

/// Moves the element under the cursor one place back, across stages too.
pub fn move_earlier(app: &mut App) -> Vec<Effect> {
    shift(app, false)
}

fn shift(app: &mut App, later: bool) -> Vec<Effect> {
    let Some(element) = app.map_element() else {
        return Vec::new();
    };
    let parsed = &app.document.parsed;
    let Some(node) = parsed
        .index
        .node(&element)
        .map(|node| parsed.tree.node(node))
    else {
        return Vec::new();
    };
    let target = match (later, node.prev(), node.next()) {
        (true, _, Some(next)) => Some(Slot::After(parsed.index.place(next))),
        (false, Some(before), _) => Some(
            before
                .prev()
                .map_or(Slot::First, |it| Slot::After(parsed.index.place(it))),
        ),
        _ => None,
    };
    let list = node.parent().map(|list| parsed.index.place(list));
    let target = match target {
        Some(slot) => list.map(|list| (list, slot)),
        None if element.kind == Kind::Touchpoint => next_stage(app, later),
        None => None,
    };
    match target {
        Some((list, slot)) => {
            let item = Place::of(element.clone());
            let after = app.cursor().on(element);
            app.edit_and_go(&Edit::Move { item, list, slot }, after);
        }
        None => app.refuse(w::no_further(app.lang)),
    }
    Vec::new()
}

/// The end of the stage next to the cursor's that is nearer to it.
fn next_stage(app: &App, later: bool) -> Option<(Place, Slot)> {
    let here = app.map.columns.get(app.map.column)?.stage;
    let stage = if later {
        here.checked_add(1)?
    } else {
        here.checked_sub(1)?
    };
    let list = Place::of(app.stage_key(stage)?).field("touchpoints");
    Some((list, if later { Slot::First } else { Slot::Last }))
}

/// Marks a Moment of Truth, asking for its reason; on one that is marked, edits the reason.
pub fn moment(app: &mut App) -> Vec<Effect> {
    let Some(element) = app.map_touchpoint() else {
        return Vec::new();
    };
    let reason = app
        .touchpoint()
        .and_then(|it| it.moment_of_truth.as_ref())
        .map(|it| it.reason.clone());
    let place = Place::of(element).field("moment_of_truth").field("reason");
    let title = w::moment_title(
        app.lang,
        &app.touchpoint()
            .map(|it| it.name.clone())
            .unwrap_or_default(),
    );
    let hint = w::moment_hint(app.lang).to_owned();
    let field = TextField::multi_line(reason.unwrap_or_default());
    super::dialogs::ask(app, title, hint, field, Asked::Field(place));
    Vec::new()
}

/// One better in emotion.
pub fn emotion_up(app: &mut App) -> Vec<Effect> {
    feel(app, 1)
}

/// One worse in emotion.
pub fn emotion_down(app: &mut App) -> Vec<Effect> {
    feel(app, -1)
}

fn feel(app: &mut App, by: i64) -> Vec<Effect> {
    let Some(element) = app.map_touchpoint() else {
        return Vec::new();
    };
    let scale = app.journey().scale;
    let neutral = 0_i64.clamp(scale.min, scale.max);
    let now = app.touchpoint().and_then(|it| it.emotion);
    let next = now
        .map_or(neutral, |now| now + by)
        .clamp(scale.min, scale.max);
    if now == Some(next) {
        app.refuse(w::end_of_scale(app.lang, &w::whole(next)));
    } else {
        app.edit(&Edit::value(Place::of(element).field("emotion"), next));
    }
    Vec::new()
}

/// Rates the touchpoint: expectation, experience or importance, 1 to 5.
pub fn rate(app: &mut App, field: &str, rating: i64) -> Vec<Effect> {
    if let Some(element) = app.map_touchpoint() {
        app.edit(&Edit::value(Place::of(element).field(field), rating));
    }
    Vec::new()
}

/// Asks for a note on the element under the cursor.
pub fn note(app: &mut App) -> Vec<Effect> {
    let Some(element) = app.map_element() else {
        return Vec::new();
    };
    let title = w::note_title(app.lang);
    let hint = w::note_hint(app.lang).to_owned();
    super::dialogs::ask(
        app,
        title.to_owned(),
        hint,
        TextField::multi_line(""),
        Asked::Note(element),
    );
    Vec::new()
}

/// Folds the lane under the cursor to one line, or unfolds it.
pub fn fold(app: &mut App) -> Vec<Effect> {
    if let Row::Lane(lane) = app.map.row {
        app.map.toggle_fold(lane);
    }
    Vec::new()
}

/// Hides the lane under the cursor.
pub fn hide(app: &mut App) -> Vec<Effect> {
    if let Row::Lane(lane) = app.map.row {
        down(app);
        if app.map.row == Row::Lane(lane) {
            up(app);
        }
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
    if let Row::Lane(lane) = app.map.row {
        app.map.shift_lane(lane, false);
    }
    Vec::new()
}

/// Moves the lane under the cursor down.
pub fn lane_down(app: &mut App) -> Vec<Effect> {
    if let Row::Lane(lane) = app.map.row {
        app.map.shift_lane(lane, true);
    }
    Vec::new()
}
