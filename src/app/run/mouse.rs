//! Clicks: a click puts the cursor there, a click on the cursor edits.

use super::{dialogs, inspector, map};
use crate::app::dialog::Dialog;
use crate::app::effect::Effect;
use crate::app::input::Input;
use crate::app::key::{Code, Key};
use crate::app::map::Row;
use crate::app::update::{self, Click};
use crate::app::{App, Screen};

/// Takes a click.
pub fn click(app: &mut App, on: Click) -> Vec<Effect> {
    match on {
        Click::Cell(column, row) => cell(app, column, row),
        Click::Stage(stage) => {
            let column = app
                .map
                .columns
                .iter()
                .position(|column| column.stage == stage);
            cell(app, column.unwrap_or(app.map.column), Row::Stage)
        }
        Click::Lane(lane) => {
            app.show(Screen::Map);
            app.map.row = Row::Lane(lane);
            Vec::new()
        }
        Click::Row(row) => inspector_row(app, row),
        Click::Entry(entry) => list_entry(app, entry),
        Click::Choice(choice) => choose(app, choice),
        Click::Answer(key) => dialogs::answer(app, Key::plain(Code::Char(key))),
    }
}

fn cell(app: &mut App, column: usize, row: Row) -> Vec<Effect> {
    let there = app.screen == Screen::Map && app.map.row == row && app.map.column == column;
    if there {
        return map::edit(app);
    }
    app.show(Screen::Map);
    (app.map.column, app.map.row) = (column, row);
    Vec::new()
}

fn inspector_row(app: &mut App, row: usize) -> Vec<Effect> {
    let there = app.screen == Screen::Inspector && app.page().1 == row;
    app.screen = Screen::Inspector;
    if there {
        return inspector::edit(app);
    }
    if let Some((_, at)) = app.inspector.pages.last_mut() {
        *at = row;
    }
    Vec::new()
}

fn list_entry(app: &mut App, entry: usize) -> Vec<Effect> {
    let screen = app.behind;
    let there = app.screen == screen && app.lists.cursor(screen).row == entry;
    app.show(screen);
    if there {
        return update::update(app, Input::Key(Key::plain(Code::Enter)));
    }
    app.to_entry(entry);
    Vec::new()
}

fn choose(app: &mut App, choice: usize) -> Vec<Effect> {
    let Some(Dialog::Pick(dialog)) = app.dialogs.last_mut() else {
        return Vec::new();
    };
    let several = dialog.several;
    dialog.cursor = choice;
    if several {
        dialogs::mark(app)
    } else {
        dialogs::pick(app)
    }
}
