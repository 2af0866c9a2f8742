//! What a save keeps: links, modes, attributes, names.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use rustix::fs::XattrFlags;
use touchline::document::file::{OnDisk, Stamp, read};
use touchline::document::save::left_copies;

use crate::child::{as_nobody, command, new, old};
use crate::place::{Place, chmod, has, inode, is_root, mode, skip};

#[test]
fn a_save_writes_the_bytes_and_leaves_nothing_else() {
    let place = Place::new();
    let path = place.file("map.ron", "old");
    let saved = place.rewrite(&path, b"new").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"new");
    assert_eq!(saved, read(&path).unwrap());
    place.save(&saved, b"newer").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"newer");
    assert_eq!(place.names(), ["map.ron"]);
    assert!(place.copies().is_empty());
}

#[test]
fn a_save_of_nothing_makes_the_file_empty() {
    let place = Place::new();
    let path = place.file("map.ron", "old");
    let saved = place.rewrite(&path, b"").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"");
    place.save(&saved, b"again").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"again");
}

#[test]
fn a_new_file_gets_the_mode_of_any_new_file() {
    let place = Place::new();
    let path = place.at("map.ron");
    let saved = place.save(&OnDisk::absent(&path).unwrap(), b"new").unwrap();
    assert_eq!(mode(&path), mode(&place.file("plain", "")));
    place.save(&saved, b"newer").unwrap();
    assert_eq!(mode(&path), mode(&place.at("plain")));
    assert_eq!(fs::read(&path).unwrap(), b"newer");
}

#[test]
fn a_new_file_obeys_the_umask() {
    let place = Place::new();
    let run = command(&[], "save", place.root(), "");
    let mut shell = Command::new("sh");
    shell
        .args(["-c", "umask 027; exec \"$@\"", "sh"])
        .arg(run.get_program())
        .args(run.get_args());
    shell.envs(
        run.get_envs()
            .filter_map(|(name, value)| Some((name, value?))),
    );
    assert!(shell.output().unwrap().status.success());
    assert_eq!(mode(&place.at("map.ron")), 0o640);
}

#[test]
fn the_mode_stays() {
    let place = Place::new();
    let plain = [
        0o600, 0o640, 0o644, 0o664, 0o666, 0o755, 0o777, 0o200, 0o611,
    ];
    let special = [0o4755, 0o2755, 0o1644, 0o6711, 0o7777];
    // Root reads what nobody may read; others are told that they may not.
    let may = |mode: &u32| is_root() || mode & 0o400 != 0;
    for wanted in plain.into_iter().chain(special).filter(may) {
        let path = place.file("map.ron", "old");
        chmod(&path, wanted);
        place.rewrite(&path, b"new").unwrap();
        assert_eq!(mode(&path), wanted, "{wanted:o}");
    }
}

#[test]
fn the_owner_stays_when_root_saves() {
    if !is_root() {
        return skip("the_owner_stays_when_root_saves", "not root");
    }
    let place = Place::new();
    let path = place.file("map.ron", "old");
    std::os::unix::fs::chown(&path, Some(1234), Some(4321)).unwrap();
    let before = inode(&path);
    place.rewrite(&path, b"new").unwrap();
    let meta = fs::metadata(&path).unwrap();
    assert_eq!((meta.uid(), meta.gid()), (1234, 4321));
    assert_ne!(inode(&path), before, "replaced, not written in place");
}

#[test]
fn the_owner_stays_when_somebody_else_saves() {
    if !is_root() {
        return skip("the_owner_stays_when_somebody_else_saves", "not root");
    }
    let place = Place::new();
    let path = place.file("map.ron", old());
    let root = place.root();
    for folder in [root, &*place.folder()] {
        chmod(folder, 0o777);
    }
    chmod(&path, 0o666);
    let before = inode(&path);
    let out = as_nobody(command(&[], "save", root, "")).output().unwrap();
    assert!(
        String::from_utf8_lossy(&out.stdout).contains("outcome: saved"),
        "{out:?}"
    );
    assert_eq!(fs::read(&path).unwrap(), new());
    assert_eq!(
        (fs::metadata(&path).unwrap().uid(), mode(&path)),
        (0, 0o666)
    );
    assert_eq!(inode(&path), before, "written in place");
    assert_eq!(
        (place.names(), place.copies()),
        (vec!["map.ron".into()], vec![])
    );
    assert_eq!(mode(&place.places().recovery_folder), 0o700);
}

/// Saves as somebody without rights, and gives what it said.
fn save_as_nobody(place: &Place, wrapper: &[&str]) -> String {
    let command = command(wrapper, "save", place.root(), "");
    let mut command = if wrapper.is_empty() {
        as_nobody(command)
    } else {
        command
    };
    String::from_utf8(command.output().unwrap().stdout).unwrap()
}

