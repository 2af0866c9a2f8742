//! What the test binary does when a test starts it again as a process of its own.

use std::env;
use std::fs;
use std::io::{Read, Write};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::thread;

use touchline::document::file::{OnDisk, ReadError, read};
use touchline::document::recovery::{Log, left_logs};
use touchline::document::save::{Places, SaveError, left_copies, save, sweep};
use touchline::i18n::{Lang, read_error, save_error};

use crate::killed::Random;
use crate::place::places;

const JOB: &str = "TOUCHLINE_TEST_JOB";
const ROOT: &str = "TOUCHLINE_TEST_ROOT";
const ID: &str = "TOUCHLINE_TEST_ID";
/// Looked at right after the save, to be found in the trace.
pub(crate) const END_MARK: &str = "/touchline-end-of-save";
const NOBODY: u32 = 65534;

/// 100 KB; what is saved over it is shorter, so that a file torn before its end is cut shows.
pub(crate) fn old() -> Vec<u8> {
    b"old\n".repeat(25_000)
}

/// What the job `save` writes over [`old`].
pub(crate) fn new() -> Vec<u8> {
    b"other\n".repeat(15_000)
}

/// The command that does a job on `root/maps/map.ron`, behind a wrapper such as `unshare`.
pub(crate) fn command(wrapper: &[&str], job: &str, root: &Path, id: &str) -> Command {
    let me = env::current_exe().unwrap();
    let mut words = wrapper.iter().map(PathBuf::from).chain([me]);
    let mut command = Command::new(words.next().unwrap());
    command
        .args(words)
        .args(["child::child", "--exact", "--nocapture"]);
    command.env(JOB, job).env(ROOT, root).env(ID, id);
    command.stdin(Stdio::null());
    command
}

/// The same, without root's rights.
pub(crate) fn as_nobody(mut command: Command) -> Command {
    command.uid(NOBODY).gid(NOBODY);
    command
}

#[test]
fn child() {
    let Ok(job) = env::var(JOB) else {
        return;
    };
    let root = PathBuf::from(env::var_os(ROOT).unwrap());
    let file = root.join("maps/map.ron");
    match job.as_str() {
        "save" | "elsewhere" | "log" | "open" => once(&job, &root, &file),
        "append" => append(&root, &file, &env::var(ID).unwrap()),
        "versions" => versions(&root, &file),
        "small disk for a log" => crate::refused::log_on_a_small_disk(&root),
        "small disk" => crate::refused::on_a_small_disk(&root),
        other => panic!("no such job: {other}"),
    }
}

fn open(file: &Path) -> OnDisk {
    match read(file) {
        Err(ReadError::NotFound { .. }) => OnDisk::absent(file).unwrap(),
        other => other.unwrap(),
    }
}

/// What is done once; says how it went.
type Once = Box<dyn FnOnce() -> String + Send>;

fn prepared(job: &str, root: &Path, file: &Path) -> Once {
    let (file, places, original) = (file.to_owned(), places(root), root.join("other/map.ron"));
    match job {
        "log" => Box::new(move || logged(&file, &places)),
        "open" => Box::new(move || opened(&file, &places)),
        "elsewhere" => {
            let original = open(&original);
            Box::new(move || saved_elsewhere(&original, &file, &places))
        }
        _ => {
            let (on_disk, bytes) = (open(&file), new());
            Box::new(move || outcome(save(&on_disk, &bytes, &places)))
        }
    }
}

fn outcome(saved: Result<OnDisk, SaveError>) -> String {
    match saved {
        Ok(_) => "saved".to_owned(),
        Err(e) => {
            let how = match &e {
                SaveError::Unsynced { .. } => "unsynced".to_owned(),
                e => format!("failed: {e:?}"),
            };
            let [en, de] = [Lang::En, Lang::De].map(|lang| save_error(lang, &e).0);
            format!("{how} | {en} | {de}")
        }
    }
}

