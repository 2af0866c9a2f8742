//! What a save and a read refuse, leaving the file as it stands.

use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use rustix::fs::{CWD, Mode};
use touchline::document::file::{FileKind, MAX_BYTES, OnDisk, ReadError, read};
use touchline::document::recovery::{Log, left_logs};
use touchline::document::save::{Places, SaveError, Step, save};

use crate::child::{as_nobody, command, new, old};
use crate::place::{Place, chmod, has, inode, is_root, places, skip};

#[test]
fn a_file_that_somebody_else_wrote() {
    let place = Place::new();
    // Same length, longer, shorter; in place and by a rename.
    for theirs in ["THEM", "theirs", "", "old but longer"] {
        let path = place.file("map.ron", "mine");
        let on_disk = read(&path).unwrap();
        place.file("map.ron", theirs);
        assert!(matches!(
            place.save(&on_disk, b"new"),
            Err(SaveError::Changed { .. })
        ));
        fs::rename(place.file("aside", theirs), &path).unwrap();
        assert!(matches!(
            place.save(&on_disk, b"new"),
            Err(SaveError::Changed { .. })
        ));
        fs::hard_link(&path, place.at("second")).unwrap();
        assert!(matches!(
            place.save(&on_disk, b"new"),
            Err(SaveError::Changed { .. })
        ));
        fs::remove_file(place.at("second")).unwrap();
        assert_eq!(fs::read(&path).unwrap(), theirs.as_bytes());
        assert_eq!(place.names(), ["map.ron"]);
        assert!(place.copies().is_empty());
        // Having looked at it, one may write over it.
        place.rewrite(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
    }
}

#[test]
fn a_file_that_appeared_or_vanished() {
    let place = Place::new();
    let on_disk = OnDisk::absent(&place.at("map.ron")).unwrap();
    let path = place.file("map.ron", "theirs");
    assert!(matches!(
        place.save(&on_disk, b"new"),
        Err(SaveError::Appeared { .. })
    ));
    assert_eq!(fs::read(&path).unwrap(), b"theirs");
    let on_disk = read(&path).unwrap();
    fs::remove_file(&path).unwrap();
    assert!(matches!(
        place.save(&on_disk, b"new"),
        Err(SaveError::Vanished { .. })
    ));
    assert!(place.names().is_empty());
    place.save(&OnDisk::absent(&path).unwrap(), b"new").unwrap();
    fs::remove_dir_all(place.folder()).unwrap();
    assert!(matches!(
        place.save(&on_disk, b"new"),
        Err(SaveError::FolderMissing { .. })
    ));
}

#[test]
fn a_read_only_file_even_for_root() {
    let place = Place::new();
    let path = place.file("map.ron", "old");
    chmod(&path, 0o444);
    let before = inode(&path);
    assert!(matches!(
        place.rewrite(&path, b"new"),
        Err(SaveError::ReadOnly { .. })
    ));
    assert_eq!(
        (fs::read(&path).unwrap(), inode(&path)),
        (b"old".to_vec(), before)
    );
    assert_eq!(place.names(), ["map.ron"]);
}

#[test]
fn what_is_no_regular_file() {
    let place = Place::new();
    let pipe = place.at("pipe");
    rustix::fs::mkfifoat(CWD, &pipe, Mode::RUSR | Mode::WUSR).unwrap();
    let _socket = UnixListener::bind(place.at("socket")).unwrap();
    symlink("pipe", place.at("link")).unwrap();
    let irregular = [
        (pipe, FileKind::Pipe),
        (place.at("link"), FileKind::Pipe),
        (place.at("socket"), FileKind::Socket),
        (place.folder(), FileKind::Folder),
        (place.at(".."), FileKind::Folder),
        ("/".into(), FileKind::Folder),
        ("/dev/null".into(), FileKind::Device),
    ];
    for (path, wanted) in irregular {
        let Err(ReadError::NotRegular { kind, .. }) = read(&path) else {
            panic!("read {}", path.display());
        };
        assert_eq!(kind, wanted, "{}", path.display());
        let Ok(on_disk) = OnDisk::absent(&path) else {
            continue;
        };
        let refused = place.save(&on_disk, b"new");
        assert!(
            matches!(refused, Err(SaveError::NotRegular { kind, .. }) if kind == wanted),
            "{refused:?}"
        );
    }
    assert_eq!(place.names(), ["link", "pipe", "socket"]);
}

#[test]
fn a_device_in_the_folder() {
    if !is_root() {
        return skip("a_device_in_the_folder", "not root");
    }
    let place = Place::new();
    for (kind, device) in [("b", ["7", "0"]), ("c", ["1", "3"])] {
        let path = place.at(kind);
        let made = Command::new("mknod")
            .arg(&path)
            .arg(kind)
            .args(device)
            .status();
        if !made.is_ok_and(|it| it.success()) {
            return skip("a_device_in_the_folder", "mknod is refused");
        }
        let refused = place.save(&OnDisk::absent(&path).unwrap(), b"new");
        let kind = FileKind::Device;
        assert!(matches!(refused, Err(SaveError::NotRegular { kind: it, .. }) if it == kind));
        assert!(matches!(read(&path), Err(ReadError::NotRegular { kind: it, .. }) if it == kind));
    }
}

#[test]
fn a_file_without_the_right_to_write_it() {
    if !is_root() {
        return skip("a_file_without_the_right_to_write_it", "not root");
    }
    let place = Place::new();
    let path = place.file("map.ron", old());
    chmod(place.root(), 0o777);
    chmod(&place.folder(), 0o777);
    chmod(&path, 0o644);
    let out = as_nobody(command(&[], "save", place.root(), ""))
        .output()
        .unwrap();
    assert_says(&out, ["no permission", "keine Berechtigung"]);
    assert_eq!(fs::read(&path).unwrap(), old());
    assert_eq!(place.names(), ["map.ron"]);

    // Nor one that its own folder hides, nor a new one.
    chmod(&place.folder(), 0o755);
    fs::remove_file(&path).unwrap();
    let out = as_nobody(command(&[], "save", place.root(), ""))
        .output()
        .unwrap();
    assert_says(&out, ["no permission", "keine Berechtigung"]);
    assert!(place.names().is_empty());
}

fn assert_says(out: &std::process::Output, words: [&str; 2]) {
    let text = String::from_utf8_lossy(&out.stdout);
    let outcome = text
        .lines()
        .find(|line| line.starts_with("outcome: failed"));
    let says = |words: &str| outcome.is_some_and(|it| it.contains(words));
    assert!(words.into_iter().all(says), "{out:?}");
}

#[test]
fn a_disk_that_is_mounted_read_only() {
    if !has("unshare", &["--mount", "true"]) {
        return skip("a_disk_that_is_mounted_read_only", "no right to mount");
    }
    let place = Place::new();
    let path = place.file("map.ron", old());
    let mount =
        "mount --bind \"$1\" \"$1\" && mount -o remount,ro,bind \"$1\" && shift && exec \"$@\"";
    let folder = place.folder();
    let folder = folder.to_str().unwrap();
    let wrapper = ["unshare", "--mount", "sh", "-c", mount, "sh", folder];
    for is_there in [true, false] {
        let out = command(&wrapper, "save", place.root(), "")
            .output()
            .unwrap();
        assert_says(&out, ["read-only", "schreibgeschützt"]);
        assert_eq!(place.names().len(), usize::from(is_there));
        assert!(!is_there || fs::read(&path).unwrap() == old());
        let _ = fs::remove_file(&path);
    }
}

/// A flag that not even root writes past, as long as this lives.
struct Flag<'a>(&'a Path, &'a str);

impl<'a> Flag<'a> {
    fn set(path: &'a Path, flag: &'a str) -> Option<Flag<'a>> {
        chattr(path, &format!("+{flag}")).then_some(Flag(path, flag))
    }
}

