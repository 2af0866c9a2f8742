//! Commands that hold on every screen.

use crate::app::cursor::Cursor;
use crate::app::dialog::{
    Answer, ConfirmDialog, Dialog, Does, FieldDialog, PickDialog, field_size,
};
use crate::app::edits::Asked;
use crate::app::effect::Effect;
use crate::app::foreign::FileState;
use crate::app::look::Look;
use crate::app::options::Choice;
use crate::app::{App, Screen};
use crate::i18n as w;
use crate::journey::id::slug;
use crate::journey::place::Place;
use crate::text::{FieldKey, TextField};
use std::path::{Path, PathBuf};

/// Shows the map.
pub fn map(app: &mut App) -> Vec<Effect> {
    show(app, Screen::Map)
}

/// Shows a screen.
pub fn show(app: &mut App, screen: Screen) -> Vec<Effect> {
    app.show(screen);
    Vec::new()
}

/// Shows the inspector, on what is under the cursor.
pub fn inspector(app: &mut App) -> Vec<Effect> {
    show(app, Screen::Inspector)
}

/// Shows the fields of the journey itself.
pub fn journey(app: &mut App) -> Vec<Effect> {
    app.screen = Screen::Inspector;
    app.inspector.pages = vec![(Place::root(), 0)];
    Vec::new()
}

/// Shows the next screen.
pub fn next(app: &mut App) -> Vec<Effect> {
    go_through(app, |at, count| (at + 1) % count)
}

/// Shows the screen before.
pub fn before(app: &mut App) -> Vec<Effect> {
    go_through(app, |at, count| (at + count - 1) % count)
}

fn go_through(app: &mut App, to: impl FnOnce(usize, usize) -> usize) -> Vec<Effect> {
    let is_company = app.document.parsed.company.is_some();
    let decides = app.resolution.is_some();
    let has_history = app.history.is_some();
    let starts = app.start.is_some() && !app.document.is_dirty();
    let has_folder = app.portfolio.is_some() && app.path.is_none() && !app.document.is_dirty();
    let meets = app.meetings.now.is_some();
    let compares = app.compared.is_some();
    let imports = app.import.is_some();
    let fits = |screen: &Screen| {
        let is_there = match screen {
            Screen::Conflicts => decides,
            Screen::History => has_history,
            Screen::Start => starts,
            Screen::Portfolio => has_folder,
            Screen::Meeting => meets,
            Screen::Compare => compares,
            Screen::Import => imports,
            _ => true,
        };
        is_there && (!is_company || screen.is_for_companies())
    };
    let all: Vec<Screen> = Screen::ALL.into_iter().filter(fits).collect();
    let at = all.iter().position(|it| *it == app.screen).unwrap_or(0);
    show(app, all[to(at, all.len())])
}

/// Undoes the newest step.
pub fn undo(app: &mut App) -> Vec<Effect> {
    match app.document.undo() {
        Some(cursor) => {
            app.go(&cursor);
            app.done(w::undone(app.lang));
            show_hidden(app, &cursor);
        }
        None => app.refuse(w::nothing_to_undo(app.lang)),
    }
    Vec::new()
}

/// What was undone or done again is not left out of view by a filter.
fn show_hidden(app: &mut App, cursor: &Cursor) {
    if let Some(element) = cursor
        .element
        .as_ref()
        .filter(|_| cursor.behind == Screen::Map)
    {
        app.bring_into_view(element);
        app.go(cursor);
    }
}

/// Takes the step again that was undone last.
pub fn redo(app: &mut App) -> Vec<Effect> {
    match app.document.redo() {
        Some(cursor) => {
            app.go(&cursor);
            app.done(w::redone(app.lang));
            show_hidden(app, &cursor);
        }
        None => app.refuse(w::nothing_to_redo(app.lang)),
    }
    Vec::new()
}

/// Saves; asks for a name where the journey has no file yet.
pub fn save(app: &mut App) -> Vec<Effect> {
    save_then(app, Vec::new())
}

