//! Commands of the list of findings.

use crate::app::App;
use crate::app::edits::insertion;
use crate::app::effect::Effect;
use crate::document::edit::Slot;
use crate::i18n as w;
use crate::journey::finding::Code;
use crate::journey::place::Place;
use crate::ron_text::quote;

/// Puts the finding under the cursor right, where it is certain how.
pub fn fix(app: &mut App) -> Vec<Effect> {
    match app.fix_here() {
        Some(edit) => {
            if app.edit(&edit) {
                app.done(w::fixed(app.lang));
            }
        }
        None => app.refuse(w::no_certain_fix(app.lang)),
    }
    Vec::new()
}

/// Silences the advice under the cursor in this journey.
pub fn silence(app: &mut App) -> Vec<Effect> {
    let Some(code) = app.advice_here().map(Code::as_str) else {
        app.refuse(w::only_advice_is_silenced(app.lang));
        return Vec::new();
    };
    let list = Place::root().field("silence");
    if app.edit(&insertion(list, Slot::Last, quote(code))) {
        app.done(w::silenced(app.lang, code));
    }
    Vec::new()
}
