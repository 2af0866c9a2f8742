//! Commands that make a journey of a map in a format of others: what would come is shown before it is
//! written to a file of its own.

use std::path::{Path, PathBuf};

use super::{dialogs, screens};
use crate::app::App;
use crate::app::dialog::{Answer, ConfirmDialog, Dialog, Does};
use crate::app::edits::Asked;
use crate::app::effect::{Effect, Unwritten};
use crate::exchange::import::preview::{Said, preview};
use crate::exchange::import::{Imported, import_map};
use crate::i18n as w;
use crate::journey::read as read_journey;
use crate::text::TextField;

/// The key that asks for another name.
const ELSEWHERE: char = 'u';

/// Asks for the file.
pub fn show(app: &mut App) -> Vec<Effect> {
    let folder = folder(app).join("");
    ask_file(app, &folder.to_string_lossy(), None);
    Vec::new()
}

fn ask_file(app: &mut App, file: &str, error: Option<String>) {
    let title = w::import_map_file_title(app.lang).to_owned();
    let hint = w::import_map_file_hint(app.lang).to_owned();
    dialogs::ask(app, title, hint, TextField::single_line(file), Asked::Map);
    if let Some(Dialog::Field(dialog)) = app.dialogs.last_mut() {
        dialog.error = error;
    }
}

/// The folder of the journey that is open, if any.
fn folder(app: &App) -> PathBuf {
    let folder = app.path.as_deref().and_then(Path::parent);
    folder.unwrap_or(Path::new("")).to_owned()
}

/// Has a map read.
pub fn read(file: &str) -> Vec<Effect> {
    vec![Effect::ReadMap(PathBuf::from(file))]
}

/// Shows what would come of a map, or asks again with what is wrong.
pub fn came(app: &mut App, file: &Path, text: Result<String, String>) {
    let lang = app.lang;
    let name = file.to_string_lossy();
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let imported = text.and_then(|text| {
        import_map(&text, &stem).map_err(|why| {
            let (what, help) = w::no_map(lang, &why, &name);
            format!("{what}: {help}")
        })
    });
    match imported {
        Ok(imported) => {
            let path = folder(app).join(format!("{stem}.ron"));
            let dialog = shown(app, &imported, path);
            app.dialogs.push(Dialog::Confirm(dialog));
        }
        Err(error) => ask_file(app, &name, Some(error)),
    }
}

/// What would come, and whether to write it.
fn shown(app: &App, imported: &Imported, path: PathBuf) -> ConfirmDialog {
    let lang = app.lang;
    let journey = read_journey(imported.journey.clone(), app.document.context()).journey;
    let lines = preview(imported, &journey, lang).into_iter();
    let text = imported.journey.clone();
    let rename = Does::NameMap(path.clone(), text.clone());
    ConfirmDialog {
        title: w::import_map_preview(lang, &path.to_string_lossy()),
        lines: lines.map(|said: Said| said.text).collect(),
        answers: vec![
            Answer::new(
                w::export_write_key(lang),
                w::import_map_write(lang),
                Does::Effects(vec![Effect::WriteMap { path, text }]),
            ),
            Answer::new(ELSEWHERE, w::import_map_elsewhere(lang), rename),
            Answer::new(w::cancel_key(lang), w::cancel(lang), Does::Cancel),
        ],
        scroll: 0,
    }
}

/// Writes the journey to a file, which gets the ending of journeys where it has none.
pub fn write(name: &str, text: String) -> Effect {
    let path = PathBuf::from(name);
    let path = match path.extension() {
        Some(_) => path,
        None => path.with_extension("ron"),
    };
    Effect::WriteMap { path, text }
}

/// Opens the journey that was written; where it was not, asks for another name.
pub fn written(
    app: &mut App,
    path: &Path,
    text: String,
    written: Result<(), Unwritten>,
) -> Vec<Effect> {
    match written {
        Ok(()) => screens::leave(app, Effect::Open(path.to_owned())),
        Err(Unwritten { why, .. }) => {
            ask_name(app, path, text, Some(why));
            Vec::new()
        }
    }
}

/// Asks for the file to write.
pub fn ask_name(app: &mut App, path: &Path, text: String, error: Option<String>) {
    let title = w::import_map_name_title(app.lang).to_owned();
    let hint = w::import_map_name_hint(app.lang).to_owned();
    let field = TextField::single_line(path.to_string_lossy().into_owned());
    dialogs::ask(app, title, hint, field, Asked::MapName(text));
    if let Some(Dialog::Field(dialog)) = app.dialogs.last_mut() {
        dialog.error = error;
    }
}
