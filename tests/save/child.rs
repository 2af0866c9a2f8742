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
use touchline::document::save::{SaveError, save, sweep};

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
        "save" => save_once(&root, &file),
        "append" => append(&root, &file, &env::var(ID).unwrap()),
        "versions" => versions(&root, &file),
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

/// Saves once, in a thread that makes no other system calls, and says how it went. The thread
/// says who it is and waits for the end of the input, so that strace can follow it alone.
fn save_once(root: &Path, file: &Path) {
    let on_disk = open(file);
    let (bytes, places) = (new(), places(root));
    let (go, wait) = channel::<()>();
    let (name, named) = channel();
    let saver = thread::spawn(move || {
        name.send(fs::read_link("/proc/thread-self")).unwrap();
        let _ = wait.recv();
        let outcome = save(&on_disk, &bytes, &places);
        let _ = fs::metadata(END_MARK);
        outcome
    });
    println!(
        "\nthread {}",
        named.recv().unwrap().unwrap_or_default().display()
    );
    let _ = std::io::stdin().read_to_end(&mut Vec::new());
    drop(go);
    match saver.join().unwrap() {
        Ok(_) => println!("outcome: saved"),
        Err(SaveError::Unsynced { .. }) => println!("outcome: unsynced"),
        Err(e) => println!("outcome: failed: {e:?}"),
    }
}

/// Adds lines of its own to a file that another process writes too; one that `save` took is there.
fn append(root: &Path, file: &Path, id: &str) {
    let rounds: usize = env::var("TOUCHLINE_TEST_ROUNDS").unwrap().parse().unwrap();
    for round in 0..rounds {
        loop {
            let on_disk = read(file).unwrap();
            let line = format!("{id} {round}\n");
            let bytes = [on_disk.content().unwrap(), line.as_bytes()].concat();
            match save(&on_disk, &bytes, &places(root)) {
                Ok(_) => break,
                Err(SaveError::Changed { .. }) => {}
                Err(e) => panic!("{e:?}"),
            }
        }
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
