//! Words for files that cannot be read or saved: what is wrong, and what to do.

use std::io;
use std::path::Path;

use rustix::io::Errno;

use super::{Lang, texts};
use crate::document::file::{FileKind, ReadError};
use crate::document::save::{SaveError, Step};

texts! {
    file_not_found(path: &str): "{path} does not exist", "{path} gibt es nicht";
    file_check_path(): "check how the path is written", "prüfen Sie, wie der Pfad geschrieben ist";
    file_or_new():
        "check the path, or begin a journey there: touchline new FILE",
        "prüfen Sie den Pfad, oder legen Sie die Datei an: touchline new FILE";
    save_or_reload():
        "g r reads it again, and u brings your changes back then; g w saves to another file",
        "g r liest die Datei neu, und u holt Ihre Änderungen dann zurück; g w speichert in eine andere Datei";
    file_denied(path: &str): "{path} may not be read", "{path} darf nicht gelesen werden";
    file_ask_owner():
        "change its permissions, or ask who owns it",
        "ändern Sie die Berechtigungen, oder fragen Sie, wem die Datei gehört";
    file_is_folder(path: &str): "{path} is a folder", "{path} ist ein Ordner";
    file_name_a_file(): "name a file in it", "nennen Sie eine Datei darin";
    file_is_pipe(path: &str): "{path} is a pipe, not a file", "{path} ist eine Pipe, keine Datei";
    file_use_stdin():
        "write - and pass the text on standard input",
        "schreiben Sie - und geben Sie den Text über die Standardeingabe";
    file_not_regular(path: &str):
        "{path} is a device or socket, not a file",
        "{path} ist ein Gerät oder Socket, keine Datei";
    file_too_large(path: &str):
        "{path} is larger than 64 MiB",
        "{path} ist grösser als 64 MiB";
    file_split():
        "a map of 300 touchpoints has 300 KB: is this the right file?",
        "eine Karte mit 300 Berührungspunkten hat 300 KB: Ist das die richtige Datei?";
    file_unreadable(path: &str, cause: &str):
        "{path} cannot be read: {cause}",
        "{path} ist nicht lesbar: {cause}";
    file_check_disk():
        "check the path, the disk and the permissions",
        "prüfen Sie Pfad, Datenträger und Berechtigungen";

    save_changed(path: &str):
        "{path} was changed by somebody else; that was kept",
        "{path} wurde von jemand anderem geändert; das bleibt";
    save_read_again():
        "read it again, then save",
        "lesen Sie die Datei neu, und speichern Sie dann";
    save_appeared(path: &str):
        "{path} was created by somebody else; that was kept",
        "{path} wurde von jemand anderem angelegt; das bleibt";
    save_vanished(path: &str):
        "{path} was removed by somebody else",
        "{path} wurde von jemand anderem entfernt";
    save_elsewhere():
        "save under another name, or bring the file back",
        "speichern Sie unter anderem Namen, oder holen Sie die Datei zurück";
    save_read_only(path: &str): "{path} is read-only", "{path} ist schreibgeschützt";
    save_make_writable():
        "make it writable, or save under another name",
        "heben Sie den Schreibschutz auf, oder speichern Sie unter anderem Namen";
    save_folder_read_only(path: &str):
        "the folder of {path} is read-only",
        "der Ordner von {path} ist schreibgeschützt";
    save_folder_missing(path: &str):
        "the folder of {path} does not exist",
        "den Ordner von {path} gibt es nicht";
    save_make_folder(): "create the folder first", "legen Sie zuerst den Ordner an";
    save_locked(path: &str):
        "another program is saving in the folder of {path}",
        "ein anderes Programm speichert gerade im Ordner von {path}";
    save_try_again():
        "try again, or close the other program",
        "versuchen Sie es noch einmal, oder schliessen Sie das andere Programm";
    save_no_space(path: &str):
        "no space is left for {path}; it stands as it stood",
        "für {path} ist kein Platz mehr; die Datei steht, wie sie stand";
    save_make_space():
        "make space, or save to another disk",
        "schaffen Sie Platz, oder speichern Sie auf einem anderen Datenträger";
    save_failed(path: &str, cause: &str):
        "{path} cannot be saved: {cause}",
        "{path} lässt sich nicht speichern: {cause}";
    save_no_copy(path: &str, cause: &str):
        "{path} must be written in place, and the copy that keeps it safe meanwhile cannot be made: {cause}",
        "{path} muss an Ort und Stelle geschrieben werden, und die Kopie, die sie dabei schützt, lässt sich nicht anlegen: {cause}";
    save_get_permission():
        "change its permissions, or save under another name",
        "ändern Sie die Berechtigungen, oder speichern Sie unter anderem Namen";
    save_unsynced(path: &str, cause: &str):
        "{path} was written, but the disk does not confirm it: {cause}",
        "{path} wurde geschrieben, aber der Datenträger bestätigt es nicht: {cause}";

    cause_no_space(): "no space is left", "es ist kein Platz mehr";
    cause_quota(): "your quota on this disk is used up", "Ihr Kontingent auf diesem Datenträger ist aufgebraucht";
    cause_denied(): "no permission for it or its folder", "keine Berechtigung für die Datei oder ihren Ordner";
    cause_read_only(): "the disk is read-only", "der Datenträger ist schreibgeschützt";
    cause_disk(): "the disk reports an error", "der Datenträger meldet einen Fehler";
    cause_interrupted(): "the system interrupted it", "das System hat es unterbrochen";
    cause_too_large(): "the disk takes no file of this size", "der Datenträger nimmt keine Datei dieser Grösse";
}

