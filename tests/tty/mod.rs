//! A real terminal for tests: a pty whose output a vt100 screen shows. The program runs under a
//! shell that outlives it, as at home, so that what the program leaves behind can be looked at.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::fs;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtyPair, PtySize, native_pty_system};
use vt100::{MouseProtocolMode, Parser, Screen};

/// What a slow machine may take at most for anything; a test that waits this long has failed.
const PATIENCE: Duration = Duration::from_secs(60);

/// Begin and end of a synchronized update.
const FRAME_BEGINS: &[u8] = b"\x1b[?2026h";
const FRAME_ENDS: &[u8] = b"\x1b[?2026l";

/// A terminal with a shell in it.
pub(crate) struct Tty {
    pair: Option<PtyPair>,
    keyboard: Option<Box<dyn Write + Send>>,
    shell: Box<dyn Child + Send + Sync>,
    output: Arc<Output>,
    reader: Option<JoinHandle<()>>,
    modes_before: String,
    folder: tempfile::TempDir,
}

struct Output {
    shown: Mutex<Shown>,
    grown: Condvar,
    deaf: AtomicBool,
    deaf_on_entering: bool,
}

struct Shown {
    parser: Parser,
    bytes: Vec<u8>,
    /// When each frame was out.
    frames: Vec<Instant>,
}

/// How a terminal is set up.
pub(crate) struct Setup {
    /// Columns and rows.
    pub(crate) size: (u16, u16),
    /// Variables for the shell and the program.
    pub(crate) env: Vec<(&'static str, String)>,
    /// Reads nothing more once the program is on the alternate screen.
    pub(crate) deaf_on_entering: bool,
}

impl Default for Setup {
    fn default() -> Setup {
        Setup {
            size: (80, 24),
            env: Vec::new(),
            deaf_on_entering: false,
        }
    }
}

impl Tty {
    /// Runs a shell script with job control; `$FILES` is a folder for what outlives the terminal.
    pub(crate) fn run(script: &str, setup: Setup) -> Tty {
        let pair = native_pty_system().openpty(pty_size(setup.size)).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let modes_before = modes(&*pair.master);
        let mut command = CommandBuilder::new("sh");
        command.args(["-mc", script]);
        command.env("TERM", "xterm-256color");
        command.env_remove("RUST_BACKTRACE");
        command.env("FILES", folder.path());
        for (name, value) in &setup.env {
            command.env(name, value);
        }
        let shell = pair.slave.spawn_command(command).unwrap();
        let output = Arc::new(Output::new(&setup));
        let source = pair.master.try_clone_reader().unwrap();
        let sink = Arc::clone(&output);
        Tty {
            keyboard: Some(pair.master.take_writer().unwrap()),
            pair: Some(pair),
            shell,
            output,
            reader: Some(thread::spawn(move || sink.listen(source))),
            modes_before,
            folder,
        }
    }

    /// Presses keys: the bytes that a terminal sends for them.
    pub(crate) fn press(&mut self, keys: &str) {
        let keyboard = self.keyboard.as_mut().unwrap();
        keyboard.write_all(keys.as_bytes()).unwrap();
        keyboard.flush().unwrap();
    }

    /// Presses keys and waits for a frame that follows them.
    pub(crate) fn press_and_wait(&mut self, keys: &str) {
        let before = self.output.shown.lock().unwrap().frames.len();
        self.press(keys);
        self.wait_shown("a frame", |shown| shown.frames.len() > before);
    }

    /// The screen as it is when no frame is half drawn.
    pub(crate) fn whole_frame(&self) -> Screen {
        self.wait_shown("a whole frame", |shown| {
            shown.frames.len() == count(&shown.bytes, FRAME_BEGINS)
        });
        self.output.shown.lock().unwrap().parser.screen().clone()
    }

    /// Waits until the screen is as wanted.
    pub(crate) fn wait(&self, what: &str, wanted: impl Fn(&Screen) -> bool) {
        self.wait_shown(what, |shown| wanted(shown.parser.screen()));
    }

    /// Waits for a text on the screen.
    pub(crate) fn wait_for(&self, text: &str) {
        self.wait(text, |screen| screen.contents().contains(text));
    }

    /// Waits for a sequence that shows nothing.
    pub(crate) fn wait_for_bytes(&self, bytes: &str) {
        self.wait_shown(bytes, |shown| count(&shown.bytes, bytes.as_bytes()) > 0);
    }

    fn wait_shown(&self, what: &str, wanted: impl Fn(&Shown) -> bool) {
        let shown = self.output.shown.lock().unwrap();
        let waited = self
            .output
            .grown
            .wait_timeout_while(shown, PATIENCE, |shown| !wanted(shown));
        let (shown, timeout) = waited.unwrap();
        let screen = shown.parser.screen().contents();
        drop(shown);
        assert!(
            !timeout.timed_out(),
            "waited in vain for {what:?}:\n{screen}"
        );
    }

