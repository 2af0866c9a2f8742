//! Every system call of every way to save, of the recovery log, and of opening a file, killed and
//! failed one after the other with strace.
//!
//! The normal run kills at every call, and fails every call with one error, another one at each;
//! the long form fails every call with every error, once and for good.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use touchline::document::recovery::{Log, left_logs};

use crate::child::{END_MARK, TYPED, command, new, old, typed};
use crate::place::{Place, chmod, has, is_root, long, mode, skip};

/// A way to save, by what makes `save` take it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Way {
    Replace,
    InPlace,
    New,
    /// As new, after the file's own place was refused.
    Elsewhere,
}

/// How often each system call is made during a save.
type Calls = BTreeMap<String, usize>;

impl Way {
    /// A fresh place with a file that will be saved this way.
    fn place(self) -> Place {
        let place = Place::new();
        match self {
            Self::New => return place,
            Self::Elsewhere => {
                fs::create_dir(place.root().join("other")).unwrap();
                fs::write(original(&place), old()).unwrap();
                chmod(&original(&place), 0o444);
                return place;
            }
            _ => {}
        }
        let path = place.file("map.ron", old());
        chmod(&path, 0o640);
        if self == Self::InPlace {
            fs::hard_link(path, place.at("second.ron")).unwrap();
        }
        place
    }

    /// What is done in a process of its own.
    fn job(self) -> &'static str {
        match self {
            Self::Elsewhere => "elsewhere",
            _ => "save",
        }
    }

    /// What the file holds before it is saved.
    fn before(self) -> Option<Vec<u8>> {
        matches!(self, Self::Replace | Self::InPlace).then(old)
    }

    fn names(self) -> &'static [&'static str] {
        if self == Self::InPlace {
            &["map.ron", "second.ron"]
        } else {
            &["map.ron"]
        }
    }

    /// What stands there is whole, or a whole copy is offered.
    fn check_whole(self, place: &Place, what: &str) {
        let path = place.at("map.ron");
        let file = fs::read(&path).ok();
        let whole = file == self.before() || file == Some(new());
        let copied = self == Self::InPlace && place.left(&path).contains(&new());
        assert!(whole || copied, "{self:?}, {what}: torn");
        if self.before().is_some() {
            assert_eq!(mode(&path), 0o640, "{self:?}, {what}");
        }
        if self == Self::Elsewhere {
            assert_eq!(fs::read(original(place)).unwrap(), old(), "{what}");
        }
    }

    /// After the next open has swept, nothing litters the folder, and the next save works.
    fn check_next(self, place: &Place, what: &str) {
        let path = place.at("map.ron");
        place.sweep(&path);
        let names = place.names();
        assert!(
            names.is_empty() || names == self.names(),
            "{self:?}, {what}: {names:?}"
        );
        let links = fs::metadata(&path).map_or(1, |meta| meta.nlink() as usize);
        assert!(
            links == self.names().len(),
            "{self:?}, {what}: {links} links"
        );
        if path.exists() {
            place.rewrite(&path, b"next").unwrap();
            assert_eq!(fs::read(&path).unwrap(), b"next");
        }
    }
}

/// The file whose place is refused before it is saved elsewhere.
fn original(place: &Place) -> PathBuf {
    place.root().join("other/map.ron")
}

/// Runs one job under strace, and returns how it went: nothing if it was killed.
fn trace(place: &Place, job: &str, expressions: &[&str]) -> String {
    let mut saver = command(&[], job, place.root(), "")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(saver.stdout.take().unwrap())
        .lines()
        .map(Result::unwrap);
    let named = lines.find(|line| line.starts_with("thread ")).unwrap();
    let mut strace = Command::new("strace")
        .args(expressions.iter().flat_map(|expression| ["-e", expression]))
        .args(["-p", named.rsplit('/').next().unwrap(), "-o"])
        .arg(log(place))
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // It says so once it is attached.
    let mut strace_says = BufReader::new(strace.stderr.take().unwrap());
    let mut attached = String::new();
    strace_says.read_line(&mut attached).unwrap();
    drop(saver.stdin.take());
    let outcome = lines.find_map(|line| Some(line.strip_prefix("outcome: ")?.to_owned()));
    saver.wait().unwrap();
    std::io::copy(&mut strace_says, &mut std::io::sink()).unwrap();
    strace.wait().unwrap();
    assert!(attached.contains("attached"), "{attached}");
    outcome.unwrap_or_default()
}

