//! What the arguments of `diff` ask for. Reads no file and asks no git.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The revision that counts where none is named.
const HEAD: &str = "HEAD";

/// What is to be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Request {
    /// Two files.
    Files(PathBuf, PathBuf),
    /// Versions of journeys in git.
    Versions {
        /// The older revision.
        old: Old,
        /// The newer side.
        new: New,
        /// Journeys and folders; none: all journeys of this folder.
        paths: Vec<PathBuf>,
    },
}

/// The older side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Old {
    /// What was committed last, if anything was.
    Head,
    /// This revision.
    Revision(String),
    /// The commit from which these two came.
    BaseOf(String, String),
}

/// The newer side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum New {
    /// The files as they are.
    WorkTree,
    /// What is staged.
    Index,
    /// This revision.
    Revision(String),
}

/// What a path is on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OnDisk {
    Nothing,
    Folder,
    /// A file, a pipe or standard input.
    File,
}

/// The arguments do not say what to compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unclear;

impl Request {
    /// From the arguments before and behind `--`.
    pub(super) fn of(
        arguments: &[OsString],
        behind: &[PathBuf],
        staged: bool,
        on_disk: impl Fn(&Path) -> OnDisk,
    ) -> Result<Request, Unclear> {
        let is_path = |path: &Path| on_disk(path) != OnDisk::Nothing || is_ron(path);
        if let ([old, new], [], false) = (arguments, behind, staged) {
            let [old, new] = [Path::new(old), Path::new(new)];
            let is_file = |path| is_path(path) && on_disk(path) != OnDisk::Folder;
            if is_file(old) && is_file(new) {
                return Ok(Request::Files(old.to_owned(), new.to_owned()));
            }
        }
        let revisions = match behind {
            [] => arguments
                .iter()
                .take_while(|it| !is_path(Path::new(it)))
                .count(),
            _ => arguments.len(),
        };
        let (revisions, before) = arguments.split_at(revisions);
        let paths = before.iter().map(PathBuf::from);
        let (old, new) = sides(revisions, staged)?;
        Ok(Request::Versions {
            old,
            new,
            paths: paths.chain(behind.iter().cloned()).collect(),
        })
    }
}

/// A name of a file, also of one that is not there: no revision is called so.
fn is_ron(path: &Path) -> bool {
    path.extension().is_some_and(|it| it == "ron")
}

fn sides(revisions: &[OsString], staged: bool) -> Result<(Old, New), Unclear> {
    let names: Option<Vec<&str>> = revisions.iter().map(|it| it.to_str()).collect();
    let (old, new) = match names.ok_or(Unclear)?[..] {
        [] => (Old::Head, None),
        [range] => one(range),
        [old, new] => (Old::Revision(old.to_owned()), Some(new.to_owned())),
        _ => return Err(Unclear),
    };
    match (new, staged) {
        (Some(_), true) => Err(Unclear),
        (Some(new), false) => Ok((old, New::Revision(new))),
        (None, true) => Ok((old, New::Index)),
        (None, false) => Ok((old, New::WorkTree)),
    }
}

/// One revision or a range of two; an end that is not named is `HEAD`.
fn one(range: &str) -> (Old, Option<String>) {
    let named = |name: &str| match name {
        "" => HEAD.to_owned(),
        name => name.to_owned(),
    };
    if let Some((ours, theirs)) = range.split_once("...") {
        let old = Old::BaseOf(named(ours), named(theirs));
        return (old, Some(named(theirs)));
    }
    match range.split_once("..") {
        Some((old, new)) => (Old::Revision(named(old)), Some(named(new))),
        None => (Old::Revision(range.to_owned()), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(arguments: &[&str], behind: &[&str], staged: bool) -> Result<Request, Unclear> {
        let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
        let behind: Vec<PathBuf> = behind.iter().map(PathBuf::from).collect();
        Request::of(&arguments, &behind, staged, |path| match path.to_str() {
            Some("a.ron" | "b.ron" | "main" | "-") => OnDisk::File,
            Some("journeys") => OnDisk::Folder,
            _ => OnDisk::Nothing,
        })
    }

    fn versions(old: Old, new: New, paths: &[&str]) -> Result<Request, Unclear> {
        let paths = paths.iter().map(PathBuf::from).collect();
        Ok(Request::Versions { old, new, paths })
    }

    fn revision(name: &str) -> Old {
        Old::Revision(name.to_owned())
    }

    #[test]
    fn two_names_of_files_are_two_files() {
        for (old, new) in [("a.ron", "b.ron"), ("-", "a.ron"), ("gone.ron", "a.ron")] {
            let files = Request::Files(old.into(), new.into());
            assert_eq!(request(&[old, new], &[], false), Ok(files));
        }
        let staged = versions(Old::Head, New::Index, &["a.ron", "b.ron"]);
        assert_eq!(request(&["a.ron", "b.ron"], &[], true), staged);
        let behind = versions(Old::Head, New::WorkTree, &["a.ron", "b.ron"]);
        assert_eq!(request(&[], &["a.ron", "b.ron"], false), behind);
    }

    #[test]
    fn what_is_no_path_is_a_revision() {
        let to = |name: &str| New::Revision(name.to_owned());
        for (arguments, expected) in [
            (&[][..], versions(Old::Head, New::WorkTree, &[])),
            (
                &["gone.ron"],
                versions(Old::Head, New::WorkTree, &["gone.ron"]),
            ),
            (
                &["v1", "journeys"],
                versions(revision("v1"), New::WorkTree, &["journeys"]),
            ),
            (
                &["v1", "v2", "a.ron"],
                versions(revision("v1"), to("v2"), &["a.ron"]),
            ),
            (&["v1..v2"], versions(revision("v1"), to("v2"), &[])),
            (&["v1.."], versions(revision("v1"), to("HEAD"), &[])),
            (&["..v2"], versions(revision("HEAD"), to("v2"), &[])),
            (
                &["v1...v2", "a.ron"],
                versions(Old::BaseOf("v1".into(), "v2".into()), to("v2"), &["a.ron"]),
            ),
            (&["main"], versions(Old::Head, New::WorkTree, &["main"])),
            (&["v1", "v2", "v3"], Err(Unclear)),
        ] {
            assert_eq!(request(arguments, &[], false), expected, "{arguments:?}");
        }
        let before = versions(revision("main"), New::WorkTree, &["a.ron"]);
        assert_eq!(request(&["main"], &["a.ron"], false), before);
    }

    #[test]
    fn staged_is_compared_with_one_revision() {
        let staged = versions(revision("v1"), New::Index, &[]);
        assert_eq!(request(&["v1"], &[], true), staged);
        assert_eq!(request(&["v1..v2"], &[], true), Err(Unclear));
    }
}