/// A file that may not be written is saved elsewhere.
fn saved_elsewhere(original: &OnDisk, to: &Path, places: &Places) -> String {
    let bytes = new();
    if save(original, &bytes, places).is_ok() {
        return "the original was overwritten".to_owned();
    }
    match OnDisk::absent(to) {
        Ok(target) => outcome(save(&target, &bytes, places)),
        Err(e) => {
            let [en, de] = [Lang::En, Lang::De].map(|lang| read_error(lang, &e).0);
            format!("failed: {e:?} | {en} | {de}")
        }
    }
}

/// The texts that the job `log` has one after the other.
pub(crate) fn typed(n: usize) -> String {
    format!("{}typed {n}\n", String::from_utf8(old()).unwrap())
}

/// How many texts the job `log` has.
pub(crate) const TYPED: usize = 5;

/// Follows text after text as the screens do, and says of each whether it is in the log.
fn logged(file: &Path, places: &Places) -> String {
    let base = old();
    let mut log = None;
    let mut follow = |n: usize| {
        if log.is_none() {
            log = Log::begin(places, Some(file), &base, &[]).ok();
        }
        let log = log.as_mut();
        log.is_some_and(|log| log.follow(&base, &typed(n)).is_ok())
    };
    let kept: Vec<bool> = (1..=TYPED).map(&mut follow).collect();
    let synced = log.is_some_and(|log| log.sync().is_ok());
    format!("logged {kept:?} synced {synced}")
}

/// Opens a file as the program does, and says what was found.
fn opened(file: &Path, places: &Places) -> String {
    sweep(file, places);
    let is_read = read(file).is_ok_and(|it| it.content() == Some(&old()));
    let copies = left_copies(file, places).len();
    let logs = left_logs(Some(file), places).len();
    format!("opened {is_read} {copies} {logs}")
}

/// Does a job once, in a thread that makes no other system calls, and says how it went. The
/// thread says who it is and waits for the end of the input, so that strace can follow it alone.
fn once(job: &str, root: &Path, file: &Path) {
    let job = prepared(job, root, file);
    let (go, wait) = channel::<()>();
    let (name, named) = channel();
    let saver = thread::spawn(move || {
        name.send(fs::read_link("/proc/thread-self")).unwrap();
        let _ = wait.recv();
        let outcome = job();
        let _ = fs::metadata(END_MARK);
        outcome
    });
    println!(
        "\nthread {}",
        named.recv().unwrap().unwrap_or_default().display()
    );
    let _ = std::io::stdin().read_to_end(&mut Vec::new());
    drop(go);
    println!("outcome: {}", saver.join().unwrap());
}

/// Adds lines of its own to a file that another process writes too; one that `save` took is there.
fn append(root: &Path, file: &Path, id: &str) {
    let rounds: usize = env::var("TOUCHLINE_TEST_ROUNDS").unwrap().parse().unwrap();
    let mut random = Random::new();
    for round in 0..rounds {
        loop {
            let on_disk = read(file).unwrap();
            let line = format!("{id} {round}\n");
            let bytes = [on_disk.content().unwrap(), line.as_bytes()].concat();
            match save(&on_disk, &bytes, &places(root)) {
                Ok(_) => break,
                // Not acknowledged: somebody else was quicker, or for five seconds all the time.
                Err(SaveError::Changed { .. } | SaveError::Locked { .. }) => {}
                Err(e) => panic!("{e:?}"),
            }
        }
        // So that the other one comes between: who never rests gets the lock again and again.
        random.spin(2_000);
    }
}

/// A text that says all over which version it is.
pub(crate) fn version(n: usize) -> Vec<u8> {
    format!("version {n}\n")
        .repeat(3_000 + n % 7 * 500)
        .into_bytes()
}

/// Saves version after version until it is killed, and says which were saved.
fn versions(root: &Path, file: &Path) {
    sweep(file, &places(root));
    let mut on_disk = open(file);
    println!();
    for n in 1.. {
        on_disk = save(&on_disk, &version(n), &places(root)).unwrap();
        println!("saved {n}");
        std::io::stdout().flush().unwrap();
    }
}
