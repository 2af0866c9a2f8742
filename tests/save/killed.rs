//! Kills at random moments, and two processes that write the same file.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant, SystemTime};

use crate::child::{command, version};
use crate::place::{Place, long};

/// A generator of its own for moments: xorshift, seeded by the clock.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new() -> Self {
        let now = SystemTime::UNIX_EPOCH.elapsed().unwrap();
        Self(now.as_nanos() as u64 | 1)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }

    /// Waits at most so many microseconds.
    pub(crate) fn spin(&mut self, limit: u64) {
        let end = Instant::now() + Duration::from_micros(self.below(limit));
        while Instant::now() < end {
            std::hint::spin_loop();
        }
    }
}

/// Lets a saver run, kills it somewhere, and returns the last version it said was saved.
fn run_and_kill(root: &Path, random: &mut Random) -> usize {
    let mut saver = command(&[], "versions", root, "")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(saver.stdout.take().unwrap())
        .lines()
        .map(Result::unwrap);
    let mut said = lines.filter_map(|line| line.strip_prefix("saved ")?.parse().ok());
    let heard = said.by_ref().take(random.below(4) as usize).last();
    random.spin(6_000);
    saver.kill().unwrap();
    saver.wait().unwrap();
    said.last().or(heard).unwrap_or(0)
}

fn kill_at_random(place: &Place, whole: impl Fn(&[u8]) -> Vec<Vec<u8>>) {
    let path = place.at("map.ron");
    let mut random = Random::new();
    let rounds = if long() { 1_250 } else { 15 };
    for _ in 0..rounds {
        let before = fs::read(&path).unwrap();
        let said = run_and_kill(place.root(), &mut random);
        let texts = whole(&fs::read(&path).unwrap());
        let last = if said == 0 {
            before.clone()
        } else {
            version(said)
        };
        // It may have been killed after a save, but before it could say so.
        let whole = texts.contains(&last) || texts.contains(&version(said + 1));
        assert!(whole, "after version {said}");
        fs::write(&path, &before).unwrap();
    }
    place.sweep(&path);
    println!("{rounds} kills at random: 0 torn, 0 missing");
}

#[test]
fn a_save_killed_at_random_leaves_a_whole_file() {
    let place = Place::new();
    place.file("map.ron", version(0));
    kill_at_random(&place, |file| vec![file.to_owned()]);
    assert_eq!(place.names(), ["map.ron"]);
}

#[test]
fn a_write_in_place_killed_at_random_leaves_a_whole_file_or_copy() {
    let place = Place::new();
    let path = place.file("map.ron", version(0));
    fs::hard_link(&path, place.at("second.ron")).unwrap();
    kill_at_random(&place, |file| {
        let mut texts = place.left(&path);
        texts.push(file.to_owned());
        for copy in place.copies() {
            fs::remove_file(place.places().recovery_folder.join(copy)).unwrap();
        }
        texts
    });
    assert_eq!(place.names(), ["map.ron", "second.ron"]);
}

/// Two processes add lines to one file, each by its own name of it, which may be the same: every
/// line that was saved is there at the end.
fn race(places: [&Place; 2]) {
    let rounds: usize = if long() { 20_000 } else { 100 };
    let ids = ["a", "b"];
    let racers = [0, 1].map(|n| {
        let mut racer = command(&[], "append", places[n].root(), ids[n]);
        racer.env("TOUCHLINE_TEST_ROUNDS", rounds.to_string());
        racer
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    });
    for racer in racers {
        let out = racer.wait_with_output().unwrap();
        assert!(out.status.success(), "{out:?}");
    }
    let text = fs::read_to_string(places[0].at("map.ron")).unwrap();
    for id in ids {
        let prefix = format!("{id} ");
        let lines = text
            .lines()
            .filter_map(|line| line.strip_prefix(&prefix)?.parse::<usize>().ok());
        assert!(lines.eq(0..rounds), "lines of {id} are missing:\n{text}");
    }
    let whose: Vec<&str> = text.lines().map(|line| &line[..1]).collect();
    let turns = whose.windows(2).filter(|pair| pair[0] != pair[1]).count();
    println!("2 processes × {rounds} saves: 0 lost, {turns} times the other one came next");
}

#[test]
fn two_processes_lose_no_save() {
    let place = Place::new();
    place.file("map.ron", "");
    race([&place, &place]);
    assert_eq!(place.names(), ["map.ron"]);
}

#[test]
fn two_processes_that_write_in_place_lose_no_save() {
    let place = Place::new();
    fs::hard_link(place.file("map.ron", ""), place.at("second.ron")).unwrap();
    race([&place, &place]);
    assert!(place.copies().is_empty());
}

#[test]
fn two_processes_with_two_names_of_a_file_lose_no_save() {
    let (one, two) = (Place::new(), Place::new());
    fs::hard_link(one.file("map.ron", ""), two.at("map.ron")).unwrap();
    race([&one, &two]);
}
