//! The one function that changes the app: an input goes to the dialog on top, else through the
//! keymap to a command. Does no input or output: what must happen outside comes back as effects.

use super::command::Scope;
use super::dialog::Dialog;
use super::effect::Effect;
use super::input::{Input, Mouse};
use super::key::Key;
use super::keymap::{Lookup, lookup};
use super::{App, Screen, run};

/// Takes one input.
pub fn update(app: &mut App, input: Input) -> Vec<Effect> {
    let effects = match input {
        Input::Key(key) => press(app, key),
        Input::Paste(text) => paste(app, &text),
        Input::Resize(columns, rows) => {
            app.size = (columns, rows);
            Vec::new()
        }
        Input::Mouse(mouse) => point(app, mouse),
        Input::Ignored => Vec::new(),
    };
    app.settle();
    effects
}

impl App {
    /// Where keys go now.
    pub fn scope(&self) -> Scope {
        match (self.dialogs.last(), self.screen) {
            (Some(Dialog::Field(_)), _) => Scope::Field,
            (Some(Dialog::Pick(_)), _) => Scope::Pick,
            (Some(Dialog::Confirm(_) | Dialog::Help { .. }), _) => Scope::Reader,
            (None, Screen::Map) => Scope::Map,
            (None, Screen::Inspector) => Scope::Inspector,
        }
    }
}

fn press(app: &mut App, key: Key) -> Vec<Effect> {
    if run::dialogs::answers(app, key) {
        return run::dialogs::answer(app, key);
    }
    app.message = None;
    app.pending.push(key);
    match lookup(app.scope(), &app.pending) {
        Lookup::Command(command) => {
            app.pending.clear();
            (command.run)(app)
        }
        Lookup::Prefix => Vec::new(),
        Lookup::Nothing => {
            app.pending.clear();
            run::dialogs::type_key(app, key);
            Vec::new()
        }
    }
}

fn paste(app: &mut App, text: &str) -> Vec<Effect> {
    app.pending.clear();
    run::dialogs::type_text(app, text);
    Vec::new()
}

fn point(_app: &mut App, _mouse: Mouse) -> Vec<Effect> {
    Vec::new()
}
