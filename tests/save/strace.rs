//! Every system call of every way to save, killed and failed one after the other with strace.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::child::{END_MARK, command, new, old};
use crate::place::{Place, chmod, has, is_root, long, mode, skip};

/// A way to save, by what makes `save` take it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Way {
    Replace,
    InPlace,
    New,
}

/// How often each system call is made during a save.
type Calls = BTreeMap<String, usize>;

impl Way {
    /// A fresh place with a file that will be saved this way.
    fn place(self) -> Place {
        let place = Place::new();
        if self == Self::New {
            return place;
        }
        let path = place.file("map.ron", old());
        chmod(&path, 0o640);
        if self == Self::InPlace {
            fs::hard_link(path, place.at("second.ron")).unwrap();
        }
        place
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
        let before = (self != Self::New).then(old);
        let whole = file == before || file == Some(new());
        let copied = self == Self::InPlace && place.left(&path).contains(&new());
        assert!(whole || copied, "{self:?}, {what}: torn");
        if file.is_some() && self != Self::New {
            assert_eq!(mode(&path), 0o640, "{self:?}, {what}");
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

/// Runs one save under strace, and returns how it went: nothing if it was killed.
fn trace(place: &Place, expressions: &[&str]) -> String {
    let mut saver = command(&[], "save", place.root(), "")
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

/// Counts the calls of a save that nothing happens to.
fn calls(way: Way) -> Calls {
    let place = way.place();
    assert_eq!(trace(&place, &["trace=all"]), "saved");
    let log = fs::read_to_string(log(&place)).unwrap();
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

/// Every call of a save, as strace's `NAME` and `when=N`; each `step`th of them.
fn points(way: Way, step: usize) -> Vec<(String, usize)> {
    let each = |(name, count): (String, usize)| (1..=count).map(move |n| (name.clone(), n));
    calls(way)
        .into_iter()
        .flat_map(each)
        .step_by(step)
        .collect()
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
    for (name, n) in points(way, 1) {
        let place = way.place();
        let outcome = trace(&place, &[&format!("inject={name}:signal=KILL:when={n}")]);
        let what = format!("killed at {name} {n}");
        assert_eq!(outcome, "", "{way:?}, {what}: not killed");
        way.check_whole(&place, &what);
        if way != Way::New || place.at("map.ron").exists() {
            way.check_next(&place, &what);
        }
    }
}

fn fail_everywhere(way: Way, errors: &[&str]) {
    if !strace_is_here("fail_everywhere") {
        return;
    }
    let step = if long() { 1 } else { 3 };
    for error in errors {
        for (name, n) in points(way, step) {
            let place = way.place();
            let expression = format!("inject={name}:error={error}:when={n}");
            let outcome = trace(&place, &[&expression]);
            check_outcome(way, &place, &outcome, &expression);
        }
    }
}

fn check_outcome(way: Way, place: &Place, outcome: &str, what: &str) {
    let file = fs::read(place.at("map.ron")).ok();
    let before = (way != Way::New).then(old);
    if outcome == "saved" {
        assert!(file == Some(new()), "{way:?}, {what}: said to be saved");
    } else if outcome.starts_with("failed") {
        assert!(
            file == before,
            "{way:?}, {what}: failed, and not as before: {outcome}"
        );
    } else {
        assert_eq!(outcome, "unsynced", "{way:?}, {what}");
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

fn errors() -> &'static [&'static str] {
    if long() {
        &["EIO", "ENOSPC", "EPERM", "EINTR", "EOPNOTSUPP"]
    } else {
        &["EIO"]
    }
}

#[test]
fn a_replaced_file_survives_a_failure_of_every_call() {
    fail_everywhere(Way::Replace, errors());
}

#[test]
fn a_file_written_in_place_survives_a_failure_of_every_call() {
    fail_everywhere(Way::InPlace, errors());
}

#[test]
fn a_new_file_survives_a_failure_of_every_call() {
    fail_everywhere(Way::New, errors());
}

/// A save that meets these failures, and the outcome it must have.
fn meets(way: Way, failures: &[&str], wanted: &str) -> Option<Place> {
    if !strace_is_here("meets") {
        return None;
    }
    let place = way.place();
    let outcome = trace(&place, failures);
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
    assert_eq!(trace(&place, &["trace=all"]), "saved");
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
    assert_eq!(
        trace(&place, &["inject=fsync:error=EIO:when=6"]),
        "unsynced"
    );
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