fn log(place: &Place) -> PathBuf {
    place.root().join("trace")
}

/// Counts the calls of a job that nothing happens to.
fn calls(place: &Place, job: &str, wanted: &str) -> Calls {
    assert_eq!(trace(place, job, &["trace=all"]), wanted);
    let log = fs::read_to_string(log(place)).unwrap();
    let mut calls = Calls::new();
    for line in log.lines().take_while(|line| !line.contains(END_MARK)) {
        if let Some((name, _)) = line.split_once('(').filter(|(name, _)| !is_memory(name)) {
            *calls.entry(name.to_owned()).or_default() += 1;
        }
    }
    calls
}

/// Calls that touch no file; failing them is the allocator's business.
fn is_memory(name: &str) -> bool {
    ["brk", "mmap", "munmap", "mremap", "madvise", "futex"].contains(&name)
}

/// Every call, as strace's `NAME` and `when=N`.
fn points(calls: Calls) -> Vec<(String, usize)> {
    let each = |(name, count): (String, usize)| (1..=count).map(move |n| (name.clone(), n));
    calls.into_iter().flat_map(each).collect()
}

fn points_of(way: Way) -> Vec<(String, usize)> {
    points(calls(&way.place(), way.job(), "saved"))
}

/// The calls to fail, each with its error: with one of them, in the long form with all.
fn faults(points: Vec<(String, usize)>) -> Vec<(String, usize, &'static str)> {
    let errors = |nth: usize| match long() {
        true => ERRORS.to_vec(),
        false => vec![ERRORS[nth % ERRORS.len()]],
    };
    let with = |(nth, (name, n)): (usize, (String, usize))| {
        let each = errors(nth).into_iter();
        each.map(move |error| (name.clone(), n, error))
    };
    points.into_iter().enumerate().flat_map(with).collect()
}

const ERRORS: [&str; 8] = [
    "ENOSPC",
    "EIO",
    "EROFS",
    "EACCES",
    "EINTR",
    "EDQUOT",
    "EPERM",
    "EOPNOTSUPP",
];

/// What the message must say of an error, in English or German.
fn words(error: &str) -> &'static [&'static str] {
    match error {
        "ENOSPC" => &["no space is left", "kein Platz mehr"],
        "EDQUOT" => &["quota", "Kontingent"],
        "EROFS" => &["read-only", "schreibgeschützt"],
        "EACCES" | "EPERM" => &["permission", "Berechtigung", "may not be", "darf nicht"],
        "EIO" => &["disk reports an error", "Datenträger meldet einen Fehler"],
        "EINTR" => &["interrupted", "unterbrochen"],
        _ => &["not supported"],
    }
}

/// What became of the faults of a sweep.
#[derive(Default)]
struct Tally {
    saved: usize,
    failed: usize,
    unsynced: usize,
}

impl Tally {
    fn count(&mut self, outcome: &str) {
        match outcome.split(|letter: char| !letter.is_alphabetic()).next() {
            Some("failed") => self.failed += 1,
            Some("unsynced") => self.unsynced += 1,
            _ => self.saved += 1,
        }
    }

    fn report(&self, what: impl std::fmt::Debug) {
        let Tally {
            saved,
            failed,
            unsynced,
        } = self;
        let all = saved + failed + unsynced;
        println!(
            "{what:?}: {all} faults, {saved} saved all the same, \
             {failed} refused and {unsynced} unconfirmed with the cause"
        );
    }
}

