//! What changed against another version of the file.

use super::dialogs::ask;
use crate::app::App;
use crate::app::changes::{Against, Showing};
use crate::app::edits::Asked;
use crate::app::effect::Effect;
use crate::i18n as w;
use crate::text::TextField;

/// The revision that marks are against when nobody names one.
pub const HEAD: &str = "HEAD";

/// Marks what changed since the last commit, or takes the marks away.
pub fn toggle(app: &mut App) -> Vec<Effect> {
    match app.compared.take() {
        Some(_) => {
            app.done(w::changes_off(app.lang));
            Vec::new()
        }
        None => compare(app, HEAD),
    }
}

fn compare(app: &mut App, revision: &str) -> Vec<Effect> {
    let against = Against::Revision(revision.to_owned());
    match app.path.is_some() {
        true => vec![Effect::Compare(against, Showing::Marks)],
        false => {
            app.refuse(w::no_file_yet(app.lang));
            Vec::new()
        }
    }
}

/// Asks for the revision to compare with.
pub fn choose(app: &mut App) -> Vec<Effect> {
    if app.path.is_none() {
        return compare(app, HEAD);
    }
    ask_revision(app, Showing::Marks);
    Vec::new()
}

/// Asks for the revision to compare with, and how.
pub fn ask_revision(app: &mut App, showing: Showing) {
    let title = w::changes_title(app.lang).to_owned();
    let hint = w::changes_hint(app.lang).to_owned();
    ask(
        app,
        title,
        hint,
        TextField::single_line(HEAD),
        Asked::Revision(showing),
    );
}