/// A place that others may write to, and a file of that owner and mode there.
fn shared(owner: (u32, u32), mode: u32) -> (Place, PathBuf) {
    let place = Place::new();
    let path = place.file("map.ron", old());
    for folder in [place.root(), &*place.folder()] {
        chmod(folder, 0o777);
    }
    std::os::unix::fs::chown(&path, Some(owner.0), Some(owner.1)).unwrap();
    chmod(&path, mode);
    (place, path)
}

#[test]
fn a_group_of_ones_own_stays_and_the_bits_of_the_mode_with_it() {
    if !is_root() || !has("setpriv", &["--version"]) {
        return skip("a_group_of_ones_own_stays", "not root, or no setpriv");
    }
    let (place, path) = shared((65534, 4321), 0o6750);
    let before = inode(&path);
    let wrapper = ["setpriv", "--reuid=65534", "--regid=65534", "--groups=4321"];
    let said = save_as_nobody(&place, &wrapper);
    assert!(said.contains("outcome: saved"), "{said}");
    let meta = fs::metadata(&path).unwrap();
    assert_eq!((meta.uid(), meta.gid(), mode(&path)), (65534, 4321, 0o6750));
    assert_ne!(inode(&path), before, "replaced, not written in place");
}

/// Who writes a file of somebody else must not be able to make a program that runs as that one.
#[test]
fn the_setuid_bit_goes_where_somebody_else_writes_in_place() {
    if !is_root() {
        return skip("the_setuid_bit_goes", "not root");
    }
    let (place, path) = shared((0, 0), 0o4777);
    let said = save_as_nobody(&place, &[]);
    assert!(said.contains("outcome: saved"), "{said}");
    assert_eq!((fs::read(&path).unwrap(), mode(&path)), (new(), 0o777));
}

#[test]
fn a_file_of_somebody_else_in_a_sticky_folder_is_written_in_place() {
    if !is_root() {
        return skip("a_file_of_somebody_else_in_a_sticky_folder", "not root");
    }
    let (place, path) = shared((0, 1234), 0o666);
    chmod(&place.folder(), 0o1777);
    let before = inode(&path);
    let said = save_as_nobody(&place, &[]);
    assert!(said.contains("outcome: saved"), "{said}");
    let meta = fs::metadata(&path).unwrap();
    assert_eq!((meta.uid(), meta.gid(), mode(&path)), (0, 1234, 0o666));
    assert_eq!((fs::read(&path).unwrap(), inode(&path)), (new(), before));
    assert_eq!(
        (place.names(), place.copies()),
        (vec!["map.ron".into()], vec![])
    );

    // One's own there is replaced, and a new one made.
    std::os::unix::fs::chown(&path, Some(65534), Some(65534)).unwrap();
    fs::write(&path, old()).unwrap();
    assert!(save_as_nobody(&place, &[]).contains("outcome: saved"));
    assert_ne!(inode(&path), before);
    fs::remove_file(&path).unwrap();
    assert!(save_as_nobody(&place, &[]).contains("outcome: saved"));
    assert_eq!(fs::read(&path).unwrap(), new());
}

#[test]
fn an_attribute_that_one_may_not_set_is_kept_by_writing_in_place() {
    if !is_root() {
        return skip("an_attribute_that_one_may_not_set", "not root");
    }
    let (place, path) = shared((65534, 65534), 0o644);
    let name = "security.touchline";
    if let Err(e) = rustix::fs::setxattr(&path, name, b"label", XattrFlags::empty()) {
        return skip("an_attribute_that_one_may_not_set", &e.to_string());
    }
    let before = inode(&path);
    let said = save_as_nobody(&place, &[]);
    assert!(said.contains("outcome: saved"), "{said}");
    assert_eq!((fs::read(&path).unwrap(), inode(&path)), (new(), before));
    let mut kept = [0; 16];
    let size = rustix::fs::getxattr(&path, name, &mut kept).unwrap();
    assert_eq!(&kept[..size], b"label");
}

#[test]
fn a_folder_that_may_not_be_written_is_written_in_place() {
    let place = Place::new();
    let path = place.file("map.ron", old());
    let root = place.root();
    chmod(root, 0o777);
    if is_root() {
        std::os::unix::fs::chown(&path, Some(65534), Some(65534)).unwrap();
    }
    chmod(&place.folder(), 0o555);
    let run = command(&[], "save", root, "");
    let out = if is_root() { as_nobody(run) } else { run }
        .output()
        .unwrap();
    chmod(&place.folder(), 0o755);
    assert!(
        String::from_utf8_lossy(&out.stdout).contains("outcome: saved"),
        "{out:?}"
    );
    assert_eq!(fs::read(&path).unwrap(), new());
    assert!(place.copies().is_empty());
}