/// Whether strace is there and may follow a thread that is not its own child.
fn strace_is_here(test: &str) -> bool {
    if !has("strace", &["-V"]) {
        skip(test, "strace not found");
        return false;
    }
    let scope = fs::read_to_string("/proc/sys/kernel/yama/ptrace_scope").unwrap_or_default();
    let may = is_root() || matches!(scope.trim(), "" | "0");
    if !may {
        skip(test, "strace may not attach: kernel.yama.ptrace_scope");
    }
    may
}

fn kill_everywhere(way: Way) {
    if !strace_is_here("kill_everywhere") {
        return;
    }
    let points = points_of(way);
    for (name, n) in &points {
        let place = way.place();
        let what = format!("killed at {name} {n}");
        let kill = format!("inject={name}:signal=KILL:when={n}");
        let outcome = trace(&place, way.job(), &[&kill]);
        assert_eq!(outcome, "", "{way:?}, {what}: not killed");
        way.check_whole(&place, &what);
        if way.before().is_some() || place.at("map.ron").exists() {
            way.check_next(&place, &what);
        }
    }
    println!("{way:?}: killed at {} calls, none torn", points.len());
}

fn fail_everywhere(way: Way) {
    if !strace_is_here("fail_everywhere") {
        return;
    }
    let mut tally = Tally::default();
    for (name, n, error) in faults(points_of(way)) {
        fail(
            way,
            error,
            &format!("inject={name}:error={error}:when={n}"),
            &mut tally,
        );
    }
    tally.report(way);
}

/// A disk that stays full, read-only or broken. `EINTR` for ever is nothing that a system does.
fn fail_for_good(way: Way) {
    if !long() || !strace_is_here("fail_for_good") {
        return;
    }
    let mut tally = Tally::default();
    let names = calls(&way.place(), way.job(), "saved").into_keys();
    for name in names {
        for error in ERRORS.into_iter().filter(|error| *error != "EINTR") {
            fail(
                way,
                error,
                &format!("inject={name}:error={error}"),
                &mut tally,
            );
        }
    }
    tally.report(format!("{way:?} for good"));
}

fn fail(way: Way, error: &str, expression: &str, tally: &mut Tally) {
    let place = way.place();
    let outcome = trace(&place, way.job(), &[expression]);
    check_outcome(way, &place, &outcome, expression);
    check_words(error, &outcome, &format!("{way:?}, {expression}"));
    let is_saved = outcome == "saved";
    assert!(
        !(is_saved && must_not_be_saved(expression)),
        "{way:?}, {expression}"
    );
    tally.count(&outcome);
}

/// A call without which the bytes are not on the disk. `EINTR` is tried again, and a folder that
/// cannot be synced at all says `EOPNOTSUPP`.
fn must_not_be_saved(expression: &str) -> bool {
    let calls = ["fsync", "write", "pwrite64", "ftruncate"];
    let harmless = ["EINTR", "EOPNOTSUPP"];
    calls
        .iter()
        .any(|call| expression.contains(&format!("={call}:")))
        && !harmless.iter().any(|error| expression.contains(error))
}

/// Both messages name the cause.
fn check_words(error: &str, outcome: &str, what: &str) {
    let mut messages = outcome.split(" | ").skip(1);
    let says = |message: &str| words(error).iter().any(|word| message.contains(word));
    assert!(messages.all(says), "{what}: {outcome}");
}

fn check_outcome(way: Way, place: &Place, outcome: &str, what: &str) {
    let file = fs::read(place.at("map.ron")).ok();
    if outcome == "saved" {
        assert!(file == Some(new()), "{way:?}, {what}: said to be saved");
    } else if outcome.starts_with("failed") {
        let as_before = file == way.before();
        assert!(
            as_before,
            "{way:?}, {what}: failed, and not as before: {outcome}"
        );
    } else {
        assert!(
            outcome.starts_with("unsynced"),
            "{way:?}, {what}: {outcome}"
        );
    }
    way.check_whole(place, what);
    if file.is_some() {
        way.check_next(place, what);
    }
}