impl Drop for Flag<'_> {
    fn drop(&mut self) {
        chattr(self.0, &format!("-{}", self.1));
    }
}

fn chattr(path: &Path, change: &str) -> bool {
    let run = Command::new("chattr").arg(change).arg(path).output();
    run.is_ok_and(|out| out.status.success())
}

#[test]
fn an_immutable_file_and_one_that_only_grows() {
    let place = Place::new();
    let path = place.file("map.ron", "old");
    for flag in ["i", "a"] {
        let Some(_flag) = Flag::set(&path, flag) else {
            return skip("an_immutable_file", "chattr is refused");
        };
        let refused = place.rewrite(&path, b"new").unwrap_err();
        let SaveError::Io {
            step: Step::Open,
            source,
            ..
        } = refused
        else {
            panic!("{refused:?}");
        };
        assert_eq!(source.kind(), ErrorKind::PermissionDenied);
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(place.names(), ["map.ron"]);
    }
}

#[test]
fn a_file_in_an_immutable_folder_is_written_in_place() {
    let place = Place::new();
    let (path, folder) = (place.file("map.ron", "old"), place.folder());
    let before = inode(&path);
    let Some(_flag) = Flag::set(&folder, "i") else {
        return skip("a_file_in_an_immutable_folder", "chattr is refused");
    };
    place.rewrite(&path, b"new").unwrap();
    assert_eq!(
        (fs::read(&path).unwrap(), inode(&path)),
        (b"new".to_vec(), before)
    );
    assert!(place.copies().is_empty());
    let refused = place.save(&OnDisk::absent(&place.at("other.ron")).unwrap(), b"new");
    assert!(
        matches!(
            refused,
            Err(SaveError::Io {
                step: Step::Create,
                ..
            })
        ),
        "{refused:?}"
    );
}

