//! Commands of the page one begins from, and of the tour.

use std::path::PathBuf;

use super::{dialogs, screens};
use crate::app::edits::Asked;
use crate::app::effect::Effect;
use crate::app::start::Begins;
use crate::app::{App, Screen};
use crate::i18n as w;
use crate::text::TextField;

/// Leaves the journey for the page one begins from; asks where something is not saved.
pub fn show(app: &mut App) -> Vec<Effect> {
    match app.start.is_some() && !app.document.is_dirty() {
        true => screens::show(app, Screen::Start),
        false => {
            let folder = app.portfolio.as_ref().map(|it| it.folder.clone());
            screens::leave(app, Effect::Start(folder))
        }
    }
}

/// Begins what stands under the cursor.
pub fn begin(app: &mut App) -> Vec<Effect> {
    if app.document.is_dirty() {
        return screens::leave(app, Effect::Start(None));
    }
    let Some(offer) = app.offer_here().cloned() else {
        return Vec::new();
    };
    match offer.begins {
        Begins::Open(path) => return screens::leave(app, Effect::Open(path)),
        Begins::Portfolio(folder) => return screens::leave(app, Effect::Portfolio(folder)),
        Begins::Journey(text) => app.begin_journey(text),
        Begins::Example(text) => app.show_example(text),
        Begins::Tour(text) => app.begin_tour(text),
        Begins::Folder => ask_folder(app),
    }
    Vec::new()
}

fn ask_folder(app: &mut App) {
    let folder = app.start.as_ref().map_or("", |it| &it.folder);
    let field = TextField::single_line(folder);
    let (title, hint) = (
        w::start_folder_title(app.lang),
        w::start_folder_hint(app.lang),
    );
    dialogs::ask(app, title.to_owned(), hint.to_owned(), field, Asked::Folder);
}

/// Shows the journeys of a folder that was asked for.
///
/// # Errors
/// Nothing was typed.
pub fn folder(app: &mut App, text: &str) -> Result<Vec<Effect>, String> {
    match text.trim() {
        "" => Err(w::text_needed(app.lang).to_owned()),
        folder => Ok(vec![Effect::Start(Some(PathBuf::from(folder)))]),
    }
}

/// Ends the tour; the journey stays.
pub fn end_tour(app: &mut App) -> Vec<Effect> {
    app.tour = None;
    Vec::new()
}
