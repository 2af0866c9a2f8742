//! Commands of the board of Moments of Truth.

use super::{dialogs, remove};
use crate::app::App;
use crate::app::edits::Asked;
use crate::app::effect::Effect;
use crate::i18n as w;
use crate::journey::place::Place;
use crate::text::TextField;

/// Marks what is suggested, asking for the reason: those of the suggestion, in the language of
/// the journey, are there to start from.
pub fn accept(app: &mut App) -> Vec<Effect> {
    let Some((reasons, touchpoint)) = app.reasons_here().zip(app.here()) else {
        app.refuse(w::nothing_suggested(app.lang));
        return Vec::new();
    };
    let lang = app.content_lang();
    let reasons: Vec<String> = reasons.iter().map(|it| w::reason(lang, *it)).collect();
    let name = app.touchpoint_of(&touchpoint).map(|it| it.name.clone());
    let title = w::moment_title(app.lang, &name.unwrap_or_default());
    let hint = w::moment_hint(app.lang, app.people());
    let field = TextField::multi_line(reasons.join(". "));
    let place = Place::of(touchpoint).field("moment_of_truth");
    dialogs::ask(app, title, hint, field, Asked::Field(place.field("reason")));
    Vec::new()
}

/// Makes it a touchpoint like others again.
pub fn unmark(app: &mut App) -> Vec<Effect> {
    match app.here().filter(|_| app.reasons_here().is_none()) {
        Some(moment) => remove::remove(app, &Place::of(moment).field("moment_of_truth")),
        None => app.refuse(w::not_marked(app.lang)),
    }
    Vec::new()
}
