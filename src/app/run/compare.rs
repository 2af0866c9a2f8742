//! Commands of the document beside another version or file.

use super::changes::{HEAD, ask_revision};
use super::dialogs;
use crate::app::changes::{Against, Showing};
use crate::app::compare::{Sort, With};
use crate::app::dialog::{Dialog, PickDialog};
use crate::app::edits::Asked;
use crate::app::effect::Effect;
use crate::app::options::Choice;
use crate::app::{App, Screen};
use crate::compare::NotTaken;
use crate::i18n::{self as w, Lang};
use crate::journey::place::Place;
use crate::text::TextField;
use std::path::PathBuf;

/// Shows the comparison that is on, or that was on last; asks for one where there was none, or
/// where it is shown.
pub fn show(app: &mut App) -> Vec<Effect> {
    let is_journey = app.document.parsed.company.is_none();
    if !is_journey || app.compared.is_some() && app.behind != Screen::Compare {
        app.show(Screen::Compare);
        return Vec::new();
    }
    if let (None, Some(last)) = (&app.compared, app.compared_last.clone()) {
        return vec![Effect::Compare(last, Showing::SideBySide)];
    }
    match app.twin() {
        Some(twin) => vec![Effect::ReadTwin(twin)],
        None => {
            ask(app, None);
            Vec::new()
        }
    }
}

/// Asks what to compare with: the twin with what stands in it, a revision, another file.
pub fn ask(app: &mut App, twin: Option<(PathBuf, String)>) {
    let lang = app.lang;
    let mut choices = Vec::new();
    if let Some((path, title)) = twin.and_then(|(path, text)| Some((path, app.title_in(&text)?))) {
        let against = Against::File(path);
        let choice = Choice {
            label: w::compare_twin(lang, &title),
            aside: against.name(),
            ..Choice::default()
        };
        choices.push((choice, With::Known(against)));
    }
    let mut add = |label: &str, aside: &str, with| {
        let choice = Choice {
            label: label.to_owned(),
            aside: aside.to_owned(),
            ..Choice::default()
        };
        choices.push((choice, with));
    };
    if app.path.is_some() {
        let head = Against::Revision(HEAD.to_owned());
        add(w::compare_head(lang), HEAD, With::Known(head));
        add(w::compare_revision(lang), "git", With::Revision);
    }
    add(w::compare_file(lang), "", With::File);
    let cursor = app
        .compared_last
        .clone()
        .map_or(0, |last| at_last(&mut choices, last, lang));
    let (choices, with) = choices.into_iter().unzip();
    app.dialogs.push(Dialog::Pick(PickDialog {
        title: w::compare_title(lang).to_owned(),
        choices,
        filter: TextField::single_line(""),
        cursor,
        several: false,
        asked: Asked::CompareWith(with),
    }));
}

/// Where the last choice stands; what was named by hand comes first.
fn at_last(choices: &mut Vec<(Choice, With)>, last: Against, lang: Lang) -> usize {
    let is_last = |(_, with): &(Choice, With)| *with == With::Known(last.clone());
    if let Some(at) = choices.iter().position(is_last) {
        return at;
    }
    let choice = Choice {
        label: w::compare_again(lang).to_owned(),
        aside: last.name(),
        ..Choice::default()
    };
    choices.insert(0, (choice, With::Known(last)));
    0
}

/// Compares with what was picked, or asks for its name.
pub fn picked(app: &mut App, dialog: &PickDialog, with: &[With]) -> Vec<Effect> {
    let Some(with) = dialog.current().and_then(|at| with.get(at)) else {
        return Vec::new();
    };
    app.dialogs.pop();
    match with {
        With::Known(against) => {
            return vec![Effect::Compare(against.clone(), Showing::SideBySide)];
        }
        With::Revision => ask_revision(app, Showing::SideBySide),
        With::File => {
            let title = w::compare_file_title(app.lang).to_owned();
            let hint = w::compare_file_hint(app.lang).to_owned();
            let folder = app.path.as_ref().and_then(|path| path.parent());
            let folder = folder.map(|it| it.join("").to_string_lossy().into_owned());
            let field = TextField::single_line(folder.unwrap_or_default());
            dialogs::ask(app, title, hint, field, Asked::OtherFile);
        }
    }
    Vec::new()
}

/// Goes on the Map to what differs.
pub fn jump(app: &mut App) -> Vec<Effect> {
    let Some(place) = app.entry() else {
        return Vec::new();
    };
    match app.is_only_in_other() {
        true => {
            let name = app.other_name();
            app.refuse(w::compare_only_there(app.lang, &name));
        }
        false => app.reveal(&place),
    }
    Vec::new()
}

/// Makes the document say what the other one does, where the difference under the cursor is.
pub fn take(app: &mut App) -> Vec<Effect> {
    match app.taken_over() {
        Some(Ok(edit)) if app.edit(&edit) => {
            let name = app.other_name();
            app.done(w::compare_taken(app.lang, &name));
        }
        Some(Err(NotTaken::Without(element))) => {
            let other = app.compared.as_ref().map(|it| app.words_of(&it.old));
            let place = other.map(|words| words.place(&Place::of(element)));
            app.refuse(w::compare_waits(app.lang, &place.unwrap_or_default()));
        }
        Some(Err(NotTaken::Nothing)) => app.refuse(w::compare_nothing(app.lang)),
        Some(Ok(_)) | None => {}
    }
    Vec::new()
}

/// The same for all differences of the element: one step of undo.
pub fn take_element(app: &mut App) -> Vec<Effect> {
    match app.element_taken_over() {
        Some((_, 0)) => return take(app),
        Some((edit, count)) if app.edit(&edit) => {
            let name = app.other_name();
            app.done(w::compare_taken_many(app.lang, count, &name));
        }
        Some(_) | None => {}
    }
    Vec::new()
}

/// Shows comments and evidence, too, or leaves them out again.
pub fn evidence(app: &mut App) -> Vec<Effect> {
    if let Some(compared) = &mut app.compared {
        compared.shows_evidence = !compared.shows_evidence;
    }
    Vec::new()
}

/// Shows the next sort of differences alone that there is, and in the end all again.
pub fn filter(app: &mut App) -> Vec<Effect> {
    let Some(compared) = &mut app.compared else {
        return Vec::new();
    };
    let all = Sort::ALL.into_iter();
    let mut later: Vec<Sort> = match compared.only {
        None => all.collect(),
        Some(only) => all.skip_while(|it| *it != only).skip(1).collect(),
    };
    later.retain(|sort| compared.count(*sort) > 0);
    compared.only = later.first().copied();
    Vec::new()
}
