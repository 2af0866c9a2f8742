//! From the paths of the command line to the files they mean. Reads folders, never files.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Session;
use crate::document::file::ReadError;
use crate::i18n;

/// The name that stdin has in messages.
const STDIN: &str = "<stdin>";

/// One thing to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Input {
    /// Standard input, written as `-`.
    Stdin,
    /// A file.
    File {
        /// Where it is.
        path: PathBuf,
        /// It was named itself, and not found in a folder.
        named: bool,
    },
}

impl Input {
    /// What a path of the command line means, when it is no folder.
    pub(super) fn of(path: &Path) -> Input {
        match path == Path::new("-") {
            true => Input::Stdin,
            false => Input::File {
                path: path.to_owned(),
                named: true,
            },
        }
    }

    /// Its path as given, not sanitized; bytes that are not UTF-8 are replaced.
    pub(super) fn name(&self) -> String {
        match self {
            Input::Stdin => STDIN.to_owned(),
            Input::File { path, .. } => path.to_string_lossy().into_owned(),
        }
    }

    /// Was found in a folder, and not named itself.
    pub(super) fn is_of_folder(&self) -> bool {
        matches!(self, Input::File { named: false, .. })
    }
}

/// What the paths mean, in their order; folders in the order of their paths. Reading them begins:
/// progress is shown from now on.
///
/// A folder means all `*.ron` below it. Left out are what is hidden, and `*.sources.ron`, where
/// imports keep what they read; symlinks to folders are not followed, so that no loop is walked.
///
/// # Errors
/// stdout cannot be written.
pub(super) fn inputs(
    paths: &[PathBuf],
    session: &mut Session,
) -> io::Result<Vec<Result<Input, ReadError>>> {
    let mut inputs = Vec::new();
    for path in paths {
        match path != Path::new("-") && path.is_dir() {
            true => walk(path, &mut inputs),
            false => inputs.push(Ok(Input::of(path))),
        }
    }
    if inputs.is_empty() {
        session.note(i18n::cli_no_files(session.lang))?;
    }
    session.show_progress(&inputs);
    Ok(inputs)
}

/// The journeys in a folder and below it.
pub(super) fn journeys_in(folder: &Path) -> Vec<PathBuf> {
    let mut inputs = Vec::new();
    walk(folder, &mut inputs);
    let path = |input| match input {
        Ok(Input::File { path, .. }) => Some(path),
        _ => None,
    };
    inputs.into_iter().filter_map(path).collect()
}

/// The journeys in a folder itself.
///
/// # Errors
/// The folder cannot be read.
pub(super) fn journeys_beside(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let children = children(folder)?.into_iter();
    Ok(children
        .filter(|(_, is_folder)| !is_folder)
        .map(|(path, _)| path)
        .collect())
}

pub(super) fn walk(root: &Path, inputs: &mut Vec<Result<Input, ReadError>>) {
    let mut open = vec![(root.to_owned(), true)];
    while let Some((path, is_folder)) = open.pop() {
        if !is_folder {
            inputs.push(Ok(Input::File { path, named: false }));
            continue;
        }
        match children(&path) {
            // The last one comes off the stack first.
            Ok(children) => open.extend(children.into_iter().rev()),
            Err(source) => inputs.push(Err(ReadError::Io { path, source })),
        }
    }
}

/// The folders and journeys in a folder, sorted.
fn children(folder: &Path) -> io::Result<Vec<(PathBuf, bool)>> {
    let mut children = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let is_folder = entry.file_type()?.is_dir();
        if is_folder && !is_hidden(Path::new(&name)) || is_journey(Path::new(&name)) {
            children.push((path_in(folder, Path::new(&name)), is_folder));
        }
    }
    children.sort();
    Ok(children)
}

fn is_hidden(name: &Path) -> bool {
    name.as_os_str().as_encoded_bytes().starts_with(b".")
}

/// A file of this name is looked for in folders.
pub(super) fn is_journey(path: &Path) -> bool {
    let name = path.file_name().map_or(path, Path::new);
    let of_import = name.file_stem().is_some_and(|stem| {
        Path::new(stem)
            .extension()
            .is_some_and(|it| it == "sources")
    });
    name.extension().is_some_and(|it| it == "ron") && !of_import && !is_hidden(name)
}

/// As people write it: `a.ron`, not `./a.ron`.
fn path_in(folder: &Path, name: &Path) -> PathBuf {
    match folder == Path::new(".") {
        true => name.to_owned(),
        false => folder.join(name),
    }
}