/// As [`save`], with what follows. Asks first where that would lose something.
pub fn save_then(app: &mut App, then: Vec<Effect>) -> Vec<Effect> {
    let lang = app.lang;
    if app.viewing.is_some() {
        app.refuse(w::history_read_only(lang));
        return Vec::new();
    }
    let open = app
        .resolution
        .as_ref()
        .map_or(0, |it| it.open(&app.document.parsed));
    let question = match (app.path.is_some(), open, app.document.is_foreign_undone()) {
        (false, ..) => return save_as_then(app, then),
        _ if app.file_state == FileState::Gone => (
            w::foreign_anew_title(lang, &app.file_name()),
            w::foreign_anew_text(lang),
        ),
        (_, 1.., _) => (
            w::conflicts_undecided_title(lang, open),
            w::conflicts_undecided_text(lang),
        ),
        (_, _, true) => (
            w::foreign_gone_title(lang).to_owned(),
            w::foreign_gone_text(lang),
        ),
        _ => return save_unasked(app, then),
    };
    let answer = Answer::new;
    app.dialogs.push(Dialog::Confirm(ConfirmDialog {
        title: question.0,
        lines: vec![question.1.to_owned()],
        answers: vec![
            answer(w::cancel_key(lang), w::cancel(lang), Does::Cancel),
            answer(
                w::conflicts_save_so_key(lang),
                w::conflicts_save_so(lang),
                Does::Save(then),
            ),
        ],
        scroll: 0,
    }));
    Vec::new()
}

/// Saves to the journey's file.
pub fn save_unasked(app: &mut App, then: Vec<Effect>) -> Vec<Effect> {
    app.document.forget_foreign();
    vec![writing(app, None, then)]
}

/// The effect that writes the document to its file, or to another one.
pub fn writing(app: &App, path: Option<PathBuf>, then: Vec<Effect>) -> Effect {
    let (bytes, state) = (app.document.bytes(), app.document.state());
    Effect::Save {
        path,
        bytes,
        state,
        then,
    }
}

/// Asks for another file to save to.
pub fn save_as(app: &mut App) -> Vec<Effect> {
    save_as_then(app, Vec::new())
}

/// As [`save_as`], with what follows.
pub fn save_as_then(app: &mut App, then: Vec<Effect>) -> Vec<Effect> {
    if app.viewing.is_some() {
        app.refuse(w::history_read_only(app.lang));
        return Vec::new();
    }
    let path = app.path.as_deref().map(Path::to_string_lossy);
    let name = path.map_or_else(|| own_name(app), |path| path.into_owned());
    ask_name(app, name, None, then);
    Vec::new()
}

/// A name made of the title, for a journey without file.
fn own_name(app: &App) -> String {
    let name = slug(&app.journey().title);
    name.map_or_else(String::new, |name| format!("{name}.ron"))
}

/// Asks again for a name that could not be saved to.
pub fn ask_again(app: &mut App, path: &Path, error: String, then: Vec<Effect>) {
    ask_name(app, path.to_string_lossy().into_owned(), Some(error), then);
}

fn ask_name(app: &mut App, name: String, error: Option<String>, then: Vec<Effect>) {
    let mut field = TextField::single_line(name);
    // What is only proposed gives way to what is typed.
    if app.path.is_none() && error.is_none() {
        field.press(FieldKey::SelectAll, field_size(app.size, false));
    }
    app.dialogs.push(Dialog::Field(FieldDialog {
        title: w::save_as_title(app.lang).to_owned(),
        hint: w::save_as_hint(app.lang).to_owned(),
        field,
        error,
        asked: Asked::SaveAs(then),
    }));
}

/// Opens the text in the user's editor.
pub fn editor(app: &mut App) -> Vec<Effect> {
    let parsed = &app.document.parsed;
    let place = app.page().0.clone();
    let node = parsed.index.locate(&parsed.tree, &place);
    let error = parsed.tree.error().map(|error| error.span.start);
    let offset = error.or(node.map(|node| node.span().start)).unwrap_or(0);
    let line = parsed.tree.position(offset).line;
    vec![Effect::OpenEditor {
        text: app.document.bytes(),
        line,
    }]
}

