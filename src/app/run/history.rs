//! Commands of the history of a file.

use crate::app::dialog::PickDialog;
use crate::app::effect::Effect;
use crate::app::history::History;
use crate::app::{App, Screen};
use crate::document::edit::Edit;
use crate::i18n as w;

/// Shows the history; its versions come in from now on.
pub fn show(app: &mut App) -> Vec<Effect> {
    if app.path.is_none() {
        app.refuse(w::no_file_yet(app.lang));
        return Vec::new();
    }
    app.leave_version();
    app.show(Screen::History);
    match &app.history {
        Some(history) if history.loading => Vec::new(),
        _ => {
            app.history = Some(History::coming());
            vec![Effect::ReadHistory]
        }
    }
}

/// Shows the version under the cursor, read-only.
pub fn view(app: &mut App) -> Vec<Effect> {
    match app.resolution.is_some() {
        true => app.refuse(w::history_while_deciding(app.lang)),
        false => app.view_version(),
    }
    Vec::new()
}

/// Marks the version that others are compared with, or takes the mark away.
pub fn mark(app: &mut App) -> Vec<Effect> {
    let here = app.version_here();
    if let Some(history) = &mut app.history {
        history.marked = if history.marked == here { None } else { here };
    }
    Vec::new()
}

/// Draws another curve.
pub fn chart(app: &mut App) -> Vec<Effect> {
    app.next_chart();
    Vec::new()
}

/// Asks what to bring back from the version.
pub fn bring_back(app: &mut App) -> Vec<Effect> {
    app.ask_to_bring_back();
    Vec::new()
}

/// Brings back what was picked: one step of undo.
pub fn brought_back(app: &mut App, dialog: &PickDialog, edits: &[Edit]) -> Vec<Effect> {
    app.dialogs.pop();
    let edit = dialog.current().and_then(|at| edits.get(at));
    if edit.is_some_and(|edit| app.edit(edit)) {
        app.done(w::history_brought_back(app.lang));
    }
    Vec::new()
}
