//! Words about git: why it could not answer, and setting it up.

use std::path::Path;

use super::{Lang, texts};
use crate::git::GitError;

texts! {
    git_no_program(): "git is not installed", "git ist nicht installiert";
    git_install_it():
        "install git; everything else works without it",
        "installieren Sie git; alles andere geht auch ohne";
    git_no_repository(path: &str): "{path} is in no git repository", "{path} liegt in keinem git-Repository";
    git_init(): "create one: git init", "legen Sie eines an: git init";
    git_bare(path: &str):
        "the git repository around {path} has no work tree",
        "das git-Repository um {path} hat keinen Arbeitsbereich";
    git_clone(): "work in a clone of it: git clone", "arbeiten Sie in einem Klon: git clone";
    git_foreign(path: &str):
        "the git repository around {path} belongs to somebody else, so git does not read it",
        "das git-Repository um {path} gehört jemand anderem, deshalb liest git es nicht";
    git_safe_directory():
        "if you trust it: git config --global --add safe.directory FOLDER",
        "wenn Sie ihm trauen: git config --global --add safe.directory ORDNER";
    git_no_revision(name: &str):
        "there is no revision {name} in this repository",
        "eine Revision {name} gibt es in diesem Repository nicht";
    git_see_log():
        "name a commit, a branch or a tag; git log --all shows what there is",
        "nennen Sie einen Commit, einen Branch oder ein Tag; git log --all zeigt, was es gibt";
    git_too_large(what: &str): "{what} is larger than 64 MiB", "{what} ist grösser als 64 MiB";
    git_right_file():
        "a map of 300 touchpoints has 300 KB: is this the right file?",
        "eine Karte mit 300 Berührungspunkten hat 300 KB: Ist das die richtige Datei?";
    git_missing(id: &str):
        "object {id} is not in this repository, and nothing is fetched from elsewhere",
        "das Objekt {id} fehlt in diesem Repository, und von anderswo wird nichts geholt";
    git_fetch():
        "fetch it yourself, with git fetch or a full clone; git fsck says what is missing",
        "holen Sie es selbst, mit git fetch oder einem vollständigen Klon; git fsck zeigt, was fehlt";
    git_filtered(path: &str, filter: &str):
        "{path} passes through the filter {filter}, a program of this repository, which is not run",
        "{path} läuft durch den Filter {filter}, ein Programm dieses Repositorys, das nicht gestartet wird";
    git_add_it():
        "if you trust it, stage the file yourself: git add FILE",
        "wenn Sie ihm trauen, merken Sie die Datei selbst vor: git add DATEI";
    git_failed(verb: &str, message: &str): "git {verb} failed: {message}", "git {verb} ist gescheitert: {message}";
    git_unexpected(verb: &str):
        "git {verb} answered something unexpected",
        "git {verb} hat etwas Unerwartetes geantwortet";
    git_try_there():
        "try git itself in this folder; git fsck says whether the repository is sound",
        "versuchen Sie in diesem Ordner git selbst; git fsck zeigt, ob das Repository heil ist";
    git_not_run(cause: &str): "git cannot be run here: {cause}", "git lässt sich hier nicht ausführen: {cause}";
    git_check_path():
        "check that the folder exists and may be read",
        "prüfen Sie, ob es den Ordner gibt und er gelesen werden darf";
}

/// Why git could not answer, and what to do. Not sanitized.
pub fn git_error(lang: Lang, error: &GitError) -> (String, &'static str) {
    match error {
        GitError::NoProgram => (git_no_program(lang).to_owned(), git_install_it(lang)),
        GitError::NoRepository { path } => (git_no_repository(lang, &shown(path)), git_init(lang)),
        GitError::Bare { path } => (git_bare(lang, &shown(path)), git_clone(lang)),
        GitError::Foreign { path } => (git_foreign(lang, &shown(path)), git_safe_directory(lang)),
        GitError::NoRevision { name } => (git_no_revision(lang, name), git_see_log(lang)),
        GitError::TooLarge { what } => (git_too_large(lang, what), git_right_file(lang)),
        GitError::Missing { id } => (git_missing(lang, id), git_fetch(lang)),
        GitError::Filtered { path, filter } => {
            (git_filtered(lang, &shown(path), filter), git_add_it(lang))
        }
        GitError::Failed { verb, message } => {
            let line = message.lines().next().unwrap_or_default();
            (git_failed(lang, verb, line), git_try_there(lang))
        }
        GitError::Unexpected { verb } => (git_unexpected(lang, verb), git_try_there(lang)),
        GitError::Io(cause) => (git_not_run(lang, &cause.to_string()), git_check_path(lang)),
    }
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