/// Why a file could not be read, and what to do. Not sanitized.
pub fn read_error(lang: Lang, error: &ReadError) -> (String, &'static str) {
    match error {
        ReadError::NotFound { path } => (file_not_found(lang, &shown(path)), file_check_path(lang)),
        ReadError::NotRegular { path, kind } => not_regular(lang, path, *kind),
        ReadError::TooLarge { path, .. } => (file_too_large(lang, &shown(path)), file_split(lang)),
        ReadError::Io { path, source } if source.kind() == io::ErrorKind::PermissionDenied => {
            (file_denied(lang, &shown(path)), file_ask_owner(lang))
        }
        ReadError::Io { path, source } => {
            let what = file_unreadable(lang, &shown(path), &io_cause(lang, source));
            (what, file_check_disk(lang))
        }
    }
}

/// Why a file could not be saved, and what to do. Not sanitized.
pub fn save_error(lang: Lang, error: &SaveError) -> (String, &'static str) {
    match error {
        SaveError::Changed { path } => (save_changed(lang, &shown(path)), save_read_again(lang)),
        SaveError::Appeared { path } => (save_appeared(lang, &shown(path)), save_read_again(lang)),
        SaveError::Vanished { path } => (save_vanished(lang, &shown(path)), save_elsewhere(lang)),
        SaveError::NotRegular { path, kind } => not_regular(lang, path, *kind),
        SaveError::ReadOnly { path } => {
            (save_read_only(lang, &shown(path)), save_make_writable(lang))
        }
        SaveError::FolderReadOnly { path } => (
            save_folder_read_only(lang, &shown(path)),
            save_make_writable(lang),
        ),
        SaveError::FolderMissing { path } => (
            save_folder_missing(lang, &shown(path)),
            save_make_folder(lang),
        ),
        SaveError::Locked { path } => (save_locked(lang, &shown(path)), save_try_again(lang)),
        SaveError::NoSpace { path, step } => {
            let what = match step {
                Step::Copy => save_no_copy(lang, &shown(path), cause_no_space(lang)),
                _ => save_no_space(lang, &shown(path)),
            };
            (what, save_make_space(lang))
        }
        SaveError::Io { path, step, source } => {
            let cause = io_cause(lang, source);
            let what = match step {
                Step::Copy => save_no_copy(lang, &shown(path), &cause),
                _ => save_failed(lang, &shown(path), &cause),
            };
            (what, io_help(lang, source))
        }
        SaveError::Unsynced { source, now, .. } => {
            let what = save_unsynced(lang, &shown(now.path()), &io_cause(lang, source));
            (what, io_help(lang, source))
        }
    }
}

/// Why the system refused something with a file. What has no words here is said in the system's.
pub fn io_cause(lang: Lang, error: &io::Error) -> String {
    let words = match error.kind() {
        io::ErrorKind::StorageFull => cause_no_space,
        io::ErrorKind::QuotaExceeded => cause_quota,
        io::ErrorKind::PermissionDenied => cause_denied,
        io::ErrorKind::ReadOnlyFilesystem => cause_read_only,
        io::ErrorKind::Interrupted => cause_interrupted,
        io::ErrorKind::FileTooLarge => cause_too_large,
        _ if Errno::from_io_error(error) == Some(Errno::IO) => cause_disk,
        _ => return error.to_string(),
    };
    words(lang).to_owned()
}

/// What to do about it when something is to be written.
fn io_help(lang: Lang, error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::PermissionDenied => save_get_permission(lang),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => save_make_space(lang),
        _ => file_check_disk(lang),
    }
}

/// As [`save_error`], with the keys that help on the screens.
pub fn save_error_on_screen(lang: Lang, error: &SaveError) -> (String, String) {
    let (what, help) = save_error(lang, error);
    let help = match error {
        SaveError::Changed { .. } | SaveError::Appeared { .. } => save_or_reload(lang).to_owned(),
        SaveError::Vanished { .. }
        | SaveError::ReadOnly { .. }
        | SaveError::FolderReadOnly { .. } => format!("{help} (g w)"),
        _ => help.to_owned(),
    };
    (what, help)
}

fn not_regular(lang: Lang, path: &Path, kind: FileKind) -> (String, &'static str) {
    let path = shown(path);
    match kind {
        FileKind::Folder => (file_is_folder(lang, &path), file_name_a_file(lang)),
        FileKind::Pipe => (file_is_pipe(lang, &path), file_use_stdin(lang)),
        _ => (file_not_regular(lang, &path), file_check_path(lang)),
    }
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
