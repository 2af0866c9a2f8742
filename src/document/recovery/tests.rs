//! Logs on a disk: found once their process is dead, each with what it had.

use std::fs;
use std::path::PathBuf;

use super::{Log, left_logs};
use crate::document::save::Places;

struct Place {
    _folder: tempfile::TempDir,
    file: PathBuf,
    places: Places,
}

fn place() -> Place {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("map.ron");
    fs::write(&file, "old").expect("a file");
    let places = Places {
        recovery_folder: folder.path().join("state").join("recovery"),
    };
    Place {
        _folder: folder,
        file,
        places,
    }
}

/// A log as a process leaves it that dies: its lock goes with it.
fn leave(place: &Place, texts: &[&str], holds: &[PathBuf]) -> PathBuf {
    let mut log = Log::begin(&place.places, Some(&place.file), b"old", holds).expect("a log");
    for text in texts {
        log.follow(b"old", text).expect("a record");
    }
    log.path().to_owned()
}

fn texts(place: &Place) -> Vec<String> {
    let left = left_logs(Some(&place.file), &place.places);
    left.into_iter().map(|it| it.text).collect()
}

#[test]
fn what_a_dead_process_had_is_found_by_its_file_alone() {
    let place = place();
    leave(&place, &["new", "newer"], &[]);
    let other = place.file.with_file_name("other.ron");
    assert!(left_logs(Some(&other), &place.places).is_empty());
    assert!(left_logs(None, &place.places).is_empty());
    let left = left_logs(Some(&place.file), &place.places);
    assert_eq!(
        (left[0].base.as_slice(), left[0].text.as_str()),
        (&b"old"[..], "newer")
    );
    left[0].remove();
    assert!(texts(&place).is_empty());
}

#[test]
fn the_log_of_a_living_process_is_not_offered() {
    let place = place();
    let mut log = Log::begin(&place.places, Some(&place.file), b"old", &[]).expect("a log");
    log.follow(b"old", "new").expect("a record");
    assert!(texts(&place).is_empty());
    drop(log);
    assert_eq!(texts(&place), ["new"]);
}

#[test]
fn several_crashes_are_kept_apart_the_newest_first() {
    let place = place();
    let one = leave(&place, &["one"], &[]);
    leave(&place, &["two"], &[]);
    let earlier = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1);
    let file = fs::File::options().append(true).open(one).expect("the log");
    file.set_modified(earlier).expect("a time");
    assert_eq!(texts(&place), ["two", "one"]);
}

#[test]
fn what_was_recovered_is_offered_once_and_goes_with_the_log_that_has_it() {
    let place = place();
    let one = leave(&place, &["one"], &[]);
    let two = leave(&place, &["one", "one and more"], std::slice::from_ref(&one));
    assert_eq!(texts(&place), ["one and more"]);
    left_logs(Some(&place.file), &place.places)[0].remove();
    assert!(!one.exists() && !two.exists());
}

#[test]
fn a_log_without_a_change_is_of_no_use() {
    let place = place();
    let log = leave(&place, &["new", "old"], &[]);
    assert!(texts(&place).is_empty() && !log.exists());
}

#[test]
fn a_log_whose_text_the_file_has_by_now_is_of_no_use() {
    let place = place();
    let log = leave(&place, &["new"], &[]);
    fs::write(&place.file, "new").expect("a file");
    assert!(texts(&place).is_empty() && !log.exists());
}

#[test]
fn a_new_base_stays_with_the_text() {
    let place = place();
    let mut log = Log::begin(&place.places, Some(&place.file), b"old", &[]).expect("a log");
    log.follow(b"old", "mine").expect("a record");
    log.follow(b"theirs", "mine and theirs").expect("a record");
    drop(log);
    let left = left_logs(Some(&place.file), &place.places);
    assert_eq!(left[0].base, b"theirs");
    assert_eq!(left[0].text, "mine and theirs");
}

#[test]
fn a_journey_without_file_has_its_log_too() {
    let place = place();
    let mut log = Log::begin(&place.places, None, b"", &[]).expect("a log");
    log.follow(b"", "Journey()").expect("a record");
    drop(log);
    assert_eq!(left_logs(None, &place.places)[0].text, "Journey()");
    assert!(texts(&place).is_empty());
}

#[test]
fn a_removed_log_is_gone() {
    let place = place();
    let mut log = Log::begin(&place.places, Some(&place.file), b"old", &[]).expect("a log");
    log.follow(b"old", "new").expect("a record");
    log.remove();
    assert!(texts(&place).is_empty());
}
