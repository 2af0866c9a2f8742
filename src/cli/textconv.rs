//! `touchline textconv`: a file as its facts, for `git diff` and `git log -p`. The same in every
//! language, for git compares and may keep it.

use std::io;

use super::arguments::TextconvArguments;
use super::{Outcome, Session};
use crate::compare::{Markers, conflicted, sides};
use crate::document::file;
use crate::i18n;
use crate::journey::facts::facts;
use crate::ron_text::Tree;

/// Prints the facts; of a file that is not RON, the file.
///
/// # Errors
/// stdout cannot be written.
pub(super) fn textconv(
    arguments: &TextconvArguments,
    session: &mut Session,
) -> io::Result<Outcome> {
    let on_disk = match file::read(&arguments.file) {
        Ok(on_disk) => on_disk,
        Err(error) => {
            let (what, help) = i18n::read_error(session.lang, &error);
            return session.refuse(&what, help);
        }
    };
    let tree = Tree::read_bytes(on_disk.content().unwrap_or_default().to_vec());
    match facts(&tree).or_else(|| facts_in_conflict(tree.text())) {
        Some(facts) => session.output.text(&facts)?,
        None => session.output.file(&tree.to_bytes())?,
    }
    Ok(Outcome::Fine)
}

/// The facts of both sides of a file in conflict, markers around those in which they differ.
fn facts_in_conflict(text: &str) -> Option<String> {
    let [ours, theirs] = sides(text)?.map(|side| facts(&Tree::read(side)));
    let markers = Markers {
        ours: "ours",
        theirs: "theirs",
        size: 7,
    };
    Some(conflicted(&ours?, &theirs?, markers))
}