#[test]
fn extended_attributes_stay() {
    let place = Place::new();
    let path = place.file("map.ron", "old");
    let values = [
        ("user.tool", "figma".as_bytes()),
        ("user.empty", b""),
        ("user.bytes", b"\0\xff"),
    ];
    for (name, value) in values {
        if let Err(e) = rustix::fs::setxattr(&path, name, value, XattrFlags::empty()) {
            return skip(
                "extended_attributes_stay",
                &format!("no user attributes here: {e}"),
            );
        }
    }
    // Those of the system, which root may set.
    let system: [(&str, &[u8]); 2] = [("trusted.tool", b"figma"), ("security.tool", b"label")];
    let is_set = |(name, value): &(&str, &[u8])| {
        rustix::fs::setxattr(&path, *name, value, XattrFlags::empty()).is_ok()
    };
    let system: Vec<_> = system.into_iter().filter(is_set).collect();
    assert!(system.len() == 2 || !is_root());
    let before = inode(&path);
    place.rewrite(&path, b"new").unwrap();
    for (name, value) in values.into_iter().chain(system) {
        let mut kept = vec![0; 64];
        let size = rustix::fs::getxattr(&path, name, kept.as_mut_slice()).unwrap();
        assert_eq!(&kept[..size], value, "{name}");
    }
    assert_ne!(inode(&path), before, "replaced, not written in place");
}

fn acl(path: &Path, arguments: &[&str]) -> bool {
    let run = Command::new("setfacl").args(arguments).arg(path).output();
    run.is_ok_and(|out| out.status.success())
}

fn acl_of(path: &Path) -> String {
    let out = Command::new("getfacl")
        .args(["--omit-header", "-n"])
        .arg(path)
        .output()
        .unwrap();
    String::from_utf8(out.stdout).unwrap()
}

#[test]
fn access_lists_stay_and_the_folders_own_are_not_inherited() {
    let place = Place::new();
    let with = place.file("with.ron", "old");
    let without = place.file("without.ron", "old");
    chmod(&without, 0o600);
    let entries = "u:1234:rw,u:77:---,g:4321:r,m::rw";
    if !acl(&with, &["-m", entries]) || !acl(&place.folder(), &["-d", "-m", "u:77:rwx"]) {
        return skip("access_lists_stay", "no setfacl, or no access lists here");
    }
    for path in [&with, &without] {
        let (before, old) = (acl_of(path), inode(path));
        place.rewrite(path, b"new").unwrap();
        assert_eq!(acl_of(path), before);
        assert_ne!(inode(path), old, "replaced, not written in place");
    }
    // A new file does inherit, like any other.
    let new = place.at("new.ron");
    place.save(&OnDisk::absent(&new).unwrap(), b"new").unwrap();
    assert_eq!(acl_of(&new), acl_of(&place.file("plain", "")));
}

#[test]
fn a_symlink_stays_one_however_it_leads_there() {
    let place = Place::new();
    let path = place.file("map.ron", "old");
    fs::create_dir(place.at("sub")).unwrap();
    symlink(&path, place.at("absolute")).unwrap();
    symlink("map.ron", place.at("relative")).unwrap();
    symlink("../relative", place.at("sub/chained")).unwrap();
    symlink("sub", place.at("folder")).unwrap();
    // As long a chain as Linux follows.
    symlink("map.ron", place.at("link-1")).unwrap();
    for n in 2..=39 {
        symlink(format!("link-{}", n - 1), place.at(format!("link-{n}"))).unwrap();
    }
    for link in [
        "absolute",
        "relative",
        "sub/chained",
        "folder/chained",
        "link-39",
    ] {
        let given = place.at(link);
        let saved = place.rewrite(&given, link.as_bytes()).unwrap();
        assert_eq!(fs::read(&path).unwrap(), link.as_bytes());
        assert!(fs::symlink_metadata(&given).unwrap().is_symlink(), "{link}");
        assert_eq!(
            (saved.path(), saved.real()),
            (&*given, &*path.canonicalize().unwrap())
        );
    }
    assert!(!fs::symlink_metadata(&path).unwrap().is_symlink());
}

#[test]
fn a_dangling_symlink_is_where_the_new_file_goes() {
    let place = Place::new();
    fs::create_dir(place.at("sub")).unwrap();
    symlink("../later.ron", place.at("sub/two")).unwrap();
    symlink("sub/two", place.at("one")).unwrap();
    let saved = place
        .save(&OnDisk::absent(&place.at("one")).unwrap(), b"new")
        .unwrap();
    assert_eq!(fs::read(place.at("later.ron")).unwrap(), b"new");
    assert_eq!(saved.real(), place.at("later.ron").canonicalize().unwrap());
    assert!(fs::symlink_metadata(place.at("one")).unwrap().is_symlink());
    assert!(
        fs::symlink_metadata(place.at("sub/two"))
            .unwrap()
            .is_symlink()
    );
}

