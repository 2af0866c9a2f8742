//! Commands of the search.

use super::dialogs;
use crate::app::App;
use crate::app::dialog::{Dialog, field_size};
use crate::app::edits::Asked;
use crate::app::effect::Effect;
use crate::app::search::Origin;
use crate::i18n as w;
use crate::text::{FieldKey, TextField};

/// Asks what to search for; what was searched for last stands there to be replaced.
pub fn ask(app: &mut App) -> Vec<Effect> {
    let last = app.search.as_ref().map_or("", |search| &search.text);
    let mut field = TextField::single_line(last);
    field.press(FieldKey::SelectAll, field_size(app.size, false));
    let title = w::search_title(app.lang).to_owned();
    let asked = Asked::Search(Box::new(app.search_origin()));
    dialogs::ask(app, title, String::new(), field, asked);
    Vec::new()
}

/// Follows the typing: from where the search began to the first hit, or back there without one.
pub fn follow(app: &mut App) {
    let Some(Dialog::Field(dialog)) = app.dialogs.last() else {
        return;
    };
    let Asked::Search(origin) = dialog.asked.clone() else {
        return;
    };
    let text = dialog.field.value().trim().to_owned();
    app.return_to(&origin);
    app.search = None;
    let found = Some(text).filter(|text| !text.is_empty());
    app.search = found.and_then(|text| app.search_from_here(&text));
    if app.search.is_some() {
        go(app, |at, _| at);
    }
}

/// Takes the search on from where it began, to its first hit.
///
/// # Errors
/// The reason why there is none to go to.
pub fn take(app: &mut App, origin: &Origin, text: &str) -> Result<(), String> {
    app.return_to(origin);
    start(app, text)
}

/// Starts a search and goes to its first hit.
///
/// # Errors
/// The reason why there is none to go to.
fn start(app: &mut App, text: &str) -> Result<(), String> {
    if text.is_empty() {
        return Err(w::text_needed(app.lang).to_owned());
    }
    let search = app.search_from_here(text);
    app.search = Some(search.ok_or_else(|| w::search_no_hit(app.lang, text))?);
    go(app, |at, _| at);
    Ok(())
}

/// Goes to the next hit, after the last one to the first.
pub fn next(app: &mut App) -> Vec<Effect> {
    go(app, |at, count| (at + 1) % count);
    Vec::new()
}

/// Goes to the hit before, before the first one to the last.
pub fn before(app: &mut App) -> Vec<Effect> {
    go(app, |at, count| (at + count - 1) % count);
    Vec::new()
}

fn go(app: &mut App, to: impl FnOnce(usize, usize) -> usize) {
    let Some(search) = &mut app.search else {
        return;
    };
    if search.hits.is_empty() {
        let refused = w::search_no_hit(app.lang, &search.text);
        return app.refuse(refused);
    }
    search.at = to(search.at, search.hits.len());
    let place = search.hits[search.at].clone();
    app.reveal(&place);
}

/// Ends the search; the cursor stays.
pub fn end(app: &mut App) -> Vec<Effect> {
    app.search = None;
    Vec::new()
}