    /// When each frame was out that has come so far.
    pub(crate) fn frames(&self) -> Vec<Instant> {
        self.output.shown.lock().unwrap().frames.clone()
    }

    /// All bytes that the terminal was sent so far.
    pub(crate) fn sent(&self) -> Vec<u8> {
        self.output.shown.lock().unwrap().bytes.clone()
    }

    /// The text on the screen.
    pub(crate) fn contents(&self) -> String {
        let shown = self.output.shown.lock().unwrap();
        shown.parser.screen().contents()
    }

    /// The word after another one on the screen.
    pub(crate) fn word_after(&self, word: &str) -> String {
        let contents = self.contents();
        let mut words = contents.split_whitespace().skip_while(|seen| *seen != word);
        words.nth(1).unwrap().to_string()
    }

    /// Changes the size of the terminal.
    pub(crate) fn resize(&self, size: (u16, u16)) {
        let mut shown = self.output.shown.lock().unwrap();
        let (columns, rows) = non_zero(size);
        shown.parser.screen_mut().set_size(rows, columns);
        drop(shown);
        self.pair
            .as_ref()
            .unwrap()
            .master
            .resize(pty_size(size))
            .unwrap();
    }

    /// Holds when nothing of a program is left on the terminal.
    pub(crate) fn assert_clean(&self) {
        let shown = self.output.shown.lock().unwrap();
        let screen = shown.parser.screen();
        assert!(!screen.alternate_screen(), "alternate screen");
        assert!(!screen.hide_cursor(), "hidden cursor");
        assert!(!screen.bracketed_paste(), "bracketed paste");
        assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None);
        assert_eq!(screen.fgcolor(), vt100::Color::Default);
        let (begun, ended) = (count(&shown.bytes, FRAME_BEGINS), shown.frames.len());
        assert!(
            begun <= ended,
            "{begun} synchronized updates begun, {ended} ended"
        );
        drop(shown);
        self.assert_modes_restored();
    }

    /// Holds when the terminal treats lines, echo and signals as before.
    pub(crate) fn assert_modes_restored(&self) {
        let master = &self.pair.as_ref().unwrap().master;
        assert_eq!(modes(&**master), self.modes_before);
    }

    /// Closes the terminal as a window is closed. The program must write something on a key, so
    /// that the thread that reads lets go of the terminal.
    pub(crate) fn close(&mut self) {
        self.output.deaf.store(true, SeqCst);
        self.press("x");
        self.reader.take().unwrap().join().unwrap();
        self.keyboard = None;
        self.pair = None;
    }

    /// A file in the folder `$FILES`.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Waits for a file of one line in the folder `$FILES`, and returns the line.
    pub(crate) fn file(&self, name: &str) -> String {
        let file = self.path(name);
        let start = Instant::now();
        loop {
            let text = fs::read_to_string(&file).unwrap_or_default();
            if let Some(line) = text.strip_suffix('\n') {
                return line.to_string();
            }
            assert!(start.elapsed() < PATIENCE, "waited in vain for {name}");
            thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Tty {
    fn drop(&mut self) {
        // A failed test must not leave a shell behind that waits for a line.
        let _ = self.shell.kill();
        let _ = self.shell.wait();
    }
}

impl Output {
    fn new(setup: &Setup) -> Output {
        let (columns, rows) = non_zero(setup.size);
        Output {
            shown: Mutex::new(Shown {
                parser: Parser::new(rows, columns, 0),
                bytes: Vec::new(),
                frames: Vec::new(),
            }),
            grown: Condvar::new(),
            deaf: AtomicBool::new(false),
            deaf_on_entering: setup.deaf_on_entering,
        }
    }

    fn listen(&self, mut source: Box<dyn Read + Send>) {
        let mut bytes = [0; 4096];
        while let Ok(count @ 1..) = source.read(&mut bytes) {
            let mut shown = self.shown.lock().unwrap();
            shown.take(&bytes[..count]);
            self.grown.notify_all();
            let entered = shown.parser.screen().alternate_screen();
            if self.deaf.load(SeqCst) || (entered && self.deaf_on_entering) {
                return;
            }
        }
    }
}

impl Shown {
    fn take(&mut self, bytes: &[u8]) {
        // The end of a frame may come in two parts.
        let from = self.bytes.len().saturating_sub(FRAME_ENDS.len() - 1);
        self.bytes.extend(bytes);
        self.parser.process(bytes);
        let frames = count(&self.bytes[from..], FRAME_ENDS);
        self.frames.extend(vec![Instant::now(); frames]);
    }
}

fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

fn count(bytes: &[u8], sequence: &[u8]) -> usize {
    bytes
        .windows(sequence.len())
        .filter(|seen| *seen == sequence)
        .count()
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn non_zero((columns, rows): (u16, u16)) -> (NonZeroU16, NonZeroU16) {
    let at_least_one = |cells: u16| NonZeroU16::new(cells).unwrap_or(NonZeroU16::MIN);
    (at_least_one(columns), at_least_one(rows))
}
