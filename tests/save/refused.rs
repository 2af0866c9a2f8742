//! What a save and a read refuse, leaving the file as it stands.

use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;

use rustix::fs::{CWD, Mode};
use touchline::document::file::{FileKind, MAX_BYTES, OnDisk, ReadError, read};
use touchline::document::save::{Places, SaveError, Step, save};

use crate::child::{command, new, old};
use crate::place::{Place, chmod, has, inode, places, skip};

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
    if !has("unshare", &["--mount", "true"]) {
        return skip("a_disk_that_is_full", "no right to mount");
    }
    let place = Place::new();
    let mount = "mount -t tmpfs -o size=256k none \"$1\" && shift && exec \"$@\"";
    let root = place.root();
    let wrapper = [
        "unshare",
        "--mount",
        "sh",
        "-c",
        mount,
        "sh",
        root.to_str().unwrap(),
    ];
    let out = command(&wrapper, "small disk", root, "").output().unwrap();
    assert!(out.status.success(), "{out:?}");
}

/// The job of the test above: the folder is a disk of 256 KB.
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
