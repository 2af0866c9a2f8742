//! The last change once more: where the cursor stands, or on the next element where it was just
//! done.

use super::{dialogs, inspector, remove};
use crate::app::command;
use crate::app::dialog::Dialog;
use crate::app::effect::Effect;
use crate::app::key::{Code, Key};
use crate::app::repeat::{Change, Deed, Given};
use crate::app::{App, Screen, Tone};
use crate::document::edit::Slot;
use crate::i18n as w;
use crate::journey::fields::Kind;
use crate::journey::place::{ElementKey, Place, Step};
use crate::text::TextField;

/// Repeats the last change.
pub fn repeat(app: &mut App) -> Vec<Effect> {
    let Some(change) = app.repeat.last.clone() else {
        app.refuse(w::nothing_to_repeat(app.lang));
        return Vec::new();
    };
    let kind = change.on.first().map(|it| it.kind);
    let is_done = |it: &ElementKey| change.on.contains(it);
    if app.stood_on().iter().any(is_done) && !to_next(app, kind) {
        app.refuse(w::no_next_to_repeat(app.lang));
        return Vec::new();
    }
    let on = app.stood_on();
    let Some(element) = on.first().filter(|it| Some(it.kind) == kind).cloned() else {
        app.refuse(w::cannot_repeat_here(app.lang, &what(app, &change.deed)));
        return Vec::new();
    };
    let name = app.place_in_words(&Place::of(element.clone()));
    let effects = again(app, &change, element);
    let said = app.message.as_ref().map(|it| it.tone);
    if app.dialogs.is_empty() && said != Some(Tone::Refused) {
        app.done(w::repeated(app.lang, &what(app, &change.deed), &name));
    }
    app.repeat.last = Some(Change { on, ..change });
    effects
}

/// The next element of this kind, on the map or in the list.
fn to_next(app: &mut App, kind: Option<Kind>) -> bool {
    let is_it = |it: Option<&ElementKey>| it.map(|it| it.kind) == kind;
    if app.behind == Screen::Map {
        let mut columns = app.map.column + 1..app.map.columns.len();
        let next = columns.find(|at| is_it(app.column_element(*at).as_ref()));
        app.map.column = next.unwrap_or(app.map.column);
        return next.is_some();
    }
    let entries = app.entries(app.behind);
    let mut rows = app.lists.cursor(app.behind).row + 1..entries.len();
    let is_element = |place: &Place| place.steps.is_empty() && is_it(place.element.as_ref());
    let next = rows.find(|at| is_element(&entries[*at]));
    next.is_some_and(|next| {
        app.to_entry(next);
        true
    })
}

fn again(app: &mut App, change: &Change, element: ElementKey) -> Vec<Effect> {
    let at = |steps: &[Step]| Place {
        element: Some(element.clone()),
        steps: steps.to_vec(),
    };
    let mut effects = Vec::new();
    match &change.deed {
        Deed::Command(name) => {
            if let Some(command) = command::named(name) {
                effects.extend((command.run)(app));
            }
        }
        Deed::Edit(steps) => inspector::open_control(app, &at(steps)),
        Deed::Add(steps) => inspector::add_to(app, &at(steps), Slot::Last),
        Deed::Clear(steps) if app.is_set(&at(steps)) => remove::remove(app, &at(steps)),
        Deed::Clear(_) => {}
    }
    for given in &change.answers {
        match answer(app, given) {
            Some(more) => effects.extend(more),
            None => {
                app.dialogs.clear();
                app.refuse(w::cannot_repeat_here(app.lang, &what(app, &change.deed)));
                break;
            }
        }
    }
    effects
}

/// Answers the dialog on top; `None` where it asks for something else. Where the answer cannot be
/// taken the dialog stays, and says why.
fn answer(app: &mut App, given: &Given) -> Option<Vec<Effect>> {
    match (app.dialogs.last_mut()?, given) {
        (Dialog::Field(dialog), Given::Typed(text)) => {
            dialog.field = match dialog.field.is_multi_line() {
                true => TextField::multi_line(text),
                false => TextField::single_line(text),
            };
            Some(dialogs::take(app))
        }
        (Dialog::Pick(dialog), Given::Picked(values)) => {
            let is_picked = |value: &Option<String>| values.contains(value);
            for choice in dialog.choices.iter_mut().filter(|_| dialog.several) {
                choice.chosen = is_picked(&choice.value);
            }
            let first = dialog.choices.iter().position(|it| is_picked(&it.value));
            if !dialog.several {
                dialog.cursor = first?;
            }
            Some(dialogs::pick(app))
        }
        (Dialog::Confirm(_), Given::Key(key)) => {
            let key = Key::plain(Code::Char(*key));
            dialogs::answers(app, key).then(|| dialogs::answer(app, key))
        }
        _ => None,
    }
}

/// What is repeated, in words.
fn what(app: &App, deed: &Deed) -> String {
    let field = |steps: &[Step]| match steps.last() {
        Some(Step::Field(name)) => {
            let kind = app
                .repeat
                .last
                .as_ref()
                .and_then(|it| it.on.first())
                .map(|it| it.kind);
            let field = kind.and_then(|kind| kind.field(name));
            field.map_or_else(|| name.clone(), |it| (it.word)(app.lang).to_owned())
        }
        _ => String::new(),
    };
    match deed {
        Deed::Command(name) => {
            command::named(name).map_or_else(String::new, |it| it.title(app.lang))
        }
        Deed::Edit(steps) | Deed::Add(steps) | Deed::Clear(steps) => field(steps),
    }
}