#[test]
fn a_file_that_became_something_else() {
    let place = Place::new();
    let path = place.file("map.ron", "old");
    let on_disk = read(&path).unwrap();
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    let refused = place.save(&on_disk, b"new");
    assert!(matches!(
        refused,
        Err(SaveError::NotRegular {
            kind: FileKind::Folder,
            ..
        })
    ));
}

#[test]
fn links_that_loop_or_lead_to_no_folder() {
    let place = Place::new();
    symlink("b", place.at("a")).unwrap();
    symlink("a", place.at("b")).unwrap();
    let Err(ReadError::Io { source, .. }) = read(&place.at("a")) else {
        panic!("a loop was read");
    };
    assert_eq!(
        source.raw_os_error(),
        Some(rustix::io::Errno::LOOP.raw_os_error())
    );
    assert!(OnDisk::absent(&place.at("a")).is_err());
    // A loop that closes while the file is open.
    let path = place.file("map.ron", "old");
    let on_disk = read(&path).unwrap();
    fs::remove_file(&path).unwrap();
    symlink("map.ron", &path).unwrap();
    assert!(matches!(
        place.save(&on_disk, b"new"),
        Err(SaveError::Io {
            step: Step::Resolve,
            ..
        })
    ));
    symlink("nowhere/map.ron", place.at("lost")).unwrap();
    assert!(matches!(
        OnDisk::absent(&place.at("lost")),
        Err(ReadError::NotFound { .. })
    ));
    assert!(matches!(
        read(Path::new("")),
        Err(ReadError::NotFound { .. })
    ));
    assert!(matches!(
        read(&place.at("missing")),
        Err(ReadError::NotFound { .. })
    ));
}

#[test]
fn a_file_of_more_than_64_mib() {
    let place = Place::new();
    let path = place.file("map.ron", "");
    let file = fs::File::options().write(true).open(&path).unwrap();
    file.set_len(MAX_BYTES + 1).unwrap();
    let refused = read(&path);
    assert!(matches!(refused, Err(ReadError::TooLarge { bytes, .. }) if bytes == MAX_BYTES + 1));
    file.set_len(MAX_BYTES).unwrap();
    assert_eq!(
        read(&path).unwrap().content().unwrap().len() as u64,
        MAX_BYTES
    );
}

