//! The terminal while the program has it: what is switched on, and the one function that gives it
//! all back.

use std::cell::RefCell;
use std::io::{self, IsTerminal, Write};
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::time::Duration;

use crossterm::cursor::{Hide, Show};
use crossterm::event::{
    self, DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange,
};
use crossterm::queue;
use crossterm::style::{Print, ResetColor};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Position, Rect};
use ratatui::{Frame, Terminal};

use super::{clipboard, signals};

/// Presses, releases and drags, in coordinates without limit. crossterm's own command also asks
/// for each motion without a button, and would wake the program for nothing.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// Whether there is anything to give back.
static ON: AtomicBool = AtomicBool::new(false);

/// Why the program cannot have the terminal.
#[derive(Debug)]
pub enum EnterError {
    /// Standard input or output is no terminal.
    NoTerminal,
    /// The terminal, or the system, refuses.
    Io(io::Error),
}

impl From<io::Error> for EnterError {
    fn from(error: io::Error) -> EnterError {
        EnterError::Io(error)
    }
}

/// The terminal in the program's hands: raw, on the alternate screen, with bracketed paste, told
/// when it comes to the front, and, if wanted, with the mouse. Dropping it gives the terminal back.
pub struct Session {
    terminal: Terminal<CrosstermBackend<Collected>>,
    collected: Collected,
    mouse: bool,
}

impl Session {
    /// Takes the terminal, with the mouse or without, and watches for signals from here on.
    ///
    /// # Errors
    /// [`EnterError`]; the terminal is as it was then.
    pub fn enter(mouse: bool) -> Result<Session, EnterError> {
        if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
            return Err(EnterError::NoTerminal);
        }
        let collected = Collected::default();
        let terminal = Terminal::new(CrosstermBackend::new(collected.clone()))?;
        let session = Session {
            terminal,
            collected,
            mouse,
        };
        signals::watch()?;
        switch_on(mouse)?;
        // crossterm listens from the first question on; before it, no signal could wake the loop.
        event::poll(Duration::ZERO)?;
        Ok(session)
    }

    /// Draws one frame and sends what changed in one write, which the terminal shows at once.
    pub(super) fn draw(&mut self, paint: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        queue!(self.collected, BeginSynchronizedUpdate)?;
        self.terminal.draw(paint)?;
        queue!(self.collected, EndSynchronizedUpdate)?;
        send(&self.collected.take())
    }

    /// Gives the terminal back while `work` lasts, and takes it again.
    pub(super) fn released<T>(&mut self, work: impl FnOnce() -> T) -> io::Result<T> {
        leave();
        let result = work();
        self.retake()?;
        Ok(result)
    }

    /// Switches everything on, whatever someone else has done to the terminal; the next frame is
    /// drawn wholly.
    pub(super) fn retake(&mut self) -> io::Result<()> {
        switch_on(self.mouse)?;
        // `Terminal::clear` would ask the terminal for its cursor and wait for the answer.
        let whole = Rect::from((Position::ORIGIN, self.terminal.size()?));
        self.terminal.resize(whole)
    }

    /// Asks the terminal to put a text on the clipboard.
    pub(super) fn copy(&mut self, text: &str) -> io::Result<()> {
        send(clipboard::copy_sequence(text).as_bytes())
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        leave();
    }
}

/// Gives back all that is switched on, if anything is. It serves the end, a suspension, a panic and
/// a signal, from any thread, and never fails: nobody could do anything about it.
pub(super) fn leave() {
    if !ON.swap(false, SeqCst) {
        return;
    }
    // First, because it cannot block on a terminal that reads no more.
    let _ = disable_raw_mode();
    let _ = send_off();
}

fn switch_on(mouse: bool) -> io::Result<()> {
    // crossterm remembers a raw mode that a shell may have ended meanwhile.
    disable_raw_mode()?;
    enable_raw_mode()?;
    ON.store(true, SeqCst);
    send_on(mouse)
}

fn send_on(mouse: bool) -> io::Result<()> {
    let mut bytes = Vec::new();
    queue!(bytes, EnterAlternateScreen, Hide)?;
    queue!(bytes, EnableBracketedPaste, EnableFocusChange)?;
    if mouse {
        queue!(bytes, Print(MOUSE_ON))?;
    }
    send(&bytes)
}

/// Everything that a session or a frame cut short can have switched on; what was off stays off.
fn send_off() -> io::Result<()> {
    let mut bytes = Vec::new();
    queue!(bytes, EndSynchronizedUpdate, ResetColor, Print(MOUSE_OFF))?;
    queue!(bytes, DisableFocusChange, DisableBracketedPaste)?;
    queue!(bytes, LeaveAlternateScreen, Show)?;
    send(&bytes)
}

fn send(bytes: &[u8]) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(bytes)?;
    stdout.flush()
}

/// The bytes of a frame until it is complete. ratatui flushes several times a frame; a flush that
/// does nothing makes one write of it, and leaves nothing half sent when drawing panics.
#[derive(Clone, Default)]
struct Collected(Rc<RefCell<Vec<u8>>>);

impl Collected {
    fn take(&self) -> Vec<u8> {
        self.0.take()
    }
}

impl Write for Collected {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
