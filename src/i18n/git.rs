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

    git_settings_here():
        "settings of this repository (git config --local)",
        "Einstellungen dieses Repositorys (git config --local)";
    git_settings_global():
        "settings for all repositories (git config --global)",
        "Einstellungen für alle Repositorys (git config --global)";
    git_write_this(): "Write this? [y/N]", "So schreiben? [j/N]";
    git_nothing_written():
        "nothing was written; with --yes it is written without asking",
        "nichts wurde geschrieben; mit --yes wird ohne Rückfrage geschrieben";
    git_is_set_up():
        "git is set up for journeys; touchline git status looks whether all of it works",
        "git ist für Journeys eingerichtet; touchline git status prüft, ob alles zusammenspielt";
    git_is_not_set_up():
        "nothing of touchline is left in git's settings and attributes",
        "in Einstellungen und Attributen von git steht nichts mehr von touchline";
    git_status_git(version: &str, root: &str): "git {version}, repository {root}", "git {version}, Repository {root}";
    git_status_program(version: &str, path: &str):
        "touchline {version} is found by git: {path}",
        "touchline {version} ist für git auffindbar: {path}";
    git_status_other_version(version: &str):
        "this is touchline {version}; put its folder first in PATH",
        "dies ist touchline {version}; setzen Sie dessen Ordner in PATH an die erste Stelle";
    git_status_no_program():
        "touchline is not in PATH: git compares and merges journeys by lines",
        "touchline ist nicht in PATH: git vergleicht und vereint Journeys zeilenweise";
    git_status_put_in_path():
        "put the folder of the program into PATH",
        "nehmen Sie den Ordner des Programms in PATH auf";
    git_status_settings(at: &str): "drivers are set: {at}", "Treiber sind gesetzt: {at}";
    git_status_no_settings():
        "the drivers are not set, or not as this version sets them",
        "die Treiber sind nicht gesetzt, oder nicht so wie von dieser Version";
    git_status_attributes(path: &str):
        "attributes: {path} is compared and merged as a journey",
        "Attribute: {path} wird als Journey verglichen und vereint";
    git_status_no_attributes(path: &str):
        "attributes: {path} is not compared and merged as a journey",
        "Attribute: {path} wird nicht als Journey verglichen und vereint";
    git_status_install_or_line(line: &str):
        "touchline git install; for journeys elsewhere a line in .gitattributes such as: {line}",
        "touchline git install; für Journeys anderswo eine Zeile in .gitattributes wie: {line}";
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