#[test]
fn a_write_in_place_without_a_copy() {
    let place = Place::new();
    let path = place.file("map.ron", "old");
    fs::hard_link(&path, place.at("second")).unwrap();
    let blocked = place.file("no-folder", "");
    let refused = save(
        &read(&path).unwrap(),
        b"new",
        &Places {
            recovery_folder: blocked,
        },
    );
    let Err(SaveError::Io {
        step: Step::Copy,
        source,
        ..
    }) = refused
    else {
        panic!("{refused:?}");
    };
    assert_eq!(source.kind(), ErrorKind::NotADirectory);
    assert_eq!(fs::read(&path).unwrap(), b"old");
}

#[test]
fn a_disk_that_is_full() {
    on_a_disk_of_256_kb("a_disk_that_is_full", "small disk");
}

#[test]
fn a_torn_record_of_the_recovery_log_hides_none_that_follows() {
    let test = "a_torn_record_of_the_recovery_log_hides_none_that_follows";
    on_a_disk_of_256_kb(test, "small disk for a log");
}

fn on_a_disk_of_256_kb(test: &str, job: &str) {
    if !has("unshare", &["--mount", "true"]) {
        return skip(test, "no right to mount");
    }
    let place = Place::new();
    let mount = "mount -t tmpfs -o size=256k none \"$1\" && shift && exec \"$@\"";
    let root = place.root();
    let folder = root.to_str().unwrap();
    let wrapper = ["unshare", "--mount", "sh", "-c", mount, "sh", folder];
    let out = command(&wrapper, job, root, "").output().unwrap();
    assert!(out.status.success(), "{out:?}");
}

/// A job of the tests above: an edit does not fit on the disk, and later ones do.
pub(crate) fn log_on_a_small_disk(root: &Path) {
    let places = places(root);
    let file = root.join("map.ron");
    fs::write(&file, "old").unwrap();
    let mut log = Log::begin(&places, Some(&file), b"old", &[]).unwrap();
    let length = || fs::metadata(log_in(&places)).unwrap().len();
    log.follow(b"old", "one").unwrap();
    let whole = length();
    let large = "large ".repeat(100_000);
    let refused = log.follow(b"old", &large).unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::StorageFull);
    assert!(length() > whole, "a part of the record was written");
    log.follow(b"old", "two").unwrap();
    drop(log);
    assert_eq!(left_logs(Some(&file), &places)[0].text, "two");

    // Where not even a beginning fits, nothing litters the folder.
    let begun = Log::begin(&places, Some(&file), large.as_bytes(), &[]);
    assert!(begun.is_err_and(|e| e.kind() == ErrorKind::StorageFull));
    assert_eq!(places.recovery_folder.read_dir().unwrap().count(), 1);
}

fn log_in(places: &Places) -> PathBuf {
    let mut entries = places.recovery_folder.read_dir().unwrap();
    entries.next().unwrap().unwrap().path()
}

/// A job of the tests above: the folder is a disk of 256 KB.
pub(crate) fn on_a_small_disk(root: &Path) {
    let maps = root.join("maps");
    fs::create_dir(&maps).unwrap();
    let path = maps.join("map.ron");
    fs::write(&path, old()).unwrap();
    let large = [old(), new()].concat();

    let refused = save(&read(&path).unwrap(), &large, &places(root));
    assert!(
        matches!(
            refused,
            Err(SaveError::NoSpace {
                step: Step::Write,
                ..
            })
        ),
        "{refused:?}"
    );
    assert_eq!(fs::read(&path).unwrap(), old());
    assert_eq!(maps.read_dir().unwrap().count(), 1);

    // In place the disk holds the copy, which lies elsewhere, and then only a part of the text.
    fs::hard_link(&path, maps.join("second")).unwrap();
    let elsewhere = tempfile::tempdir_in("/dev/shm").unwrap();
    let huge = large.repeat(2);
    let refused = save(&read(&path).unwrap(), &huge, &places(elsewhere.path()));
    let wanted = matches!(
        refused,
        Err(SaveError::NoSpace {
            step: Step::Overwrite,
            ..
        })
    );
    assert!(wanted, "{refused:?}");
    assert!(
        fs::read(&path).unwrap() == old(),
        "the old bytes are put back"
    );
    let copies = places(elsewhere.path()).recovery_folder.read_dir().unwrap();
    assert_eq!(copies.count(), 0);
}
