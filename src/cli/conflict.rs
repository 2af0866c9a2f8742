//! A file that git left in conflict: its three sides out of the index, never out of the markers.

use std::path::Path;

use crate::app::conflicts::{Resolution, Sides, Texts};
use crate::app::{App, update};
use crate::git::{self, Repository, Stages};
use crate::i18n::{self, Lang};
use crate::journey::finding::What;
use crate::ron_text::SyntaxErrorKind;

/// Shows the conflicts of the app's file, if git left some in it.
pub(super) fn decide(app: &mut App) {
    let Some(path) = app.path.clone() else { return };
    let is_marked = has_markers(app);
    if !is_marked && !git::looks_unfinished(&path) {
        return;
    }
    let Some((stages, sides)) = in_git(&path, app.lang) else {
        return;
    };
    // Without markers a driver has failed and left ours, or a person has been at work already.
    if !is_marked && stages.ours.as_deref() != Some(&app.document.bytes()) {
        return app.tell(i18n::git_still_in_conflict(app.lang));
    }
    let what = sides.title.clone();
    match texts(stages).map(|texts| Resolution::of(&texts, sides, app.document.context())) {
        Some(Ok((text, resolution))) => {
            update::begin(app, text, resolution);
            app.tell(i18n::git_conflicts_of(app.lang, &what));
        }
        Some(Err(why)) => app.refuse(i18n::merge_why(app.lang, why)),
        None => {}
    }
}

/// git left the file in conflict.
pub(super) fn is_left(path: &Path, lang: Lang) -> bool {
    git::looks_unfinished(path) && in_git(path, lang).is_some()
}

fn has_markers(app: &App) -> bool {
    let findings = &app.document.parsed.findings;
    findings
        .iter()
        .any(|finding| finding.what == What::Syntax(SyntaxErrorKind::ConflictMarker))
}

fn in_git(path: &Path, lang: Lang) -> Option<(Stages, Sides)> {
    let repository = Repository::around(path).ok()?;
    let inside = repository.path_of(path).ok()?;
    let stages = repository.stages(&inside).ok()??;
    let operation = repository.operation(&inside).ok()??;
    let title = i18n::operation(lang, operation.kind);
    let sides = Sides {
        title: title.to_owned(),
        ours: name(&operation.ours),
        theirs: name(&operation.theirs),
        of_git: true,
    };
    Some((stages, sides))
}

/// A side by its branch and subject.
fn name(side: &git::Side) -> String {
    let short = side.commit.as_ref().map(|commit| commit.short().to_owned());
    let parts = [side.branch.clone().or(short), side.subject.clone()];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(": ")
}

/// The sides as texts; a side that is gone is no merge of texts.
fn texts(stages: Stages) -> Option<Texts> {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).ok();
    Some(Texts {
        base: text(stages.base.unwrap_or_default())?,
        ours: text(stages.ours?)?,
        theirs: text(stages.theirs?)?,
    })
}