#[test]
fn a_replaced_file_survives_a_kill_at_every_call() {
    kill_everywhere(Way::Replace);
}

#[test]
fn a_file_written_in_place_survives_a_kill_at_every_call() {
    kill_everywhere(Way::InPlace);
}

#[test]
fn a_new_file_survives_a_kill_at_every_call() {
    kill_everywhere(Way::New);
}

#[test]
fn a_file_saved_elsewhere_survives_a_kill_at_every_call() {
    kill_everywhere(Way::Elsewhere);
}

#[test]
fn a_replaced_file_survives_a_failure_of_every_call() {
    fail_everywhere(Way::Replace);
    fail_for_good(Way::Replace);
}

#[test]
fn a_file_written_in_place_survives_a_failure_of_every_call() {
    fail_everywhere(Way::InPlace);
    fail_for_good(Way::InPlace);
}

#[test]
fn a_new_file_survives_a_failure_of_every_call() {
    fail_everywhere(Way::New);
    fail_for_good(Way::New);
}

#[test]
fn a_file_saved_elsewhere_survives_a_failure_of_every_call() {
    fail_everywhere(Way::Elsewhere);
    fail_for_good(Way::Elsewhere);
}

/// The recovery log's last text that is known to be in it.
fn check_log(place: &Place, known: usize, what: &str) {
    let mut left = left_logs(Some(&place.at("map.ron")), &place.places());
    let text = left.pop().map(|log| log.text);
    let nth = text.map_or(0, |text| (1..=TYPED).find(|n| typed(*n) == text).unwrap());
    let is_there = left.is_empty() && (known..=TYPED).contains(&nth);
    assert!(is_there, "{what}: {nth} of {known} recovered");
    assert!(place.copies().len() <= 1, "{what}: {:?}", place.copies());
    assert_eq!(fs::read(place.at("map.ron")).unwrap(), old(), "{what}");
}

fn logging() -> Place {
    let place = Place::new();
    place.file("map.ron", old());
    place
}

const LOGGED: &str = "logged [true, true, true, true, true] synced true";

#[test]
fn the_recovery_log_survives_a_kill_at_every_call() {
    if !strace_is_here("the_recovery_log_survives_a_kill_at_every_call") {
        return;
    }
    let points = points(calls(&logging(), "log", LOGGED));
    for (name, n) in &points {
        let place = logging();
        let kill = format!("inject={name}:signal=KILL:when={n}");
        assert_eq!(trace(&place, "log", &["trace=all", &kill]), "");
        let trace = fs::read_to_string(log(&place)).unwrap();
        let is_done = |line: &&str| {
            let result = line.rsplit(" = ").next().unwrap_or_default();
            line.starts_with("write(") && result.starts_with(|it: char| it.is_ascii_digit())
        };
        // The first one is the beginning.
        let written = trace.lines().filter(is_done).count();
        check_log(&place, written.saturating_sub(1), &kill);
    }
    println!("Log: killed at {} calls, nothing lost", points.len());
}

#[test]
fn the_recovery_log_survives_a_failure_of_every_call() {
    if !strace_is_here("the_recovery_log_survives_a_failure_of_every_call") {
        return;
    }
    let mut tally = Tally::default();
    for (name, n, error) in faults(points(calls(&logging(), "log", LOGGED))) {
        let place = logging();
        let fault = format!("inject={name}:error={error}:when={n}");
        let outcome = trace(&place, "log", &[&fault]);
        let kept = outcome.split(['[', ']']).nth(1).unwrap_or_default();
        let last = kept.split(", ").collect::<Vec<_>>();
        let known = last
            .iter()
            .rposition(|it| *it == "true")
            .map_or(0, |at| at + 1);
        check_log(&place, known, &format!("{fault}: {outcome}"));
        tally.count(if outcome == LOGGED { "saved" } else { "failed" });
    }
    tally.report("Log");
}

