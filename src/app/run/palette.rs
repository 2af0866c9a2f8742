//! Commands of the palette.

use super::dialogs::save_to;
use crate::app::command;
use crate::app::dialog::{Dialog, PickDialog};
use crate::app::effect::Effect;
use crate::app::palette::Goal;
use crate::app::{App, update};
use crate::journey::place::Place;

/// Opens the palette.
pub fn open(app: &mut App) -> Vec<Effect> {
    let palette = app.palette();
    app.dialogs.push(Dialog::Pick(palette));
    Vec::new()
}

/// Does what the choice under the cursor stands for.
pub fn take(app: &mut App, dialog: &PickDialog, goals: &[Goal]) -> Vec<Effect> {
    let Some(goal) = dialog.current().and_then(|at| goals.get(at)) else {
        return Vec::new();
    };
    app.dialogs.pop();
    if let Some((_, file)) = dialog.argument() {
        return match goal {
            Goal::Command("import") => super::import::read(app, file),
            Goal::Command("import-map") => super::import_map::read(file),
            Goal::Command("export") => super::export::to(app, file),
            _ => vec![save_to(app, file, Vec::new())],
        };
    }
    match goal {
        Goal::Command(name) => {
            let command = command::named(name);
            command.map_or_else(Vec::new, |command| update::give(app, command))
        }
        Goal::Element(element) => {
            app.reveal(&Place::of(element.clone()));
            Vec::new()
        }
    }
}