/// Shows what can be pressed here.
pub fn menu(app: &mut App) -> Vec<Effect> {
    app.menu = true;
    Vec::new()
}

/// Stops the program until it is continued.
pub fn suspend(_app: &mut App) -> Vec<Effect> {
    vec![Effect::Suspend]
}

/// Asks how the screens are to look.
pub fn look(app: &mut App) -> Vec<Effect> {
    let choice = |look: Look| Choice {
        chosen: look == app.look,
        ..Choice::plain(look.word(app.lang), look.name())
    };
    let choices: Vec<Choice> = Look::ALL.into_iter().map(choice).collect();
    let cursor = choices.iter().position(|it| it.chosen).unwrap_or(0);
    app.dialogs.push(Dialog::Pick(PickDialog {
        title: w::look_title(app.lang).to_owned(),
        choices,
        filter: TextField::single_line(""),
        cursor,
        several: false,
        asked: Asked::Look,
    }));
    Vec::new()
}

/// Shows the keys of this screen.
pub fn help(app: &mut App) -> Vec<Effect> {
    app.dialogs.push(Dialog::Help { scroll: 0 });
    Vec::new()
}

/// Saves, then ends the program.
pub fn save_and_quit(app: &mut App) -> Vec<Effect> {
    save_and_leave(app, Effect::Quit)
}

/// Saves, then leaves the journey so; asks for a name where it has no file yet.
pub fn save_and_leave(app: &mut App, by: Effect) -> Vec<Effect> {
    save_then(app, vec![by])
}

/// Ends the program; asks where something is not saved.
pub fn quit(app: &mut App) -> Vec<Effect> {
    if app.leave_version() {
        return Vec::new();
    }
    leave(app, Effect::Quit)
}

/// Reads the file again, as it stands on the disk now; or the folder, where that is in view.
pub fn reload(app: &mut App) -> Vec<Effect> {
    if app.screen == Screen::Portfolio {
        return super::portfolio::show(app);
    }
    app.leave_version();
    match app.path.is_some() {
        true => vec![Effect::Reload],
        false => {
            app.refuse(w::no_file_yet(app.lang));
            Vec::new()
        }
    }
}

/// Opens the `company.ron` of the journey's folder.
pub fn open_company(app: &mut App) -> Vec<Effect> {
    let company = app
        .path
        .as_ref()
        .map(|path| path.with_file_name("company.ron"));
    let is_there = app.document.context().neighbour.company().is_some();
    match company.filter(|_| is_there) {
        Some(company) => leave(app, Effect::Open(company)),
        None => {
            app.refuse(w::no_company(app.lang));
            Vec::new()
        }
    }
}

/// Leaves the file as this effect says; asks where something is not saved.
pub fn leave(app: &mut App, by: Effect) -> Vec<Effect> {
    app.leave_version();
    if !app.document.is_dirty() {
        return vec![by];
    }
    let lang = app.lang;
    let (title, save, discard) = match by {
        Effect::Quit => (
            w::quit_title(lang),
            w::quit_save(lang),
            w::quit_discard(lang),
        ),
        _ => (
            w::leave_title(lang),
            w::leave_save(lang),
            w::quit_discard(lang),
        ),
    };
    let answer = |label: &str, key: char, does: Does| Answer {
        key,
        label: label.to_owned(),
        does,
    };
    app.dialogs.push(Dialog::Confirm(ConfirmDialog {
        title: title.to_owned(),
        lines: vec![w::quit_text(lang).to_owned()],
        answers: vec![
            answer(save, w::quit_save_key(lang), Does::SaveAndLeave(by.clone())),
            answer(discard, w::quit_discard_key(lang), Does::Leave(by)),
            answer(w::cancel(lang), w::cancel_key(lang), Does::Cancel),
        ],
        scroll: 0,
    }));
    Vec::new()
}