#[test]
fn the_recovery_log_is_synced_with_its_name() {
    if !strace_is_here("the_recovery_log_is_synced_with_its_name") {
        return;
    }
    let place = logging();
    assert_eq!(trace(&place, "log", &["trace=write,fsync"]), LOGGED);
    let trace = fs::read_to_string(log(&place)).unwrap();
    let names = trace
        .lines()
        .filter_map(|line| Some(line.split_once('(')?.0));
    let written = ["write"; TYPED + 1];
    // Before them the new folders, of which there are three.
    let wanted = [&["fsync"; 3][..], &written, &["fsync", "fsync"]].concat();
    assert!(names.eq(wanted), "{trace}");
}

/// A file with all that earlier crashes may have left of it.
fn crashed() -> Place {
    let place = logging();
    place.file(".touchline-999999-0.tmp", "half");
    let path = place.at("map.ron").canonicalize().unwrap();
    let mut log = Log::begin(&place.places(), Some(&path), &old(), &[]).unwrap();
    log.follow(&old(), &typed(1)).unwrap();
    let name = path.to_str().unwrap();
    let copy = [
        format!("touchline-copy 1 {}\n{name}\n\n", name.len()).into_bytes(),
        new(),
    ];
    let folder = place.places().recovery_folder;
    fs::write(folder.join("999999-0.copy"), copy.concat()).unwrap();
    place
}

fn check_opened(place: &Place, what: &str) {
    let path = place.at("map.ron");
    assert_eq!(fs::read(&path).unwrap(), old(), "{what}");
    assert_eq!(place.left(&path), [new()], "{what}");
    let logs = left_logs(Some(&path), &place.places());
    assert!(logs.len() == 1 && logs[0].text == typed(1), "{what}");
    place.sweep(&path);
    assert_eq!(place.names(), ["map.ron"], "{what}");
}

const OPENED: &str = "opened true 1 1";

#[test]
fn what_crashes_left_survives_a_kill_or_failure_of_every_call_of_an_open() {
    if !strace_is_here("what_crashes_left_survives") {
        return;
    }
    let points = points(calls(&crashed(), "open", OPENED));
    for (name, n) in &points {
        let place = crashed();
        let kill = format!("inject={name}:signal=KILL:when={n}");
        assert_eq!(trace(&place, "open", &[&kill]), "");
        check_opened(&place, &kill);
    }
    let killed = points.len();
    let mut faults = faults(points);
    // The standard library takes it that closing a folder cannot fail, as it cannot outside of here.
    faults.retain(|(name, ..)| name != "close");
    for (name, n, error) in &faults {
        let place = crashed();
        let fault = format!("inject={name}:error={error}:when={n}");
        let outcome = trace(&place, "open", &[&fault]);
        assert!(outcome.starts_with("opened"), "{fault}: {outcome}");
        check_opened(&place, &fault);
    }
    println!(
        "Open: killed at {killed} calls, {} faults, nothing lost",
        faults.len()
    );
}

/// A save that meets these failures, and the outcome it must have.
fn meets(way: Way, failures: &[&str], wanted: &str) -> Option<Place> {
    if !strace_is_here("meets") {
        return None;
    }
    let place = way.place();
    let outcome = trace(&place, way.job(), failures);
    assert!(
        outcome.starts_with(wanted),
        "{way:?}, {failures:?}: {outcome}"
    );
    check_outcome(way, &place, &outcome, &failures.join(" "));
    Some(place)
}

