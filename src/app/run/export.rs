//! Commands that give the journey out in a format of others: what comes out is shown before it is
//! written.

use std::path::{Path, PathBuf};

use super::dialogs;
use crate::app::App;
use crate::app::changes::Against;
use crate::app::dialog::{Answer, ConfirmDialog, Dialog, Does, FieldDialog};
use crate::app::edits::Asked;
use crate::app::effect::{Effect, Unwritten};
use crate::document::plan::PlanError;
use crate::exchange::export::{Export, Exported, Format, Sheet, Stages, Unprintable, export};
use crate::i18n as w;
use crate::text::TextField;

/// Asks for the file; its ending says the format.
pub fn show(app: &mut App) -> Vec<Effect> {
    let beside = app.path.clone().unwrap_or_else(|| PathBuf::from("journey"));
    let proposed = beside.with_extension(Format::Html.ending());
    ask(app, &proposed.to_string_lossy());
    Vec::new()
}

fn ask(app: &mut App, proposed: &str) {
    if let Some(why) = obstacle(app) {
        return app.refuse(why);
    }
    let title = w::export_file_title(app.lang).to_owned();
    let hint = w::export_file_hint(app.lang, &endings());
    dialogs::ask(
        app,
        title,
        hint,
        TextField::single_line(proposed),
        Asked::Export,
    );
}

fn endings() -> String {
    Format::endings()
}

/// Why nothing can be given out now.
fn obstacle(app: &App) -> Option<String> {
    let lang = app.lang;
    if app.document.parsed.is_unreadable() {
        return Some(w::plan_error(lang, &PlanError::Unreadable));
    }
    let is_company = app.document.parsed.company.is_some();
    is_company.then(|| w::only_for_journeys(lang, w::export_word(lang)))
}

/// Shows what a file would hold, or says why there can be none.
pub fn to(app: &mut App, file: &str) -> Vec<Effect> {
    match preview(app, file) {
        Ok(preview) => app.dialogs.push(Dialog::Confirm(preview)),
        Err(why) => app.refuse(why),
    }
    Vec::new()
}

/// Shows what the file whose name was typed would hold.
pub fn ask_on(app: &mut App, dialog: &FieldDialog) {
    if dialog.asked == Asked::Export {
        to(app, dialog.field.value().trim());
    }
}

/// What a file would hold, and whether to write it.
///
/// # Errors
/// The ending says no format, or there is no journey to give out.
pub fn preview(app: &App, file: &str) -> Result<ConfirmDialog, String> {
    if let Some(why) = obstacle(app) {
        return Err(why);
    }
    let path = PathBuf::from(file);
    let made = made(app, &path).ok_or_else(|| w::export_no_ending(app.lang, &endings()))?;
    let made = made.map_err(|why| w::unprintable(app.lang, &why).0)?;
    Ok(ConfirmDialog {
        title: w::export_preview(app.lang, file),
        lines: said_of(app, &made),
        answers: answers(app, path, made.bytes, false),
        scroll: 0,
    })
}

/// The journey as it stands on the screens, beside the other file where it is compared with one.
fn made(app: &App, path: &Path) -> Option<Result<Export, Unprintable>> {
    let name = path.file_name()?.to_str()?;
    let format = Format::of_name(name).filter(|it| name.len() > it.ending().len() + 1)?;
    let context = app.document.context();
    let beside = app.compared.as_ref();
    let twin = beside.filter(|it| matches!(it.against, Against::File(_)));
    let exported = Exported {
        parsed: &app.document.parsed,
        neighbour: &context.neighbour,
        twin: twin.map(|it| &it.old),
        lang: app.lang,
        today: context.today,
        is_watched: false,
        sheet: Sheet {
            paper: format.paper(),
            stages: Stages::All,
        },
    };
    Some(export(format, exported))
}

/// How large it is, and what is not in it.
fn said_of(app: &App, made: &Export) -> Vec<String> {
    let lang = app.lang;
    let size = w::export_size(lang, &w::whole(kilobytes(made.bytes.len())));
    let unsaved = app.document.is_dirty();
    let unsaved = unsaved.then(|| w::export_unsaved_too(lang).to_owned());
    let all = match made.left_out.is_empty() {
        true => Some(w::export_nothing_lost(lang).to_owned()),
        false => None,
    };
    let left_out = made.left_out.iter().cloned();
    let lines = [size].into_iter().chain(unsaved).chain(all);
    lines.chain(left_out).collect()
}

/// In thousands of bytes, at least 1.
fn kilobytes(bytes: usize) -> i64 {
    i64::try_from(bytes.div_ceil(1000).max(1)).unwrap_or(i64::MAX)
}

fn answers(app: &App, path: PathBuf, bytes: Vec<u8>, replaces: bool) -> Vec<Answer> {
    let lang = app.lang;
    let label = match replaces {
        true => w::export_replace(lang),
        false => w::export_write(lang),
    };
    let give = Effect::GiveOut {
        path,
        bytes,
        replaces,
    };
    vec![
        Answer::new(w::export_write_key(lang), label, Does::Effects(vec![give])),
        Answer::new(w::cancel_key(lang), w::cancel(lang), Does::Cancel),
    ]
}

/// Says that the file is written; where there is one already, asks whether to replace it.
pub fn written(app: &mut App, path: &Path, written: Result<(), Unwritten>) {
    let lang = app.lang;
    let shown = path.to_string_lossy();
    match (written, made(app, path)) {
        (Ok(()), _) => app.done(w::export_done(lang, &shown)),
        (Err(Unwritten { is_there: true, .. }), Some(Ok(made))) => {
            let dialog = ConfirmDialog {
                title: w::export_is_there(lang, &shown),
                lines: said_of(app, &made),
                answers: answers(app, path.to_owned(), made.bytes, true),
                scroll: 0,
            };
            app.dialogs.push(Dialog::Confirm(dialog));
        }
        (Err(Unwritten { why, .. }), _) => app.refuse(why),
    }
}