#[test]
fn a_hard_link_keeps_both_names() {
    let place = Place::new();
    let path = place.file("map.ron", old());
    fs::hard_link(&path, place.at("other.ron")).unwrap();
    let saved = place.rewrite(&path, &new()).unwrap();
    assert_eq!(fs::read(place.at("other.ron")).unwrap(), new());
    assert_eq!(inode(&path), inode(&place.at("other.ron")));
    // Longer again, through what the first save returned.
    place.save(&saved, &old()).unwrap();
    assert_eq!(fs::read(place.at("other.ron")).unwrap(), old());
    assert_eq!(place.names(), ["map.ron", "other.ron"]);
    assert!(place.copies().is_empty());
    assert!(left_copies(&path, &place.places()).is_empty());
}

#[test]
fn any_name_will_do() {
    let place = Place::new();
    let names: [&[u8]; 5] = [
        &[b'n'; 255],
        b"two words.ron",
        b"two\nlines.ron",
        b"-rf",
        b"\xff\xfe.ron",
    ];
    for name in names {
        let path = place.at(OsStr::from_bytes(name));
        let saved = place.save(&OnDisk::absent(&path).unwrap(), b"new").unwrap();
        place.save(&saved, b"newer").unwrap();
        fs::hard_link(&path, place.at("second")).unwrap();
        place.rewrite(&path, b"in place").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"in place");
        assert_eq!(place.names().len(), 2);
        fs::remove_file(&path).unwrap();
        fs::remove_file(place.at("second")).unwrap();
    }
}

#[test]
fn whatever_happens_to_a_file_changes_its_stamp() {
    let place = Place::new();
    let path = place.file("map.ron", "old");
    let mut stamps = vec![Stamp::at(&path)];
    assert_eq!(Stamp::at(&path), stamps[0], "nothing happened");
    let mut happened = |what: &str| {
        let stamp = Stamp::at(&path);
        assert!(!stamps.contains(&stamp), "{what}");
        stamps.push(stamp);
    };
    let earlier = std::time::SystemTime::UNIX_EPOCH;
    let file = fs::File::options().write(true).open(&path).unwrap();
    file.set_modified(earlier).unwrap();
    happened("an older time");
    chmod(&path, 0o640);
    happened("another mode");
    fs::write(&path, "").unwrap();
    happened("cut short");
    let other = place.file("other", "new");
    fs::rename(&other, &path).unwrap();
    happened("replaced");
    fs::remove_file(&path).unwrap();
    happened("removed");
    assert_eq!(Stamp::at(&path), None);
    fs::create_dir(&path).unwrap();
    happened("a folder in its place");
}

#[test]
fn a_link_that_now_leads_elsewhere_has_changed() {
    let place = Place::new();
    place.file("one.ron", "one");
    place.file("two.ron", "two");
    let link = place.at("link");
    symlink("one.ron", &link).unwrap();
    let on_disk = read(&link).unwrap();
    let before = Stamp::at(&link);
    fs::remove_file(&link).unwrap();
    symlink("two.ron", &link).unwrap();
    assert_ne!(Stamp::at(&link), before);
    assert!(place.save(&on_disk, b"new").is_err());
    assert_eq!(fs::read(place.at("two.ron")).unwrap(), b"two");
}

#[test]
fn a_file_mounted_by_itself_is_written_in_place() {
    if !has("unshare", &["--mount", "true"]) {
        return skip("a_file_mounted_by_itself", "no right to mount");
    }
    let place = Place::new();
    let path = place.file("map.ron", old());
    let mounted = place.file("mounted", "");
    let script = "mount --bind \"$1\" \"$2\" && shift 2 && exec \"$@\"";
    let root = place.root();
    let run = command(&[], "save", root, "");
    // Mounted over the target, the other file is what is opened, and cannot be replaced.
    let mut shell = Command::new("unshare");
    shell
        .args(["--mount", "sh", "-c", script, "sh"])
        .args([&mounted, &path]);
    shell.arg(run.get_program()).args(run.get_args());
    shell.envs(
        run.get_envs()
            .filter_map(|(name, value)| Some((name, value?))),
    );
    let out = shell.output().unwrap();
    assert!(
        String::from_utf8_lossy(&out.stdout).contains("outcome: saved"),
        "{out:?}"
    );
    assert_eq!(fs::read(mounted).unwrap(), new());
    assert_eq!(fs::read(&path).unwrap(), old(), "what lies under the mount");
}
