//! The loop, on one thread: draw, wait, take all that came in, do what it asks for. There is no
//! timer: nothing happens until something comes in, be it from the terminal or from work that the
//! program has begun.

use std::collections::VecDeque;
use std::io;
use std::time::{Duration, Instant};

use ratatui::Frame;

use super::clicks::Clicks;
use super::clipboard::Clipboard;
use super::editor::{self, EditorError};
use super::session::Session;
use super::{events, signals};
use crate::app::effect::Effect;
use crate::app::input::Input;

/// So long is waited for a key while the program works.
const PULSE: Duration = Duration::from_millis(40);

/// What the loop drives.
pub trait Program {
    /// Draws the whole screen.
    fn draw(&mut self, frame: &mut Frame<'_>);
    /// Takes one input; never [`Input::Ignored`].
    fn input(&mut self, input: Input) -> Vec<Effect>;
    /// Takes the text that [`Effect::OpenEditor`] asked for.
    fn edited(&mut self, text: Result<Vec<u8>, EditorError>) -> Vec<Effect>;
    /// Takes the text that [`Effect::ReadClipboard`] asked for; `None` where none can be read.
    fn clipboard(&mut self, text: Option<String>);
    /// Work that was begun has not ended: what comes of it is asked for now and then.
    fn is_working(&self) -> bool {
        false
    }
    /// Takes what has come of that work; `true` if there was something.
    fn work(&mut self) -> bool {
        false
    }
    /// Does an effect that is not the terminal's own, such as [`Effect::Save`].
    fn perform(&mut self, effect: Effect) -> Vec<Effect>;
}

/// How the loop came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The program asked for it.
    Quit,
    /// A signal of this number asked for it. The process is ended by force two seconds after the
    /// signal, so what still has to be written down must be short.
    Signal(i32),
}

impl End {
    /// The exit code of the process: 0, or 128 and the number of the signal.
    pub fn exit_code(self) -> i32 {
        match self {
            End::Quit => 0,
            End::Signal(signal) => signals::exit_code(signal),
        }
    }
}

/// Runs the program until it quits or a signal ends it. `editor` is the command for
/// [`Effect::OpenEditor`]: see [`editor_command`](super::editor_command). Without a clipboard of the
/// system, the terminal's is used.
///
/// # Errors
/// The terminal cannot be read or written any more.
pub fn run(
    session: &mut Session,
    program: &mut impl Program,
    editor: &str,
    clipboard: Option<Clipboard>,
) -> io::Result<End> {
    let end = Loop {
        session,
        program,
        editor,
        clipboard,
        clicks: Clicks::default(),
    }
    .run();
    // A terminal that vanishes fails and sends a signal, in either order.
    end.or_else(|error| signals::ending().map(End::Signal).ok_or(error))
}

struct Loop<'a, P> {
    session: &'a mut Session,
    program: &'a mut P,
    editor: &'a str,
    clipboard: Option<Clipboard>,
    clicks: Clicks,
}

impl<P: Program> Loop<'_, P> {
    fn run(&mut self) -> io::Result<End> {
        let mut changed = true;
        loop {
            if changed {
                self.session.draw(|frame| self.program.draw(frame))?;
            }
            let inputs = match self.program.is_working() {
                true => events::wait_for(PULSE)?,
                false => events::wait()?,
            };
            if let Some(signal) = signals::ending() {
                return Ok(End::Signal(signal));
            }
            if signals::take_continued() {
                self.session.retake()?;
            }
            changed = self.program.is_working() && self.program.work();
            for input in inputs.into_iter().filter(|input| *input != Input::Ignored) {
                changed = true;
                let input = self.clicks.count(input, Instant::now());
                if self.take(input)? == Next::Quit {
                    return Ok(End::Quit);
                }
            }
        }
    }

    /// Gives the program an input and does what it asks for, and what comes of that.
    fn take(&mut self, input: Input) -> io::Result<Next> {
        let mut effects = VecDeque::from(self.program.input(input));
        while let Some(effect) = effects.pop_front() {
            match effect {
                Effect::Quit => return Ok(Next::Quit),
                Effect::Suspend => self.session.released(signals::stop)?,
                Effect::Copy(text) => self.copy(&text)?,
                Effect::ReadClipboard => {
                    let text = self.clipboard.and_then(Clipboard::paste);
                    self.program.clipboard(text);
                }
                Effect::OpenEditor { text, line } => effects.extend(self.edit(&text, line)?),
                other => effects.extend(self.program.perform(other)),
            }
        }
        Ok(Next::Continue)
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        match self.clipboard.map(|it| it.copy(text)) {
            Some(Ok(())) => Ok(()),
            _ => self.session.copy(text),
        }
    }

    fn edit(&mut self, text: &[u8], line: usize) -> io::Result<Vec<Effect>> {
        let work = || editor::edit(self.editor, text, line);
        let edited = self.session.released(work)?;
        Ok(self.program.edited(edited))
    }
}

#[derive(PartialEq, Eq)]
enum Next {
    Continue,
    Quit,
}
