//! Commands of the journeys of a folder.

use std::path::{Path, PathBuf};

use super::{dialogs, screens};
use crate::app::App;
use crate::app::dialog::{Dialog, PickDialog};
use crate::app::edits::Asked;
use crate::app::effect::Effect;
use crate::app::options::Choice;
use crate::app::portfolio::{Need, Order};
use crate::i18n as w;
use crate::text::TextField;

/// Leaves the journey for all of its folder; asks where something is not saved.
pub fn show(app: &mut App) -> Vec<Effect> {
    let folder = folder(app);
    screens::leave(app, Effect::Portfolio(folder))
}

/// The folder that was shown last, else the one of the file, else the one the program runs in.
fn folder(app: &App) -> PathBuf {
    let known = app.portfolio.as_ref().map(|it| it.folder.as_path());
    let own = || app.path.as_deref().and_then(Path::parent);
    let folder = known.or_else(own).unwrap_or(Path::new(""));
    match folder == Path::new("") {
        true => PathBuf::from("."),
        false => folder.to_owned(),
    }
}

/// Opens the journey under the cursor.
pub fn open(app: &mut App) -> Vec<Effect> {
    let file = app.journey_here().map(|row| row.file.clone());
    file.map_or_else(Vec::new, |file| screens::leave(app, Effect::Open(file)))
}

/// Asks what to sort by.
pub fn sort(app: &mut App) -> Vec<Effect> {
    let now = app.portfolio.as_ref().map(|it| it.order);
    let choice = |order: Order| Choice {
        chosen: now == Some(order),
        ..Choice::plain(w::portfolio_order(app.lang, order), "")
    };
    let choices: Vec<Choice> = Order::ALL.into_iter().map(choice).collect();
    let cursor = choices.iter().position(|it| it.chosen).unwrap_or(0);
    app.dialogs.push(Dialog::Pick(PickDialog {
        title: w::portfolio_sort_title(app.lang).to_owned(),
        choices,
        filter: TextField::single_line(""),
        cursor,
        several: false,
        asked: Asked::PortfolioOrder,
    }));
    Vec::new()
}

/// Sorts by what was picked.
pub fn sorted(app: &mut App, dialog: &PickDialog) -> Vec<Effect> {
    app.dialogs.pop();
    if let Some(order) = dialog.current().and_then(|at| Order::ALL.get(at)) {
        app.arrange(|it| it.order = *order);
    }
    Vec::new()
}

/// Asks for a text that title or path are to hold.
pub fn find(app: &mut App) -> Vec<Effect> {
    let text = app.portfolio.as_ref().map_or("", |it| &it.text);
    let field = TextField::single_line(text);
    let title = w::portfolio_find_title(app.lang).to_owned();
    let hint = w::portfolio_find_hint(app.lang).to_owned();
    dialogs::ask(app, title, hint, field, Asked::PortfolioText);
    Vec::new()
}

/// Filters by the text that was typed.
pub fn found(app: &mut App, text: &str) {
    app.arrange(|it| text.trim().clone_into(&mut it.text));
    tell_nothing(app);
}

/// Filters by a need, or no longer.
pub fn filter(app: &mut App, need: Need) -> Vec<Effect> {
    app.arrange(|it| it.need = Some(need).filter(|need| it.need != Some(*need)));
    tell_nothing(app);
    Vec::new()
}

fn tell_nothing(app: &mut App) {
    let shown = app.portfolio.as_ref().map_or(0, |it| it.shown().len());
    if shown == 0 {
        app.refuse(w::portfolio_nothing_fits(app.lang));
    }
}

/// Takes the filter away; without one there is nothing to go back to.
pub fn leave(app: &mut App) -> Vec<Effect> {
    if app.portfolio.as_ref().is_some_and(|it| it.is_filtered()) {
        app.arrange(|it| (it.need, it.text) = (None, String::new()));
    } else {
        app.done(w::start_stays(app.lang));
    }
    Vec::new()
}
