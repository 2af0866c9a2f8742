//! `touchline merge`: three versions of a file into one, by hand or as git's merge driver.
//!
//! What cannot be merged by id is merged line by line. The result is written whole before the
//! program ends with anything but trouble: git keeps only ours when a driver just fails.

use std::io;
use std::path::Path;

use super::arguments::MergeArguments;
use super::write::write;
use super::{Outcome, Session};
use crate::compare::{Merged, NoMerge, Version, merge as merge_by_id, with_markers};
use crate::document::file::{self, OnDisk, ReadError};
use crate::git::{GitError, LineMerge, line_merge};
use crate::i18n;

/// Merges the files, and writes the result to ours or to where it is asked for.
///
/// # Errors
/// stdout cannot be written.
pub(super) fn merge(arguments: &MergeArguments, session: &mut Session) -> io::Result<Outcome> {
    let paths = [&arguments.base, &arguments.ours, &arguments.theirs];
    let read = paths.map(|path| file::read(path));
    let [base, ours, theirs] = match read {
        [Ok(base), Ok(ours), Ok(theirs)] => [base, ours, theirs],
        failed => return unreadable(failed, session),
    };
    let texts = [&base, &ours, &theirs].map(text);
    let done = match texts {
        [Some(base), Some(ours), Some(theirs)] => by_id(arguments, [base, ours, theirs], session)?,
        _ => Err(NoMerge::Unreadable(Version::Ours)),
    };
    match done {
        Ok((text, outcome)) => give(arguments, &ours, text.as_bytes(), outcome, session),
        Err(why) => by_line(arguments, &ours, why, session),
    }
}

fn unreadable(read: [Result<OnDisk, ReadError>; 3], session: &mut Session) -> io::Result<Outcome> {
    for error in read.into_iter().filter_map(Result::err) {
        let (what, help) = i18n::read_error(session.lang, &error);
        session.complain(&what, help)?;
    }
    Ok(Outcome::Failed)
}

fn text(file: &OnDisk) -> Option<&str> {
    std::str::from_utf8(file.content()?).ok()
}

type ByIdentity = Result<(String, Outcome), NoMerge>;

fn by_id(
    arguments: &MergeArguments,
    [base, ours, theirs]: [&str; 3],
    session: &mut Session,
) -> io::Result<ByIdentity> {
    let merged = match merge_by_id(base, ours, theirs) {
        Ok(merged) => merged,
        Err(why) => return Ok(Err(why)),
    };
    if merged.conflicts.is_empty() {
        return Ok(Ok((merged.text, Outcome::Fine)));
    }
    let marked = with_markers(&merged, arguments.markers());
    if marked.is_ok() {
        tell(arguments, &merged, session)?;
    }
    Ok(marked.map(|text| (text, Outcome::Found)))
}

fn tell(arguments: &MergeArguments, merged: &Merged, session: &mut Session) -> io::Result<()> {
    let (count, path) = (merged.conflicts.len(), arguments.name());
    let text = match count {
        1 => i18n::merge_one_conflict(session.lang, &path),
        _ => i18n::merge_conflicts(session.lang, count, &path),
    };
    session.note(&text)
}

fn by_line(
    arguments: &MergeArguments,
    ours: &OnDisk,
    why: NoMerge,
    session: &mut Session,
) -> io::Result<Outcome> {
    let lang = session.lang;
    let files = [&arguments.ours, &arguments.base, &arguments.theirs].map(Path::new);
    let names = [
        &arguments.ours_name,
        &arguments.base_name,
        &arguments.theirs_name,
    ];
    let names = names.map(String::as_str);
    session.note(&i18n::merge_by_line(
        lang,
        &arguments.name(),
        i18n::merge_why(lang, why),
    ))?;
    match line_merge(files, names, arguments.marker_size) {
        Ok(Some(LineMerge {
            content,
            has_conflicts,
        })) => {
            let outcome = if has_conflicts {
                Outcome::Found
            } else {
                Outcome::Fine
            };
            give(arguments, ours, &content, outcome, session)
        }
        Ok(None) => session.refuse(
            &i18n::merge_binary(lang, &arguments.name()),
            i18n::merge_choose(lang),
        ),
        Err(error) => no_git(&error, session),
    }
}

fn no_git(error: &GitError, session: &mut Session) -> io::Result<Outcome> {
    let (what, help) = i18n::git_error(session.lang, error);
    session.refuse(&what, help)
}

fn give(
    arguments: &MergeArguments,
    ours: &OnDisk,
    bytes: &[u8],
    outcome: Outcome,
    session: &mut Session,
) -> io::Result<Outcome> {
    let written = match &arguments.output {
        None => write(ours, bytes, session)?,
        Some(path) if path == Path::new("-") => {
            session.output.file(bytes)?;
            Outcome::Fine
        }
        Some(path) => match file::read(path).or_else(|_| OnDisk::absent(path)) {
            Ok(file) => write(&file, bytes, session)?,
            Err(error) => {
                let (what, help) = i18n::read_error(session.lang, &error);
                session.refuse(&what, help)?
            }
        },
    };
    Ok(outcome.max(written))
}