/// The calls of a save that write, in their order.
fn writes(way: Way) -> Vec<String> {
    let place = way.place();
    assert_eq!(trace(&place, way.job(), &["trace=all"]), "saved");
    let log = fs::read_to_string(log(&place)).unwrap();
    let mut created = log.lines().filter(|line| line.contains("O_EXCL"));
    assert!(
        way == Way::New || created.all(|line| line.contains(", 0600)")),
        "{log}"
    );
    let names = log.lines().take_while(|line| !line.contains(END_MARK));
    let names = names.filter_map(|line| Some(line.split_once('(')?.0));
    let writing = [
        "flock", "mkdir", "write", "fchmod", "sync", "rename", "truncate", "unlink",
    ];
    let short = |name: &str| writing.into_iter().find(|short| name.contains(short));
    names.filter_map(short).map(str::to_owned).collect()
}

/// What a power cut would leave cannot be tried here; what prevents it can be seen.
#[test]
fn each_byte_and_name_is_synced_before_what_relies_on_it() {
    if !strace_is_here("each_byte_and_name_is_synced_before_what_relies_on_it") {
        return;
    }
    assert_eq!(
        writes(Way::New),
        ["flock", "write", "sync", "rename", "sync"]
    );
    let replaced = ["flock", "write", "fchmod", "sync", "rename", "sync"];
    assert_eq!(writes(Way::Replace), replaced);
    let in_place = [
        // The folder, then the file with its other names.
        &["flock", "flock"][..],
        &["mkdir", "sync"].repeat(3),
        // The copy: its first line, the text, its name.
        &["flock", "write", "write", "sync", "rename", "sync"],
        &["write", "truncate", "sync", "unlink"],
    ];
    assert_eq!(writes(Way::InPlace), in_place.concat());
}

#[test]
fn a_lock_that_never_comes_is_given_up() {
    if long() {
        meets(
            Way::Replace,
            &["inject=flock:error=EAGAIN"],
            "failed: Locked",
        );
    }
}

#[test]
fn no_space_is_said_and_nothing_is_left_behind() {
    for (way, call) in [
        (Way::Replace, "fsync"),
        (Way::New, "fsync"),
        (Way::InPlace, "pwrite64"),
    ] {
        meets(
            way,
            &[&format!("inject={call}:error=ENOSPC:when=1")],
            "failed: NoSpace",
        );
    }
}

#[test]
fn a_failed_sync_in_place_is_not_tried_again_and_the_copy_stays() {
    let test = "a_failed_sync_in_place_is_not_tried_again_and_the_copy_stays";
    if !strace_is_here(test) {
        return;
    }
    let place = Way::InPlace.place();
    // Three for the new folders, two for the copy and its name, then the file.
    let outcome = trace(&place, "save", &["inject=fsync:error=EIO:when=6"]);
    assert!(outcome.starts_with("unsynced"), "{outcome}");
    assert_eq!(
        fs::read_to_string(log(&place))
            .unwrap()
            .matches("fsync(")
            .count(),
        6
    );
    assert_eq!(place.copies().len(), 1);
}

#[test]
fn a_failed_roll_back_leaves_the_copy() {
    let failures = ["inject=pwrite64:error=EIO:when=1+"];
    if let Some(place) = meets(Way::InPlace, &failures, "unsynced") {
        assert_eq!(place.copies().len(), 1);
    }
}

#[test]
fn file_systems_without_locks_exclusive_renames_or_links_are_saved_to() {
    let no_lock = "inject=flock:error=EBADF";
    let no_rename = "inject=renameat2:error=EINVAL";
    let no_link = "inject=linkat:error=EPERM";
    meets(Way::New, &[no_rename], "saved");
    meets(Way::New, &[no_lock, no_rename, no_link], "saved");
    meets(
        Way::Replace,
        &[no_lock, "inject=fsync:error=EINVAL:when=2"],
        "saved",
    );
}

#[test]
fn what_cannot_be_carried_over_is_written_in_place() {
    for call in ["flistxattr", "fchmod"] {
        let failure = format!("inject={call}:error=EPERM:when=1");
        if let Some(place) = meets(Way::Replace, &[&failure], "saved") {
            assert!(place.copies().is_empty());
        }
    }
}
