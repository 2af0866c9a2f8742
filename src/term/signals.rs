//! Signals: a thread that gets the loop to end in order, and ends the process itself when the loop
//! hangs. crossterm 0.29 spins at full load once its terminal has vanished, so nothing in the loop
//! can be relied on then.
//!
//! SIGTSTP keeps its default action: catching it and stopping by SIGSTOP would freeze a program
//! that no shell can continue (an orphaned process group), where the kernel drops a SIGTSTP.

use std::io;
use std::process;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, LazyLock};
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::retry_on_intr;
use rustix::process::{Signal, kill_current_process_group};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::{flag, low_level};

use super::session;

/// Time the loop, and what follows it, has for an orderly end.
const ORDERLY_END: Duration = Duration::from_secs(2);
/// Time a terminal has to take the sequences that restore it; one that reads no more would block
/// the end for ever.
const RESTORE: Duration = Duration::from_millis(500);
/// A signal to the process may reach another thread first; what depends on its having taken effect
/// waits this long.
const SETTLE: Duration = Duration::from_millis(100);

/// Number of the signal that ends the program, or 0.
static ENDING: LazyLock<Arc<AtomicUsize>> = LazyLock::new(Arc::default);
static CONTINUED: AtomicBool = AtomicBool::new(false);
static CHILD_RUNS: AtomicBool = AtomicBool::new(false);

/// Starts to watch, once in a process.
pub(super) fn watch() -> io::Result<()> {
    static WATCHING: AtomicBool = AtomicBool::new(false);
    if WATCHING.swap(true, SeqCst) {
        return Ok(());
    }
    for signal in [SIGHUP, SIGINT, SIGQUIT, SIGTERM] {
        flag::register_usize(signal, Arc::clone(&ENDING), signal as usize)?;
    }
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGCONT])?;
    spawn("signals", move || signals.forever().for_each(react))?;
    spawn("hang-up", watch_terminal)
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    let named = thread::Builder::new().name(name.into());
    named.spawn(work).map(drop)
}

/// Makes a SIGHUP of a terminal that vanishes. The kernel sends its own to the leader of the
/// session only, which need not pass it on.
fn watch_terminal() {
    let stdin = io::stdin();
    // With no event asked for, only the loss of the terminal is reported.
    let mut terminal = [PollFd::new(&stdin, PollFlags::empty())];
    let polled = retry_on_intr(|| poll(&mut terminal, None));
    if polled.is_ok() && terminal[0].revents().contains(PollFlags::HUP) {
        let _ = low_level::raise(SIGHUP);
    }
}

/// The signal that wants the program to end.
pub(super) fn ending() -> Option<i32> {
    Some(ENDING.load(SeqCst) as i32).filter(|signal| *signal != 0)
}

/// Whether the process was stopped and continued since the last call.
pub(super) fn take_continued() -> bool {
    CONTINUED.swap(false, SeqCst)
}

/// Stops the process group as Ctrl-Z does, and returns when it is continued.
pub(super) fn stop() {
    let _ = kill_current_process_group(Signal::TSTP);
    thread::sleep(SETTLE);
}

/// Does `work`, in which a child process owns the terminal: Ctrl-C and Ctrl-\ are meant for it, but
/// reach the whole process group.
pub(super) fn while_child_runs<T>(work: impl FnOnce() -> T) -> T {
    CHILD_RUNS.store(true, SeqCst);
    let result = work();
    thread::sleep(SETTLE);
    if ending().is_some_and(of_the_keyboard) {
        ENDING.store(0, SeqCst);
    }
    CHILD_RUNS.store(false, SeqCst);
    result
}

fn of_the_keyboard(signal: i32) -> bool {
    [SIGINT, SIGQUIT].contains(&signal)
}

fn react(signal: i32) {
    if signal == SIGCONT {
        CONTINUED.store(true, SeqCst);
        return wake_loop();
    }
    let for_the_child = of_the_keyboard(signal) && CHILD_RUNS.load(SeqCst);
    // Nothing is ending when the signal was the child's and the child is over.
    if for_the_child || ending().is_none() {
        return;
    }
    wake_loop();
    thread::sleep(ORDERLY_END);
    end_by_force(signal);
}

/// crossterm waits through every signal but this one, for which it reports a resize.
fn wake_loop() {
    let _ = low_level::raise(SIGWINCH);
}

/// Restores the terminal if it lets itself be restored in time, and ends the process.
fn end_by_force(signal: i32) -> ! {
    thread::spawn(move || {
        session::leave();
        process::exit(exit_code(signal));
    });
    thread::sleep(RESTORE);
    low_level::exit(exit_code(signal))
}

/// The exit code of a program that a signal ended, as shells have it.
pub(super) fn exit_code(signal: i32) -> i32 {
    128 + signal
}
